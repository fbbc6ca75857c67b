package edtf

// Date is an EDTF expression: a date ("2024-07-08"), a month ("2024-07"), a
// season ("2025-21"), a year ("2025"), or an interval of these
// ("2024-07-08/2024-07-09", "1987-03-02/.."). The empty Date says that nothing
// is known. An arrangement's period ("P1Y") is a Date too, without bounds.
type Date string

// Precision is how exact a date is, finest first.
type Precision uint8

// The precisions. NoPrecision is that of the empty date and of text that is
// no EDTF; seasons, quarters and semesters share PrecisionSeason.
const (
	NoPrecision Precision = iota
	PrecisionDay
	PrecisionMonth
	PrecisionSeason
	PrecisionYear
	PrecisionDecade
	PrecisionCentury
	PrecisionInterval
	PrecisionPeriod
)

var precisionNames = [...]string{"none", "day", "month", "season", "year", "decade", "century", "interval", "period"}

// String gives the precision's name: "day", "month" and so on.
func (p Precision) String() string { return precisionNames[p] }

// Valid says whether d is an expression this package reads; the empty date is
// not one.
func (d Date) Valid() bool { return d.Precision() != NoPrecision }

// Precision says how exact d is.
func (d Date) Precision() Precision {
	v, err := parse(string(d))
	if err != nil {
		return NoPrecision
	}
	return v.precision
}

// Bounds gives the first and the last day of d. Qualifiers (~ ? %) do not
// move them. An open end is MinDay or MaxDay. ok is false for the empty date,
// a period and text that is no EDTF.
//
// Spring to winter end on day 28 of their third month, as the project's
// scorer has it, so that a season is known by its bounds.
func (d Date) Bounds() (first, last Day, ok bool) {
	v, err := parse(string(d))
	if err != nil || v.precision == PrecisionPeriod {
		return 0, 0, false
	}
	return v.first, v.last, true
}

// Days is how many days d spans, from 1; 0 where it has no bounds or an open
// end.
func (d Date) Days() int {
	first, last, ok := d.Bounds()
	if !ok || first == MinDay || last == MaxDay {
		return 0
	}
	return int(last-first) + 1
}

// Open says whether d is an interval with an open or unknown end.
func (d Date) Open() bool {
	first, last, ok := d.Bounds()
	return ok && (first == MinDay || last == MaxDay)
}

// Overlaps says whether a and b share a day.
func (a Date) Overlaps(b Date) bool {
	af, al, aok := a.Bounds()
	bf, bl, bok := b.Bounds()
	return aok && bok && af <= bl && bf <= al
}

// Contains says whether every day of b lies in a; a date contains itself.
func (a Date) Contains(b Date) bool {
	af, al, aok := a.Bounds()
	bf, bl, bok := b.Bounds()
	return aok && bok && af <= bf && bl <= al
}

// Refines says whether a lies within b and is finer: what "2024-07-08" does
// to "2024-07". A date does not refine itself, however it is written.
func (a Date) Refines(b Date) bool { return b.Contains(a) && !a.Contains(b) }

// Same says whether a and b have the same bounds, or are the same period.
func (a Date) Same(b Date) bool {
	return a == b || a.Contains(b) && b.Contains(a)
}
