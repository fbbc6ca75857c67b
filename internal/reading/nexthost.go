package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readNextHost finds who is to host next, where the report says so without the
// word "turn": "Canada will host the next summit", "China will be the next to
// receive the others", "Laos passed the chair to Malaysia".
func (p *page) readNextHost(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "host", "receive", "welcome", "hosting":
			code := p.hostsNext(si, i)
			if code == "" {
				code = p.dutyNext(si, i)
			}
			if code != "" {
				p.noteNextHost(si, i, code)
			}
		case "hold", "take", "succeed":
			if code := p.succeeds(si, i); code != "" {
				p.noteNextHost(si, i, code)
			}
		case "chair", "presidency", "chairmanship", "gavel", "coordinator", "chairman":
			if t.upos(i) == language.VERB { // "Japan will chair the next summit"
				if code := p.hostsNext(si, i); code != "" {
					p.noteNextHost(si, i, code)
				}
				continue
			}
			if code := p.chairsNext(si, i); code != "" {
				p.noteNextHost(si, i, code)
			}
		case "invite": // "and Bern will invite in 2024"
			if code := p.invitesNext(si, i); code != "" {
				p.noteNextHost(si, i, code)
			}
		case "go", "pass", "move", "fall":
			if code := p.passesOn(si, i); code != "" {
				p.noteNextHost(si, i, code)
			}
		}
	}
}

// dutyNext gives the side of a practice of which its clause says, of the time to
// come, that it is host: "Solomon Islands will have the honour of hosting them",
// "it is up to Jamaica to be the host", "expects Ethiopia to be host in 2026".
func (p *page) dutyNext(si, i int) string {
	t := p.tree(si)
	arr := p.practiceBefore(si)
	if arr == nil || p.wasPast(t, i) || t.isVerb(i) && t.passive(i) {
		return ""
	}
	ahead := false
	for n, v := 0, i; n < 4 && v >= 0 && !ahead; n, v = n+1, t.head(v) {
		ahead = p.ahead(si, v)
	}
	for k := max(0, i-7); k < i; k++ { // "it is up to", "promised to", "expects X to"
		switch t.lemma(k) {
		case "up", "expect", "promise", "offer", "due", "undertake":
			ahead = true
		}
	}
	if !ahead {
		return ""
	}
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 4; k++ { // of a guest
		if m := p.mention(si, k); m != nil && m.kind == mPerson {
			return ""
		}
	}
	for k := i - 1; k >= 0 && i-k <= 12 && t.word(k) != ";"; k-- {
		m := p.mention(si, k)
		if m == nil || m.code == "" || m.kind == mPerson || arr.countries() == 1 && arr.has(m.code) || !arr.has(m.code) && !p.hostedBy(arr, m.code) {
			continue
		}
		if f := int(m.from) - 1; f >= 0 && (strings.EqualFold(t.word(f), "after") || t.word(f) == "from") {
			continue
		}
		return m.code
	}
	return ""
}

// succeeds gives who has the chair of a body next: "From July 1 it will be held
// by Jamaica", "until June, when Jamaica takes over", "will be succeeded in it by
// Hungary".
func (p *page) succeeds(si, i int) string {
	t := p.tree(si)
	arr := p.practiceBefore(si)
	if arr == nil || arr.countries() != 1 || si-arr.sent > 1 {
		return ""
	}
	chair := arr.practice == "chair"
	for k := range t.s.Tokens {
		chair = chair || practiceOf(t.lemma(k)) == "chair"
	}
	who := -1
	switch t.lemma(i) {
	case "take":
		if i+1 < len(t.s.Tokens) && t.word(i+1) == "over" && t.tok(i).XPOS != language.XPOSVBD {
			who, _ = t.subject(i)
		}
	default:
		if t.passive(i) && p.ahead(si, i) {
			t.children(i, func(c int) bool {
				if t.agent(c) {
					who = c
				}
				return true
			})
		}
	}
	if !chair || who < 0 {
		return ""
	}
	if code := p.hostCode(si, who); code != "" && p.hostedBy(arr, code) {
		return code
	}
	return ""
}

// invitesNext gives the side of a practice that is to invite, of whom no guest
// is named.
func (p *page) invitesNext(si, i int) string {
	t := p.tree(si)
	s, _ := t.subject(i)
	if !t.isVerb(i) || s < 0 || t.passive(i) || t.child(i, language.RelObj) >= 0 || !p.ahead(si, i) {
		return ""
	}
	code := p.hostCode(si, s)
	if arr := p.practiceBefore(si); arr == nil || !arr.has(code) {
		return ""
	}
	return code
}

// passesOn reads "On Friday it goes from Burundi to South Sudan", of a chair
// that the sentence before says is held by turns.
func (p *page) passesOn(si, i int) string {
	t := p.tree(si)
	s, _ := t.subject(i)
	arr := p.practiceBefore(si)
	if s < 0 || t.upos(s) != language.PRON || arr == nil || si-arr.sent > 2 || arr.sent == si {
		return ""
	}
	from := false
	for k := i + 1; k+1 < len(t.s.Tokens) && k-i <= 8; k++ {
		m := p.mention(si, k+1)
		if m == nil || m.code == "" || !arr.has(m.code) && !p.hostedBy(arr, m.code) {
			continue
		}
		switch t.word(k) {
		case "from":
			from = true
		case "to":
			if from {
				return m.code
			}
		}
	}
	return ""
}

// hostsNext gives the state that is to host the next of a series.
func (p *page) hostsNext(si, i int) string {
	t := p.tree(si)
	status, _, denied, present := p.modality(si, i)
	v := i
	if h := t.head(i); !t.isVerb(i) && t.rel(i) == language.RelNsubj && h >= 0 && t.child(h, language.RelCop) >= 0 && p.saidNext(si, i) { // "Next year's host is Switzerland"
		return p.hostCode(si, h)
	}
	if present && t.isVerb(i) && i+1 < len(t.s.Tokens) && t.word(i+1) == "next" && t.child(i, language.RelObj) < 0 { // "Singapore hosts next"
		if s, _ := t.subject(i); s >= 0 && !denied {
			return p.hostCode(si, s)
		}
	}
	if !t.isVerb(i) {
		if h := t.head(i); t.child(i, language.RelCop) < 0 && h >= 0 && t.isVerb(h) { // "will play host to"
			v = h
			status, denied, _ = p.tense(t, h)
		}
	}
	if status != Planned || denied {
		return ""
	}
	if !p.nextOfSeries(si, i, v) {
		return ""
	}
	if t.isVerb(i) && t.passive(i) {
		code := ""
		t.children(i, func(c int) bool {
			if t.agent(c) {
				code = p.hostCode(si, c)
			}
			return true
		})
		return code
	}
	s, _ := t.subject(v)
	if h := t.head(v); h >= 0 && t.lemma(h) == "next" { // "will be the next to host"
		s, _ = t.subject(h)
	}
	if s < 0 || s == v {
		return ""
	}
	return p.hostCode(si, s)
}

// saidNext tells "the next host", "next year's host", "the host in 2026".
func (p *page) saidNext(si, i int) bool {
	t := p.tree(si)
	for k := max(0, i-3); k < min(i+4, len(t.s.Tokens)); k++ {
		if strings.EqualFold(t.word(k), "next") {
			return true
		}
	}
	for _, k := range p.sents[si].times {
		if first, _, ok := p.times[k].EDTF.Bounds(); ok && first > p.ref+60 && p.times[k].First-i <= 3 {
			return true
		}
	}
	return false
}

// hostCode gives the one state or organisation that a noun stands for.
func (p *page) hostCode(si, i int) string {
	for _, a := range p.single(si, i, nil) {
		if a.code != "" && !p.membersOnly(a.code) {
			return a.code
		}
	}
	if m := p.mention(si, i); m != nil && (m.kind == mCity || m.kind == mSeat) {
		return m.code
	}
	switch p.tree(si).word(i) { // at their common summits
	case "Europe", "Europeans":
		return "EU"
	case "Africa", "Africans":
		return "AU"
	}
	return ""
}

// nextOfSeries tells whether hosting is of the next gathering and not of a
// guest: "the next summit", "the others", "next year … the hosts".
func (p *page) nextOfSeries(si, i, v int) bool {
	t := p.tree(si)
	next := false
	for k := max(0, i-10); k < min(i+7, len(t.s.Tokens)); k++ {
		w := t.lemma(k)
		next = next || w == "next" || w == "following"
	}
	noun := !t.isVerb(i)
	for _, k := range p.sents[si].times {
		if first, _, ok := p.times[k].EDTF.Bounds(); ok && first > p.ref+60 {
			next = true
		}
	}
	next = next || t.isVerb(i) && t.passive(i) && p.ofCounted(t, i) // "the 47th is to be hosted by Vietnam"
	if !next {
		return false
	}
	series, guest := false, false
	for k := range t.s.Tokens {
		if !t.within(k, v) && !t.within(k, i) || k == i {
			continue
		}
		w := t.lemma(k)
		what, _ := countedNoun(w)
		series = series || what == countsSeries || gatheringNoun(w) || w == "meeting" || w == "one" || w == "other" || w == "others"
		if m := p.mention(si, k); m != nil && k > i && (m.kind == mPerson || m.kind == mOffice) && t.rel(k) == language.RelObj {
			guest = true
		}
	}
	return (series || t.isVerb(i) && t.passive(i) && p.ofCounted(t, i) || noun && t.child(i, language.RelCop) >= 0) && !guest
}

// chairsNext gives the state to which the chair of a group passes: "passed the
// chair to Malaysia", "India takes over the presidency", "the chair goes to".
func (p *page) chairsNext(si, i int) string {
	t := p.tree(si)
	v := t.head(i)
	if v < 0 || !t.isVerb(v) {
		return ""
	}
	status, negated, _ := p.tense(t, v)
	if negated {
		return ""
	}
	to := func() string {
		for _, a := range t.verbArguments(v, true, nil) {
			if a.slot == lexicon.To {
				return p.hostCode(si, a.tok)
			}
		}
		for k := i + 1; k+1 < len(t.s.Tokens) && k-i < 8; k++ { // hung on the noun
			if t.word(k) == "to" {
				for n := k + 1; n < min(k+5, len(t.s.Tokens)); n++ {
					if code := p.hostCode(si, n); code != "" {
						return code
					}
				}
			}
		}
		return ""
	}
	subject := t.rel(i) == language.RelNsubj || t.rel(i) == language.RelNsubjPass
	code := ""
	switch t.lemma(v) {
	case "pass", "hand", "give", "transfer", "yield":
		code = to()
	case "go", "move", "fall", "rotate", "shift":
		if subject {
			code = to()
		}
	case "take", "assume", "have", "hold", "inherit":
		if t.lemma(v) == "take" && t.caseOf(i) != "" && t.caseOf(i) != "as" {
			return ""
		}
		if (t.lemma(v) == "have" || t.lemma(v) == "hold") && status != Planned || subject {
			return ""
		}
		if s, _ := t.subject(v); s >= 0 {
			code = p.hostCode(si, s)
		}
	}
	if code == "" || p.isOrg(code) {
		return ""
	}
	return code
}

// noteNextHost puts the next host on the practice told last, or else on the
// gathering of the series told last.
func (p *page) noteNextHost(si, i int, code string) {
	var at *event
	for k := len(p.events) - 1; k >= 0 && at == nil; k-- {
		o := &p.events[k]
		if o.kind == Arrangement && o.practice != "call" && si-o.sent <= 8 && !(o.countries() == 1 && o.has(code)) && (o.has(code) || o.countries() == 1 && p.isOrg(o.parties[0].code) || p.hostedBy(o, code)) {
			at = o
		}
	}
	if at == nil {
		at = p.toldBefore(si, i, 12, func(e *event) bool {
			return e.kind == Summit && e.status == Held && e.place.country != code && (e.has(code) || e.practice != "")
		})
	}
	if at == nil {
		p.nextHosts = append(p.nextHosts, lastHost{si, code})
		return
	}
	at.turn = code
	s := &p.doc.Sentences[si]
	at.spans = append(at.spans, Span{Start: int(s.Start), End: int(s.End), Field: "next_host"})
}

// hostedBy tells whether a state belongs to one of the organisations whose
// practice it is.
func (p *page) hostedBy(e *event, code string) bool {
	for _, q := range e.parties {
		if !p.isOrg(q.code) {
			continue
		}
		if o, ok := p.gaz.OrganisationByCode(q.code); ok && o.HasMember(code, p.ref) {
			return true
		}
	}
	return false
}

// turnWords tells whether a sentence says that the sides take turns.
func (p *page) turnWords(t *tree) bool {
	for i := range t.s.Tokens {
		switch w := strings.ToLower(t.word(i)); w {
		case "alternately", "alternate", "alternates", "alternating", "alternated", "rotate", "rotates", "rotating", "rotation", "shuttle":
			return true
		case "turn":
			if i > 0 && t.lemma(i-1) == "in" || i+2 < len(t.s.Tokens) && t.word(i+1) == "and" && t.word(i+2) == "turn" {
				return true
			}
		case "turns":
			if i > 0 && (t.lemma(i-1) == "by" || t.lemma(i-1) == "take" || t.lemma(i-1) == "in") {
				return true
			}
		case "other": // "each time in the other's country"
			if i < 2 {
				continue
			}
			if t.word(i-2) == "in" && i+2 < len(t.s.Tokens) && (t.word(i+1) == "'s" || t.word(i+1) == "’s") && placeWord(t.lemma(i+2)) {
				return true
			}
			if p.oneThenOther(t, i) {
				return true
			}
		case "one": // "one year in Germany, one in France"
			if i > 2 && i+1 < len(t.s.Tokens) && t.word(i-1) == "," && t.word(i+1) == "in" && p.oneYear(t, i) {
				return true
			}
		case "then": // "first in Nairobi and then in Addis Ababa"
			if i > 2 && t.word(i-1) == "and" && i+1 < len(t.s.Tokens) && t.word(i+1) == "in" && (p.wordBefore(t, i, "first") || p.wordBefore(t, i, "one")) {
				return true
			}
		case "each": // "once in each country"
			if i > 0 && t.word(i-1) == "in" && i+1 < len(t.s.Tokens) && placeWord(t.lemma(i+1)) {
				return true
			}
		case "next":
			if i > 0 && strings.EqualFold(t.word(i-1), "the") && p.oneYear(t, i) { // "in Moscow one year and in Delhi the next"
				return true
			}
		}
	}
	return false
}

// oneThenOther tells "in one capital and then in the other", "on one side of the
// border or the other".
func (p *page) oneThenOther(t *tree, i int) bool {
	if t.word(i-1) != "the" || i+1 < len(t.s.Tokens) && t.upos(i+1) != language.PUNCT && t.word(i+1) != "the" {
		return false
	}
	for k := i - 2; k >= 0 && i-k <= 10; k-- {
		if placeWord(t.lemma(k)) || t.lemma(k) == "side" {
			return k > 0 && (t.word(k-1) == "one" || t.word(k-1) == "this")
		}
	}
	return false
}

// wordBefore tells whether a word stands shortly before a token.
func (p *page) wordBefore(t *tree, i int, word string) bool {
	for k := max(0, i-8); k < i; k++ {
		if t.word(k) == word {
			return true
		}
	}
	return false
}

// placeWord names where a gathering of states can be without a name.
func placeWord(lemma string) bool {
	return lemma == "country" || lemma == "capital" || lemma == "nation" || lemma == "state"
}

// oneYear tells whether "one year" stands shortly before a token.
func (p *page) oneYear(t *tree, i int) bool {
	for k := max(1, i-8); k < i; k++ {
		if t.lemma(k) == "year" && t.lemma(k-1) == "one" {
			return true
		}
	}
	return false
}
