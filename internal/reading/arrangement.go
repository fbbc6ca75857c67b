package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// readArrangements finds standing practices in a sentence: contacts that come
// again ("meet once a year", "the summit is held every year", "speak by phone
// every few months") and turns ("alternately", "take turns").
func (p *page) readArrangements(si int) {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Set {
			continue
		}
		h := p.timeHead(t, x)
		at := t.head(h)
		for n := 0; n < 4 && at >= 0; n++ {
			if p.practiceAt(si, at, x) {
				break
			}
			at = t.head(at)
		}
	}
	p.readTurns(si)
}

// practiceAt makes an arrangement of the contact at token v that comes again.
func (p *page) practiceAt(si, v int, x *timex.Expression) bool {
	t := p.tree(si)
	practice := practiceOf(t.lemma(v))
	noun := -1
	if practice == "" && t.isVerb(v) { // "hold a summit every year", "the summit is held every year"
		t.children(v, func(c int) bool {
			if t.rel(c) == language.RelObj || t.rel(c) == language.RelNsubjPass || t.rel(c) == language.RelNsubj {
				if pr := practiceOf(t.lemma(c)); pr != "" && t.upos(c) != language.PRON {
					practice, noun = pr, c
				}
			}
			return true
		})
	}
	if practice == "" {
		return false
	}
	e := event{kind: Arrangement, sent: si, tok: v, status: Held, conf: 0.7, practice: practice}
	if x.EDTF != "" && x.EDTF[0] == 'P' {
		e.period = x.EDTF
	}
	if p.byPhone(t, v) {
		e.practice = "call"
	}
	st, _, denied, _ := p.modality(si, v)
	if denied || st == Cancelled || st == Proposed && !t.isVerb(v) {
		return false
	}
	take := func(i int) {
		for _, a := range t.arguments(i, nil) {
			switch a.slot {
			case lexicon.Subj, lexicon.With, lexicon.Between, lexicon.Obj, lexicon.Comp, lexicon.Poss, lexicon.Of:
				if a.tok == noun {
					continue
				}
				for _, w := range p.actors(si, a.tok, nil) {
					e.add(w, RoleParty, si)
				}
			}
		}
	}
	take(v)
	if noun >= 0 {
		take(noun)
		if org := p.orgIn(si, noun); org != "" {
			e.parties = nil
			e.add(actor{person: nobody, code: org}, RoleParty, si)
		}
	}
	if e.countries() < 2 && !(e.countries() == 1 && p.isOrg(e.parties[0].code)) {
		if !p.partiesOfSeries(&e) {
			return false
		}
	}
	if p.agreedTo(t, v) && !p.turnNear(si) {
		e.status = Planned
	}
	e.when = e.period
	e.told = append(e.told, place{si, v})
	e.spans = append(e.spans, p.spanOf(&e))
	p.events = append(p.events, e)
	return true
}

// practiceOf names what comes again.
func practiceOf(lemma string) string {
	switch lemma {
	case "meet", "meeting", "gather", "convene", "consult", "consultation", "see", "sit", "talk", "dialogue", "hold":
		if lemma == "hold" {
			return ""
		}
		return "meet"
	case "summit", "conference", "assembly":
		return "meet"
	case "speak", "telephone", "phone", "call", "conversation":
		return "call"
	case "visit", "trip", "travel", "alternate", "rotate":
		return "visit"
	}
	return ""
}

// partiesOfSeries takes the parties of "the summit", "they" from the summit or
// meeting told last.
func (p *page) partiesOfSeries(e *event) bool {
	t := p.tree(e.sent)
	gathering := p.childWord(t, e.tok, "summit", "summits", "assembly", "conference", "it", "It") || gatheringNoun(t.lemma(e.tok))
	for pass := 0; pass < 2; pass++ {
		if p.partiesOf(e, gathering && pass == 0) {
			return true
		}
	}
	return false
}

// partiesOf takes the parties of the gathering or meeting told last.
func (p *page) partiesOf(e *event, onlySummits bool) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Summit && (o.kind != Meeting || onlySummits) || e.sent-o.sent > 12 {
			continue
		}
		fits := true
		for _, q := range e.parties {
			fits = fits && o.has(q.code)
		}
		if !fits {
			continue
		}
		if o.practice != "" && p.isBody(o.practice) {
			e.parties = nil
			e.add(actor{person: nobody, code: o.practice}, RoleParty, o.sent)
			return true
		}
		if o.countries() < 2 {
			continue
		}
		for _, q := range o.parties {
			e.add(actor{person: nobody, code: q.code}, RoleParty, q.sent)
		}
		return true
	}
	return false
}

// agreedTo tells whether a practice is newly agreed: "agreed to meet once a
// year", "will hold a summit every March".
func (p *page) agreedTo(t *tree, v int) bool {
	for n, at := 0, v; n < 4 && at >= 0; n++ {
		if t.lemma(at) == "agree" || t.lemma(at) == "decide" || t.lemma(at) == "propose" {
			return true
		}
		if st, _, _ := p.tense(t, at); st == Planned && t.isVerb(at) && t.childLemma(at, language.RelAux, "will", "shall") {
			return true
		}
		at = t.head(at)
	}
	return false
}

// turnNear tells whether the next sentences speak of a turn already running.
func (p *page) turnNear(si int) bool {
	for k := si; k <= si+2 && k < len(p.doc.Sentences); k++ {
		s := &p.doc.Sentences[k]
		if strings.Contains(p.doc.Text[s.Start:s.End], "turn") {
			return true
		}
	}
	return false
}

// readTurns finds "it is our turn", "Ireland's turn to host", "take turns",
// "alternately", "by turns".
func (p *page) readTurns(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "turn":
			if t.upos(i) != language.NOUN {
				continue
			}
			if poss := t.child(i, language.RelNmodPoss); poss >= 0 {
				p.nextTurn(si, i, poss)
				continue
			}
			if h := t.head(i); h >= 0 && (t.lemma(h) == "take" || t.caseOf(i) == "by" || t.caseOf(i) == "in") {
				p.alternation(si, i)
			}
		case "alternately", "alternate", "alternating", "rotate", "rotation":
			p.alternation(si, i)
		}
	}
}

// nextTurn notes whose turn it is on the arrangement told last, or makes one
// of the series told last.
func (p *page) nextTurn(si, i, poss int) {
	as := p.single(si, poss, nil)
	if len(as) == 0 || as[0].code == "" {
		return
	}
	code := as[0].code
	t := p.tree(si)
	travel, host := false, false
	t.children(i, func(c int) bool {
		if t.rel(c) == language.RelAcl {
			switch t.lemma(c) {
			case "host", "hold", "receive", "welcome", "be", "chair", "organise", "organize":
				host = true
			case "visit", "travel", "come", "go":
				travel = true
			}
		}
		return true
	})
	arr := p.lastArrangement(si, code)
	if arr == nil {
		return
	}
	other := ""
	for _, q := range arr.parties {
		if q.code != code {
			other = q.code
		}
	}
	if !travel && !host {
		// without a verb: a planned visit by that side says that its turn is to travel
		for k := range p.events {
			o := &p.events[k]
			if o.kind == Visit && o.status != Held && o.codeOf(RoleVisitor) == code && o.place.country == other {
				travel = true
			}
		}
	}
	if travel {
		arr.turn = other
	} else {
		arr.turn = code
	}
	arr.spans = append(arr.spans, Span{Start: int(p.doc.Sentences[si].Start), End: int(p.doc.Sentences[si].End), Field: "next_host"})
}

// lastArrangement gives the arrangement told last to which a state belongs.
func (p *page) lastArrangement(si int, code string) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind == Arrangement && o.has(code) && si-o.sent <= 8 {
			return o
		}
	}
	return nil
}

// alternation makes an arrangement of hosting in turn.
func (p *page) alternation(si, i int) {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind == Arrangement && si-o.sent <= 2 {
			return // already told
		}
	}
	e := event{kind: Arrangement, sent: si, tok: i, status: Held, conf: 0.6, practice: "meet"}
	t := p.tree(si)
	at := i
	for n := 0; n < 3 && at >= 0 && e.countries() < 2; n++ {
		for _, a := range t.arguments(at, nil) {
			for _, w := range p.actors(si, a.tok, nil) {
				e.add(w, RoleParty, si)
			}
		}
		at = t.head(at)
	}
	if e.countries() < 2 && !p.partiesOfSeries(&e) {
		return
	}
	for k := range e.parties {
		e.parties[k].person = nobody
	}
	if e.countries() > 3 {
		return
	}
	e.when = edtf.Date("")
	e.told = append(e.told, place{si, i})
	e.spans = append(e.spans, p.spanOf(&e))
	p.events = append(p.events, e)
}
