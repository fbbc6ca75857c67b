package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// move is a word of the text that says when somebody arrived or left.
type move struct {
	who     []actor
	stay    bool // it tells when the visit itself ends: "the visit will last until Friday"
	arrives bool
	from    string // state left, where it is named
	to      string // state reached, where it is named
	first   edtf.Day
	last    edtf.Day
	times   []int32
	sent    int
	held    bool
}

// followMoves gives visits the days of arrival and departure told elsewhere:
// "who landed on Sunday", "had left Tokyo on Thursday", "flies home on
// Wednesday", "the visit will last until August 20".
func (p *page) followMoves(events []event) {
	visits := false
	for i := range events {
		visits = visits || events[i].kind == Visit && p.mayGrow(&events[i])
	}
	if !visits {
		return
	}
	for si := range p.sents {
		if len(p.sents[si].times) == 0 || !p.tellsMove(si) {
			continue
		}
		t := p.tree(si)
		for i := range t.s.Tokens {
			if m, ok := p.moveAt(si, i); ok {
				p.applyMove(events, &m)
			} else if m, ok := p.tripDay(si, i); ok {
				p.applyMove(events, &m)
			}
		}
	}
}

// mayGrow tells whether a visit has a time to which a day of arrival or
// departure can be added.
func (p *page) mayGrow(v *event) bool {
	first, last, ok := v.when.Bounds()
	return ok && last-first < 15 && v.stands() && last >= p.ref-14 && !v.counted
}

// tellsMove looks for a word of coming, going or ending before anything is
// parsed.
func (p *page) tellsMove(si int) bool {
	tokens := p.doc.Sentences[si].Tokens
	for i := range tokens {
		w := p.doc.Word(&tokens[i])
		if len(w) < 3 || len(w) > 10 {
			continue
		}
		switch strings.ToLower(w) {
		case "arrive", "arrives", "arrived", "arriving", "land", "lands", "landed", "landing", "flew", "flown", "touched",
			"leave", "leaves", "leaving", "left", "depart", "departs", "departed", "departing", "fly", "flies", "flying",
			"return", "returns", "returned", "returning", "head", "heads", "headed", "heading", "home",
			"wrap", "wraps", "wrapped", "wrapping", "conclude", "concludes", "concluded", "concluding", "end", "ends", "ended", "ending",
			"last", "lasts", "runs", "stays", "remains", "stay", "remain", "continues", "goes", "go", "travels", "second", "third", "fourth", "fifth":
			return true
		}
	}
	return false
}

// moveAt reads the verb at a token as an arrival, a departure, or the end of a
// stay.
func (p *page) moveAt(si, i int) (move, bool) {
	t := p.tree(si)
	m := move{sent: si}
	if i > 0 && t.lemma(i) == "home" && t.lemma(i-1) == "due" && t.child(i, language.RelCop) >= 0 { // "is due home on Saturday"
		if s, _ := t.subject(i); s >= 0 {
			m.who = p.actors(si, s, nil)
		}
		return m, len(m.who) > 0 && p.timeOfMove(&m, i, Planned)
	}
	if t.upos(i) != language.VERB {
		return m, false
	}
	home := goesHome(t, i)
	onward := false
	switch t.lemma(i) {
	case "arrive", "land":
		m.arrives = true
	case "touch":
		m.arrives = t.childLemma(i, language.RelCompoundPrt, "down")
		if !m.arrives {
			return m, false
		}
	case "leave", "depart":
	case "fly", "return", "head", "go", "travel":
		m.arrives = t.lemma(i) == "fly" && t.childLemma(i, language.RelCompoundPrt, "in") || t.lemma(i) == "fly" && t.childLemma(i, language.RelAdvmod, "in")
		onward = !home && !m.arrives
	case "wrap", "conclude", "end", "last", "run", "continue":
		return p.stayEnd(si, i)
	case "stay", "remain":
		return p.staysUntil(si, i)
	default:
		return m, false
	}
	status, _, denied, now := p.modality(si, i)
	if denied || status == Cancelled || status == Postponed || status == Proposed {
		return m, false
	}
	if now && status == Held && !m.arrives { // "leaves on Thursday"
		status = Planned
	}
	m.held = status == Held
	for _, a := range t.arguments(i, nil) {
		l, ok := p.placeAt(si, a.tok)
		switch c := t.caseOf(a.tok); {
		case c == "from" && ok, c == "" && ok && t.rel(a.tok) == language.RelObj:
			m.from = l.country
		case (c == "in" || c == "at" || c == "on") && t.head(a.tok) != i: // "arrived after a stop in Oslo"
		case (c == "to" || c == "for" || c == "in" || c == "at" || c == "on") && ok && m.to == "":
			m.to = l.country
		case t.rel(a.tok) == language.RelNsubj || t.rel(a.tok) == language.RelNsubjPass || len(m.who) == 0 && c == "":
			m.who = append(m.who, p.actors(si, a.tok, nil)...)
		}
	}
	if len(m.who) == 0 || onward && (m.to == "" || (t.lemma(i) == "go" || t.lemma(i) == "travel") && (i+1 >= len(t.s.Tokens) || t.word(i+1) != "on")) { // "goes on to Japan" is off
		return m, false
	}
	return m, p.timeOfMove(&m, i, status)
}

// goesHome tells whether a verb of travel leads home: "flies home", "headed
// back home".
func goesHome(t *tree, i int) bool {
	if t.lemma(i) == "return" && t.child(i, language.RelObl, language.RelObj) < 0 {
		return true
	}
	for k := i + 1; k < len(t.s.Tokens) && k <= i+2; k++ {
		switch t.word(k) {
		case "home":
			return true
		case "back":
			return k+1 == len(t.s.Tokens) || t.word(k+1) != "to"
		}
	}
	return false
}

// tripDay reads "on the second day of his visit" as the days up to the one
// told.
func (p *page) tripDay(si, i int) (move, bool) {
	t := p.tree(si)
	m := move{sent: si, stay: true, held: true}
	if t.lemma(i) != "day" {
		return m, false
	}
	n := dayNumber(t, i)
	if n < 2 {
		return m, false
	}
	t.children(i, func(c int) bool {
		if t.rel(c) == language.RelNmod && t.caseOf(c) == "of" && (t.lemma(c) == "visit" || t.lemma(c) == "trip" || t.lemma(c) == "stay") {
			if poss := t.child(c, language.RelNmodPoss); poss >= 0 {
				m.who = p.actors(si, poss, nil)
			}
		}
		return len(m.who) == 0
	})
	m.last = p.newsDay()
	if k := p.toldDay(si, len(t.s.Tokens)); k >= 0 {
		m.last, _, _ = p.times[k].EDTF.Bounds()
		m.times = []int32{k}
	}
	m.first = m.last - edtf.Day(n-1)
	return m, len(m.who) > 0
}

// stayEnd reads "wraps up his visit on Friday", "the visit will last until
// August 20".
func (p *page) stayEnd(si, i int) (move, bool) {
	t := p.tree(si)
	m := move{sent: si, stay: true}
	trip := -1
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelObj, language.RelNsubj, language.RelNsubjPass:
			switch t.lemma(c) {
			case "visit", "trip", "stay":
				trip = c
			}
		}
		return trip < 0
	})
	if trip < 0 {
		return m, false
	}
	status, _, denied, now := p.modality(si, i)
	if denied || status != Held && status != Planned {
		return m, false
	}
	if now { // "his stay ends on Tuesday"
		status = Planned
	}
	m.held = status == Held
	if subj := t.rel(trip) != language.RelObj; !subj {
		if s, _ := t.subject(i); s >= 0 {
			m.who = p.actors(si, s, nil)
		}
	} else if poss := t.child(trip, language.RelNmodPoss); poss >= 0 {
		m.who = p.actors(si, poss, nil)
	}
	return m, p.timeOfMove(&m, i, status)
}

// staysUntil reads "he stays until Thursday", "will remain there until May 4".
func (p *page) staysUntil(si, i int) (move, bool) {
	t := p.tree(si)
	m := move{sent: si, stay: true}
	status, _, denied, now := p.modality(si, i)
	if denied || status != Held && status != Planned {
		return m, false
	}
	if now {
		status = Planned
	}
	m.held = status == Held
	if s, _ := t.subject(i); s >= 0 {
		m.who = p.actors(si, s, nil)
	}
	return m, len(m.who) > 0 && p.timeOfMove(&m, i, status) && p.times[m.times[0]].Relation == timex.Until
}

// timeOfMove gives a move the day that stands nearest to its verb.
func (p *page) timeOfMove(m *move, i int, status Status) bool {
	e := event{kind: Visit, sent: m.sent, tok: i, status: status, trig: presence}
	best, cost := int32(-1), 1<<30
	for _, k := range p.sents[m.sent].times {
		x := &p.times[k]
		if x.Type != timex.Date && x.Type != timex.Time || x.Kind == timex.Vague || x.Kind == timex.Length || x.Kind == timex.Period {
			continue
		}
		if c, ok := p.timeCost(&e, x); ok && c < cost && p.inRange[k] < 0 {
			best, cost = k, c
		}
	}
	if best < 0 {
		return false
	}
	first, last, ok := p.resolve(&e, best).Bounds()
	if !ok || first != last || m.held && first > p.ref || !m.held && first < p.ref {
		return false
	}
	if m.stay && p.times[best].Relation == timex.From {
		return false
	}
	m.first, m.last, m.times = first, last, []int32{best}
	return true
}

// applyMove stretches the visit that a move belongs to.
func (p *page) applyMove(events []event, m *move) {
	var best *event
	gap := edtf.Day(0)
	for k := range events {
		v := &events[k]
		if v.kind != Visit || !p.mayGrow(v) || v.place.country == "" || m.from != "" && m.from != v.place.country && !(m.from == v.codeOf(RoleVisitor) && m.to == "") {
			continue
		}
		if len(m.who) > 0 && !travels(v, m.who) || len(m.who) == 0 && (v.sent > m.sent || m.sent-v.sent > 4) {
			continue
		}
		first, last, _ := v.when.Bounds()
		var d edtf.Day
		switch leavesHome := m.from == v.codeOf(RoleVisitor) && m.from != ""; {
		case m.arrives || leavesHome:
			if m.to != "" && m.to != v.place.country {
				continue
			}
			if d = first - m.first; d > 4 || m.first > last {
				continue
			}
			if leavesHome && d > 2 {
				continue
			}
		default:
			if m.to == v.place.country && m.from == "" && !m.stay { // on the way there
				continue
			}
			if d = m.last - last; d > 7 || m.last < first {
				continue
			}
		}
		d = max(d, -d)
		if m.arrives && m.to == "" && v.place.country == p.here.country { // "arrived last night": here
			d = -1
		}
		if best == nil || d < gap {
			best, gap = v, d
		}
	}
	if best == nil {
		return
	}
	first, last, _ := best.when.Bounds()
	f, l := min(first, m.first), max(last, m.last)
	if f == first && l == last || best.days > 1 && l-f+1 > edtf.Day(best.days) {
		return
	}
	if !m.arrives && m.from == "" && m.to != "" && m.to != best.codeOf(RoleVisitor) && (best.status != Held || m.last-last > 2) {
		return // to another country: from the one he is in
	}
	best.when, best.whole = edtf.Interval(f, l), true
	best.times = append(best.times, m.times...)
}

// travels tells whether one of the actors is a named visitor.
func travels(v *event, who []actor) bool {
	for _, q := range v.parties {
		for _, a := range who {
			if q.role == RoleVisitor && q.person != nobody && q.person == a.person {
				return true
			}
		}
	}
	return false
}
