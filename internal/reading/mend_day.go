package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendDay makes a passive of "was on Tuesday presented with the order", where
// the parser takes the day for what is said of the subject and the participle
// for a word that describes the day.
func mendDay(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	d := int(v.Head)
	if v.XPOS != language.XPOSVBN && v.XPOS != language.XPOSVBD || d < 1 || d != i-1 || !daysName(doc.Word(&s.Tokens[d])) {
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
	v.Head, v.Rel, v.XPOS = day.Head, day.Rel, language.XPOSVBN
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if int(c.Head) != d || c.Rel == language.RelCase {
			continue
		}
		c.Head = int16(i)
		switch c.Rel {
		case language.RelNsubj:
			c.Rel = language.RelNsubjPass
		case language.RelCop:
			c.Rel = language.RelAuxPass
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
