package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
)

// Examined is what Examine found.
type Examined struct {
	Engine string // version of SQLite
	Schema int64  // number of the last migration
	Wanted int64  // that of this program
	Fault  string // what is wrong with the file; empty for a sound one
}

// magic is how every SQLite file begins.
const magic = "SQLite format 3\x00"

// Examine looks at a record in a file and changes nothing, not even where an
// older version made it. It reads the whole file. frozen says that nobody
// writes to it meanwhile.
func Examine(ctx context.Context, path string, frozen bool) (out Examined, err error) {
	if out.Wanted, err = newest(); err != nil {
		return out, err
	}
	head := make([]byte, len(magic))
	f, err := os.Open(path)
	if err != nil {
		return out, err
	}
	_, err = io.ReadFull(f, head)
	f.Close()
	if err != nil || string(head) != magic {
		out.Fault = "not a record: it does not begin as SQLite files do"
		return out, nil
	}
	q := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)"}}
	if frozen {
		q.Set("immutable", "1")
	}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return out, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := db.QueryRowContext(ctx, `SELECT sqlite_version()`).Scan(&out.Engine); err != nil {
		return out, err
	}
	if err := db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&out.Schema); err != nil {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		out.Fault = fmt.Sprintf("not a record: %v", err)
		return out, nil
	}
	if out.Schema > out.Wanted {
		out.Fault = fmt.Sprintf("made by a newer version of the program (schema %d, this one knows %d)", out.Schema, out.Wanted)
		return out, nil
	}
	var sound string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&sound); err != nil {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		sound = err.Error()
	}
	if sound != "ok" {
		out.Fault = "damaged: " + sound
	}
	return out, nil
}

// newest gives the number of the last migration that the program has.
func newest() (int64, error) {
	files, err := fs.Glob(migrations, "migration/*.sql")
	if err != nil {
		return 0, err
	}
	if len(files) == 0 {
		return 0, errors.New("the program has no migrations")
	}
	var n int64
	_, err = fmt.Sscanf(files[len(files)-1], "migration/%d_", &n)
	return n, err
}
