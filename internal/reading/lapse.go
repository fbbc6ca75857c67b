package reading

import "slices"

// settleLapsed says what became of plans told as past ("he had been due to meet
// the minister"): they share the fate of what the report says was dropped or
// put off, and with no word of it they came to nothing if their time is over.
func (p *page) settleLapsed(events []event) {
	for i := range events {
		e := &events[i]
		if !e.lapsed || e.status != Planned {
			continue
		}
		if _, last, ok := e.when.Bounds(); ok && last < p.ref {
			e.status = Cancelled
		}
		for k := range events {
			o := &events[k]
			if o.status != Postponed && o.status != Cancelled || abs(o.sent-e.sent) > 3 || !shareTrip(e, o) {
				continue
			}
			e.status = o.status
			break
		}
	}
}

// shareTrip tells whether two engagements belong to one journey: both sides of
// the one take part in the other or are its destination.
func shareTrip(a, b *event) bool {
	for _, q := range a.parties {
		if q.code != "" && !b.has(q.code) && b.place.country != q.code {
			return false
		}
	}
	return a.place.country == "" || b.place.country == "" || a.place.country == b.place.country
}

// settleAhead keeps apart what is still to come: nothing whose first day comes
// after the day of publication, or of the dateline, has been held, and who says that he is ready to
// come where he was invited has accepted.
func (p *page) settleAhead(events []event) {
	for i := range events {
		e := &events[i]
		if first, _, ok := e.when.Bounds(); ok && e.status == Held && first > max(p.rep.Published, p.ref) && e.kind != Arrangement && e.kind != Invitation {
			if e.when.Days() <= 14 {
				e.status = Planned
			} else { // a month or year that is another's
				e.when, e.times = "", nil
			}
		}
		if e.kind == Visit && e.status == Proposed && p.readyToCome(e) && slices.ContainsFunc(events, func(o event) bool {
			return o.kind == Invitation && o.status == Held && o.codeOf(RoleInvitee) == e.codeOf(RoleVisitor) && o.codeOf(RoleInviter) == e.place.country
		}) {
			e.status = Planned
		}
	}
}

// readyToCome tells whether a journey is told by who is ready for it.
func (p *page) readyToCome(e *event) bool {
	for _, at := range e.told {
		t := p.tree(at.sent)
		for k := max(0, at.tok-6); k < at.tok; k++ {
			switch t.lemma(k) {
			case "ready", "willing", "readiness", "willingness", "happy", "glad":
				return true
			}
		}
	}
	return false
}
