package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// ofNobody tells a gathering of whom the report does not say: neither two that
// take part, nor the body whose session it is, and when: "OPEC's next meeting
// is on June 25".
func (p *page) ofNobody(e event) bool {
	if e.kind != Summit || e.countries() > 1 {
		return false
	}
	switch {
	case e.countries() == 0, e.practice == "", e.when == "":
		return true
	case e.has(e.practice) && p.isOrg(e.practice):
		return !p.sessionAlone(&e)
	}
	return true // "the summit in Dubai" with nobody but its host
}

// sessionAlone tells whether the words tell of a session of a body and not of
// what an organisation does with others, or of its name.
func (p *page) sessionAlone(e *event) bool {
	t := p.tree(e.sent)
	if strings.HasSuffix(strings.ToLower(e.name), "summit") || t.lemma(e.tok) == "summit" { // that of leaders is told with some of them
		return false
	}
	if m := p.mention(e.sent, e.tok); m != nil && m.kind == mOrg { // "the UN Conference on Trade and Development said"
		return false
	}
	if p.negotiates(e.practice) && (e.parties[0].person != nobody || t.lemma(e.tok) == "talk") {
		return false
	}
	if e.status == Held && (e.sideline || t.caseOf(e.tok) != "") { // "at OPEC's December conference": a mark in time
		return false
	}
	if t.isVerb(e.tok) { // "to meet the EC quotas"
		return t.child(e.tok, language.RelObj) < 0
	}
	for k := e.tok + 1; k < len(t.s.Tokens) && k-e.tok < 4; k++ {
		if t.word(k) == "with" { // "the talks with the consumers"
			return false
		}
	}
	return true
}

// sitsAgain files the next session of the body whose session the report told
// before: "when they meet again in Luxembourg on April 27", "the next session
// is due in September".
func (p *page) sitsAgain(e *event) bool {
	if e.kind != Meeting || e.trig == nil || e.denied || e.status == Held && !e.underway || len(e.parties) > 0 {
		return false
	}
	t := p.tree(e.sent)
	if !p.childWord(t, e.tok, "again", "next", "further", "another", "second", "new") && t.lemma(e.tok) != "reconvene" {
		return false
	}
	switch t.lemma(e.tok) {
	case "meeting", "session", "conference", "meet", "gather", "convene", "reconvene", "assemble":
	default:
		return false
	}
	if s := t.child(e.tok, language.RelNsubj); !e.trig.Noun && s >= 0 && p.mention(e.sent, s) != nil && p.mention(e.sent, s).kind != mOffice {
		return false
	}
	o := p.toldBefore(e.sent, e.tok, 8, func(o *event) bool { return o.kind == Summit && o.practice != "" && p.isOrg(o.practice) })
	if o == nil || o.status != Held {
		return false
	}
	if e.place.country == "" {
		e.setPlace(p.venueBehind(e))
	}
	if e.place.country == "" && !p.timed(e) {
		return false
	}
	if e.status == Held {
		e.status, e.underway = Planned, false
	}
	e.kind, e.practice, e.name = Summit, o.practice, bareName(o.name)
	e.add(actor{person: nobody, code: o.practice, tok: e.tok}, RoleParty, e.sent)
	if e.place.country != "" {
		e.add(actor{person: nobody, code: e.place.country, weak: true, tok: e.tok}, RoleParty, e.sent)
	}
	p.dateEvent(e)
	p.finish(e)
	return true
}
