package page

import (
	"context"
	"net/http"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

type conflictsPage struct {
	*view
	Disputed []record.Engagement
}

func (s *Server) conflicts(ctx context.Context, v *view, _ *http.Request) (answer, error) {
	es, err := s.store.Engagements(ctx, store.Filter{Conflicted: true})
	if err != nil {
		return answer{}, err
	}
	return answer{template: "conflicts", title: "Conflicts", shows: conflictsPage{v, brief.Disputed(es)}}, nil
}
