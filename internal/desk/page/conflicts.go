package page

import (
	"context"
	"net/http"
	"slices"

	"github.com/chancery-project/chancery/internal/record"
)

type conflictsPage struct {
	*view
	Who, Fields []link
	Part        part
	Disputed    []record.Engagement
}

func (s *Server) conflicts(ctx context.Context, v *view, r *http.Request) (answer, error) {
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	who, field := r.URL.Query().Get("who"), r.URL.Query().Get("field")
	countries, fields := map[string]int{}, map[string]int{}
	var these []record.Engagement
	for _, e := range c.disputed {
		codes := codesOf(e.Parties)
		takesPart := who == "" || slices.Contains(codes, who)
		on := field == "" || slices.ContainsFunc(e.Conflicts, func(c record.Conflict) bool { return c.Field == field })
		if on {
			for _, code := range codes {
				countries[code]++
			}
		}
		if takesPart {
			for _, c := range e.Conflicts {
				fields[c.Field]++
			}
		}
		if on && takesPart {
			these = append(these, e)
		}
	}
	p := conflictsPage{view: v, Who: choices(r, "who", countries, s.names), Fields: choices(r, "field", fields, func(f string) string { return "on " + f })}
	p.Disputed, p.Part = cut(these, r, "from")
	return answer{template: "conflicts", title: "Conflicts", shows: p}, nil
}
