package integrity

import (
	"slices"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// check adds one report with a visit that rests on the spans, and gives what
// is wrong.
func check(t *testing.T, spans ...reading.Span) ([]string, Checked) {
	t.Helper()
	s := desktest.Empty(t)
	visit := reading.Engagement{Kind: reading.Visit, Status: reading.Held, Country: "NOR", Evidence: spans, Parties: []reading.Party{{Country: "CHL", Role: reading.RoleVisitor}, {Country: "NOR", Role: reading.RoleHost}}}
	entry := store.Entry{
		Report:  report.Report{ID: "r", Published: 19500, Text: "Boric visited Oslo."},
		Reading: reading.Reading{ID: "r", Published: "2023-05-23", Engagements: []reading.Engagement{visit}},
	}
	if _, err := s.Add(t.Context(), []store.Entry{entry}); err != nil {
		t.Fatal(err)
	}
	var got []string
	done, err := Check(t.Context(), s, func(p Problem) { got = append(got, p.String()) }, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got, done
}

func TestCheck(t *testing.T) {
	for name, tc := range map[string]struct {
		spans []reading.Span
		want  []string
	}{
		"whole":                 {[]reading.Span{{Start: 0, End: 5, Quote: "Boric"}, {Start: 14, End: 18, Quote: "Oslo"}}, nil},
		"no words":              {nil, []string{"report r: its visit 1 rests on no words"}},
		"other words":           {[]reading.Span{{Start: 0, End: 5, Quote: "Store"}}, []string{"report r: its visit 1: its text at bytes 0 to 5 is not the words quoted"}},
		"behind the text":       {[]reading.Span{{Start: 14, End: 40, Quote: "Oslo"}}, []string{"report r: its visit 1: bytes 14 to 40 do not lie in its text of 19"}},
		"nothing at all":        {[]reading.Span{{Start: 3, End: 3}}, []string{"report r: its visit 1: bytes 3 to 3 do not lie in its text of 19"}},
		"a field without words": {[]reading.Span{{Start: 0, End: 5, Quote: "Boric", Field: "parties"}, {Start: 14, End: 18, Quote: "Oslo", Field: "place"}}, []string{"report r: its visit 1: no words support its status"}},
		"one of two wrong":      {[]reading.Span{{Start: 0, End: 5, Quote: "Boric"}, {Start: -1, End: 2}}, []string{"report r: its visit 1: bytes -1 to 2 do not lie in its text of 19"}},
	} {
		got, done := check(t, tc.spans...)
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %s, want %s", name, strings.Join(got, "; "), strings.Join(tc.want, "; "))
		}
		if done.Reports != 1 || done.Engagements != 1 || done.Spans != len(tc.spans) || done.Problems != len(tc.want) {
			t.Errorf("%s: counted %+v", name, done)
		}
	}
}
