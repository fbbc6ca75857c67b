package main

import (
	_ "embed"
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
	addIrregular(&l)
	return l.Encode()
}

//go:embed irregular.txt
var irregular string

// addIrregular shows the irregular verbs, of which the treebanks lack some,
// small and capitalised, with little weight.
func addIrregular(l *lemma.Learner) {
	add := func(form string, x language.XPOS, base string) {
		for _, f := range []string{form, strings.ToUpper(form), strings.ToUpper(form[:1]) + form[1:]} {
			l.Add(f, language.LemmaTag(language.VERB, x), base, 0.1)
		}
	}
	for _, line := range strings.Split(irregular, "\n") {
		f := strings.Fields(line)
		if len(f) != 3 || f[0] == "#" {
			continue
		}
		for _, w := range strings.Split(f[1], "/") {
			add(w, language.XPOSVBD, f[0])
		}
		for _, w := range strings.Split(f[2], "/") {
			add(w, language.XPOSVBN, f[0])
		}
	}
}
