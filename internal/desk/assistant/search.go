package assistant

import (
	"context"
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/store"
)

// Sought is what is looked for.
type Sought struct {
	Words  string   `json:"words,omitempty" jsonschema:"words that all stand in names, places or events; reports are searched for them too"`
	Kind   []string `json:"kind,omitempty" jsonschema:"one of these: visit, meeting, call, summit, invitation, award, agreement, arrangement"`
	Status []string `json:"status,omitempty" jsonschema:"one of these: proposed, planned, held, postponed, cancelled"`
	Who    []string `json:"who,omitempty" jsonschema:"all of these take part: countries or organisations by any usual name or code, at most one person"`
	From   string   `json:"from,omitempty" jsonschema:"it can be on this day or later, YYYY-MM-DD"`
	To     string   `json:"to,omitempty" jsonschema:"it can be on this day or before, YYYY-MM-DD"`
	Outlet string   `json:"outlet,omitempty" jsonschema:"this outlet tells of it"`
	AsOf   string   `json:"as_of,omitempty" jsonschema:"as the reports published until this day tell it, YYYY-MM-DD"`
	Limit  int      `json:"limit,omitempty" jsonschema:"at most so many of each, 1 to 100; default 20"`
}

// Results is what was found.
type Results struct {
	Engagements []Engagement `json:"engagements" jsonschema:"in the order of time"`
	Reports     []Listed     `json:"reports" jsonschema:"whose text has the words, the newest first"`
	More        bool         `json:"more" jsonschema:"there are more; narrow the search"`
}

// Listed is a report found by its words.
type Listed struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published"`
	Title     string `json:"title,omitempty"`
	Snippet   string `json:"snippet"`
}

var (
	kinds    = []reading.Kind{reading.Visit, reading.Meeting, reading.Call, reading.Summit, reading.Invitation, reading.Award, reading.Agreement, reading.Arrangement}
	statuses = []reading.Status{reading.Proposed, reading.Planned, reading.Held, reading.Postponed, reading.Cancelled}
)

func (d *desk) search(ctx context.Context, q Sought) (Results, error) {
	f := store.Filter{Text: q.Words, Outlet: q.Outlet, Limit: limit(q.Limit) + 1}
	var err error
	if f.Kinds, err = oneOf("kind", q.Kind, kinds); err != nil {
		return Results{}, err
	}
	if f.Statuses, err = oneOf("status", q.Status, statuses); err != nil {
		return Results{}, err
	}
	for _, w := range q.Who {
		p, err := who.Find([]string{w})
		switch {
		case err != nil:
			return Results{}, fmt.Errorf("who: %w", err)
		case p[0].Code != "":
			f.Countries = append(f.Countries, p[0].Code)
		case f.Person != "":
			return Results{}, fmt.Errorf("who: %q and %q are two people; search for one of them, or ask for the timeline of both", f.Person, p[0].Person)
		default:
			f.Person = p[0].Person
		}
	}
	if f.When, err = between(q.From, q.To); err != nil {
		return Results{}, err
	}
	if _, _, f.AsOf, err = d.asked(ctx, Asked{AsOf: q.AsOf}); err != nil {
		return Results{}, err
	}
	return d.find(ctx, f)
}

// find asks the record. It is the one place that knows how it is searched.
func (d *desk) find(ctx context.Context, f store.Filter) (Results, error) {
	most := f.Limit - 1
	es, err := d.Store.Engagements(ctx, f)
	if err != nil {
		return Results{}, err
	}
	out := Results{Engagements: d.some(es, most), Reports: []Listed{}, More: len(es) > most}
	if f.Text == "" {
		return out, nil
	}
	reports, err := d.Store.Reports(ctx, store.ReportFilter{Text: f.Text, Outlet: f.Outlet, To: f.AsOf, Limit: f.Limit})
	if err != nil {
		return Results{}, err
	}
	out.More = out.More || len(reports) > most
	for _, r := range reports[:min(len(reports), most)] {
		out.Reports = append(out.Reports, Listed{r.ID, r.Outlet, r.Published.String(), r.Title, r.Snippet})
	}
	return out, nil
}

// oneOf checks words that must be of a few.
func oneOf[T ~string](what string, words []string, all []T) (out []T, err error) {
	for _, w := range words {
		found := false
		for _, a := range all {
			if string(a) == w {
				out, found = append(out, a), true
			}
		}
		if !found {
			return nil, fmt.Errorf("%s: %q is none of %v", what, w, all)
		}
	}
	return out, nil
}
