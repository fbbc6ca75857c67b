package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendCase hangs a preposition on the noun right behind it where the parser
// has hung it on a later one: "talks with Prime Minister Robert Mugabe on
// sanctions", with both prepositions on the sanctions.
func mendCase(s *language.Sentence, i int) {
	c := &s.Tokens[i]
	h := int(c.Head)
	if c.Rel != language.RelCase || h <= i+1 {
		return
	}
	second := -1
	for k := i + 1; k < h; k++ {
		if o := &s.Tokens[k]; int(o.Head) == h && o.Rel == language.RelCase {
			second = k
		}
	}
	if second < i+2 {
		return
	}
	for k := i + 1; k < second; k++ {
		n := &s.Tokens[k]
		if n.UPOS != language.PROPN && n.UPOS != language.NOUN || n.Rel != language.RelNmod && n.Rel != language.RelObl {
			continue
		}
		if !childOf(s, k, language.RelCase) {
			c.Head = int16(k)
		}
		return
	}
}

// mendVisiting makes an adjective of "visiting" between a preposition and a
// title: "an accord with visiting Canadian minister Monique Landry".
func mendVisiting(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	if i == 0 || v.UPOS != language.VERB || !strings.EqualFold(doc.Word(v), "visiting") || s.Tokens[i-1].UPOS != language.ADP && s.Tokens[i-1].UPOS != language.SCONJ || int(s.Tokens[i-1].Head) != i {
		return
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		n := &s.Tokens[k]
		if int(n.Head) != i || n.Rel != language.RelObj || !childOf(s, k, language.RelNmodDesc) {
			continue
		}
		prep := &s.Tokens[i-1]
		prep.Head, prep.Rel, prep.UPOS = int16(k), language.RelCase, language.ADP
		n.Head = v.Head
		if n.Rel = language.RelObl; n.Head >= 0 && s.Tokens[n.Head].UPOS != language.VERB {
			n.Rel = language.RelNmod
		}
		v.Head, v.Rel = int16(k), language.RelAmod
		for q := k + 1; q < len(s.Tokens); q++ { // what stands behind goes with the noun's head
			if o := &s.Tokens[q]; int(o.Head) == i && n.Head >= 0 {
				o.Head = n.Head
			}
		}
		return
	}
}
