package page

import (
	"fmt"
	"html/template"
	"math"
	"net/url"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

// words are the functions that templates use to say things. All give plain
// text, which the template escapes.
func (s *Server) words() template.FuncMap {
	return template.FuncMap{
		"entries":  s.entries,
		"headline": func(e record.Engagement) string { return s.names.Headline(wording.Of(e)) },
		"place":    func(e record.Engagement) string { return s.names.Place(wording.Of(e)) },
		"when":     wording.Happens,
		"date":     wording.When,
		"day":      wording.Day,
		"party":    s.names.Party,
		"name":     func(code string) string { return s.names(code) },
		"chain":    s.names.Chain,
		"pair": func(e record.Engagement) *link {
			if c := e.Countries(); len(c) == 2 {
				return &link{Href: "/pair/" + url.PathEscape(c[0]) + "/" + url.PathEscape(c[1]), Text: s.names(c[0]) + " and " + s.names(c[1])}
			}
			return nil
		},
		"outlet": func(e record.Engagement, report string) string {
			if i := slices.IndexFunc(e.Mentions, func(m record.Mention) bool { return m.Report == report }); i >= 0 {
				return e.Mentions[i].Outlet
			}
			return ""
		},
		"because":     s.because,
		"deref":       func(e *record.Engagement) record.Engagement { return *e },
		"arrangement": s.names.Arrangement,
		"claim":       s.names.Claim,
		"quoted":      wording.Quoted,
		"one":         func(e record.Engagement) []record.Engagement { return []record.Engagement{e} },
		"count":       wording.Count,
		"told":        wording.Told,
		"path":        func(id string) string { return strings.ReplaceAll(url.PathEscape(id), "%2F", "/") },
		"percent": func(x float64) string {
			return fmt.Sprintf("%.0f %%", 100*math.Max(0, math.Min(1, x)))
		},
		"said": func(field, value string) string {
			switch field {
			case "when":
				return wording.When(edtf.Date(value))
			case "country", "next_host":
				return s.names(value)
			}
			return value
		},
	}
}

// becauseShown is how many of the engagements that decide a claim are shown.
const becauseShown = 6

// because gives the first of the engagements that decide a claim; of one that
// has another name by now only that which it had.
func (s *Server) because(eids []string) ([]record.Engagement, error) {
	eids = first(eids, becauseShown)
	var lines brief.Lines
	for _, eid := range eids {
		if l := s.register.Line(eid); l != nil {
			lines = append(lines, l)
		}
	}
	known, err := s.register.Show(s.life, lines)
	if err != nil {
		return nil, err
	}
	out := make([]record.Engagement, len(eids))
	for i, eid := range eids {
		out[i].EID = eid
		if at := slices.IndexFunc(known, func(e record.Engagement) bool { return e.EID == eid }); at >= 0 {
			out[i] = known[at]
		}
	}
	return out, nil
}
