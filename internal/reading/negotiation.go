package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// talksOn gives the named accord that talks are about: "negotiations on a free
// trade agreement", "talks for a fisheries pact"; -1 if none is named.
func (p *page) talksOn(e *event) int {
	if !e.trig.Noun || e.trig.Word != "talk" && e.trig.Word != "negotiation" {
		return -1
	}
	t := p.tree(e.sent)
	accord := -1
	t.children(e.tok, func(c int) bool {
		switch t.caseOf(c) {
		case "on", "for", "over", "about", "toward", "towards":
			if t.rel(c) == language.RelNmod {
				accord = p.accordAt(e.sent, c)
			}
		}
		return accord < 0
	})
	if accord < 0 {
		return -1
	}
	switch l := strings.ToLower(t.lemma(accord)); {
	case l == "ceasefire", l == "cease-fire", l == "truce", weakAccord(l) && l != "deal":
		return -1 // often between others than those who talk
	case t.childLemma(accord, language.RelDet, "the", "this", "that", "their"), !p.isNamed(e.sent, accord), p.ofBusiness(e.sent, accord):
		return -1
	}
	return accord
}

// negotiated files the accord that two sides talk about: proposed while they
// talk, made where they conclude the talks, which then are no meeting. It tells
// whether nothing else is to be read.
func (p *page) negotiated(e *event, accord int) bool {
	t := p.tree(e.sent)
	a := *e
	a.kind, a.parties = Agreement, append([]participant(nil), e.parties...)
	for k := range a.parties {
		a.parties[k].person = nobody
	}
	if a.countries() != 2 || e.denied || e.says == lexicon.SaysCancel || e.says == lexicon.SaysPostpone {
		return false
	}
	h, rel := t.head(e.tok), t.rel(e.tok)
	done := h >= 0 && t.isVerb(h) && (rel == language.RelObj || rel == language.RelNsubjPass) && concludes(t.lemma(h))
	if !done {
		a.status = Proposed
	}
	a.place, a.venues, a.when, a.times, a.definite = locus{}, nil, "", nil, false
	if p.isNamed(e.sent, accord) {
		a.name = p.accordName(e.sent, accord)
	}
	if done {
		p.dateEvent(&a)
	}
	p.finish(&a)
	return done
}

// concludes names verbs by which talks end with what they were for.
func concludes(lemma string) bool {
	return lemma == "conclude" || lemma == "complete" || lemma == "finalise" || lemma == "finalize"
}
