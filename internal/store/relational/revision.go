package relational

import (
	"context"
	"database/sql"
	"time"

	"github.com/chancery-project/chancery/internal/store"
)

// revise counts a change of the record, in its transaction.
func revise(ctx context.Context, st *statements) error {
	return st.exec(ctx, `UPDATE revision SET number = number + 1, changed = ?`, time.Now().UnixMilli())
}

// Revision implements store.Store.
func (s *Store) Revision(ctx context.Context) (out store.Revision, err error) {
	err = s.look(ctx, "find the revision", func(st *statements) error {
		var changed int64
		err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&out.Number, &changed) }, `SELECT number, changed FROM revision`)
		if changed > 0 {
			out.Changed = time.UnixMilli(changed).UTC()
		}
		return err
	})
	return out, err
}
