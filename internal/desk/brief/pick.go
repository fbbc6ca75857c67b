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

// Pick chooses engagements and says in which order they are listed; what it
// puts at the same place stands in the order of the record.
type Pick struct {
	fits  func(l *store.Line, asOf edtf.Day) bool
	order func(a, b *store.Line, asOf edtf.Day) int
}

// Fits says whether an engagement is chosen as of a day.
func (p *Pick) Fits(l *store.Line, asOf edtf.Day) bool { return p.fits(l, asOf) }

// Compare says which of two comes first.
func (p *Pick) Compare(a, b *store.Line, asOf edtf.Day) int {
	if c := p.order(a, b, asOf); c != 0 {
		return c
	}
	return a.Compare(b)
}

// From gives what is chosen from engagements.
func (p *Pick) From(ls Lines, asOf edtf.Day) Lines {
	var out Lines
	for _, l := range ls {
		if p.fits(l, asOf) {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b *store.Line) int { return p.Compare(a, b, asOf) })
	return out
}

// The picks.
var (
	// PickAhead picks the engagements still to come: proposed, planned or put
	// off, with a time that has not passed, or with none and a report of the
	// last year. Dated ones come first, by the day on which they can begin at
	// the earliest, then by the last day; the undated ones follow in the
	// record's order. Invitations and arrangements are not among them.
	PickAhead = &Pick{
		func(l *store.Line, asOf edtf.Day) bool { return open(l) && event(l) && !passed(l, asOf) },
		func(a, b *store.Line, asOf edtf.Day) int {
			afrom, ato := span(a, asOf)
			bfrom, bto := span(b, asOf)
			return cmp.Or(cmp.Compare(afrom, bfrom), cmp.Compare(ato, bto), cmp.Compare(weight(a), weight(b)))
		},
	}
	// PickPassed picks the plans whose time has passed without a report that
	// they were held, put off or dropped, and those without a date that no
	// report has spoken of for a year; the one last spoken of comes first.
	PickPassed = &Pick{
		func(l *store.Line, asOf edtf.Day) bool { return open(l) && event(l) && passed(l, asOf) },
		func(a, b *store.Line, _ edtf.Day) int { return cmp.Compare(b.Told, a.Told) },
	}
	// PickHeld picks what took place up to the day, the latest first; what is
	// held on a day that no report names counts with the day of its first
	// report.
	PickHeld = &Pick{
		func(l *store.Line, asOf edtf.Day) bool {
			return l.Status == reading.Held && event(l) && BeganLine(l) <= asOf
		},
		func(a, b *store.Line, _ edtf.Day) int {
			return cmp.Or(cmp.Compare(BeganLine(b), BeganLine(a)), cmp.Compare(weight(a), weight(b)), cmp.Compare(a.EID, b.EID))
		},
	}
	// PickDisputed picks the engagements of which reports say values that
	// exclude one another, the latest first.
	PickDisputed = &Pick{disputed, func(a, b *store.Line, _ edtf.Day) int { return b.Compare(a) }}
	// PickDisputedLately picks the same, those last told of first.
	PickDisputedLately = &Pick{disputed, func(a, b *store.Line, _ edtf.Day) int { return cmp.Or(cmp.Compare(b.Told, a.Told), b.Compare(a)) }}
	// PickDoubtful picks the engagements that wait for a person, in the order of
	// Review.
	PickDoubtful = &Pick{
		func(l *store.Line, asOf edtf.Day) bool { return !l.Marked && doubts(l, asOf) > 0 },
		func(a, b *store.Line, asOf edtf.Day) int {
			return cmp.Or(cmp.Compare(doubts(b, asOf), doubts(a, asOf)), cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.EID, b.EID))
		},
	}
	// PickLately picks everything, what was last told of first.
	PickLately = &Pick{
		func(*store.Line, edtf.Day) bool { return true },
		func(a, b *store.Line, _ edtf.Day) int {
			return cmp.Or(cmp.Compare(b.Told, a.Told), cmp.Compare(a.EID, b.EID))
		},
	}
	// PickVisits picks the visits that were held and have a date, in the order
	// of the record.
	PickVisits = &Pick{
		func(l *store.Line, _ edtf.Day) bool {
			return l.Kind == reading.Visit && l.Status == reading.Held && l.Dated
		},
		func(*store.Line, *store.Line, edtf.Day) int { return 0 },
	}
)

func disputed(l *store.Line, _ edtf.Day) bool { return len(l.Conflicts) > 0 }

// of picks from engagements, in any order, by their lines.
func (p *Pick) of(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	made := make([]store.Line, len(all))
	lines := make(Lines, len(all))
	for i := range all {
		made[i] = store.LineOf(&all[i])
		made[i].Key = int64(i)
		lines[i] = &made[i]
	}
	var out []record.Engagement
	for _, l := range p.From(lines, asOf) {
		out = append(out, all[l.Key])
	}
	return out
}

// Ahead gives the engagements still to come, see PickAhead.
func Ahead(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	return PickAhead.of(all, asOf)
}

// Passed gives the plans whose time has passed, see PickPassed.
func Passed(all []record.Engagement, asOf edtf.Day) []record.Engagement {
	return PickPassed.of(all, asOf)
}

// Held gives what took place up to a day, see PickHeld.
func Held(all []record.Engagement, asOf edtf.Day) []record.Engagement { return PickHeld.of(all, asOf) }

// Disputed gives the engagements on which reports disagree, see PickDisputed.
func Disputed(all []record.Engagement) []record.Engagement { return PickDisputed.of(all, 0) }

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
