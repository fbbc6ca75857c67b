package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// readFormer files the meetings and calls that a later one is counted from:
// "their second meeting this year, after the one in Moscow in March", and the
// one visit that another follows. For several visits see readEarlier.
func (p *page) readFormer(si int) {
	if len(p.sents[si].times) == 0 {
		return
	}
	t := p.tree(si)
	for i := 1; i+1 < len(t.s.Tokens); i++ {
		if !p.standsForEarlier(t, i) {
			continue
		}
		like := p.toldBefore(si, i, 2, func(e *event) bool {
			return contactKind(e.kind) && e.kind != Summit && e.practice == "" && (e.kind == Visit && e.place.country != "" || e.countries() >= 2)
		})
		if like == nil || like.kind == Visit && strings.EqualFold(t.word(i), "those") {
			continue
		}
		for _, k := range p.sents[si].times {
			x := &p.times[k]
			if x.First > i && p.heldBy(t, x) == i {
				p.fileFormer(si, i, k, *like)
			}
		}
	}
}

// standsForEarlier tells whether a token is "those" or "the one" behind a word
// that says that they came before.
func (p *page) standsForEarlier(t *tree, i int) bool {
	switch strings.ToLower(t.word(i)) {
	case "those", "that", "one", "ones":
	default:
		return false
	}
	switch strings.ToLower(t.word(i + 1)) {
	case "in", "of", "on", "at", "held":
	default:
		return false
	}
	for k := i - 1; k >= 0 && i-k <= 2; k-- {
		switch strings.ToLower(t.word(k)) {
		case "after", "following", "since", "besides":
			return true
		case "the", "two", "earlier", "previous":
		default:
			return false
		}
	}
	return false
}

// heldBy gives the "those" or "the one" that an expression dates, or -1: only
// places, prepositions and other dates stand between.
func (p *page) heldBy(t *tree, x *timex.Expression) int {
	for k := x.First - 1; k > 0 && x.First-k < 14; k-- {
		if p.standsForEarlier(t, k) {
			return k
		}
		switch t.upos(k) {
		case language.ADP, language.CCONJ, language.PROPN, language.NUM, language.DET:
		case language.PUNCT:
			if t.word(k) != "," {
				return -1
			}
		default:
			if t.word(k) != "held" && t.word(k) != "last" && t.word(k) != "this" {
				return -1
			}
		}
	}
	return -1
}

// fileFormer files one engagement like the one told, at an earlier time.
func (p *page) fileFormer(si, i int, k int32, like event) {
	x := &p.times[k]
	when := x.Resolve(p.ref, timex.Past)
	if when == "" {
		when = x.EDTF
	}
	first, _, ok := when.Bounds()
	if !ok || first > p.ref || x.Type != timex.Date || overlap(when, like.when) && like.when != "" && like.when.Days() < 40 && when.Days() <= like.when.Days() {
		return
	}
	e := event{kind: like.kind, sent: si, tok: i, trig: again, status: Held, earlier: true, when: edtf.Date(when), times: []int32{k}, conf: 0.65}
	for _, q := range like.parties {
		if q.role != RoleHost {
			e.parties = append(e.parties, q)
		}
	}
	if like.kind == Visit {
		e.place = locus{country: like.place.country, sent: si, tok: i}
	}
	for n := x.First - 1; n > i; n-- { // "the one in Moscow in March"
		if l, ok := p.placeAt(si, n); ok && l.country != "" {
			if like.kind == Visit && l.country != like.place.country {
				return
			}
			e.setPlace(l)
			break
		}
	}
	p.finish(&e)
}
