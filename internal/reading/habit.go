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
