package timex

// calendarDate reads a date with a month: "Aug. 7, 1998", "March 8th", "8
// July 2024", "the first of January", "July last year", "2024-07-08",
// "23.05.2024", and the first day of a list that has its month later ("3 to 5
// May").
func (g *grammar) calendarDate(i int) (draft, bool) {
	if m, next := g.month(i); m != 0 {
		return g.monthFirst(i, m, next), true
	}
	if d, ok := g.numericDate(i); ok {
		return d, true
	}
	return g.dayFirst(i, 0)
}

// monthFirst reads on behind a month.
func (g *grammar) monthFirst(i int, m int8, next int) draft {
	d := draft{from: i, next: next, kind: Yearless}
	d.how, d.unit, d.month = yearless, Month, m
	if day, behind := g.dayOfMonth(next); day != 0 {
		d.unit, d.day, d.next = Day, day, behind
		if y, behind := g.listYear(d.next); y != 0 {
			d.how, d.kind, d.year = calendar, Absolute, y
			if behind > 0 {
				d.next = behind
			}
			return d
		}
	} else if y, behind := g.yearNumber(next); y != 0 {
		d.how, d.kind, d.year, d.next = calendar, Absolute, y, behind
		return d
	} else if g.at(next).is(',') {
		if y, behind := g.yearNumber(next + 1); y != 0 {
			d.how, d.kind, d.year, d.next = calendar, Absolute, y, behind
			return d
		}
	}
	g.within(&d)
	return d
}

// dayOfMonth reads a day behind a month: "7", "7th", "the 7th", "eighth".
func (g *grammar) dayOfMonth(i int) (int8, int) {
	if g.at(i).id == wordThe {
		if n, next := g.ordinal(i + 1); n >= 1 && n <= 31 && g.at(i+1).class == classNumber {
			return int8(n), next
		}
		return 0, i
	}
	w := g.at(i)
	if w.class == classNumber && w.digits <= 2 && w.suffix == noSuffix && w.num >= 1 && w.num <= 31 {
		if b := g.at(i + 1); b.is(':') && b.glued && g.at(i+2).glued && g.at(i+2).class == classNumber || b.is('%') || b.is('.') && b.glued && g.at(i+2).glued && g.at(i+2).class == classNumber {
			return 0, i
		}
		return int8(w.num), i + 1
	}
	if w.class == classNumberWord && w.val >= 1 {
		if a, next := g.wordAmount(i); a.n <= 31 && !a.half && g.at(next).class != classUnit && g.at(next).class != classUnits && (w.upper == g.at(i-1).upper || g.dayInWords(next)) {
			return int8(a.n), next
		}
		return 0, i
	}
	if n, next := g.ordinal(i); n >= 1 && n <= 31 && g.at(next).class != classUnit && g.at(next).class != classHalf {
		return int8(n), next
	}
	return 0, i
}

// dayInWords says whether what follows a number in small letters leaves it a
// day, as wires spell the first nine: "payable April one to holders of March
// two", not "in April two ministers left".
func (g *grammar) dayInWords(next int) bool {
	w := g.at(next)
	return w.class == classPunct && w.mark != '-' && w.mark != '\'' || w.class == classPreposition || w.class == classAnd || next >= len(g.words)
}

// listYear reads the year behind a day of a month, also when more days stand
// between: "July 8-10, 2026". behind is 0 where the year is not next to the
// day.
func (g *grammar) listYear(i int) (year int16, behind int) {
	at := i
	for hops := 0; hops < 3; hops++ {
		if y, next := g.yearAfterDay(at); y != 0 {
			if hops == 0 {
				return y, next
			}
			return y, 0
		}
		if !g.joins(at) {
			break
		}
		w := g.at(at + 1)
		if w.class != classNumber || w.digits > 2 || w.num > 31 {
			break
		}
		at += 2
	}
	return 0, 0
}

func (g *grammar) yearAfterDay(i int) (int16, int) {
	if g.at(i).is(',') {
		i++
	}
	if w := g.at(i); w.class == classNumber && w.digits == 4 {
		return g.yearNumber(i)
	}
	return 0, i
}

// joins says whether the word at i may join two days or months of one list.
func (g *grammar) joins(i int) bool {
	w := g.at(i)
	return w.is('-') || w.is('/') || w.is('&') || w.class == classAnd || w.id == wordTo || w.id == wordUntil
}

// yearNumber reads a year in four digits, 1000 to 2999.
func (g *grammar) yearNumber(i int) (int16, int) {
	w := g.at(i)
	if w.class != classNumber || w.digits != 4 || w.suffix != noSuffix || w.num < 1000 || w.num > 2999 {
		return g.spokenYear(i)
	}
	if b := g.at(i + 1); b.glued && (b.is('.') || b.is(',') || b.is(':')) && g.at(i+2).glued && g.at(i+2).class == classNumber {
		return 0, i
	}
	return int16(w.num), i + 1
}

// spokenYear reads "nineteen ninety-six", "two thousand", "twenty
// twenty-four".
func (g *grammar) spokenYear(i int) (int16, int) {
	w := g.at(i)
	if w.class != classNumberWord {
		return 0, i
	}
	if w.val == 2 && g.at(i+1).id == wordThousand {
		return 2000, i + 2
	}
	if w.val < 17 || w.val > 20 {
		return 0, i
	}
	if b := g.at(i + 1); b.class != classNumberWord || b.val < 10 {
		return 0, i
	}
	rest, next := g.wordAmount(i + 1)
	if rest.n < 10 || rest.n > 99 || rest.half {
		return 0, i
	}
	return w.val*100 + int16(rest.n), next
}

// dayFirst reads "8 July", "the 8th of July 2024", "3-5 May" up to the first
// day, "7. and 8. July 2026". hops is how many days of the list stand before.
func (g *grammar) dayFirst(i, hops int) (draft, bool) {
	at := i
	article := g.at(i).id == wordThe
	if article {
		at++
	}
	w := g.at(at)
	day, next := 0, at
	switch {
	case w.class == classNumber && w.digits <= 2 && w.suffix == noSuffix && !article:
		day, next = int(w.num), at+1
		if g.isGlued(at-1, '$') || g.isGlued(at, '.') && g.at(at-1).class == classNumber {
			return draft{}, false
		}
	default:
		day, next = g.ordinal(at)
	}
	if day < 1 || day > 31 {
		return draft{}, false
	}
	dotted := w.class == classNumber && g.isGlued(next, '.')
	behind := next
	if dotted {
		behind++
	}
	d := draft{from: i, kind: Yearless}
	d.how, d.unit, d.day = yearless, Day, int8(day)
	if g.at(behind).id == wordOf {
		behind++
	}
	if m, after := g.month(behind); m != 0 && (w.class == classNumber || g.at(behind-1).id == wordOf || after > behind) {
		d.month, d.next = m, after
		if y, after := g.yearAfterDay(d.next); y != 0 {
			d.how, d.kind, d.year, d.next = calendar, Absolute, y, after
			return d, true
		}
		g.within(&d)
		return d, true
	}
	if article && g.at(behind-1).id == wordOf { // "the 3rd of next month"
		c, ok := g.whichUnit(behind)
		if u, _, unit := g.unit(behind + 1); !ok && g.at(behind).id == wordThe && unit && u == Month {
			c, ok = draft{next: behind + 2, kind: Anaphoric}, true
			c.how, c.unit = shifted, Month
		}
		if ok && c.unit == Month && c.how == shifted && c.part == NoUnit && !c.vague {
			c.from, c.part, c.day = i, Day, int8(day)
			return c, true
		}
	}
	if article && w.suffix == suffixOrdinal && g.dayAlone(i, next) {
		d.how, d.next = dayOnly, next
		return d, true
	}
	// a list whose month comes later
	if w.class != classNumber || !g.joins(behind) || hops > 4 {
		return draft{}, false
	}
	other, ok := g.dayFirst(behind+1, hops+1)
	if !ok || other.unit != Day || other.month == 0 || other.day <= d.day {
		return draft{}, false
	}
	d.meaning = other.meaning
	d.day, d.kind, d.next = int8(day), other.kind, next
	return d, true
}

// dayAlone tells "on the 21st", "from the 3rd to the 6th" from "the 5th floor":
// i is the article, next the word behind the number.
func (g *grammar) dayAlone(i, next int) bool {
	before, behind := g.at(i-1), g.at(next)
	switch g.spelling(i - 1) {
	case "on", "from", "between", "until", "till", "by":
	case "to", "and":
		if i < 2 || g.at(i-2).suffix != suffixOrdinal {
			return false
		}
	default:
		return false
	}
	return before.end > 0 && (behind.class == noClass && behind.end == 0 || behind.class == classPunct && !behind.is('-') && !behind.is('\'') ||
		behind.class == classPreposition && behind.id != wordOf && behind.id != wordPer || behind.class == classAnd || behind.id == wordTo)
}

// numericDate reads "2024-07-08", "23.05.2024" and "5/23/2024".
func (g *grammar) numericDate(i int) (draft, bool) {
	a, sep, b, c := g.at(i), g.at(i+1), g.at(i+2), g.at(i+4)
	if a.class != classNumber || b.class != classNumber || c.class != classNumber || !g.isGlued(i+3, sep.mark) ||
		!sep.glued || !b.glued || !c.glued || c.suffix != noSuffix {
		return draft{}, false
	}
	var y, m, day int32
	switch {
	case sep.is('-') && a.digits == 4 && b.digits == 2 && c.digits == 2:
		y, m, day = a.num, b.num, c.num
	case sep.is('.') && c.digits == 4:
		y, m, day = c.num, b.num, a.num
	case sep.is('/') && c.digits == 4 && a.num > 12:
		y, m, day = c.num, b.num, a.num
	case sep.is('/') && c.digits == 4:
		y, m, day = c.num, a.num, b.num
	default:
		return draft{}, false
	}
	if _, ok := fixedDay(int(y), int(m), int(day)); !ok {
		return draft{}, false
	}
	d := draft{from: i, next: i + 5}
	d.how, d.unit, d.year, d.month, d.day = calendar, Day, int16(y), int8(m), int8(day)
	return d, true
}

// within reads the year or the like that a month, day, season, quarter or
// half lies in, behind it: "last year", "of 1994", "of that year".
func (g *grammar) within(d *draft) {
	at := d.next
	of := g.at(at).id == wordOf
	if of {
		at++
	} else if g.at(at).is(',') {
		return
	}
	if y, next := g.yearNumber(at); y != 0 && (of || d.unit == Season || d.unit == Quarter || d.unit == Half) {
		d.how, d.kind, d.year, d.next = calendar, Absolute, y, next
		return
	}
	c, ok := g.whichUnit(at)
	if !ok || c.unit != Year || c.how != shifted || c.part != NoUnit || c.vague || c.typ != Date {
		return
	}
	if article := g.at(at).id == wordThe; article && !of {
		return
	}
	d.part = d.unit
	d.how, d.unit, d.n, d.kind, d.next = shifted, Year, c.n, c.kind, c.next
	d.meaning.which = anyOne
}
