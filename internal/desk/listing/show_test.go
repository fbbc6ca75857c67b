package listing

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

func names(code string) string {
	if name := map[string]string{"CHL": "Chile", "NOR": "Norway"}[code]; name != "" {
		return name
	}
	return code
}

// disputed is a visit of which two reports say two days; one has words that a
// terminal must not obey.
func disputed(t *testing.T) record.Engagement {
	t.Helper()
	mention := func(report, published, words string, when edtf.Date) record.Mention {
		day, err := edtf.ParseDay(published)
		if err != nil {
			t.Fatal(err)
		}
		return record.Mention{Report: report, Published: day, Outlet: "El Faro", Said: reading.Engagement{
			When: when, Evidence: []reading.Span{{Quote: words}},
			Attribution: []reading.Speaker{{Name: "Ana Rojas", Office: "spokeswoman", Country: "CHL", Via: "X"}},
		}}
	}
	return record.Engagement{
		EID: "v-CHL-NOR-202306-abc", Kind: reading.Visit, Status: reading.Held, When: "2023-06-05", Country: "NOR", Place: "Oslo", Confidence: 0.91,
		Parties: []reading.Party{{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor, Office: "president"}, {Country: "NOR", Role: reading.RoleHost}},
		Reports: []string{"one", "two"},
		Steps:   []record.Step{{Date: "2023-05-02", Status: reading.Planned, When: "2023-06", Report: "one"}, {Date: "2023-06-06", Status: reading.Held, When: "2023-06-05", Report: "two"}},
		Fields: []record.Field{{Name: "when", Chosen: "2023-06-05", Values: []record.Value{
			{Value: "2023-06-05", Sources: []record.Source{{Report: "one"}}}, {Value: "2023-06-07", Sources: []record.Source{{Report: "two"}}}}}},
		Conflicts: []record.Conflict{{Field: "when", Values: map[string][]string{"2023-06-07": {"two"}, "2023-06-05": {"one"}}}},
		Marks:     []record.Mark{{ID: 3, Date: "2023-06-09", By: "Ola Nordmann", Action: record.Set, Field: "place", Was: "Bergen", Reason: "I was there"}},
		Mentions:  []record.Mention{mention("one", "2023-05-02", "will come\nto \x1b[31mOslo", "2023-06"), mention("two", "2023-06-06", "came", "2023-06-07")},
	}
}

func TestShow(t *testing.T) {
	p := NewPage(names, terminal.Style{})
	p.Show(disputed(t))
	want := `Gabriel Boric (Chile) to Oslo, Norway                               v-CHL-NOR-202306-abc
────────────────────────────────────────────────────────────────────────────────────────
  kind        visit
  status      held
  when        5 June 2023 (2023-06-05)
  where       Oslo, Norway
  visitor     Gabriel Boric (Chile), president
  host        Norway
  confidence  0.91

Its life
  2023-05-02 planned, June 2023 (report one)
  2023-06-06 held, 5 June 2023 (report two)

Where reports disagree
  when: 5 June 2023 (report one)
  when: 7 June 2023 (report two)

What people said of it
  3. 2023-06-09, Ola Nordmann: set place, read as Bergen (I was there)

Who says what
  when        → 2023-06-05 (one)
  when        2023-06-07 (two)

In the words of the reports
  “will come to ` + "\ufffd" + `[31mOslo”
  — Ana Rojas, spokeswoman, via X; El Faro, report one, 2 May 2023

  “came”
  — Ana Rojas, spokeswoman, via X; El Faro, report two, 6 June 2023
`
	if got := p.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestCopiesStandWithTheirText(t *testing.T) {
	e := disputed(t)
	e.Copies = map[string]string{"two": "one"}
	p := NewPage(names, terminal.Style{})
	p.Show(e)
	p.Row(e)
	for _, want := range []string{"report one, 2 May 2023\n  The same text: El Faro, report two, 6 June 2023\n", "2 reports, 1 of them a copy"} {
		if !strings.Contains(p.String(), want) {
			t.Errorf("the page does not say %q:\n%s", want, p.String())
		}
	}
	if strings.Contains(p.String(), "“came”") {
		t.Errorf("the words of the copy are given again:\n%s", p.String())
	}
}

func TestRowsFitTheTerminal(t *testing.T) {
	e := disputed(t)
	for range 5 {
		e.Parties = append(e.Parties, reading.Party{Country: "NOR", Person: "Jonas Gahr Støre", Role: reading.RoleHost})
	}
	p := NewPage(names, terminal.Style{})
	p.Title(strings.Repeat("a long name ", 12), "as of 2024-01-01")
	p.ByYear([]record.Engagement{e, {Kind: reading.Call, When: "2022-12-30/2023-01-02"}, {Kind: reading.Call}}, "none")
	p.Conflicts(e)
	p.Turn(outlook.Turn{Parties: e.Parties, Practice: "annual summit", Period: "P1Y", NextHost: "NOR", Why: "in turn", Due: "2024", Overdue: true, Last: &e, Basis: []string{"1", "2", "3", "4", "5", "6", "7", "8"}})
	p.Judgement(outlook.Judgement{Verdict: outlook.Contradicted, Reason: strings.Repeat("because ", 20), Because: []string{"a", "b", "c", "d", "e"}, Claim: record.Claim{Claim: reading.Claim{Type: reading.FirstSince, Parties: e.Parties, Value: "2019", Quote: strings.Repeat("his first visit ", 30)}}})
	for line := range strings.Lines(p.String()) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > terminal.Width {
			t.Errorf("a line of %d columns: %s", n, line)
		}
	}
	for _, want := range []string{"\n2023\n", "\n2022\n", "\nNo date\n", "overdue since: 2024", "next host: Norway (in turn)", "1, 2, 3, 4, 5, 6 and 2 more", "contradicted"} {
		if !strings.Contains(p.String(), want) {
			t.Errorf("the page does not say %q:\n%s", want, p.String())
		}
	}
}
