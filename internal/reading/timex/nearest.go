package timex

import "github.com/chancery-project/chancery/internal/edtf"

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
