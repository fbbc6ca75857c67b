package reading

import (
	"slices"
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
		if x.Type != timex.Set || x.EDTF == "P1D" { // what comes every day is no practice of leaders
			continue
		}
		h := p.timeHead(t, x)
		if t.rel(h) == language.RelAmod && !p.agreedTo(t, t.head(h)) {
			continue // "their yearly summits"
		}
		at := t.head(h)
		for n := 0; n < 4 && at >= 0; n++ {
			if p.practiceAt(si, at, x.EDTF) {
				break
			}
			at = t.head(at)
		}
	}
	p.readHabits(si)
	p.readTurns(si)
}

// practiceAt makes an arrangement of the contact at token v that comes again.
func (p *page) practiceAt(si, v int, period edtf.Date) bool {
	t := p.tree(si)
	noun := -1
	practice := practiceOf(t.lemma(v))
	if (t.lemma(v) == "come" || t.lemma(v) == "get") && v+1 < len(t.s.Tokens) && t.word(v+1) == "together" {
		practice = "meet"
	}
	if verb, what := customOf(t, v); what >= 0 { // "have a habit of meeting every January"
		v, noun, practice = verb, what, practiceOf(t.lemma(what))
		p.events = slices.DeleteFunc(p.events, func(e event) bool { return e.sent == si && e.tok == what })
	}
	if t.isVerb(v) && (practice == "" || practice == "turn") { // "hold a summit every year", "the summit is held every year"
		practice = ""
		t.children(v, func(c int) bool {
			switch t.rel(c) {
			case language.RelObj, language.RelNsubjPass, language.RelNsubj, language.RelNsubjOuter, language.RelObl:
				if pr := practiceOf(strings.ToLower(t.lemma(c))); pr != "" && t.upos(c) != language.PRON && (t.rel(c) != language.RelObl || p.handles(t, v, c)) {
					practice, noun = pr, c
				}
			}
			return true
		})
	}
	if practice == "" && (p.takesPlace(t, v) || p.holdsThem(si, v)) {
		practice = "meet"
	}
	if practice == "" {
		return p.doAgain(si, v, period)
	}
	if t.lemma(v) == "see" && !p.eachOther(t, v) {
		return false
	}
	if practice == "turn" { // "take turns every year to receive the other's leader"
		practice = "meet"
	}
	e := event{kind: Arrangement, sent: si, tok: v, status: Held, conf: 0.7, practice: practice}
	if period != "" && period[0] == 'P' {
		e.period = period
	}
	if p.byPhone(t, v) {
		e.practice = "call"
	}
	st, _, denied, _ := p.modality(si, v)
	if h := t.head(v); denied || st == Cancelled || st == Proposed && !t.isVerb(v) || t.isVerb(v) && h >= 0 && t.word(h) == "used" {
		return false
	}
	if !p.practiceParties(&e, v, noun) {
		return false
	}
	if p.agreedTo(t, v) && !p.turnNear(si) {
		e.status = Planned
	}
	e.underway = e.status == Held && !p.normative(t, v)
	if e.practice == "meet" && t.isVerb(v) && !p.turnWords(t) && e.status == Held {
		e.turn = p.alwaysAt(si, v)
	}
	p.fileArrangement(&e)
	return true
}

// takesPlace tells "it takes place every year", "they are held twice a year" of
// what was told before.
func (p *page) takesPlace(t *tree, v int) bool {
	s, passive := t.subject(v)
	if s < 0 || t.upos(s) != language.PRON && t.upos(s) != language.DET {
		return false
	}
	switch t.lemma(v) {
	case "take":
		return t.childLemma(v, language.RelObj, "place") || v+1 < len(t.s.Tokens) && t.word(v+1) == "place"
	case "hold":
		return passive
	}
	return false
}

// holdsThem tells "agreed to hold them every two years" of gatherings told right
// before.
func (p *page) holdsThem(si, v int) bool {
	t := p.tree(si)
	if t.lemma(v) != "hold" || !t.childLemma(v, language.RelObj, "they", "it", "them") {
		return false
	}
	return p.toldBefore(si, v, 1, func(o *event) bool { return o.kind == Summit || o.kind == Meeting }) != nil
}

// alwaysAt gives the state in which a practice takes place each time: "meets
// here every February", "meet in Geneva twice a year".
func (p *page) alwaysAt(si, v int) string {
	t := p.tree(si)
	code := ""
	for _, a := range t.verbArguments(v, true, nil) {
		if a.slot != lexicon.In && a.slot != lexicon.At {
			continue
		}
		switch l, ok := p.placeAt(si, a.tok); {
		case strings.EqualFold(t.word(a.tok), "here"):
			code = p.here.country
		case ok && l.country != "" && t.child(a.tok, language.RelConj) < 0:
			code = l.country
		}
	}
	return code
}

// eachOther tells "see each other", "see one another".
func (p *page) eachOther(t *tree, v int) bool {
	for k := v + 1; k < len(t.s.Tokens) && k-v <= 2; k++ {
		if w := t.lemma(k); w == "each" || w == "one" {
			return true
		}
	}
	return false
}

// handles tells "reach for the telephone", "pick up the phone".
func (p *page) handles(t *tree, v, c int) bool {
	switch t.lemma(v) {
	case "reach", "pick", "get":
		return practiceOf(t.lemma(c)) == "call"
	}
	return false
}

// fileArrangement adds an arrangement with its words.
func (p *page) fileArrangement(e *event) {
	e.when = e.period
	e.byTurns = e.practice != "call" && (e.practice == "visit" || p.turnWords(p.tree(e.sent)))
	e.told = append(e.told, place{e.sent, e.tok})
	e.spans = append(e.spans, p.spanOf(e))
	p.events = append(p.events, *e)
}

// practiceParties finds whose practice it is: who is named with the verb, the
// organisation whose members do it, or the sides that the report is about.
func (p *page) practiceParties(e *event, v, noun int) bool {
	t := p.tree(e.sent)
	subj, _ := t.subject(v)
	if subj < 0 {
		subj = t.child(v, language.RelNsubjOuter)
	}
	if subj >= 0 && subj != noun {
		if org := p.membersOf(e.sent, subj); org != "" {
			e.add(actor{person: nobody, code: org}, RoleParty, e.sent)
			return true
		}
	}
	if subj >= 0 && (subj == noun || noun < 0 && gatheringNoun(t.lemma(subj))) || subj < 0 && noun >= 0 || subj == v {
		at := subj
		if at < 0 {
			at = noun
		}
		owners := p.seriesOwners(e.sent, at)
		if len(owners) == 0 && bodyNoun(t.lemma(at)) {
			owners = p.membersMade(e.sent, at)
		}
		if len(owners) == 0 && (gatheringNoun(t.lemma(at)) || t.lemma(at) == "chair" || t.lemma(at) == "presidency" || t.lemma(at) == "chairmanship") {
			if o := p.seriesTold(e.sent, at); o != nil {
				owners = p.seriesParties(o)
			}
		}
		if p.practiceOwners(e, owners) {
			return true
		}
	}
	if subj >= 0 && bodyNoun(t.lemma(subj)) {
		if p.practiceOwners(e, p.membersMade(e.sent, subj)) {
			return true
		}
	}
	var named, group []actor
	take := func(i int) {
		for _, a := range t.arguments(i, nil) {
			switch a.slot {
			case lexicon.Subj, lexicon.With, lexicon.Between, lexicon.Obj, lexicon.Comp, lexicon.Poss, lexicon.Of:
				if a.tok == noun || p.isPlaceOnly(e.sent, a.tok) {
					continue
				}
				for _, w := range p.actors(e.sent, a.tok, nil) {
					if w.group || w.weak {
						group = append(group, w)
					} else {
						named = append(named, w)
					}
				}
			}
		}
	}
	take(v)
	if noun >= 0 {
		take(noun)
	}
	for _, w := range named {
		e.add(w, RoleParty, e.sent)
	}
	if noun >= 0 {
		if org := p.orgIn(e.sent, noun); org != "" && e.countries() < 2 {
			e.parties = nil
			e.add(actor{person: nobody, code: org}, RoleParty, e.sent)
		}
	}
	if p.enough(e) {
		return true
	}
	if n := p.asManyAs(t, subj); n > 2 && e.countries() == 0 { // "The three meet every year": of as many told before
		if o := p.toldBefore(e.sent, subj, 8, func(o *event) bool {
			return (o.kind == Meeting || o.kind == Summit) && o.countries() == n
		}); o != nil {
			for _, q := range o.parties {
				e.add(actor{person: nobody, code: q.code}, RoleParty, q.sent)
			}
			return true
		}
	}
	if subj >= 0 && t.upos(subj) == language.NOUN && e.countries() == 0 && p.groupWord(t, subj) && !p.saysTwo(t, subj) {
		if o := p.seriesTold(e.sent, subj); o != nil && (o.number > 0 || o.ordinary) && len(p.seriesParties(o)) > 2 {
			return p.practiceOwners(e, p.seriesParties(o))
		}
	}
	if len(group) > 0 || subj >= 0 && (t.upos(subj) == language.PRON || t.upos(subj) == language.NOUN) && e.countries() == 0 {
		if pair := p.mainPair(e.sent); len(pair) == 2 && (len(e.parties) == 0 || e.has(pair[0]) || e.has(pair[1])) && p.groupWord(t, subj) {
			for _, code := range pair {
				e.add(actor{person: nobody, code: code}, RoleParty, e.sent)
			}
			if subj >= 0 && t.upos(subj) == language.PRON { // "they" are the two people
				for _, w := range group {
					if w.person != nobody && e.has(w.code) {
						e.add(w, RoleParty, e.sent)
					}
				}
			}
			return true
		}
	}
	for _, w := range group {
		e.add(w, RoleParty, e.sent)
	}
	return p.enough(e) || p.groupWord(t, subj) && p.partiesOfSeries(e)
}

// asManyAs gives the number that a subject is of, such as "the three", "the four
// ministers"; 0 where it says none.
func (p *page) asManyAs(t *tree, subj int) int {
	if subj < 0 {
		return 0
	}
	if n := t.child(subj, language.RelNummod); n >= 0 {
		return cardinal(t.word(n))
	}
	return cardinal(t.word(subj))
}

// groupWord tells whether a subject stands for sides told before: "they", "the
// two leaders", "the leaders of the two countries", "the summit".
func (p *page) groupWord(t *tree, subj int) bool {
	if subj < 0 || t.upos(subj) == language.PRON || t.upos(subj) == language.NUM || t.upos(subj) == language.DET {
		return true
	}
	if t.upos(subj) != language.NOUN {
		return false
	}
	if gatheringNoun(t.lemma(subj)) {
		return true
	}
	switch lexicon.Group(t.lemma(subj)) {
	case lexicon.Leaders, lexicon.OfficeNoun, lexicon.Sides, lexicon.Officials, lexicon.Body:
		return t.tok(subj).XPOS == language.XPOSNNS
	}
	return false
}

// saysTwo tells "the two leaders", "the leaders of the two countries".
func (p *page) saysTwo(t *tree, i int) bool {
	from, to := t.span(i)
	for k := from; k <= to; k++ {
		if w := t.lemma(k); w == "two" || w == "both" {
			return true
		}
	}
	return false
}

// enough tells whether an arrangement has its parties: two sides, or an
// organisation.
func (p *page) enough(e *event) bool {
	return e.countries() >= 2 || e.countries() == 1 && p.isOrg(e.parties[0].code)
}

func (p *page) practiceOwners(e *event, codes []string) bool {
	if len(codes) < 2 && !(len(codes) == 1 && p.isOrg(codes[0])) {
		return false
	}
	for _, code := range codes {
		e.add(actor{person: nobody, code: code}, RoleParty, e.sent)
	}
	return true
}

// membersOf gives the organisation whose members a subject means: "the
// members", "the ten leaders", "the alliance's leaders".
func (p *page) membersOf(si, i int) string {
	t := p.tree(si)
	member := t.lemma(i) == "member"
	switch lexicon.Group(t.lemma(i)) {
	case lexicon.Leaders, lexicon.OfficeNoun:
		if n := t.child(i, language.RelNummod); n >= 0 && cardinal(t.word(n)) >= 4 {
			member = true
		}
		t.children(i, func(c int) bool {
			if t.rel(c) == language.RelNmodPoss || t.rel(c) == language.RelNmod && t.caseOf(c) == "of" {
				switch t.lemma(c) {
				case "group", "bloc", "alliance", "forum", "association", "community", "organisation", "organization", "grouping", "union", "member":
					member = true
				}
			}
			return true
		})
	}
	if !member {
		return ""
	}
	if org := p.orgIn(si, i); org != "" {
		return org
	}
	if o := p.seriesTold(si, i); o != nil && o.practice != "" && p.isOrg(o.practice) {
		return o.practice
	}
	if codes := p.orgBefore(si, i, 12); len(codes) > 0 {
		return codes[0]
	}
	return ""
}

// bodyNoun names standing bodies that two sides set up.
func bodyNoun(lemma string) bool {
	switch lemma {
	case "group", "commission", "committee", "mechanism", "council", "panel", "dialogue", "forum", "body":
		return true
	}
	return false
}

// membersMade gives who sets up a body: its owners by name, or the subject of
// the verb that it is the object of.
func (p *page) membersMade(si, i int) []string {
	t := p.tree(si)
	if owners := p.seriesOwners(si, i); len(owners) >= 2 {
		return owners
	}
	if h := t.head(i); h >= 0 && t.isVerb(h) && t.rel(i) == language.RelObj {
		var codes []string
		if s, _ := t.subject(h); s >= 0 {
			for _, a := range p.actors(si, s, nil) {
				codes = appendNew(codes, a.code)
			}
		}
		return codes
	}
	return nil
}

// mainPair gives the two sides that the report is about: those of most of the
// engagements told so far, the first told in a tie. Empty if there are none.
func (p *page) mainPair(si int) []string {
	type pair struct{ a, b string }
	var order []pair
	weight := map[pair]int{}
	for k := range p.events {
		e := &p.events[k]
		if e.sent > si || e.kind == Arrangement || e.practice != "" {
			continue
		}
		codes := p.sidesOf(e)
		if len(codes) != 2 {
			continue
		}
		q := pair{min(codes[0], codes[1]), max(codes[0], codes[1])}
		if weight[q] == 0 {
			order = append(order, q)
		}
		weight[q]++
	}
	best := -1
	for k := range order {
		if best < 0 || weight[order[k]] > weight[order[best]] {
			best = k
		}
	}
	if best < 0 {
		return nil
	}
	return []string{order[best].a, order[best].b}
}

// sidesOf gives the states of an engagement, a visit's host included.
func (p *page) sidesOf(e *event) []string {
	var codes []string
	for _, q := range e.parties {
		codes = appendNew(codes, q.code)
	}
	if e.kind == Visit {
		codes = appendNew(codes, e.place.country)
	}
	return codes
}

// normative tells whether the words say what ought to be rather than what is:
// "are supposed to meet every year", "by custom".
func (p *page) normative(t *tree, v int) bool {
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "custom", "suppose", "tradition":
			return true
		}
	}
	toInf, be := false, false
	t.children(v, func(c int) bool {
		switch t.rel(c) {
		case language.RelAux, language.RelAuxPass, language.RelCop:
			switch t.lemma(c) {
			case "should", "must", "shall", "will", "would", "ought":
				be, toInf = true, true
			case "be":
				be = true
			}
		case language.RelMark:
			toInf = toInf || t.lemma(c) == "to"
		}
		return true
	})
	return be && toInf
}

// practiceOf names what comes again.
func practiceOf(lemma string) string {
	switch lemma {
	case "meet", "meeting", "gather", "convene", "consult", "consultation", "see", "sit", "talk", "dialogue", "gathering", "summit", "conference", "assembly", "session", "round", "commission", "committee", "council", "retreat":
		return "meet"
	case "speak", "telephone", "phone", "call", "conversation", "ring":
		return "call"
	case "visit", "trip", "travel", "alternate":
		return "visit"
	case "chair", "presidency", "chairmanship":
		return "chair"
	case "turn":
		return "turn"
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
