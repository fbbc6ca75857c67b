package timex

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
)

// Find adds the time expressions of sentence i of d to dst, in the order of
// the text and without overlaps. It needs no parse; where the sentence is
// parsed, the tense of the governing verb decides between past and future.
// Anaphoric expressions are resolved from the reference, for want of better:
// see Expression.Resolve.
//
// It does not allocate for a sentence without a time word.
func Find(d *language.Document, s *language.Sentence, i int, ref Reference, dst []Expression) []Expression {
	var room [96]word
	words, trigger := scan(d.Text, s.Start, s.End, room[:0])
	if !trigger {
		return dst
	}
	g := grammar{text: d.Text, words: words, ref: ref.Day()}
	v := sentence{doc: d, s: s}
	for at := 0; at < len(words); {
		if words[at].class == noClass && !words[at].upper {
			at++
			continue
		}
		if n := g.timeless(at); n > 0 {
			at += n
			continue
		}
		if n := len(dst); n > 0 && dst[n-1].Sentence == i {
			if draft, ok := g.another(at, &dst[n-1]); ok {
				dst = append(dst, g.express(draft, i, &v))
				at = draft.next
				continue
			}
		}
		draft, ok := g.begins(at)
		if !ok {
			at++
			continue
		}
		dst = append(dst, g.express(draft, i, &v))
		at = max(draft.next, at+1)
	}
	return dst
}

// begins gives the longest expression at i, and asks only the rules that can
// begin with such a word: no mark but an apostrophe begins one ("'87"), a
// word that the lexicon does not have begins a feast at most, and of the little
// words that link only "at" ("at least two days") and "over" do.
func (g *grammar) begins(i int) (draft, bool) {
	switch w := &g.words[i]; {
	case w.class == noClass:
		return g.feastDay(i)
	case w.class == classPunct && w.mark != '\'':
		return draft{}, false
	case w.links() && !w.upper:
		return draft{}, false
	}
	return g.longest(i)
}

// links tells the little words between expressions from those that can begin
// one.
func (w *word) links() bool {
	return w.class == classAnd || w.class == classPreposition && w.id != wordAt && w.id != wordOver
}

// core gives the longest simple date at i: one without "early", "the end of"
// or a clock before it.
func (g *grammar) core(i int) (draft, bool) {
	var best draft
	best.take(g.calendarDate(i))
	best.take(g.weekdayDate(i))
	best.take(g.quarter(i))
	best.take(g.monthOrSeason(i))
	best.take(g.whichUnit(i))
	best.take(g.bareYear(i))
	best.take(g.decade(i))
	best.take(g.century(i))
	best.take(g.deictic(i))
	best.take(g.feastDay(i))
	best.take(g.weekOf(i))
	return best, best.next > i
}

// weekOf reads "the week of July 8", "the week beginning 8 July".
func (g *grammar) weekOf(i int) (draft, bool) {
	if u := g.at(i + 1); g.at(i).id != wordThe || u.class != classUnit || Unit(u.val) != Week {
		return draft{}, false
	}
	switch g.spelling(i + 2) {
	case "of", "beginning", "starting":
	default:
		return draft{}, false
	}
	d, ok := g.calendarDate(i + 3)
	if !ok || d.unit != Day || d.part != NoUnit || d.how != yearless && d.how != calendar {
		return draft{}, false
	}
	d.from, d.part = i, Week
	return d, true
}

// longest gives the longest expression at i; between equals the rule that
// comes first wins.
func (g *grammar) longest(i int) (draft, bool) {
	best, _ := g.core(i)
	best.take(g.samePeriod(i))
	best.take(g.theOther(i))
	best.take(g.edged(i))
	best.take(g.clockTime(i))
	best.take(g.rhythm(i))
	best.take(g.length(i))
	best.take(g.halfUnit(i))
	best.take(g.vague(i))
	return best, best.next > i
}

// take keeps the longer of two drafts.
func (d *draft) take(other draft, ok bool) {
	if ok && other.next > d.next {
		*d = other
	}
}

// another reads the second day, month or year of a list behind the last
// expression: "25" in "April 24 and 25", "8-10" in "July 8-10".
func (g *grammar) another(i int, last *Expression) (draft, bool) {
	w := g.at(i)
	if w.class != classNumber || w.digits > 2 || w.num < 1 || w.num > 31 || w.suffix != noSuffix || last.meaning.unit != Day ||
		last.meaning.month == 0 || last.meaning.day == 0 || int8(w.num) <= last.meaning.day || !g.joins(i-1) && !g.listed(i) || g.at(i-2).end != last.End {
		return draft{}, false
	}
	b := g.at(i + 1)
	if b.class == classUnit || b.class == classUnits || b.class == classMonth || b.class == classMonthShort || b.class == classScale || b.is('%') ||
		b.is(':') && b.glued || b.is('.') && b.glued && (g.at(i+2).glued || g.joins(i+2)) ||
		b.class == noClass && b.end > 0 && g.plural(i+1) && !(g.at(i-1).is('-') && w.glued) || b.id == wordPM || b.id == wordAM {
		return draft{}, false
	}
	d := draft{from: i, next: i + 1, kind: last.Kind}
	d.meaning = last.meaning
	d.day, d.week = int8(w.num), 0
	if y, next := g.yearAfterDay(i + 1); y != 0 {
		d.how, d.kind, d.year, d.next = calendar, Absolute, y, next
	}
	return d, true
}

// listed says whether the day at i stands in a list that goes on: the 7 of
// "July 6, 7 and 8".
func (g *grammar) listed(i int) bool {
	w := g.at(i + 2)
	return g.at(i-1).is(',') && (g.at(i+1).is(',') || g.at(i+1).class == classAnd) && w.class == classNumber && w.digits <= 2 && w.num > g.at(i).num && w.num <= 31
}

// express makes an expression of a draft: offsets, tokens, direction, value.
func (g *grammar) express(d draft, index int, v *sentence) Expression {
	first, last := g.words[d.from], g.words[d.next-1]
	e := Expression{
		Start: first.start, End: last.end, Sentence: index,
		Type: d.typ, Kind: d.kind, Mod: d.mod, meaning: d.meaning, ago: g.at(d.next-1).class == classAgo,
	}
	e.First, e.Last = v.tokens(e.Start, e.End)
	if e.Relation = g.relation(d.from); d.typ == Duration && d.how == nowhere && g.at(d.from-1).id == wordIn {
		e.Relation = Within // "in two weeks"
	}
	if d.kind == Yearless || d.kind == Weekday || d.bareWeekend() {
		e.Direction = g.direction(&d, &e, v)
	}
	e.value(g.ref)
	return e
}

// value sets Value and EDTF as counted from anchor.
func (e *Expression) value(anchor edtf.Day) {
	e.Value = e.meaning.value(e.Type, anchor, e.Direction, e.Mod)
	switch {
	case e.Type == Set:
		e.EDTF = e.meaning.repeat()
	default:
		e.EDTF = e.meaning.date(anchor, e.Direction, e.Mod)
	}
}

// relation reads the preposition before an expression.
func (g *grammar) relation(from int) Relation {
	w := g.at(from - 1)
	if w.id == wordThe {
		w = g.at(from - 2)
	}
	if w.class != classPreposition || w.id == wordTo && !g.fromBefore(from) {
		return At
	}
	return Relation(w.val)
}

// fromBefore says whether "from" or a time stands before the "to" in front of
// the word at i.
func (g *grammar) fromBefore(i int) bool {
	for k := i - 2; k >= 0 && k >= i-9; k-- {
		switch w := g.at(k); w.class {
		case classNumber, classMonth, classMonthShort, classWeekday, classDeictic, classNow:
			return true
		case classPreposition:
			if w.val == int16(From) {
				return true
			}
		}
	}
	return false
}
