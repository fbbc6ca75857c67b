package published

import (
	"regexp"
	"strings"
)

// timeOfDay is "23:30:00", "10:00-05:00", "6:31pm", "6pm".
var timeOfDay = regexp.MustCompile(`^\d{1,2}(:\d\d|[ap]m$)`)

// kind is what a token of a date can be.
type kind uint8

const (
	other   kind = iota // any word
	number              // digits, perhaps with an ordinal ending: "2", "02", "2nd", "2024"
	month               // "Dec", "Dec.", "December"
	numeric             // digits with separators: "2024-12-02", "12/31/2017", "2024-12-02T10:00:00Z"
	around              // weekday, time of day, zone, "of", "at", "published"
)

type token struct {
	kind  kind
	text  string
	value int // number: its value; month: 1 to 12
}

var months = map[string]int{
	"jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4,
	"may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8,
	"sep": 9, "sept": 9, "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11,
	"dec": 12, "december": 12,
}

var aroundWords = map[string]bool{
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"am": true, "pm": true, "a.m": true, "p.m": true, "hrs": true, "at": true, "on": true, "of": true, "the": true,
	"published": true, "posted": true, "updated": true, "date": true, "by": true, "z": true,
	"utc": true, "gmt": true, "bst": true, "cet": true, "cest": true, "eet": true, "msk": true, "ist": true, "jst": true, "kst": true,
	"est": true, "edt": true, "cst": true, "cdt": true, "mst": true, "mdt": true, "pst": true, "pdt": true, "et": true, "ut": true,
}

// tokens cuts at white space, commas, brackets and "|". "19-Feb-18" and
// "02/Dec/2024" are cut at their separators too, as are "2024-Dec-02".
func tokens(s string) []token {
	var out []token
	for _, f := range strings.FieldsFunc(s, func(r rune) bool {
		return r <= ' ' || r == ',' || r == '|' || r == '(' || r == ')' || r == '·' || r == '\u00a0' || r == ';' || r == '—' || r == '–'
	}) {
		if p := strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '/' }); len(p) == 3 && classify(p[1]).kind == month {
			out = append(out, classify(p[0]), classify(p[1]), classify(p[2]))
			continue
		}
		out = append(out, classify(f))
	}
	return out
}

func classify(f string) token {
	low := strings.ToLower(strings.Trim(f, ".:'\""))
	if m, ok := months[low]; ok {
		return token{month, f, m}
	}
	if aroundWords[low] {
		return token{kind: around, text: f}
	}
	if low == "" || (low[0] < '0' || low[0] > '9') {
		if strings.HasPrefix(low, "+") || strings.HasPrefix(low, "-") || low == "" {
			return token{kind: around, text: f} // "+0300", "-05:00", "-"
		}
		return token{kind: other, text: f}
	}
	if v, ok := ordinal(low); ok {
		return token{number, f, v}
	}
	if timeOfDay.MatchString(low) {
		return token{kind: around, text: f}
	}
	if strings.ContainsAny(low, "-/.") {
		return token{kind: numeric, text: low}
	}
	return token{kind: other, text: f}
}

// ordinal reads "2", "02", "2024", "2nd", "31st".
func ordinal(s string) (int, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if t, ok := strings.CutSuffix(s, end); ok && len(t) <= 2 {
			s = t
			break
		}
	}
	return digits(s)
}

// digits reads up to eight digits.
func digits(s string) (int, bool) {
	if s == "" || len(s) > 8 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// onlyAround says whether nothing but weekday, time and zone stands here.
func onlyAround(toks []token) bool {
	for _, t := range toks {
		if t.kind != around {
			return false
		}
	}
	return true
}
