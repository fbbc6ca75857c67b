package timex

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
)

// Document adds the expressions of all sentences of d to dst and settles
// those that lean on earlier ones: "the following day", "that year", a time
// of day without a day, "the year-earlier quarter".
func Document(d *language.Document, ref Reference, dst []Expression) []Expression {
	from := len(dst)
	for i := range d.Sentences {
		dst = Find(d, &d.Sentences[i], i, ref, dst)
	}
	Settle(dst[from:], ref)
	return dst
}

// Settle counts anaphoric expressions from what was told before them, in
// place. es are the expressions of one document, in order.
func Settle(es []Expression, ref Reference) {
	s := story{es: es, ref: ref.Day()}
	for i := range es {
		s.settle(i)
	}
}

// story is what has been told so far.
type story struct {
	es     []Expression
	ref    edtf.Day
	result period // the quarter or year that results are told of; unit NoUnit before any
}

// memory is how many sentences a day told stays in mind.
const memory = 3

func (s *story) settle(i int) {
	e := &s.es[i]
	switch {
	case e.Type == Time && e.meaning.how == nowhere:
		if day, ok := s.dayNear(i); ok {
			e.value(day)
		}
	case s.ofResults(e):
	case e.Kind == Anaphoric && e.Type == Date || e.Kind == Anaphoric && e.Type == Time:
		if day, ok := s.told(i, e.meaning.unit); ok {
			e.value(day)
		}
	}
	s.remember(e)
}

// told gives the day that an anaphoric expression counts from: the last
// expression that is as fine as its unit, within memory.
func (s *story) told(i int, unit Unit) (edtf.Day, bool) {
	for k := i - 1; k >= 0 && s.es[k].Sentence >= s.es[i].Sentence-memory; k-- {
		e := &s.es[k]
		if e.Type == Duration || e.Type == Set || e.meaning.how == spanned || e.EDTF == "" {
			continue
		}
		if p := e.EDTF.Precision(); unit <= Week && p != edtf.PrecisionDay || unit <= Month && p > edtf.PrecisionMonth {
			continue
		}
		if first, _, ok := e.EDTF.Bounds(); ok {
			return first, true
		}
	}
	return 0, false
}

// dayNear gives the day of a time of day: the nearest day of its sentence,
// before it or behind it, else the last one told.
func (s *story) dayNear(i int) (edtf.Day, bool) {
	for k := i - 1; k >= 0 && s.es[k].Sentence == s.es[i].Sentence; k-- {
		if day, ok := s.es[k].singleDay(); ok {
			return day, true
		}
	}
	for k := i + 1; k < len(s.es) && s.es[k].Sentence == s.es[i].Sentence; k++ {
		if day, ok := s.es[k].singleDay(); ok {
			return day, true
		}
	}
	return s.told(i, Day)
}

// singleDay gives the day of an expression that names one day.
func (e *Expression) singleDay() (edtf.Day, bool) {
	if e.Type == Duration || e.Type == Set || e.EDTF.Precision() != edtf.PrecisionDay {
		return 0, false
	}
	first, _, ok := e.EDTF.Bounds()
	return first, ok
}

// remember keeps the quarter or year that a report of results speaks of.
func (s *story) remember(e *Expression) {
	m := &e.meaning
	switch {
	case e.Type == Duration && m.unit == Month && m.how == nowhere && (m.n == 3 || m.n == 6 || m.n == 9):
		s.result = periodOf(Year, s.ref) // "in the nine months"
	case e.Type == Date && m.inside() == Quarter && m.month != 0 && m.how != shifted:
		if p, ok := m.period(s.ref, e.Direction); ok && s.ref-p.day < 500 {
			s.result = p
		}
	}
}

// ofResults settles what reports of results say with the quarter or year left
// out: "the latest period", "the quarter", "a year earlier", "the 1988
// period". It says whether e is such an expression.
func (s *story) ofResults(e *Expression) bool {
	m := &e.meaning
	if s.result.unit == NoUnit || e.Type != Date {
		return false
	}
	var p period
	switch {
	case m.how == shifted && m.unit == Quarter && m.n == 0 && m.part == NoUnit && s.result.unit == Quarter:
		p = s.result
	case m.unit == Year && m.fiscal && m.part == NoUnit && m.how == shifted,
		m.unit == Year && m.n == -1 && (m.how == stepped || m.how == shifted && e.Kind == Relative && e.ago):
		p = s.result.move(-1 * s.perYear())
	case m.how == calendar && m.unit == Year && m.fiscal && m.part == Quarter && s.result.unit == Quarter:
		p = s.result.move((int(m.year) - s.result.day.Year()) * 4)
	default:
		return false
	}
	e.Value, e.EDTF = p.value(), p.edtf(NoMod, s.ref)
	return true
}

// perYear is how many periods like the one of the results a year has.
func (s *story) perYear() int {
	if s.result.unit == Quarter {
		return 4
	}
	return 1
}
