package relational

import (
	"context"
	"database/sql"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Days implements store.Store.
func (s *Store) Days(ctx context.Context, asOf edtf.Day) (out store.Days, err error) {
	if asOf == 0 {
		asOf = edtf.MaxDay
	}
	err = s.look(ctx, "find the days of the record", func(st *statements) error {
		err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&out.Last) },
			`SELECT r.published FROM report r WHERE r.published <= ? ORDER BY r.published DESC LIMIT 1`, int64(asOf))
		if err != nil {
			return err
		}
		active, err := activeCorrections(ctx, st)
		if err != nil {
			return err
		}
		out.News, err = firstNews(ctx, st, asOf, rejects(active))
		return err
	})
	return out, err
}

// firstNews gives the day of the first news report of an engagement that
// stands. Where people rejected any, those that the record counts as rejected
// are looked at as of the day.
func firstNews(ctx context.Context, st *statements, asOf edtf.Day, rejected bool) (edtf.Day, error) {
	const from = ` FROM report r JOIN mention m ON m.report = r.id JOIN engagement e ON e.founder = m.founder WHERE r.kind = 'news' AND r.published <= ? `
	first := edtf.Day(0)
	err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&first) },
		`SELECT r.published`+from+`AND +e.rejected = 0 ORDER BY r.published LIMIT 1`, int64(asOf))
	if err != nil || !rejected || asOf == edtf.MaxDay {
		return first, err
	}
	dropped, err := load(ctx, st, `SELECT e.founder FROM engagement e WHERE e.rejected = 1`, nil, true)
	if err != nil {
		return 0, err
	}
	for i := range dropped {
		then, ok := dropped[i].AsOf(asOf)
		if !ok || then.Rejected {
			continue
		}
		for _, m := range then.Mentions {
			if m.Rank != record.RankDataset && (first == 0 || m.Published < first) {
				first = m.Published
			}
		}
	}
	return first, nil
}

// rejects says whether people rejected anything.
func rejects(active []record.Correction) bool {
	for _, c := range active {
		if c.Action == record.Reject {
			return true
		}
	}
	return false
}

func activeCorrections(ctx context.Context, st *statements) ([]record.Correction, error) {
	log, err := corrections(ctx, st)
	return record.Active(log), err
}
