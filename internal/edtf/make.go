package edtf

import "strconv"

// Season is a part of the year as EDTF numbers it.
type Season int

// The seasons of the north.
const (
	Spring Season = 21 + iota
	Summer
	Autumn
	Winter
)

// YearDate gives "2025".
func YearDate(y int) Date {
	var b [4]byte
	return Date(append4(b[:0], y))
}

// MonthDate gives "2025-03"; m is 1 to 12.
func MonthDate(y, m int) Date {
	var b [7]byte
	return Date(append2(append(append4(b[:0], y), '-'), m))
}

// SeasonDate gives "2025-21". Winter is that which begins in December of y.
func SeasonDate(y int, s Season) Date { return MonthDate(y, int(s)) }

// DayDate gives "2025-03-09".
func DayDate(d Day) Date { return Date(d.String()) }

// Months gives the run from month m1 of y1 to month m2 of y2: "2025-01/2025-04".
func Months(y1, m1, y2, m2 int) Date {
	return Interval(civil(y1, m1, 1), civil(y2, m2, MonthDays(y2, m2)))
}

// Quarter gives the three months of quarter q (1 to 4): "2025-01/2025-03".
func Quarter(y, q int) Date { return Months(y, 3*q-2, y, 3*q) }

// Half gives the six months of half h (1 or 2): "2025-07/2025-12".
func Half(y, h int) Date { return Months(y, 6*h-5, y, 6*h) }

// Decade gives the ten years that y lies in: "1980/1989".
func Decade(y int) Date { return Years(y-y%10, y-y%10+9) }

// Years gives the run from year a to year b: "1980/1989".
func Years(a, b int) Date {
	return Interval(civil(max(a, 1), 1, 1), civil(min(b, 9999), 12, 31))
}

// Week gives the Monday to Sunday around d.
func Week(d Day) Date { return Interval(d.Monday(), d.Monday()+6) }

// Interval gives the days from a to b in the shortest form with those bounds:
// one day "2024-07-08", one month "2024-07", one year "2024", whole years
// "1980/1989", whole months "2025-01/2025-04", else days
// "2024-07-08/2024-07-14". MinDay and MaxDay become open ends. Where b lies
// before a they change places.
func Interval(a, b Day) Date {
	if b < a {
		a, b = b, a
	}
	a, b = max(a, MinDay), min(b, MaxDay)
	switch {
	case a == b:
		return DayDate(a)
	case a == MinDay || b == MaxDay:
		return openInterval(a, b)
	}
	y1, m1, d1 := a.Civil()
	y2, m2, d2 := b.Civil()
	var buf [21]byte
	out := buf[:0]
	switch whole := d1 == 1 && d2 == MonthDays(y2, m2); {
	case whole && m1 == 1 && m2 == 12 && y1 == y2:
		return YearDate(y1)
	case whole && m1 == 1 && m2 == 12:
		out = append4(append(append4(out, y1), '/'), y2)
	case whole && y1 == y2 && m1 == m2:
		return MonthDate(y1, m1)
	case whole:
		out = append2(append(append4(out, y1), '-'), m1)
		out = append2(append(append4(append(out, '/'), y2), '-'), m2)
	default:
		out = b.append(append(a.append(out), '/'))
	}
	return Date(out)
}

func openInterval(a, b Day) Date {
	switch {
	case a == MinDay && b == MaxDay:
		return "../.."
	case a == MinDay:
		return Date("../" + b.String())
	}
	return Date(a.String() + "/..")
}

// OpenFrom gives "1987-03-02/..": from d on, end not known.
func OpenFrom(d Day) Date { return openInterval(d, MaxDay) }

// OpenUntil gives "../1987-03-02": until d, start not known.
func OpenUntil(d Day) Date { return openInterval(MinDay, d) }

// Approximate marks d as about that time: "2024-07~". Intervals, periods and
// dates with a qualifier stay as they are.
func (d Date) Approximate() Date {
	v, err := parse(string(d))
	if err != nil || v.precision >= PrecisionInterval || isQualifier(d[len(d)-1]) {
		return d
	}
	return d + "~"
}

// Period gives an ISO 8601 duration, "P1Y" or "P6M"; unit is 'Y', 'M', 'W' or
// 'D' and n is at least 1.
func Period(n int, unit byte) Date {
	return Date("P" + strconv.Itoa(n) + string(rune(unit)))
}
