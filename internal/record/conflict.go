package record

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// conflicts gives the fields of which the mentions say values that exclude
// one another, sorted by field. Values that one another refine do not, nor do
// the times and places of a plan that moved.
func (f *folder) conflicts() []Conflict { return f.conflictsAmong(f.classes()) }

// conflictsAmong compares the mentions of different classes.
func (f *folder) conflictsAmong(classes [][]int) []Conflict {
	if len(classes) == 1 {
		return []Conflict{}
	}
	out := []Conflict{}
	add := func(field string, get func(int) string, excludes, together pairing) {
		if c, ok := f.conflict(field, classes, get, excludes, together); ok {
			out = append(out, c)
		}
	}
	say := func(get func(*reading.Engagement) string) func(int) string {
		return func(i int) string { return get(&f.group[i].Said) }
	}
	differ := func(get func(int) string) pairing {
		return func(i, j int) bool { return get(i) != "" && get(j) != "" && clean(get(i)) != clean(get(j)) }
	}
	add("duration", f.length, f.otherLength, always)
	number := func(i int) string {
		if f.faces[i].number == 0 || f.faces[i].kind == reading.Visit { // of the gathering that it was for
			return ""
		}
		return strconv.Itoa(f.faces[i].number)
	}
	add("event", number, differ(number), always)
	place := say(func(e *reading.Engagement) string { return cmp.Or(e.Place, e.Country) })
	add("place", place, func(i, j int) bool { return !f.onTour(i, j) && f.elsewhere(i, j) }, f.settled)
	add("parties", f.officers, f.rivals, f.settled)
	kind := say(func(e *reading.Engagement) string { return e.Type })
	add("type", kind, differ(kind), always)
	if f.faces[0].kind != reading.Arrangement {
		when := say(func(e *reading.Engagement) string { return string(e.When) })
		add("when", when, func(i, j int) bool {
			a, b := f.faces[i], f.faces[j]
			return a.dated && b.dated && !presumed(a, b) && !presumed(b, a) && (gap(a.lo, a.hi, b.lo, b.hi) != 0 && !f.oneStay(i, j) || otherDays(a, b))
		}, func(i, j int) bool { return f.settled(i, j) && !f.dayByDay(i, j) })
	}
	add("status", say(func(e *reading.Engagement) string { return string(e.Status) }), f.oneHeld, f.unsettled)
	slices.SortFunc(out, func(a, b Conflict) int { return strings.Compare(a.Field, b.Field) })
	return out
}

// pairing says something of the mentions i and j of a group.
type pairing func(i, j int) bool

func always(int, int) bool { return true }

// classes sorts the mentions by what they say, whenever they were published, so
// that a group of hundreds is compared by what differs. The classes come in the
// order of their first mentions.
func (f *folder) classes() [][]int {
	type says struct {
		kind                                reading.Kind
		status                              reading.Status
		number                              int
		presumed, implied                   bool
		country, place, when, typ, duration string
		who                                 string
	}
	at := map[says]int{}
	var out [][]int
	for i, x := range f.faces {
		e := &f.group[i].Said
		k := says{x.kind, x.status, x.number, x.presumed, e.Implied, x.country, e.Place, string(e.When), e.Type, e.Duration, officers(x.people)}
		c, ok := at[k]
		if !ok {
			c = len(out)
			at[k] = c
			out = append(out, nil)
		}
		out[c] = append(out[c], i)
	}
	return out
}

// officers writes down the people whose office a mention says, as rivals sees them.
func officers(people []actor) string {
	var b strings.Builder
	for _, p := range people {
		if p.office != "" {
			b.WriteString(p.country + "|" + strconv.FormatBool(p.second) + "|" + p.office + "|" + strings.Join(p.name, " ") + "\n")
		}
	}
	return b.String()
}

// conflict gives the values of the mentions that exclude some other one:
// excludes judges by what the two say alone, together by when they said it.
func (f *folder) conflict(field string, classes [][]int, get func(int) string, excludes, together pairing) (Conflict, bool) {
	in := make([]bool, len(f.group))
	for a, x := range classes {
		for _, y := range classes[a+1:] {
			if excludes(x[0], y[0]) {
				against(in, x, y, together)
				against(in, y, x, together)
			}
		}
	}
	if !slices.Contains(in, true) {
		return Conflict{}, false
	}
	c := Conflict{field, map[string][]string{}}
	for i := range f.group {
		if in[i] {
			v := get(i)
			c.Values[v] = append(c.Values[v], f.group[i].Report)
		}
	}
	for v := range c.Values {
		slices.Sort(c.Values[v])
		c.Values[v] = slices.Compact(c.Values[v])
	}
	return c, true
}

// against marks those mentions of x that go together with one of y.
func against(in []bool, x, y []int, together pairing) {
	for _, i := range x {
		in[i] = in[i] || slices.ContainsFunc(y, func(j int) bool { return together(i, j) })
	}
}

// sameNews is how many days apart two reports of a plan can be and still be
// about the same news, so that they disagree rather than tell that it moved.
const sameNews = 3

// settled says whether two mentions speak of the engagement as it stood at one
// time: both as held, or both as a plan in the same days, or one as held and
// the other as a plan in the very days of it.
func (f *folder) settled(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	switch {
	case !a.forward() && !b.forward():
		return true
	case a.status == reading.Postponed || b.status == reading.Postponed:
		return false
	}
	return max(a.pub, b.pub)-min(a.pub, b.pub) <= sameNews
}

// elsewhere says whether two mentions put the engagement in places that
// exclude each other: in two countries, or in two places neither of which is
// a site, a part or another name of the other.
func (f *folder) elsewhere(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	if a.country != "" && b.country != "" && a.country != b.country {
		return true
	}
	return excludes(a.country, f.group[i].Said.Place, f.group[j].Said.Place)
}

// otherDays says whether two times are told as exact runs of several days and
// are not the same run.
func otherDays(a, b *face) bool {
	return a.exact && b.exact && a.lo < a.hi && b.lo < b.hi && (a.lo != b.lo || a.hi != b.hi) && !a.forward() && !b.forward()
}

// onTour says whether two places can be stops of one visit: both in the country
// visited, told with the very days, and not with one and the same day alone.
func (f *folder) onTour(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	return a.kind == reading.Visit && a.country == b.country && a.exact && b.exact && !(a.lo == b.lo && a.hi == b.hi && a.lo == a.hi)
}

// presumed says whether the day of a is only that of its report, which may well
// tell of what happened some days before, when b was.
func presumed(a, b *face) bool {
	return a.presumed && b.hi <= a.hi && a.hi-b.hi <= usualDelay
}

// usualDelay is how many days ago what a report tells as news without a day
// may have been.
const usualDelay = 7

// stayed is within how many days of each other two days can be of one stay.
const stayed = 3

// oneStay says whether two times of a visit can be days of one stay: each
// report tells only one of them, and they do not name one place, or one of them
// tells no more than what was done on that day.
func (f *folder) oneStay(i, j int) bool {
	placed := f.group[i].Said.Place != "" && f.group[j].Said.Place != ""
	implied := f.group[i].Said.Implied || f.group[j].Said.Implied
	return (!placed || implied || f.elsewhere(i, j)) && f.daysApart(i, j)
}

// dayByDay says whether two reports of a visit tell it as it goes on: each came
// out as long after its day as the other.
func (f *folder) dayByDay(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	return a.pub-a.lo == b.pub-b.lo && f.daysApart(i, j)
}

// daysApart says whether two mentions tell of a visit as held, each on a single
// day, and those within a stay of each other.
func (f *folder) daysApart(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	return a.kind == reading.Visit && !a.forward() && !b.forward() && a.exact && b.exact && a.lo == a.hi && b.lo == b.hi && max(a.lo, b.lo)-min(a.lo, b.lo) <= stayed
}

// length is how long a mention says that the engagement lasted: in words, or
// by its first and its last day.
func (f *folder) length(i int) string {
	a := f.faces[i]
	switch said := f.group[i].Said.Duration; {
	case said != "":
		return said
	case a.exact && a.lo < a.hi && long(a.kind) && !a.forward():
		return string(edtf.Period(int(a.hi-a.lo)+1, 'D'))
	}
	return ""
}

// otherLength says whether two mentions say different lengths, one of them in
// words: two runs of days that differ are a conflict of times already.
func (f *folder) otherLength(i, j int) bool {
	a, b := f.length(i), f.length(j)
	return a != "" && b != "" && a != b && (f.group[i].Said.Duration != "" || f.group[j].Said.Duration != "")
}

// officers names those people of a mention whose office it says.
func (f *folder) officers(i int) string {
	var names []string
	for _, p := range f.group[i].Said.Parties {
		if p.Person != "" && p.Office != "" {
			names = append(names, p.Person)
		}
	}
	return strings.Join(names, ", ")
}

// rivals says whether two mentions give one office to two people.
func (f *folder) rivals(i, j int) bool {
	a, b := f.faces[i].people, f.faces[j].people
	return slices.ContainsFunc(a, func(x actor) bool {
		return slices.ContainsFunc(b, x.rivals) && !slices.ContainsFunc(b, func(y actor) bool { return y.country == x.country && y.name.same(x.name) })
	})
}

// oneHeld says whether of two mentions one tells of the engagement as held, the
// other not.
func (f *folder) oneHeld(i, j int) bool {
	kind := f.faces[0].kind
	return kind != reading.Invitation && kind != reading.Arrangement && f.faces[i].forward() != f.faces[j].forward()
}

// unsettled says of two mentions, one of the engagement as held, whether a later
// one says that it was not, or not yet; or one on its very days that it was
// dropped.
func (f *folder) unsettled(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	if a.forward() {
		a, b = b, a
	}
	if b.pub > a.pub {
		return true
	}
	return b.status == reading.Cancelled && a.dated && b.pub >= a.lo && (!b.dated || gap(a.lo, a.hi, b.lo, b.hi) == 0)
}
