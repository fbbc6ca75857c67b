package timex

// adjective reads "two-day", "30-year", "years-old", "eight-month-old"; the
// article stays outside. Ages of people ("44-year-old") are none.
func (g *grammar) adjective(at int, a amount, next int) (draft, bool) {
	if !g.isGlued(next, '-') {
		return draft{}, false
	}
	unit, many, ok := g.unit(next + 1)
	if !ok || many && unit == Quarter || many && g.at(next+2).glued && !g.at(next+2).is('\'') && !g.at(next+2).is('.') && !g.at(next+2).is(',') {
		return draft{}, false
	}
	d := draft{from: at, typ: Duration, kind: Length, next: next + 2}
	d.unit, d.n, d.half, d.vague = unit, int16(min(a.n, 30000)), a.half, a.some
	if g.isGlued(d.next, '-') {
		b := g.at(d.next + 1)
		switch {
		case b.id == wordOld && unit == Year:
			return draft{}, false
		case b.id == wordOld || b.id == wordLong:
			d.next += 2
		}
	}
	if d.nth = 0; g.at(d.next).id == wordOld {
		return draft{}, false
	}
	return d, true
}

// aged says whether "old" follows: "52 years old" is an age, not a time.
func (g *grammar) aged(next int) bool {
	return g.at(next).id == wordOld || g.at(next).is('-') && g.at(next+1).id == wordOld || g.spelling(next) == "young"
}
