package gazetteer

import "strings"

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
