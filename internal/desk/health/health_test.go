package health

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

func TestLook(t *testing.T) {
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := filepath.Join(folder, "whole.db")
	s, err := sqlite.Open(t.Context(), whole)
	if err != nil {
		t.Fatal(err)
	}
	desktest.Add(t, s, "r", "", "2023-06-06", "", "Gabriel Boric, the Chilean president, visited Oslo on Monday.")
	stale := filepath.Join(folder, "stale.db")
	o, err := sqlite.Open(t.Context(), stale)
	if err != nil {
		t.Fatal(err)
	}
	rep, _ := s.Report(t.Context(), "r")
	says, _ := s.Reading(t.Context(), "r")
	if _, err := o.Add(t.Context(), []store.Entry{{Report: rep, Reading: says, Reader: "0"}}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	o.Close()
	for name, tc := range map[string]struct {
		question Question
		want     []string
	}{
		"a whole record":       {Question{Record: whole}, []string{"record good", "folder good", "contents good", "1 report, 1 engagement"}},
		"read by another":      {Question{Record: stale}, []string{"contents doubt", "chancery reread"}},
		"no record":            {Question{Record: filepath.Join(folder, "none.db")}, []string{"record missing", "folder good", "chancery add"}},
		"no folder":            {Question{Record: filepath.Join(folder, "none", "none.db")}, []string{"record missing", "folder bad"}},
		"not a record":         {Question{Record: file("text.db", "date 2024-01-01\n\nSome text.")}, []string{"record bad", "chancery restore"}},
		"no server":            {Question{Record: "postgres:///none?host=" + folder, Postgres: true}, []string{"record bad", "check that the server runs"}},
		"a clock gone back":    {Question{Record: whole, Now: time.Unix(0, 0)}, []string{"clock doubt"}},
		"a source that failed": {Question{Record: whole, Watch: file("watch.json", `{"sources":{"https://example.org/f":{"failures":3,"error":"404"},"in":{}}}`)}, []string{"sources doubt", "2 sources followed, 1 of them failing, such as https://example.org/f"}},
		"a broken state":       {Question{Record: whole, Watch: file("broken.json", `{`)}, []string{"sources bad"}},
	} {
		q := tc.question
		q.Shown = q.Record
		q.Open = func(ctx context.Context) (store.Store, error) { return sqlite.Open(ctx, q.Record) }
		var got strings.Builder
		for _, f := range Look(t.Context(), q) {
			got.WriteString(f.What + " " + string(f.State) + " " + f.Detail + " " + f.Do + "\n")
			if f.Do == "" && f.State != Good {
				t.Errorf("%s: %s is %s, and nothing is said to do about it", name, f.What, f.State)
			}
		}
		for _, want := range append(tc.want, "program good", "reader good") {
			if !strings.Contains(got.String(), want) {
				t.Errorf("%s: it does not say %q:\n%s", name, want, got.String())
			}
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".chancery*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
