package reading

import "github.com/chancery-project/chancery/internal/language"

// finish checks an event mention and files it. Denied engagements are none,
// but a plan that is dropped is a cancelled one.
func (p *page) finish(e *event) {
	if e.denied && e.status != Cancelled && e.status != Postponed {
		if e.status == Planned && e.kind == Visit && e.trig != nil && !e.trig.Noun && p.dropped(e) {
			e.status = Cancelled
		} else {
			return
		}
	}
	p.stillPlanned(e)
	if e.kind == Visit && e.status == Planned && p.allOff.trig != nil && p.allOff.codeOf(RoleVisitor) == e.codeOf(RoleVisitor) && p.plannedBefore(p.tree(e.sent), e.tok) {
		e.status = p.allOff.status // "had been expected to visit Spain this week"
	}
	e.spans = append(e.spans, p.spanOf(e))
	e.told = append(e.told, place{e.sent, e.tok})
	p.events = append(p.events, *e)
	if e.kind == Visit {
		p.invitePending()
	}
}

// stillPlanned leaves a visit planned that is taken up in the present: "his
// trip follows several visits by ministers", told of one that begins on
// Tuesday.
func (p *page) stillPlanned(e *event) {
	if e.kind != Visit || e.status != Held || !e.underway || !e.definite {
		return
	}
	if first, last, ok := e.when.Bounds(); len(e.times) > 0 && !(ok && first == p.ref && last == p.ref) {
		return // of a day of its own, not of that of the news
	}
	for k := range p.events {
		o := &p.events[k]
		if o.kind != Visit || e.place.country != "" && o.place.country != e.place.country || o.codeOf(RoleVisitor) != e.codeOf(RoleVisitor) {
			continue
		}
		if first, _, ok := o.when.Bounds(); o.status == Planned && (!ok || first > p.ref) {
			e.status, e.when = Planned, ""
			return
		}
	}
}

// dropped tells whether "will not attend", "will not come" gives up something
// that was due: a named gathering or a dated occasion.
func (p *page) dropped(e *event) bool {
	if e.name != "" || e.trig.Kind == "join" {
		return true
	}
	if e.when == "" || e.sent > p.lead()+1 || e.parties[0].person == nobody && e.parties[0].office == "" {
		return false
	}
	t := p.tree(e.sent)
	return t.childLemma(e.tok, language.RelAux, "will", "would") // "will not come to Seoul in January"
}

// spanOf gives the sentence that tells the event as its evidence.
func (p *page) spanOf(e *event) Span {
	s := &p.doc.Sentences[e.sent]
	return Span{Start: int(s.Start), End: int(s.End)}
}

// invitePending joins "at the invitation of X" to the visit told behind it.
func (p *page) invitePending() {
	keep := p.pending[:0]
	v := p.events[len(p.events)-1]
	for _, inv := range p.pending {
		home := p.homeOf(inv.codeOf(RoleInviter))
		if v.sent-inv.sent > 1 || v.place.country != home || v.codeOf(RoleVisitor) == "" {
			if v.sent-inv.sent <= 1 {
				keep = append(keep, inv)
			}
			continue
		}
		for _, q := range v.parties {
			if q.role == RoleVisitor {
				inv.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleInvitee, q.sent)
			}
		}
		inv.place = locus{country: v.place.country, place: v.place.place}
		inv.spans = append(inv.spans, p.spanOf(&inv))
		last := &p.events[len(p.events)-1]
		for _, q := range inv.parties {
			if q.role == RoleInviter {
				last.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleHost, q.sent)
			}
		}
		p.events = append(p.events, inv)
	}
	p.pending = keep
}
