package reading

import (
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// mendStates hangs the name of a state or organisation on the official behind
// it, where the parser gives a verb two subjects: "New Zealand Foreign Minister
// Winston Peters left", "Timor-Leste's Prime Minister Xanana Gusmao arrived".
func mendStates(s *language.Sentence, matches []gazetteer.Match) {
	for k := range matches {
		m := &matches[k]
		if c := m.Senses[0].Kind; c != gazetteer.KindCountry && c != gazetteer.KindOrganisation {
			continue
		}
		first := -1 // the word of the name that is taken for a subject
		for i := m.From; i < m.To && first < 0; i++ {
			if t := &s.Tokens[i]; (t.Rel == language.RelNsubj || t.Rel == language.RelNsubjPass) && int(t.Head) >= m.To {
				first = i
			}
		}
		if first < 0 {
			continue
		}
		t := &s.Tokens[first]
		for j := m.To; j < len(s.Tokens) && j < m.To+9 && j < int(t.Head); j++ {
			c := &s.Tokens[j]
			if c.UPOS == language.PUNCT || c.UPOS == language.CCONJ || c.UPOS == language.ADP && j < m.To+2 {
				break
			}
			if c.Rel == t.Rel && c.Head == t.Head && c.UPOS == language.PROPN {
				t.Head, t.Rel = int16(j), language.RelCompound
				break
			}
		}
	}
}

// mendDemonyms does the same for an adjective that the parser takes for who
// acts, with the official behind it beside or in apposition to it: "Kyrgyz
// President Sadyr Japarov held talks".
func mendDemonyms(s *language.Sentence, matches []gazetteer.Match) {
	for k := range matches {
		m := &matches[k]
		if m.Senses[0].Kind != gazetteer.KindDemonym || m.To-m.From != 1 {
			continue
		}
		t := &s.Tokens[m.From]
		switch t.Rel {
		case language.RelNsubj, language.RelNsubjPass, language.RelObj, language.RelObl, language.RelNmod, language.RelConj:
		default:
			continue
		}
		for j := m.To; j < len(s.Tokens) && j < m.To+6; j++ {
			c := &s.Tokens[j]
			if c.UPOS == language.PUNCT || c.UPOS == language.CCONJ || c.UPOS == language.ADP || c.UPOS == language.VERB || c.UPOS == language.AUX {
				break
			}
			beside := c.Rel == t.Rel && c.Head == t.Head
			if c.UPOS != language.PROPN || !beside && (c.Rel != language.RelAppos || int(c.Head) != m.From) || j == m.To {
				continue
			}
			c.Head, c.Rel = t.Head, t.Rel
			for i := range s.Tokens {
				if o := &s.Tokens[i]; int(o.Head) == m.From {
					o.Head = int16(j)
				}
			}
			t.Head, t.Rel = int16(j), language.RelCompound
			break
		}
	}
}
