package feed

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// corrections gives entries for what people said of engagements that are asked
// for, among the latest corrections of the record, the latest first. A
// correction is dated by the day on which it was signed.
func (s *server) corrections(ctx context.Context, a asked) ([]atomEntry, error) {
	log, err := s.Store.Corrections(ctx)
	if err != nil {
		return nil, fmt.Errorf("asking the record for corrections: %w", err)
	}
	byID := make(map[int]record.Correction, len(log))
	for _, c := range log {
		byID[c.ID] = c
	}
	slices.Reverse(log)
	var out []atomEntry
	for _, c := range log[:min(len(log), latest)] {
		of := c
		for of.Action == record.Undo {
			of = byID[of.Undoes]
		}
		e, err := s.corrected(ctx, of)
		if err != nil {
			return nil, err
		}
		if len(a.about) == 0 || e != nil && brief.TakePart(e.Parties, a.about) {
			out = append(out, s.correctionEntry(a, c, of, e))
		}
	}
	return out, nil
}

// corrected gives the engagement that a correction is of, or nil where it has
// another name by now.
func (s *server) corrected(ctx context.Context, c record.Correction) (*record.Engagement, error) {
	for _, eid := range []string{c.EID, c.Other} {
		if eid == "" {
			continue
		}
		e, err := s.Store.Engagement(ctx, eid)
		switch {
		case err == nil:
			return &e, nil
		case !errors.Is(err, store.ErrNotFound):
			return nil, fmt.Errorf("asking the record for what was corrected: %w", err)
		}
	}
	return nil, nil
}

// correctionEntry tells of a correction; of is the one that it undoes, if it
// undoes one, or itself, and e the engagement, or nil.
func (s *server) correctionEntry(a asked, c, of record.Correction, e *record.Engagement) atomEntry {
	what := deed(of)
	if c.ID != of.ID {
		what = "undone: " + what
	}
	said := "Corrected by " + c.By + ": " + what
	if c.Reason != "" {
		said += ", for " + wording.Quoted(c.Reason)
	}
	out := atomEntry{
		ID: fmt.Sprint("urn:chancery:correction:", c.ID), Title: "Corrected (" + what + ")", Updated: c.Date + "T00:00:00Z", Published: c.Date + "T00:00:00Z",
		Category: atomCategory{"correction"}, Summary: said + ".",
	}
	if e != nil {
		out.Title = s.Names.Headline(wording.Of(*e)) + " (corrected: " + what + ")"
		out.Links = []atomLink{{"alternate", "text/html", a.base + "/engagement/" + url.PathEscape(e.EID)}}
	}
	return out
}

// deed says what a correction does.
func deed(c record.Correction) string {
	switch c.Action {
	case record.Set:
		if c.Value == "" {
			return c.Field + " taken out"
		}
		return c.Field + " set to " + c.Value
	case record.Confirm:
		return "confirmed"
	case record.Reject:
		return "rejected: there is no such engagement"
	case record.Merge:
		return "merged with " + c.Other
	case record.Split:
		return "split off: " + strings.Join(c.Reports, ", ")
	}
	return string(c.Action)
}
