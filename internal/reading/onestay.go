package reading

import "github.com/chancery-project/chancery/internal/edtf"

// joinStays makes one visit of the stops that a report tells apart: "arrived
// in Washington from Atlanta", "after Delhi he goes to Agra and Mumbai". The
// same person is in the same country on days that touch, or on days of which
// one is not said while the other is the news.
func (p *page) joinStays(events []event) []event {
	gone := map[int]bool{}
	for i := range events {
		a := &events[i]
		if a.kind != Visit || gone[i] {
			continue
		}
		for k := i + 1; k < len(events); k++ {
			b := &events[k]
			if gone[k] || b.kind != Visit || !p.sameJourney(a, b) {
				continue
			}
			p.joinStay(a, b)
			gone[k] = true
		}
	}
	if len(gone) == 0 {
		return events
	}
	keep := events[:0]
	for i := range events {
		if !gone[i] {
			keep = append(keep, events[i])
		}
	}
	return keep
}

// sameJourney tells whether two visits are stops of one.
func (p *page) sameJourney(a, b *event) bool {
	if a.place.country != b.place.country || p.peopleAgree(a, b, RoleVisitor) != 1 || !a.stands() || !b.stands() {
		return false
	}
	if a.when == "" || b.when == "" {
		dated, other := a, b
		if a.when == "" {
			dated, other = b, a
		}
		return dated.when != "" && p.isNews(dated) && !(other.status == Held && dated.status == Planned) && !p.anotherTime(other)
	}
	f, l, ok := a.when.Bounds()
	f2, l2, ok2 := b.when.Bounds()
	return ok && ok2 && l-f <= 10 && l2-f2 <= 10 && max(f, f2)-min(l, l2) <= 1
}

// stands tells whether a visit was made or is still on.
func (e *event) stands() bool { return e.status == Held || e.status == Planned }

// anotherTime tells whether the words of a visit set it apart from one told
// with a day: "will return", "his next trip".
func (p *page) anotherTime(v *event) bool {
	t := p.tree(v.sent)
	for k := max(0, v.tok-4); k < min(len(t.s.Tokens), v.tok+5); k++ {
		switch t.lemma(k) {
		case "return", "again", "next", "later", "earlier", "last", "previous", "previously":
			return true
		}
	}
	return false
}

// joinStay takes the stop b into the visit a, which keeps its own city.
func (p *page) joinStay(a, b *event) {
	f, l, ok := a.when.Bounds()
	f2, l2, ok2 := b.when.Bounds()
	day, own := a.place, a.when
	p.absorb(a, b)
	if day.place != "" {
		a.place = day
	}
	switch {
	case ok && ok2:
		if whole := edtf.Interval(min(f, f2), max(l, l2)); whole != own {
			a.when, a.whole = whole, true
		}
	case ok:
		a.when = own
	}
	a.underway = a.underway || a.status == Held && b.status == Planned
}
