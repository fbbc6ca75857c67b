package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// notSinceClaim reads what has not been done for long: "has not been to Berlin
// since 2019", "no Dutch premier had been there since", "not for ten years had
// a Dutch premier come", "the two had not spoken in a year". Token i is the
// word that denies.
func (p *page) notSinceClaim(si, i int) {
	t := p.tree(si)
	have, v := p.perfectVerb(si, i)
	if v < 0 {
		return
	}
	since := p.sinceFrom(si, i)
	for k := i - 1; k >= 0 && i-k <= 6 && since < 0; k-- { // "For five years no premier had"
		if strings.EqualFold(t.word(k), "for") && p.longAgo(si, k) {
			since = k
		}
	}
	c := Claim{}
	ever := t.childLemma(v, language.RelAdvmod, "ever", "before", "never", "previously")
	if h := t.head(v); t.rel(v) == language.RelCop && h >= 0 { // "had ever been there"
		ever = ever || t.childLemma(h, language.RelAdvmod, "ever", "before", "never")
	}
	ever = ever || strings.EqualFold(t.word(i), "no") && p.noneEver(si, i, v) || strings.EqualFold(t.word(i), "never") && i+1 < v && t.word(i+1) == "before"
	for k := i - 1; k >= 0 && i-k <= 10 && since < 0; k-- { // "Since Shinzo Abe in 2013 no Japanese leader had"
		if strings.EqualFold(t.word(k), "since") && p.dateBehind(si, k) {
			since = k
		}
	}
	if since < 0 && !ever {
		return
	}
	stop := len(t.s.Tokens)
	if since > v {
		stop = since
	}
	if !p.doneSo(si, v, &c) && !p.verbParties(si, v, stop, &c) && !p.bodyParties(si, v, &c) && !p.invertedParties(si, i, have, v, stop, &c) || len(c.Parties) < 2 {
		return
	}
	if strings.EqualFold(t.word(i), "no") { // "no Dutch premier": not the one named before
		for k := range c.Parties {
			if k == 0 || c.Parties[k].Role == RoleVisitor {
				c.Parties[k].Person = ""
			}
		}
	}
	if since < 0 || p.sinceOrigin(si, since, len(t.s.Tokens)) {
		if p.newContact(si, &c) != nil {
			c.Type, c.Value = FirstEver, "1"
			p.fileClaim(si, i, v, c)
		}
		return
	}
	r := rank{n: 1, at: i, noun: i, stop: len(t.s.Tokens), since: since, what: countsTimes}
	value, ok := p.sinceValue(si, &r, &c)
	if !ok {
		return
	}
	p.tellSince(si, since, edtf.Date(value), &c)
	p.fileLapse(si, i, v, have, edtf.Date(value), &c)
}

// doneSo reads "who met last week, had not done so since June": what was told
// right before.
func (p *page) doneSo(si, v int, c *Claim) bool {
	t := p.tree(si)
	if t.lemma(v) != "do" || v+1 >= len(t.s.Tokens) || t.word(v+1) != "so" {
		return false
	}
	e := p.toldBefore(si, v, 1, func(e *event) bool { return contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit) })
	for k := range p.events { // the talks rather than the journey to them
		if o := &p.events[k]; e != nil && e.kind == Visit && o.sent == e.sent && o.tok == e.tok && o.kind == Meeting {
			e = o
		}
	}
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	return len(c.Parties) >= 2
}

// noneEver tells "no Kyrgyz minister has come to Mongolia before me", "No
// Uruguayan president before him had come", "no Romanian head of state has been to
// Kenya", of which no time is told.
func (p *page) noneEver(si, i, v int) bool {
	t := p.tree(si)
	what, holder := countsNothing, false
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 5 && !holder; k++ {
		what, _ = countedNoun(t.lemma(k))
		holder = what == countsHolders
	}
	if !holder {
		return false
	}
	before := len(t.s.Tokens)
	for k := v + 1; k < before; k++ {
		if t.word(k) == "before" {
			before = k
		}
	}
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; x.First > i && x.First < before {
			return false
		}
	}
	for k := i + 1; k+1 < len(t.s.Tokens); k++ {
		if m := p.mention(si, k+1); t.word(k) == "before" && (m != nil && m.kind == mPerson || t.upos(k+1) == language.PRON) {
			return true
		}
	}
	return t.lemma(v) == "be" || t.lemma(v) == "visit" || t.lemma(v) == "come" || t.lemma(v) == "set"
}

// invertedParties reads "Not since 2016 had an Australian premier visited
// Beijing", whose subject stands between the two parts of the verb.
func (p *page) invertedParties(si, i, have, v, stop int, c *Claim) bool {
	t := p.tree(si)
	if i != 0 && t.upos(i-1) != language.PUNCT && t.upos(i-1) != language.CCONJ || have < 0 {
		return false
	}
	for k := have + 1; k < v; k++ {
		if t.upos(k) == language.NOUN || t.upos(k) == language.PROPN {
			return p.deedParties(si, v, k, false, stop, c)
		}
	}
	return false
}

// bodyParties reads "a dialogue that had not met since 2019": whose it is.
func (p *page) bodyParties(si, v int, c *Claim) bool {
	t := p.tree(si)
	subj, _ := t.subject(v)
	if subj < 0 || t.lemma(v) != "meet" && t.lemma(v) != "convene" && t.lemma(v) != "hold" {
		return false
	}
	var codes []string
	if what, _ := countedNoun(t.lemma(subj)); what == countsSeries {
		codes = p.seriesOwners(si, subj)
	} else if t.lemma(subj) != "it" {
		return false
	}
	if len(codes) == 0 {
		if e := p.seriesTold(si, v); e != nil {
			codes = p.seriesParties(e)
		}
	}
	c.Kind, c.Parties = Summit, nil
	for _, code := range codes {
		c.Parties = append(c.Parties, Party{Country: code, Role: RoleParty})
	}
	return len(c.Parties) >= 2 || len(c.Parties) == 1 && p.isOrg(codes[0])
}

// sinceFrom gives the token of "since", "in" or "for" that says how long, from
// the word that denies on; -1 if there is none.
func (p *page) sinceFrom(si, i int) int {
	t := p.tree(si)
	for k := i + 1; k < len(t.s.Tokens) && k-i < 24; k++ {
		switch w := strings.ToLower(t.word(k)); {
		case w == "since", (w == "in" || w == "for") && p.longAgo(si, k):
			return k
		case w == ";" || w == ":":
			return -1
		}
	}
	return -1
}

// perfectVerb gives the verb that a word denies in the perfect tense, and its
// "have"; -1 if there is none.
func (p *page) perfectVerb(si, i int) (have, v int) {
	t := p.tree(si)
	have = -1
	if w := strings.ToLower(t.word(i)); w != "no" {
		for k := i - 1; k >= 0 && i-k <= 2; k-- {
			if t.lemma(k) == "have" || t.word(k) == "'d" || t.word(k) == "’d" {
				have = k
			}
		}
	}
	for k := i + 1; k < len(t.s.Tokens) && k-i < 24 && have < 0; k++ {
		if (t.lemma(k) == "have" || t.word(k) == "'d" || t.word(k) == "’d") && (t.upos(k) == language.AUX || i == 0 || k == i+2) {
			have = k
		}
	}
	if have < 0 {
		return -1, -1
	}
	for k := max(have, i) + 1; k < len(t.s.Tokens) && k-max(have, i) < 11; k++ {
		switch {
		case p.mention(si, k) != nil: // "the United States" can look like a verb
		case t.upos(k) == language.PUNCT:
			return have, -1
		case t.upos(k) == language.VERB && t.tok(k).XPOS != language.XPOSVBG, t.lemma(k) == "be" && !p.participleNext(t, k):
			return have, k
		}
	}
	return have, -1
}

// participleNext tells "been received" from "been there".
func (p *page) participleNext(t *tree, k int) bool {
	return k+1 < len(t.s.Tokens) && t.upos(k+1) == language.VERB
}

// fileLapse files the claim that some contact was the last, or, where it
// had been the last before one that the report tells, that this one is the
// first since.
func (p *page) fileLapse(si, from, to, have int, value edtf.Date, c *Claim) {
	t := p.tree(si)
	past := have >= 0 && (strings.EqualFold(t.word(have), "had") || t.word(have) == "was" || t.word(have) == "'d" || t.word(have) == "’d")
	past = past || t.rel(to) == language.RelAclRelcl && t.ofTravel(to) // "on a visit that no premier has made in years"
	if e := p.newContact(si, c); past && e != nil {
		c.Type, c.Value = FirstSince, string(value)
		c.When = e.when
	} else if past && (t.wordWithin(to, 12, "until", "till") || p.beforeClause(si, to) || strings.EqualFold(t.word(0), "until") || p.untilNow(si, from)) { // "had not been there for years until he came"
		c.Type, c.Value = FirstSince, string(value)
	} else {
		if value == "" {
			return
		}
		c.Type, c.Value, c.When = Last, string(value), value
		p.tellLast(si, to, c)
	}
	p.fileClaim(si, from, to, *c)
}

// untilNow tells "no premier had come for eighteen years", said as the writer's
// own: now one has.
func (p *page) untilNow(si, i int) bool {
	t := p.tree(si)
	k := p.sinceFrom(si, i)
	return k >= 0 && !strings.EqualFold(t.word(k), "since") && t.child(t.clause(i), language.RelMark) < 0 && t.rel(t.clause(i)) != language.RelCcomp
}

// beforeClause tells "had not come for a decade before he met": a clause behind
// "before", with a verb of its own.
func (p *page) beforeClause(si, i int) bool {
	t := p.tree(si)
	for k := i + 1; k+1 < len(t.s.Tokens) && k-i <= 16; k++ {
		if t.word(k) != "before" {
			continue
		}
		for v := k + 1; v < min(k+8, len(t.s.Tokens)); v++ {
			if t.tok(v).XPOS == language.XPOSVBD {
				return true
			}
		}
	}
	return false
}

// wordWithin tells whether one of some words stands within reach behind a token.
func (t *tree) wordWithin(i, reach int, words ...string) bool {
	for k := i + 1; k < len(t.s.Tokens) && k-i <= reach; k++ {
		if slices.Contains(words, t.word(k)) {
			return true
		}
	}
	return false
}

// tellLast files the engagement that a claim of the last time names with its
// date, unless it is told already: "the two have not met since Cairo in July
// 2023".
func (p *page) tellLast(si, tok int, c *Claim) {
	if !p.dated(si, edtf.Date(c.Value)) {
		return
	}
	kind := c.Kind
	if !contactKind(kind) {
		kind = Meeting
	}
	for k := range p.events {
		e := &p.events[k]
		if !contactKind(e.kind) || !overlap(e.when, edtf.Date(c.Value)) || (e.kind == Visit) != (kind == Visit) {
			continue
		}
		same := true
		for _, q := range c.Parties {
			same = same && (e.has(q.Country) || e.place.country == q.Country)
		}
		if same {
			return
		}
	}
	e := event{kind: kind, sent: si, tok: tok, trig: again, status: Held, when: edtf.Date(c.Value), conf: 0.6}
	for _, q := range c.Parties {
		e.add(actor{person: p.called(q.Person, q.Country), code: q.Country, tok: tok}, q.Role, si)
	}
	if kind == Visit {
		e.place = locus{country: c.Country, place: c.Place, sent: si, tok: tok}
	}
	e.told = append(e.told, place{si, tok})
	e.spans = append(e.spans, p.spanOf(&e))
	p.events = append(p.events, e)
}

// called gives the person of a name and state, or nobody.
func (p *page) called(name, country string) int32 {
	for i := range p.people {
		if name != "" && p.people[i].name == name && p.people[i].country == country {
			return int32(i)
		}
	}
	return nobody
}

// dated tells whether a sentence names a date, rather than the length of time
// since then.
func (p *page) dated(si int, when edtf.Date) bool {
	for s := si; s <= si+1 && s < len(p.sents); s++ {
		for _, k := range p.sents[s].times {
			x := &p.times[k]
			if x.Type == timex.Date && (x.EDTF == when || x.Resolve(p.ref, timex.Past) == when) {
				return true
			}
		}
	}
	return false
}

// newContact gives the engagement, told before a claim or in its sentence, of
// which the claim says that it had long not been: of the same sides, and of
// the same visitor.
func (p *page) newContact(si int, c *Claim) *event {
	visitor, host := "", ""
	for _, q := range c.Parties {
		switch q.Role {
		case RoleVisitor:
			visitor = q.Country
		case RoleHost:
			host = q.Country
		}
	}
	return p.toldBefore(si+1, 0, 6, func(e *event) bool {
		if !contactKind(e.kind) || e.denied || e.status == Cancelled || e.trig == again || c.Kind == Meeting && e.kind == Call {
			return false
		}
		guest := e.kind == Meeting && e.place.country == host && e.countries() == 2 // the visit follows from it
		if visitor != "" && (e.kind != Visit || e.codeOf(RoleVisitor) != visitor) && !guest {
			return false
		}
		for _, q := range c.Parties {
			if !e.has(q.Country) && !(e.kind == Visit && e.place.country == q.Country) {
				return false
			}
		}
		return true
	})
}

// lapseClaim reads how long ago something was last done: "it has been six
// years since a Polish premier came", "seven years had passed since".
func (p *page) lapseClaim(si, i int) {
	t := p.tree(si)
	var x *timex.Expression
	have := -1
	for _, k := range p.sents[si].times {
		e := &p.times[k]
		if _, unit := e.Count(); e.Type == timex.Duration && e.Last < i && i-e.Last <= 5 && unit >= timex.Week {
			x = e
		}
	}
	if x == nil {
		return
	}
	lasts := false
	for k := max(0, x.First-4); k < i; k++ {
		switch t.lemma(k) {
		case "have":
			have = k
		case "be", "pass", "elapse", "go":
			lasts = true
			if t.word(k) == "was" { // "It was 20 years since"
				have = k
			}
		}
	}
	if !lasts {
		return
	}
	for v := i + 1; v < len(t.s.Tokens) && v-i < 10; v++ {
		if t.upos(v) != language.VERB && t.lemma(v) != "be" || t.lemma(v) == "be" && p.participleNext(t, v) {
			continue
		}
		c := Claim{}
		if !p.verbParties(si, v, len(t.s.Tokens), &c) || len(c.Parties) < 2 {
			return
		}
		if d := p.before(x); d != "" {
			p.dropLapsed(si, i)
			p.fileLapse(si, i, v, have, d, &c)
		}
		return
	}
}

// dropLapsed takes back what was read of the clause behind a "since" that says
// how many years ago something was: it was not now, and the day is not told.
func (p *page) dropLapsed(si, since int) {
	t := p.tree(si)
	end := since + 1
	for end < len(t.s.Tokens) && t.word(end) != "," && t.word(end) != ";" {
		end++
	}
	p.events = slices.DeleteFunc(p.events, func(e event) bool {
		return e.sent == si && e.tok > since && e.tok < end && len(e.times) == 0
	})
}

// afterClause reads "six years after he was last there": what is told beside it
// is the first since.
func (p *page) afterClause(si, i int) bool {
	t := p.tree(si)
	for k := i - 1; k > 0 && i-k <= 5; k-- {
		if !strings.EqualFold(t.word(k), "after") {
			continue
		}
		for _, n := range p.sents[si].times {
			x := &p.times[n]
			if x.Type != timex.Duration || x.Last != k-1 {
				continue
			}
			c := Claim{Type: FirstSince, Value: string(p.before(x))}
			if c.Value != "" && p.lastDid(si, i, &c) && len(c.Parties) >= 2 {
				p.fileClaim(si, i, i, c)
			}
			return true
		}
	}
	return false
}

// afterLast reads "24 years after his last visit", "a year since their
// previous meeting": the engagement told before it is the first since.
func (p *page) afterLast(si, i, noun int) bool {
	t := p.tree(si)
	by := noun == i && i+1 < len(t.s.Tokens) && strings.EqualFold(t.word(i+1), "by") // "12 years after the last by a premier"
	if noun <= i && !by || i == 0 {
		return false
	}
	from := i - 1
	for from > 0 && (t.upos(from) == language.PRON || t.upos(from) == language.DET || t.upos(from) == language.PART || t.upos(from) == language.PROPN || t.lemma(from) == "only") {
		from--
	}
	if w := strings.ToLower(t.word(from)); w != "after" && w != "since" {
		return false
	}
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Duration || x.Last != from-1 {
			continue
		}
		what, kind := countedNoun(t.lemma(noun))
		e := p.toldBefore(si, noun+1, 2, func(e *event) bool {
			return contactKind(e.kind) && (by || (what == countsTravel) == (e.kind == Visit)) && (e.countries() >= 2 || e.kind == Visit)
		})
		if by && e != nil {
			what, kind = countsTravel, e.kind
		}
		d := p.before(x)
		if e == nil || d == "" || what != countsTravel && what != countsContact {
			return false
		}
		c := Claim{Type: FirstSince, Kind: kind, Value: string(d)}
		p.takeParties(&c, e)
		p.fileClaim(si, i, noun, c)
		return true
	}
	return false
}
