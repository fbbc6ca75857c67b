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
	index  *index
	g      *gazetteer.Gazetteer
	first  edtf.Day // publication of the first news report
	last   edtf.Day // publication of the last report
	source *fetched // where engagements come from instead of the index; nil where all are there
	about  About
}

// New makes an Outlook of the engagements of a record, in any order. Without a
// gazetteer (nil) it does not know which states belong to an organisation, nor
// who was in office.
func New(es []record.Engagement, g *gazetteer.Gazetteer) *Outlook {
	es = slices.Clone(es)
	all := make([]*record.Engagement, len(es))
	for i := range es {
		all[i] = &es[i]
	}
	return over(all, g)
}

// Of makes an Outlook of engagements that nobody changes any more, without
// copying them; see New. The list becomes its own.
func Of(all []*record.Engagement, g *gazetteer.Gazetteer) *Outlook { return over(all, g) }

// Since gives the day of the first news report.
func (o *Outlook) Since() edtf.Day { return o.first }

// over makes an Outlook of engagements that nobody changes; the list becomes
// its own.
func over(all []*record.Engagement, g *gazetteer.Gazetteer) *Outlook {
	o := &Outlook{index: newIndex(all), g: g, first: edtf.MaxDay, last: edtf.MinDay}
	for _, e := range all {
		for i := range e.Mentions {
			m := &e.Mentions[i]
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
	known := over(toldBy(o.find(Want{}), day), o.g)
	known.first, known.about = o.first, o.about
	return known
}

// toldBy gives engagements as the reports published until a day tell them,
// without those that none tells of.
func toldBy(es []*record.Engagement, day edtf.Day) []*record.Engagement {
	out := make([]*record.Engagement, 0, len(es))
	for _, e := range es {
		if e.Settled(day) {
			out = append(out, e)
		} else if old, ok := e.AsOf(day); ok {
			out = append(out, &old)
		}
	}
	return out
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
