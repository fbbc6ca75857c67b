package timex

// how says in which way a meaning finds its place in time.
type how uint8

const (
	nowhere   how = iota // a length, or nothing
	calendar             // the year is known: a year, month, day, season, quarter, decade, century
	yearless             // a month, with or without a day, a season, quarter, half or feast, of an unnamed year
	dayOnly              // a day of the month alone: "the 7th", "SATURDAY 28"
	weekdayIn            // a weekday
	shifted              // the unit around the anchor, moved by n: "last week", "two years ago"
	stepped              // exactly n units from the anchor: "two days later"
	spanned              // the stretch of n units before (n<0) or after the anchor: "the past three months"
	vagueNow             // "now"
	vaguePast            // "recently"
	vagueNext            // "soon"
)

// which says which one of several is meant.
type which uint8

const (
	anyOne    which = iota
	thisOne         // "this", "the current"
	lastOne         // "last", "the previous"
	nextOne         // "next"
	pastOne         // "this past": the last, even if it was just now
	comingOne       // "coming", "upcoming": the next, however near
	thatOne         // "that", "the same": the one told before
	everyOne        // "each", "every"
)

// meaning is what an expression says, before there is a day to count from.
//
// unit says what kind of thing it is. Where part is set, the thing lies inside
// the unit: "July last year" is a Month in a Year that is shifted by -1,
// "Monday next week" a Day in a Week shifted by 1.
type meaning struct {
	how    how
	which  which
	unit   Unit
	part   Unit
	nth    int8 // which part, counted from 1, or from the end where negative: "the first week of July"
	n      int16
	vague  bool // n is not known: "several"
	half   bool // and a half
	year   int16
	month  int8 // 1 to 12; for a quarter 1 to 4, for a half 1 or 2, for a season 1 (spring) to 4
	day    int8
	week   int8 // weekday, 1 Monday to 7 Sunday; 0 none
	feast  feast
	clock  bool
	hour   int8
	minute int8
	hours  partOfDay
	fixed  Direction // the words themselves say past or future
	fiscal bool
	often  int8 // of a set: how often in the period
}

// inside gives the unit of the thing meant: the part where there is one.
func (m *meaning) inside() Unit {
	if m.part != NoUnit {
		return m.part
	}
	return m.unit
}
