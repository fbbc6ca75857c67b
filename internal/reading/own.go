package reading

import "strings"

// ownWords notes of every claim of a first since, which engagements the report
// tells in the claim's own "since …" alone: that Chirac came is no more than the
// claim itself where it says "the first to come since Jacques Chirac in 2000".
// What the sentence tells beside that counts: "the first in years; Chirac came
// in 2000".
func ownWords(engagements []Engagement, claims []Claim) {
	for k := range claims {
		c := &claims[k]
		if c.Type != FirstSince {
			continue
		}
		from := strings.Index(strings.ToLower(c.Quote), "since ")
		if from < 0 {
			continue
		}
		to := c.Start + from + len(untilComma(c.Quote[from:]))
		from += c.Start
		for i := range engagements {
			if toldWithin(&engagements[i], c, from, to) {
				c.Own = append(c.Own, i)
			}
		}
	}
}

// toldWithin tells whether all words of an engagement stand between two
// offsets, but for the sentence of the claim as a whole.
func toldWithin(e *Engagement, c *Claim, from, to int) bool {
	for _, s := range e.Evidence {
		if whole := s.Start == c.Start && s.End == c.End; !whole && (s.Start < from || s.Start >= to) {
			return false
		}
	}
	return len(e.Evidence) > 1
}

// untilComma cuts a text at its first comma, semicolon or dash; a comma before
// a number stands in a date.
func untilComma(s string) string {
	for i := 0; i+2 < len(s); i++ {
		switch {
		case s[i] == ';', strings.HasPrefix(s[i:], " - "), strings.HasPrefix(s[i:], " – "), strings.HasPrefix(s[i:], "—"),
			s[i] == ',' && (s[i+2] < '0' || s[i+2] > '9'):
			return s[:i]
		}
	}
	return s
}
