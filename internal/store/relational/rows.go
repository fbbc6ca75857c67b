package relational

import (
	"context"
	"slices"
	"strings"
)

// bulk gathers rows for tables and writes many with one statement: half of
// what a small row costs is the statement.
type bulk struct {
	st     *statements
	order  []string         // what is gathered for, in the order in which it is written
	values map[string][]any // by that
}

// Columns of an engagement but for its key: such as a report more of it leaves
// mostly as they are, and the others.
var (
	seldomColumns = []string{"eid", "kind", "first", "last", "began", "conflicts", "rejected"}
	oftenColumns  = append(slices.Clone(lineColumns), "status", "told")
)

// Rows that others refer to, and so are written first.
var (
	mentionRow    = `mention (id, ref, report, place, founder, said, proof)`
	engagementRow = `engagement (` + strings.Join(slices.Concat(seldomColumns, oftenColumns), ", ") + `, founder)`
)

func newBulk(st *statements) bulk {
	return bulk{st, []string{mentionRow, engagementRow}, map[string][]any{}}
}

// insert gathers a row for `table (columns)`, which may have a clause for
// conflicts behind a semicolon.
func (u *bulk) insert(ctx context.Context, into string, row ...any) error {
	if !slices.Contains(u.order, into) {
		u.order = append(u.order, into)
	}
	u.values[into] = append(u.values[into], row...)
	if len(u.values[into]) >= rowsAtOnce*len(row) {
		return u.flush(ctx)
	}
	return nil
}

// flush writes all that is gathered.
func (u *bulk) flush(ctx context.Context) error {
	for _, into := range u.order {
		values := u.values[into]
		if len(values) == 0 {
			continue
		}
		head, conflict, _ := strings.Cut(into, ";")
		columns := strings.Count(head, ",") + 1
		row := "(" + marks(columns) + ")"
		query := `INSERT INTO ` + head + ` VALUES ` + row + strings.Repeat(", "+row, len(values)/columns-1) + conflict
		if err := u.st.exec(ctx, query, values...); err != nil {
			return err
		}
		if u.st.conn != nil {
			values = nil // the statement waits with them
		}
		u.values[into] = values[:0]
	}
	return nil
}
