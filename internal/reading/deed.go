package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// timesOf reads who did what a verb says, as a visit or a meeting.
func (p *page) timesOf(si, v int, r *rank, c *Claim) bool {
	t := p.tree(si)
	switch t.lemma(v) {
	case "stay", "miss", "skip", "boycott", "invite", "attend", "join", "participate", "chair":
		return false
	}
	e := p.eventAt(si, v)
	if e != nil && e.kind == Visit {
		switch t.lemma(v) {
		case "meet", "sit", "gather", "talk", "convene": // the journeys to it were filed after it
			for k := range p.events {
				if o := &p.events[k]; o.sent == si && o.tok == v && (o.kind == Meeting || o.kind == Summit) {
					e = o
				}
			}
		}
	}
	if e != nil && e.countries() > 2 && p.verbParties(si, v, r.stop, c) && len(c.Parties) == 2 { // two of those who were there
		return true
	}
	if e != nil && contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit) && e.practice == "" {
		c.Kind = ""
		p.takeParties(c, e)
		return true
	}
	if p.verbParties(si, v, r.stop, c) {
		return true
	}
	s, _ := t.subject(v)
	if s < 0 || t.lemma(s) != "we" || t.lemma(v) != "meet" && t.lemma(v) != "see" && t.lemma(v) != "talk" && t.lemma(v) != "speak" {
		return false
	}
	e = p.toldBefore(si, len(t.s.Tokens), 1, func(e *event) bool { return contactKind(e.kind) && e.countries() == 2 }) // "We meet for the fourth time," he told him
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	if c.Kind == Visit {
		c.Kind = Meeting
		for k := range c.Parties {
			c.Parties[k].Role = RoleParty
		}
	}
	return true
}

// verbParties reads the parties of a verb of travel, presence or contact.
func (p *page) verbParties(si, v, stop int, c *Claim) bool {
	t := p.tree(si)
	subj, passive := t.subject(v)
	if subj < 0 { // "was last in Russia": the place is the predicate
		if h := t.head(v); t.rel(v) == language.RelCop && h >= 0 {
			subj, _ = t.subject(h)
		}
	}
	if h := t.head(v); subj < 0 && h >= 0 && t.rel(v) == language.RelCcomp { // "X and Y were sitting down again, Z said"
		if s := t.child(h, language.RelNsubj, language.RelNsubjPass); s >= 0 && s < v {
			subj = s
		}
	}
	if subj > 0 && t.word(subj) == "last" { // "since a Polish premier last came", read as a noun
		subj--
	}
	if near := subjectBefore(t, v); near > subj && !within(t, near, subj) { // hung elsewhere: it stands before the verb all the same
		subj = near
		passive = passive || t.tok(v).XPOS == language.XPOSVBN && t.beBefore(v)
	}
	if h := t.head(v); subj < 0 && h >= 0 && t.rel(v) == language.RelAdvcl && t.tok(v).Flags&language.FlagUpper != 0 { // "Speaking for the first time since March, the two agreed"
		subj, _ = t.subject(h)
	}
	if subj < 0 {
		return false
	}
	return p.deedParties(si, v, subj, passive, stop, c)
}

// beBefore tells whether the nearest auxiliary before a verb is a form of "be".
func (t *tree) beBefore(v int) bool {
	k := v - 1
	for k > 0 && (t.upos(k) == language.ADV || t.word(k) == "last") {
		k--
	}
	return k >= 0 && t.lemma(k) == "be"
}

// subjectBefore gives the name, the pronoun or the office that stands right
// before the auxiliaries of a verb, or before a relative clause in front of them:
// "Xi, who flew in on Tuesday, had been". It is -1 where there is none.
func subjectBefore(t *tree, v int) int {
	k := v - 1
	for k >= 0 && (t.upos(k) == language.AUX || t.upos(k) == language.ADV || t.lemma(k) == "have" || t.word(k) == "last") {
		k--
	}
	if k < 0 || k == v-1 {
		return -1
	}
	if t.word(k) == "," {
		for j := k - 1; j > 0 && k-j < 20; j-- {
			if w := strings.ToLower(t.word(j + 1)); t.word(j) == "," && (w == "who" || w == "whose") {
				k = j - 1
				break
			}
		}
	}
	for (t.rel(k) == language.RelFlat || t.rel(k) == language.RelConj) && t.head(k) >= 0 && t.head(k) < k {
		k = t.head(k)
	}
	if what, _ := countedNoun(t.lemma(k)); t.upos(k) == language.PROPN || t.upos(k) == language.PRON && !strings.HasPrefix(t.lemma(k), "who") || what == countsHolders {
		return k
	}
	return -1
}

// within tells whether a word belongs to the phrase of another before it.
func within(t *tree, i, of int) bool {
	for n := 0; i >= 0 && n < 8; i, n = t.head(i), n+1 {
		if i == of {
			return true
		}
		switch t.rel(i) {
		case language.RelFlat, language.RelConj, language.RelAppos, language.RelNmod, language.RelNmodPoss, language.RelCompound:
		default:
			return false
		}
	}
	return false
}

// deedParties reads the parties of a verb whose subject is known.
func (p *page) deedParties(si, v, subj int, passive bool, stop int, c *Claim) bool {
	t := p.tree(si)
	lemma := t.lemma(v)
	as := p.doers(si, subj)
	if lemma == "meeting" && t.rel(v) == language.RelAdvcl { // "Meeting for the first time in years, the two"
		lemma = "meet"
	}
	if passive && lemma == "see" { // "was last seen there in 2018"
		lemma = "be"
	}
	switch lemma {
	case "meet", "see", "speak", "talk", "phone", "telephone", "sit", "confer", "call", "gather", "encounter", "converse":
		c.Kind = Meeting
		if lemma == "phone" || lemma == "telephone" || p.byPhone(t, v) {
			c.Kind = Call
		}
		for _, a := range t.verbArguments(v, true, nil) {
			if a.tok != subj && !p.isPlaceOnly(si, a.tok) {
				as = append(as, p.doers(si, p.antecedent(si, a.tok))...)
			}
		}
		p.setParties(c, as)
		if (lemma == "speak" || lemma == "talk") && c.Kind == Meeting && !p.hasWord(t, "face") && !p.hasWord(t, "person") {
			c.Kind = p.spokeHow(si, c)
		}
		if h := t.head(subj); len(c.Parties) == 1 && t.rel(subj) == language.RelConj && h >= 0 { // "X and Y, who last met": hung on Y
			p.setParties(c, append(p.single(si, h, nil), as...))
		}
		return len(c.Parties) >= 2 && p.asMany(t, subj, c)
	case "host", "receive", "welcome":
		if !passive {
			return p.hosted(si, v, as, c)
		}
	case "hold":
		if kind := p.heldTalks(si, v, &as); kind != "" && !passive {
			c.Kind = kind
			p.setParties(c, as)
			return len(c.Parties) >= 2 && p.asMany(t, subj, c)
		}
	}
	if passive && lemma != "receive" && lemma != "welcome" && lemma != "host" && lemma != "be" {
		return false
	}
	p.setParties(c, as)
	if len(c.Parties) >= 2 { // the two had been in one room
		switch lemma {
		case "be", "share", "appear", "stand", "have":
		default:
			return false
		}
		c.Kind = Meeting
		return p.asMany(t, subj, c)
	}
	if len(c.Parties) != 1 {
		return false
	}
	switch lemma {
	case "make", "pay", "undertake":
		if !t.ofTravel(v) {
			return false
		}
		fallthrough
	case "visit", "travel", "go", "come", "tour", "arrive", "fly", "land", "be", "set", "return", "step", "receive", "welcome", "host", "stay":
		visitor := actor{person: nobody, code: c.Parties[0].Country}
		host, ok := p.whereTo(si, v, stop, visitor.code)
		if !ok {
			return false
		}
		for _, a := range as {
			if a.code == visitor.code && a.person != nobody {
				visitor.person = a.person
			}
		}
		p.setTravel(c, visitor, host)
		return true
	}
	return false
}

// ofTravel tells whether what is made or paid is a journey: "had made the trip",
// "a visit that no premier had paid".
func (t *tree) ofTravel(v int) bool {
	for _, k := range []int{t.child(v, language.RelObj), t.head(v)} {
		if k < 0 {
			continue
		}
		if what, _ := countedNoun(t.lemma(k)); what == countsTravel && (k > v || t.rel(v) == language.RelAclRelcl) {
			return true
		}
	}
	return false
}

// spokeHow gives the kind of "have spoken five times": a call where the report
// tells of one of theirs, else a contact of any kind.
func (p *page) spokeHow(si int, c *Claim) Kind {
	for _, kind := range []Kind{Call, Meeting} {
		if p.toldBefore(si+1, 0, 12, func(e *event) bool {
			if e.kind != kind {
				return false
			}
			for _, q := range c.Parties {
				if !e.has(q.Country) {
					return false
				}
			}
			return true
		}) != nil {
			return kind
		}
	}
	return ""
}

// antecedent gives the person named last before "whom", or the word itself.
func (p *page) antecedent(si, i int) int {
	t := p.tree(si)
	if t.lemma(i) != "whom" && t.lemma(i) != "who" {
		return i
	}
	for k := i - 1; k >= 0 && i-k < 6; k-- {
		if m := p.mention(si, k); m != nil && m.kind == mPerson {
			return int(m.from)
		}
	}
	return i
}

// heldTalks gives the kind of what a verb's object names, if it is talks, and
// adds those with whom they are held.
func (p *page) heldTalks(si, v int, as *[]actor) Kind {
	t := p.tree(si)
	o := t.child(v, language.RelObj)
	if o < 0 {
		return ""
	}
	what, kind := countedNoun(t.lemma(o))
	if what != countsContact {
		return ""
	}
	for _, at := range []int{v, o} {
		t.children(at, func(k int) bool {
			if (t.rel(k) == language.RelNmod || t.rel(k) == language.RelObl) && t.caseOf(k) == "with" {
				*as = append(*as, p.doers(si, k)...)
			}
			return true
		})
	}
	return kind
}

// doers gives whom a noun phrase stands for, or else the states in it: "an
// Indian one", "no Polish delegation".
func (p *page) doers(si, i int) []actor {
	as := p.actors(si, i, nil)
	for k := range as {
		if as[k].code != "" {
			return as
		}
	}
	for _, code := range p.modifierStates(si, i) {
		as = append(as, actor{person: nobody, code: code, tok: i})
	}
	return as
}

// hosted reads "had not hosted an Indian prime minister", "Poland had not seen
// one": the host is the subject, the visitor the object.
func (p *page) hosted(si, v int, hosts []actor, c *Claim) bool {
	t := p.tree(si)
	o := t.child(v, language.RelObj)
	if o < 0 || len(hosts) == 0 || hosts[0].code == "" || p.isOrg(hosts[0].code) {
		return false
	}
	host := locus{country: hosts[0].code, sent: si, tok: hosts[0].tok}
	for _, a := range p.doers(si, o) {
		if a.code != "" && a.code != host.country {
			p.setTravel(c, a, host)
			return true
		}
	}
	if w := t.lemma(o); w == "one" || w == "such" { // of whom it was told before
		if e := p.toldBefore(si, v, 3, func(e *event) bool { return e.kind == Visit && e.codeOf(RoleVisitor) != host.country }); e != nil {
			p.setTravel(c, visitorOf(e), host)
			return true
		}
	}
	return false
}

// whereTo gives the state that a verb of travel or presence leads to: named
// behind it, or told before where the sentence says "there" or nothing.
func (p *page) whereTo(si, v, stop int, visitor string) (locus, bool) {
	t := p.tree(si)
	fits := func(l locus, ok bool) (locus, bool) {
		return l, ok && l.country != "" && l.country != visitor
	}
	if l, ok := fits(p.destination(si, v+1, min(v+9, stop))); ok {
		return l, true
	}
	told := func() (locus, bool) {
		e := p.toldBefore(si, v, 4, func(e *event) bool { return e.kind == Visit && e.codeOf(RoleVisitor) == visitor })
		if e == nil {
			return locus{}, false
		}
		return fits(e.place, true)
	}
	for k := v + 1; k < min(v+5, stop); k++ {
		switch strings.ToLower(t.word(k)) {
		case "here":
			return fits(p.here, true)
		case "there":
			if l, ok := told(); ok {
				return l, true
			}
			if l, ok := fits(p.thereBefore(si, k)); ok {
				return l, true
			}
			return locus{}, false
		}
	}
	for k := v - 1; k >= 0 && v-k < 9; k-- { // "is where no premier has been since"
		if strings.EqualFold(t.word(k), "where") {
			return fits(p.thereBefore(si, k))
		}
	}
	since := v+1 < len(t.s.Tokens) && t.word(v+1) == "since" // "no premier had been since 2013"
	if (t.lemma(v) == "be" || t.lemma(v) == "see") && !since && !p.thePlace(si, v+1, min(v+5, stop)) {
		return locus{}, false
	}
	if l, ok := told(); ok {
		return l, true
	}
	switch t.lemma(v) {
	case "come", "visit", "be", "return", "land", "arrive":
		return fits(p.here, true)
	}
	return locus{}, false
}

// asMany tells whether the parties are as many as the subject says: "the two".
func (p *page) asMany(t *tree, subj int, c *Claim) bool {
	if w := t.lemma(subj); w == "two" || w == "both" || t.childLemma(subj, language.RelNummod, "two") {
		return len(c.Parties) == 2
	}
	return true
}

// isPlaceOnly tells whether a noun names a place and no actor.
func (p *page) isPlaceOnly(si, i int) bool {
	m := p.mention(si, i)
	if m == nil {
		return false
	}
	switch m.kind {
	case mCity, mSeat:
		return true
	case mState:
		switch p.tree(si).caseOf(i) {
		case "in", "at", "to", "from":
			return true
		}
	}
	return false
}
