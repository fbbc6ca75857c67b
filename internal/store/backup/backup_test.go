package backup

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/sqlite"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

func open(t *testing.T, path string) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func export(t *testing.T, s store.Store) string {
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

func add(t *testing.T, s store.Store, entries []store.Entry) {
	t.Helper()
	if _, err := s.Add(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
}

func TestThereAndBack(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "record.db"))
	add(t, s, storetest.Made(0, 60))
	short := storetest.Made(60, 61) // too short for a print, and with the bytes it came as
	short[0].Report.Text, short[0].Report.Original = short[0].Report.Text[:40], []byte("<p>the bytes as they came</p>")
	add(t, s, short)
	es, err := s.Engagements(t.Context(), store.Filter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Correct(t.Context(), record.Correction{Action: record.Set, EID: es[0].EID, Field: "place", Value: "Tver", By: "An Editor", Date: "2026-01-01"}); err != nil {
		t.Fatal(err)
	}
	want := export(t, s)
	copied := filepath.Join(folder, "copy.db")
	if err := Write(t.Context(), s, copied, nil); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), s, copied, nil); !errors.Is(err, ErrExists) {
		t.Errorf("a second copy to the same file: got %v, want %v", err, ErrExists)
	}
	before, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, storetest.Made(60, 90))
	if export(t, s) == want {
		t.Fatal("more reports changed nothing")
	}
	if err := Restore(t.Context(), copied, s, false, folder, nil); !errors.Is(err, ErrFull) {
		t.Errorf("a copy over a record with reports: got %v, want %v", err, ErrFull)
	}
	revision, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := Restore(t.Context(), copied, s, true, folder, nil); err != nil {
		t.Fatal(err)
	}
	if got := export(t, s); got != want {
		t.Error("the record as restored exports other bytes")
	}
	if now, err := s.Revision(t.Context()); err != nil || now.Number <= revision.Number {
		t.Errorf("revision %+v behind %+v, error %v: readers would keep what they remember", now, revision, err)
	}
	if found, err := s.Engagements(t.Context(), store.Filter{Text: "tver"}); err != nil || len(found) != 0 && found[0].Place != "Tver" {
		t.Errorf("search in the restored record: %d found, error %v", len(found), err)
	}
	if found, err := s.Reports(t.Context(), store.ReportFilter{Text: `"spoke of trade"`}); err != nil || len(found) != 61 {
		t.Errorf("search finds %d of 61 reports, error %v", len(found), err)
	}
	fresh := open(t, filepath.Join(folder, "fresh.db"))
	if err := Restore(t.Context(), copied, fresh, false, folder, nil); err != nil {
		t.Fatal(err)
	}
	add(t, fresh, storetest.Made(60, 90))
	add(t, s, storetest.Made(60, 90))
	if export(t, fresh) != export(t, s) {
		t.Error("two records restored from one copy part ways as more reports come in")
	}
	if after, err := os.ReadFile(copied); err != nil || !bytes.Equal(before, after) {
		t.Errorf("restoring changed the copy, error %v", err)
	}
	left, err := filepath.Glob(filepath.Join(folder, "*.part*"))
	if hidden, _ := filepath.Glob(filepath.Join(folder, ".chancery*")); err != nil || len(left)+len(hidden) > 0 {
		t.Errorf("left behind: %v %v, error %v", left, hidden, err)
	}
}

// TestWriteWhileOthersWrite: a copy made among writers is the record after one
// of their batches.
func TestWriteWhileOthersWrite(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "record.db"))
	states := map[string]bool{export(t, s): true}
	var mu sync.Mutex
	ctx, stop := context.WithCancel(t.Context())
	var writing sync.WaitGroup
	ready := make(chan struct{}, 1)
	writing.Go(func() {
		for i := 0; ctx.Err() == nil && i < 60; i++ {
			mu.Lock()
			add(t, s, storetest.Made(10*i, 10*i+10))
			states[export(t, s)] = true
			mu.Unlock()
			select {
			case ready <- struct{}{}:
			default:
			}
		}
	})
	<-ready
	copied := filepath.Join(folder, "copy.db")
	err := Write(t.Context(), s, copied, nil)
	stop()
	writing.Wait()
	if err != nil {
		t.Fatal(err)
	}
	if got := open(t, copied); !states[export(t, got)] {
		t.Error("the copy is no state that the record was in")
	}
}

func TestDamagedCopies(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "record.db"))
	add(t, s, storetest.Made(0, 200))
	whole := filepath.Join(folder, "whole.db")
	if err := Write(t.Context(), s, whole, nil); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	want := export(t, s)
	for name, content := range map[string][]byte{
		"empty":     nil,
		"text":      []byte("date 2024-01-01\n\nNo copy at all, but a report of some length."),
		"cut":       raw[:len(raw)/2],
		"scribbled": append(append(bytes.Clone(raw[:len(raw)/2]), bytes.Repeat([]byte{0xa5}, 8192)...), raw[len(raw)/2+8192:]...),
	} {
		path := filepath.Join(folder, name+".db")
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := Restore(t.Context(), path, s, true, folder, nil); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: got %v, want %v", name, err, ErrDamaged)
		}
		if export(t, s) != want {
			t.Errorf("%s: the record has changed", name)
		}
	}
	if err := Restore(t.Context(), filepath.Join(folder, "none.db"), s, true, folder, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no copy: got %v, want %v", err, os.ErrNotExist)
	}
}
