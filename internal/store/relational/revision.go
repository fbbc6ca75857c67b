package relational

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/chancery-project/chancery/internal/store"
)

// revise counts a change of the record, in its transaction.
func revise(ctx context.Context, st *statements) error {
	st.changed = time.Now().UnixMilli()
	return st.exec(ctx, `UPDATE revision SET number = number + 1, changed = ?`, st.changed)
}

// Revision implements store.Store. Every question begins with it, so it is
// asked without a transaction, which costs more than the one row.
func (s *Store) Revision(ctx context.Context) (out store.Revision, err error) {
	var changed int64
	err = s.read.QueryRowContext(ctx, `SELECT number, changed FROM revision`).Scan(&out.Number, &changed)
	if errors.Is(err, sql.ErrNoRows) {
		return out, nil
	}
	if err != nil {
		return out, s.failure("find the revision", err)
	}
	if changed > 0 {
		out.Changed = time.UnixMilli(changed).UTC()
	}
	return out, nil
}
