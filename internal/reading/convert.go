package reading

import (
	"cmp"
	"sort"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// engagements turns the merged events into what the reading says, in the order
// of the text.
func (p *page) engagements(events []event) []Engagement {
	out := make([]Engagement, 0, len(events))
	for i := range events {
		e := &events[i]
		if len(e.parties) == 0 {
			continue
		}
		g := Engagement{Kind: e.kind, Country: e.place.country, Place: e.place.place, When: e.when, Status: e.status,
			Event: p.eventName(e), Number: e.number, Practice: e.practiceName(), NextHost: e.turn, Alternates: e.byTurns, Confidence: p.confidence(e)}
		if e.kind == Visit {
			g.Type, g.Implied = e.protocol, e.implied
		}
		_, last, dated := e.when.Bounds()
		g.Presumed = e.presumed && dated && last == p.rep.Published
		if n := cmp.Or(e.days, e.stay); n > 0 && (e.kind == Visit || e.kind == Summit || e.kind == Meeting) {
			g.Duration = string(edtf.Period(n, 'D'))
		}
		if e.kind == Call {
			g.Country, g.Place = "", ""
		}
		if e.kind == Arrangement {
			g.Country, g.Place = "", ""
		}
		for _, q := range e.parties {
			party := Party{Country: q.code, Role: q.role, Office: q.office}
			if q.person != nobody {
				party.Person, party.Office = p.people[q.person].name, p.people[q.person].office
			}
			g.Parties = append(g.Parties, party)
		}
		g.Evidence = p.evidence(e)
		g.Attribution = p.whoSays(e)
		out = append(out, g)
	}
	return out
}

// sameOccasion gives a speaker who is quoted again the venue and the channel
// by which the report first brought in his words, where it names no others.
func sameOccasion(engagements []Engagement, claims []Claim) {
	first := map[string]Speaker{}
	complete := func(chain []Speaker) {
		for i := range chain {
			s := &chain[i]
			if s.Name == "" {
				continue
			}
			if f, ok := first[s.Name]; !ok || f.Venue == "" && f.Via == "" {
				first[s.Name] = *s
			} else if s.Venue == "" && s.Via == "" {
				s.Venue, s.Via = f.Venue, f.Via
			}
		}
	}
	for i := range engagements {
		complete(engagements[i].Attribution)
	}
	for i := range claims {
		complete(claims[i].Attribution)
	}
}

// whoSays gives the attribution of the first mention that has one.
func (p *page) whoSays(e *event) []Speaker {
	for _, at := range e.told {
		if chain := p.attribution(at.sent, at.tok); len(chain) > 0 {
			return chain
		}
	}
	return []Speaker{}
}

func (e *event) practiceName() string {
	if e.kind == Arrangement {
		return e.practice
	}
	return ""
}

// eventName tidies the name of a gathering, award or accord.
func (p *page) eventName(e *event) string {
	return strings.TrimSpace(strings.TrimPrefix(e.name, "the "))
}

// evidence sorts the spans, drops repeats and quotes them.
func (p *page) evidence(e *event) []Span {
	spans := append([]Span(nil), e.spans...)
	for _, k := range e.times {
		x := &p.times[k]
		spans = append(spans, Span{Start: int(x.Start), End: int(x.End), Field: "when"})
	}
	for _, q := range e.parties {
		if q.person != nobody || q.tok > 0 {
			if s, ok := p.mentionSpan(q.sent, q.tok); ok {
				s.Field = "parties"
				spans = append(spans, s)
			}
		}
	}
	if e.place.country != "" && (e.place.sent != 0 || e.place.tok != 0) {
		if s, ok := p.mentionSpan(e.place.sent, e.place.tok); ok {
			s.Field = "place"
			spans = append(spans, s)
		}
	}
	sort.SliceStable(spans, func(i, j int) bool {
		a, b := spans[i], spans[j]
		if (a.Field == "") != (b.Field == "") {
			return a.Field == ""
		}
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End < b.End
		}
		return a.Field < b.Field
	})
	keep := spans[:0]
	for i, s := range spans {
		if i > 0 && s.Start == keep[len(keep)-1].Start && s.End == keep[len(keep)-1].End && s.Field == keep[len(keep)-1].Field {
			continue
		}
		s.Quote = p.doc.Text[s.Start:s.End]
		keep = append(keep, s)
	}
	return keep
}

// mentionSpan gives the bytes of the mention at a token, or of the token.
func (p *page) mentionSpan(si, i int) (Span, bool) {
	if si < 0 || si >= len(p.doc.Sentences) || i < 0 || i >= len(p.doc.Sentences[si].Tokens) {
		return Span{}, false
	}
	t := p.doc.Sentences[si].Tokens
	from, to := i, i+1
	if m := p.mention(si, i); m != nil {
		from, to = int(m.from), int(m.to)
	}
	return Span{Start: int(t[from].Start), End: int(t[to-1].End)}, true
}

// confidence says how likely a careful reader would code the event too.
func (p *page) confidence(e *event) float64 {
	c := e.conf
	if e.implied {
		c -= 0.15
	}
	named := 0
	for _, q := range e.parties {
		if q.person != nobody {
			named++
		}
		if q.weak {
			c -= 0.05
		}
	}
	switch {
	case named == 0:
		c -= 0.2
	case named >= 2:
		c += 0.08
	}
	if e.status == Proposed {
		c -= 0.1
	}
	if e.when == "" {
		c -= 0.05
	}
	return float64(int(max(0.05, min(0.99, c))*100+0.5)) / 100
}
