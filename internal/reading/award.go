package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// fillAward fills an honour given by one state to another's official.
func (p *page) fillAward(e *event, args []argument) bool {
	e.kind = Award
	t := p.tree(e.sent)
	honour := -1
	if e.trig.Noun { // "made him a Knight Grand Cross": the noun is the honour
		honour = e.tok
		h := t.head(e.tok)
		for n := 0; n < 3 && h >= 0 && !t.isVerb(h); n++ {
			h = t.head(h)
		}
		if h < 0 || !t.isVerb(h) || !makesKnight(t.lemma(h)) {
			return false
		}
		args, e.tok = t.verbArguments(h, false, nil), h
	}
	for _, a := range args {
		if honour < 0 && (e.trig.Role(a.slot).Role != lexicon.Giver || t.passive(e.tok)) && p.honourAt(e.sent, a.tok) {
			honour = a.tok
		}
	}
	if h := t.head(e.tok); honour < 0 && (t.rel(e.tok) == language.RelAcl || t.rel(e.tok) == language.RelAclRelcl) && p.honourAt(e.sent, h) {
		honour = h // "the medal that he pinned on him"
	}
	if honour < 0 {
		honour = p.honourBehind(e.sent, e.tok)
	}
	if honour < 0 {
		return false
	}
	for _, a := range args {
		role := e.trig.Role(a.slot).Role
		if e.trig.Noun {
			role = map[lexicon.Slot]lexicon.Role{lexicon.Subj: lexicon.Giver, lexicon.By: lexicon.Giver, lexicon.Obj: lexicon.Recipient, lexicon.IObj: lexicon.Recipient}[a.slot]
		}
		if t.within(a.tok, honour) && a.slot != lexicon.Subj && a.slot != lexicon.By && a.slot != lexicon.On && a.slot != lexicon.Upon && a.slot != lexicon.To {
			continue
		}
		switch {
		case a.tok == honour:
		case role == lexicon.Giver:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleGiver, e.sent)
			}
		case role == lexicon.Recipient, role == lexicon.Honour && a.slot == lexicon.Obj: // "was conferred the order"
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleRecipient, e.sent)
			}
		}
	}
	if e.codeOf(RoleRecipient) == "" {
		p.recipientBehind(e, honour)
	}
	if e.codeOf(RoleRecipient) == "" {
		return false
	}
	e.name = p.honourName(e.sent, honour)
	p.findGiver(e, honour)
	if e.codeOf(RoleGiver) == "" || e.codeOf(RoleGiver) == e.codeOf(RoleRecipient) {
		return false
	}
	e.place = locus{}
	for _, a := range args {
		if a.slot == lexicon.In || a.slot == lexicon.At {
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				e.setPlace(l)
			} else if l, ok := p.placeWithin(e.sent, a.tok); ok { // "at a ceremony in the Kremlin"
				e.setPlace(l)
			}
		}
	}
	p.dateEvent(e)
	p.finish(e)
	return true
}

// recipientBehind finds "on the prime minister" where it hangs on the name of
// the honour: "the Order of the Nile on Modi".
func (p *page) recipientBehind(e *event, honour int) {
	t := p.tree(e.sent)
	for k := honour + 1; k+1 < len(t.s.Tokens) && k-honour < 16; k++ {
		if w := t.word(k); w == ";" || t.upos(k) == language.VERB {
			return
		} else if w != "on" && w != "upon" && w != "to" {
			continue
		}
		for n := k + 1; n < len(t.s.Tokens) && n-k < 8; n++ {
			if m := p.mention(e.sent, n); m != nil && m.kind == mPerson {
				e.add(p.personActor(m.person, n), RoleRecipient, e.sent)
				return
			}
			if t.upos(n) == language.ADP || t.upos(n) == language.PUNCT {
				break
			}
		}
	}
}

// makesKnight names verbs that carry a title: "made him a knight".
func makesKnight(lemma string) bool {
	switch lemma {
	case "make", "create", "appoint", "name", "dub":
		return true
	}
	return false
}

// findGiver looks for the state behind an honour where nobody is told to give
// it: "Russia's highest honour", "the highest award of Russia", the host of the
// visit told of.
func (p *page) findGiver(e *event, honour int) {
	t := p.tree(e.sent)
	near := []int{honour}
	t.children(honour, func(c int) bool {
		if t.rel(c) == language.RelAppos {
			near = append(near, c)
		}
		return true
	})
	if t.rel(honour) == language.RelAppos {
		near = append(near, t.head(honour))
	}
	for _, i := range near {
		if e.codeOf(RoleGiver) != "" {
			return
		}
		for _, c := range p.modifierStates(e.sent, i) {
			if c != e.codeOf(RoleRecipient) {
				e.add(actor{person: nobody, code: c, tok: i}, RoleGiver, e.sent)
			}
		}
	}
	for k := len(p.events) - 1; k >= 0 && e.codeOf(RoleGiver) == ""; k-- {
		if o := &p.events[k]; o.kind == Visit && o.codeOf(RoleVisitor) == e.codeOf(RoleRecipient) && o.place.country != "" {
			e.add(actor{person: nobody, code: o.place.country}, RoleGiver, e.sent)
		}
	}
}

// honourBehind finds the honour that stands behind a verb, before another
// sentence begins: "gave him what it gives to few: the Order of"; -1 if none.
func (p *page) honourBehind(si, v int) int {
	t := p.tree(si)
	for k := v + 1; k < len(t.s.Tokens) && k-v < 24; k++ {
		if w := t.word(k); w == ";" || w == "." {
			return -1
		}
		if (t.upos(k) == language.NOUN || t.upos(k) == language.PROPN) && p.honourAt(si, k) {
			return k
		}
	}
	return -1
}

// honourAt tells whether the noun stands for an order, medal or title. Words
// that mean much else count only as names: "the Order of", not "an order for".
func (p *page) honourAt(si, i int) bool {
	t := p.tree(si)
	if m := p.mention(si, i); i < 0 || m != nil && (m.kind == mPerson || m.kind == mState) {
		return i >= 0 && m.kind == mPerson && int(m.to) < len(t.s.Tokens) && t.rel(int(m.to)) == language.RelFlat && honourWord(t, int(m.to)) // "the Heydar Aliyev Order"
	}
	if honourWord(t, i) {
		return true
	}
	found := false
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelCompound, language.RelAppos, language.RelFlat:
			found = found || honourWord(t, c)
		case language.RelNmod:
			found = found || t.caseOf(c) == "of" && honourWord(t, c) && t.tok(c).Flags&language.FlagUpper != 0
		}
		return !found
	})
	return found
}

func honourWord(t *tree, i int) bool {
	named := t.tok(i).Flags&language.FlagUpper != 0
	switch strings.ToLower(t.lemma(i)) {
	case "medal", "decoration", "medallion", "knighthood":
		return true
	case "honour", "honor", "award":
		return named || t.child(i, language.RelAmod) >= 0 && !strings.HasSuffix(t.word(i), "s")
	case "order", "cross", "collar", "star", "legion", "grand", "eagle", "sash", "prize", "ribbon", "knight", "doctorate", "necklace":
		return named
	}
	return false
}

// honourName gives the name of an honour: the run of capitals that an order or
// medal is named by, or the phrase where nothing is named.
func (p *page) honourName(si, i int) string {
	t := p.tree(si)
	n := len(t.s.Tokens)
	upper := func(k int) bool { return k >= 0 && k < n && t.tok(k).Flags&language.FlagUpper != 0 }
	at := -1
	for k := max(i-8, 0); k < n && k < i+14 && at < 0; k++ {
		if k > i && t.word(k) == ";" {
			break
		}
		if upper(k) && honourWord(t, k) {
			at = k
		}
	}
	if at < 0 {
		return p.text(si, i, i+1)
	}
	from, to := at, at+1
	for upper(from-1) && p.mention(si, from-1) == nil || from > 1 && t.word(from-1) == "of" && upper(from-2) && p.mention(si, from-2) == nil {
		from--
	}
	for to < n {
		switch w := t.word(to); {
		case upper(to):
		case w == "of", w == "the", w == "and", w == ".", w == "-", w == "'s", w == "’s", w == "for":
			next := to + 1
			for next < n && (t.word(next) == "the" || t.word(next) == "of") {
				next++
			}
			if !upper(next) || w == "." && t.word(to-1) != "St" {
				return p.text(si, from, to)
			}
		default:
			return p.text(si, from, to)
		}
		to++
	}
	return p.text(si, from, to)
}
