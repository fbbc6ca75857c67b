package timex

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Range is an interval that two or more expressions make together: "from
// Saturday to Monday", "July 8 and 9", "between 1991 and 1997", "the first
// nine months of 1997", "two days after Christmas".
type Range struct {
	Start, End  int32 // byte offsets, from the first expression to the last
	First, Last int   // the expressions, as indexes into the slice given
	EDTF        edtf.Date
}

// Ranges adds to dst the intervals that neighbouring expressions of one
// sentence make. text is the document's; es are its expressions in order, as
// Find or Document gives them. An expression is in one range at most.
func Ranges(text string, es []Expression, dst []Range) []Range {
	for i := 0; i+1 < len(es); i++ {
		a, b := &es[i], &es[i+1]
		if b.Sentence > a.Sentence+1 || a.Type == Set || b.Type == Set || b.Type == Duration || b.Start-a.End > 12 {
			continue
		}
		date := join(text, a, b)
		if date == "" {
			continue
		}
		r := Range{Start: a.Start, End: b.End, First: i, Last: i + 1, EDTF: date}
		// "July 8, 9 and 10": a longer list goes on
		for r.Last+1 < len(es) && a.Type == Date && es[r.Last+1].Sentence == a.Sentence {
			next := follow(text, &es[r.Last], &es[r.Last+1], r.EDTF)
			if next == "" {
				break
			}
			r.Last++
			r.EDTF, r.End = next, es[r.Last].End
		}
		dst = append(dst, r)
		i = r.Last
	}
	return dst
}

// join gives the interval that a and b make with the words between them,
// empty if they make none.
func join(text string, a, b *Expression) edtf.Date {
	between := strings.ToLower(strings.TrimSpace(text[a.End:b.Start]))
	if a.Type == Duration {
		return counted(between, a, b)
	}
	switch between {
	case "to", "-", "–", "—", "until", "till", "through", "to the", "until the", "/", "up to":
		return fromTo(a, b)
	case "and", ",", "&", "and on", "and again on", "or", "or on":
		if between == "and" && a.Relation == From && strings.HasSuffix(strings.TrimSpace(strings.ToLower(text[max(0, a.Start-9):a.Start])), "between") {
			return fromTo(a, b)
		}
		return neighbours(a, b)
	}
	return ""
}

// fromTo gives the interval from a to b; whichever of them lacks a year or
// a week is counted from the other.
func fromTo(a, b *Expression) edtf.Date {
	first, _, aok := a.EDTF.Bounds()
	bDate := b.EDTF
	if _, last, bok := bDate.Bounds(); aok && (!bok || last < first || b.Kind == Weekday) && (b.Kind == Weekday || b.Kind == Yearless) {
		bDate = b.Resolve(first, Future)
	}
	bFirst, last, bok := bDate.Bounds()
	if !bok || !aok {
		return ""
	}
	if last < first && (a.Kind == Weekday || a.Kind == Yearless) {
		if first, _, aok = a.Resolve(bFirst, Past).Bounds(); !aok {
			return ""
		}
	}
	if last < first {
		return ""
	}
	return edtf.Interval(first, last)
}

// neighbours gives the interval of two days, months or years that follow on
// each other: "Sunday and Monday", "July 8 and 9".
func neighbours(a, b *Expression) edtf.Date {
	if a.EDTF.Precision() != b.EDTF.Precision() && b.Kind != Weekday || a.Kind == Anaphoric {
		return ""
	}
	first, aLast, aok := a.EDTF.Bounds()
	if !aok {
		return ""
	}
	bDate := b.EDTF
	if b.Kind == Weekday || b.Kind == Yearless && !b.HasYear() {
		if near := b.Resolve(aLast, Future); near != "" {
			bDate = near
		}
	}
	bFirst, last, bok := bDate.Bounds()
	if !bok || bFirst != aLast+1 {
		return ""
	}
	return edtf.Interval(first, last)
}

// follow adds c to a list that makes date so far.
func follow(text string, b, c *Expression, date edtf.Date) edtf.Date {
	between := strings.ToLower(strings.TrimSpace(text[b.End:c.Start]))
	if between != "and" && between != "," && between != ", and" {
		return ""
	}
	first, last, ok := date.Bounds()
	cFirst, cLast, cok := c.EDTF.Bounds()
	if !ok || !cok || cFirst != last+1 || c.Type != Date {
		return ""
	}
	return edtf.Interval(first, cLast)
}

// counted gives what a length and a date make: "the first nine months of
// 1997", "two days after Christmas".
func counted(between string, a, b *Expression) edtf.Date {
	first, last, ok := b.EDTF.Bounds()
	m := &a.meaning
	if !ok || m.vague || m.half || m.n <= 0 || m.unit < Day {
		return ""
	}
	n := int(m.n)
	move := func(day edtf.Day, n int) edtf.Day {
		if months := m.unit.months(); months > 0 {
			return day.AddMonths(n * months)
		}
		return day + edtf.Day(n*m.unit.days())
	}
	switch {
	case between == "of" && m.nth == 1 && m.how == nowhere:
		if end := move(first, n) - 1; end <= last {
			return edtf.Interval(first, end)
		}
	case between == "after" && b.EDTF.Precision() == edtf.PrecisionDay && m.unit <= Week:
		return edtf.DayDate(move(first, n))
	case between == "before" && b.EDTF.Precision() == edtf.PrecisionDay && m.unit <= Week:
		return edtf.DayDate(move(first, -n))
	}
	return ""
}
