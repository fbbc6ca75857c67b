package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
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
	if p.dayBeside(e); e.when != "" {
		return
	}
	if e.kind == Summit && e.trig != nil && e.trig.Noun && p.onOwnDays(e, e.tok, nil) {
		return
	}
	if k := p.putOffTo(e); k >= 0 {
		x := &p.times[k]
		if e.when = x.EDTF; x.Kind == timex.Weekday || x.Kind == timex.Yearless {
			e.when = x.Resolve(p.ref, timex.Future)
		}
		e.times = append(e.times, k)
		return
	}
	best, cost := int32(-1), 1<<30
	second, until, over := int32(-1), int32(-1), int32(-1)
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
			if f, l, ok := x.EDTF.Bounds(); ok && l == p.ref && l-f > 1 && l-f < 93 {
				over = k
			}
			continue
		}
		if x.Relation == timex.Until && p.inRange[k] < 0 && !whenClause(p.tree(e.sent), x, e.tok) || p.endsAhead(e, k) {
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
	if best < 0 && until >= 0 && e.status == Postponed { // "has been put off until November"
		e.when, e.times = p.resolve(e, until), append(e.times, until)
		return
	}
	if best < 0 && over >= 0 { // "spoke three times in the past two weeks"
		e.when, e.times = p.times[over].EDTF, append(e.times, over)
		return
	}
	if best < 0 {
		if p.withinDays(e); e.when != "" {
			return
		}
		if p.dayOfStay(e); e.when != "" {
			return
		}
		if p.onEve(e); e.when != "" {
			return
		}
		if p.onArrival(e); e.when != "" {
			return
		}
		if p.stayedUntil(e, until); e.when != "" {
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
			e.when, e.whole = edtf.Interval(f, l), true
			e.times = append(e.times, second)
		}
	} else if second >= 0 && p.ends(e.sent, best) && p.starts(e.sent, second) { // "which opened on Wednesday, ended on Thursday"
		f, _, ok := p.resolve(e, second).Bounds()
		_, l, ok2 := e.when.Bounds()
		if ok && ok2 && f < l && l-f < 40 {
			e.when, e.whole = edtf.Interval(f, l), true
			e.times = append(e.times, second)
		}
	} else if second >= 0 { // "on Monday, July 8": the finer of two that agree
		if d := p.resolve(e, second); d != "" && e.when != "" && d.Refines(e.when) && p.times[second].Kind != timex.Anaphoric {
			e.when = d
			e.times = append(e.times, second)
		} else if d := p.partOf(e.when, second); d != "" {
			e.when = d
			e.times = append(e.times, second)
		}
	}
	if (x.Relation == timex.Since || x.Relation == timex.By || x.Relation == timex.Before && x.Type != timex.Time && !ownAttribute(p.tree(e.sent), e.tok, p.timeHead(p.tree(e.sent), x))) && !whenClause(p.tree(e.sent), x, e.tok) {
		e.when, e.times = p.bounded(e, x)
	}
	if e.nth == 0 && e.days > 1 && p.ends(e.sent, best) { // "two days of talks, ending on Wednesday"
		e.nth = lastDay
	}
	p.stay(e)
	p.extendUntil(e, until)
	p.timely(e)
}

// partOf gives the days without a year, or without a month, that an expression
// names within a year or month told with it: "next year, on July 7 and 8", "this
// January, from the 14th to the 18th"; empty where they do not lie in it.
func (p *page) partOf(whole edtf.Date, k int32) edtf.Date {
	x := &p.times[k]
	from, to, ok := whole.Bounds()
	if !ok || x.Kind != timex.Yearless || to-from < 27 || to-from > 366 {
		return ""
	}
	first, last, ok := x.Resolve(from, timex.Future).Bounds()
	if r := p.inRange[k]; r >= 0 {
		if f, l, ok := p.ranges[r].EDTF.Bounds(); ok {
			last = first + l - f
		}
	}
	if !ok || last > to || last-first >= to-from {
		return ""
	}
	return edtf.Interval(first, last)
}

// ends tells whether an expression says when something ends.
func (p *page) ends(si int, k int32) bool {
	t := p.tree(si)
	h := t.head(p.timeHead(t, &p.times[k]))
	return h >= 0 && (t.lemma(h) == "end" || t.lemma(h) == "finish" || t.lemma(h) == "close")
}

// endsAhead tells whether an expression says when a visit that has taken place
// so far ends: "said during his visit, which ends on Friday".
func (p *page) endsAhead(e *event, k int32) bool {
	x := &p.times[k]
	if e.kind != Visit || e.status != Held || x.Kind != timex.Weekday || !p.ends(e.sent, k) {
		return false
	}
	t := p.tree(e.sent)
	if tourOfSeveral(t.lemma(e.tok)) || t.tok(t.head(p.timeHead(t, x))).XPOS != language.XPOSVBZ {
		return false
	}
	e.underway = true
	return true
}

// barePlan tells "planned for Tuesday" from "was planned for Tuesday".
func (p *page) barePlan(si int, x *timex.Expression) bool {
	t := p.tree(si)
	v := t.head(p.timeHead(t, x))
	return v >= 0 && t.tok(v).XPOS == language.XPOSVBN && t.child(v, language.RelAux, language.RelAuxPass) < 0
}

// simplyPast tells whether the verb that a time hangs on is in the past tense.
func (p *page) simplyPast(si int, x *timex.Expression) bool {
	t := p.tree(si)
	v := t.head(p.timeHead(t, x))
	for n := 0; n < 3 && v >= 0 && !t.isVerb(v) && t.child(v, language.RelCop) < 0; n++ { // "Modi, in Paris on Wednesday, met"
		v = t.head(v)
	}
	return v >= 0 && t.tok(v).XPOS == language.XPOSVBD
}

// starts tells whether an expression says when something begins.
func (p *page) starts(si int, k int32) bool {
	t := p.tree(si)
	h := t.head(p.timeHead(t, &p.times[k]))
	return h >= 0 && (t.lemma(h) == "open" || t.lemma(h) == "begin" || t.lemma(h) == "start")
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

// bounded reads "since May", "by the end of the month", "before June".
func (p *page) bounded(e *event, x *timex.Expression) (edtf.Date, []int32) {
	_, last, ok := e.when.Bounds()
	if !ok {
		return "", nil
	}
	switch x.Relation {
	case timex.Since: // "in Delhi since Thursday"
		if first, _, ok := e.when.Bounds(); ok && e.trig == presence && (e.underway || p.hasBeen(e)) && first <= p.ref && p.ref-first < 31 {
			e.whole = true
			return edtf.Interval(first, p.ref), e.times
		}
	case timex.By, timex.Before:
		if first, _, ok := e.when.Bounds(); ok && x.Relation == timex.Before && e.status != Held && first > p.ref { // "before the summer": up to the day before it
			return edtf.Interval(p.ref, first-1), e.times
		}
		if e.status != Held && last > p.ref {
			return edtf.Interval(p.ref, last), e.times
		}
		if x.Relation == timex.By && e.status == Held && x.Kind == timex.Weekday { // "was in Manila by Monday"
			return e.when, e.times
		}
	}
	return "", nil
}

// ownAttribute tells whether a time stands before the noun of an event in its
// phrase: the July of "before the July conference" is the conference's own.
func ownAttribute(t *tree, noun, time int) bool {
	return time < noun && t.head(time) == noun && t.upos(noun) != language.VERB && t.caseOf(time) == ""
}

// hasBeen tells whether somebody "has been" in a place.
func (p *page) hasBeen(e *event) bool {
	t := p.tree(e.sent)
	found := false
	t.children(e.tok, func(c int) bool {
		w := t.word(c)
		found = t.rel(c) == language.RelAux && (w == "has" || w == "have" || w == "'s")
		return !found
	})
	return found
}

// resolve counts an expression from the right day, on the side that the
// event's status asks for.
func (p *page) resolve(e *event, k int32) edtf.Date {
	x := &p.times[k]
	if r := p.inRange[k]; r >= 0 {
		if _, last, ok := p.ranges[r].EDTF.Bounds(); ok && e.status == Postponed && e.kind == Meeting && x.Relation == timex.From { // "put off from Tuesday to Friday"
			return edtf.DayDate(last)
		}
		return p.rangeOf(e, x, p.ranges[r].EDTF)
	}
	anchor := p.ref
	dir := x.Direction
	if dir == timex.Past && x.Kind == timex.Yearless && (e.status == Planned || e.status == Proposed) && !e.lapsed {
		if first, _, ok := x.Resolve(anchor, dir).Bounds(); ok && first < anchor-200 {
			dir = timex.Future // "has accepted an invitation to the summit from May 19"
		}
	}
	if x.Kind == timex.Weekday && e.status == Planned && p.toldOfPast(e, x) {
		dir = timex.Past
	} else if x.Kind == timex.Yearless && e.status == Held && x.Sentence == e.sent && p.lookedBack(e.sent, e.tok) {
		dir = timex.Past
	} else if x.Kind == timex.Weekday && dir == timex.Past && (e.status == Postponed || e.status == Cancelled) && x.Relation != timex.For { // "was due on Friday but postponed the visit"
		return nearest(x, anchor)
	} else if dir != timex.Past && dir != timex.Future {
		switch e.status {
		case Held:
			dir = timex.Past
			if e.underway && x.Kind == timex.Weekday && !p.simplyPast(e.sent, x) { // "receives him on Thursday", not "is here on a visit that began on Monday"
				dir = timex.Future
			} else if e.underway && x.Kind == timex.Yearless { // "goes to Paris on October 26"
				dir = timex.LikelyFuture
			}
		case Planned, Proposed:
			dir = timex.Future
		case Postponed, Cancelled: // "was to start on Sunday, has been put off"
			if x.Kind == timex.Weekday && x.Relation == timex.For && x.Direction == timex.LikelyFuture && p.barePlan(e.sent, x) { // "planned for Tuesday, has been cancelled"
				dir = timex.Future
			} else if x.Kind == timex.Weekday {
				return nearest(x, anchor)
			}
		}
	}
	if dir == timex.Past && e.status == Planned && !e.lapsed && !p.toldOfPast(e, x) && (x.Kind == timex.Weekday || x.Kind == timex.Yearless) {
		dir = timex.Future // "would raise it when they met in May"
	}
	if e.status == Held && x.Kind == timex.Yearless && p.inRange[k] < 0 {
		if d := p.inYearTold(e, k); d != "" {
			return d
		}
	}
	switch x.Kind {
	case timex.Anaphoric:
		if len(x.EDTF) == len("2023-07") && x.Sentence == e.sent && strings.EqualFold(p.tree(e.sent).word(x.First), "that") { // "that July": of the year told last
			return x.EDTF
		}
		if n, unit, shift := x.Shift(); shift && n == 0 && unit == timex.Day && p.reaches(e, x.EDTF) { // "earlier in the day": the day told last
			return x.EDTF
		}
		if o := p.datedBy(e, k); o != nil { // "had come a day earlier and dined"
			return o.when
		}
		n, unit, shift := x.Shift()
		if day, ok := p.dayBefore(e, k); ok && shift { // "saw Li on Sunday and Xi the day after"
			return x.Resolve(day, dir)
		}
		if o := p.eventBefore(e); o != nil && (!shift || n == 0 || unit > timex.Day || o.when.Days() < 15) { // "the day before" counts from no month
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
		if first, _, ok := x.EDTF.Bounds(); ok && e.status == Held && first <= p.ref {
			return x.EDTF
		}
		return x.Resolve(p.ref, dir)
	case timex.Weekday, timex.Yearless:
		d := x.Resolve(anchor, dir)
		if dir == timex.Future && x.Kind == timex.Weekday {
			d = p.onJourney(e, x, d)
		}
		if day := p.rep.Published; x.Kind == timex.Weekday && day == p.ref+1 && e.status == Held && x.Resolve(day, timex.Unknown) == edtf.DayDate(day) {
			return edtf.DayDate(day) // a day later than the dateline's, added before printing
		}
		return d
	}
	if n, unit, shift := x.Shift(); shift && n == 0 && unit == timex.Week && x.Kind == timex.Relative && e.status != Held && anchor == anchor.Monday()+6 {
		return edtf.Interval(anchor+1, anchor+7) // "is to visit this week", told on a Sunday
	}
	if x.EDTF != "" {
		return x.EDTF
	}
	return x.Resolve(anchor, dir)
}

// rangeOf gives the days of a range again where they have begun already and
// were counted ahead, as from the next such weekday or into another year: "is
// visiting from Sunday through Friday", told on Monday; "will be in Lima from
// November 13 to 17", told on the 14th.
func (p *page) rangeOf(e *event, x *timex.Expression, d edtf.Date) edtf.Date {
	first, last, ok := d.Bounds()
	if !ok || first <= p.ref || last-first > 60 {
		return d
	}
	f, l := first-7, last-7
	switch {
	case x.Kind == timex.Weekday && e.status == Held && x.First == x.Last && last-first < 7:
	case x.Kind == timex.Yearless && first > p.ref+300 && e.status != Proposed:
		f, l = first.AddMonths(-12), last.AddMonths(-12)
	default:
		return d
	}
	if f <= p.ref && p.ref <= l {
		return edtf.Interval(f, l)
	}
	return d
}

// inYearTold gives a month the year past that its sentence opens with: "In 2024
// there was his July trip to Moscow"; empty where it tells none.
func (p *page) inYearTold(e *event, k int32) edtf.Date {
	x := &p.times[k]
	t := p.tree(e.sent)
	switch strings.ToLower(t.word(x.First)) {
	case "last", "this", "next", "past", "early", "late", "mid":
		return ""
	}
	for _, j := range p.sents[e.sent].times {
		y := &p.times[j]
		from, to, ok := y.EDTF.Bounds()
		if j >= k || !ok || y.First > 1 || len(y.EDTF) != len("2024") || y.Kind != timex.Absolute || y.Relation != timex.At || to >= p.ref {
			continue
		}
		if d := x.Resolve(from, timex.Future); d != "" {
			if _, last, ok := d.Bounds(); ok && last <= to {
				return d
			}
		}
	}
	return ""
}

// onJourney gives a weekday of a plan, which would be the day d by the day of
// writing alone, within the journey told before it: "will visit Seoul from
// Tuesday to Friday next week. He will hold talks on Thursday".
func (p *page) onJourney(e *event, x *timex.Expression, d edtf.Date) edtf.Date {
	day, last, ok := d.Bounds()
	if !ok || day != last || x.First != x.Last {
		return d
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Visit || o.status != Planned || e.sent-o.sent > 4 || o.sent == e.sent && o.tok > e.tok || !e.sharesParty(o) {
			continue
		}
		from, to, ok := o.when.Bounds()
		if !ok || from <= p.ref || to-from > 13 {
			continue
		}
		in, _, _ := x.Resolve(from, timex.Future).Bounds()
		if in <= to || day == p.ref { // on it, or what comes behind it
			return edtf.DayDate(in)
		}
		return d
	}
	return d
}

// sharesParty tells whether somebody, or a state with nobody named, takes part
// in both.
func (e *event) sharesParty(o *event) bool {
	for _, q := range e.parties {
		for _, r := range o.parties {
			if q.person == r.person && q.code == r.code {
				return true
			}
		}
	}
	return false
}

// toldOfPast tells whether an expression stands with a past verb that the
// event is the purpose of: "arrived on Monday to attend the summit".
func (p *page) toldOfPast(e *event, x *timex.Expression) bool {
	if x.Sentence != e.sent {
		return false
	}
	t := p.tree(e.sent)
	v := t.head(p.timeHead(t, x))
	return v >= 0 && v != e.tok && t.tok(v).XPOS == language.XPOSVBD && t.within(e.tok, v) && lexicon.Governing(t.lemma(v)) == lexicon.SaysNothing && purpose(t, e.tok, v)
}

// purpose tells whether a token stands in an infinitive of purpose of a verb.
func purpose(t *tree, i, v int) bool {
	for n := 0; i >= 0 && i != v && n < 5; n, i = n+1, t.head(i) {
		if t.head(i) == v {
			return t.rel(i) == language.RelAdvcl && t.tok(i).XPOS == language.XPOSVB
		}
	}
	return false
}

// nearest counts a weekday on the side of the anchor on which it lies nearer.
func nearest(x *timex.Expression, anchor edtf.Day) edtf.Date {
	back, ahead := x.Resolve(anchor, timex.Past), x.Resolve(anchor, timex.Future)
	b, _, ok := back.Bounds()
	a, _, ok2 := ahead.Bounds()
	if ok && (!ok2 || anchor-b < a-anchor) {
		return back
	}
	return ahead
}

// aheadBy gives the day, week or month that lies so many of them ahead.
func aheadBy(day edtf.Day, n int, unit timex.Unit) edtf.Date {
	switch unit {
	case timex.Day:
		return edtf.DayDate(day + edtf.Day(n))
	case timex.Week:
		monday := (day + edtf.Day(7*n)).Monday()
		return edtf.Interval(monday, monday+6)
	case timex.Month:
		first := day.MonthStart().AddMonths(n)
		return edtf.Interval(first, first.MonthEnd())
	}
	return ""
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
		if t := p.tree(e.sent); x.First > 0 && t.word(x.First-1) == "in" && n > 0 && x.Mod == timex.NoMod {
			if e.when = aheadBy(p.ref, n, unit); e.when != "" { // "in two weeks": then, not before
				e.times = append(e.times, k)
				return
			}
		}
		switch {
		case unit == timex.Week && strings.Contains(x.Value, "X"): // "within weeks"
			last = p.ref.MonthStart().AddMonths(1).MonthEnd()
		case unit == timex.Day && strings.Contains(x.Value, "X"):
			last += 7
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

// eventBefore gives the dated event told last before another, one that has
// taken place where that one has.
func (p *page) eventBefore(e *event) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if (o.sent < e.sent || o.sent == e.sent && o.tok <= e.tok) && o.when != "" && o.when[0] != 'P' && p.reaches(e, o.when) {
			return o
		}
	}
	return nil
}

// dayBefore gives the day told last before an expression in its sentence, where
// no engagement told in between has a time of its own.
func (p *page) dayBefore(e *event, k int32) (edtf.Day, bool) {
	t := p.tree(e.sent)
	for j := k - 1; j >= 0 && p.times[j].Sentence == e.sent && p.times[k].Sentence == e.sent; j-- {
		x := &p.times[j]
		first, last, ok := x.EDTF.Bounds()
		if !ok || first != last || x.Type == timex.Duration || x.Relation == timex.Since || x.Relation == timex.Until {
			continue
		}
		if v := t.head(p.timeHead(t, x)); v >= 0 && t.isVerb(v) && speech(t.lemma(v)) {
			continue
		}
		for i := len(p.events) - 1; i >= 0 && p.events[i].sent == e.sent; i-- {
			if o := &p.events[i]; o.when != "" && !slices.Contains(o.times, j) && o.tok > x.First {
				return 0, false
			} else if slices.Contains(o.times, j) { // by its tense
				first, _, _ = o.when.Bounds()
			}
		}
		return first, true
	}
	return 0, false
}

// datedBy gives an event of the same sentence that rests on an expression.
func (p *page) datedBy(e *event, k int32) *event {
	for i := len(p.events) - 1; i >= 0 && p.events[i].sent >= e.sent; i-- {
		if o := &p.events[i]; o.sent == e.sent && len(o.times) > 0 && o.times[0] == k {
			return o
		}
	}
	return nil
}

// reaches tells whether what took place can be counted from a date: not from one
// that lies ahead.
func (p *page) reaches(e *event, d edtf.Date) bool {
	first, _, ok := d.Bounds()
	return ok && (e.status != Held || first <= p.ref)
}

// timeCost says how far an expression stands from the event's trigger in the
// tree, and whether it can be the event's time at all.
func (p *page) timeCost(e *event, x *timex.Expression) (int, bool) {
	if p.ofOthers(e.sent, x.First) || p.sinceBefore(e.sent, e.tok, x.First-1) { // "the first to come since Turnbull in April 2017"
		return 0, false
	}
	t := p.tree(e.sent)
	if e.trig != again && p.heldBy(t, x) >= 0 { // "his third visit, following those in 2015 and 2017"
		return 0, false
	}
	if calledBefore(t, e.tok) && x.First < e.tok && !t.within(x.First, e.tok) { // "will go in April after a call with X"
		return 0, false
	}
	if afterTrip(t, e.tok, x.First) || e.status == Held && p.countedWithin(t, x) {
		return 0, false
	}
	if yearOfName(t, x, e.tok) || ofMessage(t, x) || ofDeadline(t, x) || comesAfter(t, e.tok, x.First) {
		return 0, false
	}
	at := p.timeHead(t, x)
	if h := t.head(at); h >= 0 && t.caseOf(at) == "of" && partOfDay(t.lemma(h)) { // "in the early hours of Wednesday"
		at = h
	}
	cost := 0
	if whenClause(t, x, e.tok) {
		return 1, true
	}
	if p.dayOfDropping(e, x, at) || e.status != Held && dayOfResolving(t, e.tok, at, x.First) {
		return 0, false
	}
	// climb from the expression to the word it modifies
	gov := t.head(at)
	if gov < 0 {
		return 10, true
	}
	if t.isVerb(gov) && (t.word(gov) == "beginning" || t.word(gov) == "starting" || t.word(gov) == "ending") && t.head(gov) >= 0 { // "a visit beginning on Monday"
		gov = t.head(gov)
	}
	if stagedBehind(t, gov, e.tok) { // "his visit, scheduled for May,", hung on another word
		if t.childLemma(gov, language.RelAdvmod, "originally", "initially", "previously", "first") { // gives way to the day it was moved to
			return 12, true
		}
		return 1, true
	}
	if gov != e.tok && occasionClause(t, gov) { // "was invited when the two met in May"
		gov = t.head(gov)
		cost = 2
	}
	// the chain of words that the event may take a time from
	chain := p.chain(t, e.tok)
	for n, at := 0, gov; n < 6 && at >= 0 && at != e.tok && !t.within(e.tok, at); n, at = n+1, t.head(at) {
		if ofOtherTrip(t, at, chain) || ofGathering(t, at, e) {
			return 0, false
		}
	}
	for n := 0; n < 8 && gov >= 0; n++ {
		if c := t.caseOf(gov); c == "since" || t.upos(gov) == language.PRON && t.word(gov) == "those" { // "after those of March 2023"
			return 0, false
		}
		for d, c := range chain {
			if c == gov {
				return cost*3 + d*2 + abs(x.First-e.tok)/8, true
			}
		}
		if t.within(gov, e.tok) && !p.clauseBetween(t, gov, e.tok) {
			if p.inClauseOf(t, gov, e.tok) && !setsOut(t.lemma(gov)) { // "planned for May": gives way to the time of the verb
				return cost*3 + 7 + abs(x.First-e.tok)/8, true
			}
			return cost*3 + 1 + abs(x.First-e.tok)/8, true
		}
		if t.isVerb(gov) && n > 0 || t.isVerb(gov) && n == 0 && t.rel(gov) != language.RelXcomp {
			break
		}
		gov = t.head(gov)
		cost++
	}
	if p.besidePlace(e, x) {
		return 20, true
	}
	return 0, false
}

// comesAfter tells "the meeting will follow their talks in May", where a time is
// of what the subject follows.
func comesAfter(t *tree, i, time int) bool {
	v := t.head(i)
	if v < 0 || t.rel(i) != language.RelNsubj || !t.isVerb(v) || t.lemma(v) != "follow" && t.lemma(v) != "precede" {
		return false
	}
	o := t.child(v, language.RelObj)
	return o > v && time > o
}

// dayOfResolving tells whether an expression says when something was agreed or
// decided, not when it is to be: "agreed on Monday to meet again".
func dayOfResolving(t *tree, i, at, first int) bool {
	v := t.head(at)
	if v < 0 || v > first || first > i || !resolves(t.lemma(v)) || t.tok(v).XPOS != language.XPOSVBD && !hasAux(t, v) {
		return false
	}
	if t.rel(i) == language.RelObj { // "agreed on Monday to hold talks"
		i = t.head(i)
	}
	return t.head(i) == v && t.rel(i) == language.RelXcomp
}

// dayOfDropping tells whether an expression says when something was put off or
// called off, not when it was to be: "talks were postponed on Monday".
func (p *page) dayOfDropping(e *event, x *timex.Expression, at int) bool {
	if e.status != Postponed && e.status != Cancelled || x.Relation == timex.Until || x.Kind != timex.Weekday && x.Kind != timex.Relative {
		return false
	}
	t := p.tree(e.sent)
	v := t.head(at)
	if v < 0 || t.tok(v).XPOS != language.XPOSVBD && t.tok(v).XPOS != language.XPOSVBN || t.caseOf(at) == "to" || t.caseOf(at) == "from" {
		return false
	}
	switch p.governing(t, v) {
	case lexicon.SaysPostpone, lexicon.SaysCancel:
	default:
		return false
	}
	if x.Kind == timex.Weekday {
		return true
	}
	_, last, ok := x.EDTF.Bounds()
	return ok && last <= p.ref
}

// ofOtherTrip tells whether a noun names a trip or meeting of somebody's that
// the words of an event only refer to: "had a talk, building on his June 18
// travel to Beijing"; not "had a talk during his June visit".
func ofOtherTrip(t *tree, noun int, chain []int) bool {
	if t.upos(noun) != language.NOUN {
		return false
	}
	what, _ := countedNoun(t.lemma(noun))
	if l := t.lemma(noun); what == countsTravel || what == countsContact || what == countsSeries || l == "return" || l == "arrival" || l == "departure" { // "was in London after a meeting last weekend in Managua"
		switch t.caseOf(noun) {
		case "after", "following":
			return true
		}
	}
	if t.child(noun, language.RelNmodPoss) < 0 || slices.Contains(chain, t.head(noun)) {
		return false
	}
	return what == countsTravel || what == countsContact || t.lemma(noun) == "travel"
}

// putOffTo gives the new day of what is put off, which counts more than the old
// one: "scheduled for October 22, has been postponed to November 10".
func (p *page) putOffTo(e *event) int32 {
	if e.status != Postponed {
		return -1
	}
	t := p.tree(e.sent)
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		if r := p.inRange[k]; x.First < 1 || r >= 0 && (int(k) != p.ranges[r].Last || p.times[p.ranges[r].First].Relation != timex.From) || x.EDTF == "" || x.EDTF[0] == 'P' || x.Kind == timex.Length || x.Kind == timex.Vague {
			continue
		}
		switch t.word(x.First - 1) {
		case "to", "until", "till", "for":
		default:
			continue
		}
		if v := t.head(p.timeHead(t, x)); v >= 0 && t.isVerb(v) && t.rel(v) != language.RelAclRelcl && t.rel(v) != language.RelAcl && p.governing(t, v) == lexicon.SaysPostpone {
			return k
		}
	}
	return -1
}

// partOfDay tells the nouns for a part of the day that is told behind them.
func partOfDay(lemma string) bool {
	switch lemma {
	case "hour", "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

// yearOfName tells whether a year belongs to a name: "Expo 2030", "the Vision
// 2030 plan"; that of the engagement's own noun is its time ("Davos Forum
// 2024").
func yearOfName(t *tree, x *timex.Expression, own int) bool {
	k := x.First - 1
	return x.Kind == timex.Absolute && x.First == x.Last && x.EDTF.Precision() == edtf.PrecisionYear && k > 0 && t.upos(k) == language.PROPN && k != own && t.head(k) != own
}

// ofMessage tells whether an expression names the occasion of words said or
// written: "in a New Year's message", "in his Victory Day speech".
func ofMessage(t *tree, x *timex.Expression) bool {
	k := x.Last + 1
	if k >= len(t.s.Tokens) {
		return false
	}
	switch t.lemma(k) {
	case "message", "greeting", "speech", "address", "broadcast", "letter", "sermon", "homily", "card", "press", "news":
		return t.upos(k) == language.NOUN && t.within(x.First, k)
	}
	return false
}

// ofDeadline tells whether an expression names a day before which something is
// to be done: "ahead of the August 1 deadline", "before the May 3 election".
func ofDeadline(t *tree, x *timex.Expression) bool {
	if n := x.First - 2; n > 1 && x.Relation == timex.At && t.word(n+1) == "on" { // "ahead of the anniversary on November 20"
		switch t.lemma(n) {
		case "anniversary", "election", "vote", "poll", "referendum", "inauguration", "deadline":
			for k := n - 1; k > n-5 && k >= 0; k-- {
				if w := strings.ToLower(t.word(k)); w == "before" || w == "of" && k > 0 && strings.EqualFold(t.word(k-1), "ahead") {
					return true
				}
			}
		}
	}
	k := x.Last + 1
	if k >= len(t.s.Tokens) || t.upos(k) != language.NOUN || !t.within(x.First, k) {
		return false
	}
	switch t.lemma(k) {
	case "deadline", "cutoff":
		return true
	case "election", "vote", "poll", "referendum", "inauguration", "expiry":
		c := t.caseOf(k)
		return c == "before" || c == "ahead" || k > 3 && t.lemma(x.First-2) == "ahead" || k > 4 && t.lemma(x.First-3) == "ahead"
	}
	return false
}

// ofGathering tells whether a clause describes a gathering beside which an
// engagement is told: "met on the sidelines of the summit, which opened on
// Monday".
func ofGathering(t *tree, v int, e *event) bool {
	if t.rel(v) != language.RelAclRelcl || e.kind == Visit || e.kind == Summit {
		return false
	}
	noun := t.head(v)
	if noun < 0 || noun == e.tok || t.upos(noun) != language.NOUN && t.upos(noun) != language.PROPN {
		return false
	}
	what, _ := countedNoun(t.lemma(noun))
	return what == countsSeries
}

// afterTrip tells whether a time behind a trigger is that of another trip or
// meeting, which came before: "a year after Trong's visit to Beijing in October".
func afterTrip(t *tree, i, time int) bool {
	for k := time - 1; k > i && time-k < 10; k-- {
		if t.upos(k) != language.NOUN || t.child(k, language.RelNmodPoss) < 0 {
			continue
		}
		switch what, _ := countedNoun(t.lemma(k)); what {
		case countsTravel, countsContact:
			c := t.caseOf(k)
			return c == "after" || c == "following" || c == "since"
		}
	}
	return false
}

// countedWithin tells a time within which a rank counts: "their ninth meeting
// this year", "his third trip to Accra of the year". It says of none when it was.
func (p *page) countedWithin(t *tree, x *timex.Expression) bool {
	if x.Type != timex.Date || x.EDTF.Days() < 28 || x.Kind != timex.Relative && !(x.First > 0 && t.word(x.First-1) == "of") {
		return false
	}
	for k := x.First - 1; k > 0 && x.First-k <= 8 && !t.isVerb(k) && t.upos(k) != language.PUNCT; k-- {
		switch what, _ := countedNoun(t.lemma(k)); what {
		case countsTravel, countsContact:
			for n := k - 1; n >= 0 && k-n <= 4 && !t.isVerb(n) && t.upos(n) != language.PUNCT; n-- {
				if rankOf(strings.ToLower(t.word(n))) > 1 {
					return true
				}
			}
			return false
		}
	}
	return false
}

// whenClause tells whether an expression stands right before the "when" that
// opens the clause of a trigger: "until December 2021, when he came to Delhi".
func whenClause(t *tree, x *timex.Expression, i int) bool {
	k := x.Last + 1
	if k < len(t.s.Tokens) && t.word(k) == "," {
		k++
	}
	if k >= len(t.s.Tokens) || k >= i || t.word(k) != "when" {
		return false
	}
	v, c := t.clause(k), t.clause(i)
	if v <= k || !t.within(i, v) {
		return false
	}
	return c == v || t.tok(c).XPOS == language.XPOSVB || t.tok(c).XPOS == language.XPOSVBG
}

// stagedBehind tells whether a participle that says when something begins or
// is due follows an event noun with no verb in between: "for his visit to
// Washington starting on April 29".
func stagedBehind(t *tree, v, noun int) bool {
	if v-2 > noun && v-noun <= 10 && t.tok(v).XPOS == language.XPOSVB && t.word(v-1) == "to" && t.upos(noun) == language.NOUN { // "the meeting, due to take place on Monday, was"
		switch t.word(v - 2) {
		case "due", "set", "scheduled", "slated":
			return t.lemma(v) == "take" || t.lemma(v) == "begin" || t.lemma(v) == "start" || t.lemma(v) == "open"
		}
	}
	if v <= noun || v-noun > 10 || t.upos(noun) != language.NOUN || t.tok(v).XPOS != language.XPOSVBG && t.tok(v).XPOS != language.XPOSVBN || hasAux(t, v) {
		return false
	}
	switch t.lemma(v) {
	case "start", "begin", "schedule", "plan", "set", "slate":
	default:
		return false
	}
	for k := noun + 1; k < v; k++ {
		if t.isVerb(k) || t.word(k) == ";" || t.upos(k) == language.NOUN && lexicon.Noun(t.lemma(k)) != nil {
			return false
		}
	}
	return true
}

// occasionClause tells whether a clause in the past says on which occasion the
// verb above it took place: "when the two met in May".
func occasionClause(t *tree, v int) bool {
	return t.rel(v) == language.RelAdvcl && t.tok(v).XPOS == language.XPOSVBD && t.head(v) >= 0 && t.isVerb(t.head(v)) && !speech(t.lemma(t.head(v))) &&
		(t.childLemma(v, language.RelMark, "when") || t.childLemma(v, language.RelAdvmod, "when"))
}

// besidePlace tells whether an expression stands beside the words for an
// event's place, wherever the tree has hung it: "talks, in Cairo in April
// 2000", "on Friday in Vienna", "three days in Beijing (June 17-19)".
func (p *page) besidePlace(e *event, x *timex.Expression) bool {
	if e.place.sent != e.sent || e.place.country == "" || e.place.tok < e.tok {
		return false
	}
	m := p.mention(e.sent, e.place.tok)
	if m == nil {
		return false
	}
	t := p.tree(e.sent)
	from := x.First
	if from > 0 && (t.word(from-1) == "in" || t.word(from-1) == "on" || t.word(from-1) == "(") {
		from--
	}
	if int(m.to) != from {
		return false
	}
	for k := e.tok + 1; k < int(m.from); k++ { // nothing told between the two
		if t.isVerb(k) || t.word(k) == ";" {
			return false
		}
	}
	return true
}

// setsOut names verbs that tell when what they are said of began.
func setsOut(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "make", "pay":
		return true
	}
	return false
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
		case language.RelAclRelcl:
			if !follows(t, at) && !cleft(t, h) || p.ownTime(t, at) {
				return out
			}
		case language.RelAppos:
			return out
		default:
			return out
		}
		out = append(out, h)
		at = h
	}
	return out
}

// follows tells whether a relative clause tells what happened at the time of
// the clause above it: "held a summit, after which they signed", "flew to
// Kyiv, where he met".
func follows(t *tree, v int) bool {
	found := false
	t.children(v, func(c int) bool {
		switch strings.ToLower(t.word(c)) {
		case "where":
			found = true
		case "which":
			k := t.caseOf(c)
			found = k == "after" || k == "at" || k == "during" || k == "in"
		}
		return !found
	})
	return found && !hasAux(t, v)
}

// cleft tells whether a noun is brought out before its clause: "in November it
// was the minister who went".
func cleft(t *tree, i int) bool {
	if t.child(i, language.RelCop) < 0 {
		return false
	}
	s := t.child(i, language.RelNsubj, language.RelExpl, language.RelNsubjOuter)
	return s >= 0 && strings.EqualFold(t.word(s), "it")
}

// hasAux tells whether a verb has an auxiliary: its clause has a tense of its
// own.
func hasAux(t *tree, v int) bool { return t.child(v, language.RelAux) >= 0 }

// ownTime tells whether a clause has a time expression of its own.
func (p *page) ownTime(t *tree, v int) bool {
	si := p.indexOf(t)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type == timex.Duration || x.Kind == timex.Vague || x.Relation == timex.Until && p.inRange[k] < 0 {
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
			if s := t.child(low, language.RelNsubj, language.RelNsubjPass); !stageVerb(t, low) || s >= 0 && t.childLemma(s, language.RelNmodPoss, "whose") { // "X, whose trip begins in June, met Y"
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
			if (t.isVerb(low) || t.child(low, language.RelCop) >= 0) && !stageVerb(t, low) {
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
	if t.upos(v) == language.ADJ && t.lemma(v) == "last" { // "who was last in Russia in 2019"
		return false
	}
	switch t.lemma(v) {
	case "begin", "start", "end", "finish", "last", "open", "close", "due", "schedule", "plan", "set", "be", "run", "take", "fill", "hold", "make", "pay", "stay", "remain", "send", "extend":
		return true
	}
	return false
}

// laterToday tells "meet later today", said in the present.
func (p *page) laterToday(e *event) bool {
	t := p.tree(e.sent)
	if x := t.tok(e.tok).XPOS; x != language.XPOSVBP && x != language.XPOSVBZ && x != language.XPOSVB {
		return false
	}
	for _, k := range e.times {
		if x := &p.times[k]; x.Sentence == e.sent && e.when.Days() == 1 && (strings.EqualFold(t.word(x.First), "later") || x.First > 0 && strings.EqualFold(t.word(x.First-1), "later")) {
			return true
		}
	}
	return false
}

// timely corrects the status by the time: what lies wholly ahead is planned
// even if told in the present, what is told in the present and has begun is
// held.
func (p *page) timely(e *event) {
	first, _, ok := e.when.Bounds()
	if !ok {
		return
	}
	if e.status == Held && (first > p.ref || p.laterToday(e)) {
		e.status = Planned
		p.stay(e)
	}
	if e.status == Held && e.trig != nil && e.trig.Noun && len(e.times) == 1 && first < p.ref-270 { // "in time for his visit starting on April 29"
		x := &p.times[e.times[0]]
		if f, _, ok := x.Resolve(p.ref, timex.Future).Bounds(); ok && x.Kind == timex.Yearless && p.inRange[e.times[0]] < 0 && f < p.ref+90 && x.Direction != timex.Past {
			e.when, e.status = x.Resolve(p.ref, timex.Future), Planned
			p.stay(e)
		}
	}
}
