package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// onceMore splits a meeting or call that the sentence tells of once for several
// times: "met in Jakarta in October and again in Kuala Lumpur in January",
// "spoke on Monday and again on Friday", "met on the margins of a summit in Laos
// in October and at a forum in Peru this month".
func (p *page) onceMore(e *event) []event {
	t := p.tree(e.sent)
	if e.status != Held && e.status != Planned || e.countries() < 2 {
		return nil
	}
	from, end := e.tok+1, e.tok+1
	for ; end < len(t.s.Tokens); end++ {
		w := t.word(end)
		if t.upos(end) == language.VERB && t.rel(end) != language.RelAmod && t.rel(end) != language.RelCase || t.upos(end) == language.SCONJ || relativeWord(w) || w == ";" {
			break
		}
	}
	var out []event
	for from < end {
		edge := from
		for edge < end && !p.opensOccasion(t, edge, end) {
			edge++
		}
		at := counterpartAt{when: -1}
		p.beside(e.sent, &at, from, edge)
		if at.where.country == "" {
			at.where = p.countryWithin(e.sent, from, edge)
		}
		more := len(out) > 0
		for k := from; more && k < edge; k++ {
			if m := p.mention(e.sent, k); m != nil && (m.kind == mPerson || m.kind == mOffice) {
				return nil
			}
		}
		again := more && p.between(t, from-1, min(edge, from+4), "again", "later", "then", "another")
		if at.when < 0 && !(again && at.where.country != "") || more && !again && at.where.country == "" {
			if more {
				break
			}
			return nil
		}
		one := *e
		one.parties = slices.Clone(e.parties)
		one.venues = nil
		if more || at.where.country != "" {
			one.place = at.where
		}
		if more {
			one.name, one.sideline, one.when, one.times = "", false, "", nil
		}
		if at.when >= 0 {
			one.when, one.times = p.resolve(&one, at.when), []int32{at.when}
		}
		out = append(out, one)
		from = edge + 1
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// opensOccasion tells whether the "and" or comma at token k opens a further
// occasion: "and again in", "and at", ", then in".
func (p *page) opensOccasion(t *tree, k, end int) bool {
	if w := t.word(k); w != "and" && w != "," || k+2 >= end {
		return false
	}
	next := k + 1
	if t.word(k) == "," && t.word(next) == "and" {
		return false
	}
	if strings.EqualFold(t.word(next), "another") {
		next++
	}
	for next < end && (t.upos(next) == language.ADV || strings.EqualFold(t.word(next), "most")) {
		next++
	}
	if next >= end || t.upos(next) != language.ADP && t.rel(next) != language.RelCase {
		return next > k+1 && next < end && t.word(k+1) == "again"
	}
	switch t.lemma(next) {
	case "in", "at", "on", "during":
		return true
	}
	return false
}

// countryWithin gives the country that "in" names between two tokens.
func (p *page) countryWithin(si, from, to int) locus {
	t := p.tree(si)
	for k := from + 1; k < to; k++ {
		if m := p.mention(si, k); m != nil && m.kind == mState && int(m.from) == k && t.lemma(k-1) == "in" {
			if l, ok := p.placeAt(si, p.headAt(si, k)); ok {
				return l
			}
		}
	}
	return locus{}
}
