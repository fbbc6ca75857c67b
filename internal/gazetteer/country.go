package gazetteer

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
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

// DemonymForm is how a demonym is used.
type DemonymForm uint8

// The forms of a demonym; "German" is an adjective and a singular.
const (
	Adjective DemonymForm = 1 << iota // "Russian"
	Singular                          // "a Dane"
	Plural                            // "the Danes"
	Prefix                            // the "Sino" of "Sino-Japanese"
)

// Demonym is a name for the people of a country, or its adjective.
type Demonym struct {
	Word    string
	Country int32
	Form    DemonymForm
}

var countryColumns = []string{"code", "alpha2", "name", "official", "also", "former", "abbreviations", "adjectives", "people", "capitals", "former_capitals"}

// Priors order the senses of one name; the order of kinds was chosen by hand.
const (
	priorCountry   = 1000
	priorDemonym   = 900
	priorOrg       = 850
	priorSeat      = 800
	priorGathering = 780
	priorOffice    = 700
	priorStanding  = 690
	priorHonorific = 680
	priorPerson    = 650
	priorMetropole = 600 // a capital, or more than a million people
	priorSurname   = 560
	priorBigCity   = 500 // more than 300,000
	priorTown      = 300 // more than 100,000
	priorGiven     = 350
	priorMistaken  = 340 // a family name that is rather a given name
	priorSmallTown = 200
)

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

// people gives "one/several" for each name of a country's people. An empty
// cell makes them from the adjectives in -n and -i; "-" says that there are
// none beside the adjectives.
func people(adjectives []string, cell string) []string {
	if cell == "-" {
		return nil
	}
	names := list(cell)
	if cell == "" {
		for _, a := range adjectives {
			if strings.HasSuffix(a, "n") || strings.HasSuffix(a, "i") {
				names = append(names, a)
			}
		}
	}
	for i, n := range names {
		if strings.Contains(n, "/") {
			names[i] = strings.TrimSuffix(n, "/-")
		} else {
			names[i] = n + "/" + n + "s"
		}
	}
	return names
}

func (l *loader) demonyms(ref int32, e *Country) {
	add := func(w string, f DemonymForm) {
		for i := len(l.g.demonyms) - 1; i >= 0 && l.g.demonyms[i].Country == ref; i-- {
			if l.g.demonyms[i].Word == w {
				l.g.demonyms[i].Form |= f
				return
			}
		}
		l.g.demonyms = append(l.g.demonyms, Demonym{w, ref, f})
	}
	from := len(l.g.demonyms)
	for _, a := range e.Adjectives {
		if p, ok := strings.CutSuffix(a, "-"); ok {
			l.prefix(p, ref)
			continue
		}
		add(a, Adjective)
	}
	for _, p := range e.People {
		one, several, ok := strings.Cut(p, "/")
		add(one, Singular)
		if !ok {
			several = one
		}
		add(several, Plural)
	}
	for i := from; i < len(l.g.demonyms); i++ {
		if l.g.demonyms[i].Form == Prefix {
			continue
		}
		prior := uint16(priorDemonym)
		if successors[e.Code] != "" {
			prior--
		}
		l.b.add(l.g.demonyms[i].Word, Sense{KindDemonym, int32(i)}, prior)
	}
}

// prefix takes in the first part of compounds such as "Sino-Japanese".
func (l *loader) prefix(p string, country int32) {
	ref := int32(len(l.g.demonyms))
	l.g.demonyms = append(l.g.demonyms, Demonym{p, country, Prefix})
	w := appendName(nil, p)
	l.g.prefixes[w[0].hash] = []Sense{{KindDemonym, ref}}
}

// bounds parses the bounds of a row; an empty end is open.
func bounds(from, to string) (first, last edtf.Day, err error) {
	first, last = edtf.MinDay, edtf.MaxDay
	if from != "" {
		d, err := edtf.Parse(from)
		if err != nil {
			return 0, 0, err
		}
		first, _, _ = d.Bounds()
	}
	if to != "" {
		d, err := edtf.Parse(to)
		if err != nil {
			return 0, 0, err
		}
		_, last, _ = d.Bounds()
	}
	if first > last {
		return 0, 0, fmt.Errorf("it ends (%s) before it begins (%s)", to, from)
	}
	return first, last, nil
}
