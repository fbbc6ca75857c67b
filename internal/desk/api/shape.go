package api

import (
	"encoding/json"
	"io"
	"path"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// as is JSON that another room wrote, of the shape T.
type as[T any] struct{ json.RawMessage }

// Schema describes the shape.
func (as[T]) Schema(r huma.Registry) *huma.Schema { return r.Schema(reflect.TypeFor[T](), true, "") }

// lines takes what writes JSON lines and gives each. Writing to memory does
// not fail.
func lines[T any](write func(io.Writer) error) []as[T] {
	var b strings.Builder
	if err := write(&b); err != nil {
		return nil
	}
	var out []as[T]
	for line := range strings.Lines(b.String()) {
		out = append(out, as[T]{json.RawMessage(line)})
	}
	return out
}

func exported(es []record.Engagement) []as[Engagement] {
	return lines[Engagement](func(w io.Writer) error { return record.WriteJSONL(w, es) })
}

// schemaName names the schemas: those of other rooms with their room in front.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch room := path.Base(t.PkgPath()); room {
	case "reading", "record":
		if t == reflect.TypeFor[record.PartyLine]() {
			return "Party"
		}
		return strings.ToUpper(room[:1]) + room[1:] + name
	}
	return name
}

// Engagement is an engagement as the export has it, one line of record.WriteJSONL.
type Engagement struct {
	EID        string             `json:"eid" doc:"Name of the engagement."`
	Kind       reading.Kind       `json:"kind" enum:"visit,meeting,call,summit,invitation,award,agreement,arrangement"`
	Parties    []record.PartyLine `json:"parties" nullable:"false"`
	Country    string             `json:"country"`
	Place      string             `json:"place"`
	When       edtf.Date          `json:"when" doc:"EDTF, or an ISO 8601 duration for an arrangement; empty: not known."`
	Status     reading.Status     `json:"status" enum:"proposed,planned,held,postponed,cancelled"`
	Event      string             `json:"event"`
	Number     int                `json:"number,omitempty"`
	Practice   string             `json:"practice,omitempty"`
	NextHost   string             `json:"next_host,omitempty"`
	Reports    []string           `json:"reports" nullable:"false" doc:"Ids of the reports it rests on."`
	Conflicts  []record.Conflict  `json:"conflicts" nullable:"false"`
	PartOf     []string           `json:"part_of,omitempty" nullable:"false"`
	Confidence float64            `json:"confidence" minimum:"0" maximum:"1"`
}

// What the outlook writes, a line each.
type (
	// Judgement is the verdict on a claim.
	Judgement outlook.AuditLine
	// Arrangement is a standing practice with whose turn it is.
	Arrangement outlook.TurnLine
	// OpenInvitation is an invitation that no visit has followed yet.
	OpenInvitation outlook.OpenLine
)

// expectation is an arrangement or an open invitation.
type expectation struct{}

// Schema says so.
func (expectation) Schema(r huma.Registry) *huma.Schema {
	return &huma.Schema{OneOf: []*huma.Schema{
		r.Schema(reflect.TypeFor[Arrangement](), true, ""),
		r.Schema(reflect.TypeFor[OpenInvitation](), true, ""),
	}}
}

// Brief is what one would want to know before a meeting, as Brief.WriteJSON
// writes it.
type Brief struct {
	About       []string          `json:"about" nullable:"false"`
	AsOf        string            `json:"as_of"`
	Next        []Engagement      `json:"next" nullable:"false"`
	LastMet     maybeEngagement   `json:"last_met"`
	LastCall    maybeEngagement   `json:"last_call"`
	Outlook     []as[expectation] `json:"outlook" nullable:"false"`
	Unconfirmed []Engagement      `json:"unconfirmed" nullable:"false"`
	Conflicts   []Engagement      `json:"conflicts" nullable:"false"`
	Claims      []Judgement       `json:"claims" nullable:"false"`
	Held        []Engagement      `json:"held" nullable:"false"`
}

// maybeEngagement is an engagement, or null.
type maybeEngagement struct{ *Engagement }

// Schema says so.
func (maybeEngagement) Schema(r huma.Registry) *huma.Schema {
	return &huma.Schema{OneOf: []*huma.Schema{r.Schema(reflect.TypeFor[Engagement](), true, ""), {Type: "null"}}}
}
