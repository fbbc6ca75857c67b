package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// lastDay is the number of a stay's last day where its length is not known.
const lastDay = -1

// lengthOf reads "a two-day visit", "a visit of three days", "a week-long
// trip"; 0 where none is said.
func (p *page) lengthOf(si, i int) int {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Duration || measures(t, x) {
			continue
		}
		h := p.timeHead(t, x)
		if t.within(h, i) && abs(x.Last-i) < 6 {
			if n := wholeDays(x); n > 0 {
				return n
			}
		}
	}
	for k := i - 1; k >= 0 && i-k < 8; k-- { // "two - day" where the expression was not found
		if u := t.upos(k); u == language.ADP || u == language.SCONJ || u == language.VERB && t.tok(k).XPOS != language.XPOSVBG && t.tok(k).XPOS != language.XPOSVBN {
			break // "on a two-day visit after a trip to"
		}
		if t.word(k) == "day" && k >= 2 && (t.word(k-1) == "-" || t.word(k-1) == "‑") {
			return cardinal(t.word(k - 2))
		}
		if t.word(k) == "week" && k >= 2 && t.word(k-1) == "-" && k-2 < i {
			return 7 * cardinal(t.word(k-2))
		}
		if s := t.word(k); len(s) > 4 && s[len(s)-4:] == "-day" {
			return cardinal(s[:len(s)-4])
		}
		if s := strings.ToLower(t.word(k)); s == "week-long" || s == "weeklong" {
			return 7
		}
	}
	return 0
}

// measures tells a length that says how far off something is, not how long it
// lasted: "two days after his trip".
func measures(t *tree, x *timex.Expression) bool {
	if x.Last+2 >= len(t.s.Tokens) {
		return false
	}
	w := t.word(x.Last + 1)
	return w == "after" || w == "before"
}

// stayOf reads for how many days somebody was there, as the verb of a visit or
// of talks has it, or a verb beside it: "was in Hanoi for two days", "came and
// stayed for three days", "spent two days in Ankara", "came on a two-day visit".
// The length of a tour, or of talks, says nothing of when it ended.
func (p *page) stayOf(e *event) {
	t := p.tree(e.sent)
	days := &e.stay
	if e.trig.Kind == "visit" {
		days = &e.days
	}
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		n := wholeDays(x)
		if x.Type != timex.Duration || x.Kind != timex.Length || x.First == 0 || measures(t, x) || n < 1 || n > 31 || *days > 0 {
			continue
		}
		h := p.timeHead(t, x)
		up := t.head(h)
		switch {
		case up < 0:
		case t.word(x.First-1) == "for" && (up == e.tok || t.head(up) == e.tok && t.rel(up) == language.RelConj && t.lemma(up) == "stay"),
			up == e.tok && (t.rel(h) == language.RelObj || t.rel(h) == language.RelOblUnmarked) && t.lemma(e.tok) == "spend":
			*days = n
		}
	}
	trip := tripOf(t, e.tok)
	if end := t.child(e.tok, language.RelObl); trip < 0 && lexicon.Governing(t.lemma(e.tok)) == lexicon.SaysNothing && (t.lemma(e.tok) == "leave" || t.lemma(e.tok) == "depart") {
		for ; end >= 0; end = t.siblingAfter(end, language.RelObl) { // "left Cairo at the end of a three-day visit"
			if k := t.child(end, language.RelNmod); k >= 0 && stageNoun(t.lemma(end)) && t.lemma(end) != "day" && (t.lemma(k) == "visit" || t.lemma(k) == "trip" || t.lemma(k) == "stay") {
				if _, ok := p.placeWithin(e.sent, k); !ok {
					trip, e.nth = k, lastDay
				}
			}
		}
	}
	if trip < 0 {
		return
	}
	e.protocol = protocolOf(t, trip)
	if _, ok := p.placeWithin(e.sent, trip); ok && t.caseOf(trip) == "after" { // "left for Seoul after a visit to China"
		return
	}
	if tourOfSeveral(t.lemma(trip)) {
		days = &e.stay
	}
	*days = max(*days, p.lengthOf(e.sent, trip))
	if e.days > 1 && t.caseOf(trip) == "after" {
		e.nth = lastDay
	}
}

// tourOfSeveral tells nouns for a trip that may go through several countries,
// whose length is that of no stay.
func tourOfSeveral(lemma string) bool {
	return lemma == "tour" || lemma == "journey" || lemma == "swing"
}

// tripOf gives the noun of a trip that a verb of travel names: "came on a
// two-day visit", or -1.
func tripOf(t *tree, i int) int {
	trip := -1
	t.children(i, func(c int) bool {
		if r := t.rel(c); r == language.RelObl || r == language.RelNmod {
			switch t.lemma(c) {
			case "visit", "trip", "tour", "stay", "stopover":
				trip = c
			}
		}
		return trip < 0
	})
	return trip
}

// wholeDays gives the length of "two days", "a week" in days; 0 for others.
func wholeDays(x *timex.Expression) int {
	switch n, unit := x.Count(); unit {
	case timex.Day:
		return n
	case timex.Week:
		return 7 * n
	}
	return 0
}

// stages reads what stands above an event noun and says which part of it is
// meant: "four days of talks", "the end of a visit", "on the second day of his
// stay", "left after a two-day visit".
func (p *page) stages(e *event) {
	t := p.tree(e.sent)
	if (t.caseOf(e.tok) == "after" || t.caseOf(e.tok) == "from") && e.days > 1 || broughtToEnd(t, e.tok) {
		e.nth = lastDay
	}
	for n, at := 0, e.tok; n < 3; n++ {
		h := t.head(at)
		if h < 0 || t.rel(at) != language.RelNmod || t.caseOf(at) != "of" || !stageNoun(t.lemma(h)) {
			return
		}
		switch t.lemma(h) {
		case "day":
			if c := t.child(h, language.RelNummod); c >= 0 && e.days == 0 {
				e.days = cardinal(t.word(c))
			}
			if k := dayNumber(t, h); k != 0 {
				e.nth = k
			}
			if t.caseOf(h) == "after" {
				e.nth = lastDay
			}
		case "end", "close", "conclusion":
			e.nth = lastDay
		case "start", "beginning":
			e.nth = 1
		}
		at = h
	}
}

// broughtToEnd tells whether the clause of an event noun says that it came to
// an end: "brought the two-day summit to a close".
func broughtToEnd(t *tree, i int) bool {
	v := t.head(i)
	if v < 0 || t.lemma(v) != "bring" && t.lemma(v) != "come" && t.lemma(v) != "draw" {
		return false
	}
	found := false
	t.children(v, func(c int) bool {
		switch t.lemma(c) {
		case "end", "close", "conclusion":
			found = t.caseOf(c) == "to"
		}
		return !found
	})
	return found
}

// dayNumber reads which day of a stay a noun names: 2 for "the second day",
// lastDay for "the final day", 0 where it says nothing.
func dayNumber(t *tree, day int) int {
	k := 0
	t.children(day, func(c int) bool {
		if t.rel(c) == language.RelAmod || t.rel(c) == language.RelNummod {
			switch w := strings.ToLower(t.word(c)); w {
			case "first", "opening":
				k = 1
			case "last", "final", "closing":
				k = lastDay
			case "second", "third", "fourth", "fifth":
				k = ordinal(w)
			}
		}
		return k == 0
	})
	return k
}

// stay settles what a mention with a time of its own says of the length of a
// stay and of the part of it that the time is.
func (p *page) stay(e *event) {
	if e.nth > 1 && e.kind == Summit && len(e.times) == 1 && e.times[0] >= 0 && p.times[e.times[0]].Sentence == e.sent && p.starts(e.sent, e.times[0]) {
		e.nth = 0 // "on the second day of the summit, which opens on Monday"
	}
	e.starts = e.nth != lastDay && p.begins(e)
	p.stretch(e)
}

// stretch gives a stay its known length from the day on which it began, or up
// to the one on which it ended: "ended a three-day visit on Wednesday".
func (p *page) stretch(e *event) {
	first, last, ok := e.when.Bounds()
	if !ok || e.days > 31 {
		return
	}
	n := edtf.Day(e.days - 1)
	switch {
	case e.nth > 1 && first == last: // the days before it are known, those behind it by the length
		first -= edtf.Day(e.nth - 1)
		last = max(last, first+n)
	case last-first >= n:
		return
	case e.nth == lastDay:
		first = last - n
	case e.starts || e.nth == 1:
		last = first + n
	default:
		return
	}
	e.when, e.whole = edtf.Interval(first, last), true
}

// hasEnds tells whether an event's time has a first and a last day that are
// told or follow from the length, so that no day within it is more exact.
func (p *page) hasEnds(e *event) bool {
	for _, k := range e.times {
		if p.inRange[k] >= 0 {
			return true
		}
	}
	return e.whole
}

// begins tells whether the time of a mention is the first day of the stay: it
// tells of an arrival or a beginning, of a plan, or of "a three-day visit on
// Monday"; not of "met on Monday during a three-day visit".
func (p *page) begins(e *event) bool {
	if e.kind != Visit || e.status == Planned || e.status == Proposed || e.says == lexicon.SaysBegin || e.nth == 1 || !e.trig.Noun && arrival(e.trig.Word) {
		return true
	}
	t := p.tree(e.sent)
	if !e.trig.Noun || e.days < 2 {
		return false
	}
	h := t.head(e.tok)
	switch t.caseOf(e.tok) {
	case "during", "on":
		return h < 0 || !t.isVerb(h) || arrival(t.lemma(h))
	}
	return true
}

// stayedUntil reads "was in Beijing for three days until Tuesday" as a stay that
// ended then, and "will be in Beijing until Sunday" as one up to that day.
func (p *page) stayedUntil(e *event, until int32) {
	if until < 0 || e.kind != Visit || e.trig == nil || e.trig.Noun || e.underway {
		return
	}
	_, last, ok := p.resolve(e, until).Bounds()
	switch {
	case !ok:
		return
	case e.status == Held && last <= p.ref && last > p.ref-31:
		e.when, e.nth = edtf.DayDate(last), lastDay
	case e.status == Planned && e.trig == presence && last > p.ref && last < p.ref+31:
		e.when, e.whole = edtf.Interval(p.ref, last), true
	default:
		return
	}
	e.times = append(e.times, until)
	p.stretch(e)
}

// extendUntil reads "until Saturday", "until Wednesday" behind a beginning, or
// behind a stay that goes on.
func (p *page) extendUntil(e *event, until int32) {
	if until < 0 || e.kind != Visit && e.kind != Summit {
		return
	}
	x := &p.times[until]
	first, _, ok := e.when.Bounds()
	if !ok {
		if !e.underway {
			return
		}
		first = p.ref
	}
	_, last, ok := x.Resolve(first, timex.Future).Bounds()
	if !ok || last < first || last-first > 40 {
		return
	}
	if e.days > 1 && last-first+1 < edtf.Day(e.days) { // "is here for three days, until Wednesday"
		first = last - edtf.Day(e.days-1)
	}
	e.when, e.whole = edtf.Interval(first, last), true
	e.times = append(e.times, until)
}

// dayOfStay reads "on the first day", "on the last day of the visit" as a day
// of the stay or the gathering told before.
func (p *page) dayOfStay(e *event) {
	t := p.tree(e.sent)
	for i := range t.s.Tokens {
		if t.lemma(i) != "day" || t.caseOf(i) != "on" || !p.chained(t, e.tok, t.head(i)) {
			continue
		}
		n := dayNumber(t, i)
		if n == 0 {
			continue
		}
		for k := len(p.events) - 1; k >= 0; k-- {
			o := &p.events[k]
			if o.kind != Visit && o.kind != Summit || e.sent-o.sent > 6 {
				continue
			}
			first, last, ok := o.when.Bounds()
			if !ok || last-first > 14 || o.kind == Visit && !p.sharesVisitor(o, e) {
				continue
			}
			day := last
			if n > 0 {
				day = first + edtf.Day(n-1)
			}
			if day <= last || o.days == 0 && n > 0 {
				e.when, e.times = edtf.DayDate(day), o.times
			}
			return
		}
	}
}

// chained tells whether an event takes its time from a word.
func (p *page) chained(t *tree, i, head int) bool {
	for _, c := range p.chain(t, i) {
		if c == head {
			return true
		}
	}
	return false
}

// leftBehind tells a stay of which only is told that it is over: "flew in from
// Denmark".
func leftBehind(e *event) bool {
	return e.kind == Visit && e.nth == lastDay && e.trig != nil && !e.trig.Noun
}

// extendStays gives visits all the days that the report shows the visitor
// there: by the length of the stay, and by what he does during it.
func (p *page) extendStays(events []event) {
	for i := range events {
		v := &events[i]
		if v.kind != Visit || v.status == Cancelled || v.status == Postponed {
			continue
		}
		if v.days == 0 && v.stay > 1 && p.onlyTrip(events, v) { // a tour of one country
			v.days = v.stay
		}
		p.stretch(v)
		first, last, ok := v.when.Bounds()
		if !ok || v.status != Held || last-first > 10 {
			continue
		}
		for again := true; again; {
			again = false
			for k := range events {
				e := &events[k]
				f, l, ok := e.when.Bounds()
				if !ok || l-f > 4 || !p.duringStay(v, e) || f > last+2 || l < first-3 || f >= first && l <= last {
					continue
				}
				first, last, again = min(first, f), max(last, l), true
				v.times = append(v.times, e.times...)
			}
		}
		if v.underway && last < p.ref && p.ref-last <= 3 && !p.hasEnds(v) {
			last = p.ref
		}
		if day := p.newsDay(); v.starts && v.place.country == p.here.country && last < day && day-last <= 4 && p.opensWith(v) {
			last = day // he arrived, and is still in the news from there
		}
		if v.days > 1 && last-first+1 > edtf.Day(v.days) {
			continue
		}
		v.when, v.whole = edtf.Interval(first, last), true
	}
	p.shareLength(events)
}

// onlyTrip tells whether no other visit of the same state is told that is of
// the same time.
func (p *page) onlyTrip(events []event, v *event) bool {
	for k := range events {
		o := &events[k]
		if o.kind == Visit && o != v && o.codeOf(RoleVisitor) == v.codeOf(RoleVisitor) && (o.status == v.status || o.when == "") && !(o.when == "" && o.place.country == v.place.country && !p.anotherTime(o)) {
			return false
		}
	}
	return true
}

// nameStays gives the visit behind talks the length and the protocol that the
// report tells of it without its guest: "held talks in the Kremlin, part of a
// three-day state visit".
func (p *page) nameStays(events []event) {
	for k := range p.nameless {
		u := &p.nameless[k]
		var of *event
		for i := range events {
			v := &events[i]
			if v.kind != Visit || v.status != u.status || v.sent > u.sent || u.sent-v.sent > 1 {
				continue
			}
			if of != nil && of.codeOf(RoleVisitor) != v.codeOf(RoleVisitor) {
				of = nil
				break
			}
			of = v
		}
		if of == nil {
			continue
		}
		if of.protocol == "" {
			of.protocol = u.protocol
		}
		if of.days == 0 {
			of.days = u.days
			if of.nth == 0 && of.sent == u.sent { // "welcomed him at the start of a three-day visit"
				of.nth = u.nth
			}
			p.stretch(of)
		}
	}
}

// opensWith tells whether the opening of the report names the visitor.
func (p *page) opensWith(v *event) bool {
	for _, q := range v.parties {
		if q.role == RoleVisitor && q.person != nobody && p.people[q.person].sent <= p.lead() {
			return true
		}
	}
	return false
}

// shareLength gives talks told behind the time of a visit in one sentence all
// its days: "will make a week-long visit from April 29 and hold talks".
func (p *page) shareLength(events []event) {
	for i := range events {
		v := &events[i]
		if v.kind != Visit || v.days < 2 || len(v.times) == 0 {
			continue
		}
		for k := range events {
			e := &events[k]
			if e.kind == Meeting && e.sent == v.sent && len(e.times) > 0 && e.times[0] == v.times[0] && p.sharesVisitor(v, e) &&
				v.tok < p.times[v.times[0]].First && p.times[v.times[0]].First < e.tok && v.when.Contains(e.when) {
				e.when = v.when
			}
		}
	}
}

// duringStay tells whether an engagement shows the visitor of v in the country
// that he visits.
func (p *page) duringStay(v, e *event) bool {
	if e.kind != Meeting && e.kind != Summit || e.status == Cancelled || e.status == Postponed || e.status == Proposed || e.place.country != v.place.country {
		return false
	}
	return p.sharesVisitor(v, e) || !p.namesVisitor(v) && e.has(v.codeOf(RoleVisitor))
}

// sharesVisitor tells whether a named visitor of v takes part in e.
func (p *page) sharesVisitor(v, e *event) bool {
	for _, q := range v.parties {
		if q.role != RoleVisitor || q.person == nobody {
			continue
		}
		for _, o := range e.parties {
			if o.person == q.person {
				return true
			}
		}
	}
	return false
}

func (p *page) namesVisitor(v *event) bool {
	for _, q := range v.parties {
		if q.role == RoleVisitor && q.person != nobody {
			return true
		}
	}
	return false
}

// onStay tells whether an engagement of a named visitor lies so close behind
// the days known of his visit that he was still there.
func (p *page) onStay(v, e *event) bool {
	f, l, ok := v.when.Bounds()
	f2, l2, ok2 := e.when.Bounds()
	return ok && ok2 && v.status == Held && l-f < 10 && l2-f2 < 4 && f2 <= l+2 && l2 >= f-1 &&
		p.sharesVisitor(v, e)
}

// dayBeside reads "came a day after Xi received him" as a day before or behind
// the one told with the clause above.
func (p *page) dayBeside(e *event) {
	t := p.tree(e.sent)
	c := t.clause(e.tok)
	if e.status != Held || t.rel(c) != language.RelAdvcl || t.head(c) < 0 || p.ownTime(t, c) {
		return
	}
	n := 0
	for k := 2; k < c && n == 0; k++ {
		w := strings.ToLower(t.word(k))
		if w != "after" && w != "before" || t.head(k) != c {
			continue
		}
		if k > 2 && t.word(k-3) == "to" { // "25 years to the day after"
			return
		}
		switch n = max(cardinal(strings.ToLower(t.word(k-2))), 1); t.lemma(k - 1) {
		case "day":
		case "week":
			n *= 7
		default:
			return
		}
		if w == "after" {
			n = -n
		}
	}
	if n == 0 {
		return
	}
	day := p.newsDay()
	if k := p.toldDay(e.sent, len(t.s.Tokens)); k >= 0 {
		day, _, _ = p.times[k].EDTF.Bounds()
	}
	e.when = edtf.DayDate(day + edtf.Day(n))
}

// onEve reads "on the eve of the summit" as the day before the one told.
func (p *page) onEve(e *event) {
	if e.status != Held {
		return
	}
	t := p.tree(e.sent)
	for i := range t.s.Tokens {
		if t.lemma(i) != "eve" || t.caseOf(i) != "on" || !p.chained(t, e.tok, t.head(i)) {
			continue
		}
		of := t.child(i, language.RelNmod)
		for k := len(p.events) - 1; k >= 0 && of >= 0; k-- {
			o := &p.events[k]
			first, _, ok := o.when.Bounds()
			if ok && o.kind != Arrangement && o.kind != Invitation && o.trig != nil && (o.trig.Word == t.lemma(of) || o.kind == Summit && gatheringNoun(t.lemma(of))) {
				e.when, e.times = edtf.DayDate(first-1), o.times
				return
			}
		}
	}
}

// dateRemaining gives what is still to come of a stay under way the rest of
// it: "is also to call on the president before he leaves on Friday".
func (p *page) dateRemaining(events []event) {
	for i := range events {
		e := &events[i]
		if e.when != "" || e.status != Planned || e.kind != Meeting && e.kind != Agreement {
			continue
		}
		v := p.visitOf(events, e)
		if v == nil || v.status != Held {
			continue
		}
		if first, last, ok := v.when.Bounds(); ok && last >= p.ref && last-first < 15 {
			e.when, e.times = edtf.Interval(max(first, p.newsDay()), last), v.times
		}
	}
}

// onArrival reads "will hold talks on the day of his arrival" as the first day
// of the visit told before.
func (p *page) onArrival(e *event) {
	t := p.tree(e.sent)
	for i := 1; i+3 < len(t.s.Tokens); i++ {
		if t.lemma(i) != "day" || t.word(i+1) != "of" || t.lemma(i+3) != "arrival" && t.lemma(i+2) != "arrival" || !p.chained(t, e.tok, t.head(i)) {
			continue
		}
		for k := len(p.events) - 1; k >= 0; k-- {
			o := &p.events[k]
			if first, _, ok := o.when.Bounds(); ok && o.kind == Visit && e.sent-o.sent <= 6 && p.sharesVisitor(o, e) {
				e.when, e.times = edtf.DayDate(first), o.times
				return
			}
		}
	}
}
