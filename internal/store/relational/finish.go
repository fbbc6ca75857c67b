package relational

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// finish links and writes what came of it.
func (b *batch) finish(ctx context.Context) (store.Added, error) {
	began := time.Now()
	if err := b.linker.Run(ctx); err != nil {
		return b.added, err
	}
	b.added.Linking += time.Since(began)
	b.added.Links = b.linker.Decisions()
	c := b.linker.Changes()
	if err := b.findEngagements(ctx, append(slices.Clone(c.Gone), c.Heads...)); err != nil {
		return b.added, err
	}
	for _, r := range c.Gone {
		if err := b.dropEngagement(ctx, b.shelf.ids[r]); err != nil {
			return b.added, err
		}
	}
	for _, p := range c.Placed {
		if err := b.writeMention(ctx, p); err != nil {
			return b.added, fmt.Errorf("%s: %w", p.Ref, err)
		}
	}
	if err := b.rows.flush(ctx); err != nil {
		return b.added, err
	}
	active, err := anchor(b.active, has(ctx, b.st))
	if err != nil {
		return b.added, err
	}
	for i, head := range c.Heads {
		e := record.Assemble(c.Groups[i], active)
		if err := b.writeEngagement(ctx, b.shelf.ids[head], &e); err != nil {
			return b.added, fmt.Errorf("%s: %w", e.EID, err)
		}
	}
	if err := b.rows.flush(ctx); err != nil {
		return b.added, err
	}
	for _, r := range c.Removed {
		if err := b.dropMention(ctx, b.shelf.ids[r]); err != nil {
			return b.added, err
		}
	}
	for _, f := range b.parts {
		if err := f(); err != nil {
			return b.added, err
		}
	}
	if err := b.rows.flush(ctx); err != nil {
		return b.added, err
	}
	if err := b.writeWords(ctx); err != nil {
		return b.added, err
	}
	slices.Sort(b.added.Engagements)
	slices.Sort(b.added.Gone)
	b.added.Gone = slices.DeleteFunc(b.added.Gone, func(eid string) bool {
		_, there := slices.BinarySearch(b.added.Engagements, eid)
		return there
	})
	return b.added, nil
}

// rowsAtOnce is how many rows go into a table with one statement.
const rowsAtOnce = 128

// writeWords puts the texts of the batch into the search tables. SQLite writes
// its index out after every statement, so many go in with one: that is twice
// as fast.
func (b *batch) writeWords(ctx context.Context) error {
	for table, list := range b.words {
		for len(list) > 0 {
			n := min(rowsAtOnce, len(list))
			args := make([]any, 0, 2*n)
			for _, w := range list[:n] {
				args = append(args, w.id, w.text)
			}
			if err := b.st.exec(ctx, b.st.dialect.Index(table, n), args...); err != nil {
				return err
			}
			list = list[n:]
		}
		delete(b.words, table)
	}
	return nil
}

// writeMention writes a mention that is new or changed its group.
func (b *batch) writeMention(ctx context.Context, p record.Placed) error {
	id, there := b.shelf.ids[p.Ref]
	fresh, written := b.fresh[p.Ref]
	if !there {
		id = b.next
		b.next++
		b.shelf.ids[p.Ref], b.shelf.refs[id] = id, p.Ref
	}
	founder := b.shelf.ids[p.Founder]
	switch {
	case !there:
		err := b.rows.insert(ctx, mentionRow,
			id, string(p.Ref), b.reports[p.Report], p.Index, founder, fresh.face, fresh.proof)
		if err != nil {
			return err
		}
	case !written:
		return b.st.exec(ctx, `UPDATE mention SET founder = ? WHERE id = ?`, founder, id)
	default:
		err := b.st.exec(ctx, `UPDATE mention SET place = ?, founder = ?, said = ?, proof = ? WHERE id = ?`, p.Index, founder, fresh.face, fresh.proof, id)
		if err != nil {
			return err
		}
		if err := b.unmeet(ctx, id); err != nil {
			return err
		}
	}
	from, to := record.Reach(p.Mention)
	for _, k := range record.Keys(p.Mention) {
		if err := b.rows.insert(ctx, `meet (key, last, first, mention)`, hashKey(k), int64(to), int64(from), id); err != nil {
			return err
		}
	}
	return nil
}

// unmeet takes out the keys of a mention as it was.
func (b *batch) unmeet(ctx context.Context, id int64) error {
	was := b.shelf.placed[id].Mention
	_, to := record.Reach(was)
	for _, k := range record.Keys(was) {
		if err := b.st.exec(ctx, `DELETE FROM meet WHERE key = ? AND last = ? AND mention = ?`, hashKey(k), int64(to), id); err != nil {
			return err
		}
	}
	return nil
}

// dropMention takes out a mention whose report's parts are out already.
func (b *batch) dropMention(ctx context.Context, id int64) error {
	if err := b.unmeet(ctx, id); err != nil {
		return err
	}
	return b.st.exec(ctx, `DELETE FROM mention WHERE id = ?`, id)
}

// writeEngagement writes the rows to find an engagement by.
func (b *batch) writeEngagement(ctx context.Context, founder int64, e *record.Engagement) error {
	was, there := b.found[founder]
	if there && was.eid != e.EID {
		b.added.Gone = append(b.added.Gone, was.eid)
	}
	var first, last any
	ended := int64(0)
	if lo, hi, ok := e.When.Bounds(); ok {
		first, last, ended = int64(lo), int64(hi), int64(hi)
	}
	rejected := 0
	if e.Rejected {
		rejected = 1
	}
	now := engagement{e.EID, string(e.Kind), began(e), ended, len(e.Conflicts), rejected, whoOf(e)}
	seldom := []any{now.eid, now.kind, first, last, now.began, now.conflicts, now.rejected}
	often := append(b.line(e, now.who), string(e.Status), int64(e.Mentions[len(e.Mentions)-1].Published))
	var err error
	switch {
	case !there:
		err = b.rows.insert(ctx, engagementRow, slices.Concat(seldom, often, []any{founder})...)
	case was.begins(&now):
		err = b.st.exec(ctx, `UPDATE engagement SET `+strings.Join(oftenColumns, " = ?, ")+` = ? WHERE founder = ?`, append(often, founder)...)
	default:
		err = b.st.exec(ctx, `UPDATE engagement SET `+strings.Join(slices.Concat(seldomColumns, oftenColumns), " = ?, ")+` = ? WHERE founder = ?`, slices.Concat(seldom, often, []any{founder})...)
	}
	if err != nil {
		return err
	}
	if there {
		if err := b.st.exec(ctx, b.st.dialect.Unindex("engagement_words"), founder); err != nil {
			return err
		}
	}
	if countries := e.Countries(); !there || !slices.Equal(countriesOf(was.who), countries) {
		if there {
			if err := b.st.exec(ctx, `DELETE FROM party WHERE founder = ?`, founder); err != nil {
				return err
			}
		}
		for _, c := range countries {
			if err := b.rows.insert(ctx, `party (country, founder)`, c, founder); err != nil {
				return err
			}
		}
	}
	if err := b.writeCard(ctx, founder, e); err != nil {
		return err
	}
	b.added.Engagements = append(b.added.Engagements, e.EID)
	b.later("engagement_words", founder, words(e))
	return nil
}

// findEngagements finds the engagements of founders as they are, before they are
// written anew: many with one statement.
func (b *batch) findEngagements(ctx context.Context, founders []record.Ref) error {
	b.found = map[int64]*engagement{}
	var ids []any
	for _, r := range founders {
		if id, there := b.shelf.ids[r]; there { // a new mention has none yet
			ids = append(ids, id)
		}
	}
	for len(ids) > 0 {
		n := min(rowsAtOnce, len(ids))
		err := b.st.each(ctx, func(rows *sql.Rows) error {
			var founder int64
			var e engagement
			err := rows.Scan(&founder, &e.eid, &e.kind, &e.began, &e.ended, &e.conflicts, &e.rejected, &e.who)
			b.found[founder] = &e
			return err
		}, `SELECT founder, eid, kind, began, coalesce(last, 0), conflicts, rejected, who FROM engagement WHERE founder IN (`+marks(n)+`)`, ids[:n]...)
		if err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

// engagement is what changes seldom of the row of an engagement.
type engagement struct {
	eid, kind           string
	began, ended        int64
	conflicts, rejected int
	who                 string
}

// begins says whether all that is the same but the parties, so that most of the
// indexes stay as they are: each costs as much as the row.
func (e *engagement) begins(now *engagement) bool {
	return e.eid == now.eid && e.kind == now.kind && e.began == now.began && e.ended == now.ended && e.conflicts == now.conflicts && e.rejected == now.rejected
}

func (b *batch) clearEngagement(ctx context.Context, founder int64) error {
	if err := b.st.exec(ctx, `DELETE FROM party WHERE founder = ?`, founder); err != nil {
		return err
	}
	return b.st.exec(ctx, b.st.dialect.Unindex("engagement_words"), founder)
}

func (b *batch) dropEngagement(ctx context.Context, founder int64) error {
	was, there := b.found[founder]
	if !there {
		return nil
	}
	b.added.Gone = append(b.added.Gone, was.eid)
	if err := b.clearEngagement(ctx, founder); err != nil {
		return err
	}
	if err := b.dropLine(ctx, founder); err != nil {
		return err
	}
	return b.st.exec(ctx, `DELETE FROM engagement WHERE founder = ?`, founder)
}
