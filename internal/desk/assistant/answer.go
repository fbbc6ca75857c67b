package assistant

import (
	"context"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

// Evidence is what one report says.
type Evidence struct {
	Report    string `json:"report" jsonschema:"id, for read_report"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published"`
	Status    string `json:"status,omitempty" jsonschema:"how far the engagement had come, by this report"`
	Quote     string `json:"quote" jsonschema:"words of the report, exactly; [...] stands between words that are apart"`
	SaidBy    string `json:"said_by,omitempty" jsonschema:"whom the report quotes, and through whom it reached the page"`
}

// Engagement is an engagement of the record with its evidence.
type Engagement struct {
	EID        string     `json:"eid"`
	What       string     `json:"what" jsonschema:"the engagement in words"`
	Kind       string     `json:"kind"`
	Status     string     `json:"status" jsonschema:"proposed, planned, held, postponed or cancelled"`
	When       string     `json:"when" jsonschema:"EDTF; empty: not known"`
	WhenWords  string     `json:"when_in_words"`
	Parties    []Party    `json:"parties"`
	Country    string     `json:"country,omitempty"`
	Place      string     `json:"place,omitempty"`
	Conflicts  []Conflict `json:"conflicts,omitempty" jsonschema:"on what reports disagree"`
	Confidence float64    `json:"confidence" jsonschema:"0 to 1: how sure the reading is"`
	Evidence   []Evidence `json:"evidence" jsonschema:"the latest reports that tell of it"`
	Reports    int        `json:"reports" jsonschema:"how many reports tell of it"`
}

// Party is who takes part.
type Party struct {
	Country string `json:"country,omitempty"`
	Person  string `json:"person,omitempty"`
	Office  string `json:"office,omitempty"`
	Role    string `json:"role"`
}

// Conflict is a field of which reports say values that exclude one another.
type Conflict struct {
	Field  string              `json:"field"`
	Values map[string][]string `json:"values" jsonschema:"each value with the ids of the reports that say it"`
}

// proofs is how many reports are quoted for one engagement, the latest first.
const proofs = 3

func (d *desk) engagement(e *record.Engagement) Engagement {
	out := Engagement{
		EID: e.EID, What: d.Names.Headline(wording.Of(*e)), Kind: string(e.Kind), Status: string(e.Status),
		When: string(e.When), WhenWords: wording.When(e.When), Country: e.Country, Place: e.Place,
		Confidence: e.Confidence, Reports: len(e.Reports), Parties: []Party{}, Evidence: []Evidence{},
	}
	for _, p := range e.Parties {
		out.Parties = append(out.Parties, Party{p.Country, p.Person, p.Office, string(p.Role)})
	}
	for _, c := range e.Conflicts {
		out.Conflicts = append(out.Conflicts, Conflict{c.Field, c.Values})
	}
	for i := len(e.Mentions) - 1; i >= 0 && len(out.Evidence) < proofs; i-- {
		out.Evidence = append(out.Evidence, d.evidence(&e.Mentions[i]))
	}
	return out
}

// evidence quotes what carries the engagement as a whole, or else each field.
func (d *desk) evidence(m *record.Mention) Evidence {
	var main, fields []string
	for _, s := range m.Said.Evidence {
		if s.Field == "" {
			main = append(main, s.Quote)
		} else {
			fields = append(fields, s.Quote)
		}
	}
	if len(main) == 0 {
		main = fields
	}
	return Evidence{
		Report: m.Report, Outlet: m.Outlet, Published: m.Published.String(), Status: string(m.Said.Status),
		Quote: strings.Join(main, " [...] "), SaidBy: d.Names.Chain(m.Said.Attribution),
	}
}

// prover gives engagements with their evidence, which it loads where an
// engagement is at hand without it.
type prover struct {
	d     *desk
	ctx   context.Context
	until edtf.Day // reports count up to this day; 0 for all
	err   error    // the first
}

func (d *desk) prover(ctx context.Context, until edtf.Day) *prover {
	return &prover{d: d, ctx: ctx, until: until}
}

// some gives the first engagements of a list.
func (p *prover) some(es []record.Engagement, most int) []Engagement {
	out := []Engagement{}
	for _, e := range es[:min(len(es), most)] {
		out = append(out, *p.one(e, true))
	}
	return out
}

// one gives an engagement, or nil.
func (p *prover) one(e record.Engagement, ok bool) *Engagement {
	if !ok {
		return nil
	}
	e, err := brief.Proven(p.ctx, p.d.Store, e, p.until)
	if p.err == nil {
		p.err = err
	}
	out := p.d.engagement(&e)
	return &out
}

// dated says as of when an answer is.
func dated(day edtf.Day) string {
	if day == 0 {
		return "the record is empty"
	}
	return day.String()
}
