package page

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// How much of a long list a brief shows at once; the rest is on further pages.
const (
	heldInBrief  = 50
	aheadInBrief = 25
	otherInBrief = 10

	summitsInBrief = 12
)

type briefPage struct {
	*view
	Count int // engagements
	Tiles []tile

	Ahead, Passed, Disputed             []record.Engagement
	AheadPart, PassedPart, DisputedPart part
	Turns                               []outlook.Turn
	TurnsPart                           part
	Invitations                         []outlook.Open
	OpenPart                            part
	Claims                              []outlook.Judgement // the latest first
	ClaimsPart                          part
	Years                               []group // what was held, the latest year first
	HeldPart                            part
	Offices                             []record.Tenure // of one country, organisation or person
	OfficesPart                         part
	Person                              bool    // the page is about one person
	Rounds                              []round // the last summits of two sides, with the numbers that no report tells of
	Series                              string  // where all of them stand

	Chart  *chart // nil where there is too little to draw
	Often  []yearCount
	Search string // address of the same as a search
	Feed   string // "/IND/RUS": where its calendar and feed stand, without the ending
}

// tile is one thing to know at a glance.
type tile struct {
	Head string
	E    record.Engagement
	None string // said where there is no engagement
	Some bool
}

func (s *Server) brief(ctx context.Context, v *view, r *http.Request) (answer, error) {
	words := []string{r.PathValue("who")}
	if with := r.PathValue("with"); with != "" {
		words = append(words, with)
	}
	about, err := who.Find(words)
	if err != nil {
		return answer{}, notHere{"Chancery does not know whom you mean: " + err.Error() + "."}
	}
	v.Who = about[0].Name
	if len(about) > 1 {
		v.With = about[1].Name
	}
	c, err := s.conclusions(ctx, v)
	if err != nil {
		return answer{}, err
	}
	sh := s.sheet(about, v.asOf)
	p := briefPage{view: v, Count: sh.count, Often: sh.often, Chart: sh.chart, Search: searchAddress(queryOf(about), 0)}
	p.conclude(s.about(&c, about), r)
	for _, w := range about {
		p.Feed += "/" + url.PathEscape(w.Path())
	}
	var ahead, passed, disputed, held brief.Lines
	ahead, p.AheadPart = cut(sh.ahead, r, "ahead", aheadInBrief)
	passed, p.PassedPart = cut(sh.passed, r, "passed", otherInBrief)
	disputed, p.DisputedPart = cut(sh.disputed, r, "disputed", otherInBrief)
	held, p.HeldPart = cut(sh.held, r, "from", heldInBrief)

	show, err := s.shown(ctx, ahead, passed, disputed, held, sh.few, sh.summits, brief.Lines(slices.Collect(some(sh.tiles))))
	if err != nil {
		return answer{}, err
	}
	p.Ahead, p.Passed, p.Disputed = show(ahead), show(passed), show(disputed)
	p.Years = byYear(show(held), func(e record.Engagement) (edtf.Day, bool) { return brief.Began(e), true })
	if p.Chart == nil {
		p.Chart = newChart(show(sh.few), func(e record.Engagement) string { return s.names.Headline(wording.Of(e)) })
	}
	for _, t := range sh.tiles {
		shows := tile{Head: t.head, None: t.none}
		if t.line != nil {
			if es := show(brief.Lines{t.line}); len(es) > 0 {
				shows.E, shows.Some = es[0], true
			}
		}
		p.Tiles = append(p.Tiles, shows)
	}
	if len(sh.summits) > 0 {
		p.Series = seriesAddress(about[0].Code, about[1].Code)
		p.Rounds = rounds(show(sh.summits))
	}
	if len(about) == 1 {
		offices, err := s.tenures(ctx, v, about[0], sh.homes)
		if err != nil {
			return answer{}, err
		}
		p.Person = about[0].Code == ""
		p.Offices, p.OfficesPart = cut(offices, r, "offices", officesInBrief)
	}
	return answer{template: "brief", title: about.Title(""), shows: p}, nil
}

// about gives the conclusions about a pair: of those about the first of them,
// which others ask for, too.
func (s *Server) about(c *conclusions, about who.Pair) *conclusions {
	from := c
	if n := len(about) - 1; n > 0 {
		from = s.about(c, about[:n])
	}
	part, _ := s.parts.Find(address(about), func(p *conclusions) bool { return p.of == c.of }, func() (*conclusions, error) {
		return &conclusions{of: c.of, turns: brief.TurnsOf(from.turns, about), open: brief.InvitationsOf(from.open, about), judged: brief.ClaimsOf(from.judged, about)}, nil
	})
	return part
}

// sheet is what a brief picks by lines alone.
type sheet struct {
	of   brief.Lines // the lines it is made of: it holds as long as they are the same
	asOf edtf.Day

	count                         int
	ahead, passed, disputed, held brief.Lines
	tiles                         []glance
	often                         []yearCount
	chart                         *chart      // of years; nil where engagements are drawn one by one
	few                           brief.Lines // those
	summits                       brief.Lines // of two sides alone, the last ones
	homes                         []string    // for which a person appears
}

// sheet gives the sheet of a pair, made anew only where an engagement of theirs
// has changed, or the day.
func (s *Server) sheet(about who.Pair, asOf edtf.Day) *sheet {
	all := s.register.Of(about)
	sh, _ := s.sheets.Find(address(about), func(sh *sheet) bool { return sh.asOf == asOf && slices.Equal(sh.of, all) }, func() (*sheet, error) {
		return newSheet(all, about, asOf), nil
	})
	return sh
}

func newSheet(all brief.Lines, about who.Pair, asOf edtf.Day) *sheet {
	sh := &sheet{
		of: all, asOf: asOf, count: len(all), ahead: brief.PickAhead.From(all, asOf), passed: brief.PickPassed.From(all, asOf),
		disputed: brief.PickDisputed.From(all, 0), held: brief.PickHeld.From(all, asOf),
	}
	sh.tiles, sh.often = glances(about, sh.ahead, sh.held), frequency(sh.held)
	if sh.few = drawable(all); len(sh.few) > chartMost {
		sh.chart, sh.few = yearChart(sh.few, queryOf(about)), nil
	}
	if len(about) == 1 && about[0].Code == "" {
		sh.homes = homes(all, about[0].Person)
	}
	if len(about) == 2 && about[0].Code != "" && about[1].Code != "" {
		for _, l := range all {
			if l.Kind == reading.Summit && len(l.Countries()) == 2 {
				sh.summits = append(sh.summits, l)
			}
		}
		sh.summits = sh.summits[max(0, len(sh.summits)-summitsInBrief):]
	}
	return sh
}

// queryOf gives the search for what all of a pair take part in.
func queryOf(about who.Pair) string {
	var terms []string
	for _, w := range about {
		terms = append(terms, fmt.Sprintf("who:%q", w.Path()))
	}
	return strings.Join(terms, " ")
}

// conclude shows what was drawn about whom the page is about, the latest claims
// first.
func (p *briefPage) conclude(c *conclusions, r *http.Request) {
	p.Turns, p.TurnsPart = cut(c.turns, r, "turns", otherInBrief)
	p.Invitations, p.OpenPart = cut(c.open, r, "invitations", otherInBrief)
	at := make([]int, len(c.judged))
	for i := range at {
		at[i] = len(at) - 1 - i
	}
	at, p.ClaimsPart = cut(at, r, "claims", otherInBrief)
	for _, i := range at {
		p.Claims = append(p.Claims, c.judged[i])
	}
}

// shown loads the engagements of lists once, and gives what picks those of one.
func (s *Server) shown(ctx context.Context, lists ...brief.Lines) (func(brief.Lines) []record.Engagement, error) {
	all := slices.Concat(lists...)
	slices.SortFunc(all, (*store.Line).Compare)
	es, err := s.register.Show(ctx, slices.Compact(all))
	if err != nil {
		return nil, err
	}
	byEID := make(map[string]record.Engagement, len(es))
	for _, e := range es {
		byEID[e.EID] = e
	}
	return func(lines brief.Lines) []record.Engagement {
		var out []record.Engagement
		for _, l := range lines {
			if e, ok := byEID[l.EID]; ok {
				out = append(out, e)
			}
		}
		return out
	}, nil
}

// glance is what a tile is made of.
type glance struct {
	head, none string
	line       *store.Line // nil for none
}

// glances gives what comes next and what was last: of a pair also the last
// gathering of many that they took part in, if it is later than their last
// meeting, for they may have met there.
func glances(about who.Pair, ahead, held brief.Lines) []glance {
	crowd := func(l *store.Line) bool { return len(l.Countries()) > 2 }
	out := []glance{
		{"Next", "Nothing planned", firstOf(ahead, func(*store.Line) bool { return true })},
		{"Last met", "No meeting on record", firstOf(held, func(l *store.Line) bool { return brief.InPerson(l.Kind) && !crowd(l) })},
	}
	if l := firstOf(held, func(l *store.Line) bool { return brief.InPerson(l.Kind) }); len(about) > 1 && l != nil && crowd(l) {
		out = append(out, glance{"Last at one gathering", "", l})
	}
	return append(out, glance{"Last call", "No call on record", firstOf(held, func(l *store.Line) bool { return l.Kind == reading.Call })})
}

func firstOf(lines brief.Lines, fits func(*store.Line) bool) *store.Line {
	if i := slices.IndexFunc(lines, fits); i >= 0 {
		return lines[i]
	}
	return nil
}

// some gives the lines that glances have.
func some(tiles []glance) func(func(*store.Line) bool) {
	return func(yield func(*store.Line) bool) {
		for _, t := range tiles {
			if t.line != nil && !yield(t.line) {
				return
			}
		}
	}
}
