package relational

import (
	"context"
	"database/sql"
	"hash/fnv"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// shelf gives linking the mentions that are in the database. It loads a group
// at a time and each only once.
type shelf struct {
	st     *statements
	ids    map[record.Ref]int64
	refs   map[int64]record.Ref
	placed map[int64]record.Placed
	groups map[int64][]record.Placed // by founder
}

func newShelf(st *statements) *shelf {
	return &shelf{st, map[record.Ref]int64{}, map[int64]record.Ref{}, map[int64]record.Placed{}, map[int64][]record.Placed{}}
}

// hashKey gives a key's number.
func hashKey(key string) int64 {
	h := fnv.New64a()
	h.Write([]byte(key))
	return int64(h.Sum64())
}

const mentionColumns = `m.id, m.ref, m.place, m.said, r.name, r.published, r.outlet, r.kind, r.print`

// scanMention reads mentionColumns.
func scanMention(rows *sql.Rows, more ...any) (id int64, m record.Mention, err error) {
	var face, print []byte
	var kind, ref string
	var published int64
	args := append([]any{&id, &ref, &m.Index, &face, &m.Report, &published, &m.Outlet, &kind, &print}, more...)
	if err = rows.Scan(args...); err != nil {
		return 0, m, err
	}
	m.Ref, m.Published = record.Ref(ref), edtf.Day(published)
	m.Print = record.PrintFrom(print)
	m.Rank = record.Rank(m.Outlet)
	if kind == string(store.Dataset) {
		m.Rank = record.RankDataset
	}
	m.Said, err = join(face, nil)
	return id, m, err
}

// load brings a group into memory.
func (s *shelf) load(ctx context.Context, founder int64) error {
	if _, ok := s.groups[founder]; ok {
		return nil
	}
	var group []record.Placed
	var ids []int64
	err := s.st.each(ctx, func(rows *sql.Rows) error {
		id, m, err := scanMention(rows)
		if err != nil {
			return err
		}
		s.ids[m.Ref], s.refs[id] = id, m.Ref
		group, ids = append(group, record.Placed{Mention: m}), append(ids, id)
		return nil
	}, `SELECT `+mentionColumns+` FROM mention m JOIN report r ON r.id = m.report WHERE m.founder = ? ORDER BY m.id`, founder)
	if err != nil {
		return err
	}
	for i := range group {
		group[i].Founder = s.refs[founder]
		s.placed[ids[i]] = group[i]
	}
	s.groups[founder] = group
	return nil
}

// Near implements record.Shelf.
func (s *shelf) Near(ctx context.Context, key string, from, to edtf.Day) ([]record.Placed, error) {
	var founders []int64
	var near []int64
	err := s.st.each(ctx, func(rows *sql.Rows) error {
		var id, founder int64
		if err := rows.Scan(&id, &founder); err != nil {
			return err
		}
		near, founders = append(near, id), append(founders, founder)
		return nil
	}, `SELECT k.mention, m.founder FROM meet k JOIN mention m ON m.id = k.mention WHERE k.key = ? AND k.last >= ? AND k.first <= ? ORDER BY k.mention`,
		hashKey(key), int64(from), int64(to))
	if err != nil {
		return nil, err
	}
	out := make([]record.Placed, 0, len(near))
	for i, id := range near {
		if err := s.load(ctx, founders[i]); err != nil {
			return nil, err
		}
		out = append(out, s.placed[id])
	}
	return out, nil
}

// Group implements record.Shelf.
func (s *shelf) Group(ctx context.Context, founder record.Ref) ([]record.Placed, error) {
	id, ok := s.ids[founder]
	if !ok {
		return nil, nil
	}
	return s.groups[id], s.load(ctx, id)
}

// Find implements record.Shelf.
func (s *shelf) Find(ctx context.Context, r record.Ref) (record.Placed, bool, error) {
	founder := int64(0)
	err := s.st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&founder) }, `SELECT founder FROM mention WHERE ref = ?`, string(r))
	if err != nil || founder == 0 {
		return record.Placed{}, false, err
	}
	if err := s.load(ctx, founder); err != nil {
		return record.Placed{}, false, err
	}
	for _, p := range s.groups[founder] {
		if p.Ref == r {
			return p, true, nil
		}
	}
	return record.Placed{}, false, nil
}
