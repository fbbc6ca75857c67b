package timex

import "github.com/chancery-project/chancery/internal/edtf"

// date gives the date that m names, counted from anchor.
func (m *meaning) date(anchor edtf.Day, dir Direction, mod Mod) edtf.Date {
	if m.how == spanned {
		return m.stretch(anchor)
	}
	p, ok := m.period(anchor, dir)
	if !ok {
		return ""
	}
	if m.nth != 0 {
		if first, last, ok := p.part(m.part, int(m.nth)); ok {
			return edtf.Interval(first, last)
		}
		return ""
	}
	if m.how == calendar && m.unit == Year && m.n > 0 && mod == NoMod {
		return edtf.Years(int(m.year), int(m.year)+int(m.n))
	}
	return p.edtf(mod, anchor)
}

// period gives the unit of the calendar that m lies in, before any numbered
// part of it is taken. ok is false for lengths and vague times.
func (m *meaning) period(anchor edtf.Day, dir Direction) (period, bool) {
	if m.fixed != Unknown {
		dir = m.fixed
	}
	switch m.how {
	case calendar:
		return m.inYear(int(m.year))
	case yearless:
		return m.nearYear(anchor, dir)
	case dayOnly:
		return m.nearDay(anchor, dir)
	case weekdayIn:
		return m.nearWeekday(anchor, dir), true
	case shifted:
		return m.shift(anchor, dir)
	case stepped:
		return m.step(anchor), true
	case nowhere:
		if m.clock || m.hours != noPart {
			return period{Day, anchor}, true
		}
	}
	return period{}, false
}

// inYear places m, which names no year or the year y, in y.
func (m *meaning) inYear(y int) (period, bool) {
	month, day := int(m.month), int(m.day)
	unit := m.inside()
	if m.nth != 0 || unit == Quarter && month == 0 {
		unit = m.unit
	}
	switch unit {
	case Quarter:
		month = 3*month - 2
	case Half:
		month = 6*month - 5
	case Season:
		month *= 3
	}
	if m.feast != noFeast {
		d, ok := m.feast.in(y)
		if m.part == Week {
			return periodOf(Week, d), ok
		}
		return period{Day, d}, ok
	}
	d, err := edtf.NewDay(y, max(month, 1), max(day, 1))
	if err != nil {
		return period{}, false
	}
	switch unit {
	case Decade, Century, Millennium, Week, Weekend:
		return periodOf(unit, d), true
	}
	return period{unit, d}, true
}

// nearYear chooses the year of a month, day, season, quarter or feast.
func (m *meaning) nearYear(anchor edtf.Day, dir Direction) (period, bool) {
	if m.week != 0 {
		if p, ok := m.weekdayYear(anchor); ok {
			return p, true
		}
	}
	year := anchor.Year()
	var best period
	found := false
	better := func(p period, ok bool) {
		if ok {
			best, found = p, true
		}
	}
	switch {
	case m.which == thisOne:
		better(m.inYear(year))
		if m.inside() == Season && m.month == 4 && anchor.Month() < 3 {
			better(m.inYear(year - 1))
		}
	case m.which == lastOne || m.which == pastOne || dir == Past:
		for y := year - 5; y <= year; y++ {
			if p, ok := m.inYear(y); ok && m.over(p, anchor) {
				better(p, ok)
			}
		}
	case m.which == nextOne || m.which == comingOne || dir == Future:
		for y := year + 5; y >= year-1; y-- {
			if p, ok := m.inYear(y); ok && m.ahead(p, anchor) {
				better(p, ok)
			}
		}
	default:
		for y := year - 1; y <= year+1; y++ {
			if p, ok := m.inYear(y); ok && (!found || distance(p, anchor, dir) <= distance(best, anchor, dir)) {
				better(p, ok)
			}
		}
	}
	return best, found
}

// over says whether p may be the past one meant: begun, and for "last May"
// also over, and not the month just gone, which would be "last month".
func (m *meaning) over(p period, anchor edtf.Day) bool {
	first, last := p.bounds()
	switch {
	case m.which == lastOne && p.unit == Month:
		return last.AddMonths(1) < anchor.MonthStart()
	case m.which == lastOne || m.which == pastOne:
		return last < anchor
	}
	return first <= anchor
}

// ahead says whether p may be the coming one meant: not over, and for "next
// May" not begun.
func (m *meaning) ahead(p period, anchor edtf.Day) bool {
	first, last := p.bounds()
	if m.which == nextOne || m.which == comingOne {
		return first > anchor
	}
	return last >= anchor
}

// distance is how far p is from anchor in days. The unlikely side counts
// five times, what is to come double in doubt, since reports look back more
// often than ahead. (Chosen on two thirds of TimeBank and AQUAINT.)
func distance(p period, anchor edtf.Day, dir Direction) int {
	back, ahead := 1, 2
	switch dir {
	case LikelyPast:
		ahead = 5
	case LikelyFuture:
		back, ahead = 5, 1
	}
	first, last := p.bounds()
	switch {
	case last < anchor:
		return back * int(anchor-last)
	case first > anchor:
		return ahead * int(first-anchor)
	}
	return 0
}

// weekdayYear chooses the year in which the day falls on the weekday told
// with it, the nearest to anchor; in doubt the earlier one.
func (m *meaning) weekdayYear(anchor edtf.Day) (period, bool) {
	for away := 0; away <= 11; away++ {
		for _, y := range [...]int{anchor.Year() - away, anchor.Year() + away} {
			p, ok := m.inYear(y)
			if ok && isoWeekday(p.day) == int(m.week) && abs(int(p.day-anchor)) <= 366*(away+1) && (away > 0 || abs(int(p.day-anchor)) < 250) {
				return p, true
			}
		}
	}
	return period{}, false
}

func isoWeekday(d edtf.Day) int { return int(d-d.Monday()) + 1 }

func abs(n int) int { return max(n, -n) }

// nearDay chooses the month of a day told without one; a weekday told with it
// must fit.
func (m *meaning) nearDay(anchor edtf.Day, dir Direction) (period, bool) {
	var best edtf.Day
	found := false
	for n := -6; n <= 6; n++ {
		y, month, _ := anchor.MonthStart().AddMonths(n).Civil()
		d, err := edtf.NewDay(y, month, int(m.day))
		if err != nil || m.week != 0 && isoWeekday(d) != int(m.week) ||
			m.week == 0 && (dir.past() && d > anchor || dir.future() && d < anchor) {
			continue
		}
		if !found || abs(int(d-anchor)) < abs(int(best-anchor)) {
			best, found = d, true
		}
	}
	return period{Day, best}, found
}

// nearWeekday gives the day of a weekday. Without more, it is the last one up
// to anchor, or with Future the first from anchor on; "last" leaves today and
// yesterday out, and "next" means the week after this one.
func (m *meaning) nearWeekday(anchor edtf.Day, dir Direction) period {
	monday, at := anchor.Monday(), edtf.Day(m.week-1)
	back := (anchor - monday - at + 7) % 7 // days since that weekday
	switch {
	case m.which == thisOne:
		return period{Day, monday + at}
	case m.which == nextOne:
		return period{Day, monday + 7 + at}
	case m.which == lastOne && back < 2:
		back += 7 // "last Sunday" on a Monday is not yesterday
	case m.which == comingOne:
		return period{Day, anchor + 7 - back}
	case m.which == anyOne && (dir.future() || dir == nearer && back > 3):
		return period{Day, anchor + (7-back)%7}
	}
	return period{Day, anchor - back}
}

// bareWeekend says whether m is "the weekend" without "this", "last" or "next".
func (m *meaning) bareWeekend() bool {
	return m.how == shifted && m.unit == Weekend && m.n == 0 && m.which == anyOne
}

// shift moves the unit around anchor by n, then goes to the part named.
func (m *meaning) shift(anchor edtf.Day, dir Direction) (period, bool) {
	if m.vague {
		return period{}, false
	}
	unit := m.unit
	if unit < Day {
		unit = Day
	}
	if m.bareWeekend() && isoWeekday(anchor) < 6 && !dir.future() {
		anchor -= 7 // "the weekend" on a working day is the one that is over
	}
	p := periodOf(unit, anchor)
	if m.unit >= Day {
		p = p.move(int(m.n))
	}
	switch {
	case m.nth != 0 || m.part == NoUnit:
		return p, true
	case m.part == Day && m.week != 0 && m.month == 0:
		return period{Day, p.day.Monday() + edtf.Day(m.week-1)}, true
	}
	inner := *m
	inner.how, inner.unit = calendar, m.part
	if m.unit == Month {
		inner.month = int8(p.day.Month())
	}
	return inner.inYear(p.day.Year())
}

// step goes exactly n units: days and weeks to the day, longer ones to the
// unit.
func (m *meaning) step(anchor edtf.Day) period {
	if months := m.unit.months(); months > 0 && m.part == Day {
		return period{Day, anchor.AddMonths(int(m.n) * months)} // "two years ago today"
	}
	if d := m.unit.days(); d > 0 || m.unit < Day {
		return period{Day, anchor + edtf.Day(int(m.n)*d)}
	}
	return periodOf(m.unit, anchor).move(int(m.n))
}

// stretch gives the days of "the past three months" or "the next few days".
// By the coding rules a few days are seven, and weeks to come end with the
// next month; a few months are taken as six.
func (m *meaning) stretch(anchor edtf.Day) edtf.Date {
	n := int(m.n)
	switch {
	case !m.vague:
	case m.unit == Day:
		n *= 7
	case m.unit == Week && n > 0:
		return edtf.Interval(anchor, anchor.MonthStart().AddMonths(1).MonthEnd())
	case m.unit == Week:
		return edtf.Interval(anchor.MonthStart().AddMonths(-1), anchor)
	case m.unit == Month:
		n *= 6
	default:
		return ""
	}
	end := anchor + edtf.Day(n*m.unit.days())
	if months := m.unit.months(); months > 0 {
		end = anchor.AddMonths(n * months)
	}
	return edtf.Interval(anchor, end)
}
