package brief

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// patience is how many days after its last report a plan without a date still
// counts as a plan: a year, the usual distance of leaders' meetings.
const patience = 365

// Ahead gives the engagements still to come: proposed, planned or put off,
// with a time that has not passed, or with none and a report of the last year.
// Dated ones come first, by the
// day on which they can begin at the earliest, then by the last day; the
// undated ones follow in the record's order. Invitations and arrangements are
// not among them.
func Ahead(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	var out []record.Engagement
	for _, e := range all {
		if open(e) && event(e) && !passed(e, asOf) {
			out = append(out, e)
		}
	}
	record.Sort(out)
	slices.SortStableFunc(out, func(a, b record.Engagement) int {
		afrom, ato := span(a, asOf)
		bfrom, bto := span(b, asOf)
		return cmp.Or(cmp.Compare(afrom, bfrom), cmp.Compare(ato, bto), cmp.Compare(weight(a), weight(b)))
	})
	return out
}

// FilterAhead lets through what can be ahead on a day; Ahead picks from it.
func FilterAhead(asOf edtf.Day) store.Filter {
	return store.Filter{Kinds: kinds, Statuses: unheld, Ahead: &store.Ahead{Ends: asOf, Told: asOf - patience}}
}

// unheld are the statuses of what may still come.
var unheld = []reading.Status{reading.Proposed, reading.Planned, reading.Postponed}

// kinds are the kinds of what happens at a time, in the order in which they
// are listed when they happen at the same time: the trip before its talks.
var kinds = []reading.Kind{reading.Visit, reading.Summit, reading.Meeting, reading.Call, reading.Agreement, reading.Award}

func weight(e record.Engagement) int { return slices.Index(kinds, e.Kind) }

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
// held, put off or dropped, and those without a date that no report has spoken
// of for a year; the one last spoken of comes first.
func Passed(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	var out []record.Engagement
	for _, e := range all {
		if open(e) && event(e) && passed(e, asOf) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Engagement) int { return cmp.Compare(lastSaid(b), lastSaid(a)) })
	return out
}

// Held gives what took place up to a day, the latest first; what is held
// on a day that no report names counts with the day of its first report.
func Held(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	var out []record.Engagement
	for _, e := range all {
		if e.Status == reading.Held && event(e) && Began(e) <= asOf {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Engagement) int {
		return cmp.Or(cmp.Compare(Began(b), Began(a)), cmp.Compare(weight(a), weight(b)), cmp.Compare(a.EID, b.EID))
	})
	return out
}

// Began gives the first day of an engagement, or that of its first report where
// it has no date.
func Began(e record.Engagement) edtf.Day {
	first, _, ok := e.When.Bounds()
	if !ok && len(e.Mentions) > 0 {
		return e.Mentions[0].Published
	}
	return first
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
	return slices.Contains(unheld, e.Status)
}

// event tells an engagement that happens at a time from a standing one.
func event(e record.Engagement) bool { return weight(e) >= 0 }

// passed tells a plan whose time is over, or that has no date and has not been
// spoken of for long.
func passed(e record.Engagement, asOf edtf.Day) bool {
	_, last, ok := e.When.Bounds()
	if !ok {
		last = lastSaid(e) + patience
	}
	return last < asOf
}

// lastSaid gives the day of the last report of an engagement.
func lastSaid(e record.Engagement) edtf.Day {
	if len(e.Mentions) == 0 {
		return edtf.MinDay
	}
	return e.Mentions[len(e.Mentions)-1].Published
}
