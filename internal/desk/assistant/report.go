package assistant

import (
	"context"
	"errors"
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// longest is how many bytes a text to read may have.
const longest = 1 << 20

// Wanted is a report of the record, or a text.
type Wanted struct {
	ID        string `json:"id,omitempty" jsonschema:"id of a report of the record"`
	Text      string `json:"text,omitempty" jsonschema:"or a text to read, which is not kept"`
	Published string `json:"published,omitempty" jsonschema:"with a text: its day of publication, YYYY-MM-DD, without which words such as Monday say nothing"`
}

// Said is a report with what it says.
type Said struct {
	ID          string       `json:"id,omitempty"`
	Outlet      string       `json:"outlet,omitempty"`
	URL         string       `json:"url,omitempty"`
	Published   string       `json:"published"`
	Title       string       `json:"title,omitempty"`
	Text        string       `json:"text"`
	Engagements []Engagement `json:"engagements" jsonschema:"what this report alone says"`
	Claims      []Claim      `json:"claims" jsonschema:"what it claims of rank, count, last time or rhythm; check_claim judges it"`
}

// Claim is a claim as a report makes it.
type Claim struct {
	Quote  string `json:"quote"`
	Type   string `json:"type"`
	Value  string `json:"value,omitempty"`
	SaidBy string `json:"said_by,omitempty"`
}

func (d *desk) read(ctx context.Context, q Wanted) (Said, error) {
	var r report.Report
	var says reading.Reading
	var err error
	switch {
	case q.ID != "" && q.Text != "":
		return Said{}, errors.New("give the id of a report or a text, not both")
	case q.ID != "":
		r, says, err = d.kept(ctx, q.ID)
	case q.Text != "":
		r, says, err = d.given(ctx, q)
	default:
		return Said{}, errors.New("give the id of a report of the record, as evidence has it, or a text with its day of publication")
	}
	if err != nil {
		return Said{}, err
	}
	out := Said{ID: q.ID, Outlet: r.Outlet, URL: r.URL, Published: r.Published.String(), Title: r.Title, Text: r.Text, Engagements: []Engagement{}, Claims: []Claim{}}
	for _, e := range says.Engagements {
		m := record.Mention{Report: q.ID, Outlet: r.Outlet, Published: r.Published, Said: e}
		whole := record.Engagement{
			Kind: e.Kind, Parties: e.Parties, Country: e.Country, Place: e.Place, When: e.When, Status: e.Status, Event: e.Event,
			Number: e.Number, Practice: e.Practice, Confidence: e.Confidence, Reports: []string{q.ID}, Mentions: []record.Mention{m},
		}
		out.Engagements = append(out.Engagements, d.engagement(&whole))
	}
	for _, c := range says.Claims {
		out.Claims = append(out.Claims, Claim{c.Quote, string(c.Type), c.Value, d.Names.Chain(c.Attribution)})
	}
	return out, nil
}

func (d *desk) kept(ctx context.Context, id string) (r report.Report, says reading.Reading, err error) {
	if r, err = d.Store.Report(ctx, id); err == nil {
		says, err = d.Store.Reading(ctx, id)
	}
	if errors.Is(err, store.ErrNotFound) {
		err = fmt.Errorf("the record has no report %s; ids stand in the evidence of other tools", wording.Quoted(id))
	}
	return r, says, err
}

func (d *desk) given(ctx context.Context, q Wanted) (r report.Report, says reading.Reading, err error) {
	if len(q.Text) > longest {
		return r, says, fmt.Errorf("text: it is over %s; give a part", report.Size(longest))
	}
	r.Text = q.Text
	in := &report.Input{Name: "text"}
	if f := in.Admit(&r, "", q.Published); f != nil {
		if f.Kind == report.ErrNoDate {
			return r, says, errors.New("published: give the day of publication, YYYY-MM-DD")
		}
		return r, says, errors.New(f.Reason)
	}
	e, err := d.Readers.Entry(ctx, &r)
	return r, e.Reading, err
}
