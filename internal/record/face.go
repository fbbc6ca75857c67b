package record

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// face is what linking sees of a mention.
type face struct {
	kind     reading.Kind
	status   reading.Status
	pub      edtf.Day
	lo, hi   edtf.Day // when it happens; only where dated
	dated    bool
	exact    bool // the days are told, not a month or a week around them
	presumed bool // the day is that of the report, which names no other
	parties  []string
	people   []actor
	country  string
	place    string
	event    []string
	number   int
	period   string
	practice string
	keys     []string
	from, to edtf.Day // reach: mentions whose reaches do not overlap are never the same
}

// actor is a named person with the side he stands on.
type actor struct {
	country string
	second  bool // host, invitee, recipient
	name    name
	office  string // folded; empty where the report does not say
}

func (a actor) equal(b actor) bool {
	return a.country == b.country && a.second == b.second && a.office == b.office && slices.Equal(a.name, b.name)
}

// rivals says whether two actors hold one office of one country and cannot be
// the same person.
func (a actor) rivals(b actor) bool {
	return a.office != "" && a.office == b.office && a.country == b.country && a.second == b.second && !a.name.same(b.name)
}

// forward says whether the mention tells of something to come, or dropped
// before it came.
func (f *face) forward() bool { return f.status != reading.Held }

func newFace(m *Mention) *face {
	if m.face != nil {
		return m.face
	}
	e := &m.Said
	f := &face{kind: e.Kind, status: e.Status, pub: m.Published, country: e.Country, place: foldPlace(e.Place), practice: e.Practice}
	first, second := sides(*e)
	f.parties = compact(append(append([]string{}, first...), second...))
	for _, p := range e.Parties {
		if n := parseName(p.Person); len(n) > 0 {
			s := p.Role == reading.RoleHost || p.Role == reading.RoleInvitee || p.Role == reading.RoleRecipient
			f.people = append(f.people, actor{p.Country, s, n, clean(p.Office)})
		}
	}
	f.event, f.number = parseEvent(e.Event)
	if e.Number > 0 {
		f.number = e.Number
	}
	if e.Kind == reading.Arrangement {
		f.period = string(e.When)
	} else if lo, hi, ok := e.When.Bounds(); ok {
		f.dated, f.lo, f.hi = true, lo, hi
		f.exact, f.presumed = exact(e.When), e.Presumed
		if f.status == reading.Held && lo > f.pub+1 {
			f.status = reading.Planned // nothing is held before its day
		}
	}
	f.keys = keys(f, *e, first, second)
	f.from, f.to = reach(f)
	return f
}

// exact says whether a date tells the very days: a day, or an interval of few
// days that is no week and no third of a month.
func exact(d edtf.Date) bool {
	lo, hi, ok := d.Bounds()
	if !ok {
		return false
	}
	n := hi - lo + 1
	switch {
	case n == 1:
		return true
	case n > 12:
		return false
	case n == 7 && lo == lo.Monday():
		return false
	}
	_, _, a := lo.Civil()
	_, _, b := hi.Civil()
	third := a == 1 && b == 10 || a == 11 && b == 20 || a == 21 && hi == hi.MonthEnd()
	return !third
}

// foldPlace folds a place's name, without articles and hyphens.
func foldPlace(s string) string {
	s = strings.TrimPrefix(strings.ReplaceAll(Fold(strings.TrimSpace(s)), "-", " "), "the ")
	return s
}

// maxPaired is the largest number of parties of which every pair is a key. A
// larger gathering is found by its venue and its name.
const maxPaired = 4

// keys gives the keys under which a mention meets others: two mentions
// without a common key are never the same.
func keys(f *face, e reading.Engagement, first, second []string) []string {
	var out []string
	pairs := func(letter string, a, b []string) {
		for _, x := range a {
			for _, y := range b {
				out = append(out, letter+"|"+x+"|"+y)
			}
		}
	}
	unordered := func(letter string, a []string) {
		if len(a) == 1 {
			out = append(out, letter+"|"+a[0])
		}
		if len(a) > maxPaired {
			return
		}
		for i, x := range a {
			for _, y := range a[i+1:] {
				out = append(out, letter+"|"+x+"|"+y)
			}
		}
	}
	switch e.Kind {
	case reading.Visit:
		pairs("v", first, []string{destination(e)})
	case reading.Invitation:
		pairs("i", first, second)
	case reading.Award:
		pairs("w", first, second)
	case reading.Arrangement:
		out = append(out, "a|"+strings.Join(f.parties, "|"))
	case reading.Call:
		unordered("c", f.parties)
		if len(f.parties) > maxPaired {
			out = append(out, "c|"+strings.Join(f.parties[:2], "|"))
		}
	case reading.Agreement:
		unordered("g", f.parties)
		if len(f.parties) > maxPaired {
			out = append(out, "gs|"+e.Country)
		}
	default:
		unordered("m", f.parties)
		if e.Kind == reading.Summit || len(f.parties) > 2 {
			if e.Country != "" {
				out = append(out, "s|"+e.Country)
			}
			if len(f.event) > 0 {
				out = append(out, "e|"+strings.Join(f.event, " "))
			}
		}
	}
	return compact(out)
}

// How far from its own time a mention is looked for, in days.
const (
	moved     = 200 // a plan may move, or be told with a wrong month
	pending   = 400 // how long a plan or an invitation without a date waits
	lookBack  = 200 // how long ago something is that is told without a date
	misplaced = 45  // how far apart the times told of a thing past may lie
)

// reach gives the days within which a mention can be the same as another.
func reach(f *face) (from, to edtf.Day) {
	switch {
	case f.kind == reading.Arrangement:
		return edtf.MinDay, edtf.MaxDay
	case f.kind == reading.Invitation && !f.dated:
		return f.pub - pending, f.pub
	case f.kind == reading.Invitation:
		return f.lo - misplaced, f.hi + misplaced
	case f.dated && f.forward():
		return clamp(f.lo - misplaced), clamp(f.hi + moved)
	case f.dated:
		return clamp(f.lo - misplaced), clamp(f.hi + misplaced)
	case f.forward():
		return f.pub - 30, f.pub + pending
	}
	return f.pub - lookBack, f.pub + 3
}

func clamp(d edtf.Day) edtf.Day { return max(edtf.MinDay, min(edtf.MaxDay, d)) }

// gap is how many days lie between two intervals; 0 where they overlap,
// negative where b comes first.
func gap(alo, ahi, blo, bhi edtf.Day) int {
	switch {
	case blo > ahi:
		return int(blo - ahi)
	case alo > bhi:
		return -int(alo - bhi)
	}
	return 0
}

// Keys gives the keys under which a mention meets others.
func Keys(m Mention) []string { return newFace(&m).keys }

// Reach gives the days within which a mention can be the same as another.
func Reach(m Mention) (from, to edtf.Day) {
	f := newFace(&m)
	return f.from, f.to
}

// same says whether linking can see no difference between two faces.
func (f *face) same(g *face) bool {
	return f.kind == g.kind && f.status == g.status && f.pub == g.pub && f.dated == g.dated && f.lo == g.lo && f.hi == g.hi && f.exact == g.exact &&
		f.country == g.country && f.place == g.place && f.number == g.number && f.period == g.period && f.practice == g.practice &&
		f.from == g.from && f.to == g.to && slices.Equal(f.parties, g.parties) && slices.Equal(f.event, g.event) && slices.Equal(f.keys, g.keys) &&
		slices.EqualFunc(f.people, g.people, actor.equal)
}
