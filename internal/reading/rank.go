package reading

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// counts says what kind of thing an ordinal counts.
type counts uint8

const (
	countsNothing counts = iota
	countsTravel         // "his first trip"
	countsContact        // "their third meeting"
	countsTimes          // "the first time that the two met"
	countsHolders        // "the first Indian premier to visit"
	countsSeries         // "the 22nd annual summit"
	countsAgain          // the ordinal stands alone: "the first since 2019"
)

// countedNoun names what a noun lets an ordinal count, and of which kind.
func countedNoun(lemma string) (counts, Kind) {
	switch strings.ToLower(lemma) {
	case "visit", "trip", "tour", "journey", "voyage", "stay":
		return countsTravel, Visit
	case "meeting", "talk", "encounter", "conversation", "contact", "handshake", "discussion", "face-to-face", "negotiation", "exchange", "sit-down", "sitdown", "one-on-one", "get-together", "bilateral", "audience":
		return countsContact, Meeting
	case "call":
		return countsContact, Call
	case "time", "occasion":
		return countsTimes, ""
	case "summit", "dialogue", "consultation", "round", "edition", "conference", "forum", "assembly", "session", "retreat", "commission", "committee", "council", "ministerial", "mechanism":
		return countsSeries, Summit
	case "leader", "president", "minister", "premier", "secretary", "chancellor", "head", "monarch", "king", "queen", "emperor", "pope", "pontiff", "guest", "official", "visitor", "delegation", "statesman", "envoy", "taoiseach", "diplomat":
		return countsHolders, ""
	}
	return countsNothing, ""
}

// rank is an ordinal, what it counts and how far its words reach.
type rank struct {
	n     int
	at    int // the ordinal
	noun  int // the noun it counts, or the ordinal itself
	stop  int // token behind the last that belongs to it
	what  counts
	kind  Kind
	since int // token of "since", "in" or "as" behind it, or -1
}

// rankClaim reads "first … since", "the first visit by", "his third trip",
// "the 22nd annual summit".
func (p *page) rankClaim(si, i, n int) {
	r, ok := p.ranked(si, i, n)
	if !ok || p.asked(si) {
		return
	}
	c := Claim{Kind: r.kind, Value: strconv.Itoa(n)}
	switch r.what {
	case countsTravel:
		ok = p.travelRank(si, &r, &c)
	case countsContact:
		ok = !(n > 1 && p.othersGather(p.tree(si), &r, nil)) && p.contactRank(si, &r, &c)
	case countsTimes:
		ok = p.timesRank(si, &r, &c)
	case countsHolders:
		ok = p.holderRank(si, &r, &c)
	case countsSeries:
		lemma := strings.ToLower(p.tree(si).lemma(r.noun))
		if lemma == "session" && len(p.sidesAround(si, r.noun)) == 0 && !p.ofCommittee(p.tree(si), r.noun) && !p.childWord(p.tree(si), r.noun, "ordinary", "extraordinary", "annual", "regular", "ministerial") {
			return // the fifth session of a summit's day
		}
		if r.n == 1 && p.ofCommittee(p.tree(si), r.noun) && len(p.seriesOwners(si, r.noun)) == 0 && len(p.sidesAround(si, r.noun)) == 0 {
			return // "the first meeting of the committee": nothing says whose
		}
		if n > 1 && lemma == "summit" && p.ofThese(si, &r) { // "his third summit with Kim this year"
			ok = p.contactRank(si, &r, &c)
			break
		}
		if p.seriesRank(si, &r, &c) {
			return
		}
		ok = n == 1 && (lemma == "summit" || lemma == "dialogue" || lemma == "meeting") && p.contactRank(si, &r, &c)
	case countsAgain:
		ok = p.againRank(si, &r, &c)
	}
	whole := len(c.Parties) == 1 && c.Kind == Summit && r.since >= 0 && p.isOrg(c.Parties[0].Country) // "the alliance's first summit since"
	if !ok || len(c.Parties) < 2 && !whole && c.Type == "" {
		return
	}
	if c.Type == "" && !p.rankType(si, &r, &c) {
		return
	}
	if c.Type == SeriesNumber {
		p.dateSeries(si, &r, &c)
	}
	p.fileClaim(si, min(i, r.noun), r.noun, c)
}

// asked tells "Is this the first time that he has come?", which claims nothing.
func (p *page) asked(si int) bool {
	t := p.tree(si)
	n := len(t.s.Tokens)
	if n < 4 || t.word(n-1) != "?" {
		return false
	}
	first := 0
	for first < 3 && (len(t.word(first)) == 1 || t.upos(first) == language.PUNCT) { // "Q: Is this"
		first++
	}
	switch strings.ToLower(t.word(first)) {
	case "is", "was", "will", "has", "had", "would", "does", "did":
		return true
	}
	return false
}

// ofThese tells a summit counted for the people who meet, within a time: "their
// third summit this year".
func (p *page) ofThese(si int, r *rank) bool {
	t := p.tree(si)
	if t.child(r.noun, language.RelNmodPoss) < 0 && !p.ofTheTwo(t, r.noun) || p.childWord(t, r.noun, "annual", "regular", "yearly") {
		return false
	}
	_, ok := p.periodNear(si, r.noun, r.stop)
	return ok
}

// ofTheTwo tells "of the two", "between the two leaders" behind a noun.
func (p *page) ofTheTwo(t *tree, noun int) bool {
	if noun+3 >= len(t.s.Tokens) || !strings.EqualFold(t.word(noun+2), "the") {
		return false
	}
	switch t.word(noun + 1) {
	case "of", "between":
		w := t.word(noun + 3)
		return w == "two" || w == "pair" || w == "three"
	}
	return false
}

// ranked finds what the ordinal at token i counts.
func (p *page) ranked(si, i, n int) (rank, bool) {
	t := p.tree(si)
	r := rank{n: n, at: i, noun: i, since: -1}
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; i >= x.First && i <= x.Last && x.Type != timex.Duration {
			return r, false // "the first half of 2025"
		}
	}
	next := ""
	if i+1 < len(t.s.Tokens) {
		next = strings.ToLower(t.word(i + 1))
	}
	switch next {
	case "lady", "gentleman", "vice", "deputy", "anniversary", "birthday":
		return r, false
	case "to":
		if n == 2 && t.child(i, language.RelNmodPoss) < 0 { // "second only to China", "second to none"
			return r, false
		}
	}
	if p.noRank(t, i) {
		return r, false
	}
	if next == "minister" && t.tok(i).Flags&language.FlagUpper != 0 { // Scotland's First Minister
		return r, false
	}
	r.noun = p.nounRanked(si, i)
	if r.noun > i {
		r.what, r.kind = countedNoun(t.lemma(r.noun))
		if t.lemma(r.noun) == "face" && r.noun-i > 2 && t.word(r.noun-1) == "-" { // "their second face-to-face"
			r.what, r.kind = countsContact, Meeting
		}
		if s := t.child(r.noun, language.RelNsubj); s >= 0 && t.lemma(r.noun) == "one" { // "Her trip will be the first official one"
			r.what, r.kind = countedNoun(t.lemma(s))
		}
		if r.what == countsNothing {
			if m := p.mention(si, r.noun); m != nil && m.kind == mGathering {
				r.what, r.kind = countsSeries, Summit
			} else if m != nil && m.kind == mOffice {
				r.what = countsHolders
			} else {
				return r, false
			}
		}
		if r.what == countsContact && (p.ofCommittee(t, r.noun) || n >= 5 && p.ofHolders(t, r.noun) || n > 1 && (highLevel(t, r.noun) || p.childWord(t, r.noun, "high-level", "annual", "intergovernmental", "plenary", "ministerial") || r.noun-i > 1 && capital(t, r.noun))) {
			r.what = countsSeries
		}
	} else {
		r.noun, r.what = i, countsAgain
		if t.rel(i) == language.RelAdvmod && (i == 0 || strings.ToLower(t.word(i-1)) != "the") {
			return r, false // "who first met him"
		}
	}
	r.stop = len(t.s.Tokens)
	for k := r.noun + 1; k < len(t.s.Tokens); k++ {
		w := t.word(k)
		if w == ";" || w == ":" || rankOf(strings.ToLower(w)) > 0 && !p.inTime(si, k) && !ofTerm(t, k) {
			r.stop = k
			break
		}
	}
	r.since = p.sinceWords(si, r.noun, r.stop)
	return r, true
}

// highLevel tells a "high-level meeting", cut at its hyphen.
func highLevel(t *tree, noun int) bool {
	return noun > 2 && strings.EqualFold(t.word(noun-1), "level") && t.word(noun-2) == "-" && strings.EqualFold(t.word(noun-3), "high")
}

// noRank tells "this is not our first meeting", "was hardly the first".
func (p *page) noRank(t *tree, i int) bool {
	for k := i - 1; k >= 0 && i-k <= 4; k-- {
		switch strings.ToLower(t.word(k)) {
		case "not", "n't", "n’t", "hardly", "no", "nor":
			return !(k > 0 && t.isVerb(k-1) && t.lemma(k-1) != "be")
		}
		if t.isVerb(k) && t.lemma(k) != "be" || t.upos(k) == language.PUNCT {
			return false
		}
	}
	return false
}

// ofTerm tells "a third term", "the second half": an ordinal that ranks no
// engagement.
func ofTerm(t *tree, i int) bool {
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 3; k++ {
		switch t.lemma(k) {
		case "term", "mandate", "anniversary", "wave", "half", "quarter", "war", "inauguration", "presidency", "election":
			return true
		}
		if t.upos(k) != language.ADJ && t.upos(k) != language.PUNCT && t.upos(k) != language.ADV {
			return false
		}
	}
	return false
}

// inTime tells whether a token belongs to a time expression.
func (p *page) inTime(si, i int) bool {
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; i >= x.First && i <= x.Last {
			return true
		}
	}
	return false
}

// nounRanked gives the noun behind an ordinal that it counts: the last of the
// run of nouns and adjectives. The ordinal's own place if there is none.
func (p *page) nounRanked(si, i int) int {
	t := p.tree(si)
	noun := i
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 10; k++ {
		if p.inTime(si, k) {
			break
		}
		w := strings.ToLower(t.word(k))
		if m := p.mention(si, k); m != nil && (m.kind == mOffice || m.kind == mGathering) && int(m.to)-1 > k {
			noun, k = int(m.to)-1, int(m.to)-1
			if m.kind == mOffice && !(k+1 < len(t.s.Tokens) && t.upos(k+1) == language.PART && t.word(k+1) != "to") { // "Foreign Ministers' Dialogue" goes on
				for f := int(m.from); f+1 < int(m.to); f++ {
					if what, _ := countedNoun(t.lemma(f)); what == countsHolders && strings.EqualFold(t.word(f+1), "of") { // "American secretary of state"
						noun = f
						break
					}
				}
				break
			}
			continue
		}
		stop := false
		switch t.upos(k) {
		case language.NOUN:
			noun = k
			what, _ := countedNoun(t.lemma(k))
			stop = what == countsTravel || what == countsTimes || what == countsContact && t.lemma(k) != "bilateral"
		case language.PROPN:
			noun = k
		case language.ADJ, language.NUM, language.SYM:
		case language.PART, language.ADV:
			stop = w != "'s" && w != "’s" && w != "'" && w != "’" && w != "ever" && w != "such" && w != "-" && w != "face-to-face" && w != "back-to-back"
		case language.PUNCT:
			stop = w != "-" && w != "–" && w != "\"" && w != "“"
		case language.VERB:
			if what, _ := countedNoun(w); (what == countsContact || what == countsTravel) && t.upos(k-1) == language.ADJ { // "their first call this year", read as a verb
				noun = k
			}
			stop = t.rel(k) != language.RelAmod && t.word(k-1) != "-" && w != "sitting" && w != "serving"
		case language.CCONJ:
			stop = !(k+1 < len(t.s.Tokens) && (ordinal(strings.ToLower(t.word(k+1))) > 0 || capital(t, k-1) && capital(t, k+1)))
		case language.ADP:
			stop = w != "-" && t.word(k-1) != "-" && !(k+1 < len(t.s.Tokens) && t.word(k+1) == "-") // "face-to-face", "in-person"
		default:
			stop = true
		}
		if stop {
			break
		}
	}
	return noun
}

// capital tells whether a word begins with a capital, as those of a name do.
func capital(t *tree, i int) bool { return t.tok(i).Flags&language.FlagUpper != 0 }

// ofCommittee tells whether meetings are those of a standing body: "the third
// meeting of the committee".
func (p *page) ofCommittee(t *tree, noun int) bool {
	found := false
	t.sessionOf(noun, func(c int) {
		switch strings.ToLower(t.lemma(c)) {
		case "committee", "commission", "panel", "forum", "mechanism", "council", "dialogue", "assembly", "platform", "conference", "body", "bloc":
			found = true
		}
	})
	return found
}

// ofHolders tells "the 25th meeting of the leaders of", "the ninth meeting of
// foreign ministers": of whoever holds the offices.
func (p *page) ofHolders(t *tree, noun int) bool {
	found := false
	t.children(noun, func(c int) bool {
		if t.rel(c) == language.RelNmod && t.caseOf(c) == "of" && t.tok(c).XPOS == language.XPOSNNS {
			what, _ := countedNoun(t.lemma(c))
			found = found || what == countsHolders
		}
		return true
	})
	return found
}

// rankType says what kind of claim a rank makes once its parties are known.
func (p *page) rankType(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if r.n == 1 {
		if r.since >= 0 {
			value, ok := p.sinceValue(si, r, c)
			if ok {
				c.Type, c.Value = FirstSince, value
				p.tellSince(si, r.since, edtf.Date(value), c)
				return true
			}
		}
		if r.what == countsTravel || r.what == countsHolders || r.what == countsContact {
			if since, ok := p.sinceNew(si, r, c); ok {
				c.Type, c.Value = FirstSince, string(since)
				return true
			}
		}
		if per, ok := p.periodNear(si, r.noun, min(r.noun+4, r.stop)); ok && r.what != countsHolders { // "their first meeting this year"
			c.Type, c.Value = CountInPeriod, "1 in "+per
			return true
		}
		c.Type, c.Value = FirstEver, "1"
		return r.what != countsAgain || r.since >= 0 || p.againNamed(si, r)
	}
	per, ok := p.asManyNear(si, r.noun, r.stop)
	if !ok && r.since >= 0 && t.word(r.since) == "since" {
		per, ok = p.sinceOfficeNear(si, r.since, r.stop, c)
	}
	if !ok {
		per, ok = p.periodNear(si, r.noun, r.stop)
	}
	if v := p.relativeVerb(t, r); !ok && v > 0 { // "the second time that the two presidents of the islands have spoken by telephone this year"
		per, ok = p.periodNear(si, v, r.stop)
	}
	if ok {
		c.Type, c.Value = CountInPeriod, fmt.Sprintf("%d in %s", r.n, per)
	} else {
		c.Type = Nth
	}
	return true
}

// relativeVerb gives the verb of what happened for the nth time: "the second time
// that they have met"; -1 where the rank is of something else.
func (p *page) relativeVerb(t *tree, r *rank) int {
	if r.what != countsTimes {
		return -1
	}
	return t.child(r.noun, language.RelAclRelcl, language.RelAcl)
}

// againNamed tells whether an ordinal that stands alone says what it ranks:
// "the first by an Indian premier", "the first between the two".
func (p *page) againNamed(si int, r *rank) bool {
	t := p.tree(si)
	if r.at+1 >= len(t.s.Tokens) {
		return false
	}
	switch strings.ToLower(t.word(r.at + 1)) {
	case "by", "between", "ever":
		return true
	case "of":
		return p.ofItsKind(t, r.at)
	case "for": // "a first for both", "a first for a Syrian president"
		return r.at > 0 && strings.EqualFold(t.word(r.at-1), "a")
	}
	return false
}

// travelRank reads who travels where: "his first trip to Mexico", "the first
// visit by a U.S. president to Cuba".
func (p *page) travelRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	visitor := actor{person: nobody}
	var host locus
	indefinite := r.at > 0 && strings.EqualFold(t.word(r.at-1), "a")
	if r.since < 0 && r.n == 1 && indefinite {
		return false // "for a first visit"
	}
	if _, dated := p.periodNear(si, r.noun, r.stop); p.tripAbroad(t, r.noun) && (r.n > 1 || dated && r.since < 0) || p.toRegion(si, r.noun+1, r.stop) {
		return false // "his second trip abroad this year": wherever it went
	}
	long := func(e *event) bool { // ago: the one before, as in "the first in years; the last came in 2015"
		_, last, ok := e.when.Bounds()
		return ok && r.n == 1 && r.since >= 0 && p.ref-last > 120
	}
	if e := p.eventAt(si, r.noun); e != nil && e.kind == Visit {
		if !long(e) {
			p.takeParties(c, e)
			return len(c.Parties) >= 2
		}
		e.when, e.times = "", nil // the earlier one's: "the first in six years; the last was in 2018"
	}
	if indefinite && t.caseOf(r.noun) == "to" {
		return false // "invited him to a second state visit"
	}
	end := r.stop
	if r.since > r.noun {
		end = r.since
	}
	for _, at := range []int{t.child(r.at, language.RelNsubj), r.noun, r.at} { // "Putin's visit was his first to"
		if at < 0 {
			continue
		}
		t.children(at, func(k int) bool {
			if t.rel(k) == language.RelNmodPoss && visitor.code == "" {
				if as := p.single(si, k, nil); len(as) == 1 {
					visitor = as[0]
				}
			}
			return true
		})
	}
	loose := false
	from := r.noun + 1
	subj := t.child(r.at, language.RelNsubj)
	if subj >= 0 && subj < r.at { // "The visit to Beijing by Jaishankar is his first in years"
		from = subj + 1
	}
	for k := from; k < end; k++ {
		switch strings.ToLower(t.word(k)) {
		case "by", "of":
			for m := k + 1; m < min(k+7, end) && visitor.code == ""; m++ {
				if a := p.ownCountry(si, m); a.code != "" { // "by a minister of my country"
					visitor = a
				}
				if code := p.codeAt(si, m); code != "" && visitor.code == "" {
					visitor = actor{person: nobody, code: code}
					loose = true
					if mm := p.mention(si, m); mm.kind == mPerson {
						visitor.person = mm.person
					}
				}
			}
		case "to", "in":
			if l, ok := p.destination(si, k+1, min(k+6, end)); ok && host.country == "" && l.country != visitor.code {
				host = l
			}
		case "here":
			host = p.here
		case "there":
			if l, ok := p.thereBefore(si, r.at); ok && host.country == "" {
				host = l
			}
		case ",":
			if k > r.noun && k-r.noun > 2 && host.country != "" {
				end = k
			}
		}
	}
	around := p.toldBefore(si, r.at, 3, func(e *event) bool {
		return e.kind == Visit && !long(e) && (visitor.code == "" || e.codeOf(RoleVisitor) == visitor.code) && (host.country == "" || e.place.country == host.country)
	})
	if around == nil {
		around = p.toldBefore(si, len(t.s.Tokens), 0, func(e *event) bool {
			return e.kind == Visit && !long(e) && (visitor.code == "" || e.codeOf(RoleVisitor) == visitor.code) && (host.country == "" || e.place.country == host.country)
		})
	}
	if around == nil && visitor.code != "" {
		around = p.metAbroad(si, r.at, visitor.code, host.country)
	}
	if visitor.code == "" && around == nil {
		visitor = p.whoseTrip(si, r)
	}
	if visitor.code == "" {
		if around == nil {
			return false
		}
		visitor = visitorOf(around)
	}
	if visitor.person == nobody && around != nil && (loose || !t.childLemma(r.noun, language.RelNmodPoss, "its")) {
		visitor.person = p.personOf(around, visitor.code)
	}
	if host.country == "" {
		switch {
		case around != nil:
			host = around.place
		case p.thePlace(si, r.noun+1, end):
			if l, ok := p.thereBefore(si, r.at); ok && l.country != visitor.code {
				host = l
			} else if p.here.country != "" && p.here.country != visitor.code {
				host = p.here
			} else if e := p.toldBefore(si, r.at, 4, func(e *event) bool {
				return e.status == Held && e.has(visitor.code) && e.place.country != "" && e.place.country != visitor.code
			}); e != nil {
				host = e.place
			}
		case p.here.country != visitor.code && p.tripAbroad(t, r.noun):
			host = p.here
		case t.caseOf(r.noun) == "for": // "chose Tokyo for his first trip"
			if l, ok := p.placeBefore(si, r.at); ok {
				host = l
			}
		}
	}
	if host.country == "" || host.country == visitor.code {
		return false
	}
	p.setTravel(c, visitor, host)
	if around != nil {
		c.When = around.when
	}
	return true
}

// ownCountry gives whose country "my country", "our nation" is, where a token is
// that noun.
func (p *page) ownCountry(si, i int) actor {
	t := p.tree(si)
	if i >= len(t.s.Tokens) || !placeWord(t.lemma(i)) {
		return actor{person: nobody}
	}
	if poss := t.child(i, language.RelNmodPoss); poss >= 0 && t.upos(poss) == language.PRON {
		for _, a := range p.single(si, poss, nil) {
			return actor{person: nobody, code: a.code}
		}
	}
	return actor{person: nobody}
}

// whoseTrip gives the traveller who is named only behind "his" or before the
// clause: "With this visit, his ninth to Kyiv, David Lammy has", "For JD Vance it
// was the first journey to Italy".
func (p *page) whoseTrip(si int, r *rank) actor {
	t := p.tree(si)
	if strings.EqualFold(t.word(0), "for") {
		for k := 1; k < min(6, r.at); k++ {
			if m := p.mention(si, k); m != nil && m.kind == mPerson {
				return actor{person: m.person, code: p.people[m.person].country}
			}
		}
	}
	if !t.childLemma(r.at, language.RelNmodPoss, "his", "her", "he", "she") && !t.childLemma(r.noun, language.RelNmodPoss, "his", "her", "he", "she") {
		return actor{person: nobody}
	}
	for k := r.noun + 1; k < len(t.s.Tokens); k++ {
		if m := p.mention(si, k); m != nil && m.kind == mPerson && (t.rel(k) == language.RelNsubj || t.rel(k) == language.RelNsubjPass) {
			return actor{person: m.person, code: p.people[m.person].country}
		}
	}
	return actor{person: nobody}
}

// toRegion tells a journey to more than one state: "his fourth visit to the
// Middle East", "her first to Africa".
func (p *page) toRegion(si, from, to int) bool {
	t := p.tree(si)
	if from >= to || t.word(from) != "to" {
		return false
	}
	for k := from + 1; k < min(from+4, to); k++ {
		switch t.word(k) {
		case "East", "Europe", "Africa", "Asia", "Balkans", "Caucasus", "Gulf", "Pacific", "Caribbean", "Latin", "America", "Mideast", "region", "continent":
			return p.codeAt(si, k) == ""
		}
	}
	return false
}

// metAbroad gives the meeting told before at which somebody of a state was a
// guest: in another state, the one asked for if any.
func (p *page) metAbroad(si, i int, visitor, host string) *event {
	return p.toldBefore(si, i, 2, func(e *event) bool {
		return e.kind == Meeting && e.has(visitor) && e.place.country != "" && e.place.country != visitor && (host == "" || e.place.country == host)
	})
}

// personOf gives who acts for a state in an engagement.
func (p *page) personOf(e *event, code string) int32 {
	for _, q := range e.parties {
		if q.code == code && q.person != nobody {
			return q.person
		}
	}
	return nobody
}

// thePlace tells whether tokens [from,to) name a place by its kind alone: "the
// country", "the city".
func (p *page) thePlace(si, from, to int) bool {
	t := p.tree(si)
	for k := from; k < min(from+4, to); k++ {
		switch t.lemma(k) {
		case "country", "city", "capital", "nation", "region":
			return true
		}
	}
	return false
}

// tripAbroad tells "first trip abroad", "first foreign trip".
func (p *page) tripAbroad(t *tree, noun int) bool {
	return p.childWord(t, noun, "abroad", "foreign", "overseas") || noun+1 < len(t.s.Tokens) && t.word(noun+1) == "abroad"
}

func visitorOf(e *event) actor {
	for _, q := range e.parties {
		if q.role == RoleVisitor && q.code != "" {
			return actor{person: q.person, code: q.code}
		}
	}
	return actor{person: nobody}
}

// contactRank reads who meets: "their first meeting since", "the first talks
// between the leaders of China and Britain".
func (p *page) contactRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if e := p.eventAt(si, r.noun); e != nil && contactKind(e.kind) && e.kind != Visit && e.countries() >= 2 && !p.withGroup(e) {
		p.takeParties(c, e)
		return true
	}
	var as []actor
	for _, at := range []int{r.noun, r.at} {
		t.children(at, func(k int) bool {
			switch t.rel(k) {
			case language.RelNmodPoss:
				as = append(as, p.actors(si, k, nil)...)
			case language.RelNmod, language.RelObl:
				switch t.caseOf(k) {
				case "between", "with", "of", "among":
					as = append(as, p.actors(si, k, nil)...)
				}
			case language.RelCompound, language.RelAmod:
				if m := p.mention(si, k); m != nil && (m.kind == mState || m.kind == mPeople || m.kind == mOrg || m.kind == mPerson) {
					as = append(as, p.single(si, k, nil)...)
				}
			}
			return true
		})
	}
	keep := as[:0]
	for _, a := range as {
		if !p.membersOnly(a.code) { // "the leaders of the two countries" at a G20 summit
			keep = append(keep, a)
		}
	}
	p.setParties(c, keep)
	if len(c.Parties) >= 2 {
		return true
	}
	want := ""
	if len(c.Parties) == 1 {
		want = c.Parties[0].Country
	}
	if p.childWord(t, r.noun, "such") { // "the first such meeting": of the numbered gathering
		if e := p.seriesTold(si, r.at); e != nil && e.number > 0 {
			p.seriesClaim(c, e)
			c.Type = SeriesNumber
			return len(c.Parties) > 0
		}
	}
	e := p.toldBefore(si, r.at, 3, func(e *event) bool {
		if e.kind != Meeting && e.kind != Call && !(e.kind == Summit && e.practice == "") || want != "" && !e.has(want) {
			return false
		}
		return e.countries() >= 2 && !p.withGroup(e) && (r.kind != Call || e.kind == Call)
	})
	if e == nil && len(c.Parties) == 0 { // "It is the leaders' second meeting this year; Lasso and Boluarte met on Saturday"
		e = p.toldBefore(si, len(t.s.Tokens), 0, func(e *event) bool {
			return (e.kind == Meeting || e.kind == Call && r.kind == Call) && e.countries() == 2 && !p.withGroup(e)
		})
	}
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	return true
}

// withGroup tells whether a mere group of states is among the parties of a
// meeting of two.
func (p *page) withGroup(e *event) bool {
	for _, q := range e.parties {
		if p.membersOnly(q.code) {
			return true
		}
	}
	return false
}

// timesRank reads "the first time that the two leaders met since", "visited
// Rome for the second time".
func (p *page) timesRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if p.timeAt(si, r, c) {
		return true
	}
	if p.datedTime(si, r) {
		return false // "have met twice, the first time in November"
	}
	v := -1
	alone := r.at > 1 && strings.EqualFold(t.word(r.at-1), "the") && strings.EqualFold(t.word(r.at-2), "for") && !p.cleft(t, r.noun)
	if !alone {
		for k := r.noun + 1; k < r.stop && k-r.noun < 26; k++ {
			if r.since >= 0 && k >= r.since && strings.EqualFold(t.word(r.since), "since") {
				break
			}
			if t.rel(k) == language.RelAclRelcl && t.head(k) > r.noun && !p.inTime(si, t.head(k)) || t.childLemma(k, language.RelNsubj, "who") { // "that Xi, who flew in on Tuesday, had been"
				continue
			}
			if t.rel(k) == language.RelAmod || p.mention(si, k) != nil { // "a scheduled flight", "the United States"
				continue
			}
			if t.upos(k) == language.VERB || t.upos(k) == language.AUX && t.rel(k) != language.RelAux && t.rel(k) != language.RelAuxPass {
				v = k
				break
			}
		}
	}
	if v < 0 { // "for the first time", or the clause before it
		for h, n := t.head(r.noun), 0; h >= 0 && n < 4; h, n = t.head(h), n+1 {
			if t.isVerb(h) || h == 0 && t.rel(h) == language.RelAdvcl && t.lemma(h) == "meeting" {
				v = h
				break
			}
			if cop := t.child(h, language.RelCop); cop >= 0 { // "was in China for the first time"
				v = cop
				break
			}
			if p.guestAt(si, h, c) {
				return true
			}
			if t.rel(h) == language.RelAclRelcl {
				break
			}
		}
	}
	if v >= 0 && r.n > 1 && p.bodyTimes(si, v, r, c) {
		return true
	}
	if v >= 0 && p.timesOf(si, v, r, c) {
		return true
	}
	if alone {
		return false
	}
	e := p.toldBefore(si, r.at, 3, func(e *event) bool { return contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit) })
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	return true
}

// bodyTimes reads "The Turkish-Tajik commission met for the 12th time", "the ninth
// time that China, Japan and South Korea have held such a summit".
func (p *page) bodyTimes(si, v int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if s, passive := t.subject(v); s >= 0 && !passive && bodyNoun(t.lemma(s)) && (t.lemma(v) == "meet" || t.lemma(v) == "convene" || t.lemma(v) == "sit") {
		if codes := p.seriesOwners(si, s); len(codes) >= 2 {
			return p.series(c, codes)
		}
	}
	if o := t.child(v, language.RelObj); v > r.noun && o >= 0 && holdsSession(t.lemma(v)) {
		if what, _ := countedNoun(t.lemma(o)); what != countsSeries {
			return false
		}
		codes := p.subjectCodes(si, v)
		return len(codes) >= 2 && p.series(c, codes)
	}
	return false
}

// series makes a claim one of the number in the series of some sides.
func (p *page) series(c *Claim, codes []string) bool {
	c.Type, c.Kind, c.Parties = SeriesNumber, Summit, nil
	for _, code := range codes {
		c.Parties = append(c.Parties, Party{Country: code, Role: RoleParty})
	}
	return true
}

// cleft tells "It is for the first time that", whose deed comes behind.
func (p *page) cleft(t *tree, noun int) bool {
	return t.child(noun, language.RelCop) >= 0 && t.childLemma(noun, language.RelNsubj, "it", "this", "that")
}

// datedTime tells "the first time in November", which only says when it was.
func (p *page) datedTime(si int, r *rank) bool {
	t := p.tree(si)
	if r.at < 2 || strings.EqualFold(t.word(r.at-2), "for") || r.since >= 0 {
		return false
	}
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; x.Type == timex.Date && x.First > r.noun && x.First-r.noun <= 2 && (t.word(r.noun+1) == "in" || t.word(r.noun+1) == "on") {
			return true
		}
	}
	return false
}

// timeAt reads "his first time in Egypt", "Trump's fourth time at NATO".
func (p *page) timeAt(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if r.noun+2 >= len(t.s.Tokens) {
		return false
	}
	switch strings.ToLower(t.word(r.noun + 1)) {
	case "in", "at", "on":
	default:
		return false
	}
	host, ok := p.destination(si, r.noun+1, min(r.noun+5, r.stop))
	if !ok {
		return false
	}
	poss := t.child(r.noun, language.RelNmodPoss)
	if poss < 0 {
		return false
	}
	for _, a := range p.single(si, poss, nil) {
		if a.code != "" && a.code != host.country {
			p.setTravel(c, a, host)
			return true
		}
	}
	return false
}

// guestAt reads "The Turkish president, in Athens for the first time": a place
// that is said of somebody without a verb, or with one that hangs elsewhere.
func (p *page) guestAt(si, h int, c *Claim) bool {
	t := p.tree(si)
	m := p.mention(si, h)
	if m == nil || m.kind != mCity && m.kind != mState && m.kind != mSeat {
		return false
	}
	switch t.caseOf(h) {
	case "in", "at", "to":
	default:
		return false
	}
	host, ok := p.destination(si, h, h+1)
	if !ok {
		return false
	}
	who := t.head(h)
	if who >= 0 && (t.isVerb(who) || t.upos(who) == language.ADV) {
		if t.isVerb(who) && t.lemma(who) != "be" {
			return false
		}
		who, _ = t.subject(who)
	}
	if s, _ := t.subject(h); who < 0 && s >= 0 {
		who = s
	}
	if who < 0 {
		return false
	}
	for _, a := range p.single(si, who, nil) {
		if a.code != "" && a.code != host.country && !a.group {
			p.setTravel(c, a, host)
			return true
		}
	}
	return false
}

// holderRank reads "the first Indian prime minister to visit Kenya", "the
// first foreign leader to meet Trump", "the first U.S. president in Cuba".
func (p *page) holderRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	visitor := actor{person: nobody}
	for k := r.at + 1; k <= r.noun && visitor.code == ""; k++ {
		visitor.code = p.codeAt(si, k)
	}
	if w := strings.ToLower(t.lemma(r.noun)); visitor.code == "" && (w == "pope" || w == "pontiff") {
		visitor.code = "VAT"
	}
	if r.n > 1 && visitor.code == "" {
		return false // "the fourth foreign leader to visit": of many states
	}
	v := -1
	for k := r.noun + 1; k < min(r.noun+10, r.stop); k++ {
		if w := strings.ToLower(t.word(k)); (w == "to" || w == "who" || w == "whom" || w == "that") && k+1 < r.stop {
			for m := k + 1; m < min(k+7, r.stop); m++ {
				if t.upos(m) == language.VERB {
					v = m
					break
				}
			}
			break
		}
	}
	guest := false // "the first leader hosted by"
	if k := r.noun + 1; v < 0 && k < r.stop && t.tok(k).XPOS == language.XPOSVBN {
		v, guest = k, true
	}
	// who it is: the subject, or the person in front
	subj := t.child(r.noun, language.RelNsubj)
	if h := t.head(r.noun); subj < 0 && h >= 0 && t.lemma(h) == "become" { // "met Trump, becoming the first leader to visit"
		subj, _ = t.subject(h)
	}
	if subj >= 0 {
		if as := p.single(si, subj, nil); len(as) == 1 && as[0].code != "" && (visitor.code == "" || visitor.code == as[0].code) {
			visitor = actor{person: as[0].person, code: as[0].code}
		}
	}
	if visitor.code == "" { // "the first head of state of her country to come"
		for k := r.noun + 1; k < min(r.noun+6, r.stop) && visitor.code == ""; k++ {
			if t.rel(k) == language.RelNmodPoss && t.upos(k) == language.PRON {
				for _, a := range p.single(si, k, nil) {
					visitor = actor{person: a.person, code: a.code}
				}
			}
		}
	}
	if visitor.person != nobody {
		// said of a person
	} else if who := p.personBefore(si, r.at, visitor.code); who != nobody {
		visitor.person = who
		if visitor.code == "" {
			visitor.code = p.people[who].country
		}
	}
	if visitor.code == "" {
		return false
	}
	kind, from := Visit, r.noun+1
	if v >= 0 {
		from = v + 1
		switch t.lemma(v) {
		case "make", "pay":
			if p.byPhone(t, v) || t.childLemma(v, language.RelObj, "call") {
				kind = Call
			}
		case "visit", "travel", "go", "come", "tour", "fly", "set", "step", "arrive", "land", "return", "enter":
		case "do": // "the first to do so"
			return p.didSo(si, r.at, visitor, c)
		case "meet", "see", "speak", "talk", "phone", "call", "telephone":
			kind = Meeting
			if t.lemma(v) == "phone" || t.lemma(v) == "telephone" || t.lemma(v) == "call" {
				kind = Call
			}
		case "receive", "host", "welcome", "greet", "give":
			if !t.passive(v) && !guest && t.lemma(v) != "receive" {
				return false
			}
		case "accord", "grant", "afford", "honour", "honor", "treat", "fete":
			if !t.passive(v) || !p.honoursVisit(t, v) {
				return false
			}
		default:
			return false
		}
	} else if r.noun+1 >= len(t.s.Tokens) || strings.ToLower(t.word(r.noun+1)) != "in" && strings.ToLower(t.word(r.noun+1)) != "here" && strings.ToLower(t.word(r.noun+1)) != "there" {
		return false
	}
	end := r.stop
	if r.since > max(r.noun, v) {
		end = r.since
	}
	if kind != Visit {
		for k := from; k < end; k++ {
			if code := p.codeAt(si, k); code != "" && code != visitor.code {
				other := actor{person: nobody, code: code}
				if m := p.mention(si, k); m.kind == mPerson {
					other.person = m.person
				}
				c.Kind = kind
				p.setParties(c, []actor{visitor, other})
				return true
			}
		}
		e := p.toldBefore(si, r.at, 3, func(e *event) bool { return (e.kind == Meeting || e.kind == Call) && e.has(visitor.code) })
		if e == nil {
			return false
		}
		p.takeParties(c, e)
		return len(c.Parties) >= 2
	}
	host, ok := p.destination(si, from, end)
	if o := -1; !ok && v >= 0 {
		if o = t.child(v, language.RelOblAgent, language.RelObj); o >= 0 { // "the first to visit Trump", "received by Macron"
			if m := p.mention(si, o); m != nil && m.kind == mPerson {
				host.country, ok = p.people[m.person].country, p.people[m.person].country != ""
			} else if t.upos(o) == language.PRON { // "to visit us"
				if as := p.single(si, o, nil); len(as) == 1 {
					host.country, ok = as[0].code, as[0].code != ""
				}
			}
		}
	}
	if !ok || host.country == visitor.code {
		there := false
		for k := from - 1; k < end; k++ {
			w := strings.ToLower(t.word(k))
			there = there || w == "there"
			if w == "here" {
				host, ok = p.here, p.here.country != ""
			}
		}
		if there {
			if host, ok = p.placeBefore(si, r.at); !ok {
				host, ok = p.thereBefore(si, r.at)
			}
		}
	}
	if !ok || host.country == visitor.code {
		e := p.toldBefore(si, r.at, 3, func(e *event) bool { return e.kind == Visit && e.codeOf(RoleVisitor) == visitor.code })
		if e == nil {
			e = p.toldBefore(si, r.at, 3, func(e *event) bool {
				return contactKind(e.kind) && e.has(visitor.code) && e.place.country != "" && e.place.country != visitor.code
			})
		}
		if e == nil {
			return false
		}
		host = e.place
	}
	p.setTravel(c, visitor, host)
	return true
}

// honoursVisit tells "be accorded a state visit", "be honoured with a state
// visit".
func (p *page) honoursVisit(t *tree, v int) bool {
	for k := v + 1; k < len(t.s.Tokens) && k-v <= 5; k++ {
		if l := t.lemma(k); l == "visit" || l == "dinner" || l == "reception" {
			return true
		}
	}
	return false
}

// didSo reads "the first Egyptian leader to do so": what was told before.
func (p *page) didSo(si, i int, who actor, c *Claim) bool {
	e := p.toldBefore(si, i, 1, func(e *event) bool {
		return e.kind == Visit && e.codeOf(RoleVisitor) == who.code || (e.kind == Meeting || e.kind == Call) && e.has(who.code) && e.countries() >= 2
	})
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	return len(c.Parties) >= 2
}

// personBefore gives the person named last before token i, of a state where
// one is asked for; sentences before count too.
func (p *page) personBefore(si, i int, code string) int32 {
	for k := len(p.said) - 1; k >= 0; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= i || si-s.sent > 3 {
			continue
		}
		who := &p.people[s.person]
		if who.spokesman || who.country == "" || code != "" && who.country != code {
			continue
		}
		return s.person
	}
	return nobody
}

// againRank reads an ordinal that stands alone: of the engagement told before
// it, or of the noun of which it is said.
func (p *page) againRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	next := ""
	if r.at+1 < len(t.s.Tokens) {
		next = strings.ToLower(t.word(r.at + 1))
	}
	possessed := t.child(r.at, language.RelNmodPoss) >= 0
	if next == "of" && r.n == 1 && p.ofItsKind(t, r.at) {
		return p.itsKind(si, r, c)
	}
	if next == "of" {
		return p.ofSeriesRank(si, r, c)
	}
	if next == "for" && r.n == 1 && r.at > 0 && strings.EqualFold(t.word(r.at-1), "a") && p.forBoth(t, r.at+2) { // "a first for the two"
		return p.itsKind(si, r, c)
	}
	if (next == "for" || next == "by") && r.n == 1 && r.at > 0 && strings.EqualFold(t.word(r.at-1), "a") {
		return p.aFirst(si, r, c)
	}
	if next == "for" && r.since < 0 { // "the summit was the first for the new president"
		return false
	}
	if subj := t.child(r.at, language.RelNsubj); subj >= 0 { // "the trip was the first by"
		switch what, kind := countedNoun(t.lemma(subj)); what {
		case countsTravel:
			r.what, r.kind = what, kind
			return p.travelRank(si, r, c)
		case countsContact:
			r.what, r.kind = what, kind
			return p.contactRank(si, r, c)
		case countsSeries:
			if r.n == 1 && next == "in" && possessed && !p.inTime(si, r.at+2) {
				return false // "The summit is the alliance's first in Asia"
			}
			if p.seriesRank(si, r, c) {
				return false
			}
		}
		if host, ok := p.destination(si, r.at+1, min(r.at+4, r.stop)); ok && next == "in" { // "he will be the first in Fiji since 1981"
			if as := p.single(si, subj, nil); len(as) == 1 && as[0].code != "" && as[0].code != host.country {
				p.setTravel(c, as[0], host)
				return true
			}
		}
	}
	if h := t.head(r.at); t.rel(r.at) == language.RelAppos && h >= 0 && possessed { // "The trip, his 19th to China"
		if what, kind := countedNoun(t.lemma(h)); what == countsTravel && p.eventAt(si, h) == nil {
			r.kind = kind
			return p.travelRank(si, r, c)
		}
	}
	if p.besideRank(si, r, c) {
		return true
	}
	if g := p.gatheringBeside(t, r.at); r.n > 1 && g >= 0 { // "the Italian-Spanish summit, the 21st, in Rome"
		r.noun, r.what, r.kind = g, countsSeries, Summit
		p.seriesRank(si, r, c)
		return false
	}
	if r.n > 1 {
		if p.predicate(t, r.at) || p.holdsSeries(si, r.at) || p.elliptic(si, r.at) {
			p.seriesRank(si, r, c)
			return false
		}
		return possessed && p.apposedRank(si, r, c)
	}
	if e := p.seriesTold(si, r.at); r.since >= 0 && e != nil && e.sent == si && e.kind == Summit && (next == "to" || next == "held") { // "the first to be held in person since 2019"
		p.seriesClaim(c, e)
		c.When = e.when
		return true
	}
	if p.holdsSeries(si, r.at) {
		p.seriesRank(si, r, c)
		return false
	}
	if r.since < 0 && !p.againNamed(si, r) {
		return false
	}
	if r.since >= 0 && r.since-r.at > 12 {
		return false
	}
	theirs := t.childLemma(r.at, language.RelNmodPoss, "their") && next != "to"
	if possessed && !theirs || next == "to" || next == "by" {
		r.kind = Visit
	}
	// what is told next before it
	e := p.toldBefore(si, r.at, 1, func(e *event) bool {
		if !contactKind(e.kind) || r.kind == Visit && e.kind != Visit || (next == "between" || theirs) && e.kind == Visit {
			return false
		}
		return e.countries() >= 2 || e.kind == Visit
	})
	if e == nil || e.sent != si && !p.predicate(t, r.at) && t.rel(r.at) != language.RelRoot {
		return false
	}
	p.takeParties(c, e)
	return true
}

// gatheringBeside gives the gathering whose number stands behind a comma, "The
// East Asia Summit, the 19th of its kind"; -1 where there is none.
func (p *page) gatheringBeside(t *tree, i int) int {
	if i < 3 || !strings.EqualFold(t.word(i-1), "the") || t.word(i-2) != "," || i+1 < len(t.s.Tokens) && t.upos(i+1) != language.PUNCT && !p.ofItsKind(t, i) {
		return -1
	}
	if what, _ := countedNoun(t.lemma(i - 3)); what == countsSeries || highLevel(t, i-3) {
		return i - 3
	}
	return -1
}

// forBoth tells "the two", "both", "the two leaders" from a token on.
func (p *page) forBoth(t *tree, i int) bool {
	for k := i; k < len(t.s.Tokens) && k-i < 2; k++ {
		if w := t.word(k); w == "two" || w == "both" || w == "them" || w == "either" {
			return true
		}
	}
	return false
}

// aFirst reads "a first for a Syrian president": of what was told right before,
// if that state's visitor did it.
func (p *page) aFirst(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	for k := r.at + 2; k < min(r.at+7, r.stop); k++ {
		code := p.codeAt(si, k)
		if code == "" {
			continue
		}
		holder := false
		for m := k; m < min(k+4, r.stop); m++ {
			what, _ := countedNoun(t.lemma(m))
			holder = holder || what == countsHolders
		}
		e := p.toldBefore(si, r.at, 1, func(e *event) bool { return e.kind == Visit && e.codeOf(RoleVisitor) == code })
		if e == nil || !holder {
			return false
		}
		p.takeParties(c, e)
		return true
	}
	return false
}

// ofItsKind tells "the first of its kind".
func (p *page) ofItsKind(t *tree, i int) bool {
	for k := i + 2; k < len(t.s.Tokens) && k-i < 5; k++ {
		switch t.lemma(k) {
		case "kind", "sort", "type":
			return true
		}
	}
	return false
}

// itsKind reads "held a trilateral summit, the first of its kind": of what was
// told right before.
func (p *page) itsKind(si int, r *rank, c *Claim) bool {
	e := p.toldBefore(si, r.at, 1, func(e *event) bool { return contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit) })
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	return true
}

// besideRank reads an ordinal that ranks once more what one before it in the
// sentence did: "his third trip to Angola, and the second this year", "their 17th
// consultations, the first for six years".
func (p *page) besideRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	if len(p.claims) == 0 || r.at == 0 || t.child(r.at, language.RelCop) >= 0 {
		return false
	}
	o := &p.claims[len(p.claims)-1]
	if o.Start != int(t.s.Start) || o.Type == Last || o.Type == Frequency || o.Type == SeriesNumber && r.n > 1 {
		return false
	}
	before := strings.ToLower(t.word(r.at - 1))
	if before != "the" && before != "but" && t.child(r.at, language.RelNmodPoss) < 0 {
		return false
	}
	_, dated := p.periodNear(si, r.at, r.stop)
	if r.since < 0 && !(r.n > 1 && dated) || r.since >= 0 && r.since-r.at > 3 {
		return false
	}
	c.Parties, c.Kind, c.When, c.Country, c.Place = slices.Clone(o.Parties), o.Kind, o.When, o.Country, o.Place
	if l, ok := p.destination(si, r.at+1, min(r.at+5, r.stop)); ok && c.Kind == Visit && l.country != c.Country && (p.tree(si).word(r.at+1) == "in" || p.tree(si).word(r.at+1) == "to") { // "and the first in Fiji since 1981"
		for k := range c.Parties {
			switch c.Parties[k].Role {
			case RoleVisitor:
				if c.Parties[k].Country == l.country {
					return false
				}
			case RoleHost:
				c.Parties[k] = Party{Country: l.country, Role: RoleHost}
			}
		}
		c.When, c.Country, c.Place = "", l.country, l.place
	}
	return true
}

// apposedRank reads an ordinal of two or more that belongs to somebody and
// stands beside what it counts: "held talks, their second in nine months", "a
// state visit, his fifth to Vietnam".
func (p *page) apposedRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	next := ""
	if r.at+1 < len(t.s.Tokens) {
		next = strings.ToLower(t.word(r.at + 1))
	}
	travel := next == "to" || next == "there" || next == "here"
	_, dated := p.periodNear(si, r.at, r.stop)
	if !travel && !dated && next != "since" && next != "." && next != "," {
		return false
	}
	e := p.toldBefore(si, r.at, 0, func(e *event) bool {
		if travel || t.childLemma(r.at, language.RelNmodPoss, "his", "her") && next != "since" {
			return e.kind == Visit && e.place.country != ""
		}
		return contactKind(e.kind) && (e.countries() >= 2 || e.kind == Visit)
	})
	if e == nil {
		return false
	}
	p.takeParties(c, e)
	return true
}

// elliptic tells an ordinal that stands for a numbered gathering: "five years
// after the 35th at Sandhurst", "The sixth, in 2021, had been held by video".
func (p *page) elliptic(si, i int) bool {
	t := p.tree(si)
	if i == 0 || i+2 >= len(t.s.Tokens) || !strings.EqualFold(t.word(i-1), "the") || len(p.claimedSeries()) == 0 && p.numberAhead(si, i) == nil {
		return false
	}
	k := i + 1
	if t.word(k) == "," {
		k++
	}
	switch strings.ToLower(t.word(k)) {
	case "in", "at", "on":
	default:
		return false
	}
	for n := k + 1; n < len(t.s.Tokens) && n-k <= 2; n++ {
		if m := p.mention(si, n); p.inTime(si, n) || m != nil && (m.kind == mCity || m.kind == mState || m.kind == mSeat) {
			return true
		}
	}
	return t.upos(k+1) == language.PROPN
}

// numberAhead gives the numbered gathering told in the same sentence before a
// token.
func (p *page) numberAhead(si, i int) *event {
	return p.toldBefore(si, i, 1, func(e *event) bool { return e.kind == Summit && e.number > 0 })
}

// predicate tells whether the ordinal is what something is said to be.
func (p *page) predicate(t *tree, i int) bool {
	return t.child(i, language.RelCop) >= 0
}
