package reading

import (
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// readHabits finds practices told without a set of times: "the shuttle
// diplomacy", "the rhythm of three years", "hardly let a month go by without a
// call", "agreed to hold annual summits".
func (p *page) readHabits(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "shuttle":
			if i+1 < len(t.s.Tokens) && t.lemma(i+1) == "diplomacy" && p.betweenLeaders(t) {
				p.habit(si, i+1, "visit", "")
			}
		case "reciprocal":
			if i+1 < len(t.s.Tokens) && (t.lemma(i+1) == "visit" || t.lemma(i+1) == "trip") && p.takesUpCustom(t) {
				p.habit(si, i+1, "visit", "")
			}
		case "forth":
			if i > 1 && t.word(i-1) == "and" && t.word(i-2) == "back" && p.betweenLeaders(t) {
				p.habit(si, i, "visit", "")
			}
		case "rhythm":
			for _, k := range p.sents[si].times {
				if x := &p.times[k]; x.Type == timex.Duration && x.First > i && x.First-i <= 3 {
					p.habit(si, i, "meet", lengthOf(x))
				}
			}
		case "without":
			p.seldomWithout(si, i)
		case "annual", "yearly", "regular":
			p.agreedAnnual(si, i)
		case "basis":
			p.agreedBasis(si, i)
		}
	}
}

// betweenLeaders tells the custom of two leaders to visit each other from the
// travels of a mediator.
func (p *page) betweenLeaders(t *tree) bool {
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "resume", "restore", "revive", "restart", "resumption", "custom", "reciprocal", "mutual", "practice", "revival", "continue":
			return true
		}
	}
	return p.takesUpCustom(t)
}

// takesUpCustom tells whether leaders agree to keep a custom or to take it up
// again: "agreed to keep up shuttle diplomacy", "to bring back reciprocal visits".
func (p *page) takesUpCustom(t *tree) bool {
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "agree", "vow", "pledge", "decide", "resume", "restore", "revive", "restart":
			return true
		}
	}
	return false
}

// habit files a practice of the sides that the report is about.
func (p *page) habit(si, i int, practice string, period edtf.Date) {
	e := event{kind: Arrangement, sent: si, tok: i, status: Held, conf: 0.6, practice: practice, period: period}
	if practice == "meet" {
		if o := p.seriesTold(si, i); o != nil && p.practiceOwners(&e, p.seriesParties(o)) {
			p.fileArrangement(&e)
			return
		}
	}
	if p.practiceOwners(&e, p.mainPair(si)) {
		p.fileArrangement(&e)
		return
	}
	for _, a := range p.subjectPair(si, i, 2) { // "X and Y agreed to resume": told of nothing else
		e.add(a, RoleParty, si)
	}
	if p.enough(&e) {
		p.fileArrangement(&e)
	}
}

// seldomWithout reads "hardly let a month go by without a call".
func (p *page) seldomWithout(si, i int) {
	t := p.tree(si)
	if i < 3 || i+1 >= len(t.s.Tokens) {
		return
	}
	unit := byte(0)
	let := -1
	for k := i - 1; k >= 0 && i-k < 7; k-- {
		switch t.lemma(k) {
		case "week":
			unit = 'W'
		case "month":
			unit = 'M'
		case "year":
			unit = 'Y'
		case "let", "pass", "go":
			let = k
		}
	}
	practice, noun := "", i
	for k := i + 1; k < len(t.s.Tokens) && k-i < 5 && practice == ""; k++ {
		practice, noun = practiceOf(t.lemma(k)), k
	}
	if unit == 0 || let < 0 || practice == "" {
		return
	}
	e := event{kind: Arrangement, sent: si, tok: i, status: Held, conf: 0.6, practice: practice, period: edtf.Period(1, unit), underway: true}
	if s, _ := t.subject(let); s >= 0 {
		for _, a := range p.actors(si, s, nil) {
			e.add(a, RoleParty, si)
		}
	}
	if call := p.eventAt(si, noun); !p.enough(&e) && call != nil { // "hardly a month goes by without a call between them"
		e.parties = call.parties
		p.events = slices.DeleteFunc(p.events, func(x event) bool { return x.sent == si && x.tok == noun })
	}
	if !p.enough(&e) {
		e.parties = nil
		p.practiceOwners(&e, p.mainPair(si))
	}
	for _, q := range e.parties { // people of whom nobody knows whose they are
		if q.code == "" {
			e.parties = nil
			p.practiceOwners(&e, p.mainPair(si))
			break
		}
	}
	if p.enough(&e) {
		p.fileArrangement(&e)
	}
}

// agreedAnnual reads "agreed to hold annual summits", "agreed to resume the
// annual leaders' meeting".
func (p *page) agreedAnnual(si, i int) {
	t := p.tree(si)
	noun := t.head(i)
	if noun >= 0 && t.rel(noun) == language.RelNmodPoss { // "the annual leaders' meeting"
		noun = t.head(noun)
	}
	if noun < 0 || t.rel(i) != language.RelAmod || practiceOf(t.lemma(noun)) != "meet" || t.tok(noun).XPOS != language.XPOSNNS && !takenUp(t, noun) {
		return
	}
	agreed := false
	for k := i - 1; k >= 0 && i-k < 8; k-- {
		switch t.lemma(k) {
		case "agree", "decide", "pledge", "promise", "commit", "undertake":
			agreed = true
		}
	}
	if !agreed {
		return
	}
	e := event{kind: Arrangement, sent: si, tok: noun, status: Planned, conf: 0.6, practice: "meet"}
	if t.lemma(i) != "regular" {
		e.period = edtf.Period(1, 'Y')
	}
	v := t.head(noun)
	if v < 0 || !p.practiceParties(&e, v, noun) {
		return
	}
	p.fileArrangement(&e)
}

// agreedBasis reads "agreed to hold their summit on a regular basis", which
// plans no summit.
func (p *page) agreedBasis(si, i int) {
	t := p.tree(si)
	v := t.head(i)
	for n := 0; n < 2 && v >= 0 && !t.isVerb(v); n++ {
		v = t.head(v)
	}
	if v < 0 || !t.isVerb(v) || t.caseOf(i) != "on" || !t.childLemma(i, language.RelAmod, "regular", "annual", "yearly") {
		return
	}
	agreed := t.head(v)
	if agreed < 0 || t.rel(v) != language.RelXcomp || t.lemma(agreed) != "agree" && t.lemma(agreed) != "decide" {
		return
	}
	switch t.lemma(v) {
	case "hold", "meet", "convene", "gather":
	default:
		return
	}
	e := event{kind: Arrangement, sent: si, tok: v, status: Planned, conf: 0.6, practice: "meet"}
	if !t.childLemma(i, language.RelAmod, "regular") {
		e.period = edtf.Period(1, 'Y')
	}
	if s, _ := t.subject(agreed); s >= 0 {
		for _, a := range p.actors(si, s, nil) {
			e.add(a, RoleParty, si)
		}
	}
	if !p.enough(&e) && !p.practiceOwners(&e, p.mainPair(si)) {
		return
	}
	p.events = slices.DeleteFunc(p.events, func(x event) bool {
		return x.sent == si && x.status == Planned && x.when == "" && (x.kind == Summit || x.kind == Meeting) && t.within(x.tok, v)
	})
	p.fileArrangement(&e)
}

// takenUp tells a practice that is begun, or begun again: "to resume the annual
// meeting".
func takenUp(t *tree, noun int) bool {
	v := t.head(noun)
	if v < 0 || t.rel(noun) != language.RelObj {
		return false
	}
	switch t.lemma(v) {
	case "resume", "restore", "reinstate", "revive", "restart", "establish", "institute", "introduce":
		return true
	}
	return false
}

// customOf gives the verb and the contact of "have a habit of meeting", "make a
// point of visiting each other", for the verb or for what is done; -1 where it
// is no such phrase.
func customOf(t *tree, i int) (verb, what int) {
	verb = i
	if !t.isVerb(i) || t.tok(i).XPOS == language.XPOSVBG {
		h := t.head(i)
		if h < 0 || !custom(t.lemma(h)) || t.head(h) < 0 {
			return -1, -1
		}
		verb = t.head(h)
	}
	switch t.lemma(verb) {
	case "have", "make", "be", "keep", "get", "fall":
	default:
		return -1, -1
	}
	what = -1
	t.children(verb, func(c int) bool {
		if custom(t.lemma(c)) && (t.rel(c) == language.RelObj || t.rel(c) == language.RelObl) {
			t.children(c, func(k int) bool {
				if practiceOf(t.lemma(k)) != "" && t.caseOf(k) == "of" {
					what = k
				}
				return what < 0
			})
		}
		return what < 0
	})
	return verb, what
}

// custom names what people have who do a thing again and again.
func custom(lemma string) bool {
	switch lemma {
	case "habit", "custom", "point", "practice", "tradition", "way":
		return true
	}
	return false
}

// doAgain reads "agreed to do so every year", "will repeat it every spring", of
// the meeting or call told right before.
func (p *page) doAgain(si, v int, period edtf.Date) bool {
	t := p.tree(si)
	switch t.lemma(v) {
	case "do":
		if !t.childLemma(v, language.RelAdvmod, "so") && !t.childLemma(v, language.RelObj, "this", "that", "it", "same") {
			return false
		}
	case "repeat":
		if !t.childLemma(v, language.RelObj, "it", "this", "exercise", "meeting", "format", "encounter") {
			return false
		}
	default:
		return false
	}
	st, _, denied, _ := p.modality(si, v)
	o := p.toldBefore(si, v, 2, func(o *event) bool {
		return (o.kind == Meeting || o.kind == Summit || o.kind == Call) && o.countries() >= 2
	})
	if o == nil || denied || st == Cancelled {
		return false
	}
	e := event{kind: Arrangement, sent: si, tok: v, status: Held, conf: 0.6, practice: "meet"}
	if o.kind == Call {
		e.practice = "call"
	}
	if period != "" && period[0] == 'P' {
		e.period = period
	}
	if !p.practiceOwners(&e, p.seriesParties(o)) {
		return false
	}
	if p.agreedTo(t, v) || st != Held {
		e.status = Planned
	}
	e.underway = e.status == Held
	p.fileArrangement(&e)
	return true
}
