package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readPresence finds visits told without a word for travel: "was in Kazan",
// "De Croo, in Washington for talks,", "laid a wreath in Seoul", "told
// reporters in Berlin".
func (p *page) readPresence(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		l, prep := p.whereabouts(si, i)
		if prep < 0 || l.country == "" {
			continue
		}
		e := event{sent: si, tok: i, kind: Visit, conf: 0.7, trig: presence}
		var ok bool
		switch {
		case p.onDays(&e, i, prep), p.staying(&e, i, prep), p.doing(&e, i, prep, l), p.opening(&e, i, prep, l):
			ok = true
		}
		if !ok || len(e.parties) == 0 {
			continue
		}
		p.company(&e)
		ls := p.places(si, i)
		if len(ls) < 2 || ls[0] != l {
			ls = []locus{l}
		}
		p.emitVisits(&e, p.moreStops(si, i, prep, ls), nil)
	}
}

// whereabouts gives the place of a phrase with its head at token i, and the
// token of the "in", "at" or "to" that it is said with; -1 where there is none.
func (p *page) whereabouts(si, i int) (locus, int) {
	t := p.tree(si)
	m := p.mention(si, i)
	switch {
	case m != nil && (m.kind == mCity || m.kind == mState || m.kind == mSeat):
		if h := t.head(i); int(m.from) != i && h >= int(m.from) && h < int(m.to) {
			return locus{}, -1
		}
	case m == nil && (t.lemma(i) == "capital" || siteNoun(t.lemma(i))):
	case m == nil && t.lemma(i) == "town" && i > 0 && t.word(i-1) == "in": // "was in town for"
		return p.here, i - 1
	case (m == nil || m.kind == mGathering) && p.isGathering(si, i): // "at the summit in Tianjin"
		if c := t.child(i, language.RelCase); c >= 0 && strings.EqualFold(t.word(c), "at") {
			if l, ok := p.placeWithin(si, i); ok {
				return l, c
			}
		}
		return locus{}, -1
	case m == nil && (t.word(i) == "here" || t.word(i) == "there") && (t.child(i, language.RelCop) >= 0 || t.word(i) == "here" && p.here.country != ""):
		if l, ok := p.placeAt(si, i); ok {
			return l, i
		}
		return locus{}, -1
	default:
		return locus{}, -1
	}
	prep := -1
	t.children(i, func(c int) bool {
		if w := t.lemma(c); t.rel(c) == language.RelCase && (around(w)) {
			prep = c
		}
		return true
	})
	if prep < 0 {
		return locus{}, -1
	}
	l, _ := p.placeAt(si, i)
	return l, prep
}

// around names the prepositions of a place where somebody is.
func around(word string) bool {
	switch word {
	case "in", "at", "to", "on", "through", "outside", "inside", "near", "across":
		return true
	}
	return false
}

// readQuoted finds the visit of somebody whom the opening of a report quotes
// before reporters under a foreign dateline.
func (p *page) readQuoted(si int) {
	if si > p.lead()+1 || p.here.country == "" {
		return
	}
	t := p.tree(si)
	for v := range t.s.Tokens {
		if t.upos(v) != language.VERB || t.lemma(v) != "tell" && t.lemma(v) != "hold" && t.lemma(v) != "give" {
			continue
		}
		o := t.child(v, language.RelObj, language.RelIobj)
		if o < 0 {
			continue
		}
		switch t.lemma(o) {
		case "reporter", "journalist":
		case "conference":
			if !t.childLemma(o, language.RelCompound, "news", "press") {
				continue
			}
		default:
			continue
		}
		s, _ := t.subject(v)
		if s < 0 {
			continue
		}
		e := event{sent: si, tok: v, kind: Visit, trig: presence, conf: 0.5}
		for _, a := range p.actors(si, s, nil) {
			if a.person != nobody && p.travels(a) && !p.isOrg(a.code) { // officials of organisations are at home in many cities
				e.add(a, RoleVisitor, si)
			}
		}
		e.status, _, e.denied, _ = p.modality(si, v)
		if len(e.parties) == 0 || e.status != Held || p.byPhone(t, v) {
			continue
		}
		p.emitVisits(&e, []locus{p.here}, nil)
	}
}

// staying fills a visit told by "be": "was in Kazan", "is due in Bonn", "in
// Washington for talks".
func (p *page) staying(e *event, i, prep int) bool {
	si, t := e.sent, p.tree(e.sent)
	if w := strings.ToLower(t.word(prep)); w != "in" && w != "at" && w != "to" && w != "here" && w != "there" && !(w == "through" && prep > 0 && t.word(prep-1) == "been") {
		return false
	}
	if counted(t, i) && p.listFrom(si, i) < 0 { // "has been to Paris twice this year"
		return false
	}
	who, at := -1, i
	be := p.beBefore(t, prep)
	due := be >= 0 && p.between(t, be, prep, "due", "expected")
	switch {
	case t.child(i, language.RelCop) >= 0 && !p.between(t, 0, prep, "among"):
		who = t.child(i, language.RelNsubj, language.RelNsubjOuter)
		if who >= 0 {
			who = t.relative(who, i)
		} else if s, _ := t.subject(i); s >= 0 {
			who = s
		}
	case p.headline(si, i) >= 0: // "Mr Stubb again, this time in Riga."
		who = p.headline(si, i)
	case t.rel(i) == language.RelNmod || t.rel(i) == language.RelAcl: // "Shultz, in Peking for talks,"
		if t.word(prep) == "in" && (t.child(i, language.RelNmod, language.RelAcl, language.RelAdvcl) >= 0 || p.parenthetic(t, i)) && !talkedWith(t, t.head(i)) {
			who = t.head(i)
		}
	case t.rel(i) == language.RelObl && t.head(i) >= 0 && t.child(t.head(i), language.RelCop) >= 0 && besideBe(t.lemma(t.head(i))):
		// "who was last in Russia in 2019", "is back in Rome"
		at = t.head(i)
		who, _ = t.subject(at)
	case t.rel(i) == language.RelAdvcl: // "in Washington for talks, he said"
		who, _ = t.subject(t.head(i))
	}
	if who < 0 && be > 0 {
		who = p.namedBefore(si, be)
		for who >= 0 && (t.rel(who) == language.RelConj || t.rel(who) == language.RelFlat) && t.head(who) < who { // all of "X, Y and Z were among"
			who = t.head(who)
		}
		at = i
	}
	if who < 0 {
		return false
	}
	as := p.actors(si, who, nil)
	if l, ok := p.placeAt(si, i); ok && len(as) == 1 && t.upos(who) == language.PRON && !p.between(t, 0, prep, "back", "home") {
		as[0] = p.foreigner(si, who, as[0], l.country)
	}
	for _, a := range as {
		if a.person != nobody || a.office != "" || p.officialsNoun(si, who) {
			e.add(a, RoleVisitor, si)
		}
	}
	if len(e.parties) == 0 {
		for _, a := range p.aboard(si, who, at) { // "his plane was due in Pyongyang"
			e.add(a, RoleVisitor, si)
		}
	}
	if len(e.parties) == 0 {
		return false
	}
	e.tok = at
	p.stayOf(e)
	st, neg, present := p.tense(t, at)
	if be >= 0 && t.child(at, language.RelCop) < 0 {
		if h := t.head(be); h >= 0 && t.child(h, language.RelAux, language.RelCop) >= 0 {
			st, neg, present = p.tense(t, h)
		}
	}
	e.status, e.denied, e.underway = st, neg, present || t.child(at, language.RelCop) < 0
	if p.wasToHave(t, at) { // "who was to have been in Seoul"
		st, e.underway = Cancelled, false
		if p.saysDelay(t) {
			st = Postponed
		}
		e.status = st
	}
	if due && (st == Held || st == Planned) {
		st = Planned
		e.status, e.says, e.underway = st, lexicon.SaysPlan, false
		if (t.word(be) == "was" || t.word(be) == "were") && p.hasWord(t, "but") { // "was due in Rome on Friday but postponed the visit"
			for k := i + 1; k < len(t.s.Tokens); k++ {
				switch p.governing(t, k) {
				case lexicon.SaysPostpone:
					st = Postponed
				case lexicon.SaysCancel:
					st = Cancelled
				}
			}
			e.status = st
		}
	}
	if st2, _, dn := p.climb(t, at, st, lexicon.SaysNothing); t.rel(at) != language.RelNmod {
		e.status, e.denied = st2, e.denied || dn
	}
	return true
}

// headline gives the person of whom a sentence without a verb says where he is:
// "Khrushchev in Peking, in bathing trunks.", "October: Al-Mahdi again, in
// Moscow, where Gromyko receives him." It is -1 where the sentence has a verb of
// its own.
func (p *page) headline(si, i int) int {
	t := p.tree(si)
	root := i
	for n := 0; n < 4 && t.head(root) >= 0; n++ {
		switch t.rel(root) {
		case language.RelNmod, language.RelNmodUnmarked, language.RelAppos, language.RelParataxis, language.RelObl, language.RelOblUnmarked:
			if h := t.head(root); t.upos(h) == language.NUM && t.rel(h) == language.RelRoot {
				break
			}
			root = t.head(root)
		default:
		}
	}
	if h := t.head(root); h >= 0 && t.rel(h) == language.RelRoot && t.upos(h) == language.NUM && root == h+2 { // "1984: Thatcher in Peking"
		h = root
	} else if t.rel(root) != language.RelRoot {
		return -1
	}
	if root >= i || i-root > 9 {
		return -1
	}
	if m := p.mention(si, root); m == nil || m.kind != mPerson || t.child(root, language.RelCop, language.RelAux, language.RelNsubj) >= 0 {
		return -1
	}
	for k := root + 1; k < i; k++ {
		if t.upos(k) == language.VERB || t.upos(k) == language.AUX || t.word(k) == "of" || t.word(k) == "from" {
			return -1
		}
	}
	return root
}

// talkedWith tells whether somebody is one of those between whom there are
// talks, whose place it is: "the talks between X and Y in Belgrade on Monday".
func talkedWith(t *tree, who int) bool {
	for n := 0; n < 3 && who >= 0 && t.rel(who) == language.RelConj; n++ {
		who = t.head(who)
	}
	return who >= 0 && t.caseOf(who) == "between"
}

// beBefore finds the form of "be" that a place is said with, over words such
// as "back", "due" or "among the leaders"; -1 if there is none.
func (p *page) beBefore(t *tree, prep int) int {
	for k := prep - 1; k >= 0 && prep-k <= 4; k-- {
		if t.lemma(k) == "be" {
			return k
		}
		if !besideBe(t.lemma(k)) {
			break
		}
	}
	for k := prep - 1; k > 0 && prep-k <= 8; k-- {
		if w := t.word(k); w == "among" && t.lemma(k-1) == "be" {
			return k - 1
		}
		if t.upos(k) == language.PUNCT {
			break
		}
	}
	return -1
}

// between tells whether one of the words stands behind token a and before b.
func (p *page) between(t *tree, a, b int, words ...string) bool {
	for k := a + 1; k < b && k-a < 9; k++ {
		for _, w := range words {
			if strings.EqualFold(t.word(k), w) {
				return true
			}
		}
	}
	return false
}

// namedBefore gives the person named right before token k, over auxiliaries;
// -1 if something else stands there.
func (p *page) namedBefore(si, k int) int {
	t := p.tree(si)
	for k--; k >= 0; k-- {
		if m := p.mention(si, k); m != nil {
			if m.kind == mPerson {
				return p.headAt(si, k)
			}
			return -1
		}
		if t.upos(k) != language.AUX && t.upos(k) != language.ADV && t.upos(k) != language.PART {
			return -1
		}
	}
	return -1
}

// doing fills a visit told by what somebody does in a place that only those
// who are there can do: "laid a wreath in Seoul", "told reporters in Berlin".
func (p *page) doing(e *event, i, prep int, l locus) bool {
	si, t := e.sent, p.tree(e.sent)
	v := t.head(i)
	for n := 0; n < 2 && v >= 0 && !t.isVerb(v) && (t.rel(v) == language.RelObj || t.rel(v) == language.RelIobj || t.rel(v) == language.RelObl || t.rel(v) == language.RelNmod); n++ {
		v = t.head(v)
	}
	if v >= 0 && t.rel(v) == language.RelNsubj && t.head(v) >= 0 && t.lemma(t.head(v)) == "include" {
		v = t.head(v)
	}
	if v < 0 || t.upos(v) != language.VERB || v > prep && t.lemma(v) != "include" || t.word(prep) == "to" {
		return false
	}
	if t.lemma(v) == "step" && !p.followedBy(t, v, "off") && !p.followedBy(t, v, "onto") {
		return false
	}
	speaks := false
	if t.lemma(v) == "include" && t.within(i, t.child(v, language.RelNsubj)) { // "guests at the ceremony in Ankara included"
		return p.including(e, v)
	}
	if w := strings.ToLower(t.word(prep)); w != "in" && w != "at" && w != "here" && !bodily(t.lemma(v)) {
		return false
	}
	if stages(t.lemma(v)) {
		return p.stage(e, v)
	}
	switch {
	case bodily(t.lemma(v)):
	case p.performs(t, si, v):
	case heard(t.lemma(v)) && p.addressing(t, v, prep) && l.place != "":
		speaks = true
	default:
		return false
	}
	subj, passive := t.subject(v)
	if passive && !handled(t.lemma(v)) || !passive && handled(t.lemma(v)) && !bodily(t.lemma(v)) || subj < 0 {
		return false
	}
	for _, a := range p.actors(si, subj, nil) {
		if p.travels(a) {
			e.add(a, RoleVisitor, si)
		}
	}
	e.tok, e.conf = v, 0.6
	e.status, e.says, e.denied, e.underway = p.modality(si, v)
	e.underway = false
	return len(e.parties) > 0 && e.status != Proposed && !(speaks && (e.status != Held || e.denied)) && !p.byPhone(t, v)
}

// stages names verbs by which a tour is said to have got somewhere.
func stages(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "end", "finish", "conclude", "continue", "culminate", "kick", "wrap", "launch":
		return true
	}
	return false
}

// stage fills the visit that a tour begins or ends with: "his Gulf tour, which
// opened in Riyadh", "a trip that ends in Dublin".
func (p *page) stage(e *event, v int) bool {
	t := p.tree(e.sent)
	subj, _ := t.subject(v)
	switch obj := t.child(v, language.RelObj); {
	case journeyNoun(t, subj):
		for _, a := range p.ownerOf(e.sent, subj) {
			e.add(a, RoleVisitor, e.sent)
		}
	case subj >= 0 && journeyNoun(t, obj): // "Xi opened his tour in Paris"
		for _, a := range p.actors(e.sent, subj, nil) {
			if p.travels(a) {
				e.add(a, RoleVisitor, e.sent)
			}
		}
	default:
		return false
	}
	e.tok, e.conf = v, 0.6
	e.status, e.says, e.denied, e.underway = p.modality(e.sent, v)
	return len(e.parties) > 0
}

// journeyNoun tells whether a noun names a journey.
func journeyNoun(t *tree, i int) bool {
	if i < 0 {
		return false
	}
	switch t.lemma(i) {
	case "tour", "trip", "journey", "visit", "swing", "shuttle":
		return true
	}
	return false
}

// including fills a visit of those whom a list of guests names.
func (p *page) including(e *event, v int) bool {
	t := p.tree(e.sent)
	switch t.lemma(t.child(v, language.RelNsubj)) {
	case "guest", "leader", "dignitary", "visitor", "participant", "attendee", "those", "official", "mourner", "minister", "other":
	default:
		return false
	}
	o := t.child(v, language.RelObj)
	if o < 0 {
		return false
	}
	for _, a := range p.actors(e.sent, o, nil) {
		if p.travels(a) {
			e.add(a, RoleVisitor, e.sent)
		}
	}
	e.tok, e.conf = v, 0.6
	e.status, e.says, e.denied, _ = p.modality(e.sent, v)
	return len(e.parties) > 0
}

// travels tells whether an actor is somebody whose presence abroad is a visit:
// an official in office, not one who is posted there.
func (p *page) travels(a actor) bool {
	if a.person == nobody {
		switch o := strings.ToLower(a.office); {
		case strings.HasSuffix(o, "minister"), strings.HasSuffix(o, "president"), strings.HasSuffix(o, "premier"), strings.HasSuffix(o, "chancellor"), strings.HasSuffix(o, "secretary of state"):
			return a.code != ""
		}
		return false
	}
	w := &p.people[a.person]
	return w.rank() >= 5 && w.country != "" && !w.spokesman && !w.resident && !w.former
}

// bodily names verbs whose "in" tells where the one who does it is.
func bodily(lemma string) bool {
	switch lemma {
	case "stand", "sit", "walk", "stroll", "dine", "lay", "pose", "appear", "inaugurate", "unveil", "inspect", "wait", "embrace", "march",
		"drive", "ride", "pray", "step", "kneel", "remain", "watch", "greet", "shake", "wave", "dance", "plant", "board", "emerge", "mingle":
		return true
	}
	return false
}

// performs tells "joined him", "gave a speech", "held a news conference".
func (p *page) performs(t *tree, si, v int) bool {
	switch t.lemma(v) {
	case "join": // "joined Zelensky in Kyiv"
		if o := t.child(v, language.RelObj); o >= 0 {
			m := p.mention(si, o)
			return m != nil && m.kind == mPerson
		}
	case "represent": // "represented Xi at the funeral in Rome"
		if o := t.child(v, language.RelObj); o >= 0 {
			m := p.mention(si, o)
			return m != nil && (m.kind == mPerson || m.kind == mState)
		}
	case "attend", "witness":
		o := t.child(v, language.RelObj)
		return o >= 0 && ceremony(t.lemma(o))
	case "give", "deliver", "hold", "make":
		if o := t.child(v, language.RelObj); o >= 0 {
			switch t.lemma(o) {
			case "speech", "lecture", "address":
				return true
			case "conference", "briefing":
				return t.childLemma(o, language.RelCompound, "news", "press")
			}
		}
	}
	return false
}

// ceremony names occasions that are attended in person.
func ceremony(lemma string) bool {
	switch lemma {
	case "ceremony", "funeral", "inauguration", "swearing-in", "parade", "mass", "Mass", "wedding", "coronation", "celebration", "investiture", "opening", "reopening", "vigil", "commemoration", "burial", "enthronement":
		return true
	}
	return false
}

// heard names verbs of speaking that can be said with the place of it.
func heard(lemma string) bool {
	switch lemma {
	case "say", "tell", "speak", "announce", "warn", "declare", "insist":
		return true
	}
	return false
}

// handled names verbs in whose passive the one it is done to is there: "was
// greeted in Budapest".
func handled(lemma string) bool {
	switch lemma {
	case "meet", "greet", "welcome", "escort", "see", "picture", "photograph", "honour", "honor":
		return true
	}
	return false
}

// addressing tells whether nothing but listeners and the occasion stands
// between a verb of speaking and its place: "told reporters in", "said at a
// news conference in".
func (p *page) addressing(t *tree, v, prep int) bool {
	if prep-v > 7 {
		return false
	}
	for k := v + 1; k < prep; k++ {
		switch t.upos(k) {
		case language.DET, language.ADJ, language.ADP, language.PART, language.NUM:
			continue
		case language.NOUN:
			switch t.lemma(k) {
			case "reporter", "journalist", "conference", "news", "press", "briefing", "forum", "audience", "crowd", "student", "interview", "ceremony", "parliament", "lawmaker", "business", "leader", "counterpart", "question", "speech", "media":
				continue
			}
		}
		if m := p.mention(p.indexOf(t), k); m != nil && (m.kind == mPerson || m.kind == mOffice) {
			continue
		}
		return false
	}
	return true
}

// opening fills a visit told by a place set before the sentence: "In Ankara on
// Thursday, Duda urged", "At the summit in Tianjin, Modi said".
func (p *page) opening(e *event, i, prep int, l locus) bool {
	si, t := e.sent, p.tree(e.sent)
	if l.place == "" || prep > 0 && t.upos(prep-1) != language.PUNCT || prep > 12 || t.word(prep) != "In" && t.word(prep) != "At" {
		return false
	}
	who := -1
	for k := i + 1; k < len(t.s.Tokens) && k-i < 14; k++ {
		m := p.mention(si, k)
		switch {
		case m != nil && m.kind == mPerson:
			who = k
		case who >= 0 && t.upos(k) == language.VERB:
			if x := t.tok(k).XPOS; x != language.XPOSVBD && !t.childLemma(k, language.RelAux, "have") || t.passive(k) {
				return false
			}
			a := p.personActor(p.mention(si, who).person, who)
			if !p.travels(a) {
				return false
			}
			e.add(a, RoleVisitor, si)
			e.tok, e.conf, e.status = k, 0.6, Held
			return true
		case who >= 0 && t.upos(k) != language.AUX && t.upos(k) != language.ADV:
			return false
		case who < 0 && t.isVerb(k):
			return false
		}
	}
	return false
}

// moreStops adds the places that are joined to the first with a preposition
// of their own: "to Athens on Monday, and then to Ankara".
func (p *page) moreStops(si, i, prep int, ls []locus) []locus {
	t := p.tree(si)
	word, joined := t.lemma(prep), false
	for k := i + 1; k < len(t.s.Tokens) && k-i < 40; k++ {
		w := t.word(k)
		switch {
		case w == ";" || w == ":" || t.upos(k) == language.VERB || t.upos(k) == language.SCONJ:
			return ls
		case w == "and" || w == "," || w == "then":
			joined = true
		case joined && t.lemma(k) == word && t.upos(k) == language.ADP:
			joined = false
			for n := k + 1; n < len(t.s.Tokens) && n-k <= 3; n++ {
				m := p.mention(si, n)
				if m == nil || m.kind != mCity && m.kind != mState {
					continue
				}
				if l, ok := p.placeAt(si, n); ok && l.country != "" && !listedPlace(ls, l) {
					ls = append(ls, l)
				}
				k, i = n, n
				break
			}
		}
	}
	return ls
}

func listedPlace(ls []locus, l locus) bool {
	for _, o := range ls {
		if o.sent == l.sent && o.tok == l.tok {
			return true
		}
	}
	return false
}

// besideBe names words that can stand between "was" and "in Moscow".
func besideBe(lemma string) bool {
	switch lemma {
	case "last", "back", "away", "already", "also", "again", "currently", "now", "present", "here", "recently", "due", "once", "twice", "still", "next", "expected", "first", "reportedly", "both", "all":
		return true
	}
	return false
}

// parenthetic tells "De Croo, in Washington for talks, said": a comma stands
// before the preposition.
func (p *page) parenthetic(t *tree, i int) bool {
	c := t.child(i, language.RelCase)
	return c > 0 && t.word(c-1) == ","
}

var presence = &lexicon.Trigger{Word: "be in", Kind: "visit"}

func (p *page) officialsNoun(si, i int) bool {
	return lexicon.Group(p.tree(si).lemma(i)) == lexicon.Officials
}
