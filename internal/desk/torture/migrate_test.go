// The race detector makes the program several times slower, and what it looks
// for the tests of the rooms look for.

//go:build !race

package torture

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestMigrate moves a record to PostgreSQL and back.
func TestMigrate(t *testing.T) {
	f := made(t, 600, 6)
	record := filepath.Join(t.TempDir(), "record.db")
	run(t, append([]string{"add", "--record", record}, f.files...)...)
	database, back := postgres.URL(postgres.Fresh(t)), filepath.Join(t.TempDir(), "back.db")
	if said := run(t, "migrate", "sqlite-to-postgres", "--record", record, "--to", database); !strings.Contains(said, "600 reports") {
		t.Errorf("it says %q", said)
	}
	f.check(t, database)
	refused(t, program("migrate", "sqlite-to-postgres", "--record", record, "--to", database), "--replace takes them out")
	run(t, "migrate", "postgres-to-sqlite", "--record", database, "--to", back)
	f.check(t, back)
	run(t, "add", "--record", database, f.files[0]) // which changes nothing
	f.check(t, database)
	p := program("migrate", "sqlite-to-postgres", "--record", database, "--to", record).start(t)
	if code := p.wait(t); code != 2 {
		t.Errorf("the wrong way round: status %d, want 2", code)
	}
}
