package timex

// whichUnit reads one unit told by its place: "this week", "last year", "the
// following month", "that day", "the year", "the current fiscal year", "this
// year's third quarter", "last night", "the latest period".
func (g *grammar) whichUnit(i int) (draft, bool) {
	d := draft{from: i, kind: Relative}
	d.how = shifted
	at := i
	article := g.at(at).id == wordThe
	if article {
		at++
	}
	w := g.at(at)
	if w.class == classWhich && w.id != wordRecent && w.id != wordThese {
		d.meaning.which = which(w.val)
		at++
		if b := g.at(at); b.class == classWhich && (b.id == wordPast || which(b.val) == comingOne) {
			at++ // "this past spring", "this coming weekend"
			d.meaning.which = which(b.val)
			w = b
		}
		if g.at(at).id == wordFuller {
			at++
		}
	} else if !article {
		return draft{}, false
	} else if w.id == wordFuller {
		at++
	}
	if g.at(at).class == classFiscal && g.at(at+1).class == classUnit {
		d.fiscal = true
		at++
	}
	if g.at(at).class == classPart {
		if d.meaning.which == anyOne {
			return g.thePart(d, at)
		}
		return g.whichPart(d, w, at)
	}
	unit, many, ok := g.unit(at)
	if g.at(at).id == wordPeriod && w.id == wordLatest {
		unit, many, ok = Quarter, false, true
	}
	if !ok || many || unit < Day {
		return draft{}, false
	}
	d.unit, d.next = unit, at+1
	switch d.meaning.which {
	case lastOne, pastOne:
		d.n = -1
	case nextOne, comingOne:
		d.n = 1
	case thatOne:
		d.kind = Anaphoric
	case anyOne:
		return g.theUnit(d)
	}
	if w.id == wordPrevious || w.id == wordFollowing || article && (unit == Day || unit == Week) && w.id == wordNext {
		d.kind = Anaphoric
	}
	if w.id == wordCurrent || w.id == wordLatest {
		d.kind = Relative
	}
	d.meaning.fiscal = d.meaning.fiscal || w.id == wordLatest
	if unit == Day {
		if d.meaning.which == thisOne || w.id == wordLast || w.id == wordLatest || w.id == wordPast || w.id == wordNext && g.at(at+1).id == wordOf {
			return draft{}, false
		}
		if d.n != 0 {
			d.how = stepped
		}
	}
	if unit != Weekend {
		d.meaning.which = anyOne
	}
	if d.n != 0 && (g.at(d.next).is('-') && g.at(d.next).glued) {
		return draft{}, false // "last-minute", "next-day"
	}
	g.possessed(&d)
	g.orSo(&d.next)
	return d, true
}

// orSo reads "or so" and "or two" behind a length or a unit.
func (g *grammar) orSo(next *int) {
	if b := g.at(*next + 1); g.at(*next).id == wordOr && (b.id == wordSo || b.class == classNumberWord && b.val == 2) {
		*next += 2
	}
}

// theOther reads "the day before", "the week after" and "the night before" of
// a day told, where no other day follows that they would count from, and "the
// week after next", "the year before last".
func (g *grammar) theOther(i int) (draft, bool) {
	if g.at(i).id != wordThe {
		return draft{}, false
	}
	d := draft{from: i, kind: Anaphoric}
	d.how, d.unit, d.n = stepped, Day, 1
	w, side, behind := g.at(i+1), g.at(i+2), g.at(i+3)
	if side.id == wordBefore {
		d.n = -1
	} else if side.id != wordAfter {
		return draft{}, false
	}
	unit, many, ok := g.unit(i + 1)
	switch {
	case w.class == classPart && !g.manyParts(i+1):
		d.hours, d.typ = partOfDay(w.val), Time
	case !ok || many || unit < Day || unit > Year || unit == Quarter:
		return draft{}, false
	case unit == Week:
		d.how, d.unit = shifted, unit
	default:
		d.unit = unit
	}
	d.next = i + 3
	if behind.class == classWhich && (d.n == 1) == (which(behind.val) == nextOne) && (behind.id == wordLast || which(behind.val) == nextOne) {
		d.how, d.kind, d.n, d.next = shifted, Relative, 2*d.n, i+4
		return d, ok
	}
	in := behind.class == classPreposition && d.unit == Day && behind.val == int16(At) && behind.id != wordOf && behind.id != wordPer
	return d, i+3 >= len(g.words) || behind.class == classPunct && !behind.is('\'') && !behind.is('-') && !behind.is('"') || behind.class == classAnd || in
}

// theUnit judges "the year", "the week" and the like, which count from the
// day of writing unless the story has named one before. "The day" is only
// read in "earlier in the day", and a week or month only where something is
// said of its end or its length.
func (g *grammar) theUnit(d draft) (draft, bool) {
	before, behind := g.at(d.from-1), g.at(d.next)
	d.kind = Anaphoric
	ended := behind.id == wordEnded || behind.class == classOther && behind.id == wordEnded
	switch d.unit {
	case Year:
		if ended {
			d.typ, d.kind, d.how, d.n = Duration, Length, nowhere, 1
			return d, true
		}
		return d, (before.class == classPreposition || d.fiscal) && !g.isGlued(d.next, '-')
	case Quarter, Weekend:
		if before.id == wordOf && d.unit == Quarter {
			return draft{}, false
		}
		if d.unit == Weekend {
			d.kind = Relative
		}
		return d, !g.isGlued(d.next, '-')
	case Week, Month:
		if during := g.at(d.from - 2); before.id == wordIn && during.class == classDuring {
			d.mod = Mod(during.val) // "later in the week"
			return d, !g.isGlued(d.next, '-') && (behind.id != wordBefore && behind.id != wordAfter)
		}
		return d, before.id == wordOf || before.class == classPreposition && (behind.is('.') || behind.is(',') || behind.is('\''))
	case Day:
		in := before.id == wordIn && g.at(d.from-2).class == classDuring
		return d, in || behind.id == wordBefore && g.at(d.next+1).class == classArticle
	}
	return draft{}, false
}

// whichPart reads on behind "this", "last", "that", "the next" before a part
// of the day.
func (g *grammar) whichPart(d draft, w *word, at int) (draft, bool) {
	p := partOfDay(g.at(at).val)
	if g.manyParts(at) || d.meaning.which == anyOne {
		return draft{}, false
	}
	d.unit, d.hours, d.typ, d.next = Day, p, Time, at+1
	switch {
	case w.id == wordPrevious || d.meaning.which == lastOne:
		d.n = -1
		if w.id == wordPrevious {
			d.kind = Anaphoric
		}
	case d.meaning.which == nextOne || d.meaning.which == comingOne:
		d.n, d.kind = 1, Anaphoric
	case d.meaning.which == thatOne:
		d.kind = Anaphoric
	case d.meaning.which == pastOne:
		return draft{}, false
	}
	d.meaning.which = anyOne
	return d, true
}

// thePart reads "in the morning", "during the afternoon": of the day told.
func (g *grammar) thePart(d draft, at int) (draft, bool) {
	before, behind := g.at(d.from-1), g.at(at+1)
	if g.manyParts(at) || before.id != wordIn && before.id != wordDuring || g.at(d.from-2).class == classNumber ||
		behind.class == noClass && behind.end > 0 && behind.upper {
		return draft{}, false
	}
	d.unit, d.hours, d.typ, d.kind, d.next = Day, partOfDay(g.at(at).val), Time, Anaphoric, at+1
	return d, true
}

// possessed reads what belongs to a year: "this year's third quarter", "last
// year's spring".
func (g *grammar) possessed(d *draft) {
	if d.unit != Year || !g.at(d.next).is('\'') || g.at(d.next+1).id != wordS {
		return
	}
	at := d.next + 2
	if q, ok := g.bareQuarter(at); ok && q.how == yearless {
		d.part, d.month, d.next = q.unit, q.month, q.next
		return
	}
	if g.at(at).class == classUnit && Unit(g.at(at).val) == Quarter {
		// "last year's quarter": which one the story has said before
		d.fiscal, d.next = true, at+1
		return
	}
	if w := g.at(at); w.class == classSeason {
		d.part, d.month, d.next = Season, int8(w.val), at+1
	}
}

// monthOrSeason reads "last May", "this October", "next spring", "the winter
// of 1994", "spring 2025", "in the autumn".
func (g *grammar) monthOrSeason(i int) (draft, bool) {
	d := draft{from: i, kind: Yearless}
	d.how = yearless
	at := i
	if g.at(at).id == wordThe && g.at(at+1).class == classWhich {
		at++
	}
	w := g.at(at)
	if w.class == classWhich && w.id != wordRecent && w.id != wordThese && w.id != wordCurrent && (w.id != wordFollowing || at > i) {
		d.meaning.which = which(w.val)
		at++
		if b := g.at(at); b.class == classWhich && (b.id == wordPast || which(b.val) == comingOne) {
			d.meaning.which = which(b.val)
			at++
		}
		switch {
		case d.meaning.which == thatOne:
			d.kind = Anaphoric
		case w.id == wordFollowing:
			d.kind = Anaphoric
		case w.id == wordPrevious:
			d.kind, d.meaning.which = Anaphoric, pastOne
		}
	} else if at > i {
		return draft{}, false
	} else if w.id == wordThe && g.at(at+1).class == classSeason && g.at(at+2).id == wordOf {
		at++ // "the winter of 1994"
	}
	if m, next := g.month(at); m != 0 && d.meaning.which != anyOne {
		d.unit, d.month, d.next = Month, m, next
		if day, behind := g.dayOfMonth(next); day != 0 {
			if y, _ := g.yearAfterDay(behind); y != 0 {
				return draft{}, false
			}
			d.unit, d.day, d.next = Day, day, behind
		}
		return d, true
	}
	s := g.at(at)
	if s.class != classSeason || s.upper && g.at(at+1).upper {
		return draft{}, false
	}
	d.unit, d.month, d.next = Season, int8(s.val), at+1
	whichOne := d.meaning.which
	if whichOne == anyOne {
		g.within(&d)
	}
	before := g.at(at - 1)
	fall := s.val == 3 && len(g.spelling(at)) == 4
	switch {
	case d.how != yearless:
		if at > i && g.at(i).id == wordThe {
			return d, true
		}
		return d, !fall || before.class == classPreposition || before.class == classArticle || before.class == classThird || before.class == classEach
	case at > i && g.at(i).id == wordThe && whichOne == anyOne:
		return draft{}, false
	case whichOne != anyOne:
		return d, true
	case g.at(d.next).is('-') && g.at(d.next).glued:
		return draft{}, false
	case g.at(d.next).id == wordOf:
		return draft{}, false
	case before.id == wordThe:
		in := g.at(at - 2)
		return d, in.class == classPreposition && in.id != wordOf && (!fall || in.id == wordIn)
	case before.class == classPreposition && !fall:
		return d, before.id != wordOf && before.id != wordTo
	}
	return d, !fall && before.class == classThird
}
