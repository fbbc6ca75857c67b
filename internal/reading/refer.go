package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// pronoun resolves a pronoun to whom it stands for, within the report.
func (p *page) pronoun(si, i int, dst []actor) []actor {
	t := p.tree(si)
	switch strings.ToLower(t.word(i)) {
	case "he", "him", "his", "himself":
		return p.oneBefore(si, i, 'm', dst)
	case "she", "her", "hers", "herself":
		return p.oneBefore(si, i, 'f', dst)
	case "they", "them", "their", "theirs", "both", "each", "who", "the":
		return p.sides(si, i, dst)
	case "you":
		if a, ok := p.interviewed(); ok {
			a.tok = i
			return append(dst, a)
		}
	case "we", "us", "our", "ours":
		if a, ok := p.speakerOf(si); ok {
			if a.person != nobody && p.people[a.person].rank() < 6 { // a spokesman or aide speaks for his side
				a.person = nobody
			}
			a.tok, a.group = i, true
			return append(dst, a)
		}
	case "i", "me", "my", "mine":
		if a, ok := p.speakerOf(si); ok {
			a.tok = i
			return append(dst, a)
		}
	case "whose":
		for n, at := 0, i; n < 4 && at >= 0; n, at = n+1, t.head(at) {
			if t.rel(at) == language.RelAclRelcl && t.head(at) < i {
				return p.single(si, t.antecedent(t.head(at), at), dst)
			}
		}
	case "it", "its":
		if a, ok := p.stateBefore(si, i); ok {
			return append(dst, a)
		}
	}
	return dst
}

// oneBefore finds the person that a singular pronoun stands for. Nearness
// counts most, then being the subject, as people write; a pronoun in object
// place is not the subject of its own clause.
func (p *page) oneBefore(si, i int, gender byte, dst []actor) []actor {
	t := p.tree(si)
	own := -1
	possessive := t.rel(i) == language.RelNmodPoss
	if possessive {
		if o := p.guestOfVerb(si, i); o >= 0 {
			return append(dst, p.personActor(p.mention(si, o).person, i))
		}
	}
	if !possessive && t.rel(i) != language.RelNsubj && t.rel(i) != language.RelNsubjPass {
		if s, _ := t.subject(t.clause(i)); s >= 0 {
			if m := p.mention(si, s); m != nil && m.kind == mPerson {
				own = int(m.person)
			} else if o := subjectBefore(t, t.clause(i)); o > s && p.mention(si, o) != nil && p.mention(si, o).kind == mPerson { // two hang on the verb: the nearer is its own
				own = int(p.mention(si, o).person)
			} else if t.upos(s) == language.PRON && s != i && (t.rel(s) == language.RelNsubj || t.rel(s) == language.RelNsubjPass) {
				if as := p.pronoun(si, s, nil); len(as) == 1 {
					own = int(as[0].person)
				}
			}
		}
	}
	if t.rel(i) == language.RelNsubj { // "he had a talk with X; from New York he travels on": the same one
		for k := i - 1; k >= 0; k-- {
			if t.lemma(k) == "latter" && t.rel(k) == language.RelNsubj {
				if as := p.oneOfTwo(si, k, nil); len(as) == 1 && p.people[as[0].person].gender == gender {
					as[0].tok = i
					return append(dst, as[0])
				}
			}
			if t.upos(k) == language.PRON && t.rel(k) == language.RelNsubj && strings.EqualFold(t.word(k), t.word(i)) {
				as := p.oneBefore(si, k, gender, nil)
				for n := range as {
					as[n].tok = i
				}
				return append(dst, as...)
			}
		}
	}
	best, score := nobody, -1<<30
	seen := map[int32]bool{}
	for k := len(p.said) - 1; k >= 0; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= i || si-s.sent > 4 {
			continue
		}
		who := &p.people[s.person]
		if int(s.person) == own || who.spouse || who.gender != 0 && who.gender != gender || who.spokesman && si-s.sent > 0 {
			continue
		}
		v := -4 * (si - s.sent)
		ts := p.tree(s.sent)
		switch rel := ts.rel(p.headOf(s)); rel {
		case language.RelNsubj, language.RelNsubjPass, language.RelNsubjOuter:
			v += 5
			switch ts.rel(ts.clause(p.headOf(s))) {
			case language.RelRoot:
				v++
			case language.RelAclRelcl:
				v -= 2
			}
		case language.RelObl, language.RelNmod:
			if ts.doesNext(p.headOf(s)) { // "a chance for Sikorski to meet X"
				v += 5
			}
		case language.RelNmodPoss, language.RelCompound:
			v -= 3
		case language.RelConj, language.RelAppos:
			v++
		}
		if who.gender == gender {
			v += 2
		}
		if !seen[s.person] {
			v++ // the latest mention of each counts a little more than its earlier ones
		}
		seen[s.person] = true
		if s.sent == si && possessive {
			if subj, _ := t.subject(t.clause(i)); subj >= 0 && p.mention(si, subj) != nil && p.mention(si, subj).person == s.person && p.mention(si, subj).kind == mPerson {
				v += 6
			} else if ts.within(i, ts.clause(p.headOf(s))) {
				v += 2
			}
		}
		if v > score {
			best, score = s.person, v
		}
	}
	if who, v := p.sameAsBefore(si, gender); who != nobody && int(who) != own && v >= score {
		best, score = who, v
	}
	if a, v, ok := p.officeBefore(si, i, own); ok && v > score {
		a.tok = i
		return append(dst, a)
	}
	if best == nobody {
		return dst
	}
	a := p.personActor(best, i)
	return append(dst, a)
}

// oneOfTwo gives whom "the latter" or "the former" takes up: of the two named
// last, the second or the first.
func (p *page) oneOfTwo(si, i int, dst []actor) []actor {
	t := p.tree(si)
	if !t.childLemma(i, language.RelDet, "the") {
		return dst
	}
	second := nobody
	for k := len(p.said) - 1; k >= 0; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= i || p.people[s.person].spouse {
			continue
		}
		switch {
		case si-s.sent > 1 || second != nobody && s.person == second:
			return dst
		case second != nobody:
			return append(dst, p.personActor(s.person, i))
		case t.lemma(i) == "latter":
			return append(dst, p.personActor(s.person, i))
		}
		second = s.person
	}
	return dst
}

// guestOfVerb finds who is received in "X welcomed Y on his visit to the
// country": the journey is the guest's; -1 elsewhere.
func (p *page) guestOfVerb(si, i int) int {
	t := p.tree(si)
	n := t.head(i)
	if n < 0 || t.rel(n) != language.RelObl || !journeyWord(t.lemma(n)) {
		return -1
	}
	switch t.caseOf(n) {
	case "on", "for", "during", "at":
	default:
		return -1
	}
	v := t.head(n)
	if v < 0 || t.passive(v) || !hosting(t.lemma(v)) && t.lemma(v) != "greet" && t.lemma(v) != "congratulate" && t.lemma(v) != "thank" {
		return -1
	}
	o := t.child(v, language.RelObj)
	if o < 0 || o > n {
		return -1
	}
	if m := p.mention(si, o); m == nil || m.kind != mPerson {
		return -1
	}
	return o
}

// sameAsBefore gives whom a pronoun as the subject of the sentence before
// stands for, whom the next takes up: "He flies to Rio, where Milei awaits him.
// From there he goes on to Lima."
func (p *page) sameAsBefore(si int, gender byte) (int32, int) {
	if si == 0 || !p.sents[si-1].built {
		return nobody, 0
	}
	t := p.tree(si - 1)
	for k := range t.s.Tokens {
		if t.upos(k) != language.PRON || t.rel(k) != language.RelNsubj && t.rel(k) != language.RelNsubjPass || t.rel(t.clause(k)) != language.RelRoot && !speech(t.lemma(t.clause(k))) {
			continue
		}
		switch w := strings.ToLower(t.word(k)); {
		case w == "he" && gender == 'm', w == "she" && gender == 'f':
		default:
			return nobody, 0
		}
		if as := p.oneBefore(si-1, k, gender, nil); len(as) == 1 {
			return as[0].person, 4
		}
		return nobody, 0
	}
	return nobody, 0
}

// officeBefore finds an office in the place of a name that a pronoun can take
// up, as the subject of the sentence or of one of the two before it: "The
// Indian leader flew on to Paris. He met ...". It scores it as a name would be.
func (p *page) officeBefore(si, i, own int) (actor, int, bool) {
	for d := 0; d <= 2 && si-d >= 0; d++ {
		k := si - d
		t := p.tree(k)
		for v := range t.s.Tokens {
			if d == 0 && v >= i {
				break
			}
			if t.rel(v) != language.RelNsubj && t.rel(v) != language.RelNsubjPass {
				continue
			}
			m := p.mention(k, v)
			if m != nil && m.kind != mOffice || m == nil && lexicon.Group(t.lemma(v)) != lexicon.Leaders {
				continue
			}
			if o := p.officeAt(k, v, m); o.plural || o.spokesman {
				continue
			}
			as := p.officeActors(k, v, m, nil)
			if len(as) != 1 || as[0].code == "" || as[0].weak || as[0].person != nobody && int(as[0].person) == own {
				continue
			}
			score := 6 - 4*d
			if t.rel(t.clause(v)) == language.RelRoot {
				score++
			}
			return as[0], score, true
		}
	}
	return actor{}, 0, false
}

// headAt gives the head token of the name that a token belongs to.
func (p *page) headAt(si, tok int) int { return p.headOf(sighting{sent: si, tok: tok}) }

// headOf gives the head token of a mention of a person.
func (p *page) headOf(s sighting) int {
	m := p.mention(s.sent, s.tok)
	if m == nil {
		return s.tok
	}
	t := p.tree(s.sent)
	for i := int(m.from); i < int(m.to); i++ {
		if h := t.head(i); h < int(m.from) || h >= int(m.to) {
			return i
		}
	}
	return s.tok
}

// sides gives the two (or more) that "the two leaders", "both sides", "they"
// stand for: the parties of the engagement told last, or else the two people
// of different states named last.
func (p *page) sides(si, i int, dst []actor) []actor {
	return p.sidesIn(si, i, officeUse{}, dst)
}

// sidesIn gives the sides that hold an office, where the phrase names one: "the
// two presidents" are not the president and the premier told of last.
func (p *page) sidesIn(si, i int, office officeUse, dst []actor) []actor {
	t := p.tree(si)
	want := 2
	for _, c := range []int{i, t.child(i, language.RelNummod)} {
		if c >= 0 && (strings.EqualFold(t.word(c), "three") || t.word(c) == "3") {
			want = 3
		}
	}
	if pair := p.subjectPair(si, i, want); len(pair) > 0 {
		return append(dst, pair...)
	}
	hint := p.sceneOf(si, i)
	var found []actor
	take := func(a actor) {
		if a.code == "" {
			return
		}
		for _, f := range found {
			if f.code == a.code {
				return
			}
		}
		a.tok, a.group = i, true
		found = append(found, a)
	}
	for k := len(p.events) - 1; k >= 0 && len(found) < want; k-- {
		e := &p.events[k]
		if e.sent > si || e.sent == si && e.tok >= i || si-e.sent > 8 || e.kind == Arrangement || t.upos(i) == language.PRON && p.bodyAtHost(e) {
			continue
		}
		if e.countries() >= want && e.countries() <= want+1 {
			if hint != "" && want == 2 && !e.has(hint) && e.place.country != hint {
				continue
			}
			if want == 2 && e.sent < si && (p.saidAside(e.sent, e.tok) || e.past(p)) && p.pairToldBefore(k, si) {
				continue
			}
			if hint == "" && p.newPairBetween(e.sent, e.tok, si, i, e) {
				break
			}
			if e.kind == Summit && want == 2 && p.membersOnly(e.practice) && (t.upos(i) == language.PRON || t.lemma(i) == "leader" && t.child(i, language.RelNummod) < 0) && !slices.ContainsFunc(e.parties, func(q participant) bool { return q.person != nobody }) { // "NATO leaders met. They will meet again"
				return append(dst, actor{person: nobody, code: e.practice, tok: i, group: true})
			}
			if office.role != "" && p.holdOther(e, office) {
				continue
			}
			for _, q := range e.parties {
				if p.isOrg(q.code) && q.person == nobody && e.countries() > want {
					continue
				}
				take(actor{person: q.person, code: q.code})
			}
			if len(found) >= want {
				if pair := p.peopleNamed(si, i, want); samePair(found, pair) { // told of states, then people of theirs are named
					found = pair
				}
				return append(dst, found...)
			}
		}
	}
	if pair := p.guestAndHost(hint, si, want); len(pair) > 0 {
		for k := range pair {
			pair[k].tok, pair[k].group = i, true
		}
		return append(dst, pair...)
	}
	if pair := p.peopleNamed(si, i, want); len(pair) > 0 {
		return append(dst, pair...)
	}
	return append(dst, p.statesNamed(si, i, want)...)
}

// guestAndHost gives whoever has come to the country where a sentence says that the
// two are, and the one named last who is at home there: "took the train to Ukraine,
// where he embraced Zelensky. In Kyiv the two leaders talked".
func (p *page) guestAndHost(country string, si, want int) []actor {
	if country == "" || want != 2 {
		return nil
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		v := &p.events[k]
		if v.kind != Visit || v.place.country != country || v.status != Held || si-v.sent > 4 || v.earlier {
			continue
		}
		host := p.lastActorOf(si, country)
		for _, q := range v.parties {
			if q.role == RoleVisitor && q.person != nobody && host.person != nobody {
				return []actor{{person: q.person, code: q.code}, {person: host.person, code: host.code}}
			}
		}
		return nil
	}
	return nil
}

// bodyAtHost tells the session of a body of which no more is told than where it
// was: that is no pair.
func (p *page) bodyAtHost(e *event) bool {
	return e.kind == Summit && e.practice != "" && !p.membersOnly(e.practice) && e.countries() == 2 && e.has(e.practice) && e.has(e.place.country) && !slices.ContainsFunc(e.parties, func(q participant) bool { return q.person != nobody })
}

// saidAside tells whether a token stands in a clause that the sentence could do
// without: "came from Budapest, where he had met Orban".
func (p *page) saidAside(si, i int) bool {
	t := p.tree(si)
	for n := 0; i >= 0 && n < 40; n++ {
		switch t.rel(i) {
		case language.RelAclRelcl, language.RelAdvcl, language.RelAdvclRelcl:
			return true
		}
		i = t.head(i)
	}
	return false
}

// pairToldBefore tells whether one of the events before the kth, told in the
// main clause of a sentence not far before si, has two sides, one of them that
// of the kth: "the two" goes on with these.
func (p *page) pairToldBefore(k, si int) bool {
	aside := &p.events[k]
	for n := k - 1; n >= 0; n-- {
		e := &p.events[n]
		if si-e.sent > 4 {
			return false
		}
		if e.kind == Arrangement || e.countries() != 2 || p.saidAside(e.sent, e.tok) || e.past(p) {
			continue
		}
		for _, q := range e.parties {
			if q.person != nobody && slices.ContainsFunc(aside.parties, func(a participant) bool { return a.person == q.person }) {
				return true
			}
		}
	}
	return false
}

// holdOther tells whether somebody who takes part is known to hold another
// office.
func (p *page) holdOther(e *event, office officeUse) bool {
	for _, q := range e.parties {
		if q.person != nobody && p.people[q.person].role != "" && !p.fits(&p.people[q.person], office) || q.person == nobody && p.isOrg(q.code) && office.rank > 0 && office.rank <= 2 {
			return true
		}
	}
	return false
}

// samePair tells whether people stand for just the states that take part
// without a name.
func samePair(states, people []actor) bool {
	for _, a := range states {
		if a.person != nobody || !slices.ContainsFunc(people, func(b actor) bool { return b.code == a.code }) {
			return false
		}
	}
	return len(states) == len(people)
}

// peopleNamed gives the people of different states whom the report names last
// before token i, if there are as many as are wanted.
func (p *page) peopleNamed(si, i, want int) []actor {
	var out []actor
	var codes []string
	for k := len(p.said) - 1; k >= 0 && len(out) < want; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= i || si-s.sent > 6 {
			continue
		}
		who := &p.people[s.person]
		if who.spokesman || who.former {
			continue
		}
		if n := len(codes); len(appendNew(codes, who.country)) > n {
			codes = append(codes, who.country)
			out = append(out, actor{person: s.person, code: who.country, tok: i, group: true})
		}
	}
	if len(out) < want {
		return nil
	}
	return out
}

// statesAsSubject gives the states behind the subject of the sentence before,
// which "they" and "their" take up: "Ministers from Armenia and Turkey met.
// Their envoys".
func (p *page) statesAsSubject(si, i, want int) []actor {
	for s := si; s >= 0 && si-s <= 1; s-- {
		t := p.tree(s)
		for v := range t.s.Tokens {
			subj := t.child(v, language.RelNsubj, language.RelNsubjPass)
			if subj < 0 || s == si && (subj >= i || t.within(i, subj)) || t.upos(subj) == language.PRON || t.rel(v) != language.RelRoot {
				continue
			}
			var out []actor
			var codes []string
			for _, a := range p.actors(s, subj, nil) {
				if n := len(codes); a.code != "" && !a.group && len(appendNew(codes, a.code)) > n {
					codes = append(codes, a.code)
					out = append(out, actor{person: nobody, code: a.code, tok: i, group: true})
				}
			}
			if len(out) == want {
				return out
			}
		}
	}
	return nil
}

// statesNamed gives the states that the sentence, or one of the two before it,
// names before token i, if they are just as many as are wanted: "India and
// France said the two countries".
func (p *page) statesNamed(si, i, want int) []actor {
	t := p.tree(si)
	switch lemma := strings.ToLower(t.lemma(i)); {
	case lemma == "two", lemma == "three", lemma == "both", lemma == "side":
	case t.upos(i) == language.PRON:
		return p.statesAsSubject(si, i, want)
	case t.child(i, language.RelNummod) >= 0, t.childLemma(i, language.RelDet, "both"):
	default:
		return nil
	}
	for s := si; s >= 0 && si-s <= 2; s-- {
		var out []actor
		var seen []string
		for k := range p.sents[s].mentions {
			m := &p.sents[s].mentions[k]
			if m.kind != mState && m.kind != mPeople || s == si && int(m.from) >= i {
				continue
			}
			for _, c := range append([]string{m.code}, m.more...) {
				if n := len(seen); len(appendNew(seen, c)) > n {
					seen = append(seen, c)
					out = append(out, actor{person: nobody, code: c, tok: i, group: true})
				}
			}
		}
		if len(out) > 0 {
			if len(out) == want {
				return out
			}
			return nil
		}
	}
	return nil
}

// sceneOf gives the state in which a sentence sets its scene: "In Kyiv the two
// leaders talked".
func (p *page) sceneOf(si, i int) string {
	t := p.tree(si)
	for k := 1; k < i && k < 5; k++ {
		if m := p.mention(si, k); m != nil && (m.kind == mCity || m.kind == mState) && strings.EqualFold(t.word(k-1), "in") {
			return m.code
		}
	}
	return ""
}

// subjectPair gives the people who are coordinated as the subject of the
// sentence, or of one of the two before it: they are whom "they" takes up.
func (p *page) subjectPair(si, i, want int) []actor {
	for d := 0; d <= 2 && si-d >= 0; d++ {
		k := si - d
		if !p.namesPerson(k) {
			continue // and need not be parsed
		}
		t := p.tree(k)
		for v := range t.s.Tokens {
			if d == 0 && v >= i {
				break
			}
			m := p.mention(k, v)
			if m == nil || m.kind != mPerson || t.rel(v) != language.RelNsubj && t.rel(v) != language.RelNsubjPass {
				continue
			}
			n := 0
			var out []actor
			t.children(v, func(c int) bool {
				if cm := p.mention(k, c); t.rel(c) == language.RelConj && (cm != nil && cm.kind == mPerson || spouseNoun(t.lemma(c))) && !(d == 0 && c >= i) {
					n++
				}
				return true
			})
			if n+1 != want || d == 0 && t.within(i, v) && t.rel(t.clause(i)) != language.RelAclRelcl {
				continue
			}
			for _, a := range p.actors(k, v, nil) {
				if a.person == nobody || p.samePerson(out, a.person) {
					continue
				}
				a.tok, a.group = i, true
				out = append(out, a)
			}
			if len(out) == want || len(out) == want-1 && p.withSpouse(k, v) {
				return out
			}
		}
	}
	return nil
}

// namesPerson tells whether a sentence names anybody.
func (p *page) namesPerson(si int) bool {
	return slices.ContainsFunc(p.sents[si].mentions, func(m mention) bool { return m.kind == mPerson })
}

// withSpouse tells whether one of the people coordinated at a token is there
// as a husband or a wife only: "Xi Jinping and his wife, Peng Liyuan".
func (p *page) withSpouse(si, i int) bool {
	t := p.tree(si)
	found := false
	t.children(i, func(c int) bool {
		m := p.mention(si, c)
		found = t.rel(c) == language.RelConj && (spouseNoun(t.lemma(c)) || m != nil && m.kind == mPerson && p.people[m.person].spouse)
		return !found
	})
	return found
}

func spouseNoun(w string) bool { return w == "wife" || w == "husband" || w == "spouse" }

// newPairBetween tells whether people of two states, one of them new to e, are
// named together between e and the place asked about.
func (p *page) newPairBetween(fromSent, fromTok, si, i int, e *event) bool {
	codes := map[string]bool{}
	fresh := false
	for _, s := range p.said {
		if s.sent < fromSent || s.sent == fromSent && s.tok <= fromTok || s.sent > si || s.sent == si && s.tok >= i {
			continue
		}
		who := &p.people[s.person]
		if who.country == "" || who.spokesman || s.sent < si && p.saidAside(s.sent, s.tok) || s.sent == fromSent && s.sent < si && e.has(who.country) {
			continue
		}
		codes[who.country] = true
		fresh = fresh || !e.has(who.country)
	}
	return fresh && len(codes) >= 2
}

// counterpart resolves "his Irish counterpart", "their Indian counterparts",
// "his colleague from Spain".
func (p *page) counterpart(si, i int, dst []actor) []actor {
	t := p.tree(si)
	codes := p.modifierStates(si, i)
	if len(codes) == 0 {
		codes = p.statesIn(si, i)
	}
	var owner actor
	owner.person = nobody
	if poss := t.child(i, language.RelNmodPoss); poss >= 0 {
		if own := p.single(si, poss, nil); len(own) > 0 {
			owner = own[0]
		}
	}
	if len(codes) == 0 {
		// the other side of the engagement told last
		for k := len(p.events) - 1; k >= 0; k-- {
			e := &p.events[k]
			if e.sent > si || si-e.sent > 8 || e.countries() != 2 || owner.code == "" || !e.has(owner.code) {
				continue
			}
			for _, q := range e.parties {
				if q.code != owner.code {
					return append(dst, actor{person: q.person, code: q.code, tok: i})
				}
			}
		}
		return dst
	}
	office := officeUse{leader: true}
	if owner.person != nobody {
		office = p.people[owner.person].use()
	}
	for _, c := range codes {
		dst = append(dst, actor{person: p.recentHolder(si, i, office, c), code: c, office: office.title, tok: i})
	}
	return dst
}

// statesIn gives the states whose officials "his counterparts in Jordan and Iraq"
// are: several, or those that are spoken to by telephone. One alone may only be
// where they met.
func (p *page) statesIn(si, i int) []string {
	t := p.tree(si)
	if i+2 >= len(t.s.Tokens) || t.word(i+1) != "in" {
		return nil
	}
	var codes []string
	for k := i + 2; k < len(t.s.Tokens); k++ {
		m := p.mention(si, k)
		switch {
		case m != nil && m.kind == mState:
			codes = appendNew(codes, m.code)
			k = int(m.to) - 1
		case len(codes) > 0 && (t.word(k) == "," || t.word(k) == "and") || strings.EqualFold(t.word(k), "the"):
		default:
			k = len(t.s.Tokens)
		}
	}
	if len(codes) == 1 && !p.hasWord(t, "phone") && !p.hasWord(t, "telephone") && !p.hasWord(t, "call") {
		return nil
	}
	return codes
}

// roleNoun resolves "his host", "the guest" by the visit told last, or else by
// the place of the meeting told last; a guest of whom nothing is told yet is the
// first leader from abroad named behind.
func (p *page) roleNoun(si, i int, role Role, dst []actor) []actor {
	for k := len(p.events) - 1; k >= 0; k-- {
		e := &p.events[k]
		if e.sent > si || si-e.sent > 10 || e.kind != Visit {
			continue
		}
		for _, q := range e.parties {
			if q.role == role && (q.person != nobody || q.code != "") {
				return append(dst, actor{person: q.person, code: q.code, tok: i})
			}
		}
		if role == RoleHost && e.place.country != "" {
			return append(dst, actor{person: nobody, code: e.place.country, tok: i})
		}
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		e := &p.events[k]
		if e.sent > si || si-e.sent > 4 || e.kind == Arrangement || e.kind == Call || e.countries() != 2 {
			continue
		}
		home := e.place.country
		if home == "" {
			home = p.here.country
		}
		if !e.has(home) {
			continue
		}
		for _, q := range e.parties {
			if (q.code == home) == (role == RoleHost) {
				return append(dst, actor{person: q.person, code: q.code, tok: i})
			}
		}
	}
	return p.guestToCome(si, i, role, dst)
}

// guestToCome finds the guest of "Kim and his guest signed" in the leader of
// another state who is named next.
func (p *page) guestToCome(si, i int, role Role, dst []actor) []actor {
	poss := p.tree(si).child(i, language.RelNmodPoss)
	if role != RoleVisitor || poss < 0 {
		return dst
	}
	owner := p.single(si, poss, nil)
	if len(owner) != 1 || owner[0].code == "" {
		return dst
	}
	for _, s := range p.said {
		if s.sent < si || s.sent == si && s.tok < i || s.sent-si > 2 {
			continue
		}
		if w := &p.people[s.person]; w.country != owner[0].code && p.leads(s.person) {
			return append(dst, p.personActor(s.person, i))
		}
	}
	return dst
}

// recentOf finds the person of a state named last: "the Ukrainian".
func (p *page) recentOf(si, i int, code string, one bool) int32 {
	if !one {
		return nobody
	}
	return p.recentHolder(si, i, officeUse{leader: true}, code)
}

// recentHolder finds whom an office without a name means: the person named
// last before the place who holds it, or else the first one behind it.
func (p *page) recentHolder(si, i int, office officeUse, code string) int32 {
	if code == "" && (office.leader || strings.HasSuffix(office.title, "leader")) {
		if who := p.leaderSpokenOf(si, i, office); who != nobody {
			return who
		}
	}
	if code == "" && !office.plural && (!office.leader || p.tree(si).lemma(i) == "minister") {
		if who := p.holderSpokenOf(si, i, office); who != nobody {
			return who
		}
	}
	best := nobody
	for _, s := range p.said {
		who := &p.people[s.person]
		if code != "" && who.country != code || who.spokesman && !office.spokesman || !p.fits(who, office) {
			continue
		}
		before := s.sent < si || s.sent == si && s.tok < i
		if before || best == nobody {
			if best != nobody && p.rankFor(s.person, office) < p.rankFor(best, office) {
				continue
			}
			best = s.person
		}
		if !before && best != nobody {
			break
		}
	}
	return best
}

// holderSpokenOf gives whom "the minister", "the president" as a subject takes up
// where several could be meant: the one of whom the report speaks, who was the
// subject last, and not the one whom he met.
func (p *page) holderSpokenOf(si, i int, office officeUse) int32 {
	if t := p.tree(si); t.rel(i) != language.RelNsubj && t.rel(i) != language.RelNsubjPass {
		return nobody
	}
	titled := func(who *person) bool { return strings.EqualFold(who.office, office.title) }
	exact := slices.ContainsFunc(p.said, func(s sighting) bool {
		return (s.sent < si || s.sent == si && s.tok < i) && si-s.sent <= 5 && titled(&p.people[s.person])
	})
	for k := len(p.said) - 1; k >= 0; k-- {
		s := p.said[k]
		if s.sent > si || s.sent == si && s.tok >= i || si-s.sent > 5 {
			continue
		}
		who := &p.people[s.person]
		if exact && !titled(who) { // "the prime minister" is not the Taoiseach
			continue
		}
		if who.spokesman != office.spokesman || who.former || !p.fits(who, office) {
			continue
		}
		t := p.tree(s.sent)
		h := p.headOf(s)
		if t.rel(h) == language.RelAppos { // "The Prime Minister, Justin Trudeau, announced"
			h = t.head(h)
		}
		if rel := t.rel(h); rel != language.RelNsubj && rel != language.RelNsubjPass && rel != language.RelNsubjOuter || t.rel(t.clause(h)) == language.RelAclRelcl {
			continue
		}
		return s.person
	}
	return nobody
}

// leaderSpokenOf gives whom "the leader", "the top leader" as a subject takes up:
// the one whom the sentence before speaks of, not the one named last in it.
func (p *page) leaderSpokenOf(si, i int, office officeUse) int32 {
	if t := p.tree(si); t.rel(i) != language.RelNsubj || si == 0 {
		return nobody
	}
	t := p.tree(si - 1)
	for k := range t.s.Tokens {
		if t.rel(k) != language.RelNsubj || t.rel(t.head(k)) != language.RelRoot {
			continue
		}
		if m := p.mention(si-1, k); m != nil && m.kind == mPerson {
			if who := &p.people[m.person]; who.level > 0 && who.level <= 3 && !who.spokesman && p.fits(who, office) {
				return m.person
			}
		}
	}
	return nobody
}

// stateBefore finds the state or organisation named last as an actor.
func (p *page) stateBefore(si, i int) (actor, bool) {
	if t := p.tree(si); t.rel(i) == language.RelNmodPoss { // "Seoul is keeping to its pact"
		if v, _ := t.subject(t.clause(i)); v >= 0 && v < i {
			if m := p.mention(si, v); m != nil && m.kind == mCity && m.code != "" && p.standsForGovernment(m) {
				return actor{person: nobody, code: m.code, tok: i}, true
			}
		}
	}
	for s := si; s >= 0 && si-s <= 1; s-- {
		ms := p.sents[s].mentions
		for k := len(ms) - 1; k >= 0; k-- {
			m := &ms[k]
			if s == si && int(m.from) >= i {
				continue
			}
			if m.kind == mState || m.kind == mOrg {
				return actor{person: nobody, code: m.code, tok: i}, true
			}
		}
	}
	return actor{}, false
}
