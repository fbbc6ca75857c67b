package brief

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// ErrNoClaim says that a text claims nothing that the record could answer.
var ErrNoClaim = errors.New("there is no claim of rank, count, last time or rhythm in it; say who, whom or where, and what, as in \"Putin's first visit to India since 2021\"")

// Check judges what a text in free words claims, as if a report of the day had
// said it: against the record of the reports published up to until (0 for
// all). It fails with ErrNoClaim where the text has no claim that can be read.
func Check(ctx context.Context, s store.Store, reader *reading.Reader, text string, asOf, until edtf.Day) ([]outlook.Judgement, error) {
	claims, err := claimsIn(reader, text, asOf)
	if err != nil {
		return nil, err
	}
	var out []outlook.Judgement
	for _, c := range claims {
		about := aboutParties(c.Parties)
		o, err := Outlook(ctx, s, about, until)
		if err != nil {
			return nil, err
		}
		judged, err := Audit(ctx, s, o, about, asOf, c)
		if err != nil {
			return nil, err
		}
		out = append(out, judged[len(judged)-1])
	}
	return out, nil
}

// claimsIn reads the claims of a text: as it stands, or, since people write a
// noun phrase without its verb, behind "It is".
func claimsIn(reader *reading.Reader, text string, asOf edtf.Day) ([]record.Claim, error) {
	text = strings.TrimSpace(text)
	for _, before := range []string{"", "It is "} {
		says, err := reader.Read(&report.Report{Published: asOf, Text: before + text})
		if err != nil {
			return nil, fmt.Errorf("reading the claim: %w", err)
		}
		if len(says.Claims) == 0 {
			continue
		}
		out := make([]record.Claim, len(says.Claims))
		for i, c := range says.Claims {
			c.Start, c.End = max(0, c.Start-len(before)), max(0, c.End-len(before))
			out[i] = record.Claim{Index: i, Published: asOf, Claim: c}
		}
		return out, nil
	}
	return nil, ErrNoClaim
}

// aboutParties gives the countries and organisations among parties.
func aboutParties(parties []reading.Party) who.Pair {
	var out who.Pair
	for _, p := range parties {
		if !slices.ContainsFunc(out, func(w who.Party) bool { return w.Code == p.Country }) && p.Country != "" {
			out = append(out, who.Party{Code: p.Country, Name: who.Name(p.Country)})
		}
	}
	return out
}
