package page

import (
	"context"
	"net/http"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/record"
)

type conflictsPage struct {
	*view
	Sides, Fields []link
	Part          part
	Disputed      []record.Engagement
}

func (s *Server) conflicts(ctx context.Context, v *view, r *http.Request) (answer, error) {
	who, field := r.URL.Query().Get("who"), r.URL.Query().Get("field")
	countries, fields := map[string]int{}, map[string]int{}
	var these brief.Lines
	for _, l := range s.register.Picked(brief.PickDisputed, 0) {
		codes := l.Countries()
		takesPart := who == "" || slices.Contains(codes, who)
		on := field == "" || slices.Contains(l.Conflicts, field)
		if on {
			for _, code := range codes {
				countries[code]++
			}
		}
		if takesPart {
			for _, f := range l.Conflicts {
				fields[f]++
			}
		}
		if on && takesPart {
			these = append(these, l)
		}
	}
	p := conflictsPage{view: v, Sides: choices(r, "who", countries, s.names), Fields: choices(r, "field", fields, func(f string) string { return "on " + f })}
	these, p.Part = cut(these, r, "from", shown)
	var err error
	p.Disputed, err = s.register.Show(ctx, these)
	return answer{template: "conflicts", title: "Conflicts", shows: p}, err
}
