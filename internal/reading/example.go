package reading

import (
	"reflect"
	"slices"

	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/report"
)

// Example is a sentence for the gate to learn from.
type Example struct {
	Report string
	Step   gate.Step
	Traits []uint16
	Words  int
	Tells  bool // reading it adds to what the report tells
}

// Examples gives the sentences of a report that the gate is asked about, as
// they are read when it lets everything through, and that reading.
func (r *Reader) Examples(rep *report.Report) ([]Example, *Reading, error) {
	p := &r.page
	was := p.open
	p.open = true
	defer func() { p.open = was }()
	out, err := r.read(rep, nil)
	if err != nil {
		return nil, nil, err
	}
	told := len(out.Engagements)+len(out.Claims) > 0
	var list []Example
	p.begin(rep, nil)
	first := p.promising(p.scan())
	if len(p.candidates) == 0 || p.parties < 2 {
		return nil, out, nil
	}
	evident := func(si int) bool {
		s := &p.doc.Sentences[si]
		within := func(start, end int) bool { return start < int(s.End) && end > int(s.Start) }
		for i := range out.Engagements {
			if slices.ContainsFunc(out.Engagements[i].Evidence, func(e Span) bool { return within(e.Start, e.End) }) {
				return true
			}
		}
		return slices.ContainsFunc(out.Claims, func(c Claim) bool { return within(c.Start, c.End) })
	}
	example := func(si int, at gate.Step, tells bool) {
		list = append(list, Example{rep.ID, at, p.traitsOf(si, nil), len(p.doc.Sentences[si].Tokens), tells})
	}
	for _, si := range first {
		example(si, gate.First, told && evident(si))
	}
	if !told {
		return list, out, nil
	}
	rest := p.withClaims(p.candidates)
	p.plant(rest)
	p.findTimes()
	p.nameAll()
	p.findQuotes()
	for _, si := range rest {
		events, pending, claims, unplaced := slices.Clone(p.events), len(p.pending), len(p.claims), len(p.unplaced)
		p.readAt(si)
		changed := len(p.pending) != pending || len(p.claims) != claims || len(p.unplaced) != unplaced || !reflect.DeepEqual(events, slices.Clone(p.events))
		example(si, gate.Rest, changed || evident(si))
	}
	return list, out, nil
}
