package page

import (
	"context"
	"net/http"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// How much of what the first page shows.
const (
	aheadShown   = 12
	changesShown = 12
	recently     = 60 // days
)

type todayPage struct {
	*view
	Ahead     []record.Engagement
	MoreAhead int
	Changes   []brief.Change
	Passed    []record.Engagement
	Empty     bool
}

func (s *Server) today(ctx context.Context, v *view, _ *http.Request) (answer, error) {
	all, err := s.store.Engagements(ctx, store.Filter{})
	if err != nil {
		return answer{}, err
	}
	ahead := brief.Ahead(all, v.asOf)
	p := todayPage{view: v, Empty: len(all) == 0, Passed: brief.Passed(all, v.asOf), Changes: brief.Changes(all, v.asOf-recently, changesShown)}
	p.Ahead = ahead[:min(len(ahead), aheadShown)]
	p.MoreAhead = len(ahead) - len(p.Ahead)
	return answer{template: "today", title: "Today", shows: p}, nil
}
