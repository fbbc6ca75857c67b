package outlook

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Outlook answers questions about a record. It changes nothing and may be
// asked by several goroutines.
type Outlook struct {
	all       []record.Engagement
	byCountry map[string][]int // indexes into all, of engagements with a party
	g         *gazetteer.Gazetteer
	first     edtf.Day // publication of the first news report
	last      edtf.Day // publication of the last report
	source    *fetched // where engagements come from instead of all; nil where all are there
	about     About
}

// New makes an Outlook of the engagements of a record, in any order. Without a
// gazetteer (nil) it does not know which states belong to an organisation, nor
// who was in office.
func New(es []record.Engagement, g *gazetteer.Gazetteer) *Outlook {
	o := &Outlook{all: slices.Clone(es), byCountry: map[string][]int{}, g: g, first: edtf.MaxDay, last: edtf.MinDay}
	record.Sort(o.all)
	for i := range o.all {
		for _, c := range o.all[i].Countries() {
			o.byCountry[c] = append(o.byCountry[c], i)
		}
		for _, m := range o.all[i].Mentions {
			o.last = max(o.last, m.Published)
			if m.Rank != record.RankDataset {
				o.first = min(o.first, m.Published)
			}
		}
	}
	return o
}

// known gives the engagements that reports published until a day tell of, as
// they tell them.
func (o *Outlook) known(day edtf.Day) *Outlook {
	var es []record.Engagement
	for _, x := range o.find(Want{}) {
		if e, ok := x.AsOf(day); ok {
			es = append(es, e)
		}
	}
	known := New(es, o.g)
	known.first, known.about = o.first, o.about
	return known
}

// with gives the engagements that have all of the countries among their
// parties, in the order of the record.
func (o *Outlook) with(countries ...string) []*record.Engagement {
	if len(countries) == 0 {
		return nil
	}
	return o.find(Want{Countries: countries})
}

func holdsAll(have, want []string) bool {
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

// day gives the first day of an engagement, and false where it has no time.
func day(e *record.Engagement) (edtf.Day, bool) {
	lo, _, ok := e.When.Bounds()
	return lo, ok
}

// published gives the day of the last report on an engagement.
func published(e *record.Engagement) edtf.Day { return e.Mentions[len(e.Mentions)-1].Published }

// codes gives the countries of parties, sorted, each once.
func codes(ps []reading.Party) []string {
	var out []string
	for _, p := range ps {
		if p.Country != "" {
			out = append(out, p.Country)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// byDay sorts engagements by first day, the undated last.
func byDay(es []*record.Engagement) {
	slices.SortStableFunc(es, func(a, b *record.Engagement) int {
		x, xok := day(a)
		y, yok := day(b)
		if xok != yok {
			if xok {
				return -1
			}
			return 1
		}
		return cmp.Compare(x, y)
	})
}

// eids names engagements, each once, in order.
func eids(es ...*record.Engagement) []string {
	out := []string{}
	for _, e := range es {
		if e != nil && !slices.Contains(out, e.EID) {
			out = append(out, e.EID)
		}
	}
	return out
}

// reportsOf gives the reports that engagements rest on, sorted, each once.
func reportsOf(es ...*record.Engagement) []string {
	var out []string
	for _, e := range es {
		if e != nil {
			out = append(out, e.Reports...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
