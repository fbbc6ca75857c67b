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

// mendSetDay makes the verb of the sentence of "will on Thursday, 28 September,
// host" and "has today, Friday, arrived", where the parser takes the day, or
// the auxiliary before it, for the verb.
func mendSetDay(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	h := int(v.Head)
	if h < 1 || h > i || i-h > 8 || v.Rel != language.RelConj && v.Rel != language.RelParataxis || doc.Word(&s.Tokens[i-1]) != "," {
		return
	}
	head := &s.Tokens[h]
	modal := v.XPOS == language.XPOSVB && daysName(doc.Word(head))
	perfect := (v.XPOS == language.XPOSVBN || v.XPOS == language.XPOSVBD) && head.Lemma == "have" && head.UPOS == language.VERB
	if !modal && !perfect {
		return
	}
	aux := h
	for k := h + 1; k < i; k++ { // nothing but the day between
		if t := &s.Tokens[k]; t.UPOS == language.VERB || t.UPOS == language.CCONJ || t.UPOS == language.PRON {
			return
		}
	}
	if modal {
		aux = -1
		for k := range s.Tokens[:h] {
			if t := &s.Tokens[k]; int(t.Head) == h && t.Rel == language.RelAux {
				aux = k
			}
		}
		if aux < 0 {
			return
		}
	}
	v.Head, v.Rel = head.Head, head.Rel
	for k := range s.Tokens {
		t := &s.Tokens[k]
		switch {
		case k == i:
		case int(t.Head) == i && k < i && (t.Rel == language.RelNsubj || t.Rel == language.RelNsubjPass): // "Friday"
			t.Rel = language.RelObl
		case int(t.Head) == h && (t.Rel == language.RelNsubj || t.Rel == language.RelAux || k > i || perfect):
			t.Head = int16(i)
		}
	}
	head.Head, head.Rel = int16(i), language.RelObl
	if perfect {
		head.Rel, head.UPOS = language.RelAux, language.AUX
	}
}
