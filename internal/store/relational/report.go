package relational

import (
	"context"
	"database/sql"
	"strings"

	"github.com/chancery-project/chancery/internal/record"
)

// textsAtOnce is how many reports go into their table with one statement.
const textsAtOnce = 32

// insertReports puts new reports into their table and notes their ids.
func (b *batch) insertReports(ctx context.Context, list []*prepared) error {
	args := make([]any, 0, 13*len(list))
	for _, p := range list {
		args = append(append(args, p.Report.ID), p.columns()...)
	}
	row := `(` + marks(13) + `)`
	return b.st.each(ctx, func(rows *sql.Rows) error {
		var name string
		var id int64
		err := rows.Scan(&name, &id)
		b.reports[name] = id
		return err
	}, `INSERT INTO report (name, hash, kind, outlet, url, published, title, size, text, original, reader, reading, print) VALUES `+
		row+strings.Repeat(`, `+row, len(list)-1)+` RETURNING name, id`, args...)
}

// rewriteReport puts a report in the place of an earlier version, all but its
// mentions.
func (b *batch) rewriteReport(ctx context.Context, id int64, p *prepared) error {
	b.reports[p.Report.ID] = id
	if err := b.clearReport(ctx, id); err != nil {
		return err
	}
	err := b.st.exec(ctx,
		`UPDATE report SET hash = ?, kind = ?, outlet = ?, url = ?, published = ?, title = ?, size = ?, text = ?, original = ?, reader = ?, reading = ?, print = ? WHERE id = ?`,
		append(p.columns(), id)...)
	if err != nil {
		return err
	}
	return b.writeRest(ctx, id, p)
}

// columns gives what stands in a report's row behind its name.
func (p *prepared) columns() []any {
	r := &p.Report
	return []any{p.hash, string(p.Kind), r.Outlet, r.URL, int64(r.Published), r.Title, len(r.Text), p.text, p.original, p.Reader, p.rest, p.print.Bytes()}
}

// writeRest writes what hangs on a report, all but its mentions.
func (b *batch) writeRest(ctx context.Context, id int64, p *prepared) error {
	for i, c := range p.claims {
		if err := b.rows.insert(ctx, `claim (report, place, body)`, id, i, c); err != nil {
			return err
		}
	}
	for i, t := range p.tenures {
		if err := b.rows.insert(ctx, `tenure (report, place, country, body)`, id, i, p.Reading.People[i].Country, t); err != nil {
			return err
		}
	}
	b.later("report_words", id, record.Fold(p.Report.Title+"\n"+p.Report.Text))
	return nil
}

// clearReport takes out what hangs on a report, all but its mentions.
func (b *batch) clearReport(ctx context.Context, id int64) error {
	for _, q := range []string{
		`DELETE FROM claim WHERE report = ?`,
		`DELETE FROM tenure WHERE report = ?`,
		`DELETE FROM part WHERE child IN (SELECT id FROM mention WHERE report = ?)`,
		b.st.dialect.Unindex("report_words"),
	} {
		if err := b.st.exec(ctx, q, id); err != nil {
			return err
		}
	}
	return nil
}

// writeParts writes which engagements of a report are parts of others of it.
func (b *batch) writeParts(ctx context.Context, p *prepared) error {
	for _, part := range p.parts {
		child, parent := b.shelf.ids[p.mentions[part.Child].Ref], b.shelf.ids[p.mentions[part.Parent].Ref]
		if err := b.rows.insert(ctx, `part (child, parent)`, child, parent); err != nil {
			return err
		}
	}
	return nil
}
