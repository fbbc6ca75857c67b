package register

import (
	"context"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/revision"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Engagements gives what the record gives for a filter, chosen by lines where
// they can tell.
func (r *Register) Engagements(ctx context.Context, f store.Filter) ([]record.Engagement, error) {
	if !tells(&f) {
		return r.store.Engagements(ctx, f)
	}
	at, err := revision.Of(ctx, r.store)
	if err != nil {
		return nil, err
	}
	if err := r.Follow(ctx, at.Number); err != nil {
		return nil, err
	}
	lines := r.choose(&f)
	if f.Cards {
		return r.Show(ctx, lines)
	}
	return r.load(ctx, lines, store.Filter{Lean: f.Lean})
}

// tells says whether lines have all that a filter asks for.
func tells(f *store.Filter) bool {
	return f.AsOf == 0 && f.Event == "" && f.Report == "" && f.Outlet == "" && f.Text == "" && !f.Rejected && len(f.Keys) == 0 && len(f.Countries) < 3
}

// choose gives the lines that a filter lets through.
func (r *Register) choose(f *store.Filter) brief.Lines {
	var about who.Pair
	for _, code := range f.Countries {
		about = append(about, who.Party{Code: code})
	}
	if f.Person != "" {
		about = append(about, who.Party{Person: f.Person})
	}
	all := r.Of(about)
	if f.After != nil {
		all = all[behind(all, f.After):]
	}
	skip := f.Offset
	var out brief.Lines
	for _, l := range all {
		if !fits(f, l) {
			continue
		}
		if skip > 0 {
			skip--
			continue
		}
		if out = append(out, l); len(out) == f.Limit {
			break
		}
	}
	return out
}

// behind gives how many lines come before a place, or stand at it.
func behind(lines brief.Lines, p *store.Place) int {
	at := store.Line{Dated: p.Dated, First: p.First, Kind: p.Kind, EID: p.EID}
	n, there := slices.BinarySearchFunc(lines, &at, (*store.Line).Compare)
	if there {
		n++
	}
	return n
}

// fits says whether a line has what a filter asks for beside its parties.
func fits(f *store.Filter, l *store.Line) bool {
	if lo, hi, ok := f.When.Bounds(); ok && (!l.Dated || l.First > hi || l.Last < lo) {
		return false
	}
	switch {
	case len(f.Kinds) > 0 && !slices.Contains(f.Kinds, l.Kind),
		len(f.Statuses) > 0 && !slices.Contains(f.Statuses, l.Status),
		f.Country != "" && l.Country != f.Country,
		f.Sides > 0 && len(l.Countries()) != f.Sides,
		f.Conflicted && len(l.Conflicts) == 0,
		f.Ahead != nil && over(l, f.Ahead):
		return false
	}
	return true
}

// over says whether an engagement is not ahead any more.
func over(l *store.Line, a *store.Ahead) bool {
	var last, least edtf.Day = l.Last, a.Ends
	if !l.Dated {
		last, least = l.Told, a.Told
	}
	return last < least
}
