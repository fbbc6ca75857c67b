package timex

import (
	"fmt"
	"strconv"

	"github.com/chancery-project/chancery/internal/edtf"
)

var seasonCodes = [...]string{"WI", "SP", "SU", "FA"} // by month/3 of the first day, December as 0

// value writes p as TIMEX3 does: "1989-Q3", "1998-W08-WE", "198".
func (p period) value() string {
	y, month, _ := p.day.Civil()
	switch p.unit {
	case Week, Fortnight, Weekend:
		wy, w := p.day.ISOWeek()
		if p.unit == Weekend {
			return fmt.Sprintf("%04d-W%02d-WE", wy, w)
		}
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case Month:
		return string(edtf.MonthDate(y, month))
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", y, (month+2)/3)
	case Half:
		return fmt.Sprintf("%04d-H%d", y, (month+5)/6)
	case Season:
		return fmt.Sprintf("%04d-%s", y, seasonCodes[month/3%4])
	case Year:
		return fmt.Sprintf("%04d", y)
	case Decade:
		return fmt.Sprintf("%03d", y/10)
	case Century:
		return fmt.Sprintf("%02d", y/100)
	case Millennium:
		return fmt.Sprintf("%d", y/1000)
	}
	return p.day.String()
}

// value gives the TIMEX3 value of an expression counted from anchor.
func (m *meaning) value(typ Type, anchor edtf.Day, dir Direction, mod Mod) string {
	switch {
	case typ == Duration:
		return m.lengthValue()
	case typ == Set:
		return m.setValue()
	case m.how == vagueNow:
		return "PRESENT_REF"
	case m.how == vaguePast:
		return "PAST_REF"
	case m.how == vagueNext:
		return "FUTURE_REF"
	}
	p, ok := m.period(anchor, dir)
	if !ok {
		switch {
		case (m.how == shifted || m.how == spanned) && m.n < 0:
			return "PAST_REF"
		case m.how == shifted && m.n > 0:
			return "FUTURE_REF"
		}
		return ""
	}
	if m.nth != 0 {
		first, _, ok := p.part(m.part, int(m.nth))
		if !ok {
			return p.value()
		}
		return period{m.part, first}.value()
	}
	if p.unit == Year && (mod == FirstPart || mod == LastPart) {
		return fmt.Sprintf("%s-H%d", p.value(), mod-FirstPart+1)
	}
	return p.value() + m.clockValue()
}

func (m *meaning) clockValue() string {
	switch {
	case m.clock:
		return fmt.Sprintf("T%02d:%02d", m.hour, m.minute)
	case m.hours != noPart:
		return "T" + m.hours.code()
	}
	return ""
}

// lengthValue writes "P2Y", "PT30M", "PXD", "P1.5Y".
func (m *meaning) lengthValue() string {
	letter, time, factor := m.unit.length()
	if m.unit == Quarter {
		letter, factor = 'Q', 1
	}
	number, n := "X", max(int(m.n), -int(m.n))
	switch {
	case m.vague:
	case m.half && n == 0 && m.unit == Hour:
		return "PT30M"
	case m.half && n == 0 && m.unit == Year:
		return "P6M"
	case m.half && factor == 10:
		number = strconv.Itoa(n*10 + 5)
	case m.half:
		number = strconv.Itoa(n*factor) + ".5"
	default:
		number = strconv.Itoa(n * factor)
	}
	if m.vague && factor == 10 {
		letter = 'E'
	}
	if m.vague && factor == 100 {
		letter = 'C'
	}
	if time {
		return "PT" + number + string(rune(letter))
	}
	return "P" + number + string(rune(letter))
}

// setValue writes what comes again: "P1D", "XXXX-WXX-4", "XXXX-07".
func (m *meaning) setValue() string {
	switch {
	case m.week != 0:
		return fmt.Sprintf("XXXX-WXX-%d", m.week) + m.clockValue()
	case m.unit == Season && m.month != 0:
		return "XXXX-" + seasonCodes[m.month%4]
	case m.unit == Quarter && m.month != 0:
		return fmt.Sprintf("XXXX-Q%d", m.month)
	case m.month != 0 && m.day != 0:
		return fmt.Sprintf("XXXX-%02d-%02d", m.month, m.day)
	case m.month != 0:
		return fmt.Sprintf("XXXX-%02d", m.month)
	case m.hours != noPart:
		return "XXXX-XX-XXT" + m.hours.code()
	case m.unit == Quarter && m.n == 1:
		return "P3M"
	}
	return m.lengthValue()
}

// repeat gives the period of a set as an arrangement has it: "P1Y" for "every
// year" and "each March", "P6M" for "twice a year". It is empty where the
// period is unknown or shorter than a day.
func (m *meaning) repeat() edtf.Date {
	switch {
	case m.vague || m.unit < Day && m.week == 0 && m.hours == noPart:
		return ""
	case m.week != 0:
		return edtf.Period(1, 'W')
	case m.month != 0:
		return edtf.Period(1, 'Y')
	case m.hours != noPart:
		return edtf.Period(1, 'D')
	}
	letter, _, factor := m.unit.length()
	n, often := max(int(m.n), 1)*factor, max(int(m.often), 1)
	if often > 1 {
		switch {
		case letter == 'Y' && n*12%often == 0:
			letter, n = 'M', n*12/often
		case letter == 'M' && n == 1 && often == 2:
			letter, n = 'W', 2
		case n%often == 0:
			n /= often
		}
	}
	return edtf.Period(n, letter)
}
