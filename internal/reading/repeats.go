package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// occasion is one of several times at which a sentence says that something
// happened.
type occasion struct {
	time  int32 // index into page.times
	when  edtf.Date
	where locus // no country where none is told
}

// readRepeats tells apart what one verb tells of several times: "visited Rome
// in May 2019 and in June 2022", "met in Beijing in 2023 and again in Kazan in
// October 2024", "met twice last year, in Vientiane in July and in Rio in
// November". Days that follow one another are one engagement.
func (p *page) readRepeats(si int) {
	for i := range len(p.events) { // not those that it adds
		e := &p.events[i]
		if e.sent != si || !contactKind(e.kind) || e.practice != "" || e.status != Held && e.status != Planned {
			continue
		}
		first := p.listFrom(si, e.tok)
		listed := first >= 0
		if !listed {
			if len(e.times) == 0 {
				continue
			}
			p.splitYears(e)
			first = slices.Max(e.times)
		}
		list := p.occasions(si, first)
		if len(list) < 2 {
			continue
		}
		before := p.ref + 1
		if listed {
			before = p.yearCounted(e, first)
		}
		p.dateOccasions(e, list, before)
		if listed || e.when != "" && !overlap(e.when, list[0].when) && p.times[first].Kind == timex.Yearless {
			e.when, e.times = list[0].when, []int32{first}
			if l := p.listPlace(si, first); listed && l.country != "" && e.kind != Visit {
				e.place = l
			}
		}
		for _, o := range list[1:] {
			one := *e
			one.when, one.times = o.when, []int32{o.time}
			if o.where.country != "" {
				one.place = o.where
			}
			if one.when == "" || overlap(one.when, e.when) || one.kind == Visit && one.place.country != e.place.country {
				break
			}
			one.parties = slices.Clone(e.parties)
			p.events = append(p.events, one)
			e = &p.events[i]
		}
	}
}

// occasions follows a list of times from its first on.
func (p *page) occasions(si int, first int32) []occasion {
	out := []occasion{{time: first}}
	for k := first; ; {
		next, where := p.timeBeside(si, k)
		if next < 0 {
			return out
		}
		out = append(out, occasion{time: next, where: where})
		k = next
	}
}

// dateOccasions gives the times of a list their dates: a month without a year
// lies behind the one before it that has one, or else before the next, the last
// of them before a day.
func (p *page) dateOccasions(e *event, list []occasion, before edtf.Day) {
	si := e.sent
	for k := range list {
		x := &p.times[list[k].time]
		switch {
		case x.Kind == timex.Absolute || p.inRange[list[k].time] >= 0:
			list[k].when = x.EDTF
		case k > 0 && list[k-1].when != "" && p.monthAlone(si, x):
			_, last, _ := list[k-1].when.Bounds()
			list[k].when = x.Resolve(last+1, timex.Future)
		case k == 0 && e.status == Planned || !p.monthAlone(si, x):
			list[k].when = p.resolve(e, list[k].time)
		}
	}
	for k := len(list) - 1; k >= 0; k-- {
		if list[k].when != "" {
			continue
		}
		if k+1 < len(list) {
			if first, _, ok := list[k+1].when.Bounds(); ok {
				before = first
			}
		}
		list[k].when = p.times[list[k].time].Resolve(before, timex.Past)
	}
}

// yearCounted gives the day after the year in which a list counts: "twice in
// 2023, in March and October"; the day after the report where none is told.
func (p *page) yearCounted(e *event, first int32) edtf.Day {
	for _, k := range p.sents[e.sent].times {
		if x := &p.times[k]; x.First > e.tok && k < first && len(x.EDTF) == len("2023") {
			if _, last, ok := x.EDTF.Bounds(); ok && last <= p.ref {
				return last + 1
			}
		}
	}
	return p.ref + 1
}

// monthAlone tells a month or a day of one that is said without its year: "in
// July", "that May".
func (p *page) monthAlone(si int, x *timex.Expression) bool {
	switch strings.ToLower(p.tree(si).word(x.First)) {
	case "last", "this", "next", "past":
		return false
	}
	return x.Kind == timex.Yearless
}

// inList tells whether a time is one of a list of them.
func (p *page) inList(si int, k int32) bool {
	if next, _ := p.timeBeside(si, k); next >= 0 {
		return true
	}
	if k > 0 && slices.Contains(p.sents[si].times, k-1) {
		next, _ := p.timeBeside(si, k-1)
		return next == k
	}
	return false
}

// splitYears takes for an engagement told of two years or months, "in 2019 and
// 2022", the first of them: the other is another.
func (p *page) splitYears(e *event) {
	first := slices.Min(e.times)
	r := p.inRange[first]
	if r < 0 {
		return
	}
	x := &p.times[p.ranges[r].First]
	if int32(p.ranges[r].First) != first || x.Relation == timex.From || x.EDTF.Days() < 28 || !p.apart(first, int32(p.ranges[r].Last)) {
		return
	}
	e.when, e.times = x.EDTF, []int32{first}
}

// listFrom gives the first time of the list that tells when something happened
// that is counted: "met twice last year, in Vientiane in July and in Rio in
// November"; -1 where there is no such list.
func (p *page) listFrom(si, i int) int32 {
	t := p.tree(si)
	if !counted(t, i) {
		return -1
	}
	from := i
	t.children(i, func(c int) bool {
		if w := t.word(c); w == "twice" || w == "thrice" || w == "times" {
			from = c
		}
		return true
	})
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.First <= from || x.Type != timex.Date || x.EDTF == "" {
			continue
		}
		for n := from + 1; n < x.First; n++ {
			if w := t.word(n); w == "," || w == ":" || w == "–" || w == "—" || w == "(" {
				if next, _ := p.timeBeside(si, k); next >= 0 {
					return k
				}
				break
			}
			if t.isVerb(n) {
				return -1
			}
		}
	}
	return -1
}

// listPlace gives the place beside the first time of a list: "in Vientiane in
// July", "in June at the G7 in Italy".
func (p *page) listPlace(si int, k int32) locus {
	t := p.tree(si)
	x := &p.times[k]
	for n := x.First - 1; n > 0 && x.First-n <= 4 && t.upos(n) != language.PUNCT; n-- {
		if l, ok := p.siteAt(si, n); ok {
			return l
		}
	}
	for n := x.Last + 1; n < len(t.s.Tokens) && n-x.Last <= 8 && t.upos(n) != language.PUNCT && t.word(n) != "and"; n++ {
		if l, ok := p.siteAt(si, n); ok {
			return l
		}
	}
	return locus{}
}

// siteAt gives the place named at a token.
func (p *page) siteAt(si, n int) (locus, bool) {
	if m := p.mention(si, n); m == nil || m.kind != mCity && m.kind != mState && m.kind != mSeat {
		return locus{}, false
	}
	return p.placeAt(si, n)
}

// timeBeside gives the next time that an "and" or a comma joins to one, with the
// place that is told with it, before it or right behind it; -1 where there is
// none.
func (p *page) timeBeside(si int, k int32) (int32, locus) {
	t := p.tree(si)
	next := k + 1
	if !slices.Contains(p.sents[si].times, next) {
		return -1, locus{}
	}
	x, y := &p.times[k], &p.times[next]
	joined, where := false, locus{}
	for n := x.Last + 1; n < y.First; n++ {
		switch w := strings.ToLower(t.word(n)); w {
		case "and", ",":
			joined, where = true, locus{}
			continue
		case "again", "then", "later", "in", "on", "once", "more", "the", "also", "at", "before", "during", "of", "a", "sidelines", "margins", "summit", "forum", "second", "third", "other":
			continue
		}
		if l, ok := p.siteAt(si, n); ok {
			where = l
			continue
		}
		if m := p.mention(si, n); m == nil || m.kind != mGathering && m.kind != mOrg && m.kind != mCity && m.kind != mState && m.kind != mSeat {
			return -1, locus{}
		}
	}
	if !joined || y.Type != timex.Date || y.EDTF == "" || y.Kind == timex.Vague || t.clause(y.First) != t.clause(x.First) && t.rel(t.clause(y.First)) != language.RelConj || !p.apart(k, next) {
		return -1, locus{}
	}
	if t.word(x.Last+1) == "," && p.partOf(x.EDTF, next) != "" { // "last year, on 13 January": one day
		return -1, locus{}
	}
	if n := y.Last + 1; where.country == "" && n+1 < len(t.s.Tokens) && (t.word(n) == "in" || t.word(n) == "at") { // "in June in Rome and in July in Berlin"
		where, _ = p.siteAt(si, n+1)
	}
	return next, where
}

// apart tells whether two times lie more than a week from each other, or are
// two years: "last December and January" may be one stay.
func (p *page) apart(a, b int32) bool {
	x, y := &p.times[a], &p.times[b]
	if x.Kind == timex.Yearless && y.Kind == timex.Yearless {
		return x.EDTF != y.EDTF && (p.inRange[a] < 0 || p.inRange[a] != p.inRange[b])
	}
	f, l, ok := x.EDTF.Bounds()
	f2, l2, ok2 := y.EDTF.Bounds()
	if !ok || !ok2 {
		return false
	}
	if f2 < f {
		f, l, f2, l2 = f2, l2, f, l
	}
	return f2-l > 7 || l < f2 && l-f >= 360 && l2-f2 >= 360
}
