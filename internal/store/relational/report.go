package relational

import (
	"context"
	"database/sql"

	"github.com/chancery-project/chancery/internal/record"
)

// writeReport writes a report's rows, all but its mentions. id is 0 for a new
// report.
func (b *batch) writeReport(ctx context.Context, id int64, p *prepared) (int64, error) {
	r := &p.Report
	if id == 0 {
		err := b.st.each(ctx, func(rows *sql.Rows) error { return rows.Scan(&id) },
			`INSERT INTO report (name, hash, kind, outlet, url, published, title, size, text, original, reader, reading, print)
			 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
			r.ID, p.hash, string(p.Kind), r.Outlet, r.URL, int64(r.Published), r.Title, len(r.Text), p.text, p.original, p.Reader, p.rest, p.print.Bytes())
		if err != nil {
			return 0, err
		}
	} else {
		if err := b.clearReport(ctx, id); err != nil {
			return 0, err
		}
		err := b.st.exec(ctx,
			`UPDATE report SET hash = ?, kind = ?, outlet = ?, url = ?, published = ?, title = ?, size = ?, text = ?, original = ?, reader = ?, reading = ?, print = ? WHERE id = ?`,
			p.hash, string(p.Kind), r.Outlet, r.URL, int64(r.Published), r.Title, len(r.Text), p.text, p.original, p.Reader, p.rest, p.print.Bytes(), id)
		if err != nil {
			return 0, err
		}
	}
	for i, c := range p.claims {
		if err := b.rows.insert(ctx, `claim (report, place, body)`, id, i, c); err != nil {
			return 0, err
		}
	}
	for i, t := range p.tenures {
		if err := b.rows.insert(ctx, `tenure (report, place, country, body)`, id, i, p.Reading.People[i].Country, t); err != nil {
			return 0, err
		}
	}
	b.later("report_words", id, record.Fold(r.Title+"\n"+r.Text))
	return id, nil
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
