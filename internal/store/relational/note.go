package relational

import (
	"context"
	"database/sql"
)

// Note implements store.Store.
func (s *Store) Note(ctx context.Context, name string) (body []byte, err error) {
	err = s.look(ctx, "find a note", func(st *statements) error {
		return st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&body) }, `SELECT body FROM note WHERE name = ?`, name)
	})
	return body, err
}

// SetNote implements store.Store. It is no change of the record, so it leaves
// the revision as it is.
func (s *Store) SetNote(ctx context.Context, name string, body []byte) error {
	query, args := `INSERT INTO note (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body`, []any{name, body}
	if body == nil {
		query, args = `DELETE FROM note WHERE name = ?`, []any{name}
	}
	if _, err := s.write.ExecContext(ctx, s.dialect.bind(query), args...); err != nil {
		return s.failure("write a note", err)
	}
	return nil
}
