package page

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/desk/page/world"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

type mapPage struct {
	*view
	Land          string
	Width, Height int
	From, To      int // years shown
	Least, Most   int // years that the record has
	*travels
}

// travels are the visits of some years.
type travels struct {
	Flows    []flow
	Stops    []stop
	Visits   int // shown
	Unplaced int // of which start or end is in no list
}

// flow is who travels to where.
type flow struct {
	From, To string // codes
	N        int
	Path     string  // of the arc
	Stroke   float64 // width
	Href     string  // the visits
}

// stop is a country as a destination.
type stop struct {
	Code string
	X, Y float64
	R    float64
	N    int
}

// flowsShown is how many flows a map shows, the busiest ones.
const flowsShown = 120

// worldMap shows who travels where, of visits that were held in a run of
// years, as arcs between capitals, and says the same in a table.
func (s *Server) worldMap(ctx context.Context, v *view, r *http.Request) (answer, error) {
	p := mapPage{view: v, Land: world.Land, Width: world.Width, Height: world.Height, Most: v.asOf.Year(), Least: v.asOf.Year() - 30}
	p.From, p.To = year(r, "from", p.Most-1), year(r, "to", p.Most)
	if p.From > p.To {
		p.From, p.To = p.To, p.From
	}
	var err error
	p.travels, err = s.routed.get(v.state, fmt.Sprint(p.From, p.To), func() (*travels, error) {
		names, err := gazetteer.Load()
		if err != nil {
			return nil, err
		}
		return newTravels(s.register.All(), p.From, p.To, export.GazetteerPoints(names)), nil
	})
	if err != nil {
		return answer{}, err
	}
	return answer{template: "map", title: "Who travels where", shows: p}, nil
}

func year(r *http.Request, field string, otherwise int) int {
	y, err := strconv.Atoi(r.URL.Query().Get(field))
	if err != nil || y < 1 || y > 9999 {
		return otherwise
	}
	return y
}

// newTravels draws the visits that were held from one year to another.
func newTravels(all brief.Lines, first, last int, points export.Points) *travels {
	p := &travels{}
	type way struct{ from, to string }
	counts := map[way]int{}
	lo, hi, _ := edtf.Years(first, last).Bounds()
	for _, l := range all {
		if l.Kind != reading.Visit || l.Status != reading.Held || !l.Dated || l.First > hi || l.Last < lo {
			continue
		}
		for _, from := range travellers(l) {
			counts[way{from, l.Country}]++
		}
	}
	stops := map[string]*stop{}
	for w, n := range counts {
		f := flow{From: w.from, To: w.to, N: n, Href: "/search?q=" + url.QueryEscape(fmt.Sprintf("kind:visit status:held visitor:%s country:%s since:%d until:%d", w.from, w.to, first, last))}
		a, ok1 := points(record.Engagement{Country: w.from})
		b, ok2 := points(record.Engagement{Country: w.to})
		p.Visits += n
		if !ok1 || !ok2 {
			p.Unplaced += n
			p.Flows = append(p.Flows, f)
			continue
		}
		x1, y1 := world.Project(a.Lat, a.Lon)
		x2, y2 := world.Project(b.Lat, b.Lon)
		// The arc bends to its left by a fifth of its length, so that the way
		// back is another arc.
		f.Path = fmt.Sprintf("M%.1f %.1fQ%.1f %.1f %.1f %.1f", x1, y1, (x1+x2)/2+(y2-y1)/5, (y1+y2)/2-(x2-x1)/5, x2, y2)
		f.Stroke = round1(min(6, 0.8+0.5*float64(n)))
		p.Flows = append(p.Flows, f)
		if stops[w.to] == nil {
			stops[w.to] = &stop{Code: w.to, X: round1(x2), Y: round1(y2)}
		}
		stops[w.to].N += n
	}
	slices.SortFunc(p.Flows, func(a, b flow) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	p.Flows = p.Flows[:min(len(p.Flows), flowsShown)]
	for _, s := range stops {
		s.R = round1(min(14, 2.5+float64(s.N)/2))
		p.Stops = append(p.Stops, *s)
	}
	slices.SortFunc(p.Stops, func(a, b stop) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Code, b.Code)) })
	return p
}

// travellers gives the countries that travel on a visit.
func travellers(l *store.Line) []string {
	var out []string
	for _, p := range l.Parties {
		if p.Role == reading.RoleVisitor && p.Country != "" && p.Country != l.Country && !slices.Contains(out, p.Country) {
			out = append(out, p.Country)
		}
	}
	return out
}
