package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// fillMeeting fills a meeting, or a call where telephone words stand by.
func (p *page) fillMeeting(e *event, args []argument) bool {
	e.kind = Meeting
	t := p.tree(e.sent)
	if t.onSidelines(e.tok) || appeals(t, e.tok) || atHome(t, e.tok) {
		return false
	}
	if e.trig.Word == "meet" && t.passive(e.tok) && t.childCase(e.tok, "by") { // "was met at the airport by"
		return p.fillWelcome(e, args)
	}
	if p.byPhone(t, e.tok) {
		e.kind = Call
	}
	if e.trig.Word == "discuss" {
		if args = p.withOfTopic(e, args); !p.discussedBy(e, args) || p.discussedByPhone(e) {
			return false
		}
	}
	if !e.trig.Noun && e.trig.Word == "meet" {
		args = p.withOfSideline(e, args)
	}
	if e.trig.Noun && eventNoun(t.lemma(e.tok)) {
		args = p.withAmong(e, args)
	}
	named := false
	for _, a := range args {
		pair := e.trig.Role(a.slot)
		role := pair.Role
		if e.trig.Noun && role == lexicon.NoRole {
			switch a.slot {
			case lexicon.To:
				if a.own && e.trig.Word == "call" && p.childWord(t, e.tok, "courtesy") { // "paid a courtesy call to the sultan"
					role = lexicon.Party
				}
			case lexicon.From, lexicon.By:
				if a.own && e.trig.Word == "call" && p.childWord(t, e.tok, "courtesy") { // "received a courtesy call from the envoy"
					role = lexicon.Party
				}
			case lexicon.Subj:
				role = lexicon.Party
				if !a.own && !p.carries(t, e.tok) {
					role = lexicon.NoRole
				}
			case lexicon.In, lexicon.At:
				role = lexicon.Place
			}
		}
		switch role {
		case lexicon.Party:
			as := p.actors(e.sent, a.tok, nil)
			if len(as) == 0 && a.slot == lexicon.With && !e.trig.Noun && a.own && dines(e.trig.Word) && lexicon.Group(t.lemma(a.tok)) == lexicon.NoGroup { // "the two presidents dined with veterans"
				return false
			}
			for _, w := range as {
				if a.slot == lexicon.Between && a.own && t.head(a.tok) == e.tok && w.weak && len(as) > 1 { // "talks between Tokyo and Washington"
					w.weak = false
				}
				if a.slot == lexicon.With || a.slot == lexicon.Obj || a.slot == lexicon.To || a.slot == lexicon.Between || a.slot == lexicon.On {
					named = true
				}
				if a.slot == lexicon.With || a.slot == lexicon.Obj || a.slot == lexicon.To || a.slot == lexicon.On || a.slot == lexicon.From || a.slot == lexicon.By {
					e.met = append(e.met, w)
				}
				if w.weak && !e.trig.Noun && w.person == nobody && w.tok != a.tok && t.caseOf(w.tok) == "in" { // "saw X and, in Moldova, ..."
					continue
				}
				if w.weak && w.person == nobody && (a.slot == lexicon.Of || a.slot == lexicon.Comp) {
					if l, ok := p.placeAt(e.sent, a.tok); ok { // "the Moscow talks"
						e.setPlace(l)
						continue
					}
				}
				e.add(w, RoleParty, e.sent)
			}
			if g := p.gatheringAt(e.sent, a.tok); g != "" && (a.slot == lexicon.Of || a.slot == lexicon.Comp || a.slot == lexicon.Poss) {
				e.name = g
			}
		case lexicon.Place:
			if ls := p.places(e.sent, a.tok); len(ls) > 0 {
				e.setPlace(ls[0])
				if len(ls) > 1 && ls[0].country != "" {
					e.venues = ls
				}
			} else if g := p.gatheringAt(e.sent, a.tok); g != "" {
				e.name = g
			}
		}
		if a.slot == lexicon.On { // "on the sidelines of the G20"
			if sidelineNoun(t.lemma(a.tok)) {
				e.sideline = true
				t.children(a.tok, func(c int) bool {
					if g := p.gatheringAt(e.sent, c); g != "" {
						e.name = g
					}
					return true
				})
			}
		}
	}
	if e.trig.Noun && e.name == "" {
		e.name = p.bodyOf(e.sent, e.tok)
	}
	if e.trig.Noun && e.kind == Meeting && len(e.parties) == 0 {
		p.chairs(e)
	}
	for _, a := range args {
		if e.trig.Noun && a.slot == lexicon.Of && e.countries() < 2 {
			for _, w := range p.sidesOfBody(e, a.tok) {
				e.add(w, RoleParty, e.sent)
			}
		}
	}
	if e.trig.Word == "audience" && e.place.country == "" && len(e.met) == 1 && !p.isOrg(e.met[0].code) { // who grants one is at home
		e.place.country = e.met[0].code
	}
	if e.trig.Noun && e.trig.Word == "call" && len(e.met) == 0 { // "a courtesy call on"; a call alone is one by telephone
		return false
	}
	if e.trig.Noun && e.countries() == 1 && named && !p.matterOf(t, e.tok) {
		if a, ok := p.mainSubject(e.sent); ok && a.code != "" && !e.has(a.code) { // "ended a visit after talks with X"
			e.add(a, RoleParty, e.sent)
		}
	}
	if e.trig.Noun && e.countries() == 1 {
		p.withVisitor(e)
	}
	p.weMet(e)
	if !e.trig.Noun && (e.trig.Word == "talk" || e.trig.Word == "speak" || e.trig.Word == "see") && e.countries() < 2 {
		return false
	}
	if p.sameCall(e) {
		if e.kind = Call; e.definite { // "during the conversation"
			e.parties = nil
		}
	}
	if e.kind == Call {
		return p.emitCall(e)
	}
	p.toldMeeting(e)
	if p.atSession(e, args) {
		return p.emitSummit(e)
	}
	if accord := p.talksOn(e); accord >= 0 && p.negotiated(e, accord) {
		return true
	}
	return p.emitMeeting(e)
}

// dines names verbs of being together that tell as little of two who do it as of
// those with whom they do.
func dines(word string) bool {
	switch word {
	case "sit", "dine", "lunch", "breakfast", "huddle", "confer", "chat":
		return true
	}
	return false
}

// weMet completes "raised it with Kamina Johnson Smith when we met" by the one of
// whom the sentence speaks.
func (p *page) weMet(e *event) {
	t := p.tree(e.sent)
	if e.trig.Noun || e.countries() != 1 || e.trig.Word != "meet" && e.trig.Word != "speak" && e.trig.Word != "talk" && e.trig.Word != "sit" {
		return
	}
	s, passive := t.subject(e.tok)
	if s < 0 || passive || !strings.EqualFold(t.word(s), "we") || !t.childLemma(e.tok, language.RelAdvmod, "when") && !t.childLemma(e.tok, language.RelMark, "when") {
		return
	}
	for k := s - 1; k >= 0; k-- {
		m := p.mention(e.sent, k)
		if m == nil || m.kind != mPerson || p.people[m.person].country == "" || e.has(p.people[m.person].country) {
			continue
		}
		e.add(p.personActor(m.person, k), RoleParty, e.sent)
		return
	}
}

// withOfTopic adds with whom something is discussed where the tree has hung it
// on the matter: "discussed the clash with the Thai leader".
func (p *page) withOfTopic(e *event, args []argument) []argument {
	t := p.tree(e.sent)
	o := t.child(e.tok, language.RelObj)
	if o < 0 {
		return args
	}
	t.children(o, func(c int) bool {
		if m := p.mention(e.sent, c); t.rel(c) == language.RelNmod && t.caseOf(c) == "with" && (m != nil && (m.kind == mPerson || m.kind == mOffice) || t.lemma(c) == "counterpart") {
			args = append(args, argument{lexicon.With, c, true})
		}
		return true
	})
	return args
}

// withAmong adds whom a list of meetings names behind "including with", "among them
// with": "will hold a number of bilateral meetings, including with Wang Yi".
func (p *page) withAmong(e *event, args []argument) []argument {
	t := p.tree(e.sent)
	if t.tok(e.tok).XPOS != language.XPOSNNS || slices.ContainsFunc(args, func(a argument) bool {
		return a.slot == lexicon.With && a.own && len(p.actors(e.sent, a.tok, nil)) > 0
	}) {
		return args
	}
	for k := e.tok + 1; k+2 < len(t.s.Tokens) && k-e.tok < 24; k++ {
		if t.word(k) == ";" || t.word(k+1) != "with" || t.word(k) != "including" && t.word(k) != "them" && t.word(k) != "notably" && t.word(k) != "particular" {
			continue
		}
		for n := k + 2; n < len(t.s.Tokens) && n-k < 9; n++ {
			if m := p.mention(e.sent, n); m != nil && (m.kind == mPerson || m.kind == mOffice) {
				return append(args, argument{lexicon.With, p.headAt(e.sent, n), true})
			}
		}
	}
	return args
}

// discussedByPhone tells what a call is said to have been for: "spoke by phone to
// discuss the truce".
func (p *page) discussedByPhone(e *event) bool {
	t := p.tree(e.sent)
	if t.tok(e.tok).XPOS != language.XPOSVB || t.rel(e.tok) != language.RelAdvcl && t.rel(e.tok) != language.RelXcomp {
		return false
	}
	for k := range p.events {
		if o := &p.events[k]; o.kind == Call && o.sent == e.sent && o.tok < e.tok {
			return true
		}
	}
	return false
}

// withOfSideline adds with whom somebody met where the tree has hung it on the
// gathering: "met on the sidelines of the OSCE meeting with his counterparts".
func (p *page) withOfSideline(e *event, args []argument) []argument {
	t := p.tree(e.sent)
	side := -1
	for _, a := range args {
		switch {
		case a.slot == lexicon.With, a.slot == lexicon.Obj:
			return args
		case a.slot == lexicon.On && sidelineNoun(t.lemma(a.tok)):
			side = a.tok
		}
	}
	for k := side + 1; side > e.tok && k < len(t.s.Tokens); k++ {
		if m := p.mention(e.sent, k); t.caseOf(k) == "with" && t.within(k, side) && (m != nil && (m.kind == mPerson || m.kind == mOffice) || lexicon.Group(t.lemma(k)) != lexicon.NoGroup) {
			return append(args, argument{lexicon.With, k, true})
		}
	}
	return args
}

// discussedBy tells whether two named sides discuss something: "X discussed
// Syria with Y", "X and Y discussed Syria". What "the two" or "ministers"
// discussed belongs to talks that are told elsewhere.
func (p *page) discussedBy(e *event, args []argument) bool {
	t := p.tree(e.sent)
	if t.passive(e.tok) || e.status == Proposed {
		return false
	}
	who, with := 0, false
	for _, a := range args {
		if a.slot != lexicon.Subj && a.slot != lexicon.With || p.mention(e.sent, a.tok) == nil && t.lemma(a.tok) != "counterpart" && t.upos(a.tok) != language.PRON {
			continue
		}
		for _, w := range p.actors(e.sent, a.tok, nil) {
			if w.code == "" || w.group || w.person == nobody && w.office == "" && t.lemma(w.tok) != "counterpart" {
				continue
			}
			who++
			with = with || a.slot == lexicon.With
		}
	}
	return who >= 2 && (with || p.timed(e))
}

// toldMeeting takes in whoever speaks to a meeting: "told a GATT meeting that".
// It has taken place whatever he says will come.
func (p *page) toldMeeting(e *event) {
	t := p.tree(e.sent)
	if !e.trig.Noun || e.trig.Word != "meeting" && e.trig.Word != "session" {
		return
	}
	for k := e.tok - 1; k > 0 && e.tok-k < 16; k-- {
		switch {
		case t.upos(k) == language.VERB && (t.lemma(k) == "tell" || t.lemma(k) == "assure" || t.lemma(k) == "address") && t.tok(k).XPOS == language.XPOSVBD:
			s, passive := t.subject(k)
			if s < 0 || passive {
				return
			}
			e.heard, e.status, e.denied = true, Held, false
			for _, a := range p.single(e.sent, s, nil) {
				if a.person != nobody && e.countries() > 0 && !e.has(a.code) {
					e.add(a, RoleParty, e.sent)
				}
			}
			return
		case t.isVerb(k) || t.upos(k) == language.SCONJ || t.word(k) == "," || t.word(k) == "of" && e.tok-k > 3 || t.rel(k) == language.RelCase && t.head(k) == e.tok:
			return
		}
	}
}

// atSession tells a session of a body that others attend from a meeting with it:
// "will see each other at the IMF meetings", "told an OPEC meeting in Vienna".
func (p *page) atSession(e *event, args []argument) bool {
	t := p.tree(e.sent)
	if !e.trig.Noun || e.countries() < 2 {
		return false
	}
	switch e.trig.Word {
	case "meeting", "session", "talk":
	default:
		return false
	}
	switch t.caseOf(e.tok) {
	case "at", "for", "in", "during":
	default:
		if !e.heard {
			return false
		}
	}
	org := ""
	for _, a := range args {
		switch {
		case a.own && (a.slot == lexicon.With || a.slot == lexicon.Between):
			return false
		case a.own && (a.slot == lexicon.Comp || a.slot == lexicon.Of || a.slot == lexicon.Poss):
			if code := p.convenes(e.sent, a.tok); code != "" {
				org = code
			}
		}
	}
	if !p.isBody(org) && !p.membersOnly(org) || strings.Contains(p.gatheringAt(e.sent, e.tok), "-related") || e.trig.Word == "talk" && p.negotiates(org) {
		return false
	}
	e.kind, e.practice, e.name = Summit, org, p.gatheringAt(e.sent, e.tok)
	return true
}

// convenes gives the organisation whose session a noun makes it: "IMF", "EC
// agriculture ministers".
func (p *page) convenes(si, i int) string {
	m := p.mention(si, i)
	if (m == nil || m.kind != mOrg) && !strings.HasSuffix(p.tree(si).word(i), "s") {
		return ""
	}
	as := p.single(si, i, nil)
	if len(as) != 1 || as[0].person != nobody || !p.isOrg(as[0].code) {
		return ""
	}
	return as[0].code
}

// negotiates tells organisations that hold talks with states rather than among
// their members.
func (p *page) negotiates(org string) bool {
	switch org {
	case "EU", "NATO", "UN", "IMF", "World Bank", "IAEA":
		return true
	}
	return false
}

// withVisitor completes the talks of one side by the one during whose visit they
// are held: "expects tough talks during X's visit".
func (p *page) withVisitor(e *event) {
	t := p.tree(e.sent)
	look := func(c int) bool {
		poss := t.child(c, language.RelNmodPoss)
		if poss < 0 || t.caseOf(c) != "during" || lexicon.Noun(t.lemma(c)) == nil || lexicon.Noun(t.lemma(c))[0].Kind != "visit" {
			return true
		}
		for _, a := range p.actors(e.sent, poss, nil) {
			if a.code != "" && !e.has(a.code) {
				e.add(a, RoleParty, e.sent)
			}
		}
		return e.countries() < 2
	}
	t.children(e.tok, look)
	if h := t.head(e.tok); e.countries() < 2 && h >= 0 && t.isVerb(h) {
		t.children(h, look)
	}
}

// fillWelcome files the visit of somebody who "was met by" his host on arrival.
func (p *page) fillWelcome(e *event, args []argument) bool {
	for _, tr := range lexicon.Verb("greet") {
		if tr.Kind == "host" {
			e.trig = tr
			return p.fillHost(e, args)
		}
	}
	return false
}

// chairs gives a meeting the officials of several states who chair it: "Fidan
// and Blinken co-chaired the seventh meeting of the Strategic Mechanism". Who
// chairs one alone has his own people about him.
func (p *page) chairs(e *event) {
	t := p.tree(e.sent)
	v := t.head(e.tok)
	if v < 0 || t.rel(e.tok) != language.RelObj {
		return
	}
	switch w := strings.ToLower(t.word(v)); { // "co-chaired" has no lemma that a list could know
	case strings.HasPrefix(w, "chair"), strings.HasPrefix(w, "co-chair"), strings.HasPrefix(w, "cochair"), t.lemma(v) == "lead", t.lemma(v) == "co-lead":
	default:
		return
	}
	subj, _ := t.subject(v)
	if subj < 0 {
		return
	}
	for _, a := range p.actors(e.sent, subj, nil) {
		e.add(a, RoleParty, e.sent)
	}
	if e.countries() < 2 {
		e.parties = nil
	}
}

// sameCall tells whether a conversation is the call told right before: "spoke
// by telephone, their first conversation since May".
func (p *page) sameCall(e *event) bool {
	if e.kind != Meeting || !e.trig.Noun || e.place.country != "" || e.trig.Word != "conversation" && e.trig.Word != "discussion" && e.trig.Word != "talk" || len(p.events) == 0 {
		return false
	}
	o := &p.events[len(p.events)-1]
	if p.tree(e.sent).followed(e.tok) >= 0 { // "will ring X, followed by a conversation with Y"
		for k := max(0, len(p.events)-4); k < len(p.events); k++ {
			if c := &p.events[k]; c.kind == Call && e.sent-c.sent <= 1 && slices.ContainsFunc(e.parties, func(q participant) bool { return c.has(q.code) }) {
				return true
			}
		}
	}
	if o.kind != Call || e.sent-o.sent > 1 || e.trig.Word != "conversation" && e.sent != o.sent {
		return false
	}
	for _, q := range e.parties {
		if !o.has(q.code) {
			return false
		}
	}
	return true
}

// matterOf tells whether talks only say what a matter is about: "our approach
// in the negotiations with the Soviets".
func (p *page) matterOf(t *tree, i int) bool {
	h := t.head(i)
	if h < 0 || t.rel(i) != language.RelNmod || t.caseOf(i) != "in" && t.caseOf(i) != "for" && t.caseOf(i) != "to" && t.caseOf(i) != "on" || t.upos(h) == language.PROPN || stageNoun(t.lemma(h)) {
		return false
	}
	return p.mention(p.indexOf(t), h) == nil && lexicon.Noun(t.lemma(h)) == nil && lexicon.Group(t.lemma(h)) == lexicon.NoGroup
}

// sidelineNoun names where people meet beside a gathering.
func sidelineNoun(lemma string) bool {
	return lemma == "sideline" || lemma == "margin" || lemma == "fringe"
}

// onSidelines tells whether a gathering is only what others met beside: "on
// the sidelines of the summit".
func (t *tree) onSidelines(i int) bool {
	h := t.head(i)
	if h >= 0 && t.rel(i) == language.RelNmod && t.upos(h) == language.PROPN && t.rel(h) == language.RelNmod { // "of the Group of Seven summit"
		h = t.head(h)
	}
	return h >= 0 && t.rel(i) == language.RelNmod && sidelineNoun(t.lemma(h))
}

// appeals tells "called on Greece to negotiate", which is no visit paid.
func appeals(t *tree, i int) bool {
	if t.lemma(i) != "call" || t.upos(i) != language.VERB {
		return false
	}
	c := t.child(i, language.RelXcomp, language.RelAdvcl)
	return c > i && t.tok(c).XPOS == language.XPOSVB && t.childLemma(c, language.RelMark, "to")
}

// fillAddress files a meeting told by what one leader told another. It counts
// only where the report shows that one was the other's guest.
func (p *page) fillAddress(e *event, args []argument) bool {
	e.kind = Meeting
	byHand := picksUp(p.tree(e.sent), e.tok)
	if e.status != Held || !byHand && p.byPhone(p.tree(e.sent), e.tok) {
		return false
	}
	for _, a := range args {
		switch e.trig.Role(a.slot).Role {
		case lexicon.Party:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				if w.person == nobody || p.people[w.person].rank() < 5 || p.people[w.person].spokesman {
					return false
				}
				e.add(w, RoleParty, e.sent)
			}
		case lexicon.Place:
			if ls := p.places(e.sent, a.tok); len(ls) > 0 {
				e.setPlace(ls[0])
			}
		}
	}
	if e.countries() != 2 {
		return false
	}
	if byHand {
		e.kind = Call
		return p.emitCall(e)
	}
	e.tentative, e.conf = true, 0.6
	p.dateEvent(e)
	p.finish(e)
	return true
}

// picksUp tells whether somebody telephones before he says something: "picked up
// the phone and told him".
func picksUp(t *tree, v int) bool {
	h := t.head(v)
	return h >= 0 && t.rel(v) == language.RelConj && (t.lemma(h) == "pick" || t.lemma(h) == "lift") && t.childLemma(h, language.RelObj, "phone", "telephone", "receiver")
}

// mainSubject gives the person who is the subject of a sentence's main clause.
func (p *page) mainSubject(si int) (actor, bool) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		if t.rel(i) != language.RelRoot {
			continue
		}
		s, _ := t.subject(i)
		if s < 0 {
			return actor{}, false
		}
		as := p.single(si, s, nil)
		if len(as) == 1 && as[0].person != nobody && !p.people[as[0].person].spokesman {
			return as[0], true
		}
		return actor{}, false
	}
	return actor{}, false
}

// carries tells whether the verb of an event noun makes its subject a party:
// "held talks", "attended the meeting", not "praised the talks".
func (p *page) carries(t *tree, i int) bool {
	h := t.head(i)
	if h < 0 {
		return false
	}
	if t.rel(i) == language.RelConj {
		return p.carries(t, h)
	}
	if t.followed(i) >= 0 || t.rel(i) == language.RelObj && meal(t.lemma(i)) && (t.lemma(h) == "give" || t.lemma(h) == "throw" || t.lemma(h) == "offer") {
		return true
	}
	if t.rel(i) == language.RelNmod && t.caseOf(i) == "of" && stageNoun(t.lemma(h)) {
		return p.carries(t, h)
	}
	if t.rel(i) == language.RelObl || t.rel(i) == language.RelNmod {
		switch t.caseOf(i) {
		case "from", "following", "for", "on", "in", "after", "during", "at", "to", "before", "through", "via":
			return true
		case "over":
			return meal(t.lemma(i))
		}
		return false
	}
	if !t.isVerb(h) {
		return t.child(i, language.RelCop) >= 0
	}
	switch t.rel(i) {
	case language.RelObj, language.RelXcomp:
		switch t.lemma(h) {
		case "organise", "organize", "mediate", "broker":
			return false
		case "arrange": // "is arranging a meeting with", not "arranged talks between"
			return t.childCase(i, "with") || t.childCase(h, "with")
		case "open", "launch", "close", "chair", "host":
			if t.childLemma(i, language.RelDet, "the") {
				return false
			}
		}
		return p.governing(t, h) != lexicon.SaysNothing || t.lemma(h) == "want" || t.lemma(h) == "get" || t.lemma(h) == "include" || t.lemma(h) == "use" || t.lemma(h) == "receive"
	}
	return false
}

// meal names what leaders talk over.
func meal(lemma string) bool {
	switch lemma {
	case "dinner", "lunch", "breakfast", "tea", "luncheon", "supper", "coffee", "beer":
		return true
	}
	return false
}

// emitMeeting checks and files a meeting. One that lacks its parties but
// speaks of "the talks" takes up the one told before.
func (p *page) emitMeeting(e *event) bool {
	if e.kind == Meeting && p.onlyWeak(e) {
		return false
	}
	p.ofWhomTold(e)
	p.onProgramme(e)
	n := e.countries()
	if n < 2 {
		if p.bodySession(e) || p.sitsAgain(e) {
			return true
		}
		if p.betweenSubjects(e) || p.withHosts(e) {
			return p.emitMeeting(e)
		}
		if e.definite || e.trig != nil && e.trig.Noun && n == 1 && e.status == Held {
			if p.anaphoricMeeting(e) {
				return true
			}
			return p.withOtherSide(e)
		}
		p.leaveOpen(e)
		return false
	}
	if p.onlyMet(e) {
		return false
	}
	if apart := p.gapped(e); len(apart) > 0 {
		for k := range apart {
			p.dateEvent(&apart[k])
			p.finish(&apart[k])
		}
		return true
	}
	if times := p.onceMore(e); len(times) > 0 {
		for k := range times {
			p.dateEvent(&times[k])
			p.finish(&times[k])
		}
		return true
	}
	if e.place.country == "" && e.place.place == "" {
		e.setPlace(p.venueBehind(e))
	}
	if len(e.venues) > 1 { // "met in Belfast in April, in San Diego in March"
		for _, l := range e.venues {
			one := *e
			one.parties = append([]participant(nil), e.parties...)
			one.place, one.venues = l, nil
			p.dateByPlace(&one, l, e.venues)
			p.dateEvent(&one)
			p.finish(&one)
		}
		return true
	}
	p.dateEvent(e)
	for _, one := range p.oneByOne(e) {
		p.finish(&one)
	}
	return true
}

// betweenSubjects completes talks without parties by the two states that are
// the subject of the sentence: "Iran and the United States agreed to go on,
// Iran's minister said, after talks in Rome".
func (p *page) betweenSubjects(e *event) bool {
	if e.kind != Meeting || e.trig == nil || !e.trig.Noun || e.definite {
		return false
	}
	switch e.trig.Word {
	case "talk", "negotiation", "discussion", "consultation", "meeting", "round":
	default:
		return false
	}
	t := p.tree(e.sent)
	if e.trig.Word == "talk" && t.tok(e.tok).XPOS != language.XPOSNNS { // "months of patient talk"
		return false
	}
	switch t.caseOf(e.tok) {
	case "after", "following", "at", "in", "during", "of":
	default:
		return false
	}
	var found []participant
	for v := range t.s.Tokens {
		s := t.child(v, language.RelNsubj)
		if s < 0 || s > e.tok || t.upos(s) == language.PRON {
			continue
		}
		probe := event{kind: Meeting}
		people := false
		for _, a := range p.actors(e.sent, s, nil) {
			if a.group {
				continue
			}
			if a.code == "" && a.person != nobody && len(found) == 2 && len(probe.parties) == 1 { // one of two states spoken of before
				for k := range found {
					if found[k].code == probe.parties[0].code {
						a.code = found[1-k].code
					}
				}
			}
			probe.add(a, RoleParty, e.sent)
			people = people || a.person != nobody
		}
		fits := probe.countries() == 2
		for _, q := range e.parties {
			fits = fits && probe.has(q.code)
		}
		if fits && (people || found == nil) { // people rather than their states
			found = probe.parties
		}
	}
	if found == nil {
		return false
	}
	e.parties = found
	return true
}

// withHosts completes "arrived in Algiers for talks on oil prices" by the state
// that somebody travels to, where the report also speaks of that state and not
// only of the city: talks in Geneva need not be with the Swiss.
func (p *page) withHosts(e *event) bool {
	if e.kind != Meeting || e.trig == nil || !e.trig.Noun || e.trig.Word != "talk" && e.trig.Word != "negotiation" && e.trig.Word != "discussion" || e.definite || e.countries() != 1 || e.parties[0].person == nobody || p.isOrg(e.parties[0].code) {
		return false
	}
	t := p.tree(e.sent)
	h := t.head(e.tok)
	if t.caseOf(e.tok) != "for" || h < 0 || !t.isVerb(h) || t.tok(e.tok).XPOS != language.XPOSNNS {
		return false
	}
	switch t.lemma(h) {
	case "arrive", "fly", "travel", "come", "go", "head", "leave":
	default:
		return false
	}
	bound := true
	t.children(e.tok, func(c int) bool { // "talks with bankers"
		k := t.caseOf(c)
		bound = bound && k != "with" && k != "between" && k != "among"
		return true
	})
	for _, a := range t.verbArguments(h, true, nil) {
		if a.slot != lexicon.In && a.slot != lexicon.To {
			continue
		}
		l, ok := p.placeAt(e.sent, a.tok)
		if !bound || !ok || l.country == "" || e.has(l.country) || !p.speaksOf(l.country) {
			continue
		}
		e.add(actor{person: nobody, code: l.country, tok: a.tok}, RoleParty, e.sent)
		e.setPlace(l)
		if e.status == Held { // what somebody has come for is still to be
			e.status = Planned
		}
		return true
	}
	return false
}

// speaksOf tells whether the report names a state, its people or an office of
// its government, and not only a city in it.
func (p *page) speaksOf(code string) bool {
	for si := range p.sents {
		for k := range p.sents[si].mentions {
			if m := &p.sents[si].mentions[k]; m.code == code && (m.kind == mState || m.kind == mPeople) {
				return true
			}
		}
	}
	return false
}

// venueBehind finds the place of a meeting that the tree has hung elsewhere: the
// first place behind "in" or "at" before the next verb.
func (p *page) venueBehind(e *event) locus {
	t := p.tree(e.sent)
	for k := e.tok + 1; k+1 < len(t.s.Tokens) && k-e.tok < 14; k++ {
		if t.upos(k) == language.VERB || t.upos(k) == language.SCONJ || t.word(k) == ";" || t.word(k) == "and" && t.upos(k+1) == language.ADP {
			break
		}
		if w := t.lemma(k); w != "in" && w != "at" || t.upos(k) != language.ADP {
			continue
		}
		for n := k + 1; n < len(t.s.Tokens) && n-k < 4; n++ {
			if m := p.mention(e.sent, n); m != nil && (m.kind == mCity || m.kind == mSeat) {
				if l, ok := p.placeAt(e.sent, n); ok {
					return l
				}
			}
			if t.upos(n) != language.DET && t.upos(n) != language.ADJ && t.upos(n) != language.PROPN {
				break
			}
		}
	}
	return locus{}
}

// bodySession files "a meeting of the GCC", "OPEC ministers ended a meeting
// here" as a gathering of that organisation. "After the OPEC meeting" is only a
// mark in time.
func (p *page) bodySession(e *event) bool {
	if e.kind != Meeting || e.trig == nil || len(e.parties) == 0 || !p.isBody(e.parties[0].code) && !p.membersOnly(e.parties[0].code) {
		return false
	}
	t := p.tree(e.sent)
	word := t.lemma(e.tok)
	if !e.trig.Noun { // "convened", whose lemma may lack its last letter
		word = e.trig.Word
	}
	switch word {
	case "meeting", "session", "conference", "talk", "meet", "gather", "convene", "reconvene", "confer", "assemble":
	default:
		return false
	}
	switch t.caseOf(e.tok) {
	case "after", "since", "before", "ahead", "following", "by":
		return false
	case "of":
		if h := t.head(e.tok); h < 0 || !comesAbout(t.lemma(h)) && !(stageNoun(t.lemma(h)) && t.caseOf(h) == "") {
			return false
		}
	}
	if !e.trig.Noun && e.parties[0].person != nobody {
		return false
	}
	e.kind = Summit
	e.practice = e.parties[0].code
	e.parties[0].weak = false
	if e.name == "" {
		e.name = p.gatheringAt(e.sent, e.tok)
	}
	p.dateEvent(e)
	if e.place.country != "" && !e.has(e.place.country) {
		e.add(actor{person: nobody, code: e.place.country, weak: true}, RoleParty, e.sent)
	}
	p.finish(e)
	return true
}

// onlyMet tells whether all parties are those whom somebody met of whom it is
// not known for whom he acts.
func (p *page) onlyMet(e *event) bool {
	unknown := false
	for _, q := range e.parties {
		unknown = unknown || q.code == "" && q.person != nobody
		if q.code != "" && !slices.ContainsFunc(e.met, func(a actor) bool { return a.code == q.code }) {
			return false
		}
	}
	return unknown
}

// comesAbout names what can become of a session: "the collapse of the talks".
func comesAbout(noun string) bool {
	switch noun {
	case "collapse", "failure", "breakdown", "opening", "start", "end", "conclusion", "resumption", "outcome", "result", "close":
		return true
	}
	return false
}

// onlyWeak tells whether no party is more than a bare place name.
func (p *page) onlyWeak(e *event) bool {
	for _, q := range e.parties {
		if !q.weak {
			return false
		}
	}
	return len(e.parties) > 0
}

// anaphoricMeeting takes up the meeting told before.
func (p *page) anaphoricMeeting(e *event) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != e.kind && !(o.kind == Summit && e.kind == Meeting) || e.sent-o.sent > 6 || o.denied {
			continue
		}
		fits := true
		for _, q := range e.parties {
			if !o.has(q.code) {
				fits = false
			}
		}
		if !fits || e.place.country != "" && o.place.country != "" && e.place.country != o.place.country {
			continue
		}
		if e.status != Held && o.status == Held { // "the talks will go on" is not the talks held
			continue
		}
		v := *e
		v.kind = o.kind
		v.parties = append([]participant(nil), o.parties...)
		for _, q := range e.parties {
			if q.person != nobody {
				v.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleParty, q.sent)
			}
		}
		v.setPlace(o.place)
		if v.name == "" {
			v.name = o.name
		}
		p.dateEvent(&v)
		if v.when != "" && o.when != "" && !overlap(v.when, o.when) {
			continue
		}
		p.finish(&v)
		return true
	}
	return false
}

// withOtherSide completes "after talks at the prime minister's office" of one
// leader by the other side of the engagement that the report is about.
func (p *page) withOtherSide(e *event) bool {
	if len(e.parties) == 0 || e.parties[0].person == nobody || e.kind != Meeting || e.trig == nil || !e.trig.Noun || e.trig.Kind != "meeting" {
		return false
	}
	switch e.trig.Word {
	case "talk", "meeting", "discussion", "negotiation":
	default:
		return false
	}
	code := e.parties[0].code
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.status != Held || e.sent-o.sent > 4 || !o.has(code) || o.countries() != 2 || o.kind == Arrangement || o.kind == Invitation {
			continue
		}
		for _, q := range o.parties {
			if q.code != code && q.person != nobody {
				e.add(actor{person: q.person, code: q.code, tok: e.tok}, RoleParty, e.sent)
				p.dateEvent(e)
				p.finish(e)
				return true
			}
		}
		return false
	}
	return false
}

// fillCall fills a telephone or video call.
func (p *page) fillCall(e *event, args []argument) bool {
	e.kind = Call
	t := p.tree(e.sent)
	if !e.trig.Noun && e.trig.Word == "call" {
		// "called him a friend", "called on", "called for" are no calls
		obj := t.child(e.tok, language.RelObj)
		if t.child(e.tok, language.RelCcomp, language.RelCompoundPrt) >= 0 || obj >= 0 && t.child(e.tok, language.RelXcomp, language.RelIobj) >= 0 {
			return false
		}
		if e.tok+1 < len(t.s.Tokens) && (t.word(e.tok+1) == "for" || t.word(e.tok+1) == "on") {
			return false
		}
		if obj >= 0 && namedSo(t, obj) {
			return false
		}
	}
	if e.trig.Noun && e.trig.Word == "call" {
		// "a call for restraint" is no call
		bad := false
		t.children(e.tok, func(c int) bool {
			bad = bad || t.caseOf(c) == "for" && t.rel(c) == language.RelNmod
			return true
		})
		if bad || t.child(e.tok, language.RelAcl) >= 0 && t.tok(t.child(e.tok, language.RelAcl)).XPOS == language.XPOSVB {
			return false
		}
	}
	if e.trig.Noun && isTelephone(e.trig.Word) && !p.onThePhone(t, e.tok) {
		return false
	}
	for _, a := range args {
		role := e.trig.Role(a.slot).Role
		if e.trig.Noun && role == lexicon.NoRole && a.slot == lexicon.Subj && (a.own || isTelephone(e.trig.Word) || p.carries(t, e.tok) || answered(t, e.tok)) {
			role = lexicon.Party
		}
		if role == lexicon.Party {
			for _, w := range p.actors(e.sent, a.tok, nil) {
				if !w.weak || !e.trig.Noun && a.slot == lexicon.Obj && e.trig.Word != "call" { // "telephoned Rabat"
					e.add(w, RoleParty, e.sent)
					if a.slot != lexicon.Subj && a.slot != lexicon.Poss {
						e.met = append(e.met, w)
					}
				}
			}
		}
	}
	return p.emitCall(e)
}

// answered tells "took a call", "answered his telephone call".
func answered(t *tree, i int) bool {
	h := t.head(i)
	return h >= 0 && t.rel(i) == language.RelObj && (t.lemma(h) == "answer" || t.lemma(h) == "take" || t.lemma(h) == "return")
}

// isTelephone names the instrument, which stands for a call only in idioms.
func isTelephone(word string) bool { return word == "phone" || word == "telephone" || word == "line" }

// onThePhone tells "were on the phone with", "spent an hour on the phone", "by
// telephone with" from other uses of the word.
func (p *page) onThePhone(t *tree, i int) bool {
	switch t.caseOf(i) {
	case "on", "by", "over":
	default:
		return false
	}
	h := t.head(i)
	if h >= 0 && counted(t, h) {
		return false
	}
	return t.child(i, language.RelCop) >= 0 || h >= 0 && (t.isVerb(h) || t.rel(i) == language.RelNmod)
}

func (p *page) emitCall(e *event) bool {
	if p.joinsCall(e) {
		return true
	}
	if e.countries() < 2 {
		if p.whileInviting(e) {
			return p.emitCall(e)
		}
		if e.definite {
			return p.anaphoricMeeting(e)
		}
		return false
	}
	people := false
	for _, q := range e.parties {
		people = people || q.person != nobody || q.office != ""
	}
	if !people && e.trig != nil && !e.trig.Noun { // states do not telephone
		return false
	}
	if !p.callerOfEach(e) {
		return false
	}
	e.place = locus{}
	if apart := p.gapped(e); len(apart) > 0 {
		for k := range apart {
			apart[k].place = locus{}
			p.dateEvent(&apart[k])
			p.finish(&apart[k])
		}
		return true
	}
	if times := p.onceMore(e); len(times) > 0 {
		for k := range times {
			times[k].place = locus{}
			p.dateEvent(&times[k])
			p.finish(&times[k])
		}
		return true
	}
	p.dateEvent(e)
	for _, one := range p.oneByOne(e) {
		p.finish(&one)
	}
	return true
}

// callerOfEach adds who rang those of "his appeal was conveyed through separate
// calls with X and Y", who did not speak to each other; it tells whether there
// is such a one or none is wanted.
func (p *page) callerOfEach(e *event) bool {
	t := p.tree(e.sent)
	if !e.trig.Noun || !besideWord(t, e.tok, "separate") || len(e.met) < 2 {
		return true
	}
	for _, q := range e.parties {
		if !slices.ContainsFunc(e.met, func(a actor) bool { return a.code == q.code }) {
			return true
		}
	}
	if s, _ := t.subject(t.clause(e.tok)); s >= 0 {
		if poss := t.child(s, language.RelNmodPoss); poss >= 0 {
			for _, a := range p.inOffice(p.actors(e.sent, poss, nil)) {
				if !e.has(a.code) {
					e.add(a, RoleParty, e.sent)
					return true
				}
			}
		}
	}
	if a, ok := p.mainSubject(e.sent); ok && !e.has(a.code) {
		e.add(a, RoleParty, e.sent)
		return true
	}
	return false
}

// joinsCall adds those who joined it to the call told before: "Stubb and Tusk
// also took part in the call".
func (p *page) joinsCall(e *event) bool {
	t := p.tree(e.sent)
	h := t.head(e.tok)
	if !e.trig.Noun || !e.definite || h < 0 || t.childCase(e.tok, "with") || t.childCase(e.tok, "between") {
		return false
	}
	switch t.lemma(h) {
	case "join", "participate", "take":
	default:
		return false
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Call || e.sent-o.sent > 3 || o.denied {
			continue
		}
		for _, q := range e.parties {
			o.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleParty, q.sent)
		}
		return true
	}
	return false
}

// whileInviting completes a call in which somebody invites by the two of the
// invitation: "repeated his invitation for X to come during a phone call".
func (p *page) whileInviting(e *event) bool {
	n := len(p.events)
	if n == 0 || !e.trig.Noun || len(e.parties) > 1 {
		return false
	}
	o := &p.events[n-1]
	if c := p.tree(e.sent).caseOf(e.tok); o.kind != Invitation || o.sent != e.sent || o.countries() != 2 || c != "during" && c != "in" {
		return false
	}
	for _, q := range o.parties {
		e.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleParty, q.sent)
	}
	return e.countries() == 2
}

// namedSo tells whether somebody is called something: "called X a liar", "the
// man whom he called his friend".
func namedSo(t *tree, obj int) bool {
	_, to := t.span(obj)
	for k := obj + 1; k <= min(to+2, len(t.s.Tokens)-1); k++ {
		if t.upos(k) == language.DET && (t.word(k) == "a" || t.word(k) == "an") && (t.word(k-1) == "," || t.upos(k-1) == language.PROPN || t.upos(k-1) == language.PRON || t.upos(k-1) == language.NOUN) {
			return true
		}
	}
	return false
}

// sidesOfBody gives the two whose body meets: "the sixth meeting of the
// Ukrainian-Pakistani Strategic Council".
func (p *page) sidesOfBody(e *event, i int) []actor {
	if counts, _ := countedNoun(p.tree(e.sent).lemma(i)); counts != countsSeries {
		return nil
	}
	codes := p.modifierStates(e.sent, i)
	if len(codes) < 2 {
		return nil
	}
	var out []actor
	for _, c := range codes {
		out = append(out, actor{person: nobody, code: c, tok: i})
	}
	return out
}

// atHome tells a meeting of one side alone: "after a cabinet meeting".
func atHome(t *tree, i int) bool {
	home, joint := false, false
	t.children(i, func(c int) bool {
		switch t.lemma(c) {
		case "cabinet", "party", "board", "staff", "politburo", "faction", "caucus":
			home = home || t.rel(c) == language.RelCompound
		case "joint":
			joint = true
		}
		return true
	})
	return home && !joint && !t.childCase(i, "with") && !t.childCase(i, "between")
}
