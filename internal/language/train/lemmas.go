package main

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
	"github.com/chancery-project/chancery/internal/language/lemma"
)

// learnLemmas gives the lemma table of the sentences. Small words that are no
// names are also shown in capitals, and capitalised, with little weight, for
// headlines and starts of sentences.
func learnLemmas(sentences []*conllu.Sentence) []byte {
	var l lemma.Learner
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Lemma == "_" && w.Form != "_" {
				continue
			}
			tag := language.LemmaTag(w.UPOS, w.XPOS)
			l.Add(w.Form, tag, w.Lemma, 1)
			if w.UPOS != language.PROPN && w.UPOS != language.X && w.Form == strings.ToLower(w.Form) && len(w.Form) > 1 {
				l.Add(strings.ToUpper(w.Form), tag, w.Lemma, 0.05)
				l.Add(strings.ToUpper(w.Form[:1])+w.Form[1:], tag, w.Lemma, 0.05)
			}
		}
	}
	return l.Encode()
}
