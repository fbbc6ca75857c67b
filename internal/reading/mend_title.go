package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// mendStanding makes an adjective of an "acting" that the parser takes for a
// verb before an office: "and Thailand's acting prime minister, X, agreed".
func mendStanding(doc *language.Document, s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.UPOS != language.VERB || !strings.EqualFold(doc.Word(t), "acting") || i == 0 {
		return
	}
	office := -1
	for k := i + 1; k < len(s.Tokens) && k <= i+4; k++ {
		if c := &s.Tokens[k]; int(c.Head) == i && (c.Rel == language.RelObj || c.Rel == language.RelObl) && (c.UPOS == language.NOUN || c.UPOS == language.PROPN) {
			office = k
		}
	}
	if office < 0 {
		return
	}
	o := &s.Tokens[office]
	o.Head, o.Rel = t.Head, t.Rel
	if h := int(o.Head); o.Rel == language.RelAcl && h == i-1 && s.Tokens[h].UPOS == language.PROPN { // "Taliban acting foreign minister X met"
		o.Head, o.Rel = s.Tokens[h].Head, s.Tokens[h].Rel
		s.Tokens[h].Head, s.Tokens[h].Rel = int16(office), language.RelCompound
	}
	t.Head, t.Rel, t.UPOS, t.XPOS = int16(office), language.RelAmod, language.ADJ, language.XPOSJJ
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == i {
			c.Head = int16(office)
		}
	}
}

// mendTitled hangs a title on the name behind it, where the parser gives a verb
// two subjects: "Soviet negotiator Yuli Vorontsov conferred".
func mendTitled(s *language.Sentence, i int) {
	if i == 0 || s.Tokens[i].UPOS != language.PROPN {
		return
	}
	if t := &s.Tokens[i]; t.Lemma == "elect" && i+1 < len(s.Tokens) && s.Tokens[i+1].UPOS == language.PROPN && int(t.Head) > i { // "President-elect Donald Trump's envoy Steve Witkoff met"
		for k := i + 2; k < int(t.Head); k++ {
			if c := &s.Tokens[k]; c.Head == t.Head && c.Rel == t.Rel {
				t.Head, t.Rel = int16(i+1), language.RelNmodDesc
				return
			}
		}
	}
	n := i - 1
	for n > 0 && n > i-6 && s.Tokens[n].Rel != language.RelNsubj && (int(s.Tokens[n].Head) == i || int(s.Tokens[n].Head) > n && int(s.Tokens[n].Head) < i) { // "Bulgaria's caretaker Prime Minister Dimitar Glavchev met"
		n--
	}
	if c := &s.Tokens[n]; n < i-1 && c.XPOS == language.XPOSPOS && c.Head >= 0 { // "President Donald Trump's Syria envoy Tom Barrack met"
		if whose := &s.Tokens[c.Head]; whose.Rel == language.RelNsubj && whose.Head == s.Tokens[i].Head && int(whose.Head) > i {
			whose.Head, whose.Rel = int16(i), language.RelNmodPoss
		}
		return
	}
	if c := &s.Tokens[n]; c.UPOS == language.NOUN && c.Rel == language.RelNsubj && c.Head == s.Tokens[i].Head && int(c.Head) > i {
		c.Head, c.Rel = int16(i), language.RelNmodDesc
	}
}

// mendNames makes names of listed people that begin with what is mostly
// another word: "President To Lam", which the parser reads as "to Lam".
func mendNames(s *language.Sentence, matches []gazetteer.Match) {
	for k := range matches {
		m := &matches[k]
		from, last := m.From, m.To-1
		if m.To-m.From < 2 {
			continue
		}
		if m.Senses[0].Kind != gazetteer.KindPerson {
			mendBesideName(s, from, m.To)
			continue
		}
		if s.Tokens[from].UPOS == language.PROPN {
			mendSplitName(s, from, m.To)
			continue
		}
		if s.Tokens[from].Flags&language.FlagUpper == 0 || int(s.Tokens[from].Head) != last {
			continue
		}
		f, l := &s.Tokens[from], &s.Tokens[last]
		f.UPOS, f.XPOS = language.PROPN, language.XPOSNNP
		f.Head, f.Rel = l.Head, l.Rel
		if f.Rel == language.RelObl || f.Rel == language.RelNmod {
			if t := from - 1; t >= 0 && titleOf(s, t, int(l.Head)) {
				title := &s.Tokens[t]
				if title.Head == l.Head {
					f.Rel = title.Rel
				} else {
					f.Head, f.Rel = title.Head, title.Rel
				}
				title.Head, title.Rel = int16(from), language.RelNmodDesc
			} else {
				f.Rel = language.RelObj
			}
		}
		l.Head, l.Rel = int16(from), language.RelFlat
		for i := range s.Tokens {
			if c := &s.Tokens[i]; int(c.Head) == last && i != from {
				c.Head = int16(from)
			}
		}
	}
}

// mendBesideName hangs on a name of several words what is coordinated with a
// word inside it: "between the Group of Five and Canada".
func mendBesideName(s *language.Sentence, from, to int) {
	head := -1
	for i := from; i < to; i++ {
		if h := int(s.Tokens[i].Head); h < from || h >= to {
			if head >= 0 {
				return
			}
			head = i
		}
	}
	for i := to; i < len(s.Tokens); i++ {
		if t := &s.Tokens[i]; t.Rel == language.RelConj && int(t.Head) >= from && int(t.Head) < to && head >= 0 {
			t.Head = int16(head)
		}
	}
}

// mendSplitName joins the two halves of a listed name that the parser has hung
// side by side: "between Keir Starmer".
func mendSplitName(s *language.Sentence, from, to int) {
	if to-from != 2 {
		return
	}
	a, b := &s.Tokens[from], &s.Tokens[from+1]
	if a.Rel == language.RelCase && b.UPOS == language.PROPN && a.Head == b.Head { // "her counterpart S Jaishankar": an initial
		if a.Rel = b.Rel; int(a.Head) == from-1 && s.Tokens[from-1].UPOS == language.NOUN {
			a.Rel = language.RelAppos
		}
		b.Rel = a.Rel
	}
	if a.Head != b.Head || a.Rel != b.Rel || b.UPOS != language.PROPN {
		return
	}
	b.Head, b.Rel = int16(from), language.RelFlat
	for i := range s.Tokens {
		if c := &s.Tokens[i]; int(c.Head) == from+1 {
			c.Head = int16(from)
		}
	}
}

// titleOf tells whether the word before a name is its title: a noun that the
// name hangs on, or that hangs on the same verb.
func titleOf(s *language.Sentence, t, head int) bool {
	c := &s.Tokens[t]
	return (c.UPOS == language.NOUN || c.UPOS == language.PROPN) && (t == head || int(c.Head) == head)
}

// mendUnder makes one title of "US Under Secretary of State", where the parser
// takes the capital "Under" for a preposition.
func mendUnder(doc *language.Document, s *language.Sentence, i int) {
	n := i + 1
	if n >= len(s.Tokens) || doc.Word(&s.Tokens[i]) != "Under" || int(s.Tokens[i].Head) != n || doc.Word(&s.Tokens[n]) != "Secretary" {
		return
	}
	t := &s.Tokens[n]
	h := int(t.Head)
	s.Tokens[i].UPOS, s.Tokens[i].XPOS, s.Tokens[i].Rel = language.PROPN, language.XPOSNNP, language.RelCompound
	if h < 0 || h != i-1 || t.Rel != language.RelNmod {
		return
	}
	state := &s.Tokens[h]
	t.Head, t.Rel = state.Head, state.Rel
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == h {
			c.Head = int16(n)
		}
	}
	state.Head, state.Rel = int16(n), language.RelCompound
}

// mendMajesty makes a title of "His Majesty" before a name that the parser hangs
// beside it: "spoke with His Majesty King Hamad".
func mendMajesty(s *language.Sentence, i int) {
	switch s.Tokens[i].Lemma {
	case "Majesty", "majesty", "Highness", "highness", "Excellency", "excellency", "Holiness", "holiness":
	default:
		return
	}
	for k := i + 1; k < len(s.Tokens) && k < i+5; k++ {
		c := &s.Tokens[k]
		if c.UPOS != language.PROPN && c.UPOS != language.NOUN {
			return
		}
		if c.Head == s.Tokens[i].Head && c.Rel == s.Tokens[i].Rel {
			s.Tokens[i].Head, s.Tokens[i].Rel = int16(k), language.RelCompound
			return
		}
	}
}
