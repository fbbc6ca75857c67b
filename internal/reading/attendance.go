package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readAttendance adds those whom a later sentence names to the gathering told
// before: "Bulgaria, Greece and Turkey would be represented", "Mexico and
// Ecuador will send ministers", "Poehl is expected to attend".
func (p *page) readAttendance(si int) {
	if len(p.events) == 0 && p.awaited.trig == nil {
		return
	}
	t := p.tree(si)
	for v := range t.s.Tokens {
		if t.upos(v) != language.VERB || !p.attends(t, v) {
			continue
		}
		if st, neg, _ := p.tense(t, v); neg || st == Cancelled {
			continue
		}
		subj, _ := t.subject(v)
		if subj < 0 {
			continue
		}
		who := p.actors(si, subj, nil)
		keep := who[:0]
		for _, a := range who {
			if a.code != "" && !a.group && !(a.person == nobody && p.isOrg(a.code)) && !(a.person != nobody && p.people[a.person].spokesman) {
				keep = append(keep, a)
			}
		}
		if t.lemma(v) == "send" && p.inPlaceOf(si, v) {
			keep = p.sent(si, v)
		}
		if len(keep) > 0 {
			p.attendedBy(si, v, keep)
			p.cameTo(si, v, keep)
		}
	}
}

// attends tells verbs of taking part that name no gathering of their own.
func (p *page) attends(t *tree, v int) bool {
	obj := t.child(v, language.RelObj)
	switch t.lemma(v) {
	case "attend", "participate":
		if obj >= 0 {
			return p.toldGathering(t, obj)
		}
		return p.inGathering(t, v, true)
	case "take":
		return obj >= 0 && t.lemma(obj) == "part" && p.inGathering(t, v, true)
	case "join":
		return obj >= 0 && t.upos(obj) != language.PRON && p.toldGathering(t, obj)
	case "confirm":
		return obj >= 0 && (t.lemma(obj) == "participation" || t.lemma(obj) == "attendance" || t.lemma(obj) == "presence") && p.inGathering(t, obj, true)
	case "represent":
		return t.passive(v) && !t.childCase(v, "by")
	case "send":
		return obj >= 0 && !t.childCase(v, "to") && (lexicon.Group(t.lemma(obj)) == lexicon.Officials || t.lemma(obj) == "minister" || p.inPlaceOf(p.indexOf(t), v))
	}
	return false
}

// inPlaceOf tells somebody whom a leader sends for himself to the gathering told
// before: "sent Foreign Minister X in his stead", "stayed away and sent his deputy, X".
func (p *page) inPlaceOf(si, v int) bool {
	t := p.tree(si)
	if len(p.sent(si, v)) == 0 {
		return false
	}
	for k := range t.s.Tokens {
		switch t.lemma(k) {
		case "stead", "instead", "away", "deputy", "skip", "behalf":
			return true
		case "place":
			return k > 0 && t.rel(k-1) == language.RelNmodPoss
		}
	}
	return false
}

// sent gives the people whom somebody sends.
func (p *page) sent(si, v int) []actor {
	obj := p.tree(si).child(v, language.RelObj)
	if obj < 0 {
		return nil
	}
	return slices.DeleteFunc(p.actors(si, obj, nil), func(a actor) bool { return a.person == nobody || a.code == "" || p.isOrg(a.code) })
}

// inGathering tells whether what somebody takes part "in" or "at" is the
// gathering told before; alone where there is no such phrase.
func (p *page) inGathering(t *tree, v int, alone bool) bool {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if w := t.caseOf(int(c)); w == "in" || w == "at" {
			return p.toldGathering(t, int(c))
		}
	}
	return alone
}

// toldGathering tells "the meeting", "it" from a gathering with a name of its
// own.
func (p *page) toldGathering(t *tree, i int) bool {
	return t.lemma(i) == "it" || t.childLemma(i, language.RelDet, "the") && plainGathering(t, i)
}

// plainGathering tells "the meeting", "the two-day talks" from a named one.
func plainGathering(t *tree, i int) bool {
	switch strings.ToLower(t.lemma(i)) {
	case "meeting", "conference", "summit", "talk", "session", "gathering", "event":
		return t.child(i, language.RelCompound, language.RelNmodPoss) < 0
	}
	return false
}

// attendedBy files the gathering told last before once more with those who
// take part, or the one that was told without anybody: "Representatives of nine
// African countries will meet here".
func (p *page) attendedBy(si, v int, who []actor) {
	if o := &p.awaited; o.trig != nil && si-o.sent <= 3 {
		e := *o
		for _, a := range who {
			e.add(a, RoleParty, si)
		}
		if e.countries() >= 2 {
			p.awaited.trig = nil
			p.dateEvent(&e)
			p.finish(&e)
			return
		}
	}
	o := p.toldBefore(si, v, 3, func(e *event) bool { return e.kind == Summit || e.kind == Meeting && e.countries() > 2 })
	if o == nil || o.denied || o.status == Cancelled {
		return
	}
	for _, a := range who {
		o.add(actor{person: a.person, code: a.code, office: a.office, tok: a.tok}, RoleParty, si)
	}
}

// cameTo files the journeys of those who attend the gathering told last before,
// where the report says in which country it is.
func (p *page) cameTo(si, v int, who []actor) {
	t := p.tree(si)
	if l := t.lemma(v); l == "represent" || l == "send" && !p.inPlaceOf(si, v) || p.byPhone(t, v) {
		return
	}
	o := p.toldBefore(si, v, 3, func(e *event) bool { return e.kind == Summit })
	if o == nil || o.denied || o.status == Cancelled || o.place.country == "" || p.onScreen(o.sent) {
		return
	}
	e := event{sent: si, tok: v, kind: Visit, trig: attendance, conf: 0.6, implied: true, name: o.name, practice: o.practice, status: o.status}
	for _, a := range who {
		if a.code != o.place.country && (a.person != nobody || a.office != "") {
			e.add(a, RoleVisitor, si)
		}
	}
	if len(e.parties) == 0 {
		return
	}
	e.when, e.times = o.when, o.times
	p.emitVisits(&e, []locus{o.place}, nil)
}

// onScreen tells whether a sentence tells of a gathering by video.
func (p *page) onScreen(si int) bool {
	t := p.tree(si)
	return p.hasWord(t, "video") || p.hasWord(t, "virtual") || p.hasWord(t, "virtually") || p.hasWord(t, "online") || p.hasWord(t, "videoconference")
}

// leaveOpen keeps a meeting of several states that the sentence counts and does
// not name, for a later sentence to say which.
func (p *page) leaveOpen(e *event) {
	if e.trig == nil || e.trig.Noun || len(e.parties) > 0 || e.denied {
		return
	}
	t := p.tree(e.sent)
	subj, _ := t.subject(e.tok)
	if subj < 0 || !strings.HasSuffix(strings.ToLower(t.word(subj)), "s") {
		return
	}
	many := false
	for k := 0; k < e.tok; k++ {
		if lexicon.Group(t.lemma(k)) == lexicon.Sides && t.within(k, subj) {
			c := t.child(k, language.RelNummod)
			many = many || c >= 0 && (cardinal(strings.ToLower(t.word(c))) > 2 || t.word(c)[0] >= '0' && t.word(c)[0] <= '9' && t.word(c) != "2")
		}
	}
	if many {
		p.awaited = *e
	}
}
