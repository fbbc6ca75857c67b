package brief

import (
	"slices"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// TurnsOf gives the arrangements in which all of the pair take part; of those
// that only a pattern shows, the ones between just them.
func TurnsOf(turns []outlook.Turn, about who.Pair) []outlook.Turn {
	return slices.DeleteFunc(slices.Clone(turns), func(t outlook.Turn) bool { return !takePart(t.Parties, about) })
}

// InvitationsOf gives the open invitations in which all of the pair take part.
func InvitationsOf(open []outlook.Open, about who.Pair) []outlook.Open {
	return slices.DeleteFunc(slices.Clone(open), func(i outlook.Open) bool { return !takePart(i.Invitation.Parties, about) })
}

// takePart tells whether each of the pair is among the parties.
func takePart(parties []reading.Party, about who.Pair) bool {
	for _, w := range about {
		if !slices.ContainsFunc(parties, func(p reading.Party) bool {
			if w.Code != "" {
				return p.Country == w.Code
			}
			return p.Person != "" && record.SamePerson(p.Person, w.Person)
		}) {
			return false
		}
	}
	return true
}
