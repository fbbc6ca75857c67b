package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// readClaims finds statements of rank, count and last time in a sentence whose
// events are read already. Statements of rhythm follow from the arrangements;
// see frequencyClaims.
func (p *page) readClaims(si int) {
	if len(p.events) > 0 {
		p.silenceClaim(si)
	}
	if !p.claimWords(si) {
		return
	}
	t := p.tree(si)
	for i := range t.s.Tokens {
		w := strings.ToLower(t.word(i))
		if n := rankOf(w); n > 0 {
			p.rankClaim(si, i, max(n, t.ordinalAt(i)))
			continue
		}
		switch w {
		case "last", "previous", "previously", "latest", "recent":
			p.lastClaim(si, i)
		case "recently":
			if i > 0 && strings.EqualFold(t.word(i-1), "most") {
				p.lastClaim(si, i)
			}
		case "not", "n't", "n’t", "never", "no":
			p.notSinceClaim(si, i)
		case "since":
			p.lapseClaim(si, i)
		case "twice", "thrice", "times", "once", "occasions":
			p.countClaim(si, i, w)
		case "only":
			p.onlyTime(si, i)
		case "meetings", "calls", "conversations", "talks", "visits", "trips", "encounters":
			p.countedClaim(si, i)
		}
	}
}

// claimWords tells whether a sentence has a word of rank, count or last time,
// so that the others are never parsed for it.
func (p *page) claimWords(si int) bool {
	s := &p.doc.Sentences[si]
	for i := range s.Tokens {
		t := &s.Tokens[i]
		w := p.doc.Text[t.Start:t.End]
		if len(w) < 2 || len(w) > 13 {
			continue
		}
		switch w[0] | 0x20 {
		case 'l', 'p', 'o', 'c', 'v', 't', 'n', 'm', 'i', 'f', 's', 'e', 'r', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		default:
			if w[0] >= 'a' {
				continue
			}
		}
		w = strings.ToLower(w)
		switch w {
		case "last", "previous", "previously", "latest", "recent", "twice", "thrice", "times", "once", "occasions", "since", "only", "not", "never", "no",
			"meetings", "conversations", "calls", "visits", "trips", "encounters", "talks":
			return true
		}
		if rankOf(w) > 0 || w == "recently" && i > 0 && strings.EqualFold(p.doc.Word(&s.Tokens[i-1]), "most") {
			return true
		}
	}
	return false
}

// claimAlone tells whether a sentence without a trigger has words that make a
// claim by themselves: "since 2019", "his first time there", "never been", "not
// on their soil for a decade". "Last", "only" and "not" alone are said of too
// much else.
func (p *page) claimAlone(si int) bool {
	s := &p.doc.Sentences[si]
	last, not := false, false
	for i := range s.Tokens {
		switch w := p.doc.Word(&s.Tokens[i]); w {
		case "last", "previous", "Last":
			last = true
		case "not", "n't", "n’t", "no", "No":
			not = true
		case "decade", "decades", "years":
			if not {
				return true
			}
		case "time", "one", "here", "there":
			if last {
				return true
			}
		case "since", "Since", "times", "twice", "Twice", "thrice", "once", "never", "Never":
			return true
		default:
			if rankOf(w) > 0 {
				return true
			}
		}
	}
	return false
}

// withClaims adds to the candidates the sentences without a trigger that may
// all the same make a claim: "It was his first time there since 2019."
func (p *page) withClaims(candidates []int) []int {
	out := make([]int, 0, len(candidates)+4)
	k := 0
	for si := range p.doc.Sentences {
		if k < len(candidates) && candidates[k] == si {
			out = append(out, si)
			k++
		} else if (p.casts[si].parties > 0 || p.cues[si]&cueAbout != 0) && p.claimAlone(si) {
			out = append(out, si)
		}
	}
	return out
}

// rankOf reads an ordinal, or a word that says the same as "first"; 0 where
// the word is neither.
func rankOf(w string) int {
	switch w {
	case "maiden", "inaugural", "first-ever":
		return 1
	}
	return ordinal(w)
}

// codeAt gives the state or organisation of what a token names: a state, a
// nationality, a city, a person.
func (p *page) codeAt(si, i int) string {
	m := p.mention(si, i)
	if m == nil {
		return ""
	}
	if m.kind == mPerson {
		return p.people[m.person].country
	}
	return m.code
}

// destination gives the state of the first place named in tokens [from,to).
func (p *page) destination(si, from, to int) (locus, bool) {
	t := p.tree(si)
	for k := max(from, 0); k < to && k < len(t.s.Tokens); k++ {
		m := p.mention(si, k)
		if m == nil {
			continue
		}
		switch m.kind {
		case mCity, mState, mSeat, mPeople:
			if m.kind == mPeople && !(k+1 < to && (t.lemma(k+1) == "capital" || t.lemma(k+1) == "soil")) {
				continue
			}
			if m.code == "" || p.isOrg(m.code) {
				continue
			}
			l := locus{country: m.code, sent: si, tok: k}
			if m.kind == mCity {
				l.place = p.text(si, int(m.from), int(m.to))
			}
			return l, true
		}
	}
	return locus{}, false
}

// placeBefore gives the place named last before token i: what "there" means.
func (p *page) placeBefore(si, i int) (locus, bool) {
	for k := i - 1; k >= 0; k-- {
		if m := p.mention(si, k); m != nil && (m.kind == mCity || m.kind == mState || m.kind == mSeat) && m.code != "" && !p.isOrg(m.code) {
			return locus{country: m.code, sent: si, tok: k}, true
		}
	}
	return locus{}, false
}

// eventAt gives the engagement that a word tells, the last one filed.
func (p *page) eventAt(si, i int) *event {
	for k := len(p.events) - 1; k >= 0; k-- {
		if e := &p.events[k]; e.sent == si && e.tok == i && e.kind != Arrangement {
			return e
		}
	}
	return nil
}

// toldBefore gives the engagement told nearest before a word, of a kind that
// fits and with the state, where one is asked for.
func (p *page) toldBefore(si, i, reach int, fits func(*event) bool) *event {
	var best *event
	for k := range p.events {
		e := &p.events[k]
		if e.sent > si || si-e.sent > reach || e.sent == si && e.tok >= i || !fits(e) {
			continue
		}
		if best == nil || e.sent > best.sent || e.sent == best.sent && e.tok >= best.tok {
			best = e
		}
	}
	return best
}

// contactKind tells kinds whose engagements claims range over.
func contactKind(k Kind) bool { return k == Visit || k == Meeting || k == Call || k == Summit }

// takeParties gives a claim the parties of an engagement, one for each state.
func (p *page) takeParties(c *Claim, e *event) {
	c.Parties = nil
	seen := map[string]bool{}
	for _, q := range e.parties {
		if q.code == "" || seen[q.code] {
			continue
		}
		seen[q.code] = true
		party := Party{Country: q.code, Role: q.role}
		if q.person != nobody && !(e.kind == Visit && q.role == RoleHost) {
			party.Person = p.people[q.person].name
		}
		c.Parties = append(c.Parties, party)
	}
	if e.kind == Visit && e.place.country != "" && !seen[e.place.country] {
		c.Parties = append(c.Parties, Party{Country: e.place.country, Role: RoleHost})
	}
	if c.Kind == "" {
		c.Kind = e.kind
	}
	c.When = e.when
	c.Country, c.Place = e.place.country, e.place.place
}

// setParties gives a claim the actors, one for each state.
func (p *page) setParties(c *Claim, as []actor) {
	c.Parties = nil
	for _, a := range as {
		if a.code == "" {
			continue
		}
		party := Party{Country: a.code, Role: RoleParty}
		if a.person != nobody {
			party.Person = p.people[a.person].name
		}
		known := false
		for k := range c.Parties {
			if c.Parties[k].Country == a.code {
				known = true
				if c.Parties[k].Person == "" {
					c.Parties[k].Person = party.Person
				}
			}
		}
		if !known {
			c.Parties = append(c.Parties, party)
		}
	}
}

// setTravel gives a claim a visitor and a host.
func (p *page) setTravel(c *Claim, visitor actor, host locus) {
	c.Kind = Visit
	c.Parties = []Party{{Country: visitor.code, Role: RoleVisitor}, {Country: host.country, Role: RoleHost}}
	if visitor.person != nobody {
		c.Parties[0].Person = p.people[visitor.person].name
	}
	c.Country, c.Place = host.country, host.place
}

// fileClaim adds a claim with its words: the sentence it stands in.
func (p *page) fileClaim(si, from, to int, c Claim) {
	s := &p.doc.Sentences[si]
	c.Start, c.End = int(s.Start), int(s.End)
	c.Quote = p.doc.Text[s.Start:s.End]
	c.Attribution = p.attribution(si, to)
	for i := range p.claims { // a thing is claimed once, however often it is told
		o := &p.claims[i]
		if !sameClaimParties(o.Parties, c.Parties) {
			continue
		}
		if o.Type == c.Type && o.Value == c.Value {
			return
		}
		if o.Type == FirstSince && c.Type == Last && o.Start == c.Start && overlap(edtf.Date(o.Value), edtf.Date(c.Value)) { // "the first in six years; the last was in 2018"
			if edtf.Date(c.Value).Refines(edtf.Date(o.Value)) {
				o.Value = c.Value
			}
			return
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
	p.settleTurns(events)
	for i := range events {
		e := &events[i]
		if e.kind != Arrangement || e.status != Held || !e.underway {
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
