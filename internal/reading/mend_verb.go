package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// resolves names verbs whose infinitive says what is resolved, not what for.
func resolves(lemma string) bool {
	switch lemma {
	case "agree", "decide", "plan", "promise", "pledge", "vow", "offer", "propose", "intend", "hope", "resolve", "undertake":
		return true
	}
	return false
}

// mendResolved makes what is resolved of an infinitive that the parser takes
// for a purpose: "agreed on Monday to meet again".
func mendResolved(s *language.Sentence, i int) {
	t, h := &s.Tokens[i], int(s.Tokens[i].Head)
	if t.XPOS == language.XPOSVB && h >= 0 && h < i && s.Tokens[h].UPOS == language.VERB && childOf(s, i, language.RelMark) && resolves(s.Tokens[h].Lemma) {
		t.Rel = language.RelXcomp
	}
}

// mendDue hangs an infinitive on the word that says that it is due, where the
// parser makes it a second thing done: "landed on Monday and was due to dine".
func mendDue(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.XPOS != language.XPOSVB || t.Rel != language.RelConj || i < 2 || !strings.EqualFold(doc.Word(&s.Tokens[i-1]), "to") {
		return
	}
	due := &s.Tokens[i-2]
	switch doc.Word(due) {
	case "due", "set", "scheduled", "slated", "expected", "poised", "supposed":
	default:
		return
	}
	if int(due.Head) != i && int(t.Head) != i-2 {
		t.Head, t.Rel = int16(i-2), language.RelXcomp
	}
}

// mendAuxiliary hangs on the verb what the parser has hung on its auxiliary:
// "was to have flown".
func mendAuxiliary(s *language.Sentence, i int) {
	h := int(s.Tokens[i].Head)
	if h < 0 || s.Tokens[h].Rel != language.RelAux && s.Tokens[h].Rel != language.RelAuxPass {
		return
	}
	v := s.Tokens[h].Head
	if v < 0 || int(v) == i {
		return
	}
	s.Tokens[i].Head = v
	if s.Tokens[i].Rel == language.RelNsubjOuter {
		s.Tokens[i].Rel = language.RelNsubj
	}
}

// mendForWhom gives "for" back to the one who is to do something: "a plan for X
// to stop over".
func mendForWhom(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	v := int(t.Head)
	if v < i || doc.Word(t) != "for" || s.Tokens[v].XPOS != language.XPOSVB {
		return
	}
	for k := i + 1; k < v; k++ {
		if c := &s.Tokens[k]; int(c.Head) >= 0 && c.Head == s.Tokens[v].Head && c.UPOS == language.PROPN && (c.Rel == language.RelNmod || c.Rel == language.RelObl) {
			t.Head, t.Rel = int16(k), language.RelCase
			return
		}
	}
}

// mendUrged hangs an infinitive on the verb instead of on the phrase before it:
// "urged X in a phone call to show restraint".
func mendUrged(s *language.Sentence, i int) {
	h := int(s.Tokens[i].Head)
	if h < 1 || h > i || s.Tokens[i].XPOS != language.XPOSVB || s.Tokens[h].Rel != language.RelObl {
		return
	}
	v := int(s.Tokens[h].Head)
	if v < 0 || v > h {
		return
	}
	switch s.Tokens[v].Lemma {
	case "urge", "ask", "press", "tell":
		s.Tokens[i].Head, s.Tokens[i].Rel = int16(v), language.RelAdvcl
	}
}

// mendPlans makes a verb of "plans", "heads" and the like behind the
// apposition of a subject: "Ishaq Dar, the foreign minister, plans to visit".
func mendPlans(doc *language.Document, s *language.Sentence, v int) {
	t := &s.Tokens[v]
	r := int(t.Head)
	if t.Rel != language.RelAppos || r < 0 || r > v || v < 3 || v+1 >= len(s.Tokens) || doc.Word(&s.Tokens[v-1]) != "," || s.Tokens[r].UPOS != language.PROPN && s.Tokens[r].UPOS != language.NOUN {
		return
	}
	if t.UPOS == language.NOUN {
		switch doc.Word(&s.Tokens[v+1]) {
		case "to", "for", "into":
		default:
			return
		}
		lemma, ok := strings.CutSuffix(strings.ToLower(doc.Word(t)), "s")
		if !ok || lexicon.Verb(lemma) == nil && lexicon.Governing(lemma) == lexicon.SaysNothing {
			return
		}
		t.UPOS, t.XPOS, t.Lemma = language.VERB, language.XPOSVBZ, lemma
	} else if t.XPOS != language.XPOSVBZ && t.XPOS != language.XPOSVBD {
		return
	}
	over := int(s.Tokens[r].Head) // what the subject hung on
	t.Head, t.Rel = int16(over), s.Tokens[r].Rel
	if over > v && s.Tokens[over].UPOS == language.VERB && (t.Rel == language.RelNsubj || t.Rel == language.RelCcomp) { // "…, a spokesman said"
		t.Rel = language.RelCcomp
	}
	s.Tokens[r].Head, s.Tokens[r].Rel = int16(v), language.RelNsubj
	for k := v + 1; k < len(s.Tokens); k++ {
		c := &s.Tokens[k]
		if int(c.Head) == r {
			c.Head = int16(v)
		}
		if int(c.Head) == v && c.Rel == language.RelAcl {
			c.Rel = language.RelXcomp
		}
	}
}

// mendOff makes a particle of "off" behind "call" and "put", and an object of
// what follows: "called off a visit to Beijing".
func mendOff(s *language.Sentence, i int) {
	o, n := &s.Tokens[i], int(s.Tokens[i].Head)
	if o.Lemma != "off" && o.Lemma != "out" || i == 0 || n < i {
		return
	}
	v := &s.Tokens[i-1]
	if o.Lemma == "out" { // "pulled out of the summit"
		if v.UPOS == language.VERB && (v.Lemma == "pull" || v.Lemma == "back" || v.Lemma == "bow") && i+1 < n && s.Tokens[i+1].Lemma == "of" {
			o.Head, o.Rel = int16(i-1), language.RelCompoundPrt
		}
		return
	}
	if v.UPOS != language.VERB || v.Lemma != "call" && v.Lemma != "put" && v.Lemma != "break" || int(s.Tokens[n].Head) != i-1 {
		return
	}
	o.Head, o.Rel = int16(i-1), language.RelCompoundPrt
	s.Tokens[n].Rel = language.RelObj
}

// mendSince gives a clause behind "after", "before" or "since" its subject,
// where the parser takes that for a phrase of the main clause: "came a week
// after Modi and Ruto spoke by telephone".
func mendSince(doc *language.Document, s *language.Sentence, v int) {
	t := &s.Tokens[v]
	over := int(t.Head)
	if t.Rel != language.RelAdvcl || over < 0 || over > v || !finite(s, v) || childOf(s, v, language.RelNsubj, language.RelNsubjPass, language.RelMark) {
		return
	}
	for k := v - 1; k > over; k-- {
		if c := &s.Tokens[k]; int(c.Head) != over || c.Rel != language.RelObl {
			continue
		}
		switch prepositionOf(doc, s, k) {
		case "after", "before", "since", "until", "as":
			s.Tokens[k].Head, s.Tokens[k].Rel = int16(v), language.RelNsubj
			for n := over + 1; n < k; n++ {
				if c := &s.Tokens[n]; int(c.Head) == k && c.Rel == language.RelCase {
					switch strings.ToLower(doc.Word(c)) {
					case "after", "before", "since", "until", "as":
						c.Head, c.Rel = int16(v), language.RelMark
					}
				}
			}
		}
		return
	}
}

// mendHad makes a verb of "had" in front of a noun, which the parser takes for
// an auxiliary: "Ishiba had talks with Chinh".
func mendHad(s *language.Sentence, i int) {
	a, n := &s.Tokens[i], int(s.Tokens[i].Head)
	if a.Lemma != "have" || n <= i || s.Tokens[n].UPOS != language.NOUN || childOf(s, n, language.RelCop) {
		return
	}
	noun := &s.Tokens[n]
	a.UPOS, a.Head, a.Rel = language.VERB, noun.Head, noun.Rel
	noun.Head, noun.Rel = int16(i), language.RelObj
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == n && (k < i || c.Rel == language.RelPunct || c.Rel == language.RelObl || c.Rel == language.RelAdvcl || c.Rel == language.RelAux) {
			c.Head = int16(i)
		}
	}
}
