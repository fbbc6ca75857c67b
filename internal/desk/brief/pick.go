package brief

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Ahead gives the engagements still to come: proposed, planned or put off,
// with a time that has not passed or with none. Dated ones come first, by the
// day on which they can begin at the earliest, then by the last day; the
// undated ones follow in the record's order. Invitations and arrangements are
// not among them.
func Ahead(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	var out []record.Engagement
	for _, e := range all {
		if open(e) && event(e) && !e.Unconfirmed(asOf) && !passed(e, asOf) {
			out = append(out, e)
		}
	}
	record.Sort(out)
	slices.SortStableFunc(out, func(a, b record.Engagement) int {
		afrom, ato := span(a, asOf)
		bfrom, bto := span(b, asOf)
		return cmp.Or(cmp.Compare(afrom, bfrom), cmp.Compare(ato, bto))
	})
	return out
}

// span gives the days between which what is ahead can happen; what has no date
// lies behind everything.
func span(e record.Engagement, asOf edtf.Day) (from, to edtf.Day) {
	from, to, ok := e.When.Bounds()
	if !ok {
		return edtf.MaxDay, edtf.MaxDay
	}
	return max(from, asOf), to
}

// Passed gives the plans whose time has passed without a report that they were
// held, put off or dropped.
func Passed(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	var out []record.Engagement
	for _, e := range all {
		if e.Unconfirmed(asOf) {
			out = append(out, e)
		}
	}
	record.Sort(out)
	slices.Reverse(out)
	return out
}

// Held gives what took place up to a day, the latest first; what is held
// without a date comes last.
func Held(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	var dated, undated []record.Engagement
	for _, e := range all {
		first, _, ok := e.When.Bounds()
		switch {
		case e.Status != reading.Held || !event(e):
		case !ok:
			undated = append(undated, e)
		case first <= asOf:
			dated = append(dated, e)
		}
	}
	record.Sort(dated)
	slices.Reverse(dated)
	return append(dated, undated...)
}

// InPerson tells whether people met face to face.
func InPerson(e record.Engagement) bool {
	return e.Kind == reading.Visit || e.Kind == reading.Meeting || e.Kind == reading.Summit
}

// Disputed gives the engagements of which reports say values that exclude one
// another.
func Disputed(all []record.Engagement) []record.Engagement {
	var out []record.Engagement
	for _, e := range all {
		if len(e.Conflicts) > 0 {
			out = append(out, e)
		}
	}
	record.Sort(out)
	slices.Reverse(out)
	return out
}

func open(e record.Engagement) bool {
	return e.Status == reading.Planned || e.Status == reading.Proposed || e.Status == reading.Postponed
}

// event tells an engagement that happens at a time from a standing one.
func event(e record.Engagement) bool {
	return e.Kind != reading.Invitation && e.Kind != reading.Arrangement
}

func passed(e record.Engagement, asOf edtf.Day) bool {
	_, last, ok := e.When.Bounds()
	return ok && last < asOf
}
