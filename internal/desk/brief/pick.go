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

// Lines are engagements by their lines, in the order of the record.
type Lines []*store.Line

// Ahead gives the engagements still to come: proposed, planned or put off,
// with a time that has not passed, or with none and a report of the last year.
// Dated ones come first, by the
// day on which they can begin at the earliest, then by the last day; the
// undated ones follow in the record's order. Invitations and arrangements are
// not among them.
func (ls Lines) Ahead(asOf edtf.Day) Lines {
	var out Lines
	for _, l := range ls {
		if open(l) && event(l) && !passed(l, asOf) {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *store.Line) int {
		afrom, ato := span(a, asOf)
		bfrom, bto := span(b, asOf)
		return cmp.Or(cmp.Compare(afrom, bfrom), cmp.Compare(ato, bto), cmp.Compare(weight(a), weight(b)))
	})
	return out
}

// Passed gives the plans whose time has passed without a report that they were
// held, put off or dropped, and those without a date that no report has spoken
// of for a year; the one last spoken of comes first.
func (ls Lines) Passed(asOf edtf.Day) Lines {
	var out Lines
	for _, l := range ls {
		if open(l) && event(l) && passed(l, asOf) {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *store.Line) int { return cmp.Compare(b.Told, a.Told) })
	return out
}

// Held gives what took place up to a day, the latest first; what is held
// on a day that no report names counts with the day of its first report.
func (ls Lines) Held(asOf edtf.Day) Lines {
	var out Lines
	for _, l := range ls {
		if l.Status == reading.Held && event(l) && BeganLine(l) <= asOf {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *store.Line) int {
		return cmp.Or(cmp.Compare(BeganLine(b), BeganLine(a)), cmp.Compare(weight(a), weight(b)), cmp.Compare(a.EID, b.EID))
	})
	return out
}

// Disputed gives the engagements of which reports say values that exclude one
// another, the latest first.
func (ls Lines) Disputed() Lines {
	var out Lines
	for _, l := range slices.Backward(ls) {
		if len(l.Conflicts) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// picked picks from engagements, in any order, by their lines.
func picked(all []record.Engagement, pick func(Lines) Lines) []record.Engagement {
	made := make([]store.Line, len(all))
	lines := make(Lines, len(all))
	for i := range all {
		made[i] = store.LineOf(&all[i])
		made[i].Key = int64(i)
		lines[i] = &made[i]
	}
	slices.SortStableFunc(lines, (*store.Line).Compare)
	var out []record.Engagement
	for _, l := range pick(lines) {
		out = append(out, all[l.Key])
	}
	return out
}

// Ahead gives the engagements still to come, see Lines.Ahead.
func Ahead(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	return picked(all, func(ls Lines) Lines { return ls.Ahead(asOf) })
}

// Passed gives the plans whose time has passed, see Lines.Passed.
func Passed(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	return picked(all, func(ls Lines) Lines { return ls.Passed(asOf) })
}

// Held gives what took place up to a day, see Lines.Held.
func Held(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	return picked(all, func(ls Lines) Lines { return ls.Held(asOf) })
}

// Disputed gives the engagements on which reports disagree, see Lines.Disputed.
func Disputed(all []record.Engagement) []record.Engagement { return picked(all, Lines.Disputed) }

// FilterAhead lets through what can be ahead on a day; Ahead picks from it.
func FilterAhead(asOf edtf.Day) store.Filter {
	return store.Filter{Kinds: kinds, Statuses: unheld, Ahead: &store.Ahead{Ends: asOf, Told: asOf - patience}}
}

// unheld are the statuses of what may still come.
var unheld = []reading.Status{reading.Proposed, reading.Planned, reading.Postponed}

// kinds are the kinds of what happens at a time, in the order in which they
// are listed when they happen at the same time: the trip before its talks.
var kinds = []reading.Kind{reading.Visit, reading.Summit, reading.Meeting, reading.Call, reading.Agreement, reading.Award}

func weight(l *store.Line) int { return slices.Index(kinds, l.Kind) }

// span gives the days between which what is ahead can happen; what has no date
// lies behind everything.
func span(l *store.Line, asOf edtf.Day) (from, to edtf.Day) {
	if !l.Dated {
		return edtf.MaxDay, edtf.MaxDay
	}
	return max(l.First, asOf), l.Last
}

// Began gives the first day of an engagement, or that of its first report where
// it has no date.
func Began(e record.Engagement) edtf.Day {
	l := store.LineOf(&e)
	return BeganLine(&l)
}

// BeganLine gives the same of a line.
func BeganLine(l *store.Line) edtf.Day {
	if !l.Dated {
		return l.Heard
	}
	return l.First
}

// InPerson tells whether people met face to face.
func InPerson(k reading.Kind) bool {
	return k == reading.Visit || k == reading.Meeting || k == reading.Summit
}

func open(l *store.Line) bool { return slices.Contains(unheld, l.Status) }

// event tells an engagement that happens at a time from a standing one.
func event(l *store.Line) bool { return weight(l) >= 0 }

// passed tells a plan whose time is over, or that has no date and has not been
// spoken of for long.
func passed(l *store.Line, asOf edtf.Day) bool {
	if !l.Dated {
		return l.Told+patience < asOf
	}
	return l.Last < asOf
}
