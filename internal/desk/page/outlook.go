package page

import (
	"context"
	"net/http"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/outlook"
)

type outlookPage struct {
	*view
	Turns       []outlook.Turn
	Invitations []outlook.Open
	TurnsPart   part
	OpenPart    part
}

func (s *Server) outlook(ctx context.Context, v *view, r *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	p := outlookPage{view: v}
	p.Turns, p.TurnsPart = cut(c.turns, r, "from")
	p.Invitations, p.OpenPart = cut(c.open, r, "invitations")
	return answer{template: "outlook", title: "Outlook", shows: p}, nil
}

type reviewPage struct {
	*view
	Waiting []brief.Waiting     // engagements
	Claims  []outlook.Judgement // that the record contradicts
	Write   bool
	By      string // who signed last
	Part    part
	Wrong   part
}

func (s *Server) review(ctx context.Context, v *view, r *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	p := reviewPage{view: v, Write: s.write, By: remembered(r)}
	p.Waiting, p.Part = cut(c.waiting, r, "from")
	p.Claims, p.Wrong = cut(brief.WithVerdict(c.judged, outlook.Contradicted), r, "claims")
	return answer{template: "review", title: "Review", shows: p}, nil
}
