package relational

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// conditions collects what a WHERE clause is made of.
type conditions struct {
	all  []string
	args []any
}

func (c *conditions) add(where string, args ...any) {
	c.all = append(c.all, where)
	c.args = append(c.args, args...)
}

func (c *conditions) where() string {
	if len(c.all) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.all, " AND ")
}

// marks gives "?, ?, ?" for n arguments.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// Engagements implements store.Store.
func (s *Store) Engagements(ctx context.Context, f store.Filter) ([]record.Engagement, error) {
	var out []record.Engagement
	err := s.look(ctx, "find engagements", func(st *statements) error {
		c, exact := narrow(&s.dialect, &f)
		chosen := `SELECT e.founder FROM engagement e` + c.where()
		if exact && f.Limit > 0 {
			chosen += fmt.Sprintf(` ORDER BY e.began, e.kind, e.eid LIMIT %d OFFSET %d`, f.Limit, f.Offset)
			if f.Limit <= store.MaxKeys { // so that they are looked for once
				keys, err := founders(ctx, st, chosen, c.args)
				if err != nil || len(keys) == 0 {
					return err
				}
				c = conditions{}
				c.keys(keys)
				chosen = `SELECT e.founder FROM engagement e` + c.where()
			}
		}
		var found []record.Engagement
		var err error
		if f.Cards && f.AsOf == 0 && f.Event == "" {
			found, err = cards(ctx, st, chosen, c.args)
		} else {
			found, err = load(ctx, st, chosen, c.args, f.Lean || f.Cards)
		}
		if err != nil {
			return err
		}
		for i := range found {
			e := found[i]
			if f.AsOf != 0 {
				var ok bool
				if e, ok = e.AsOf(f.AsOf); !ok {
					continue
				}
			}
			if passes(&f, &e) {
				out = append(out, e)
			}
		}
		record.Sort(out)
		if !exact || f.Limit == 0 {
			out = page(out, f.Limit, f.Offset)
		}
		return nil
	})
	return out, err
}

// founders gives the founders that a query chooses.
func founders(ctx context.Context, st *statements, chosen string, args []any) ([]int64, error) {
	var out []int64
	err := st.each(ctx, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		out = append(out, id)
		return err
	}, chosen, args...)
	return out, err
}

// page cuts a list to what a limit and an offset want.
func page[T any](list []T, limit, offset int) []T {
	list = list[min(offset, len(list)):]
	if limit > 0 {
		list = list[:min(limit, len(list))]
	}
	return list
}

// narrow gives the conditions on the rows of engagements that a filter
// implies, and whether they are all that it asks. As of an earlier day an
// engagement may have been another, so then only what cannot change counts.
func narrow(d *Dialect, f *store.Filter) (c conditions, exact bool) {
	exact = f.AsOf == 0 && f.Person == "" && f.Event == "" && f.Country == ""
	c.keys(f.Keys)
	c.countries(f.Countries)
	if f.Report != "" {
		c.add(`e.founder IN (SELECT m.founder FROM mention m JOIN report r ON r.id = m.report WHERE r.name = ?)`, f.Report)
	}
	if f.Outlet != "" {
		c.add(`e.founder IN (SELECT m.founder FROM mention m JOIN report r ON r.id = m.report WHERE r.outlet = ?)`, f.Outlet)
	}
	named, all := eventTerms(f.Event)
	if query, arg := d.Match("engagement_words", named, all); arg != nil {
		c.add(`e.founder IN (`+query+`)`, arg)
	}
	if query, arg := d.Match("engagement_words", terms(f.Text), true); arg != nil {
		c.add(`e.founder IN (`+query+`)`, arg)
	}
	if query, arg := d.Match("engagement_words", nameTerms(f.Person), false); arg != nil {
		c.add(`e.founder IN (`+query+`)`, arg)
	}
	if f.AsOf != 0 {
		return c, exact
	}
	if query, arg := d.Match("engagement_words", terms(f.Country), true); arg != nil {
		c.add(`e.founder IN (`+query+`)`, arg)
	}
	// What is found by parties, reports or words is few: an index over the rest
	// would only lead astray, so it is hidden.
	hide := func(column string) string { return column }
	if len(c.all) > 0 || f.Ahead != nil {
		hide = func(column string) string { return `coalesce(` + column + `, ` + column + `)` }
	}
	if !f.Rejected {
		c.add(hide(`e.rejected`) + ` = 0`)
	}
	if len(f.Kinds) > 0 {
		args := make([]any, len(f.Kinds))
		for i, k := range f.Kinds {
			args[i] = string(k)
		}
		c.add(hide(`e.kind`)+` IN (`+marks(len(args))+`)`, args...)
	}
	if len(f.Statuses) > 0 {
		args := make([]any, len(f.Statuses))
		for i, k := range f.Statuses {
			args[i] = string(k)
		}
		c.add(hide(`e.status`)+` IN (`+marks(len(args))+`)`, args...)
	}
	if lo, hi, ok := f.When.Bounds(); ok {
		c.add(`e.began <= ? AND e.last >= ?`, int64(hi), int64(lo))
	}
	if f.Conflicted {
		c.add(hide(`e.conflicts`) + ` > 0`)
	}
	if f.Sides > 0 {
		c.add(`(SELECT count(*) FROM party p WHERE p.founder = e.founder) = ?`, f.Sides)
	}
	if f.Ahead != nil {
		c.ahead(f)
	}
	c.behind(f.After)
	return c, exact
}

// keys keeps what has one of some keys.
func (c *conditions) keys(keys []int64) {
	if len(keys) == 0 {
		return
	}
	args := make([]any, len(keys))
	for i, k := range keys {
		args[i] = k
	}
	c.add(`e.founder IN (`+marks(len(keys))+`)`, args...)
}

// countries keeps what has all of some countries among its parties.
func (c *conditions) countries(codes []string) {
	if len(codes) == 0 {
		return
	}
	query := `SELECT p0.founder FROM party p0`
	var args []any
	for i, code := range codes[1:] {
		query += fmt.Sprintf(` JOIN party p%[1]d ON p%[1]d.founder = p0.founder AND p%[1]d.country = ?`, i+1)
		args = append(args, code)
	}
	c.add(`e.founder IN (`+query+` WHERE p0.country = ?)`, append(args, codes[0])...)
}

// ahead keeps what is not over. Where the statuses are named, an index leads
// there at once.
func (c *conditions) ahead(f *store.Filter) {
	ends, told := int64(f.Ahead.Ends), int64(f.Ahead.Told)
	if len(f.Statuses) == 0 {
		c.add(`(e.last >= ? OR e.last IS NULL AND e.told >= ?)`, ends, told)
		return
	}
	var parts []string
	var args []any
	for _, s := range f.Statuses {
		parts = append(parts, `SELECT a.founder FROM engagement a WHERE a.status = ? AND a.last >= ?`, `SELECT a.founder FROM engagement a WHERE a.status = ? AND a.last IS NULL AND a.told >= ?`)
		args = append(args, string(s), ends, string(s), told)
	}
	c.add(`e.founder IN (`+strings.Join(parts, ` UNION ALL `)+`)`, args...)
}

// behind keeps what comes behind a place in the order of the record.
func (c *conditions) behind(p *store.Place) {
	if p == nil {
		return
	}
	began := undated
	if p.Dated {
		began = int64(p.First)
	}
	c.add(`(e.began, e.kind, e.eid) > (?, ?, ?)`, began, string(p.Kind), p.EID)
}

// passes says whether an engagement has all that a filter asks.
func passes(f *store.Filter, e *record.Engagement) bool {
	for _, country := range f.Countries {
		if !slices.Contains(e.Countries(), country) {
			return false
		}
	}
	switch {
	case e.Rejected && !f.Rejected,
		f.After != nil && !f.After.Before(e),
		f.Person != "" && !e.Names(f.Person),
		f.Outlet != "" && !slices.ContainsFunc(e.Mentions, func(m record.Mention) bool { return m.Outlet == f.Outlet }),
		len(f.Kinds) > 0 && !slices.Contains(f.Kinds, e.Kind),
		len(f.Statuses) > 0 && !slices.Contains(f.Statuses, e.Status),
		f.When != "" && !e.When.Overlaps(f.When),
		f.Country != "" && e.Country != f.Country,
		f.Sides > 0 && len(e.Countries()) != f.Sides,
		f.Ahead != nil && over(e, f.Ahead),
		f.Event != "" && !e.GoesBy(f.Event),
		f.Conflicted && len(e.Conflicts) == 0:
		return false
	}
	return true
}

// over says whether an engagement is not ahead any more.
func over(e *record.Engagement, a *store.Ahead) bool {
	if _, hi, ok := e.When.Bounds(); ok {
		return hi < a.Ends
	}
	return e.Mentions[len(e.Mentions)-1].Published < a.Told
}

// Engagement implements store.Store.
func (s *Store) Engagement(ctx context.Context, eid string) (e record.Engagement, err error) {
	err = s.look(ctx, "find an engagement", func(st *statements) error {
		found, err := load(ctx, st, `SELECT e.founder FROM engagement e WHERE e.eid = ?`, []any{eid}, false)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("engagement %s: %w", eid, store.ErrNotFound)
		}
		e = found[0]
		return nil
	})
	return e, err
}

// load assembles the engagements whose founders a query chooses; see
// store.Filter.Lean.
func load(ctx context.Context, st *statements, chosen string, args []any, lean bool) ([]record.Engagement, error) {
	log, err := corrections(ctx, st)
	if err != nil {
		return nil, err
	}
	active, err := anchor(record.Active(log), has(ctx, st))
	if err != nil {
		return nil, err
	}
	parents, err := parentsOf(ctx, st, chosen, args)
	if err != nil {
		return nil, err
	}
	var out []record.Engagement
	var group []record.Mention
	var current int64
	flush := func() {
		if len(group) > 0 {
			e := record.Assemble(group, active)
			e.PartOf = parents[current]
			if lean {
				e.Fields = nil
			}
			out = append(out, e)
		}
		group = nil
	}
	proof := `m.proof`
	if lean {
		proof = `NULL`
	}
	err = st.each(ctx, func(rows *sql.Rows) error {
		var founder int64
		var evidence []byte
		_, m, err := scanMention(rows, &founder, &evidence)
		if err != nil {
			return err
		}
		if founder != current {
			flush()
			current = founder
		}
		if !lean {
			if err := prove(&m.Said, evidence); err != nil {
				return err
			}
		}
		group = append(group, m)
		return nil
	}, `SELECT `+mentionColumns+`, m.founder, `+proof+` FROM mention m JOIN report r ON r.id = m.report
	    WHERE m.founder IN (`+chosen+`) ORDER BY m.founder, r.published, r.name, m.place`, args...)
	if err != nil {
		return nil, err
	}
	flush()
	return out, nil
}

// parentsOf gives for each of the founders that a query chooses the eids of
// what its engagement is part of, sorted.
func parentsOf(ctx context.Context, st *statements, chosen string, args []any) (map[int64][]string, error) {
	out := map[int64][]string{}
	err := st.each(ctx, func(rows *sql.Rows) error {
		var founder int64
		var eid string
		if err := rows.Scan(&founder, &eid); err != nil {
			return err
		}
		out[founder] = append(out[founder], eid)
		return nil
	}, `SELECT DISTINCT mc.founder, e.eid FROM part x JOIN mention mc ON mc.id = x.child JOIN mention mp ON mp.id = x.parent
	    JOIN engagement e ON e.founder = mp.founder WHERE mc.founder IN (`+chosen+`) AND mc.founder <> mp.founder AND +e.rejected = 0`, args...)
	for _, eids := range out {
		slices.Sort(eids)
	}
	return out, err
}
