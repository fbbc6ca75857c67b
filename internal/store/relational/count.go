package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// People implements store.Store.
func (s *Store) People(ctx context.Context, f store.PersonFilter) ([]record.Tenure, error) {
	var c conditions
	if f.Country != "" {
		c.add(`t.country = ?`, f.Country)
	}
	if f.AsOf != 0 {
		c.add(`r.published <= ?`, int64(f.AsOf))
	}
	var said []record.Office
	err := s.look(ctx, "find people", func(st *statements) error {
		return st.each(ctx, func(rows *sql.Rows) error {
			var o record.Office
			var published int64
			var body []byte
			if err := rows.Scan(&o.Report, &published, &body); err != nil {
				return err
			}
			var t reading.Tenure
			if err := json.Unmarshal(body, &t); err != nil {
				return fmt.Errorf("office in %s: %w", o.Report, err)
			}
			o.Published, o.Tenure = edtf.Day(published), t
			said = append(said, o)
			return nil
		}, `SELECT r.name, r.published, t.body FROM tenure t JOIN report r ON r.id = t.report`+c.where()+` ORDER BY r.published, r.name, t.place`, c.args...)
	})
	if err != nil {
		return nil, err
	}
	return record.Offices(said, f.Person), nil
}

// counted are the counts of the record at a revision.
type counted struct {
	mu       sync.Mutex
	known    bool
	revision int64
	stats    store.Stats
}

// Stats implements store.Store. It counts once for each revision.
func (s *Store) Stats(ctx context.Context) (out store.Stats, err error) {
	err = s.look(ctx, "count the record", func(st *statements) error {
		var revision int64
		if err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&revision) }, `SELECT number FROM revision`); err != nil {
			return err
		}
		c := &s.counted
		c.mu.Lock()
		defer c.mu.Unlock()
		if !c.known || c.revision != revision {
			stats, err := count(ctx, st)
			if err != nil {
				return err
			}
			c.known, c.revision, c.stats = true, revision, stats
		}
		out = c.stats
		return nil
	})
	return out, err
}

// count counts what the record holds.
func count(ctx context.Context, st *statements) (out store.Stats, err error) {
	var first, last int64
	err = st.each(ctx, func(rows *sql.Rows) error {
		return rows.Scan(&out.Reports, &out.Datasets, &first, &last, &out.Bytes)
	}, `SELECT count(*), coalesce(sum(CASE kind WHEN 'dataset' THEN 1 ELSE 0 END), 0), coalesce(min(published), 0), coalesce(max(published), 0), coalesce(sum(size), 0) FROM report`)
	if err != nil {
		return out, err
	}
	out.First, out.Last = edtf.Day(first), edtf.Day(last)
	for _, q := range []struct {
		to    *int
		query string
	}{
		{&out.Engagements, `SELECT count(*) FROM engagement WHERE rejected = 0`},
		{&out.Conflicts, `SELECT count(*) FROM engagement WHERE rejected = 0 AND conflicts > 0`},
		{&out.Mentions, `SELECT count(*) FROM mention`},
		{&out.Claims, `SELECT count(*) FROM claim`},
		{&out.Corrections, `SELECT count(*) FROM correction`},
	} {
		if err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(q.to) }, q.query); err != nil {
			return out, err
		}
	}
	return out, nil
}
