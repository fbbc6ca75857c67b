package outlook

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// TurnLine is a standing practice with whose turn it is, as WriteJSONL has it.
// What stands behind the names of the fields here and below describes them in
// the API.
type TurnLine struct {
	Type     string             `json:"type" enum:"arrangement"`
	Parties  []record.PartyLine `json:"parties" nullable:"false"`
	Practice string             `json:"practice"`
	Period   string             `json:"period"`
	NextHost string             `json:"next_host"`
	Due      edtf.Date          `json:"due"`
	Overdue  bool               `json:"overdue"`
	Ground   Ground             `json:"ground"`
	Why      string             `json:"why,omitempty"`
	Last     string             `json:"last,omitempty"`
	Next     string             `json:"next,omitempty"`
	Basis    []string           `json:"basis"`
	AsOf     string             `json:"as_of"`
}

// OpenLine is an invitation that no visit has followed yet, as WriteJSONL has it.
type OpenLine struct {
	Type    string             `json:"type" enum:"open-invitation"`
	EID     string             `json:"eid"`
	Parties []record.PartyLine `json:"parties" nullable:"false"`
	Country string             `json:"country"`
	Made    edtf.Date          `json:"made"`
	For     edtf.Date          `json:"for"`
	Days    int                `json:"days"`
	Note    string             `json:"note"`
	Basis   []string           `json:"basis"`
	AsOf    string             `json:"as_of"`
}

// WriteJSONL writes turns and open invitations, one JSON object a line, in the
// order given.
func WriteJSONL(w io.Writer, turns []Turn, open []Open, asOf edtf.Day) error {
	return lines(w, func(put func(any) error) error {
		for _, t := range turns {
			l := TurnLine{
				Type: "arrangement", Parties: record.PartyLines(t.Parties), Practice: t.Practice, Period: t.Period, NextHost: t.NextHost, Due: t.Due,
				Overdue: t.Overdue, Ground: t.Ground, Why: t.Why, Basis: t.Basis, AsOf: asOf.String(),
			}
			if t.Last != nil {
				l.Last = t.Last.EID
			}
			if t.Next != nil {
				l.Next = t.Next.EID
			}
			if err := put(l); err != nil {
				return err
			}
		}
		for _, x := range open {
			e := x.Invitation
			if err := put(OpenLine{"open-invitation", e.EID, record.PartyLines(e.Parties), e.Country, x.Made, x.For, x.Days, x.Note, x.Basis, asOf.String()}); err != nil {
				return err
			}
		}
		return nil
	})
}

// AuditLine is the verdict on a claim, as WriteAudit has it.
type AuditLine struct {
	Report     string             `json:"report"`
	Type       reading.ClaimType  `json:"type" enum:"first-since,first-ever,nth,count-in-period,frequency,last,series-number"`
	Parties    []record.PartyLine `json:"parties" nullable:"false"`
	Value      string             `json:"value"`
	Verdict    Verdict            `json:"verdict" enum:"supported,contradicted,unknown"`
	AsReported Verdict            `json:"as_reported" enum:"supported,contradicted,unknown" doc:"The verdict from the reports published until the claim's."`
	Because    []string           `json:"because" doc:"Engagements that decide."`
	Reason     string             `json:"reason"`
	Quote      string             `json:"quote"`
}

// WriteAudit writes judgements, one JSON object a line, in the order given.
func WriteAudit(w io.Writer, js []Judgement) error {
	return lines(w, func(put func(any) error) error {
		for _, j := range js {
			c := j.Claim
			if err := put(AuditLine{c.Report, c.Type, record.PartyLines(c.Parties), c.Value, j.Verdict, j.AsReported, j.Because, j.Reason, c.Quote}); err != nil {
				return err
			}
		}
		return nil
	})
}

func lines(w io.Writer, each func(put func(any) error) error) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := each(func(v any) error { return enc.Encode(v) }); err != nil {
		return err
	}
	return out.Flush()
}
