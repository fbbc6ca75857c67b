package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/reading"
)

// TestEvidenceSaysWhatWasReadInEachWord: people, places and times stand out
// within the words of an engagement.
func TestEvidenceSaysWhatWasReadInEachWord(t *testing.T) {
	s := &Server{names: who.Name}
	e := reading.Engagement{
		Kind: reading.Visit, Status: reading.Held, Country: "NOR", Place: "Oslo", When: "2023-06-05",
		Parties: []reading.Party{{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor, Office: "President"}, {Country: "NOR", Role: reading.RoleHost}},
		Evidence: []reading.Span{
			{Start: 0, End: 60, Quote: "…"},
			{Start: 0, End: 15, Quote: "President Boric", Field: "parties"},
			{Start: 20, End: 26, Quote: "Norway", Field: "parties"},
			{Start: 30, End: 34, Quote: "Oslo", Field: "place"},
			{Start: 40, End: 46, Quote: "Monday", Field: "when"},
			{Start: 50, End: 55, Quote: "state", Field: "type"},
		},
	}
	want := []Mark{
		{0, 60, "visit", "visit, held", "/e"},
		{0, 15, "person", "Gabriel Boric (Chile), President: visitor of the visit", "/e"},
		{20, 26, "visit", "parties of the visit", "/e"},
		{30, 34, "place", "Oslo, Norway: place of the visit", "/e"},
		{40, 46, "time", "5 June 2023: time of the visit", "/e"},
		{50, 55, "visit", "type of the visit", "/e"},
	}
	if d := cmp.Diff(want, s.evidence(e, "/e")); d != "" {
		t.Error(d)
	}
}
