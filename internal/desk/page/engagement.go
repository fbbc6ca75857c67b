package page

import (
	"context"
	"errors"
	"fmt"
	"net/http"

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
		p.Excerpts = append(p.Excerpts, excerpt{m, marked(Paragraphs(rep.Text, evidence(m.Said, ""))), e.Carriers(m.Report)})
	}
	return answer{template: "engagement", title: s.names.Headline(wording.Of(e)), shows: p}, nil
}

// evidence gives the marks of an engagement; href is where they lead, or empty.
func evidence(e reading.Engagement, href string) []Mark {
	var marks []Mark
	for _, span := range e.Evidence {
		title := string(e.Kind) + ", " + string(e.Status)
		if span.Field != "" {
			title = span.Field + " of the " + string(e.Kind)
		}
		marks = append(marks, Mark{Start: span.Start, End: span.End, Class: string(e.Kind), Title: title, Href: href})
	}
	return marks
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
