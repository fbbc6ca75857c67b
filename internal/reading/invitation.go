package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// answer is what the invitee says to an invitation.
type answer uint8

const (
	noAnswer answer = iota
	accepts
	declines
)

// answerOf says what a verb that governs "invitation" makes of it.
func answerOf(lemma string) answer {
	switch lemma {
	case "accept", "welcome", "take":
		return accepts
	case "decline", "reject", "refuse", "turn", "spurn", "rebuff":
		return declines
	}
	return noAnswer
}

// takesInvitation names verbs whose subject is the one who is invited.
func takesInvitation(lemma string) bool {
	switch lemma {
	case "receive", "get", "have", "obtain", "consider", "seek", "await", "forget", "study", "weigh", "mull", "return", "reciprocate":
		return true
	}
	return false
}

// sendsInvitation names verbs by which an invitation reaches the one invited.
func sendsInvitation(lemma string) bool {
	switch lemma {
	case "extend", "issue", "send", "hand", "deliver", "convey", "give", "renew", "repeat", "pass", "bring", "carry", "offer", "present", "transmit", "address", "make", "reiterate":
		return true
	}
	return false
}

// takesBack names verbs that undo an invitation.
func takesBack(lemma string) bool {
	switch lemma {
	case "withdraw", "rescind", "revoke", "retract", "cancel":
		return true
	}
	return false
}

// stayedAway tells "was invited but did not come", "had asked him, but he was
// away in the Baltics".
func stayedAway(t *tree, v int) (away bool) {
	but := slices.IndexFunc(t.s.Tokens, func(tok language.Token) bool { return t.doc.Word(&tok) == "but" })
	t.children(v, func(c int) bool {
		if t.rel(c) == language.RelConj && v < but && but < c {
			switch t.lemma(c) {
			case "attend", "come", "go", "travel", "appear", "join", "show", "turn", "participate":
				away = t.childLemma(c, language.RelAdvmod, "not", "n't", "n’t", "never")
			case "decline", "refuse", "stay", "skip":
				away = true
			default:
				away = t.word(c) == "away" || t.word(c) == "absent" || t.childLemma(c, language.RelAdvmod, "away")
			}
		}
		return !away
	})
	return away
}

// answersWith names verbs that make an invitation the answer to another.
func answersWith(lemma string) bool {
	switch lemma {
	case "reciprocate", "respond", "reply", "answer", "counter", "return":
		return true
	}
	return false
}

// wholeLemma gives back the "e" that a guessed lemma has lost: "declin".
func wholeLemma(lemma string) string {
	if w := lemma + "e"; answerOf(w) != noAnswer || sendsInvitation(w) || takesInvitation(w) {
		return w
	}
	return lemma
}

// invitedToo adds the host of the gathering or visit told before as the one who
// invites, where a passive names nobody: "X and Y have also been invited".
func (p *page) invitedToo(e *event, invitee string) string {
	t := p.tree(e.sent)
	if !t.passive(e.tok) || !t.childLemma(e.tok, language.RelAdvmod, "also") {
		return ""
	}
	o := p.toldBefore(e.sent, e.tok, 4, func(o *event) bool {
		return (o.kind == Summit || o.kind == Visit) && o.place.country != "" && o.place.country != invitee
	})
	if o == nil {
		return ""
	}
	e.add(p.lastActorOf(e.sent, o.place.country), RoleInviter, e.sent)
	return o.place.country
}

// fillInvitation fills an invitation, by the verb or by the noun, and the trip
// that it is for where the report says more of it.
func (p *page) fillInvitation(e *event, args []argument) bool {
	e.kind = Invitation
	t := p.tree(e.sent)
	switch e.trig.Word {
	case "accept", "decline":
		return p.answerInvitation(e, args)
	}
	if p.mutualInvitation(e, args) {
		return true
	}
	ans, governor := noAnswer, ""
	if e.trig.Noun {
		if h := t.head(e.tok); h >= 0 && t.isVerb(h) {
			governor = wholeLemma(t.lemma(h))
			ans = answerOf(governor)
			if t.lemma(h) == "follow" && t.rel(e.tok) == language.RelObj || behindFollowing(t, e.tok) {
				return p.atTheInvitation(e, args)
			}
		}
		switch t.caseOf(e.tok) {
		case "at", "on", "upon", "by", "following", "follow":
			return p.atTheInvitation(e, args)
		}
		if e.denied && !sendsInvitation(governor) && governor != "receive" && governor != "get" { // "has not forgotten", "has not yet accepted"
			e.denied, ans = false, noAnswer
		}
	}
	if !e.trig.Noun && p.asksForDeeds(e) {
		return false
	}
	dest := p.invited(e, args, governor)
	if governor == "extend" {
		p.gratefulFor(e)
	}
	inviter, invitee := e.codeOf(RoleInviter), e.codeOf(RoleInvitee)
	if inviter != "" && invitee == "" && e.trig.Noun && ans == noAnswer {
		if a, ok := p.visitorTo(e, inviter); ok { // "The trip is in response to an invitation from X"
			e.add(a, RoleInvitee, e.sent)
			invitee = a.code
		}
	}
	if inviter != "" && invitee == "" && e.trig.Noun && (dest.country == inviter || dest.country == "" && (ans == accepts || e.definite)) {
		if a, ok := p.mainSubject(e.sent); ok && a.code != inviter { // "has not forgotten X's invitation to Washington"
			e.add(a, RoleInvitee, e.sent)
			invitee = a.code
		}
	}
	if inviter != "" && invitee == "" && e.definite && sendsInvitation(governor) { // "Starmer has passed on the invitation"
		if a, ok := p.otherSide(e.sent, e.tok, inviter); ok {
			e.add(a, RoleInvitee, e.sent)
			invitee = a.code
		}
	}
	if inviter != "" && invitee == "" && e.trig.Noun && t.caseOf(e.tok) == "with" && answersWith(governor) { // "Trump reciprocated with an invitation"
		if a, ok := p.otherSide(e.sent, e.tok, inviter); ok {
			e.add(a, RoleInvitee, e.sent)
			invitee = a.code
		}
	}
	if inviter == "" && invitee != "" && dest.country != "" && dest.country != invitee {
		e.add(p.lastActorOf(e.sent, dest.country), RoleInviter, e.sent)
		inviter = dest.country
	}
	if inviter == "" && invitee != "" && dest.country == "" && !e.trig.Noun {
		inviter = p.invitedToo(e, invitee)
	}
	if inviter == "" || invitee == "" {
		return p.anaphoricInvitation(e, ans)
	}
	if inviter == invitee {
		return false
	}
	if dest.country == "" || dest.country == invitee {
		dest.country, dest.place = p.homeOf(inviter), ""
	}
	e.place = dest
	switch {
	case ans == declines, e.trig.Noun && takesBack(governor), !e.trig.Noun && stayedAway(t, e.tok):
		e.status = Cancelled
	case ans == accepts, e.trig.Noun && (e.status == Planned && e.says == lexicon.SaysPlan || e.status == Proposed && e.says == lexicon.SaysPropose):
		e.status = Held
	}
	trip := p.timeInvitation(e, ans)
	p.finish(e)
	p.tripOf(e, ans, trip)
	p.returned(e)
	return true
}

// visitorTo gives who makes the journey to the inviter's country told last.
func (p *page) visitorTo(e *event, inviter string) (actor, bool) {
	o := p.toldBefore(e.sent, e.tok, 8, func(o *event) bool {
		return o.kind == Visit && !o.denied && o.place.country == p.homeOf(inviter) && o.codeOf(RoleVisitor) != inviter
	})
	if o == nil {
		return actor{}, false
	}
	for _, q := range o.parties {
		if q.role == RoleVisitor && q.person != nobody {
			return p.personActor(q.person, e.tok), true
		}
	}
	return actor{}, false
}

// gratefulFor turns round an invitation that somebody is thanked for: "thanked
// Museveni for extending the invitation" is Museveni's.
func (p *page) gratefulFor(e *event) {
	t := p.tree(e.sent)
	v := t.head(e.tok)
	if v < 1 || t.tok(v).XPOS != language.XPOSVBG || t.word(v-1) != "for" {
		return
	}
	for k := v - 2; k >= 0 && v-k < 14; k-- {
		switch t.lemma(k) {
		case "thank", "thanks", "gratitude", "appreciation", "grateful":
		default:
			continue
		}
		for n := k + 1; n < v; n++ {
			m := p.mention(e.sent, n)
			if m == nil || m.kind != mPerson && m.kind != mOffice {
				continue
			}
			whose := p.actors(e.sent, p.headAt(e.sent, n), nil)
			by, ok := p.mainSubject(e.sent)
			if len(whose) == 1 && ok && whose[0].code != by.code {
				e.parties = nil
				e.add(whose[0], RoleInviter, e.sent)
				e.add(by, RoleInvitee, e.sent)
			}
			return
		}
		return
	}
}

// behindFollowing tells "following an invitation", which the tree may hang
// anywhere.
func behindFollowing(t *tree, i int) bool {
	k := i - 1
	for k > 0 && (t.upos(k) == language.DET || t.upos(k) == language.ADJ) {
		k--
	}
	return k > 0 && t.word(k) == "following"
}

// asksForDeeds tells "invited them to do the same", "invited bids": no
// invitation to come.
func (p *page) asksForDeeds(e *event) bool {
	t := p.tree(e.sent)
	for k := e.tok + 1; k+1 < len(t.s.Tokens) && k-e.tok < 12; k++ {
		if w := t.word(k); w == "," || w == ";" || w == "." {
			return false
		}
		if t.word(k) == "to" && t.tok(k+1).XPOS == language.XPOSVB {
			switch l := t.lemma(k + 1); {
			case travelVerb(l), l == "meet", l == "participate", l == "see", l == "stay", l == "hold", l == "discuss", l == "address", l == "return", l == "open", l == "watch", l == "dine", l == "celebrate", l == "mark", l == "be":
				return false
			}
			return true
		}
	}
	return false
}

// invited takes in who invites, who is invited, to what, and gives where to.
func (p *page) invited(e *event, args []argument, governor string) locus {
	t := p.tree(e.sent)
	var dest locus
	own := false
	for _, a := range args {
		own = own || e.trig.Noun && a.own && e.trig.Role(a.slot).Role == lexicon.Inviter
	}
	for _, a := range args {
		pair := e.trig.Role(a.slot)
		role := pair.Role
		if v := t.head(a.tok); e.trig.Noun && !a.own && v >= 0 && t.rel(v) == language.RelAcl && t.head(v) == e.tok && sendsInvitation(wholeLemma(t.lemma(v))) {
			continue // "accepted the invitation extended by Prime Minister X": read below
		}
		if e.trig.Noun && role == lexicon.NoRole && !a.own {
			switch {
			case a.slot == lexicon.Subj && own && sendsInvitation(governor): // "handed him an invitation from the king"
				continue
			case a.slot == lexicon.Subj && (answerOf(governor) != noAnswer || takesInvitation(governor) && t.caseOf(e.tok) != "with"):
				role = lexicon.Invitee
				a.tok = p.thanked(e.sent, t.head(e.tok), a.tok)
			case a.slot == lexicon.Subj:
				role = lexicon.Inviter
			case a.slot == lexicon.IObj, a.slot == lexicon.Obj && sendsInvitation(governor):
				role = lexicon.Invitee
			case a.slot == lexicon.With && (governor == "present" || governor == "come"):
				continue
			}
		}
		if e.trig.Noun && !a.own && governor == "thank" && t.caseOf(e.tok) == "for" { // "thanked Xi for the invitation"
			switch a.slot {
			case lexicon.Subj:
				role = lexicon.Invitee
			case lexicon.Obj, lexicon.IObj:
				role = lexicon.Inviter
			}
		}
		if e.trig.Noun && a.slot == lexicon.To && role == lexicon.NoRole {
			role, pair.Else = lexicon.Invitee, lexicon.Dest
		}
		switch role {
		case lexicon.Inviter:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleInviter, e.sent)
			}
		case lexicon.Invitee:
			if pair.Else == lexicon.Dest {
				if l, ok := p.placeAt(e.sent, a.tok); ok {
					if home := p.homeOf(e.codeOf(RoleInviter)); !a.own && home != "" && l.country != home { // "sent to Tehran"
						e.add(actor{person: nobody, code: l.country, tok: a.tok}, RoleInvitee, e.sent)
					} else if dest.country == "" {
						dest = l
					}
					continue
				}
			}
			p.inviterOfSpeaker(e, a.tok)
			for _, w := range p.inviteeAt(e, a.tok) {
				e.add(w, RoleInvitee, e.sent)
			}
		case lexicon.Dest:
			p.takeDest(e, a.tok, &dest)
		}
	}
	// "an invitation that King Salman sent to Tehran", "a letter inviting him"
	t.children(e.tok, func(c int) bool {
		switch t.rel(c) {
		case language.RelAcl, language.RelAclRelcl, language.RelXcomp, language.RelAdvcl, language.RelCcomp:
			if e.trig.Noun && t.upos(c) == language.VERB && sendsInvitation(wholeLemma(t.lemma(c))) {
				p.sentInvitation(e, c)
				return true
			}
			for _, a := range t.verbArguments(c, true, nil) {
				if a.slot == lexicon.Obj || a.slot == lexicon.To || a.slot == lexicon.In || a.slot == lexicon.At {
					p.takeDest(e, a.tok, &dest)
				}
			}
		}
		return true
	})
	if !e.trig.Noun && e.codeOf(RoleInvitee) == "" && !t.passive(e.tok) {
		if i := p.nounAfter(e.sent, e.tok); i >= 0 {
			for _, w := range p.inviteeAt(e, i) {
				e.add(w, RoleInvitee, e.sent)
			}
		}
	}
	if e.trig.Noun && e.codeOf(RoleInvitee) == "" && e.codeOf(RoleInviter) != "" {
		p.inviteeBehind(e)
	}
	if dest.country == "" {
		p.destAfter(e, &dest)
	}
	return dest
}

// inviteeBehind takes the person named behind "invitation to" or "for", where the
// tree has hung him elsewhere: "withdrew his invitation to Prime Minister X to come".
func (p *page) inviteeBehind(e *event) {
	t := p.tree(e.sent)
	if e.tok+2 >= len(t.s.Tokens) || t.word(e.tok+1) != "to" && t.word(e.tok+1) != "for" {
		return
	}
	for k := e.tok + 2; k < len(t.s.Tokens) && k-e.tok < 8; k++ {
		if m := p.mention(e.sent, k); m != nil && m.kind == mPerson {
			e.add(p.personActor(m.person, k), RoleInvitee, e.sent)
			return
		}
		if t.upos(k) == language.VERB || t.upos(k) == language.PUNCT {
			return
		}
	}
}

// thanked gives the object of "thanked the president for accepting": it is he
// who accepts; else the subject as it is.
func (p *page) thanked(si, v, subj int) int {
	t := p.tree(si)
	if v < 0 || !t.childLemma(v, language.RelMark, "for") && t.caseOf(v) != "for" {
		return subj
	}
	if h := t.head(v); h >= 0 && t.isVerb(h) {
		if o := t.child(h, language.RelObj, language.RelIobj); o >= 0 {
			return o
		}
	}
	return subj
}

// takeDest takes a place, or a gathering, as where the invitation is to.
func (p *page) takeDest(e *event, i int, dest *locus) {
	if l, ok := p.placeAt(e.sent, i); ok {
		if dest.country == "" {
			*dest = l
		}
		return
	}
	if l, ok := p.placeWithin(e.sent, i); ok && dest.country == "" { // "for talks in Bonn"
		*dest = l
	}
	if g := p.gatheringAt(e.sent, i); g != "" && e.name == "" {
		e.name = g
	}
}

// sentInvitation reads the relative clause "that King Salman sent to Tehran".
func (p *page) sentInvitation(e *event, v int) {
	t := p.tree(e.sent)
	passive := t.passive(v)
	t.children(v, func(c int) bool {
		switch {
		case t.rel(c) == language.RelNsubj && t.upos(c) == language.PRON && e.codeOf(RoleInviter) != "": // "renewed the invitation that he had made"
		case t.rel(c) == language.RelNsubj && !passive, t.agent(c):
			for _, w := range p.actors(e.sent, c, nil) {
				e.add(w, RoleInviter, e.sent)
			}
		case t.rel(c) == language.RelObl && t.caseOf(c) == "to", t.rel(c) == language.RelIobj:
			for _, w := range p.actors(e.sent, c, nil) {
				w.weak = false
				e.add(w, RoleInvitee, e.sent)
			}
		}
		return true
	})
}

// inviterOfSpeaker corrects "the president has just invited me": an office
// without a name that stands for the speaker's own state stands for the other
// side.
func (p *page) inviterOfSpeaker(e *event, i int) {
	t := p.tree(e.sent)
	switch t.word(i) {
	case "me", "us", "I", "we":
	default:
		return
	}
	me, inviter := p.actors(e.sent, i, nil), e.codeOf(RoleInviter)
	if len(me) != 1 || inviter == "" || me[0].code != inviter {
		return
	}
	if m := p.mention(e.sent, e.parties[0].tok); m == nil || m.kind != mOffice {
		return
	}
	if a, ok := p.otherSide(e.sent, e.tok, inviter); ok {
		e.parties = e.parties[:0]
		e.add(a, RoleInviter, e.sent)
	}
}

// inviteeAt gives whom a noun behind "invited" stands for. An office without a
// state of its own is not one of the inviter's: "Trong invited the president
// to Vietnam".
func (p *page) inviteeAt(e *event, i int) []actor {
	as := p.actors(e.sent, i, nil)
	t := p.tree(e.sent)
	if t.word(i) == "those" { // "those of Egypt and Sudan, which he had asked to come"
		as = as[:0]
		for _, c := range p.modifierStates(e.sent, i) {
			as = append(as, actor{person: nobody, code: c, tok: i})
		}
	}
	inviter := e.codeOf(RoleInviter)
	keep := as[:0]
	for _, a := range as {
		if a.code != inviter || inviter == "" {
			if g := lexicon.Group(t.lemma(i)); a.person == nobody && (g == lexicon.HostNoun || g == lexicon.GuestNoun) {
				a = p.lastActorOf(e.sent, a.code)
			}
			keep = append(keep, a)
		}
	}
	if len(keep) > 0 || inviter == "" {
		return keep
	}
	m := p.mention(e.sent, i)
	if m != nil && m.kind == mOffice && len(p.modifierStates(e.sent, i)) == 0 || isPersonal(t.word(i)) {
		if a, ok := p.otherSide(e.sent, e.tok, inviter); ok {
			a.tok = i
			return []actor{a}
		}
	}
	return nil
}

func isPersonal(word string) bool {
	switch strings.ToLower(word) {
	case "he", "him", "she", "her", "me", "us":
		return true
	}
	return false
}

// otherSide gives who was engaged with a state in the event told last before a
// place, or else the person of another state named last.
func (p *page) otherSide(si, i int, code string) (actor, bool) {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.sent > si || si-o.sent > 4 || o.countries() != 2 || !o.has(code) {
			continue
		}
		for _, q := range o.parties {
			if q.code != code {
				return actor{person: q.person, code: q.code, office: q.office, tok: q.tok}, true
			}
		}
	}
	for k := len(p.said) - 1; k >= 0; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= i || si-s.sent > 2 {
			continue
		}
		if who := &p.people[s.person]; who.country != "" && who.country != code && !who.spokesman && !who.former {
			return p.personActor(s.person, s.tok), true
		}
	}
	return actor{}, false
}

// lastActorOf gives a state as an inviter that the text does not name: the
// person who acted for it in the event told last, if there is one.
func (p *page) lastActorOf(si int, code string) actor {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.sent > si || si-o.sent > 3 || o.denied || o.status != Held {
			continue
		}
		for _, q := range o.parties {
			if q.code == code && q.person != nobody {
				return actor{person: q.person, code: code, tok: q.tok}
			}
		}
	}
	return actor{person: nobody, code: code}
}

// nounAfter gives the first noun that stands behind a verb and can be its
// object, or -1.
func (p *page) nounAfter(si, v int) int {
	t := p.tree(si)
	for k := v + 1; k < len(t.s.Tokens) && k-v < 7; k++ {
		switch t.upos(k) {
		case language.NOUN, language.PROPN, language.PRON:
			if k+1 < len(t.s.Tokens) && t.upos(k+1) == language.NOUN {
				continue
			}
			return k
		case language.ADP, language.VERB, language.PUNCT, language.CCONJ:
			return -1
		}
	}
	return -1
}

// destAfter looks for the destination in the words behind the trigger where
// the tree has hung it elsewhere.
func (p *page) destAfter(e *event, dest *locus) {
	t := p.tree(e.sent)
	for k := e.tok + 1; k+1 < len(t.s.Tokens) && k-e.tok < 16; k++ {
		w := t.word(k)
		if w == ";" || w == "," || w == "who" || w == "which" || w == "but" || w == "and" || t.upos(k) == language.VERB && !travelVerb(t.lemma(k)) {
			return
		}
		if w != "to" && w != "in" && !(t.upos(k) == language.VERB && t.lemma(k) == "visit") {
			continue
		}
		for n := k + 1; n < len(t.s.Tokens) && n-k < 4; n++ {
			if m := p.mention(e.sent, n); m != nil {
				if m.kind == mCity || m.kind == mState || m.kind == mSeat {
					if l, ok := p.placeAt(e.sent, n); ok {
						*dest = l
						return
					}
				}
				break
			}
			if t.upos(n) != language.DET && t.upos(n) != language.ADJ {
				break
			}
		}
	}
}

func travelVerb(lemma string) bool {
	switch lemma {
	case "visit", "come", "travel", "attend", "pay", "join", "make", "go", "take", "speak":
		return true
	}
	return false
}

// timeInvitation gives an invitation the day it was extended, where that is
// told, and returns what is known of the trip's time.
func (p *page) timeInvitation(e *event, ans answer) (trip event) {
	told, t := e.status, p.tree(e.sent)
	tripTime := p.tripTime(e)
	if tripTime >= 0 {
		plan := *e
		plan.status = Planned
		trip.when, trip.times = p.resolve(&plan, tripTime), []int32{tripTime}
	}
	p.dateEvent(e)
	e.status = told
	own := false
	for _, k := range e.times {
		x := &p.times[k]
		own = own || x.Sentence == e.sent && k != tripTime && (!e.trig.Noun || p.isExtended(e) || t.within(p.timeHead(t, x), e.tok))
	}
	if first, _, ok := e.when.Bounds(); ok && own && first > p.ref {
		if trip.when == "" {
			trip.when, trip.times = e.when, e.times
		}
		own = false
	}
	perfect := p.presentPerfect(e)
	if !own || perfect || ans != noAnswer {
		e.when, e.times = "", nil
	}
	if e.when == "" && ans == noAnswer && e.status == Held && !perfect && p.simplePast(e) {
		e.ofStory = true
	}
	return trip
}

// tripTime finds the time of the trip among the expressions behind the
// trigger: one that lies ahead, or one behind "to visit" or the destination
// that lies ahead if counted forward; -1 if there is none.
func (p *page) tripTime(e *event) int32 {
	t := p.tree(e.sent)
	behind := len(t.s.Tokens)
	v := p.tellingVerb(e)
	had := v >= 0 && p.hasPastHave(t, v)
	if e.place.sent == e.sent && e.place.tok > e.tok {
		behind = e.place.tok
	}
	for k := e.tok + 1; k < len(t.s.Tokens); k++ {
		if t.upos(k) == language.VERB && travelVerb(t.lemma(k)) && t.word(k-1) == "to" {
			behind = min(behind, k)
			break
		}
	}
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		if x.First <= e.tok || x.Type == timex.Duration || x.Kind == timex.Length || x.Kind == timex.Vague || x.Kind == timex.Period || x.Kind == timex.Anaphoric {
			continue
		}
		if p.borderBetween(t, e.tok, x.First, behind) {
			break
		}
		var d edtf.Date
		switch {
		case x.Kind == timex.Yearless:
			if had || x.First <= behind && x.Relation != timex.For && e.status == Held && !p.ofOccasion(e, x) {
				continue
			}
			d = x.Resolve(p.ref, timex.Future)
		case x.Kind == timex.Weekday && x.Direction != timex.Future && e.status == Held:
			continue
		default:
			plan := *e
			plan.status = Planned
			d = p.resolve(&plan, k)
		}
		if first, last, ok := d.Bounds(); ok && (first > p.ref || last > p.ref && (x.First > behind || p.ofOccasion(e, x))) {
			return k
		}
	}
	return -1
}

// ofOccasion tells whether an expression stands behind what somebody is invited
// to: "invited him to a conference in October".
func (p *page) ofOccasion(e *event, x *timex.Expression) bool {
	t := p.tree(e.sent)
	for k := x.First - 2; k > e.tok && x.First-k < 8; k-- {
		switch t.upos(k) {
		case language.NOUN, language.PROPN, language.ADJ, language.DET, language.NUM:
		default:
			return k < x.First-2 && (t.word(k) == "to" || t.word(k) == "for") && t.upos(x.First-2) == language.NOUN
		}
	}
	return false
}

// borderBetween tells whether another clause begins between two tokens; the
// infinitive of travel at token inf is none.
func (p *page) borderBetween(t *tree, from, to, inf int) bool {
	for k := from + 1; k < to; k++ {
		switch w := t.word(k); {
		case w == ";", w == "who", w == "which", w == "but":
			return true
		case t.upos(k) == language.VERB && k != inf && t.tok(k).XPOS != language.XPOSVB && t.tok(k).XPOS != language.XPOSVBG:
			return true
		}
	}
	return false
}

// tellingVerb gives the verb that tells of the invitation: the trigger, or the
// verb that carries the noun; -1 if there is none.
func (p *page) tellingVerb(e *event) int {
	t := p.tree(e.sent)
	if !e.trig.Noun {
		return e.tok
	}
	h := t.head(e.tok)
	if t.rel(e.tok) == language.RelConj && h >= 0 && !t.isVerb(h) { // "left with a pledge and an invitation"
		h = t.head(h)
	}
	if h >= 0 && t.isVerb(h) {
		return h
	}
	return -1
}

// isExtended tells whether the verb of an invitation's clause says that it was
// extended or came: its time is then the invitation's.
func (p *page) isExtended(e *event) bool {
	v := p.tellingVerb(e)
	if v < 0 {
		return false
	}
	l := wholeLemma(p.tree(e.sent).lemma(v))
	return sendsInvitation(l) || l == "receive" || l == "get" || l == "come" || l == "arrive"
}

// presentPerfect tells "has invited", "has been asked": of no day.
func (p *page) presentPerfect(e *event) bool {
	t := p.tree(e.sent)
	v := p.tellingVerb(e)
	found := false
	for n := 0; n < 3 && v >= 0 && !found; n++ { // "has written to him and asked him"
		t.children(v, func(c int) bool {
			w := t.word(c)
			found = found || t.rel(c) == language.RelAux && (w == "has" || w == "have" || w == "'s" || w == "'ve")
			return true
		})
		if t.childLemma(v, language.RelAdvmod, "just") { // "has just invited me"
			return false
		}
		if t.rel(v) != language.RelConj || t.child(v, language.RelNsubj, language.RelNsubjPass) >= 0 {
			break
		}
		v = t.head(v)
	}
	return found
}

// simplePast tells "invited", "was asked", "handed him an invitation" in a
// clause of its own: told as what happened on the day of the story.
func (p *page) simplePast(e *event) bool {
	t := p.tree(e.sent)
	v := p.tellingVerb(e)
	if v < 0 || p.hasPastHave(t, v) {
		return false
	}
	if e.trig.Noun && !sendsInvitation(wholeLemma(t.lemma(v))) && !t.childLemma(e.tok, language.RelDet, "a", "an") {
		return false
	}
	x := t.tok(v).XPOS
	past := x == language.XPOSVBD || x == language.XPOSVBN && (t.passive(v) || t.childLemma(v, language.RelAdvmod, "just"))
	for n, at := 0, v; n < 4 && at >= 0; n, at = n+1, t.head(at) {
		if t.rel(at) == language.RelAclRelcl || t.rel(at) == language.RelAcl {
			return false
		}
	}
	return past
}

// tripOf files the trip that an invitation is for, where it is accepted,
// declined or given a time.
func (p *page) tripOf(e *event, ans answer, trip event) {
	if ans == noAnswer && trip.when == "" || e.denied {
		return
	}
	v := *e
	v.kind = Visit
	v.parties = nil
	for _, q := range e.parties {
		switch q.role {
		case RoleInviter:
			q.role = RoleHost
		case RoleInvitee:
			q.role = RoleVisitor
		}
		v.parties = append(v.parties, q)
	}
	v.when, v.times = trip.when, trip.times
	v.status = Proposed
	switch ans {
	case accepts:
		v.status = Planned
	case declines:
		v.status = Cancelled
	}
	v.implied = true
	v.spans, v.told = nil, nil
	p.finish(&v)
}

// mutualInvitation reads "each invited the other", "they invited each other",
// "exchanged invitations": two invitations.
func (p *page) mutualInvitation(e *event, args []argument) bool {
	t := p.tree(e.sent)
	var subj []actor
	mutual := false
	for _, a := range args {
		if a.slot == lexicon.Subj {
			w := strings.ToLower(t.word(a.tok))
			if len(subj) == 0 {
				subj = p.actors(e.sent, a.tok, nil)
			}
			mutual = mutual || e.trig.Noun && w == "each"
		}
	}
	if e.trig.Noun {
		h := t.head(e.tok)
		if h < 0 || !t.isVerb(h) {
			return false
		}
		switch t.lemma(h) {
		case "exchange", "trade", "swap":
			mutual = true
		}
		for k := e.tok + 1; k < len(t.s.Tokens); k++ { // "accepted invitations to visit each other's country"
			mutual = mutual || t.word(k) == "other" && t.word(k-1) == "each"
		}
	} else {
		for k := e.tok + 1; k < len(t.s.Tokens) && k-e.tok < 4; k++ {
			if t.word(k) == "other" && (t.word(k-1) == "each" || t.word(k-1) == "the") {
				mutual = true
			}
		}
	}
	if mutual && len(subj) > 2 { // "X and Y each asked the other": "each" is the two again
		keep := subj[:0]
		for _, a := range subj {
			if !a.group {
				keep = append(keep, a)
			}
		}
		subj = keep
	}
	if !mutual || len(subj) != 2 || subj[0].code == subj[1].code || subj[0].code == "" || subj[1].code == "" {
		return false
	}
	for i := range subj {
		inv := *e
		inv.parties, inv.spans, inv.told = nil, nil, nil
		inv.add(subj[i], RoleInviter, e.sent)
		inv.add(subj[1-i], RoleInvitee, e.sent)
		inv.place = locus{country: p.homeOf(subj[i].code), sent: e.sent, tok: e.tok}
		ans := noAnswer
		if v := p.tellingVerb(e); e.trig.Noun && v >= 0 {
			ans = answerOf(wholeLemma(t.lemma(v)))
		}
		if ans != noAnswer {
			inv.status = Held
		}
		if inv.status == Held && !p.presentPerfect(&inv) && (p.simplePast(&inv) || ans != noAnswer) {
			inv.ofStory = true
		}
		p.finish(&inv)
		p.tripOf(&inv, ans, event{})
	}
	return true
}

// returned reads "and he had done the same in return" behind an invitation.
func (p *page) returned(e *event) {
	t := p.tree(e.sent)
	for k := e.tok + 1; k+1 < len(t.s.Tokens); k++ {
		if t.word(k) != "the" || t.word(k+1) != "same" || k == 0 || t.lemma(k-1) != "do" {
			continue
		}
		inv := *e
		inv.parties, inv.spans, inv.told = nil, nil, nil
		for _, q := range e.parties {
			q.role = map[Role]Role{RoleInviter: RoleInvitee, RoleInvitee: RoleInviter}[q.role]
			inv.parties = append(inv.parties, q)
		}
		inv.place = locus{country: p.homeOf(inv.codeOf(RoleInviter)), sent: e.sent, tok: e.tok}
		p.finish(&inv)
		return
	}
}

// answerInvitation reads "and the minister accepted", "both accepted with
// pleasure" of an invitation told just before.
func (p *page) answerInvitation(e *event, args []argument) bool {
	t := p.tree(e.sent)
	if e.denied || e.status == Proposed {
		return false
	}
	if o := t.child(e.tok, language.RelObj); o >= 0 && t.word(o) != "it" && t.lemma(o) != "offer" {
		return false
	}
	if t.passive(e.tok) || t.child(e.tok, language.RelXcomp, language.RelCcomp) >= 0 {
		return false
	}
	var who []actor
	for _, a := range args {
		if a.slot == lexicon.Subj {
			who = append(who, p.actors(e.sent, a.tok, nil)...)
		}
	}
	ans := answerOf(e.trig.Word)
	found := false
	for k := len(p.events) - 1; k >= 0; k-- {
		o := p.events[k]
		if o.kind != Invitation || e.sent-o.sent > 2 || o.status == Cancelled {
			continue
		}
		for _, w := range who {
			if w.code != "" && w.code == o.codeOf(RoleInvitee) {
				if ans == declines {
					p.events[k].status = Cancelled
				}
				p.tripOf(&o, ans, event{})
				found = true
				break
			}
		}
	}
	return found
}

// atTheInvitation reads "at the invitation of Prime Minister X": it is a past
// invitation to whoever makes the visit told in the same clause.
func (p *page) atTheInvitation(e *event, args []argument) bool {
	var inviters []actor
	for _, a := range args {
		if r := e.trig.Role(a.slot).Role; r == lexicon.Inviter && a.own {
			inviters = append(inviters, p.actors(e.sent, a.tok, nil)...)
		}
	}
	var codes []string // "at the invitation of President X and the Australian government": one by each
	for _, w := range inviters {
		codes = appendNew(codes, w.code)
	}
	for _, code := range codes {
		one := *e
		one.parties = slices.Clone(e.parties)
		for _, w := range inviters {
			if w.code == code {
				one.add(w, RoleInviter, e.sent)
			}
		}
		if one.codeOf(RoleInviter) != "" {
			one.status, one.denied = Held, false
			p.invitedVisitor(&one)
		}
	}
	return len(codes) > 0
}

// invitedVisitor gives an invitation whoever is told to visit the inviter; it
// waits for the visit where that is not told yet.
func (p *page) invitedVisitor(e *event) {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Visit || e.sent-o.sent > 1 || o.place.country != p.homeOf(e.codeOf(RoleInviter)) {
			continue
		}
		for _, q := range o.parties {
			if q.role == RoleVisitor {
				e.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleInvitee, q.sent)
			}
		}
		for _, q := range e.parties {
			if q.role == RoleInviter {
				o.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleHost, q.sent)
			}
		}
		e.place = locus{country: o.place.country, place: o.place.place}
		p.finish(e)
		return
	}
	p.pending = append(p.pending, *e)
}

// anaphoricInvitation reads "accepted the invitation", "the invitation has
// been declined" of an invitation told before.
func (p *page) anaphoricInvitation(e *event, ans answer) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Invitation || e.sent-o.sent > 8 {
			continue
		}
		fits := true
		for _, q := range e.parties {
			fits = fits && o.has(q.code)
		}
		if !fits {
			continue
		}
		if ans != noAnswer {
			if ans == declines {
				o.status = Cancelled
			}
			inv := *o
			p.tripOf(&inv, ans, event{})
			return true
		}
		return false
	}
	return false
}
