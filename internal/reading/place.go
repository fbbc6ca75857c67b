package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/dateline"
)

// cutDateline takes a dateline off the sentence that it runs into without a
// dash: "Kazan, Oct 23 (PTI) The prime minister met".
func (p *page) cutDateline(story int) {
	for si := range p.doc.Sentences {
		s := &p.doc.Sentences[si]
		if int(s.Start) >= story {
			return
		}
		for k := range s.Tokens {
			if int(s.Tokens[k].Start) >= story {
				s.Tokens, s.Start = s.Tokens[k:], s.Tokens[k].Start
				return
			}
		}
	}
}

// findDateline sets the day and the place from which a wire report is told:
// "NEW DELHI, Dec 6 (Agency) -".
func (p *page) findDateline() {
	d, ok := dateline.Find(p.rep.Text, p.rep.Published)
	if !ok {
		return
	}
	p.cutDateline(d.StoryFrom)
	if d.HasDay && abs(int(d.Day-p.rep.Published)) <= 45 {
		p.ref = d.Day
	}
	name := d.Place.Text(p.rep.Text)
	l := locus{place: properCase(name)}
	l.country = p.countryOfPlace(name)
	if region := d.Region.Text(p.rep.Text); region != "" {
		if code, ok := p.gaz.Resolve(properCase(region)); ok && !p.isOrg(code) {
			if l.country == "" || d.Sure {
				l.country = p.gaz.CountryAt(code, p.ref)
			}
			if strings.HasPrefix(name, "The ") && l.country == "" {
				l.country = p.gaz.CountryAt(code, p.ref)
			}
		}
	}
	if c, ok := p.gaz.Resolve(l.place); ok && l.country == "" && !p.isOrg(c) { // "BAHRAIN, March 2 -"
		l.country = p.gaz.CountryAt(c, p.ref)
	}
	if c, ok := p.gaz.CountryByCode(l.country); ok && strings.EqualFold(c.Name, l.place) {
		l.place = ""
	}
	if l.country == "" {
		return
	}
	p.here = l
	for si := range p.doc.Sentences {
		if int(p.doc.Sentences[si].Start) >= d.StoryFrom {
			break
		}
		p.dateline = si
	}
	for p.here.sent = 0; p.here.sent < len(p.doc.Sentences); p.here.sent++ {
		s := &p.doc.Sentences[p.here.sent]
		for i := range s.Tokens {
			if int(s.Tokens[i].Start) >= d.Place.Start {
				p.here.tok = i
				return
			}
		}
	}
}

// countryOfPlace gives the state of a city or seat by name; empty if no list
// has it.
func (p *page) countryOfPlace(name string) string {
	p.an2 = p.an2[:0]
	doc := &p.scratch
	doc.Text, doc.Sentences = "", doc.Sentences[:0]
	language.Segment(properCase(name), doc)
	if len(doc.Sentences) == 0 {
		return ""
	}
	p.an2 = p.gaz.Match(doc, &doc.Sentences[0], p.an2)
	for _, m := range p.an2 {
		for _, s := range m.Senses {
			switch s.Kind {
			case gazetteer.KindCity:
				return p.gaz.CityCountryAt(s.Ref, p.ref)
			case gazetteer.KindSeat:
				if c := p.gaz.Seat(s.Ref).Country; c != "" {
					return p.gaz.CountryAt(c, p.ref)
				}
			}
		}
	}
	return ""
}

// sharePresence gives meetings, summits and agreements without a place the one
// where the report shows a named participant on that day.
func (p *page) sharePresence(events []event) {
	for i := range events {
		e := &events[i]
		if e.kind != Meeting && e.kind != Summit && e.kind != Agreement || e.status != Held || e.place.country != "" || e.place.place != "" {
			continue
		}
		if first, last, ok := e.when.Bounds(); !ok || last-first > 5 {
			continue
		}
		var found locus
		for k := range events {
			o := &events[k]
			if k == i || o.status != Held || o.place.country == "" || o.kind == Call || o.kind == Invitation || o.kind == Arrangement {
				continue
			}
			first, last, ok := o.when.Bounds()
			if !ok || last-first > 6 || !overlap(o.when, e.when) || !p.sharesPresent(o, e) {
				continue
			}
			if found.country != "" && found.country != o.place.country { // seen in two countries on one day
				found = locus{}
				break
			}
			if found.place == "" {
				found = o.place
			}
		}
		if p.isSite(found.place) {
			found = p.cityBehind(events, found)
		}
		e.setPlace(found)
	}
}

// sharesPresent tells whether a named person who was where o took place takes
// part in e; of a visit, the visitor.
func (p *page) sharesPresent(o, e *event) bool {
	if o.kind == Visit {
		return p.sharesVisitor(o, e)
	}
	for _, q := range o.parties {
		for _, r := range e.parties {
			if q.person != nobody && q.person == r.person {
				return true
			}
		}
	}
	return false
}

// cityBehind gives for a site the city of the dateline, or the first that
// another event has in the same country; the site itself where there is none.
func (p *page) cityBehind(events []event, l locus) locus {
	if p.here.country == l.country && p.here.place != "" {
		return p.here
	}
	for k := range events {
		if o := &events[k]; o.place.country == l.country && o.place.place != "" && !p.isSite(o.place.place) {
			return o.place
		}
	}
	return l
}
