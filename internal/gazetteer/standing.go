package gazetteer

import "fmt"

// Tense says how somebody stands to an office.
type Tense uint8

// The tenses of an office.
const (
	Current  Tense = iota // holds it; also "new", "incumbent"
	Former                // held it: "former", "ex-", "then"
	Acting                // "acting", "interim", "caretaker"
	Elect                 // is to hold it: "-elect", "-designate", "incoming"
	Outgoing              // holds it for the last days
	Late                  // is dead
)

var tenses = map[string]Tense{"current": Current, "former": Former, "acting": Acting, "elect": Elect, "outgoing": Outgoing, "late": Late}

var standingColumns = []string{"tense", "words"}

func (l *loader) standing(file, text string) error {
	return readTable(file, text, standingColumns, func(c []string) error {
		t, ok := tenses[c[0]]
		if !ok {
			return fmt.Errorf("the tense %q is unknown", c[0])
		}
		for _, w := range list(c[1]) {
			l.b.add(w, Sense{KindStanding, int32(t)}, priorStanding)
		}
		return nil
	})
}

// Honorific is a title before a name.
type Honorific struct {
	Word   string
	Gender string // "m", "f" or empty
	Class  string // civil, noble, royal, religious, military, legislative, executive, diplomatic
}

var honorificColumns = []string{"word", "gender", "class", "also"}

func (l *loader) honorifics(file, text string) error {
	return readTable(file, text, honorificColumns, func(c []string) error {
		sense := Sense{KindHonorific, int32(len(l.g.honorifics))}
		l.g.honorifics = append(l.g.honorifics, Honorific{c[0], c[1], c[2]})
		l.b.add(c[0], sense, priorHonorific)
		for _, w := range list(c[3]) {
			l.b.add(w, sense, priorHonorific)
		}
		return nil
	})
}

// GivenName is a common given name.
type GivenName struct {
	Name   string
	Gender string // "m", "f" or empty where both bear it
}

var givenColumns = []string{"name", "gender"}

func (l *loader) givenNames(file, text string) error {
	return readTable(file, text, givenColumns, func(c []string) error {
		gender := c[1]
		switch gender {
		case "m", "f":
		case "x":
			gender = ""
		default:
			return fmt.Errorf("the gender %q of %s must be m, f or x", gender, c[0])
		}
		if gender != "" {
			l.isGiven[Fold(c[0])] = true
		}
		l.b.add(c[0], Sense{KindGivenName, int32(len(l.g.givenNames))}, priorGiven)
		l.g.givenNames = append(l.g.givenNames, GivenName{c[0], gender})
		return nil
	})
}

// Gathering is a conference or summit that has a name of its own.
type Gathering struct {
	Name         string
	Organisation string // code of the organisation or country behind it, or empty
	Kind         string // summit, conference, forum, session, process
}

var gatheringColumns = []string{"name", "organisation", "kind", "also"}

func (l *loader) gatherings(file, text string) error {
	return readTable(file, text, gatheringColumns, func(c []string) error {
		if c[0] == "" || c[2] == "" {
			return fmt.Errorf("a gathering needs a name and a kind")
		}
		sense := Sense{KindGathering, int32(len(l.g.gatherings))}
		l.g.gatherings = append(l.g.gatherings, Gathering{c[0], c[1], c[2]})
		l.b.add(c[0], sense, priorGathering)
		for _, n := range list(c[3]) {
			l.b.add(n, sense, priorGathering)
		}
		return nil
	})
}
