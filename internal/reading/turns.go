package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

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
			poss := t.child(i, language.RelNmodPoss)
			if of := t.child(i, language.RelNmod); poss < 0 && of >= 0 && t.caseOf(of) == "of" { // "the turn of South Korea"
				poss = of
			}
			if poss >= 0 {
				if h := t.head(i); h >= 0 && t.lemma(h) == "take" && t.upos(poss) == language.PRON { // "Dushanbe takes its turn in 2023"
					if s, _ := t.subject(h); s >= 0 && s < h {
						p.ownTurn(si, i, s)
						continue
					}
				}
				p.nextTurn(si, i, poss)
				continue
			}
			if h := t.head(i); h >= 0 && p.hosts(t) && (t.lemma(h) == "take" && t.tok(i).XPOS == language.XPOSNNS || t.caseOf(i) == "by" || t.caseOf(i) == "in" && i > 1) {
				p.alternation(si, i)
			}
		case "alternately", "alternate", "alternating", "rotate", "rotation":
			if p.hosts(t) {
				p.alternation(si, i)
			}
		}
	}
}

// hosts tells whether a sentence speaks of gatherings, visits or the chair, or
// of nothing but the turns: "After that the countries take turns." Words such
// as "in turn" say much else.
func (p *page) hosts(t *tree) bool {
	for i := range t.s.Tokens {
		switch strings.ToLower(t.lemma(i)) {
		case "host", "hosting", "visit", "receive", "chair", "meet", "meeting", "summit", "presidency", "chairmanship", "welcome", "assembly", "consultation", "dialogue", "committee", "venue", "capital":
			return true
		case "hold":
			return true
		}
	}
	return len(t.s.Tokens) < 12
}

// ownTurn notes the turn that the subject of "take" takes.
func (p *page) ownTurn(si, i, subj int) {
	code := p.hostCode(si, subj)
	if arr := p.practiceBefore(si); arr != nil && code != "" && (arr.has(code) || p.hostedBy(arr, code)) {
		p.noteNextHost(si, i, code)
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
		if !travel { // of a body's practice, or of a gathering
			p.noteNextHost(si, i, code)
		}
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
	t := p.tree(si)
	chair := false
	for k := max(0, i-4); k < i; k++ {
		chair = chair || practiceOf(t.lemma(k)) == "chair"
	}
	e := event{kind: Arrangement, sent: si, tok: i, status: Held, conf: 0.6, practice: "meet"}
	if chair {
		e.practice = "chair"
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind == Arrangement && (o.practice == e.practice || e.practice == "meet" && o.practice == "visit") && si-o.sent <= 2 {
			o.byTurns = true
			return // already told
		}
	}
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		switch {
		case x.Type == timex.Set && e.period == "" && x.EDTF != "" && x.EDTF[0] == 'P':
			e.period = x.EDTF
		case x.Type == timex.Duration && e.period == "" && x.First > 1 && t.lemma(x.First-1) == "for" && strings.EqualFold(t.word(x.First-2), "each"):
			e.period = lengthOf(x)
		}
	}
	at := i
	for n := 0; n < 3 && at >= 0 && e.countries() < 2; n++ {
		if s, _ := t.subject(at); s >= 0 && t.isVerb(at) {
			if org := p.membersOf(si, s); org != "" {
				e.add(actor{person: nobody, code: org}, RoleParty, si)
				break
			}
		}
		for _, a := range t.arguments(at, nil) {
			if a.slot != lexicon.Subj && p.isPlaceOnly(si, a.tok) {
				continue
			}
			for _, w := range p.actors(si, a.tok, nil) {
				if !w.group {
					e.add(w, RoleParty, si)
				}
			}
		}
		at = t.head(at)
	}
	if !p.enough(&e) {
		e.parties = nil
		if !p.practiceOwners(&e, p.ownersNamed(si)) && !p.practiceOwners(&e, p.mainPair(si)) && !p.partiesOfSeries(&e) {
			return
		}
	}
	for k := range e.parties {
		e.parties[k].person = nobody
	}
	if e.countries() > 3 {
		return
	}
	for k := range p.events {
		if o := &p.events[k]; o.kind == Arrangement && o.practice != "call" && o.practice != "chair" && e.practice != "chair" && sameStates(o, &e) {
			o.byTurns = true
			return
		}
	}
	e.underway = e.period != "" && !p.normative(t, i)
	p.fileArrangement(&e)
	p.events[len(p.events)-1].byTurns = e.practice != "chair"
}

// ownersNamed gives the two sides in the name of a gathering that a sentence
// speaks of: "Hosting of the meetings of the commission of Vietnam and Laos".
func (p *page) ownersNamed(si int) []string {
	t := p.tree(si)
	for i := range t.s.Tokens {
		if what, _ := countedNoun(t.lemma(i)); what == countsSeries {
			if codes := p.seriesOwners(si, i); len(codes) == 2 {
				return codes
			}
		}
	}
	return nil
}

// lengthOf gives a length of time as a period; empty where it is vague.
func lengthOf(x *timex.Expression) edtf.Date {
	n, unit := x.Count()
	if n < 1 {
		return ""
	}
	switch unit {
	case timex.Year:
		return edtf.Period(n, 'Y')
	case timex.Month:
		return edtf.Period(n, 'M')
	case timex.Week:
		return edtf.Period(n, 'W')
	}
	return ""
}

// settleTurns says whose turn it is next where a later gathering of the same
// sides is planned and the report says no turn itself.
func (p *page) settleTurns(events []event) {
	for i := range events {
		a := &events[i]
		if a.kind != Arrangement || a.turn != "" || a.practice == "call" {
			continue
		}
		for k := range events {
			e := &events[k]
			if e.kind == Summit && (e.status == Planned || e.status == Postponed) && e.place.country != "" && p.sameOwners(a, e) {
				a.turn = e.place.country
				break
			}
		}
		p.settleLast(a)
	}
}

// sameOwners tells whether an arrangement and a gathering are of the same
// sides.
func (p *page) sameOwners(a, e *event) bool {
	codes := p.seriesParties(e)
	if len(codes) != a.countries() {
		return false
	}
	for _, c := range codes {
		if !a.has(c) {
			return false
		}
	}
	return true
}
