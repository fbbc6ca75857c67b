package reading

import (
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// mendOrgNouns makes a noun the head of the organisation's name before it, where
// the parser hangs it on the last words of the name: "hosts a Commonwealth of
// Independent States leadership summit", "an Organization of Turkic States
// meeting".
func mendOrgNouns(s *language.Sentence, matches []gazetteer.Match) {
	for k := range matches {
		m := &matches[k]
		if m.To-m.From >= 3 && m.Senses[0].Kind == gazetteer.KindOrganisation {
			mendOrgNoun(s, m.From, m.To)
		}
	}
}

func mendOrgNoun(s *language.Sentence, from, to int) {
	n := to
	for n < len(s.Tokens) && n-to < 3 && s.Tokens[n].UPOS == language.NOUN && int(s.Tokens[n].Head) > n { // "leadership"
		n++
	}
	if n >= len(s.Tokens) || s.Tokens[n].UPOS != language.NOUN {
		return
	}
	noun := &s.Tokens[n]
	if h := int(noun.Head); h < from || h >= to || noun.Rel != language.RelNmod {
		return
	}
	outer := -1 // the word by which the name hangs on the sentence
	for i := from; i < to; i++ {
		if h := int(s.Tokens[i].Head); (h < from || h >= to) && h != n {
			if outer >= 0 {
				return
			}
			outer = i
		}
	}
	if outer < 0 {
		return
	}
	o := &s.Tokens[outer]
	noun.Head, noun.Rel = o.Head, o.Rel
	for i := range s.Tokens {
		t := &s.Tokens[i]
		inside := i >= from && i < to
		switch {
		case i == n || i == outer:
		case inside && int(t.Head) == n: // "of Independent States", hung on the noun
			t.Head = int16(outer)
		case !inside && int(t.Head) == outer: // the article
			t.Head = int16(n)
		}
	}
	o.Head, o.Rel = int16(n), language.RelCompound
}
