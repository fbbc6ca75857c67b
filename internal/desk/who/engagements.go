package who

import (
	"context"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Engagements gives the engagements that all of the pair take part in, in the
// order of the record. Reports count up to a day; 0 counts all.
func (p Pair) Engagements(ctx context.Context, s store.Store, until edtf.Day) ([]record.Engagement, error) {
	return p.Matching(ctx, s, store.Filter{AsOf: until})
}

// Matching gives those of the engagements of the pair that a filter lets
// through.
func (p Pair) Matching(ctx context.Context, s store.Store, f store.Filter) ([]record.Engagement, error) {
	f.Countries = p.Codes()
	people := p.people()
	if len(people) > 0 {
		f.Person = people[0]
	}
	es, err := s.Engagements(ctx, f)
	if err != nil || len(people) < 2 {
		return es, err
	}
	f.Person = people[1]
	others, err := s.Engagements(ctx, f)
	if err != nil {
		return nil, err
	}
	also := map[string]bool{}
	for _, e := range others {
		also[e.EID] = true
	}
	var both []record.Engagement
	for _, e := range es {
		if also[e.EID] {
			both = append(both, e)
		}
	}
	return both, nil
}

// Codes gives the codes of those that are countries or organisations.
func (p Pair) Codes() []string {
	var codes []string
	for _, party := range p {
		if party.Code != "" {
			codes = append(codes, party.Code)
		}
	}
	return codes
}

// About is the pair as the outlook takes it. Of two people it looks for one.
func (p Pair) About() outlook.About {
	about := outlook.About{Countries: p.Codes()}
	if people := p.people(); len(people) > 0 {
		about.Person = people[0]
	}
	return about
}

func (p Pair) people() []string {
	var names []string
	for _, party := range p {
		if party.Person != "" {
			names = append(names, party.Person)
		}
	}
	return names
}
