package published

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// at reads a date that starts at the first token and says how many tokens it
// takes; 0 where none starts here. An error is a date that cannot be.
func at(t []token) (edtf.Day, int, error) {
	switch {
	case t[0].kind == numeric:
		day, err := numericDay(t[0].text)
		return day, 1, err
	case t[0].kind == number && len(t[0].text) == 8: // 20241202
		day, err := edtf.NewDay(t[0].value/10000, t[0].value/100%100, t[0].value%100)
		return day, 1, err
	case len(t) >= 3 && t[0].kind == number && t[1].kind == month && t[2].kind == number:
		if len(t[0].text) == 4 { // 2024 December 2
			day, err := edtf.NewDay(t[0].value, t[1].value, t[2].value)
			return day, 3, err
		}
		return named(t[2], t[1], t[0]) // 2 December 2024
	case len(t) >= 3 && t[0].kind == month && t[1].kind == number && t[2].kind == number:
		return named(t[2], t[0], t[1]) // December 2, 2024
	}
	return 0, 0, nil
}

// named is a day with its month's name. A year of two digits counts from 1969
// to 2068, as POSIX has it.
func named(year, month, day token) (edtf.Day, int, error) {
	y := year.value
	switch len(strings.TrimRight(year.text, ".:")) {
	case 4:
	case 2:
		if y += 1900; y < 1969 {
			y += 100
		}
	default:
		return 0, 0, nil
	}
	d, err := edtf.NewDay(y, month.value, day.value)
	return d, 3, err
}

var (
	isoForm   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$`)
	slashForm = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$`)
)

func isISO(s string) bool { return isoForm.MatchString(s) }

// numericDay reads YYYY-MM-DD, with / or . too and a time behind it, and
// MM/DD/YYYY or DD/MM/YYYY where only one of the two can be meant. With dots
// the day comes first, as everywhere that writes dates so.
func numericDay(s string) (edtf.Day, error) {
	if m := isoForm.FindStringSubmatch(s); m != nil {
		return newDay(m[1], m[2], m[3])
	}
	m := slashForm.FindStringSubmatch(s)
	if m == nil {
		return 0, fmt.Errorf("not understood; want YYYY-MM-DD")
	}
	a, _ := digits(m[1])
	b, _ := digits(m[3])
	switch {
	case m[2] == "." || a > 12:
		return newDay(m[4], m[3], m[1])
	case b > 12 || a == b:
		return newDay(m[4], m[1], m[3])
	}
	return 0, fmt.Errorf("could be %s-%02d-%02d or %s-%02d-%02d; write YYYY-MM-DD", m[4], a, b, m[4], b, a)
}

func newDay(y, m, d string) (edtf.Day, error) {
	yy, _ := digits(y)
	mm, _ := digits(m)
	dd, _ := digits(d)
	return edtf.NewDay(yy, mm, dd)
}
