package relational

import (
	"encoding/json"
	"fmt"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// said is an engagement without evidence and attribution, as it lies in the
// database: short names, since linking reads many of them.
type said struct {
	Kind       reading.Kind   `json:"k"`
	Parties    []party        `json:"p"`
	Country    string         `json:"c,omitempty"`
	Place      string         `json:"l,omitempty"`
	When       edtf.Date      `json:"w,omitempty"`
	Status     reading.Status `json:"s"`
	Event      string         `json:"e,omitempty"`
	Number     int            `json:"n,omitempty"`
	Practice   string         `json:"r,omitempty"`
	NextHost   string         `json:"h,omitempty"`
	Alternates bool           `json:"a,omitempty"`
	Type       string         `json:"t,omitempty"`
	Duration   string         `json:"d,omitempty"`
	Implied    bool           `json:"i,omitempty"`
	Presumed   bool           `json:"u,omitempty"`
	Confidence float64        `json:"f"`
}

type party struct {
	Country string       `json:"c"`
	Person  string       `json:"p,omitempty"`
	Role    reading.Role `json:"r"`
	Office  string       `json:"o,omitempty"`
}

// proof is the rest of it.
type proof struct {
	Evidence    []reading.Span    `json:"e,omitempty"`
	Attribution []reading.Speaker `json:"a,omitempty"`
}

// split writes an engagement for the database.
func split(e *reading.Engagement) (face, evidence []byte, err error) {
	s := said{
		Kind: e.Kind, Country: e.Country, Place: e.Place, When: e.When, Status: e.Status, Event: e.Event, Number: e.Number,
		Practice: e.Practice, NextHost: e.NextHost, Alternates: e.Alternates, Type: e.Type, Duration: e.Duration,
		Implied: e.Implied, Presumed: e.Presumed, Confidence: e.Confidence,
		Parties: make([]party, len(e.Parties)),
	}
	for i, p := range e.Parties {
		s.Parties[i] = party{p.Country, p.Person, p.Role, p.Office}
	}
	if face, err = json.Marshal(s); err != nil {
		return nil, nil, err
	}
	evidence, err = json.Marshal(proof{e.Evidence, e.Attribution})
	return face, evidence, err
}

// join reads what split wrote; evidence may be nil.
func join(face, evidence []byte) (reading.Engagement, error) {
	var s said
	if err := json.Unmarshal(face, &s); err != nil {
		return reading.Engagement{}, fmt.Errorf("stored engagement: %w", err)
	}
	e := reading.Engagement{
		Kind: s.Kind, Country: s.Country, Place: s.Place, When: s.When, Status: s.Status, Event: s.Event, Number: s.Number,
		Practice: s.Practice, NextHost: s.NextHost, Alternates: s.Alternates, Type: s.Type, Duration: s.Duration,
		Implied: s.Implied, Presumed: s.Presumed, Confidence: s.Confidence,
		Parties: make([]reading.Party, len(s.Parties)),
	}
	for i, p := range s.Parties {
		e.Parties[i] = reading.Party{Country: p.Country, Person: p.Person, Role: p.Role, Office: p.Office}
	}
	if evidence != nil {
		if err := prove(&e, evidence); err != nil {
			return reading.Engagement{}, err
		}
	}
	return e, nil
}

// prove adds evidence and attribution to an engagement.
func prove(e *reading.Engagement, evidence []byte) error {
	var p proof
	if err := json.Unmarshal(evidence, &p); err != nil {
		return fmt.Errorf("stored evidence: %w", err)
	}
	e.Evidence, e.Attribution = p.Evidence, p.Attribution
	return nil
}
