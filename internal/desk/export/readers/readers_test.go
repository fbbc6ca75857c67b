//go:build readers

package readers

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

//go:embed read.mjs
var script []byte

// row is a line of an export as another library gives it.
type row map[string]any

// read writes engagements in every format and reads them in Node: the rows of
// each format.
func read(t *testing.T, es []record.Engagement) map[string][]row {
	t.Helper()
	libraries := filepath.Join("..", "..", "..", "..", ".cache", "readers")
	if _, err := os.Stat(filepath.Join(libraries, "wanted")); err != nil {
		t.Fatalf("the libraries are missing: %v (scripts/readers fetches them)", err)
	}
	names := desktest.Must[*gazetteer.Gazetteer](t)(gazetteer.Load())
	folder := t.TempDir()
	for _, f := range export.Formats {
		out := desktest.Must[*os.File](t)(os.Create(filepath.Join(folder, "record."+f.Name)))
		if err := f.Write(out, es, export.Options{Names: who.Name, Points: export.GazetteerPoints(names), Base: "http://127.0.0.1:8470"}); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
	}
	// Node looks for the libraries beside the script.
	at := filepath.Join(libraries, "read.mjs")
	if err := os.WriteFile(at, script, 0o644); err != nil {
		t.Fatal(err)
	}
	node := exec.CommandContext(t.Context(), "node", at, folder)
	node.Stderr = os.Stderr
	said, err := node.Output()
	if err != nil {
		t.Fatalf("reading the exports in Node: %v", err)
	}
	var found map[string][]row
	if err := json.Unmarshal(said, &found); err != nil {
		t.Fatalf("%v in %.300s", err, said)
	}
	return found
}

func examples(t *testing.T) []record.Engagement {
	es := desktest.Must[[]record.Engagement](t)(desktest.Examples(t).Engagements(t.Context(), store.Filter{}))
	conflicts := 0
	for _, e := range es {
		conflicts += len(e.Conflicts)
	}
	if len(es) < 100 || conflicts == 0 {
		t.Fatalf("the samples have %d engagements and %d conflicts", len(es), conflicts)
	}
	return es
}

// hostile is an engagement whose words would be something else in a careless
// format.
func hostile(t *testing.T) record.Engagement {
	bad := "=1+1\",\r\nEND:VEVENT\t\u202e</script>; 'ü"
	m := desktest.Must[[]record.Mention](t)(record.Mentions(reading.Reading{ID: "r,1", Outlet: bad, Published: "2024-06-10", Engagements: []reading.Engagement{{
		Kind: reading.Visit, Status: reading.Held, When: "2024-06-05", Country: "NOR", Place: bad, Event: bad,
		Parties:  []reading.Party{{Country: "CHL", Person: bad, Role: reading.RoleVisitor}, {Country: "NOR", Role: reading.RoleHost}},
		Evidence: []reading.Span{{Quote: bad}},
	}}}, 1))
	return record.Assemble(m, nil)
}

// same compares, row for row, what an engagement should be in a format with
// what another library read.
func same(t *testing.T, format string, es []record.Engagement, got []row, want func(record.Engagement) row) {
	t.Helper()
	if len(got) != len(es) {
		t.Fatalf("%s: %d rows of %d engagements", format, len(got), len(es))
	}
	for i, e := range es {
		wants := want(e)
		has := row{}
		for name := range wants {
			has[name] = got[i][name]
		}
		if d := cmp.Diff(plain(t, wants), plain(t, has)); d != "" {
			t.Errorf("%s, %s (-written +read):\n%s", format, e.EID, d)
		}
	}
}

// plain gives a value as JSON has it.
func plain(t *testing.T, v any) (out any) {
	t.Helper()
	if err := json.Unmarshal(desktest.Must[[]byte](t)(json.Marshal(v)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// days gives the first and the last day of a date, each nil where it is open or
// not known.
func days(d edtf.Date) (first, last any) {
	lo, hi, ok := d.Bounds()
	if ok && lo != edtf.MinDay {
		first = lo.String()
	}
	if ok && hi != edtf.MaxDay {
		last = hi.String()
	}
	return first, last
}

func TestParquet(t *testing.T) {
	es := append(examples(t), hostile(t))
	same(t, "parquet", es, read(t, es)["record.parquet"], func(e record.Engagement) row {
		first, last := days(e.When)
		parties, conflicts := []any{}, []any{}
		for _, p := range e.Parties {
			parties = append(parties, row{"country": p.Country, "person": p.Person, "role": p.Role})
		}
		for _, c := range e.Conflicts {
			values := []any{}
			for _, v := range slices.Sorted(maps.Keys(c.Values)) {
				values = append(values, row{"value": v, "reports": c.Values[v]})
			}
			conflicts = append(conflicts, row{"field": c.Field, "values": values})
		}
		return row{
			"eid": e.EID, "kind": e.Kind, "status": e.Status, "when": e.When, "first_day": first, "last_day": last, "country": e.Country, "place": e.Place,
			"event": e.Event, "number": e.Number, "practice": e.Practice, "next_host": e.NextHost, "confidence": e.Confidence,
			"parties": parties, "reports": e.Reports, "conflicts": conflicts,
		}
	})
}

// text is how CSV writes words: what a spreadsheet would take for a formula has
// an apostrophe in front.
func text(words string) string {
	if strings.HasPrefix(words, "=") {
		return "'" + words
	}
	return words
}

func TestCSV(t *testing.T) {
	es := append(examples(t), hostile(t))
	same(t, "csv", es, read(t, es)["record.csv"], func(e record.Engagement) row {
		var countries, persons, roles []string
		for _, p := range e.Parties {
			countries, persons, roles = append(countries, p.Country), append(persons, p.Person), append(roles, string(p.Role))
		}
		return row{
			"eid": e.EID, "kind": e.Kind, "status": e.Status, "when": e.When, "country": e.Country, "place": text(e.Place), "event": text(e.Event),
			"countries": strings.Join(countries, "; "), "persons": text(strings.Join(persons, "; ")), "roles": strings.Join(roles, "; "),
			"reports": strings.Join(e.Reports, "; "), "practice": e.Practice, "next_host": e.NextHost, "confidence": fmt.Sprintf("%.2f", e.Confidence),
		}
	})
}

func TestJSONL(t *testing.T) {
	es := append(examples(t), hostile(t))
	same(t, "jsonl", es, read(t, es)["record.jsonl"], func(e record.Engagement) row {
		parties := []any{}
		for _, p := range e.Parties {
			parties = append(parties, row{"country": p.Country, "person": p.Person, "role": p.Role})
		}
		conflicts := []any{}
		for _, c := range e.Conflicts {
			conflicts = append(conflicts, row{"field": c.Field, "values": c.Values})
		}
		return row{
			"eid": e.EID, "kind": e.Kind, "parties": parties, "country": e.Country, "place": e.Place, "when": e.When, "status": e.Status, "event": e.Event,
			"reports": e.Reports, "conflicts": conflicts, "confidence": e.Confidence,
		}
	})
}

// TestCOLT: each row is a trip that was held, of one who travelled, on its days.
func TestCOLT(t *testing.T) {
	es := append(examples(t), hostile(t))
	byEID := map[string]record.Engagement{}
	for _, e := range es {
		byEID[e.EID] = e
	}
	got := read(t, es)["record.colt"]
	for _, r := range got {
		e := byEID[fmt.Sprint(r["EngagementID"])]
		traveller := slices.ContainsFunc(e.Parties, func(p reading.Party) bool {
			return p.Role == reading.RoleVisitor && text(p.Person) == r["LeaderFullName"] && who.Name(p.Country) == r["LeaderCountryOrIGO"]
		})
		lo, hi, _ := e.When.Bounds()
		dated := r["TripStartDate"] == lo.String() && r["TripEndDate"] == hi.String() || r["TripStartDate"] == "" && r["TripEndDate"] == ""
		if !traveller || !dated || e.Kind != reading.Visit || e.Status != reading.Held || r["CountryVisited"] != who.Name(e.Country) || r["CityVisited"] != text(e.Place) || r["TripYear"] != fmt.Sprint(lo.Year()) {
			t.Errorf("the row %v is not of %+v", r, e)
		}
	}
	if len(got) < 30 {
		t.Errorf("only %d trips", len(got))
	}
}

// TestPLOVER: each line is an engagement, with a code of three digits.
func TestPLOVER(t *testing.T) {
	es := append(examples(t), hostile(t))
	got := read(t, es)["record.plover"]
	for _, r := range got {
		i := slices.IndexFunc(es, func(e record.Engagement) bool { return e.EID == r["id"] })
		if i < 0 {
			t.Errorf("no engagement %v", r["id"])
			continue
		}
		sources := plain(t, es[i].Reports)
		if d := cmp.Diff(sources, r["sources"]); d != "" || r["place"] != nil && r["place"] != es[i].Place || len(fmt.Sprint(r["cameo"])) != 3 {
			t.Errorf("%v is not of %+v", r, es[i])
		}
	}
	if len(got) < 100 {
		t.Errorf("only %d events", len(got))
	}
}

// TestCalendar: each engagement with a date is a whole-day event on its days.
func TestCalendar(t *testing.T) {
	es := append(examples(t), hostile(t))
	got := map[string]row{}
	for _, r := range read(t, es)["record.ics"] {
		got[strings.TrimSuffix(fmt.Sprint(r["uid"]), "@chancery")] = r
	}
	status := map[reading.Status]string{reading.Held: "CONFIRMED", reading.Planned: "TENTATIVE", reading.Proposed: "TENTATIVE", reading.Cancelled: "CANCELLED"}
	seen := 0
	for _, e := range es {
		first, last := days(e.When)
		r, there := got[e.EID]
		if wants := e.Kind != reading.Arrangement && (first != nil || last != nil); there != wants {
			t.Errorf("%s of %s: in the calendar %v", e.EID, e.When, there)
		}
		if !there || first == nil || last == nil {
			continue
		}
		seen++
		_, hi, _ := e.When.Bounds()
		if r["start"] != first || r["end"] != (hi+1).String() || status[e.Status] != "" && r["status"] != status[e.Status] || r["sequence"] != float64(e.Revision()) || r["summary"] == "" {
			t.Errorf("%s, %s on %s: %v", e.EID, e.Status, e.When, r)
		}
	}
	if seen < 100 || len(got) > len(es) {
		t.Errorf("%d events of %d engagements", len(got), len(es))
	}
}
