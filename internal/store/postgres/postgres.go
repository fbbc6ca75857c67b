// Package postgres keeps a record in PostgreSQL, so that several machines can
// write and read one.
//
// Writers take turns by a lock on the whole record: linking looks at what is
// there and then writes, and two at once could each miss the other's. New
// reports go into their tables before, side by side. It is slower than SQLite
// for one process, since every question is a round trip.
package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
)

//go:embed migration/*.sql
var migrations embed.FS

// connections is how many connections a process holds at most.
const connections = 8

// writing is the number of the lock that writers take turns by.
const writing = 0x6368616e63657279

// idle is the server's setting of how long a transaction may wait for its
// client, in milliseconds.
const idle = "idle_in_transaction_session_timeout"

// Open opens the record at a URL such as "postgres://user@host/record", makes
// its tables where there are none and migrates them where an older version
// made them. The database itself must be there.
func Open(ctx context.Context, url string) (*relational.Store, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("record in PostgreSQL: %w", err)
	}
	// A writer that is gone without a word must not keep its turn for ever.
	if config.RuntimeParams[idle] == "" {
		config.RuntimeParams[idle] = "60000"
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(connections)
	if err := migrate(ctx, db); err != nil {
		db.Close()
		if kind := fault(err); kind != nil {
			err = fmt.Errorf("%w: %w", kind, err)
		}
		return nil, fmt.Errorf("record in PostgreSQL: %w", err)
	}
	s := relational.New(db, db, dialect())
	if err := s.Fill(ctx); err != nil {
		s.Close()
		return nil, fmt.Errorf("record in PostgreSQL: %w", err)
	}
	return s, nil
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migration")
	if err != nil {
		return err
	}
	turns, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, files, goose.WithSessionLocker(turns))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

func dialect() relational.Dialect {
	return relational.Dialect{
		Numbered: true,
		Snapshot: sql.LevelRepeatableRead,
		Lock: func(ctx context.Context, tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock($1)`, int64(writing))
			return err
		},
		Index: func(table string, n int) string {
			// A tsvector holds a megabyte at most; of longer texts the beginning is searched.
			return `INSERT INTO ` + table + ` (id, words) VALUES ` + strings.TrimSuffix(strings.Repeat(`(?, to_tsvector('simple', left(?, 400000))), `, n), ", ")
		},
		Fault:   fault,
		Send:    send,
		Yielded: yielded,
		Unindex: func(table string) string { return `DELETE FROM ` + table + ` WHERE id = ?` },
		Keep:    `OVERRIDING SYSTEM VALUE`,
		Reset:   `SELECT setval(pg_get_serial_sequence('report', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM report), false)`,
		Has:     func(column string) string { return `position(?::bytea in ` + column + `) > 0` },
		Match:   match,
	}
}

// send pipelines statements: with one round trip for each, a writer would wait
// for the server most of the time.
func send(ctx context.Context, conn *sql.Conn, list []relational.Statement) error {
	return conn.Raw(func(driver any) error {
		var b pgx.Batch
		for _, s := range list {
			b.Queue(s.SQL, s.Args...)
		}
		return driver.(*stdlib.Conn).Conn().SendBatch(ctx, &b).Close()
	})
}

// fault tells the state of the server by its SQLSTATE
// (https://www.postgresql.org/docs/current/errcodes-appendix.html), and that of
// the way there by what the network says.
func fault(err error) error {
	var e *pgconn.PgError
	if errors.As(err, &e) && len(e.Code) == 5 {
		switch class := e.Code[:2]; {
		case e.Code == "53100", e.Code == "25006", e.Code == "42501", class == "58", class == "XX": // disk full, read-only, not allowed
			return store.ErrBroken
		case class == "08", class == "53", class == "55", class == "57", class == "40", e.Code == "25P03", e.Code == "25P04":
			return store.ErrAway
		}
		return nil
	}
	var connecting *pgconn.ConnectError
	var network net.Error
	if errors.As(err, &connecting) || errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) || errors.Is(err, net.ErrClosed) || err != nil && strings.Contains(err.Error(), "conn closed") {
		return store.ErrAway
	}
	return nil
}

// yielded says whether a transaction lost against another: a serialization
// failure, a deadlock, or a report that both brought.
func yielded(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01" || e.Code == "23505")
}

// match writes terms as to_tsquery wants them: each quoted, so that nothing in
// them is an operator.
func match(table string, terms []string, all bool) (query string, arg any) {
	if len(terms) == 0 {
		return "", nil
	}
	quoted := make([]string, len(terms))
	for i, t := range terms {
		quoted[i] = "'" + strings.Join(strings.Fields(t), "' <-> '") + "'"
		if strings.Contains(t, " ") {
			quoted[i] = "(" + quoted[i] + ")"
		}
	}
	between := " | "
	if all {
		between = " & "
	}
	return `SELECT id FROM ` + table + ` WHERE words @@ to_tsquery('simple', ?)`, strings.Join(quoted, between)
}
