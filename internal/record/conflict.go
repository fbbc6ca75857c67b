package record

import (
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/reading"
)

// conflicts gives the fields of which the mentions say values that exclude
// one another, sorted by field. Values that one another refine do not, nor do
// the times and places of a plan that moved.
func (f *folder) conflicts() []Conflict {
	out := []Conflict{}
	add := func(field string, get func(int) string, among []int, excludes func(i, j int) bool) {
		if c, ok := f.conflict(field, get, among, excludes); ok {
			out = append(out, c)
		}
	}
	settled := f.settled()
	say := func(get func(*reading.Engagement) string) func(int) string {
		return func(i int) string { return get(&f.group[i].Said) }
	}
	differ := func(get func(int) string) func(i, j int) bool {
		return func(i, j int) bool { return get(i) != "" && get(j) != "" && clean(get(i)) != clean(get(j)) }
	}
	duration := say(func(e *reading.Engagement) string { return e.Duration })
	add("duration", duration, settled, differ(duration))
	number := func(i int) string {
		if f.faces[i].number == 0 {
			return ""
		}
		return strconv.Itoa(f.faces[i].number)
	}
	add("event", number, all(f.group), differ(number))
	place := say(func(e *reading.Engagement) string { return e.Place })
	add("place", place, settled, f.elsewhere)
	kind := say(func(e *reading.Engagement) string { return e.Type })
	add("type", kind, settled, differ(kind))
	if f.faces[0].kind != reading.Arrangement {
		when := say(func(e *reading.Engagement) string { return string(e.When) })
		add("when", when, settled, func(i, j int) bool {
			a, b := f.faces[i], f.faces[j]
			return a.dated && b.dated && gap(a.lo, a.hi, b.lo, b.hi) != 0
		})
	}
	add("status", say(func(e *reading.Engagement) string { return string(e.Status) }), all(f.group), f.unsettled)
	slices.SortFunc(out, func(a, b Conflict) int { return strings.Compare(a.Field, b.Field) })
	return out
}

func all(group []Mention) []int {
	out := make([]int, len(group))
	for i := range out {
		out[i] = i
	}
	return out
}

// settled gives the mentions of the engagement as held; where it was not, of
// each day the last word is the only one, so that a plan that moved is no
// conflict: the mentions published on the last day.
func (f *folder) settled() []int {
	var held, last []int
	for i, x := range f.faces {
		if x.status == reading.Held {
			held = append(held, i)
		}
		if x.pub == f.faces[len(f.faces)-1].pub {
			last = append(last, i)
		}
	}
	if len(held) > 0 {
		return held
	}
	return last
}

// conflict gives the values of those mentions that exclude some other one.
func (f *folder) conflict(field string, get func(int) string, among []int, excludes func(i, j int) bool) (Conflict, bool) {
	in := map[int]bool{}
	for a, i := range among {
		for _, j := range among[a+1:] {
			if excludes(i, j) {
				in[i], in[j] = true, true
			}
		}
	}
	if len(in) == 0 {
		return Conflict{}, false
	}
	c := Conflict{field, map[string][]string{}}
	for _, i := range among {
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

// elsewhere says whether two mentions put the engagement in places that
// exclude each other: in two countries, or in two places neither of which is
// a site, a part or another name of the other.
func (f *folder) elsewhere(i, j int) bool {
	a, b := f.faces[i], f.faces[j]
	if a.country != "" && b.country != "" && a.country != b.country {
		return true
	}
	return false
}

// unsettled says whether one report says that it was held and another, later
// one, that it was not.
func (f *folder) unsettled(i, j int) bool {
	if f.faces[0].kind == reading.Invitation || f.faces[0].kind == reading.Arrangement {
		return false
	}
	return f.faces[i].status == reading.Held && f.faces[j].status == reading.Cancelled
}
