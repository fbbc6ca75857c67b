package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

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

// mendByTo hangs the place of a journey on the journey instead of on the
// traveller: "a visit by Prime Minister Chinh of Vietnam to Kenya".
func mendByTo(doc *language.Document, s *language.Sentence, i int) {
	h := int(s.Tokens[i].Head)
	if h < 0 || h > i || s.Tokens[h].UPOS != language.PROPN {
		return
	}
	switch prepositionOf(doc, s, h) {
	case "by", "of":
	default:
		return
	}
	g := int(s.Tokens[h].Head)
	if prepositionOf(doc, s, i) != "to" || g < 0 || g > h {
		return
	}
	if _, kind := countedNoun(s.Tokens[g].Lemma); kind == Visit {
		s.Tokens[i].Head = int16(g)
	}
}

// mendHere hangs "here" on the journey right before it instead of on the
// clause that follows: "said at the end of a visit here his country wanted".
func mendHere(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if i == 0 || int(t.Head) < i || doc.Word(t) != "here" {
		return
	}
	if _, kind := countedNoun(s.Tokens[i-1].Lemma); kind == Visit && s.Tokens[i-1].UPOS == language.NOUN {
		t.Head = int16(i - 1)
	}
}

// mendAdverbial makes a phrase of a noun with a preposition that the parser
// takes for a clause: "After talks with X, Y said".
func mendAdverbial(s *language.Sentence, i int) {
	if t := &s.Tokens[i]; t.UPOS == language.NOUN && childOf(s, i, language.RelCase) && !childOf(s, i, language.RelNsubj, language.RelNsubjPass, language.RelCop) {
		t.Rel = language.RelObl
	}
}

// mendGiven makes an object of what is given, where the parser takes it for an
// apposition to whom it is given: "awarded the Brazilian president the Order of
// Merit", "handed the president of Brazil, X, an invitation".
func mendGiven(s *language.Sentence, i int) {
	if !childOf(s, i, language.RelDet) {
		return
	}
	for n, o := 0, int(s.Tokens[i].Head); n < 4 && o >= 0 && o < i; n, o = n+1, int(s.Tokens[o].Head) {
		v := int(s.Tokens[o].Head)
		if r := s.Tokens[o].Rel; r != language.RelObj && r != language.RelIobj || v < 0 || v > o {
			continue
		}
		switch s.Tokens[v].Lemma {
		case "hand", "give", "award", "send", "offer", "grant", "present", "extend", "pay":
			s.Tokens[o].Rel = language.RelIobj
			s.Tokens[i].Head, s.Tokens[i].Rel = int16(v), language.RelObj
		}
		return
	}
}

// mendUnderstanding hangs what follows "Memorandum of Understanding" on the
// memorandum and its verb instead of the understanding: "signed a Memorandum of
// Understanding with his Tongan counterpart in Nuku'alofa".
func mendUnderstanding(s *language.Sentence, i int) {
	h := int(s.Tokens[i].Head)
	if h < 0 || h > i || !strings.EqualFold(s.Tokens[i].Lemma, "understanding") || !strings.HasPrefix(strings.ToLower(s.Tokens[h].Lemma), "memorand") {
		return
	}
	to := h
	if v := int(s.Tokens[h].Head); v >= 0 && s.Tokens[v].UPOS == language.VERB {
		to = v
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; int(c.Head) == i && (c.Rel == language.RelObl || c.Rel == language.RelNmod) {
			c.Head = int16(to)
			if to != h {
				c.Rel = language.RelObl
			}
		}
	}
}

// mendMoU makes a noun of "MoU" and "MoUs", which the tagger takes for an
// adjective or a name: "the two sides inked eight MoUs".
func mendMoU(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	switch doc.Word(t) {
	case "MoU", "MOU", "MoUs", "MOUs":
	default:
		return
	}
	t.UPOS, t.XPOS, t.Lemma = language.NOUN, language.XPOSNN, "mou"
	if strings.HasSuffix(doc.Word(t), "s") {
		t.XPOS = language.XPOSNNS
	}
	if v := int(t.Head); v >= 0 && v < i && s.Tokens[v].UPOS == language.VERB && (t.Rel == language.RelXcomp || t.Rel == language.RelAdvcl || t.Rel == language.RelAdvmod) && !childOf(s, v, language.RelObj) && !childOf(s, i, language.RelCase) {
		t.Rel = language.RelObj
	}
}

// mendWhatFor hangs an infinitive on the noun that it explains instead of on
// the verb before that: "has an invitation from X to come to India", "had an
// offer from Y to travel". He who has one does not have to come.
func mendWhatFor(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	v := int(t.Head)
	if t.XPOS != language.XPOSVB || v < 0 || v > i || !childOf(s, i, language.RelMark) {
		return
	}
	switch s.Tokens[v].Lemma {
	case "have", "hold", "get", "receive":
	case "carry", "bring", "send", "give", "make", "accept", "decline", "reject", "refuse", "renew", "repeat", "win", "keep":
		if t.Rel != language.RelXcomp {
			return
		}
	default:
		return
	}
	for o := v + 1; o < i; o++ {
		n := &s.Tokens[o]
		if int(n.Head) != v || n.Rel != language.RelObj || n.UPOS != language.NOUN {
			continue
		}
		if g := lexicon.Predicate(n.Lemma); (g == lexicon.SaysPlan || g == lexicon.SaysPropose) && n.Lemma != "call" || n.Lemma == "invitation" { // not "held a call to discuss"
			t.Head, t.Rel = int16(o), language.RelAcl
		}
		return
	}
}

// mendCouncilTalks makes the subject of what "talks" is behind the name of a
// body and before a phrase of its own: "The Tin Council talks on debts
// continued".
func mendCouncilTalks(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if i < 2 || doc.Word(t) != "talks" || t.UPOS != language.VERB {
		return
	}
	name := &s.Tokens[i-1]
	if int(name.Head) != i || name.Rel != language.RelNsubj && name.Rel != language.RelCompound || !sittingBody(strings.ToLower(name.Lemma)) {
		return
	}
	if t.Rel == language.RelNsubj { // only its tag is wrong
		t.UPOS, t.XPOS = language.NOUN, language.XPOSNNS
		return
	}
	v := i + 1
	for v < len(s.Tokens) && v-i < 9 && !(s.Tokens[v].XPOS == language.XPOSVBD || s.Tokens[v].XPOS == language.XPOSVBN && !childOf(s, v, language.RelNsubj)) {
		if w := doc.Word(&s.Tokens[v]); w == "," || w == "that" || w == "and" {
			return
		}
		v++
	}
	if v >= len(s.Tokens) || v-i >= 9 {
		return
	}
	verb := &s.Tokens[v]
	verb.Head, verb.Rel, verb.XPOS = t.Head, t.Rel, language.XPOSVBD
	t.UPOS, t.XPOS = language.NOUN, language.XPOSNNS
	t.Head, t.Rel = int16(v), language.RelNsubj
	name.Rel = language.RelCompound
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == i && k > v {
			c.Head = int16(v)
		} else if int(c.Head) == i && k > i && c.Rel == language.RelObl {
			c.Rel = language.RelNmod
		}
	}
}

// sittingBody names what a body of states that sits is called.
func sittingBody(lemma string) bool {
	switch lemma {
	case "council", "organization", "organisation", "committee", "commission", "conference", "board":
		return true
	}
	return false
}

// mendHyphened keeps the first of two states with a hyphen at the noun of the
// second, where the parser makes it a subject: "Next year's EU-Japan summit will
// take place".
func mendHyphened(doc *language.Document, s *language.Sentence, i int) {
	if i+3 >= len(s.Tokens) || s.Tokens[i].UPOS != language.PROPN || doc.Word(&s.Tokens[i+1]) != "-" || s.Tokens[i+1].Start != s.Tokens[i].End {
		return
	}
	second := &s.Tokens[i+2]
	if noun := int(second.Head); second.UPOS == language.PROPN && second.Rel == language.RelCompound && noun > i+2 && s.Tokens[noun].Head == s.Tokens[i].Head {
		s.Tokens[i].Head, s.Tokens[i].Rel = int16(noun), language.RelCompound
	}
}
