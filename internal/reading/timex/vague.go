package timex

// vague reads times without a date: "now", "recently", "more recently", "the
// past", "in the future", "these days", and "current" and "recent" before a
// noun.
func (g *grammar) vague(i int) (draft, bool) {
	d := draft{from: i, kind: Vague, next: i + 1}
	w, b := g.at(i), g.at(i+1)
	switch {
	case w.class == classNow:
		d.how = how(w.val)
		return d, !g.isGlued(i+1, '-')
	case w.id == wordMore && b.id == wordRecently:
		d.how, d.next = vaguePast, i+2
	case w.id == wordThese && b.class == classUnits && Unit(b.val) == Day:
		d.how, d.next = vagueNow, i+2
	case w.id == wordCurrent && (b.class == noClass && b.end > 0 || b.class == classNumberWord):
		if s := g.spelling(i + 1); s == "account" || s == "assets" || s == "liabilities" || s == "affairs" {
			return draft{}, false
		}
		d.how = vagueNow
	case w.id == wordThe && b.id == wordPast && g.atEnd(i+2):
		d.how, d.next = vaguePast, i+2
	case w.id == wordThe && b.id == wordFuture && g.atEnd(i+2):
		d.how, d.next = vagueNext, i+2
	case w.id == wordThe && (b.id == wordNear || g.spelling(i+1) == "foreseeable") && g.at(i+2).id == wordFuture:
		d.how, d.next = vagueNext, i+3
	default:
		return draft{}, false
	}
	return d, true
}

// atEnd says whether a phrase ends before the word at i, so that "the past"
// is a time of its own and not "the past champion".
func (g *grammar) atEnd(i int) bool {
	w := g.at(i)
	return w.class != noClass && w.class != classUnit && w.class != classUnits && w.class != classNumber && w.class != classNumberWord && w.class != classSomeNumber && !w.is('-') || w.end == 0 || g.spelling(i) == "if" || g.spelling(i) == "that" || g.spelling(i) == "it" || g.spelling(i) == "is"
}

// feastDay reads "Christmas", "last Thanksgiving", "New Year's Day 2024",
// "Easter week".
func (g *grammar) feastDay(i int) (draft, bool) {
	d := draft{from: i, kind: Yearless}
	d.how, d.unit = yearless, Day
	at := i
	if w := g.at(at); w.class == classWhich && (w.id == wordLast || w.id == wordNext || which(w.val) == thisOne) {
		d.meaning.which = which(w.val)
		at++
	}
	if w := g.at(at); !w.upper || !w.opens {
		return draft{}, false
	}
	for _, f := range feastWords {
		if n := g.spelled(at, f.words); n > 0 {
			d.feast, d.next = f.feast, at+n
			if f.feast == mayDay && (!g.at(at+1).upper || g.at(d.next).glued) {
				return draft{}, false
			}
			if y, next := g.yearNumber(d.next); y != 0 {
				d.how, d.kind, d.year, d.next = calendar, Absolute, y, next
			} else if w := g.at(d.next); w.class == classUnit && Unit(w.val) == Week {
				d.part, d.next = Week, d.next+1
			}
			return d, true
		}
	}
	return draft{}, false
}
