package relational

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// Dialect is what a database does in its own way. Every statement is written
// with "?" for its arguments.
type Dialect struct {
	Numbered bool                                 // arguments are $1, $2 …
	Snapshot sql.IsolationLevel                   // of a transaction that sees one state
	Lock     func(context.Context, *sql.Tx) error // makes the transaction the only writer; nil where it is
	Index    func(table string, n int) string     // statement that puts n texts into a search table: id, text, id, text …
	Unindex  func(table string) string            // statement that takes it out: id
	// Fault gives store.ErrAway or store.ErrBroken for an error that is not what
	// was asked for, but the state of the database; nil for others.
	Fault func(error) error
	// Yielded says whether a transaction was given up for the sake of another and
	// can be run again; nil where that never happens.
	Yielded func(error) bool
	Keep    string // between the columns and the values of an INSERT, so that ids stay as given
	Reset   string // query behind such INSERTs, so that the next ids are free; empty where they are
	Into    string // statement that writes the database to a file; empty where there is none
	// Send runs several statements in one round trip, in their order; nil where
	// there is no round trip to save.
	Send func(context.Context, *sql.Conn, []Statement) error
	// Has gives a condition that some bytes are in a column of bytes.
	Has func(column string) string
	// Match gives a query for the ids of a search table that have all terms, or
	// any; a term is a word or several with spaces between. arg is nil where
	// there are no terms.
	Match func(table string, terms []string, all bool) (query string, arg any)
}

// bind writes a statement's "?" as the database wants them.
func (d *Dialect) bind(query string) string {
	if !d.Numbered {
		return query
	}
	var b strings.Builder
	n := 0
	for i := 0; i < len(query); i++ {
		if query[i] != '?' {
			b.WriteByte(query[i])
			continue
		}
		n++
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// Statement is a statement with its arguments, which gives no rows.
type Statement struct {
	SQL  string
	Args []any
}

// statements runs statements in one transaction, each prepared once. Those that
// give no rows may wait until one that does, or the end, so an error of one may
// come with a later one.
type statements struct {
	conn    *sql.Conn // nil where every statement is run at once
	waiting []Statement
	tx      *sql.Tx
	dialect *Dialect
	ready   map[string]*sql.Stmt
	wrote   bool  // it changed something, as far as exec did
	changed int64 // what revise wrote down; 0 before
}

func (s *statements) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if st := s.ready[query]; st != nil {
		return st, nil
	}
	st, err := s.tx.PrepareContext(ctx, s.dialect.bind(query))
	if err != nil {
		return nil, err
	}
	s.ready[query] = st
	return st, nil
}

// together is how many statements wait at most: their texts are in memory.
const together = 256

func (s *statements) exec(ctx context.Context, query string, args ...any) error {
	if s.conn != nil {
		s.wrote = true
		if s.waiting = append(s.waiting, Statement{s.dialect.bind(query), args}); len(s.waiting) < together {
			return nil
		}
		return s.flush(ctx)
	}
	st, err := s.prepare(ctx, query)
	if err != nil {
		return err
	}
	s.wrote = true
	_, err = st.ExecContext(ctx, args...)
	return err
}

// flush runs the statements that wait.
func (s *statements) flush(ctx context.Context) error {
	if len(s.waiting) == 0 {
		return nil
	}
	list := s.waiting
	s.waiting = s.waiting[:0]
	return s.dialect.Send(ctx, s.conn, list)
}

// each runs a query and calls scan for every row.
func (s *statements) each(ctx context.Context, scan func(*sql.Rows) error, query string, args ...any) error {
	if err := s.flush(ctx); err != nil {
		return err
	}
	st, err := s.prepare(ctx, query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	return drain(rows, scan)
}

func drain(rows *sql.Rows, scan func(*sql.Rows) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
