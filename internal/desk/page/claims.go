package page

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
)

type claimsPage struct {
	*view
	Only     outlook.Verdict // the verdict chosen, or empty
	Verdicts []link
	Sides    []link
	Part     part
	Claims   []outlook.Judgement
}

func (s *Server) claims(ctx context.Context, v *view, r *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	query := r.URL.Query()
	p := claimsPage{view: v}
	by, who := map[string]int{}, map[string]int{}
	var these []*outlook.Judgement
	for i := range c.judged {
		j := &c.judged[i]
		parties := c.sides[i]
		if p.fits(j, query.Get("verdict")) {
			for _, code := range parties {
				who[code]++
			}
		}
		if code := query.Get("who"); code != "" && !slices.Contains(parties, code) {
			continue
		}
		by[string(j.Verdict)]++
		by[""]++
		if p.fits(j, query.Get("verdict")) {
			these = append(these, j)
		}
	}
	fresh := r.Clone(ctx)
	fresh.URL.RawQuery = without(query, "from").Encode()
	chosen := fresh.URL.Query().Get("verdict")
	p.Verdicts = []link{{Href: with(fresh, "verdict", ""), Text: fmt.Sprintf("all %d", by[""])}}
	for _, verdict := range verdicts {
		here := string(verdict) == chosen
		if here {
			p.Only = verdict
		}
		p.Verdicts = append(p.Verdicts, link{Href: with(fresh, "verdict", string(verdict)), Text: fmt.Sprintf("%d %s", by[string(verdict)], verdict), Here: here})
	}
	p.Verdicts[0].Here = p.Only == ""
	p.Sides = choices(r, "who", who, s.names)
	these, p.Part = cut(these, r, "from", shown)
	p.Claims = valuesOf(these)
	return answer{template: "claims", title: "Claims", shows: p}, nil
}

var verdicts = []outlook.Verdict{outlook.Contradicted, outlook.Supported, outlook.Unknown}

// fits says whether a judgement has the verdict that was chosen; what is no
// verdict chooses none.
func (claimsPage) fits(j *outlook.Judgement, chosen string) bool {
	return !slices.Contains(verdicts, outlook.Verdict(chosen)) || string(j.Verdict) == chosen
}

// valuesOf gives what pointers point at.
func valuesOf[T any](pointers []*T) []T {
	out := make([]T, len(pointers))
	for i, p := range pointers {
		out[i] = *p
	}
	return out
}

// codesOf gives the countries and organisations among parties, each once.
func codesOf(parties []reading.Party) []string {
	var out []string
	for _, p := range parties {
		if p.Country != "" && !slices.Contains(out, p.Country) {
			out = append(out, p.Country)
		}
	}
	return out
}
