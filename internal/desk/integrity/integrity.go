// Package integrity looks whether the record is whole: every engagement rests
// on words that stand where it says, and every reading is in an engagement.
//
// In: a record. Out: what is wrong with it, report by report. It changes
// nothing.
package integrity

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// Problem is one thing that is wrong.
type Problem struct {
	Report string `json:"report,omitempty"` // id
	EID    string `json:"eid,omitempty"`
	What   string `json:"what"`
}

func (p Problem) String() string {
	switch {
	case p.EID != "":
		return "engagement " + p.EID + ": " + p.What
	case p.Report != "":
		return "report " + p.Report + ": " + p.What
	}
	return p.What
}

// Checked counts what was looked at.
type Checked struct {
	Reports, Engagements, Spans, Problems int
}

// batch is how many reports are listed at a time.
const batch = 500

// Check goes through the whole record, in memory for a few reports, and calls
// found for every problem, in the order of the reports. progress, which may be
// nil, is told the bytes of text of each report.
func Check(ctx context.Context, s store.Store, found func(Problem), progress func(bytes int)) (Checked, error) {
	c := &checker{ctx: ctx, store: s, reached: map[string]bool{}, named: map[string]bool{}}
	c.found = func(p Problem) {
		c.done.Problems++
		found(p)
	}
	for offset := 0; ; offset += batch {
		list, err := s.Reports(ctx, store.ReportFilter{Limit: batch, Offset: offset})
		if err != nil {
			return c.done, fmt.Errorf("listing the reports: %w", err)
		}
		for _, l := range list {
			size, err := c.report(l.ID)
			if err != nil {
				return c.done, err
			}
			if progress != nil {
				progress(size)
			}
		}
		if len(list) < batch {
			break
		}
	}
	stats, err := s.Stats(ctx)
	if err != nil {
		return c.done, fmt.Errorf("counting: %w", err)
	}
	if stats.Reports != c.done.Reports {
		c.found(Problem{What: fmt.Sprintf("the record counts %d reports and lists %d", stats.Reports, c.done.Reports)})
	}
	if stats.Engagements > len(c.reached) {
		c.found(Problem{What: fmt.Sprintf("%d engagements are in no report", stats.Engagements-len(c.reached))})
	}
	c.done.Engagements = len(c.reached)
	return c.done, nil
}

type checker struct {
	ctx     context.Context
	store   store.Store
	found   func(Problem)
	done    Checked
	reached map[string]bool // eids that reports lead to
	named   map[string]bool // eids whose names were looked up
}

// report checks one report and gives the size of its text.
func (c *checker) report(id string) (int, error) {
	c.done.Reports++
	rep, err := c.store.Report(c.ctx, id)
	if err != nil {
		return 0, c.broken(id, err)
	}
	says, err := c.store.Reading(c.ctx, id)
	if err != nil {
		return 0, c.broken(id, err)
	}
	for i, e := range says.Engagements {
		what := fmt.Sprintf("its %s %d", e.Kind, i+1)
		if len(e.Evidence) == 0 {
			c.found(Problem{Report: id, What: what + " rests on no words"})
		}
		for _, field := range unsupported(&e) {
			c.found(Problem{Report: id, What: what + ": no words support its " + field})
		}
		for _, span := range e.Evidence {
			c.span(rep, what, span.Start, span.End, span.Quote)
		}
	}
	for _, t := range says.Times {
		c.inside(rep, "its time "+t.Value, t.Start, t.End)
	}
	for _, t := range says.People {
		c.inside(rep, "the office of "+t.Person, t.Start, t.End)
	}
	for _, claim := range says.Claims {
		c.span(rep, "its claim "+string(claim.Type), claim.Start, claim.End, claim.Quote)
	}
	return len(rep.Text), c.engagements(rep, says)
}

// broken tells of a report that cannot be read, unless it is the whole record
// that cannot.
func (c *checker) broken(id string, err error) error {
	if c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	c.found(Problem{Report: id, What: err.Error()})
	return nil
}

// span wants that the words stand where they are said to.
func (c *checker) span(rep report.Report, what string, start, end int, quote string) {
	if c.inside(rep, what, start, end) && rep.Text[start:end] != quote {
		c.found(Problem{Report: rep.ID, What: fmt.Sprintf("%s: its text at bytes %d to %d is not the words quoted", what, start, end)})
	}
}

// inside wants that there are words where they are said to be.
func (c *checker) inside(rep report.Report, what string, start, end int) bool {
	c.done.Spans++
	if start < 0 || end > len(rep.Text) || start >= end {
		c.found(Problem{Report: rep.ID, What: fmt.Sprintf("%s: bytes %d to %d do not lie in its text of %d", what, start, end, len(rep.Text))})
		return false
	}
	return true
}

// unsupported gives the fields of an engagement that no words support: neither
// words of their own, nor such as support it as a whole.
func unsupported(e *reading.Engagement) []string {
	has := func(field string) bool {
		return slices.ContainsFunc(e.Evidence, func(s reading.Span) bool { return s.Field == field })
	}
	if len(e.Evidence) == 0 || has("") {
		return nil // of the first, it was said that it rests on nothing
	}
	var out []string
	for _, f := range []struct{ name, value string }{
		{"parties", "some"}, {"place", e.Place + e.Country}, {"when", string(e.When)}, {"status", string(e.Status)}, {"event", e.Event},
		{"practice", e.Practice}, {"next_host", e.NextHost}, {"type", e.Type}, {"duration", e.Duration},
	} {
		if f.value != "" && !has(f.name) {
			out = append(out, f.name)
		}
	}
	return out
}

// engagements wants that every engagement that was read is in one of the
// record, and that those of the record that name the report have it.
func (c *checker) engagements(rep report.Report, says reading.Reading) error {
	es, err := c.store.Engagements(c.ctx, store.Filter{Report: rep.ID, Rejected: true})
	if err != nil {
		return c.broken(rep.ID, err)
	}
	in := map[int]int{}
	for _, e := range es {
		if !e.Rejected {
			c.reached[e.EID] = true
		}
		if !slices.Contains(e.Reports, rep.ID) {
			c.found(Problem{EID: e.EID, What: "it is found by report " + rep.ID + " and does not name it"})
		}
		for _, m := range e.Mentions {
			if m.Report == rep.ID {
				in[m.Index]++
			}
		}
		if c.named[e.EID] {
			continue
		}
		c.named[e.EID] = true
		if err := c.name(e); err != nil {
			return err
		}
	}
	for i, e := range says.Engagements {
		if n := in[i]; n != 1 {
			c.found(Problem{Report: rep.ID, What: fmt.Sprintf("its %s %d is in %d engagements of the record", e.Kind, i+1, n)})
		}
	}
	return nil
}

// name wants that an engagement is found by its name, and so is what it is
// part of.
func (c *checker) name(e record.Engagement) error {
	for _, eid := range append([]string{e.EID}, e.PartOf...) {
		_, err := c.store.Engagement(c.ctx, eid)
		switch {
		case c.ctx.Err() != nil:
			return c.ctx.Err()
		case !errors.Is(err, store.ErrNotFound) || e.Rejected:
		case eid == e.EID:
			c.found(Problem{EID: e.EID, What: "it is not found by its name"})
		default:
			c.found(Problem{EID: e.EID, What: "it is part of " + eid + ", which the record lacks"})
		}
	}
	return nil
}
