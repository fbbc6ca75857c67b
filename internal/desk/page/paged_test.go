package page

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// TestPagesOfAListVisitEverythingOnce follows the links from page to page, and
// back again.
func TestPagesOfAListVisitEverythingOnce(t *testing.T) {
	for _, n := range []int{0, 1, shown, shown + 1, 3*shown + 7} {
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		var seen []int
		var last part
		back := 0
		for next := "/claims?verdict=unknown&who=NOR"; next != ""; next = last.Later {
			if !strings.Contains(next, "who=NOR") || !strings.Contains(next, "verdict=unknown") {
				t.Fatalf("%s forgets what was chosen", next)
			}
			var these []int
			these, last = cut(all, httptest.NewRequestWithContext(t.Context(), "GET", next, nil), "from", shown)
			seen = append(seen, these...)
			if last.Of != n || last.To-last.From+1 != len(these) {
				t.Fatalf("of %d, %s shows %d and says %+v", n, next, len(these), last)
			}
		}
		if !slices.Equal(seen, all) {
			t.Errorf("of %d the pages show %d: %v", n, len(seen), seen)
		}
		for last.Earlier != "" {
			back++
			_, last = cut(all, httptest.NewRequestWithContext(t.Context(), "GET", last.Earlier, nil), "from", shown)
		}
		if last.From != 1 || back != max(0, n-1)/shown {
			t.Errorf("of %d, %d links lead back to entry %d", n, back, last.From)
		}
	}
}

// many lets a server show so many claims and disagreements, every other one
// with Chile.
func many(t *testing.T, n int) *Server {
	t.Helper()
	s := server(t, plan, visit)
	get(t, s, "/claims", http.StatusOK)
	c := &s.drawn.value
	for i := range n {
		parties := []reading.Party{{Country: "NOR"}, {Country: []string{"CHL", "JPN"}[i%2]}}
		j := outlook.Judgement{Verdict: verdicts[i%3]}
		j.Claim.Parties, j.Claim.Quote, j.Claim.Report = parties, fmt.Sprintf("claim %d.", i), "plan"
		c.judged, c.sides = append(c.judged, j), append(c.sides, codesOf(parties))
	}
	return s
}

// disagreeing lets a record hold so many meetings on which two reports
// disagree, every other one with Chile, every third on its type and the others
// on the place.
func disagreeing(t *testing.T, n int) *Server {
	t.Helper()
	s := server(t)
	var entries []store.Entry
	for i := range n {
		day := edtf.Day(12000 + 40*i)
		for k, place := range []string{"Oslo", "Bergen"} {
			sort := ""
			if i%3 == 0 {
				place, sort = "Oslo", []string{"official", "working"}[k]
			}
			text := fmt.Sprintf("They met in %s.", place)
			says := reading.Reading{ID: fmt.Sprintf("r%d-%d", i, k), Published: (day + 2).String(), Engagements: []reading.Engagement{{
				Kind: reading.Meeting, Status: reading.Held, When: edtf.DayDate(day), Type: sort, Country: "NOR", Place: place, Confidence: 0.9,
				Parties:  []reading.Party{{Country: "NOR", Role: reading.RoleParty}, {Country: []string{"CHL", "JPN"}[i%2], Role: reading.RoleParty}},
				Evidence: []reading.Span{{Start: 0, End: len(text), Quote: text}},
			}}}
			entries = append(entries, store.Entry{Report: report.Report{ID: says.ID, Published: day + 2, Text: text}, Reading: says, Reader: "test"})
		}
	}
	if _, err := s.store.Add(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
	return s
}

// through follows the links to what is behind and collects what matches.
func through(t *testing.T, s *Server, path string, what *regexp.Regexp) []string {
	t.Helper()
	behind := regexp.MustCompile(`<a href="([^"]+)">Those behind</a>`)
	var out []string
	for {
		body := get(t, s, path, http.StatusOK).Body.String()
		out = append(out, what.FindAllString(body, -1)...)
		m := behind.FindStringSubmatch(body)
		if m == nil {
			return out
		}
		path = html.UnescapeString(m[1])
	}
}

func TestClaimsAndConflictsAreNarrowedAndPaged(t *testing.T) {
	const n = 2*shown + 50
	claims, conflicts := many(t, n), disagreeing(t, n)
	for _, c := range []struct {
		path, what string
		want       int
	}{
		{"/claims", `claim \d+\.`, n},
		{"/claims?who=CHL", `claim \d+\.`, n / 2},
		{"/claims?who=NOR&verdict=contradicted", `claim \d+\.`, (n + 2) / 3},
		{"/claims?who=FRA", `claim \d+\.`, 0},
		{"/conflicts", `href="/engagement/[^"]+"`, n},
		{"/conflicts?who=CHL", `href="/engagement/[^"]+"`, n / 2},
		{"/conflicts?field=type", `href="/engagement/[^"]+"`, (n + 2) / 3},
		{"/conflicts?who=CHL&field=type", `href="/engagement/[^"]+"`, (n + 5) / 6},
	} {
		s := claims
		if strings.HasPrefix(c.path, "/conflicts") {
			s = conflicts
		}
		found := through(t, s, c.path, regexp.MustCompile(c.what))
		all := len(found)
		slices.Sort(found)
		if once := slices.Compact(found); len(once) != c.want || all != c.want {
			t.Errorf("%s shows %d, %d different ones, want %d", c.path, all, len(once), c.want)
		}
	}
	body := get(t, claims, "/claims?who=CHL", http.StatusOK).Body.String()
	for _, want := range []string{fmt.Sprintf(">all %d<", n/2), `href="/claims?verdict=unknown&amp;who=CHL"`, fmt.Sprintf(">%d Japan<", n/2)} {
		if !strings.Contains(body, want) {
			t.Errorf("the claims about Chile do not show %s", want)
		}
	}
}
