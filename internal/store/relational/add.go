package relational

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
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
	var b *batch
	err := s.changeAfter(ctx, "add reports", func(st *statements) error {
		b = emptyBatch(st)
		return b.bring(ctx, list)
	}, func(*statements) (err error) {
		was := s.kept
		s.kept = nil // until it is known to be right again
		if err := b.begin(ctx, was); err != nil {
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
	}, func() { s.kept = b.keep() })
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
	brought map[string]bool          // reports that it has put in
	reports map[string]int64         // ids of the reports of new mentions
	fresh   map[record.Ref]freshness // of mentions that are added
	found   map[int64]*engagement    // those that may change, as they are, by founder
	parts   []func() error           // to write when all mentions have ids
	rows    bulk                     // to write before anything asks for them
	words   map[string][]indexed     // texts for the search tables, to write last

	revision int64 // that the record has after the batch
	state    state // of the record before it
	few      int   // see kept
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
	b := emptyBatch(st)
	return b, b.begin(ctx, nil)
}

func emptyBatch(st *statements) *batch {
	return &batch{
		st: st, rows: newBulk(st), shelf: newShelf(st), brought: map[string]bool{}, reports: map[string]int64{},
		fresh: map[record.Ref]freshness{}, words: map[string][]indexed{},
	}
}

// begin asks for what linking needs, and takes what the last writer kept if
// nobody has written since. From here on the batch is the only writer.
func (b *batch) begin(ctx context.Context, was *kept) error {
	err := b.st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&b.state.number, &b.state.changed, &b.next) },
		`SELECT number, changed, (SELECT coalesce(max(id), 0) + 1 FROM mention) FROM revision`)
	if err != nil {
		return err
	}
	b.revision = b.state.number + 1
	if was != nil && was.state == b.state {
		b.active, b.linker, b.shelf, b.few = was.active, was.linker, was.shelf, was.few
		b.shelf.st = b.st
		return nil
	}
	log, err := corrections(ctx, b.st)
	if err != nil {
		return err
	}
	b.active = record.Active(log)
	b.linker = record.NewLinker(b.shelf, record.TiesOf(b.active))
	return nil
}

// stored is what the record has of a report.
type stored struct {
	id   int64
	hash []byte
}

// findReports finds the reports that are there already: many with one
// statement. Those that the batch itself brought are not among them.
func (b *batch) findReports(ctx context.Context, list []*prepared) error {
	b.known = map[string]stored{}
	var all []any
	for _, p := range list {
		if !b.brought[p.Report.ID] {
			all = append(all, p.Report.ID)
		}
	}
	for names := range slices.Chunk(all, rowsAtOnce) {
		err := b.st.each(ctx, func(rows *sql.Rows) error {
			var name string
			var k stored
			err := rows.Scan(&name, &k.id, &k.hash)
			b.known[name] = k
			return err
		}, `SELECT name, id, hash FROM report WHERE name IN (`+marks(len(names))+`)`, names...)
		if err != nil {
			return err
		}
	}
	return nil
}

// bring puts new reports into their tables, which needs no turn of the writers:
// where another brings the same report at the same moment, the database gives
// one of the two up. They go in the order of their names, so that no two wait
// for one another.
func (b *batch) bring(ctx context.Context, list []*prepared) error {
	if err := b.findReports(ctx, list); err != nil {
		return err
	}
	var fresh []*prepared
	for _, p := range list {
		if b.known[p.Report.ID].id == 0 && !p.Again {
			fresh = append(fresh, p)
		}
	}
	slices.SortFunc(fresh, func(x, y *prepared) int { return strings.Compare(x.Report.ID, y.Report.ID) })
	if err := b.insert(ctx, fresh...); err != nil {
		return err
	}
	if err := b.rows.flush(ctx); err != nil {
		return err
	}
	return b.writeWords(ctx)
}

// insert puts new reports into their tables, but for their mentions and words.
func (b *batch) insert(ctx context.Context, fresh ...*prepared) error {
	for part := range slices.Chunk(fresh, textsAtOnce) {
		if err := b.insertReports(ctx, part); err != nil {
			return err
		}
	}
	for _, p := range fresh {
		b.brought[p.Report.ID] = true
		b.added.New++
		if err := b.writeRest(ctx, b.reports[p.Report.ID], p); err != nil {
			return err
		}
	}
	return nil
}

// add puts one report into the tables and its mentions before the linker.
func (b *batch) add(ctx context.Context, p *prepared) error {
	var old []record.Placed
	if !b.brought[p.Report.ID] {
		was := b.known[p.Report.ID]
		if p.Again {
			holds, err := b.holds(ctx, was.id, p)
			if err != nil {
				return err
			}
			if !holds {
				b.added.Passed = append(b.added.Passed, p.Report.ID)
				return nil
			}
		}
		switch {
		case was.id == 0: // somebody took it out since
			if err := b.insert(ctx, p); err != nil {
				return err
			}
		case bytes.Equal(was.hash, p.hash):
			b.added.Same++
			return nil
		default:
			b.added.Changed++
			var err error
			if old, err = b.mentionsOf(ctx, was.id); err != nil {
				return err
			}
			if err := b.rewriteReport(ctx, was.id, p); err != nil {
				return err
			}
		}
	}
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
