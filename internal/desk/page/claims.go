package page

import (
	"context"
	"fmt"
	"net/http"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/outlook"
)

type claimsPage struct {
	*view
	Only     outlook.Verdict // the verdict chosen, or empty
	Verdicts []link
	Claims   []outlook.Judgement
}

func (s *Server) claims(ctx context.Context, v *view, r *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	judged := c.judged
	p := claimsPage{view: v, Claims: judged, Verdicts: []link{{Href: "/claims", Text: fmt.Sprintf("all %d", len(judged))}}}
	chosen := outlook.Verdict(r.URL.Query().Get("verdict"))
	for _, verdict := range []outlook.Verdict{outlook.Contradicted, outlook.Supported, outlook.Unknown} {
		these := brief.WithVerdict(judged, verdict)
		here := verdict == chosen
		if here {
			p.Claims, p.Only = these, verdict
		}
		p.Verdicts = append(p.Verdicts, link{Href: "/claims?verdict=" + string(verdict), Text: fmt.Sprintf("%d %s", len(these), verdict), Here: here})
	}
	p.Verdicts[0].Here = p.Only == ""
	return answer{template: "claims", title: "Claims", shows: p}, nil
}
