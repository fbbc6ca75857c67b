package reading

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// lastClaim reads "last met in Samarkand in 2022", "was last in Russia in
// 2019", "his previous trip was to Canberra in February 2020", "the last time
// the two met was in May".
func (p *page) lastClaim(si, i int) {
	t := p.tree(si)
	if p.inTime(si, i) && t.lemma(i) != "recently" {
		return
	}
	value := p.lastDate(si, i+1, len(t.s.Tokens))
	noun := p.nounRanked(si, i)
	final := i > 1 && t.lemma(noun) == "time" && t.word(i-1) == "the" && t.word(i-2) == "for"
	cleft := i > 4 && strings.EqualFold(t.word(0), "it") && t.lemma(1) == "be" && noun == i && t.rel(t.clause(i)) == language.RelAclRelcl // "It was in 2011 that a premier last came"
	if value == "" && (final || cleft) {                                                                                                  // "It was in Lima in May that they met for the last time"
		value = p.lastDate(si, 0, i)
	}
	if p.afterLast(si, i, noun) || p.afterClause(si, i) || p.lapseBefore(si, i) {
		return
	}
	if value == "" && noun > i && t.child(noun, language.RelCop) >= 0 { // "Khan in July 2019 was the last leader to"
		value = p.lastDate(si, p.clauseStart(t, noun), i)
	}
	if n := len(t.s.Tokens); value == "" && t.word(n-1) == "?" && si+1 < len(p.sents) { // "When did they last meet? In July."
		next, k := p.tree(si+1), 0
		if w := next.word(0); (w == "A" || w == "-" || w == "–") && len(next.s.Tokens) > 2 { // "A: In May"
			k = 1
			if next.word(1) == ":" || next.word(1) == "." {
				k = 2
			}
		}
		if next.s.Tokens[k].UPOS == language.ADP {
			value = p.lastDate(si+1, k, len(next.s.Tokens))
		}
	}
	if value == "" {
		return
	}
	if _, until, ok := value.Bounds(); t.lemma(i) == "recently" && ok && p.ref-until < 7 {
		return // "have met four times, most recently on Thursday": the one in the news
	}
	c := Claim{Type: Last, Value: string(value)}
	ok := false
	if asked, done := p.lastAsked(si, i, &c); asked {
		ok = done
	} else if noun == i && p.lastGuest(si, i, &c) {
		ok = true
	} else if w := strings.ToLower(t.word(i)); noun == i && w != "latest" {
		ok = p.lastDid(si, i, &c)
	} else if noun > i {
		ok = p.lastOf(si, i, noun, &c)
	}
	if !ok || len(c.Parties) < 2 && !(len(c.Parties) == 1 && p.isOrg(c.Parties[0].Country)) {
		return
	}
	c.When = value
	p.tellLast(si, max(i, noun), &c)
	p.fileClaim(si, i, max(i, noun), c)
}

// lapseBefore tells "It is three years since a Zambian president was last seen
// there", which says how long ago it was.
func (p *page) lapseBefore(si, i int) bool {
	t := p.tree(si)
	for k := i - 1; k > 0 && i-k <= 8; k-- {
		if t.word(k) != "since" {
			continue
		}
		for _, n := range p.sents[si].times {
			if x := &p.times[n]; x.Type == timex.Duration && x.Last < k && k-x.Last <= 3 {
				return true
			}
		}
	}
	return false
}

// clauseStart gives the first token of the part of a sentence that a token
// stands in, between semicolons and colons.
func (p *page) clauseStart(t *tree, i int) int {
	for k := i - 1; k >= 0; k-- {
		if w := t.word(k); w == ";" || w == ":" {
			return k + 1
		}
	}
	return 0
}

// lastDate gives the first date in tokens [from,to) that is over.
func (p *page) lastDate(si, from, to int) edtf.Date {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		e := &p.times[k]
		if e.First < from || e.First >= to || e.Type != timex.Date || e.EDTF == "" || e.Kind == timex.Vague || e.Kind == timex.Anaphoric {
			continue
		}
		for n := from; n < e.First; n++ {
			if w := t.word(n); w == ";" || w == ":" {
				return ""
			}
		}
		d := e.EDTF
		if e.Kind != timex.Absolute {
			if r := e.Resolve(p.ref, timex.Past); r != "" {
				d = r
			}
		}
		if first, _, ok := d.Bounds(); ok && first <= p.ref {
			return d
		}
	}
	return ""
}

// lastDid reads the parties of the verb that "last" stands with.
func (p *page) lastDid(si, i int, c *Claim) bool {
	t := p.tree(si)
	v := t.head(i)
	if v < 0 {
		v = i
	}
	if t.lemma(i) == "recently" { // "have met forty times, he says, most recently in October"
		for k := i - 1; k >= 0; k-- {
			if t.isVerb(k) && counted(t, k) {
				v = k
				break
			}
		}
	}
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 3; k++ { // the verb behind is nearer than what the tree says
		if t.upos(k) == language.VERB && p.mention(si, k) == nil || t.word(k) == "set" && k+1 < len(t.s.Tokens) && t.word(k+1) == "foot" {
			v = k
			break
		}
	}
	if e := p.eventAt(si, v); e != nil && contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit && e.place.country != "") {
		p.takeParties(c, e)
		return true
	}
	if t.isVerb(v) && t.lemma(v) != "be" {
		if t.lemma(v) == "hold" || t.lemma(v) == "have" {
			if s, _ := t.subject(v); s >= 0 {
				p.setParties(c, p.actors(si, s, nil))
				c.Kind = Meeting
				return len(c.Parties) >= 2
			}
			return false
		}
		return p.bodyParties(si, v, c) || p.verbParties(si, v, len(t.s.Tokens), c)
	}
	return p.lastIn(si, i, v, c)
}

// lastAsked reads "When did the two last hold a summit?", whose verb is often
// taken for a noun. The first result says that it is such a question.
func (p *page) lastAsked(si, i int, c *Claim) (asked, ok bool) {
	t := p.tree(si)
	first := 0
	if strings.EqualFold(t.word(0), "q") || t.word(0) == "-" || t.word(0) == "–" { // "Q: When did"
		first = 1
		if t.word(first) == ":" || t.word(first) == "." {
			first++
		}
	}
	if first >= len(t.s.Tokens) || !strings.EqualFold(t.word(first), "when") || i < first+2 || i+1 >= len(t.s.Tokens) || t.word(len(t.s.Tokens)-1) != "?" {
		return false, false
	}
	var as []actor
	k := i - 1
	for h := t.head(k); h > first+1 && h < k && (t.rel(k) == language.RelConj || t.rel(k) == language.RelNmod); h = t.head(k) { // "the presidents of Chile and Bolivia"
		k = h
	}
	for ; k > first+1 && len(as) == 0; k-- {
		as = p.doers(si, k)
	}
	if len(as) == 0 {
		return true, false
	}
	switch strings.ToLower(t.lemma(i + 1)) {
	case "visit", "go", "come", "travel", "be", "set":
		if l, found := p.destination(si, i+1, len(t.s.Tokens)); found && as[0].code != "" && l.country != as[0].code {
			p.setTravel(c, as[0], l)
			return true, true
		}
		if e := p.toldBefore(si, i, 4, func(e *event) bool { return e.kind == Visit && e.codeOf(RoleVisitor) == as[0].code }); e != nil {
			p.setTravel(c, as[0], e.place)
			return true, true
		}
	case "meet", "hold", "speak", "talk", "sit", "see", "have":
		p.setParties(c, as)
		c.Kind = Meeting
		for k := i + 2; k < len(t.s.Tokens); k++ {
			if what, kind := countedNoun(t.lemma(k)); what == countsSeries || what == countsContact {
				c.Kind = kind
			}
		}
		return true, len(c.Parties) >= 2
	}
	return true, false
}

// lastIn reads "was last in Russia": who and where.
func (p *page) lastIn(si, i, v int, c *Claim) bool {
	t := p.tree(si)
	subj, _ := t.subject(v)
	if subj < 0 {
		if h := t.head(v); h >= 0 {
			subj, _ = t.subject(h)
		}
	}
	if i+1 < len(t.s.Tokens) && t.word(i+1) == "been" { // "had last been to"
		i++
	}
	if subj < 0 || i+2 >= len(t.s.Tokens) {
		return false
	}
	switch strings.ToLower(t.word(i + 1)) {
	case "in", "at", "here", "there", "to":
	default:
		return false
	}
	as := p.actors(si, subj, nil)
	if len(as) == 0 || as[0].code == "" {
		return false
	}
	host, ok := p.destination(si, i+1, min(i+6, len(t.s.Tokens)))
	if !ok || host.country == as[0].code {
		if e := p.toldBefore(si, i, 12, func(e *event) bool { return e.kind == Visit && e.codeOf(RoleVisitor) == as[0].code }); e != nil && (p.here.country == "" || p.here.country == as[0].code) {
			host = e.place
		} else {
			host = p.here
		}
	}
	if host.country == "" || host.country == as[0].code {
		return false
	}
	p.setTravel(c, as[0], host)
	return true
}

// lastOf reads "the previous summit met in Abidjan", "their last meeting was
// in Lima", "the last time that they spoke was in May".
func (p *page) lastOf(si, i, noun int, c *Claim) bool {
	t := p.tree(si)
	what, kind := countedNoun(t.lemma(noun))
	if t.lemma(noun) == "one" || t.lemma(noun) == "such" {
		what, kind = countsSeries, Summit
	}
	c.Kind = kind
	r := rank{n: 1, at: i, noun: noun, stop: len(t.s.Tokens), since: -1, what: what, kind: kind}
	if what == countsTimes {
		if v := t.head(noun); v >= 0 && v < i && t.isVerb(v) && t.word(i-1) == "the" && t.caseOf(noun) == "for" { // "met for the last time"
			return p.timesOf(si, v, &r, c)
		}
		for k := noun + 1; k < r.stop && k-noun < 12; k++ {
			if t.upos(k) == language.VERB || t.lemma(k) == "be" && t.rel(k) == language.RelCop && k-noun > 1 {
				return p.timesOf(si, k, &r, c)
			}
			if t.lemma(k) == "be" || t.word(k) == "," {
				break
			}
		}
		if t.word(min(noun+1, len(t.s.Tokens)-1)) == "," { // "Last time, in March 2018, he had been shown"
			e := p.toldBefore(si, i, 1, func(e *event) bool { return contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit) })
			if e == nil {
				return false
			}
			p.takeParties(c, e)
			return true
		}
		if !p.predicateNear(t, noun) {
			return false
		}
		e := p.toldBefore(si, i, 3, func(e *event) bool { return e.kind == Summit })
		if e == nil {
			return false
		}
		p.seriesClaim(c, e)
		return true
	}
	if what == countsHolders {
		return p.lastHolder(si, &r, c)
	}
	h := t.head(noun)
	if gathersNext(t, noun) {
		// "the previous one met in"
	} else if t.rel(noun) != language.RelNsubj && t.rel(noun) != language.RelNsubjPass || h < 0 || !meets(t, h) && t.lemma(h) != "come" && t.lemma(h) != "date" {
		if !datedAside(t, noun) {
			return false
		}
	}
	switch what {
	case countsTravel:
		if p.travelRank(si, &r, c) {
			if l, ok := p.destination(si, noun+1, r.stop); ok && l.country != c.Country && len(c.Parties) == 2 && l.country != c.Parties[0].Country {
				c.Parties[1] = Party{Country: l.country, Role: RoleHost}
				c.Country, c.Place = l.country, l.place
			}
			return true
		}
	case countsContact:
		return p.contactRank(si, &r, c)
	case countsSeries:
		if owners := p.seriesOwners(si, noun); len(owners) >= 2 || len(owners) == 1 && p.isOrg(owners[0]) {
			c.Parties = nil
			for _, code := range owners {
				c.Parties = append(c.Parties, Party{Country: code, Role: RoleParty})
			}
			return true
		}
		e := p.seriesTold(si, i)
		if e == nil {
			return false
		}
		p.seriesClaim(c, e)
		return true
	}
	return false
}

// lastGuest reads "The last was John Kufuor, whom Bush hosted in 2008" and
// "Ahmadinejad was the last to make the journey, in 2012": of the visits told of
// before.
func (p *page) lastGuest(si, i int, c *Claim) bool {
	t := p.tree(si)
	if i == 0 || !strings.EqualFold(t.word(i-1), "the") {
		return false
	}
	h := t.head(i)
	who := -1
	switch {
	case t.rel(i) == language.RelNsubj && h >= 0 && t.child(h, language.RelCop) >= 0:
		who = h
	case t.child(i, language.RelCop) >= 0:
		who = t.child(i, language.RelNsubj)
	}
	if who < 0 {
		return false
	}
	as := p.single(si, who, nil)
	if len(as) != 1 || as[0].person == nobody {
		return false
	}
	e := p.toldBefore(si, i, 3, func(e *event) bool { return e.kind == Visit && e.place.country != "" && e.place.country != as[0].code })
	if e == nil {
		return false
	}
	if as[0].code == "" { // a man of whom no list says where he is from
		as[0].code = e.codeOf(RoleVisitor)
	}
	p.setTravel(c, as[0], locus{country: e.place.country})
	return true
}

// datedAside tells a gathering whose time stands beside it: "At the previous
// summit, held by video on 1 April 2022, the war"; "since their last meeting,
// in Hanoi in May, the two".
func datedAside(t *tree, noun int) bool {
	if noun+2 >= len(t.s.Tokens) || t.word(noun+1) != "," {
		return false
	}
	switch strings.ToLower(t.word(noun + 2)) {
	case "in", "on", "held", "at":
		return true
	}
	return false
}

// lastHolder reads "the last Dutch premier to visit was Mark Rutte in 2018",
// "Mark Rutte was the last Dutch premier to be received there".
func (p *page) lastHolder(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	h := t.head(r.noun)
	subject := (t.rel(r.noun) == language.RelNsubj || t.rel(r.noun) == language.RelNsubjPass) && h >= 0 && (t.child(h, language.RelCop) >= 0 || t.lemma(h) == "be")
	if !subject && t.child(r.noun, language.RelCop) < 0 || !p.holderRank(si, r, c) {
		return false
	}
	for k := range c.Parties { // whoever it was: the office counts
		if c.Parties[k].Role == RoleVisitor && subject {
			if m := p.mention(si, h); m != nil && m.kind == mPerson {
				c.Parties[k].Person = p.people[m.person].name
			}
		}
	}
	return true
}

// seriesClaim gives a claim the owners of a gathering's series as parties.
func (p *page) seriesClaim(c *Claim, e *event) {
	c.Kind, c.Parties = Summit, nil
	for _, code := range p.seriesParties(e) {
		c.Parties = append(c.Parties, Party{Country: code, Role: RoleParty})
	}
}

// predicateNear tells whether something is said of a noun: "the last time,
// was in February".
func (p *page) predicateNear(t *tree, noun int) bool {
	for k := noun + 1; k < len(t.s.Tokens) && k-noun < 4; k++ {
		if t.lemma(k) == "be" {
			return true
		}
	}
	return false
}

// periodNear reads the period of "his third visit this year", "the sixth time
// in a year", from a token on: the nearest behind it, else the one right before.
func (p *page) periodNear(si, from, stop int) (string, bool) {
	for _, x := range p.sents[si].times {
		if e := &p.times[x]; e.First >= from && e.First <= from+10 && e.First < stop {
			if e.Type == timex.Date && e.Kind != timex.Relative && p.inList(si, x) { // "three times, in May 2022, in April 2024 and this week"
				continue
			}
			if p.colonWithin(si, from, e.First) { // "met twice since then: first in New York in September"
				if first, _, ok := e.Resolve(p.ref, timex.Past).Bounds(); ok && first <= p.ref && e.Type == timex.Date {
					return string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
				}
			}
			if per, ok := p.periodOf(si, from, e); ok {
				return per, true
			}
		}
	}
	for _, x := range p.sents[si].times {
		if e := &p.times[x]; e.First < from && from-e.Last <= 6 && e.First < stop {
			if per, ok := p.periodOf(si, from, e); ok {
				return per, true
			}
		}
	}
	return "", false
}

// colonWithin tells whether a colon stands between two tokens: then the times
// behind it are those of what is counted, the earliest first.
func (p *page) colonWithin(si, from, to int) bool {
	t := p.tree(si)
	for k := from; k < to; k++ {
		if t.word(k) == ":" {
			return true
		}
	}
	return false
}

// periodOf reads a time expression as a period that something is counted in.
func (p *page) periodOf(si, from int, e *timex.Expression) (string, bool) {
	t := p.tree(si)
	before := ""
	if e.First > 0 {
		before = strings.ToLower(t.word(e.First - 1))
	}
	until := func(first edtf.Day) (string, bool) {
		return string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
	}
	if e.Type == timex.Duration {
		if e.First < from || before == "for" || before == "after" {
			return "", false
		}
		n, unit := e.Count()
		if first, _, ok := e.Resolve(p.ref, timex.Past).Bounds(); ok && n <= 0 && p.ref-first >= 28 { // "in the last twelve months"
			return until(first)
		}
		switch {
		case n <= 0:
		case unit == timex.Year:
			return until(p.ref.AddMonths(-12 * n))
		case unit == timex.Month:
			return until(p.ref.AddMonths(-n))
		case unit == timex.Week:
			return until(p.ref - edtf.Day(7*n))
		}
		return "", false
	}
	if e.EDTF == "" || e.EDTF[0] == 'P' || e.Type == timex.Set {
		return "", false
	}
	if before == "since" || e.Relation == timex.Since || p.sinceBefore(si, from, e.First) {
		d := e.Resolve(p.ref, timex.Past)
		if d == "" {
			d = e.EDTF
		}
		if first, _, ok := d.Bounds(); ok && first <= p.ref {
			return until(first)
		}
		return "", false
	}
	if e.Kind == timex.Yearless && before == "in" && e.First >= from && e.First-from <= 3 { // "twice in October"
		if d := e.Resolve(p.ref, timex.Past); len(d) == len("2024-10") {
			return string(d), true
		}
	}
	if first, _, ok := e.EDTF.Bounds(); ok && first <= p.ref && e.EDTF.Days() >= 28 && (e.First >= from || t.clause(e.First) == t.clause(from)) && (e.Kind == timex.Relative || e.Kind == timex.Absolute && before == "in" || before == "of") { // "their fifth meeting of the year"
		return string(e.EDTF), true
	}
	return "", false
}

// sinceBefore tells whether a date belongs to a clause with "since": "since the
// war began in 2022".
func (p *page) sinceBefore(si, from, first int) bool {
	t := p.tree(si)
	for k := first - 1; k > from && first-k < 12; k-- {
		switch w := t.word(k); w {
		case "since":
			return true
		case ",", ";", ":":
			return false
		}
	}
	return false
}

// asManyNear reads the period of "his third trip in as many weeks".
func (p *page) asManyNear(si, from, stop int) (string, bool) {
	t := p.tree(si)
	n := 0
	for k := from; k >= 0 && from-k < 6 && n == 0; k-- {
		n = max(ordinal(strings.ToLower(t.word(k))), cardinal(t.word(k)))
	}
	for k := from + 1; k+3 < stop && k-from < 12 && n > 0; k++ {
		if t.lemma(k) != "in" || !strings.EqualFold(p.text(si, k+1, k+3), "as many") {
			continue
		}
		var day edtf.Day
		switch t.lemma(k + 3) {
		case "year":
			day = p.ref.AddMonths(-12 * n)
		case "month":
			day = p.ref.AddMonths(-n)
		case "week":
			day = p.ref - edtf.Day(7*n)
		case "day":
			day = p.ref - edtf.Day(n)
		default:
			return "", false
		}
		return string(edtf.Months(day.Year(), day.Month(), p.ref.Year(), p.ref.Month())), true
	}
	return "", false
}

// sinceOfficeNear reads the period of "his second visit since he took office".
func (p *page) sinceOfficeNear(si, since, stop int, c *Claim) (string, bool) {
	from := p.era(si, since, stop, c)
	if from == "" && p.sinceOffice(si, since, stop) {
		from = p.officeFrom(si, since, stop, c)
		for _, x := range p.sents[si].times {
			if e := &p.times[x]; e.First > since && e.First-since <= 10 && e.Kind == timex.Absolute && e.Type == timex.Date && !from.Refines(e.EDTF) { // "since he rose to power in 2014"
				from = e.EDTF
			}
		}
	}
	first, _, ok := from.Bounds()
	if !ok {
		return "", false
	}
	return string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
}

// onlyTime reads "the only time that the two men saw each other in 2025".
func (p *page) onlyTime(si, i int) {
	t := p.tree(si)
	if i+1 >= len(t.s.Tokens) || t.lemma(i+1) != "time" {
		return
	}
	r := rank{n: 1, at: i, noun: i + 1, stop: len(t.s.Tokens), since: -1, what: countsTimes}
	c := Claim{Type: CountInPeriod}
	per, ok := p.periodNear(si, i+1, r.stop)
	if !ok || !p.timesRank(si, &r, &c) || len(c.Parties) < 2 {
		return
	}
	c.Value = "1 in " + per
	p.fileClaim(si, i, i+1, c)
}

// onceBefore reads "only once before, in 2005, had an Algerian president come to
// Lisbon", "He had been in Gambia once before": what the report tells is the
// second.
func (p *page) onceBefore(si, i int) {
	t := p.tree(si)
	c := Claim{Type: Nth, Value: "2"}
	v := t.clause(i)
	have := -1
	for k := max(0, i-4); k < len(t.s.Tokens) && k-i < 16; k++ {
		if t.word(k) == "had" || t.word(k) == "has" {
			have = k
			break
		}
	}
	if have >= 0 {
		for k := have + 1; k < len(t.s.Tokens) && k-have < 8; k++ {
			if t.upos(k) == language.VERB && p.mention(si, k) == nil || t.lemma(k) == "be" {
				v = k
				break
			}
		}
	}
	if v >= 0 && t.child(v, language.RelCop) >= 0 {
		v = t.child(v, language.RelCop)
	}
	if v < 0 || !p.verbParties(si, v, len(t.s.Tokens), &c) {
		ok := false
		for k := have + 1; have >= 0 && k < v && !ok; k++ { // "had an Algerian president come"
			if t.upos(k) == language.NOUN || t.upos(k) == language.PROPN {
				ok = p.deedParties(si, v, k, false, len(t.s.Tokens), &c)
			}
		}
		if !ok {
			return
		}
	}
	if len(c.Parties) < 2 || p.newContact(si, &c) == nil {
		return
	}
	for k := range c.Parties {
		if c.Parties[k].Role == RoleVisitor && have >= 0 && have > i {
			c.Parties[k].Person = "" // of whoever had the office
		}
	}
	p.fileClaim(si, i, i, c)
}

// intended tells a verb of what is yet to be: "will meet", "agreed to meet".
func (p *page) intended(t *tree, v int) bool {
	if v < 0 {
		return false
	}
	ahead := false
	t.children(v, func(k int) bool {
		switch strings.ToLower(t.word(k)) {
		case "will", "shall", "would", "should", "may", "might", "'ll", "’ll", "to":
			ahead = ahead || t.rel(k) == language.RelAux || t.rel(k) == language.RelMark
		}
		return !ahead
	})
	return ahead
}

// orMore tells "more than 50 times", "at least a dozen times": a number that no
// record can hold exactly.
func (p *page) orMore(si, i int) bool {
	t := p.tree(si)
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		switch strings.ToLower(t.word(k)) {
		case "than", "least", "over", "nearly", "almost", "about", "some", "around":
			return true
		}
		if t.upos(k) != language.NUM && t.upos(k) != language.DET && t.lemma(k) != "dozen" {
			return false
		}
	}
	return false
}

// periodAhead reads the period that a sentence begins with: "Since January the
// two have met four times", "In the past year they".
func (p *page) periodAhead(si, i int) (string, bool) {
	t := p.tree(si)
	for _, x := range p.sents[si].times {
		e := &p.times[x]
		if e.First > 2 || e.First >= i || i-e.First > 20 || e.EDTF == "" || e.Type == timex.Set {
			continue
		}
		first, _, ok := e.EDTF.Bounds()
		if !ok || first > p.ref {
			return "", false
		}
		switch {
		case strings.EqualFold(t.word(0), "since"):
			return string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
		case strings.EqualFold(t.word(0), "in") && e.EDTF.Days() >= 28:
			return string(e.EDTF), true
		}
	}
	return "", false
}

// countClaim reads "met twice this year", "have spoken five times since
// January", "the only time that they met in 2025".
func (p *page) countClaim(si, i int, w string) {
	t := p.tree(si)
	if p.inTime(si, i) {
		return // "twice a year"
	}
	n := cardinal(w)
	if w == "times" || w == "occasions" {
		if i == 0 {
			return
		}
		n = cardinal(t.word(i - 1))
		if n == 0 && strings.EqualFold(t.word(i-1), "dozen") {
			n = 12
		}
	}
	if w == "once" && i+1 < len(t.s.Tokens) && strings.EqualFold(t.word(i+1), "before") {
		p.onceBefore(si, i)
		return
	}
	if n == 0 || p.orMore(si, i) {
		return
	}
	v := t.clause(i)
	if cop := t.child(v, language.RelCop); cop >= 0 && p.eventAt(si, v) == nil { // "has been at the White House three times"
		v = cop
	}
	if p.intended(t, v) {
		return // "planned to meet four times in 2003"
	}
	c := Claim{Type: CountInPeriod}
	if e := p.eventAt(si, v); e != nil && contactKind(e.kind) && e.practice == "" && (e.countries() >= 2 || e.kind == Visit) {
		p.takeParties(&c, e)
	} else if !p.verbParties(si, v, len(t.s.Tokens), &c) {
		return
	}
	per, ok := p.asManyNear(si, i, len(t.s.Tokens))
	for k := i + 1; k < len(t.s.Tokens) && k-i < 4; k++ {
		if t.word(k) == "since" && !ok {
			per, ok = p.sinceOfficeNear(si, k, len(t.s.Tokens), &c)
		}
		if t.word(k) == "as" && !ok && p.sinceWords(si, i, k+1) == k { // "five times as foreign minister"
			if first, _, dated := p.officeFrom(si, k, len(t.s.Tokens), &c).Bounds(); dated {
				per, ok = string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
			}
		}
	}
	if !ok {
		per, ok = p.periodNear(si, i, len(t.s.Tokens))
	}
	if !ok {
		per, ok = p.periodAhead(si, i)
	}
	if !ok && strings.EqualFold(t.word(0), "since") { // "Since he became president he has been to Jordan three times"
		per, ok = p.sinceOfficeNear(si, 0, i, &c)
	}
	if !ok || len(c.Parties) < 2 {
		return
	}
	c.Value = fmt.Sprintf("%d in %s", n, per)
	p.fileClaim(si, min(i, v), max(i, v), c)
}
