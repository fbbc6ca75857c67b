package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Most is how many engagements a search looks at: enough for any question that
// a person reads the answer to, few enough to answer at once.
const Most = 2000

// Found is the answer to a query.
type Found struct {
	Engagements []record.Engagement // in the order of the record
	More        bool                // the record has more than Most for it
	Facets      []Facet
}

// Facet counts the engagements found by one thing that they have; those of the
// confidence have at least so much.
type Facet struct {
	Name   string // the term of the query: "kind"
	Values []Count
}

// Count is how many engagements have a value.
type Count struct {
	Value string
	N     int
}

// Source gives the engagements that a filter lets through: a record, or a
// register of one.
type Source interface {
	Engagements(ctx context.Context, f store.Filter) ([]record.Engagement, error)
}

// Find gives the engagements that the query lets through, of reports published
// until a day; 0 counts all.
func (q Query) Find(ctx context.Context, s Source, until edtf.Day) (Found, error) {
	f := q.filter
	f.AsOf, f.Limit, f.Cards = until, Most+1, q.Cards
	es, err := s.Engagements(ctx, f)
	if err != nil {
		return Found{}, fmt.Errorf("searching the record: %w", err)
	}
	found := Found{More: len(es) > Most}
	for _, e := range es[:min(len(es), Most)] {
		if q.fits(&e) {
			found.Engagements = append(found.Engagements, e)
		}
	}
	found.Facets = facets(found.Engagements)
	return found, nil
}

// Reports gives reports whose text has the query's words, the newest first.
func (q Query) Reports(ctx context.Context, s store.Store, limit int) ([]store.Listed, error) {
	if q.Words == "" {
		return nil, nil
	}
	f := store.ReportFilter{Text: q.Words, Limit: limit}
	if q.from != edtf.MinDay {
		f.From = q.from
	}
	if q.to != edtf.MaxDay {
		f.To = q.to
	}
	out, err := s.Reports(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("searching the reports: %w", err)
	}
	return out, nil
}

// fits says whether an engagement is what the terms ask for that the store
// does not look at.
func (q Query) fits(e *record.Engagement) bool {
	for _, r := range q.roles {
		if !slices.ContainsFunc(e.Parties, func(p reading.Party) bool {
			return p.Role == r.role && (r.party.Code != "" && p.Country == r.party.Code || r.party.Code == "" && p.Person != "" && record.SamePerson(p.Person, r.party.Person))
		}) {
			return false
		}
	}
	for _, person := range q.people {
		if !e.Names(person) {
			return false
		}
	}
	for _, place := range q.places {
		if !strings.Contains(record.Fold(e.Place), place) {
			return false
		}
	}
	return (len(q.countries) == 0 || slices.Contains(q.countries, e.Country)) && e.Confidence >= q.confidence && q.published(e)
}

// published says whether one of the outlets asked for tells of the engagement.
func (q Query) published(e *record.Engagement) bool {
	return len(q.outlets) == 0 || slices.ContainsFunc(e.Mentions, func(m record.Mention) bool { return slices.Contains(q.outlets, record.Fold(m.Outlet)) })
}

// shown is how many values of a facet are given, those with the most first.
const shown = 10

func facets(es []record.Engagement) []Facet {
	counts := map[string]map[string]int{}
	add := func(facet, value string) {
		if value == "" {
			return
		}
		if counts[facet] == nil {
			counts[facet] = map[string]int{}
		}
		counts[facet][value]++
	}
	for i := range es {
		e := &es[i]
		add("kind", string(e.Kind))
		add("status", string(e.Status))
		for _, c := range e.Countries() {
			add("who", c)
		}
		if first, _, ok := e.When.Bounds(); ok && first != edtf.MinDay {
			add("on", fmt.Sprintf("%04d", first.Year()))
		}
		for _, least := range []float64{0.9, 0.7, 0.5} {
			if e.Confidence >= least {
				add("confidence", strconv.FormatFloat(least, 'f', 1, 64))
			}
		}
		var outlets []string
		for _, m := range e.Mentions {
			outlets = append(outlets, m.Outlet)
		}
		slices.Sort(outlets)
		for _, o := range slices.Compact(outlets) {
			add("outlet", o)
		}
	}
	var out []Facet
	for _, name := range []string{"kind", "status", "who", "on", "outlet", "confidence"} {
		f := Facet{Name: name}
		for value, n := range counts[name] {
			f.Values = append(f.Values, Count{value, n})
		}
		slices.SortFunc(f.Values, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
		f.Values = f.Values[:min(len(f.Values), shown)]
		if len(f.Values) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// With gives the text of the query with one more term.
func (q Query) With(name, value string) string {
	value = strings.ReplaceAll(value, `"`, "")
	if strings.ContainsAny(value, " \t") {
		value = `"` + value + `"`
	}
	return strings.TrimSpace(q.Text + " " + name + ":" + value)
}
