package timex

import "github.com/chancery-project/chancery/internal/edtf"

// grammar reads expressions out of the words of one sentence. Each rule takes
// the word it begins at and gives a draft and true, or false. It is small and
// stays on the stack.
type grammar struct {
	text  string
	words []word
	ref   edtf.Day
}

// draft is an expression in the making: words from to next.
type draft struct {
	meaning
	from, next int
	typ        Type
	kind       Kind
	mod        Mod
}

var nothing word

// at gives the word at i; outside the sentence an empty one.
func (g *grammar) at(i int) *word {
	if i < 0 || i >= len(g.words) {
		return &nothing
	}
	return &g.words[i]
}

func (g *grammar) spelling(i int) string {
	w := g.at(i)
	return g.text[w.start:w.end]
}

// isGlued says whether the word at i is the mark c with no space before it.
func (g *grammar) isGlued(i int, c byte) bool {
	w := g.at(i)
	return w.is(c) && w.glued
}

// spelled says whether the words from i spell a sequence in lower case, and
// how many words that took; 0 if not.
func (g *grammar) spelled(i int, words []string) int {
	if i+len(words) > len(g.words) {
		return 0
	}
	for n, want := range words {
		w := &g.words[i+n]
		if want == "'" && w.is('\'') {
			continue
		}
		if !foldEqual(want, g.text[w.start:w.end]) {
			return 0
		}
	}
	return len(words)
}

// unit reads a unit's name, singular or plural.
func (g *grammar) unit(i int) (unit Unit, many, ok bool) {
	switch w := g.at(i); w.class {
	case classUnit:
		return Unit(w.val), false, true
	case classUnits:
		return Unit(w.val), true, true
	case classOrdinal:
		if w.val == 2 && g.at(i-1).class == classNumberWord && g.at(i-1).val == 1 {
			return Second, false, true
		}
	}
	return NoUnit, false, false
}
