package register

import (
	"cmp"
	"context"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/store"
)

// Changes gives what the latest reports changed in what a pair takes part in,
// see brief.Changes, with whole engagements. It looks only at those last told
// of: a step is never later than the last report of its engagement.
func (r *Register) Changes(ctx context.Context, about who.Pair, limit int) ([]brief.Change, error) {
	lines := slices.Clone(r.Of(about))
	slices.SortFunc(lines, func(a, b *store.Line) int { return cmp.Or(cmp.Compare(b.Told, a.Told), cmp.Compare(a.EID, b.EID)) })
	for n := 2 * limit; ; n *= 2 {
		n = min(n, len(lines))
		es, err := r.Load(ctx, lines[:n])
		if err != nil {
			return nil, err
		}
		changes := brief.Changes(es, limit)
		if n == len(lines) || len(changes) == limit && changes[limit-1].Step.Published > lines[n].Told {
			return changes, nil
		}
	}
}
