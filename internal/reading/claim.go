package reading

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// readClaims finds statements of rank, count, last time and rhythm in a
// sentence whose events are read already.
func (p *page) readClaims(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		w := strings.ToLower(t.word(i))
		n := ordinal(w)
		switch {
		case n > 0:
			p.rankClaim(si, i, n)
		case w == "last" || w == "previous" || w == "previously":
			p.lastClaim(si, i)
		case w == "twice" || w == "thrice" || w == "times" || w == "once":
			p.countClaim(si, i, w)
		}
	}
}

// contactNoun gives the kind of contact that a noun of a claim ranges over.
func contactNoun(lemma string) (Kind, bool) {
	switch lemma {
	case "visit", "trip", "tour", "journey", "stop":
		return Visit, true
	case "meeting", "talk", "encounter", "conversation", "contact", "handshake", "session":
		return Meeting, true
	case "call":
		return Call, true
	case "summit":
		return Summit, true
	case "time", "leader", "president", "minister", "premier", "secretary", "chancellor", "head", "monarch", "king", "pope", "guest", "official", "delegation":
		return "", true
	}
	return "", false
}

// rankClaim reads "first … since", "the first visit by", "his third trip",
// "the 22nd annual summit".
func (p *page) rankClaim(si, i, n int) {
	t := p.tree(si)
	noun := i
	if t.rel(i) == language.RelAmod || t.rel(i) == language.RelNummod || t.rel(i) == language.RelCompound || t.rel(i) == language.RelNmodDesc {
		noun = t.head(i)
	}
	if noun < 0 || noun-i > 9 || noun < i {
		return
	}
	lemma := t.lemma(noun)
	kind, contact := contactNoun(lemma)
	series := seriesNoun(lemma)
	if !contact && !series {
		// "his first since December 2021" after a visit: the ordinal stands alone
		if noun != i || n != 1 || p.sinceWords(si, noun) < 0 {
			return
		}
	}
	c := Claim{Kind: kind, Value: strconv.Itoa(n)}
	if !p.rankParties(si, noun, &c) {
		return
	}
	annual := p.childWord(t, noun, "annual", "regular")
	since, sinceOK := p.sinceValue(si, noun, &c)
	switch {
	case series && (annual || n > 1 || p.namedSeries(si, noun)) && !sinceOK:
		c.Type, c.Kind = SeriesNumber, Summit
		c.Series = bareName(p.gatheringAt(si, noun))
		for k := range c.Parties {
			c.Parties[k].Person, c.Parties[k].Role = "", RoleParty
		}
	case n == 1 && sinceOK:
		c.Type, c.Value = FirstSince, since
	case n == 1:
		if lemma == "time" && t.child(noun, language.RelAcl, language.RelAclRelcl, language.RelNmod) < 0 {
			return
		}
		c.Type, c.Value = FirstEver, "1"
	default:
		if per, ok := p.periodNear(si, noun); ok {
			c.Type, c.Value = CountInPeriod, fmt.Sprintf("%d in %s", n, per)
		} else {
			c.Type = Nth
		}
	}
	p.fileClaim(si, min(i, noun), noun, c)
}

// seriesNoun names gatherings that are numbered.
func seriesNoun(lemma string) bool {
	switch lemma {
	case "summit", "dialogue", "consultation", "round", "edition", "conference", "forum", "assembly", "session":
		return true
	}
	return false
}

// namedSeries tells whether a gathering has a name of its own before it:
// "UK-Ireland summit", "NATO summit".
func (p *page) namedSeries(si, noun int) bool {
	t := p.tree(si)
	found := false
	t.children(noun, func(c int) bool {
		if t.rel(c) == language.RelCompound || t.rel(c) == language.RelAmod || t.rel(c) == language.RelNmodPoss {
			if m := p.mention(si, c); m != nil && (m.kind == mState || m.kind == mOrg || m.kind == mPeople || m.kind == mGathering) {
				found = true
			}
		}
		return true
	})
	return found
}

// rankParties finds whom a claim ranges over: the parties of the event told by
// the noun, or of the engagement that the sentence is about.
func (p *page) rankParties(si, noun int, c *Claim) bool {
	var best *event
	t := p.tree(si)
	for k := len(p.events) - 1; k >= 0; k-- {
		e := &p.events[k]
		if e.sent == si && e.tok == noun {
			best = e
			break
		}
	}
	if best == nil { // "It is the first visit": of the engagement told before, of the kind that the noun names
		for k := len(p.events) - 1; k >= 0; k-- {
			e := &p.events[k]
			if e.sent > si || si-e.sent > 3 || e.kind == Invitation || e.kind == Arrangement || e.kind == Agreement || e.kind == Award {
				continue
			}
			if c.Kind == Visit && e.kind != Visit || (c.Kind == Meeting || c.Kind == Call) && e.kind == Visit {
				continue
			}
			if e.sent == si && e.tok > noun+12 {
				continue
			}
			best = e
			break
		}
	}
	if best == nil {
		return false
	}
	if c.Kind == "" {
		c.Kind = best.kind
	}
	c.When = best.when
	c.Country, c.Place = best.place.country, best.place.place
	if best.practice != "" && best.kind == Summit && p.isOrg(best.practice) && seriesNoun(t.lemma(noun)) {
		c.Parties = []Party{{Country: best.practice, Role: RoleParty}}
		return true
	}
	seen := map[string]bool{}
	for _, q := range best.parties {
		if q.code == "" || seen[q.code] {
			continue
		}
		seen[q.code] = true
		party := Party{Country: q.code, Role: q.role}
		if q.person != nobody && !(best.kind == Visit && q.role == RoleHost) {
			party.Person = p.people[q.person].name
		}
		c.Parties = append(c.Parties, party)
	}
	if best.kind == Visit && !seen[best.place.country] {
		c.Parties = append(c.Parties, Party{Country: best.place.country, Role: RoleHost})
	}
	return len(c.Parties) > 0
}

// sinceWords finds "since" or "in … years" behind a noun; -1 if neither.
func (p *page) sinceWords(si, noun int) int {
	t := p.tree(si)
	for k := noun + 1; k < len(t.s.Tokens) && k-noun < 28; k++ {
		switch strings.ToLower(t.word(k)) {
		case "since":
			return k
		case "in", "for":
			if k+1 < len(t.s.Tokens) {
				for _, x := range p.sents[si].times {
					e := &p.times[x]
					if e.Type == timex.Duration && e.First > k && e.First-k <= 3 {
						if _, unit := e.Count(); unit >= timex.Month {
							return k
						}
					}
				}
			}
		case "as", "after":
			if t.upos(k) == language.SCONJ || t.upos(k) == language.ADP {
				rest := strings.ToLower(p.text(si, k, min(k+6, len(t.s.Tokens))))
				if strings.HasPrefix(rest, "as president") || strings.HasPrefix(rest, "as prime") || strings.HasPrefix(rest, "as secretary") ||
					strings.HasPrefix(rest, "as foreign") || strings.HasPrefix(rest, "as premier") || strings.HasPrefix(rest, "as chancellor") || strings.HasPrefix(rest, "as king") || strings.HasPrefix(rest, "as pope") || strings.HasPrefix(rest, "as leader") {
					return k
				}
			}
		}
	}
	return -1
}

// sinceValue reads the earlier date of "first … since", as EDTF, empty where
// the report tells it by an event without a date.
func (p *page) sinceValue(si, noun int, c *Claim) (string, bool) {
	k := p.sinceWords(si, noun)
	if k < 0 {
		return "", false
	}
	t := p.tree(si)
	var latest edtf.Date
	for _, x := range p.sents[si].times {
		e := &p.times[x]
		if e.First < k || e.First-k > 18 {
			continue
		}
		switch {
		case e.Type == timex.Date && e.EDTF != "" && e.Kind != timex.Vague:
			d := e.Resolve(p.ref, timex.Past)
			if d == "" {
				d = e.EDTF
			}
			if first, _, ok := d.Bounds(); ok && first <= p.ref {
				if latest == "" || d.Refines(latest) {
					latest = d
				}
			}
		case e.Type == timex.Duration && strings.ToLower(t.word(k)) != "since":
			n, unit := e.Count()
			if n > 0 && unit == timex.Year {
				return string(edtf.YearDate(p.ref.Year() - n)), true
			}
			if n > 0 && unit == timex.Month {
				day := p.ref.AddMonths(-n)
				return string(edtf.MonthDate(day.Year(), day.Month())), true
			}
		}
		if latest != "" {
			break
		}
	}
	if latest == "" { // since taking office, as president
		for _, q := range c.Parties {
			if d := p.inOfficeSince(q.Person, q.Country); d != "" && q.Role != RoleHost {
				latest = d
				break
			}
		}
	}
	if strings.ToLower(t.word(k)) != "since" && latest == "" {
		return "", false
	}
	return string(latest), true
}

// periodNear reads the period of "his third visit this year", "the sixth time
// in a year".
func (p *page) periodNear(si, noun int) (string, bool) {
	for _, x := range p.sents[si].times {
		e := &p.times[x]
		if abs(e.First-noun) > 8 {
			continue
		}
		if e.Type == timex.Duration {
			if n, unit := e.Count(); n > 0 && unit == timex.Year && e.First > noun {
				from := p.ref.AddMonths(-12 * n)
				return string(edtf.Months(from.Year(), from.Month(), p.ref.Year(), p.ref.Month())), true
			}
			continue
		}
		if e.EDTF == "" || e.EDTF[0] == 'P' {
			continue
		}
		if e.Relation == timex.Since {
			if first, _, ok := e.EDTF.Bounds(); ok {
				return string(edtf.Months(first.Year(), first.Month(), p.ref.Year(), p.ref.Month())), true
			}
		}
		if e.EDTF.Days() >= 28 && e.Kind == timex.Relative {
			return string(e.EDTF), true
		}
	}
	return "", false
}

// countClaim reads "met twice this year", "have spoken five times since
// January".
func (p *page) countClaim(si, i int, w string) {
	t := p.tree(si)
	n := cardinal(w)
	if w == "times" {
		if i == 0 {
			return
		}
		n = cardinal(t.word(i - 1))
	}
	if n == 0 {
		return
	}
	v := t.clause(i)
	var kind Kind
	switch t.lemma(v) {
	case "meet", "see", "sit", "gather":
		kind = Meeting
	case "speak", "talk", "telephone", "phone", "call":
		kind = Call
		if !p.byPhone(t, v) && t.lemma(v) != "telephone" && t.lemma(v) != "phone" {
			kind = Meeting
		}
	case "visit", "travel", "go", "come", "host", "receive":
		kind = Visit
	default:
		return
	}
	per, ok := p.periodNear(si, i)
	if !ok {
		if w == "once" {
			return
		}
		return
	}
	c := Claim{Type: CountInPeriod, Kind: kind, Value: fmt.Sprintf("%d in %s", n, per)}
	var as []actor
	for _, a := range t.arguments(v, nil) {
		if a.slot == lexicon.Subj || a.slot == lexicon.With || a.slot == lexicon.Obj || a.slot == lexicon.To {
			as = append(as, p.actors(si, a.tok, nil)...)
		}
	}
	seen := map[string]bool{}
	for _, a := range as {
		if a.code == "" || seen[a.code] {
			continue
		}
		seen[a.code] = true
		party := Party{Country: a.code, Role: RoleParty}
		if a.person != nobody {
			party.Person = p.people[a.person].name
		}
		c.Parties = append(c.Parties, party)
	}
	if len(c.Parties) < 2 {
		return
	}
	if kind == Visit {
		c.Parties[0].Role, c.Parties[1].Role = RoleVisitor, RoleHost
		c.Country = c.Parties[1].Country
	}
	p.fileClaim(si, min(i, v), max(i, v), c)
}

// lastClaim reads "last met in Samarkand in 2022", "was last in Russia in
// 2019", "his previous trip was to Canberra in February 2020".
func (p *page) lastClaim(si, i int) {
	t := p.tree(si)
	at := t.head(i)
	if at < 0 {
		return
	}
	var e *event
	for k := range p.events {
		o := &p.events[k]
		if o.sent == si && (o.tok == at || t.within(i, o.tok) || t.within(o.tok, at) && abs(o.tok-i) < 6) && o.when != "" && o.status == Held {
			e = o
			break
		}
	}
	if e == nil || e.kind == Arrangement || e.kind == Invitation || e.kind == Agreement {
		return
	}
	if t.upos(at) == language.NOUN {
		if _, ok := contactNoun(t.lemma(at)); !ok {
			return // "last week", "last July"
		}
	}
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; i >= x.First && i <= x.Last {
			return // part of a time expression
		}
	}
	c := Claim{Type: Last, Kind: e.kind, Value: string(e.when), When: e.when}
	if !p.rankParties(si, e.tok, &c) {
		return
	}
	p.fileClaim(si, min(i, e.tok), max(i, e.tok), c)
}

// fileClaim adds a claim with its words: the sentence it stands in.
func (p *page) fileClaim(si, from, to int, c Claim) {
	s := &p.doc.Sentences[si]
	c.Start, c.End = int(s.Start), int(s.End)
	c.Quote = p.doc.Text[s.Start:s.End]
	c.Attribution = p.attribution(si, to)
	for _, o := range p.claims {
		if o.Type == c.Type && o.Value == c.Value && o.Start == c.Start && len(o.Parties) == len(c.Parties) {
			return
		}
	}
	if c.Type == SeriesNumber { // a number is claimed once, however often it is told
		for _, o := range p.claims {
			if o.Type == SeriesNumber && o.Value == c.Value && sameClaimParties(o.Parties, c.Parties) {
				return
			}
		}
	}
	p.claims = append(p.claims, c)
}

func sameClaimParties(a, b []Party) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x.Country == y.Country
		}
		if !found {
			return false
		}
	}
	return true
}

// frequencyClaims makes a claim of each arrangement that the report states as
// practice.
func (p *page) frequencyClaims(events []event) {
	for i := range events {
		e := &events[i]
		if e.kind != Arrangement || e.status != Held {
			continue
		}
		c := Claim{Type: Frequency, Kind: Meeting, Value: string(e.period)}
		if e.practice == "call" {
			c.Kind = Call
		}
		for _, q := range e.parties {
			c.Parties = append(c.Parties, Party{Country: q.code, Role: RoleParty})
		}
		p.fileClaim(e.sent, e.tok, e.tok, c)
	}
}
