package timex

import "github.com/chancery-project/chancery/internal/edtf"

// Type is a TIMEX3 type.
type Type uint8

// The four types of TIMEX3.
const (
	Date     Type = iota // a day or longer: "Monday", "late 2025"
	Time                 // a time of day: "10:35 a.m.", "this morning"
	Duration             // a length: "two days", "a five-year term"
	Set                  // something that comes again: "every year", "daily"
)

// String gives the type as TIMEX3 writes it.
func (t Type) String() string { return [...]string{"DATE", "TIME", "DURATION", "SET"}[t] }

// Direction says on which side of its anchor a bare weekday or month lies.
type Direction uint8

// The directions. Past and Future are certain; the likely ones give way where
// the other side lies much nearer; Unknown takes the nearer side, the past in
// doubt.
const (
	Unknown Direction = iota
	Past
	Future
	LikelyPast
	LikelyFuture
	nearer // whichever side is nearer: "Monday's summit"
)

// past and future say on which side a direction leans.
func (d Direction) past() bool   { return d == Past || d == LikelyPast }
func (d Direction) future() bool { return d == Future || d == LikelyFuture }

// Kind says what an expression counts from.
type Kind uint8

// The kinds.
const (
	Absolute  Kind = iota // needs no other day: "8 July 2024", "2025", "the 1980s"
	Yearless              // a month, day or season whose year depends: "May", "July 8", "spring"
	Weekday               // "Monday", "last Friday"
	Relative              // counts from the day of writing: "yesterday", "next year", "two weeks ago"
	Anaphoric             // counts from a day told before: "the following day", "a week later", "that month"
	Vague                 // "now", "recently", "soon": no date
	Length                // a duration with no place in time
	Period                // a set: "every year"
)

// Mod narrows a date or blurs it.
type Mod uint8

// The modifiers. Early, Mid and Late are thirds; Rest is what is left from
// the anchor on ("later this month"), Elapsed what is over ("earlier this
// week").
const (
	NoMod     Mod = iota
	Early         // "early", "the beginning of", "the start of"
	Mid           // "mid-", "the middle of"
	Late          // "late"
	End           // "the end of", "year-end"
	FirstPart     // "the first half of"
	LastPart      // "the second half of", "the last half of"
	Opening       // "the first months of", "the first weeks of"
	Closing       // "the last months of"
	Rest          // "later this month", "the rest of the year"
	Elapsed       // "earlier this month"
	About         // "around", "nearly", "about"
	MoreThan      // "more than", "at least", "over"
	LessThan      // "less than", "up to"
)

// Relation is what the word before an expression makes of it.
type Relation uint8

// The relations; the words stand outside the expression.
const (
	At     Relation = iota // "on", "in" or nothing
	From                   // "from", "starting", "as of"
	Since                  // "since"
	Until                  // "until", "till", "through", "to" after a "from"
	By                     // "by", "no later than"
	Before                 // "before", "ahead of"
	After                  // "after", "following"
	For                    // "for", "over", "during"
	Within                 // "within", "in" before a length
)

// Reference is what relative expressions of a report count from.
type Reference struct {
	Published edtf.Day // the report's publication day
	Dateline  edtf.Day // the dateline's day; zero where HasDate is false
	HasDate   bool     // the report has a dateline with a day
}

// Day is the dateline's day where there is one, else the publication day.
func (r Reference) Day() edtf.Day {
	if r.HasDate {
		return r.Dateline
	}
	return r.Published
}

// Expression is one time expression.
type Expression struct {
	Start, End  int32 // byte offsets into the text
	Sentence    int   // index of its sentence in the document
	First, Last int   // its first and last token within the sentence
	Type        Type
	Kind        Kind
	Mod         Mod
	Relation    Relation
	Direction   Direction // side that tense or wording gave it
	Value       string    // TIMEX3 value
	EDTF        edtf.Date // the date it names, counted from the reference; empty for lengths and vague times; a set's period
	meaning     meaning
	ago         bool // "ago" or "earlier" stands in it
}

// Resolve gives the date that the expression names when it is counted from
// anchor; dir settles a weekday, month or season that says nothing itself.
// Absolute expressions give the same date from any anchor. It is empty where
// Kind is Vague or Length.
func (e *Expression) Resolve(anchor edtf.Day, dir Direction) edtf.Date {
	return e.meaning.date(anchor, dir, e.Mod)
}

// Shift gives how far the expression lies from its anchor, in whole units: 1
// and Day for "the following day", -2 and Week for "two weeks ago". ok is
// false where it is no shift.
func (e *Expression) Shift() (n int, unit Unit, ok bool) {
	return int(e.meaning.n), e.meaning.unit, e.meaning.how == shifted || e.meaning.how == stepped
}

// Count gives the length of a duration or the period of a set: 2 and Day for
// "two days"; n is 0 for "several days".
func (e *Expression) Count() (n int, unit Unit) { return int(e.meaning.n), e.meaning.unit }

// Clock gives the time of day where the expression tells one.
func (e *Expression) Clock() (hour, minute int, ok bool) {
	return int(e.meaning.hour), int(e.meaning.minute), e.meaning.clock
}

// HasYear says whether the expression itself names a year.
func (e *Expression) HasYear() bool { return e.meaning.year != 0 }
