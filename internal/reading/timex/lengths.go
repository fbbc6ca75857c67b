package timex

// length reads durations and what is counted from a day by them: "two days",
// "a five-year term", "half an hour", "the past three months", "two weeks
// ago", "a year earlier", "coming weeks".
func (g *grammar) length(i int) (draft, bool) {
	d := draft{from: i, typ: Duration, kind: Length}
	at := g.approx(i, &d.mod)
	inside := at
	if g.at(at).id == wordThe {
		at++
		if d.mod == NoMod || at > i+1 {
			inside = at
		}
	}
	side, at := g.side(at, &d)
	if g.at(at).id == wordAdditional {
		at++
	}
	a, next := g.amount(at)
	switch {
	case next > at:
	case g.at(at).id == wordA && g.at(inside-1).id != wordThe:
		a, next = amount{n: 1}, at+1
		if g.at(next).id == wordAdditional || g.at(next).id == wordFuller {
			next++
		}
		if g.at(next).class == classHalf {
			return draft{}, false
		}
	default:
		return g.bareUnits(d, side, at)
	}
	if d2, ok := g.adjective(at, a, next); ok {
		return d2, true
	}
	plain := d.mod == About && !g.tight(i)
	range2 := g.rangeOf(&a, &next)
	if g.at(next).id == wordMore || g.at(next).id == wordTrading || g.at(next).id == wordAdditional || onEnd(g.spelling(next)) {
		next++
	}
	unit, many, ok := g.unit(next)
	if !ok || g.at(next).upper && !g.at(at).upper && g.at(next-1).glued {
		return draft{}, false
	}
	single := a.n == 1 && !a.some && !range2
	switch {
	case many:
	case single:
	case a.n > 1 && side == anyOne && next == at+1 && d.mod == NoMod && g.at(i).id != wordThe:
		// "a five year low"
		if g.at(next+1).id == wordOld || unit == Second && g.at(next).class == classOrdinal {
			return draft{}, false
		}
	default:
		return draft{}, false
	}
	d.unit, d.n, d.half, d.vague, d.next = unit, int16(min(a.n, 30000)), a.half, a.some, next+1
	if a.some {
		d.n = 1
	}
	if unit == Fortnight {
		d.unit, d.n = Week, 2*d.n
	}
	if range2 && a.n > 9 {
		d.vague = true
	}
	if g.at(at).id == wordA && single {
		if g.at(next+1).class == classAnd && g.at(next+2).id == wordA && g.at(next+3).class == classHalf {
			d.half, d.next = true, next+4
		}
	}
	if g.aged(d.next) || g.isGlued(d.next, '-') || unit == Quarter && single && g.at(d.next).id == wordOf {
		return draft{}, false
	}
	if d2, ok := g.away(d); ok && side == anyOne {
		return d2, true
	}
	if g.at(d.next).id == wordAhead && side == anyOne {
		d.next++
		side = nextOne
	}
	g.orSo(&d.next)
	if d2, ok := g.away(d); ok && side == anyOne {
		return d2, true
	}
	if plain {
		d.from++
	}
	if side != anyOne {
		if side == lastOne && g.at(d.next).id == wordOf {
			return d, true // "the last two weeks of July" do not count from now
		}
		return g.stretched(d, side)
	}
	if g.at(at).id == wordA && single && !d.half && at == i && !g.measures(i, d.next) {
		return g.rate(d)
	}
	return d, true
}

// onEnd names words for units that follow on each other: "four straight days".
func onEnd(s string) bool { return s == "straight" || s == "consecutive" || s == "successive" }

// approx reads what blurs a number: "nearly", "more than", "at least", "up
// to".
func (g *grammar) approx(i int, mod *Mod) int {
	w, b := g.at(i), g.at(i+1)
	switch {
	case w.class == classApprox:
		*mod = About
		return i + 1
	case w.id == wordMore && b.id == wordThan:
		*mod = MoreThan
		return i + 2
	case w.id == wordLess && b.id == wordThan:
		*mod = LessThan
		return i + 2
	case w.id == wordAt && b.id == wordLeast:
		*mod = MoreThan
		return i + 2
	case w.id == wordAt && b.id == wordMost:
		*mod = LessThan
		return i + 2
	case w.id == wordUp && b.id == wordTo:
		*mod = LessThan
		return i + 2
	case w.id == wordNo && b.id == wordMore && g.at(i+2).id == wordThan:
		*mod = LessThan
		return i + 3
	case w.id == wordOver && (b.id == wordA || b.class == classNumber || b.class == classNumberWord):
		*mod = MoreThan
		return i + 1
	}
	return i
}

// tight says whether the blurring word at i belongs inside the expression
// even before a plain length: "nearly" and "almost" do.
func (g *grammar) tight(i int) bool {
	s := g.spelling(i)
	return foldEqual("nearly", s) || foldEqual("almost", s)
}

// side reads "past", "last", "next", "coming", "first" before a number of
// units and says where they lie.
func (g *grammar) side(i int, d *draft) (which, int) {
	w := g.at(i)
	if w.class == classOrdinal && w.val == 1 {
		d.nth = 1
		return anyOne, i + 1
	}
	if w.class != classWhich || w.id == wordLast && g.lasts(i) {
		return anyOne, i
	}
	switch s := which(w.val); s {
	case lastOne, pastOne, nextOne, comingOne:
		return s, i + 1
	case thisOne, thatOne:
		if b := g.at(i + 1); b.class == classWhich && (b.id == wordPast || b.id == wordLast || which(b.val) == nextOne || which(b.val) == comingOne) {
			return which(b.val), i + 2
		}
		if w.id == wordLatest {
			return anyOne, i + 1
		}
	}
	return anyOne, i
}

// lasts says whether "last" at i is the verb: "will last four days".
func (g *grammar) lasts(i int) bool {
	switch g.spelling(i - 1) {
	case "will", "would", "could", "should", "may", "might", "can", "must", "ll", "to", "not":
		return true
	}
	return false
}

// rangeOf reads the second number of "two to three weeks", "12 to 18 months".
func (g *grammar) rangeOf(a *amount, next *int) bool {
	if w := g.at(*next); w.id != wordTo && w.id != wordOr && !(w.is('-') && w.glued && g.at(*next+1).class == classNumber) {
		return false
	}
	if b, after := g.amount(*next + 1); after > *next+1 && !b.some && g.at(after).class == classUnits && b.n > a.n {
		*next = after
		return true
	}
	return false
}

// bareUnits reads units without a number: "recent days", "coming weeks",
// "years ago", "for centuries", "days before".
func (g *grammar) bareUnits(d draft, side which, at int) (draft, bool) {
	unit, many, ok := g.unit(at)
	if ok && !many && d.from == at && g.isGlued(at+1, '-') && g.at(at+2).id == wordLong {
		d.unit, d.n, d.next = unit, 1, at+3 // "day-long"
		return d, true
	}
	if !ok || !many || unit < Minute {
		return draft{}, false
	}
	d.unit, d.vague, d.n, d.next = unit, true, 1, at+1
	before := g.at(at - 1)
	if before.id == wordThe && side == anyOne && d.mod == NoMod {
		d.from = at
	}
	if side == lastOne && before.id == wordRecent || side == pastOne || side == comingOne || side == nextOne {
		if g.at(d.next).class == classAnd && g.at(d.next+1).class == classUnits {
			d.next += 2 // "recent weeks and months"
			d.unit = Year
		}
		if d.unit == Year && (side == lastOne || side == pastOne) {
			d.typ = Date
		}
		return g.stretched(d, side)
	}
	if side != anyOne || at != d.from && before.id != wordThe {
		return draft{}, false
	}
	if g.at(d.next).class == classAgo {
		return g.away(d)
	}
	if g.at(d.next).id == wordAhead && before.id == wordThe {
		d.next++
		return g.stretched(d, nextOne)
	}
	if g.isGlued(d.next, '-') && (g.at(d.next+1).id == wordLong || g.at(d.next+1).id == wordOld) {
		d.next += 2
		return d, true
	}
	if before.id == wordThe {
		b := g.at(d.next)
		return d, g.at(at-2).id == wordIn && (b.id == wordBefore || b.id == wordAfter || b.id == wordFollowing || b.id == wordSince) // "in the weeks before"
	}
	if before.class == classPreposition && (before.val == int16(For) || before.val == int16(Within) || before.id == wordIn || before.id == wordAfter) {
		return d, g.at(d.next).id != wordOf && !g.isGlued(d.next, '-')
	}
	return draft{}, false
}

// measures says whether "a week" at i is a length and no rate ("600 barrels a
// day"): a preposition, a comma or the sentence's begin stands before it, or
// what follows says so.
func (g *grammar) measures(i, next int) bool {
	a, b := g.at(i-1), g.at(next)
	switch {
	case a.class == classPreposition:
		return a.id != wordOf && a.id != wordTo && a.id != wordBetween
	case i == 0 || a.is(',') || a.is('"') || a.is('-'):
		return b.id == wordAfter || b.id == wordBefore || b.class == classAgo
	}
	return b.id == wordAfter || b.id == wordBefore || b.id == wordTo || b.id == wordThat || a.class == classApprox
}

// rate makes a set of "a year" in "one summit a year", "two meetings a
// month": a small number in words and a noun stand before it.
func (g *grammar) rate(d draft) (draft, bool) {
	noun, count := g.at(d.from-1), g.at(d.from-2)
	if noun.class != noClass || noun.upper || count.class != classNumberWord || count.val < 1 || count.val > 12 || d.unit < Week {
		return draft{}, false
	}
	d.typ, d.kind, d.often = Set, Period, int8(count.val)
	return d, true
}

// halfUnit reads "half an hour", "half a year", "an hour and a half" is read
// by length.
func (g *grammar) halfUnit(i int) (draft, bool) {
	d := draft{from: i, typ: Duration, kind: Length}
	at := i
	if g.at(at).id == wordA {
		at++
	}
	if g.at(at).class != classHalf {
		return draft{}, false
	}
	at++
	if g.at(at).id == wordA || g.isGlued(at, '-') {
		at++
	} else if at == i+1 {
		return draft{}, false
	}
	unit, many, ok := g.unit(at)
	if !ok || many || unit == Day || unit == Quarter {
		return draft{}, false
	}
	d.unit, d.half, d.next = unit, true, at+1
	return d, true
}
