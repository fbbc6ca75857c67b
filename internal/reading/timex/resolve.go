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
	n := int(m.n)
	if m.unit == Weekend && m.which == comingOne && isoWeekday(anchor) < 6 {
		n = 0 // "the coming weekend" is the one of this week
	}
	if m.unit >= Day {
		p = p.move(n)
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
