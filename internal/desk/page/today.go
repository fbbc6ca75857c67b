package page

import (
	"context"
	"net/http"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// How much of what the first page shows.
const (
	aheadShown   = 12
	changesShown = 12
	pairsShown   = 14
	listed       = 6 // turns, invitations, wrong claims, plans without a word
)

type todayPage struct {
	*view
	Ahead       []record.Engagement
	MoreAhead   int
	Changes     []brief.Change
	Turns       []outlook.Turn
	Invitations []outlook.Open
	Wrong       []outlook.Judgement // claims that the record contradicts
	Passed      []record.Engagement
	Pairs       []brief.Contact // those with the most engagements
	Empty       bool
}

func (s *Server) front(ctx context.Context, v *view, _ *http.Request) (answer, error) {
	all, err := s.store.Engagements(ctx, store.Filter{})
	if err != nil {
		return answer{}, err
	}
	names, err := gazetteer.Load()
	if err != nil {
		return answer{}, err
	}
	o := outlook.New(all, names)
	judged, err := brief.Audit(ctx, s.store, o, nil, v.asOf)
	if err != nil {
		return answer{}, err
	}
	wrong := brief.WithVerdict(judged, outlook.Contradicted)
	slices.Reverse(wrong)
	ahead := brief.Ahead(all, v.asOf)
	p := todayPage{view: v, Empty: len(all) == 0, Passed: brief.Passed(all, v.asOf), Changes: brief.Changes(all, changesShown)}
	p.Turns, p.Invitations = first(o.Turns(v.asOf), listed), first(o.OpenInvitations(v.asOf), listed)
	p.Wrong, p.Passed = first(wrong, listed), first(p.Passed, listed)
	p.Pairs = brief.Pairs(all, pairsShown)
	p.Ahead = ahead[:min(len(ahead), aheadShown)]
	p.MoreAhead = len(ahead) - len(p.Ahead)
	return answer{template: "today", title: "Today", shows: p}, nil
}

func first[T any](s []T, most int) []T { return s[:min(len(s), most)] }
