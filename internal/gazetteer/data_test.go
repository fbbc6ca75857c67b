package gazetteer

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
)

// isCode reports whether a code is a country's or an organisation's.
func (g *Gazetteer) isCode(code string) bool {
	_, country := g.countryByCode[code]
	_, organisation := g.organisationByCode[code]
	return country || organisation
}

func TestCountries(t *testing.T) {
	g := load1(t)
	if n := len(g.countries); n < 250 {
		t.Errorf("%d countries; want the 249 of ISO 3166-1 and more", n)
	}
	alpha2 := map[string]string{}
	for i := range g.countries {
		c := &g.countries[i]
		if len(c.Alpha2) != 2 || alpha2[c.Alpha2] != "" {
			t.Errorf("%s: the code %q is no code of two letters or belongs to %s too", c.Code, c.Alpha2, alpha2[c.Alpha2])
		}
		alpha2[c.Alpha2] = c.Code
		if g.organisationByCode[c.Code] != 0 {
			t.Errorf("%s is the code of a country and of an organisation", c.Code)
		}
		for _, names := range [][]string{{c.Name}, c.Official, c.Also, c.FormerNames, c.Adjectives, c.People, c.Capitals} {
			for _, n := range names {
				if n != strings.TrimSpace(n) || n == "" || strings.Contains(n, "  ") {
					t.Errorf("%s: the name %q has stray white space", c.Code, n)
				}
			}
		}
	}
}

func TestSuccessionsKnowTheirStates(t *testing.T) {
	g := load1(t)
	for code, list := range g.successions {
		if !g.isCode(code) {
			t.Errorf("former.tsv: the country %q is unknown", code)
		}
		for i, s := range list {
			if !g.isCode(s.state) {
				t.Errorf("former.tsv: the state %q is unknown", s.state)
			}
			if i > 0 && list[i-1].to >= s.from {
				t.Errorf("former.tsv: %s belongs to %s and %s at once", code, list[i-1].state, s.state)
			}
		}
	}
	for former, successor := range successors {
		if !g.isCode(former) || !g.isCode(successor) {
			t.Errorf("the former state %s or its successor %s is unknown", former, successor)
		}
	}
}

func TestOrganisationsKnowTheirMembers(t *testing.T) {
	g := load1(t)
	for i := range g.organisations {
		o := &g.organisations[i]
		switch o.Kind {
		case StatesOrganisation, StatesGroup, Body, Movement, PoliticalParty, RegionalGovernment, StateByName:
		default:
			t.Errorf("%s: the kind %q is unknown", o.Code, o.Kind)
		}
		if o.Parent != "" && !g.isCode(o.Parent) {
			t.Errorf("%s: the parent %q is unknown", o.Code, o.Parent)
		}
		if o.Kind == StateByName && o.Parent == "" {
			t.Errorf("%s is another name of a state and must name it as its parent", o.Code)
		}
		seen := map[string]bool{}
		for _, m := range o.Members {
			if !g.isCode(m.Code) {
				t.Errorf("%s: the member %q is unknown", o.Code, m.Code)
			}
			if seen[m.Code] {
				t.Errorf("%s: the member %s stands twice", o.Code, m.Code)
			}
			seen[m.Code] = true
		}
	}
}

func TestSeatsAndGatheringsKnowTheirOwners(t *testing.T) {
	g := load1(t)
	for _, s := range g.seats {
		for _, code := range []string{s.For, s.Country} {
			if code != "" && !g.isCode(code) {
				t.Errorf("the seat %s: the code %q is unknown", s.Name, code)
			}
		}
	}
	for _, x := range g.gatherings {
		if x.Organisation != "" && !g.isCode(x.Organisation) {
			t.Errorf("the gathering %s: the organisation %q is unknown", x.Name, x.Organisation)
		}
	}
	for _, o := range g.offices {
		for _, code := range o.Countries {
			if !g.isCode(code) {
				t.Errorf("the office %s: the code %q is unknown", o.Name, code)
			}
		}
	}
}

// TestEveryStateHasItsCapital holds that the names of the capitals in
// countries.tsv lead to a place in the country.
func TestEveryStateHasItsCapital(t *testing.T) {
	g := load1(t)
	for i := range g.countries {
		c := &g.countries[i]
		inside := SuccessorOf(c.Code)
		for _, names := range c.Capitals {
			for n := range strings.SplitSeq(names, "/") {
				if n == "Kingston, Norfolk Island" {
					continue // too small for the list
				}
				if !g.hasPlace(n, inside) {
					t.Errorf("%s: no place in %s is called %q", c.Code, inside, n)
				}
			}
		}
	}
}

func (g *Gazetteer) hasPlace(name, country string) bool {
	for _, s := range g.trie.find(name) {
		if s.Kind == KindCity && g.City(s.Ref).Country == country {
			return true
		}
	}
	return false
}

func TestPeople(t *testing.T) {
	g := load1(t)
	if n := len(g.people); n < 3000 {
		t.Errorf("%d people; want 3000 and more", n)
	}
	states := map[string]bool{}
	for i := range g.people {
		p := &g.people[i]
		if !g.isCode(p.Country) {
			t.Errorf("%s: the country %q is unknown", p.Name, p.Country)
		}
		if p.Gender != "m" && p.Gender != "f" && p.Gender != "" {
			t.Errorf("%s: the gender %q must be m, f or empty", p.Name, p.Gender)
		}
		seen := map[Tenure]bool{}
		for _, tenure := range p.Tenures {
			if seen[tenure] {
				t.Errorf("%s: the tenure %v stands twice", p.Name, tenure)
			}
			seen[tenure] = true
			if tenure.Role == RoleHeadOfState || tenure.Role == RoleHeadOfGovernment {
				states[p.Country] = true
			}
		}
	}
	if len(states) < 60 {
		t.Errorf("the heads of %d states are listed; want 60 and more", len(states))
	}
}

func TestHolders(t *testing.T) {
	g := load1(t)
	tests := []struct {
		name    string
		role    Role
		country string
		day     string
		want    string
	}{
		{"Russian president", RoleHeadOfState, "RUS", "2024-12-02", "Vladimir Putin"},
		{"Soviet leader", RolePartyLeader, "SUN", "1987-03-01", "Mikhail Gorbachev"},
		{"American president", RoleHeadOfState, "USA", "1987-03-01", "Ronald Reagan"},
		{"the day he takes over", RoleHeadOfState, "USA", "2021-01-20", "Joe Biden"},
		{"German chancellor", RoleHeadOfGovernment, "DEU", "2010-06-01", "Angela Merkel"},
		{"Indian foreign minister", RoleForeignMinister, "IND", "2023-07-01", "S. Jaishankar"},
		{"British prime minister", RoleHeadOfGovernment, "GBR", "2003-03-20", "Tony Blair"},
		{"UN chief", RoleSecretaryGeneral, "UN", "2005-01-01", "Kofi Annan"},
		{"nobody", RoleHeadOfState, "XXX", "2005-01-01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			day, err := edtf.ParseDay(tt.day)
			if err != nil {
				t.Fatal(err)
			}
			var got string
			if people := g.Holders(tt.role, tt.country, day); len(people) > 0 {
				got = people[0].Name
			}
			if got != tt.want {
				t.Errorf("Holders(%s, %s, %s) gives %q first; want %q", tt.role, tt.country, tt.day, got, tt.want)
			}
		})
	}
}
