package edtf

import (
	"fmt"
	"strings"
)

// parsed is what an expression says.
type parsed struct {
	first, last Day
	precision   Precision
}

// Parse reads an EDTF expression. It takes levels 0 and 1 for years 1 to 9999
// without time of day (qualifiers ? ~ % at the end of a date, X for unknown
// digits at its end, seasons 21-24, open and unknown interval ends), of level
// 2 the quarters 33-36, quadrimesters 37-39 and semesters 40-41, and ISO 8601
// durations in whole years, months, weeks and days.
// The error quotes s and says which part is wrong.
func Parse(s string) (Date, error) {
	if _, err := parse(s); err != nil {
		return "", err
	}
	return Date(s), nil
}

func parse(s string) (parsed, error) {
	switch {
	case s == "":
		return parsed{}, errEmpty
	case s[0] == 'P':
		return parsed{precision: PrecisionPeriod}, parsePeriod(s)
	}
	from, to, found := strings.Cut(s, "/")
	if !found {
		return parseDate(s, s)
	}
	v := parsed{MinDay, MaxDay, PrecisionInterval}
	if !openEnd(from) {
		a, err := parseDate(s, from)
		if err != nil {
			return parsed{}, err
		}
		v.first = a.first
	}
	if !openEnd(to) {
		b, err := parseDate(s, to)
		if err != nil {
			return parsed{}, err
		}
		v.last = b.last
	}
	if v.last < v.first {
		return parsed{}, &syntaxError{s, "ends before it begins"}
	}
	return v, nil
}

func openEnd(s string) bool { return s == "" || s == ".." }

func isQualifier(c byte) bool { return c == '?' || c == '~' || c == '%' }

// parseDate reads one date, without interval; all is the expression it is
// part of, for errors.
func parseDate(all, s string) (parsed, error) {
	if n := len(s); n > 0 && isQualifier(s[n-1]) {
		s = s[:n-1]
	}
	shape := len(s) == 4 || len(s) == 7 && s[4] == '-' || len(s) == 10 && s[4] == '-' && s[7] == '-'
	if !shape {
		return parsed{}, &syntaxError{all, "want YYYY, YYYY-MM or YYYY-MM-DD, or two of them with a slash between"}
	}
	y, missing, ok := yearDigits(s[:4])
	if !ok {
		return parsed{}, &syntaxError{all, "the year is not four digits"}
	}
	if y < 1 && missing == 0 {
		return parsed{}, &syntaxError{all, "there is no year 0"}
	}
	if len(s) == 4 || s[5:7] == "XX" {
		return parseYear(all, s, y, missing)
	}
	m, ok := digits(s[5:7])
	switch {
	case missing > 0:
		return parsed{}, &syntaxError{all, "a month of an unknown year"}
	case !ok:
		return parsed{}, &syntaxError{all, "the month is not two digits"}
	case len(s) == 7 && m > 20:
		return parseSeason(all, y, m)
	case m < 1 || m > 12:
		return parsed{}, &syntaxError{all, fmt.Sprintf("there is no month %d", m)}
	case len(s) == 7 || s[8:] == "XX":
		return parsed{civil(y, m, 1), civil(y, m, MonthDays(y, m)), PrecisionMonth}, nil
	}
	d, ok := digits(s[8:])
	if !ok {
		return parsed{}, &syntaxError{all, "the day is not two digits"}
	}
	day, err := NewDay(y, m, d)
	if err != nil {
		return parsed{}, &syntaxError{all, err.Error()}
	}
	return parsed{day, day, PrecisionDay}, nil
}

// yearDigits reads four digits, of which the last one or two may be X: "198X"
// gives 1980 and 1 missing.
func yearDigits(s string) (y, missing int, ok bool) {
	known := strings.TrimRight(s, "X")
	missing = len(s) - len(known)
	y, ok = digits(known)
	for range missing {
		y *= 10
	}
	return y, missing, ok && missing <= 2
}

func parseYear(all, s string, y, missing int) (parsed, error) {
	if len(s) == 10 && s[8:] != "XX" {
		return parsed{}, &syntaxError{all, "a day of an unknown month"}
	}
	span := [...]int{0, 9, 99}[missing]
	precision := [...]Precision{PrecisionYear, PrecisionDecade, PrecisionCentury}[missing]
	return parsed{civil(max(y, 1), 1, 1), civil(y+span, 12, 31), precision}, nil
}

// seasonMonths has the first and last month of what EDTF numbers from 33.
var seasonMonths = [...][2]int{{1, 3}, {4, 6}, {7, 9}, {10, 12}, {1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}}

func parseSeason(all string, y, m int) (parsed, error) {
	switch {
	case m <= 24:
		from := 3 * (m - 20)
		if m == 24 {
			return parsed{civil(y, 12, 1), min(civil(y+1, 2, 28), MaxDay), PrecisionSeason}, nil
		}
		return parsed{civil(y, from, 1), civil(y, from+2, 28), PrecisionSeason}, nil
	case m >= 33 && m <= 41:
		s := seasonMonths[m-33]
		return parsed{civil(y, s[0], 1), civil(y, s[1], MonthDays(y, s[1])), PrecisionSeason}, nil
	}
	return parsed{}, &syntaxError{all, fmt.Sprintf("there is no month or season %d", m)}
}

// parsePeriod reads "P", then numbers with Y, M, W, D in that order, at least
// one.
func parsePeriod(s string) error {
	units, rest := "YMWD", s[1:]
	for rest != "" {
		n := 0
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		if n == 0 || n > 6 || n == len(rest) {
			return &syntaxError{s, "want a period such as P1Y or P6M"}
		}
		at := strings.IndexByte(units, rest[n])
		if at < 0 {
			return &syntaxError{s, "want a period in years, months, weeks or days, in this order"}
		}
		units, rest = units[at+1:], rest[n+1:]
	}
	if len(s) == 1 {
		return &syntaxError{s, "the period has no length"}
	}
	return nil
}

// syntaxError says what is wrong with an expression.
type syntaxError struct{ text, problem string }

var errEmpty = &syntaxError{"", "nothing there"}

func (e *syntaxError) Error() string { return fmt.Sprintf("EDTF %q: %s", e.text, e.problem) }
