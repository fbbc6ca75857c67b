package gazetteer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Person is somebody who held high office since 1985.
type Person struct {
	Name    string // usual English form: "Xi Jinping", "Narendra Modi"
	Aliases []string
	Gender  string // "m", "f" or empty
	Country string // country, former state or organisation of the tenures below
	Tenures []Tenure
}

// Tenure is the time in which a person held an office.
type Tenure struct {
	Country  string // as the Person's
	Role     Role
	Title    string   // as news writes it: "president"
	From, To edtf.Day // the widest bounds that the dates allow; edtf.MaxDay where it goes on
}

var peopleColumns = []string{"country", "role", "title", "name", "aliases", "gender", "from", "to"}

var knownRoles = map[Role]bool{
	RoleHeadOfState: true, RoleHeadOfGovernment: true, RoleForeignMinister: true, RoleDefenceMinister: true, RoleFinanceMinister: true,
	RoleVicePresident: true, RoleDeputyHead: true, RoleMonarchHeir: true, RoleSecurityAdviser: true, RolePartyLeader: true, RoleSpeaker: true,
	RoleSecretaryGeneral: true, RoleCommissionPresident: true, RoleCouncilPresident: true, RoleHighRepresentative: true, RoleCentralBank: true,
	RoleEnvoy: true, RoleSpokesman: true, RoleMinister: true, RoleAide: true, RoleOther: true,
}

func (l *loader) people(file, text string) error {
	g := l.g
	return readTable(file, text, peopleColumns, func(c []string) error {
		if c[0] == "" || c[3] == "" {
			return fmt.Errorf("a tenure needs a country and a name")
		}
		if !knownRoles[Role(c[1])] {
			return fmt.Errorf("%s: the role %q is unknown", c[3], c[1])
		}
		from, to, err := bounds(c[6], c[7])
		if err != nil {
			return fmt.Errorf("%s: %w", c[3], err)
		}
		key := c[0] + "\t" + c[3]
		ref, ok := l.personByKey[key]
		if !ok {
			ref = int32(len(g.people))
			l.personByKey[key] = ref
			g.people = append(g.people, Person{Name: c[3], Gender: c[5], Country: c[0]})
		}
		p := &g.people[ref]
		if p.Gender == "" {
			p.Gender = c[5]
		}
		for _, a := range list(c[4]) {
			if a != p.Name && !slices.Contains(p.Aliases, a) {
				p.Aliases = append(p.Aliases, a)
			}
		}
		p.Tenures = append(p.Tenures, Tenure{c[0], Role(c[1]), c[2], from, to})
		return nil
	})
}

// index puts the people into the trie, and into the lists by name and office.
func (l *loader) index() {
	g := l.g
	families := map[string]int32{} // folded name to its family
	bear := func(name string, person int32) {
		key := Fold(name)
		f, ok := families[key]
		if !ok {
			f = int32(len(g.families))
			families[key] = f
			g.families = append(g.families, Family{Name: name})
		}
		if !slices.Contains(g.families[f].People, person) {
			g.families[f].People = append(g.families[f].People, person)
		}
		switch {
		case l.notSurnames[key]:
		case l.isGiven[key]:
			l.b.add(name, Sense{KindSurname, f}, priorMistaken)
		default:
			l.b.add(name, Sense{KindSurname, f}, priorSurname)
		}
	}
	for i := range g.people {
		p, ref := &g.people[i], int32(i)
		for _, name := range withUmlauts(append([]string{p.Name}, p.Aliases...)) {
			if strings.ContainsAny(name, " ") {
				l.b.add(name, Sense{KindPerson, ref}, priorPerson)
			} else {
				bear(name, ref)
			}
		}
		for _, f := range withUmlauts(familyNames(p)) {
			bear(f, ref)
		}
		for _, t := range p.Tenures {
			key := tenureKey{t.Country, t.Role}
			g.holders[key] = append(g.holders[key], holder{ref, t.From, t.To})
		}
	}
	g.familyByName = families
}
