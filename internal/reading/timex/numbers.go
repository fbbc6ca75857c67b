package timex

// numberWords are the words for numbers and ranks. A hyphen between tens and
// ones is its own word ("twenty-first").
var numberWords = []struct {
	word  string
	class class
	id    wordID
	val   int16
}{
	{"zero", classNumberWord, noWord, 0},
	{"one", classNumberWord, noWord, 1}, {"two", classNumberWord, noWord, 2},
	{"three", classNumberWord, noWord, 3}, {"four", classNumberWord, noWord, 4},
	{"five", classNumberWord, noWord, 5}, {"six", classNumberWord, noWord, 6},
	{"seven", classNumberWord, noWord, 7}, {"eight", classNumberWord, noWord, 8},
	{"nine", classNumberWord, noWord, 9}, {"ten", classNumberWord, noWord, 10},
	{"eleven", classNumberWord, noWord, 11}, {"twelve", classNumberWord, noWord, 12},
	{"thirteen", classNumberWord, noWord, 13}, {"fourteen", classNumberWord, noWord, 14},
	{"fifteen", classNumberWord, noWord, 15}, {"sixteen", classNumberWord, noWord, 16},
	{"seventeen", classNumberWord, noWord, 17}, {"eighteen", classNumberWord, noWord, 18},
	{"nineteen", classNumberWord, noWord, 19}, {"twenty", classNumberWord, noWord, 20},
	{"thirty", classNumberWord, noWord, 30}, {"forty", classNumberWord, noWord, 40},
	{"fifty", classNumberWord, noWord, 50}, {"sixty", classNumberWord, noWord, 60},
	{"seventy", classNumberWord, noWord, 70}, {"eighty", classNumberWord, noWord, 80},
	{"ninety", classNumberWord, noWord, 90},
	{"dozen", classNumberWord, noWord, 12},
	{"hundred", classScale, noWord, 100}, {"thousand", classScale, wordThousand, 1000},
	{"million", classScale, noWord, 0},
	{"first", classOrdinal, noWord, 1}, {"third", classOrdinal, noWord, 3},
	{"fourth", classOrdinal, noWord, 4}, {"fifth", classOrdinal, noWord, 5},
	{"sixth", classOrdinal, noWord, 6}, {"seventh", classOrdinal, noWord, 7},
	{"eighth", classOrdinal, noWord, 8}, {"ninth", classOrdinal, noWord, 9},
	{"tenth", classOrdinal, noWord, 10}, {"eleventh", classOrdinal, noWord, 11},
	{"twelfth", classOrdinal, noWord, 12}, {"thirteenth", classOrdinal, noWord, 13},
	{"fourteenth", classOrdinal, noWord, 14}, {"fifteenth", classOrdinal, noWord, 15},
	{"sixteenth", classOrdinal, noWord, 16}, {"seventeenth", classOrdinal, noWord, 17},
	{"eighteenth", classOrdinal, noWord, 18}, {"nineteenth", classOrdinal, noWord, 19},
	{"twentieth", classOrdinal, noWord, 20}, {"thirtieth", classOrdinal, noWord, 30},
	{"several", classSomeNumber, noWord, 0}, {"few", classSomeNumber, wordFew, 0},
	{"some", classSomeNumber, noWord, 0}, {"many", classSomeNumber, noWord, 0},
	{"couple", classSomeNumber, wordCouple, 2},
	{"twenties", classDecade, noWord, 20}, {"thirties", classDecade, noWord, 30},
	{"forties", classDecade, noWord, 40}, {"fifties", classDecade, noWord, 50},
	{"sixties", classDecade, noWord, 60}, {"seventies", classDecade, noWord, 70},
	{"eighties", classDecade, noWord, 80}, {"nineties", classDecade, noWord, 90},
}

// amount is a counted number: 2, two and a half, several.
type amount struct {
	n    int
	half bool
	some bool
}

// amount reads a number in digits or words at i and gives the word behind it,
// or i where there is none. "a" and "an" are read by the rules themselves.
func (g *grammar) amount(i int) (amount, int) {
	w := g.at(i)
	switch w.class {
	case classNumber:
		return g.digitAmount(i)
	case classNumberWord:
		return g.wordAmount(i)
	case classSomeNumber:
		if w.id == wordCouple {
			if g.at(i+1).id == wordOf {
				return amount{n: 2}, i + 2
			}
			return amount{}, i
		}
		if g.at(i+1).id == wordMore {
			i++
		}
		return amount{some: true}, i + 1
	case classArticle:
		switch b := g.at(i + 1); {
		case w.id != wordA:
		case b.id == wordFew:
			return amount{some: true}, i + 2
		case b.id == wordCouple && g.at(i+2).id == wordOf:
			return amount{n: 2}, i + 3
		case b.id == wordCouple && g.at(i+2).class == classUnits:
			return amount{n: 2}, i + 2
		case b.class == classScale && b.val > 0:
			return amount{n: int(b.val)}, i + 2
		case b.class == classNumberWord && b.val == 12:
			return amount{n: 12}, i + 2
		}
	case classScale:
		if w.val > 0 && g.at(i+1).class == classUnits {
			return amount{n: int(w.val)}, i + 1
		}
	}
	return amount{}, i
}

func (g *grammar) digitAmount(i int) (amount, int) {
	w := g.at(i)
	n, next := int(w.num), i+1
	if a := g.at(i - 1); (a.is('.') || a.is(',') || a.is('$')) && w.glued && (a.is('$') || a.glued && g.at(i-2).class == classNumber) {
		return amount{}, i
	}
	switch b := g.at(next); {
	case w.suffix != 0:
		return amount{}, i
	case (b.is('.') || b.is('/')) && b.glued && g.at(next+1).class == classNumber && g.at(next+1).glued:
		if b.is('.') && g.at(next+1).num == 5 {
			return amount{n: n, half: true}, next + 2
		}
		if b.is('.') {
			return amount{n: n}, next + 2
		}
		return amount{}, i
	case b.is(',') && b.glued && g.at(next+1).class == classNumber && g.at(next+1).digits == 3:
		return amount{n: n*1000 + int(g.at(next+1).num)}, next + 2
	}
	return g.andAHalf(amount{n: n}, next)
}

func (g *grammar) wordAmount(i int) (amount, int) {
	n, next := int(g.at(i).val), i+1
	if n >= 20 && n < 100 {
		at := next
		if g.isGlued(at, '-') {
			at++
		}
		if b := g.at(at); b.class == classNumberWord && b.val < 10 && b.val > 0 {
			n, next = n+int(b.val), at+1
		}
	}
	for g.at(next).class == classScale && g.at(next).val > 0 && n < 100_000 {
		n *= int(g.at(next).val)
		next++
	}
	return g.andAHalf(amount{n: n}, next)
}

// andAHalf reads "and a half".
func (g *grammar) andAHalf(a amount, next int) (amount, int) {
	if g.at(next).class == classAnd && g.at(next+1).id == wordA && g.at(next+2).class == classHalf {
		a.half = true
		next += 3
	}
	return a, next
}

// ordinal reads a rank at i, "third", "3rd", "twenty-first", and gives it and
// the word behind it, or 0.
func (g *grammar) ordinal(i int) (int, int) {
	w := g.at(i)
	switch {
	case w.class == classOrdinal:
		return int(w.val), i + 1
	case w.class == classNumber && w.suffix == suffixOrdinal:
		return int(w.num), i + 1
	case w.class == classNumberWord && w.val >= 20 && w.val < 100:
		at := i + 1
		if g.isGlued(at, '-') {
			at++
		}
		if b := g.at(at); b.class == classOrdinal && b.val < 10 {
			return int(w.val + b.val), at + 1
		}
	}
	return 0, i
}
