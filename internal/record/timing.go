package record

import (
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// timePoints: how well the time of a mention fits a group's.
func timePoints(f *face, s *sight) float64 {
	switch {
	case f.kind == reading.Arrangement:
		return 0
	case f.kind == reading.Invitation:
		return invitedPoints(f, s)
	case f.dated && !f.forward():
		return heldPoints(f, s)
	case f.dated:
		return planPoints(f, s)
	case !f.forward():
		return toldPoints(f, s)
	}
	return vaguePlanPoints(f, s)
}

// overlap is worth more the more exact both times are.
func overlap(f *face, t span) float64 {
	switch days := max(f.hi-f.lo, t.hi-t.lo) + 1; {
	case f.exact && t.exact:
		return 3
	case days <= 31:
		return 2
	case days <= 125:
		return 1.2
	case days <= 366:
		return 0.7
	}
	return 0.2
}

func meets(f *face, spans []span) bool {
	for _, t := range spans {
		if gap(f.lo, f.hi, t.lo, t.hi) == 0 {
			return true
		}
	}
	return false
}

// best gives the points of the time among spans that f overlaps most exactly,
// or the least gap.
func best(f *face, spans []span) (points float64, nearest int, near bool) {
	points, nearest = -1, 1<<30
	for _, t := range spans {
		g := gap(t.lo, t.hi, f.lo, f.hi)
		if g == 0 {
			points = max(points, overlap(f, t))
			nearest = 0
		} else if abs(g) < abs(nearest) {
			nearest, near = g, t.near
		}
	}
	return points, nearest, near
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// heldPoints: a mention with a date of something that took place.
func heldPoints(f *face, s *sight) float64 {
	if len(s.held) > 0 {
		if farthest(f, s, false) > misplaced {
			return apart // a word as wide as a year does not bridge two days far apart
		}
		points, g, near := best(f, s.held)
		if g == 0 {
			return points
		}
		return wrongDay(f, s, abs(g), near)
	}
	if s.planned {
		g := gap(s.plan.lo, s.plan.hi, f.lo, f.hi)
		switch {
		case g == 0:
			return overlap(f, s.plan)
		case g < 0 && g >= -14:
			return 0.3
		case g < 0 && g >= -2*misplaced && f.kind == reading.Agreement && f.pub-s.last <= 10:
			return 0 // signed, one says; to be signed, says another
		case g < 0:
			return apart
		}
		return delayed(g, s)
	}
	if s.anyHeld {
		// Told before as held, without a date.
		switch d := int(s.firstHeld - f.hi); {
		case d < -3 || d > 90:
			return apart
		case d > 30:
			return -0.3
		}
		return 0.8
	}
	return waited(f, s)
}

// wrongDay: two reports tell of something past with different times. A report
// from those days is right about its own time, so two such are two
// engagements; one that looks back may have the month wrong.
func wrongDay(f *face, s *sight, days int, near bool) float64 {
	fresh := f.exact && gap(f.lo, f.hi, f.pub, f.pub) <= 10
	brief := f.kind == reading.Meeting || f.kind == reading.Call || f.kind == reading.Agreement
	once := nameRelation(f, s) == eventSame || f.number > 0 && slices.Contains(s.numbers, f.number)
	far := farthest(f, s, true)
	switch {
	case once:
		return -0.3 // one gathering of a name is not followed by another so soon
	case f.kind == reading.Call && s.toldBefore(f.lo):
		return apart // people call each other day after day
	case brief && f.exact && max(days, far) > 1:
		return apart
	case brief && f.exact:
		return -1.5
	case far > drawnOut:
		return apart
	case days <= 3:
		return 0.8
	case f.kind == reading.Visit && days < 7 && samePlace(f, s):
		return 0 // seldom is one twice in a city within the week: one has the day wrong
	case fresh && near:
		return apart
	case !samePlace(f, s) && (brief || f.place != "" && len(s.places) > 0):
		return apart
	}
	return -0.8
}

// toldBefore says whether a report that was out by a day told of it as
// held.
func (s *sight) toldBefore(day edtf.Day) bool { return s.anyHeld && s.firstHeld <= day }

// drawnOut is how many days apart the exact times of one engagement may be
// told, so that visits day after day do not run into one.
const drawnOut = 14

// farthest gives the longest gap in days between a mention's time and those that
// were told of the group as held; with exact, among times told to the day only.
func farthest(f *face, s *sight, exact bool) int {
	far := 0
	for _, t := range s.held {
		if !exact || f.exact && t.exact {
			far = max(far, abs(gap(t.lo, t.hi, f.lo, f.hi)))
		}
	}
	return far
}

// delayed: what happened came days after the day it was planned for.
func delayed(days int, s *sight) float64 {
	switch {
	case s.postponed && days <= pending:
		return 0.8
	case s.status == reading.Cancelled && days > 30:
		return apart
	case days <= 14:
		return 0.7
	case days <= 60:
		return 0
	case days <= moved:
		return -0.7
	}
	return apart
}

// waited: something with a date, after plans without one.
func waited(f *face, s *sight) float64 {
	if f.hi < s.last-3 {
		return apart
	}
	switch d := int(f.lo - s.last); {
	case s.status == reading.Cancelled && d > 30:
		return apart
	case d <= 45:
		return 1
	case d <= 150:
		return 0.6
	case d <= pending:
		return 0.1
	}
	return apart
}

// planPoints: a mention with a date of something to come, put off or dropped.
func planPoints(f *face, s *sight) float64 {
	if len(s.held) > 0 {
		points, g, _ := best(f, s.held)
		switch {
		case g == 0:
			return points
		case f.kind == reading.Agreement && abs(g) <= misplaced:
			return -0.3 // signed, one says; to be signed, says another
		}
		return apart // it has been held; this is the next one
	}
	if s.anyHeld {
		if gap(f.lo, f.hi, s.lastHeld, s.lastHeld) >= -10 && f.lo <= s.lastHeld {
			return 0.5
		}
		return apart
	}
	if s.planned {
		g := gap(s.plan.lo, s.plan.hi, f.lo, f.hi)
		if g == 0 {
			return overlap(f, s.plan)
		}
		if f.status == reading.Postponed || s.postponed {
			if abs(g) <= pending {
				return 0.8
			}
			return apart
		}
		return delayed(abs(g), s)
	}
	return waited(f, s)
}

// toldPoints: a mention without a date of something that took place, most
// likely in the days before publication.
func toldPoints(f *face, s *sight) float64 {
	back := -1
	for _, t := range s.held {
		if d := int(f.pub - t.hi); back < 0 || abs(d) < back {
			back = max(0, d)
		}
	}
	if back < 0 && s.anyHeld {
		back = int(f.pub - s.firstHeld)
	}
	if back >= 0 {
		switch {
		case back <= 10:
			return 1.2
		case back <= 60:
			return 0.6
		case back <= lookBack:
			return -0.3
		}
		return apart
	}
	if s.planned {
		switch d := int(f.pub - s.plan.hi); {
		case s.plan.lo > f.pub+1:
			return apart
		case d <= 14:
			return 1.2
		case d <= 60:
			return 0.3
		}
		return apart
	}
	switch d := int(f.pub - s.last); {
	case d <= 60:
		return 0.7
	case d <= lookBack:
		return 0
	}
	return apart
}

// vaguePlanPoints: a mention without a date of something to come, put off or
// dropped.
func vaguePlanPoints(f *face, s *sight) float64 {
	if s.anyHeld {
		return apart // it has been held; this is the next one
	}
	late := int(f.pub - s.last)
	if s.planned {
		switch past := int(f.pub - s.plan.hi); {
		case past <= 1:
			return 1
		case past <= 60 && f.status != reading.Proposed:
			return 0.2
		}
		return apart
	}
	switch {
	case late <= 45:
		return 1.2
	case late <= 150:
		return 0.7
	case late <= pending:
		return 0.1
	}
	return apart
}

// invitedPoints: an invitation's time is the day it was extended, and reports
// come back to it as long as it is open.
func invitedPoints(f *face, s *sight) float64 {
	spans := s.held
	if s.planned {
		spans = append(spans[:len(spans):len(spans)], s.plan)
	}
	if f.dated && len(spans) > 0 {
		points, g, _ := best(f, spans)
		switch {
		case g == 0:
			return points
		case abs(g) <= 3:
			return 0.5
		case abs(g) <= misplaced && !(f.exact && spans[0].exact):
			return -0.5
		}
		return apart
	}
	var days int
	switch {
	case f.dated:
		days = abs(gap(f.lo, f.hi, s.last, s.last))
	case len(spans) > 0:
		days = abs(gap(spans[len(spans)-1].lo, spans[len(spans)-1].hi, f.pub, f.pub))
	default:
		days = int(f.pub - s.last)
	}
	switch {
	case days <= 60:
		return 1.2
	case days <= lookBack:
		return 0.8
	case days <= pending:
		return 0.2
	}
	return apart
}
