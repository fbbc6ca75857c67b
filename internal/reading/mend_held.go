package reading

import "github.com/chancery-project/chancery/internal/language"

// mendHeld makes the verb of a "held" or "had" that the parser takes for a word
// describing the noun behind it: "the two heads of state held talks".
func mendHeld(s *language.Sentence, i int) {
	v := &s.Tokens[i]
	n := int(v.Head)
	if v.UPOS != language.VERB || v.Lemma != "hold" && v.Lemma != "have" || n <= i || n > i+4 || !childOf(s, n, language.RelNsubj) || childOf(s, n, language.RelCop) {
		return
	}
	noun := &s.Tokens[n]
	v.Head, v.Rel, v.XPOS = noun.Head, noun.Rel, language.XPOSVBD
	noun.Head, noun.Rel = int16(i), language.RelObj
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if int(c.Head) != n || k == i {
			continue
		}
		if k < i || c.UPOS == language.VERB || c.Rel == language.RelPunct {
			c.Head = int16(i)
			if c.Rel == language.RelNmod {
				c.Rel = language.RelObl
			}
		}
	}
}
