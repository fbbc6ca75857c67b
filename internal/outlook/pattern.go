package outlook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// The least number of occasions that make a pattern, and how far a gap between
// two may stray from the usual one.
const (
	enoughOccasions = 3
	stray           = 0.45
)

// patterns finds practices that nobody states: summits of the same parties at
// a steady pace. Those that a stated turn covers are left out.
func (o *Outlook) patterns(asOf edtf.Day, stated []Turn) []Turn {
	groups := map[string][]*record.Engagement{}
	if o.about.Person != "" {
		return nil // a pattern names nobody
	}
	for _, e := range o.listed(reading.Summit) {
		if len(e.Countries()) > 3 {
			continue
		}
		key := strings.Join(e.Countries(), " ")
		groups[key] = append(groups[key], e)
	}
	covered := map[string]bool{}
	for _, t := range stated {
		for _, eid := range t.Held {
			covered[eid] = true
		}
	}
	var out []Turn
	for _, found := range groups {
		held, ahead := split(found, asOf)
		if len(held) < enoughOccasions || covered[held[len(held)-1].EID] {
			continue
		}
		months := pace(held)
		if months == 0 || o.covered(held[len(held)-1], asOf) {
			continue
		}
		t := Turn{Ground: Pattern, Practice: "summit", Period: period(months)}
		parties := held[0].Countries()
		for _, c := range parties {
			t.Parties = append(t.Parties, reading.Party{Country: c, Role: reading.RoleParty})
		}
		o.expect(&t, parties, held, ahead, asOf)
		o.due(&t, asOf)
		t.Basis = reportsOf(append(slices.Clone(held), t.Next)...)
		out = append(out, t)
	}
	return out
}

// covered says whether an occasion keeps an arrangement that is not among those
// listed.
func (o *Outlook) covered(e *record.Engagement, asOf edtf.Day) bool {
	if o.source == nil && len(o.about.Countries) == 0 {
		return false // all were listed
	}
	stated := [][]*record.Engagement{o.find(Want{Kinds: []reading.Kind{reading.Arrangement}, Sides: 1})}
	for _, c := range e.Countries() {
		stated = append(stated, o.find(Want{Kinds: []reading.Kind{reading.Arrangement}, Countries: []string{c}}))
	}
	for _, a := range together(stated...) {
		if a.Status == reading.Cancelled {
			continue
		}
		if held, _ := o.occasions(a, asOf); slices.Contains(held, e) {
			return true
		}
	}
	return false
}

// pace gives the steady gap between occasions in months, or 0.
func pace(held []*record.Engagement) int {
	var gaps []int
	for i := 1; i < len(held); i++ {
		a, _ := day(held[i-1])
		b, _ := day(held[i])
		if g := int(b - a); g > 20 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) < enoughOccasions-1 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(gaps))
	usual := float64(sorted[len(sorted)/2])
	for _, g := range gaps {
		if float64(g) < usual*(1-stray) || float64(g) > usual*(1+stray) {
			return 0
		}
	}
	return max(1, int(usual/30.44+0.5))
}

// period writes months as an ISO 8601 duration, years where they are near.
func period(months int) string {
	if years := (months + 6) / 12; months >= 9 && abs(months-12*years) <= 3 {
		return fmt.Sprintf("P%dY", years)
	}
	return fmt.Sprintf("P%dM", months)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
