package edtf

import (
	"fmt"
	"time"
)

// Day is a calendar day of the proleptic Gregorian calendar, counted from
// 1970-01-01, which is 0.
type Day int32

// The first and the last day there is: 0001-01-01 and 9999-12-31. As bounds
// they stand for an open end.
const (
	MinDay Day = -719162
	MaxDay Day = 2932896
)

// NewDay gives the day y-m-d. It refuses a year outside 1 to 9999, a month
// outside 1 to 12 and a day that the month does not have.
func NewDay(y, m, d int) (Day, error) {
	switch {
	case y < 1 || y > 9999:
		return 0, fmt.Errorf("year %d is not between 1 and 9999", y)
	case m < 1 || m > 12:
		return 0, fmt.Errorf("there is no month %d", m)
	case d < 1 || d > MonthDays(y, m):
		return 0, fmt.Errorf("%04d-%02d has no day %d", y, m, d)
	}
	return civil(y, m, d), nil
}

// ParseDay reads "YYYY-MM-DD". The error names what is wrong.
func ParseDay(s string) (Day, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("date %q: want YYYY-MM-DD", s)
	}
	y, yok := digits(s[:4])
	m, mok := digits(s[5:7])
	d, dok := digits(s[8:])
	if !yok || !mok || !dok {
		return 0, fmt.Errorf("date %q: want YYYY-MM-DD", s)
	}
	day, err := NewDay(y, m, d)
	if err != nil {
		return 0, fmt.Errorf("date %q: %w", s, err)
	}
	return day, nil
}

// MonthDays is how many days month m (1 to 12) of year y has.
func MonthDays(y, m int) int {
	if m == 2 && (y%4 == 0 && y%100 != 0 || y%400 == 0) {
		return 29
	}
	return [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[m-1]
}

// Civil gives year, month (1 to 12) and day of the month.
func (d Day) Civil() (year, month, day int) {
	// Days from 0000-03-01, in eras of 400 years; years start in March.
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	year = yoe + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// civil is the inverse of Civil, for a day that exists.
func civil(y, m, d int) Day {
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}

// Year gives the year.
func (d Day) Year() int { y, _, _ := d.Civil(); return y }

// Month gives the month, 1 to 12.
func (d Day) Month() int { _, m, _ := d.Civil(); return m }

// Weekday gives the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(((int(d)+4)%7 + 7) % 7)
}

// Monday gives the Monday on or before d, the first day of its week.
func (d Day) Monday() Day { return d - Day((int(d.Weekday())+6)%7) }

// ISOWeek gives the ISO 8601 week number of d, 1 to 53, and the year that the
// week belongs to.
func (d Day) ISOWeek() (year, week int) {
	thursday := d.Monday() + 3
	year = thursday.Year()
	return year, int(thursday-civil(year, 1, 1))/7 + 1
}

// MonthStart gives the first day of d's month.
func (d Day) MonthStart() Day { y, m, _ := d.Civil(); return civil(y, m, 1) }

// MonthEnd gives the last day of d's month.
func (d Day) MonthEnd() Day { y, m, _ := d.Civil(); return civil(y, m, MonthDays(y, m)) }

// YearStart gives 1 January of d's year.
func (d Day) YearStart() Day { return civil(d.Year(), 1, 1) }

// YearEnd gives 31 December of d's year.
func (d Day) YearEnd() Day { return civil(d.Year(), 12, 31) }

// AddMonths gives the same day of the month n months on (back, where n is
// negative), or that month's last day where it has no such day. It stops at
// MinDay and MaxDay.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Civil()
	total := y*12 + m - 1 + n
	y, m = floorDiv(total, 12), total-floorDiv(total, 12)*12+1
	switch {
	case y < 1:
		return MinDay
	case y > 9999:
		return MaxDay
	}
	return civil(y, m, min(day, MonthDays(y, m)))
}

// String gives "YYYY-MM-DD".
func (d Day) String() string {
	var b [10]byte
	return string(d.append(b[:0]))
}

// append writes "YYYY-MM-DD" behind b.
func (d Day) append(b []byte) []byte {
	y, m, day := d.Civil()
	return append2(append(append2(append(append4(b, y), '-'), m), '-'), day)
}

func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10%10), byte('0'+n%10)) }

func append4(b []byte, n int) []byte { return append2(append2(b, n/100), n%100) }

// digits reads s as a number if it is nothing but digits.
func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}
