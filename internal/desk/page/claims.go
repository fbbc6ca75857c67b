package page

import (
	"context"
	"net/http"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

type claimsPage struct {
	*view
	Claims []record.Claim
}

func (s *Server) claims(ctx context.Context, v *view, _ *http.Request) (answer, error) {
	claims, err := s.store.Claims(ctx, store.ClaimFilter{})
	if err != nil {
		return answer{}, err
	}
	return answer{template: "claims", title: "Claims", shows: claimsPage{v, claims}}, nil
}
