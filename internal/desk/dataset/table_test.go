package dataset

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// taken reads a table and gives its entries and what its failures say.
func taken(t *testing.T, table string) (entries []store.Entry, failures []string) {
	t.Helper()
	for e, err := range Read("visits.csv", "visits", strings.NewReader(table)) {
		if err != nil {
			failures = append(failures, err.Error())
			continue
		}
		entries = append(entries, e)
	}
	return entries, failures
}

// checkSpans holds that every span points at its own words.
func checkSpans(t *testing.T, e store.Entry) {
	t.Helper()
	for _, s := range e.Reading.Engagements[0].Evidence {
		if got := e.Report.Text[s.Start:s.End]; got != s.Quote {
			t.Errorf("%s: the span of %s is %q, its quote %q", e.Report.ID, s.Field, got, s.Quote)
		}
	}
}

func TestCOLT(t *testing.T) {
	entries, failures := taken(t, "\ufeffTripYear,LeaderFullName,LeaderCountryOrIGO,CountryVisited,Trip Start Date,Trip End Date\n"+
		"2019,Narendra Modi,India,Russian Federation,9/4/2019,9/5/2019\n"+
		"1997,Nelson Mandela,South Africa,Libya,,\n"+
		"2001,X,Atlantis,Chile,1/1/2001,1/2/2001\n"+
		"2002,Y,Chile,Peru,31/12/2002,1/1/2003\n")
	if len(entries) != 2 || len(failures) != 2 {
		t.Fatalf("got %d entries and failures %q, want 2 and 2", len(entries), failures)
	}
	for i, want := range []struct{ from, to, person, when, published string }{
		{"IND", "RUS", "Narendra Modi", "2019-09-04/2019-09-05", "2019-09-05"},
		{"ZAF", "LBY", "Nelson Mandela", "1997", "1997-12-31"},
	} {
		e := entries[i].Reading.Engagements[0]
		checkSpans(t, entries[i])
		if e.Kind != reading.Visit || e.Status != reading.Held || e.Country != want.to || string(e.When) != want.when ||
			e.Parties[0].Country != want.from || e.Parties[0].Person != want.person || entries[i].Reading.Published != want.published || entries[i].Kind != store.Dataset {
			t.Errorf("row %d: got %+v of %s, want %+v", i+2, e, entries[i].Reading.Published, want)
		}
	}
	for i, want := range []string{`row 4: column LeaderCountryOrIGO: "Atlantis"`, `row 5: column tripstartdate: "31/12/2002"`} {
		if !strings.Contains(failures[i], want) {
			t.Errorf("failure %d is %q, want it to say %q", i, failures[i], want)
		}
	}
}

func TestTheExportCanBeImported(t *testing.T) {
	was := record.Engagement{
		EID: "x", Kind: reading.Invitation, Status: reading.Held, When: "2024-10-01", Country: "NOR", Place: "=Oslo", Event: "jubilee",
		Parties: []reading.Party{{Country: "NOR", Person: "King Harald", Role: reading.RoleInviter}, {Country: "FIN", Role: reading.RoleInvitee}},
	}
	var table strings.Builder
	if err := export.CSV(&table, []record.Engagement{was}); err != nil {
		t.Fatal(err)
	}
	entries, failures := taken(t, table.String())
	if len(entries) != 1 || len(failures) != 0 {
		t.Fatalf("got %d entries and failures %q from\n%s", len(entries), failures, table.String())
	}
	checkSpans(t, entries[0])
	e := entries[0].Reading.Engagements[0]
	if e.Kind != was.Kind || e.Status != was.Status || e.When != was.When || e.Country != was.Country || e.Place != was.Place || e.Event != was.Event ||
		len(e.Parties) != 2 || e.Parties[0] != was.Parties[0] || e.Parties[1] != was.Parties[1] {
		t.Errorf("got %+v, want %+v", e, was)
	}
}

func TestRowsThatCannotBeUnderstoodAreNamed(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"empty", "", "visits.csv: no header"},
		{"unknown layout", "a,b\n1,2\n", "no layout that is known"},
		{"bad kind", "kind,when,countries\nquarrel,2024,IND;RUS\n", `row 2: column kind: "quarrel"`},
		{"bad date", "kind,when,countries\ncall,2024-13,IND;RUS\n", `row 2: column when: "2024-13"`},
		{"bad status", "kind,when,countries,status\ncall,2024,IND;RUS,done\n", `row 2: column status: "done"`},
		{"bad number", "kind,when,countries,number\nsummit,2024,IND;RUS,many\n", `row 2: column number: "many"`},
		{"no day at all", "kind,when,countries\ncall,,IND;RUS\n", "neither a date of publication nor a time that ends"},
		{"bad publication", "kind,when,countries,published\ncall,,IND;RUS,soon\n", "column published"},
		{"no country", "kind,when,countries\ncall,2024,\n", `column countries: ""`},
		{"not UTF-8", "kind,when,countries,place\ncall,2024,IND;RUS,\xff\n", "not valid UTF-8"},
		{"a broken quote", "kind,when,countries\ncall,2024,\"IND\n", "row 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries, failures := taken(t, c.table)
			if len(entries) != 0 || len(failures) != 1 || !strings.Contains(failures[0], c.want) {
				t.Errorf("got %d entries and failures %q, want one that says %q", len(entries), failures, c.want)
			}
		})
	}
}

// FuzzRead holds for any bytes: no panic, every span points at its words, and
// reading twice gives the same ids.
func FuzzRead(f *testing.F) {
	f.Add("kind,when,countries\ncall,2024,IND;RUS\n")
	f.Add("TripYear,LeaderFullName,LeaderCountryOrIGO,CountryVisited\n1997,Nelson Mandela,South Africa,Libya\n")
	f.Add("kind,when,countries,place\nvisit,2024-01-01,\"IND\nRUS\",'=x\n")
	f.Fuzz(func(t *testing.T, table string) {
		first, _ := taken(t, table)
		second, _ := taken(t, table)
		if len(first) != len(second) {
			t.Fatalf("%d entries, then %d", len(first), len(second))
		}
		for i, e := range first {
			checkSpans(t, e)
			if e.Report.ID != second[i].Report.ID {
				t.Errorf("id %s, then %s", e.Report.ID, second[i].Report.ID)
			}
		}
	})
}
