package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// readCompany finds meetings told by "be": "was with Cyril Ramaphosa in Pretoria in
// January", "were together in the Darién in February", "will be at one table in Kabul". Where it was has to be
// said, or when.
func (p *page) readCompany(si int) {
	t := p.tree(si)
	for be := 1; be+2 < len(t.s.Tokens); be++ {
		if t.lemma(be) != "be" || t.upos(be) != language.AUX {
			continue
		}
		k := be + 1
		for k+1 < len(t.s.Tokens) && (t.word(k) == "last" || t.word(k) == "also" || t.word(k) == "back" || t.word(k) == "there") {
			k++
		}
		var as []actor
		s, at, table := -1, k, false
		switch {
		case t.word(k) == "with":
			at = p.companion(si, k+1)
			if at < 0 {
				continue
			}
			s, _ = t.subject(at)
			as = p.actors(si, at, nil)
		case t.word(k) == "together" || p.togetherBehind(t, k):
			h := t.head(be)
			if h < 0 {
				continue
			}
			at = h
			s, _ = t.subject(h)
		case t.word(k) == "at" && k+2 < len(t.s.Tokens) && (t.word(k+1) == "one" && t.lemma(k+2) == "table" || t.word(k+2) == "same" && k+3 < len(t.s.Tokens) && t.lemma(k+3) == "table"):
			at, table = t.head(k), true
			if at < 0 || t.lemma(at) != "table" {
				continue
			}
			s, _ = t.subject(at)
		default:
			continue
		}
		if s < 0 || s > be {
			continue
		}
		e := event{kind: Meeting, sent: si, tok: at, trig: together, conf: 0.6}
		for _, a := range append(p.actors(si, s, nil), as...) {
			if table && a.person == nobody && a.office != "" {
				e.add(a, RoleParty, si)
			}
			if a.person == nobody || p.people[a.person].rank() < 5 || p.people[a.person].spokesman || p.people[a.person].resident {
				continue
			}
			e.add(a, RoleParty, si)
		}
		if e.countries() < 2 || e.countries() > 3 {
			continue
		}
		e.status, e.denied, e.underway = p.tense(t, at)
		if e.denied || p.amongMany(si, at) {
			continue
		}
		e.setPlace(p.venueBehind(&event{sent: si, tok: k}))
		p.dateEvent(&e)
		if e.place.country == "" && e.when == "" {
			continue
		}
		p.finish(&e)
	}
}

// togetherBehind tells whether "together" follows a place: "were in the Darién
// together in February".
func (p *page) togetherBehind(t *tree, k int) bool {
	if w := t.word(k); w != "in" && w != "at" {
		return false
	}
	for n := k + 1; n < len(t.s.Tokens) && n-k < 6; n++ {
		if t.upos(n) == language.VERB || t.upos(n) == language.PUNCT {
			return false
		}
		if t.word(n) == "together" {
			return true
		}
	}
	return false
}

// companion gives the head of the name that begins at a token, over its titles; -1
// if somebody else stands there.
func (p *page) companion(si, k int) int {
	t := p.tree(si)
	for n := k; n < len(t.s.Tokens) && n-k < 5; n++ {
		m := p.mention(si, n)
		if m != nil && m.kind == mPerson {
			return p.headAt(si, n)
		}
		if m == nil && t.upos(n) != language.DET && t.upos(n) != language.ADJ && t.upos(n) != language.PROPN && t.upos(n) != language.NOUN {
			return -1
		}
	}
	return -1
}

// amongMany tells whether a clause names a gathering, where everybody is with
// everybody.
func (p *page) amongMany(si, at int) bool {
	t := p.tree(si)
	for i := range t.s.Tokens {
		if p.isGathering(si, i) && t.within(i, t.clause(at)) {
			return true
		}
	}
	return false
}

// readGuestOf finds visits told by "be the guest of": "are the guests of President
// Rebelo de Sousa in Lisbon", "Meloni, guest of Robert Golob at Piran,".
func (p *page) readGuestOf(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		if t.lemma(i) != "guest" || i+2 >= len(t.s.Tokens) {
			continue
		}
		at := -1
		switch poss := t.child(i, language.RelNmodPoss); {
		case t.word(i+1) == "of":
			at = p.companion(si, i+2)
		case poss >= 0 && t.child(i, language.RelCop) >= 0 && !strings.EqualFold(t.word(i-1), "the"):
			at = poss
		}
		if at < 0 {
			continue
		}
		s, _ := t.subject(i)
		if t.child(i, language.RelCop) < 0 {
			if t.rel(i) != language.RelAppos && t.rel(i) != language.RelNmod && t.caseOf(i) != "as" {
				continue
			}
			s = t.head(i)
			if t.caseOf(i) == "as" && s >= 0 && t.isVerb(s) {
				s, _ = t.subject(s)
			}
		}
		if s < 0 {
			continue
		}
		hosts := p.inOffice(p.actors(si, at, nil))
		if len(hosts) != 1 || p.isOrg(hosts[0].code) || p.visitToldIn(si, hosts[0].code) {
			continue
		}
		e := event{sent: si, tok: i, kind: Visit, trig: presence, conf: 0.65, status: Held}
		for _, a := range p.actors(si, s, nil) {
			if p.travels(a) && a.code != hosts[0].code {
				e.add(a, RoleVisitor, si)
			}
		}
		if len(e.parties) == 0 {
			continue
		}
		if t.child(i, language.RelCop) >= 0 {
			e.status, e.denied, e.underway = p.tense(t, i)
		}
		dest := p.venueBehind(&event{sent: si, tok: i})
		if dest.country != "" && dest.country != hosts[0].code || e.denied {
			continue
		}
		if dest.country == "" {
			dest = locus{country: hosts[0].code, sent: si, tok: at}
		}
		p.dateEvent(&e)
		p.emitVisits(&e, []locus{dest}, hosts)
	}
}

// visitToldIn tells whether a sentence tells of a visit to a country already.
func (p *page) visitToldIn(si int, country string) bool {
	for i := range p.events {
		if e := &p.events[i]; e.sent == si && e.kind == Visit && e.place.country == country {
			return true
		}
	}
	return false
}
