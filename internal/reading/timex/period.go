package timex

import "github.com/chancery-project/chancery/internal/edtf"

// period is one unit of the calendar, such as the third quarter of 1989: its
// unit and its first day. A weekend is known by the Monday of its week.
type period struct {
	unit Unit
	day  edtf.Day
}

func mustDay(y, m, d int) edtf.Day {
	day, err := edtf.NewDay(y, m, d)
	if err != nil {
		return edtf.MinDay
	}
	return day
}

// periodOf gives the unit that day lies in.
func periodOf(unit Unit, day edtf.Day) period {
	y, m, _ := day.Civil()
	switch unit {
	case Weekend, Week, Fortnight:
		return period{unit, day.Monday()}
	case Month:
		return period{unit, day.MonthStart()}
	case Quarter:
		return period{unit, mustDay(y, (m-1)/3*3+1, 1)}
	case Season:
		if m < 3 {
			return period{unit, mustDay(max(y-1, 1), 12, 1)}
		}
		return period{unit, mustDay(y, m/3*3, 1)}
	case Half:
		return period{unit, mustDay(y, (m-1)/6*6+1, 1)}
	case Year:
		return period{unit, day.YearStart()}
	case Decade:
		return period{unit, mustDay(max(y-y%10, 1), 1, 1)}
	case Century:
		return period{unit, mustDay(max(y-y%100, 1), 1, 1)}
	case Millennium:
		return period{unit, mustDay(max(y-y%1000, 1), 1, 1)}
	}
	return period{unit, day}
}

// move gives the unit n units later.
func (p period) move(n int) period {
	if m := p.unit.months(); m > 0 {
		return period{p.unit, p.day.AddMonths(n * m)}
	}
	return period{p.unit, p.day + edtf.Day(n*p.unit.days())}
}

// bounds gives the first and the last day.
func (p period) bounds() (first, last edtf.Day) {
	switch {
	case p.unit == Weekend:
		return p.day + 5, p.day + 6
	case p.unit.months() > 0:
		return p.day, p.day.AddMonths(p.unit.months()) - 1
	case p.unit.days() > 0:
		return p.day, p.day + edtf.Day(p.unit.days()) - 1
	}
	return p.day, p.day
}

// part gives the nth of the smaller units in p, counted from 1; from the end
// where n is negative. Weeks of a month are its days 1-7, 8-14, 15-21, 22-28
// where it does not begin on a Monday; the last week is its last seven days.
func (p period) part(unit Unit, n int) (first, last edtf.Day, ok bool) {
	first, last = p.bounds()
	switch {
	case unit.months() > 0:
		m := unit.months()
		if n < 0 {
			return last.MonthStart().AddMonths((n + 1) * m).AddMonths(1 - m), last.MonthStart().AddMonths((n+2)*m - m).MonthEnd(), true
		}
		a := first.AddMonths((n - 1) * m)
		return a, a.AddMonths(m) - 1, a <= last
	case unit.days() > 0:
		d := edtf.Day(unit.days())
		if n < 0 {
			return last + edtf.Day(n)*d + 1, last + edtf.Day(n+1)*d, true
		}
		a := first + edtf.Day(n-1)*d
		return a, min(a+d-1, last), a <= last
	}
	return 0, 0, false
}

// edtf writes p, narrowed by a modifier, counted from anchor.
func (p period) edtf(mod Mod, anchor edtf.Day) edtf.Date {
	first, last := p.bounds()
	switch mod {
	case Rest:
		if anchor > first && anchor <= last {
			first = anchor
		}
		return edtf.Interval(first, last)
	case Elapsed:
		if p.unit == Week && anchor >= first && anchor < last {
			last = anchor
		}
	case NoMod, About, MoreThan, LessThan:
	default:
		first, last = p.narrow(mod, first, last)
	}
	if p.unit == Season && last.Month()%3 == 2 && first == p.day {
		y, m, _ := p.day.Civil()
		return edtf.SeasonDate(y, edtf.Season(20+m/3))
	}
	return edtf.Interval(first, last)
}

// narrow takes a part of p as the project's coding rules have it: thirds of a
// month are days 1-10, 11-20 and 21 to the end; early, mid and late in a year
// are its months 1-4, 5-8 and 9-12; its first months are 1-3. What the rules
// leave open is done alike: thirds of a season are its months, of a week
// Monday to Wednesday, Tuesday to Thursday and Thursday to Sunday, of a decade
// its years 0-3, 4-6 and 7-9.
func (p period) narrow(mod Mod, first, last edtf.Day) (edtf.Day, edtf.Day) {
	switch p.unit {
	case Week:
		switch mod {
		case Early, FirstPart, Opening:
			return first, first + 2
		case Mid:
			return first + 1, first + 3
		case Late, LastPart, Closing:
			return first + 3, last
		case End:
			return first + 4, last
		}
	case Month:
		switch mod {
		case Early, Opening:
			return first, first + 9
		case Mid:
			return first + 10, first + 19
		case Late, End, Closing:
			return first + 20, last
		case FirstPart:
			return first, first + 14
		case LastPart:
			return first + 15, last
		}
	case Quarter, Season:
		switch mod {
		case Early, Opening, FirstPart:
			return first, first.MonthEnd()
		case Mid:
			return first.AddMonths(1), first.AddMonths(1).MonthEnd()
		case Late, End, Closing, LastPart:
			return last.MonthStart(), last
		}
	case Year:
		switch mod {
		case Early:
			return first, first.AddMonths(4) - 1
		case Opening:
			return first, first.AddMonths(3) - 1
		case Mid:
			return first.AddMonths(4), first.AddMonths(8) - 1
		case Late:
			return first.AddMonths(8), last
		case Closing:
			return first.AddMonths(9), last
		case End:
			return first.AddMonths(11), last
		case FirstPart:
			return first, first.AddMonths(6) - 1
		case LastPart:
			return first.AddMonths(6), last
		}
	case Decade:
		switch mod {
		case Early, Opening:
			return first, first.AddMonths(48) - 1
		case FirstPart:
			return first, first.AddMonths(60) - 1
		case Mid:
			return first.AddMonths(48), first.AddMonths(84) - 1
		case Late, End, Closing:
			return first.AddMonths(84), last
		case LastPart:
			return first.AddMonths(60), last
		}
	}
	return first, last
}
