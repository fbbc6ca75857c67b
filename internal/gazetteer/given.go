package gazetteer

import "fmt"

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
