package assistant

import (
	"context"
	"errors"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/search"
)

// Sought is what is looked for.
type Sought struct {
	Query  string   `json:"query,omitempty" jsonschema:"words that all stand in names, places or events (reports are searched for them too), and terms such as host:IND visitor:RUS place:Geneva is:conflict"`
	Kind   []string `json:"kind,omitempty" jsonschema:"one of these: visit, meeting, call, summit, invitation, award, agreement, arrangement"`
	Status []string `json:"status,omitempty" jsonschema:"one of these: proposed, planned, held, postponed, cancelled"`
	Who    []string `json:"who,omitempty" jsonschema:"all of these take part: countries or organisations by any usual name or code, or people"`
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

// text gives what is looked for as one query.
func (q *Sought) text() string {
	terms := []string{q.Query}
	add := func(name string, values ...string) {
		for _, v := range values {
			if v = strings.ReplaceAll(v, `"`, " "); strings.TrimSpace(v) != "" {
				terms = append(terms, name+`:"`+v+`"`)
			}
		}
	}
	add("kind", q.Kind...)
	add("status", q.Status...)
	add("who", q.Who...)
	add("since", q.From)
	add("until", q.To)
	add("outlet", q.Outlet)
	return strings.TrimSpace(strings.Join(terms, " "))
}

func (d *desk) search(ctx context.Context, s Sought) (Results, error) {
	if _, err := between(s.From, s.To); err != nil {
		return Results{}, err
	}
	text := s.text()
	if text == "" {
		return Results{}, errors.New("query: say what to look for; timeline lists everything")
	}
	q, err := search.Parse(text)
	if err != nil {
		return Results{}, err
	}
	_, _, until, err := d.asked(ctx, Asked{AsOf: s.AsOf})
	if err != nil {
		return Results{}, err
	}
	var from search.Source = d.Store
	if d.Register != nil {
		from, q.Cards = d.Register, true
	}
	found, err := q.Find(ctx, from, until)
	if err != nil {
		return Results{}, err
	}
	most := limit(s.Limit)
	p := d.prover(ctx, until)
	out := Results{Engagements: p.some(found.Engagements, most), Reports: []Listed{}, More: found.More || len(found.Engagements) > most}
	if p.err != nil {
		return Results{}, p.err
	}
	reports, err := q.Reports(ctx, d.Store, most)
	if err != nil {
		return Results{}, err
	}
	for _, r := range reports {
		if until == 0 || r.Published <= until {
			out.Reports = append(out.Reports, Listed{r.ID, r.Outlet, r.Published.String(), r.Title, r.Snippet})
		}
	}
	return out, nil
}
