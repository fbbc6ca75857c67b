package reading

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readTogether finds meetings that the opening tells by what two leaders did
// together: "X and his counterpart, Y, turned a page on Wednesday at the
// palace". They are coordinated as the subject of the main clause, of
// different states, and the scene is in the country of one of them.
func (p *page) readTogether(si int) {
	if si > p.lead()+1 {
		return
	}
	for k := range p.events {
		if e := &p.events[k]; e.sent == si && (e.kind == Meeting || e.kind == Call || e.kind == Summit) && e.countries() >= 2 {
			return
		}
	}
	t := p.tree(si)
	for v := range t.s.Tokens {
		if t.upos(v) != language.VERB || t.rel(v) != language.RelRoot || t.tok(v).XPOS != language.XPOSVBD || apart(t.lemma(v)) {
			continue
		}
		subj := t.child(v, language.RelNsubj)
		if subj < 0 || p.byPhone(t, v) {
			return
		}
		e := event{kind: Meeting, sent: si, tok: v, trig: together, status: Held, conf: 0.55}
		for _, a := range p.actors(si, subj, nil) {
			if a.person == nobody || p.people[a.person].rank() < 5 || p.people[a.person].spokesman {
				return
			}
			e.add(a, RoleParty, si)
		}
		if e.countries() != 2 {
			return
		}
		for _, a := range t.verbArguments(v, true, nil) {
			if a.slot == lexicon.In || a.slot == lexicon.At {
				if ls := p.places(si, a.tok); len(ls) > 0 {
					e.setPlace(ls[0])
				}
			}
		}
		if e.place.country == "" {
			if !e.has(p.here.country) {
				return
			}
			e.setPlace(p.here)
		}
		p.dateEvent(&e)
		p.finish(&e)
		return
	}
}

var together = &lexicon.Trigger{Word: "together", Kind: "meeting"}

// apart names verbs that people far from each other can share.
func apart(lemma string) bool {
	switch lemma {
	case "say", "tell", "agree", "urge", "warn", "call", "condemn", "express", "want", "hope", "believe", "fear", "support", "oppose", "reject", "issue", "claim", "know", "speak", "expect", "plan", "remain", "need", "share_", "condole", "mourn", "vow", "pledge", "win", "lose", "die", "resign", "decide", "welcome", "criticise", "criticize", "accuse", "blame", "demand", "back", "face", "become", "differ", "sign", "put", "initial", "ink", "witness":
		return true
	}
	return false
}

// readSession finds sessions of bodies that the opening tells by what their
// ministers or leaders did: "EC farm ministers failed to agree on prices".
func (p *page) readSession(si int) {
	if si > p.lead() {
		return
	}
	for k := range p.events {
		if e := &p.events[k]; e.sent == si && e.kind == Summit && (e.status == Held || e.practice != "" && e.place.country != "") {
			return
		}
	}
	t := p.tree(si)
	for v := range t.s.Tokens {
		if h := t.head(v); t.upos(v) != language.VERB || !sessionVerb(t.lemma(v)) || t.rel(v) != language.RelRoot && !(t.rel(v) == language.RelCcomp && h > v && speech(t.lemma(h))) {
			continue
		}
		subj := t.child(v, language.RelNsubj)
		if subj < 0 {
			return
		}
		m := p.mention(si, subj)
		if m == nil || m.kind != mOffice && t.lemma(subj) != "leader" || t.lemma(subj) == "president" { // "the presidents of the Commission and the Council"
			return
		}
		o := p.officeAt(si, subj, m)
		if !o.plural || len(o.codes) != 1 || !p.isOrg(o.codes[0]) || !p.isBody(o.codes[0]) && !p.membersOnly(o.codes[0]) {
			return
		}
		e := event{kind: Summit, sent: si, tok: v, trig: together, conf: 0.5, practice: o.codes[0], name: p.text(si, o.from, o.to)}
		e.status, _, e.denied = func() (Status, lexicon.Says, bool) {
			st, neg, _ := p.tense(t, v)
			return st, lexicon.SaysNothing, neg
		}()
		e.add(actor{person: nobody, code: o.codes[0], office: t.word(subj), tok: subj}, RoleParty, si)
		for _, a := range t.verbArguments(v, true, nil) {
			if a.slot == lexicon.In || a.slot == lexicon.At {
				if ls := p.places(si, a.tok); len(ls) > 0 {
					e.setPlace(ls[0])
				}
			}
		}
		if e.place.country == "" {
			e.setPlace(p.here)
		}
		if e.place.country == "" {
			return
		}
		e.add(actor{person: nobody, code: e.place.country, weak: true}, RoleParty, si)
		if c := t.child(v, language.RelObj); c >= 0 { // "ended a two-day meeting"
			e.days = p.lengthOf(si, c)
		}
		if lexicon.Governing(t.lemma(v)) == lexicon.SaysEnd {
			e.nth = lastDay
		}
		held := e.status == Held
		p.dateEvent(&e)
		if first, _, ok := e.when.Bounds(); ok && held && first > p.ref { // "agreed to ban it from 1990"
			e.when, e.times, e.status = "", nil, Held
		}
		p.finish(&e)
		return
	}
}

// sessionVerb names what ministers do in session.
func sessionVerb(lemma string) bool {
	switch lemma {
	case "agree", "discuss", "approve", "resolve", "abandon", "decide", "fail", "meet", "begin", "start", "end", "reject", "endorse", "adopt", "consider", "resume", "gather", "convene", "reach", "conclude", "debate", "back", "settle", "try":
		return true
	}
	return false
}
