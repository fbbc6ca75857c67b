package page

import (
	"context"
	"net/http"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/store"
)

type outlookPage struct {
	*view
	Turns       []outlook.Turn
	Invitations []outlook.Open
}

func (s *Server) outlook(ctx context.Context, v *view, _ *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	return answer{template: "outlook", title: "Outlook", shows: outlookPage{v, c.turns, c.open}}, nil
}

type reviewPage struct {
	*view
	Waiting []brief.Waiting     // engagements
	Claims  []outlook.Judgement // that the record contradicts
	Write   bool
	By      string // who signed last
}

func (s *Server) review(ctx context.Context, v *view, r *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	all, err := s.store.Engagements(ctx, store.Filter{})
	if err != nil {
		return answer{}, err
	}
	p := reviewPage{view: v, Write: s.write, By: remembered(r), Waiting: brief.Review(all, nil, v.asOf), Claims: brief.WithVerdict(c.judged, outlook.Contradicted)}
	return answer{template: "review", title: "Review", shows: p}, nil
}
