package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/source"
	"github.com/chancery-project/chancery/internal/store"
)

// given is what a person gives to be read.
type given struct {
	Text      string // pasted, or of the file
	Address   string // of a page or feed
	Published string
	Title     string
	Outlet    string
}

// readings is how many reports of one input are shown before they are added.
const readings = 20

type addPage struct {
	*view
	Write   bool
	Given   given
	Wrong   string
	Reports []previewed
	More    int // reports beyond those shown
}

// previewed is a report with what is read in it, before it is added.
type previewed struct {
	Report      report.Report
	Paragraphs  [][]Segment
	Engagements []record.Engagement // as if the record held this report alone
	Claims      []reading.Claim
}

func (s *Server) addForm(_ context.Context, v *view, _ *http.Request) (answer, error) {
	return answer{template: "add", title: "Add", shows: addPage{view: v, Write: s.write}}, nil
}

// preview reads what a form gives and shows it; with "add" it goes into the
// record.
func (s *Server) preview(w http.ResponseWriter, r *http.Request) error {
	v, err := s.view(r)
	if err != nil {
		return err
	}
	v.Title = "Add"
	p := addPage{view: v, Write: s.write}
	if p.Given, err = s.given(r); err != nil {
		return err
	}
	entries, err := s.read(r.Context(), p.Given)
	if err != nil {
		var wrong mistake
		if !errors.As(err, &wrong) {
			return err
		}
		p.Wrong = wrong.what
		s.send(w, r, http.StatusUnprocessableEntity, "add", p)
		return nil
	}
	if r.PostFormValue("do") == "add" {
		if _, err := s.store.Add(r.Context(), entries); err != nil {
			return fmt.Errorf("adding: %w", err)
		}
		to := "/"
		if len(entries) == 1 {
			to = "/report/" + strings.ReplaceAll(url.PathEscape(entries[0].Report.ID), "%2F", "/")
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	}
	for _, e := range first(entries, readings) {
		shown, err := s.show(e)
		if err != nil {
			return err
		}
		p.Reports = append(p.Reports, shown)
	}
	p.More = len(entries) - len(p.Reports)
	s.send(w, r, http.StatusOK, "add", p)
	return nil
}

// given takes what the form has; a file counts as its text.
func (s *Server) given(r *http.Request) (g given, err error) {
	g = given{
		Text: r.PostFormValue("text"), Address: strings.TrimSpace(r.PostFormValue("address")), Published: strings.TrimSpace(r.PostFormValue("published")),
		Title: strings.TrimSpace(r.PostFormValue("title")), Outlet: strings.TrimSpace(r.PostFormValue("outlet")),
	}
	defer func() { g.Text = strings.ReplaceAll(g.Text, "\r\n", "\n") }() // as forms send line ends
	file, _, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return g, nil
	}
	if err != nil {
		return g, fmt.Errorf("opening the file of the form: %w", err)
	}
	defer file.Close()
	body, err := io.ReadAll(file)
	if err != nil {
		return g, fmt.Errorf("reading the file of the form: %w", err)
	}
	if len(body) > 0 {
		g.Text = string(body)
	}
	return g, nil
}

// read reads the reports that are given. What cannot be read is a mistake of
// the giver.
func (s *Server) read(ctx context.Context, g given) ([]store.Entry, error) {
	opt, input := source.Options{Stdin: strings.NewReader(g.Text), AllowPrivate: s.private}, "-"
	switch {
	case g.Address != "":
		input = g.Address
		if webAddress(input) == "" {
			return nil, mistake{"The address must begin with http:// or https://."}
		}
	case strings.TrimSpace(g.Text) == "":
		return nil, mistake{"Paste a text, choose a file, or name an address."}
	}
	if g.Published != "" {
		day, err := edtf.ParseDay(g.Published)
		if err != nil {
			return nil, mistake{"The publication date: " + err.Error() + "."}
		}
		opt.Published = &day
	}
	reader, err := reading.New()
	if err != nil {
		return nil, fmt.Errorf("loading the reader: %w", err)
	}
	var entries []store.Entry
	for r, err := range source.Open(ctx, []string{input}, opt) {
		if errors.Is(err, report.ErrNoDate) {
			return nil, mistake{"The text has no publication date of its own: say below when it was published."}
		}
		if err != nil {
			return nil, mistake{err.Error() + "."}
		}
		if r.Title == "" {
			r.Title = g.Title
		}
		if r.Outlet == "" {
			r.Outlet = g.Outlet
		}
		says, err := reader.Read(r)
		if err != nil {
			return nil, fmt.Errorf("reading report %s: %w", r.ID, err)
		}
		entries = append(entries, store.Entry{Report: *r, Reading: *says, Reader: reading.Version})
	}
	if len(entries) == 0 {
		return nil, mistake{"There is no report in it."}
	}
	return entries, nil
}

// show marks what is read in a report that the record need not have.
func (s *Server) show(e store.Entry) (previewed, error) {
	mentions, err := record.Mentions(e.Reading, 0)
	if err != nil {
		return previewed{}, err
	}
	p := previewed{Report: e.Report, Claims: e.Reading.Claims, Paragraphs: Paragraphs(e.Report.Text, s.reportMarks(e.Reading, nil))}
	for i := range mentions {
		p.Engagements = append(p.Engagements, record.Assemble(mentions[i:i+1], nil))
	}
	record.Sort(p.Engagements)
	return p, nil
}
