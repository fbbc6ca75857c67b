package brief

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Proven gives an engagement with its evidence, which is asked for where it is
// at hand without: as the reports published up to a day tell it; 0 counts all.
// Where the record has another name for it by now it stays as it is.
func Proven(ctx context.Context, s store.Store, e record.Engagement, until edtf.Day) (record.Engagement, error) {
	if slices.ContainsFunc(e.Mentions, func(m record.Mention) bool { return len(m.Said.Evidence) > 0 }) {
		return e, nil
	}
	whole, err := s.Engagement(ctx, e.EID)
	if errors.Is(err, store.ErrNotFound) {
		return e, nil
	}
	if err != nil {
		return e, fmt.Errorf("asking the record for the evidence of %s: %w", e.EID, err)
	}
	if until != 0 {
		if then, ok := whole.AsOf(until); ok {
			return then, nil
		}
		return e, nil
	}
	return whole, nil
}

// ProvenOpen gives open invitations with the evidence of each.
func ProvenOpen(ctx context.Context, s store.Store, open []outlook.Open, until edtf.Day) ([]outlook.Open, error) {
	out := slices.Clone(open)
	for i := range out {
		e, err := Proven(ctx, s, *out[i].Invitation, until)
		if err != nil {
			return nil, err
		}
		out[i].Invitation = &e
	}
	return out, nil
}
