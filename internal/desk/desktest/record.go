// Package desktest makes records for the tests of the desk: one of the reports
// of examples/, read as the program reads them, and empty ones.
package desktest

import (
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/source"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

// Readers are shared by all tests of a package: loading one takes longer than
// most tests.
var Readers = intake.NewReaders(2)

var examples struct {
	once    sync.Once
	entries []store.Entry
	err     error
}

// Empty gives a record with nothing in it, which closes with the test.
func Empty(t testing.TB) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// Examples gives a record of the reports of examples/.
func Examples(t testing.TB) store.Store {
	t.Helper()
	examples.once.Do(func() {
		_, here, _, _ := runtime.Caller(0)
		folder := filepath.Join(filepath.Dir(here), "..", "..", "..", "examples")
		for r, err := range source.Open(t.Context(), []string{folder}, source.Options{}) {
			if err != nil {
				examples.err = err
				return
			}
			e, err := Readers.Entry(t.Context(), r)
			if err != nil {
				examples.err = err
				return
			}
			examples.entries = append(examples.entries, e)
		}
	})
	if examples.err != nil || len(examples.entries) == 0 {
		t.Fatalf("reading examples/: %d reports, error %v", len(examples.entries), examples.err)
	}
	s := Empty(t)
	if _, err := s.Add(t.Context(), examples.entries); err != nil {
		t.Fatal(err)
	}
	return s
}

// Add reads a report into a record.
func Add(t testing.TB, s store.Store, id, outlet, published, title, text string) {
	t.Helper()
	day, err := edtf.ParseDay(published)
	if err != nil {
		t.Fatal(err)
	}
	e, err := Readers.Entry(t.Context(), &report.Report{ID: id, Outlet: outlet, Published: day, Title: title, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), []store.Entry{e}); err != nil {
		t.Fatal(err)
	}
}

// Must gives what takes the results of a call and ends the test where there is
// an error.
func Must[T any](t testing.TB) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}
