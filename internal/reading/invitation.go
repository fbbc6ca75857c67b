package reading

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// fillInvitation fills an invitation, by the verb or by the noun, and the trip
// that it is for where the report says more of it.
func (p *page) fillInvitation(e *event, args []argument) bool {
	e.kind = Invitation
	t := p.tree(e.sent)
	accepted, declined := false, false
	subjRole := RoleInviter
	if e.trig.Noun {
		if h := t.head(e.tok); h >= 0 && t.isVerb(h) {
			switch t.lemma(h) {
			case "accept", "welcome", "take":
				accepted, subjRole = true, RoleInvitee
			case "decline", "reject", "refuse", "turn":
				declined, subjRole = true, RoleInvitee
			case "receive", "get", "have", "obtain", "consider", "seek":
				subjRole = RoleInvitee
			}
		}
		if t.caseOf(e.tok) == "at" || t.caseOf(e.tok) == "on" || t.caseOf(e.tok) == "upon" || t.caseOf(e.tok) == "by" {
			return p.atTheInvitation(e, args)
		}
		if t.lemma(e.tok) == "invitation" && t.childLemma(e.tok, language.RelCompound, "open") {
			accepted = false
		}
	}
	var dest locus
	var to []actor
	for _, a := range args {
		pair := e.trig.Role(a.slot)
		role := pair.Role
		if e.trig.Noun && a.slot == lexicon.Subj && role == lexicon.NoRole && !a.own {
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, subjRole, e.sent)
			}
			continue
		}
		if e.trig.Noun && a.slot == lexicon.To && !a.own && role == lexicon.NoRole {
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
					if dest.country == "" {
						dest = l
					}
					continue
				}
			}
			as := p.actors(e.sent, a.tok, nil)
			to = append(to, as...)
			for _, w := range as {
				e.add(w, RoleInvitee, e.sent)
			}
		case lexicon.Dest:
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				dest = l
			} else if l, ok := p.placeWithin(e.sent, a.tok); ok && dest.country == "" { // "for talks in Bonn"
				dest = l
			} else {
				if g := p.gatheringAt(e.sent, a.tok); g != "" {
					e.name = g
				}
			}
		}
	}
	// "invited him to visit India", "an invitation to visit": the place stands with the infinitive
	t.children(e.tok, func(c int) bool {
		if (t.rel(c) == language.RelXcomp || t.rel(c) == language.RelAcl || t.rel(c) == language.RelAdvcl || t.rel(c) == language.RelCcomp) && dest.country == "" {
			for _, a := range t.verbArguments(c, true, nil) {
				if a.slot == lexicon.Obj || a.slot == lexicon.To || a.slot == lexicon.In || a.slot == lexicon.At {
					if l, ok := p.placeAt(e.sent, a.tok); ok && dest.country == "" {
						dest = l
					} else if g := p.gatheringAt(e.sent, a.tok); g != "" && e.name == "" {
						e.name = g
					}
				}
			}
		}
		return true
	})
	_ = to
	inviter, invitee := e.codeOf(RoleInviter), e.codeOf(RoleInvitee)
	if inviter != "" && invitee == "" && e.trig.Noun && (dest.country == inviter || dest.country == "" && accepted) {
		if a, ok := p.mainSubject(e.sent); ok && a.code != inviter { // "has not forgotten X's invitation to Washington"
			e.add(a, RoleInvitee, e.sent)
			invitee = a.code
		}
	}
	if inviter == "" && invitee != "" && dest.country != "" && dest.country != invitee {
		e.add(actor{person: nobody, code: dest.country}, RoleInviter, e.sent)
		inviter = dest.country
	}
	if inviter == "" || invitee == "" {
		return p.anaphoricInvitation(e, accepted, declined)
	}
	if inviter == invitee {
		return false
	}
	if dest.country == "" {
		dest.country = p.homeOf(inviter)
	}
	e.place = dest
	modal := e.status
	switch {
	case declined:
		e.status = Cancelled
	case accepted, e.says == lexicon.SaysPlan && modal == Planned && e.trig.Noun:
		e.status = Held
	case modal == Proposed && e.trig.Noun && e.says == lexicon.SaysPropose:
		e.status = Held
	}
	inv := *e
	p.dateEvent(&inv)
	var trip event
	if first, _, ok := inv.when.Bounds(); ok && (first > p.ref || inv.when.Days() > 45 && first >= p.ref-45) {
		trip.when, trip.times = inv.when, inv.times // the time is the trip's
		inv.when, inv.times = "", nil
	}
	if inv.status == Planned && !accepted && e.trig.Word == "invite" && trip.when != "" {
		inv.status = modal
	}
	if accepted {
		inv.when, inv.times = "", nil
	}
	p.finish(&inv)
	p.tripOf(&inv, accepted, declined, trip)
	return true
}

// tripOf files the trip that an invitation is for, where it is accepted,
// declined or given a time.
func (p *page) tripOf(e *event, accepted, declined bool, trip event) {
	if !accepted && !declined && trip.when == "" || e.denied {
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
	v.status = Planned
	if !accepted {
		v.status = Proposed
	}
	if declined {
		v.status = Cancelled
	}
	v.implied = true
	p.finish(&v)
}

// atTheInvitation reads "at the invitation of Prime Minister X": it is a past
// invitation to whoever makes the visit told in the same clause.
func (p *page) atTheInvitation(e *event, args []argument) bool {
	for _, a := range args {
		if r := e.trig.Role(a.slot).Role; r == lexicon.Inviter && a.own {
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleInviter, e.sent)
			}
		}
	}
	if e.codeOf(RoleInviter) == "" {
		return false
	}
	e.status, e.denied = Held, false
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
		return true
	}
	p.pending = append(p.pending, *e)
	return true
}

// anaphoricInvitation reads "accepted the invitation", "the invitation has
// been declined" of an invitation told before.
func (p *page) anaphoricInvitation(e *event, accepted, declined bool) bool {
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
		if accepted || declined {
			if declined {
				o.status = Cancelled
			}
			p.tripOf(o, accepted, declined, event{})
			return true
		}
		return false
	}
	return false
}
