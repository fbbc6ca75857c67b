package gazetteer

import (
	"fmt"
	"strings"
)

// Country is a country, a territory or a former state.
type Country struct {
	Code           string   // ISO 3166-1 alpha-3; XKX for Kosovo; the old code of a former state
	Alpha2         string   // ISO 3166-1 alpha-2
	Name           string   // usual name in English news
	Official       []string // official names
	Also           []string // other usual names and spellings
	FormerNames    []string // "Burma", "Zaire"
	Abbreviations  []string // "UAE"
	Adjectives     []string // "Dutch"; "Sino-" with its hyphen stands only in compounds
	People         []string // "Dutchman/Dutchmen": one person, and several
	Capitals       []string // the seat of government first; spellings after a slash
	FormerCapitals []FormerCapital
}

var countryColumns = []string{"code", "alpha2", "name", "official", "also", "former", "abbreviations", "adjectives", "people", "capitals", "former_capitals"}

func (l *loader) countries(file, text string) error {
	g, b := l.g, l.b
	return readTable(file, text, countryColumns, func(c []string) error {
		if len(c[0]) != 3 || c[2] == "" {
			return fmt.Errorf("the country %q needs a code of three letters and a name", c[0])
		}
		if _, dup := g.countryByCode[c[0]]; dup {
			return fmt.Errorf("the country %s stands twice", c[0])
		}
		e := Country{
			Code: strings.Clone(c[0]), Alpha2: c[1], Name: c[2], Official: list(c[3]), Also: list(c[4]), FormerNames: list(c[5]),
			Abbreviations: list(c[6]), Adjectives: list(c[7]), People: people(list(c[7]), c[8]), Capitals: list(c[9]),
		}
		ref := int32(len(g.countries))
		sense := Sense{KindCountry, ref}
		prior := uint16(priorCountry)
		if successors[e.Code] != "" {
			prior-- // "Belgrade" is Serbia's unless the day says otherwise
		}
		for _, n := range [][]string{{e.Name}, e.Official, e.Also, e.FormerNames, e.Abbreviations} {
			for _, n := range n {
				b.add(bare(n, &e), sense, prior)
				prior = min(prior, priorCountry-1)
			}
		}
		g.countries = append(g.countries, e)
		g.countryByCode[e.Code] = ref
		g.countryByAlpha2[e.Alpha2] = ref
		l.demonyms(ref, &g.countries[ref])
		return l.formerCapitals(ref, c[10])
	})
}

// bare drops a leading "the" where the rest is a name of the country by itself.
func bare(n string, e *Country) string {
	rest, ok := strings.CutPrefix(n, "the ")
	if !ok {
		rest, ok = strings.CutPrefix(n, "The ")
	}
	if !ok {
		return n
	}
	for _, names := range [][]string{{e.Name}, e.Official, e.Also, e.FormerNames} {
		for _, other := range names {
			if other == rest {
				return rest
			}
		}
	}
	return n
}
