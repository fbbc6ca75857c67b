package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	goical "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"github.com/piprate/json-gold/ld"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// told makes the engagement that reports tell, one a day from 2024-06-10.
func told(t *testing.T, says ...reading.Engagement) record.Engagement {
	t.Helper()
	var mentions []record.Mention
	for i, e := range says {
		published := edtf.Day(19884 + i).String()
		m, err := record.Mentions(reading.Reading{ID: published, Outlet: "Gazette", Published: published, Engagements: []reading.Engagement{e}}, 1)
		if err != nil {
			t.Fatal(err)
		}
		mentions = append(mentions, m...)
	}
	return record.Assemble(mentions, nil)
}

func trip(when edtf.Date, place string, status reading.Status) reading.Engagement {
	return reading.Engagement{
		Kind: reading.Visit, Status: status, When: when, Country: "NOR", Place: place,
		Parties:     []reading.Party{{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor}, {Country: "NOR", Person: "Jonas Gahr Støre", Role: reading.RoleHost}},
		Attribution: []reading.Speaker{{Name: "Anne Lund", Office: "spokeswoman", Country: "NOR", Via: "NTB"}},
		Evidence:    []reading.Span{{Quote: "<b>Boric</b> goes to " + place}},
	}
}

func contact(kind reading.Kind, when edtf.Date, country, place string) reading.Engagement {
	return reading.Engagement{
		Kind: kind, Status: reading.Held, When: when, Country: country, Place: place,
		Parties: []reading.Party{{Country: "CHL", Role: reading.RoleParty}, {Country: "NOR", Role: reading.RoleParty}},
	}
}

// sample is one engagement of each sort that the formats treat in their own way.
func sample(t *testing.T) []record.Engagement {
	return []record.Engagement{
		told(t, trip("2024-06", "Oslo", reading.Planned), trip("2024-06-05/2024-06-07", "Oslo", reading.Held)),
		told(t, trip("2025-01/2025-04", "Bergen", reading.Planned)),
		told(t, trip("2024-09-10", "Oslo", reading.Cancelled)),
		told(t, trip("", "Oslo", reading.Proposed)),
		told(t, contact(reading.Call, "2024-06-01", "", "")),
		told(t, contact(reading.Meeting, "2024-05-30", "CHE", "Geneva")),
		told(t, contact(reading.Arrangement, "P1Y", "", "")),
	}
}

func write(t *testing.T, format string, es []record.Engagement) string {
	t.Helper()
	names, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	f, err := ByName(format)
	if err != nil {
		t.Fatal(err)
	}
	var out, again bytes.Buffer
	for _, w := range []io.Writer{&out, &again} {
		if err := f.Write(w, es, Options{Names: who.Name, Points: GazetteerPoints(names), Base: "http://127.0.0.1:8470"}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("%s: the same record gave other bytes", format)
	}
	return out.String()
}

func TestCalendarReadByAnotherLibrary(t *testing.T) {
	es := sample(t)
	text := write(t, "ics", es)
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("a line does not end with CR LF (RFC 5545, 3.1)")
	}
	cal, err := goical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, v := range cal.Events() {
		row := []string{}
		for _, name := range []string{"UID", "DTSTART", "DTEND", "STATUS", "TRANSP", "SEQUENCE", "DTSTAMP"} {
			p := v.Props.Get(name)
			if p == nil {
				t.Fatalf("event without %s", name)
			}
			row = append(row, strings.TrimSuffix(p.Value, "@chancery"))
		}
		got = append(got, row)
	}
	want := [][]string{
		{es[0].EID, "20240605", "20240608", "CONFIRMED", "OPAQUE", "1", "20240611T000000Z"},
		{es[1].EID, "20250101", "20250501", "TENTATIVE", "TRANSPARENT", "0", "20240610T000000Z"},
		{es[2].EID, "20240910", "20240911", "CANCELLED", "OPAQUE", "0", "20240610T000000Z"},
		{es[4].EID, "20240601", "20240602", "CONFIRMED", "OPAQUE", "0", "20240610T000000Z"},
		{es[5].EID, "20240530", "20240531", "CONFIRMED", "OPAQUE", "0", "20240610T000000Z"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	vague := cal.Events()[1]
	if note, _ := vague.Props.Text("DESCRIPTION"); !strings.Contains(note, "not known: January–April 2025") {
		t.Errorf("the note on a vague date is %q", note)
	}
}

func TestPostponed(t *testing.T) {
	for name, tc := range map[string]struct {
		says []reading.Engagement
		want string
	}{
		"to a later day":   {[]reading.Engagement{trip("2024-09-10", "Oslo", reading.Planned), trip("2024-10-20", "Oslo", reading.Postponed)}, "TENTATIVE"},
		"to no stated day": {[]reading.Engagement{trip("2024-09-10", "Oslo", reading.Planned), trip("", "Oslo", reading.Postponed)}, "CANCELLED"},
	} {
		if got := string(calendarStatus(told(t, tc.says...))); got != tc.want {
			t.Errorf("%s: got %s, want %s", name, got, tc.want)
		}
	}
}

func TestGeoJSONReadByAnotherLibrary(t *testing.T) {
	all, err := geojson.UnmarshalFeatureCollection([]byte(write(t, "geojson", sample(t))))
	if err != nil {
		t.Fatal(err)
	}
	var got []any
	for _, f := range all.Features {
		where, _ := f.Geometry.(orb.Point)
		got = append(got, []any{f.Properties["located"], int(where.Lon()), int(where.Lat())})
	}
	want := []any{
		[]any{"place", 10, 59}, []any{"place", 5, 60}, []any{"place", 10, 59}, []any{"place", 10, 59},
		[]any{"", 0, 0}, []any{"place", 6, 46}, []any{"", 0, 0},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	abroad := told(t, trip("2024-06-05", "the royal lodge", reading.Held))
	if out := write(t, "geojson", []record.Engagement{abroad}); !strings.Contains(out, `"located":"capital"`) {
		t.Errorf("a place that is in no list is not put at the capital: %s", out)
	}
}

func TestCOLT(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(write(t, "colt", append(sample(t), told(t, trip("2023-03", "", reading.Held)))))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		rows[i] = rows[i][:7]
	}
	want := [][]string{
		{"TripYear", "LeaderFullName", "LeaderCountryOrIGO", "CountryVisited", "CityVisited", "TripStartDate", "TripEndDate"},
		{"2024", "Gabriel Boric", "Chile", "Norway", "Oslo", "2024-06-05", "2024-06-07"},
		{"2023", "Gabriel Boric", "Chile", "Norway", "", "", ""},
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Error(d)
	}
}

func TestPLOVER(t *testing.T) {
	var got [][]string
	dec := json.NewDecoder(strings.NewReader(write(t, "plover", append(sample(t), told(t, contact(reading.Agreement, "2024-06-05", "NOR", "Oslo"))))))
	for {
		var e ploverEvent
		if err := dec.Decode(&e); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		got = append(got, []string{e.EventType, e.Mode, e.CAMEO, strings.Join(e.Contexts, "+"), e.Date})
	}
	want := [][]string{
		{"CONSULT", "visit", "042", "diplomatic", "2024-06-05"},
		{"AGREE", "visit", "036", "diplomatic+future", "2025-01-01"},
		{"AGREE", "visit", "036", "diplomatic+hypothetical", ""},
		{"CONSULT", "phone", "041", "diplomatic", "2024-06-01"},
		{"CONSULT", "third-party", "044", "diplomatic", "2024-05-30"},
		{"SUPPORT", "", "057", "diplomatic", "2024-06-05"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestParquetComesBack(t *testing.T) {
	es := append(sample(t), told(t, trip("2024-06-05", "Oslo", reading.Held), trip("2024-06-05", "Bergen", reading.Held)))
	text := write(t, "parquet", es)
	rows, err := parquet.Read[parquetRow](strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var want []parquetRow
	for _, e := range es {
		want = append(want, columnsOf(e))
	}
	if len(want[len(want)-1].Conflicts) == 0 {
		t.Fatal("the sample has no conflict")
	}
	if d := cmp.Diff(want, rows, cmpopts.EquateEmpty()); d != "" {
		t.Error(d)
	}
}

func TestPROVExpands(t *testing.T) {
	var doc any
	if err := json.Unmarshal([]byte(write(t, "prov", sample(t)[:1])), &doc); err != nil {
		t.Fatal(err)
	}
	graph, err := ld.NewJsonLdProcessor().Expand(doc, ld.NewJsonLdOptions(""))
	if err != nil {
		t.Fatal(err)
	}
	const prov = "http://www.w3.org/ns/prov#"
	got := map[string]int{}
	for _, n := range graph {
		for key := range n.(map[string]any) {
			if strings.HasPrefix(key, prov) {
				got[strings.TrimPrefix(key, prov)]++
			}
		}
	}
	// One engagement from two statements of one speaker in two reports of one outlet.
	want := map[string]int{"wasDerivedFrom": 1, "wasQuotedFrom": 2, "value": 2, "wasAttributedTo": 4, "generatedAtTime": 2, "label": 3}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestHostileTextStaysText(t *testing.T) {
	bad := "=1+1\"\r\nBEGIN:VEVENT\u202e</script>"
	e := trip("2024-06-05", bad, reading.Held)
	e.Parties[0].Person, e.Event = bad, bad
	es := []record.Engagement{told(t, e)}
	cal, err := goical.NewDecoder(strings.NewReader(write(t, "ics", es))).Decode()
	if err != nil || len(cal.Events()) != 1 {
		t.Errorf("calendar: %d events, error %v", len(cal.Events()), err)
	}
	rows, err := csv.NewReader(strings.NewReader(write(t, "colt", es))).ReadAll()
	if err != nil || len(rows) != 2 || rows[1][1][0] != '\'' {
		t.Errorf("colt: %q, error %v", rows, err)
	}
	for _, format := range []string{"geojson", "prov", "plover"} {
		if !json.Valid([]byte(write(t, format, es))) {
			t.Errorf("%s: no JSON", format)
		}
	}
}
