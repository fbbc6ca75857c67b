package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readSeries finds other gatherings of the series told before: "the next one
// is due in Jakarta", "the first was held in Delhi", "the previous summit met
// in Abidjan", "the third is due next year".
func (p *page) readSeries(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		if t.rel(i) != language.RelNsubj && t.rel(i) != language.RelNsubjPass {
			continue
		}
		number, next, ok := p.ofSeries(t, i)
		if !ok {
			continue
		}
		v := t.head(i)
		if v < 0 || !meets(t, v) {
			continue
		}
		series := p.seriesBefore(si, i)
		if series == nil {
			continue
		}
		e := event{kind: Summit, sent: si, tok: i, trig: again, conf: 0.6, name: bareName(series.name), practice: series.practice, number: number}
		e.status, e.says, e.denied, e.underway = p.modality(si, i)
		if next && e.status == Held {
			e.status = Planned
		}
		for _, q := range series.parties {
			if !q.weak && (series.practice == "" || q.code == series.practice) {
				e.add(actor{person: nobody, code: q.code, tok: i}, RoleParty, si)
			}
		}
		for _, a := range t.verbArguments(v, true, nil) {
			if a.slot == lexicon.In || a.slot == lexicon.At {
				if ls := p.places(si, a.tok); len(ls) > 0 && ls[0].country != "" {
					e.setPlace(ls[0])
				}
			}
		}
		if e.place.country == "" { // "due in Australia": the place can be the predicate
			if l, ok := p.placeAt(si, v); ok {
				e.setPlace(l)
			}
		}
		p.dateEvent(&e)
		if e.when == "" && e.place.country == "" {
			continue
		}
		if series.practice != "" && e.place.country != "" && !e.has(e.place.country) {
			e.add(actor{person: nobody, code: e.place.country, weak: true}, RoleParty, si)
		}
		p.finish(&e)
	}
}

var again = &lexicon.Trigger{Word: "the next one", Kind: "summit", Noun: true}

// ofSeries tells whether a subject stands for one of a series, with its number
// and whether it is still to come.
func (p *page) ofSeries(t *tree, i int) (number int, next, ok bool) {
	w := strings.ToLower(t.word(i))
	switch w {
	case "one", "summit", "edition", "meeting", "session", "gathering", "round":
		t.children(i, func(c int) bool {
			switch l := strings.ToLower(t.word(c)); l {
			case "next":
				next, ok = true, true
			case "previous", "last", "other", "preceding":
				ok = true
			default:
				if n := ordinal(l); n > 0 && t.rel(c) == language.RelAmod && w != "session" {
					number, ok = n, true
				}
			}
			return true
		})
		if w != "one" && (t.child(i, language.RelCompound) >= 0 || t.child(i, language.RelNmodPoss) >= 0) {
			ok = false // it has a name or owner of its own
		}
	default:
		if n := ordinal(w); n > 0 && t.childLemma(i, language.RelDet, "the") {
			number, ok = n, true
		}
	}
	return
}

// meets names verbs that say where and when a gathering takes place.
func meets(t *tree, v int) bool {
	switch t.lemma(v) {
	case "hold", "meet", "convene", "be", "due", "schedule", "plan", "expect", "host", "follow", "open":
		return true
	case "take":
		return t.childLemma(v, language.RelObj, "place")
	}
	return t.child(v, language.RelCop) >= 0
}

// seriesBefore gives the gathering told last: a summit, or a meeting of a
// named kind.
func (p *page) seriesBefore(si, i int) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if (o.sent < si || o.sent == si && o.tok < i) && o.kind == Summit && si-o.sent < 12 {
			return o
		}
	}
	return nil
}
