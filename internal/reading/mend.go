package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// mend corrects a tag that the parser often gets wrong in news: a verb in the
// present ("X, who was on his way anyway, lands in Washington") that stands
// where a noun could. What has a subject and no copula, article or case is a
// verb, if the lexicon knows it as one.
func mend(doc *language.Document, s *language.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != language.NOUN || t.XPOS != language.XPOSNNS || t.Rel != language.RelRoot && t.Rel != language.RelCcomp && t.Rel != language.RelConj {
			continue
		}
		lemma := lexicon.Lemma(strings.ToLower(doc.Word(t)))
		if lemma == "" || lexicon.Verb(lemma) == nil {
			continue
		}
		subject, noun := false, false
		for k := range s.Tokens {
			c := &s.Tokens[k]
			if int(c.Head) != i {
				continue
			}
			switch c.Rel {
			case language.RelNsubj:
				subject = subject || k < i
			case language.RelCop, language.RelDet, language.RelCase, language.RelNmodPoss, language.RelAmod:
				noun = true
			}
		}
		if !subject || noun {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = language.VERB, language.XPOSVBZ, lemma
		for k := range s.Tokens {
			if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelNmod {
				c.Rel = language.RelObl
			}
		}
	}
}
