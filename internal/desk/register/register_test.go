package register

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// pairs are whom the tests ask about, some of whom nobody has heard of.
var pairs = [][]string{{}, {"France"}, {"India", "Russia"}, {"Macron"}, {"Narendra Modi"}, {"Putin", "India"}, {"Macron", "Scholz"}, {"Vladimir Putin", "Modi"}, {"Nobody Whatever"}, {"EU"}, {"PersonA FRA"}, {"USA", "China"}}

// follows wants that a register tells of the record what the record does.
func follows(t *testing.T, r *Register, s store.Store, when string) {
	t.Helper()
	ctx := t.Context()
	if err := r.Follow(ctx, desktest.Must[store.Revision](t)(s.Revision(ctx)).Number); err != nil {
		t.Fatal(err)
	}
	days := desktest.Must[store.Days](t)(s.Days(ctx, 0))
	picking(t, r, days.Last, when)
	for _, words := range pairs {
		about := desktest.Must[who.Pair](t)(who.Find(words))
		es := desktest.Must[[]record.Engagement](t)(about.Engagements(ctx, s, 0))
		lines := r.Of(about)
		var want, got []string
		for i := range es {
			want = append(want, es[i].EID)
			if l := r.Line(es[i].EID); l == nil || l.EID != es[i].EID {
				t.Fatalf("%s: the line of %s is %v", when, es[i].EID, l)
			}
		}
		for _, l := range lines {
			got = append(got, l.EID)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s, of %v (-record +register):\n%s", when, words, d)
		}
		for _, limit := range []int{1, 7, 100} {
			if d := cmp.Diff(said(brief.Changes(es, limit)), said(desktest.Must[[]brief.Change](t)(r.Changes(ctx, about, limit)))); d != "" {
				t.Errorf("%s, the last %d changes of %v (-record +register):\n%s", when, limit, words, d)
			}
		}
		last := slices.Clone(lines[max(0, len(lines)-1200):])
		slices.Reverse(last)
		shown := desktest.Must[[]record.Engagement](t)(r.Show(ctx, last))
		if len(shown) != len(last) {
			t.Errorf("%s: of %d lines of %v %d are shown", when, len(last), words, len(shown))
		}
		for i := range shown {
			if shown[i].EID != last[i].EID {
				t.Fatalf("%s: line %d of %v shows %s, want %s", when, i, words, shown[i].EID, last[i].EID)
			}
		}
		if d := cmp.Diff(written(t, cards(desktest.Must[[]record.Engagement](t)(New(s).Show(ctx, last)))), written(t, cards(shown))); d != "" {
			t.Errorf("%s, what is shown of %v (-record +kept):\n%s", when, words, d)
		}
		anew := Values(desktest.Must[[]*record.Engagement](t)(New(s).Lean(ctx, last)))
		if d := cmp.Diff(written(t, anew), written(t, Values(desktest.Must[[]*record.Engagement](t)(r.Lean(ctx, last))))); d != "" {
			t.Errorf("%s, what is kept of %v (-record +kept):\n%s", when, words, d)
		}
	}
}

// chosen wants that a register gives for filters what the record gives.
func chosen(t *testing.T, r *Register, s store.Store) {
	t.Helper()
	ctx := t.Context()
	some := desktest.Must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Limit: 1, Offset: 300}))
	place := store.PlaceOf(&some[0])
	undated := store.Place{Kind: reading.Invitation}
	for _, f := range []store.Filter{
		{Limit: 20}, {Limit: 20, Offset: 250}, {Limit: 30, After: &place}, {Limit: 30, After: &undated},
		{Countries: []string{"USA"}}, {Countries: []string{"USA", "CHN"}, Cards: true}, {Countries: []string{"USA", "CHN", "RUS"}},
		{Countries: []string{"IND"}, Person: "Modi"}, {Person: "Putin"}, {Person: "Nobody Whatever"},
		{Kinds: []reading.Kind{reading.Summit, reading.Call}, Lean: true}, {Statuses: []reading.Status{reading.Planned, reading.Proposed}},
		{When: "2024", Limit: 5}, {When: "2024-05/2024-07"}, {When: edtf.Interval(edtf.MinDay, 19000)}, {Conflicted: true}, {Country: "IND"}, {Sides: 3},
		{Ahead: &store.Ahead{Ends: 19800, Told: 19500}}, {Text: "summit"}, {Countries: []string{"USA"}, AsOf: 11000}, {Rejected: true, Limit: 10},
	} {
		var want, got []string
		for _, e := range desktest.Must[[]record.Engagement](t)(s.Engagements(ctx, f)) {
			want = append(want, e.EID)
		}
		for _, e := range desktest.Must[[]record.Engagement](t)(r.Engagements(ctx, f)) {
			got = append(got, e.EID)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%+v (-record +register):\n%s", f, d)
		}
	}
}

// cards leaves of engagements what every list shows.
func cards(es []record.Engagement) []record.Engagement {
	out := slices.Clone(es)
	for i := range out {
		e := &out[i]
		e.Steps, e.Marks, e.Type, e.Duration, e.NextHost = nil, nil, "", "", ""
		if len(e.Conflicts) == 0 {
			e.Conflicts = nil
		}
	}
	return out
}

// written gives all that is exported of engagements.
func written(t *testing.T, es []record.Engagement) string {
	t.Helper()
	b, err := json.MarshalIndent(es, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func said(changes []brief.Change) []string {
	var out []string
	for _, c := range changes {
		out = append(out, fmt.Sprint(c.Engagement.EID, c.Step, c.First))
	}
	return out
}

func TestARegisterFollowsTheRecord(t *testing.T) {
	s := desktest.Examples(t)
	r := New(s)
	follows(t, r, s, "the samples")
	desktest.Must[store.Added](t)(s.Add(t.Context(), storetest.Made(0, 400)))
	follows(t, r, s, "made reports added")
	chosen(t, r, s)
	es := desktest.Must[[]record.Engagement](t)(s.Engagements(t.Context(), store.Filter{Countries: []string{"USA", "CHN"}, Limit: 2}))
	desktest.Must[record.Correction](t)(s.Correct(t.Context(), record.Correction{Action: record.Reject, EID: es[0].EID, By: "An Editor", Date: "2025-01-01"}))
	follows(t, r, s, "one rejected")
	desktest.Must[record.Correction](t)(s.Correct(t.Context(), record.Correction{Action: record.Set, EID: es[1].EID, Field: "place", Value: "Elsewhere", By: "An Editor", Date: "2025-01-01"}))
	follows(t, r, s, "a place corrected")
	desktest.Must[record.Correction](t)(s.Correct(t.Context(), record.Correction{Action: record.Undo, Undoes: 1, By: "An Editor", Date: "2025-01-01"}))
	follows(t, r, s, "and taken back")
	var ids []string
	for _, e := range storetest.Made(0, 400) {
		ids = append(ids, e.Report.ID)
	}
	desktest.Must[store.Added](t)(s.Remove(t.Context(), ids[:300]))
	follows(t, r, s, "three hundred reports gone")
	desktest.Must[store.Added](t)(s.Remove(t.Context(), ids))
	follows(t, r, s, "all made reports gone")
}

// BenchmarkFollow measures reading the lines of a record, and following it
// through one more report.
func BenchmarkFollow(b *testing.B) {
	s := desktest.Empty(b)
	n := storetest.Fill(b, s, 10_000)
	ctx := context.Background()
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			if err := New(s).Follow(ctx, 1); err != nil {
				b.Fatal(err)
			}
		}
	})
	r := New(s)
	b.Run("one report", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			desktest.Must[store.Added](b)(s.Add(ctx, storetest.Made(n, n+1)))
			n++
			revision := desktest.Must[store.Revision](b)(s.Revision(ctx)).Number
			b.StartTimer()
			if err := r.Follow(ctx, revision); err != nil {
				b.Fatal(err)
			}
		}
	})
}
