package api

import (
	"context"
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Filtered are the parameters that choose engagements; every one that is given
// must hold.
type Filtered struct {
	Kind       []string `query:"kind,explode" enum:"visit,meeting,call,summit,invitation,award,agreement,arrangement" doc:"One of these kinds."`
	Status     []string `query:"status,explode" enum:"proposed,planned,held,postponed,cancelled" doc:"One of these statuses."`
	Country    []string `query:"country,explode" maxItems:"8" doc:"All of these take part: any usual name or code of a country or organisation."`
	Person     string   `query:"person" maxLength:"200" doc:"Somebody of this name takes part."`
	From       string   `query:"from" format:"date" doc:"It can be on this day or later; what has no date is left out."`
	To         string   `query:"to" format:"date" doc:"It can be on this day or before; what has no date is left out."`
	Outlet     string   `query:"outlet" maxLength:"200" doc:"This outlet tells of it, by its name as the reports have it."`
	Report     string   `query:"report" maxLength:"1000" doc:"This report tells of it."`
	Confidence float64  `query:"confidence" minimum:"0" maximum:"1" doc:"The reading has at least this confidence."`
	Words      string   `query:"q" maxLength:"500" doc:"All of these words stand in its names, places or events."`
	Conflicted bool     `query:"conflicted" doc:"Only where reports disagree."`
	Rejected   bool     `query:"rejected" doc:"Also those of which somebody said that there is no such engagement."`
	AsOf       string   `query:"as_of" format:"date" doc:"As the reports published until this day tell it."`
}

// filter is what chooses engagements: what the store looks at, and the rest.
type filter struct {
	store.Filter
	confidence float64
	with       []string // people besides the filter's
}

func (f *filter) keeps(e *record.Engagement) bool {
	for _, name := range f.with {
		if !e.Names(name) {
			return false
		}
	}
	return e.Confidence >= f.confidence
}

// name names the filter, for cursors.
func (f *filter) name(operation string) string {
	plain := f.Filter
	plain.After, plain.Limit, plain.Offset = nil, 0, 0
	return question(operation, fmt.Sprintf("%+v", plain), f.confidence, fmt.Sprint(f.with))
}

func (s *server) filter(ctx context.Context, q Filtered) (f filter, err error) {
	f.Person, f.Outlet, f.Report, f.Text, f.Conflicted, f.Rejected = strings.TrimSpace(q.Person), q.Outlet, q.Report, q.Words, q.Conflicted, q.Rejected
	f.confidence = q.Confidence
	for _, k := range q.Kind {
		f.Kinds = append(f.Kinds, reading.Kind(k))
	}
	for _, st := range q.Status {
		f.Statuses = append(f.Statuses, reading.Status(st))
	}
	for _, c := range q.Country {
		found, err := who.Find([]string{c})
		if err != nil || found[0].Code == "" {
			return f, invalid("query.country", c, "this is no country or organisation that Chancery knows")
		}
		f.Countries = append(f.Countries, found[0].Code)
	}
	if f.When, err = between(q.From, q.To); err != nil {
		return f, err
	}
	if q.AsOf != "" {
		_, f.AsOf, err = s.moment(ctx, q.AsOf)
	}
	return f, err
}

// about gives the filter of what all of a question's parties take part in.
func (a asked) filter() filter {
	f := filter{Filter: store.Filter{Countries: a.about.Codes(), AsOf: a.until}}
	for _, p := range a.about {
		switch {
		case p.Person == "":
		case f.Person == "":
			f.Person = p.Person
		default:
			f.with = append(f.with, p.Person)
		}
	}
	return f
}

// between gives the interval from one day to another, either of which may be
// empty.
func between(from, to string) (edtf.Date, error) {
	if from == "" && to == "" {
		return "", nil
	}
	first, err := day("query.from", from, edtf.MinDay)
	if err != nil {
		return "", err
	}
	last, err := day("query.to", to, edtf.MaxDay)
	if err != nil {
		return "", err
	}
	if first > last {
		return "", invalid("query.to", to, "this is before from")
	}
	open := func(text string) string {
		if text == "" {
			return ".."
		}
		return text
	}
	return edtf.Date(open(from) + "/" + open(to)), nil
}

// day reads a day; an empty one is the other given.
func day(where, text string, none edtf.Day) (edtf.Day, error) {
	if text == "" {
		return none, nil
	}
	d, err := edtf.ParseDay(text)
	if err != nil {
		return 0, invalid(where, text, err.Error())
	}
	return d, nil
}
