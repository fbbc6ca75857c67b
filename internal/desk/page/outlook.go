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
	p.Turns, p.TurnsPart = cut(c.turns, r, "from", shown)
	p.Invitations, p.OpenPart = cut(c.open, r, "invitations", shown)
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
	var doubtful brief.Lines
	doubtful, p.Part = cut(s.register.Picked(brief.PickDoubtful, v.asOf), r, "from", shown)
	if p.Waiting, err = s.waiting(ctx, v, doubtful); err != nil {
		return answer{}, err
	}
	var wrong []*outlook.Judgement
	for i := range c.judged {
		if c.judged[i].Verdict == outlook.Contradicted {
			wrong = append(wrong, &c.judged[i])
		}
	}
	wrong, p.Wrong = cut(wrong, r, "claims", shown)
	p.Claims = valuesOf(wrong)
	return answer{template: "review", title: "Review", shows: p}, nil
}

// waiting gives the engagements of doubtful lines, and why they wait.
func (s *Server) waiting(ctx context.Context, v *view, doubtful brief.Lines) ([]brief.Waiting, error) {
	why := make(map[string][]string, len(doubtful))
	for _, l := range doubtful {
		why[l.EID] = brief.Doubts(l, v.asOf)
	}
	es, err := s.register.Show(ctx, doubtful)
	out := make([]brief.Waiting, len(es))
	for i := range es {
		out[i] = brief.Waiting{Engagement: &es[i], Why: why[es[i].EID]}
	}
	return out, err
}
