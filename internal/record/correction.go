package record

import "github.com/chancery-project/chancery/internal/edtf"

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
	ID      int      `json:"id"`     // number in the log, given by the store
	Date    edtf.Day `json:"-"`      // when it was signed
	By      string   `json:"by"`     // who signed it
	Reason  string   `json:"reason"` // why
	Action  Action   `json:"action"`
	EID     string   `json:"eid"`               // the engagement as it was named when signed
	Other   string   `json:"other,omitempty"`   // merge: the other engagement
	Reports []string `json:"reports,omitempty"` // split: the reports that go
	Field   string   `json:"field,omitempty"`   // set: when, country, place, status, event, number, kind, next_host, practice, type, duration
	Value   string   `json:"value,omitempty"`   // set: the value, empty for none
	Undoes  int      `json:"undoes,omitempty"`  // undo: number of the correction
	Refs    []Ref    `json:"refs,omitempty"`    // mentions of EID when signed, given by the store; for split those that go
	Rest    []Ref    `json:"rest,omitempty"`    // merge: mentions of Other; split: those that stay
}

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

func apply(e *Engagement, corrections []Correction) {}
