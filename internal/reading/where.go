package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// placeAt gives the place that the noun at token i names, if any: a city, a
// site, a state, "here", "the Chinese capital".
func (p *page) placeAt(si, i int) (locus, bool) {
	t := p.tree(si)
	w := strings.ToLower(t.word(i))
	if w == "here" && p.here.country != "" {
		return p.here, true
	}
	if w == "there" {
		return p.thereBefore(si, i)
	}
	if m := p.mention(si, i); m != nil {
		switch m.kind {
		case mCity, mSeat:
			l := locus{country: m.code, place: p.text(si, int(m.from), int(m.to)), sent: si, tok: i}
			l.place = strings.TrimPrefix(l.place, "the ")
			if m.code == "" { // "the Hungarian parliament", "the Polish foreign ministry"
				for _, code := range p.modifierStates(si, i) {
					if !p.isOrg(code) {
						l.country = code
						break
					}
				}
			}
			return l, true
		case mState:
			return locus{country: m.code, sent: si, tok: i}, true
		}
	}
	if w == "capital" || w == "capitals" {
		for _, code := range p.modifierStates(si, i) {
			return locus{country: code, place: p.capitalOf(code), sent: si, tok: i}, true
		}
		if poss := t.child(i, language.RelNmodPoss); poss >= 0 {
			for _, a := range p.single(si, poss, nil) {
				return locus{country: a.code, sent: si, tok: i}, true
			}
		}
	}
	if siteNoun(t.lemma(i)) { // "a Beijing hotel", "the presidential palace in Nur-Sultan", "his residence"
		var l locus
		t.children(i, func(c int) bool {
			if t.rel(c) == language.RelCompound || t.rel(c) == language.RelNmodPoss || t.rel(c) == language.RelNmod || t.rel(c) == language.RelNmodDesc || t.rel(c) == language.RelAppos {
				if m, ok := p.placeAt(si, c); ok && l.country == "" {
					l = m
				}
			}
			return true
		})
		if l.country != "" {
			return l, true
		}
	}
	if t.lemma(i) == "town" || t.lemma(i) == "city" || t.lemma(i) == "port" || t.lemma(i) == "resort" || t.lemma(i) == "island" || t.lemma(i) == "village" || t.lemma(i) == "province" {
		found := -1
		t.children(i, func(c int) bool { // "the port of Tianjin", "the resort of Sharm el-Sheikh", "the Chinese city Tianjin"
			if m := p.mention(si, c); m != nil && (m.kind == mCity || m.kind == mState) && found < 0 {
				found = c
			}
			return true
		})
		if found >= 0 {
			return p.placeAt(si, found)
		}
	}
	if t.upos(i) == language.PROPN { // a site that no list has: "at Farmleigh House"
		if m := p.mention(si, i); m == nil {
			from, to := p.properRun(si, i)
			if to-from >= 2 && t.caseOf(i) == "at" {
				return locus{place: p.text(si, from, to), sent: si, tok: i}, true
			}
		}
	}
	return locus{}, false
}

// thereBefore gives the city or state named last before "there", or the state of a
// government.
func (p *page) thereBefore(si, i int) (locus, bool) {
	for k := si; k >= 0 && si-k <= 2; k-- {
		ms := p.sents[k].mentions
		best := -1
		for n := range ms {
			if (ms[n].kind == mCity || ms[n].kind == mState && !p.whose(k, &ms[n]) || ms[n].kind == mPeople && p.governmentBehind(k, int(ms[n].to))) && !(k == si && int(ms[n].from) >= i) && (best < 0 || ms[n].from > ms[best].from) {
				best = n
			}
		}
		if best >= 0 && ms[best].kind == mPeople {
			return locus{country: ms[best].code, sent: k, tok: int(ms[best].from)}, true
		}
		if best >= 0 {
			return p.placeAt(k, int(ms[best].from))
		}
	}
	return locus{}, false
}

// whose tells a state that only says whose somebody is: "Pakistan's Shehbaz
// Sharif went there".
func (p *page) whose(si int, m *mention) bool {
	tokens := p.doc.Sentences[si].Tokens
	if to := int(m.to); to < len(tokens) {
		switch p.doc.Word(&tokens[to]) {
		case "'s", "’s", "'", "’":
			return true
		}
		o := p.mention(si, to)
		return o != nil && (o.kind == mPerson || o.kind == mOffice)
	}
	return false
}

// governmentBehind tells "will ask the Japanese government when he goes there".
func (p *page) governmentBehind(si, i int) bool {
	tokens := p.doc.Sentences[si].Tokens
	return i < len(tokens) && strings.EqualFold(p.doc.Word(&tokens[i]), "government")
}

// placeWithin gives the place that stands with a noun: "talks in Bonn", "the
// summit in Kazan".
func (p *page) placeWithin(si, i int) (locus, bool) {
	t := p.tree(si)
	var l locus
	t.children(i, func(c int) bool {
		if (t.rel(c) == language.RelNmod || t.rel(c) == language.RelObl) && l.country == "" {
			switch t.caseOf(c) {
			case "in", "at", "to":
				if ls := p.places(si, c); len(ls) > 0 {
					l = ls[0]
				}
			}
		}
		return true
	})
	return l, l.country != ""
}

// cityOf gives the city of a seat or site, for a visit is to a city; the seat
// itself where the report does not name its city.
func (p *page) cityOf(l locus) locus {
	if p.isSeat(l) {
		if c := p.gaz.Seat(p.mention(l.sent, l.tok).ref).City; c != "" && (strings.EqualFold(p.here.place, c) || strings.Contains(p.doc.Text, c)) {
			l.place = c
		}
	}
	return l
}

// isSeat tells whether the words for a place name a seat of government or a
// site, such as the Casa Rosada.
func (p *page) isSeat(l locus) bool {
	if l.place == "" || l.sent >= len(p.sents) {
		return false
	}
	m := p.mention(l.sent, l.tok)
	return m != nil && m.kind == mSeat
}

// siteNoun names kinds of sites.
func siteNoun(lemma string) bool {
	switch lemma {
	case "hotel", "palace", "residence", "airport", "embassy", "castle", "villa", "house", "ministry", "building", "centre", "center", "base", "headquarters", "mansion", "estate", "complex", "retreat", "ranch":
		return true
	}
	return false
}

// properRun gives the run of capitalised tokens around i.
func (p *page) properRun(si, i int) (from, to int) {
	t := p.tree(si)
	ok := func(k int) bool {
		return k >= 0 && k < len(t.s.Tokens) && (t.upos(k) == language.PROPN || t.upos(k) == language.NOUN && t.tok(k).Flags&language.FlagUpper != 0)
	}
	from, to = i, i+1
	for ok(from - 1) {
		from--
	}
	for ok(to) {
		to++
	}
	return from, to
}

// setPlace takes in a place unless a finer one stands there.
func (e *event) setPlace(l locus) {
	if l.country == "" && l.place == "" {
		return
	}
	switch {
	case e.place.country == "" && e.place.place == "":
		e.place = l
	case e.place.country == "":
		e.place.country = l.country
		if e.place.place == "" {
			e.place.place = l.place
		}
	case e.place.place == "" && l.country == e.place.country:
		e.place = l
	case l.country == "" && e.place.place == "":
		e.place.place = l.place
	}
}
