package outlook

import (
	"slices"
	"strings"
	"sync"

	"github.com/chancery-project/chancery/internal/record"
)

// index finds engagements of a whole record by who takes part in them and by
// the name they go by. Several goroutines may ask it. What it gives is shared:
// nobody may change it.
type index struct {
	all       []*record.Engagement // in the order of the record
	byCountry map[string][]int     // indexes into all, of engagements with a party

	mu      sync.Mutex
	among   map[string][]*record.Engagement // answers, by countries and place
	places  map[string]bool                 // countries of which among has every place
	byEvent map[string][]*record.Engagement // by the telling words of the name; nil until asked
}

// newIndex puts engagements into the order of the record and indexes them; the
// list becomes its own.
func newIndex(all []*record.Engagement) *index {
	x := &index{all: all, byCountry: map[string][]int{}, among: map[string][]*record.Engagement{}, places: map[string]bool{}}
	slices.SortFunc(all, record.Compare)
	for i, e := range all {
		for _, c := range e.Countries() {
			x.byCountry[c] = append(x.byCountry[c], i)
		}
	}
	return x
}

// find gives the engagements that are wanted, in the order of the record.
func (x *index) find(w Want) []*record.Engagement {
	from := x.all
	switch {
	case len(w.Countries) > 0:
		from = x.with(w.Countries, w.Country)
		w.Countries, w.Country = nil, ""
	case w.Event != "":
		from = x.named(w.Event)
		w.Event = ""
	}
	if w.any() {
		return from
	}
	var out []*record.Engagement
	for _, e := range from {
		if w.fits(e) {
			out = append(out, e)
		}
	}
	return out
}

// with gives the engagements in which all of some countries take part, in one
// country if it is not empty.
func (x *index) with(countries []string, in string) []*record.Engagement {
	key := strings.Join(countries, " ") + "|" + in
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(countries) == 1 && in != "" {
		x.place(countries[0])
		return x.among[key]
	}
	out, ok := x.among[key]
	if ok {
		return out
	}
	found := x.byCountry[countries[0]]
	for _, c := range countries[1:] {
		found = common(found, x.byCountry[c])
	}
	for _, i := range found {
		if e := x.all[i]; in == "" || e.Country == in {
			out = append(out, e)
		}
	}
	out = slices.Clip(out)
	x.among[key] = out
	return out
}

// place sorts the engagements of a country by where they take place, once:
// whoever asks for one place asks for others.
func (x *index) place(country string) {
	if x.places[country] {
		return
	}
	x.places[country] = true
	at := map[string][]*record.Engagement{}
	for _, i := range x.byCountry[country] {
		e := x.all[i]
		at[e.Country] = append(at[e.Country], e)
	}
	for in, es := range at {
		if in != "" {
			x.among[country+"|"+in] = slices.Clip(es)
		}
	}
}

// named gives the engagements that go by a name, told in any way; none where
// the name tells nothing.
func (x *index) named(event string) []*record.Engagement {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.byEvent == nil {
		x.byEvent = map[string][]*record.Engagement{}
		for _, e := range x.all {
			if e.Event != "" {
				words, _ := record.EventWords(e.Event)
				key := strings.Join(words, " ")
				x.byEvent[key] = append(x.byEvent[key], e)
			}
		}
	}
	words, _ := record.EventWords(event)
	if len(words) == 0 {
		return nil
	}
	return slices.Clip(x.byEvent[strings.Join(words, " ")])
}

// common gives what two sorted lists have in common.
func common(a, b []int) []int {
	var out []int
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}
