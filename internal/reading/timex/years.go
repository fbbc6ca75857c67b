package timex

// bareYear reads a year that stands alone: "1990", "the year 2000", "fiscal
// 1989", "nineteen ninety-six". Four digits are a year from 1500 to 2100,
// unless money, a unit or a thing that is counted says otherwise.
func (g *grammar) bareYear(i int) (draft, bool) {
	d := draft{from: i}
	at := i
	if g.at(at).id == wordThe && g.at(at+1).class == classUnit && Unit(g.at(at+1).val) == Year {
		at += 2
	} else if g.at(at).id == wordThe && g.at(at+1).id == wordFuller && g.at(at+2).class == classUnit && Unit(g.at(at+2).val) == Year {
		at += 3
	} else if g.at(at).class == classFiscal && g.at(at).val == 0 {
		at++
		if g.at(at).class == classUnit && Unit(g.at(at).val) == Year {
			at++
		}
		d.fiscal = true
	} else if g.at(at).id == wordFY {
		at++
		d.fiscal = true
	}
	y, next := g.yearNumber(at)
	if y == 0 || y < 1500 || y > 2100 || at == i && g.counted(i, next, y) {
		return draft{}, false
	}
	d.how, d.unit, d.year, d.next = calendar, Year, y, next
	if f, u := g.at(next), g.at(next+1); f.class == classFiscal && u.class == classUnit && Unit(u.val) == Year {
		d.fiscal, d.next = true, next+2 // "the 1997 fiscal year"
		return d, true
	}
	if sep, end := g.at(next), g.at(next+1); (sep.is('/') || sep.is('-')) && sep.glued && end.glued && end.class == classNumber && end.digits == 2 &&
		int16(end.num) > y%100 && int16(end.num) <= y%100+9 {
		d.n, d.next = int16(end.num)-y%100, next+2 // "1987/88"
	}
	return d, true
}

// counted says whether four digits at i look like a number of things.
func (g *grammar) counted(i, next int, y int16) bool {
	a, b := g.at(i-1), g.at(next)
	switch {
	case a.class == classPunct && a.glued && (a.mark == '.' || a.mark == ',' || a.mark == ':') && g.at(i).glued && g.at(i-2).class == classNumber:
		return true
	case a.is('$') || a.is('#') || a.is('+') || a.is('*') || b.is('%') || b.is('$'):
		return true
	case a.is('-') && a.glued && g.at(i).glued && g.at(i-2).class != classNumber && g.at(i-2).class != classThird && g.at(i-2).class != classEdge:
		return true
	case b.class == classUnits || b.class == classScale || b.class == classZone:
		return true
	case b.is('-') && b.glued && g.at(next+1).glued && g.at(next+1).class == noClass && a.class != classPreposition:
		return false
	}
	if g.at(i).class == classNumberWord {
		return false
	}
	now := g.ref.Year()
	near := int(y) > now-25 && int(y) < now+20
	switch {
	case a.class == classPreposition || a.class == classAnd || a.class == classArticle || a.class == classThird:
		return a.class == classPreposition && a.id != wordIn && g.plural(next) && y%10 == 0 || a.id == wordAt && y%10 == 0
	case g.plural(next):
		return !near || y%10 == 0
	case a.class == classApprox:
		return !near
	}
	return y > 2050 || y < 1700
}

// plural says whether the word at i looks like the plural of a noun in lower
// case.
func (g *grammar) plural(i int) bool {
	s := g.spelling(i)
	w := g.at(i)
	if s == "people" || s == "men" || s == "women" || s == "children" || s == "metres" || s == "meters" {
		return true
	}
	return w.class == noClass && !w.upper && len(s) > 3 && s[len(s)-1] == 's' && s[len(s)-2] != 's'
}

// decade reads "the 1990s", "the '80s", "the nineties".
func (g *grammar) decade(i int) (draft, bool) {
	d := draft{from: i}
	at := i
	if g.at(at).id == wordThe {
		at++
	}
	d.how, d.unit = calendar, Decade
	w := g.at(at)
	if w.is('\'') {
		at++
		w = g.at(at)
		if w.class == classNumber && w.digits == 2 && w.suffix == suffixS && w.num%10 == 0 && w.glued {
			d.year, d.next = int16(1900+w.num), at+1
			return d, true
		}
		return draft{}, false
	}
	switch {
	case w.class == classNumber && w.digits == 4 && w.suffix == suffixS && w.num%10 == 0 && w.num >= 1100 && w.num < 2100:
		d.year = int16(w.num)
	case w.class == classDecade && (at > i || g.at(i-1).class == classThird || g.at(i-1).id == wordOf):
		d.year = 1900 + w.val
	default:
		return draft{}, false
	}
	d.next = at + 1
	return d, true
}

// century reads "the 20th century", "the eleventh century".
func (g *grammar) century(i int) (draft, bool) {
	at := i
	if g.at(at).id == wordThe {
		at++
	}
	n, next := g.ordinal(at)
	if n < 1 || n > 30 {
		return draft{}, false
	}
	if g.isGlued(next, '-') {
		next++
	}
	if u, _, ok := g.unit(next); !ok || u != Century {
		return draft{}, false
	}
	d := draft{from: i, next: next + 1}
	d.how, d.unit, d.year = calendar, Century, int16(max(100*(n-1), 1))
	return d, true
}
