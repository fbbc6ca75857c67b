package reading

import (
	"slices"

	"github.com/chancery-project/chancery/internal/language"
)

// ofWhomTold completes talks that a passive without an agent tells of one side,
// "talks were also held with X", "a meeting with Y is planned", by the one of whom
// the sentence before speaks.
func (p *page) ofWhomTold(e *event) {
	if e.kind != Meeting || e.trig == nil || !e.trig.Noun || e.countries() == 0 || e.denied {
		return
	}
	if !p.othersOnly(e) { // "discussions were held with X and Y": both are the others
		return
	}
	t := p.tree(e.sent)
	n := e.tok
	if h := t.head(n); h >= 0 && t.caseOf(n) == "of" && (t.lemma(h) == "number" || t.lemma(h) == "series") { // "a number of meetings are planned"
		n = h
	}
	v := t.head(n)
	if v < 0 || t.rel(n) != language.RelNsubjPass || !t.passive(v) || t.child(v, language.RelOblAgent) >= 0 || t.rel(v) == language.RelAclRelcl || len(e.met) == 0 {
		return
	}
	switch t.lemma(v) {
	case "hold", "plan", "schedule", "expect", "conduct", "arrange", "set", "envisage", "foresee", "organise", "organize":
	default:
		return
	}
	a, ok := p.spokenOf(e.sent)
	if !ok || e.has(a.code) {
		return
	}
	e.add(a, RoleParty, e.sent)
}

// spokenOf gives the person of whom the one or two sentences before tell: the
// subject of the main clause.
func (p *page) spokenOf(si int) (actor, bool) {
	for s := si - 1; s >= 0 && si-s <= 2; s-- {
		if p.sents[s].built {
			if a, ok := p.mainSubject(s); ok && a.code != "" {
				return a, true
			}
		}
	}
	return actor{}, false
}

// onProgramme completes talks that the programme of a visit holds by the one who
// comes: "The visit programme includes meetings with X and Y".
func (p *page) onProgramme(e *event) {
	if e.kind != Meeting || e.trig == nil || !e.trig.Noun || e.countries() == 0 || e.denied || !p.othersOnly(e) {
		return
	}
	t := p.tree(e.sent)
	v := t.head(e.tok)
	if v < 0 || !t.isVerb(v) || t.rel(e.tok) != language.RelObj && !(t.rel(e.tok) == language.RelObl && t.caseOf(e.tok) == "for") {
		return
	}
	s, _ := t.subject(v)
	if s < 0 || !holdsTalks(t.lemma(v)) || !programmeNoun(t.lemma(s)) {
		return
	}
	o := p.toldBefore(e.sent, e.tok, 4, func(o *event) bool { return o.kind == Visit && o.status != Cancelled })
	if o == nil {
		return
	}
	a := visitorOf(o)
	if a.code == "" || e.has(a.code) {
		return
	}
	a.tok = s
	e.add(a, RoleParty, e.sent)
	if e.status == Held && o.status == Planned {
		e.status = Planned
	}
	if e.place.country == "" {
		e.setPlace(o.place)
	}
}

// holdsTalks names verbs by which a programme holds an engagement.
func holdsTalks(lemma string) bool {
	switch lemma {
	case "include", "provide", "feature", "envisage", "foresee", "contain", "comprise", "have", "list":
		return true
	}
	return false
}

// programmeNoun names what says what somebody will do on a visit.
func programmeNoun(lemma string) bool {
	switch lemma {
	case "program", "programme", "agenda", "schedule", "itinerary", "visit", "trip", "plan":
		return true
	}
	return false
}

// othersOnly tells whether all who are named so far are those whom somebody met.
func (p *page) othersOnly(e *event) bool {
	for _, q := range e.parties {
		if !slices.ContainsFunc(e.met, func(a actor) bool { return a.code == q.code && a.person == q.person }) {
			return false
		}
	}
	return true
}
