package outlook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// claimedNumber is a number that a report gives a gathering of some parties, also
// where the record holds no such gathering.
type claimedNumber struct {
	parties []string
	series  string
	n       int
	when    edtf.Day
	report  string
	print   record.Print // of its text
	dated   bool         // when is the gathering's own time, not the report's
}

// claimedNumbers collects what reports claim of numbered series, in the order
// of the claims.
func claimedNumbers(claims []record.Claim) []claimedNumber {
	var out []claimedNumber
	for _, c := range claims {
		if c.Type != reading.SeriesNumber {
			continue
		}
		n, err := strconv.Atoi(c.Value)
		if err != nil {
			continue
		}
		out = append(out, claimedNumber{codes(c.Parties), seriesKey(c.Series), n, claimDay(c), c.Report, c.Print, c.When != ""})
	}
	return out
}

// claimDay gives the day a claim speaks of: of its gathering, or else of its
// report.
func claimDay(c record.Claim) edtf.Day {
	if first, _, ok := c.When.Bounds(); ok {
		return first
	}
	return c.Published
}

// seriesKey tells series of the same parties apart by what gathers: the
// leaders' "annual summit" from the ministers' "2+2 Ministerial Dialogue".
func seriesKey(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if n := len(words); n > 1 && (words[n-1] == "meeting" || words[n-1] == "session") {
		words = words[:n-1]
	}
	if len(words) == 0 {
		return "summit"
	}
	key := strings.TrimSuffix(words[len(words)-1], "s")
	for _, w := range words {
		if strings.HasPrefix(w, "minist") || strings.HasPrefix(w, "foreign") || strings.HasPrefix(w, "strategic") || strings.HasPrefix(w, "2+2") {
			key += " " + w[:3]
		}
	}
	return key
}

// byClaims judges a number by what other reports claim of the same series: the
// order of the numbers must be the order of the days. That of a gathering
// without a time of its own, which may have been long ago, stands against none.
func (q *question) byClaims(others []claimedNumber) Verdict {
	n, err := strconv.Atoi(q.claim.Value)
	if err != nil {
		return Unknown
	}
	parties, key, when := codes(q.claim.Parties), seriesKey(q.claim.Series), claimDay(q.claim)
	agree, against := 0, 0
	for _, x := range others {
		if x.report == q.claim.Report || x.print.Near(q.claim.Print) || x.series != key || !slices.Equal(x.parties, parties) {
			continue
		}
		switch gap := x.when - when; {
		case x.n == n && gap < 300 && gap > -300:
			agree++
		case x.n == n && gap > 0: // the later one is wrong, if one of both is
		case x.n == n:
			against++
		case (x.n < n) == (gap < 0):
			agree++
		case q.claim.When != "" && x.dated:
			against++
		}
	}
	switch {
	case agree > against:
		return Supported
	case against > agree:
		return Contradicted
	}
	return Unknown
}
