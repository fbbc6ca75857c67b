package outlook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Want chooses engagements; every field that is set must hold.
type Want struct {
	Countries []string       // parties must have all of these codes
	Person    string         // a party must have a name that this one fits
	Kinds     []reading.Kind // of one of these kinds, if any
	Country   string         // takes place there
	Event     string         // goes by this name, told in any way
	Sides     int            // has so many countries
}

func (w Want) key() string {
	return strings.Join([]string{strings.Join(w.Countries, " "), w.Person, fmt.Sprint(w.Kinds), w.Country, w.Event, strconv.Itoa(w.Sides)}, "|")
}

// any says whether all engagements fit.
func (w *Want) any() bool {
	return len(w.Countries) == 0 && w.Person == "" && len(w.Kinds) == 0 && w.Country == "" && w.Event == "" && w.Sides == 0
}

func (w *Want) fits(e *record.Engagement) bool {
	switch {
	case len(w.Kinds) > 0 && !slices.Contains(w.Kinds, e.Kind),
		w.Country != "" && e.Country != w.Country,
		w.Sides > 0 && len(e.Countries()) != w.Sides,
		w.Person != "" && !e.Names(w.Person),
		w.Event != "" && !e.GoesBy(w.Event):
		return false
	}
	return len(w.Countries) == 0 || holdsAll(e.Countries(), w.Countries)
}

// Source gives the engagements of a record that are wanted, in the order of
// the record.
type Source func(Want) ([]record.Engagement, error)

// About limits what an Outlook lists of its own accord, such as its turns, to
// what all of some countries and somebody take part in. What decides is looked
// for in the whole record all the same.
type About struct {
	Countries []string
	Person    string
}

// Over makes an Outlook that asks a source for what it needs, when it needs
// it. first is the day of the first news report of the record, last that of
// its last report. After a question Err must be asked.
func Over(source Source, about About, first, last edtf.Day, g *gazetteer.Gazetteer) *Outlook {
	o := New(nil, g)
	o.first, o.last, o.about = first, last, about
	if first == 0 {
		o.first = edtf.MaxDay
	}
	o.source = &fetched{source: source, answers: map[string][]*record.Engagement{}, known: map[string]*record.Engagement{}, pair: about.Countries}
	if len(about.Countries) > 1 {
		o.find(Want{Countries: about.Countries})
	}
	return o
}

// fetched keeps what a source gave, so that it is asked once, and each
// engagement is one.
type fetched struct {
	mu      sync.Mutex
	source  Source
	answers map[string][]*record.Engagement
	known   map[string]*record.Engagement // by eid
	pair    []string                      // countries whose engagements are wanted again and again
	err     error
}

// Err says what a source could not give; the answers since then are worthless.
func (o *Outlook) Err() error {
	if o.source == nil {
		return nil
	}
	o.source.mu.Lock()
	defer o.source.mu.Unlock()
	return o.source.err
}

func (f *fetched) find(w Want) []*record.Engagement {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := w.key()
	if out, ok := f.answers[key]; ok || f.err != nil {
		return out
	}
	if wider, ok := f.answers[Want{Countries: f.pair}.key()]; ok && holdsAll(w.Countries, f.pair) {
		var out []*record.Engagement
		for _, e := range wider {
			if w.fits(e) {
				out = append(out, e)
			}
		}
		f.answers[key] = out
		return out
	}
	es, err := f.source(w)
	if err != nil {
		f.err = err
		return nil
	}
	out := make([]*record.Engagement, len(es))
	for i := range es {
		e, ok := f.known[es[i].EID]
		if !ok {
			e = &es[i]
			f.known[e.EID] = e
		}
		out[i] = e
	}
	f.answers[key] = out
	return out
}

// find gives the engagements that are wanted, in the order of the record.
func (o *Outlook) find(w Want) []*record.Engagement {
	if o.source != nil {
		return o.source.find(w)
	}
	return o.index.find(w)
}

// listed gives the engagements of a kind that are to be listed.
func (o *Outlook) listed(k reading.Kind) []*record.Engagement {
	return o.find(Want{Kinds: []reading.Kind{k}, Countries: o.about.Countries, Person: o.about.Person})
}

// together puts lists into one, in the order of the record, each engagement
// once.
func together(lists ...[]*record.Engagement) []*record.Engagement {
	out := slices.Concat(lists...)
	slices.SortFunc(out, record.Compare)
	return slices.Compact(out)
}
