package page

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

type briefPage struct {
	*view
	B      *brief.Brief
	Tiles  []tile
	Years  []group // what was held, the latest year first
	Chart  *chart  // nil where there is too little to draw
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
	b, err := brief.Make(ctx, s.store, about, v.asOf, 0)
	if err != nil {
		return answer{}, err
	}
	p := briefPage{view: v, B: b, Years: byYear(b.Held, func(e record.Engagement) (edtf.Day, bool) { return brief.Began(e), true })}
	var terms []string
	for _, w := range about {
		terms = append(terms, fmt.Sprintf("who:%q", w.Path()))
	}
	for _, w := range about {
		p.Feed += "/" + url.PathEscape(w.Path())
	}
	p.Search = searchAddress(strings.Join(terms, " "), 0)
	p.Chart, p.Often = newChart(b.All, func(e record.Engagement) string { return s.names.Headline(wording.Of(e)) }), frequency(b.Held)
	p.glance("Next", "Nothing planned", b.Next)
	p.glance("Last met", "No meeting on record", b.LastMet)
	if _, ok := b.LastGathering(); ok {
		p.glance("Last at one gathering", "", b.LastGathering)
	}
	p.glance("Last call", "No call on record", b.LastCall)
	return answer{template: "brief", title: about.Title(""), shows: p}, nil
}

func (p *briefPage) glance(head, none string, find func() (record.Engagement, bool)) {
	e, ok := find()
	p.Tiles = append(p.Tiles, tile{Head: head, E: e, None: none, Some: ok})
}
