package page

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

type reportPage struct {
	*view
	Report      report.Report
	Link        string // address of the original, if it is a web address
	Paragraphs  [][]Segment
	Legend      []string // what is marked, in the order of its first mark
	Engagements []record.Engagement
	Claims      []reading.Claim
	Carriers    []record.Mention // one of each report with the same text
}

func (s *Server) report(ctx context.Context, v *view, r *http.Request) (answer, error) {
	id := r.PathValue("id")
	rep, err := s.store.Report(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return answer{}, notHere{"The record has no report with this id."}
	}
	if err != nil {
		return answer{}, err
	}
	says, err := s.store.Reading(ctx, id)
	if err != nil {
		return answer{}, err
	}
	es, err := s.store.Engagements(ctx, store.Filter{Report: id})
	if err != nil {
		return answer{}, err
	}
	marks := s.reportMarks(says, es)
	p := reportPage{view: v, Report: rep, Link: webAddress(rep.URL), Engagements: es, Claims: says.Claims, Paragraphs: Paragraphs(rep.Text, marks)}
	for _, e := range es {
		for _, m := range e.Carriers(id) {
			if !slices.ContainsFunc(p.Carriers, func(x record.Mention) bool { return x.Report == m.Report }) {
				p.Carriers = append(p.Carriers, m)
			}
		}
	}
	for _, m := range marks {
		if !slices.Contains(p.Legend, m.Class) {
			p.Legend = append(p.Legend, m.Class)
		}
	}
	title := rep.Title
	if title == "" {
		title = "Report " + rep.ID
	}
	return answer{template: "report", title: title, shows: p}, nil
}

// reportMarks marks everything that was read in a report; what is an
// engagement leads to its page.
func (s *Server) reportMarks(says reading.Reading, es []record.Engagement) []Mark {
	pages := map[int]string{} // index in the reading to address
	for _, e := range es {
		for _, m := range e.Mentions {
			if m.Report == says.ID {
				pages[m.Index] = "/engagement/" + url.PathEscape(e.EID)
			}
		}
	}
	var marks []Mark
	for i, e := range says.Engagements {
		marks = append(marks, s.evidence(e, pages[i])...)
	}
	for _, p := range says.People {
		marks = append(marks, Mark{Start: p.Start, End: p.End, Class: "person", Title: s.names.Party(reading.Party{Country: p.Country, Person: p.Person}) + ", " + p.Office})
	}
	for _, t := range says.Times {
		marks = append(marks, Mark{Start: t.Start, End: t.End, Class: "time", Title: t.Type + " " + t.Value})
	}
	for _, c := range says.Claims {
		marks = append(marks, Mark{Start: c.Start, End: c.End, Class: "claim", Title: "claim: " + string(c.Type) + " " + c.Value})
	}
	return marks
}

// webAddress gives an address only if it is one of the web, so that no link
// runs a script.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
