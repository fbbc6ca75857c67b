package reading

import (
	"github.com/chancery-project/chancery/internal/language"
)

// mendPhrase hangs a phrase with a preposition on the noun before it where the
// parser makes it a second subject: "a visit by X to Budapest was called off".
func mendPhrase(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.Head <= int16(i) || !led(s, i) {
		return
	}
	for k := i - 1; k >= 0; k-- {
		n := &s.Tokens[k]
		if n.Head == t.Head && (n.Rel == language.RelNsubj || n.Rel == language.RelNsubjPass) && !led(s, k) {
			t.Head, t.Rel = int16(k), language.RelNmod
			return
		}
	}
}

// led tells whether a preposition stands with a noun.
func led(s *language.Sentence, i int) bool {
	for k := range s.Tokens[:i] {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelCase && c.UPOS == language.ADP {
			switch c.Lemma {
			case "by", "to", "in", "from", "of", "with", "for", "between", "on", "at":
				return true
			}
		}
	}
	return false
}

// mendToName makes a place of a capitalised word behind "to" that the parser
// takes for an infinitive: "a visit he will make to Britain", "flies to Serbia
// the same evening".
func mendToName(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.XPOS != language.XPOSVB && t.XPOS != language.XPOSNNP || t.Flags&language.FlagUpper == 0 || i < 2 || t.Head < 0 || t.Head > int16(i) {
		return
	}
	to := &s.Tokens[i-1]
	if to.Lemma != "to" || int(to.Head) != i || to.Rel != language.RelMark {
		return
	}
	if t.XPOS == language.XPOSNNP && t.Rel != language.RelObl && t.Rel != language.RelNmod {
		return
	}
	t.UPOS, t.XPOS = language.PROPN, language.XPOSNNP
	to.UPOS, to.Rel = language.ADP, language.RelCase
	if t.Rel = language.RelObl; s.Tokens[t.Head].UPOS != language.VERB {
		t.Rel = language.RelNmod
	}
}

// mendBefore makes a noun of a word behind "before" or "after" that the parser
// takes for a verb, though nobody does it: "before stops in Amman".
func mendBefore(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.XPOS != language.XPOSVBZ || i == 0 || t.Head < 0 {
		return
	}
	m := &s.Tokens[i-1]
	if int(m.Head) != i || m.Rel != language.RelMark || m.Lemma != "before" && m.Lemma != "after" || childOf(s, i, language.RelNsubj, language.RelNsubjPass, language.RelObj) {
		return
	}
	t.UPOS, t.XPOS, t.Rel = language.NOUN, language.XPOSNNS, language.RelObl
	m.UPOS, m.Rel = language.ADP, language.RelCase
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == i && c.Rel == language.RelObl {
			c.Rel = language.RelNmod
		}
	}
	for n := 0; n < 3 && s.Tokens[t.Head].Rel == language.RelAdvcl && s.Tokens[t.Head].Head >= 0; n++ { // of the main clause
		t.Head = s.Tokens[t.Head].Head
	}
}

// bound names the prepositions of a way.
func bound(lemma string) bool { return lemma == "to" || lemma == "for" || lemma == "into" }

// mendSidelines hangs the gathering on the sidelines of which somebody met on
// those instead of on the verb: "met on the sidelines of the (AC) summit".
func mendSidelines(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	k, x := i-1, int(t.Head)
	if t.Lemma != "of" || k < 0 || x < i || s.Tokens[x].Rel != language.RelObl || int(s.Tokens[x].Head) == k {
		return
	}
	switch s.Tokens[k].Lemma {
	case "sideline", "sidelines", "margin", "margins":
		if s.Tokens[k].Head == s.Tokens[x].Head {
			s.Tokens[x].Head, s.Tokens[x].Rel = int16(k), language.RelNmod
		}
	}
}

// mendGenitive hangs a name with "'s" on the noun behind it where the parser
// hangs it elsewhere: "on the heels of President Biden's visit".
func mendGenitive(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	x := int(t.Head)
	if t.UPOS != language.PART || t.Lemma != "'s" && t.Lemma != "’s" || x < 0 || x >= i {
		return
	}
	name := &s.Tokens[x]
	if k := i + 1; k < len(s.Tokens) && name.UPOS == language.PROPN && s.Tokens[k].UPOS == language.NOUN && s.Tokens[k].Rel == language.RelAppos && int(s.Tokens[k].Head) == x { // "President Lula's visit begins"
		s.Tokens[k].Head, s.Tokens[k].Rel = name.Head, name.Rel
		name.Head, name.Rel = int16(k), language.RelNmodPoss
		return
	}
	if name.Rel == language.RelNmodPoss || name.UPOS != language.PROPN || name.Rel != language.RelNmod && name.Rel != language.RelObl {
		return
	}
	for k := i + 1; k < len(s.Tokens) && k-i < 5; k++ {
		n := &s.Tokens[k]
		switch n.UPOS {
		case language.ADJ, language.NUM, language.PROPN:
			continue
		case language.NOUN:
			if n.Rel == language.RelCompound {
				continue
			}
			if int(n.Head) == x {
				n.Head, n.Rel = name.Head, name.Rel
			}
			name.Head, name.Rel = int16(k), language.RelNmodPoss
		}
		return
	}
}

// mendTraveller makes a subject of what stands before a verb of travel that
// the parser takes for a noun: "the chancellor heads for Delhi".
func mendTraveller(s *language.Sentence, i int, lemma string) bool {
	if i == 0 || i+1 >= len(s.Tokens) || !bound(s.Tokens[i+1].Lemma) || !onward(lemma) {
		return false
	}
	k := i - 1
	for k > 0 && s.Tokens[k].Rel == language.RelFlat {
		k = int(s.Tokens[k].Head)
	}
	if k < 0 || k >= i || int(s.Tokens[k].Head) != i || s.Tokens[k].Rel != language.RelCompound {
		return false
	}
	s.Tokens[k].Rel = language.RelNsubj
	for n := range s.Tokens[:k] { // what stands before it is its own
		if c := &s.Tokens[n]; int(c.Head) == i && (c.Rel == language.RelDet || c.Rel == language.RelAmod || c.Rel == language.RelCompound || c.Rel == language.RelNmodPoss) {
			c.Head = int16(k)
		}
	}
	return true
}

// mendSaidOf makes the subject of a clause of what the parser takes for the
// object of "said" before it: "officials said a visit by X, due this month, had
// been postponed".
func mendSaidOf(s *language.Sentence, v int) {
	t := &s.Tokens[v]
	h := int(t.Head)
	if t.Rel != language.RelCcomp || h < 0 || h > v || s.Tokens[h].Lemma != "say" || childOf(s, v, language.RelNsubj, language.RelNsubjPass) || !childOf(s, v, language.RelAux, language.RelAuxPass, language.RelCop) {
		return
	}
	for k := h + 1; k < v; k++ {
		n := &s.Tokens[k]
		if int(n.Head) != h || n.Rel != language.RelObj {
			continue
		}
		n.Head, n.Rel = int16(v), language.RelNsubj
		if childOf(s, v, language.RelAuxPass) {
			n.Rel = language.RelNsubjPass
		}
		return
	}
}

// mendToBe hangs "to be held in Rio" between commas on the subject before it
// instead of the verb behind it: "The summit, to be held in Rio, will bring
// together".
func mendToBe(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	h := int(v.Head)
	if i < 4 || h < i || v.XPOS != language.XPOSVBN || doc.Word(&s.Tokens[i-1]) != "be" || doc.Word(&s.Tokens[i-2]) != "to" || doc.Word(&s.Tokens[i-3]) != "," {
		return
	}
	for k := i - 4; k >= 0; k-- {
		if c := &s.Tokens[k]; int(c.Head) == h {
			if c.Rel == language.RelNsubj && (c.UPOS == language.NOUN || c.UPOS == language.PROPN) {
				v.Head, v.Rel = int16(k), language.RelAcl
			}
			return
		}
	}
}
