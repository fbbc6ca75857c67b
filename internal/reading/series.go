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
		if t.upos(i) == language.PUNCT || t.upos(i) == language.ADP {
			continue
		}
		number, next, ok := p.ofSeries(t, i)
		goes := false
		if !ok && t.lemma(i) == "summit" && i > 0 && strings.EqualFold(t.word(i-1), "the") {
			goes = p.goesTo(t, i) // "next year the summit goes to Kazan"
			next, ok = goes, goes
		}
		if !ok {
			continue
		}
		subject := t.rel(i) == language.RelNsubj || t.rel(i) == language.RelNsubjPass || t.rel(i) == language.RelNsubjOuter
		v := t.head(i)
		host, hosted := p.hostOfNext(si, i)
		if behind := p.afterOf(t, i); !goes && !hosted && !gathersNext(t, behind) && !(subject && v >= 0 && meets(t, v)) && !p.restOfSeries(si, i) {
			continue
		}
		series := p.seriesTold(si, i)
		round := t.lemma(i) == "round"
		if round && (series == nil || series.kind != Meeting) { // "a second round will be held in Rome"
			series = p.toldBefore(si, i, 8, func(e *event) bool { return e.kind == Meeting && e.countries() >= 2 && !e.denied })
		}
		if series == nil || series.sent == si && series.tok == i || series.kind == Meeting && number == 0 && !round || p.eventAt(si, i) != nil {
			continue
		}
		e := event{kind: series.kind, sent: si, tok: i, trig: again, conf: 0.6, name: bareName(series.name), practice: series.practice, number: number}
		if series.kind == Arrangement {
			e.kind, e.practice = Summit, ""
			if t.lemma(i) == "meeting" {
				continue
			}
		}
		if k := i + 1; k < len(t.s.Tokens) && t.upos(k) == language.VERB && v != k && meets(t, k) { // hung elsewhere: the verb behind is its own
			e.tok = k
		}
		if subject && v >= 0 && (t.lemma(v) == "due" || t.lemma(v) == "set") { // "is due to be held in Malta in May"
			if c := t.child(v, language.RelXcomp, language.RelAdvcl); c >= 0 && meets(t, c) {
				e.tok, v = c, c
			}
		}
		if t.rel(i) == language.RelNsubjOuter && t.isVerb(v) {
			e.tok = v
		}
		e.status, e.says, e.denied, e.underway = p.modality(si, e.tok)
		if next && e.status == Held {
			e.status = Planned
		}
		owners := p.seriesParties(series)
		if len(owners) > 2 && series.practice == "" { // "the 15th summit of the group", attended by three
			if org := p.orgBefore(si, i, 12); len(org) > 0 {
				owners, e.practice = org, org[0]
			}
		}
		for _, code := range owners {
			e.add(actor{person: nobody, code: code, tok: i}, RoleParty, si)
		}
		if subject && v >= 0 && t.isVerb(v) {
			for _, a := range t.verbArguments(v, true, nil) {
				if a.slot == lexicon.In || a.slot == lexicon.At || goes && a.slot == lexicon.To {
					if ls := p.places(si, a.tok); len(ls) > 0 && ls[0].country != "" {
						e.setPlace(ls[0])
					}
				}
			}
		}
		if hosted { // "Hungary will host the next one in Budapest"
			for _, a := range t.verbArguments(v, true, nil) {
				if l, ok := p.placeAt(si, a.tok); ok && (a.slot == lexicon.In || a.slot == lexicon.At) && (l.country == host.country || l.country == "") {
					host.place = l.place
				}
			}
			e.setPlace(host)
			e.add(actor{person: nobody, code: host.country, tok: i}, RoleParty, si)
		}
		if e.place.country == "" && v >= 0 && subject { // "due in Australia": the place can be the predicate
			if l, ok := p.placeAt(si, v); ok {
				e.setPlace(l)
			}
		}
		if e.place.country == "" {
			p.placeByWords(t, si, i, goes, &e)
		}
		if p.restOfSeries(si, i) { // its own day stands behind it
			for _, k := range p.sents[si].times {
				if x := &p.times[k]; x.First > i && x.First-i < 8 && e.when == "" {
					e.when, e.times = p.resolve(&e, k), []int32{k}
				}
			}
		}
		p.dateEvent(&e)
		if e.when == "" && e.place.country == "" {
			continue
		}
		if e.practice != "" && e.place.country != "" && !e.has(e.place.country) && len(e.parties) < 2 {
			e.add(actor{person: nobody, code: e.place.country, weak: true}, RoleParty, si)
		}
		p.finish(&e)
	}
}

// hostOfNext gives the state that hosts one of a series: "Hungary will host the
// next meeting", "Riyadh hosted the previous one".
func (p *page) hostOfNext(si, i int) (locus, bool) {
	t := p.tree(si)
	v := t.head(i)
	if v < 0 || t.rel(i) != language.RelObj || t.passive(v) {
		return locus{}, false
	}
	switch t.lemma(v) {
	case "host", "hold", "organise", "organize", "stage":
	default:
		return locus{}, false
	}
	s, _ := t.subject(v)
	if s < 0 {
		return locus{}, false
	}
	for _, a := range p.actors(si, s, nil) {
		if a.code != "" && !p.isOrg(a.code) {
			return locus{country: a.code}, true
		}
	}
	if l, ok := p.placeAt(si, s); ok && l.country != "" {
		return l, true
	}
	return locus{}, false
}

// restOfSeries tells "the first round took place in Muscat and the second in
// Rome": the verb is said once.
func (p *page) restOfSeries(si, i int) bool {
	t := p.tree(si)
	if i < 3 || i+2 >= len(t.s.Tokens) || t.word(i+1) != "in" || t.word(i-2) != "and" && t.word(i-2) != "," {
		return false
	}
	l, ok := p.placeAt(si, i+2)
	return ok && l.country != ""
}

// afterOf gives the last token of "the first of the summits", or i itself.
func (p *page) afterOf(t *tree, i int) int {
	if i+1 < len(t.s.Tokens) && t.word(i+1) == "of" {
		for k := i + 2; k < len(t.s.Tokens) && k-i < 6; k++ {
			if what, _ := countedNoun(t.lemma(k)); what == countsSeries {
				return k
			}
		}
	}
	return i
}

// goesTo tells "the summit goes to Kazan", "moves to Ankara".
func (p *page) goesTo(t *tree, i int) bool {
	for k := i + 1; k+1 < len(t.s.Tokens) && k-i <= 3; k++ {
		switch t.lemma(k) {
		case "go", "move", "return":
			return strings.EqualFold(t.word(k+1), "to")
		}
	}
	return false
}

// placeByWords takes the first place behind "in", "at" or "to" in the words
// that follow.
func (p *page) placeByWords(t *tree, si, i int, goes bool, e *event) {
	for k := i + 1; k+1 < len(t.s.Tokens) && k-i < 12; k++ {
		switch w := strings.ToLower(t.word(k)); w {
		case ";", ":":
			return
		case "in", "at", "to", "for":
			if w == "to" && !goes || w == "for" && t.lemma(k-1) != "plan" && t.lemma(k-1) != "schedule" {
				continue
			}
			for n := k + 1; n < len(t.s.Tokens) && n-k <= 2; n++ {
				if l, ok := p.placeAt(si, n); ok && l.country != "" {
					e.setPlace(l)
					return
				}
			}
		}
	}
}

var again = &lexicon.Trigger{Word: "the next one", Kind: "summit", Noun: true}

// ofSeries tells whether a subject stands for one of a series, with its number
// and whether it is still to come.
func (p *page) ofSeries(t *tree, i int) (number int, next, ok bool) {
	w := strings.ToLower(t.word(i))
	switch w {
	case "one", "summit", "edition", "meeting", "session", "gathering", "round", "council", "ministerial", "forum", "conference":
		t.children(i, func(c int) bool {
			switch l := strings.ToLower(t.word(c)); l {
			case "next":
				next, ok = true, true
			case "another", "further", "new", "fresh":
				if w == "round" {
					next, ok = true, true
				}
			case "previous", "last", "other", "preceding":
				ok = true
			default:
				if n := ordinal(l); n > 0 && t.rel(c) == language.RelAmod && w != "session" {
					number, ok = n, true
				}
			}
			return true
		})
		if w == "round" && t.child(i, language.RelNmod) >= 0 && !p.roundOfTalks(t, i) { // "a fresh round of layoffs"
			ok = false
		}
		poss := t.child(i, language.RelNmodPoss)
		if w != "one" && (t.child(i, language.RelCompound) >= 0 || poss >= 0) {
			ok = false // it has a name or owner of its own
		}
		if poss > 0 && t.lemma(poss) == "year" && t.child(i, language.RelCompound) < 0 && w != "conference" && w != "session" { // "next year's summit"
			next = t.childLemma(poss, language.RelAmod, "next")
			ok = next || t.childLemma(poss, language.RelAmod, "last", "previous")
		}
	default:
		if n := ordinal(w); n > 0 && (t.childLemma(i, language.RelDet, "the") || n > 1 && t.childLemma(i, language.RelDet, "a") && !p.followedBy(t, i, "of")) {
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
