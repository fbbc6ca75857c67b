package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// readWaypoints finds the stops of a journey that no verb of travel tells: "on his
// return from Jordan and Oman", "came by way of Tashkent", "ends the trip in
// Stockholm", "stops in Skopje and Podgorica are planned". Days in a place are
// read by onDays, stops named as such by readStops.
func (p *page) readWaypoints(si int) {
	t := p.tree(si)
	for k := 1; k < len(t.s.Tokens); k++ {
		m := p.mention(si, k)
		if m == nil || m.kind != mCity && m.kind != mState || int(m.from) != k {
			continue
		}
		lead := k - 1
		if t.upos(lead) == language.DET && lead > 0 {
			lead--
		}
		h := p.headAt(si, k)
		switch {
		case p.cameFrom(t, lead), wayOf(t, lead), completed(t, lead), strings.EqualFold(t.word(lead), "after") && p.listsPlaces(si, h, k):
			p.fileStops(si, h, lead, Held)
		default:
			p.stopOfTrip(si, h, lead)
		}
	}
}

// cameFrom tells "on his return from", "back from", "fresh from talks in", "due
// here tomorrow from" by the preposition at a token.
func (p *page) cameFrom(t *tree, at int) bool {
	if w := t.word(at); w == "in" && at > 2 && t.word(at-2) == "from" && (t.lemma(at-1) == "talk" || t.lemma(at-1) == "meeting") {
		return t.word(at-3) == "fresh" || t.word(at-3) == "back"
	} else if w != "from" || at == 0 {
		return false
	}
	switch t.word(at - 1) {
	case "return", "back", "fresh", "straight", "direct":
		return true
	case "home":
		return at > 1 && t.word(at-2) == "way"
	}
	for k := at - 1; k >= 0 && at-k < 5; k-- {
		if t.word(k) == "due" {
			return true
		}
		if t.isVerb(k) || t.word(k) == "," {
			break
		}
	}
	return false
}

// wayOf tells "by way of".
func wayOf(t *tree, at int) bool {
	return at > 1 && t.word(at) == "of" && t.word(at-1) == "way" && strings.EqualFold(t.word(at-2), "by")
}

// completed tells "after having completed a tour of", "having finished a trip to".
func completed(t *tree, at int) bool {
	if w := t.word(at); w != "of" && w != "to" || at == 0 {
		return false
	}
	switch t.lemma(at - 1) {
	case "tour", "trip", "journey", "visit":
	default:
		return false
	}
	v := t.head(at - 1)
	if v < 0 || !t.isVerb(v) || t.rel(at-1) != language.RelObj || !beginsOrEnds(t, v) {
		return false
	}
	a := t.child(v, language.RelAux)
	return a >= 0 && strings.EqualFold(t.word(a), "having")
}

// listsPlaces tells whether two places or more, and nothing else, stand behind
// "after": "after Dakar, Accra and Lusaka".
func (p *page) listsPlaces(si, h, k int) bool {
	l, ok := p.placeAt(si, h)
	if !ok || len(p.placesListed(si, []locus{l})) < 2 {
		return false
	}
	t := p.tree(si)
	return t.rel(h) == language.RelObl || t.rel(h) == language.RelNmod
}

// fileStops files the visits of who makes a journey to the places listed from
// token h, which are told without their day.
func (p *page) fileStops(si, h, lead int, status Status) {
	t := p.tree(si)
	l, ok := p.placeAt(si, h)
	if !ok || l.country == "" {
		return
	}
	who := p.mover(si, h)
	if len(who) == 0 {
		return
	}
	for _, d := range p.placesListed(si, []locus{l}) {
		e := event{sent: si, tok: d.tok, kind: Visit, conf: 0.55, trig: presence, status: status, earlier: true}
		for _, a := range who {
			e.add(a, RoleVisitor, si)
		}
		code := e.codeOf(RoleVisitor)
		if code == "" || code == d.country || d.country == "" || d.country == p.here.country || p.isOrg(d.country) || p.visitTold(code, d.country) {
			continue
		}
		e.setPlace(p.cityOf(d))
		if wayOf(t, lead) { // on the day of the journey itself, where that is told
			e.earlier = false
			if v := t.clause(lead); v >= 0 && t.isVerb(v) {
				e.status, e.says, e.denied, e.underway = p.modality(si, v)
			}
			p.dateEvent(&e)
			e.earlier = e.when == "" && e.status == Held
		}
		p.finish(&e)
	}
}

// visitTold tells whether the report tells of a visit to the country already.
func (p *page) visitTold(code, country string) bool {
	for i := range p.events {
		if e := &p.events[i]; e.kind == Visit && e.place.country == country && e.codeOf(RoleVisitor) == code {
			return true
		}
	}
	return false
}

// mover gives who makes the journey that a phrase tells a stop of: the owner of
// a noun above it, the person whom it describes, or the subject of the clause,
// or of the one above where that has none.
func (p *page) mover(si, at int) []actor {
	t := p.tree(si)
	for n, h := 0, t.head(at); n < 6 && h >= 0; n, h = n+1, t.head(h) {
		if poss := t.child(h, language.RelNmodPoss); poss >= 0 && poss < at && !t.isVerb(h) {
			if who := p.onRoad(p.actors(si, poss, nil)); len(who) > 0 {
				return who
			}
		}
		if m := p.mention(si, h); m != nil && (m.kind == mPerson || m.kind == mOffice) {
			return p.onRoad(p.single(si, h, nil))
		}
		if t.isVerb(h) || t.child(h, language.RelCop) >= 0 {
			if s, passive := t.subject(h); s >= 0 && !passive && t.upos(s) != language.PRON || s >= 0 && t.rel(h) != language.RelAclRelcl {
				if who := p.onRoad(p.actors(si, s, nil)); len(who) > 0 {
					return who
				}
				return nil
			}
		}
	}
	return nil
}

// onRoad keeps those who travel for a state.
func (p *page) onRoad(as []actor) []actor {
	keep := as[:0]
	for _, a := range as {
		if a.code != "" && !p.isOrg(a.code) && p.travels(a) {
			keep = append(keep, a)
		}
	}
	return keep
}

// stopOfTrip files "will end the trip in Stockholm" and "stops in Skopje and
// Podgorica are planned".
func (p *page) stopOfTrip(si, h, lead int) {
	t := p.tree(si)
	if t.word(lead) != "in" || lead == 0 {
		return
	}
	noun := lead - 1
	if noun > 0 && t.word(noun) == "due" && t.word(noun-1) == "," { // "Andreotti, due in Wellington on Thursday,"
		e := event{sent: si, tok: h, kind: Visit, conf: 0.6, trig: presence, status: Planned}
		for _, a := range p.mover(si, h) {
			e.add(a, RoleVisitor, si)
		}
		p.fileStop(&e, h)
		return
	}
	switch t.lemma(noun) {
	case "trip", "tour", "journey", "swing", "week", "visit":
		v := t.head(noun)
		if v < 0 || v > noun || !t.isVerb(v) || t.rel(noun) != language.RelObj && t.caseOf(noun) != "off" || !beginsOrEnds(t, v) {
			return
		}
		s, passive := t.subject(v)
		if s < 0 || passive {
			return
		}
		e := event{sent: si, tok: v, kind: Visit, conf: 0.6, trig: presence}
		e.status, e.says, e.denied, e.underway = p.modality(si, v)
		for _, a := range p.onRoad(p.actors(si, s, nil)) {
			e.add(a, RoleVisitor, si)
		}
		p.fileStop(&e, h)
	case "stop", "Stop", "stopover":
		v := t.head(noun)
		if v < 0 || t.rel(noun) != language.RelNsubj && t.rel(noun) != language.RelNsubjPass {
			return
		}
		e := event{sent: si, tok: noun, kind: Visit, conf: 0.6, trig: presence}
		e.status, e.says, e.denied, _ = p.modality(si, noun)
		o := p.toldBefore(si, noun, 2, func(o *event) bool { return o.kind == Visit && o.parties[0].person != nobody })
		if o == nil {
			return
		}
		for _, q := range o.parties {
			if q.role == RoleVisitor {
				e.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleVisitor, si)
			}
		}
		p.fileStop(&e, h)
	}
}

// fileStop files a stop that has a status of its own, and those listed with it.
func (p *page) fileStop(e *event, h int) {
	l, ok := p.placeAt(e.sent, h)
	if !ok || l.country == "" || len(e.parties) == 0 || e.denied || p.visitTold(e.codeOf(RoleVisitor), l.country) {
		return
	}
	p.emitVisits(e, p.placesListed(e.sent, []locus{l}), nil)
}

// beginsOrEnds tells verbs that say where a journey starts or ends: "round off",
// "kick off", "open", "wrap up".
func beginsOrEnds(t *tree, v int) bool {
	switch t.lemma(v) {
	case "end", "finish", "conclude", "wrap", "complete", "begin", "start", "open", "kick", "close", "cap", "round":
		return true
	}
	return false
}
