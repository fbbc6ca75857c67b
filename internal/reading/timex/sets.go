package timex

// rhythm reads what comes again: "daily", "every year", "each July", "every
// two months", "once a year", "twice a week", "every other Friday".
func (g *grammar) rhythm(i int) (draft, bool) {
	d := draft{from: i, typ: Set, kind: Period}
	d.n = 1
	w := g.at(i)
	switch {
	case w.class == classRhythm:
		d.unit, d.next = Unit(w.val), i+1
		return d, !g.isGlued(d.next, '-') && !g.at(i-1).is('%') && !(w.upper && g.at(i-1).upper) // "8% annually" is a rate
	case w.class == classEach:
		return g.each(d, i+1)
	case w.id == wordOnce || w.id == wordTwice:
		d.often = int8(w.val)
		return g.perUnit(d, i+1)
	}
	if a, next := g.amount(i); next > i && !a.some && g.at(next).id == wordTimes {
		d.often = int8(min(a.n, 100))
		return g.perUnit(d, next+1)
	}
	return draft{}, false
}

// perUnit reads "a year", "per month", "every two weeks" behind "once".
func (g *grammar) perUnit(d draft, at int) (draft, bool) {
	w := g.at(at)
	if w.id != wordA && w.id != wordPer && w.class != classEach {
		return draft{}, false
	}
	at++
	if a, next := g.amount(at); next > at && w.class == classEach && !a.half {
		d.n, d.vague = int16(a.n), a.some
		at = next
	}
	unit, _, ok := g.unit(at)
	if !ok {
		return draft{}, false
	}
	d.unit, d.next = unit, at+1
	return d, true
}

// each reads on behind "each" or "every".
func (g *grammar) each(d draft, at int) (draft, bool) {
	switch g.at(at).id {
	case wordOther:
		d.n = 2
		at++
	default:
		if n, next := g.ordinal(at); n >= 2 && next > at { // "every second year", "every third Tuesday"
			d.n, at = int16(min(n, 100)), next
		}
	}
	if g.spelling(at) == "single" {
		at++
	}
	if day, next, _ := g.weekday(at); day != 0 {
		d.unit, d.week, d.next = Week, day, next
		g.partBehind(&d)
		d.typ = Set
		return d, true
	}
	if m, next := g.month(at); m != 0 {
		d.unit, d.month, d.next = Month, m, next
		if day, behind := g.dayOfMonth(next); day != 0 {
			d.unit, d.day, d.next = Day, day, behind
		}
		return d, true
	}
	w := g.at(at)
	if w.class == classSeason {
		d.unit, d.month, d.next = Season, int8(w.val), at+1
		return d, true
	}
	if w.class == classPart {
		d.unit, d.hours, d.next = Day, partOfDay(w.val), at+1
		return d, true
	}
	if a, next := g.amount(at); next > at && !a.half {
		d.n, d.vague = int16(min(a.n, 30000)), a.some
		at = next
	}
	unit, many, ok := g.unit(at)
	if !ok || many != (d.n > 1 || d.vague) && d.n != 2 {
		return draft{}, false
	}
	d.unit, d.next = unit, at+1
	return d, true
}
