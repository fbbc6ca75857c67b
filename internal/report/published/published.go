// Package published reads publication dates as outlets write them.
//
// In: a date field ("2024-12-02", "December 31, 2017", "Mon, 02 Dec 2024
// 23:30 -0500"), or a text or an address that may hold a date. Out: the day as
// the outlet wrote it, in its own time zone. It knows English month names
// only, and refuses what could be two days, such as 03/04/2024.
package published

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Parse reads a date field. Around the date only a weekday, a time of day, a
// zone and words such as "Published on" may stand. The error quotes the field
// and says what is wrong.
func Parse(s string) (edtf.Day, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, fmt.Errorf("date is empty; want YYYY-MM-DD")
	}
	if day, err := edtf.ParseDay(s); err == nil {
		return day, nil // what most inputs have, without the search below
	}
	toks := tokens(s)
	for i := range toks {
		day, n, err := at(toks[i:])
		if err != nil {
			return 0, fmt.Errorf("date %s: %w", quote(s), err)
		}
		if n == 0 {
			continue
		}
		if !onlyAround(toks[:i]) || !onlyAround(toks[i+n:]) {
			break
		}
		return day, nil
	}
	return 0, fmt.Errorf("date %s is not understood; want YYYY-MM-DD", quote(s))
}

// Find gives the first full date in running text: one with a month's name and
// a year of four digits, or YYYY-MM-DD, from 1900 to 2099. Other forms do not
// count.
func Find(text string) (edtf.Day, bool) {
	toks := tokens(text)
	for i := range toks {
		if toks[i].kind == numeric && !isISO(toks[i].text) {
			continue
		}
		if day, n, err := at(toks[i:]); err == nil && n > 0 && day.Year() >= 1900 && day.Year() < 2100 {
			return day, true
		}
	}
	return 0, false
}

// quote shortens a field for a message.
func quote(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
