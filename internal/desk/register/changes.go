package register

import (
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
	lines := r.lately(about)
	for n := limit; ; n *= 2 {
		n = min(n, len(lines))
		lean, err := r.Lean(ctx, lines[:n])
		if err != nil {
			return nil, err
		}
		changes := brief.Changes(Values(lean), limit)
		if n == len(lines) || len(changes) == limit && changes[limit-1].Step.Published > lines[n].Told {
			return changes, r.fill(ctx, changes, lines[:n])
		}
	}
}

// lately gives the lines of a pair, what was last told of first.
func (r *Register) lately(about who.Pair) brief.Lines {
	if len(about) == 0 {
		return r.Picked(brief.PickLately, 0)
	}
	return brief.PickLately.From(r.Of(about), 0)
}

// fill loads the engagements of changes whole.
func (r *Register) fill(ctx context.Context, changes []brief.Change, lines brief.Lines) error {
	in := map[string]bool{}
	for _, c := range changes {
		in[c.Engagement.EID] = true
	}
	es, err := r.load(ctx, slices.DeleteFunc(slices.Clone(lines), func(l *store.Line) bool { return !in[l.EID] }), store.Filter{})
	if err != nil {
		return err
	}
	whole := map[string]int{}
	for i := range es {
		whole[es[i].EID] = i
	}
	for i := range changes {
		if at, ok := whole[changes[i].Engagement.EID]; ok {
			changes[i].Engagement = es[at]
		}
	}
	return nil
}
