package timex

// weekdayWords are the days of the week, 1 Monday to 7 Sunday. The short
// forms need a full stop or a number behind them.
var weekdayWords = []struct {
	word, short string
	day         int8
}{
	{"monday", "mon", 1},
	{"tuesday", "tue", 2},
	{"wednesday", "wed", 3},
	{"thursday", "thu", 4},
	{"friday", "fri", 5},
	{"saturday", "sat", 6},
	{"sunday", "sun", 7},
	{"", "tues", 2},
	{"", "thur", 4},
	{"", "thurs", 4},
}

// weekday reads a weekday's name at i and gives 1 to 7, 0 for none, the word
// behind it, and whether it is a plural ("Tuesdays").
func (g *grammar) weekday(i int) (day int8, next int, many bool) {
	w := g.at(i)
	switch {
	case !w.upper:
	case w.class == classWeekday:
		return int8(w.val), i + 1, false
	case w.class == classWeekdays:
		return int8(w.val), i + 1, true
	case w.class == classWeekdayShort:
		next = i + 1
		if g.isGlued(next, '.') {
			next++
		}
		if b := g.at(next); b.class == classNumber && b.num <= 31 || next == i+2 && (b.is(',') || b.class == classMonth || b.class == classMonthShort) {
			return int8(w.val), next, false
		}
	}
	return 0, i, false
}
