package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readListed finds the visits of a journey whose stops are listed behind a colon:
// "begins a tour of the Balkans: Sarajevo on Monday, Pristina on Wednesday", "was
// in four capitals last week: Baku, Tbilisi, Yerevan and Ankara".
func (p *page) readListed(si int) {
	t := p.tree(si)
	for k := 3; k+1 < len(t.s.Tokens); k++ {
		if t.word(k) != ":" {
			continue
		}
		m := p.mention(si, k+1)
		if m == nil || int(m.from) != k+1 || m.kind != mCity && m.kind != mState {
			continue
		}
		noun := -1
		for n := k - 1; n >= 0 && noun < 0; n-- {
			switch t.lemma(n) {
			case "tour", "trip", "journey", "swing", "capital", "road", "stop", "itinerary":
				noun = n
			}
		}
		v := t.clause(max(noun, 0))
		if noun < 0 || v < 0 || !t.isVerb(v) && t.child(v, language.RelCop) < 0 {
			return
		}
		e := event{sent: si, tok: v, kind: Visit, trig: presence, conf: 0.65}
		e.status, e.says, e.denied, e.underway = p.modality(si, v)
		var who []actor
		if poss := t.child(noun, language.RelNmodPoss); poss >= 0 {
			who = p.inOffice(p.actors(si, poss, nil))
		}
		if s, passive := t.subject(v); len(who) == 0 && s >= 0 && !passive {
			who = p.inOffice(p.actors(si, s, nil))
		}
		for _, a := range who {
			e.add(a, RoleVisitor, si)
		}
		first, ok := p.placeAt(si, p.headAt(si, k+1))
		if !ok || first.country == "" || len(e.parties) == 0 || e.denied {
			return
		}
		e.tok = k
		dests := p.stopsByDay(&e, []locus{first})
		if len(dests) == 1 {
			dests, _ = p.placeRun(si, k+1)
		}
		p.emitVisits(&e, dests, nil)
		return
	}
}

// readAtSide finds meetings told by who stands beside whom: "said in Suva, with
// Anthony Albanese at his side". At a gathering everybody does.
func (p *page) readAtSide(si int) {
	t := p.tree(si)
	for k := 2; k < len(t.s.Tokens); k++ {
		if t.lemma(k) != "side" || t.word(k-2) != "at" || t.tok(k-1).XPOS != language.XPOSPRPS {
			continue
		}
		o := p.mention(si, k-3)
		if o == nil || o.kind != mPerson {
			return
		}
		for i := range t.s.Tokens {
			if p.isGathering(si, i) {
				return
			}
		}
		other := p.single(si, p.headAt(si, k-3), nil)
		if len(other) != 1 || p.people[o.person].rank() < 5 {
			return
		}
		v, s := -1, -1
		for i := range t.s.Tokens { // whose side it is: the subject of the verb nearest
			if t.upos(i) != language.VERB || v >= 0 && abs(i-k) >= abs(v-k) {
				continue
			}
			if n, passive := t.subject(i); n >= 0 && !passive && t.upos(n) != language.NOUN {
				v, s = i, n
			}
		}
		if v < 0 || p.byPhone(t, v) {
			return
		}
		e := event{kind: Meeting, sent: si, tok: v, trig: together, status: Held, conf: 0.6}
		for _, a := range append(p.single(si, s, nil), other...) {
			if a.person != nobody && p.people[a.person].rank() >= 5 {
				e.add(a, RoleParty, si)
			}
		}
		if e.countries() != 2 {
			return
		}
		for _, o := range p.events {
			if o.sent == si && (o.kind == Meeting || o.kind == Summit || o.kind == Call) && statesAgree(&o, &e) {
				return
			}
		}
		for _, a := range t.verbArguments(v, true, nil) {
			if a.slot == lexicon.In || a.slot == lexicon.At {
				if ls := p.places(si, a.tok); len(ls) > 0 {
					e.setPlace(ls[0])
				}
			}
		}
		p.dateEvent(&e)
		p.finish(&e)
		return
	}
}

// readFollower finds who comes on a visit behind another: "was received in Apia on
// Monday. James Marape followed on Tuesday."
func (p *page) readFollower(si int) {
	t := p.tree(si)
	for v := range t.s.Tokens {
		if t.upos(v) != language.VERB || t.lemma(v) != "follow" || t.child(v, language.RelObj, language.RelCcomp, language.RelAuxPass) >= 0 || p.followedBy(t, v, "by") || t.rel(v) == language.RelAcl || t.rel(v) == language.RelAclRelcl || !p.ownTime(t, v) {
			continue
		}
		s, passive := t.subject(v)
		if s < 0 || passive {
			continue
		}
		o := p.toldBefore(si, v, 1, func(o *event) bool {
			return o.kind == Visit && o.place.country != "" || o.kind == Meeting && o.countries() == 2 && o.has(o.place.country)
		})
		if o == nil {
			continue
		}
		e := event{sent: si, tok: v, kind: Visit, trig: presence, conf: 0.65}
		for _, a := range p.actors(si, s, nil) {
			if p.travels(a) && a.code != o.place.country {
				e.add(a, RoleVisitor, si)
			}
		}
		if len(e.parties) == 0 {
			continue
		}
		e.status, e.says, e.denied, e.underway = p.modality(si, v)
		if o.status == Planned && e.status == Held && strings.HasSuffix(t.word(v), "s") {
			e.status = Planned
		}
		p.emitVisits(&e, []locus{{country: o.place.country, place: o.place.place, sent: o.place.sent, tok: o.place.tok}}, nil)
	}
}
