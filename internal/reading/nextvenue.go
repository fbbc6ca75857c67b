package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// readNextVenue finds where a practice told before goes next, by the place
// alone: "with Ulaanbaatar as the next venue", "and Vienna is next", "the next
// round will be held in Berlin", "in Iceland first", "it is now for Tokyo to
// send out the invitation".
func (p *page) readNextVenue(si int) {
	if len(p.events) == 0 {
		return
	}
	t := p.tree(si)
	for i := range t.s.Tokens {
		from, to := -1, -1
		switch strings.ToLower(t.word(i)) {
		case "next":
			if p.saysNext(t, si, i) {
				from, to = max(0, i-8), min(i+12, len(t.s.Tokens))
			}
			if s, _ := t.subject(i); s >= 0 && s < i && t.child(i, language.RelCop) >= 0 { // "and China is next"
				from, to = s, i
			}
		case "first":
			if i+1 < len(t.s.Tokens) && t.upos(i+1) == language.PUNCT && i > 1 && t.word(i-2) == "in" {
				from, to = i-1, i
			}
		case "venue": // "Jakarta will be the venue of the eighth"
			if p.ahead(si, i) {
				from, to = max(0, i-6), min(i+8, len(t.s.Tokens))
			}
		case "return": // "the return meeting will be in Slovenia"
			if i+1 < len(t.s.Tokens) && t.upos(i+1) == language.NOUN && p.ahead(si, t.clause(i+1)) {
				from, to = i+1, min(i+9, len(t.s.Tokens))
			}
		case "falls", "follows": // "the coming retreat falls to Phnom Penh", "and Helsinki follows"
			from, to = max(0, i-2), min(i+4, len(t.s.Tokens))
		case "held": // "the fifth of these meetings is to be held in Athens"
			if p.ahead(si, i) && p.ofCounted(t, i) {
				from, to = i+1, min(i+6, len(t.s.Tokens))
			}
		case "for", "to":
			if i > 0 && (t.lemma(i-1) == "now" || t.lemma(i-1) == "up" || t.lemma(i-1) == "be") && p.toInvite(t, i) {
				from, to = i+1, min(i+5, len(t.s.Tokens))
			}
		}
		if from < 0 {
			continue
		}
		arr := p.practiceBefore(si)
		if arr == nil {
			continue
		}
		for k := i; k >= from; k-- { // no further than the clause beside it
			if t.word(k) == ";" {
				from = k + 1
			}
		}
		if code := p.onlySide(arr, si, from, to); code != "" {
			p.noteNextHost(si, i, code)
		}
	}
}

// ahead tells whether the clause of a word tells of what is planned.
func (p *page) ahead(si, i int) bool {
	status, denied, _ := p.tense(p.tree(si), i)
	return status == Planned && !denied
}

// ofCounted tells whether the subject of a verb is a gathering by its number:
// "the fifth of these meetings", "the third round".
func (p *page) ofCounted(t *tree, v int) bool {
	s, _ := t.subject(v)
	if s < 0 {
		return false
	}
	from, to := t.span(s)
	for k := from; k <= to; k++ {
		if t.ordinalAt(k) > 1 {
			return true
		}
	}
	return false
}

// practiceBefore gives the practice of meeting told last.
func (p *page) practiceBefore(si int) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		if o := &p.events[k]; o.kind == Arrangement && o.practice != "call" && si-o.sent <= 8 {
			return o
		}
	}
	return nil
}

// saysNext tells "next" of a gathering, its venue or its turn from that of a
// week, of a step or of what was.
func (p *page) saysNext(t *tree, si, i int) bool {
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; i >= x.First && i <= x.Last && x.Type != timex.Set {
			return false
		}
	}
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 3; k++ {
		l := strings.ToLower(t.lemma(k))
		switch l {
		case "venue", "host", "edition", "time", "one", "in", "turn", "come", "chair", "gathering":
			return !p.wasPast(t, k)
		}
		if what, _ := countedNoun(l); what == countsSeries || what == countsContact {
			return !p.wasPast(t, k)
		}
		if t.upos(k) == language.NOUN {
			return false
		}
	}
	if i+1 < len(t.s.Tokens) && t.upos(i+1) != language.PUNCT {
		return false
	}
	if i > 1 && t.word(i-1) == "the" && t.word(i-2) == "for" { // "expects an invitation to Ulaanbaatar for the next"
		return true
	}
	return i > 0 && (t.lemma(i-1) == "be" || t.upos(i-1) == language.PROPN || t.lemma(i-1) == "host") // "and Vienna is next."
}

// wasPast tells whether the clause of a word tells of what has been.
func (p *page) wasPast(t *tree, i int) bool {
	v := t.clause(i)
	return v >= 0 && (t.tok(v).XPOS == language.XPOSVBD || t.childLemma(v, language.RelAux, "have") || p.childWord(t, v, "was", "were", "had"))
}

// toInvite tells "for Tokyo to send out the invitation", "to Argentina to
// arrange the first".
func (p *page) toInvite(t *tree, i int) bool {
	for k := i + 2; k+1 < len(t.s.Tokens) && k-i <= 4; k++ {
		if t.word(k) != "to" {
			continue
		}
		switch t.lemma(k + 1) {
		case "host", "invite", "send", "arrange", "organise", "organize", "receive", "issue", "convene":
			return true
		}
	}
	return false
}

// onlySide gives the one side of a practice that tokens [from,to) name by its
// name, its capital or another city; empty where they name none or several.
func (p *page) onlySide(arr *event, si, from, to int) string {
	code := ""
	for k := from; k < to; k++ {
		m := p.mention(si, k)
		if m == nil || m.code == "" || m.kind != mCity && m.kind != mState && m.kind != mSeat {
			continue
		}
		if !arr.has(m.code) && !p.hostedBy(arr, m.code) {
			continue
		}
		if code != "" && code != m.code {
			return ""
		}
		code = m.code
	}
	return code
}
