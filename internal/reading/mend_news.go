package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendTalksSubject makes a noun of "talks" where it is a subject: "The truce
// talks between Ethiopia and Eritrea began".
func mendTalksSubject(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.UPOS != language.VERB || doc.Word(t) != "talks" || int(t.Head) < i {
		return
	}
	t.UPOS, t.XPOS = language.NOUN, language.XPOSNNS
	for k := range s.Tokens {
		c := &s.Tokens[k]
		if int(c.Head) != i {
			continue
		}
		switch c.Rel {
		case language.RelNsubj:
			c.Rel = language.RelCompound
		case language.RelObl:
			c.Rel = language.RelNmod
		}
	}
}

// mendClock takes the hour that opens an entry of a running report for what it
// is and not for a subject: "16:40 Jordan's foreign minister has landed".
func mendClock(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if i == 0 && t.UPOS == language.NUM && strings.ContainsAny(doc.Word(t), ":.") {
		t.Rel = language.RelOblUnmarked
	}
}

// mendGather gives "Foreign ministers of the OIC gather in Jeddah" its verb,
// which the parser takes for a noun.
func mendGather(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	h := int(t.Head)
	if t.UPOS != language.NOUN || doc.Word(t) != "gather" || h < 0 || h > i || s.Tokens[h].UPOS != language.NOUN || t.Rel != language.RelNmod {
		return
	}
	member := -1
	for k := h + 1; k < i; k++ {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelCompound {
			member = k
		}
	}
	t.UPOS, t.XPOS, t.Lemma = language.VERB, language.XPOSVBP, "gather"
	t.Head, t.Rel = s.Tokens[h].Head, s.Tokens[h].Rel
	s.Tokens[h].Head, s.Tokens[h].Rel = int16(i), language.RelNsubj
	for k := range s.Tokens {
		c := &s.Tokens[k]
		switch {
		case k == h:
		case k > i && (int(c.Head) == i || int(c.Head) == h):
			c.Head = int16(i)
			if c.Rel == language.RelNmod {
				c.Rel = language.RelObl
			}
		case member >= 0 && k == member:
			c.Head, c.Rel = int16(h), language.RelNmod
		case member >= 0 && k < member && int(c.Head) == i:
			c.Head = int16(member)
		}
	}
}
