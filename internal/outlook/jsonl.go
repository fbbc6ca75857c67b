package outlook

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

type turnLine struct {
	Type     string             `json:"type"` // "arrangement"
	Parties  []record.PartyLine `json:"parties"`
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

type openLine struct {
	Type    string             `json:"type"` // "open-invitation"
	EID     string             `json:"eid"`
	Parties []record.PartyLine `json:"parties"`
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
			l := turnLine{
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
			if err := put(openLine{"open-invitation", e.EID, record.PartyLines(e.Parties), e.Country, x.Made, x.For, x.Days, x.Note, x.Basis, asOf.String()}); err != nil {
				return err
			}
		}
		return nil
	})
}

type auditLine struct {
	Report     string             `json:"report"`
	Type       reading.ClaimType  `json:"type"`
	Parties    []record.PartyLine `json:"parties"`
	Value      string             `json:"value"`
	Verdict    Verdict            `json:"verdict"`
	AsReported Verdict            `json:"as_reported"`
	Because    []string           `json:"because"`
	Reason     string             `json:"reason"`
	Quote      string             `json:"quote"`
}

// WriteAudit writes judgements, one JSON object a line, in the order given.
func WriteAudit(w io.Writer, js []Judgement) error {
	return lines(w, func(put func(any) error) error {
		for _, j := range js {
			c := j.Claim
			if err := put(auditLine{c.Report, c.Type, record.PartyLines(c.Parties), c.Value, j.Verdict, j.AsReported, j.Because, j.Reason, c.Quote}); err != nil {
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
