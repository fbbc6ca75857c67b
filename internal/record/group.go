package record

import (
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// sight is what linking sees of a group: the sum of the faces of its members.
// It is built by adding members in order.
type sight struct {
	members   int
	reports   []string // as long as a group is short, lists are faster than maps, and a fraction of them
	kinds     []reading.Kind
	parties   []string
	people    []actor
	countries []string
	places    []string
	events    [][]string
	numbers   []int
	periods   []string
	practices []string
	held      []span // distinct times told of it as held
	plan      span   // the last time told of it as to come
	planned   bool   // plan is set
	first     edtf.Day
	last      edtf.Day // last publication
	firstHeld edtf.Day // first publication of a held mention
	lastHeld  edtf.Day // last publication of a held mention
	anyHeld   bool
	postponed bool           // some mention says so
	status    reading.Status // the last word
}

// span is a time with how it was told.
type span struct {
	lo, hi  edtf.Day
	exact   bool
	near    bool // told to the day within ten days of it
	forward bool
}

func (s *sight) add(report string, f *face) {
	if s.members == 0 {
		s.first = f.pub
	}
	s.members++
	s.reports = append(s.reports, report)
	if !slices.Contains(s.kinds, f.kind) {
		s.kinds = append(s.kinds, f.kind)
	}
	for _, c := range f.parties {
		if !slices.Contains(s.parties, c) {
			s.parties = append(s.parties, c)
		}
	}
	for _, a := range f.people {
		if !slices.ContainsFunc(s.people, a.equal) {
			s.people = append(s.people, a)
		}
	}
	if f.country != "" && !slices.Contains(s.countries, f.country) {
		s.countries = append(s.countries, f.country)
	}
	if f.place != "" && !slices.Contains(s.places, f.place) {
		s.places = append(s.places, f.place)
	}
	if len(f.event) > 0 && !slices.ContainsFunc(s.events, func(e []string) bool { return slices.Equal(e, f.event) }) {
		s.events = append(s.events, f.event)
	}
	if f.number > 0 && !slices.Contains(s.numbers, f.number) {
		s.numbers = append(s.numbers, f.number)
	}
	if f.period != "" && !slices.Contains(s.periods, f.period) {
		s.periods = append(s.periods, f.period)
	}
	if f.practice != "" && !slices.Contains(s.practices, f.practice) {
		s.practices = append(s.practices, f.practice)
	}
	if f.dated {
		t := span{f.lo, f.hi, f.exact, f.exact && gap(f.lo, f.hi, f.pub, f.pub) <= 10, f.forward()}
		if f.forward() {
			s.plan, s.planned = t, true
		} else if !slices.Contains(s.held, t) {
			s.held = append(s.held, t)
		}
	}
	if !f.forward() {
		if !s.anyHeld {
			s.firstHeld = f.pub
		}
		s.anyHeld, s.lastHeld = true, f.pub
	}
	s.postponed = s.postponed || f.status == reading.Postponed
	s.last, s.status = f.pub, f.status
}

// gathering says whether the group is a meeting of many.
func (s *sight) gathering() bool { return len(s.parties) > 2 }
