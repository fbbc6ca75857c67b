package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// traveller finds who makes a visit that is named with its country alone: the
// subject of the clause that it is the occasion of ("told a news conference at
// the end of a visit to Mexico"), or the owner of the tour that it is a stop of.
func (p *page) traveller(e *event) []actor {
	si, t := e.sent, p.tree(e.sent)
	if tour := p.tourOf(t, e.tok); tour >= 0 {
		if poss := t.child(tour, language.RelNmodPoss); poss >= 0 {
			return p.inOffice(p.actors(si, poss, nil))
		}
	}
	at := e.tok
	for n := 0; n < 3; n++ {
		h := t.head(at)
		if h < 0 || t.rel(at) != language.RelNmod || t.caseOf(at) != "of" || !stageNoun(t.lemma(h)) {
			break
		}
		at = h
	}
	switch t.caseOf(at) {
	case "of", "out": // "pulled out of a visit to"
		if h := t.head(at); h < 0 || p.governing(t, h) != lexicon.SaysCancel {
			return nil
		}
	case "on", "during", "at", "in", "after", "before", "following", "ahead", "as", "through", "throughout", "from":
	default:
		return nil
	}
	return p.above(si, at)
}

// goesWhere gives who makes a journey of which only the clause behind "where"
// says so: "the year will close with a trip to Moscow, where Mirziyoyev is to
// meet Putin".
func (p *page) goesWhere(e *event, dests []locus) []actor {
	si, t := e.sent, p.tree(e.sent)
	if len(dests) != 1 || dests[0].sent != si || t.child(e.tok, language.RelNmodPoss) >= 0 {
		return nil
	}
	for k := dests[0].tok + 1; k < len(t.s.Tokens) && k-dests[0].tok < 9; k++ {
		if t.isVerb(k) || t.word(k) == ";" {
			break
		}
		if t.word(k) != "where" {
			continue
		}
		v := t.head(k)
		if v < 0 || !t.isVerb(v) {
			return nil
		}
		s, _ := t.subject(v)
		if s < 0 {
			return nil
		}
		who := p.inOffice(p.actors(si, s, nil))
		if len(who) != 1 || who[0].code == dests[0].country {
			return nil
		}
		return who
	}
	return nil
}

// above gives who stands over a noun: the owner of the noun that it hangs on
// ("his remarks during a visit to"), or the subject of its clause.
func (p *page) above(si, at int) []actor {
	t := p.tree(si)
	for n, h := 0, t.head(at); n < 5 && h >= 0; n, h = n+1, t.head(h) {
		if t.isVerb(h) || t.child(h, language.RelCop) >= 0 {
			s, _ := t.subject(h)
			if s < 0 {
				return nil
			}
			who := p.inOffice(p.actors(si, s, nil))
			if by := t.child(h, language.RelOblAgent); len(who) == 0 && by >= 0 { // "was handed over by the minister during a visit"
				who = p.inOffice(p.actors(si, by, nil))
			}
			return who
		}
		if poss := t.child(h, language.RelNmodPoss); poss >= 0 {
			return p.inOffice(p.actors(si, poss, nil))
		}
	}
	return nil
}

// ownerOf gives whose tour it is.
func (p *page) ownerOf(si, tour int) []actor {
	if poss := p.tree(si).child(tour, language.RelNmodPoss); poss >= 0 {
		return p.inOffice(p.actors(si, poss, nil))
	}
	return p.above(si, tour)
}

// tourOf gives the tour that a stop belongs to: "the first stop on his tour".
func (p *page) tourOf(t *tree, i int) int {
	tour := -1
	if t.lemma(i) == "stop" || t.lemma(i) == "stopover" {
		t.children(i, func(c int) bool {
			if ts := lexicon.Noun(t.lemma(c)); t.rel(c) == language.RelNmod && len(ts) > 0 && ts[0].Kind == "visit" {
				tour = c
			}
			return true
		})
	}
	return tour
}

// inOffice keeps the actors that are people or hold an office.
func (p *page) inOffice(as []actor) []actor {
	keep := as[:0]
	for _, a := range as {
		if (a.person != nobody || a.office != "") && a.code != "" {
			keep = append(keep, a)
		}
	}
	return keep
}

// aboard gives whom a vehicle carries: "Duda's train", "the plane carrying
// Duda", "Air Force One landed, carrying Trump".
func (p *page) aboard(si, i, verb int) []actor {
	t := p.tree(si)
	switch t.lemma(i) {
	case "plane", "train", "aircraft", "jet", "motorcade", "helicopter", "convoy", "flight", "ship":
		if poss := t.child(i, language.RelNmodPoss); poss >= 0 {
			return p.inOffice(p.actors(si, poss, nil))
		}
	default:
		if i < 2 || t.word(i-1) != "Force" || t.word(i-2) != "Air" {
			return nil
		}
	}
	for _, h := range []int{i, verb} {
		if c := t.child(h, language.RelAcl, language.RelAdvcl); c >= 0 && (t.lemma(c) == "carry" || t.lemma(c) == "bring") {
			if o := t.child(c, language.RelObj); o >= 0 {
				return p.inOffice(p.actors(si, o, nil))
			}
		}
	}
	return nil
}

// amongThem gives those whom a clause names behind "leaders": "13 leaders came
// to Kyiv, Trudeau and Sanchez among them".
func (p *page) amongThem(si, i int) []actor {
	t := p.tree(si)
	if g := lexicon.Group(t.lemma(i)); g != lexicon.Leaders && g != lexicon.OfficeNoun || !strings.HasSuffix(t.word(i), "s") {
		return nil
	}
	for k := i + 2; k+1 < len(t.s.Tokens); k++ {
		if t.word(k) == "among" && t.word(k+1) == "them" {
			return p.inOffice(p.namesBeside(si, k, false))
		}
	}
	return nil
}

// placesListed completes destinations that stand in a list: the tree often
// loses all but one of "Ghana and Ivory Coast".
func (p *page) placesListed(si int, dests []locus) []locus {
	if len(dests) == 0 || dests[0].sent != si {
		return dests
	}
	t := p.tree(si)
	m := p.mention(si, dests[0].tok)
	if m == nil || m.kind != mCity && m.kind != mState {
		return dests
	}
	var list []locus
	and := false
	take := func(k int) *mention { // the place at token k, if it stands in the list
		n := p.mention(si, k)
		if n == nil || n.kind != mCity && n.kind != mState || int(n.to) < len(t.s.Tokens) && (t.lemma(int(n.to)) == "'s" || t.lemma(int(n.to)) == "’s") {
			return nil
		}
		h := k
		for t.head(h) >= int(n.from) && t.head(h) < int(n.to) {
			h = t.head(h)
		}
		if t.rel(h) == language.RelNsubj || t.rel(h) == language.RelNsubjPass {
			return nil
		}
		if l, ok := p.placeAt(si, h); ok && l.country != "" && !listedPlace(dests, l) {
			list = append(list, l)
		}
		return n
	}
	for k := int(m.to); k < len(t.s.Tokens); {
		for k < len(t.s.Tokens) && (t.word(k) == "," || t.word(k) == "and") {
			and = and || t.word(k) == "and"
			k++
		}
		if k >= len(t.s.Tokens) || t.word(k-1) != "," && t.word(k-1) != "and" {
			break
		}
		n := take(k)
		if n == nil {
			break
		}
		k = int(n.to)
	}
	for k := int(m.from) - 1; k > 0; {
		for k > 0 && (t.word(k) == "," || t.word(k) == "and") {
			and = and || t.word(k) == "and"
			k--
		}
		if t.word(k+1) != "," && t.word(k+1) != "and" {
			break
		}
		n := take(k)
		if n == nil {
			break
		}
		k = int(n.from) - 1
	}
	if !and {
		return dests
	}
	return append(dests, list...)
}

// company adds those of other states who travel with the visitor:
// "accompanied by", "flanked by", "along with".
func (p *page) company(e *event) {
	si, t := e.sent, p.tree(e.sent)
	if len(e.parties) == 0 {
		return
	}
	for k := e.parties[0].tok + 1; k+2 < len(t.s.Tokens); k++ {
		if k > e.tok && t.upos(k) == language.VERB && !comesAlong(t, k) {
			return
		}
		if !comesAlong(t, k) {
			continue
		}
		for n := k + 1; n < len(t.s.Tokens) && n-k < 10; n++ {
			m := p.mention(si, n)
			if m == nil || m.kind != mPerson {
				if t.upos(n) == language.VERB || m == nil && t.upos(n) == language.NOUN && t.rel(n) != language.RelNmodDesc {
					break
				}
				continue
			}
			for _, a := range p.inOffice(p.actors(si, p.headAt(si, n), nil)) {
				if a.person != nobody {
					e.add(a, RoleVisitor, si)
				}
			}
			return
		}
	}
}

// comesAlong tells whether two words at token k say that somebody comes along.
func comesAlong(t *tree, k int) bool {
	switch w, next := t.word(k), t.word(k+1); {
	case w == "alongside":
		return true
	case next == "by":
		return w == "accompanied" || w == "flanked" || w == "joined"
	case next == "with":
		return w == "along" || w == "together"
	}
	return false
}

// visiting reads "visiting Chinese Premier Li Qiang", "visiting U.S. Secretary of
// State Antony Blinken": it takes him in as the visitor and gives the state that
// he is in, that of the dateline or of the other official of the sentence.
func (p *page) visiting(e *event) string {
	si, t := e.sent, p.tree(e.sent)
	if !strings.EqualFold(t.word(e.tok), "visiting") {
		return ""
	}
	if k := e.tok - 1; k >= 0 && t.upos(k) != language.PUNCT && t.upos(k) != language.DET && t.upos(k) != language.VERB && t.upos(k) != language.CCONJ {
		switch t.word(k) {
		case "with", "by", "to", "between", "for", "his", "her", "their":
		default:
			return ""
		}
	}
	var guest *mention
	for k := e.tok + 1; k < len(t.s.Tokens) && k-e.tok < 8 && guest == nil; k++ {
		switch m := p.mention(si, k); {
		case m != nil && m.kind == mPerson:
			guest = m
		case m != nil && (m.kind == mPeople || m.kind == mOffice || m.kind == mState || m.kind == mOrg), t.upos(k) == language.ADJ, m == nil && t.upos(k) == language.NOUN,
			t.word(k) == "," && p.mention(si, k-1) != nil && p.mention(si, k-1).kind == mOffice: // "the visiting foreign minister, Johann Wadephul,"
		default:
			return ""
		}
	}
	if guest == nil || !p.travels(p.personActor(guest.person, int(guest.from))) {
		return ""
	}
	code := ""
	home := p.people[guest.person].country
	if p.here.country != "" && p.here.country != home {
		code = p.here.country
	} else {
		for k := range p.sents[si].mentions {
			m := &p.sents[si].mentions[k]
			if m.kind == mPerson && p.people[m.person].country != home && p.travels(p.personActor(m.person, int(m.from))) && !p.isOrg(p.people[m.person].country) {
				code = p.people[m.person].country
				break
			}
		}
	}
	if code == "" {
		return ""
	}
	e.parties = nil
	e.add(p.personActor(guest.person, int(guest.from)), RoleVisitor, si)
	h := t.head(e.tok)
	for n := 0; n < 3 && h >= 0 && !t.isVerb(h); n++ {
		h = t.head(h)
	}
	e.status, e.denied = Held, false
	e.underway = h < 0 || t.tok(h).XPOS != language.XPOSVBD // "told visiting Premier X on Monday": the Monday past
	return code
}

// underScene tells whether a visit told without its country is the one on
// which the story plays: "during his visit", under a foreign dateline.
func (p *page) underScene(e *event) bool {
	if !e.trig.Noun || e.status != Held || e.denied || p.here.country == "" || e.codeOf(RoleVisitor) == p.here.country || e.parties[0].person == nobody {
		return false
	}
	t := p.tree(e.sent)
	at := e.tok
	if h := t.head(at); h >= 0 && t.caseOf(at) == "of" && stageNoun(t.lemma(h)) {
		at = h
	}
	c := t.caseOf(at)
	if h := t.head(at); c == "after" && h >= 0 && (t.lemma(h) == "leave" || t.lemma(h) == "depart" || t.lemma(h) == "return" || t.lemma(h) == "home") { // "left for home after a five-day visit"
		return true
	}
	return c == "during" || (c == "on" || c == "in") && t.lemma(e.tok) == "visit"
}
