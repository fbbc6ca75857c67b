package page

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/search"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// hits is how many engagements a page of a search shows, and how many reports.
const (
	hits        = 50
	reportsHits = 10
)

type searchPage struct {
	*view
	Query       string
	Kinds       []reading.Kind // to filter by
	Statuses    []reading.Status
	Wrong       string // what is wrong with the query, in words
	Terms       [][2]string
	Found       int
	More        bool // there are more than search.Most
	Engagements []record.Engagement
	Reports     []store.Listed
	Facets      []facet
	Earlier     string // addresses of the pages beside this one, or empty
	Later       string
}

// facet is the values of one term, each leading to the narrower search.
type facet struct {
	Name   string
	Values []narrower
}

type narrower struct {
	Href, Text string
	N          int
}

// filters are the fields of the form that stand for terms of a query.
var filters = []string{"kind", "status", "who", "country", "since", "until", "outlet", "confidence"}

// filtered leads from what was chosen in the fields of the form to the query
// that says the same, so that a search has one address.
func (s *Server) filtered(w http.ResponseWriter, r *http.Request) {
	form := r.URL.Query()
	chosen := false
	q := search.Query{Text: strings.TrimSpace(form.Get("q"))}
	for _, name := range filters {
		for _, value := range form[name] {
			chosen = true
			if value = strings.TrimSpace(value); value != "" {
				q.Text = q.With(name, value)
			}
		}
	}
	if chosen {
		http.Redirect(w, r, searchAddress(q.Text, 0), http.StatusSeeOther)
		return
	}
	s.page(s.search)(w, r)
}

func (s *Server) search(ctx context.Context, v *view, r *http.Request) (answer, error) {
	text := r.URL.Query().Get("q")
	p := searchPage{view: v, Query: text, Terms: search.Terms, Kinds: search.Kinds, Statuses: search.Statuses}
	a := answer{template: "search", title: "Search"}
	if text == "" {
		a.shows = p
		return a, nil
	}
	q, err := search.Parse(text)
	if err != nil {
		p.Wrong = err.Error()
		a.shows = p
		return a, nil
	}
	q.Cards = true
	found, err := q.Find(ctx, s.register, 0)
	if err != nil {
		return a, err
	}
	if p.Reports, err = q.Reports(ctx, s.store, reportsHits); err != nil {
		return a, err
	}
	p.Found, p.More = len(found.Engagements), found.More
	from, err := strconv.Atoi(r.URL.Query().Get("from"))
	if err != nil || from < 0 || from > p.Found {
		from = 0
	}
	p.Engagements = first(found.Engagements[from:], hits)
	if from > 0 {
		p.Earlier = searchAddress(text, max(0, from-hits))
	}
	if from+hits < p.Found {
		p.Later = searchAddress(text, from+hits)
	}
	for _, f := range found.Facets {
		shown := facet{Name: f.Name}
		for _, c := range f.Values {
			say := c.Value
			switch f.Name {
			case "who":
				say = s.names(c.Value)
			case "confidence":
				say = "at least " + c.Value
			}
			shown.Values = append(shown.Values, narrower{searchAddress(q.With(f.Name, c.Value), 0), say, c.N})
		}
		p.Facets = append(p.Facets, shown)
	}
	a.title, a.shows = "Search: "+text, p
	return a, nil
}

// searchAddress is where the answer to a query stands.
func searchAddress(query string, from int) string {
	address := "/search?q=" + url.QueryEscape(query)
	if from > 0 {
		address += "&from=" + strconv.Itoa(from)
	}
	return address
}
