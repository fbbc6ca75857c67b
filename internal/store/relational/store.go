package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/chancery-project/chancery/internal/store"
)

// Store is a record in an SQL database that has been migrated. It implements
// store.Store.
type Store struct {
	write, read *sql.DB
	dialect     Dialect
}

var _ store.Store = (*Store)(nil)

// New makes a Store of a handle for writing and one for reading; they may be
// the same.
func New(write, read *sql.DB, d Dialect) *Store { return &Store{write, read, d} }

// Close closes both handles.
func (s *Store) Close() error {
	if s.read == s.write {
		return s.write.Close()
	}
	return errors.Join(s.read.Close(), s.write.Close())
}

// change runs f in a transaction that is the only writer.
func (s *Store) change(ctx context.Context, what string, f func(*statements) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer tx.Rollback()
	if s.dialect.Lock != nil {
		if err := s.dialect.Lock(ctx, tx); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
	st := &statements{tx: tx, dialect: &s.dialect, ready: map[string]*sql.Stmt{}}
	if err := f(st); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if st.wrote {
		if err := revise(ctx, st); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// look runs f in a transaction that sees one state of the record.
func (s *Store) look(ctx context.Context, what string, f func(*statements) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: s.dialect.Snapshot})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer tx.Rollback()
	if err := f(&statements{tx: tx, dialect: &s.dialect, ready: map[string]*sql.Stmt{}}); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
