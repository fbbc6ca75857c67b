package timex

// weekdayDate reads a weekday with what goes with it: "last Wednesday",
// "Thursday, April 6", "SUNDAY 29 JANUARY", "SATURDAY 28", "Friday night",
// "Monday next week", and the sets "Mondays" and "every Friday".
func (g *grammar) weekdayDate(i int) (draft, bool) {
	d := draft{from: i, kind: Weekday}
	at := i
	if g.at(at).id == wordThe && g.at(at+1).class == classWhich {
		at++
	}
	if w := g.at(at); w.class == classWhich {
		if w.id == wordThese || w.id == wordRecent || w.id == wordLatest || w.id == wordCurrent || w.id == wordFollowing && at == i {
			return draft{}, false // "following Tuesday's talks"
		}
		d.meaning.which = which(w.val)
		if b := g.at(at + 1); b.class == classWhich && (which(b.val) == comingOne || b.id == wordPast) && d.meaning.which == thisOne {
			d.meaning.which = which(b.val)
			at++
		}
		at++
		switch {
		case w.id == wordFollowing:
			d.meaning.which, d.kind = comingOne, Anaphoric
		case w.id == wordPrevious:
			d.meaning.which, d.kind = lastOne, Anaphoric
		case d.meaning.which == thatOne:
			d.kind = Anaphoric
		case d.meaning.which == pastOne:
			d.meaning.which = lastOne
		}
	}
	day, next, many := g.weekday(at)
	if day == 0 {
		return draft{}, false
	}
	d.how, d.unit, d.week, d.next = weekdayIn, Day, day, next
	g.partBehind(&d)
	if many || g.at(d.next-1).class == classPart && g.manyParts(d.next-1) {
		d.typ, d.kind = Set, Period
		return d, true
	}
	if (d.meaning.which == anyOne || d.meaning.which == comingOne || d.meaning.which == thisOne) && d.hours == noPart {
		g.dateBehind(&d)
	}
	return d, true
}

// manyParts says whether a part of the day is a plural: "nights".
func (g *grammar) manyParts(i int) bool {
	s := g.spelling(i)
	return len(s) > 0 && (s[len(s)-1] == 's' || s[len(s)-1] == 'S')
}

// partBehind reads "night" behind a day.
func (g *grammar) partBehind(d *draft) {
	w := g.at(d.next)
	if w.class == classPart && partOfDay(w.val) != noPart && g.spelling(d.next) != "overnight" {
		d.hours, d.typ = partOfDay(w.val), Time
		d.next++
		return
	}
	// "at noon" stays on its own; "Friday noon" does not
	if w.class == classClock && w.val == 12 {
		d.clock, d.hour, d.typ = true, 12, Time
		d.next++
	}
}

// dateBehind reads the date behind a weekday, or the week it lies in.
func (g *grammar) dateBehind(d *draft) {
	at := d.next
	comma := g.at(at).is(',')
	bracket := g.at(at).is('(')
	if comma || bracket {
		at++
	}
	if g.at(at).id == wordThe && !comma || g.at(at).class != classOrdinal {
		if c, ok := g.calendarDate(at); ok && c.unit == Day && (c.from == at) && (c.how == yearless || c.how == calendar) {
			week := d.week
			d.meaning, d.kind, d.next = c.meaning, c.kind, c.next
			d.week = week
			if bracket && g.at(d.next).is(')') {
				d.next++
			}
			return
		}
	}
	if comma || bracket {
		return
	}
	if w := g.at(at); w.class == classNumber && w.digits <= 2 && w.num >= 1 && w.num <= 31 && w.suffix == noSuffix && g.endsHeading(at+1) {
		d.how, d.day, d.kind, d.next = dayOnly, int8(w.num), Yearless, at+1
		return
	}
	if g.at(at).id == wordOf {
		at++
	}
	if c, ok := g.whichUnit(at); ok && c.unit == Week && c.how == shifted && g.at(at).id != wordThe {
		d.how, d.unit, d.part, d.n, d.kind, d.next = shifted, Week, Day, c.n, c.kind, c.next
	}
}

// endsHeading says whether a number before i is the end of a diary heading
// ("SATURDAY 28 - MONDAY 30.") and no count of things.
func (g *grammar) endsHeading(i int) bool {
	w := g.at(i)
	switch {
	case i >= len(g.words):
		return true
	case g.joins(i) && (g.at(i+1).class == classWeekday || g.at(i+1).class == classWeekdayShort):
		return true
	case w.is('.') || w.is(':') || w.is(';') || w.is('-') || w.is('/'):
		return !g.at(i+1).glued || g.at(i+1).class != classNumber
	}
	return false
}

// deictic reads "today", "yesterday evening", "the day after tomorrow".
func (g *grammar) deictic(i int) (draft, bool) {
	d := draft{from: i, kind: Relative}
	at, far := i, int16(0)
	if g.at(at).id == wordThe {
		at++
	}
	if w := g.at(at); w.class == classUnit && Unit(w.val) == Day {
		switch b, c := g.at(at+1), g.at(at+2); {
		case b.id == wordBefore && c.class == classDeictic && c.val == -1:
			far, at = -1, at+2
		case b.id == wordAfter && c.class == classDeictic && c.val == 1:
			far, at = 1, at+2
		default:
			return draft{}, false
		}
	} else if at > i {
		return draft{}, false
	}
	w := g.at(at)
	if w.class != classDeictic {
		return draft{}, false
	}
	d.how, d.unit, d.n, d.next = shifted, Day, w.val+far, at+1
	if len(g.spelling(at)) == len("tonight") && w.val == 0 {
		d.hours, d.typ = night, Time
		return d, true
	}
	if w.val != 0 {
		g.partBehind(&d)
	}
	return d, true
}
