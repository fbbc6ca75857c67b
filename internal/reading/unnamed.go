package reading

import "strings"

// hostOf gives the leader who receives a leader on a visit of two sides that is
// news: the one of his country whom the report names near it, if it names one.
func (p *page) hostOf(v *event) int32 {
	if v.name != "" || v.status == Cancelled || v.sideline {
		return nobody
	}
	if first, last, ok := v.when.Bounds(); ok && (last < p.ref-31 || first > p.ref+365) {
		return nobody
	}
	leader := false
	for _, q := range v.parties {
		if q.role == RoleHost && q.person != nobody {
			return nobody
		}
		leader = leader || q.role == RoleVisitor && q.person != nobody && p.leads(q.person)
	}
	if !leader {
		return nobody
	}
	best := nobody
	for _, s := range p.said {
		w := &p.people[s.person]
		if w.country != v.place.country || w.sure < 2 || w.former || w.level == 0 || w.level > 2 || abs(s.sent-v.sent) > 3 {
			continue
		}
		if best != nobody && best != s.person {
			return nobody // two who could be the host
		}
		best = s.person
	}
	return best
}

// fillUnnamed names those who go unnamed where they are told of but whom the
// report names elsewhere: the two sides of a summit of leaders, and the other
// side of an invitation, and of the trip offered by it, by the leader whom the
// same person met or visited.
func (p *page) fillUnnamed(events []event) {
	for i := range events {
		e := &events[i]
		switch e.kind {
		case Summit:
			p.nameLeaders(e)
		case Invitation, Visit:
			p.nameOtherSide(events, e)
		}
	}
}

// nameLeaders names the two leaders of a summit between two states of which
// nobody is named.
func (p *page) nameLeaders(e *event) {
	if len(e.parties) != 2 || e.practice != "" {
		return
	}
	var who [2]int32
	for k, q := range e.parties {
		if q.person != nobody || q.weak || p.isOrg(q.code) {
			return
		}
		if who[k] = p.onlyLeader(q.code, e.sent); who[k] == nobody {
			return
		}
	}
	for k := range e.parties {
		e.parties[k].person = who[k]
	}
}

// onlyLeader gives the head of state or government of a state whom the report
// names near a sentence, if it names only one.
func (p *page) onlyLeader(code string, sent int) int32 {
	best := nobody
	for _, s := range p.said {
		w := &p.people[s.person]
		if w.country != code || w.former || w.spouse || w.level == 0 || w.level > 2 || abs(s.sent-sent) > 2 || s.person == best {
			continue
		}
		if best != nobody {
			return nobody
		}
		best = s.person
	}
	return best
}

// nameOtherSide names the unnamed side of an invitation or of a trip by the
// leader of that state who meets the same person elsewhere in the report.
func (p *page) nameOtherSide(events []event, e *event) {
	for k := range e.parties {
		q := &e.parties[k]
		if q.person != nobody || q.code == "" || p.isOrg(q.code) || q.office != "" && p.officeBelow(q.office) {
			continue
		}
		if e.kind == Visit && (q.role != RoleVisitor || e.status == Held) {
			continue
		}
		for _, o := range e.parties {
			if o.role == q.role || o.person == nobody || !p.leads(o.person) {
				continue
			}
			if who := p.partnerOf(events, o.person, q.code); who != nobody {
				q.person = who
			}
		}
	}
}

// partnerOf gives the leader of a state with whom a person is told to meet; the
// only one, if several engagements name some.
func (p *page) partnerOf(events []event, person int32, code string) int32 {
	best := nobody
	for i := range events {
		o := &events[i]
		if o.kind == Arrangement || o.countries() != 2 || !p.hasPerson(o, person) {
			continue
		}
		for _, q := range o.parties {
			if q.code != code || q.person == best || !p.leads(q.person) {
				continue
			}
			if best != nobody {
				return nobody
			}
			best = q.person
		}
	}
	return best
}

func (p *page) hasPerson(e *event, person int32) bool {
	for _, q := range e.parties {
		if q.person == person {
			return true
		}
	}
	return false
}

// officeBelow tells whether an office is no leader's.
func (p *page) officeBelow(office string) bool {
	for _, w := range strings.Fields(strings.ToLower(office)) {
		switch w {
		case "minister", "ministers", "secretary", "officials", "official", "envoy", "delegation":
			return !strings.Contains(strings.ToLower(office), "prime minister")
		}
	}
	return false
}
