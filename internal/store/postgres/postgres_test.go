package postgres

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
	"github.com/chancery-project/chancery/internal/store/sqlite"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// off names the variable that leaves these tests out where there is no
// PostgreSQL; they never leave themselves out.
const off = "CHANCERY_TEST_WITHOUT_POSTGRES"

// folder is where the server of these tests keeps its data and its socket.
var folder string

func TestMain(m *testing.M) {
	if os.Getenv(off) != "" {
		fmt.Println("left out: " + off + " is set")
		return
	}
	code, err := withServer(m.Run)
	if err != nil {
		fmt.Fprintf(os.Stderr, "a PostgreSQL server for the tests: %v\ninstall Debian's postgresql, or set %s=1 to leave them out\n", err, off)
		code = 1
	}
	os.Exit(code)
}

// withServer runs tests with a server of their own, which listens on a socket
// in a fresh folder alone.
func withServer(run func() int) (int, error) {
	bin, err := binaries()
	if err != nil {
		return 0, err
	}
	if folder, err = os.MkdirTemp("", "pg"); err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	as, err := account()
	if err != nil {
		return 0, err
	}
	if as != nil {
		if err := os.Chown(folder, int(as.Uid), int(as.Gid)); err != nil {
			return 0, err
		}
	}
	data := filepath.Join(folder, "data")
	do := func(name string, args ...string) error {
		c := exec.Command(filepath.Join(bin, name), args...)
		c.Dir = folder
		c.SysProcAttr = &syscall.SysProcAttr{Credential: as}
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, out)
		}
		return nil
	}
	if err := do("initdb", "-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"); err != nil {
		return 0, err
	}
	log := filepath.Join(folder, "log")
	if err := do("pg_ctl", "-D", data, "-l", log, "-w", "-o", "-c listen_addresses='' -c fsync=off -k "+folder, "start"); err != nil {
		return 0, err
	}
	code := run()
	return code, do("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
}

// binaries finds the folder of the server's programs.
func binaries() (string, error) {
	if p, err := exec.LookPath("initdb"); err == nil {
		if p, err = filepath.EvalSymlinks(p); err == nil {
			if _, err := os.Stat(filepath.Join(filepath.Dir(p), "pg_ctl")); err == nil {
				return filepath.Dir(p), nil
			}
		}
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/pg_ctl")
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("no pg_ctl in PATH or under /usr/lib/postgresql")
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1]), nil
}

// account gives whom the server runs as, since it refuses to run as root; nil
// for who runs the tests.
func account() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
}

func at(database string) string {
	return "postgres:///" + database + "?" + url.Values{"host": {folder}, "user": {"tester"}}.Encode()
}

var databases atomic.Int32

func open(t testing.TB) store.Store {
	t.Helper()
	ctx := context.Background()
	db, err := sql.Open("pgx", at("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	name := fmt.Sprintf("record%d", databases.Add(1))
	if _, err := db.ExecContext(ctx, "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, at(name))
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
	open(t)
	db, err := sql.Open("pgx", at(fmt.Sprintf("record%d", databases.Load())))
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
