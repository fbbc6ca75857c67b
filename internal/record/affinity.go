package record

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/reading"
)

// enough is the affinity from which a mention joins a group. It and the
// weights below were set by hand and checked on the development corpus.
const enough = 1.5

// apart is the affinity of what cannot be the same.
const apart = -100.0

// affinity says how well a mention fits a group, in points: 0 says nothing,
// enough is needed to join, apart rules it out.
func affinity(f *face, report string, s *sight) float64 {
	if slices.Contains(s.reports, report) {
		return apart // a report tells each engagement once
	}
	points := 0.5
	for _, part := range []func(*face, *sight) float64{kindPoints, sidesPoints, peoplePoints, placePoints, eventPoints, timePoints} {
		p := part(f, s)
		if p <= apart {
			return apart
		}
		points += p
	}
	return points
}

func kindPoints(f *face, s *sight) float64 {
	if f.kind == reading.Arrangement {
		return practicePoints(f, s)
	}
	if slices.Contains(s.kinds, f.kind) {
		return 0.3
	}
	// A meeting and a summit: of two sides often two words for one thing; the
	// talks of two at a gathering of many are not the gathering.
	many := len(f.parties) > 2
	if f.kind == reading.Meeting && !many && s.gathering() || f.kind == reading.Summit && many && !s.gathering() {
		return -3
	}
	return -0.5
}

// sidesPoints: gatherings that were met under their venue alone must share two
// parties, or their name.
func sidesPoints(f *face, s *sight) float64 {
	if f.kind != reading.Summit && f.kind != reading.Meeting {
		return 0
	}
	shared := 0
	for _, c := range f.parties {
		if slices.Contains(s.parties, c) {
			shared++
		}
	}
	if shared < 2 && nameRelation(f, s) != eventSame {
		return apart
	}
	return 0
}

func practicePoints(f *face, s *sight) float64 {
	points := 0.8
	if f.practice != "" && len(s.practices) > 0 {
		if !slices.Contains(s.practices, f.practice) {
			return apart
		}
		points += 0.5
	}
	if f.period != "" && len(s.periods) > 0 {
		if !slices.Contains(s.periods, f.period) {
			return apart
		}
		points++
	}
	return points
}

// peoplePoints: the same people speak for it; others on the side that matters
// speak against it.
func peoplePoints(f *face, s *sight) float64 {
	points, agreed := 0.0, 0
	for _, c := range f.parties {
		for _, second := range []bool{false, true} {
			switch comparePeople(f.people, s.people, c, second) {
			case peopleSame:
				agreed++
				if agreed == 1 {
					points += 1.5
				} else {
					points += 0.7
				}
			case peopleOther:
				p := otherPerson(f, s, second)
				if p <= apart && mistaken(f, s, c, second) {
					p = -1
				}
				if p <= apart {
					return apart
				}
				points += p
			case peopleHalf:
				if f.kind != reading.Summit {
					points -= 0.3
				}
			}
		}
	}
	return min(points, 3)
}

// otherPerson is what it costs that two reports name different people of one
// country.
func otherPerson(f *face, s *sight, second bool) float64 {
	switch f.kind {
	case reading.Visit:
		if second {
			return -0.5
		}
		return apart
	case reading.Invitation:
		if second {
			return apart
		}
		return -2
	case reading.Award:
		if second {
			return apart
		}
		return -1
	case reading.Agreement, reading.Arrangement:
		return -0.5
	case reading.Call:
		return apart
	}
	if f.kind == reading.Summit && (s.gathering() || len(f.event) > 0) {
		return -0.3
	}
	return apart
}

// mistaken says whether one of two reports must have got a name wrong: they
// tell of the same days at the same place and give one office to two people.
func mistaken(f *face, s *sight, country string, second bool) bool {
	if !f.dated || !f.exact || !samePlace(f, s) || !slices.ContainsFunc(s.held, func(t span) bool { return t.exact && t.lo == f.lo && t.hi == f.hi }) {
		return false
	}
	for _, a := range f.people {
		if a.country == country && a.second == second && !slices.ContainsFunc(s.people, a.rivals) {
			return false
		}
	}
	return true
}

type peopleRelation int

const (
	peopleSilent peopleRelation = iota
	peopleSame
	peopleHalf // only one of them names somebody
	peopleOther
)

func comparePeople(a, b []actor, country string, second bool) peopleRelation {
	na, nb := 0, 0
	for _, x := range a {
		if x.country != country || x.second != second {
			continue
		}
		na++
		nb = 0
		for _, y := range b {
			if y.country == country && y.second == second {
				nb++
				if x.name.same(y.name) {
					return peopleSame
				}
			}
		}
	}
	if na == 0 {
		for _, y := range b {
			if y.country == country && y.second == second {
				nb++
			}
		}
	}
	switch {
	case na > 0 && nb > 0:
		return peopleOther
	case na > 0 || nb > 0:
		return peopleHalf
	}
	return peopleSilent
}

func placePoints(f *face, s *sight) float64 {
	points := 0.0
	if f.country != "" && len(s.countries) > 0 {
		switch {
		case slices.Contains(s.countries, f.country):
			points += 0.3
		case s.anyHeld && !f.forward():
			points -= 2.5
		default:
			points -= 1.5
		}
	}
	if f.place != "" && len(s.places) > 0 {
		points -= 0.4
		if samePlace(f, s) {
			points += 1.4
		}
	}
	return points
}

// samePlace says whether the mention tells of a place that the group has, or
// of a part of one.
func samePlace(f *face, s *sight) bool {
	return f.place != "" && slices.ContainsFunc(s.places, func(p string) bool {
		return strings.Contains(p, f.place) || strings.Contains(f.place, p)
	})
}

// nameRelation is how the name of the mention's event stands to the nearest of
// the group's.
func nameRelation(f *face, s *sight) eventRelation {
	best := eventSilent
	for _, e := range s.events {
		if r := relate(f.event, e); r != eventSilent && (best == eventSilent || r < best) {
			best = r
		}
	}
	if best != eventSame && (stands(f.event, s.parties) || slices.ContainsFunc(s.events, func(e []string) bool { return stands(e, f.parties) })) {
		return eventSame
	}
	return best
}

// stands says whether an event's name is nothing but the code of one of the
// other's parties: the "BRICS summit", and a summit with the party BRICS.
func stands(event, parties []string) bool {
	return len(event) == 1 && slices.ContainsFunc(parties, func(p string) bool { return strings.EqualFold(p, event[0]) })
}

func eventPoints(f *face, s *sight) float64 {
	points := 0.0
	switch nameRelation(f, s) {
	case eventSame:
		points = 2
	case eventWithin:
		points = 0.2
	case eventShares:
		points = -1
	case eventOther:
		points = -2.5
	}
	if f.number > 0 && len(s.numbers) > 0 {
		if slices.Contains(s.numbers, f.number) {
			points += 1.5
		} else if !meets(f, s.held) && !(s.planned && meets(f, []span{s.plan})) && !sameDays(f, s) {
			return apart // the 22nd is not the 23rd
		} else if samePlace(f, s) {
			points -= 0.3 // one of two reports counts wrongly
		} else {
			points--
		}
	}
	return points
}

// sameDays says whether a gathering is told at the place of the group's and
// within a few days of it: no series meets again so soon, so that one of two
// reports has its number or its day wrong.
func sameDays(f *face, s *sight) bool {
	if !f.dated || f.forward() || len(s.held) == 0 || !samePlace(f, s) {
		return false
	}
	_, g, _ := best(f, s.held)
	return abs(g) <= 4
}
