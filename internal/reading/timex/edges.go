package timex

// edged reads a part of something longer: "early next year", "mid-November",
// "the end of 1990", "year-end", "later this month", "the first week of
// July", "the first months of 2025", "around Nov. 1".
func (g *grammar) edged(i int) (draft, bool) {
	w := g.at(i)
	switch w.class {
	case classThird:
		return g.third(i, i)
	case classDuring:
		return g.during(i)
	case classApprox:
		if g.spelling(i) != "around" && g.spelling(i) != "Around" {
			return draft{}, false
		}
		d, ok := g.core(i + 1)
		if !ok {
			if d, ok = g.edge(i+1, i+1); !ok {
				return draft{}, false
			}
		}
		if d.from = i; d.mod == NoMod {
			d.mod = About
		}
		return d, true
	case classArticle:
		if w.id != wordThe {
			return draft{}, false
		}
		if g.at(i+1).class == classThird {
			return g.third(i, i+1)
		}
		if d, ok := g.partOf(i, i+1); ok {
			return d, true
		}
		return g.edge(i, i+1)
	case classEdge, classUnit:
		return g.edge(i, i)
	case classOrdinal, classWhich:
		return g.partOf(i, i)
	}
	return draft{}, false
}

// third reads "early", "mid" or "late" at at with the date behind it.
func (g *grammar) third(from, at int) (draft, bool) {
	mod := Mod(g.at(at).val)
	next := at + 1
	if g.isGlued(next, '-') {
		next++
		if mod == Mid && g.at(next).glued && g.at(next).class == classPart {
			return g.midPart(from, next)
		}
	} else if mod == Mid && !g.at(next).glued && g.at(at).upper && g.at(next).class == classNumber {
		return draft{}, false
	}
	if g.at(next).class == classNumber && g.at(next).digits < 4 || g.at(next).id == wordThe && from == at {
		return draft{}, false
	}
	d, ok := g.core(next)
	if !ok || d.typ == Duration || d.typ == Set || d.mod != NoMod || d.kind == Vague {
		return draft{}, false
	}
	if d.hours != noPart || d.how == weekdayIn && mod == Late {
		return draft{}, false // "early Friday morning", "late Monday": TimeBank has the day alone
	}
	if d.from = from; g.isGlued(at+1, '-') && g.at(d.next).class == noClass {
		d.from = at // "the late-November trip"
	}
	if d.inside() != Day {
		d.mod = mod
	}
	return d, true
}

// midPart reads "mid-afternoon yesterday".
func (g *grammar) midPart(from, next int) (draft, bool) {
	d := draft{from: from, next: next + 1, typ: Time, kind: Anaphoric}
	p := partOfDay(g.at(next).val)
	d.how, d.unit = nowhere, Day
	if day, ok := g.core(d.next); ok && day.inside() == Day && day.typ == Date {
		d.meaning, d.kind, d.next = day.meaning, day.kind, day.next
	}
	d.hours = p
	return d, true
}

// during reads "earlier this month", "later that day". Before a weekday the
// word is left out, as TimeBank mostly does.
func (g *grammar) during(i int) (draft, bool) {
	d, ok := g.core(i + 1)
	if !ok || d.how == weekdayIn || d.how == calendar || d.how == yearless || d.typ == Duration || d.typ == Set || d.mod != NoMod {
		return draft{}, false
	}
	if d.how == shifted && d.unit == Day && d.n == 0 && d.kind == Relative && d.hours == noPart {
		return draft{}, false // "later today"
	}
	if d.from = i; d.unit > Day {
		d.mod = Mod(g.at(i).val)
	}
	return d, true
}

// edge reads "beginning", "middle", "end" at at: "end of 1990", "year-end",
// "end-March", "rest of the year".
func (g *grammar) edge(from, at int) (draft, bool) {
	w := g.at(at)
	if w.class == classUnit && Unit(w.val) >= Month {
		// "year-end", "year's end", "month end"
		next := at + 1
		if g.at(next).is('\'') && g.at(next+1).id == wordS {
			next += 2
		} else if g.isGlued(next, '-') {
			next++
		}
		if g.at(next).id != wordEnd || g.isGlued(at-1, '-') {
			return draft{}, false
		}
		d := draft{from: from, next: next + 1, kind: Relative, mod: End}
		d.how, d.unit = shifted, Unit(w.val)
		if y, behind := g.yearNumber(d.next); y != 0 && d.unit == Year {
			d.how, d.year, d.kind, d.next = calendar, y, Absolute, behind
		}
		return d, true
	}
	if w.class != classEdge {
		return draft{}, false
	}
	mod, next := Mod(w.val), at+1
	switch {
	case g.at(next).id == wordOf:
		next++
	case g.isGlued(next, '-') && w.id == wordEnd:
		next++
	default:
		return draft{}, false
	}
	d, ok := g.core(next)
	if !ok && g.at(next).id == wordThe {
		if u, many, isUnit := g.unit(next + 1); isUnit && !many && u >= Week {
			d, ok = draft{next: next + 2, kind: Anaphoric}, true
			d.how, d.unit = shifted, u
		}
	}
	if !ok || d.typ != Date || d.inside() < Week || d.mod != NoMod {
		return draft{}, false
	}
	d.from, d.mod = from, mod
	return d, true
}

// partOf reads a numbered part: "first week of July 2024", "last day of the
// month", "first months of 2025".
func (g *grammar) partOf(from, at int) (draft, bool) {
	n, next := g.ordinal(at)
	if g.at(at).id == wordLast {
		n, next = -1, at+1
	}
	if n == 0 {
		return draft{}, false
	}
	few := false
	if g.at(next).id == wordFew || g.at(next).id == wordCouple {
		few = true
		next++
	}
	if g.at(next).class == classHalf {
		return g.halfOf(from, n, next+1)
	}
	unit, many, ok := g.unit(next)
	if !ok || unit < Day || g.at(next+1).id != wordOf || many && n != 1 && n != -1 || few && !many || !many && unit > Quarter {
		return draft{}, false
	}
	d, ok := g.core(next + 2)
	if !ok || d.typ != Date || d.nth != 0 || d.mod != NoMod || d.part != NoUnit || d.unit <= unit || d.how == weekdayIn {
		return draft{}, false
	}
	d.from = from
	switch {
	case many && n == 1:
		d.mod = Opening
	case many:
		d.mod = Closing
	default:
		d.part, d.nth = unit, int8(n)
	}
	return d, true
}

// halfOf reads "of the year", "of the '80s", "of July" behind "first half".
func (g *grammar) halfOf(from, n, next int) (draft, bool) {
	if g.at(next).id != wordOf || n > 2 {
		return draft{}, false
	}
	d, ok := g.core(next + 1)
	if !ok && g.at(next+1).id == wordThe {
		if u, many, isUnit := g.unit(next + 2); isUnit && !many && u >= Week {
			d, ok = draft{next: next + 3, kind: Anaphoric}, true
			d.how, d.unit = shifted, u
		}
	}
	if !ok || d.typ != Date || d.inside() < Week || d.mod != NoMod || d.nth != 0 {
		return draft{}, false
	}
	if d.from, d.mod = from, FirstPart; n != 1 {
		d.mod = LastPart
	}
	return d, true
}
