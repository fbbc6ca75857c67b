package postgres

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/postgres/postgrestest"
	"github.com/chancery-project/chancery/internal/store/relational"
	"github.com/chancery-project/chancery/internal/store/sqlite"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

var server *postgrestest.Server

func TestMain(m *testing.M) { postgrestest.Main(m, func(s *postgrestest.Server) { server = s }) }

func open(t testing.TB) store.Store {
	t.Helper()
	s, err := Open(context.Background(), server.URL(server.Fresh(t)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t) })
}

func BenchmarkAddBatch(b *testing.B) { storetest.BenchBatch(b, open) }

// TestCopy: a record copied to SQLite and back to PostgreSQL, over another one,
// exports the same bytes, finds the same and takes more reports as before.
func TestCopy(t *testing.T) {
	ctx := t.Context()
	first, last := open(t).(*relational.Store), open(t).(*relational.Store)
	between, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "between.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer between.Close()
	add := func(s store.Store, i, j int) {
		t.Helper()
		if _, err := s.Add(ctx, storetest.Made(i, j)); err != nil {
			t.Fatal(err)
		}
	}
	export := func(s store.Store) string {
		t.Helper()
		es, err := s.Engagements(ctx, store.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := record.WriteJSONL(&out, es); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	add(first, 0, 40)
	add(last, 30, 50)
	want := export(first)
	if err := first.Copy(ctx, between, false, nil); err != nil {
		t.Fatal(err)
	}
	if err := between.Copy(ctx, last, false, nil); !errors.Is(err, relational.ErrNotEmpty) {
		t.Errorf("over a record with reports: got %v, want %v", err, relational.ErrNotEmpty)
	}
	reports := 0
	if err := between.Copy(ctx, last, true, func(int) { reports++ }); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]store.Store{"SQLite": between, "PostgreSQL": last} {
		if export(s) != want {
			t.Errorf("the copy in %s exports other bytes", name)
		}
		if found, err := s.Reports(ctx, store.ReportFilter{Text: `"spoke of trade"`}); err != nil || len(found) != 40 || reports != 40 {
			t.Errorf("search in %s finds %d of 40 reports, error %v; %d were told of", name, len(found), err, reports)
		}
	}
	add(first, 40, 50)
	add(last, 40, 50)
	if export(first) != export(last) {
		t.Error("a record and its copy part ways as more reports come in")
	}
}

// TestTablesAreCopied holds that each table is either copied or made anew.
func TestTablesAreCopied(t *testing.T) {
	database := server.Fresh(t)
	s, err := Open(t.Context(), server.URL(database))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	db, err := sql.Open("pgx", server.URL(database))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var got []string
	rows, err := db.QueryContext(t.Context(), `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		got = append(got, name)
	}
	want := relational.Tables()
	slices.Sort(got)
	slices.Sort(want)
	if rows.Err() != nil || !slices.Equal(got, want) {
		t.Errorf("the tables are %v, of which copies know %v; error %v", got, want, rows.Err())
	}
}
