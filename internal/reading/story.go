package reading

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// takesUp tells whether a meeting of the same states is told before without a
// day.
func (p *page) takesUp(e *event) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		if o := &p.events[k]; o.kind == Meeting && o.status == Held && o.when == "" && statesAgree(o, e) {
			return true
		}
	}
	return false
}

// newsDay is the day whose news the report is: the one that its opening tells
// of, else that of the dateline or of publication.
func (p *page) newsDay() edtf.Day {
	if !p.hasNews {
		p.news, p.hasNews, p.newsTold = p.ref, true, false
		for si := p.dateline + 1; si <= p.lead()+1 && si < len(p.sents); si++ {
			k := p.toldDay(si, len(p.doc.Sentences[si].Tokens))
			if k < 0 && si <= p.lead() {
				k = p.dayTold(si, len(p.doc.Sentences[si].Tokens), true)
			}
			if k >= 0 {
				if day, _, _ := p.times[k].EDTF.Bounds(); day >= p.ref-3 {
					p.news, p.newsTold = day, true
				}
				break
			}
		}
	}
	return p.news
}

// newsLater tells whether the opening tells the day of the news, and it is
// after a day.
func (p *page) newsLater(than edtf.Day) bool { return than < p.newsDay() && p.newsTold }

// toldDay finds the last expression of a sentence before a token that says on
// which day of the past week the main clause takes place; -1 for none. When
// somebody said so is no such day.
func (p *page) toldDay(si, before int) int32 { return p.dayTold(si, before, false) }

// dayTold is toldDay, which takes the day on which somebody spoke as well
// where that is asked for: "urged his guest on Monday to".
func (p *page) dayTold(si, before int, spoken bool) int32 {
	found := int32(-1)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		first, last, ok := x.EDTF.Bounds()
		if x.Last >= before || !ok || first != last || first > p.ref || first < p.ref-6 || x.Type == timex.Duration || x.Relation != timex.At || p.inRange[k] >= 0 {
			continue
		}
		if p.inMainClause(si, x, spoken) {
			found = k
		}
	}
	return found
}

// inMainClause tells whether an expression is the time of a main clause in the
// simple past.
func (p *page) inMainClause(si int, x *timex.Expression, spoken bool) bool {
	t := p.tree(si)
	v := t.head(p.timeHead(t, x))
	for n := 0; n < 6 && v >= 0 && !t.isVerb(v); n++ {
		if t.rel(v) == language.RelAclRelcl || t.rel(v) == language.RelAdvcl || t.caseOf(v) == "since" {
			return false
		}
		v = t.head(v)
	}
	if v < 0 || speech(t.lemma(v)) && !spoken || t.tok(v).XPOS == language.XPOSVBG {
		return false
	}
	switch lexicon.Governing(t.lemma(v)) {
	case lexicon.SaysPlan, lexicon.SaysPropose, lexicon.SaysPostpone, lexicon.SaysCancel:
		return false
	}
	if st, _, present := p.tense(t, v); st != Held || present || p.hasPastHave(t, v) {
		return false
	}
	switch t.rel(v) {
	case language.RelRoot, language.RelConj, language.RelCcomp, language.RelParataxis:
		return true
	}
	return false
}

// dateFromContext dates what has no expression of its own: what goes on as the
// report is written, on the day of writing.
func (p *page) dateFromContext(e *event) {
	if x := p.heading(e.sent); x >= 0 && e.kind != Arrangement && e.kind != Invitation && !e.past(p) {
		if r := p.inRange[x]; r >= 0 {
			e.when = p.ranges[r].EDTF
		} else {
			e.when = p.times[x].EDTF
		}
		e.times = append(e.times, x)
		p.timely(e)
		return
	}
	if e.status == Held && (e.underway && e.trig == presence || e.kind == Visit && e.trig.Noun && e.days > 1 && e.sent <= p.lead()+1 && !e.past(p)) {
		e.when = edtf.DayDate(p.ref)
		if k := p.toldDay(e.sent, len(p.doc.Sentences[e.sent].Tokens)); k >= 0 && e.trig != presence {
			e.when, e.times = p.times[k].EDTF, []int32{k}
		}
		p.stretch(e)
		return
	}
	if e.status == Planned || e.status == Held && e.underway && e.kind != Arrangement {
		if k := p.dayAhead(e); k >= 0 {
			e.when, e.times = p.resolve(e, k), []int32{k}
			p.timely(e)
			return
		}
	}
	if e.status != Held || e.kind == Arrangement || e.kind == Invitation && (e.trig == nil || e.trig.Noun) || e.past(p) {
		return
	}
	if e.definite && e.kind == Meeting && p.takesUp(e) { // "the meeting": of the day of the one told before
		return
	}
	// the story goes on: told in the simple past, with the people and in the
	// place of the dated news before it
	told, at := int32(-1), e.tok
	for si := e.sent; si >= 0 && told < 0 && e.sent-si <= 2; si-- {
		told, at = p.toldDay(si, at), 1<<30
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.status != Held || o.kind == Arrangement || o.kind == Invitation || e.sent-o.sent > 4 {
			continue
		}
		if p.aside(o, e) {
			continue // "X, who landed on Friday, had talks"
		}
		first, last, ok := o.when.Bounds()
		if !ok || last < p.ref-6 || first > p.ref || last-first > 6 {
			if ok && e.sent-o.sent <= 1 {
				return // the talk is of other times
			}
			continue
		}
		shared := false
		for _, q := range e.parties {
			shared = shared || o.has(q.code)
		}
		if told >= 0 && p.times[told].Sentence >= o.sent && !p.backward(e) && (e.place.country == "" || o.place.country == "" || e.place.country == o.place.country) {
			break
		}
		if !shared || e.place.country != "" && o.place.country != "" && e.place.country != o.place.country {
			continue
		}
		if day := p.newsDay(); p.newsTold && o.sent < e.sent && last < day {
			e.when = edtf.DayDate(day)
			return
		}
		e.when, e.times = o.when, o.times
		return
	}
	if told >= 0 && !p.backward(e) {
		e.when, e.times = p.times[told].EDTF, []int32{told}
		if _, last, _ := e.when.Bounds(); p.times[told].Sentence < e.sent && p.newsLater(last) {
			e.when, e.times = edtf.DayDate(p.newsDay()), nil
		}
	}
}

// dayAhead finds the day of the clause that the one of a plan hangs on: "On 3
// February he will chair a retreat, which X will join for lunch"; -1 for none.
func (p *page) dayAhead(e *event) int32 {
	if e.kind == Invitation || e.kind == Arrangement {
		return -1
	}
	t := p.tree(e.sent)
	found := int32(-1)
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		first, last, ok := x.EDTF.Bounds()
		if !ok || x.Last >= e.tok || x.Type == timex.Duration || x.Relation != timex.At || p.inRange[k] >= 0 || last-first > 6 || first < p.ref {
			continue
		}
		v := t.head(p.timeHead(t, x))
		if v < 0 || !t.isVerb(v) && t.child(v, language.RelCop) < 0 || !t.within(e.tok, v) || speech(t.lemma(v)) || t.rel(v) != language.RelRoot && t.rel(v) != language.RelConj {
			continue
		}
		if st, neg, present := p.tense(t, v); neg || st != Planned && !present {
			continue
		}
		found = k
		for i := x.Last + 1; i < e.tok; i++ {
			switch t.lemma(i) {
			case "before", "after", "then", "later", "earlier", "ahead", "following":
				found = -1
			}
		}
	}
	return found
}

// aside tells whether an event is told beside the story that another one goes
// on with: as what was before ("who landed on Friday", "had arrived").
func (p *page) aside(o, e *event) bool {
	t := p.tree(o.sent)
	if t.rel(t.clause(o.tok)) == language.RelAclRelcl && (o.sent == e.sent || o.kind == Visit && e.kind != Visit) {
		return true
	}
	if o.sent == e.sent { // "who had been in Lima when the two met, sat down again"
		for n, v := 0, t.clause(o.tok); n < 4 && v >= 0; n++ {
			if t.rel(v) == language.RelAclRelcl && !t.within(e.tok, v) {
				return true
			}
			if v = t.head(v); v >= 0 {
				v = t.clause(v)
			}
		}
	}
	return o.past(p) && !e.past(p)
}

// dateInvitations gives invitations told as part of the news the day on which
// the two sides met or spoke, or that of the news.
func (p *page) dateInvitations(events []event) {
	for i := range events {
		e := &events[i]
		if e.kind != Invitation || !e.ofStory || e.when != "" || e.status != Held {
			continue
		}
		if k := p.toldDay(e.sent, e.tok); k >= 0 { // "ended his visit on Friday with an invitation"
			e.when, e.times = p.times[k].EDTF, []int32{k}
			continue
		}
		if o := p.occasionOf(events, e); o != nil {
			if first, last, _ := o.when.Bounds(); first == last {
				e.when, e.times = o.when, o.times
				continue
			}
		} else if p.dateline < 0 && e.sent > p.lead() {
			continue
		}
		e.when = edtf.DayDate(p.newsDay())
	}
}

// occasionOf finds the engagement at which an invitation was given: a meeting
// or call of the two sides, else a visit that is the news, the nearest one.
func (p *page) occasionOf(events []event, e *event) *event {
	var best *event
	for k := range events {
		o := &events[k]
		first, last, ok := o.when.Bounds()
		if !ok || o.status != Held || o.kind == Arrangement || o.kind == Invitation || first < p.ref-10 || first > p.ref || last-first > 10 {
			continue
		}
		if !e.has(o.codeOf(RoleVisitor)) && o.kind == Visit || !statesAgree(o, e) {
			continue
		}
		switch {
		case best == nil, best.kind == Visit && o.kind != Visit:
			best = o
		case best.kind != Visit && o.kind == Visit:
		case peopleOf(o, e) > peopleOf(best, e), peopleOf(o, e) == peopleOf(best, e) && telling(o, e) < telling(best, e):
			best = o
		}
	}
	return best
}

// peopleOf counts the people of e who take part in o.
func peopleOf(o, e *event) int {
	n := 0
	for _, q := range e.parties {
		for _, r := range o.parties {
			if q.person != nobody && q.person == r.person {
				n++
				break
			}
		}
	}
	return n
}
