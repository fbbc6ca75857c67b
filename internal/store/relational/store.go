package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"github.com/chancery-project/chancery/internal/store"
)

// Store is a record in an SQL database that has been migrated. It implements
// store.Store.
type Store struct {
	write, read *sql.DB
	dialect     Dialect
	counted     counted

	turn sync.Mutex // held by the writer of this process from when it is the only one until it is done
	kept *kept      // of the last writer, for the next
}

var _ store.Store = (*Store)(nil)

// New makes a Store of a handle for writing and one for reading; they may be
// the same.
func New(write, read *sql.DB, d Dialect) *Store {
	return &Store{write: write, read: read, dialect: d}
}

// Close closes both handles.
func (s *Store) Close() error {
	if s.read == s.write {
		return s.write.Close()
	}
	return errors.Join(s.read.Close(), s.write.Close())
}

// change runs f in a transaction that is the only writer. Where the database
// gives it up for another's sake, f runs again.
func (s *Store) change(ctx context.Context, what string, f func(*statements) error) error {
	return s.changeAfter(ctx, what, func(*statements) error { return nil }, f, func() {})
}

// changeAfter does the same, and runs first before it in the transaction while
// others may still write, and done when all is committed and nobody else in this
// process writes yet.
func (s *Store) changeAfter(ctx context.Context, what string, first, f func(*statements) error, done func()) error {
	for again := 0; ; again++ {
		err := s.once(ctx, first, f, done)
		if err == nil {
			return nil
		}
		if again < retries && s.dialect.Yielded != nil && s.dialect.Yielded(err) && ctx.Err() == nil {
			continue
		}
		return s.failure(what, err)
	}
}

// retries is how often a change that had to yield is tried again.
const retries = 10

func (s *Store) once(ctx context.Context, first, f func(*statements) error, done func()) error {
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	st := &statements{tx: tx, dialect: &s.dialect, ready: map[string]*sql.Stmt{}}
	if s.dialect.Send != nil {
		st.conn = conn
	}
	if err := first(st); err != nil {
		return err
	}
	if err := st.flush(ctx); err != nil {
		return err
	}
	if s.dialect.Lock != nil {
		if err := s.dialect.Lock(ctx, tx); err != nil {
			return err
		}
	}
	s.turn.Lock() // free already, or as soon as the writer before is done
	defer s.turn.Unlock()
	if err := f(st); err != nil {
		return err
	}
	if st.wrote {
		if err := revise(ctx, st); err != nil {
			return err
		}
	}
	if err := st.flush(ctx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	done()
	return nil
}

// look runs f in a transaction that sees one state of the record.
func (s *Store) look(ctx context.Context, what string, f func(*statements) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: s.dialect.Snapshot})
	if err != nil {
		return s.failure(what, err)
	}
	defer tx.Rollback()
	if err := f(&statements{tx: tx, dialect: &s.dialect, ready: map[string]*sql.Stmt{}}); err != nil {
		return s.failure(what, err)
	}
	return nil
}

// failure says what could not be done, and of what kind the error is.
func (s *Store) failure(what string, err error) error {
	if kind := s.dialect.Fault(err); kind != nil {
		return fmt.Errorf("%s: %w: %w", what, kind, err)
	}
	return fmt.Errorf("%s: %w", what, err)
}
