package outlook

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Contact says how often two sides have been in contact.
type Contact struct {
	A, B      string
	Since     edtf.Day                      // first contact that the record holds; 0 where there is none
	Counts    map[reading.Kind]int          // contacts held, by kind
	Last      *record.Engagement            // last contact held, or nil
	Gap       int                           // days since the last contact
	Usual     int                           // usual number of days between contacts, 0 for fewer than three
	LastVisit map[string]*record.Engagement // by country visited
}

// contacts are the kinds of engagement in which two sides are in contact.
var contacts = map[reading.Kind]bool{reading.Visit: true, reading.Meeting: true, reading.Call: true, reading.Summit: true}

// Contacts says how often two countries or organisations have been in contact
// until a day. A visit with its talks is one contact.
func (o *Outlook) Contacts(a, b string, asOf edtf.Day) Contact {
	c := Contact{A: a, B: b, Counts: map[reading.Kind]int{}, LastVisit: map[string]*record.Engagement{}}
	var held []*record.Engagement
	for _, e := range o.with(a, b) {
		if d, ok := day(e); contacts[e.Kind] && e.Status == reading.Held && ok && d <= asOf {
			held = append(held, e)
			c.Counts[e.Kind]++
			if e.Kind == reading.Visit {
				c.LastVisit[e.Country] = e
			}
		}
	}
	met := occasionsOf(held)
	if len(met) == 0 {
		return c
	}
	c.Since, _ = day(met[0][0])
	c.Last = met[len(met)-1][0]
	_, hi, _ := c.Last.When.Bounds()
	c.Gap = max(0, int(asOf-hi))
	if len(met) >= enoughOccasions {
		last, _ := day(c.Last)
		c.Usual = int(last-c.Since) / (len(met) - 1)
	}
	return c
}

// occasionsOf puts engagements that are one occasion together: in one country
// with no more than a day between, or with no place told with no more than
// three. Calls are occasions of their own. es must be sorted by day; so are the
// occasions.
func occasionsOf(es []*record.Engagement) [][]*record.Engagement {
	var out [][]*record.Engagement
next:
	for _, e := range es {
		lo, hi, ok := e.When.Bounds()
		if !ok {
			continue
		}
		if e.Kind != reading.Call {
			for i := len(out) - 1; i >= 0; i-- {
				for _, x := range out[i] {
					xlo, xhi, _ := x.When.Bounds()
					apart := edtf.Day(1)
					if x.Country == "" || e.Country == "" {
						apart = 3
					}
					if x.Kind != reading.Call && (x.Country == e.Country || apart > 1) && lo <= xhi+apart && xlo <= hi+apart {
						out[i] = append(out[i], e)
						continue next
					}
				}
			}
		}
		out = append(out, []*record.Engagement{e})
	}
	return out
}
