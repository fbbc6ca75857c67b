package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

func must[T any](t *testing.T) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

// export gives the whole record as the export has it.
func export(t *testing.T, ctx context.Context, s store.Store) string {
	t.Helper()
	es := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{}))
	var b bytes.Buffer
	if err := record.WriteJSONL(&b, es); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func addAndFind(t *testing.T, ctx context.Context, s store.Store) {
	added := must[store.Added](t)(s.Add(ctx, sample()))
	if added.New != 6 || added.Changed != 0 || added.Same != 0 || len(added.Engagements) != 4 {
		t.Errorf("Add of the sample: %+v, want 6 new reports and 4 engagements", added)
	}
	es := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Countries: []string{"FIN", "NOR"}}))
	var got []string
	for _, e := range es {
		got = append(got, fmt.Sprintf("%s %s %s %s %v", e.Kind, e.When, e.Status, e.Place, e.Reports))
	}
	want := []string{
		"meeting 2023-04-12 held Helsinki [n2]",
		"visit 2023-04-12 held Helsinki [n1 n2 n3]",
		"visit 2024-10 cancelled Oslo [n4 n5]",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("engagements of Finland and Norway (-want +got):\n%s", d)
	}
	e := must[record.Engagement](t)(s.Engagement(ctx, es[1].EID))
	if d := cmp.Diff(es[1].Parties, e.Parties); d != "" {
		t.Errorf("Engagement(%s) has other parties than Engagements (-list +one):\n%s", e.EID, d)
	}
	if q := e.Mentions[1].Said.Evidence[0].Quote; !strings.HasPrefix(q, "Prime Minister Jonas") {
		t.Errorf("evidence of the second mention is %q", q)
	}
	if want := []string{es[1].EID}; !slices.Equal(es[0].PartOf, want) {
		t.Errorf("the meeting is part of %v, want the visit %v", es[0].PartOf, want)
	}
	if !slices.Contains(added.Engagements, e.EID) {
		t.Errorf("Add names %v, which lacks %s", added.Engagements, e.EID)
	}
}

func addTwice(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	before := export(t, ctx, s)
	again := must[store.Added](t)(s.Add(ctx, sample()))
	if again.Same != 6 || again.New+again.Changed+len(again.Engagements) != 0 {
		t.Errorf("second Add: %+v, want 6 the same and nothing else", again)
	}
	if d := cmp.Diff(before, export(t, ctx, s)); d != "" {
		t.Errorf("second Add changed the export (-before +after):\n%s", d)
	}
}

func addChanged(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	clean := export(t, ctx, s)
	other := sample()[1]
	other.Report.Text = "Prime Minister Jonas Gahr Støre will come to Turku."
	other.Reading.Engagements = []reading.Engagement{visit("Jonas Gahr Støre", "NOR", "", "FIN", "Turku", "2023-06", reading.Planned)}
	added := must[store.Added](t)(s.Add(ctx, []store.Entry{other}))
	if added.Changed != 1 || added.New != 0 {
		t.Errorf("Add of a changed report: %+v, want one changed", added)
	}
	if got := export(t, ctx, s); strings.Contains(got, `"kind":"meeting","parties":[{"country":"NOR"`) || !strings.Contains(got, "Turku") {
		t.Errorf("after the change the export still has the meeting or lacks Turku:\n%s", got)
	}
	must[store.Added](t)(s.Add(ctx, sample()[1:2]))
	if d := cmp.Diff(clean, export(t, ctx, s)); d != "" {
		t.Errorf("changing a report and changing it back (-before +after):\n%s", d)
	}
}

// addAgain: a new reading does not undo what others did to the report.
func addAgain(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	again, other := sample()[1], sample()[1]
	again.Again, again.Reader = true, "newer"
	again.Reading.Engagements = []reading.Engagement{visit("Jonas Gahr Støre", "NOR", "", "FIN", "Turku", "2023-06", reading.Planned)}
	other.Report.Title = "Another title"
	must[store.Added](t)(s.Add(ctx, []store.Entry{other}))
	held := export(t, ctx, s)
	if added := must[store.Added](t)(s.Add(ctx, []store.Entry{again})); added.Changed != 0 || len(added.Passed) != 1 || added.Passed[0] != again.Report.ID {
		t.Errorf("a new reading of a report that is another by now: %+v, want it passed over", added)
	}
	if d := cmp.Diff(held, export(t, ctx, s)); d != "" {
		t.Errorf("a new reading of a report that is another by now changed the record (-before +after):\n%s", d)
	}
	again.Report.Title = other.Report.Title
	if added := must[store.Added](t)(s.Add(ctx, []store.Entry{again})); added.Changed != 1 || len(added.Passed) != 0 {
		t.Errorf("a new reading of the report: %+v, want it changed", added)
	}
	must[store.Added](t)(s.Remove(ctx, []string{again.Report.ID}))
	if added := must[store.Added](t)(s.Add(ctx, []store.Entry{again})); added.New != 0 || len(added.Passed) != 1 {
		t.Errorf("a new reading of a report that is gone: %+v, want it passed over", added)
	}
}

func anyOrder(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	want := export(t, ctx, s)
	var ids []string
	for _, e := range sample() {
		ids = append(ids, e.Report.ID)
	}
	for _, order := range [][]int{{5, 4, 3, 2, 1, 0}, {2, 0, 4, 1, 5, 3}, {1, 3, 5, 0, 2, 4}} {
		must[store.Added](t)(s.Remove(ctx, ids))
		for _, i := range order {
			must[store.Added](t)(s.Add(ctx, sample()[i:i+1]))
		}
		if d := cmp.Diff(want, export(t, ctx, s)); d != "" {
			t.Errorf("added in the order %v (-batch +one by one):\n%s", order, d)
		}
	}
}

func remove(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()[:3]))
	want := export(t, ctx, s)
	must[store.Added](t)(s.Add(ctx, sample()[3:]))
	must[store.Added](t)(s.Remove(ctx, []string{"n4", "n5", "k1", "no such report"}))
	if d := cmp.Diff(want, export(t, ctx, s)); d != "" {
		t.Errorf("added and removed (-before +after):\n%s", d)
	}
	if _, err := s.Report(ctx, "n4"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Report(n4) after Remove: %v, want ErrNotFound", err)
	}
	must[store.Added](t)(s.Remove(ctx, []string{"n1", "n2", "n3"}))
	stats := must[store.Stats](t)(s.Stats(ctx))
	if stats != (store.Stats{}) {
		t.Errorf("stats of the emptied record: %+v, want zeros", stats)
	}
}

func filters(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	for _, c := range []struct {
		name string
		f    store.Filter
		want string
	}{
		{"all", store.Filter{}, "meeting visit meeting visit"},
		{"one country", store.Filter{Countries: []string{"KEN"}}, "meeting"},
		{"kind", store.Filter{Kinds: []reading.Kind{reading.Visit}}, "visit visit"},
		{"status", store.Filter{Statuses: []reading.Status{reading.Cancelled, reading.Planned}}, "visit"},
		{"time", store.Filter{When: "2023-04-11/2023-04-20"}, "meeting visit"},
		{"person by family name", store.Filter{Person: "Støre"}, "meeting visit"},
		{"person without marks", store.Filter{Person: "Jonas Gahr Store"}, "meeting visit"},
		{"person in nobody's name", store.Filter{Person: "Helsinki"}, ""},
		{"report", store.Filter{Report: "n5"}, "visit"},
		{"outlet", store.Filter{Outlet: "The Courier", Countries: []string{"KEN"}}, "meeting"},
		{"outlet as of a day", store.Filter{Outlet: "The Courier", AsOf: day("2022-12-01")}, "visit"},
		{"another outlet", store.Filter{Outlet: "the courier"}, ""},
		{"words", store.Filter{Text: "oslo Stubb"}, "visit"},
		{"words that are operators", store.Filter{Text: "oslo AND NOT (x"}, ""},
		{"limit", store.Filter{Limit: 2}, "meeting visit"},
		{"offset", store.Filter{Limit: 2, Offset: 1}, "visit meeting"},
		{"offset behind the end", store.Filter{Offset: 9}, ""},
		{"ahead of what was planned and dropped", store.Filter{Ahead: &store.Ahead{Ends: day("2024-10-31"), Told: day("2024-01-01")}}, "visit"},
		{"ahead, by status", store.Filter{Statuses: []reading.Status{reading.Cancelled, reading.Held}, Ahead: &store.Ahead{Ends: day("2023-05-01")}}, "visit"},
		{"over by a day", store.Filter{Ahead: &store.Ahead{Ends: day("2024-11-01")}}, ""},
		{"where", store.Filter{Country: "GHA"}, "meeting"},
		{"of so many sides", store.Filter{Sides: 2, Countries: []string{"NOR"}}, "meeting visit visit"},
		{"of three sides", store.Filter{Sides: 3}, ""},
		{"nothing", store.Filter{Countries: []string{"KEN", "FIN"}}, ""},
	} {
		var got []string
		for _, e := range must[[]record.Engagement](t)(s.Engagements(ctx, c.f)) {
			got = append(got, string(e.Kind))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: filter %+v gives %q, want %q", c.name, c.f, got, c.want)
		}
	}
}

// parts asks for lists in parts of one, behind the last of the part before.
func parts(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	undated := meeting("Jonas Gahr Støre", "NOR", "Alexander Stubb", "FIN", "", "", reading.Proposed)
	must[store.Added](t)(s.Add(ctx, []store.Entry{entry("u1", "2024-10-01", "They may meet.", undated)}))
	for _, f := range []store.Filter{{}, {Countries: []string{"NOR"}}, {AsOf: day("2024-10-01")}, {Person: "Stubb"}} {
		var want, got []string
		for _, e := range must[[]record.Engagement](t)(s.Engagements(ctx, f)) {
			want = append(want, e.EID)
		}
		f.Limit = 1
		for range len(want) + 1 {
			es := must[[]record.Engagement](t)(s.Engagements(ctx, f))
			if len(es) == 0 {
				break
			}
			got = append(got, es[0].EID)
			p := store.PlaceOf(&es[0])
			f.After = &p
		}
		if len(want) < 2 || !slices.Equal(got, want) {
			t.Errorf("filter %+v in parts gives %q, want %q", f, got, want)
		}
	}
	var got []string
	f := store.ReportFilter{Limit: 2}
	for range 9 {
		list := must[[]store.Listed](t)(s.Reports(ctx, f))
		if len(list) == 0 {
			break
		}
		for _, r := range list {
			got = append(got, r.ID)
		}
		last := list[len(list)-1]
		f.After = &store.ReportPlace{Published: last.Published, ID: last.ID}
	}
	if strings.Join(got, " ") != "u1 n5 n4 k1 n3 n2 n1" {
		t.Errorf("reports in parts: %q", got)
	}
}

// revision grows with what changes the record, and with that alone.
func revision(t *testing.T, ctx context.Context, s store.Store) {
	last := must[store.Revision](t)(s.Revision(ctx))
	if last.Number != 0 || !last.Changed.IsZero() {
		t.Errorf("an empty record has revision %+v", last)
	}
	step := func(what string, grows bool, do func() error) {
		if err := do(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		r := must[store.Revision](t)(s.Revision(ctx))
		if (r.Number > last.Number) != grows || r.Changed.Before(last.Changed) || r.Changed.IsZero() {
			t.Errorf("%s: revision %+v after %+v; want it to grow: %v", what, r, last, grows)
		}
		last = r
	}
	add := func() error { _, err := s.Add(ctx, sample()); return err }
	step("add", true, add)
	step("add the same", false, add)
	eid := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Limit: 1}))[0].EID
	step("correct", true, func() error {
		_, err := s.Correct(ctx, record.Correction{Date: "2024-10-01", By: "A. Clerk", Action: record.Confirm, EID: eid})
		return err
	})
	step("remove what is not there", false, func() error { _, err := s.Remove(ctx, []string{"none"}); return err })
	step("remove", true, func() error { _, err := s.Remove(ctx, []string{"k1"}); return err })
}

// gatherings: a gathering is found by its name however it is written, an
// engagement without a date by when it was last told of.
func gatherings(t *testing.T, ctx context.Context, s store.Store) {
	summit := func(name, when string, status reading.Status) reading.Engagement {
		e := meeting("Narendra Modi", "IND", "", "BRA", "Rio de Janeiro", when, status)
		e.Kind, e.Event = reading.Summit, name
		return e
	}
	must[store.Added](t)(s.Add(ctx, []store.Entry{
		entry("g1", "2024-11-20", "The Group of 20 met.", summit("Group of 20 summit", "2024-11-18", reading.Held)),
		entry("g2", "2025-07-08", "BRICS met.", summit("15th summit of BRICS", "2025-07-06", reading.Held)),
		entry("g3", "2025-07-09", "The 2+2 dialogue is to come.", summit("2+2 ministerial dialogue", "", reading.Planned)),
	}))
	for _, c := range []struct {
		f    store.Filter
		want string
	}{
		{store.Filter{Event: "G-20 summit"}, "Group of 20 summit"},
		{store.Filter{Event: "G20"}, "Group of 20 summit"},
		{store.Filter{Event: "BRICS summit"}, "15th summit of BRICS"},
		{store.Filter{Event: "two-plus-two dialogue"}, "2+2 ministerial dialogue"},
		{store.Filter{Event: "G7 summit"}, ""},
		{store.Filter{Event: "summit"}, ""},
		{store.Filter{Ahead: &store.Ahead{Ends: day("2025-07-10"), Told: day("2025-07-09")}}, "2+2 ministerial dialogue"},
		{store.Filter{Statuses: []reading.Status{reading.Planned}, Ahead: &store.Ahead{Ends: day("2025-07-10"), Told: day("2025-07-10")}}, ""},
	} {
		var got []string
		for _, e := range must[[]record.Engagement](t)(s.Engagements(ctx, c.f)) {
			got = append(got, e.Event)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("filter %+v gives %q, want %q", c.f, got, c.want)
		}
	}
}

// days: the first and the last day of the record, of reports until a day, and
// without what people rejected.
func days(t *testing.T, ctx context.Context, s store.Store) {
	if got := must[store.Days](t)(s.Days(ctx, 0)); got != (store.Days{}) {
		t.Errorf("days of an empty record: %+v, want none", got)
	}
	must[store.Added](t)(s.Add(ctx, append(sample(), entry("n0", "2020-01-01", "Nobody met."))))
	check := func(asOf edtf.Day, last, news string) {
		t.Helper()
		want := store.Days{}
		if last != "" {
			want.Last = day(last)
		}
		if news != "" {
			want.News = day(news)
		}
		if got := must[store.Days](t)(s.Days(ctx, asOf)); got != want {
			t.Errorf("days as of %s: %+v, want %+v", asOf, got, want)
		}
	}
	check(0, "2024-09-20", "2022-11-20")
	check(day("2023-04-13"), "2023-04-12", "2022-11-20")
	check(day("2022-01-01"), "2020-01-01", "")
	eid := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Report: "n1"}))[0].EID
	must[record.Correction](t)(s.Correct(ctx, record.Correction{Date: "2024-01-01", By: "An Editor", Reason: "no such visit", Action: record.Reject, EID: eid}))
	check(0, "2024-09-20", "2023-04-12")
	check(day("2023-12-31"), "2023-05-01", "2022-11-20")
}

// lean: what is left out changes nothing of what is exported.
func lean(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	es := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Lean: true}))
	var b bytes.Buffer
	if err := record.WriteJSONL(&b, es); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(export(t, ctx, s), b.String()); d != "" {
		t.Errorf("lean engagements export other bytes (-full +lean):\n%s", d)
	}
	if m := es[0].Mentions[0].Said; len(es[0].Fields) > 0 || len(m.Evidence) > 0 || len(m.Attribution) > 0 {
		t.Errorf("a lean engagement has fields %v, evidence %v, attribution %v", es[0].Fields, m.Evidence, m.Attribution)
	}
}

func asOf(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	for _, c := range []struct{ day, want string }{
		{"2022-11-19", ""},
		{"2022-12-01", "visit 2023-03/2023-05 planned"},
		{"2023-04-12", "meeting 2023-04-12 held, visit 2023-04-12 held"},
		{"2024-09-10", "meeting 2023-04-12 held, visit 2023-04-12 held, visit 2024-10 planned"},
	} {
		var got []string
		for _, e := range must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Countries: []string{"NOR"}, AsOf: day(c.day)})) {
			got = append(got, fmt.Sprintf("%s %s %s", e.Kind, e.When, e.Status))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("as of %s: %q, want %q", c.day, got, c.want)
		}
	}
}

func reports(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	for _, c := range []struct {
		name string
		f    store.ReportFilter
		want string
	}{
		{"all, newest first", store.ReportFilter{}, "n5 n4 k1 n3 n2 n1"},
		{"words", store.ReportFilter{Text: "helsinki wednesday"}, "n2"},
		{"marks do not matter", store.ReportFilter{Text: "store"}, "n2"},
		{"words together", store.ReportFilter{Text: `"president alexander stubb"`}, "n5"},
		{"words not together", store.ReportFilter{Text: `"alexander president"`}, ""},
		{"operators are words", store.ReportFilter{Text: `helsinki OR oslo`}, ""},
		{"only signs", store.ReportFilter{Text: `"-*`, Limit: 1}, "n5"},
		{"dates", store.ReportFilter{From: day("2023-04-12"), To: day("2023-05-01")}, "k1 n3 n2"},
		{"page", store.ReportFilter{Limit: 2, Offset: 1}, "n4 k1"},
		{"kind", store.ReportFilter{Kind: store.Dataset}, ""},
	} {
		var got []string
		for _, l := range must[[]store.Listed](t)(s.Reports(ctx, c.f)) {
			got = append(got, l.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: filter %+v gives %q, want %q", c.name, c.f, got, c.want)
		}
	}
	got := must[[]store.Listed](t)(s.Reports(ctx, store.ReportFilter{Text: "Wednesday"}))
	if len(got) != 1 || !strings.Contains(got[0].Snippet, "Wednesday") || got[0].Title != "Title of n2" {
		t.Errorf("search for Wednesday: %+v, want n2 with Wednesday in its snippet", got)
	}
}

func texts(t *testing.T, ctx context.Context, s store.Store) {
	for _, text := range []string{"short", "Ünïcode, 北京, and \x00 a zero byte", strings.Repeat("A long text of many words. ", 500)} {
		e := entry("x", "2024-01-02", text)
		e.Report.Original = []byte("\xff\xfe" + text)
		must[store.Added](t)(s.Add(ctx, []store.Entry{e}))
		got, err := s.Report(ctx, "x")
		if err != nil || !reflect.DeepEqual(got, e.Report) {
			t.Errorf("report came back as %+v (%v), want %+v", got, err, e.Report)
		}
	}
	e := sample()[1]
	e.Reading.Times = []reading.Time{{Start: 1, End: 4, Type: "DATE", Value: "2023-04-12", EDTF: "2023-04-12"}}
	e.Reading.Claims = []reading.Claim{{Type: reading.Nth, Value: "2", Quote: "the second"}}
	e.Reading.People = []reading.Tenure{{Person: "Sauli Niinistö", Office: "President", Country: "FIN"}}
	must[store.Added](t)(s.Add(ctx, []store.Entry{e}))
	x := must[reading.Reading](t)(s.Reading(ctx, "n2"))
	if d := cmp.Diff(e.Reading, x); d != "" {
		t.Errorf("reading came back (-went in +came back):\n%s", d)
	}
}

func claimsAndPeople(t *testing.T, ctx context.Context, s store.Store) {
	a, b := sample()[1], sample()[4]
	a.Reading.Claims = []reading.Claim{{Type: reading.FirstSince, Value: "2019", Parties: []reading.Party{{Country: "NOR"}, {Country: "FIN"}}}}
	a.Reading.People = []reading.Tenure{{Person: "Jonas Gahr Støre", Office: "Prime Minister", Country: "NOR"}}
	b.Reading.Claims = []reading.Claim{{Type: reading.Last, Value: "2020", Parties: []reading.Party{{Country: "FIN"}}}}
	b.Reading.People = []reading.Tenure{{Person: "Gahr Store", Office: "prime minister", Country: "NOR"}, {Person: "Alexander Stubb", Office: "President", Country: "FIN"}}
	must[store.Added](t)(s.Add(ctx, []store.Entry{b, a}))
	for _, c := range []struct {
		f    store.ClaimFilter
		want string
	}{
		{store.ClaimFilter{}, "n2 n5"},
		{store.ClaimFilter{Countries: []string{"NOR", "FIN"}}, "n2"},
		{store.ClaimFilter{Report: "n5"}, "n5"},
		{store.ClaimFilter{AsOf: day("2023-12-31")}, "n2"},
	} {
		var got []string
		for _, x := range must[[]record.Claim](t)(s.Claims(ctx, c.f)) {
			got = append(got, x.Report)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("claims with %+v: %q, want %q", c.f, got, c.want)
		}
	}
	got := must[[]record.Tenure](t)(s.People(ctx, store.PersonFilter{}))
	want := []record.Tenure{
		{Person: "Alexander Stubb", Office: "President", Country: "FIN", First: day("2024-09-20"), Last: day("2024-09-20"), Reports: []string{"n5"}},
		{Person: "Jonas Gahr Støre", Office: "Prime Minister", Country: "NOR", First: day("2023-04-12"), Last: day("2024-09-20"), Reports: []string{"n2", "n5"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("people (-want +got):\n%s", d)
	}
	if got := must[[]record.Tenure](t)(s.People(ctx, store.PersonFilter{Person: "Stubb", Country: "FIN"})); len(got) != 1 {
		t.Errorf("people named Stubb: %+v, want one", got)
	}
}

func corrections(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	clean := export(t, ctx, s)
	visitEID := func() string {
		t.Helper()
		es := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Report: "n2", Kinds: []reading.Kind{reading.Visit}}))
		return es[0].EID
	}
	correct := func(c record.Correction) record.Correction {
		t.Helper()
		c.Date, c.By, c.Reason = "2025-01-01", "An Editor", "looked it up"
		return must[record.Correction](t)(s.Correct(ctx, c))
	}
	undo := func(c record.Correction) {
		t.Helper()
		correct(record.Correction{Action: record.Undo, Undoes: c.ID})
		if d := cmp.Diff(clean, export(t, ctx, s)); d != "" {
			t.Errorf("undo of %s does not restore the record (-before +after):\n%s", c.Action, d)
		}
	}
	c := correct(record.Correction{Action: record.Set, EID: visitEID(), Field: "place", Value: "Espoo"})
	if e := must[record.Engagement](t)(s.Engagement(ctx, visitEID())); e.Place != "Espoo" || len(e.Marks) != 1 || e.Marks[0].Was != "Helsinki" {
		t.Errorf("after set: place %q, marks %+v", e.Place, e.Marks)
	}
	must[store.Added](t)(s.Remove(ctx, []string{"n3"}))
	must[store.Added](t)(s.Add(ctx, sample()))
	if e := must[record.Engagement](t)(s.Engagement(ctx, visitEID())); e.Place != "Espoo" {
		t.Errorf("after reports came in anew: place %q, want what the person said", e.Place)
	}
	undo(c)
	c = correct(record.Correction{Action: record.Reject, EID: visitEID()})
	if got := export(t, ctx, s); strings.Contains(got, c.EID) {
		t.Errorf("a rejected engagement is still exported")
	}
	undo(c)
	c = correct(record.Correction{Action: record.Split, EID: visitEID(), Reports: []string{"n3"}})
	if es := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Report: "n3"})); len(es) != 1 || !slices.Equal(es[0].Reports, []string{"n3"}) {
		t.Errorf("after split n3 is in %+v, want alone", es)
	}
	undo(c)
	other := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Report: "n4"}))[0].EID
	c = correct(record.Correction{Action: record.Merge, EID: visitEID(), Other: other})
	if e := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Report: "n4"}))[0]; !slices.Equal(e.Reports, []string{"n1", "n2", "n3", "n4", "n5"}) {
		t.Errorf("after merge it rests on %v, want on all five", e.Reports)
	}
	undo(c)
	log := must[[]record.Correction](t)(s.Corrections(ctx))
	if len(log) != 8 || log[0].By != "An Editor" || log[7].Undoes != log[6].ID {
		t.Errorf("log has %d entries, want 8: %+v", len(log), log)
	}
}

func failures(t *testing.T, ctx context.Context, s store.Store) {
	ok := sample()[0]
	mixed := ok
	mixed.Reading.ID = "other"
	nameless := ok
	nameless.Report.ID = ""
	odd := entry("odd", "2024-01-01", "x", reading.Engagement{Kind: "war", Status: reading.Held, Parties: []reading.Party{{Country: "NOR"}}})
	for _, e := range []store.Entry{mixed, nameless, odd} {
		if _, err := s.Add(ctx, []store.Entry{ok, e}); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("Add of %q with reading %q: %v, want ErrInvalid", e.Report.ID, e.Reading.ID, err)
		}
	}
	if n := must[store.Stats](t)(s.Stats(ctx)).Reports; n != 0 {
		t.Errorf("%d reports after failed Adds, want none: all or nothing", n)
	}
	must[store.Added](t)(s.Add(ctx, sample()))
	eid := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{}))[0].EID
	signed := record.Correction{Date: "2025-01-01", By: "An Editor", EID: eid}
	for _, c := range []struct {
		name   string
		change func(*record.Correction)
		want   error
	}{
		{"unsigned", func(c *record.Correction) { c.By = "" }, store.ErrInvalid},
		{"no action", func(c *record.Correction) {}, store.ErrInvalid},
		{"no such field", func(c *record.Correction) { c.Action, c.Field = record.Set, "weather" }, store.ErrInvalid},
		{"no such date", func(c *record.Correction) { c.Action, c.Field, c.Value = record.Set, "when", "2024-13" }, store.ErrInvalid},
		{"no such engagement", func(c *record.Correction) { c.Action, c.EID = record.Reject, "v-none" }, store.ErrNotFound},
		{"nothing to split", func(c *record.Correction) { c.Action, c.Reports = record.Split, []string{"k1"} }, store.ErrInvalid},
		{"nothing to undo", func(c *record.Correction) { c.Action, c.Undoes = record.Undo, 7 }, store.ErrInvalid},
	} {
		bad := signed
		c.change(&bad)
		if _, err := s.Correct(ctx, bad); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := s.Engagement(ctx, "v-none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Engagement(v-none): %v, want ErrNotFound", err)
	}
	if _, err := s.Reading(ctx, "none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Reading(none): %v, want ErrNotFound", err)
	}
}

func concurrent(t *testing.T, ctx context.Context, s store.Store) {
	var wait sync.WaitGroup
	for w := range 8 {
		wait.Add(2)
		go func() {
			defer wait.Done()
			for i, e := range sample() {
				if i%8 == w || i == 0 {
					if _, err := s.Add(ctx, []store.Entry{e}); err != nil {
						t.Errorf("writer %d: %v", w, err)
					}
				}
			}
		}()
		go func() {
			defer wait.Done()
			for range 5 {
				if _, err := s.Engagements(ctx, store.Filter{Countries: []string{"NOR"}}); err != nil {
					t.Errorf("reader %d: %v", w, err)
				}
			}
		}()
	}
	wait.Wait()
	got := export(t, ctx, s)
	var ids []string
	for _, e := range sample() {
		ids = append(ids, e.Report.ID)
	}
	must[store.Added](t)(s.Remove(ctx, ids))
	must[store.Added](t)(s.Add(ctx, sample()))
	if d := cmp.Diff(export(t, ctx, s), got); d != "" {
		t.Errorf("eight writers made another record (-one +eight):\n%s", d)
	}
}

// together: writers that bring the same reports at the same moment, each in an
// order of its own, make one record, and each report is new to one of them.
func together(t *testing.T, ctx context.Context, s store.Store) {
	must[store.Added](t)(s.Add(ctx, sample()))
	want := export(t, ctx, s)
	var ids []string
	for _, e := range sample() {
		ids = append(ids, e.Report.ID)
	}
	for range 4 {
		must[store.Added](t)(s.Remove(ctx, ids))
		var wait sync.WaitGroup
		var fresh, same atomic.Int32
		for w := range 5 {
			wait.Go(func() {
				all := sample()
				added, err := s.Add(ctx, append(all[w:], all[:w]...))
				if err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
				fresh.Add(int32(added.New))
				same.Add(int32(added.Same))
			})
		}
		wait.Wait()
		if n := len(ids); int(fresh.Load()) != n || int(same.Load()) != 4*n {
			t.Errorf("%d reports were new and %d there already, want %d and %d", fresh.Load(), same.Load(), n, 4*n)
		}
		if d := cmp.Diff(want, export(t, ctx, s)); d != "" {
			t.Errorf("five writers made another record (-one +five):\n%s", d)
		}
	}
}
