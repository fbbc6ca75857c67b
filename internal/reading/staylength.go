package reading

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// lengthsAlone gives visits the length that a sentence of its own tells: "He
// brought nine ministers and stayed for three days", "The visit lasts until
// Friday; his stay will last five days".
func (p *page) lengthsAlone(events []event) {
	for i := range events {
		v := &events[i]
		if v.kind != Visit || v.days > 0 || v.stay > 0 || v.status != Held && v.status != Planned {
			continue
		}
		for si := v.sent; si < len(p.sents) && si-v.sent <= 6 && v.days == 0; si++ {
			for _, k := range p.sents[si].times {
				x := &p.times[k]
				if n := wholeDays(x); x.Type == timex.Duration && x.Kind == timex.Length && n > 0 && n <= 31 && p.stays(si, x, v) && p.onlyTrip(events, v) {
					v.days = n
				}
			}
		}
	}
}

// stays tells whether a length of time is said of how long the visitor was
// where a visit took him.
func (p *page) stays(si int, x *timex.Expression, v *event) bool {
	t := p.tree(si)
	h := p.timeHead(t, x)
	verb := t.head(h)
	if verb < 0 || !t.isVerb(verb) {
		return false
	}
	subj, _ := t.subject(verb)
	if subj < 0 && t.rel(verb) == language.RelConj {
		subj, _ = t.subject(t.head(verb))
	}
	if subj < 0 {
		return false
	}
	if l, ok := p.destination(si, 0, len(t.s.Tokens)); ok && l.country != v.place.country {
		return false
	}
	switch t.lemma(verb) {
	case "stay", "remain", "linger":
		return p.isVisitor(si, subj, v)
	case "spend": // "will spend four days there"
		return t.head(h) == verb && (t.rel(h) == language.RelObj || t.rel(h) == language.RelOblUnmarked) && p.isVisitor(si, subj, v)
	case "last", "take", "run":
		if t.lemma(subj) == "it" && si == v.sent+1 && v.trig != nil && v.trig.Noun { // "begins a visit on Friday. It will last"
			return true
		}
		if what, _ := countedNoun(t.lemma(subj)); what != countsTravel {
			return false
		}
		poss := t.child(subj, language.RelNmodPoss)
		return poss < 0 && si-v.sent <= 1 || poss >= 0 && p.isVisitor(si, poss, v)
	}
	return false
}

// isVisitor tells whether a word stands for the visitor of a visit.
func (p *page) isVisitor(si, i int, v *event) bool {
	for _, a := range p.single(si, i, nil) {
		for _, q := range v.parties {
			if q.role == RoleVisitor && (a.person != nobody && a.person == q.person || a.person == nobody && a.code != "" && a.code == q.code) {
				return true
			}
		}
	}
	return false
}
