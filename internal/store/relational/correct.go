package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// corrections reads the log, oldest first.
func corrections(ctx context.Context, st *statements) ([]record.Correction, error) {
	var out []record.Correction
	err := st.each(ctx, func(rows *sql.Rows) error {
		var id int
		var body []byte
		if err := rows.Scan(&id, &body); err != nil {
			return err
		}
		var c record.Correction
		if err := json.Unmarshal(body, &c); err != nil {
			return fmt.Errorf("correction %d: %w", id, err)
		}
		c.ID = id
		out = append(out, c)
		return nil
	}, `SELECT id, body FROM correction ORDER BY id`)
	return out, err
}

// Corrections implements store.Store.
func (s *Store) Corrections(ctx context.Context) (out []record.Correction, err error) {
	err = s.look(ctx, "read corrections", func(st *statements) error {
		out, err = corrections(ctx, st)
		return err
	})
	return out, err
}

// Correct implements store.Store.
func (s *Store) Correct(ctx context.Context, c record.Correction) (record.Correction, error) {
	if err := c.Check(); err != nil {
		return c, fmt.Errorf("%w: %w", store.ErrInvalid, err)
	}
	err := s.change(ctx, "correct the record", func(st *statements) error {
		log, err := corrections(ctx, st)
		if err != nil {
			return err
		}
		c.ID = 1
		if n := len(log); n > 0 {
			c.ID = log[n-1].ID + 1
		}
		if c.Action == record.Undo {
			if !slices.ContainsFunc(log, func(x record.Correction) bool { return x.ID == c.Undoes }) {
				return fmt.Errorf("%w: no correction %d in the log", store.ErrInvalid, c.Undoes)
			}
		} else if err := bindRefs(ctx, st, &c); err != nil {
			return err
		}
		concerned := record.Concerns(log, c)
		body, err := json.Marshal(c)
		if err != nil {
			return err
		}
		if err := st.exec(ctx, `INSERT INTO correction (id, body) VALUES (?, ?)`, c.ID, body); err != nil {
			return err
		}
		return relink(ctx, st, append(slices.Clone(concerned.Refs), concerned.Rest...))
	})
	return c, err
}

// bindRefs binds a correction to the mentions of the engagements it names.
func bindRefs(ctx context.Context, st *statements, c *record.Correction) error {
	refs, err := refsOf(ctx, st, c.EID)
	if err != nil {
		return err
	}
	var other []record.Ref
	if c.Action == record.Merge {
		if other, err = refsOf(ctx, st, c.Other); err != nil {
			return err
		}
	}
	if err := c.Bind(refs, other); err != nil {
		return fmt.Errorf("%w: %w", store.ErrInvalid, err)
	}
	return nil
}

// refsOf gives the mentions of an engagement in order.
func refsOf(ctx context.Context, st *statements, eid string) ([]record.Ref, error) {
	var out []record.Ref
	err := st.each(ctx, func(rows *sql.Rows) error {
		var r string
		if err := rows.Scan(&r); err != nil {
			return err
		}
		out = append(out, record.Ref(r))
		return nil
	}, `SELECT m.ref FROM engagement e JOIN mention m ON m.founder = e.founder JOIN report r ON r.id = m.report
	    WHERE e.eid = ? ORDER BY r.published, r.name, m.place`, eid)
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("engagement %s: %w", eid, store.ErrNotFound)
	}
	return out, err
}

// relink asks mentions again after the corrections on them changed.
func relink(ctx context.Context, st *statements, refs []record.Ref) error {
	b, err := newBatch(ctx, st)
	if err != nil {
		return err
	}
	for _, r := range refs {
		p, ok, err := b.shelf.Find(ctx, r)
		if err != nil {
			return err
		}
		if ok {
			if err := b.linker.Ask(ctx, p); err != nil {
				return err
			}
		}
	}
	_, err = b.finish(ctx)
	return err
}

// anchor makes each active correction begin with a mention that the record
// has, so that it finds its engagement although a new reading of the report
// lost the first.
func anchor(active []record.Correction, has func(record.Ref) (bool, error)) ([]record.Correction, error) {
	out := slices.Clone(active)
	for i, c := range out {
		for len(c.Refs) > 0 {
			ok, err := has(c.Refs[0])
			if err != nil {
				return nil, err
			}
			if ok {
				break
			}
			c.Refs = c.Refs[1:]
		}
		out[i] = c
	}
	return out, nil
}

// has gives a function that says whether the record has a mention.
func has(ctx context.Context, st *statements) func(record.Ref) (bool, error) {
	return func(r record.Ref) (there bool, err error) {
		err = st.each(ctx, func(*sql.Rows) error { there = true; return nil }, `SELECT 1 FROM mention WHERE ref = ?`, string(r))
		return there, err
	}
}
