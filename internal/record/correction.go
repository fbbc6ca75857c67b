package record

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Action is what a correction does.
type Action string

// The actions.
const (
	Confirm Action = "confirm" // it is right as it stands
	Reject  Action = "reject"  // there is no such engagement
	Merge   Action = "merge"   // two engagements are one
	Split   Action = "split"   // some reports tell of another one
	Set     Action = "set"     // a field has this value
	Undo    Action = "undo"    // an earlier correction does not hold any more
)

// Correction is what a person said of the record: dated, signed, with a
// reason. It outranks what was read. It holds on to mentions, not to eids, so
// that it survives a new reading of the reports.
type Correction struct {
	ID      int      `json:"id"`                // number in the log, given by the store
	Date    string   `json:"date"`              // when it was signed, YYYY-MM-DD
	By      string   `json:"by"`                // who signed it
	Reason  string   `json:"reason"`            // why
	Action  Action   `json:"action"`            // what it does
	EID     string   `json:"eid,omitempty"`     // the engagement as it was named when signed
	Other   string   `json:"other,omitempty"`   // merge: the other engagement
	Reports []string `json:"reports,omitempty"` // split: the reports that go
	Field   string   `json:"field,omitempty"`   // set: one of SetFields
	Value   string   `json:"value,omitempty"`   // set: the value, empty for none
	Undoes  int      `json:"undoes,omitempty"`  // undo: number of the correction
	Refs    []Ref    `json:"refs,omitempty"`    // mentions of EID when signed, given by the store; for split those that go
	Rest    []Ref    `json:"rest,omitempty"`    // merge: mentions of Other; split: those that stay
}

// SetFields are the fields that a correction can set.
var SetFields = []string{"country", "duration", "event", "kind", "next_host", "number", "place", "practice", "status", "type", "when"}

// ErrCorrection is wrapped by the errors of Check.
var ErrCorrection = errors.New("correction not valid")

// Check says what is wrong with a correction as a person gives it.
func (c *Correction) Check() error {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s", ErrCorrection, fmt.Sprintf(format, args...))
	}
	if _, err := edtf.ParseDay(c.Date); err != nil {
		return bad("%v", err)
	}
	if c.By == "" {
		return bad("it must be signed: say who")
	}
	switch c.Action {
	case Undo:
		if c.Undoes <= 0 {
			return bad("undo needs the number of a correction")
		}
		return nil
	case Confirm, Reject:
	case Merge:
		if c.Other == "" || c.Other == c.EID {
			return bad("merge needs two engagements")
		}
	case Split:
		if len(c.Reports) == 0 {
			return bad("split needs the reports that tell of another engagement")
		}
	case Set:
		return c.checkSet(bad)
	default:
		return bad("no action %q; want confirm, reject, merge, split, set or undo", c.Action)
	}
	if c.EID == "" {
		return bad("%s needs an engagement", c.Action)
	}
	return nil
}

func (c *Correction) checkSet(bad func(string, ...any) error) error {
	if c.EID == "" {
		return bad("set needs an engagement")
	}
	if !slices.Contains(SetFields, c.Field) {
		return bad("no field %q to set; want one of %v", c.Field, SetFields)
	}
	switch c.Field {
	case "when":
		if c.Value != "" && !edtf.Date(c.Value).Valid() {
			return bad("%q is no EDTF date", c.Value)
		}
	case "status":
		if weight[reading.Status(c.Value)] == 0 {
			return bad("no status %q; want proposed, planned, held, postponed or cancelled", c.Value)
		}
	case "kind":
		if letters[reading.Kind(c.Value)] == "" {
			return bad("no kind %q", c.Value)
		}
	case "number":
		if n, err := strconv.Atoi(c.Value); c.Value != "" && (err != nil || n < 1) {
			return bad("number %q is no number", c.Value)
		}
	}
	return nil
}

// Active gives the corrections of a log that hold: not undone, and in order of
// date, then number. An undo can be undone.
func Active(log []Correction) []Correction {
	log = slices.Clone(log)
	slices.SortFunc(log, func(a, b Correction) int { return a.ID - b.ID })
	undone := map[int]bool{}
	for i := len(log) - 1; i >= 0; i-- {
		if c := log[i]; c.Action == Undo && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	var out []Correction
	for _, c := range log {
		if c.Action != Undo && !undone[c.ID] {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Correction) int {
		switch {
		case a.Date < b.Date:
			return -1
		case a.Date > b.Date:
			return 1
		}
		return 0
	})
	return out
}

// maxTied is how many mentions of one side a merge ties each mention of the
// other side to.
const maxTied = 8

// TiesOf gives the ties that active corrections lay. Of two that contradict
// each other the later holds.
func TiesOf(active []Correction) *Ties {
	t := &Ties{}
	for _, c := range active {
		switch c.Action {
		case Merge:
			for _, p := range [][2][]Ref{{c.Refs, c.Rest}, {c.Rest, c.Refs}} {
				for _, a := range p[0][:min(maxTied, len(p[0]))] {
					for _, b := range p[1] {
						t.Join(a, b)
					}
				}
			}
		case Split:
			for _, a := range c.Refs {
				for _, b := range c.Rest {
					t.Part(a, b)
				}
				if a != c.Refs[0] {
					t.Join(c.Refs[0], a)
				}
			}
		}
	}
	return t
}
