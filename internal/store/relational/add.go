package relational

import (
	"bytes"
	"context"
	"database/sql"
	"strings"
	"unicode"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Add implements store.Store.
func (s *Store) Add(ctx context.Context, entries []store.Entry) (store.Added, error) {
	var list []*prepared
	at := map[string]int{}
	for _, e := range entries {
		p, err := prepare(e)
		if err != nil {
			return store.Added{}, err
		}
		if i, ok := at[e.Report.ID]; ok {
			list[i] = p
			continue
		}
		at[e.Report.ID] = len(list)
		list = append(list, p)
	}
	var added store.Added
	err := s.change(ctx, "add reports", func(st *statements) error {
		b, err := newBatch(ctx, st)
		if err != nil {
			return err
		}
		if err := b.findReports(ctx, list); err != nil {
			return err
		}
		for _, p := range list {
			if err := b.add(ctx, p); err != nil {
				return err
			}
		}
		added, err = b.finish(ctx)
		return err
	})
	return added, err
}

// Remove implements store.Store.
func (s *Store) Remove(ctx context.Context, ids []string) (store.Added, error) {
	var added store.Added
	err := s.change(ctx, "remove reports", func(st *statements) error {
		b, err := newBatch(ctx, st)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := b.remove(ctx, id); err != nil {
				return err
			}
		}
		added, err = b.finish(ctx)
		return err
	})
	return added, err
}

// batch is one change of the record: reports go in and out, then finish links
// and writes down what came of it.
type batch struct {
	st      *statements
	shelf   *shelf
	linker  *record.Linker
	active  []record.Correction
	added   store.Added
	next    int64                    // id for the next new mention
	known   map[string]stored        // reports of the batch that are there already
	reports map[string]int64         // ids of the reports of new mentions
	fresh   map[record.Ref]freshness // of mentions that are added
	eids    map[int64]string         // of engagements that may change, by founder
	parts   []func() error           // to write when all mentions have ids
	rows    bulk                     // to write before anything asks for them
	words   map[string][]indexed     // texts for the search tables, to write last

	revision int64 // see coming
}

// indexed is a text for a search table.
type indexed struct {
	id   int64
	text string
}

// later notes a text for a search table. What is neither letter nor digit goes
// out, so that both databases cut it into the same words.
func (b *batch) later(table string, id int64, text string) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return ' '
	}, text)
	b.words[table] = append(b.words[table], indexed{id, text})
}

// freshness is what a new mention is written with.
type freshness struct{ face, proof []byte }

func newBatch(ctx context.Context, st *statements) (*batch, error) {
	b := &batch{st: st, rows: newBulk(st), shelf: newShelf(st), reports: map[string]int64{}, fresh: map[record.Ref]freshness{}, words: map[string][]indexed{}}
	log, err := corrections(ctx, st)
	if err != nil {
		return nil, err
	}
	b.active = record.Active(log)
	b.linker = record.NewLinker(b.shelf, record.TiesOf(b.active))
	err = st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&b.next) }, `SELECT coalesce(max(id), 0) + 1 FROM mention`)
	return b, err
}

// stored is what the record has of a report.
type stored struct {
	id   int64
	hash []byte
}

// findReports finds the reports that are there already: many with one
// statement.
func (b *batch) findReports(ctx context.Context, list []*prepared) error {
	b.known = map[string]stored{}
	for len(list) > 0 {
		n := min(rowsAtOnce, len(list))
		names := make([]any, n)
		for i, p := range list[:n] {
			names[i] = p.Report.ID
		}
		err := b.st.each(ctx, func(rows *sql.Rows) error {
			var name string
			var k stored
			err := rows.Scan(&name, &k.id, &k.hash)
			b.known[name] = k
			return err
		}, `SELECT name, id, hash FROM report WHERE name IN (`+marks(n)+`)`, names...)
		if err != nil {
			return err
		}
		list = list[n:]
	}
	return nil
}

// add puts one report into the tables and its mentions before the linker.
func (b *batch) add(ctx context.Context, p *prepared) error {
	was := b.known[p.Report.ID]
	id, hash := was.id, was.hash
	if p.Again {
		holds, err := b.holds(ctx, id, p)
		if err != nil {
			return err
		}
		if !holds {
			b.added.Passed = append(b.added.Passed, p.Report.ID)
			return nil
		}
	}
	switch {
	case id == 0:
		b.added.New++
	case bytes.Equal(hash, p.hash):
		b.added.Same++
		return nil
	default:
		b.added.Changed++
	}
	old, err := b.mentionsOf(ctx, id)
	if err != nil {
		return err
	}
	if id, err = b.writeReport(ctx, id, p); err != nil {
		return err
	}
	b.reports[p.Report.ID] = id
	kept, err := b.linker.Replace(ctx, old, p.mentions)
	if err != nil {
		return err
	}
	for i, m := range p.mentions {
		if !kept[m.Ref] {
			b.fresh[m.Ref] = freshness{p.faces[i], p.proofs[i]}
			continue
		}
		if err := b.st.exec(ctx, `UPDATE mention SET proof = ? WHERE ref = ?`, p.proofs[i], string(m.Ref)); err != nil {
			return err
		}
	}
	b.parts = append(b.parts, func() error { return b.writeParts(ctx, p) })
	return nil
}

// holds tells whether the record has the very report of which an entry is a
// reading.
func (b *batch) holds(ctx context.Context, id int64, p *prepared) (bool, error) {
	if id == 0 {
		return false, nil
	}
	r, err := oneReport(ctx, b.st, p.Report.ID)
	if err != nil {
		return false, err
	}
	return r.Outlet == p.Report.Outlet && r.URL == p.Report.URL && r.Published == p.Report.Published && r.Title == p.Report.Title &&
		r.Text == p.Report.Text && bytes.Equal(r.Original, p.Report.Original), nil
}

// mentionsOf gives the mentions that a report has in the record.
func (b *batch) mentionsOf(ctx context.Context, report int64) ([]record.Placed, error) {
	if report == 0 {
		return nil, nil
	}
	var refs []record.Ref
	err := b.st.each(ctx, func(rows *sql.Rows) error {
		var r string
		if err := rows.Scan(&r); err != nil {
			return err
		}
		refs = append(refs, record.Ref(r))
		return nil
	}, `SELECT ref FROM mention WHERE report = ? ORDER BY place`, report)
	if err != nil {
		return nil, err
	}
	var out []record.Placed
	for _, r := range refs {
		p, ok, err := b.shelf.Find(ctx, r)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, p)
		}
	}
	return out, nil
}

// remove takes one report out.
func (b *batch) remove(ctx context.Context, name string) error {
	var id int64
	err := b.st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&id) }, `SELECT id FROM report WHERE name = ?`, name)
	if err != nil || id == 0 {
		return err
	}
	b.added.Changed++
	old, err := b.mentionsOf(ctx, id)
	if err != nil {
		return err
	}
	if _, err := b.linker.Replace(ctx, old, nil); err != nil {
		return err
	}
	if err := b.clearReport(ctx, id); err != nil {
		return err
	}
	b.parts = append(b.parts, func() error { return b.st.exec(ctx, `DELETE FROM report WHERE id = ?`, id) })
	return nil
}
