package reading

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

func overlap(a, b edtf.Date) bool { return a.Overlaps(b) }

// dateEvent gives an event its own time: the expression that stands nearest to
// the trigger in the tree. The time of another clause, such as the one of the
// announcement, is never taken: "said on Friday that he would come" leaves the
// coming without a date.
func (p *page) dateEvent(e *event) {
	if e.when != "" {
		return
	}
	best, cost := int32(-1), 1<<30
	second, until := int32(-1), int32(-1)
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		c, ok := p.timeCost(e, x)
		if !ok {
			continue
		}
		if x.EDTF == "" || x.EDTF[0] == 'P' || x.Kind == timex.Length || x.Kind == timex.Vague || x.Kind == timex.Period {
			continue // "the coming weeks" is a length by its type, and has a place in time all the same
		}
		if x.Type == timex.Duration && e.status == Held {
			continue
		}
		if x.Relation == timex.Until && p.inRange[k] < 0 {
			until = k
			continue
		}
		if c < cost {
			second = best
			best, cost = k, c
		} else if second < 0 {
			second = k
		}
	}
	if best < 0 {
		if p.withinDays(e); e.when != "" {
			return
		}
		p.dateFromContext(e)
		p.extendUntil(e, until)
		return
	}
	x := &p.times[best]
	e.when = p.resolve(e, best)
	e.times = append(e.times, best)
	if second >= 0 && p.ends(e.sent, second) { // "was to begin on July 2 and end on July 7"
		f, _, ok := e.when.Bounds()
		_, l, ok2 := p.resolve(e, second).Bounds()
		if ok && ok2 && l > f && l-f < 40 {
			e.when = edtf.Interval(f, l)
			e.times = append(e.times, second)
		}
	} else if second >= 0 { // "on Monday, July 8": the finer of two that agree
		if d := p.resolve(e, second); d != "" && e.when != "" && d.Refines(e.when) && p.times[second].Kind != timex.Anaphoric {
			e.when = d
			e.times = append(e.times, second)
		}
	}
	if x.Relation == timex.Since || x.Relation == timex.By || x.Relation == timex.Before {
		e.when, e.times = p.bounded(e, x)
	}
	p.stretch(e)
	p.extendUntil(e, until)
	p.timely(e)
}

// ends tells whether an expression says when something ends.
func (p *page) ends(si int, k int32) bool {
	t := p.tree(si)
	h := t.head(p.timeHead(t, &p.times[k]))
	return h >= 0 && (t.lemma(h) == "end" || t.lemma(h) == "finish" || t.lemma(h) == "close")
}

// heading finds the day that a diary puts over an entry: "THURSDAY - X travels
// to", "MONDAY 23."; -1 where the paragraph has none.
func (p *page) heading(si int) int32 {
	for k := si; k >= 0 && p.doc.Sentences[k].Paragraph == p.doc.Sentences[si].Paragraph; k-- {
		if len(p.sents[k].times) == 0 {
			continue
		}
		x := p.sents[k].times[0]
		e := &p.times[x]
		if e.First > 1 || e.Type != timex.Date || e.EDTF == "" || e.Kind == timex.Vague {
			continue
		}
		tokens := p.doc.Sentences[k].Tokens
		if e.Last+1 >= len(tokens) {
			return x
		}
		switch p.doc.Word(&tokens[e.Last+1]) {
		case ".", ":", "-", "--", "—", "–":
			return x
		}
	}
	return -1
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
	e.when = edtf.Interval(first, last)
	e.times = append(e.times, until)
}

// bounded reads "since May", "by the end of the month", "before June".
func (p *page) bounded(e *event, x *timex.Expression) (edtf.Date, []int32) {
	_, last, ok := e.when.Bounds()
	if !ok {
		return "", nil
	}
	switch x.Relation {
	case timex.By, timex.Before:
		if e.status != Held && last > p.ref {
			return edtf.Interval(p.ref, last), e.times
		}
	}
	return "", nil
}

// resolve counts an expression from the right day, on the side that the
// event's status asks for.
func (p *page) resolve(e *event, k int32) edtf.Date {
	x := &p.times[k]
	if r := p.inRange[k]; r >= 0 {
		return p.ranges[r].EDTF
	}
	anchor := p.ref
	dir := x.Direction
	if dir != timex.Past && dir != timex.Future {
		switch e.status {
		case Held:
			dir = timex.Past
			if e.underway && x.Kind == timex.Weekday { // "receives him on Thursday"
				dir = timex.Future
			}
		case Planned, Proposed:
			dir = timex.Future
		}
	}
	switch x.Kind {
	case timex.Anaphoric:
		if o := p.eventBefore(e.sent, e.tok); o != nil {
			if first, last, ok := o.when.Bounds(); ok {
				anchor = first
				if n, _, shift := x.Shift(); shift && n > 0 {
					anchor = last
				}
				if d := x.Resolve(anchor, dir); d != "" {
					return d
				}
				return o.when
			}
		}
		return x.Resolve(p.ref, dir)
	case timex.Weekday, timex.Yearless:
		return x.Resolve(anchor, dir)
	}
	if x.EDTF != "" {
		return x.EDTF
	}
	return x.Resolve(anchor, dir)
}

// withinDays reads "in two weeks", "within ten days" as the time of a plan.
func (p *page) withinDays(e *event) {
	if e.status == Held || e.when != "" {
		return
	}
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		if x.Relation != timex.Within || x.Type != timex.Duration {
			continue
		}
		if _, ok := p.timeCost(e, x); !ok {
			continue
		}
		n, unit := x.Count()
		last := p.ref
		switch {
		case n <= 0:
			continue
		case unit == timex.Day:
			last += edtf.Day(n)
		case unit == timex.Week:
			last += edtf.Day(7 * n)
		case unit == timex.Month:
			last = last.AddMonths(n)
		default:
			continue
		}
		e.when = edtf.Interval(p.ref, last)
		e.times = append(e.times, k)
		return
	}
}

// eventBefore gives the dated event told last before a place.
func (p *page) eventBefore(si, i int) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if (o.sent < si || o.sent == si && o.tok < i) && o.when != "" && o.when[0] != 'P' {
			return o
		}
	}
	return nil
}

// timeCost says how far an expression stands from the event's trigger in the
// tree, and whether it can be the event's time at all.
func (p *page) timeCost(e *event, x *timex.Expression) (int, bool) {
	t := p.tree(e.sent)
	at := p.timeHead(t, x)
	cost := 0
	// climb from the expression to the word it modifies
	gov := t.head(at)
	if gov < 0 {
		return 10, true
	}
	// the chain of words that the event may take a time from
	chain := p.chain(t, e.tok)
	for n := 0; n < 8 && gov >= 0; n++ {
		if c := t.caseOf(gov); c == "since" {
			return 0, false
		}
		for d, c := range chain {
			if c == gov {
				return cost*3 + d*2 + abs(x.First-e.tok)/8, true
			}
		}
		if t.within(gov, e.tok) && !p.clauseBetween(t, gov, e.tok) {
			if p.inClauseOf(t, gov, e.tok) { // "planned for May": gives way to the time of the verb
				return cost*3 + 7 + abs(x.First-e.tok)/8, true
			}
			return cost*3 + 1 + abs(x.First-e.tok)/8, true
		}
		if t.isVerb(gov) && n > 0 || t.isVerb(gov) && n == 0 && t.rel(gov) != language.RelXcomp {
			return 0, false
		}
		gov = t.head(gov)
		cost++
	}
	return 0, false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// timeHead gives the head token of an expression.
func (p *page) timeHead(t *tree, x *timex.Expression) int {
	for i := x.First; i <= x.Last && i < len(t.s.Tokens); i++ {
		if h := t.head(i); h < x.First || h > x.Last {
			return i
		}
	}
	return x.First
}

// chain lists the words from which an event takes its time, nearest first:
// the trigger, its light verb or governing noun, and verbs above it through
// infinitives, participles and coordination, up to the clause's border.
func (p *page) chain(t *tree, i int) []int {
	out := []int{i}
	at := i
	for n := 0; n < 6; n++ {
		h := t.head(at)
		if h < 0 {
			break
		}
		switch t.rel(at) {
		case language.RelObj, language.RelNsubj, language.RelNsubjPass, language.RelObl, language.RelNmod, language.RelXcomp, language.RelCompound, language.RelOblUnmarked:
			if t.isVerb(h) && (speech(t.lemma(h)) && t.rel(at) != language.RelNsubjPass && t.rel(at) != language.RelObl) {
				return out
			}
		case language.RelConj, language.RelAdvcl:
			if p.ownTime(t, at) {
				return out
			}
		case language.RelAcl:
			if t.upos(h) == language.VERB {
				return out
			}
		case language.RelAclRelcl, language.RelAppos:
			return out
		default:
			return out
		}
		out = append(out, h)
		at = h
	}
	return out
}

// ownTime tells whether a clause has a time expression of its own.
func (p *page) ownTime(t *tree, v int) bool {
	si := p.indexOf(t)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type == timex.Duration || x.Kind == timex.Vague {
			continue
		}
		if h := p.timeHead(t, x); t.head(h) == v {
			return true
		}
	}
	return false
}

func (p *page) indexOf(t *tree) int {
	for i := range p.sents {
		if &p.sents[i].tree == t {
			return i
		}
	}
	return 0
}

// clauseBetween tells whether a clause border stands between a word and the
// word above it.
func (p *page) clauseBetween(t *tree, low, top int) bool {
	for n := 0; low != top && low >= 0 && n < 20; n++ {
		switch t.rel(low) {
		case language.RelAclRelcl: // "the trip, which was to start on Sunday"
			if !stageVerb(t, low) {
				return true
			}
		case language.RelCcomp, language.RelAdvcl, language.RelParataxis:
			return true
		case language.RelXcomp:
			if stageVerb(t, low) {
				low = t.head(low)
				continue
			}
		case language.RelConj:
			if t.isVerb(low) && !stageVerb(t, low) {
				return true
			}
		}
		low = t.head(low)
	}
	return false
}

// inClauseOf tells whether a word stands in a clause that describes the noun.
func (p *page) inClauseOf(t *tree, low, top int) bool {
	for n := 0; low != top && low >= 0 && n < 20; n++ {
		if t.rel(low) == language.RelAcl || t.rel(low) == language.RelAclRelcl {
			return true
		}
		low = t.head(low)
	}
	return false
}

// stageVerb tells verbs that say when an engagement begins, ends or was due.
func stageVerb(t *tree, v int) bool {
	switch t.lemma(v) {
	case "begin", "start", "end", "finish", "last", "open", "close", "due", "schedule", "plan", "set", "be", "run", "take", "fill", "hold":
		return true
	}
	return false
}

// lengthOf reads "a two-day visit", "a visit of three days"; 0 where none is
// said.
func (p *page) lengthOf(si, i int) int {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Duration {
			continue
		}
		h := p.timeHead(t, x)
		if t.within(h, i) && abs(x.Last-i) < 6 {
			if n, unit := x.Count(); unit == timex.Day {
				return n
			}
		}
	}
	for k := i - 1; k >= 0 && i-k < 8; k-- { // "two - day" where the expression was not found
		if t.word(k) == "day" && k >= 2 && (t.word(k-1) == "-" || t.word(k-1) == "‑") {
			return cardinal(t.word(k - 2))
		}
		if s := t.word(k); len(s) > 4 && s[len(s)-4:] == "-day" {
			return cardinal(s[:len(s)-4])
		}
	}
	return 0
}

// stayOf reads for how many days somebody was there, as the verb of a visit or
// of talks has it, or a verb beside it: "was in Hanoi for two days", "came and
// stayed for three days", "spent two days in Ankara".
func (p *page) stayOf(si, i int) int {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Duration || x.First == 0 {
			continue
		}
		n, unit := x.Count()
		if unit != timex.Day || n < 1 || n > 31 {
			continue
		}
		h := p.timeHead(t, x)
		up := t.head(h)
		switch {
		case up < 0:
		case t.word(x.First-1) == "for" && (up == i || t.head(up) == i && t.rel(up) == language.RelConj && t.lemma(up) == "stay"):
			return n
		case up == i && t.rel(h) == language.RelObj && t.lemma(i) == "spend":
			return n
		}
	}
	return 0
}

// tripOf gives the noun of a trip that a verb of travel names: "came on a
// two-day visit", or -1.
func tripOf(t *tree, i int) int {
	trip := -1
	t.children(i, func(c int) bool {
		if r := t.rel(c); r == language.RelObl || r == language.RelNmod {
			switch t.lemma(c) {
			case "visit", "trip", "tour", "stay":
				trip = c
			}
		}
		return trip < 0
	})
	return trip
}

// stages reads what stands above an event noun: "four days of talks", "the end
// of a visit".
func (p *page) stages(e *event) {
	t := p.tree(e.sent)
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
		case "end", "close", "conclusion":
			e.says = saysEnd
		}
		at = h
	}
}

// stretch turns a known first or last day and a length into an interval:
// "ended a three-day visit on Wednesday", "began a two-day visit on Monday".
func (p *page) stretch(e *event) {
	if e.days < 2 || e.days > 31 || e.when == "" {
		return
	}
	first, last, ok := e.when.Bounds()
	if !ok || first != last {
		return
	}
	n := edtf.Day(e.days - 1)
	switch e.says {
	case saysEnd:
		e.when = edtf.Interval(first-n, last)
	default:
		e.when = edtf.Interval(first, last+n)
	}
}

// timely corrects the status by the time: what lies wholly ahead is planned
// even if told in the present, what is told in the present and has begun is
// held.
func (p *page) timely(e *event) {
	first, _, ok := e.when.Bounds()
	if !ok {
		return
	}
	if e.status == Held && first > p.ref {
		e.status = Planned
	}
}

// dateFromContext dates what has no expression of its own: what goes on as the
// report is written, on the day of writing.
func (p *page) dateFromContext(e *event) {
	if x := p.heading(e.sent); x >= 0 && e.kind != Arrangement && e.kind != Invitation && !e.past(p) {
		if r := p.inRange[x]; r >= 0 {
			e.when = p.ranges[r].EDTF
		} else {
			e.when = p.times[x].EDTF
		}
		e.times = append(e.times, x)
		p.timely(e)
		return
	}
	if e.status == Held && (e.underway && e.trig == presence || e.kind == Visit && e.trig.Noun && e.days > 1 && e.sent <= p.lead()+1 && !e.past(p)) {
		e.when = edtf.DayDate(p.ref)
		p.stretch(e)
		return
	}
	if e.status != Held || e.kind == Arrangement || e.kind == Invitation && (e.trig == nil || e.trig.Noun) || e.past(p) {
		return
	}
	// the story goes on: told in the simple past, with the people and in the
	// place of the dated news before it
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.status != Held || o.kind == Arrangement || o.kind == Invitation || e.sent-o.sent > 4 {
			continue
		}
		if o.sent == e.sent && p.tree(o.sent).rel(p.tree(o.sent).clause(o.tok)) == language.RelAclRelcl {
			continue // "X, who landed on Friday, had talks"
		}
		first, last, ok := o.when.Bounds()
		if !ok || last < p.ref-6 || first > p.ref || last-first > 6 {
			if ok && e.sent-o.sent <= 1 {
				return // the talk is of other times
			}
			continue
		}
		shared := false
		for _, q := range e.parties {
			shared = shared || o.has(q.code)
		}
		if !shared || e.place.country != "" && o.place.country != "" && e.place.country != o.place.country {
			continue
		}
		e.when, e.times = o.when, o.times
		if o.kind == Visit && e.kind != Visit && first != last && last <= p.ref {
			e.when = o.when
		}
		return
	}
}
