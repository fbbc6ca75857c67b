package page

import (
	"context"
	"fmt"
	"net/http"
	"sort"
	"strconv"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

type timelinePage struct {
	*view
	Years  []link
	Groups []group
	Part   part
}

// group is engagements under one heading.
type group struct {
	ID, Title   string
	Engagements []record.Engagement
}

func (s *Server) timeline(ctx context.Context, v *view, r *http.Request) (answer, error) {
	p := timelinePage{view: v}
	all := s.register.All()
	lines, part := cut(all, r, "from", shown)
	p.Part, p.Years = part, yearLinks(all, r, part)
	es, err := s.register.Show(ctx, lines)
	if err != nil {
		return answer{}, err
	}
	p.Groups = byYear(es, func(e record.Engagement) (edtf.Day, bool) {
		first, _, ok := e.When.Bounds()
		return first, ok
	})
	return answer{template: "timeline", title: "Timeline", shows: p}, nil
}

// yearLinks leads to the first engagement of each year, and to the first that
// has no time. The year that a part of the list begins with is here.
func yearLinks(all brief.Lines, r *http.Request, shows part) []link {
	var out []link
	begins := 0
	for i := 0; i < len(all); {
		text, end := "no date", edtf.MaxDay
		if all[i].Dated {
			text, end = yearName(all[i].First), all[i].First.YearEnd()
		}
		if i < shows.From {
			begins = len(out)
		}
		out = append(out, link{Href: with(r, "from", strconv.Itoa(i)), Text: text})
		rest := all[i:]
		i += sort.Search(len(rest), func(n int) bool { return rest[n].Dated != rest[0].Dated || rest[n].Dated && rest[n].First > end })
	}
	if len(out) > 0 {
		out[begins].Here = true
	}
	return out
}

// yearName says a year.
func yearName(d edtf.Day) string {
	if d == edtf.MinDay {
		return "before"
	}
	return strconv.Itoa(d.Year())
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
