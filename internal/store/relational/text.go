package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// Report implements store.Store.
func (s *Store) Report(ctx context.Context, id string) (r report.Report, err error) {
	err = s.look(ctx, "find a report", func(st *statements) (err error) {
		r, err = oneReport(ctx, st, id)
		return err
	})
	return r, err
}

func oneReport(ctx context.Context, st *statements, id string) (r report.Report, err error) {
	var text, original []byte
	var published int64
	err = st.each(ctx, func(rows *sql.Rows) error {
		return rows.Scan(&r.ID, &r.Outlet, &r.URL, &published, &r.Title, &text, &original)
	}, `SELECT name, outlet, url, published, title, text, original FROM report WHERE name = ?`, id)
	if err != nil {
		return r, err
	}
	if r.ID == "" {
		return r, fmt.Errorf("report %s: %w", id, store.ErrNotFound)
	}
	r.Published = edtf.Day(published)
	b, err := unpack(text)
	if err != nil {
		return r, fmt.Errorf("report %s: %w", id, err)
	}
	r.Text = string(b)
	if original != nil {
		if r.Original, err = unpack(original); err != nil {
			return r, fmt.Errorf("report %s: %w", id, err)
		}
	}
	return r, nil
}

// Reports implements store.Store.
func (s *Store) Reports(ctx context.Context, f store.ReportFilter) (out []store.Listed, err error) {
	var c conditions
	if query, arg := s.dialect.Match("report_words", terms(f.Text), true); arg != nil {
		c.add(`r.id IN (`+query+`)`, arg)
	}
	if f.Outlet != "" {
		c.add(`r.outlet = ?`, f.Outlet)
	}
	if f.Kind != "" {
		c.add(`r.kind = ?`, string(f.Kind))
	}
	if f.NotReader != "" {
		c.add(`r.reader <> ?`, f.NotReader)
	}
	if f.From != 0 {
		c.add(`r.published >= ?`, int64(f.From))
	}
	if f.To != 0 {
		c.add(`r.published <= ?`, int64(f.To))
	}
	if f.After != nil {
		c.add(`(r.published < ? OR r.published = ? AND r.name > ?)`, int64(f.After.Published), int64(f.After.Published), f.After.ID)
	}
	query := `SELECT r.name, r.kind, r.outlet, r.url, r.published, r.title, r.text FROM report r` + c.where() + ` ORDER BY r.published DESC, r.name`
	if f.Limit > 0 {
		query += fmt.Sprintf(` LIMIT %d OFFSET %d`, f.Limit, f.Offset)
	}
	err = s.look(ctx, "find reports", func(st *statements) error {
		return st.each(ctx, func(rows *sql.Rows) error {
			var l store.Listed
			var kind string
			var published int64
			var text []byte
			if err := rows.Scan(&l.ID, &kind, &l.Outlet, &l.URL, &published, &l.Title, &text); err != nil {
				return err
			}
			b, err := unpack(text)
			if err != nil {
				return fmt.Errorf("report %s: %w", l.ID, err)
			}
			l.Kind, l.Published, l.Snippet = store.Kind(kind), edtf.Day(published), snippet(string(b), f.Text)
			out = append(out, l)
			return nil
		}, query, c.args...)
	})
	if f.Limit == 0 {
		out = page(out, 0, f.Offset)
	}
	return out, err
}

// Reading implements store.Store.
func (s *Store) Reading(ctx context.Context, id string) (x reading.Reading, err error) {
	err = s.look(ctx, "find a reading", func(st *statements) error {
		var key int64
		var rest []byte
		err := st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&key, &rest) }, `SELECT id, reading FROM report WHERE name = ?`, id)
		if err != nil {
			return err
		}
		if key == 0 {
			return fmt.Errorf("report %s: %w", id, store.ErrNotFound)
		}
		if rest, err = unpack(rest); err != nil {
			return fmt.Errorf("reading of %s: %w", id, err)
		}
		if err := json.Unmarshal(rest, &x); err != nil {
			return fmt.Errorf("reading of %s: %w", id, err)
		}
		err = st.each(ctx, func(rows *sql.Rows) error {
			var face, evidence []byte
			if err := rows.Scan(&face, &evidence); err != nil {
				return err
			}
			e, err := join(face, evidence)
			x.Engagements = append(x.Engagements, e)
			return err
		}, `SELECT said, proof FROM mention WHERE report = ? ORDER BY place`, key)
		if err != nil {
			return err
		}
		err = st.each(ctx, scanBody(&x.Claims), `SELECT body FROM claim WHERE report = ? ORDER BY place`, key)
		if err != nil {
			return err
		}
		return st.each(ctx, scanBody(&x.People), `SELECT body FROM tenure WHERE report = ? ORDER BY place`, key)
	})
	return x, err
}

// scanBody reads rows of one JSON column into a list.
func scanBody[T any](list *[]T) func(*sql.Rows) error {
	return func(rows *sql.Rows) error {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return err
		}
		var x T
		if err := json.Unmarshal(body, &x); err != nil {
			return err
		}
		*list = append(*list, x)
		return nil
	}
}

// Claims implements store.Store.
func (s *Store) Claims(ctx context.Context, f store.ClaimFilter) (out []record.Claim, err error) {
	var c conditions
	if f.Report != "" {
		c.add(`r.name = ?`, f.Report)
	}
	if f.AsOf != 0 {
		c.add(`r.published <= ?`, int64(f.AsOf))
	}
	for _, code := range f.Countries { // most claims are about others, and need not be decoded
		c.add(s.dialect.Has(`c.body`), []byte(strconv.Quote(code)))
	}
	err = s.look(ctx, "find claims", func(st *statements) error {
		return st.each(ctx, func(rows *sql.Rows) error {
			var l record.Claim
			var published int64
			var body, print []byte
			if err := rows.Scan(&l.Report, &l.Index, &l.Outlet, &published, &print, &body); err != nil {
				return err
			}
			l.Published, l.Print = edtf.Day(published), record.PrintFrom(print)
			if err := json.Unmarshal(body, &l.Claim); err != nil {
				return fmt.Errorf("claim %d of %s: %w", l.Index, l.Report, err)
			}
			if ranges(&l, f.Countries) {
				out = append(out, l)
			}
			return nil
		}, `SELECT r.name, c.place, r.outlet, r.published, r.print, c.body FROM claim c JOIN report r ON r.id = c.report`+c.where()+` ORDER BY r.published, r.name, c.place`, c.args...)
	})
	return out, err
}

// ranges says whether a claim ranges over engagements of all countries given.
func ranges(c *record.Claim, countries []string) bool {
	for _, code := range countries {
		if c.Country != code && !slices.ContainsFunc(c.Parties, func(p reading.Party) bool { return p.Country == code }) {
			return false
		}
	}
	return true
}
