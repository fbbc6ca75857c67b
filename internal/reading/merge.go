package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// merge joins the mentions of one engagement: the same kind, parties that
// agree, times and places that do not exclude one another. Mentions are taken
// in the order of the text; each joins the first engagement that fits best.
func (p *page) merge(events []event) []event {
	var out []event
	for i := range events {
		e := &events[i]
		best, score := -1, 0
		for k := range out {
			if s := p.sameness(&out[k], e); s > score || s == score && s > 0 && e.definite {
				best, score = k, s
			}
		}
		if best >= 0 {
			if p.why != nil {
				p.why.merged(p, &out[best], e)
			}
			p.absorb(&out[best], e)
			continue
		}
		out = append(out, *e)
	}
	return out
}

// sameness says how well two mentions agree; 0 if they are two engagements.
func (p *page) sameness(a, b *event) int {
	if a.kind != b.kind {
		if !(a.kind == Meeting && b.kind == Summit || a.kind == Summit && b.kind == Meeting) {
			return 0
		}
		if a.sent != b.sent && p.introduced(a) && p.introduced(b) {
			return 0 // a meeting told of beside the summit is one of its own
		}
		if a.countries() > 2 || b.countries() > 2 || a.name != "" && b.name != "" && !sameGathering(a, b) || a.practice != "" || b.practice != "" {
			return 0
		}
	}
	if a.earlier != b.earlier && (a.when == "" || b.when == "") && !(a.kind == Agreement && (p.longOver(a) || p.longOver(b))) || p.earlierOne(a, b) || p.earlierOne(b, a) {
		return 0
	}
	score := 1
	switch a.kind {
	case Visit:
		if a.codeOf(RoleVisitor) != b.codeOf(RoleVisitor) || a.place.country != b.place.country {
			return 0
		}
		switch p.peopleAgree(a, b, RoleVisitor) {
		case -1:
			if a.when == "" || b.when == "" || !overlap(a.when, b.when) || a.place.place != b.place.place && a.place.place != "" && b.place.place != "" {
				return 0
			}
		case 1:
			score += 4
		}
	case Invitation:
		if a.codeOf(RoleInviter) != b.codeOf(RoleInviter) || a.codeOf(RoleInvitee) != b.codeOf(RoleInvitee) {
			return 0
		}
		if p.peopleAgree(a, b, RoleInvitee) < 0 || p.peopleAgree(a, b, RoleInviter) < 0 {
			return 0
		}
	case Award:
		if a.codeOf(RoleGiver) != b.codeOf(RoleGiver) || a.codeOf(RoleRecipient) != b.codeOf(RoleRecipient) || p.peopleAgree(a, b, RoleRecipient) < 0 {
			return 0
		}
	case Arrangement:
		if !sameStates(a, b) || a.practice != b.practice && a.practice != "" && b.practice != "" {
			return 0
		}
	case Summit:
		if a.status == Held && p.nextOne(b) || b.status == Held && p.nextOne(a) {
			return 0 // "Canada will host the next summit"
		}
		if a.number != 0 && b.number != 0 && a.number != b.number {
			return 0
		}
		if a.practice != "" || b.practice != "" {
			if !sameGathering(a, b) {
				return 0
			}
			score += 3
		} else if !statesAgree(a, b) {
			return 0
		}
	default:
		if p.ofTheirOwn(a, b) || p.ofTheirOwn(b, a) {
			return 0
		}
		if !statesAgree(a, b) || (a.alone || b.alone) && !sameStates(a, b) {
			return 0
		}
		agree := p.peopleAgree(a, b, RoleParty)
		if agree < 0 {
			return 0
		}
		score += agree * 3
	}
	if a.kind == Agreement && a.name != "" && b.name != "" {
		x, y := strings.ToLower(a.name), strings.ToLower(b.name)
		if x != y && (a.when == "" || a.when != b.when) && lastWord(x) != lastWord(y) && !severalPapers(x) && !severalPapers(y) {
			return 0
		}
	}
	if a.place.country != "" && b.place.country != "" && a.place.country != b.place.country {
		return 0
	}
	if a.when != "" && b.when != "" {
		if !overlap(a.when, b.when) && !p.sameStay(a, b) && !sameSession(a, b) {
			return 0
		}
		score += 2
		if a.kind == Meeting && a.when != b.when && p.peopleAgree(a, b, RoleParty) == 0 && a.place.place != b.place.place {
			return 0
		}
	}
	if a.place.place != "" && b.place.place != "" && !strings.EqualFold(a.place.place, b.place.place) {
		if a.when == "" || b.when == "" {
			if a.kind == Visit && !(b.definite || b.implied) {
				return 0
			}
		}
		score--
	}
	return p.statusAgree(a, b, score)
}

// ofTheirOwn tells whether a is a meeting that two of the many at b held by
// themselves: "before the three sat down, X had a separate meeting with Y".
func (p *page) ofTheirOwn(a, b *event) bool {
	if a.kind != Meeting || a.sent == b.sent || a.trig == nil || !a.trig.Noun || len(a.parties) != 2 || b.countries() < 3 {
		return false
	}
	return besideWord(p.tree(a.sent), a.tok, "separate", "bilateral", "one-on-one", "two-way", "private")
}

// earlierOne tells whether a is told as one of long before, from which the
// news, told without a day, is counted: "his third visit, after those of 2015
// and 2017".
func (p *page) earlierOne(a, b *event) bool {
	return a.trig == again && a.status == Held && p.longOver(a) && b.trig != again && b.when == "" && !b.past(p)
}

// severalPapers tells whether an accord's name only says what sort of papers
// were signed on the occasion: "intergovernmental agreements".
func severalPapers(name string) bool {
	for _, w := range strings.Fields(name) {
		switch w {
		case "agreements", "memorandums", "memoranda", "documents", "accords", "deals", "protocols", "mous", "contracts", "treaties", "pacts":
			return true
		}
	}
	return false
}

// introduced tells whether a mention brings its engagement up as new: "held a
// bilateral meeting", "the 22nd summit".
func (p *page) introduced(e *event) bool {
	if e.kind == Summit {
		return e.number > 0 || e.ordinary
	}
	return e.trig != nil && e.trig.Noun && !e.definite && p.tree(e.sent).childLemma(e.tok, language.RelDet, "a", "an")
}

// sameStay tells whether two visits of one person to one country lie so close
// that they are one: seen there on Monday and again on Wednesday.
func (p *page) sameStay(a, b *event) bool {
	if a.kind != Visit || p.peopleAgree(a, b, RoleVisitor) != 1 {
		return false
	}
	f, l, ok := a.when.Bounds()
	f2, l2, ok2 := b.when.Bounds()
	if !ok || !ok2 || l-f > 10 || l2-f2 > 10 {
		return false
	}
	gap := max(f, f2) - min(l, l2)
	if !a.implied && !b.implied && a.status != b.status {
		return p.staysOn(a, b) && gap <= 2
	}
	if a.place.place != "" && b.place.place != "" && a.place.place != b.place.place {
		return gap <= 1
	}
	return gap <= 3
}

// sameSession tells whether two mentions of a gathering name its first and its
// last days: "opened on Wednesday", "closed on Thursday".
func sameSession(a, b *event) bool {
	if a.kind != Summit || b.kind != Summit || a.status != b.status {
		return false
	}
	edge := func(e *event) bool { return e.says == lexicon.SaysBegin || e.says == lexicon.SaysEnd }
	f, l, ok := a.when.Bounds()
	f2, l2, ok2 := b.when.Bounds()
	return ok && ok2 && (edge(a) || edge(b)) && max(l, l2)-min(f, f2) < 6
}

// staysOn tells whether of two visits one is under way, or over since
// yesterday, and the other still to come.
func (p *page) staysOn(a, b *event) bool {
	if b.status == Held {
		a, b = b, a
	}
	_, last, ok := a.when.Bounds()
	return ok && a.status == Held && b.status == Planned && len(a.times) > 0 && last >= p.ref-1 && a.nth != lastDay
}

func lastWord(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[i+1:]
	}
	return s
}

// statusAgree tells one plan and its outcome from two different engagements.
func (p *page) statusAgree(a, b *event, score int) int {
	if a.status == b.status {
		return max(score, 1)
	}
	done := func(s Status) bool { return s == Held }
	if done(a.status) != done(b.status) {
		if a.when == "" && b.when == "" || a.when != "" && b.when != "" {
			if a.when != "" {
				// an interval that holds the day of writing can be told as begun and as still to come
				first, last, ok := a.when.Bounds()
				f2, l2, ok2 := b.when.Bounds()
				if ok && ok2 && max(last, l2) >= p.ref-1 && min(first, f2) <= p.ref+1 {
					return max(score, 1)
				}
			}
			if b.definite || b.implied || a.implied || p.sameStay(a, b) {
				return max(score-1, 1)
			}
			return 0
		}
		held := a
		if done(b.status) {
			held = b
		}
		if held.when == "" {
			if b.implied || a.implied {
				return max(score-1, 1)
			}
			return 0
		}
		if _, last, ok := held.when.Bounds(); ok && last < p.ref-1 {
			return 0
		}
		return max(score-1, 1)
	}
	return max(score, 1)
}

func statesAgree(a, b *event) bool {
	shared := 0
	for i := range a.parties {
		if a.firstOf(a.parties[i].code) == i && b.has(a.parties[i].code) {
			shared++
		}
	}
	return shared >= 2 || shared == a.countries() && shared == b.countries() && shared > 0
}

func sameStates(a, b *event) bool {
	for _, q := range a.parties {
		if !b.has(q.code) {
			return false
		}
	}
	for _, q := range b.parties {
		if !a.has(q.code) {
			return false
		}
	}
	return true
}

// peopleAgree compares the people of two mentions, state by state: 1 where a
// state is represented by the same person, -1 where one is represented by
// different people, 0 where nobody is named on one side.
func (p *page) peopleAgree(a, b *event, r Role) int {
	res := 0
	for _, q := range a.parties {
		if q.role != r || q.person == nobody {
			continue
		}
		other, same := false, false
		for _, o := range b.parties {
			if o.role == r && o.code == q.code && o.person != nobody {
				other = true
				same = same || o.person == q.person
			}
		}
		if same {
			res = 1
		} else if other {
			return -1
		}
	}
	return res
}

// absorb takes the mention b into a: the more exact value wins, and between
// two that say the same the first.
func (p *page) absorb(a, b *event) {
	for _, q := range b.parties {
		if a.kind == Visit || a.kind == Invitation || a.kind == Award || !q.weak || !a.has(q.code) {
			a.add(actor{person: q.person, code: q.code, office: q.office, tok: q.tok, weak: q.weak}, q.role, q.sent)
		}
	}
	if a.kind == Summit && b.kind == Meeting && a.practice == "" && a.number == 0 && !a.ordinary {
		a.kind = Meeting
	} else if b.kind == Summit && (b.practice != "" || b.number > 0 || b.ordinary) {
		a.kind = Summit
	}
	a.setPlace(b.place)
	if a.place.place != "" && b.place.place != "" && a.place.place != b.place.place && p.isSite(b.place.place) && !p.isSite(a.place.place) && a.kind != Visit {
		a.place.place = b.place.place
	}
	switch {
	case a.when == "":
		a.when, a.times, a.whole = b.when, b.times, b.whole
	case b.kind == Summit && b.whole && !a.whole && b.when.Contains(a.when): // "opened on Wednesday, ended on Thursday"
		a.when, a.times, a.whole = b.when, b.times, true
	case b.when != "" && b.when.Refines(a.when) && a.days < 2 && !p.hasEnds(a):
		a.when, a.times, a.whole = b.when, b.times, b.whole
	case b.when != "" && (a.kind == Visit || sameSession(a, b)) && a.when != b.when && !a.when.Contains(b.when) && (a.status == b.status || p.sameStay(a, b)):
		f, l, ok := a.when.Bounds()
		f2, l2, ok2 := b.when.Bounds()
		if ok && ok2 && l-f < 14 && l2-f2 < 14 {
			a.when, a.whole = edtf.Interval(min(f, f2), max(l, l2)), true
		}
	}
	if a.days == 0 {
		a.days = b.days
	}
	if a.stay == 0 {
		a.stay = b.stay
	}
	if a.nth == 0 {
		a.nth = b.nth
	}
	a.starts = a.starts || b.starts
	a.ofStory = a.ofStory || b.ofStory
	if a.protocol == "" {
		a.protocol = b.protocol
	}
	a.status = p.later(a, b)
	if a.name == "" {
		a.name, a.number = b.name, b.number
	} else if b.number > 0 && a.number == 0 {
		if a.number = b.number; b.name != "" {
			a.name = b.name
		}
	}
	if a.practice == "" {
		a.practice = b.practice
	}
	if a.period == "" {
		a.period = b.period
	}
	if a.turn == "" {
		a.turn = b.turn
	}
	a.byTurns = a.byTurns || b.byTurns
	a.implied = a.implied && b.implied
	a.counted = a.counted && b.counted
	a.tentative = a.tentative && b.tentative
	a.underway = a.underway || b.underway
	a.conf = max(a.conf, b.conf) + (1-max(a.conf, b.conf))*0.3
	a.spans = append(a.spans, b.spans...)
	a.told = append(a.told, b.told...)
}

// nextOne tells whether a gathering ahead is called the next one.
func (p *page) nextOne(e *event) bool {
	if e.status == Held {
		return false
	}
	t := p.tree(e.sent)
	if p.childWord(t, e.tok, "next") {
		return !p.inTime(e.sent, e.tok)
	}
	found := false
	for k := e.tok + 1; k < len(t.s.Tokens) && k-e.tok < 8; k++ {
		found = found || gatheringNoun(t.lemma(k)) && p.childWord(t, k, "next") && t.within(k, e.tok)
	}
	return found
}

// later says which of two statuses the engagement has: what took place took
// place; a plan that was dropped or put off is no plan; a plan outranks a
// proposal.
func (p *page) later(a, b *event) Status {
	rank := map[Status]int{Proposed: 1, Planned: 2, Postponed: 3, Cancelled: 4, Held: 5}
	if rank[b.status] > rank[a.status] {
		return b.status
	}
	return a.status
}
