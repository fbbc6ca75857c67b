package gazetteer

import "fmt"

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
