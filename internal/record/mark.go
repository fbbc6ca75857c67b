package record

import (
	"slices"
	"strconv"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Mark is a correction as it shows on an engagement.
type Mark struct {
	ID     int    `json:"id"`
	Date   string `json:"date"`
	By     string `json:"by"`
	Action Action `json:"action"`
	Reason string `json:"reason,omitempty"`
	Field  string `json:"field,omitempty"`
	Was    string `json:"was,omitempty"` // set: the value as read
}

// apply lays active corrections on an engagement. A correction concerns the
// engagement that holds the first of its mentions.
func apply(e *Engagement, active []Correction) {
	for _, c := range active {
		if len(c.Refs) == 0 || !slices.ContainsFunc(e.Mentions, func(m Mention) bool { return m.Ref == c.Refs[0] }) {
			continue
		}
		m := Mark{ID: c.ID, Date: c.Date, By: c.By, Action: c.Action, Reason: c.Reason, Field: c.Field}
		switch c.Action {
		case Set:
			m.Was = e.set(c.Field, c.Value)
		case Reject:
			e.Rejected = true
		case Confirm:
			e.Rejected = false
			e.Confidence = 1
		}
		e.Marks = append(e.Marks, m)
		e.corrections = append(e.corrections, c)
	}
}

// set gives a field a person's value and gives what it was. A field that a
// person set has no conflict any more.
func (e *Engagement) set(field, value string) (was string) {
	switch field {
	case "country":
		was, e.Country = e.Country, value
	case "duration":
		was, e.Duration = e.Duration, value
	case "event":
		was, e.Event = e.Event, value
	case "kind":
		was, e.Kind = string(e.Kind), reading.Kind(value)
	case "next_host":
		was, e.NextHost = e.NextHost, value
	case "number":
		if e.Number > 0 {
			was = strconv.Itoa(e.Number)
		}
		e.Number, _ = strconv.Atoi(value)
	case "place":
		was, e.Place = e.Place, value
	case "practice":
		was, e.Practice = e.Practice, value
	case "status":
		was, e.Status = string(e.Status), reading.Status(value)
	case "type":
		was, e.Type = e.Type, value
	case "when":
		was, e.When = string(e.When), edtf.Date(value)
	}
	settles := field
	if field == "number" {
		settles = "event"
	}
	e.Conflicts = slices.DeleteFunc(e.Conflicts, func(c Conflict) bool { return c.Field == settles })
	for i := range e.Fields {
		if e.Fields[i].Name == field {
			e.Fields[i].Chosen, e.Fields[i].Rule = value, "set by a person"
		}
	}
	return was
}
