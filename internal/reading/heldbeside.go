package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// heldBeside gives a gathering or talks, told by a noun, the place and the day
// that the clause behind the noun tells of it, wherever the parser hung that
// clause: "the 13th summit of the Community of Countries, which was held in Sao
// Tome on Sunday", "At the 35th summit, held on Wednesday in Faro, he met".
func (p *page) heldBeside(e *event) {
	t := p.tree(e.sent)
	n := len(t.s.Tokens)
	k := e.tok + 1
	for ; k < n && k-e.tok <= 14; k++ {
		if w := t.word(k); w == "," || w == "which" || w == "that" {
			break
		}
		if t.isVerb(k) && t.word(k-1) != "-" || t.upos(k) == language.SCONJ {
			return
		}
	}
	if k+2 >= n || k-e.tok > 14 {
		return
	}
	if t.word(k) == "," {
		k++
	}
	v := -1
	switch {
	case t.tok(k).XPOS == language.XPOSVBN && holdsGathering(t, k):
		v = k
	case t.word(k) == "which" || t.word(k) == "that":
		for m := k + 1; m < n && m-k <= 9 && v < 0 && t.word(m) != ","; m++ {
			if (t.isVerb(m) || t.rel(m) == language.RelAclRelcl) && holdsGathering(t, m) {
				v = m
			}
		}
	}
	if v < 0 {
		return
	}
	end := v + 1
	for end < n && t.word(end) != "," && t.word(end) != ";" {
		end++
	}
	var l locus
	for m := v + 1; m+1 < end && l.country == ""; m++ {
		if w := t.word(m); w == "in" || w == "at" {
			l, _ = p.placeAt(e.sent, m+1)
		}
	}
	day := int32(-1)
	for _, x := range p.sents[e.sent].times {
		if m := &p.times[x]; m.First > v && m.Last < end && m.Type == timex.Date && m.EDTF != "" && day < 0 {
			day = x
		}
	}
	if l.country == "" && day < 0 {
		return
	}
	if st, denied, _ := p.tense(t, v); denied {
		return
	} else if t.word(k) != t.word(v) && st == Planned {
		e.status = Planned
	}
	e.setPlace(l)
	if day >= 0 {
		if !p.onOwnDays(e, e.tok, nil) {
			e.when, e.times = p.resolve(e, day), append(e.times, day)
		}
	}
}

// holdsGathering tells a verb of which a gathering is the subject or what is
// held.
func holdsGathering(t *tree, v int) bool {
	switch strings.TrimSuffix(strings.ToLower(t.lemma(v)), "ed") {
	case "hold", "host", "stage", "convene", "chair":
		return true
	case "take":
		return v+1 < len(t.s.Tokens) && t.word(v+1) == "place"
	}
	return false
}
