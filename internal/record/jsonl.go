package record

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// line is an engagement as the export has it, one a line.
type line struct {
	EID        string            `json:"eid"`
	Kind       reading.Kind      `json:"kind"`
	Parties    []PartyLine       `json:"parties"`
	Country    string            `json:"country"`
	Place      string            `json:"place"`
	When       edtf.Date         `json:"when"`
	Status     reading.Status    `json:"status"`
	Event      string            `json:"event"`
	Number     int               `json:"number,omitempty"`
	Practice   string            `json:"practice,omitempty"`
	NextHost   string            `json:"next_host,omitempty"`
	Reports    []string          `json:"reports"`
	Conflicts  []Conflict        `json:"conflicts"`
	PartOf     []string          `json:"part_of,omitempty"`
	Confidence float64           `json:"confidence"`
	Copies     map[string]string `json:"copies,omitempty"`
}

// PartyLine is a party as exports have it.
type PartyLine struct {
	Country string       `json:"country"`
	Person  string       `json:"person"`
	Role    reading.Role `json:"role"`
}

// PartyLines gives parties as exports have them.
func PartyLines(ps []reading.Party) []PartyLine {
	out := make([]PartyLine, len(ps))
	for i, p := range ps {
		out[i] = PartyLine{p.Country, p.Person, p.Role}
	}
	return out
}

// WriteJSONL writes engagements as the export contract has them, one JSON
// object a line, in the order given.
func WriteJSONL(w io.Writer, es []Engagement) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for i := range es {
		e := &es[i]
		l := line{
			EID: e.EID, Kind: e.Kind, Country: e.Country, Place: e.Place, When: e.When, Status: e.Status,
			Event: e.Event, Number: e.Number, Practice: e.Practice, NextHost: e.NextHost, Reports: e.Reports, Conflicts: e.Conflicts,
			PartOf: e.PartOf, Confidence: e.Confidence, Copies: e.Copies, Parties: PartyLines(e.Parties),
		}
		if err := enc.Encode(l); err != nil {
			return err
		}
	}
	return out.Flush()
}
