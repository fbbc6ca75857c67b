package outlook

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// occasions gives the engagements that keep an arrangement: held until a day,
// oldest first, and planned or proposed and not passed, soonest first, the
// undated last.
func (o *Outlook) occasions(a *record.Engagement, asOf edtf.Day) (held, ahead []*record.Engagement) {
	parties := codes(a.Parties)
	if len(parties) == 1 {
		return split(o.gatherings(parties[0], a.Event), asOf)
	}
	for _, pick := range o.picks(a, parties) {
		var found []*record.Engagement
		for _, e := range o.with(parties...) {
			if e.EID != a.EID && pick(e) {
				found = append(found, e)
			}
		}
		if held, ahead = split(found, asOf); len(held)+len(ahead) > 0 {
			return held, ahead
		}
	}
	return nil, nil
}

// picks gives ways to tell an arrangement's occasions, the surest first; the
// first that finds any counts.
func (o *Outlook) picks(a *record.Engagement, parties []string) []func(*record.Engagement) bool {
	alone := func(e *record.Engagement) bool { return len(e.Countries()) == len(parties) || o.besideHost(parties, e) }
	name := o.words(a)
	named := func(e *record.Engagement) bool {
		if len(name) == 0 {
			return e.Kind == reading.Summit && alone(e) && len(o.words(e)) == 0
		}
		return record.SameSeries(strings.Join(name, " "), e.Event) && len(o.words(e)) > 0
	}
	face := func(e *record.Engagement) bool { return e.Kind == reading.Summit || e.Kind == reading.Meeting }
	if a.Practice == "call" {
		return []func(*record.Engagement) bool{func(e *record.Engagement) bool { return e.Kind == reading.Call && alone(e) }}
	}
	visits := func(e *record.Engagement) bool { return e.Kind == reading.Visit && alone(e) }
	if a.Practice == "visit" {
		return []func(*record.Engagement) bool{visits}
	}
	if len(parties) > 2 {
		return []func(*record.Engagement) bool{
			func(e *record.Engagement) bool { return e.Kind == reading.Summit && (alone(e) || named(e)) },
			func(e *record.Engagement) bool { return face(e) && (alone(e) || named(e)) },
		}
	}
	picks := []func(*record.Engagement) bool{func(e *record.Engagement) bool { return face(e) && (named(e) || o.both(a, e)) }}
	if len(name) == 0 {
		picks = append(picks,
			func(e *record.Engagement) bool { return e.Kind == reading.Meeting && alone(e) && e.Number > 0 },
			visits)
	}
	return picks
}

// besideHost says whether the only other side at a gathering is the state that
// it takes place in, a member of one of the organisations that meet.
func (o *Outlook) besideHost(parties []string, e *record.Engagement) bool {
	return e.Country != "" && !slices.Contains(parties, e.Country) && len(e.Countries()) == len(parties)+1 &&
		slices.Contains(e.Countries(), e.Country) && o.side(parties, e) != ""
}

// both says whether a gathering is the arrangement's by a name made of its
// parties' names, such as "summit of the European Union and the African
// Union", whoever else came.
func (o *Outlook) both(a, e *record.Engagement) bool {
	x, _ := record.EventWords(a.Event)
	y, _ := record.EventWords(e.Event)
	return e.Kind == reading.Summit && len(x) > 0 && len(y) > 0 && record.SameSeries(a.Event, e.Event)
}

// gatherings gives the gatherings of an organisation: with it as a party, or
// under its name.
func (o *Outlook) gatherings(org, event string) []*record.Engagement {
	names := o.names(org)
	if event != "" {
		names = append(names, event)
	}
	found := [][]*record.Engagement{o.find(Want{Kinds: []reading.Kind{reading.Summit}, Countries: []string{org}})}
	asked := map[string]bool{}
	for _, n := range names {
		words, _ := record.EventWords(n)
		if key := strings.Join(words, " "); len(words) > 0 && !asked[key] {
			asked[key] = true
			found = append(found, o.find(Want{Kinds: []reading.Kind{reading.Summit}, Event: n}))
		}
	}
	return slices.DeleteFunc(together(found...), func(e *record.Engagement) bool { return !o.isOf(e, org, names) })
}

// isOf says whether a gathering is an organisation's own. A gathering of it
// with another side under both names is not.
func (o *Outlook) isOf(e *record.Engagement, org string, names []string) bool {
	words, _ := record.EventWords(e.Event)
	if len(words) == 0 {
		return slices.Contains(e.Countries(), org) && !slices.ContainsFunc(e.Countries(), func(c string) bool { return c != org && o.isOrganisation(c) })
	}
	for _, n := range names {
		own, _ := record.EventWords(n)
		if len(own) > 0 && slices.Equal(own, words) {
			return true
		}
	}
	return false
}

// names gives the names of an organisation or country.
func (o *Outlook) names(code string) []string {
	names := []string{code}
	if o.g == nil {
		return names
	}
	if c, ok := o.g.CountryByCode(code); ok {
		for _, list := range [][]string{{c.Name}, c.Also, c.Abbreviations, c.Adjectives} {
			names = append(names, list...)
		}
	}
	if org, ok := o.g.OrganisationByCode(code); ok {
		names = append(append(append(names, org.Name), org.Also...), org.Abbreviations...)
	}
	return names
}

// name gives a country or organisation as people call it; its code where it is
// in no list.
func (o *Outlook) name(code string) string {
	if o.g != nil {
		if c, ok := o.g.CountryByCode(code); ok {
			return c.Name
		}
		if org, ok := o.g.OrganisationByCode(code); ok {
			return org.Name
		}
	}
	return code
}

// split parts occasions into those held until a day and those ahead of it. A
// plan whose time has passed is neither.
func split(found []*record.Engagement, asOf edtf.Day) (held, ahead []*record.Engagement) {
	for _, e := range found {
		lo, hi, dated := e.When.Bounds()
		switch {
		case e.Status == reading.Held && (!dated || lo <= asOf):
			if dated {
				held = append(held, e)
			}
		case (e.Status == reading.Planned || e.Status == reading.Proposed || e.Status == reading.Postponed) && (!dated || hi >= asOf):
			ahead = append(ahead, e)
		}
	}
	byDay(held)
	byDay(ahead)
	return held, ahead
}
