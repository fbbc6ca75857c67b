package reading

// spokenAfar makes calls of what is told only as speaking, where nothing tells
// of a place or of a journey that brought the two together: "Secretary Blinken
// spoke yesterday with President Aliyev".
func (p *page) spokenAfar(events []event) {
	for i := range events {
		e := &events[i]
		if e.kind != Meeting || e.trig == nil || e.trig.Word != "speak" || e.place.country != "" || e.place.place != "" || e.sideline || e.tentative || e.name != "" || len(e.venues) > 0 || e.countries() < 2 {
			continue
		}
		together := !p.onlySpoken(e)
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
