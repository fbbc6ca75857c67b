package relational

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// undated is where what has no time begins: behind all days.
const undated = int64(edtf.MaxDay) + 1

// Lines implements store.Store.
func (s *Store) Lines(ctx context.Context, since int64) (out store.Lines, err error) {
	var c conditions
	if since > 0 {
		c.add(`e.revision > ?`, since)
	}
	err = s.look(ctx, "read the lines of the record", func(st *statements) error {
		err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&out.Revision) }, `SELECT number FROM revision`)
		if err != nil {
			return err
		}
		if since > 0 {
			err := st.each(ctx, func(rows *sql.Rows) error {
				var founder int64
				err := rows.Scan(&founder)
				out.Gone = append(out.Gone, founder)
				return err
			}, `SELECT founder FROM gone WHERE revision > ? ORDER BY founder`, since)
			if err != nil {
				return err
			}
		}
		return st.each(ctx, func(rows *sql.Rows) error {
			l, err := scanLine(rows)
			out.Lines = append(out.Lines, l)
			return err
		}, `SELECT e.founder, e.eid, e.kind, e.status, e.began, coalesce(e.last, 0), e.heard, e.told, e.country, e.fields, e.reports, e.sureness, e.rejected, e.marked, e.who FROM engagement e`+c.where()+` ORDER BY e.founder`, c.args...)
	})
	return out, err
}

func scanLine(rows *sql.Rows) (l store.Line, err error) {
	var kind, status, country, fields, who sql.RawBytes
	var began, last, heard, told, sureness int64
	var rejected, marked int
	if err := rows.Scan(&l.Key, &l.EID, &kind, &status, &began, &last, &heard, &told, &country, &fields, &l.Reports, &sureness, &rejected, &marked, &who); err != nil {
		return l, err
	}
	l.Kind, l.Status, l.Country = reading.Kind(kind), reading.Status(status), string(country)
	l.Heard, l.Told, l.Rejected, l.Marked = edtf.Day(heard), edtf.Day(told), rejected != 0, marked != 0
	l.Conflicts, l.Confidence = strings.Fields(string(fields)), float64(sureness)/1000
	if began < undated {
		l.Dated, l.First, l.Last = true, edtf.Day(began), edtf.Day(last)
	}
	l.Parties = parties(string(who))
	return l, nil
}

// lineColumns are the columns of an engagement that its line alone needs, but
// for the day on which it begins.
var lineColumns = []string{"heard", "country", "fields", "reports", "sureness", "marked", "who", "revision"}

// began gives the day on which an engagement begins.
func began(e *record.Engagement) int64 {
	if lo, _, ok := e.When.Bounds(); ok {
		return int64(lo)
	}
	return undated
}

// line gives the values of lineColumns; who is what whoOf wrote.
func (b *batch) line(e *record.Engagement, who string) []any {
	var fields []string
	for _, c := range e.Conflicts {
		fields = append(fields, c.Field)
	}
	marked := 0
	if len(e.Marks) > 0 {
		marked = 1
	}
	return []any{int64(e.Mentions[0].Published), e.Country, strings.Join(fields, " "), len(e.Reports), int64(math.Round(e.Confidence * 1000)), marked, who, b.revision}
}

// writeCard writes what lists show of an engagement.
func (b *batch) writeCard(ctx context.Context, founder int64, e *record.Engagement) error {
	body, err := cardOf(e)
	if err != nil {
		return err
	}
	return b.rows.insert(ctx, `card (founder, body); ON CONFLICT (founder) DO UPDATE SET body = excluded.body`, founder, body)
}

// dropLine takes out the card of an engagement, and writes down that it is
// gone.
func (b *batch) dropLine(ctx context.Context, founder int64) error {
	if err := b.st.exec(ctx, `DELETE FROM card WHERE founder = ?`, founder); err != nil {
		return err
	}
	return b.st.exec(ctx, `INSERT INTO gone (founder, revision) VALUES (?, ?) ON CONFLICT (founder) DO UPDATE SET revision = excluded.revision`, founder, b.revision)
}

// filledAtOnce is how many engagements Fill writes in one transaction.
const filledAtOnce = 5000

// Fill writes the lines of engagements that an older version wrote without
// them: once, some ten seconds for 100,000.
func (s *Store) Fill(ctx context.Context) error {
	for {
		bare := 0
		err := s.look(ctx, "look for lines to fill", func(st *statements) error {
			return st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&bare) }, `SELECT count(*) FROM (SELECT 1 FROM engagement WHERE began IS NULL LIMIT 1) x`)
		})
		if err != nil || bare == 0 {
			return err
		}
		err = s.change(ctx, "fill the lines of the record", func(st *statements) error {
			b, err := newBatch(ctx, st)
			if err != nil {
				return err
			}
			founders := map[string]int64{}
			chosen := fmt.Sprintf(`SELECT e.founder FROM engagement e WHERE e.began IS NULL ORDER BY e.founder LIMIT %d`, filledAtOnce)
			err = st.each(ctx, func(rows *sql.Rows) error {
				var eid string
				var id int64
				err := rows.Scan(&eid, &id)
				founders[eid] = id
				return err
			}, `SELECT x.eid, x.founder FROM engagement x WHERE x.founder IN (`+chosen+`)`)
			if err != nil {
				return err
			}
			found, err := load(ctx, st, chosen, nil, true)
			if err != nil {
				return err
			}
			for i := range found {
				e := &found[i]
				if founders[e.EID] == 0 {
					return fmt.Errorf("%s is under another name", e.EID)
				}
				if err := st.exec(ctx, `UPDATE engagement SET `+strings.Join(lineColumns, " = ?, ")+` = ?, began = ? WHERE founder = ?`, append(b.line(e, whoOf(e)), began(e), founders[e.EID])...); err != nil {
					return fmt.Errorf("%s: %w", e.EID, err)
				}
				if err := b.writeCard(ctx, founders[e.EID], e); err != nil {
					return fmt.Errorf("%s: %w", e.EID, err)
				}
			}
			return b.rows.flush(ctx)
		})
		if err != nil {
			return err
		}
	}
}
