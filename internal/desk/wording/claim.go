package wording

import (
	"strconv"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Claim says what a claim says, in few words: "India and Russia: first visit
// since 2022".
func (n Names) Claim(c reading.Claim) string {
	what := string(c.Kind)
	if what == "" {
		what = "contact"
	}
	switch c.Type {
	case reading.FirstSince:
		what = "first " + what + " since " + since(c.Value)
	case reading.FirstEver:
		what = "first " + what + " ever"
	case reading.Nth:
		what = rank(c.Value) + " " + what
	case reading.CountInPeriod:
		what = c.Value
	case reading.Frequency:
		what = "a rhythm"
		if c.Value != "" {
			what = When(edtf.Date(c.Value))
		}
	case reading.Last:
		what = "last " + what + " in " + since(c.Value)
	case reading.SeriesNumber:
		what = rank(c.Value) + " of the series"
		if c.Series != "" {
			what = c.Series + ", the " + rank(c.Value)
		}
	}
	return n.list(c.Parties) + ": " + what
}

// rank says the value of a claim of rank: "22nd" for "22".
func rank(value string) string {
	if n, err := strconv.Atoi(value); err == nil {
		return Ordinal(n)
	}
	return value
}

func since(value string) string {
	if value == "" {
		return "a day not named"
	}
	return When(edtf.Date(value))
}
