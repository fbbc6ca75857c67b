package reading

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// countedClaim reads how many contacts there were within a time, counted as
// things: "have held 13 telephone conversations since January", "has paid four
// visits to Kyiv this year", "three meetings between the two in a year". Token i
// is the noun.
func (p *page) countedClaim(si, i int) {
	t := p.tree(si)
	num := t.child(i, language.RelNummod)
	if num < 0 || num > i || p.inTime(si, num) {
		return
	}
	n := cardinal(t.word(num))
	if n < 2 || p.orMore(si, num) {
		return
	}
	what, kind := countedNoun(t.lemma(i))
	r := rank{n: n, at: num, noun: i, stop: len(t.s.Tokens), since: -1, what: what, kind: kind}
	c := Claim{Type: CountInPeriod, Kind: kind}
	v := t.clause(i)
	if p.intended(t, v) || p.denies(t, v) {
		return
	}
	if kind != Call && p.childWord(t, i, "phone", "telephone", "video") {
		c.Kind = Call
	}
	switch what {
	case countsTravel:
		if !p.journeys(si, v, &r, &c) {
			return
		}
	case countsContact:
		if !p.contacts(si, v, i, &c) {
			return
		}
	default:
		return
	}
	per, ok := p.asManyNear(si, i, r.stop)
	for k := i + 1; k < len(t.s.Tokens) && k-i < 12 && !ok; k++ {
		if t.word(k) == "since" {
			per, ok = p.sinceOfficeNear(si, k, r.stop, &c)
		}
	}
	if !ok {
		per, ok = p.periodNear(si, i, r.stop)
	}
	if !ok {
		per, ok = p.periodAhead(si, i)
	}
	if !ok {
		return
	}
	c.Value = fmt.Sprintf("%d in %s", n, per)
	p.fileClaim(si, num, i, c)
}

// contacts gives the sides of meetings or calls: who held them, with whom, or
// between whom they were.
func (p *page) contacts(si, v, noun int, c *Claim) bool {
	t := p.tree(si)
	var as []actor
	if v >= 0 {
		switch t.lemma(v) {
		case "hold", "have", "take", "share", "be":
			if s, passive := t.subject(v); s >= 0 && !passive && t.lemma(s) != "there" {
				as = append(as, p.doers(si, s)...)
			}
		default:
			return false
		}
	}
	for _, at := range []int{v, noun} {
		t.children(at, func(k int) bool {
			if t.rel(k) == language.RelNmod || t.rel(k) == language.RelObl {
				switch t.caseOf(k) {
				case "with", "between":
					as = append(as, p.doers(si, k)...)
				}
			}
			return true
		})
	}
	p.setParties(c, as)
	return len(c.Parties) == 2
}

// journeys gives who travelled where: "has made four trips to Kyiv".
func (p *page) journeys(si, v int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if v < 0 {
		return false
	}
	switch t.lemma(v) {
	case "make", "pay", "undertake":
	default:
		return false
	}
	s, passive := t.subject(v)
	if s < 0 || passive {
		return false
	}
	as := p.doers(si, s)
	host, ok := p.destination(si, r.noun+1, min(r.noun+6, r.stop))
	if len(as) != 1 || as[0].code == "" || !ok || host.country == as[0].code || !strings.EqualFold(t.word(r.noun+1), "to") {
		return false
	}
	p.setTravel(c, as[0], host)
	return true
}

// denies tells a verb that is denied: "have not held two meetings".
func (p *page) denies(t *tree, v int) bool {
	return v >= 0 && t.childLemma(v, language.RelAdvmod, "not", "n't", "never", "hardly")
}
