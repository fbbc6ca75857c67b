package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendDay makes a verb of "was on Tuesday presented with the order", "is on
// Tuesday afternoon beginning a visit", where the parser takes the day for what
// is said of the subject and the participle for a word that describes the day.
func mendDay(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	d := int(v.Head)
	going := v.XPOS == language.XPOSVBG
	if v.XPOS != language.XPOSVBN && v.XPOS != language.XPOSVBD && !going || d < 1 || d != i-1 || !daysName(doc.Word(&s.Tokens[d])) && !(partOfDay(s.Tokens[d].Lemma) && daysName(doc.Word(&s.Tokens[d-1]))) {
		return
	}
	be := -1
	for k := range s.Tokens[:d] {
		if c := &s.Tokens[k]; int(c.Head) == d && c.Rel == language.RelCop {
			be = k
		}
	}
	if be < 0 {
		return
	}
	day := &s.Tokens[d]
	v.Head, v.Rel = day.Head, day.Rel
	if !going {
		v.XPOS = language.XPOSVBN
	}
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if int(c.Head) != d || c.Rel == language.RelCase || c.Rel == language.RelCompound {
			continue
		}
		c.Head = int16(i)
		switch {
		case c.Rel == language.RelCop && going:
			c.Rel = language.RelAux
		case c.Rel == language.RelCop:
			c.Rel = language.RelAuxPass
		case c.Rel == language.RelNsubj && !going:
			c.Rel = language.RelNsubjPass
		}
	}
	day.Head, day.Rel = int16(i), language.RelObl
}

// daysName tells a weekday, "today" and "yesterday".
func daysName(w string) bool {
	switch strings.ToLower(w) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday":
		return true
	}
	return false
}
