package timex

// monthWords are the months; the short forms may carry a full stop.
var monthWords = []struct {
	word  string
	short bool
	month int8
}{
	{"january", false, 1}, {"jan", true, 1},
	{"february", false, 2}, {"feb", true, 2},
	{"march", false, 3}, {"mar", true, 3},
	{"april", false, 4}, {"apr", true, 4},
	{"may", false, 5},
	{"june", false, 6}, {"jun", true, 6},
	{"july", false, 7}, {"jul", true, 7},
	{"august", false, 8}, {"aug", true, 8},
	{"september", false, 9}, {"sept", true, 9}, {"sep", true, 9},
	{"october", false, 10}, {"oct", true, 10},
	{"november", false, 11}, {"nov", true, 11},
	{"december", false, 12}, {"dec", true, 12},
}

// month reads a month's name at i and gives the month, 0 for none, and the
// word behind it and its full stop. "May" and "March" need a capital letter,
// and "May" and the short forms something that makes a date of them, since
// there are verbs and people of these names.
func (g *grammar) month(i int) (month int8, next int) {
	w := g.at(i)
	if w.class != classMonth && w.class != classMonthShort {
		return 0, i
	}
	if b := g.at(i + 1); !w.upper && (w.val == 5 || b.class != classNumber || b.num > 31 || b.num < 1) {
		return 0, i
	}
	next = i + 1
	if w.class == classMonthShort {
		if g.isGlued(next, '.') {
			next++
		}
		if next == i+1 && !g.dateAround(i, next) {
			return 0, i
		}
	}
	if w.val == 5 && len(g.spelling(i)) == 3 && !g.dateAround(i, next) {
		return 0, i
	}
	return int8(w.val), next
}

// dateAround says whether the words around a doubtful month make a date: a
// number or "this", "last", "next" behind it, or one of these, a preposition
// or "early" before it.
func (g *grammar) dateAround(i, next int) bool {
	if b := g.at(next); b.class == classNumber || b.class == classWhich && b.id != wordThat {
		return true
	}
	a := g.at(i - 1)
	switch a.class {
	case classPreposition:
		return a.id != wordTo || g.at(i-2).class == classMonth || g.at(i-2).class == classNumber || g.at(i-2).class == classDeictic
	case classNumber, classOrdinal, classWhich, classThird, classEdge, classEach, classMonth:
		return true
	}
	return a.class == classAnd && (g.at(i-2).class == classMonth || g.at(i-2).class == classNumber) || a.is('-') || a.is('/')
}
