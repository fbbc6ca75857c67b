package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendOccasion hangs the occasion on which somebody promised, asked or offered
// something on the verb that says so, with the place and the day behind it,
// where the parser hangs it on what was promised: "promised to deepen ties at a
// meeting with Lai in Taipei on Thursday".
func mendOccasion(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if !occasionNoun(t.Lemma) {
		return
	}
	switch prepositionOf(doc, s, i) {
	case "at", "during", "in":
	default:
		return
	}
	inner := int(t.Head)
	for n := 0; n < 3 && inner >= 0 && inner < i && s.Tokens[inner].UPOS == language.NOUN; n++ { // "to deepen ties at a meeting", hung on the ties
		if r := s.Tokens[inner].Rel; r != language.RelObj && r != language.RelNmod && r != language.RelObl {
			return
		}
		inner = int(s.Tokens[inner].Head)
	}
	if inner < 0 || inner > i || s.Tokens[inner].UPOS != language.VERB || s.Tokens[inner].XPOS == language.XPOSVBD || needsOccasion(s.Tokens[inner].Lemma) {
		return
	}
	v := inner
	for n := 0; n < 4 && v >= 0; n++ {
		c := &s.Tokens[v]
		if c.UPOS == language.VERB && (c.XPOS == language.XPOSVBD || c.XPOS == language.XPOSVBN && childOf(s, v, language.RelAux)) {
			break
		}
		switch c.Rel {
		case language.RelXcomp, language.RelAcl, language.RelObj, language.RelAdvcl:
			v = int(c.Head)
		default:
			return
		}
	}
	if v < 0 || v == inner || v > i || s.Tokens[v].UPOS != language.VERB || !saysOn(s.Tokens[v].Lemma) || childOf(s, v, language.RelAuxPass) {
		return
	}
	for k := i; k < len(s.Tokens); k++ { // what is still to come is no occasion for words
		switch strings.ToLower(doc.Word(&s.Tokens[k])) {
		case "next", "later", "upcoming", "forthcoming", "scheduled", "planned", "coming":
			return
		}
	}
	t.Head, t.Rel = int16(v), language.RelObl
	for k := i; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; int(c.Head) == inner && (c.Rel == language.RelObl || c.Rel == language.RelOblUnmarked) {
			c.Head = int16(v)
		}
	}
}

// occasionNoun names what people say things at.
func occasionNoun(lemma string) bool {
	switch lemma {
	case "meeting", "talk", "call", "conversation", "visit", "trip", "discussion", "consultation", "telephone", "audience", "encounter":
		return true
	}
	return false
}

// needsOccasion names what is done at meetings themselves: "promised to raise it
// at a meeting with Biden".
func needsOccasion(lemma string) bool {
	switch lemma {
	case "raise", "discuss", "meet", "hold", "sign", "attend", "present", "announce", "visit", "travel", "take", "speak", "talk", "press", "ask", "review", "explore", "finalise", "finalize", "exchange", "pay", "make", "seek", "urge", "bring", "tell":
		return true
	}
	return false
}

// saysOn names verbs by which somebody commits himself or asks something of
// another.
func saysOn(lemma string) bool {
	switch lemma {
	case "promise", "pledge", "vow", "agree", "offer", "urge", "ask", "call", "invite", "reaffirm", "reiterate", "affirm", "express", "encourage", "press", "undertake", "commit", "propose", "suggest", "seek", "decide", "resolve", "refuse", "fail", "decline", "congratulate", "thank", "underscore", "underline", "stress", "demand", "request", "appeal":
		return true
	}
	return false
}
