package reading

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
