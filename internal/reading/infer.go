package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
)

// infer adds what the coding rules let a reader conclude: where a meeting was
// held, the visit behind a meeting in one side's own country, the host of a
// visit, the day of news that is plainly today's.
func (p *page) infer(events []event) []event {
	events = p.dropTentative(events)
	p.spokenAfar(events)
	p.settleLapsed(events)
	p.locate(events)
	p.shareScene(events)
	p.dateNews(events)
	events = p.impliedVisits(events, false)
	p.nameStays(events)
	p.shareTimes(events)
	p.fillHosts(events)
	p.fillUnnamed(events)
	p.fillSummits(events)
	p.dateStory(events)
	p.locate(events) // what has its day now is news as well
	events = p.impliedVisits(events, true)
	p.nameEscorts(events)
	p.countSession(events)
	p.followMoves(events)
	p.lengthsAlone(events)
	p.extendStays(events)
	events = p.joinStays(events)
	p.dateRemaining(events)
	p.dateInvitations(events)
	p.nameCities(events)
	p.sharePresence(events)
	p.settleAgreements(events)
	p.settleAhead(events)
	return slices.DeleteFunc(events, p.ofNobody)
}

// locate gives meetings, summits, awards and agreements without a place the
// place of the visit they belong to, or of the dateline.
func (p *page) locate(events []event) {
	for i := range events {
		e := &events[i]
		if e.kind == Call || e.kind == Arrangement || e.kind == Invitation || e.kind == Visit || e.trig == again && p.longOver(e) {
			continue
		}
		if e.place.country == "" || e.place.place == "" {
			if v := p.visitOf(events, e); v != nil && (e.place.country == "" || e.place.country == v.place.country) {
				e.setPlace(locus{country: v.place.country, place: v.place.place, sent: v.place.sent, tok: v.place.tok})
			}
		}
		if e.place.country == "" && e.kind == Agreement {
			for k := range events {
				o := &events[k]
				if (o.kind == Meeting || o.kind == Summit) && o.place.country != "" && statesAgree(o, e) && abs(o.sent-e.sent) <= 3 && o.status == e.status {
					e.setPlace(o.place)
					break
				}
			}
		}
		if e.place.country == "" && e.place.place != "" && p.isSite(e.place.place) && p.here.country != "" {
			e.place.country = p.here.country
		}
		if e.place.country == "" && p.here.country != "" && p.isNews(e) {
			away := p.journeyAhead(events, e)
			if away != nil {
				e.setPlace(locus{country: away.place.country, place: away.place.place, sent: away.place.sent, tok: away.place.tok})
				continue
			}
			if s := p.sceneAbroad(events, e); s != nil {
				e.setPlace(s.place)
				continue
			}
			home := e.has(p.here.country) && e.status != Proposed && !p.goesAway(e)
			if home || p.here.country != "" && e.sent <= 2 && e.status == Held {
				e.setPlace(p.here)
			}
		}
		if e.kind == Award && e.place.country == "" {
			e.place.country = e.codeOf(RoleGiver)
		}
	}
}

// sceneAbroad finds the gathering or meeting abroad that a report written at home
// opens with, for another meeting of the same official on that day: "MANILA:
// Marcos met Kishida in Hiroshima on Friday. He also held talks with Yoon."
func (p *page) sceneAbroad(events []event, e *event) *event {
	if e.kind != Meeting || e.status != Held {
		return nil
	}
	for i := range events {
		o := &events[i]
		if o == e || o.kind != Visit && o.kind != Meeting && o.kind != Summit || o.status != Held || o.sent > p.lead()+1 || o.sent > e.sent || o.earlier {
			continue
		}
		if o.place.country == "" || o.place.country == p.here.country || o.when != "" && e.when != "" && !overlap(o.when, e.when) {
			continue
		}
		for _, q := range e.parties {
			if q.person != nobody && q.code == p.here.country && slices.ContainsFunc(o.parties, func(a participant) bool { return a.person == q.person }) {
				return o
			}
		}
	}
	return nil
}

// journeyAhead finds the journey to a third country on which somebody is to see
// others: "He will also hold meetings with X and Y. He will arrive in New York on
// Monday." There has to be one such journey alone.
func (p *page) journeyAhead(events []event, e *event) *event {
	if e.kind != Meeting || e.status != Planned || e.when != "" {
		return nil
	}
	var found *event
	for i := range events {
		v := &events[i]
		if v.kind != Visit || v.status != Planned || v.place.country == "" || e.has(v.place.country) || abs(v.sent-e.sent) > 2 {
			continue
		}
		for _, q := range v.parties {
			if q.role != RoleVisitor || q.person == nobody || q.code != p.here.country || !slices.ContainsFunc(e.parties, func(o participant) bool { return o.person == q.person }) {
				continue
			}
			if found != nil && found.place.country != v.place.country {
				return nil
			}
			found = v
		}
	}
	return found
}

// goesAway tells whether a meeting still to come is told with the journey to
// it: "would leave on Monday to hold talks with", "flies out for talks". It is
// not where the report was written.
func (p *page) goesAway(e *event) bool {
	if e.kind != Meeting || e.status == Held || e.trig == nil {
		return false
	}
	t := p.tree(e.sent)
	for v, n := t.clause(e.tok), 0; v >= 0 && n < 5; v, n = t.head(v), n+1 {
		switch t.lemma(v) {
		case "leave", "depart", "fly", "travel", "journey":
			return true
		}
	}
	return false
}

// shareScene gives meetings told without place and time those of the gathering
// that the report is about: "He also saw the German chancellor for an hour."
func (p *page) shareScene(events []event) {
	var main *event
	for i := range events {
		if e := &events[i]; e.kind == Summit && e.status == Held && e.place.country != "" && e.when != "" && p.isNews(e) {
			main = e
			break
		}
	}
	if main == nil {
		return
	}
	for i := range events {
		e := &events[i]
		if e.kind != Meeting || e.status != Held || e.when != "" || e.sent < main.sent || e.past(p) {
			continue
		}
		if e.place.country != "" && e.place.country != main.place.country {
			continue
		}
		e.setPlace(main.place)
		e.when, e.times = main.when, main.times
		if e.name == "" && e.practice == "" {
			e.sideline = true
		}
	}
}

// visitOf finds the visit during which an event took place: one party
// travelled to another's country at a time that fits. What is told without a
// day is part of the news rather than of a visit long ago.
func (p *page) visitOf(events []event, e *event) *event {
	var best *event
	for k := range events {
		v := &events[k]
		if v.kind != Visit || v.place.country == "" {
			continue
		}
		if !e.has(v.codeOf(RoleVisitor)) || !e.has(v.place.country) || v.codeOf(RoleVisitor) == v.place.country {
			continue
		}
		if v.status != e.status && !(v.status == Held && e.status == Planned && !p.longOver(v)) && !(v.status == Planned && e.status == Proposed) {
			continue
		}
		if e.when != "" && v.when != "" && !overlap(e.when, v.when) && !p.onStay(v, e) {
			continue
		}
		if p.otherTraveller(v, e) || v.past(p) && !e.past(p) && e.when == "" { // "Lula had been in Beijing. The two signed"
			continue
		}
		if best != nil && p.longOver(v) != p.longOver(best) && (v.sent != e.sent) && (best.sent != e.sent) {
			if p.longOver(best) { // what is told without a day is of the visit that is the news
				best = v
			}
			continue
		}
		if best == nil || telling(v, e) < telling(best, e) {
			best = v
		}
	}
	if best != nil && e.when == "" && p.longOver(best) {
		for k := range events {
			if o := &events[k]; o != e && contactKind(o.kind) && o.status == Held && o.sent < e.sent && !p.longOver(o) && !o.past(p) && statesAgree(o, e) {
				return nil
			}
		}
	}
	return best
}

// longOver tells an event that the report looks back at from its news.
func (p *page) longOver(v *event) bool {
	_, last, ok := v.when.Bounds()
	return ok && v.status == Held && last < p.ref-14
}

// isNews tells whether an event belongs to the day of the report rather than
// to its background.
func (p *page) isNews(e *event) bool {
	if first, last, ok := e.when.Bounds(); ok {
		return first <= p.ref+31 && last >= p.ref-4 && last-first < 32 && (e.status != Held || first >= p.ref-4)
	}
	return e.sent <= 2 || e.status == Held && e.underway
}

// dateNews dates finished engagements told in the lead without a date: they
// are the news of the day.
func (p *page) dateNews(events []event) {
	for i := range events {
		e := &events[i]
		if e.when != "" || e.status != Held || e.kind == Arrangement || e.kind == Invitation || leftBehind(e) || e.earlier {
			continue
		}
		if v := p.visitOf(events, e); v != nil && e.kind != Visit {
			if _, last, ok := v.when.Bounds(); ok && last < p.newsDay()-3 { // "during the visit he called on"
				continue
			}
		}
		if e.sent <= p.lead() && !e.past(p) && !p.recently(e) || e.underway && e.kind != Agreement && e.trig == presence {
			e.when = edtf.DayDate(p.newsDay())
			e.presumed = !p.newsTold && p.ref == p.rep.Published
			if e.nth != 0 {
				p.stretch(e)
			}
		}
	}
}

// lead gives the last sentence of the report's opening: the first paragraph
// behind the dateline.
func (p *page) lead() int {
	first := p.dateline + 1
	if first >= len(p.doc.Sentences) {
		return first
	}
	for k := first; k < len(p.doc.Sentences); k++ {
		if p.doc.Sentences[k].Paragraph != p.doc.Sentences[first].Paragraph {
			return k - 1
		}
	}
	return len(p.doc.Sentences) - 1
}

// past tells whether an event is told as earlier than the news: in the past
// perfect, or as somebody's "last".
func (e *event) past(p *page) bool {
	t := p.tree(e.sent)
	return t.childLemma(t.clause(e.tok), language.RelAux, "have") && p.hasPastHave(t, t.clause(e.tok))
}

func (p *page) hasPastHave(t *tree, v int) bool {
	found := false
	t.children(v, func(c int) bool {
		if t.lemma(c) == "have" && t.tok(c).XPOS == language.XPOSVBD {
			found = true
		}
		return true
	})
	return found
}

// signedTogether tells a paper that named people of two states signed in a city.
func (p *page) signedTogether(e *event) bool {
	if e.kind != Agreement || e.status != Held || e.place.place == "" || e.countries() != 2 || e.trig == nil || e.trig.Word != "sign" {
		return false
	}
	return !slices.ContainsFunc(e.parties, func(q participant) bool { return q.person == nobody })
}

// impliedVisits adds the visit behind a bilateral meeting, award or numbered
// summit in one side's own country; only those behind meetings, where it is
// asked again late.
func (p *page) impliedVisits(events []event, late bool) []event {
	var extra []event
	for i := range events {
		e := &events[i]
		if e.kind != Meeting && !(e.kind == Summit && !late && (e.practice == "" || p.ofTwo(e))) && !p.signedTogether(e) {
			continue
		}
		if e.place.country == "" || !e.has(e.place.country) && !p.homeOfOrg(e) || e.sideline || e.name != "" && e.practice != "" && !p.ofTwo(e) || e.status == Cancelled || e.status == Postponed {
			continue
		}
		if e.many {
			continue
		}
		if e.countries() > 3 && !(e.trig != nil && meal(e.trig.Word) && e.countries() <= 6) || e.kind == Summit && e.countries() > 2 {
			continue
		}
		for k, q := range e.parties {
			if q.code == e.place.country || q.code == "" || p.isOrg(q.code) && p.homeOf(q.code) == e.place.country || e.firstOf(q.code) != k {
				continue
			}
			if q.person != nobody && p.people[q.person].resident || q.person == nobody && strings.Contains(strings.ToLower(q.office), "ambassador") {
				continue
			}
			if q.person == nobody && (q.office == "" && !(e.kind == Summit) || p.isOrg(q.code)) {
				continue
			}
			if p.cameFor(events, e, q.code) {
				continue
			}
			v := event{kind: Visit, sent: e.sent, tok: e.tok, trig: e.trig, place: e.place, when: e.when, times: e.times, status: e.status, implied: true, presumed: e.presumed, counted: e.counted, conf: e.conf * 0.9, spans: e.spans}
			if (p.isSite(v.place.place) || p.isSeat(v.place)) && p.here.country == v.place.country && p.here.place != "" {
				v.place.place = p.here.place
			}
			for _, o := range e.parties {
				switch {
				case o.code == q.code:
					o.role = RoleVisitor
					v.parties = append(v.parties, o)
				case o.code == e.place.country || p.isOrg(o.code) && p.homeOf(o.code) == e.place.country:
					o.role = RoleHost
					v.parties = append(v.parties, o)
				}
			}
			if e.kind == Summit {
				v.name = e.name
			}
			extra = append(extra, v)
		}
	}
	return p.merge(append(events, extra...))
}

// cameFor tells whether a meeting is the purpose of a journey told beside it:
// "travelled to Hanoi to meet Pham Minh Chinh".
func (p *page) cameFor(events []event, e *event, code string) bool {
	for i := range events {
		v := &events[i]
		if v.kind == Visit && v.sent == e.sent && v.tok != e.tok && v.status == Held && e.status == Planned && v.place.country == e.place.country && v.codeOf(RoleVisitor) == code && purpose(p.tree(e.sent), e.tok, v.tok) {
			return true
		}
	}
	return false
}

// dateStory dates what is left: news told in the simple past without a day is
// of the story's day, that of the first dated engagement with the same people,
// or the day of writing.
func (p *page) dateStory(events []event) {
	for i := range events {
		e := &events[i]
		if e.when != "" || e.status != Held || e.kind == Arrangement || e.kind == Invitation || leftBehind(e) || e.earlier || e.past(p) || p.backward(e) {
			continue
		}
		var best *event
		for k := range events {
			o := &events[k]
			first, last, ok := o.when.Bounds()
			if !ok || o.status != Held || o.kind == Arrangement || o.kind == Invitation || first < p.ref-7 || last > p.ref+7 || o.place.country != "" && e.place.country != "" && o.place.country != e.place.country {
				continue
			}
			if o.sent != e.sent && (p.newsLater(last) || first > p.ref && !o.underway) { // told beside the news
				continue
			}
			for _, q := range e.parties {
				if o.has(q.code) && (best == nil || o.sent == e.sent && best.sent != e.sent) {
					best = o
				}
			}
		}
		if best != nil {
			e.when, e.times = best.when, best.times
		}
		if e.when == "" && (e.place.country == "" || e.place.country == p.here.country || p.here.country == "" || e.sent <= p.lead()+1) {
			e.when = edtf.DayDate(p.newsDay())
		}
	}
}

// backward tells words that point to earlier times without a date: "last",
// "earlier", "previous", "former".
func (p *page) backward(e *event) bool {
	t := p.tree(e.sent)
	from, to := max(0, e.tok-8), min(len(t.s.Tokens), e.tok+8)
	for k := from; k < to; k++ {
		switch t.lemma(k) {
		case "previous", "previously", "ago", "former", "recent", "recently", "already", "since", "fresh":
			return true
		case "last":
			if !t.isVerb(k) { // "the talks lasted two hours"
				return true
			}
		case "before":
			if k+1 >= len(t.s.Tokens) || t.upos(k+1) == language.PUNCT { // not "talked before he left"
				return true
			}
		}
	}
	return false
}

// recently tells what is said to have happened at no certain time before: "who
// recently visited Paris", "have spoken in recent days".
func (p *page) recently(e *event) bool {
	t := p.tree(e.sent)
	if v := t.clause(e.tok); v >= 0 {
		for c := t.child(v, language.RelObl); c >= 0; c = t.siblingAfter(c, language.RelObl) {
			if t.childLemma(c, language.RelAmod, "recent") {
				return true
			}
		}
	}
	return t.childLemma(e.tok, language.RelAdvmod, "recently", "previously", "lately") || t.childLemma(t.clause(e.tok), language.RelAdvmod, "recently", "previously", "lately")
}

// dropTentative keeps a meeting told by what one leader told another only if a
// visit of one to the other is told that fits in time.
func (p *page) dropTentative(events []event) []event {
	keep := events[:0]
	for i := range events {
		e := events[i]
		if e.tentative {
			found := false
			for k := range events {
				v := &events[k]
				if v.kind != Visit || v.status != Held || !e.has(v.codeOf(RoleVisitor)) || !e.has(v.place.country) || p.otherTraveller(v, &e) {
					continue
				}
				if e.when == "" || v.when == "" || overlap(e.when, v.when) {
					found = true
				} else if f, _, ok := e.when.Bounds(); ok { // a stay of which only the first day is told
					if _, l, ok := v.when.Bounds(); ok && f-l > 0 && f-l <= 3 {
						found = true
					}
				}
			}
			if !found {
				continue
			}
		}
		keep = append(keep, e)
	}
	return keep
}

// ofTwo tells a summit of an organisation with one other side, such as
// EU-China, from a gathering of its members.
func (p *page) ofTwo(e *event) bool {
	if e.practice == "" || e.countries() != 2 || !p.isBody(e.practice) || !e.has(e.practice) {
		return false
	}
	for _, q := range e.parties {
		if q.weak {
			return false
		}
	}
	return true
}

// nameCities gives news in the dateline's country without a city the
// dateline's.
func (p *page) nameCities(events []event) {
	if p.here.place == "" {
		return
	}
	for i := range events {
		e := &events[i]
		if e.kind == Call || e.kind == Arrangement || e.kind == Invitation || e.place.place != "" || e.place.country != p.here.country || e.status != Held {
			continue
		}
		if first, last, ok := e.when.Bounds(); ok && last >= p.ref-2 && first <= p.ref && last-first < 15 {
			e.place.place, e.place.sent, e.place.tok = p.here.place, p.here.sent, p.here.tok
		}
	}
}

// homeOfOrg tells whether a meeting is at the seat of an organisation that
// takes part.
func (p *page) homeOfOrg(e *event) bool {
	for _, q := range e.parties {
		if p.isOrg(q.code) && p.homeOf(q.code) == e.place.country {
			return true
		}
	}
	return false
}

// shareTimes gives meetings during a visit the visit's time and the other way
// round.
func (p *page) shareTimes(events []event) {
	for i := range events {
		e := &events[i]
		if e.when != "" || e.kind == Call || e.kind == Arrangement || e.kind == Invitation || e.kind == Visit {
			continue
		}
		if v := p.visitOf(events, e); v != nil && v.when != "" && v.status == e.status {
			e.when = v.when
			e.times = v.times
		}
	}
	for i := range events {
		v := &events[i]
		if v.kind != Visit || v.when != "" {
			continue
		}
		for k := range events {
			e := &events[k]
			if e.kind != Visit && e.when != "" && e.kind != Arrangement && e.kind != Invitation && e.kind != Call && p.visitOf(events, e) == v && e.status == v.status {
				v.when, v.times = e.when, e.times
				break
			}
		}
	}
}

// fillHosts names the host of a visit: the highest official of the country
// whom the visitor meets on it.
func (p *page) fillHosts(events []event) {
	for i := range events {
		v := &events[i]
		if v.kind != Visit || v.place.country == "" {
			continue
		}
		named := false
		for _, q := range v.parties {
			named = named || q.role == RoleHost && q.person != nobody
		}
		if !named {
			best := nobody
			for k := range events {
				e := &events[k]
				if e.kind == Visit || e.kind == Call || e.kind == Arrangement || !e.has(v.codeOf(RoleVisitor)) || !e.has(v.place.country) {
					continue
				}
				if e.when != "" && v.when != "" && !overlap(e.when, v.when) || e.status != v.status && !(v.status == Held && e.status == Planned) {
					continue
				}
				if e.place.country != "" && e.place.country != v.place.country {
					continue
				}
				for _, q := range e.parties {
					if q.code == v.place.country && q.person != nobody && (best == nobody || p.people[q.person].rank() > p.people[best].rank()) {
						best = q.person
					}
				}
			}
			if best != nobody {
				v.add(p.personActor(best, v.tok), RoleHost, v.sent)
			}
		}
		if who := p.hostOf(v); who != nobody {
			v.add(p.personActor(who, v.tok), RoleHost, v.sent)
		}
		if v.codeOf(RoleHost) == "" {
			v.add(actor{person: nobody, code: v.place.country, tok: v.tok}, RoleHost, v.sent)
		}
	}
}

// fillSummits adds to a gathering whoever the report shows there: those who
// travel to it and those who meet on its sidelines; and the organisation
// behind it and its host country where the report names too few.
func (p *page) fillSummits(events []event) {
	for i := range events {
		s := &events[i]
		if s.kind != Summit {
			continue
		}
		if s.place.country == "" {
			s.setPlace(p.seatOf(events, s))
		}
		for k := range events {
			e := &events[k]
			if e == s || e.status != s.status || e.denied {
				continue
			}
			near := e.place.country != "" && e.place.country == s.place.country && e.when != "" && s.when != "" && overlap(e.when, s.when)
			named := e.name != "" && s.name != "" && sameGathering(e, s) && (near || e.when == "" || s.when == "")
			if !named && !(near && s.practice != "" && e.place.place == s.place.place) {
				continue
			}
			for _, q := range e.parties {
				if q.person != nobody && (e.kind == Visit && q.role == RoleVisitor || e.kind == Meeting) {
					s.add(actor{person: q.person, code: q.code, tok: q.tok}, RoleParty, q.sent)
				}
			}
			if s.when == "" {
				s.when, s.times = e.when, e.times
			}
			if e.when == "" && e.kind == Visit && named {
				e.when, e.times = s.when, s.times
			}
			if named && s.place.country == "" {
				s.setPlace(e.place)
			}
		}
		p.fillMembers(s, events)
		if s.place.country == "" && s.status == Held && p.isNews(s) && p.here.country != "" && s.sent <= 2 {
			s.setPlace(p.here)
		}
		if s.practice != "" && !s.has(s.practice) && (p.isBody(s.practice) || s.countries() == 0 || s.countries() == 1 && p.isOrg(s.practice)) {
			s.add(actor{person: nobody, code: s.practice, tok: s.tok}, RoleParty, s.sent)
		}
		if s.place.country != "" && !s.has(s.place.country) && (s.countries() < 2 || p.membersOnly(s.practice)) {
			s.add(actor{person: nobody, code: s.place.country, tok: s.tok, weak: true}, RoleParty, s.sent)
		}
	}
}

// seatOf gives where the journey goes that is made for a gathering: "was in New
// Delhi in September for the G20 summit", "flew to Rio to attend the summit".
func (p *page) seatOf(events []event, s *event) locus {
	t := p.tree(s.sent)
	at := s.tok
	if v := t.head(at); v >= 0 && t.rel(at) == language.RelObj { // "to attend the summit"
		at = v
	}
	h := t.head(at)
	if h < 0 || t.caseOf(at) != "for" && t.rel(at) != language.RelAdvcl && t.rel(at) != language.RelXcomp {
		return locus{}
	}
	for k := range events {
		e := &events[k]
		if e.kind == Visit && e.sent == s.sent && !e.denied && s.has(e.codeOf(RoleVisitor)) && (h == e.tok || e.place.sent == s.sent && h == e.place.tok) {
			return e.place
		}
	}
	return locus{}
}

// fillMembers adds to the gathering that the report is about the leaders of
// member states whom the report names, unless it says that they stayed away.
func (p *page) fillMembers(s *event, events []event) {
	org, ok := p.orgThen(s.practice)
	if !ok || s.sent > p.lead()+2 || s.status == Planned && s.sent > p.lead() {
		return
	}
	for i := range events { // only the first gathering told of is the one the report is about
		if o := &events[i]; o.kind == Summit && o.practice != "" {
			if o != s {
				return
			}
			break
		}
	}
	ministers := false // of ministers: "a meeting of EC farm ministers"
	for _, q := range s.parties {
		ministers = ministers || q.code == s.practice && q.person == nobody && strings.HasSuffix(strings.TrimSuffix(q.office, "s"), "minister")
	}
	absent := map[int32]bool{}
	for i := range events {
		if e := &events[i]; e.status == Cancelled && (e.kind == Visit || e.kind == Summit) {
			for _, q := range e.parties {
				if q.role == RoleVisitor || q.role == RoleParty {
					absent[q.person] = true
				}
			}
		}
	}
	for k := range p.people {
		w := &p.people[k]
		if absent[int32(k)] || w.spokesman || w.former || w.country == "" {
			continue
		}
		minister := w.rank() == 6 && strings.HasSuffix(string(w.role), "minister")
		if w.rank() < 7 && !(ministers && minister) || ministers && !minister && w.country != s.practice { // heads of government do not sit with ministers
			continue
		}
		if !org.HasMember(w.country, p.ref) && w.country != s.place.country && w.country != s.practice {
			continue
		}
		if org.Universal && w.rank() < 9 {
			continue
		}
		if p.staysAway(int32(k)) {
			continue
		}
		s.add(p.personActor(int32(k), w.tok), RoleParty, w.sent)
	}
}

// staysAway tells whether the sentence that names a person first says that he
// is not there.
func (p *page) staysAway(who int32) bool {
	w := &p.people[who]
	t := p.tree(w.sent)
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "absent", "skip", "boycott", "snub", "video", "neither", "instead", "stead", "predecessor", "successor":
			return true
		case "stay":
			if i+1 < len(t.s.Tokens) && (t.word(i+1) == "away" || t.word(i+1) == "home" || t.word(i+1) == "at") {
				return true
			}
		case "attend", "come", "travel":
			if _, neg, _ := p.tense(t, i); neg {
				return true
			}
		}
	}
	return false
}

// otherTraveller tells whether a visit was made by somebody else than the
// person who stands for that state in an event.
func (p *page) otherTraveller(v, e *event) bool {
	named, same := false, false
	for _, q := range e.parties {
		if q.code != v.codeOf(RoleVisitor) || q.person == nobody {
			continue
		}
		for _, o := range v.parties {
			if o.role == RoleVisitor && o.person != nobody {
				named = true
				same = same || o.person == q.person
			}
		}
	}
	return named && !same
}

// telling says how far a visit is told from an event; one told before it is
// nearer than one told behind it.
func telling(v, e *event) int {
	if v.sent > e.sent {
		return 3 + v.sent - e.sent
	}
	return e.sent - v.sent
}
