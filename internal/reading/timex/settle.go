package timex

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
)

// Settle counts expressions that lean on others from those, in place. es are
// the expressions of one document, in order. Whoever knows better what a day
// is counted from asks Expression.Resolve.
func Settle(d *language.Document, es []Expression, ref Reference) {
	s := story{doc: d, es: es, ref: ref.Day()}
	for i := range es {
		s.settle(i)
	}
}

// story is what has been told so far.
type story struct {
	doc    *language.Document
	es     []Expression
	ref    edtf.Day
	lead   edtf.Day // the first day told
	led    bool
	entry  edtf.Day // the day of a diary's last entry under a bare weekday
	head   int      // the last heading of a diary, as index into es and 1; 0 for none
	result period   // the quarter or year that results are told of; unit NoUnit before any
}

// memory is how many sentences a day told stays in mind, and crowd how many
// expressions are looked through for it.
const (
	memory = 3
	crowd  = 12
)

func (s *story) settle(i int) {
	e := &s.es[i]
	switch {
	case e.Type == Time && e.meaning.how == nowhere:
		if day, ok := s.dayNear(i); ok {
			e.value(day)
		}
	case s.ofResults(e):
	case e.Kind == Anaphoric && (e.Type == Date || e.Type == Time):
		if day, ok := s.told(i, e.meaning.unit); ok {
			e.value(day)
		}
	case e.meaning.how == weekdayIn && e.meaning.which == anyOne && e.Type != Set:
		s.weekday(i)
	case e.meaning.how == calendar && e.meaning.month != 0 && e.Type == Date:
		s.yearBehind(i)
	}
	s.remember(e)
	if m := &e.meaning; m.week != 0 && m.day != 0 && s.heads(i) {
		s.head = i + 1
	}
}

// told gives the day that an anaphoric expression counts from: the last
// expression that is as fine as its unit, within memory; "in the day" is the
// day that the story leads with.
func (s *story) told(i int, unit Unit) (edtf.Day, bool) {
	if unit == Day && s.led && s.es[i].meaning.how == shifted && strings.EqualFold(s.doc.Text[s.es[i].Start:s.es[i].End], "the day") {
		return s.lead, true
	}
	for k := i - 1; k >= max(i-crowd, 0) && s.es[k].Sentence >= s.es[i].Sentence-memory; k-- {
		e := &s.es[k]
		if e.Type == Duration || e.Type == Set || e.meaning.how == spanned || e.EDTF == "" {
			continue
		}
		if p := e.EDTF.Precision(); unit <= Week && p != edtf.PrecisionDay || unit <= Month && p > edtf.PrecisionMonth {
			continue
		}
		if first, _, ok := e.EDTF.Bounds(); ok {
			if s.led && first < s.lead && e.Sentence < s.es[i].Sentence && s.bareHours(&s.es[i]) {
				return s.lead, true // an earlier day told aside
			}
			return first, true
		}
	}
	return 0, false
}

// bareHours tells "the evening" from "that evening" and "the same evening".
func (s *story) bareHours(e *Expression) bool {
	return e.meaning.hours != noPart && e.meaning.how == shifted && strings.Count(s.doc.Text[e.Start:e.End], " ") == 1 && strings.EqualFold(s.doc.Text[e.Start:e.Start+4], "the ")
}

// dayNear gives the day of a time of day: the nearest day of its sentence,
// before it or behind it, else the last one told. A time that heads a
// paragraph, as in a live report, is of the day of writing.
func (s *story) dayNear(i int) (edtf.Day, bool) {
	if s.heads(i) {
		return s.ref, true
	}
	for k := i - 1; k >= max(i-crowd, 0) && s.es[k].Sentence == s.es[i].Sentence; k-- {
		if day, ok := s.es[k].singleDay(); ok {
			return day, true
		}
	}
	for k := i + 1; k < min(i+crowd, len(s.es)) && s.es[k].Sentence == s.es[i].Sentence; k++ {
		if day, ok := s.es[k].singleDay(); ok {
			return day, true
		}
	}
	return s.told(i, Day)
}

// heads says whether expression i opens a paragraph.
func (s *story) heads(i int) bool {
	at := s.es[i].Sentence
	sentences := s.doc.Sentences
	return at < len(sentences) && sentences[at].Start == s.es[i].Start && (at == 0 || sentences[at-1].Paragraph != sentences[at].Paragraph)
}

// singleDay gives the day of an expression that names one day.
func (e *Expression) singleDay() (edtf.Day, bool) {
	if e.Type == Duration || e.Type == Set || e.meaning.how == nowhere || e.EDTF.Precision() != edtf.PrecisionDay {
		return 0, false
	}
	first, _, ok := e.EDTF.Bounds()
	return first, ok
}

// weekday settles a bare weekday by what stands before it: the heading of a
// diary's paragraph ("SUNDAY 29 JANUARY. … Seoul on Monday"), the other end
// of "from Thursday to Saturday", or, where no verb speaks, a weekday of the
// same sentence.
func (s *story) weekday(i int) {
	e := &s.es[i]
	if day, ok := s.heading(i); ok {
		e.Direction = Future
		e.value(day)
		return
	}
	if s.inDiary(i) {
		e.Direction = Future
		e.value(max(s.entry+1, s.ref))
		s.entry, _ = e.singleDay()
		return
	}
	if i == 0 || s.es[i-1].Sentence != e.Sentence {
		return
	}
	before := &s.es[i-1]
	first, ok := before.singleDay()
	if !ok {
		return
	}
	if isoWeekday(first) == int(e.meaning.week) && before.meaning.day != 0 && strings.TrimSpace(s.doc.Text[before.End:min(e.Start, before.End+3)]) == "(" {
		e.value(first) // "March 19 (Tuesday)"
		return
	}
	if day, ok := e.singleDay(); ok && day < first && connected(s.doc.Text, before, e) && !(first < s.ref && e.Direction.past() && before.Kind == Relative) {
		e.Direction = Future
		e.value(first)
		return
	}
	if day, ok := e.singleDay(); ok && first < s.ref && day >= first+5 && e.Direction != Future && connected(s.doc.Text, before, e) {
		e.Direction = Past // "yesterday and Tuesday"
		e.value(s.ref)
		return
	}
	if e.Direction == Unknown && before.Kind == Weekday && first > s.ref {
		e.Direction = LikelyFuture
		e.value(first)
	}
}

// yearBehind gives the month or day before expression i the year told behind
// both: "between May and December 1986", "from 28 December to 3 January 2024".
func (s *story) yearBehind(i int) {
	if i == 0 || s.es[i-1].Sentence != s.es[i].Sentence {
		return
	}
	a, b := &s.es[i-1], &s.es[i]
	if a.Kind != Yearless || a.Type != Date || a.meaning.how != yearless || a.meaning.unit != b.meaning.unit ||
		a.meaning.which != anyOne || a.meaning.month == 0 || !connected(s.doc.Text, a, b) || strings.HasPrefix(s.doc.Text[a.End:], ",") {
		return
	}
	if _, last, ok := b.EDTF.Bounds(); ok {
		a.Direction = Past
		a.value(last)
	}
}

// inDiary says whether a bare weekday stands over an entry of a diary of the
// days to come: "THURSDAY - X travels to Oslo".
func (s *story) inDiary(i int) bool {
	e := &s.es[i]
	text := s.doc.Text
	if !s.heads(i) || e.Direction.past() || text[e.Start:e.End] != strings.ToUpper(text[e.Start:e.End]) {
		return false
	}
	behind := strings.TrimLeft(text[e.End:min(int(e.End)+6, len(text))], " ")
	for _, mark := range []string{"-", "–", "—", ":", "."} {
		if strings.HasPrefix(behind, mark) {
			return true
		}
	}
	return false
}

// heading gives the day of the last weekday with a date that opened a
// paragraph as a diary's heading: that of its own paragraph, or an earlier one
// where no verb puts expression i in the past.
func (s *story) heading(i int) (edtf.Day, bool) {
	if s.head == 0 {
		return 0, false
	}
	h := &s.es[s.head-1]
	sentences := s.doc.Sentences
	if sentences[h.Sentence].Paragraph != sentences[s.es[i].Sentence].Paragraph && s.es[i].Direction.past() {
		return 0, false
	}
	return h.singleDay()
}

// connected says whether a and b are the two ends of one stretch or a list.
func connected(text string, a, b *Expression) bool {
	if b.Start-a.End > 12 {
		return false
	}
	switch strings.TrimSpace(text[a.End:b.Start]) {
	case "to", "and", "or", "-", "–", "—", "/", "until", "through", "till", ",", "and on":
		return true
	}
	return false
}

// remember keeps the day that the story leads with, and the quarter or year
// that a report of results speaks of.
func (s *story) remember(e *Expression) {
	if day, ok := e.singleDay(); ok && !s.led && e.Kind == Weekday {
		s.lead, s.led = day, true
	}
	m := &e.meaning
	switch {
	case e.Type == Duration && m.unit == Month && m.how == nowhere && (m.n == 3 || m.n == 6 || m.n == 9):
		s.result = periodOf(Year, s.ref) // "in the nine months"
	case e.Type == Date && m.inside() == Quarter && m.month != 0:
		p, ok := m.period(s.ref, e.Direction)
		_, last := p.bounds()
		if ok && s.ref-p.day < 500 && (last < s.ref || s.result.unit == NoUnit) && (s.result.unit != Quarter || p.day >= s.result.day) {
			s.result = p // the latest that is over, rather than what is expected
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
	case m.how == shifted && m.unit == Quarter && m.n == 0 && m.part == NoUnit && s.result.unit == Quarter && (m.fiscal || e.Kind == Anaphoric):
		p = s.result
	case m.unit == Year && m.fiscal && m.part == NoUnit && m.how == shifted && m.n < 0,
		m.unit == Year && m.n == -1 && (m.how == stepped || m.how == shifted && e.Kind == Relative && e.ago):
		p = s.result.move(-s.perYear())
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
