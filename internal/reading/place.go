package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/dateline"
)

// findDateline sets the day and the place from which a wire report is told:
// "NEW DELHI, Dec 6 (Agency) -".
func (p *page) findDateline() {
	d, ok := dateline.Find(p.rep.Text, p.rep.Published)
	if !ok {
		return
	}
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
