package page

import (
	"context"
	"net/http"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
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
	Disputed    []record.Engagement
	Waiting     int                // engagements, for review
	Pairs       []register.Contact // those with the most engagements
	Empty       bool
}

func (s *Server) front(ctx context.Context, v *view, _ *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	g, err := s.glimpse(ctx, v)
	if err != nil {
		return answer{}, err
	}
	var wrong []outlook.Judgement // the latest first
	for _, j := range slices.Backward(c.judged) {
		if j.Verdict == outlook.Contradicted && len(wrong) < listed {
			wrong = append(wrong, j)
		}
	}
	p := todayPage{
		view: v, Empty: g.empty, Ahead: g.ahead, MoreAhead: g.moreAhead, Passed: g.passed, Changes: g.changes, Pairs: g.pairs,
		Turns: first(overdue(c.turns), listed), Invitations: first(c.open, listed), Wrong: wrong,
		Disputed: g.disputed, Waiting: g.waiting,
	}
	return answer{template: "today", title: "Today", shows: p}, nil
}

// overdue gives turns with those that are overdue first.
func overdue(turns []outlook.Turn) []outlook.Turn {
	late := func(t outlook.Turn) bool { return t.Overdue }
	var out []outlook.Turn
	for _, t := range turns {
		if late(t) {
			out = append(out, t)
		}
	}
	return append(out, slices.DeleteFunc(slices.Clone(turns), late)...)
}

func first[S ~[]T, T any](s S, most int) S { return s[:min(len(s), most)] }
