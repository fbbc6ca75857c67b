package gazetteer

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
)

type tenureKey struct {
	country string
	role    Role
}

type holder struct {
	person   int32
	from, to edtf.Day
}

// Holders gives the people who held a role in a country or organisation on a
// day, the one who took it last first; ties by name.
func (g *Gazetteer) Holders(role Role, country string, day edtf.Day) []*Person {
	var found []holder
	for _, h := range g.holders[tenureKey{country, role}] {
		if h.from <= day && day <= h.to {
			found = append(found, h)
		}
	}
	slices.SortFunc(found, func(a, b holder) int {
		return cmp.Or(cmp.Compare(b.from, a.from), cmp.Compare(g.people[a.person].Name, g.people[b.person].Name))
	})
	people := make([]*Person, 0, len(found))
	for _, h := range found {
		if p := &g.people[h.person]; !slices.Contains(people, p) {
			people = append(people, p)
		}
	}
	return people
}

// People gives the people known by a family name or one-word short form,
// whatever its case and diacritics, in the order of the lists.
func (g *Gazetteer) People(surname string) []*Person {
	f, ok := g.familyByName[Fold(surname)]
	if !ok {
		return nil
	}
	people := make([]*Person, len(g.families[f].People))
	for i, ref := range g.families[f].People {
		people[i] = &g.people[ref]
	}
	return people
}

// Held gives the tenure that a person has on a day: the highest, by the order
// of its rows, of those that cover the day.
func (p *Person) Held(day edtf.Day) (Tenure, bool) {
	for _, t := range p.Tenures {
		if t.From <= day && day <= t.To {
			return t, true
		}
	}
	return Tenure{}, false
}
