package reading

import "slices"

// spokenAfar makes calls of what is told only as speaking, where nothing tells
// of a place or of a journey that brought the two together: "Secretary Blinken
// spoke yesterday with President Aliyev".
func (p *page) spokenAfar(events []event) {
	for i := range events {
		e := &events[i]
		if p.callToo(events, e) {
			e.kind = Call
			continue
		}
		if e.kind != Meeting || e.trig == nil || e.trig.Word != "speak" && e.trig.Word != "talk" || e.place.country != "" || e.place.place != "" || e.sideline || e.tentative || e.name != "" || len(e.venues) > 0 || e.countries() < 2 {
			continue
		}
		together := !p.onlySpoken(e)
		if !together && p.afterCall(events, e) {
			e.kind = Call
			continue
		}
		if e.trig.Word == "talk" {
			continue
		}
		for k := range events {
			o := &events[k]
			if k == i || o.status != Held || o.kind == Call || o.kind == Invitation || o.kind == Arrangement {
				continue
			}
			together = together || o.kind == Summit || bothAt(o, e)
		}
		if !together {
			e.kind = Call
		}
	}
}

// callToo tells a conversation without a place that the report calls a phone call
// elsewhere: "Biden and Netanyahu had a warm conversation. ... following the call".
func (p *page) callToo(events []event, e *event) bool {
	if e.kind != Meeting || e.status != Held || e.trig == nil || e.place.country != "" || e.place.place != "" || e.name != "" || len(e.venues) > 0 || !p.onlySpoken(e) {
		return false
	}
	for i := range events {
		o := &events[i]
		if o.kind == Call && o.status == Held && !o.denied && o.countries() == e.countries() && statesAgree(o, e) && (e.when == "" || e.when == o.when) {
			return true
		}
	}
	return false
}

// afterCall tells whether the report has just told of a call of one of those who
// speak: "spoke by phone with X. He also talked to Y".
func (p *page) afterCall(events []event, e *event) bool {
	if e.trig.Noun || e.status != Held {
		return false
	}
	for i := range events {
		o := &events[i]
		if o.kind != Call || o.sent > e.sent || e.sent-o.sent > 3 || o.denied {
			continue
		}
		shared, same := false, true
		for _, q := range e.parties {
			if o.has(q.code) {
				shared = shared || q.person != nobody && slices.ContainsFunc(o.parties, func(w participant) bool { return w.person == q.person })
			} else {
				same = false
			}
		}
		if shared && !same {
			return true
		}
	}
	return false
}

// bothAt tells whether the sides of a meeting took part in another engagement
// or were in its country.
func bothAt(s, e *event) bool {
	for _, q := range e.parties {
		if !s.has(q.code) && s.place.country != q.code {
			return false
		}
	}
	return true
}

// onlySpoken tells whether no word tells of more than talking.
func (p *page) onlySpoken(e *event) bool {
	for _, at := range e.told {
		switch p.tree(at.sent).lemma(at.tok) {
		case "speak", "talk", "conversation", "discussion", "discuss":
		default:
			return false
		}
	}
	return true
}
