package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// shelf is a record of what three reports tell.
func shelf(t *testing.T) store.Store {
	t.Helper()
	s := desktest.Empty(t)
	visit := func(visitor, name, host, place string, when edtf.Date, status reading.Status) reading.Engagement {
		return reading.Engagement{Kind: reading.Visit, Status: status, When: when, Country: host, Place: place, Confidence: 0.8, Parties: []reading.Party{
			{Country: visitor, Person: name, Role: reading.RoleVisitor}, {Country: host, Role: reading.RoleHost}}}
	}
	call := reading.Engagement{Kind: reading.Call, Status: reading.Held, When: "2023-05-02", Confidence: 0.4, Parties: []reading.Party{
		{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleParty}, {Country: "NOR", Role: reading.RoleParty}}}
	var entries []store.Entry
	for i, says := range [][]reading.Engagement{
		{visit("CHL", "Gabriel Boric", "NOR", "Oslo", "2023-06-05", reading.Held), call},
		{visit("NOR", "Jonas Gahr Støre", "CHL", "Santiago", "2024-10", reading.Planned)},
		{visit("CHL", "Alberto van Klaveren", "FRA", "Paris", "2022-03-01", reading.Held)},
	} {
		id, published := "r"+string(rune('1'+i)), edtf.Day(19700)
		r := report.Report{ID: id, Outlet: []string{"The Fjord Post", "El Faro", "El Faro"}[i], Published: published, Title: "Report " + id, Text: "The lithium talks went on."}
		entries = append(entries, store.Entry{Report: r, Reading: reading.Reading{ID: id, Outlet: r.Outlet, Published: published.String(), Engagements: says}})
	}
	if _, err := s.Add(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFind(t *testing.T) {
	s := shelf(t)
	for query, want := range map[string]string{
		"":                                   "visit FRA, call , visit NOR, visit CHL",
		"host:NOR":                           "visit NOR",
		"visitor:Norway":                     "visit CHL",
		"host:IND visitor:CHL":               "",
		"who:CHL who:NOR kind:visit":         "visit NOR, visit CHL",
		"kind:visit kind:call status:held":   "visit FRA, call , visit NOR",
		"since:2023 until:2023":              "call , visit NOR",
		"since:1950 until:2022-06":           "visit FRA",
		"on:2024":                            "visit CHL",
		"on:1950":                            "",
		"Oslo":                               "visit NOR",
		"place:oslo":                         "visit NOR",
		"country:France":                     "visit FRA",
		`person:"Gabriel Boric"`:             "call , visit NOR",
		"visitor:Boric":                      "visit NOR",
		"who:Boric who:Klaveren":             "",
		`outlet:"the fjord post" kind:visit`: "visit NOR",
		"report:r3":                          "visit FRA",
		"confidence:0.5 who:NOR":             "visit NOR, visit CHL",
		"is:conflict":                        "",
	} {
		q, err := Parse(query)
		if err != nil {
			t.Errorf("%q: %v", query, err)
			continue
		}
		found, err := q.Find(t.Context(), s, 0)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range found.Engagements {
			got = append(got, string(e.Kind)+" "+e.Country)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestFacetsAndReports(t *testing.T) {
	s := shelf(t)
	q, err := Parse("who:CHL")
	if err != nil {
		t.Fatal(err)
	}
	found, err := q.Find(t.Context(), s, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []Facet{
		{"kind", []Count{{"visit", 3}, {"call", 1}}},
		{"status", []Count{{"held", 3}, {"planned", 1}}},
		{"who", []Count{{"CHL", 4}, {"NOR", 3}, {"FRA", 1}}},
		{"on", []Count{{"2023", 2}, {"2022", 1}, {"2024", 1}}},
		{"outlet", []Count{{"El Faro", 2}, {"The Fjord Post", 2}}},
		{"confidence", []Count{{"0.5", 3}, {"0.7", 3}}},
	}
	if d := cmp.Diff(want, found.Facets); d != "" {
		t.Error(d)
	}
	if got := q.With("outlet", "El Faro"); got != `who:CHL outlet:"El Faro"` {
		t.Errorf("the narrower query is %s", got)
	}
	words, err := Parse("lithium")
	if err != nil {
		t.Fatal(err)
	}
	if reports, err := words.Reports(t.Context(), s, 2); err != nil || len(reports) != 2 {
		t.Errorf("got %d reports, error %v", len(reports), err)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for query, want := range map[string]string{
		"kind:party":            "give one of [visit",
		"status:maybe":          "give one of [proposed",
		"since:yesterday":       "give a date",
		"since:2024 until:2023": "nothing can lie between",
		"host:":                 "say what after the colon",
		"confidence:2":          "a number from 0 to 1",
		"is:good":               "conflict or rejected",
		"colour:red":            `no term "colour"`,
		"country:Atlantis":      "no country that is known",
		"who:12345":             "neither a country",
	} {
		if _, err := Parse(query); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", query, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"host:IND visitor:RUS status:planned since:2024", `who:"New Zealand" oslo`, `a:b:"c`, "since:../2024"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		again, err2 := Parse(q.Text)
		if (err == nil) != (err2 == nil) || err == nil && again.Words != q.Words {
			t.Errorf("%q read again is another query", text)
		}
	})
}
