package page

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

type seriesPage struct {
	*view
	Name   string
	Rounds []round
}

// round is one gathering of a series, or the numbers that no report tells of.
type round struct {
	E       record.Engagement
	Number  int
	Missing []int // numbers between the round before and this one; then E is empty
}

// seriesOf gives the address of the series that an engagement is of: a summit
// by its name, or by its two sides where it has a number and no other name.
func seriesOf(e record.Engagement) string {
	if e.Kind != reading.Summit {
		return ""
	}
	words, n := record.EventWords(e.Event)
	if e.Number > 0 {
		n = e.Number
	}
	countries := e.Countries()
	switch {
	case len(countries) == 2:
		return seriesAddress(countries...)
	case len(words) > 0 && (n > 0 || len(countries) > 2):
		return "/series?" + url.Values{"name": {strings.Join(words, " ")}}.Encode()
	}
	return ""
}

// seriesAddress is where the summits of two sides stand.
func seriesAddress(sides ...string) string { return "/series?" + url.Values{"of": sides}.Encode() }

// series shows the gatherings of a series in order, with the numbers that are
// missing, who hosted, and whose turn it is.
func (s *Server) series(ctx context.Context, v *view, r *http.Request) (answer, error) {
	name, of := r.URL.Query().Get("name"), r.URL.Query()["of"]
	if name == "" && len(of) != 2 {
		return answer{}, notHere{"Name a series: its name, or the codes of two sides."}
	}
	f := store.Filter{Kinds: []reading.Kind{reading.Summit}, Countries: of, Text: name}
	es, err := s.store.Engagements(ctx, f)
	if err != nil {
		return answer{}, err
	}
	es = slices.DeleteFunc(es, func(e record.Engagement) bool {
		return name != "" && !record.SameSeries(name, e.Event) || len(of) == 2 && len(e.Countries()) != 2
	})
	if len(es) == 0 {
		return answer{}, notHere{"The record has no gathering of this series."}
	}
	p := seriesPage{view: v, Name: name, Rounds: rounds(es)}
	if len(of) == 2 {
		p.Name = "Summits of " + wording.And([]string{s.names(of[0]), s.names(of[1])})
	}
	return answer{template: "series", title: p.Name, shows: p}, nil
}

// rounds puts the gatherings into the order of time and says which numbers
// are missing between those that have one.
func rounds(es []record.Engagement) []round {
	var out []round
	last := 0
	for _, e := range es {
		n := e.Number
		if n == 0 {
			_, n = record.EventWords(e.Event)
		}
		if last > 0 && n > last+1 {
			var missing []int
			for i := last + 1; i < n; i++ {
				missing = append(missing, i)
			}
			out = append(out, round{Missing: missing})
		}
		out = append(out, round{E: e, Number: n})
		last = max(last, n)
	}
	return out
}
