package backup

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"github.com/chancery-project/chancery/internal/store/sqlite"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// TestMove: a copy has the sum of what it is a copy of until either changes,
// and a record that changes while it is copied is told of.
func TestMove(t *testing.T) {
	ctx := t.Context()
	from, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "from.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "to.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if _, err := from.Add(ctx, storetest.Made(0, 20)); err != nil {
		t.Fatal(err)
	}
	if err := Move(ctx, from, to, false, nil); err != nil {
		t.Fatal(err)
	}
	if err := Move(ctx, from, to, false, nil); !errors.Is(err, ErrFull) {
		t.Errorf("over a record: got %v, want %v", err, ErrFull)
	}
	changed := false
	err = Move(ctx, from, to, true, func(int) {
		if !changed {
			changed = true
			if _, err := from.Add(ctx, storetest.Made(20, 21)); err != nil {
				t.Error(err)
			}
		}
	})
	if !errors.Is(err, ErrChanged) {
		t.Errorf("while somebody writes: got %v, want %v", err, ErrChanged)
	}
	here, err := Sum(ctx, from)
	if err != nil {
		t.Fatal(err)
	}
	there, err := Sum(ctx, to)
	if err != nil || bytes.Equal(here, there) {
		t.Errorf("records of 21 and 20 reports have the same sum (%v)", err)
	}
}
