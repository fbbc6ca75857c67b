package reading

import "github.com/chancery-project/chancery/internal/reading/lexicon"

// fillDiscuss finds the talks of a visit that are told by what was talked of
// alone: "Meloni landed in Tirana on Monday. The two leaders discussed
// migration". Both must be people, one the guest of the other's country in the
// visit told last; after a call or a meeting the words add nothing.
func (p *page) fillDiscuss(e *event, args []argument) bool {
	e.kind = Meeting
	if e.status != Held && e.status != Planned || e.denied || p.byPhone(p.tree(e.sent), e.tok) {
		return false
	}
	for _, a := range args {
		if e.trig.Role(a.slot).Role != lexicon.Party {
			continue
		}
		for _, w := range p.actors(e.sent, a.tok, nil) {
			if w.person == nobody || p.people[w.person].rank() < 5 || p.people[w.person].spokesman {
				return false
			}
			e.add(w, RoleParty, e.sent)
		}
	}
	if e.countries() != 2 {
		return false
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if e.sent-o.sent > 3 || o.denied || !bothIn(e, o) {
			continue
		}
		if o.kind != Visit || o.status != Held && o.status != Planned || o.sent == e.sent {
			return false
		}
		if o.status == Planned && e.status == Held {
			return false
		}
		e.setPlace(o.place)
		e.when, e.conf = o.when, 0.6
		p.finish(e)
		return true
	}
	return false
}

// bothIn tells whether a visit or meeting is one of the two states of another.
func bothIn(e, o *event) bool {
	for _, q := range e.parties {
		if !o.has(q.code) && o.place.country != q.code {
			return false
		}
	}
	return true
}
