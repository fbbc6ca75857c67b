package feed

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
)

// latest is how many changes a feed has.
const latest = 100

type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle"`
	Updated   string      `xml:"updated"`
	Links     []atomLink  `xml:"link"`
	Author    atomPerson  `xml:"author"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Updated   string       `xml:"updated"`
	Published string       `xml:"published"`
	Links     []atomLink   `xml:"link"`
	Category  atomCategory `xml:"category"`
	Summary   string       `xml:"summary"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// atom writes the latest changes: each step in the life of an engagement, with
// the words of the report that brought it, and what people corrected. A change
// is dated by its report or its signature, and the feed by its latest change, so
// that the bytes follow from the record.
func (s *server) atom(ctx context.Context, out *bytes.Buffer, a asked) (string, error) {
	changes, err := s.changes(ctx, a)
	if err != nil {
		return "", err
	}
	f := atomFeed{
		ID: "urn:chancery:changes", Title: "Chancery: " + a.about.Title("everybody"), Subtitle: "What reports and people changed in the record",
		Updated: moment(0), Author: atomPerson{"Chancery"}, Generator: "Chancery",
		Links: []atomLink{{"self", "application/atom+xml", a.self}, {"alternate", "text/html", a.page()}},
	}
	for _, p := range a.about {
		f.ID += ":" + url.PathEscape(p.Path())
	}
	if f.Entries, err = s.corrections(ctx, a); err != nil {
		return "", err
	}
	seen := map[string]int{}
	for _, c := range changes {
		e := s.entry(a, c)
		seen[e.ID]++
		if n := seen[e.ID]; n > 1 {
			e.ID += fmt.Sprint(":", n)
		}
		f.Entries = append(f.Entries, e)
	}
	slices.SortStableFunc(f.Entries, func(x, y atomEntry) int { return strings.Compare(y.Updated, x.Updated) })
	if f.Entries = f.Entries[:min(len(f.Entries), latest)]; len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	out.WriteString(xml.Header)
	enc := xml.NewEncoder(out)
	enc.Indent("", " ")
	if err := enc.Encode(f); err != nil {
		return "", fmt.Errorf("writing the feed: %w", err)
	}
	return "application/atom+xml; charset=utf-8", enc.Close()
}

// changes gives the latest changes of what is asked for.
func (s *server) changes(ctx context.Context, a asked) ([]brief.Change, error) {
	if err := s.follow(ctx); err != nil {
		return nil, err
	}
	return s.Register.Changes(ctx, a.about, latest)
}

func (s *server) entry(a asked, c brief.Change) atomEntry {
	e := c.Engagement
	what := "now " + string(c.Step.Status)
	if c.First {
		what = "new, " + string(c.Step.Status)
	}
	lines := []string{fmt.Sprintf("%s, %s: %s.", e.Kind, c.Step.Status, wording.When(c.Step.When))}
	for _, m := range e.Mentions {
		if m.Report != c.Step.Report {
			continue
		}
		said := m.Outlet
		if said == "" {
			said = "Report " + m.Report
		}
		if by := s.Names.Chain(m.Said.Attribution); by != "" {
			said += ", " + by
		}
		if len(m.Said.Evidence) > 0 {
			said += ": " + wording.Quoted(m.Said.Evidence[0].Quote)
		}
		lines = append(lines, said)
		break
	}
	return atomEntry{
		ID:    "urn:chancery:change:" + url.PathEscape(e.EID) + ":" + url.PathEscape(c.Step.Report),
		Title: s.Names.Headline(wording.Of(e)) + " (" + what + ")", Updated: moment(c.Step.Published), Published: moment(c.Step.Published),
		Category: atomCategory{string(e.Kind)}, Summary: strings.Join(lines, "\n"),
		Links: []atomLink{
			{"alternate", "text/html", a.base + "/engagement/" + url.PathEscape(e.EID)},
			{"via", "text/html", a.base + "/report/" + url.PathEscape(c.Step.Report)},
		},
	}
}

// moment writes the beginning of a day as RFC 3339 has it.
func moment(d edtf.Day) string { return d.String() + "T00:00:00Z" }
