package gazetteer

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
