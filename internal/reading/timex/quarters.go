package timex

// quarter reads quarters and halves of a year: "third-quarter", "the third
// quarter of 1984", "the 1988 second quarter", "Q3 2024", "the year-earlier
// quarter", "the first half of 2025".
func (g *grammar) quarter(i int) (draft, bool) {
	d, ok := g.bareQuarter(i)
	if ok && d.how == yearless {
		g.within(&d)
	}
	return d, ok
}

// bareQuarter reads a quarter or half without the year behind it.
func (g *grammar) bareQuarter(i int) (draft, bool) {
	d := draft{from: i, kind: Yearless}
	d.how, d.unit = yearless, Quarter
	at := i
	if g.at(at).id == wordThe {
		at++
	}
	var year int16
	if w := g.at(at); w.class == classNumber && w.digits == 4 && (at > i || !g.at(i-1).is('-')) {
		if year, at = g.yearNumber(at); year < 1900 {
			return draft{}, false
		}
	}
	if g.at(at).class == classFiscal {
		d.fiscal = true
		at++
		if g.isGlued(at, '-') {
			at++
		}
	}
	if d, ok := g.earlierQuarter(d, at); ok {
		return d, true
	}
	n, next := g.ordinal(at)
	q := g.at(at)
	switch {
	case q.id == wordQ && g.at(at+1).class == classNumber && g.at(at+1).glued && q.upper:
		n, next = int(g.at(at+1).num), at+2
		if n < 1 || n > 4 {
			return draft{}, false
		}
		d.month, d.next = int8(n), next
		return d, true
	case year != 0 && n == 0 && q.class == classUnit && Unit(q.val) == Quarter, year != 0 && n == 0 && q.id == wordPeriod:
		d.how, d.year, d.kind, d.unit, d.next = calendar, year, Absolute, Year, at+1
		d.fiscal, d.part = true, Quarter // which one of that year, the story has said before
		return d, true
	case q.id == wordLast:
		n, next = -1, at+1
	}
	if n == 0 || n > 4 {
		return draft{}, false
	}
	if g.isGlued(next, '-') {
		next++
	}
	switch b := g.at(next); {
	case b.class == classUnit && Unit(b.val) == Quarter && n > 0:
		d.month = int8(n)
	case b.class == classHalf && (n == 1 || n == 2 || n == -1):
		if g.at(i).id != wordThe && !g.isGlued(next-1, '-') || g.halfOfGame(next) {
			return draft{}, false
		}
		d.unit, d.month = Half, int8(max(n, 3*-n-1))
	default:
		return draft{}, false
	}
	d.next = next + 1
	if g.isGlued(next-1, '-') && year == 0 && !d.fiscal {
		d.from = at // "the third-quarter loss"
	}
	if year != 0 {
		d.how, d.year, d.kind = calendar, year, Absolute
	}
	return d, true
}

// halfOfGame keeps "the first half" of a match or of a list out: a half needs
// a year or a preposition of time before it.
func (g *grammar) halfOfGame(half int) bool {
	if g.at(half+1).id == wordOf {
		d := draft{next: half + 1}
		d.unit = Half
		g.within(&d)
		return d.next == half+1
	}
	return g.isGlued(half+1, '-')
}

// earlierQuarter reads "year-earlier", "year-ago" and "year-earlier quarter"
// at at.
func (g *grammar) earlierQuarter(d draft, at int) (draft, bool) {
	y, b := g.at(at), g.at(at+2)
	if y.class != classUnit || Unit(y.val) != Year || !g.isGlued(at+1, '-') || b.id != wordEarlier && b.id != wordAgo {
		return draft{}, false
	}
	d.how, d.unit, d.n, d.kind, d.next = shifted, Year, -1, Anaphoric, at+3
	d.fiscal = true
	if n, next := g.ordinal(at + 3); n > 0 && n <= 4 {
		if u, _, ok := g.unit(next); ok && u == Quarter {
			d.part, d.month, d.next = Quarter, int8(n), next+1
			return d, true
		}
	}
	if a, next := g.amount(at + 3); next > at+3 && g.at(next).class == classUnits {
		d.unit, d.n, d.typ, d.kind, d.how, d.fiscal, d.next = Unit(g.at(next).val), int16(a.n), Duration, Length, nowhere, false, next+1
		return d, true // "the year-earlier nine months"
	}
	if a := g.at(at - 1); a.id == wordThe {
		if w := g.at(at + 3); w.id == wordPeriod || w.class == classUnit && Unit(w.val) == Quarter {
			d.next = at + 4
			return d, true
		}
	}
	d.from = at
	return d, true
}

// samePeriod reads "the corresponding period last year", "the same quarter of
// last year", "the quarter a year ago".
func (g *grammar) samePeriod(i int) (draft, bool) {
	if g.at(i).id != wordThe {
		return draft{}, false
	}
	at := i + 1
	switch g.spelling(at) {
	case "corresponding", "comparable", "same", "similar", "like":
		at++
	}
	if w := g.at(at); w.id != wordPeriod && (w.class != classUnit || Unit(w.val) != Quarter) {
		return draft{}, false
	}
	at++
	if w := g.at(at); w.id == wordOf || w.id == wordIn {
		at++
	}
	y, ok := g.whichUnit(at)
	if !ok {
		y, ok = g.length(at)
	}
	if !ok || y.unit != Year || y.n != -1 || y.from != at {
		return draft{}, false
	}
	d := draft{from: i, next: y.next, kind: Anaphoric}
	d.how, d.unit, d.n, d.fiscal = shifted, Year, -1, true
	return d, true
}
