package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendParallel joins a phrase behind "and" to the one with the same
// preposition, where the parser has hung it on what stands next to it: "was in
// Kyiv to see X and in Moscow on Friday", "met with X on Monday and with Y".
func mendParallel(doc *language.Document, s *language.Sentence, i int) {
	h := int(s.Tokens[i].Head)
	if h < 0 || h > i {
		return
	}
	lead := prepositionOf(doc, s, i)
	switch lead {
	case "in", "to", "with":
	default:
		return
	}
	if prepositionOf(doc, s, h) == lead || s.Tokens[h].UPOS == language.VERB {
		return
	}
	for n, g := 0, h; n < 6 && g >= 0; n, g = n+1, int(s.Tokens[g].Head) {
		if g < i && prepositionOf(doc, s, g) == lead {
			s.Tokens[i].Head = int16(g)
			return
		}
		for k := h - 1; k >= 0; k-- {
			if c := &s.Tokens[k]; int(c.Head) == g && prepositionOf(doc, s, k) == lead && (c.Rel == language.RelObl || c.Rel == language.RelNmod) {
				s.Tokens[i].Head = int16(k)
				return
			}
		}
		if s.Tokens[g].UPOS == language.VERB && s.Tokens[g].Rel != language.RelAdvcl && s.Tokens[g].Rel != language.RelXcomp {
			return
		}
	}
}

// prepositionOf gives the preposition that leads a noun, or "".
func prepositionOf(doc *language.Document, s *language.Sentence, i int) string {
	for k := range s.Tokens[:i] {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelCase {
			return strings.ToLower(doc.Word(c))
		}
	}
	return ""
}
