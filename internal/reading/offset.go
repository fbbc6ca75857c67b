package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// offset says how far the time of one thing lies from that of another: "three
// days after a trip to Kyiv", "on the eve of the summit".
type offset struct {
	exact    bool // "exactly a year after", "a year to the day after"
	n        int  // whole units behind the other; before it where negative
	unit     timex.Unit
	of       int // the noun or verb that it is counted from
	from, to int // the words counted from, the last one included
}

// readOffsets dates of two things told in one sentence the one by the other.
func (p *page) readOffsets(si int) {
	t := p.tree(si)
	for i := 1; i+1 < len(t.s.Tokens); i++ {
		if o, ok := offsetAt(t, i); ok {
			p.reachDate(si, &o)
			p.events = slices.DeleteFunc(p.events, func(e event) bool { return e.sent == si && o.mixes(&e) })
			p.partAtOffset(si, &o)
			p.dateByOffset(si, o)
		}
	}
}

// offsetAt reads the offset whose "after", "before" or "of" is word i.
func offsetAt(t *tree, i int) (offset, bool) {
	o := offset{n: 1, unit: timex.Day, of: t.head(i)}
	if o.of <= i || t.rel(i) != language.RelCase && t.rel(i) != language.RelMark {
		return o, false
	}
	eve := false
	switch strings.ToLower(t.word(i)) {
	case "after":
	case "before":
		o.n = -1
	case "of":
		if eve = t.lemma(i-1) == "eve" && i > 2 && t.word(i-2) == "the"; !eve {
			return o, false
		}
		o.n = -1
	default:
		return o, false
	}
	o.from = i + 1
	for o.to = o.of; o.to+1 < len(t.s.Tokens) && t.within(o.to+1, o.of); o.to++ {
	}
	if eve {
		return o, true
	}
	n := 0
	if i > 4 && t.word(i-1) == "day" && t.word(i-2) == "the" && t.word(i-3) == "to" { // "a year to the day after"
		i, o.exact = i-3, true
	}
	if i > 2 && strings.EqualFold(t.word(i-3), "exactly") {
		o.exact = true
	}
	if i > 1 {
		w := strings.ToLower(t.word(i - 2))
		if n = cardinal(w); w == "a" || w == "an" || w == "the" || w == "single" {
			n = 1
		}
		if w == "the" && t.lemma(i-1) != "day" {
			return o, false // "the weeks before"
		}
		if i > 2 && t.word(i-3) == "for" {
			return o, false
		}
	}
	switch strings.ToLower(t.word(i - 1)) {
	case "day", "days":
	case "week", "weeks":
		n *= 7
	case "fortnight":
		n *= 14
	case "month", "months":
		o.unit = timex.Month
	case "year", "years":
		o.unit = timex.Year
	default:
		return o, false
	}
	o.n *= n
	return o, n > 0
}

// move gives the day, month or year that lies so far from a day.
func (o *offset) move(day edtf.Day, n int) edtf.Date {
	switch o.unit {
	case timex.Year:
		n *= 12
	case timex.Month:
	default:
		return edtf.DayDate(day + edtf.Day(n))
	}
	if o.exact {
		return edtf.DayDate(day.AddMonths(n))
	}
	first := day.MonthStart().AddMonths(n)
	return edtf.Interval(first, first.MonthEnd())
}

// inside tells whether a word stands among those that the offset is counted from.
func (o *offset) inside(i int) bool { return i >= o.from && i <= o.to }

// reachDate takes in the date right behind the words counted from, which the
// tree has hung on the verb: "four days after the attack on October 18".
func (p *page) reachDate(si int, o *offset) {
	t := p.tree(si)
	if t.upos(o.of) != language.NOUN || o.to+2 >= len(t.s.Tokens) {
		return
	}
	if w := t.word(o.to + 1); w != "on" && w != "in" {
		return
	}
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; x.First == o.to+2 && (x.Kind == timex.Absolute || x.Kind == timex.Yearless) {
			o.to = x.Last
		}
	}
}

// mixes tells a visit read from words on both sides of an offset: the arrival
// of "arrived in Moscow two days after a trip to Kyiv" with the place of the trip.
func (o *offset) mixes(e *event) bool {
	return e.kind == Visit && e.place.country != "" && e.place.sent == e.sent && o.inside(e.tok) != o.inside(e.place.tok)
}

// dateByOffset gives the engagements on the one side of an offset the time
// that follows from the other side.
func (p *page) dateByOffset(si int, o offset) {
	t := p.tree(si)
	far := p.dayInside(si, &o)
	above, near := p.aboveOffset(si, &o)
	if far != 0 { // counted from a day told
		for _, e := range near {
			if len(e.times) > 0 && e.times[0] >= 0 && !p.timeInside(si, &o, e.times[0]) && e.when.Precision() == edtf.PrecisionDay {
				continue
			}
			e.when, e.times, e.counted = o.move(far, o.n), nil, true
			if day, _, _ := e.when.Bounds(); e.status == Held && day > p.ref {
				e.status = Planned
			}
		}
		return
	}
	day := p.dayAbove(si, &o, above, near)
	if day == 0 {
		return
	}
	for k := range p.events {
		e := &p.events[k]
		if e.sent != si || !o.inside(e.tok) || e.kind == Arrangement || e.kind == Invitation {
			continue
		}
		e.when, e.times, e.counted = o.move(day, -o.n), nil, true
		f, l, ok := e.when.Bounds()
		if ok && f > p.ref && e.status == Held && t.tok(t.clause(e.tok)).XPOS != language.XPOSVBD {
			e.status = Planned
		} else if ok && l < p.ref && e.status == Planned && t.tok(t.clause(e.tok)).XPOS == language.XPOSVBD { // "his planned trip comes a month after X visited"
			e.status = Held
		}
	}
}

// partAtOffset takes from talks on the one side of an offset those who are told
// on the other: "met Kamikawa on Friday, a day after talks with Cho". Who acts
// takes part in both.
func (p *page) partAtOffset(si int, o *offset) {
	t := p.tree(si)
	for k := range p.events {
		e := &p.events[k]
		if e.sent != si || e.kind != Meeting && e.kind != Call || e.countries() < 3 {
			continue
		}
		inside := o.inside(e.tok)
		keep := slices.Clone(e.parties)
		keep = slices.DeleteFunc(keep, func(q participant) bool {
			if q.sent != si || o.inside(q.tok) == inside {
				return false
			}
			subject := false
			for n, i := 0, q.tok; i >= 0 && n < 6 && !subject; n, i = n+1, t.head(i) {
				subject = t.rel(i) == language.RelNsubj || t.rel(i) == language.RelNsubjPass
			}
			return !subject || o.inside(q.tok)
		})
		probe := event{parties: keep}
		if probe.countries() >= 2 {
			e.parties = keep
		}
	}
}

// timeInside tells whether an expression stands among the words counted from.
func (p *page) timeInside(si int, o *offset, k int32) bool {
	return p.times[k].Sentence == si && o.inside(p.times[k].First)
}

// dayInside gives the day of what an offset is counted from: that of an
// expression among its words, else of the engagement told before that its
// words take up; 0 for none.
func (p *page) dayInside(si int, o *offset) edtf.Day {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if !o.inside(x.First) || x.Type == timex.Duration || x.Type == timex.Set || x.Kind == timex.Anaphoric || x.Kind == timex.Vague {
			continue
		}
		d := x.EDTF
		for i := range p.events { // by the tense of what it dates
			if e := &p.events[i]; e.sent == si && o.inside(e.tok) && slices.Contains(e.times, k) {
				d = e.when
			}
		}
		if r := p.inRange[k]; r >= 0 && p.times[p.ranges[r].First].Type != timex.Duration { // not "two days after Christmas" as a whole
			d = p.ranges[r].EDTF
		}
		first, last, ok := d.Bounds()
		if !ok || last-first > 6 && o.unit == timex.Day || last-first > 31 {
			return 0
		}
		if o.n > 0 {
			return last
		}
		return first
	}
	if !t.childLemma(o.of, language.RelDet, "the", "this", "that") {
		return 0
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		e := &p.events[k]
		first, last, ok := e.when.Bounds()
		if e.sent == si && e.tok >= o.from || !ok || e.trig == nil || si-e.sent > 4 || last-first > 6 {
			continue
		}
		if e.trig.Word == t.lemma(o.of) || e.kind == Summit && gatheringNoun(t.lemma(o.of)) {
			if o.n > 0 {
				return last
			}
			return first
		}
	}
	return 0
}

// aboveOffset gives the word that an offset says the time of, and the
// engagements that take their time from it.
func (p *page) aboveOffset(si int, o *offset) (int, []*event) {
	t := p.tree(si)
	var near []*event
	for n, h := 0, t.head(o.of); h >= 0 && n < 4; n, h = n+1, t.head(h) {
		for k := range p.events {
			e := &p.events[k]
			if e.sent == si && !o.inside(e.tok) && e.kind != Arrangement && e.kind != Invitation && p.chained(t, e.tok, h) {
				near = append(near, e)
			}
		}
		if len(near) > 0 || t.isVerb(h) {
			return h, near
		}
	}
	return -1, nil
}

// dayAbove gives the day of the clause that an offset belongs to; 0 for none.
func (p *page) dayAbove(si int, o *offset, above int, near []*event) edtf.Day {
	t := p.tree(si)
	for _, e := range near {
		if len(e.times) == 0 || p.timeInside(si, o, e.times[0]) || p.times[e.times[0]].Sentence != si {
			continue
		}
		if first, last, ok := e.when.Bounds(); ok && first == last {
			return first
		}
	}
	if above < 0 {
		return 0
	}
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if o.inside(x.First) || x.Type == timex.Duration || t.head(p.timeHead(t, x)) != above {
			continue
		}
		if first, last, ok := x.EDTF.Bounds(); ok && first == last {
			return first
		}
	}
	if st, _, present := p.tense(t, above); si <= p.lead()+1 && st == Held && !present && t.isVerb(above) && !hasAux(t, above) && o.unit == timex.Day {
		return p.newsDay()
	}
	return 0
}
