package intake

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

func TestJournal(t *testing.T) {
	ctx := t.Context()
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	write := func(path, text string, at int64) string {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Unix(at, 0), time.Unix(at, 0)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	folder := t.TempDir()
	a, b := write(filepath.Join(folder, "a"), "one", 1), write(filepath.Join(folder, "b"), "two", 1)
	from := func(path string, fresh bool) int64 { return NewJournal(s).From(ctx, path, fresh).Offset }
	leave := func(path string, offset int64) {
		t.Helper()
		j := NewJournal(s)
		j.From(ctx, path, false)
		j.Saw(report.Place{Input: path, Offset: offset}, false)
		if err := j.Commit(ctx, j.Reach()); err != nil {
			t.Fatal(err)
		}
	}
	want := func(what string, got, want int64) {
		t.Helper()
		if got != want {
			t.Errorf("%s: begins at %d, want %d", what, got, want)
		}
	}

	want("a file never seen", from(a, false), 0)
	leave(a, 5)
	want("a file that was left", from(a, false), 5)
	want("the same, from its beginning", from(a, true), 0)
	want("another file", from(b, false), 0)
	want("no file", from(filepath.Join(folder, "c"), false), 0)
	write(a, "one", 2)
	want("a file changed since", from(a, false), 0)
	write(a, "uno", 1)
	want("a file that begins in another way", from(a, false), 0)
	write(a, "one", 1)

	j := NewJournal(s)
	j.From(ctx, a, false)
	j.From(ctx, b, false)
	if at, first := j.Saw(report.Place{Input: a, Offset: 7}, true); !first || at.Offset != 5 {
		t.Errorf("the first place in a file left at 5: got %+v, first %v", at, first)
	}
	if _, first := j.Saw(report.Place{Input: a, Offset: 8}, false); first {
		t.Error("the second place in a file is the first")
	}
	j.Saw(report.Place{}, false)
	j.Saw(report.Place{Input: b, Offset: 3}, false)
	if err := j.Commit(ctx, j.Reach()); err != nil {
		t.Fatal(err)
	}
	want("a file behind which another was begun", from(a, false), 0)
	want("the other", from(b, false), 3)
	if err := j.Done(ctx); err != nil {
		t.Fatal(err)
	}
	want("a file that is done", from(b, false), 0)
}
