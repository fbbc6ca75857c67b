package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// tables are those that hold the record, each before those that refer to it.
// The search tables are made anew from them.
var tables = []string{"report", "mention", "meet", "part", "engagement", "card", "party", "claim", "tenure", "correction", "note"}

// derived are the others: of the search, of the migrations, the counter, and
// what counts by it.
var derived = []string{"report_words", "engagement_words", "revision", "gone", "goose_db_version"}

// Tables names all tables, so that a test can say whether a new one is copied.
func Tables() []string { return slices.Concat(tables, derived) }

// ErrNotEmpty says that a record holds reports already.
var ErrNotEmpty = errors.New("the record holds reports already")

// Copy writes the whole of a record, as it stands at one moment, into another
// one, whatever the two databases; readers and writers of the first go on. It
// is all or nothing, and readers of the second see either. Where the second
// holds reports it fails with ErrNotEmpty, unless replace is set: then it holds
// the copy alone afterwards. progress, which may be nil, is told of each report.
func (s *Store) Copy(ctx context.Context, to *Store, replace bool, progress func(bytes int)) error {
	return s.look(ctx, "copy the record", func(from *statements) error {
		return to.change(ctx, "copy into the record", func(st *statements) error {
			coming := int64(0)
			err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&coming) }, `SELECT number + 1 FROM revision`)
			if err != nil {
				return err
			}
			if err := empty(ctx, st, replace, coming); err != nil {
				return err
			}
			for _, table := range tables {
				if err := copyTable(ctx, from, st, table); err != nil {
					return fmt.Errorf("table %s: %w", table, err)
				}
			}
			if err := st.exec(ctx, `UPDATE engagement SET revision = ?`, coming); err != nil { // all are new here
				return err
			}
			if reset := st.dialect.Reset; reset != "" {
				if err := st.each(ctx, func(*sql.Rows) error { return nil }, reset); err != nil {
					return err
				}
			}
			return index(ctx, st, progress)
		})
	})
}

// empty takes everything out of a record, and writes down that it has gone at
// the revision that is coming.
func empty(ctx context.Context, st *statements, replace bool, coming int64) error {
	full := false
	err := st.each(ctx, func(*sql.Rows) error { full = true; return nil }, `SELECT 1 FROM report LIMIT 1`)
	if err != nil {
		return err
	}
	if full && !replace {
		return ErrNotEmpty
	}
	err = st.exec(ctx, `INSERT INTO gone (founder, revision) SELECT founder, CAST(? AS BIGINT) FROM engagement WHERE true ON CONFLICT (founder) DO UPDATE SET revision = excluded.revision`, coming)
	if err != nil {
		return err
	}
	for _, table := range append([]string{"report_words", "engagement_words"}, backwards(tables)...) {
		if err := st.exec(ctx, `DELETE FROM `+table); err != nil {
			return fmt.Errorf("table %s: %w", table, err)
		}
	}
	return nil
}

func backwards(list []string) []string {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// cells is how many values go into a table with one statement: databases take
// 32,766 and more.
const cells = 2000

// copyTable copies the rows of a table. Both have the same columns, which a
// test compares.
func copyTable(ctx context.Context, from, to *statements, table string) error {
	if err := to.flush(ctx); err != nil {
		return err
	}
	rows, err := from.tx.QueryContext(ctx, `SELECT * FROM `+table)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	slices.Sort(columns) // SELECT * gives them in any order
	rows.Close()
	if rows, err = from.tx.QueryContext(ctx, `SELECT `+strings.Join(columns, ", ")+` FROM `+table); err != nil {
		return err
	}
	defer rows.Close()
	var args []any
	flush := func() error {
		if len(args) == 0 {
			return nil
		}
		row := `(` + marks(len(columns)) + `), `
		q := `INSERT INTO ` + table + ` (` + strings.Join(columns, ", ") + `) ` + to.dialect.Keep + ` VALUES ` + strings.TrimSuffix(strings.Repeat(row, len(args)/len(columns)), ", ")
		_, err := to.tx.ExecContext(ctx, to.dialect.bind(q), args...)
		to.wrote, args = true, nil
		return err
	}
	for rows.Next() {
		values, targets := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		for i, v := range values {
			if b, ok := v.([]byte); ok && b == nil {
				values[i] = []byte{} // empty, where NULL is no []byte at all
			}
		}
		if args = append(args, values...); len(args) >= cells {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return flush()
}

// index fills the search tables of a record that was copied.
func index(ctx context.Context, st *statements, progress func(int)) error {
	b := &batch{st: st, words: map[string][]indexed{}}
	for last, more := int64(0), true; more; {
		more = false
		err := st.each(ctx, func(rows *sql.Rows) error {
			var title string
			var text []byte
			if err := rows.Scan(&last, &title, &text); err != nil {
				return err
			}
			more = true
			text, err := unpack(text)
			if err != nil {
				return fmt.Errorf("report %d: %w", last, err)
			}
			b.later("report_words", last, record.Fold(title+"\n"+string(text)))
			if progress != nil {
				progress(len(text))
			}
			return nil
		}, `SELECT id, title, text FROM report WHERE id > ? ORDER BY id LIMIT 256`, last)
		if err != nil {
			return err
		}
		if err := b.writeWords(ctx); err != nil {
			return err
		}
		b.words = map[string][]indexed{}
	}
	for last := int64(0); ; {
		var founders []any
		var eids []string
		err := st.each(ctx, func(rows *sql.Rows) error {
			var eid string
			if err := rows.Scan(&last, &eid); err != nil {
				return err
			}
			founders, eids = append(founders, last), append(eids, eid)
			return nil
		}, `SELECT founder, eid FROM engagement WHERE founder > ? ORDER BY founder LIMIT 256`, last)
		if err != nil || len(founders) == 0 {
			return err
		}
		es, err := load(ctx, st, `SELECT e.founder FROM engagement e WHERE e.founder IN (`+marks(len(founders))+`)`, founders, true)
		if err != nil {
			return err
		}
		for i := range es {
			at := slices.Index(eids, es[i].EID)
			if at < 0 {
				return fmt.Errorf("engagement %s is not the one that was copied: %w", es[i].EID, store.ErrInvalid)
			}
			b.later("engagement_words", founders[at].(int64), words(&es[i]))
		}
		if err := b.writeWords(ctx); err != nil {
			return err
		}
		b.words = map[string][]indexed{}
	}
}

// Snapshot writes the whole database to a file that is not there yet, as it
// stands at one moment, where the database can; else it gives false.
func (s *Store) Snapshot(ctx context.Context, path string) (bool, error) {
	if s.dialect.Into == "" {
		return false, nil
	}
	if _, err := s.read.ExecContext(ctx, s.dialect.Into, path); err != nil {
		return true, s.failure("copy the record to "+path, err)
	}
	return true, nil
}
