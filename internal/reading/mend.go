package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// mend corrects what the parser often gets wrong in news.
func mend(doc *language.Document, s *language.Sentence) {
	mendHeadless(doc, s)
	for i := range s.Tokens {
		mendMoU(doc, s, i)
		mendHost(doc, s, i)
		mendUpon(s, i)
		switch t := &s.Tokens[i]; t.Rel {
		case language.RelObj:
			mendTalkNoun(doc, s, i)
			mendTakePlace(s, i)
		case language.RelFlat:
			mendFlat(s, i)
			mendInside(s, i)
		case language.RelCompound:
			mendFiniteName(s, i)
		case language.RelNmod:
			mendGather(doc, s, i)
			mendAccordWith(doc, s, i)
			mendByTo(doc, s, i)
			mendUnderstanding(s, i)
			mendOccasion(doc, s, i)
		case language.RelNmodDesc:
			mendTitle(s, i)
		case language.RelNsubj, language.RelNsubjPass:
			mendTalksSubject(doc, s, i)
			mendClock(doc, s, i)
			mendTitled(s, i)
			mendHyphened(doc, s, i)
			mendPhrase(s, i)
		case language.RelConj:
			mendParallel(doc, s, i)
			mendSetDay(doc, s, i)
		case language.RelParataxis:
			mendSetDay(doc, s, i)
		case language.RelAppos:
			mendPlans(doc, s, i)
			mendGiven(s, i)
		case language.RelCase:
			mendOff(s, i)
			mendGenitive(s, i)
			mendSidelines(s, i)
			mendCase(s, i)
			mendUnder(doc, s, i)
			mendBetween(doc, s, i)
		case language.RelObl:
			mendMajesty(s, i)
			mendObject(s, i)
			mendOccasion(doc, s, i)
		case language.RelAmod:
			mendNoLonger(doc, s, i)
			mendHeld(s, i)
		case language.RelAux:
			mendHad(s, i)
		case language.RelMark:
			mendAuxiliary(s, i)
			mendForWhom(doc, s, i)
		case language.RelNsubjOuter:
			mendAuxiliary(s, i)
		case language.RelAdvmod:
			mendHere(doc, s, i)
		case language.RelCcomp:
			mendSaidOf(s, i)
			mendSaidBe(s, i)
		case language.RelAdvcl:
			mendToBe(doc, s, i)
			mendResolved(s, i)
			mendAdverbial(s, i)
			mendVisiting(doc, s, i)
			mendWhatFor(s, i)
		case language.RelXcomp:
			mendVisitor(doc, s, i)
			mendWhatFor(s, i)
		case language.RelAcl, language.RelAclRelcl:
			mendWhoseNoun(doc, s, i)
			mendVisiting(doc, s, i)
			mendThat(doc, s, i)
			mendUrged(s, i)
			mendInfinitive(s, i)
			mendDay(doc, s, i)
			mendEarlier(doc, s, i)
		}
		mendToName(s, i)
		if s.Tokens[i].UPOS == language.VERB {
			mendBefore(s, i)
			mendDue(doc, s, i)
			mendWhose(doc, s, i)
			mendFollowing(doc, s, i)
			mendPerfect(s, i)
			mendActive(s, i)
			mendStanding(doc, s, i)
			mendSpeaker(doc, s, i)
			mendTwoSubjects(s, i)
			mendSaid(s, i)
			mendLight(s, i)
			mendFaced(doc, s, i)
			mendTalks(doc, s, i)
			mendCouncilTalks(doc, s, i)
			mendSince(doc, s, i)
			mendDayName(doc, s, i)
		}
	}
	mendPresent(doc, s)
}

// childOf tells whether a token has a child with one of the relations.
func childOf(s *language.Sentence, i int, rels ...language.Rel) bool {
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == i && slices.Contains(rels, c.Rel) {
			return true
		}
	}
	return false
}

// mendFlat makes an object of what the parser takes for the rest of the
// subject's name on the other side of the verb: "Salman honoured Xi Jinping".
func mendFlat(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	h := int(t.Head)
	if h < 0 || h > i {
		return
	}
	v := int(s.Tokens[h].Head)
	if v <= h || v >= i || s.Tokens[v].UPOS != language.VERB || childOf(s, v, language.RelObj) {
		return
	}
	t.Head, t.Rel = int16(v), language.RelObj
	for k := i + 1; k < len(s.Tokens); k++ { // the words behind it are its own
		if c := &s.Tokens[k]; c.Rel == language.RelFlat && int(c.Head) == h {
			c.Head = int16(i)
		}
	}
}

// mendInside hangs what stands before a name on its first word instead of a
// later one: "with" of "with Masoud Pezeshkian".
func mendInside(s *language.Sentence, i int) {
	h := s.Tokens[i].Head
	if s.Tokens[i].Rel != language.RelFlat || h < 0 || int(h) > i {
		return
	}
	for k := range s.Tokens[:h] {
		if c := &s.Tokens[k]; int(c.Head) == i {
			c.Head = h
		}
	}
}

// mendTitle hangs a preposition on the name instead of the title before it:
// "according to Kremlin adviser Yuri Ushakov".
func mendTitle(s *language.Sentence, i int) {
	h := s.Tokens[i].Head
	if int(h) < i {
		return
	}
	for k := range s.Tokens[:i] {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelCase {
			c.Head = h
		}
	}
}

// mendTalks makes a noun of "talks" behind a name and before the verb of the
// sentence: "the collapse of the IMF talks sent prices down".
func mendTalks(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if i < 2 || i+1 >= len(s.Tokens) || doc.Word(t) != "talks" || t.XPOS != language.XPOSVBZ && t.XPOS != language.XPOSVBP {
		return
	}
	v, name := &s.Tokens[i+1], &s.Tokens[i-1]
	if v.XPOS != language.XPOSVBD && v.XPOS != language.XPOSVBZ && v.XPOS != language.XPOSVBN || int(v.Head) != i || name.UPOS != language.PROPN || name.Head < 0 || int(name.Head) > i-1 {
		return
	}
	v.Head, v.Rel = t.Head, t.Rel
	t.UPOS, t.XPOS = language.NOUN, language.XPOSNNS
	t.Head, t.Rel = name.Head, name.Rel
	name.Head, name.Rel = int16(i), language.RelCompound
	for k := range s.Tokens {
		switch c := &s.Tokens[k]; {
		case k < i && int(c.Head) == i-1 && (c.Rel == language.RelCase || c.Rel == language.RelDet):
			c.Head = int16(i)
		case int(c.Head) == i && (k > i+1 || c.Rel == language.RelNsubj) && k != i-1:
			c.Head = int16(i + 1)
		}
	}
}

// mendObject makes an object of a noun behind a verb that has none and that no
// preposition leads: "called off a trip".
func mendObject(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	v := int(t.Head)
	if v < 0 || v > i || t.UPOS != language.NOUN && t.UPOS != language.PROPN || s.Tokens[v].UPOS != language.VERB {
		return
	}
	if childOf(s, i, language.RelCase) || childOf(s, v, language.RelObj, language.RelAuxPass, language.RelNsubjPass) {
		return
	}
	t.Rel = language.RelObj
}

// mendLight makes an object of a noun behind "have" or "hold" that the parser
// takes for a verb beside it: "who is ill, will have talks".
func mendLight(s *language.Sentence, v int) {
	t := &s.Tokens[v]
	if t.Lemma != "have" && t.Lemma != "hold" || childOf(s, v, language.RelObj) {
		return
	}
	for k := v + 1; k < len(s.Tokens) && k <= v+3; k++ {
		n := &s.Tokens[k]
		if n.UPOS != language.NOUN || n.Head != t.Head || n.Rel != t.Rel {
			continue
		}
		n.Head, n.Rel = int16(v), language.RelObj
		for i := range s.Tokens[:v] {
			if c := &s.Tokens[i]; int(c.Head) == k && (c.Rel == language.RelNsubj || c.Rel == language.RelAux) {
				c.Head = int16(v)
			}
		}
		return
	}
}

// mendThat hangs a clause with "that" and a subject of its own on the verb of
// saying before it instead of the noun next to it: "said on Telegram that
// Putin had spoken".
func mendThat(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	h := int(t.Head)
	if h < 0 || h > i || t.UPOS != language.VERB {
		return
	}
	v := int(s.Tokens[h].Head)
	if v < 0 || v > h || s.Tokens[h].Rel != language.RelObl || s.Tokens[v].UPOS != language.VERB || !speech(s.Tokens[v].Lemma) || childOf(s, v, language.RelCcomp) {
		return
	}
	that := false
	for k := h + 1; k < i; k++ {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelMark && strings.EqualFold(doc.Word(c), "that") {
			that = true
		}
	}
	if that && childOf(s, i, language.RelNsubj, language.RelNsubjPass) {
		t.Head, t.Rel = int16(v), language.RelCcomp
	}
}

// mendInfinitive makes a verb of a noun right behind a person's name and
// before an infinitive: "said Javier Milei plans to travel".
func mendInfinitive(s *language.Sentence, i int) {
	h := int(s.Tokens[i].Head)
	if h < 1 || h > i || i-h > 3 || s.Tokens[i].XPOS != language.XPOSVB || s.Tokens[h].XPOS != language.XPOSNNS && s.Tokens[h].XPOS != language.XPOSVBZ || s.Tokens[h-1].UPOS != language.PROPN {
		return
	}
	n := &s.Tokens[h]
	if n.Rel != language.RelRoot && n.Rel != language.RelCcomp || childOf(s, h, language.RelDet, language.RelAmod, language.RelCase, language.RelNmodPoss, language.RelNsubj) {
		return
	}
	for k := range s.Tokens[:h] {
		if c := &s.Tokens[k]; int(c.Head) == h && c.Rel == language.RelCompound {
			c.Rel = language.RelNsubj
			n.UPOS, n.XPOS = language.VERB, language.XPOSVBZ
			s.Tokens[i].Rel = language.RelXcomp
			return
		}
	}
}

// mendBetween keeps the second of two together with the first where the parser
// makes it a subject: "the meeting between X and Y was put off".
func mendBetween(doc *language.Document, s *language.Sentence, i int) {
	x := int(s.Tokens[i].Head)
	if x < i || doc.Word(&s.Tokens[i]) != "between" {
		return
	}
	if s.Tokens[x].Rel == language.RelFlat && s.Tokens[x].Head > int16(i) {
		x = int(s.Tokens[x].Head)
	}
	noun := int(s.Tokens[x].Head)
	for k := x + 1; k < len(s.Tokens) && k <= x+4; k++ {
		if s.Tokens[k].UPOS != language.CCONJ {
			continue
		}
		y := int(s.Tokens[k].Head)
		if y > k && noun >= 0 && (s.Tokens[y].Rel == language.RelNsubj || s.Tokens[y].Rel == language.RelNsubjPass) && s.Tokens[y].Head == s.Tokens[noun].Head && s.Tokens[noun].Rel == s.Tokens[y].Rel {
			s.Tokens[y].Head, s.Tokens[y].Rel = int16(x), language.RelConj
		}
		return
	}
}

// mendNoLonger makes a verb of a noun behind "no longer" and before an
// infinitive: "X and Y no longer plan to meet, the ministry said".
func mendNoLonger(doc *language.Document, s *language.Sentence, i int) {
	n := int(s.Tokens[i].Head)
	if n != i+1 || i == 0 || doc.Word(&s.Tokens[i]) != "longer" || doc.Word(&s.Tokens[i-1]) != "no" {
		return
	}
	v := &s.Tokens[n]
	subject := int(v.Head)
	if v.UPOS != language.NOUN || v.Rel != language.RelAppos || subject < 0 || subject > i {
		return
	}
	for k := n + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; int(c.Head) == n && c.Rel == language.RelAcl && c.XPOS == language.XPOSVB {
			c.Rel = language.RelXcomp
			o := &s.Tokens[subject]
			v.UPOS, v.XPOS, v.Head, v.Rel = language.VERB, language.XPOSVBP, o.Head, language.RelCcomp
			if o.Rel != language.RelNsubj {
				v.Rel = o.Rel
			}
			o.Head, o.Rel = int16(n), language.RelNsubj
			s.Tokens[i].Rel = language.RelAdvmod
			return
		}
	}
}

// mendMarks makes the verb of a clause of what the parser joins to an
// engagement before it, though an article stands right behind: "his trip marks
// the first time", "the visit caps a year of".
func mendMarks(doc *language.Document, s *language.Sentence, v int) bool {
	if v == 0 || v+1 >= len(s.Tokens) {
		return false
	}
	t, before, behind := &s.Tokens[v], &s.Tokens[v-1], &s.Tokens[v+1]
	if before.Rel != language.RelCompound || int(before.Head) != v || lexicon.Noun(before.Lemma) == nil || behind.UPOS != language.DET && behind.XPOS != language.XPOSPRPS {
		return false
	}
	t.UPOS, t.XPOS, t.Lemma = language.VERB, language.XPOSVBZ, strings.TrimSuffix(strings.ToLower(doc.Word(t)), "s")
	before.Rel = language.RelNsubj
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == v && (c.Rel == language.RelNmodUnmarked || c.Rel == language.RelAppos) && k > v {
			c.Rel = language.RelObj
		} else if int(c.Head) == v && k < v-1 && c.Rel != language.RelPunct {
			c.Head = int16(v - 1)
		}
	}
	return true
}

// mendPresent corrects a verb in the present ("X, who was on his way anyway,
// lands in Washington") that stands where a noun could. What has a subject and
// no copula, article or case is a verb, if the lexicon knows it as one.
func mendPresent(doc *language.Document, s *language.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != language.NOUN || t.XPOS != language.XPOSNNS || t.Rel != language.RelRoot && t.Rel != language.RelCcomp && t.Rel != language.RelConj {
			continue
		}
		if mendMarks(doc, s, i) {
			continue
		}
		lemma := lexicon.Lemma(strings.ToLower(doc.Word(t)))
		if lemma == "" || lexicon.Verb(lemma) == nil {
			continue
		}
		subject, noun := mendTraveller(s, i, lemma), false
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
			switch c := &s.Tokens[k]; {
			case int(c.Head) != i:
			case c.Rel == language.RelNmod:
				c.Rel = language.RelObl
			case c.Rel == language.RelAcl && c.XPOS == language.XPOSVB:
				c.Rel = language.RelAdvcl
			}
		}
	}
}

// mendHost takes "host" in "was host to him" for the noun that it is.
func mendHost(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.UPOS == language.ADJ && i+1 < len(s.Tokens) && doc.Word(t) == "host" && doc.Word(&s.Tokens[i+1]) == "to" {
		t.UPOS, t.XPOS = language.NOUN, language.XPOSNN
	}
}

// mendUpon makes one idiom of "call upon" and "call on".
func mendUpon(s *language.Sentence, i int) {
	if i > 0 && s.Tokens[i].Lemma == "upon" && s.Tokens[i-1].Lemma == "call" {
		s.Tokens[i].Lemma = "on"
	}
}
