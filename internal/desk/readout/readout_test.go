package readout

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

const text = "Señor Boric flew to Oslo\non Monday, his first trip there. <b>&"

func sample(t *testing.T) (*report.Report, *reading.Reading) {
	t.Helper()
	day, err := edtf.ParseDay("2023-06-06")
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) (int, int, string) {
		i := strings.Index(text, words)
		if i < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		return i, i + len(words), words
	}
	span := reading.Span{}
	span.Start, span.End, span.Quote = at("flew to Oslo\non Monday")
	when := reading.Time{Type: "DATE", Value: "2023-06-05", EDTF: "2023-06-05"}
	when.Start, when.End, _ = at("Monday")
	claim := reading.Claim{Type: reading.FirstEver, Value: "1"}
	claim.Start, claim.End, claim.Quote = at("his first trip there")
	return &report.Report{ID: "boric", Outlet: "The Fjord Post", Published: day, Title: "Boric in Oslo", Text: text},
		&reading.Reading{ID: "boric", Published: "2023-06-06", Outlet: "The Fjord Post", Title: "Boric in Oslo",
			Engagements: []reading.Engagement{{
				Kind: reading.Visit, Status: reading.Held, Country: "NOR", Place: "Oslo", When: "2023-06-05", Confidence: 0.9,
				Parties:     []reading.Party{{Country: "CHL", Person: "Señor Boric", Role: reading.RoleVisitor}, {Country: "NOR", Role: reading.RoleHost}},
				Evidence:    []reading.Span{span},
				Attribution: []reading.Speaker{{Name: "Ana Rojas", Office: "spokeswoman", Country: "CHL"}},
			}},
			Times: []reading.Time{when}, Claims: []reading.Claim{claim}}
}

func write(t *testing.T, f Format, from *report.Report, says *reading.Reading) string {
	t.Helper()
	out, err := f([]byte("before\n"), from, says)
	if err != nil {
		t.Fatal(err)
	}
	rest, ok := strings.CutPrefix(string(out), "before\n")
	if !ok {
		t.Fatalf("the format does not append: %q", out)
	}
	return rest
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestJSONLKeepsTheOrderOfItsFields(t *testing.T) {
	from, says := sample(t)
	same(t, write(t, JSONL, from, says), `{"id":"boric","published":"2023-06-06","outlet":"The Fjord Post","title":"Boric in Oslo",`+
		`"engagements":[{"kind":"visit","parties":[{"country":"CHL","person":"Señor Boric","role":"visitor"},{"country":"NOR","person":"","role":"host"}],`+
		`"country":"NOR","place":"Oslo","when":"2023-06-05","status":"held","event":"",`+
		`"evidence":[{"start":13,"end":35,"quote":"flew to Oslo\non Monday"}],`+
		`"attribution":[{"name":"Ana Rojas","office":"spokeswoman","country":"CHL","venue":"","via":""}],"confidence":0.9}],`+
		`"times":[{"start":29,"end":35,"type":"DATE","value":"2023-06-05","edtf":"2023-06-05"}],`+
		`"claims":[{"type":"first-ever","parties":[],"value":"1","start":37,"end":57,"quote":"his first trip there","attribution":[]}]}`+"\n")
}

func TestJSONLHasListsWhereThereIsNothing(t *testing.T) {
	from := &report.Report{ID: "empty <&>"}
	line := write(t, JSONL, from, &reading.Reading{ID: "empty <&>", Engagements: []reading.Engagement{{}}, Claims: []reading.Claim{{}}})
	if strings.Contains(line, "null") || !strings.Contains(line, "<&>") || !json.Valid([]byte(line)) {
		t.Errorf("want lists instead of null and < & > as they are, got %s", line)
	}
}

func TestBratCountsCharactersAndCutsLines(t *testing.T) {
	from, says := sample(t)
	same(t, write(t, Brat, from, says), strings.Join([]string{
		"# report boric",
		"T1\tVisit 12 24;25 34\tflew to Oslo on Monday",
		"A1\tStatus T1 held",
		"A2\tConfidence T1 0.90",
		"#1\tAnnotatorNotes T1\tvisitor CHL Señor Boric, host NOR; country NOR; place Oslo; when 2023-06-05",
		"T2\tTime 28 34\tMonday",
		"#2\tAnnotatorNotes T2\tDATE 2023-06-05",
		"T3\tClaim 36 56\this first trip there",
		"#3\tAnnotatorNotes T3\tfirst-ever 1",
		"",
	}, "\n"))
}

func TestTable(t *testing.T) {
	from, says := sample(t)
	names := wording.Names(func(code string) string { return map[string]string{"CHL": "Chile", "NOR": "Norway"}[code] })
	same(t, write(t, Table(names, terminal.Style{}), from, says), `boric  2023-06-06  The Fjord Post  Boric in Oslo
  5 June 2023         Señor Boric (Chile) to Oslo, Norway
                      visit, held
                      “flew to Oslo on Monday”
                      — Ana Rojas, spokeswoman
  claim               first-ever 1
                      “his first trip there”
  times               “Monday” 2023-06-05

`)
}

func TestTableShowsNoControlCharacters(t *testing.T) {
	from := &report.Report{ID: "x\x1b[31m", Title: "a\u202eb\x07"}
	got := write(t, Table(func(c string) string { return c }, terminal.Style{}), from, &reading.Reading{})
	if strings.ContainsAny(got, "\x1b\x07\u202e") {
		t.Errorf("control characters of the report reach the terminal: %q", got)
	}
}
