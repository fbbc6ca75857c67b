package sqlite

import (
	"database/sql"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/store/storetest"
)

// TestARecordWithoutLinesGetsThemWhenItIsOpened makes a record as a version
// before lines wrote it.
func TestARecordWithoutLinesGetsThemWhenItIsOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), storetest.Made(0, 50)); err != nil {
		t.Fatal(err)
	}
	want, err := s.Lines(t.Context(), 0)
	if err != nil || len(want.Lines) < 100 {
		t.Fatalf("%d lines, error %v", len(want.Lines), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", dsn(path, "immediate"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE engagement SET began = NULL, heard = 0, country = '', who = '', revision = 0; DELETE FROM card`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := s.Lines(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Lines, got.Lines); d != "" {
		t.Errorf("lines (-written +filled in):\n%s", d)
	}
	if since, err := s.Lines(t.Context(), want.Revision); err != nil || len(since.Lines) != len(want.Lines) {
		t.Errorf("filling in is a change of %d lines, error %v; want all", len(since.Lines), err)
	}
}
