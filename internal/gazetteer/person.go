package gazetteer

import (
	"cmp"
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

// Family is a family name, or a one-word short form such as "Lula", and who
// bears it.
type Family struct {
	Name   string
	People []int32 // refs of people, in the order of the lists
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
			l.problems = append(l.problems, fmt.Errorf("%s: %s: the role %q is unknown", file, c[3], c[1]))
			return nil
		}
		from, to, err := bounds(c[6], c[7])
		if err != nil {
			l.problems = append(l.problems, fmt.Errorf("%s: %s: %w", file, c[3], err))
			return nil
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

// commonNames reads the family names that by themselves are mostly something
// else: "May", "Power".
func (l *loader) commonNames(file, text string) error {
	return readTable(file, text, []string{"names"}, func(c []string) error {
		for _, n := range list(c[0]) {
			l.notSurnames[Fold(n)] = true
		}
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

// withUmlauts adds the spellings in which an umlaut is written out: "Schroeder"
// for "Schröder".
func withUmlauts(names []string) []string {
	for _, n := range names {
		if w := writeOut.Replace(n); w != n {
			names = append(names, w)
		}
	}
	return names
}

var writeOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "å", "aa", "Å", "Aa")

// familyNames gives the family names that a person goes by: the last word with
// the particles before it, and without them after "al-" and the like. A one-word alias that is
// a word of the name ("Xi", "Lula") is the family name in place of the last word.
func familyNames(p *Person) []string {
	words := strings.Fields(p.Name)
	for len(words) > 1 && ordinal(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return nil
	}
	for _, a := range p.Aliases {
		if slices.Contains(words, a) {
			return nil
		}
	}
	last := words[len(words)-1]
	i := len(words) - 1
	for i > 1 && particles[strings.ToLower(words[i-1])] {
		i--
	}
	full := strings.Join(words[i:], " ")
	if full == last {
		if rest, ok := strings.CutPrefix(last, "al-"); ok && len(rest) > 3 {
			return []string{last, rest}
		}
		if rest, ok := strings.CutPrefix(last, "Al-"); ok && len(rest) > 3 {
			return []string{last, rest}
		}
		return []string{last}
	}
	switch strings.ToLower(words[i]) {
	case "bin", "ben", "ibn", "bint", "abu", "abd", "abdul", "u":
		return []string{full}
	}
	return []string{full, last}
}

var particles = map[string]bool{
	"von": true, "van": true, "der": true, "den": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "di": true, "del": true, "la": true,
	"le": true, "du": true, "al": true, "el": true, "bin": true, "ben": true, "ibn": true, "abu": true, "abd": true, "abdul": true, "ter": true, "ten": true, "zu": true,
	"mac": true, "san": true, "st.": true, "ould": true, "af": true, "dalla": true, "della": true,
}

// ordinal reports whether a word is the number or rank behind a name: "II", "Jr.".
func ordinal(w string) bool {
	switch w {
	case "Jr", "Jr.", "Sr", "Sr.":
		return true
	}
	return strings.Trim(w, "IVX") == ""
}

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
