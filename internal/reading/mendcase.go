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

// mendVisiting makes an adjective of "visiting" or "acting" between a preposition and a
// title: "an accord with visiting Canadian minister Monique Landry".
func mendVisiting(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	if w := doc.Word(v); i == 0 || v.UPOS != language.VERB || w != "visiting" && w != "acting" && w != "outgoing" && w != "incoming" || s.Tokens[i-1].UPOS != language.ADP && s.Tokens[i-1].UPOS != language.SCONJ || int(s.Tokens[i-1].Head) != i {
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

// mendVisitor does the same behind a verb that is said of a guest: "told visiting
// British Prime Minister Keir Starmer that". "Began visiting" is left alone.
func mendVisitor(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	h := i - 1
	if doc.Word(v) != "visiting" || v.UPOS != language.VERB || int(v.Head) != h || h < 0 || s.Tokens[h].UPOS != language.VERB || !ofGuests(s.Tokens[h].Lemma) {
		return
	}
	guest := -1
	for k := i + 1; k < len(s.Tokens) && guest < 0; k++ {
		switch n := &s.Tokens[k]; {
		case n.UPOS == language.VERB || n.UPOS == language.PUNCT:
			return
		case n.Rel == language.RelObj && (int(n.Head) == i || int(n.Head) == h):
			guest = k
		}
	}
	if guest < 0 {
		return
	}
	for k := guest + 1; k < len(s.Tokens); k++ { // "Secretary of State George Shultz", the name as a second object
		n := &s.Tokens[k]
		if n.Rel == language.RelObj && n.UPOS == language.PROPN && (int(n.Head) == i || int(n.Head) == h) {
			s.Tokens[guest].Head, s.Tokens[guest].Rel = int16(k), language.RelNmodDesc
			guest = k
			break
		}
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if int(s.Tokens[k].Head) == i {
			s.Tokens[k].Head = int16(h)
		}
	}
	v.Head, v.Rel = int16(guest), language.RelAmod
}

// ofGuests names verbs that are said of a guest who is there.
func ofGuests(lemma string) bool {
	switch lemma {
	case "tell", "inform", "assure", "urge", "meet", "receive", "welcome", "host", "greet", "ask", "thank", "brief", "remind", "warn", "promise", "decorate", "award", "see":
		return true
	}
	return false
}

// mendFollowing makes a preposition of "following" before a noun: "agreed not
// to use force following talks between the two".
func mendFollowing(doc *language.Document, s *language.Sentence, i int) {
	f := &s.Tokens[i]
	if f.UPOS != language.VERB || !strings.EqualFold(doc.Word(f), "following") || childOf(s, i, language.RelNsubj, language.RelAux, language.RelMark) {
		return
	}
	for k := i + 1; k < len(s.Tokens) && k-i < 9; k++ {
		n := &s.Tokens[k]
		if n.UPOS == language.VERB || n.UPOS == language.ADP {
			return
		}
		h := int(n.Head)
		if n.UPOS != language.NOUN || n.Rel != language.RelObj || h > i || h < 0 {
			continue
		}
		if h == i { // its own object: goes with what "following" goes with
			h = int(f.Head)
			if h >= 0 && s.Tokens[h].UPOS != language.VERB && s.Tokens[h].Head >= 0 {
				h = int(s.Tokens[h].Head)
			}
			if h < 0 || h == k {
				return
			}
		}
		n.Head, n.Rel = int16(h), language.RelObl
		f.Head, f.Rel, f.UPOS = int16(k), language.RelCase, language.ADP
		f.Lemma = "following"
		return
	}
}

// mendPerfect makes an auxiliary of "had" before an adverb and a participle:
// "the two had last met in Bali".
func mendPerfect(s *language.Sentence, i int) {
	h := &s.Tokens[i]
	if h.UPOS != language.VERB || h.Lemma != "have" || i+2 >= len(s.Tokens) || childOf(s, i, language.RelObj) {
		return
	}
	v := &s.Tokens[i+2]
	if v.XPOS != language.XPOSVBN && v.XPOS != language.XPOSVBD || v.UPOS != language.VERB || int(v.Head) != i || v.Rel != language.RelXcomp && v.Rel != language.RelCcomp {
		return
	}
	switch s.Tokens[i+1].Lemma {
	case "last", "earlier", "first", "since", "once", "then":
	default:
		return
	}
	v.Head, v.Rel, v.XPOS = h.Head, h.Rel, language.XPOSVBN
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == i && k != i+2 {
			c.Head = int16(i + 2)
		}
	}
	h.Head, h.Rel, h.UPOS = int16(i+2), language.RelAux, language.AUX
}
