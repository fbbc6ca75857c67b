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
	of brief.Lines // the visits of all years: it holds as long as they are the same

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
	visits := s.register.Picked(brief.PickVisits, 0)
	p.travels, err = s.routed.Find(fmt.Sprint(p.From, p.To), func(t *travels) bool { return slices.Equal(t.of, visits) }, func() (*travels, error) {
		names, err := gazetteer.Load()
		if err != nil {
			return nil, err
		}
		return newTravels(visits, p.From, p.To, export.GazetteerPoints(names)), nil
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

// newTravels draws the visits that were held from one year to another: the
// busiest flows, and each country that was visited.
func newTravels(visits brief.Lines, first, last int, points export.Points) *travels {
	p := &travels{of: visits}
	for w, n := range journeys(visits, first, last) {
		p.Flows = append(p.Flows, flow{From: w.from, To: w.to, N: n})
	}
	slices.SortFunc(p.Flows, func(a, b flow) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	capitals := map[string]*spot{}
	capital := func(code string) *spot {
		c, known := capitals[code]
		if !known {
			if at, ok := points(record.Engagement{Country: code}); ok {
				x, y := world.Project(at.Lat, at.Lon)
				c = &spot{x, y}
			}
			capitals[code] = c
		}
		return c
	}
	stops := map[string]*stop{}
	for i := range p.Flows {
		f := &p.Flows[i]
		from, to := capital(f.From), capital(f.To)
		p.Visits += f.N
		if from == nil || to == nil {
			p.Unplaced += f.N
		} else {
			if stops[f.To] == nil {
				stops[f.To] = &stop{Code: f.To, X: round1(to.x), Y: round1(to.y)}
			}
			stops[f.To].N += f.N
		}
		if i < flowsShown {
			f.draw(from, to, first, last)
		}
	}
	p.Flows = p.Flows[:min(len(p.Flows), flowsShown)]
	for _, s := range stops {
		s.R = round1(min(14, 2.5+float64(s.N)/2))
		p.Stops = append(p.Stops, *s)
	}
	slices.SortFunc(p.Stops, func(a, b stop) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Code, b.Code)) })
	return p
}

// spot is a place on the map.
type spot struct{ x, y float64 }

// draw finds the words and the arc of a flow, which has none where one of its
// ends is on no map. The arc bends to its left by a fifth of its length, so that
// the way back is another arc.
func (f *flow) draw(from, to *spot, first, last int) {
	f.Href = "/search?q=" + url.QueryEscape(fmt.Sprintf("kind:visit status:held visitor:%s country:%s since:%d until:%d", f.From, f.To, first, last))
	if from == nil || to == nil {
		return
	}
	f.Path = fmt.Sprintf("M%.1f %.1fQ%.1f %.1f %.1f %.1f", from.x, from.y, (from.x+to.x)/2+(to.y-from.y)/5, (from.y+to.y)/2-(to.x-from.x)/5, to.x, to.y)
	f.Stroke = round1(min(6, 0.8+0.5*float64(f.N)))
}

// way is from which country a visit goes to which.
type way struct{ from, to string }

// journeys counts the visits of some years by who travels where.
func journeys(visits brief.Lines, first, last int) map[way]int {
	counts := map[way]int{}
	lo, hi, _ := edtf.Years(first, last).Bounds()
	for _, l := range visits {
		if l.First > hi {
			break // as do all behind it
		}
		if l.Last < lo {
			continue
		}
		for _, from := range travellers(l) {
			counts[way{from, l.Country}]++
		}
	}
	return counts
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
