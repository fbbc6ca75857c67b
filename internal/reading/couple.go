package reading

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// joinCouples hangs the second of two people joined by "and" on the first,
// where the parser has hung it on a word inside the first phrase ("President
// of Ukraine Volodymyr Zelensky and U.S. President Joe Biden", "Lavrov of
// Russia and Fidan of Turkey") or made a second subject of it.
func (p *page) joinCouples(si int) {
	s := &p.sents[si]
	if !s.built {
		return
	}
	joined := false
	for k := range s.mentions {
		if m := &s.mentions[k]; m.kind == mPerson {
			joined = p.gatherName(si, m) || joined
			joined = p.partFromPlace(si, m) || joined
			joined = p.apposeToOffice(si, m) || joined
			joined = p.apposeOffice(si, m) || joined
			joined = p.actsBehindOpening(si, m) || joined
		}
	}
	if joined {
		s.tree.build(p.doc, s.tree.s)
	}
	for k := range s.mentions {
		if m := &s.mentions[k]; (m.kind == mPerson || m.kind == mOffice) && p.joinCouple(si, m) {
			s.tree.build(p.doc, s.tree.s)
		}
	}
}

// gatherName hangs what the parser has hung on a later word of a name on the
// head of the name; it tells whether that changed the tree.
func (p *page) gatherName(si int, m *mention) bool {
	t := p.tree(si)
	if m.to-m.from < 2 {
		return false
	}
	h, changed := int16(p.headAt(si, int(m.from))), false
	for i := range t.s.Tokens {
		c := &t.s.Tokens[i]
		if at := c.Head; int16(i) < m.from || int16(i) >= m.to {
			if at >= m.core && at < m.to && at != h {
				c.Head, changed = h, true
				mendByTo(p.doc, t.s, i)
			}
		}
	}
	return changed
}

// partFromPlace makes an object of a person whom the parser takes for part of
// the place before him: "received in the Kremlin Secretary of State John Kerry".
func (p *page) partFromPlace(si int, m *mention) bool {
	t := p.tree(si)
	h := p.headAt(si, int(m.from))
	v := t.head(h)
	if t.rel(h) != language.RelObl || v < 0 || v > h || !t.isVerb(v) || t.child(v, language.RelObj) >= 0 {
		return false
	}
	switch t.lemma(v) {
	case "receive", "meet", "host", "welcome", "greet":
	default:
		return false
	}
	prep := -1
	t.children(h, func(c int) bool {
		if t.rel(c) == language.RelCase && c < h {
			prep = c
		}
		return true
	})
	if prep < 0 || prep < v {
		return false
	}
	for k := prep + 1; k < int(m.from); k++ {
		if at := p.mention(si, k); at != nil && (at.kind == mSeat || at.kind == mCity) && t.head(k) == h {
			end := int(at.to) - 1
			for n := prep; n < end; n++ {
				if t.head(n) == h {
					t.tok(n).Head = int16(end)
				}
			}
			t.tok(end).Head, t.tok(end).Rel = int16(v), language.RelObl
			t.tok(h).Rel = language.RelObj
			return true
		}
	}
	return false
}

// apposeToOffice hangs a name on the office that it follows: in "the prime
// minister of Vietnam, Pham Minh Chinh," it does not belong to Vietnam.
func (p *page) apposeToOffice(si int, m *mention) bool {
	t := p.tree(si)
	from := int(m.from)
	if from < 4 || from != int(m.core) || t.word(from-1) != "," || int(m.to) >= len(t.s.Tokens) || t.word(int(m.to)) != "," && t.word(int(m.to)) != "and" {
		return false
	}
	of := p.mention(si, from-2)
	if of != nil && of.kind == mOffice && of.from > 0 { // "Brazil's president, Lula,"
		h, o := p.headAt(si, from), p.headAt(si, from-2)
		if t.head(h) != o || t.rel(h) != language.RelConj || !isGenitive(t.word(int(of.from)-1)) {
			return false
		}
		t.tok(h).Rel = language.RelAppos
		return true
	}
	if p.apposeToHead(si, p.headAt(si, from)) {
		return true
	}
	if (of == nil || of.kind != mState && of.kind != mOrg) && lexicon.Group(t.lemma(from-2)) != lexicon.Sides && p.envoyEnding(si, from-1) == nil {
		return false
	}
	title := p.officeOfSeveral(si, from-1) // over the state, or "the two countries"
	if title == nil {
		title = p.envoyEnding(si, from-1)
	}
	if title == nil || t.word(title.To) != "of" && !p.sentTo(si, title.To) {
		return false
	}
	office := p.mention(si, title.From)
	if office == nil || office.kind != mOffice {
		return false
	}
	h, o := p.headAt(si, from), p.headAt(si, title.From)
	if at := t.head(h); at <= title.To || at >= from {
		return false
	}
	t.tok(h).Head, t.tok(h).Rel = int16(o), language.RelAppos
	return true
}

// apposeToHead hangs a name at token h on him who leads the body that it follows:
// "the head of the Ukrainian presidential office, Andriy Yermak,".
func (p *page) apposeToHead(si, h int) bool {
	t := p.tree(si)
	body := t.head(h)
	if body < 0 || t.rel(h) != language.RelAppos || t.rel(body) != language.RelNmod || t.caseOf(body) != "of" {
		return false
	}
	o := t.head(body)
	if o < 0 || o > body || h-o > 12 {
		return false
	}
	switch t.lemma(o) {
	case "head", "chief", "director", "leader", "chairman", "commander":
	default:
		return false
	}
	t.tok(h).Head = int16(o)
	return true
}

// apposeOffice hangs the office that follows a name on the name, where the
// parser takes it for a second person: "with Narendra Modi, the Indian prime
// minister, on Tuesday".
func (p *page) apposeOffice(si int, m *mention) bool {
	t := p.tree(si)
	_, _, end := p.titleBehind(si, int(m.to))
	if end <= int(m.to) || end > len(t.s.Tokens) {
		return false
	}
	h, o := p.headAt(si, int(m.from)), p.headAt(si, end-1)
	if o <= h || t.rel(o) != language.RelConj || t.head(o) != t.head(h) && t.head(o) != h {
		return false
	}
	t.tok(o).Head, t.tok(o).Rel = int16(h), language.RelAppos
	return true
}

// joinCouple joins what "and" adds to one person; it tells whether that
// changed the tree.
func (p *page) joinCouple(si int, m *mention) bool {
	t := p.tree(si)
	end := p.phraseEnd(si, m)
	if end >= len(t.s.Tokens) || t.word(end) != "and" {
		return false
	}
	h := p.headAt(si, int(m.from))
	within := h                                                  // what hangs below this belongs to the phrase
	if a := t.head(h); a >= 0 && t.rel(h) == language.RelAppos { // "the president of Kenya, William Ruto,"
		if o := p.mention(si, a); o != nil && o.kind == mOffice && a < h {
			if within = a; !p.officeAt(si, a, o).plural { // "their farm ministers, X and Y"
				h = a
			}
		}
	}
	second := p.coupled(si, end+1)
	if second < 0 {
		return false
	}
	at := t.head(second)
	if at == h || at < 0 {
		return false
	}
	if t.head(h) >= 0 && p.betweenTwo(si, h, second) {
		told := t.head(h)
		if w := t.head(told); t.rel(second) != language.RelConj && (t.isVerb(at) || t.child(at, language.RelCop) >= 0) && w != at { // "The call between X and Y lasted an hour, officials said"
			t.tok(told).Head, t.tok(told).Rel = int16(at), t.rel(second)
		}
	} else {
		inside := at < end && (at >= int(m.from) || t.within(at, within))
		twice := (t.rel(second) == language.RelNsubj || t.rel(second) == language.RelNsubjPass) && at > second && t.within(h, at) && (t.head(h) == at || !t.isVerb(h) && p.noVerbBefore(si, int(m.from)))
		if !inside && !twice {
			return false
		}
	}
	t.tok(second).Head, t.tok(second).Rel = int16(h), language.RelConj
	return true
}

// phraseEnd gives the token behind the phrase that names a person, with what
// stands in apposition to the name and the comma that closes it.
func (p *page) phraseEnd(si int, m *mention) int {
	t := p.tree(si)
	end := p.behindOf(si, int(m.to))
	if end == int(m.to) {
		if _, _, behind := p.titleBehind(si, end); behind > end {
			end = p.behindOf(si, behind)
		}
	}
	if end+1 < len(t.s.Tokens) && t.word(end) == "," && t.word(end+1) == "and" {
		end++
	}
	return end
}

// behindOf gives the token behind "of the Netherlands" at token k; k itself
// where no state stands there so.
func (p *page) behindOf(si, k int) int {
	t := p.tree(si)
	if k+1 >= len(t.s.Tokens) || t.word(k) != "of" {
		return k
	}
	at := k + 1
	if t.word(at) == "the" {
		at++
	}
	if of := p.mention(si, at); of != nil && (of.kind == mState || of.kind == mOrg) && int(of.from) == at {
		return int(of.to)
	}
	return k
}

// coupled gives the head of the person or office whose phrase begins at token
// k; -1 where none does.
func (p *page) coupled(si, k int) int {
	t := p.tree(si)
	for n := k; n < len(t.s.Tokens) && n-k < 8; n++ {
		m := p.mention(si, n)
		if m != nil && (m.kind == mPerson || m.kind == mOffice) {
			return p.headAt(si, n)
		}
		if m == nil && t.upos(n) != language.DET && t.upos(n) != language.ADJ && t.upos(n) != language.PROPN && t.upos(n) != language.NOUN && t.upos(n) != language.PART && t.tok(n).XPOS != language.XPOSPRPS {
			return -1
		}
	}
	return -1
}

// noVerbBefore tells whether a sentence has no verb in front of token k.
func (p *page) noVerbBefore(si, k int) bool {
	t := p.tree(si)
	for n := range k {
		if t.isVerb(n) {
			return false
		}
	}
	return true
}

// betweenTwo tells whether the first of two stands behind "between", or "of"
// with a meeting, which the second must complete.
func (p *page) betweenTwo(si, h, second int) bool {
	t := p.tree(si)
	switch t.rel(second) {
	case language.RelConj, language.RelNsubj, language.RelNsubjPass:
	default:
		return false
	}
	switch n := t.head(h); t.caseOf(h) {
	case "between":
		return t.rel(second) != language.RelConj || t.head(second) == n
	case "of":
		_, kind := countedNoun(t.lemma(n))
		return (kind == Meeting || kind == Call) && t.head(second) == n
	}
	return false
}

// actsBehindOpening gives a verb behind an opening phrase its subject, where
// the parser has hung it on a name in that phrase: "At the invitation of
// President Ramaphosa, Prime Minister Ishiba will visit South Africa". It
// tells whether that changed the tree.
func (p *page) actsBehindOpening(si int, m *mention) bool {
	t := p.tree(si)
	n := len(t.s.Tokens)
	end := p.phraseEnd(si, m)
	h := p.headAt(si, int(m.from))
	from := int(m.from)
	if from >= 2 && t.word(from-1) == "," { // "the president of Kenya, William Ruto,"
		if o := t.head(h); t.rel(h) == language.RelAppos && o >= 0 && o < from {
			if om := p.mention(si, o); om != nil && om.kind == mOffice {
				h, from = o, int(om.from)
			}
		}
	}
	for from > 0 && (isGenitive(t.word(from-1)) || t.upos(from-1) == language.DET || t.upos(from-1) == language.ADJ || p.mention(si, from-1) != nil && p.mention(si, from-1).kind == mState) {
		from--
	}
	if end < n && t.word(end) == "," && from < int(m.from) || end < n && t.word(end) == "," && end > int(m.to) {
		end++
	}
	if from < 3 || t.word(from-1) != "," || end >= n {
		return false
	}
	v := end
	for v < n && (t.upos(v) == language.AUX || t.upos(v) == language.ADV) {
		v++
	}
	if v >= n || t.upos(v) != language.VERB || !finite(t.s, v) || t.child(v, language.RelNsubj, language.RelNsubjPass) >= 0 || t.head(h) == v {
		return false
	}
	opening := false
	t.children(v, func(c int) bool {
		opening = opening || c < from && (t.rel(c) == language.RelObl || t.rel(c) == language.RelAdvcl)
		return !opening
	})
	if at := t.head(h); !opening || at < 0 || at >= from {
		return false
	}
	t.tok(h).Head, t.tok(h).Rel = int16(v), language.RelNsubj
	if t.child(v, language.RelAuxPass) >= 0 {
		t.tok(h).Rel = language.RelNsubjPass
	}
	return true
}
