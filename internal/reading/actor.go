package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// actor is a state or organisation that does something, and the person who
// acts for it where the report names one.
type actor struct {
	person int32  // index into page.people, or -1
	code   string // state or organisation; may be empty for a person whose state is not known
	office string // the office, where it is all that names the person
	tok    int    // where it stands
	group  bool   // stands for several, such as "the two leaders"
	weak   bool   // a bare place name or a guess: fits only where nothing else does
}

const nobody = int32(-1)

// actors gives whom the noun phrase at token i of sentence si stands for, the
// phrases coordinated with it included.
func (p *page) actors(si, i int, dst []actor) []actor {
	t := p.tree(si)
	if n := p.namedAmong(si, i); n >= 0 {
		return p.actors(si, n, dst)
	}
	if c := t.child(i, language.RelAppos); c == i+1 || c == i+2 { // "arch-rivals Saudi Arabia and Iran", "neighbours Thailand and Cambodia"
		if m := p.mention(si, c); m != nil && m.kind == mState && int(m.from) == i+1 && p.mention(si, i) == nil && t.child(c, language.RelConj) >= 0 {
			return p.actors(si, c, dst)
		}
	}
	dst = p.single(si, i, dst)
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelConj:
			if !t.isVerb(c) && !p.describes(si, i, c) {
				dst = p.actors(si, c, dst)
			}
		case language.RelAppos:
			dst = p.apposed(si, i, c, dst)
		}
		return true
	})
	return dst
}

// apposed takes in what stands in apposition to token i: the names of those
// who went by their office ("the two ministers, Lavrov and Shoigu"), or what
// the parser mistakes for it, the second of a list ("To Lam, Nguyen Phu Trong
// and Pham Minh Chinh", "Ukraine's president, the British premier and ...").
func (p *page) apposed(si, i, c int, dst []actor) []actor {
	t := p.tree(si)
	of, m := p.mention(si, i), p.mention(si, c)
	list := t.child(c, language.RelConj) >= 0
	switch {
	case m == nil || m.kind != mPerson && m.kind != mOffice:
	case m.kind == mOffice:
		if of != nil && of.kind == mOffice && list {
			for _, a := range p.officeActors(si, c, m, nil) {
				for _, b := range dst {
					if a.code == b.code {
						return dst
					}
				}
			}
			return p.actors(si, c, dst)
		}
	case list && of != nil && of.kind == mOffice && len(dst) > 1 && p.officeAt(si, i, of).plural:
		return p.sharedOut(dst, p.actors(si, c, nil))
	case p.samePerson(dst, m.person):
	case of != nil && of.kind == mPerson:
		if next := t.child(i, language.RelConj); list || m.kind == mPerson && next > c { // "X, Y and Z": hung on the first
			return p.actors(si, c, dst)
		}
	case of != nil && of.kind == mOffice && m.from-of.to > 2 && len(dst) == 1 && dst[0].person != nobody:
		// "the prime minister, whose army chief, X, came with him"
	default:
		return p.replaceGroup(dst, p.actors(si, c, nil))
	}
	return dst
}

// orgMeant gives the organisation that "the group" means: the one named last,
// or that of the official named last.
func (p *page) orgMeant(si, i int) string {
	for _, code := range p.orgBefore(si, i, 1) {
		return code
	}
	for k := len(p.said) - 1; k >= 0; k-- {
		if s := p.said[k]; (s.sent < si || s.sent == si && s.tok < i) && si-s.sent <= 1 && p.isOrg(p.people[s.person].country) {
			return p.people[s.person].country
		}
	}
	return ""
}

// plainOrg tells "the group", "the 13-nation group" from "the working group".
func (p *page) plainOrg(t *tree, i int) bool {
	plain := true
	t.children(i, func(c int) bool {
		if t.rel(c) == language.RelCompound && t.lemma(c) != "nation" && t.lemma(c) != "member" {
			plain = false
		}
		return plain
	})
	return plain
}

// orgNoun names nouns that take up an organisation.
func orgNoun(lemma string) bool {
	switch lemma {
	case "group", "bloc", "cartel", "alliance", "grouping", "organisation", "organization":
		return true
	}
	return false
}

// namedAmong gives the first of those whom "leaders, among them Xi and Putin",
// "ministers including Lavrov" names; -1 where nobody is named so.
func (p *page) namedAmong(si, i int) int {
	t := p.tree(si)
	if !strings.HasSuffix(t.word(i), "s") {
		return -1
	}
	switch lexicon.Group(t.lemma(i)) {
	case lexicon.Leaders, lexicon.OfficeNoun, lexicon.GuestNoun, lexicon.Counterpart:
	default:
		return -1
	}
	k := i + 1
	if k < len(t.s.Tokens) && t.word(k) == "," {
		k++
	}
	if k+2 >= len(t.s.Tokens) || t.word(k) != "including" && !(t.word(k) == "among" && (t.word(k+1) == "them" || t.word(k+1) == "whom")) {
		return -1
	}
	for n := k + 1; n < len(t.s.Tokens) && n-k < 9; n++ {
		if m := p.mention(si, n); m != nil && m.kind == mPerson {
			return p.headAt(si, n)
		}
		if t.isVerb(n) {
			break
		}
	}
	return -1
}

// describes tells whether a coordinated office belongs to the description of
// the person before it: "X, the president of Congo and this year's chairman of
// the African Union".
func (p *page) describes(si, i, c int) bool {
	t := p.tree(si)
	m, o := p.mention(si, i), p.mention(si, c)
	if m == nil || m.kind != mPerson || o == nil || o.kind != mOffice {
		return false
	}
	for _, code := range p.modifierStates(si, c) { // "X, the French president, and the Turkish president"
		if code != p.people[m.person].country {
			return false
		}
	}
	a := t.child(i, language.RelAppos)
	return a >= 0 && a < c
}

func (p *page) samePerson(as []actor, person int32) bool {
	for _, a := range as {
		if a.person == person {
			return true
		}
	}
	return false
}

// replaceGroup puts the people named in apposition in the place of the
// unnamed holders of the same states: "their ministers, X and Y".
func (p *page) replaceGroup(dst, named []actor) []actor {
	if len(dst) == len(named) && !slices.ContainsFunc(named, func(a actor) bool { return a.code != "" }) {
		for k := range named { // "their envoys, X and Y": in the order of their states
			named[k].code = dst[k].code
		}
		return named
	}
	keep := dst[:0]
	for _, a := range dst {
		covered := false
		for _, n := range named {
			covered = covered || a.person == nobody && (a.code == n.code || n.code == "")
		}
		if !covered {
			keep = append(keep, a)
		} else {
			for j := range named {
				if named[j].code == "" {
					named[j].code = a.code
				}
			}
		}
	}
	return append(keep, named...)
}

// sharedOut puts the people named in apposition to several offices in the place
// of their holders: the states that nobody named is known to be of go to those
// of whom no list tells, in their order.
func (p *page) sharedOut(dst, named []actor) []actor {
	var left []string
	for _, a := range dst {
		if !slices.ContainsFunc(named, func(n actor) bool { return n.code == a.code }) {
			left = appendNew(left, a.code)
		}
	}
	unknown := 0
	for _, n := range named {
		if n.code == "" {
			unknown++
		}
	}
	if len(left) != unknown {
		return p.replaceGroup(dst, named)
	}
	for k := range named {
		if named[k].code == "" {
			named[k].code, left = left[0], left[1:]
		}
	}
	return named
}

func (p *page) personActor(person int32, tok int) actor {
	return actor{person: person, code: p.people[person].country, tok: tok}
}

// single gives whom one noun, without its coordinates, stands for.
func (p *page) single(si, i int, dst []actor) []actor {
	t := p.tree(si)
	if m := p.mention(si, i); m != nil {
		switch m.kind {
		case mPerson:
			if p.people[m.person].spouse {
				return dst
			}
			dst = append(dst, p.personActor(m.person, i))
			return append(dst, p.withThem(si, i, p.people[m.person].country)...)
		case mState, mOrg:
			dst = append(dst, actor{person: nobody, code: m.code, tok: i, weak: m.kind == mState && t.caseOf(i) == "in"})
			for _, c := range m.more {
				dst = append(dst, actor{person: nobody, code: c, tok: i})
			}
			return dst
		case mCity, mSeat:
			switch {
			case p.standsForGovernment(m) && m.code == "": // "the energy ministries of Azerbaijan and Turkey"
				for _, c := range p.modifierStates(si, i) {
					dst = append(dst, actor{person: nobody, code: c, tok: i})
				}
			case p.standsForGovernment(m):
				return append(dst, actor{person: nobody, code: m.code, tok: i, weak: m.kind == mCity})
			}
			return dst
		case mPeople:
			if t.rel(i) == language.RelAmod || t.rel(i) == language.RelCompound {
				dst = append(dst, actor{person: nobody, code: m.code, tok: i})
				for _, c := range m.more {
					dst = append(dst, actor{person: nobody, code: c, tok: i})
				}
				return dst
			}
			if who := p.recentOf(si, i, m.code, singular(t, i)); who != nobody {
				return append(dst, p.personActor(who, i))
			}
			return append(dst, actor{person: nobody, code: m.code, tok: i})
		case mOffice:
			return p.officeActors(si, i, m, dst)
		}
	}
	if t.upos(i) == language.PRON || t.upos(i) == language.DET {
		return p.pronoun(si, i, dst)
	}
	w := groupLemma(t, i)
	if w == "number" && t.childLemma(i, language.RelAmod, "opposite") {
		return p.counterpart(si, i, dst)
	}
	if strings.EqualFold(w, "two") || strings.EqualFold(w, "three") || w == "four" {
		return p.sides(si, i, dst)
	}
	if orgNoun(w) && t.childLemma(i, language.RelDet, "the", "this") && p.mention(si, i) == nil && singular(t, i) && t.child(i, language.RelNmod, language.RelAmod) < 0 && p.plainOrg(t, i) { // "the 13-nation group"
		if code := p.orgMeant(si, i); code != "" {
			return append(dst, actor{person: nobody, code: code, tok: i})
		}
	}
	if w == "latter" || w == "former" {
		return p.oneOfTwo(si, i, dst)
	}
	switch lexicon.Group(w) {
	case lexicon.Leaders, lexicon.OfficeNoun:
		return p.officeActors(si, i, nil, dst)
	case lexicon.Counterpart:
		return p.counterpart(si, i, dst)
	case lexicon.Officials, lexicon.Body:
		return p.officials(si, i, dst)
	case lexicon.Sides:
		if codes := p.modifierStates(si, i); len(codes) > 0 {
			for _, c := range codes {
				dst = append(dst, actor{person: nobody, code: c, tok: i})
			}
			return dst
		}
		return p.sides(si, i, dst)
	case lexicon.HostNoun:
		return p.roleNoun(si, i, RoleHost, dst)
	case lexicon.GuestNoun:
		return p.roleNoun(si, i, RoleVisitor, dst)
	}
	return dst
}

// groupLemma gives the lemma of a noun; one that opens a sentence may be taken
// for a name: "Representatives from Nigeria are meeting".
func groupLemma(t *tree, i int) string {
	w := t.lemma(i)
	if i == 0 && t.upos(i) == language.PROPN && lexicon.Group(w) == lexicon.NoGroup {
		if low := strings.TrimSuffix(strings.ToLower(w), "s"); lexicon.Group(low) != lexicon.NoGroup {
			return low
		}
	}
	return w
}

func singular(t *tree, i int) bool {
	return !strings.HasSuffix(t.word(i), "s") || t.tok(i).XPOS == language.XPOSNN || t.tok(i).XPOS == language.XPOSNNP || t.tok(i).XPOS == language.XPOSJJ
}

// modifierStates gives the states that stand before or behind a noun: "Irish
// ministers", "Iran's delegation", "the governments of Poland and Ukraine", "a
// team from Washington".
func (p *page) modifierStates(si, i int) []string {
	t := p.tree(si)
	var codes []string
	add := func(c int) {
		if m := p.mention(si, c); m != nil && (m.kind == mState || m.kind == mPeople || m.kind == mOrg || p.standsForGovernment(m)) {
			codes = appendNew(codes, m.code)
			for _, x := range m.more {
				codes = appendNew(codes, x)
			}
		}
	}
	var walk func(c int)
	walk = func(c int) {
		add(c)
		t.children(c, func(g int) bool {
			if t.rel(g) == language.RelConj || t.rel(g) == language.RelAppos || glue(t.word(min(g+1, c))) { // "the Ukrainian-Pakistani council"
				walk(g)
			}
			return true
		})
	}
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelAmod, language.RelCompound, language.RelNmodPoss, language.RelNmodDesc:
			walk(c)
		case language.RelNmod:
			switch t.caseOf(c) {
			case "of", "from", "for", "between":
				walk(c)
				if len(codes) == 0 && p.mention(si, c) == nil { // "officials of Britain's export credits department"
					if poss := t.child(c, language.RelNmodPoss); poss >= 0 {
						walk(poss)
					}
					if lexicon.Group(t.lemma(c)) == lexicon.Sides || t.lemma(c) == "member" { // "ministers from six GCC states"
						t.children(c, func(g int) bool {
							if t.rel(g) == language.RelCompound || t.rel(g) == language.RelAmod {
								walk(g)
							}
							return true
						})
					}
				}
			}
		case language.RelAppos: // "delegations from Egypt, Qatar and Israel", hung on the delegations
			if m := p.mention(si, c); len(codes) > 0 && m != nil && m.kind == mState {
				walk(c)
			}
		}
		return true
	})
	return codes
}

func appendNew(s []string, x string) []string {
	for _, y := range s {
		if x == y {
			return s
		}
	}
	if x == "" {
		return s
	}
	return append(s, x)
}

// officeActors resolves an office without a name: "the Russian President",
// "the prime minister", "the foreign ministers of Iran and Saudi Arabia", "the
// two leaders".
func (p *page) officeActors(si, i int, m *mention, dst []actor) []actor {
	t := p.tree(si)
	if named := p.membersNamed(si, i); len(named) > 0 {
		return append(dst, named...)
	}
	office := p.officeAt(si, i, m)
	codes := office.codes
	plural := office.plural
	if len(codes) == 0 && (m == nil || !p.sentTo(si, int(m.to))) {
		codes = p.modifierStates(si, i)
	}
	if len(codes) == 0 && office.usual != "" {
		codes = []string{office.usual}
	}
	if len(codes) == 0 {
		if plural {
			whose := i
			if poss := t.child(i, language.RelNmodPoss); poss >= 0 && t.upos(poss) == language.PRON { // "their special envoys"
				whose = poss
			}
			if c := t.child(i, language.RelNmod); c >= 0 && !(m != nil && c < int(m.to)) && t.caseOf(c) == "of" && t.upos(c) == language.NOUN && lexicon.Group(t.lemma(c)) == lexicon.Sides {
				switch {
				case t.child(c, language.RelNummod) >= 0 || t.childLemma(c, language.RelDet, "both"): // "officials of the two countries"
					whose = c
				case !t.childLemma(c, language.RelDet, "the"):
					return dst // "the leaders of other countries"
				}
			}
			asked := office
			if whose != i { // "the foreign ministers of the two countries" may be told of by others
				asked = officeUse{}
			}
			for _, a := range p.sidesIn(si, whose, asked, nil) {
				if a.person != nobody && office.role != "" && !p.fits(&p.people[a.person], office) {
					a.person = p.recentHolder(si, i, office, a.code)
					a.office = office.title
				}
				dst = append(dst, a)
			}
			return dst
		}
		if poss := t.child(i, language.RelNmodPoss); poss >= 0 && t.upos(poss) == language.PRON {
			for _, a := range p.pronoun(si, poss, nil) {
				codes = appendNew(codes, a.code)
			}
		}
	}
	if len(codes) == 0 {
		if who := p.recentHolder(si, i, office, ""); who != nobody {
			return append(dst, p.personActor(who, i))
		}
		if p.here.country != "" && office.role != "" {
			return append(dst, actor{person: p.holder(office, p.here.country), code: p.here.country, office: office.title, tok: i, weak: true})
		}
		return dst
	}
	for _, c := range codes {
		who := nobody
		if !p.indefinite(si, i, office) {
			who = p.recentHolder(si, i, office, c)
		}
		dst = append(dst, actor{person: who, code: c, office: office.title, tok: i})
	}
	return dst
}

// indefinite tells offices that mean nobody named: "a Turkish minister",
// "Polish officials".
func (p *page) indefinite(si, i int, office officeUse) bool {
	if office.role == gazetteer.RoleOfficial && office.plural {
		return true
	}
	return p.tree(si).childLemma(i, language.RelDet, "a", "an", "another")
}

// officials stands for people of a state who are not named: "an Indian
// delegation", "American envoys", "the two governments".
func (p *page) officials(si, i int, dst []actor) []actor {
	if named := p.membersNamed(si, i); len(named) > 0 {
		return append(dst, named...)
	}
	codes := p.modifierStates(si, i)
	if who := p.ledBy(si, i); len(who) > 0 { // "a Chinese delegation led by He Lifeng"
		for _, a := range who {
			if a.code == "" && len(codes) > 0 {
				a.code = codes[0]
			}
			dst = append(dst, a)
		}
		return dst
	}
	if len(codes) == 0 {
		if who := p.leadsDelegation(si, i); who != nobody {
			return append(dst, p.personActor(who, i))
		}
	}
	if t := p.tree(si); len(codes) == 0 { // "their special envoys"
		if poss := t.child(i, language.RelNmodPoss); poss >= 0 && strings.EqualFold(t.word(poss), "their") {
			for _, a := range p.pronoun(si, poss, nil) {
				codes = appendNew(codes, a.code)
			}
		}
	}
	if poss := p.tree(si).child(i, language.RelNmodPoss); len(codes) == 0 && poss >= 0 { // "Trump's team"
		if m := p.mention(si, poss); m != nil && m.kind == mPerson && p.people[m.person].rank() >= 5 {
			codes = appendNew(codes, p.people[m.person].country)
		}
	}
	for _, c := range codes {
		dst = append(dst, actor{person: nobody, code: c, tok: i})
	}
	if len(codes) == 0 && p.tree(si).tok(i).XPOS == language.XPOSNNS {
		if b := lexicon.Group(p.tree(si).lemma(i)); b == lexicon.Body {
			return p.sides(si, i, dst)
		}
	}
	return dst
}

// membersNamed gives those named of a group: "European leaders including X, Y and
// Z".
func (p *page) membersNamed(si, i int) []actor {
	t := p.tree(si)
	if t.tok(i).XPOS != language.XPOSNNS {
		return nil
	}
	var out []actor
	t.children(i, func(c int) bool {
		if t.rel(c) != language.RelNmod {
			return true
		}
		if w := t.caseOf(c); w == "include" || w == "including" {
			out = p.actors(si, c, nil)
		}
		return len(out) == 0
	})
	return out
}

// ledBy gives whom "led by", "headed by" behind a delegation names.
func (p *page) ledBy(si, i int) []actor {
	t := p.tree(si)
	var out []actor
	t.children(i, func(c int) bool {
		if (t.rel(c) == language.RelAcl || t.rel(c) == language.RelAdvcl) && (t.lemma(c) == "lead" || t.lemma(c) == "head") {
			t.children(c, func(g int) bool {
				if t.agent(g) {
					out = append(out, p.actors(si, g, nil)...)
				}
				return true
			})
		}
		return true
	})
	return out
}

// withThem gives whom "accompanied by", "along with" adds to a traveller.
func (p *page) withThem(si, i int, code string) []actor {
	t := p.tree(si)
	var out []actor
	t.children(i, func(c int) bool {
		if (t.rel(c) == language.RelAcl || t.rel(c) == language.RelAdvcl) && (t.lemma(c) == "accompany" || t.lemma(c) == "flank") {
			t.children(c, func(g int) bool {
				if t.agent(g) {
					for _, a := range p.actors(si, g, nil) {
						if a.person != nobody && (a.code == code || a.code == "") {
							out = append(out, a)
						}
					}
				}
				return true
			})
		}
		return true
	})
	return out
}
