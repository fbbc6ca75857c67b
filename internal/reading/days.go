package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// onDays fills a visit told as days in a place: "ended her five days in
// Beijing", "begins three days of talks in Tokyo", "returned from four days in
// China", "his two days in Kuwait". Token i is the place, prep its preposition.
func (p *page) onDays(e *event, i, prep int) bool {
	si, t := e.sent, p.tree(e.sent)
	day := p.daysBefore(si, prep)
	if day < 0 || strings.ToLower(t.word(prep)) != "in" {
		return false
	}
	whose := t.child(day, language.RelNmodPoss)
	for k := day - 1; k >= 0 && day-k <= 3 && whose < 0; k-- { // "her", hung on the verb
		if t.tok(k).XPOS == language.XPOSPRPS {
			whose = k
		}
	}
	v, c := t.clause(day), t.caseOf(day)
	if v < 0 || !t.isVerb(v) {
		return false
	}
	over := c == "after" || c == "following" || c == "from"
	frame := over || c == "during"
	switch {
	case frame:
	case (t.rel(day) == language.RelObj || t.rel(day) == language.RelOblUnmarked) && framesDays(t.lemma(v)):
	case t.rel(day) == language.RelNsubj && whose >= 0 && (t.lemma(v) == "begin" || t.lemma(v) == "start" || t.lemma(v) == "end"):
	default:
		return false
	}
	who := whose
	if who < 0 {
		who, _ = t.subject(v)
	}
	if who < 0 {
		return false
	}
	for _, a := range p.actors(si, who, nil) {
		if (a.person != nobody || a.office != "") && p.travels(a) {
			e.add(a, RoleVisitor, si)
		}
	}
	if len(e.parties) == 0 {
		return false
	}
	e.tok = v
	if n := t.child(day, language.RelNummod); n >= 0 {
		e.days = cardinal(t.word(n))
	}
	if t.lemma(day) == "week" {
		e.days *= 7
	}
	e.status, e.says, e.denied, e.underway = p.modality(si, v)
	switch l := t.lemma(v); {
	case over:
		e.tok, e.nth = day, lastDay
		e.status, e.says, e.underway = Held, lexicon.SaysNothing, false
	case c == "during":
		e.tok = day
	case l == "begin" || l == "start" || l == "open":
		e.nth = 1
	case l == "have" || l == "enjoy" || l == "face" || l == "plan":
	case e.status == Held:
		e.nth = lastDay
	}
	return true
}

// daysBefore gives the "days" or "week" that a place is told of: "three days
// in", "a day of talks in", "her two days in"; -1 where there is none.
func (p *page) daysBefore(si, prep int) int {
	t := p.tree(si)
	k := prep - 1
	if k >= 2 && t.word(k-1) == "of" && (t.lemma(k) == "talk" || t.lemma(k) == "meeting" || t.lemma(k) == "negotiation" || t.lemma(k) == "consultation") {
		k -= 2
	}
	if k < 1 || t.upos(k) != language.NOUN || t.lemma(k) != "day" && t.lemma(k) != "week" {
		return -1
	}
	if t.upos(k-1) != language.NUM && t.lemma(k-1) != "a" && t.lemma(k-1) != "few" {
		return -1
	}
	return k
}

// framesDays names verbs whose object is a stay told by its days.
func framesDays(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "end", "finish", "conclude", "complete", "close", "wind", "wrap", "cap", "have", "enjoy", "plan":
		return true
	}
	return false
}
