package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendHeadless gives a sentence that opens with a name and an apposition its
// verb, where the parser takes the name for the head: "Wang Yi, Foreign
// Minister of China, and the Danish premier held talks", "Talks between the
// two, the first this year, took place".
func mendHeadless(doc *language.Document, s *language.Sentence) {
	r := -1
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head < 0 {
			r = i
			break
		} else if t.UPOS == language.VERB || t.UPOS == language.AUX {
			return
		}
	}
	if r < 0 || s.Tokens[r].UPOS != language.PROPN && s.Tokens[r].UPOS != language.NOUN || childOf(s, r, language.RelNsubj, language.RelNsubjPass, language.RelCop) {
		return
	}
	v, verbs := -1, 0
	for i := r + 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].UPOS == language.VERB {
			if v < 0 {
				v = i
			}
			verbs++
		}
	}
	if v < 0 || int(s.Tokens[v].Head) != r || !finite(s, v) && !(verbs == 1 && s.Tokens[v].XPOS == language.XPOSVBN && s.Tokens[r].UPOS == language.PROPN) { // "X, the minister, left for Rome"
		return
	}
	subject, passive := -1, false
	for k := r + 1; k < v; k++ {
		if c := &s.Tokens[k]; int(c.Head) == v && (c.Rel == language.RelNsubj || c.Rel == language.RelNsubjPass) {
			subject = k
		} else if int(c.Head) == v && c.Rel == language.RelAuxPass {
			passive = true
		}
	}
	switch s.Tokens[v].Rel {
	case language.RelAcl, language.RelParataxis:
		if subject >= 0 || doc.Word(&s.Tokens[v-1]) != "," && s.Tokens[v-1].UPOS != language.AUX || v+1 < len(s.Tokens) && doc.Word(&s.Tokens[v+1]) == "," {
			return
		}
	case language.RelConj:
		if subject < 0 && !childOf(s, r, language.RelAppos, language.RelConj) {
			return
		}
	default:
		return
	}
	for k := range s.Tokens {
		c := &s.Tokens[k]
		switch {
		case k > v && int(c.Head) == r:
			c.Head = int16(v)
		case subject >= 0 && k < subject && int(c.Head) == v && c.Rel == language.RelCc:
			c.Head = int16(subject)
		}
	}
	if subject >= 0 {
		s.Tokens[subject].Head, s.Tokens[subject].Rel = int16(r), language.RelConj
	}
	s.Tokens[v].Head, s.Tokens[v].Rel = -1, language.RelRoot
	s.Tokens[r].Head, s.Tokens[r].Rel = int16(v), language.RelNsubj
	if passive {
		s.Tokens[r].Rel = language.RelNsubjPass
	}
}

// finite tells a verb that has a tense from a participle or an infinitive.
func finite(s *language.Sentence, v int) bool {
	switch s.Tokens[v].XPOS {
	case language.XPOSVBD, language.XPOSVBZ, language.XPOSVBP:
		return true
	}
	return childOf(s, v, language.RelAux, language.RelAuxPass)
}

// mendTakePlace hangs what the parser has hung on the "place" of "take place"
// on the verb: "took place between X and Y".
func mendTakePlace(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	v := int(t.Head)
	if t.Lemma != "place" || v < 0 || v > i || s.Tokens[v].Lemma != "take" {
		return
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelNmod {
			c.Head, c.Rel = int16(v), language.RelObl
		}
	}
}

// mendTalkNoun makes a noun of "talks" where it is an object: "held talks".
func mendTalkNoun(doc *language.Document, s *language.Sentence, i int) {
	if t := &s.Tokens[i]; t.UPOS == language.VERB && doc.Word(t) == "talks" {
		t.UPOS, t.XPOS = language.NOUN, language.XPOSNNS
	}
}

// mendAccordWith hangs the other side of a paper on the paper: "a memorandum
// of understanding with Poland", "an agreement on fishing with Iceland".
func mendAccordWith(doc *language.Document, s *language.Sentence, i int) {
	g := int(s.Tokens[i].Head)
	if g < 0 || g > i || s.Tokens[g].UPOS != language.NOUN || s.Tokens[g].Rel != language.RelNmod || prepositionOf(doc, s, i) != "with" {
		return
	}
	if h := int(s.Tokens[g].Head); h >= 0 && h < g && accordNoun(strings.ToLower(s.Tokens[h].Lemma)) {
		s.Tokens[i].Head = int16(h)
	}
}
