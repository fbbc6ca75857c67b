package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendEarlier makes the verb of a clause of what the parser takes for a word
// that describes the time of day before it: "had earlier in the day called on",
// "later in the afternoon met".
func mendEarlier(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	d := int(v.Head)
	if v.XPOS != language.XPOSVBN && v.XPOS != language.XPOSVBD || d != i-1 || d < 2 || s.Tokens[d].Rel != language.RelObl {
		return
	}
	switch s.Tokens[d].Lemma {
	case "day", "morning", "afternoon", "evening", "night", "week", "month", "year":
	default:
		return
	}
	r := int(s.Tokens[d].Head)
	if r < 0 || r > d {
		return
	}
	top := &s.Tokens[r]
	switch w := strings.ToLower(doc.Word(top)); {
	case (w == "had" || w == "has" || w == "have") && !childOf(s, r, language.RelObj):
		v.XPOS = language.XPOSVBN
	case w == "earlier" || w == "later":
		v.XPOS = language.XPOSVBD
	default:
		return
	}
	v.Head, v.Rel = top.Head, top.Rel
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == r && k != i {
			c.Head = int16(i)
		}
	}
	top.Head, top.Rel = int16(i), language.RelAdvmod
	if v.XPOS == language.XPOSVBN {
		top.Rel, top.UPOS = language.RelAux, language.AUX
	}
}

// mendActive tells that the verb of a sentence is no passive where no auxiliary
// says so: "She earlier today called on", "the premier promised to".
func mendActive(s *language.Sentence, v int) {
	if s.Tokens[v].XPOS != language.XPOSVBN || s.Tokens[v].Rel != language.RelRoot || childOf(s, v, language.RelAuxPass, language.RelAux, language.RelCop) {
		return
	}
	for k := max(0, v-6); k < v; k++ { // "was on Tuesday presented", where it hangs elsewhere
		if s.Tokens[k].UPOS == language.AUX {
			return
		}
	}
	for k := range s.Tokens[:v] {
		if c := &s.Tokens[k]; int(c.Head) == v && (c.Rel == language.RelNsubj || c.Rel == language.RelNsubjPass) {
			c.Rel = language.RelNsubj
			s.Tokens[v].XPOS = language.XPOSVBD
		}
	}
}
