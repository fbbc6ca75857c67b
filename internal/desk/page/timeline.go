package page

import (
	"context"
	"fmt"
	"net/http"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// perPage is how many engagements a list shows at once.
const perPage = 200

type listPage struct {
	*view
	Lede   string
	Groups []group
	None   string
	More   string // address of the next page, or empty
}

// group is engagements under one heading.
type group struct {
	ID, Title   string
	Engagements []record.Engagement
}

func (s *Server) timeline(ctx context.Context, v *view, r *http.Request) (answer, error) {
	var from int
	if _, err := fmt.Sscanf(r.URL.Query().Get("from"), "%d", &from); err != nil || from < 0 {
		from = 0
	}
	es, err := s.store.Engagements(ctx, store.Filter{Limit: perPage + 1, Offset: from, Lean: true})
	if err != nil {
		return answer{}, err
	}
	p := listPage{view: v, Lede: "Everything in the record, in the order of time.", None: "The record is empty. Fill it with: chancery add INPUT"}
	if len(es) > perPage {
		es = es[:perPage]
		p.More = fmt.Sprintf("/timeline?from=%d", from+perPage)
	}
	p.Groups = byYear(es, func(e record.Engagement) (edtf.Day, bool) {
		first, _, ok := e.When.Bounds()
		return first, ok
	})
	return answer{template: "list", title: "Timeline", shows: p}, nil
}

// byYear groups engagements by the year of their day, in their order.
func byYear(es []record.Engagement, day func(record.Engagement) (edtf.Day, bool)) []group {
	var out []group
	for _, e := range es {
		id, title := "none", "No date"
		if first, ok := day(e); ok {
			id = fmt.Sprint(first.Year())
			title = id
		}
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, group{ID: id, Title: title})
		}
		g := &out[len(out)-1]
		g.Engagements = append(g.Engagements, e)
	}
	return out
}
