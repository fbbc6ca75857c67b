package reading

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// lookedBack tells an engagement that a plan is told to come after, with a time
// that has passed: "after their talks in May he will travel to", "the trip will
// follow a visit by X in June". A month without a year is the nearer one.
func (p *page) lookedBack(si, i int) bool {
	t := p.tree(si)
	for n, at := 0, i; n < 5 && at >= 0 && !t.isVerb(at); n, at = n+1, t.head(at) {
		switch t.caseOf(at) {
		case "after", "following", "follow", "since":
			return p.passedBeside(si, i)
		}
		if v := t.head(at); v >= 0 && t.lemma(v) == "follow" && t.rel(at) == language.RelObj && t.isVerb(v) && !t.passive(v) {
			return p.passedBeside(si, i)
		}
		switch t.rel(at) {
		case language.RelNmod, language.RelConj, language.RelObl, language.RelCompound:
		default:
			return false
		}
	}
	return false
}

// passedBeside tells whether a time that has passed is told within a noun or
// behind it, before the next verb or comma.
func (p *page) passedBeside(si, i int) bool {
	t := p.tree(si)
	end := i + 1
	for end < len(t.s.Tokens) && !t.isVerb(end) && t.word(end) != "," && t.word(end) != ";" {
		end++
	}
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.First <= i || x.First >= end || x.Type != timex.Date {
			continue
		}
		d := x.EDTF
		if x.Kind == timex.Yearless {
			d = x.Resolve(p.ref, timex.Past)
		} else if x.Kind == timex.Weekday || x.Kind == timex.Anaphoric {
			continue
		}
		if first, last, ok := d.Bounds(); ok && last < p.ref && (x.Kind != timex.Yearless || p.ref-first < 190) {
			return true
		}
	}
	return false
}
