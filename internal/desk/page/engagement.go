package page

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

type engagementPage struct {
	*view
	E         record.Engagement
	Excerpts  []excerpt
	Series    string // address of the series that it is of, or empty
	Write     bool
	By        string // who signed last
	SetFields []string
}

// excerpt is those paragraphs of a report that an engagement rests on, with
// the words marked.
type excerpt struct {
	Mention    record.Mention
	Paragraphs [][]Segment
	Carriers   []record.Mention // reports with the same text
}

func (s *Server) engagement(ctx context.Context, v *view, r *http.Request) (answer, error) {
	e, err := s.store.Engagement(ctx, r.PathValue("eid"))
	if errors.Is(err, store.ErrNotFound) {
		return answer{}, notHere{"The record has no engagement with this name. It may have got another one since: an earlier report of it has come in, or somebody merged it with another."}
	}
	if err != nil {
		return answer{}, err
	}
	p := engagementPage{view: v, E: e, Write: s.write, By: remembered(r), SetFields: record.SetFields, Series: seriesOf(e)}
	for _, m := range e.Mentions {
		if _, copied := e.Copies[m.Report]; copied {
			continue // it stands with the report that it copies
		}
		rep, err := s.store.Report(ctx, m.Report)
		if err != nil {
			return answer{}, fmt.Errorf("report %s of engagement %s: %w", m.Report, e.EID, err)
		}
		p.Excerpts = append(p.Excerpts, excerpt{m, marked(Paragraphs(rep.Text, s.evidence(m.Said, ""))), e.Carriers(m.Report)})
	}
	return answer{template: "engagement", title: s.names.Headline(wording.Of(e)), shows: p}, nil
}

// evidence gives the marks of an engagement, with what was read in each; href is
// where they lead, or empty.
func (s *Server) evidence(e reading.Engagement, href string) []Mark {
	var marks []Mark
	for _, span := range e.Evidence {
		m := Mark{Start: span.Start, End: span.End, Class: string(e.Kind), Title: string(e.Kind) + ", " + string(e.Status), Href: href}
		if span.Field != "" {
			m.Title = span.Field + " of the " + string(e.Kind)
		}
		switch span.Field {
		case "parties":
			if p, ok := personIn(span.Quote, e.Parties); ok {
				m.Class, m.Title = "person", s.names.Party(p)
				if p.Office != "" {
					m.Title += ", " + p.Office
				}
				m.Title += ": " + string(p.Role) + " of the " + string(e.Kind)
			}
		case "place", "country":
			m.Class = "place"
			if where := s.names.Place(wording.Subject{Country: e.Country, Place: e.Place}); where != "" {
				m.Title = where + ": " + m.Title
			}
		case "when":
			m.Class = "time"
			m.Title = wording.When(e.When) + ": time of the " + string(e.Kind)
		}
		marks = append(marks, m)
	}
	return marks
}

// personIn gives the party of whom the family name stands in some words.
func personIn(words string, parties []reading.Party) (reading.Party, bool) {
	for _, p := range parties {
		if names := strings.Fields(p.Person); len(names) > 0 && strings.Contains(record.Fold(words), record.Fold(names[len(names)-1])) {
			return p, true
		}
	}
	return reading.Party{}, false
}

// marked keeps the paragraphs that have a mark.
func marked(paragraphs [][]Segment) [][]Segment {
	var out [][]Segment
	for _, p := range paragraphs {
		for _, segment := range p {
			if len(segment.Marks) > 0 {
				out = append(out, p)
				break
			}
		}
	}
	return out
}
