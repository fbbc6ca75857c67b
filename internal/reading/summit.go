package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// gatheringAt gives the name of the gathering that the noun at token i stands
// for: a listed one ("G20", "Munich Security Conference") or a phrase with a
// word for gatherings in it ("BRICS summit", "22nd annual India-Russia
// summit").
func (p *page) gatheringAt(si, i int) string {
	t := p.tree(si)
	if m := p.mention(si, i); m != nil {
		switch m.kind {
		case mGathering:
			return p.text(si, int(m.from), int(m.to))
		case mOrg:
			return p.text(si, int(m.from), int(m.to))
		}
	}
	if body := p.bodyOf(si, i); body != "" {
		return body
	}
	if l := t.lemma(i); !gatheringNoun(l) {
		if low := strings.ToLower(l); low == l || !gatheringNoun(low) || p.orgIn(si, i) == "" && p.ordinalOf(si, i) == 0 { // "the OSCE Ministerial Council"
			return ""
		}
	}
	return p.namedAround(si, i)
}

// bodyOf gives the name of the standing body whose session or meeting a noun
// tells: "the 11th session of the India-Oman Joint Commission"; empty where it
// is none's.
func (p *page) bodyOf(si, noun int) string {
	t := p.tree(si)
	name := ""
	t.sessionOf(noun, func(c int) {
		switch strings.ToLower(t.lemma(c)) {
		case "commission", "committee", "council", "dialogue", "consultation", "consultations", "mechanism", "forum":
			name = p.namedAround(si, c)
		}
	})
	return name
}

// sessionOf calls f for each noun whose session or meeting the one at a token
// is: "session of the committee", "session of their Joint Commission Meeting".
func (t *tree) sessionOf(noun int, f func(c int)) {
	t.children(noun, func(c int) bool {
		if t.rel(c) != language.RelNmod || t.caseOf(c) != "of" {
			return true
		}
		if w := strings.ToLower(t.lemma(c)); w == "meeting" || w == "session" {
			c = t.child(c, language.RelCompound)
		}
		if c >= 0 {
			f(c)
		}
		return true
	})
}

// namedAround gives a noun with the words before it that make it a name, and
// the organisation behind "of".
func (p *page) namedAround(si, i int) string {
	t := p.tree(si)
	from, to := i, i+1
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelCompound, language.RelAmod, language.RelNummod, language.RelFlat, language.RelNmodDesc, language.RelNmodUnmarked:
			a, _ := t.span(c)
			if c < i && a < from && i-a < 10 {
				from = a
			}
		case language.RelNmodPoss:
			if m := p.mention(si, c); m != nil && (m.kind == mOrg || m.kind == mGathering) {
				a, _ := t.span(c)
				from = min(from, a)
			}
		case language.RelNmod:
			if t.caseOf(c) == "of" && c == i+2 || t.caseOf(c) == "of" && c == i+3 {
				if m := p.mention(si, c); m != nil && m.kind == mOrg {
					to = int(m.to)
				}
			}
		}
		return true
	})
	for k := i - 1; k >= from; k-- { // one run: no comma, preposition or verb inside
		if m := p.mention(si, k); m != nil && (m.kind == mOrg || m.kind == mState || m.kind == mGathering) {
			k = int(m.from)
			continue
		}
		if k-3 >= from && t.word(k) == ")" && t.word(k-2) == "(" && p.mention(si, k-3) != nil { // "the Arctic Council (AC) summit"
			k -= 2
			continue
		}
		if w := t.word(k); w == "," || w == ";" || w == "(" || w == ")" || t.upos(k) == language.ADP || t.upos(k) == language.VERB && t.rel(k) != language.RelAmod {
			from = k + 1
			break
		}
	}
	for from < i && dullWord(strings.ToLower(t.word(from))) {
		from++
	}
	if m := p.mention(si, from); m != nil && int(m.from) < from && (m.kind == mOrg || m.kind == mGathering || m.kind == mState) {
		from = int(m.from) // "Group of Seven summit"
	}
	return p.text(si, from, to)
}

func gatheringNoun(lemma string) bool {
	switch lemma {
	case "summit", "conference", "forum", "assembly", "ministerial", "meeting", "consultation", "dialogue", "council", "gathering", "session", "inauguration", "funeral", "coronation", "ceremony", "talk":
		return true
	}
	return false
}

// dullWord names words that do not belong to a gathering's name.
func dullWord(w string) bool {
	switch w {
	case "the", "a", "an", "two-day", "three-day", "one-day", "next", "last", "this", "first-ever", "coming", "upcoming", "recent", "latest", "planned", "annual", "day", "two", "-", "three", "weekend", "previous":
		return w != "annual"
	}
	return false
}

// ordinalOf reads "22nd", "sixth", "44th" of a noun; 0 where there is none.
func (p *page) ordinalOf(si, i int) int {
	t := p.tree(si)
	if n := p.ordinalBeside(t, i); n > 0 {
		return n
	}
	n := 0
	for k := i - 1; k >= 0 && i-k < 9; k-- {
		w := strings.ToLower(t.word(k))
		if w == "the" || t.upos(k) == language.VERB || w == "," {
			break
		}
		if v := t.ordinalAt(k); v > 0 && t.within(k, i) {
			n = v
		}
	}
	return n
}

// ordinalBeside reads the number of a gathering that stands apart from the
// noun: "the third of their annual summits", "held their summit, the second,".
func (p *page) ordinalBeside(t *tree, i int) int {
	if strings.HasSuffix(t.word(i), "s") {
		for k := i - 1; k > 0 && i-k < 5; k-- {
			w := strings.ToLower(t.word(k))
			if cardinal(w) > 0 {
				return 0 // "the first of two summits"
			}
			if w == "of" && i-k > 2 { // "the first of the summits" tells of no series by itself
				return ordinal(strings.ToLower(t.word(k - 1)))
			}
		}
		return 0
	}
	n := 0
	t.children(i, func(c int) bool {
		v := ordinal(strings.ToLower(t.word(c)))
		if c <= i || v == 0 || c+3 >= len(t.s.Tokens) || !strings.HasPrefix(strings.ToLower(t.word(c-1)), "the") {
			return true
		}
		if next := t.word(c + 1); next == "," || next == "." || next == "in" && t.word(c+3) == "series" {
			n = v
		}
		return n == 0
	})
	return n
}

// lookedAheadTo tells "looking ahead to next week's summit": what two talk of
// and are not at.
func lookedAheadTo(t *tree, i int) bool {
	for k := i - 1; k > 1 && i-k < 8 && !t.isVerb(k); k-- {
		if t.word(k) == "to" && t.word(k-1) == "ahead" {
			return true
		}
	}
	return false
}

// fillSummit fills a summit told by the word.
func (p *page) fillSummit(e *event, args []argument) bool {
	t := p.tree(e.sent)
	if h := t.head(e.tok); h >= 0 && (t.rel(e.tok) == language.RelObj && stayingAway(t.lemma(h)) || outOf(t, h)) {
		return false // who stays away does not cancel the summit
	}
	if h := t.head(e.tok); h >= 0 && t.rel(e.tok) == language.RelObj && t.lemma(h) == "attend" && (e.status == Cancelled || e.status == Postponed) {
		return false // nor does who drops plans to attend it
	}
	if t.onSidelines(e.tok) || lookedAheadTo(t, e.tok) {
		return false
	}
	e.kind = Summit
	e.name = p.gatheringAt(e.sent, e.tok)
	e.number = p.ordinalOf(e.sent, e.tok)
	e.ordinary = p.childWord(t, e.tok, "annual", "regular", "yearly", "biennial")
	if c := t.child(e.tok, language.RelCompound); e.trig.Word == "conference" && c >= 0 && pressNoun(t.lemma(c)) {
		return false
	}
	for _, a := range args {
		pair := e.trig.Role(a.slot)
		role := pair.Role
		if role == lexicon.NoRole {
			switch {
			case a.slot == lexicon.Subj && (a.own || p.carries(t, e.tok)):
				role = lexicon.Party
			case a.slot == lexicon.In || a.slot == lexicon.At:
				role = lexicon.Place
			case a.slot == lexicon.To && !a.own:
				role = lexicon.Place
			}
		}
		switch role {
		case lexicon.Party:
			if l, ok := p.placeAt(e.sent, a.tok); ok && (a.slot == lexicon.Comp || a.slot == lexicon.Poss) {
				if l.place != "" { // "the Tokyo summit": a place, unless two of them
					e.setPlace(l)
					continue
				}
			}
			for _, w := range p.actors(e.sent, a.tok, nil) {
				if w.weak && a.slot != lexicon.Comp {
					continue
				}
				e.add(w, RoleParty, e.sent)
			}
		case lexicon.Place:
			if ls := p.places(e.sent, a.tok); len(ls) > 0 {
				e.setPlace(ls[0])
			}
		}
	}
	if e.trig.Word == "assembly" && p.mention(e.sent, e.tok) != nil { // "the UN General Assembly" is a body
		return false
	}
	if (e.trig.Word == "conference" || e.trig.Word == "assembly") && (!strings.ContainsAny(e.name, " ") || p.orgIn(e.sent, e.tok) == "" && p.mention(e.sent, e.tok) == nil && p.ownSession(e) == "") {
		return false
	}
	if p.countsTalks(e) {
		e.number, e.name = 0, ""
	}
	if e.place.country == "" {
		e.setPlace(p.venueOf(e))
	}
	return p.emitSummit(e)
}

// venueOf gives the place of "Baku will be the venue of the next summit", "the
// venue of the next summit is Baku".
func (p *page) venueOf(e *event) locus {
	t := p.tree(e.sent)
	h := t.head(e.tok)
	if h < 0 || t.rel(e.tok) != language.RelNmod {
		return locus{}
	}
	switch t.lemma(h) {
	case "venue", "site", "setting", "location":
	default:
		return locus{}
	}
	at := t.child(h, language.RelNsubj)
	if t.rel(h) == language.RelNsubj {
		at = t.head(h)
	}
	if at < 0 {
		return locus{}
	}
	l, _ := p.placeAt(e.sent, at)
	return l
}

// countsTalks tells that "their second summit" of two states counts the talks of
// their leaders; those of an organisation are a series.
func (p *page) countsTalks(e *event) bool {
	t := p.tree(e.sent)
	poss := t.child(e.tok, language.RelNmodPoss)
	if poss < 0 || t.upos(poss) != language.PRON || e.number == 0 || e.number >= 10 || e.ordinary || p.ordinalBeside(t, e.tok) > 0 {
		return false
	}
	for _, q := range e.parties {
		if p.isOrg(q.code) {
			return false
		}
	}
	return true
}

// pressNoun names what makes a conference none of states: "a news conference".
func pressNoun(lemma string) bool {
	switch lemma {
	case "press", "news", "video", "media", "telephone":
		return true
	}
	return false
}

// ownSession gives the organisation that holds a gathering of its own: "OPEC
// opened its mid-year conference", "leaders of the Frontline States held a
// summit".
func (p *page) ownSession(e *event) string {
	if len(e.parties) == 0 || !p.isOrg(e.parties[0].code) || e.parties[0].person != nobody {
		return ""
	}
	for _, q := range e.parties[1:] {
		if o, ok := p.gaz.OrganisationByCode(e.parties[0].code); !ok || !o.HasMember(q.code, p.ref) {
			return ""
		}
	}
	return e.parties[0].code
}

func (p *page) childWord(t *tree, i int, words ...string) bool {
	found := false
	t.children(i, func(c int) bool {
		for _, w := range words {
			found = found || strings.EqualFold(t.word(c), w)
		}
		return !found
	})
	return found
}

// orgIn gives the organisation that stands within the phrase of token i.
func (p *page) orgIn(si, i int) string {
	t := p.tree(si)
	code := ""
	for k := range t.s.Tokens {
		if m := p.mention(si, k); m != nil && (m.kind == mOrg || m.kind == mGathering) && code == "" && t.within(k, i) && k <= i+4 && m.code != "" {
			code = m.code
		}
	}
	return code
}

// emitSummit files a summit: a gathering of an organisation, a numbered or
// regular one of two sides, or, where it is neither, a meeting.
func (p *page) emitSummit(e *event) bool {
	org := p.orgIn(e.sent, e.tok)
	if org == "" && e.countries() == 0 {
		for _, code := range p.headingStates(e.sent) { // "EU-CHINA. The 25th summit filled two days"
			e.add(actor{person: nobody, code: code, tok: e.tok}, RoleParty, e.sent)
		}
	}
	if org == "" && p.westernSummit(e) {
		org = "G7"
	}
	if org == "" {
		org = p.ownSession(e)
	}
	if org != "" && (p.membersOnly(org) || !p.otherSides(e, org)) {
		e.practice = org
	}
	if org == "" && e.number == 0 && !e.ordinary && e.countries() <= 2 && e.countries() > 0 {
		// "a summit" of two without number or custom is a meeting
		if !strings.Contains(e.name, "-") && !strings.Contains(e.name, "–") {
			e.kind = Meeting
			if e.countries() < 2 {
				return p.anaphoricMeeting(e)
			}
			p.dateEvent(e)
			p.finish(e)
			return true
		}
	}
	if e.countries() == 0 && org == "" && e.number == 0 {
		if e.definite {
			return p.anaphoricMeeting(e)
		}
		return false
	}
	p.dateEvent(e)
	p.finish(e)
	return true
}

// outOf tells "pulled out of the summit", "stayed away from the summit".
func outOf(t *tree, v int) bool {
	if v+1 >= len(t.s.Tokens) {
		return false
	}
	switch t.lemma(v) {
	case "pull", "back", "bow":
		return t.word(v+1) == "out"
	case "stay":
		return t.word(v+1) == "away"
	}
	return false
}

// stayingAway names verbs for not going to a gathering.
func stayingAway(lemma string) bool {
	return lemma == "skip" || lemma == "miss" || lemma == "boycott"
}

// otherSides tells whether a gathering named for an organisation has another
// state or organisation in its name: "the ASEAN-China summit" is one of two.
func (p *page) otherSides(e *event, org string) bool {
	for _, q := range e.parties {
		if q.code != org && q.person == nobody {
			return true
		}
	}
	return false
}

// fillJoin fills "attended the summit", "took part in the talks".
func (p *page) fillJoin(e *event, args []argument) bool {
	t := p.tree(e.sent)
	e.kind = Summit
	gathering := -1
	for _, a := range args {
		switch e.trig.Role(a.slot).Role {
		case lexicon.Party:
			who := a.tok
			if s := t.child(who, language.RelNsubj); t.word(who) == "those" && s >= 0 { // "was among those attending"
				who = s
			}
			for _, w := range p.actors(e.sent, who, nil) {
				e.add(w, RoleParty, e.sent)
			}
		case lexicon.Gathering:
			if l, ok := p.placeAt(e.sent, a.tok); ok && gathering != a.tok {
				e.setPlace(l)
			} else if p.gatheringAt(e.sent, a.tok) != "" && gathering < 0 {
				gathering = a.tok
			}
		case lexicon.Place:
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				e.setPlace(l)
			}
		}
	}
	if gathering < 0 || len(e.parties) == 0 {
		return false
	}
	if m := p.mention(e.sent, gathering); e.trig.Word == "join" && m != nil && m.kind == mOrg && p.isBody(m.code) { // "to join the European Community": as a member
		return false
	}
	if (lexicon.Governing(e.trig.Word) == lexicon.SaysCancel || outOf(t, e.tok)) && !e.denied { // "will skip the summit"
		if e.status == Proposed { // "might skip"
			return false
		}
		e.status = Cancelled
	}
	if e.denied && e.status == Planned { // "will not attend"
		if !p.wasExpected(e) {
			return false
		}
		e.denied, e.status = false, Cancelled
	}
	return p.atGathering(e, gathering)
}

// atGathering files the gathering at a token with those who take part in it,
// and that they came to it.
func (p *page) atGathering(e *event, gathering int) bool {
	t := p.tree(e.sent)
	e.name = p.gatheringAt(e.sent, gathering)
	e.number = p.ordinalOf(e.sent, gathering)
	for _, a := range t.nounArguments(gathering, nil) {
		if (a.slot == lexicon.In || a.slot == lexicon.At || a.slot == lexicon.Comp) && a.own {
			if l, ok := p.placeAt(e.sent, a.tok); ok && (a.slot != lexicon.Comp || l.place != "") {
				e.setPlace(l)
			}
		}
	}
	for _, a := range t.nounArguments(gathering, nil) {
		if e.place.country == "" && a.slot == lexicon.In && !a.own && t.within(a.tok, gathering) { // "the summit, which ended in Lima on Tuesday, was attended by"
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				e.setPlace(l)
			}
		}
	}
	if e.place.country == "" {
		e.setPlace(p.placeInside(e.sent, gathering))
	}
	if e.place.country == "" && e.status == Held && p.inPerson(t, gathering) {
		e.setPlace(p.here)
	}
	org := p.orgIn(e.sent, gathering)
	e.practice = org
	who := e.parties
	noun := t.lemma(gathering)
	if !p.onOwnDays(e, gathering, nil) {
		p.dateEvent(e)
	}
	if e.place.country == "" {
		e.setPlace(p.placeOfGathering(e))
	}
	made := false
	if e.status == Cancelled || e.status == Postponed {
		// who stays away does not cancel the gathering
	} else if noun == "summit" || org != "" || noun == "conference" || noun == "forum" || noun == "assembly" {
		s := *e
		s.parties = append([]participant(nil), who...)
		if s.place.country != "" && !s.has(s.place.country) {
			s.add(actor{person: nobody, code: s.place.country, weak: true}, RoleParty, e.sent)
		}
		if len(s.parties) > 0 && (org != "" || s.countries() >= 2) {
			p.finish(&s)
			made = true
		}
	} else if e.countries() >= 2 && (noun == "meeting" || noun == "talk") {
		m := *e
		m.kind, m.name = Meeting, ""
		m.parties = append([]participant(nil), who...)
		p.finish(&m)
		made = true
	}
	// being there is a visit
	if (e.place.country != "" && !e.denied || e.status == Cancelled) && !p.byPhone(t, e.tok) {
		v := *e
		v.kind, v.number = Visit, 0
		v.parties = nil
		for _, q := range who {
			if q.person != nobody || q.office != "" {
				q.role = RoleVisitor
				v.parties = append(v.parties, q)
			}
		}
		if len(v.parties) > 0 && e.place.country != "" && v.status == e.status {
			v.implied = true
			made = p.emitVisits(&v, []locus{e.place}, nil) || made
		}
	}
	return made
}

// inPerson tells whether a gathering was attended at the scene: "the summit, which
// ended here at midday, was attended in person by".
func (p *page) inPerson(t *tree, gathering int) bool {
	for k := gathering + 1; k < len(t.s.Tokens) && k-gathering < 20; k++ {
		if w := t.word(k); w == "here" && t.within(k, gathering) || w == "person" && t.word(k-1) == "in" {
			return true
		}
	}
	return false
}

// placeInside gives the place that the tree has hung on a word of a gathering's
// long name: "the summit of the Forum on China-Africa Cooperation in Beijing".
func (p *page) placeInside(si, gathering int) locus {
	t := p.tree(si)
	for k := gathering + 2; k < len(t.s.Tokens) && k-gathering < 12; k++ {
		if t.isVerb(k) || t.word(k) == "," {
			break
		}
		m := p.mention(si, k)
		if m == nil || m.kind != mCity && m.kind != mState || t.word(int(m.from)-1) != "in" || !t.within(k, gathering) {
			continue
		}
		if l, ok := p.placeAt(si, p.headAt(si, k)); ok {
			return l
		}
	}
	return locus{}
}

// placeOfGathering finds where a gathering named before takes place.
func (p *page) placeOfGathering(e *event) locus {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind == Summit && o.place.country != "" && sameGathering(o, e) && (e.when == "" || o.when == "" || overlap(e.when, o.when)) {
			return o.place
		}
	}
	return locus{}
}

// hostsGathering fills "Kazakhstan will host the next summit".
func (p *page) hostsGathering(e *event, gathering int, hosts []actor, dest locus) bool {
	t := p.tree(e.sent)
	name := p.gatheringAt(e.sent, gathering)
	if name == "" || len(hosts) == 0 || t.lemma(gathering) == "ceremony" {
		return false
	}
	if t.lemma(gathering) == "meeting" || t.lemma(gathering) == "talk" || t.lemma(gathering) == "dialogue" {
		return false
	}
	e.kind = Summit
	e.name = name
	e.number = p.ordinalOf(e.sent, gathering)
	e.practice = p.orgIn(e.sent, gathering)
	for _, h := range hosts {
		e.add(h, RoleParty, e.sent)
		if dest.country == "" && !p.isOrg(h.code) {
			dest.country = h.code
		}
	}
	e.setPlace(dest)
	if e.practice == "" {
		// "the next summit": of the series told before
		for k := len(p.events) - 1; k >= 0; k-- {
			o := &p.events[k]
			if o.kind == Summit && e.sent-o.sent < 15 {
				e.practice = o.practice
				if o.name != "" && len(strings.Fields(name)) <= 2 {
					e.name = bareName(o.name)
				}
				if o.practice == "" {
					for _, q := range o.parties {
						e.add(actor{person: nobody, code: q.code}, RoleParty, q.sent)
					}
				}
				break
			}
		}
	}
	if e.practice == "" && e.countries() < 2 && e.number == 0 {
		p.awaited = *e
		return false
	}
	p.dateEvent(e)
	p.finish(e)
	return true
}

// bareName takes the number off a gathering's name: "22nd annual summit".
func bareName(name string) string {
	words := strings.Fields(name)
	out := words[:0]
	for _, w := range words {
		if ordinal(strings.ToLower(w)) == 0 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// sameGathering compares by organisation, or by the words of the name.
func sameGathering(a, b *event) bool {
	if a.practice != "" && b.practice != "" {
		return a.practice == b.practice
	}
	if a.name == "" || b.name == "" || ofTwo(a, b) || ofTwo(b, a) {
		return false
	}
	x, y := strings.ToLower(bareName(a.name)), strings.ToLower(bareName(b.name))
	return x == y || strings.Contains(x, y) || strings.Contains(y, x)
}

// ofTwo tells the regular summit of two states from that of a body: "Modi and
// Ishiba at their annual summit" before "the summit of the SCO".
func ofTwo(a, body *event) bool {
	return body.practice != "" && a.practice == "" && a.ordinary && a.countries() == 2 && !a.has(body.practice)
}

// membersAsGuests gives the organisation whose leaders or ministers are the
// guests, so that a gathering of it is told; "" where they are something else.
func (p *page) membersAsGuests(si int, args []argument, tr *lexicon.Trigger, guests []actor) string {
	t := p.tree(si)
	if len(guests) != 1 || guests[0].person != nobody || !p.isOrg(guests[0].code) {
		return ""
	}
	for _, a := range args {
		if tr.Role(a.slot).Role != lexicon.Guest {
			continue
		}
		if m := p.mention(si, a.tok); m != nil && m.kind == mOrg && p.membersOnly(m.code) {
			return m.code
		}
		if strings.HasSuffix(t.word(a.tok), "s") && (p.membersOnly(guests[0].code) || lexicon.Group(t.lemma(a.tok)) != lexicon.Officials) {
			return guests[0].code
		}
	}
	return ""
}

// leadersAgain gives the organisation whose gathering was told before where
// "the leaders" are guests without a word of whose they are.
func (p *page) leadersAgain(e *event, args []argument) string {
	t := p.tree(e.sent)
	for _, a := range args {
		if e.trig.Role(a.slot).Role != lexicon.Guest || t.word(a.tok) != "leaders" || len(p.modifierStates(e.sent, a.tok)) > 0 || !t.childLemma(a.tok, language.RelDet, "the") {
			continue
		}
		if t.child(a.tok, language.RelNummod) >= 0 || t.child(a.tok, language.RelNmod) >= 0 {
			continue
		}
		if o := p.toldBefore(e.sent, e.tok, 5, func(o *event) bool { return o.kind == Summit && p.membersAlone(o.practice) }); o != nil {
			return o.practice
		}
	}
	return ""
}

// membersAlone tells organisations whose members' leaders gather by turns in
// each other's countries.
func (p *page) membersAlone(code string) bool {
	return code != "" && code != "EU" && code != "UN" && p.isOrg(code)
}

// hostsMembers files the gathering of an organisation's members at a host's.
func (p *page) hostsMembers(e *event, org string, hosts []actor, dest locus) bool {
	e.kind, e.practice, e.name = Summit, org, ""
	for _, h := range hosts {
		e.add(h, RoleParty, e.sent)
		if dest.country == "" && !p.isOrg(h.code) {
			dest.country = h.code
		}
	}
	if dest.country == "" || e.has(org) {
		return false
	}
	e.add(actor{person: nobody, code: org, tok: e.tok}, RoleParty, e.sent)
	e.setPlace(dest)
	p.dateEvent(e)
	p.finish(e)
	return true
}

// westernSummit tells the yearly summit of the Group of Seven as it was called
// until the turn of the century: "the Venice economic summit".
func (p *page) westernSummit(e *event) bool {
	name := strings.ToLower(e.name)
	return p.ref.Year() <= 2000 && strings.HasSuffix(name, "economic summit") && (e.place.place != "" || strings.Contains(name, "western") || strings.Contains(name, "world"))
}

// wasExpected tells whether somebody who stays away was invited or expected,
// as far as the report tells before.
func (p *page) wasExpected(e *event) bool {
	for i := range p.events {
		o := &p.events[i]
		if o.kind != Invitation && (o.kind != Visit && o.kind != Summit || o.status != Planned && o.status != Proposed) {
			continue
		}
		for _, q := range e.parties {
			if o.has(q.code) {
				return true
			}
		}
	}
	return false
}
