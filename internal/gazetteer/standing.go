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
