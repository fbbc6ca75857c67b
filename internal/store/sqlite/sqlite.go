// Package sqlite keeps a record in one SQLite file, without cgo.
//
// One handle writes and a pool reads, so readers never wait. It is no good on
// a network file system, and one writer at a time is all there is: a second
// process that writes waits up to ten seconds.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"

	"github.com/pressly/goose/v3"
	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
)

//go:embed migration/*.sql
var migrations embed.FS

// readers is how many connections read at once.
const readers = 4

// Open opens the record in a file, makes it where there is none and migrates
// it where an older version made it. Path may hold any characters.
func Open(ctx context.Context, path string) (*relational.Store, error) {
	write, err := sql.Open("sqlite", dsn(path, "immediate", "cache_size(-64000)", "wal_autocheckpoint(8000)"))
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	write.SetMaxOpenConns(1)
	if err := migrate(ctx, write); err != nil {
		write.Close()
		if kind := fault(err); kind != nil {
			err = fmt.Errorf("%w: %w", kind, err)
		}
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	read, err := sql.Open("sqlite", dsn(path, "deferred", "cache_size(-16000)"))
	if err != nil {
		write.Close()
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	s := relational.New(write, read, dialect())
	if err := s.Fill(ctx); err != nil {
		s.Close()
		return nil, fmt.Errorf("record %s: %w", path, err)
	}
	return s, nil
}

// dsn names a file with what every connection to it needs, and more. What is
// committed is on the disk (synchronous full): a report leaves the queue then,
// and must not be lost in a power cut. A transaction that is to write says so when it begins: one that reads first and then writes
// would fail at once beside another writer.
func dsn(path, lock string, more ...string) string {
	q := url.Values{}
	for _, p := range append([]string{"journal_mode(wal)", "synchronous(full)", "busy_timeout(10000)", "foreign_keys(1)", "temp_store(memory)"}, more...) {
		q.Add("_pragma", p)
	}
	q.Set("_txlock", lock)
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migration")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

func dialect() relational.Dialect {
	return relational.Dialect{
		Index: func(table string, n int) string {
			return `INSERT INTO ` + table + ` (rowid, words) VALUES ` + strings.TrimSuffix(strings.Repeat(`(?, ?), `, n), ", ")
		},
		Unindex: func(table string) string { return `DELETE FROM ` + table + ` WHERE rowid = ?` },
		Fault:   fault,
		Into:    `VACUUM INTO ?`,
		Has:     func(column string) string { return `instr(` + column + `, ?) > 0` },
		Match:   match,
	}
}

// fault tells the state of the file by SQLite's result codes
// (https://sqlite.org/rescode.html).
func fault(err error) error {
	var e *driver.Error
	if !errors.As(err, &e) {
		return nil
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return store.ErrAway
	case lib.SQLITE_READONLY, lib.SQLITE_IOERR, lib.SQLITE_CORRUPT, lib.SQLITE_FULL, lib.SQLITE_CANTOPEN, lib.SQLITE_NOTADB, lib.SQLITE_PERM:
		return store.ErrBroken
	}
	return nil
}

// match writes terms as FTS5 wants them: each quoted, so that nothing in them
// is an operator.
func match(table string, terms []string, all bool) (query string, arg any) {
	if len(terms) == 0 {
		return "", nil
	}
	between := `" OR "`
	if all {
		between = `" "`
	}
	return `SELECT rowid FROM ` + table + ` WHERE ` + table + ` MATCH ?`, `"` + strings.Join(terms, between) + `"`
}
