package language

import "strings"

// datelineReach is how many bytes a dateline may be long.
const datelineReach = 110

// datelineEnd gives the end of the dateline at s[i:], after its dash or
// colon, or -1. A dateline is a place in capitals, or a place with a date or
// an agency, and then a dash:
//
//	ROME, Feb 27 - Prime Minister
//	MOSCOW, December 2 (TASS) — The Kremlin
//	New Delhi, March 3 (PTI) -- India
//	ISLAMABAD: Pakistan (in the first two paragraphs only)
//	(GENEVA) -- Ministers
//
// Where it opens the text, it may also end without a dash:
//
//	ISTANBUL, (AA - 17th Oct, 2024) Ministers
//	New Delhi, Feb 7 Prime Minister
func datelineEnd(s string, i int, paragraph int32) int {
	if !upperAt(s, i) && !(s[i] == '(' && i+1 < len(s) && upperAt(s, i+1)) {
		return -1
	}
	limit := min(len(s), i+datelineReach)
	from := i
	caps, dated, agency, comma, day := true, false, false, false, false
	for words := 0; i < limit && s[i] != '\n'; words++ {
		if s[i] == ' ' {
			i++
			words--
			continue
		}
		if n := dashLen(s, i); n > 0 {
			if words > 0 && (agency || dated || caps) && prose(s, i+n) {
				return i + n
			}
			return -1
		}
		if s[i] == '(' {
			n := strings.IndexByte(s[i:limit], ')')
			if n < 0 || n > 80 {
				return -1
			}
			inner := s[i+1 : i+n]
			if words == 0 && (n < 4 || hasLower(inner)) || n > 40 && !hasDigit(inner) {
				return -1
			}
			agency = agency || words > 0
			dated = dated || hasDigit(inner)
			i += n + 1
			if next := pastSpace(s, i); from == 0 && words > 0 && dated && next < limit && dashLen(s, next) == 0 && s[next] != '\n' && s[next] != '(' {
				switch {
				case s[next] == ':' && prose(s, next+1):
					return next + 1
				case upperAt(s, next) && prose(s, next):
					return i
				}
			}
			continue
		}
		end := i
		for end < limit && s[end] != ' ' && s[end] != '\n' && s[end] != '(' && dashLen(s, end) == 0 {
			end++
		}
		word := strings.TrimRight(s[i:end], ".,:")
		switch {
		case word == "":
			return -1
		case classes[word[0]] == digit:
			if words == 0 {
				return -1
			}
			day = comma
		case !upperAt(s, i):
			return -1
		case months[word]:
			dated = true
			comma = words > 0 && s[i-2] == ','
		case from == 0 && day && s[i-1] == ' ' && classes[s[i-2]] == digit && words < 7 && !dashSoon(s, i) && prose(s, i):
			return i - 1 // "New Delhi, Feb 7 Prime Minister"
		case hasLower(word):
			caps = false
		}
		if s[end-1] == ':' {
			if caps && paragraph < 2 && words < 4 && len(word) > 2 && prose(s, end) {
				return end
			}
			return -1
		}
		i = end
	}
	return -1
}

// dashLen gives the length of a dash that stands for itself at s[i:], or 0.
func dashLen(s string, i int) int {
	switch {
	case strings.HasPrefix(s[i:], "—"), strings.HasPrefix(s[i:], "–"):
		return 3
	case strings.HasPrefix(s[i:], "--"):
		return 2
	case s[i] == '-' && i > 0 && s[i-1] == ' ' && i+1 < len(s) && s[i+1] == ' ':
		return 1
	}
	return 0
}

// dashSoon reports whether a dash or a bracket stands within the next two words.
func dashSoon(s string, i int) bool {
	for n := 0; n < 2 && i < len(s); n++ {
		for i < len(s) && s[i] != ' ' && s[i] != '\n' {
			if s[i] == '(' || s[i] == ':' || dashLen(s, i) > 0 {
				return true
			}
			i++
		}
		i = pastSpace(s, i)
	}
	return i < len(s) && (s[i] == '(' || dashLen(s, i) > 0)
}

// pastSpace gives the first byte at or behind i that is no space.
func pastSpace(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// prose reports whether running text in mixed case follows at s[i:].
func prose(s string, i int) bool {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	rest := s[i:min(len(s), i+40)]
	return len(rest) > 10 && hasLower(rest)
}

// hasLower reports whether s has a small ASCII letter.
func hasLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'a' && s[i] <= 'z' {
			return true
		}
	}
	return false
}

// months are the words that make a place and a number a dateline.
var months = map[string]bool{
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true,
	"September": true, "October": true, "November": true, "December": true,
	"Jan": true, "Feb": true, "Mar": true, "Apr": true, "Jun": true, "Jul": true, "Aug": true, "Sep": true, "Sept": true,
	"Oct": true, "Nov": true, "Dec": true,
	"JANUARY": true, "FEBRUARY": true, "MARCH": true, "APRIL": true, "MAY": true, "JUNE": true, "JULY": true, "AUGUST": true,
	"SEPTEMBER": true, "OCTOBER": true, "NOVEMBER": true, "DECEMBER": true, "JAN": true, "FEB": true, "MAR": true, "APR": true,
	"JUN": true, "JUL": true, "AUG": true, "SEP": true, "SEPT": true, "OCT": true, "NOV": true, "DEC": true,
}
