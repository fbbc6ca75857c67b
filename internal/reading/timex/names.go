package timex

// timelessNames are names that hold a time word and tell no time. Matched
// whole, from the longest; capital letters are required.
var timelessNames = [][]string{
	{"good", "friday", "agreement"},
	{"good", "friday", "accord"},
	{"good", "friday", "deal"},
	{"black", "friday"},
	{"bloody", "sunday"},
	{"arab", "spring"},
	{"prague", "spring"},
	{"usa", "today"},
	{"india", "today"},
	{"russia", "today"},
	{"sunday", "times"},
	{"sunday", "telegraph"},
	{"sunday", "mirror"},
	{"sunday", "express"},
	{"sunday", "mail"},
	{"mail", "on", "sunday"},
	{"six", "day", "war"},
	{"second", "world", "war"},
	{"first", "world", "war"},
	{"summer", "olympics"},
	{"winter", "olympics"},
	{"summer", "games"},
	{"winter", "games"},
	{"this", "week", "with"},
	{"fall", "river"},
	{"palm", "springs"},
	{"cold", "spring"},
	{"march", "of", "dimes"},
}

// timeless says how many words from i are such a name, 0 for none.
func (g *grammar) timeless(i int) int {
	if w := g.at(i); !w.upper || !w.opens {
		return 0
	}
	for _, name := range timelessNames {
		if n := g.spelled(i, name); n > 0 && g.at(i+n-1).upper {
			return n
		}
	}
	return 0
}
