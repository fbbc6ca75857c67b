package relational

import (
	"context"
	"database/sql"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// shelf gives linking the mentions that are in the database. It loads a group
// at a time and each only once.
type shelf struct {
	st     *statements
	ids    map[record.Ref]int64 // of all mentions that linking has
	refs   map[int64]record.Ref
	placed map[int64]record.Placed   // those that this batch loaded
	groups map[int64][]record.Placed // the same by founder
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

// load brings groups into memory.
func (s *shelf) load(ctx context.Context, founders ...int64) error {
	var missing []any
	for _, f := range founders {
		if _, ok := s.groups[f]; !ok {
			s.groups[f] = nil
			missing = append(missing, f)
		}
	}
	for part := range slices.Chunk(missing, rowsAtOnce) {
		var ids []int64
		of := map[int64][]int64{} // ids by founder
		all := map[int64]record.Mention{}
		err := s.st.each(ctx, func(rows *sql.Rows) error {
			var founder int64
			id, m, err := scanMention(rows, &founder)
			if err != nil {
				return err
			}
			s.ids[m.Ref], s.refs[id] = id, m.Ref
			all[id] = m
			ids, of[founder] = append(ids, id), append(of[founder], id)
			return nil
		}, `SELECT `+mentionColumns+`, m.founder FROM mention m JOIN report r ON r.id = m.report WHERE m.founder IN (`+marks(len(part))+`) ORDER BY m.id`, part...)
		if err != nil {
			return err
		}
		for founder, list := range of {
			for _, id := range list {
				p := record.Placed{Mention: all[id], Founder: s.refs[founder]}
				s.placed[id] = p
				s.groups[founder] = append(s.groups[founder], p)
			}
		}
	}
	return nil
}

// Near implements record.Shelf.
func (s *shelf) Near(ctx context.Context, stretches ...record.Stretch) ([]record.Placed, error) {
	var founders []int64
	var near []int64
	for part := range slices.Chunk(stretches, rowsAtOnce) {
		args := make([]any, 0, 3*len(part))
		for _, x := range part {
			args = append(args, hashKey(x.Key), int64(x.From), int64(x.To))
		}
		err := s.st.each(ctx, func(rows *sql.Rows) error {
			var id, founder int64
			if err := rows.Scan(&id, &founder); err != nil {
				return err
			}
			if _, there := s.refs[id]; there && s.placed[id].Ref == "" {
				return nil // linking has it from a batch before
			}
			near, founders = append(near, id), append(founders, founder)
			return nil
		}, `WITH near (key, low, high) AS (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))`+strings.Repeat(`, (?, ?, ?)`, len(part)-1)+`)
			SELECT k.mention, m.founder FROM near n JOIN meet k ON k.key = n.key AND k.last >= n.low AND k.first <= n.high JOIN mention m ON m.id = k.mention ORDER BY k.mention`,
			args...)
		if err != nil {
			return nil, err
		}
	}
	if err := s.load(ctx, founders...); err != nil {
		return nil, err
	}
	out := make([]record.Placed, len(near))
	for i, id := range near {
		out[i] = s.placed[id]
	}
	return out, nil
}

// Group implements record.Shelf.
func (s *shelf) Group(ctx context.Context, founder record.Ref) ([]record.Placed, error) {
	id, ok := s.ids[founder]
	if !ok {
		return nil, nil
	}
	err := s.load(ctx, id)
	return s.groups[id], err
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

// Latest implements record.Shelf.
func (s *shelf) Latest(ctx context.Context) (edtf.Day, error) {
	latest := int64(edtf.MinDay)
	err := s.st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&latest) },
		`SELECT r.published FROM report r WHERE EXISTS (SELECT 1 FROM mention m WHERE m.report = r.id) ORDER BY r.published DESC LIMIT 1`)
	return edtf.Day(latest), err
}
