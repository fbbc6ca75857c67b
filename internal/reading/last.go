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
	if p.inTime(si, i) {
		return
	}
	t := p.tree(si)
	value := p.lastDate(si, i+1, len(t.s.Tokens))
	if n := len(t.s.Tokens); value == "" && t.word(n-1) == "?" && si+1 < len(p.sents) { // "When did they last meet? In July."
		if next := p.tree(si + 1); next.s.Tokens[0].UPOS == language.ADP {
			value = p.lastDate(si+1, 0, len(next.s.Tokens))
		}
	}
	if value == "" {
		return
	}
	c := Claim{Type: Last, Value: string(value)}
	ok := false
	noun := p.nounRanked(si, i)
	if w := strings.ToLower(t.word(i)); noun == i && w != "latest" {
		ok = p.lastDid(si, i, &c)
	} else if noun > i {
		ok = p.lastOf(si, i, noun, &c)
	}
	if !ok || len(c.Parties) < 2 && !(len(c.Parties) == 1 && p.isOrg(c.Parties[0].Country)) {
		return
	}
	c.When = value
	p.fileClaim(si, i, max(i, noun), c)
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
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 3; k++ { // the verb behind is nearer than what the tree says
		if t.upos(k) == language.VERB && p.mention(si, k) == nil {
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
		return p.verbParties(si, v, len(t.s.Tokens), c)
	}
	return p.lastIn(si, i, v, c)
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
		for k := noun + 1; k < r.stop && k-noun < 12; k++ {
			if t.upos(k) == language.VERB {
				return p.timesOf(si, k, &r, c)
			}
		}
		e := p.toldBefore(si, i, 3, func(e *event) bool { return e.kind == Summit })
		if e == nil || !p.predicateNear(t, noun) {
			return false
		}
		p.seriesClaim(c, e)
		return true
	}
	h := t.head(noun)
	if gathersNext(t, noun) {
		// "the previous one met in"
	} else if t.rel(noun) != language.RelNsubj && t.rel(noun) != language.RelNsubjPass || h < 0 || !meets(t, h) && t.lemma(h) != "come" && t.lemma(h) != "date" {
		return false
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

// notSinceClaim reads "has not been to Berlin since 2019", "the two have not
// met since Cairo in July 2023".
func (p *page) notSinceClaim(si, i int) {
	t := p.tree(si)
	since := -1
	for k := i + 1; k < len(t.s.Tokens) && k-i < 16; k++ {
		if t.word(k) == "since" || (t.word(k) == "in" || t.word(k) == "for") && p.longAgo(si, k) {
			since = k
			break
		}
		if t.word(k) == ";" || t.word(k) == ":" {
			break
		}
	}
	if since < 0 || !p.perfect(t, i) {
		return
	}
	v := -1
	for k := i + 1; k < since; k++ {
		if t.upos(k) == language.VERB || t.lemma(k) == "be" {
			v = k
			break
		}
	}
	if v < 0 {
		return
	}
	value := p.lastDate(si, since, len(t.s.Tokens))
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; t.word(since) != "since" && x.Type == timex.Duration && x.First > since && x.First-since <= 3 {
			value = p.before(x)
		}
	}
	if value == "" {
		return
	}
	c := Claim{Type: Last, Value: string(value), When: value}
	if !p.verbParties(si, v, since, &c) || len(c.Parties) < 2 {
		return
	}
	p.fileClaim(si, i, v, c)
}

// perfect tells whether a "not" stands with "has" or "have".
func (p *page) perfect(t *tree, i int) bool {
	for k := i - 1; k >= 0 && i-k <= 2; k-- {
		if t.lemma(k) == "have" {
			return true
		}
	}
	return false
}

// periodNear reads the period of "his third visit this year", "the sixth time
// in a year", from a token on.
func (p *page) periodNear(si, from, stop int) (string, bool) {
	t := p.tree(si)
	for _, x := range p.sents[si].times {
		e := &p.times[x]
		if e.First < from && from-e.Last > 6 || e.First > from+10 || e.First >= stop {
			continue
		}
		before := ""
		if e.First > 0 {
			before = strings.ToLower(t.word(e.First - 1))
		}
		if e.Type == timex.Duration {
			n, unit := e.Count()
			if e.First < from || before == "for" || before == "after" {
				continue
			}
			months := 0
			switch unit {
			case timex.Year:
				months = 12 * n
			case timex.Month:
				months = n
			}
			if months > 0 {
				day := p.ref.AddMonths(-months)
				return string(edtf.Months(day.Year(), day.Month(), p.ref.Year(), p.ref.Month())), true
			}
			continue
		}
		if e.EDTF == "" || e.EDTF[0] == 'P' || e.Type == timex.Set {
			continue
		}
		if before == "since" || e.Relation == timex.Since {
			d := e.Resolve(p.ref, timex.Past)
			if d == "" {
				d = e.EDTF
			}
			if first, _, ok := d.Bounds(); ok && first <= p.ref {
				return string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
			}
			continue
		}
		if first, _, ok := e.EDTF.Bounds(); ok && first <= p.ref && e.EDTF.Days() >= 28 && (e.First >= from || t.clause(e.First) == t.clause(from)) && (e.Kind == timex.Relative || e.Kind == timex.Absolute && before == "in") {
			return string(e.EDTF), true
		}
	}
	return "", false
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

// countClaim reads "met twice this year", "have spoken five times since
// January", "the only time that they met in 2025".
func (p *page) countClaim(si, i int, w string) {
	t := p.tree(si)
	if p.inTime(si, i) {
		return // "twice a year"
	}
	n := cardinal(w)
	if w == "times" {
		if i == 0 {
			return
		}
		n = cardinal(t.word(i - 1))
		if n == 0 && strings.EqualFold(t.word(i-1), "dozen") {
			n = 12
		}
	}
	if n == 0 {
		return
	}
	v := t.clause(i)
	c := Claim{Type: CountInPeriod}
	if e := p.eventAt(si, v); e != nil && contactKind(e.kind) && e.practice == "" && (e.countries() >= 2 || e.kind == Visit) {
		p.takeParties(&c, e)
	} else if !p.verbParties(si, v, len(t.s.Tokens), &c) {
		return
	}
	per, ok := p.periodNear(si, i, len(t.s.Tokens))
	if !ok {
		for k := i + 1; k < len(t.s.Tokens) && k-i < 4; k++ {
			if t.word(k) == "since" && p.sinceOffice(si, k, len(t.s.Tokens)) {
				if d := p.officeFrom(si, k, len(t.s.Tokens), &c); d != "" {
					if first, _, fine := d.Bounds(); fine {
						per, ok = string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
					}
				}
			}
		}
	}
	if !ok || len(c.Parties) < 2 {
		return
	}
	c.Value = fmt.Sprintf("%d in %s", n, per)
	p.fileClaim(si, min(i, v), max(i, v), c)
}
