package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// tellSince files the journey of the one whom a claim counts from, where it is
// told with its date: "the first French president to come since Jacques Chirac
// in 2000", "since Chirac's visit in June 2000".
func (p *page) tellSince(si, since int, value edtf.Date, c *Claim) {
	t := p.tree(si)
	if c.Kind != Visit || value == "" || c.Country == "" || !strings.EqualFold(t.word(since), "since") || !p.dated(si, value) {
		return
	}
	home := ""
	for _, q := range c.Parties {
		if q.Role == RoleVisitor {
			home = q.Country
		}
	}
	who, end := p.namedSince(si, since)
	if who == nobody || home == "" || p.people[who].country != "" && p.people[who].country != home || !p.dateFollows(si, end, value) {
		return
	}
	e := event{kind: Visit, sent: si, tok: since, trig: again, status: Held, earlier: true, when: value, conf: 0.6,
		place: locus{country: c.Country, place: c.Place, sent: si, tok: since}}
	e.add(actor{person: who, code: home, tok: end}, RoleVisitor, si)
	e.add(actor{person: nobody, code: c.Country, tok: since}, RoleHost, si)
	p.fileEarlier(&e)
}

// fileEarlier files an engagement of long ago unless it is told already.
func (p *page) fileEarlier(e *event) {
	for k := range p.events {
		o := &p.events[k]
		if o.kind == Visit && o.codeOf(RoleVisitor) == e.codeOf(RoleVisitor) && o.place.country == e.place.country && o.when != "" && overlap(o.when, e.when) {
			return
		}
	}
	e.told = append(e.told, place{e.sent, e.tok})
	e.spans = append(e.spans, p.spanOf(e))
	p.events = append(p.events, *e)
}

// namedSince gives the person named behind "since", over titles, and the last
// token of the name.
func (p *page) namedSince(si, since int) (int32, int) {
	t := p.tree(si)
	for k := since + 1; k < len(t.s.Tokens) && k-since < 8; k++ {
		if m := p.mention(si, k); m != nil && m.kind == mPerson {
			return m.person, int(m.to) - 1
		}
		if t.upos(k) == language.VERB || t.upos(k) == language.SCONJ {
			break
		}
	}
	return nobody, since
}

// dateFollows tells whether nothing but words for the journey stands between
// a name and a date: "'s in June 2000", "'s visit in 2000", "in 2000".
func (p *page) dateFollows(si, from int, value edtf.Date) bool {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.First <= from || x.First-from > 8 || x.EDTF != value && x.Resolve(p.ref, timex.Past) != value {
			continue
		}
		for n := from + 1; n < x.First; n++ {
			if t.upos(n) == language.VERB || t.word(n) == ";" || t.word(n) == ":" {
				return false
			}
		}
		return true
	}
	return false
}

// readEarlier finds the journeys that one is counted behind: "his third trip
// to China, after those of March 2023 and September 2024".
func (p *page) readEarlier(si int) {
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Date || x.EDTF == "" || x.Kind == timex.Vague || !p.ofOthers(si, x.First) {
			continue
		}
		when := x.EDTF
		if d := x.Resolve(p.ref, timex.Past); x.Kind != timex.Absolute && d != "" {
			when = d
		}
		if _, last, ok := when.Bounds(); !ok || last >= p.ref {
			continue
		}
		v := p.journeyCounted(si, x.First)
		if v == nil {
			return
		}
		e := event{kind: Visit, sent: si, tok: x.First, trig: again, status: Held, earlier: true, when: when, times: []int32{k}, conf: 0.6,
			place: locus{country: v.place.country, sent: v.place.sent, tok: v.place.tok}}
		for _, q := range v.parties {
			if q.role == RoleVisitor {
				e.add(actor{person: q.person, code: q.code, tok: q.tok}, q.role, q.sent)
			}
		}
		p.fileEarlier(&e)
	}
}

// journeyCounted gives the visit that a sentence counts, told before a
// token of it or right before it.
func (p *page) journeyCounted(si, tok int) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		e := &p.events[k]
		if e.kind == Visit && e.place.country != "" && !e.earlier && si-e.sent <= 2 && (e.sent < si || e.tok < tok) {
			return e
		}
	}
	return nil
}

// ofOthers tells whether a date belongs to earlier journeys named only by it:
// behind "after those of", "following visits in".
func (p *page) ofOthers(si, first int) bool {
	t := p.tree(si)
	for k := first - 1; k > 0 && first-k < 12; k-- {
		switch w := strings.ToLower(t.word(k)); w {
		case "those", "ones", "visits", "trips":
			prev := strings.ToLower(t.word(k - 1))
			return prev == "after" || prev == "following" || prev == "besides"
		case "in", "of", "on", "and", ",", "then":
		default:
			if u := t.upos(k); u != language.PROPN && u != language.NUM && u != language.ADV && u != language.ADJ && u != language.NOUN {
				return false
			}
		}
	}
	return false
}
