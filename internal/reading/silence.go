package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// silenceClaim reads how long there had been none before what the sentence
// tells: "met after two years without contact", "ending a five-year silence",
// "after a gap of three years". It is the first since.
func (p *page) silenceClaim(si int) {
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if _, unit := x.Count(); x.Type != timex.Duration || unit < timex.Week || !p.ofSilence(si, x) || !p.atEnd(si, x) {
			continue
		}
		d := p.before(x)
		e := p.contactIn(si)
		if d == "" || e == nil {
			continue
		}
		c := Claim{Type: FirstSince, Value: string(d)}
		p.takeParties(&c, e)
		p.fileClaim(si, e.tok, e.tok, c)
	}
}

// silent tells words for a time without contact.
func silent(lemma string) bool {
	switch lemma {
	case "silence", "hiatus", "gap", "pause", "estrangement", "freeze", "break", "interruption":
		return true
	}
	return false
}

// ofSilence tells whether a length of time is one without contact: "a two-year
// silence", "a gap of three years", "two years without a meeting", "a year of not
// talking".
func (p *page) ofSilence(si int, x *timex.Expression) bool {
	t := p.tree(si)
	for k := max(0, x.First-3); k < x.First; k++ { // "a gap of three years"
		if silent(t.lemma(k)) && t.word(x.First-1) == "of" {
			return true
		}
	}
	without := false
	for k := x.Last + 1; k < len(t.s.Tokens) && k-x.Last <= 5; k++ {
		switch l := strings.ToLower(t.lemma(k)); l {
		case "without", "not", "no":
			without = true
		case "of", "with", "a", "an", "any", "direct", "official", "-", "diplomatic", "single":
		case "contact", "meeting", "talk", "talks", "visit", "encounter", "call", "communication", "speak", "talking", "speaking", "meet", "exchange", "word":
			return without
		default:
			return silent(l)
		}
	}
	return false
}

// atEnd tells whether a length of time is said to be over: behind "after",
// "ending", "breaking".
func (p *page) atEnd(si int, x *timex.Expression) bool {
	t := p.tree(si)
	for k := x.First - 1; k >= 0 && x.First-k <= 6; k-- {
		switch t.lemma(k) {
		case "after", "following", "end", "break", "follow":
			return !p.ofTies(t, k)
		}
		if t.upos(k) == language.PUNCT && t.word(k) != "-" {
			return false
		}
	}
	return false
}

// ofTies tells "restored relations after a three-year break": a time without
// embassies, not without a meeting.
func (p *page) ofTies(t *tree, after int) bool {
	for k := after - 1; k >= 0 && after-k <= 3; k-- {
		switch t.lemma(k) {
		case "relation", "relations", "tie", "ties":
			return true
		}
	}
	return false
}

// contactIn gives the contact of two sides that a sentence tells, face to face
// or by telephone rather than a visit.
func (p *page) contactIn(si int) *event {
	var best *event
	for k := range p.events {
		e := &p.events[k]
		if e.sent != si || !contactKind(e.kind) || e.trig == again || e.denied || e.status != Held || e.kind != Visit && e.countries() != 2 {
			continue
		}
		if best == nil || best.kind == Visit && e.kind != Visit {
			best = e
		}
	}
	if best != nil && best.kind == Visit && best.place.country == "" {
		return nil
	}
	return best
}
