package intake_test

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

func exported(t *testing.T, s store.Store) string {
	t.Helper()
	es, err := s.Engagements(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := record.WriteJSONL(&out, es); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// older makes a record as an older version would have: it read no places, and
// missed every third report.
func older(t *testing.T) (old, now store.Store) {
	t.Helper()
	now, old = desktest.Examples(t), desktest.Empty(t)
	list, err := now.Reports(t.Context(), store.ReportFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range list {
		rep, err := now.Report(t.Context(), l.ID)
		if err != nil {
			t.Fatal(err)
		}
		says, err := now.Reading(t.Context(), l.ID)
		if err != nil {
			t.Fatal(err)
		}
		for j := range says.Engagements {
			says.Engagements[j].Place = ""
		}
		if i%3 == 0 {
			says.Engagements = nil
		}
		if _, err := old.Add(t.Context(), []store.Entry{{Report: rep, Reading: says, Reader: "0"}}); err != nil {
			t.Fatal(err)
		}
	}
	return old, now
}

func newWork() (intake.Work[store.Entry], error) {
	return func(r *report.Report) (store.Entry, error) { return desktest.Readers.Entry(context.Background(), r) }, nil
}

func reread(t *testing.T, how intake.Rereading, s store.Store, most int) (out []intake.Reread) {
	t.Helper()
	how.Workers = 2
	for x, err := range how.Reread(t.Context(), s, newWork) {
		if err != nil {
			t.Fatal(err)
		}
		if out = append(out, x); len(out) == most {
			break
		}
	}
	return out
}

func TestReread(t *testing.T) {
	old, now := older(t)
	before, want := exported(t, old), exported(t, now)
	dry := reread(t, intake.Rereading{Dry: true}, old, 0)
	if exported(t, old) != before {
		t.Error("a dry run changed the record")
	}
	if exported(t, old) == want {
		t.Fatal("the older record is no other")
	}
	done := reread(t, intake.Rereading{}, old, 0)
	if got := exported(t, old); got != want {
		t.Error("a record read anew exports other bytes than one read by this version")
	}
	if len(done) < 60 || len(dry) != len(done) {
		t.Errorf("%d reports read anew, %d in the dry run", len(done), len(dry))
	}
	gained := 0
	for i, x := range done {
		if x.ID != dry[i].ID || len(x.Gained) != len(dry[i].Gained) || len(x.Lost) != len(dry[i].Lost) {
			t.Errorf("report %s: the dry run says %d lost and %d gained, then it was %d and %d", x.ID, len(dry[i].Lost), len(dry[i].Gained), len(x.Lost), len(x.Gained))
		}
		gained += len(x.Gained)
	}
	if gained == 0 {
		t.Error("no report gained anything")
	}
	if again := reread(t, intake.Rereading{}, old, 0); len(again) != 0 {
		t.Errorf("%d reports are read a second time", len(again))
	}
	for _, x := range reread(t, intake.Rereading{All: true}, old, 0) {
		if len(x.Lost)+len(x.Gained) > 0 {
			t.Errorf("report %s read by the same version lost %+v and gained %+v", x.ID, x.Lost, x.Gained)
		}
	}
}

// TestRereadGoesOn: cut off at any report, the work goes on behind the last
// batch.
func TestRereadGoesOn(t *testing.T) {
	for _, all := range []bool{false, true} {
		old, now := older(t)
		first := reread(t, intake.Rereading{All: all}, old, 7)
		var seen []string
		for _, x := range first {
			seen = append(seen, x.ID)
		}
		for _, x := range reread(t, intake.Rereading{All: all}, old, 0) {
			if !all && slices.Contains(seen, x.ID) {
				t.Errorf("report %s is read twice", x.ID)
			}
		}
		if exported(t, old) != exported(t, now) {
			t.Errorf("all %v: the record after two runs exports other bytes", all)
		}
		if note, err := old.Note(t.Context(), "reread"); err != nil || note != nil {
			t.Errorf("all %v: a note %q is left, error %v", all, note, err)
		}
	}
}

// TestRereadKeepsCorrections: what people said outranks a new reading.
func TestRereadKeepsCorrections(t *testing.T) {
	old, _ := older(t)
	es, err := old.Engagements(t.Context(), store.Filter{Kinds: []reading.Kind{reading.Visit}, Limit: 2})
	if err != nil || len(es) < 2 {
		t.Fatalf("%d visits, error %v", len(es), err)
	}
	correct := func(c record.Correction) {
		t.Helper()
		c.By, c.Date = "An Editor", "2026-01-01"
		if _, err := old.Correct(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	correct(record.Correction{Action: record.Set, EID: es[0].EID, Field: "place", Value: "Tver"})
	correct(record.Correction{Action: record.Reject, EID: es[1].EID})
	reread(t, intake.Rereading{}, old, 0)
	tver, err := old.Engagements(t.Context(), store.Filter{Text: "tver"})
	if err != nil || len(tver) != 1 || tver[0].Place != "Tver" || len(tver[0].Marks) != 1 {
		t.Errorf("the corrected place: %d engagements, error %v", len(tver), err)
	}
	all, err := old.Engagements(t.Context(), store.Filter{Rejected: true})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(slices.DeleteFunc(all, func(e record.Engagement) bool { return !e.Rejected })); n != 1 {
		t.Errorf("%d engagements are rejected, want the one", n)
	}
}

// TestRereadLeavesWhatOthersReplace: a report that is replaced while its batch
// is read stays as it was replaced.
func TestRereadLeavesWhatOthersReplace(t *testing.T) {
	old, _ := older(t)
	list, err := old.Reports(t.Context(), store.ReportFilter{})
	if err != nil {
		t.Fatal(err)
	}
	id, meanwhile := list[0].ID, sync.Once{}
	work := func() (intake.Work[store.Entry], error) {
		return func(r *report.Report) (store.Entry, error) {
			if r.ID == id {
				meanwhile.Do(func() {
					other := *r
					other.Text = "Nothing of note happened on that day."
					e, err := desktest.Readers.Entry(t.Context(), &other)
					if err == nil {
						_, err = old.Add(t.Context(), []store.Entry{e})
					}
					if err != nil {
						t.Error(err)
					}
				})
			}
			return desktest.Readers.Entry(t.Context(), r)
		}, nil
	}
	for x, err := range (intake.Rereading{Workers: 2}).Reread(t.Context(), old, work) {
		if err != nil {
			t.Fatal(err)
		}
		if x.ID == id {
			t.Errorf("report %s is said to be read anew", id)
		}
	}
	if r, err := old.Report(t.Context(), id); err != nil || r.Text != "Nothing of note happened on that day." {
		t.Errorf("report %s: %q, %v", id, r.Text, err)
	}
}
