package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/readout"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// slowest is how long a client may take to send one report.
const slowest = 15 * time.Second

// reports registers what gives, takes and reads reports.
func (s *server) reports() {
	huma.Register(s.api, huma.Operation{
		OperationID: "list-reports", Method: "GET", Path: "/api/v1/reports", Tags: []string{"Reports"},
		Summary: "List reports", Description: "Reports without their text, the newest first.",
	}, s.listReports)
	huma.Register(s.api, huma.Operation{
		OperationID: "get-report", Method: "GET", Path: "/api/v1/reports/{id}", Tags: []string{"Reports"},
		Summary: "Get one report", Description: "A report with its text, what was read in it, and the engagements of the record that rest on it. A slash in an id is written %2F.",
		Errors: []int{404},
	}, s.getReport)
	huma.Register(s.api, s.writes(guard.Add, huma.Operation{
		OperationID: "add-report", Method: "POST", Path: "/api/v1/reports", Tags: []string{"Reports"},
		Summary: "Add one report", Description: "Reads a report into the record. The same report again changes nothing; one with the id of another replaces it.",
		DefaultStatus: http.StatusOK, MaxBodyBytes: s.Limits.Report, BodyReadTimeout: slowest, Errors: []int{413, 422},
	}), s.addReport)
	huma.Register(s.api, huma.Operation{
		OperationID: "read-report", Method: "POST", Path: "/api/v1/read", Tags: []string{"Reports"},
		Summary: "Say what a text tells", Description: "Like 'chancery read': engagements, times and claims with the words they rest on. Nothing is kept, and no token is needed.",
		MaxBodyBytes: s.Limits.Report, BodyReadTimeout: slowest, Errors: []int{413, 422},
	}, s.read)
	s.bulk()
}

// listed is a report without its text.
type listed struct {
	ID        string     `json:"id"`
	Kind      store.Kind `json:"kind" enum:"news,dataset"`
	Outlet    string     `json:"outlet"`
	URL       string     `json:"url"`
	Published string     `json:"published" format:"date"`
	Title     string     `json:"title"`
	Snippet   string     `json:"snippet" doc:"Words around what was searched for, or the beginning."`
}

func (s *server) listReports(ctx context.Context, in *struct {
	Words  string `query:"q" maxLength:"500" doc:"All of these words stand in title or text; \"quoted words\" together."`
	Outlet string `query:"outlet" maxLength:"200" doc:"Of this outlet, by its name as the reports have it."`
	Kind   string `query:"kind" enum:"news,dataset"`
	From   string `query:"from" format:"date" doc:"Published on this day or later."`
	To     string `query:"to" format:"date" doc:"Published on this day or before."`
	Paged
}) (*listOutput[listed], error) {
	f := store.ReportFilter{Text: in.Words, Outlet: in.Outlet, Kind: store.Kind(in.Kind), Limit: in.Limit + 1}
	if _, err := between(in.From, in.To); err != nil {
		return nil, err
	}
	f.From, _ = edtf.ParseDay(in.From) // 0 where it is empty; between has checked it
	f.To, _ = edtf.ParseDay(in.To)
	of := question("reports", in.Words, in.Outlet, in.Kind, in.From, in.To)
	c, err := parseCursor(in.Cursor, of)
	if err != nil {
		return nil, err
	}
	if c != nil {
		f.After = &store.ReportPlace{Published: c.Day, ID: c.ID}
	}
	found, err := s.Store.Reports(ctx, f)
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	l := listOf[store.Listed]{Items: found[:min(len(found), in.Limit)]}
	if len(found) > in.Limit {
		last := found[in.Limit-1]
		l.Next = cursor{Of: of, Day: last.Published, ID: last.ID}.String()
	}
	return shown(l, func(reports []store.Listed) (out []listed) {
		for _, r := range reports {
			out = append(out, listedOf(r))
		}
		return out
	}), nil
}

// whole is a report with what was read in it.
type whole struct {
	ID          string              `json:"id"`
	Outlet      string              `json:"outlet"`
	URL         string              `json:"url"`
	Published   string              `json:"published" format:"date"`
	Title       string              `json:"title"`
	Text        string              `json:"text"`
	Reading     as[reading.Reading] `json:"reading"`
	Engagements []string            `json:"engagements" nullable:"false" doc:"Eids of the engagements that rest on it."`
}

func (s *server) getReport(ctx context.Context, in *struct {
	ID string `path:"id" maxLength:"1000"`
}) (*struct{ Body whole }, error) {
	r, err := s.Store.Report(ctx, in.ID)
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	says, err := s.Store.Reading(ctx, in.ID)
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	es, err := s.Store.Engagements(ctx, store.Filter{Report: in.ID})
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	text, err := said(&r, &says)
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	out := whole{r.ID, r.Outlet, r.URL, r.Published.String(), r.Title, r.Text, text, []string{}}
	for _, e := range es {
		out.Engagements = append(out.Engagements, e.EID)
	}
	return &struct{ Body whole }{out}, nil
}

// said writes a reading as 'chancery read' does.
func said(r *report.Report, says *reading.Reading) (as[reading.Reading], error) {
	line, err := readout.JSONL(nil, r, says)
	return as[reading.Reading]{json.RawMessage(line)}, err
}

// newReport is a report as a client sends it.
type newReport struct {
	ID        string `json:"id,omitempty" maxLength:"1000" doc:"By default a hash of the content."`
	Outlet    string `json:"outlet,omitempty" maxLength:"200"`
	URL       string `json:"url,omitempty" maxLength:"2000"`
	Published string `json:"published" doc:"Day of publication, YYYY-MM-DD." example:"2024-05-14"`
	Title     string `json:"title,omitempty"`
	Text      string `json:"text,omitempty"`
}

// report checks a report as any other input is checked.
func (n *newReport) report() (*report.Report, error) {
	r := &report.Report{ID: n.ID, Outlet: n.Outlet, URL: n.URL, Title: n.Title, Text: n.Text}
	in := &report.Input{Name: "request"}
	if f := in.Admit(r, "", n.Published); f != nil {
		if f.Kind == report.ErrNoDate || strings.HasPrefix(f.Reason, "publication") {
			return nil, invalid("body.published", n.Published, f.Reason)
		}
		return nil, invalid("body", nil, f.Reason)
	}
	return r, nil
}

// outcome is what came of adding a report.
type outcome struct {
	ID          string   `json:"id"`
	Outcome     string   `json:"outcome" enum:"new,changed,same" doc:"same: the record had it already."`
	Engagements []string `json:"engagements" nullable:"false" doc:"Eids of the engagements that are new or changed."`
	Gone        []string `json:"gone" nullable:"false" doc:"Eids that are no more: the engagement has another name now, or none."`
}

// add reads one report into the record.
func (s *server) add(ctx context.Context, r *report.Report) (outcome, error) {
	entry, err := s.Readers.Entry(ctx, r)
	if err != nil {
		return outcome{}, err
	}
	added, err := s.Store.Add(ctx, []store.Entry{entry})
	if err != nil {
		return outcome{}, err
	}
	out := outcome{ID: r.ID, Outcome: "same", Engagements: list(added.Engagements), Gone: list(added.Gone)}
	switch {
	case added.New > 0:
		out.Outcome = "new"
	case added.Changed > 0:
		out.Outcome = "changed"
	}
	return out, nil
}

type addOutput struct {
	Status   int
	Location string `header:"Location"`
	Body     outcome
}

func (s *server) addReport(ctx context.Context, in *struct{ Body newReport }) (*addOutput, error) {
	r, err := in.Body.report()
	if err != nil {
		return nil, err
	}
	o, err := s.add(ctx, r)
	if err != nil {
		return nil, s.problem(ctx, fmt.Errorf("adding a report: %w", err), "report")
	}
	out := &addOutput{Status: http.StatusOK, Location: "/api/v1/reports/" + url.PathEscape(o.ID), Body: o}
	if o.Outcome == "new" {
		out.Status = http.StatusCreated
	}
	return out, nil
}

func (s *server) read(ctx context.Context, in *struct{ Body newReport }) (*struct{ Body as[reading.Reading] }, error) {
	r, err := in.Body.report()
	if err != nil {
		return nil, err
	}
	entry, err := s.Readers.Entry(ctx, r)
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	text, err := said(r, &entry.Reading)
	if err != nil {
		return nil, s.problem(ctx, err, "report")
	}
	return &struct{ Body as[reading.Reading] }{text}, nil
}

func listedOf(r store.Listed) listed {
	return listed{r.ID, r.Kind, r.Outlet, r.URL, r.Published.String(), r.Title, r.Snippet}
}
