package wording

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

var months = [...]string{1: "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

var seasons = map[string]string{
	"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
	"33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
	"40": "first half of", "41": "second half of",
}

// When says a date as people do: "8 July 2024", "8–9 July 2024", "July 2024",
// "spring 2025", "January–April 2025", "from 2 March 1987 on", "every year"
// for a period. What is no EDTF date comes back as it is; the empty date is
// "no date given".
func When(d edtf.Date) string {
	text := strings.TrimRight(string(d), "?~%")
	first, last, ok := d.Bounds()
	switch {
	case d == "":
		return "no date given"
	case d.Precision() == edtf.PrecisionPeriod:
		return every(string(d))
	case !ok:
		return string(d)
	case first == edtf.MinDay && last == edtf.MaxDay:
		return "at a time not known"
	case last == edtf.MaxDay:
		return "from " + Day(first) + " on"
	case first == edtf.MinDay:
		return "until " + Day(last)
	case d.Precision() == edtf.PrecisionInterval:
		return interval(first, last)
	case d.Precision() == edtf.PrecisionDay:
		return qualified(d, Day(first))
	case d.Precision() == edtf.PrecisionMonth:
		return qualified(d, fmt.Sprintf("%s %d", months[first.Month()], first.Year()))
	case d.Precision() == edtf.PrecisionSeason && seasons[text[5:]] != "":
		return qualified(d, fmt.Sprintf("%s %s", seasons[text[5:]], text[:4]))
	case d.Precision() == edtf.PrecisionDecade:
		return qualified(d, fmt.Sprintf("the %ds", first.Year()))
	case d.Precision() == edtf.PrecisionYear:
		return qualified(d, text[:4])
	}
	return interval(first, last)
}

// Day says one day: "8 July 2024".
func Day(d edtf.Day) string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, months[m], y)
}

func qualified(d edtf.Date, words string) string {
	switch d[len(d)-1] {
	case '~':
		return "about " + words
	case '?':
		return words + " (uncertain)"
	case '%':
		return "about " + words + " (uncertain)"
	}
	return words
}

// interval says the run of days from a to b: in months or years where it
// covers whole ones, and naming what they share once.
func interval(a, b edtf.Day) string {
	y1, m1, d1 := a.Civil()
	y2, m2, d2 := b.Civil()
	switch {
	case a == b:
		return Day(a)
	case d1 == 1 && m1 == 1 && d2 == 31 && m2 == 12 && y1 == y2:
		return fmt.Sprint(y1)
	case d1 == 1 && m1 == 1 && d2 == 31 && m2 == 12:
		return fmt.Sprintf("%d–%d", y1, y2)
	case d1 == 1 && d2 == edtf.MonthDays(y2, m2) && y1 == y2 && m1 == m2:
		return fmt.Sprintf("%s %d", months[m1], y1)
	case d1 == 1 && d2 == edtf.MonthDays(y2, m2) && y1 == y2:
		return fmt.Sprintf("%s–%s %d", months[m1], months[m2], y1)
	case d1 == 1 && d2 == edtf.MonthDays(y2, m2):
		return fmt.Sprintf("%s %d – %s %d", months[m1], y1, months[m2], y2)
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d–%d %s %d", d1, d2, months[m1], y1)
	case y1 == y2:
		return fmt.Sprintf("%d %s – %d %s %d", d1, months[m1], d2, months[m2], y1)
	}
	return Day(a) + " – " + Day(b)
}

var units = map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day"}

// every says a period of one unit: "every year", "every 6 months"; a period of
// several units stays as it is.
func every(period string) string {
	var n int
	var unit byte
	if got, _ := fmt.Sscanf(period, "P%d%c", &n, &unit); got != 2 || units[unit] == "" || fmt.Sprintf("P%d%c", n, unit) != period {
		return "every " + period
	}
	if n == 1 {
		return "every " + units[unit]
	}
	return fmt.Sprintf("every %d %ss", n, units[unit])
}

// Vague says whether a date leaves open which days it means: a month, a
// season, an interval that is only a range of what can be.
func Vague(d edtf.Date) bool {
	switch d.Precision() {
	case edtf.PrecisionDay:
		return strings.ContainsAny(string(d), "?~%X")
	case edtf.PrecisionInterval:
		return d.Open() || d.Days() > longestStay
	}
	return true
}

// longestStay is how many days an interval can have to be read as the days of
// the engagement itself; a longer one, such as 2025-01/2025-04, is a range in
// which it falls. State visits and summits are shorter than two weeks.
const longestStay = 14
