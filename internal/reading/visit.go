package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// fillVisit fills a visit told from the visitor's side.
func (p *page) fillVisit(e *event, args []argument) bool {
	e.kind = Visit
	t := p.tree(e.sent)
	var dests, origins, behind []locus
	var hosts, told []actor
	by := -1 // the verb that tells of places behind him
	owned := e.trig.Noun && t.child(e.tok, language.RelNmodPoss) >= 0
	for _, a := range args {
		pair := e.trig.Role(a.slot)
		role := pair.Role
		if role == lexicon.Visitor && practiceOf(t.lemma(a.tok)) == "chair" { // "the presidency goes to Hungary"
			return false
		}
		if e.trig.Noun && a.slot == lexicon.Subj {
			role = lexicon.Visitor
			if h := t.head(e.tok); h >= 0 && !a.own && hosting(t.lemma(h)) {
				role = lexicon.Host
			}
			if l, ok := p.placeAt(e.sent, a.tok); ok && !a.own && (owned || t.child(e.tok, language.RelCop) >= 0) { // "Ankara will be his next stop", "Turkey cancelled his visit"
				dests = append(dests, l)
				continue
			}
		}
		if e.trig.Noun && a.slot == lexicon.IObj && t.lemma(t.head(e.tok)) == "pay" { // "pay Ankara a visit"
			role = lexicon.Dest
		}
		if e.trig.Noun && role == lexicon.NoRole && !a.own && (a.slot == lexicon.To || a.slot == lexicon.In) {
			role = lexicon.Dest
		}
		switch role {
		case lexicon.Visitor:
			if a.slot == lexicon.Subj && !e.trig.Noun {
				a.tok = p.whoWas(e.sent, a.tok)
			}
			if a.slot == lexicon.Comp || a.slot == lexicon.Poss || a.slot == lexicon.Of {
				if l, ok := p.placeAt(e.sent, a.tok); ok && l.place != "" && a.slot != lexicon.Poss { // "the Moscow visit"
					dests = append(dests, l)
					continue
				}
				if m := p.mention(e.sent, a.tok); owned && a.slot == lexicon.Comp && m != nil && m.kind == mPeople { // "his Turkish trip"
					dests = append(dests, locus{country: m.code, sent: e.sent, tok: a.tok})
					continue
				}
			}
			if a.slot == lexicon.Comp && protocolWord(t.lemma(a.tok)) { // "a state visit": of those told of so far
				told = p.actors(e.sent, a.tok, nil)
				continue
			}
			as := p.sentAlong(e, a)
			if len(as) == 0 {
				as = p.actors(e.sent, a.tok, nil)
			}
			if len(as) == 0 {
				as = p.aboard(e.sent, a.tok, e.tok)
			}
			if len(as) == 0 {
				as = p.amongThem(e.sent, a.tok)
			}
			if len(as) == 0 && !e.trig.Noun && journeyNoun(t, a.tok) { // "a swing that will take in Tokyo"
				as = p.ownerOf(e.sent, a.tok)
			}
			if len(as) == 1 && t.upos(a.tok) == language.PRON && a.slot == lexicon.Subj || len(as) == 1 && a.slot == lexicon.Poss && t.upos(a.tok) == language.PRON {
				as[0] = p.abroad(e, a.tok, p.onTheRoad(e, a.tok, as[0]), args)
			}
			for _, w := range as {
				e.add(w, RoleVisitor, e.sent)
			}
		case lexicon.Host:
			hosts = append(hosts, p.actors(e.sent, a.tok, nil)...)
		case lexicon.Dest:
			found := p.places(e.sent, a.tok)
			if v := t.clause(a.tok); e.trig.Noun && !a.own && v >= 0 && v != e.tok && t.rel(v) == language.RelAclRelcl && hasDone(t, v) { // "the tour, which has taken him to Hanoi"
				behind, by = append(behind, found...), v
				continue
			}
			dests = append(dests, found...)
			if len(found) == 0 {
				if as := p.actors(e.sent, a.tok, nil); len(as) > 0 && !p.membersOnly(as[0].code) { // "flew in for the Group of Seven session"
					hosts = append(hosts, as...)
				}
			}
		case lexicon.Party:
			hosts = append(hosts, p.actors(e.sent, a.tok, nil)...)
		case lexicon.Origin:
			found := p.places(e.sent, a.tok)
			if l, ok := p.placeWithin(e.sent, a.tok); ok && len(found) == 0 && p.isGathering(e.sent, a.tok) { // "left the summit in Kananaskis"
				found = append(found, l)
				e.name = p.gatheringAt(e.sent, a.tok)
				e.practice = p.orgIn(e.sent, a.tok)
			}
			origins = append(origins, found...)
		}
	}
	if e.codeOf(RoleVisitor) == "" && len(dests) == 1 {
		told = slices.DeleteFunc(told, func(a actor) bool { return a.code == dests[0].country })
		if len(told) == 1 {
			e.add(told[0], RoleVisitor, e.sent)
		}
	}
	if e.trig.Noun && e.codeOf(RoleVisitor) == "" && len(dests)+len(hosts) > 0 {
		who := p.traveller(e)
		if len(who) == 0 {
			who = p.goesWhere(e, dests)
		}
		for _, w := range who {
			e.add(w, RoleVisitor, e.sent)
		}
	}
	if !e.trig.Noun {
		p.company(e)
	}
	if len(dests) == 0 && !e.trig.Noun && comingHere(e.trig.Word) && e.trig.Word != "fly" && e.codeOf(RoleVisitor) != "" { // "arrived from Yakutsk": from home, at the scene
		home := true
		for _, o := range origins {
			home = home && o.country == e.codeOf(RoleVisitor)
		}
		if home {
			origins = nil
		}
	}
	if len(origins) > 0 {
		left := p.leaves(e, origins, len(dests) > 0)
		if len(dests) == 0 {
			return left
		}
	}
	if len(dests) == 0 && len(e.parties) > 0 {
		dests = p.placeBehind(e)
	}
	if len(dests) == 0 && len(hosts) == 0 && e.codeOf(RoleVisitor) != "" && (e.trig.Noun && p.announced(t, e.tok) || e.trig.Word == "visit" && t.upos(e.tok) == language.VERB && !invitedTo(t, e.tok)) {
		if l, ok := p.scene(e); ok {
			dests = append(dests, l)
		}
	}
	if len(dests) == 0 && len(hosts) == 0 && e.trig.Noun && e.codeOf(RoleVisitor) != "" {
		if dests = p.repaid(e); len(dests) == 0 {
			dests = p.inReturn(e)
		}
		if l, ok := p.occasionBefore(e); ok && len(dests) == 0 && (e.status == Cancelled || e.status == Postponed) {
			dests = append(dests, l)
		}
		if l, ok := p.scene(e); ok && len(dests) == 0 && p.toTheCountry(e) {
			dests = append(dests, l)
		}
	}
	if len(dests) == 0 && len(hosts) == 0 && !e.trig.Noun && comingHere(e.trig.Word) {
		if l, ok := p.scene(e); ok {
			dests = append(dests, l)
		}
	}
	if code := p.visiting(e); code != "" {
		hosts = nil
		dests = append(dests[:0], locus{country: code, sent: e.sent, tok: e.tok})
		if code == p.here.country {
			dests[0] = p.here
		}
	}
	if len(dests) == 0 {
		for _, h := range hosts {
			if h.code != "" && !p.isOrg(h.code) {
				dests = append(dests, locus{country: h.code})
				break
			}
		}
	}
	dests = p.stopsByDay(e, p.placesListed(e.sent, dests))
	if n := len(dests); n > 0 && dests[n-1].sent == e.sent && dests[n-1].tok > e.tok {
		if prep := t.child(dests[n-1].tok, language.RelCase); prep > e.tok {
			dests = p.moreStops(e.sent, dests[n-1].tok, prep, dests)
		}
	}
	if len(behind) > 0 {
		been := *e
		been.tok, been.status, been.says, been.underway = by, Held, lexicon.SaysNothing, false
		been.parties = slices.Clone(e.parties)
		if told := p.emitVisits(&been, behind, nil); len(dests)+len(hosts) == 0 {
			return told
		}
	}
	return p.emitVisits(e, distinct(dests), hosts)
}

// hasDone tells a verb in the perfect tense: "has already taken him to".
func hasDone(t *tree, v int) bool {
	switch t.lemma(v) {
	case "take", "bring", "carry", "lead":
	default:
		return false
	}
	return t.tok(v).XPOS == language.XPOSVBN && t.childLemma(v, language.RelAux, "have") && !t.childLemma(v, language.RelAux, "will", "would", "may", "might", "could")
}

// distinct leaves out places told by the same words as one before.
func distinct(places []locus) []locus {
	keep := places[:0]
	for _, l := range places {
		if l.tok == 0 || !slices.ContainsFunc(keep, func(o locus) bool { return o.sent == l.sent && o.tok == l.tok && o.country == l.country }) {
			keep = append(keep, l)
		}
	}
	return keep
}

// placeBehind finds the destination by nearness where the tree has hung it on
// another word: the first place behind "to", "in" or "for" in the clause.
func (p *page) placeBehind(e *event) []locus {
	t := p.tree(e.sent)
	for k := e.tok + 1; k < len(t.s.Tokens) && k-e.tok < 9; k++ {
		if t.upos(k) == language.VERB || t.word(k) == ";" || t.upos(k) == language.SCONJ {
			return nil
		}
		slot := lexicon.SlotOf(t.lemma(k))
		if t.upos(k) != language.ADP || e.trig.Role(slot).Role != lexicon.Dest && !(e.trig.Noun && slot == lexicon.To) {
			continue
		}
		for n := k + 1; n < len(t.s.Tokens) && n-k < 5; n++ {
			if m := p.mention(e.sent, n); m != nil && (m.kind == mCity || m.kind == mState || m.kind == mSeat) {
				h := n
				for t.head(h) >= int(m.from) && t.head(h) < int(m.to) {
					h = t.head(h)
				}
				return p.places(e.sent, h)
			}
			if t.upos(n) != language.DET && t.upos(n) != language.ADJ && t.upos(n) != language.PROPN {
				break
			}
		}
	}
	return nil
}

// onTheRoad settles whom "From there he goes" means: the one whose journey the
// sentence before tells of, not whom he meets on it.
func (p *page) onTheRoad(e *event, tok int, a actor) actor {
	t := p.tree(e.sent)
	if a.person == nobody || e.trig.Noun || !onward(e.trig.Word) || t.word(0) != "From" && t.word(0) != "After" && t.word(0) != "Then" {
		return a
	}
	other := a
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Visit || e.sent-o.sent > 1 {
			continue
		}
		for _, q := range o.parties {
			if q.role != RoleVisitor || q.person == nobody {
				continue
			}
			if q.person == a.person {
				return a
			}
			if g, h := p.people[q.person].gender, p.people[a.person].gender; g == h || g == 0 || h == 0 {
				other = p.personActor(q.person, tok)
			}
		}
	}
	return other
}

// abroad settles whom "he" stands for by where he goes: nobody visits his own
// country, so the pronoun means the other one named before.
func (p *page) abroad(e *event, tok int, a actor, args []argument) actor {
	dest := ""
	for _, g := range args {
		if r := e.trig.Role(g.slot).Role; r == lexicon.Dest {
			if l, ok := p.placeAt(e.sent, g.tok); ok {
				if dest != "" && dest != l.country {
					return a
				}
				dest = l.country
			}
		}
	}
	if dest != "" && a.code != dest && e.trig.Word == "return" { // "he returns to Brasilia": who is at home there
		for k := len(p.said) - 1; k >= 0; k-- {
			s := p.said[k]
			if (s.sent < e.sent || s.sent == e.sent && s.tok < tok) && e.sent-s.sent <= 2 && p.people[s.person].country == dest {
				return p.personActor(s.person, tok)
			}
		}
	}
	if dest != "" && a.code == dest && (e.trig.Word == "return" || e.trig.Word == "depart" || p.travelsAt(e.sent, tok, a)) { // "will arrive in New York on Monday and leave for Dhaka on Friday": home again
		return a
	}
	return p.foreigner(e.sent, tok, a, dest)
}

// travelsAt tells whether the pronoun at a token has already been taken for
// somebody who travels, by another verb that shares it.
func (p *page) travelsAt(si, tok int, a actor) bool {
	for k := len(p.events) - 1; k >= 0 && p.events[k].sent == si; k-- {
		for _, q := range p.events[k].parties {
			if p.events[k].kind == Visit && q.role == RoleVisitor && q.tok == tok && q.person == a.person {
				return true
			}
		}
	}
	return false
}

// foreigner gives whom "he" stands for who is in a state that is not his own:
// the one meant, or else the one named before of another state.
func (p *page) foreigner(si, tok int, a actor, dest string) actor {
	if dest == "" || a.code != dest || a.person == nobody {
		return a
	}
	gender := p.people[a.person].gender
	for k := len(p.said) - 1; k >= 0; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= tok || si-s.sent > 2 {
			continue
		}
		w := &p.people[s.person]
		if w.country != "" && w.country != dest && (w.gender == gender || w.gender == 0 || gender == 0) && !w.spokesman {
			return p.personActor(s.person, tok)
		}
	}
	return a
}

// leaves files the visit that ends with a departure: "left Bonn yesterday",
// "flew to Jakarta from Tokyo". The day is known only for the leaving itself.
func (p *page) leaves(e *event, origins []locus, onward bool) bool {
	if e.denied || e.status != Held && !(e.status == Planned && (e.trig.Word == "leave" || e.trig.Word == "depart")) {
		return false
	}
	made := false
	for _, o := range origins {
		if o.country == "" {
			continue
		}
		v := *e
		v.parties = nil
		for _, q := range e.parties {
			if q.role == RoleVisitor && q.code != o.country && q.person != nobody {
				v.parties = append(v.parties, q)
			}
		}
		if len(v.parties) == 0 {
			continue
		}
		v.place = p.cityOf(o)
		v.nth = lastDay
		if !onward {
			p.dateEvent(&v)
		}
		v.status = Held // who will leave is there
		p.finish(&v)
		made = true
	}
	return made
}

// announced tells whether a visit is the subject of a verb that says how far
// it has come: "a trip by X is being prepared", "X's visit was postponed".
func (p *page) announced(t *tree, i int) bool {
	if h := t.head(i); h >= 0 && (t.rel(i) == language.RelNsubjPass || t.rel(i) == language.RelNsubj) && t.isVerb(h) {
		switch p.governing(t, h) {
		case lexicon.SaysPlan, lexicon.SaysPostpone, lexicon.SaysCancel, lexicon.SaysBegin, lexicon.SaysEnd:
			return true
		}
	}
	return false
}

// comingHere names verbs that need no destination: it is the scene of the
// story.
func comingHere(word string) bool {
	return word == "come" || word == "arrive" || word == "land" || word == "fly"
}

// scene gives the place where the story plays: of the visit or meeting told
// last, or of the dateline.
func (p *page) scene(e *event) (locus, bool) {
	home := e.codeOf(RoleVisitor)
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.place.country != "" && e.sent-o.sent <= 3 && o.place.country != home && o.status == e.status && !o.earlier && !(onward(o.trigWord()) && o.place.country != p.here.country && !p.sharesVisitor(e, o)) {
			return locus{country: o.place.country, place: o.place.place}, true
		}
	}
	for _, q := range e.parties { // "the premier and his guest, who arrived on Monday"
		if q.role == RoleVisitor && p.here.country != "" && p.here.country != q.code && p.tree(e.sent).rel(e.tok) == language.RelAclRelcl {
			return p.here, true
		}
	}
	if p.here.country != "" && p.here.country != home {
		return p.here, true
	}
	return locus{}, false
}

// repaid gives the place of a visit that somebody returns: "repaying a visit by
// Erdogan in February" was to the country of the one who repays it.
func (p *page) repaid(e *event) []locus {
	t := p.tree(e.sent)
	v := t.head(e.tok)
	if v < 0 || t.rel(e.tok) != language.RelObj || t.lemma(v) != "repay" && t.lemma(v) != "reciprocate" && t.lemma(v) != "return" {
		return nil
	}
	s, _ := t.subject(v)
	if s < 0 {
		return nil
	}
	for _, a := range p.actors(e.sent, s, nil) {
		if a.code != "" && a.code != e.codeOf(RoleVisitor) && !p.isOrg(a.code) {
			e.status, e.says = Held, lexicon.SaysHeld
			return []locus{{country: a.code, sent: e.sent, tok: a.tok}}
		}
	}
	return nil
}

// foreign tells whether all of some people come from another state than one.
func (p *page) foreign(as []actor, country string) bool {
	for _, a := range as {
		if a.code == "" || a.code == country || a.person == nobody && a.office == "" {
			return false
		}
	}
	return len(as) > 0
}

// inReturn gives the place of "a return visit": the country of the one who came
// before.
func (p *page) inReturn(e *event) []locus {
	if t := p.tree(e.sent); !p.childWord(t, e.tok, "return", "reciprocal") && !repaidBy(t, e.tok) {
		return nil
	}
	home := e.codeOf(RoleVisitor)
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if from := o.codeOf(RoleVisitor); o.kind == Visit && o.place.country == home && from != "" && !p.isOrg(from) {
			return []locus{{country: from, sent: e.sent, tok: e.tok}}
		}
		if o.kind == Meeting && o.place.country == home && o.countries() == 2 && o.has(home) && repaidBy(p.tree(e.sent), e.tok) { // "called on Wong in Adelaide": that was a visit
			for _, q := range o.parties {
				if q.code != home && q.code != "" && !p.isOrg(q.code) {
					return []locus{{country: q.code, sent: e.sent, tok: e.tok}}
				}
			}
		}
	}
	return nil
}

// repaidBy tells whether a visit answers an earlier one: "repaid the visit", "will
// return the call".
func repaidBy(t *tree, i int) bool {
	v := t.head(i)
	return v >= 0 && t.rel(i) == language.RelObj && (t.lemma(v) == "repay" || t.lemma(v) == "reciprocate" || t.lemma(v) == "return")
}

// occasionBefore gives the place of the gathering that the report is about, to
// which somebody's trip was called off.
func (p *page) occasionBefore(e *event) (locus, bool) {
	for k := range p.events {
		if o := &p.events[k]; o.kind == Summit && o.place.country != "" && o.place.country != e.codeOf(RoleVisitor) && e.sent-o.sent <= 8 {
			return o.place, true
		}
	}
	return locus{}, false
}

// toTheCountry tells "his first visit to the country", "to the kingdom".
func (p *page) toTheCountry(e *event) bool {
	t := p.tree(e.sent)
	for k := e.tok + 1; k+2 < len(t.s.Tokens) && k-e.tok < 4; k++ {
		if t.word(k) != "to" || t.word(k+1) != "the" {
			continue
		}
		for n := k + 2; n < len(t.s.Tokens) && n-k < 5; n++ {
			switch strings.ToLower(t.lemma(n)) {
			case "country", "kingdom", "republic", "island", "nation", "emirate":
				return true
			}
			if t.upos(n) != language.ADJ && t.upos(n) != language.VERB {
				break
			}
		}
	}
	return false
}

func hosting(lemma string) bool {
	switch lemma {
	case "host", "receive", "welcome", "await", "expect":
		return true
	}
	return false
}

// places gives the places of a phrase, its coordinates included: "to Seoul,
// Tokyo and Manila".
func (p *page) places(si, i int) []locus {
	t := p.tree(si)
	var out []locus
	if l, ok := p.placeAt(si, i); ok {
		t.children(i, func(c int) bool { // "to Karuizawa in Japan", "Tianjin, China"
			if t.rel(c) == language.RelNmod || t.rel(c) == language.RelAppos || t.rel(c) == language.RelNmodUnmarked {
				if m, ok := p.placeAt(si, c); ok && (l.country == "" || m.country != l.country) && m.place == "" && m.country != "" && placedBy(t.caseOf(c)) {
					l.country = m.country
				}
			}
			return true
		})
		out = append(out, l)
	}
	t.children(i, func(c int) bool {
		if t.rel(c) == language.RelConj && !t.isVerb(c) {
			out = append(out, p.places(si, c)...)
		}
		if t.rel(c) == language.RelAppos && len(out) == 0 { // "OPEC members Gabon, Algeria and Libya"
			out = append(out, p.places(si, c)...)
		}
		if w := t.caseOf(c); len(out) == 0 && t.rel(c) == language.RelNmod && (w == "include" || w == "including") { // "countries including Turkey, Iran and Iraq"
			out = append(out, p.places(si, c)...)
		}
		return true
	})
	return out
}

// placedBy tells the prepositions by which a state says where a city lies.
func placedBy(preposition string) bool {
	return preposition == "" || preposition == "in" || preposition == "of"
}

// emitVisits makes one visit for each traveller's state and destination, and
// refuses the way home.
func (p *page) emitVisits(e *event, dests []locus, hosts []actor) bool {
	made := false
	var codes []string
	for _, q := range e.parties {
		if q.role == RoleVisitor {
			codes = appendNew(codes, q.code)
		}
	}
	if len(codes) == 0 || len(dests) == 0 {
		if len(dests) == 0 && (len(codes) == 0 || e.nth == 1) && e.trig.Noun && !e.denied && (e.days > 0 || e.protocol != "") {
			p.nameless = append(p.nameless, *e)
		}
		if len(codes) == 1 && len(dests) == 0 && e.trig.Noun && !e.definite && e.parties[0].person != nobody { // "begins a state visit on Tuesday": where is told later
			v := *e
			p.dateEvent(&v)
			if v.when != "" {
				p.unplaced = append(p.unplaced, v)
			}
		}
		if len(codes) == 1 && len(dests) == 0 && e.trig.Noun && (e.status == Cancelled || e.status == Postponed) && p.tree(e.sent).tok(e.tok).XPOS == language.XPOSNNS {
			p.allOff = *e // "has postponed all his foreign visits"
		}
		if e.definite && (len(codes) > 0 || len(dests) > 0) && p.anaphoricVisit(e, codes, dests) {
			return true
		}
		if len(codes) == 1 && len(dests) == 0 && p.underScene(e) {
			return p.emitVisits(e, []locus{p.here}, hosts)
		}
		if e.definite && (len(codes) > 0 || len(dests) > 0) {
			return false
		}
		if e.definite && e.trig.Noun && len(hosts) == 0 {
			p.sameVisitAgain(e)
		}
		return false
	}
	all := e.parties
	for _, d := range dests {
		if d.country == "" || p.isOrg(d.country) { // "a tour of OPEC capitals"
			continue
		}
		for _, code := range codes {
			if code == d.country || p.homeOf(code) == d.country && p.isOrg(code) {
				continue
			}
			v := *e
			v.parties = nil
			for _, q := range all {
				if q.role == RoleVisitor && q.code == code {
					v.parties = append(v.parties, q)
				}
			}
			for _, h := range hosts {
				if h.code == d.country || h.code == "" && h.person != nobody {
					v.add(h, RoleHost, e.sent)
				}
			}
			v.place = locus{}
			v.setPlace(p.cityOf(d))
			if len(dests) > 1 {
				p.dateByPlace(&v, d, dests)
			}
			p.dateEvent(&v)
			p.placed(&v)
			p.occasion(&v)
			p.finish(&v)
			made = true
		}
	}
	return made
}

// placed gives a visit the day of the one told before without its destination.
func (p *page) placed(v *event) {
	for i := range p.unplaced {
		u := &p.unplaced[i]
		if v.when != "" || v.sent-u.sent > 8 || p.peopleAgree(u, v, RoleVisitor) != 1 || (u.status == Held) != (v.status == Held) {
			continue
		}
		v.when, v.times, v.days = u.when, u.times, u.days
		v.spans = append(v.spans, p.spanOf(u))
	}
}

// stopsByDay adds the places of a list in which each has its own day: "will
// visit Chisinau on Wednesday, Prague on Thursday and Berlin on Friday".
func (p *page) stopsByDay(e *event, dests []locus) []locus {
	if len(dests) != 1 || dests[0].sent != e.sent || dests[0].tok < e.tok {
		return dests
	}
	t := p.tree(e.sent)
	at, ok := p.dayBehind(e.sent, dests[0].tok+1)
	if next, more := p.dayBehind(e.sent, at+1); ok && more && at < len(t.s.Tokens) && t.word(at) == "and" { // "Sarajevo on Monday and Tuesday"
		at = next
	}
	for ok {
		k := at
		for k < len(t.s.Tokens) && (t.word(k) == "," || t.word(k) == "and" || t.word(k) == "then") {
			k++
		}
		m := p.mention(e.sent, k)
		if k == at || m == nil || int(m.from) != k || m.kind != mCity && m.kind != mState {
			break
		}
		if at, ok = p.dayBehind(e.sent, int(m.to)); !ok {
			break
		}
		for i := int(m.from); i < int(m.to); i++ {
			if l, found := p.placeAt(e.sent, i); found && l.country != "" {
				l.tok = int(m.to) - 1
				dests = append(dests, l)
				break
			}
		}
	}
	return dests
}

// dayBehind gives the token behind the time expression that begins at token i
// or behind its preposition.
func (p *page) dayBehind(si, i int) (int, bool) {
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; (x.First == i || x.First == i+1 && p.tree(si).upos(i) == language.ADP) && x.Type != timex.Duration {
			return x.Last + 1, true
		}
	}
	return i, false
}

// dateByPlace dates one of several destinations by the expression that stands
// between it and the next: "to Berlin on Thursday and to Paris on Friday".
func (p *page) dateByPlace(v *event, d locus, all []locus) {
	if d.sent != v.sent {
		return
	}
	next := 1 << 30
	for _, o := range all {
		if o.sent == d.sent && o.tok > d.tok && o.tok < next {
			next = o.tok
		}
	}
	t := p.tree(v.sent)
	prep := t.child(d.tok, language.RelCase)
	for _, k := range p.sents[v.sent].times {
		x := &p.times[k]
		behind := x.First > d.tok && x.First < next && x.First-d.tok < 5
		for _, o := range all { // "in Belgrade, on Tuesday in Sarajevo"
			if c := t.child(o.tok, language.RelCase); o.sent == d.sent && o.tok != d.tok && c >= 0 && x.Last+1 == c && t.word(x.First-1) == "on" {
				behind = false
			}
		}
		if (behind || prep > 0 && x.Last+1 == prep && x.First > 0 && t.word(x.First-1) == "on") && (x.Type == timex.Date || x.Type == timex.Time) && x.Kind != timex.Vague {
			v.when = p.resolve(v, k)
			v.times = append(v.times, k)
			p.timely(v)
			return
		}
	}
}

// occasion files the gathering that a visit is for: "goes to Vilnius for the
// NATO summit", "in Kazan to attend the BRICS summit".
func (p *page) occasion(v *event) {
	if v.implied {
		return
	}
	t := p.tree(v.sent)
	at := -1
	look := func(i int) {
		t.children(i, func(c int) bool {
			switch t.rel(c) {
			case language.RelObl, language.RelNmod:
				if k := t.caseOf(c); (k == "for" || k == "at") && p.isGathering(v.sent, c) {
					at = c
				}
			case language.RelAdvcl, language.RelXcomp, language.RelAcl:
				switch t.lemma(c) {
				case "attend", "join", "chair", "co-chair", "host", "address":
					if o := t.child(c, language.RelObj); o >= 0 && p.isGathering(v.sent, o) {
						at = o
					}
				case "take", "participate":
					t.children(c, func(g int) bool {
						if t.rel(g) == language.RelObl && p.isGathering(v.sent, g) {
							at = g
						}
						return true
					})
				}
			}
			return at < 0
		})
	}
	look(v.tok)
	if at < 0 {
		if h := t.head(v.tok); h >= 0 && v.trig != nil && (v.trig.Noun || v.trig == presence) {
			look(h)
		}
	}
	if at < 0 {
		t.children(v.tok, func(c int) bool { // "to Vilnius for the summit": hung on the place
			if at < 0 && (t.rel(c) == language.RelObl || t.rel(c) == language.RelNmod) && (v.place.sent != v.sent || c >= v.place.tok) {
				look(c)
			}
			return at < 0
		})
	}
	if at < 0 {
		return
	}
	for k := range p.events { // told already for those of another state: "hosted the leaders of Egypt and Tunisia for a forum"
		if o := &p.events[k]; o.kind == Summit && o.sent == v.sent && o.tok == at && o.trig == joining {
			for _, q := range v.parties {
				if q.role == RoleVisitor {
					o.add(actor{person: q.person, code: q.code, office: q.office, tok: q.tok}, RoleParty, q.sent)
				}
			}
			v.name = o.name
			return
		}
	}
	v.name = p.gatheringAt(v.sent, at)
	s := event{kind: Summit, sent: v.sent, tok: at, trig: joining, status: v.status, denied: v.denied, underway: v.underway, conf: 0.65, name: v.name,
		number: p.ordinalOf(v.sent, at), practice: p.orgIn(v.sent, at), place: v.place, when: v.when, times: v.times}
	for _, q := range v.parties {
		if q.role == RoleVisitor {
			q.role = RoleParty
			s.parties = append(s.parties, q)
		}
	}
	if p.onOwnDays(&s, at, v) {
		first, _, _ := v.when.Bounds()
		if _, last, _ := s.when.Bounds(); first <= last && !p.hasEnds(v) {
			v.when, v.whole = edtf.Interval(first, last), true
			v.times = append(v.times, s.times...)
		}
	}
	if s.practice == "" { // a summit of two: "for the EU-Ukraine summit"
		for _, a := range p.repair(v.sent, at, joining, nil) {
			for _, w := range p.actors(v.sent, a.tok, nil) {
				s.add(w, RoleParty, v.sent)
			}
		}
	}
	if v.place.country != "" && !s.has(v.place.country) {
		s.add(actor{person: nobody, code: v.place.country, weak: true}, RoleParty, v.sent)
	}
	if s.countries() >= 2 && (v.status != Cancelled) {
		p.finish(&s)
	}
}

var joining = &lexicon.Trigger{Word: "for", Kind: "summit", Noun: true}

// isGathering tells whether a noun names a gathering of states that is a
// summit of its own: not "for talks" or "at a ceremony".
func (p *page) isGathering(si, i int) bool {
	t := p.tree(si)
	if m := p.mention(si, i); m != nil && (m.kind == mGathering || m.kind == mOrg && !p.isBody(m.code)) {
		return true
	}
	switch t.lemma(i) {
	case "summit", "conference", "forum", "assembly":
	case "ministerial", "meeting", "session", "council":
		return p.orgIn(si, i) != "" || p.childWord(t, i, "annual", "ministerial")
	default:
		return false
	}
	if c := t.child(i, language.RelCompound); c >= 0 && (t.lemma(c) == "press" || t.lemma(c) == "news") {
		return false
	}
	return true
}

// anaphoricVisit takes "the visit", "his trip" up again: it adds its time and
// status to the visit told before, and is none of its own.
func (p *page) anaphoricVisit(e *event, codes []string, dests []locus) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Visit || e.sent-o.sent > 12 {
			continue
		}
		if len(codes) > 0 && !o.has(codes[0]) || len(codes) > 0 && o.codeOf(RoleVisitor) != codes[0] {
			continue
		}
		if len(dests) > 0 && dests[0].country != o.place.country {
			continue
		}
		v := *e
		v.parties = append([]participant(nil), o.parties...)
		v.place = o.place
		p.dateEvent(&v)
		if v.when != "" && o.when != "" && !overlap(v.when, o.when) && o.status == Held {
			continue
		}
		p.finish(&v)
		return true
	}
	return false
}

// sameVisitAgain notes that "the trip", without a word of who and where, takes
// up the visit told before: it adds its words and who says them, and what is
// said of the visit itself, that it is off or when it takes place.
func (p *page) sameVisitAgain(e *event) {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Visit || e.sent-o.sent > 3 || o.status == Held && e.status != Held {
			continue
		}
		o.told = append(o.told, place{e.sent, e.tok})
		if o.protocol == "" {
			o.protocol = e.protocol
		}
		if o.days == 0 {
			o.days = e.days
		}
		o.spans = append(o.spans, p.spanOf(e))
		dropped := (e.status == Cancelled || e.status == Postponed) && (o.status == Planned || o.status == Proposed)
		if !dropped && !p.saysWhen(e) || p.toOthers(o) {
			return
		}
		v := *e
		v.parties, v.place, v.conf = slices.Clone(o.parties), o.place, o.conf
		p.dateEvent(&v)
		if dropped || v.when != "" && (o.when == "" || v.when.Refines(o.when)) {
			p.finish(&v)
		}
		return
	}
}

// toOthers says whether another visit is told in the same sentence as v, so that
// "the visit" behind it can be either.
func (p *page) toOthers(v *event) bool {
	return slices.ContainsFunc(p.events, func(o event) bool {
		return o.kind == Visit && o.sent == v.sent && (o.place.country != v.place.country || o.codeOf(RoleVisitor) != v.codeOf(RoleVisitor))
	})
}

// saysWhen tells a sentence that says of an engagement when it takes place: "the
// visit is scheduled for May 5", "the trip, from May 5 to 7, will".
func (p *page) saysWhen(e *event) bool {
	t := p.tree(e.sent)
	if h := t.head(e.tok); h >= 0 && (t.rel(e.tok) == language.RelNsubj || t.rel(e.tok) == language.RelNsubjPass) {
		switch t.lemma(h) {
		case "take", "happen", "occur", "begin", "start", "last", "run", "schedule", "plan", "set", "slate", "due", "expect":
			return true
		}
	}
	return slices.ContainsFunc(p.sents[e.sent].times, func(k int32) bool {
		at := p.timeHead(t, &p.times[k])
		if !t.within(at, e.tok) {
			return false
		}
		for ; at >= 0 && at != e.tok; at = t.head(at) {
			if speech(t.lemma(at)) { // "the visit, announced on Monday"
				return false
			}
		}
		return true
	})
}

// fillHost fills a visit told from the host's side: "hosted", "welcomed",
// "received". Receiving somebody is a meeting too.
func (p *page) fillHost(e *event, args []argument) bool {
	e.kind = Visit
	t := p.tree(e.sent)
	if e.trig.Noun && !p.isWhat(t, e.tok) {
		return false
	}
	if o := t.child(e.tok, language.RelObj); o >= 0 && e.trig.Object != "" { // "play host to X": hung on the object
		args = append(args, t.nounArguments(o, nil)...)
	}
	var hosts, guests []actor
	var dest locus
	var gathering int = -1
	for _, a := range args {
		switch e.trig.Role(a.slot).Role {
		case lexicon.Host:
			hosts = append(hosts, p.actors(e.sent, a.tok, nil)...)
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				dest = l
			}
		case lexicon.Guest:
			guests = append(guests, p.actors(e.sent, a.tok, nil)...)
			if len(guests) == 0 {
				guests = p.listBehind(e.sent, a.tok)
			}
			if len(guests) == 0 {
				gathering = a.tok
			}
		case lexicon.Place:
			if l, ok := p.placeAt(e.sent, a.tok); ok && (l.country != "" || dest.country != "") {
				if l.country == "" {
					l.country = dest.country
				}
				dest = l
			}
		}
	}
	if org := p.leadersAgain(e, args); org != "" { // "Manila will host the leaders in May"
		return p.hostsMembers(e, org, hosts, dest)
	}
	if gathering >= 0 && len(guests) == 0 { // "will host the next summit"
		return p.hostsGathering(e, gathering, hosts, dest)
	}
	if org := p.membersAsGuests(e.sent, args, e.trig, guests); org != "" { // "will host the G7", "welcomed BRICS leaders"
		return p.hostsMembers(e, org, hosts, dest)
	}
	if len(hosts) == 0 && dest.country != "" && t.passive(e.tok) && p.foreign(guests, dest.country) { // "would be hosted in Ankara"
		hosts = append(hosts, actor{person: nobody, code: dest.country, tok: dest.tok})
	}
	if len(hosts) == 0 || len(guests) == 0 || !e.trig.Noun && t.upos(e.tok) != language.VERB {
		return false
	}
	if e.trig.Word == "greet" || e.trig.Word == "welcome" {
		// "welcomed the decision": guests are people
		if guests[0].person == nobody && guests[0].office == "" {
			return false
		}
	}
	home := ""
	for _, h := range hosts {
		if !p.isOrg(h.code) && h.code != "" {
			home = h.code
			break
		}
	}
	if home == "" && len(hosts) > 0 {
		home = p.homeOf(hosts[0].code)
	}
	third := dest.country != "" && dest.country != home
	for _, g := range guests {
		e.add(g, RoleVisitor, e.sent)
	}
	made := false
	resident := true // an ambassador, who is there anyway
	for _, g := range guests {
		resident = resident && g.person != nobody && p.people[g.person].resident
	}
	atTable := e.trig.Word == "entertain" || e.trig.Kind == "host" && e.trig.Beside != "" // "had him to dinner": they met, and that implies the visit
	if !third && !atTable && !resident {
		if dest.country == "" {
			dest.country = home
		}
		made = p.emitVisits(e, []locus{dest}, hosts)
	}
	if e.trig.Word == "receive" && !atTheDoor(t, e.tok) || atTable || third {
		m := *e
		m.kind = Meeting
		m.parties = nil
		for _, h := range hosts {
			m.add(h, RoleParty, e.sent)
		}
		for _, g := range guests {
			m.add(g, RoleParty, e.sent)
		}
		m.place = dest
		if m.place.country == "" {
			m.place.country = home
		}
		made = p.emitMeeting(&m) || made
	}
	return made
}

// isWhat tells a noun that somebody is said to be: "was host to", "will be
// Meloni's guest".
func (p *page) isWhat(t *tree, i int) bool {
	if t.child(i, language.RelCop) >= 0 {
		return true
	}
	for k := i - 1; k >= 0 && i-k <= 8 && !(t.upos(k) == language.VERB || t.upos(k) == language.PUNCT); k-- {
		if t.lemma(k) == "be" {
			return true
		}
	}
	return false
}

// invitedTo tells "invited him to visit the republic": that of the one who
// invites, and not the scene.
func invitedTo(t *tree, v int) bool {
	h := t.head(v)
	return h >= 0 && t.lemma(h) == "invite"
}

// atTheDoor tells a guest who is only met as he comes: "was received on arrival",
// "at the airport".
func atTheDoor(t *tree, v int) bool {
	found := false
	t.children(v, func(c int) bool {
		switch t.lemma(c) {
		case "arrival":
			found = t.caseOf(c) == "on" && c > v || t.caseOf(c) == "upon"
		case "airport", "Airport", "tarmac", "airbase", "Airbase", "airfield":
			found = true
		case "terminal", "Terminal", "base", "Base", "station":
			found = t.caseOf(c) == "at"
		}
		return !found
	})
	return found
}

// sentAlong gives the state of an envoy whom somebody sends and the report does
// not name: "Berlin dispatched an envoy to Islamabad".
func (p *page) sentAlong(e *event, a argument) []actor {
	if e.trig.Word != "send" && e.trig.Word != "dispatch" || a.slot != lexicon.Obj {
		return nil
	}
	t := p.tree(e.sent)
	switch t.lemma(a.tok) {
	case "envoy", "emissary", "delegation", "team", "mission", "representative", "negotiator":
	default:
		return nil
	}
	if !t.childLemma(a.tok, language.RelDet, "a", "an") || len(p.modifierStates(e.sent, a.tok)) > 0 {
		return nil
	}
	s, passive := t.subject(e.tok)
	if s < 0 || passive {
		return nil
	}
	var out []actor
	for _, by := range p.actors(e.sent, s, nil) {
		if by.code != "" && !p.isOrg(by.code) {
			out = append(out, actor{person: nobody, code: by.code, tok: a.tok})
		}
	}
	return out
}

// whoWas gives the name that says who the holder of an office at token i was:
// "the last premier to come was Shinzo Abe"; i itself where none does.
func (p *page) whoWas(si, i int) int {
	t := p.tree(si)
	h := t.head(i)
	if h < 0 || t.rel(i) != language.RelNsubj || t.child(h, language.RelCop) < 0 {
		return i
	}
	own, name := p.mention(si, i), p.mention(si, h)
	if name == nil || name.kind != mPerson || own != nil && own.kind == mPerson || t.child(h, language.RelAclRelcl) >= 0 {
		return i
	}
	if own != nil && own.kind == mOffice { // one who has gone on to another office since is known by that
		if o := p.officeAt(si, i, own); len(o.codes) == 1 && o.codes[0] != p.people[name.person].country {
			return i
		}
	}
	return h
}
