package wording

import (
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
)

// some names countries for the tests; it knows no others.
func some(code string) string {
	if name := map[string]string{"CHL": "Chile", "NOR": "Norway", "PER": "Peru"}[code]; name != "" {
		return name
	}
	return code
}

func TestHeadline(t *testing.T) {
	visitor := reading.Party{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor}
	host := reading.Party{Country: "NOR", Person: "Jonas Gahr Støre", Role: reading.RoleHost}
	as := func(p reading.Party, r reading.Role) reading.Party { p.Role = r; return p }
	crowd := []reading.Party{}
	for _, c := range []string{"CHL", "NOR", "PER", "EU", "UN", "G7", "G20"} {
		crowd = append(crowd, reading.Party{Country: c, Role: reading.RoleParty})
	}
	for _, c := range []struct {
		name string
		s    Subject
		want string
	}{
		{"visit with host", Subject{Kind: reading.Visit, Parties: []reading.Party{visitor, host}, Country: "NOR", Place: "Oslo"},
			"Gabriel Boric (Chile) to Oslo, Norway; host Jonas Gahr Støre (Norway)"},
		{"visit without host's name", Subject{Kind: reading.Visit, Parties: []reading.Party{visitor, {Country: "NOR", Role: reading.RoleHost}}, Country: "NOR", Event: "Arctic forum"},
			"Gabriel Boric (Chile) to Norway, for the Arctic forum"},
		{"invitation", Subject{Kind: reading.Invitation, Parties: []reading.Party{as(host, reading.RoleInviter), as(visitor, reading.RoleInvitee)}, Country: "NOR"},
			"Jonas Gahr Støre (Norway) invites Gabriel Boric (Chile) to Norway"},
		{"award", Subject{Kind: reading.Award, Parties: []reading.Party{{Country: "NOR", Role: reading.RoleGiver}, as(visitor, reading.RoleRecipient)}, Event: "Order of Merit"},
			"Norway honours Gabriel Boric (Chile) with the Order of Merit"},
		{"numbered summit", Subject{Kind: reading.Summit, Parties: []reading.Party{{Country: "CHL"}, {Country: "PER"}}, Place: "Lima", Country: "PER", Number: 3},
			"Chile and Peru, 3rd summit, in Lima, Peru"},
		{"number in words", Subject{Kind: reading.Summit, Parties: []reading.Party{{Country: "CHL"}, {Country: "PER"}}, Number: 3, Event: "Third Pacific Summit"},
			"Chile and Peru, Third Pacific Summit"},
		{"arrangement", Subject{Kind: reading.Arrangement, Parties: []reading.Party{{Country: "CHL"}, {Country: "PER"}}, Practice: "meet", When: "P1Y"},
			"Chile and Peru: meet every year"},
		{"many parties", Subject{Kind: reading.Summit, Parties: crowd},
			"Chile, Norway, Peru, EU, UN and 2 others"},
		{"nobody named", Subject{Kind: reading.Meeting}, "parties not named"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Names(some).Headline(c.s); got != c.want {
				t.Errorf("Headline(%+v)\n got %q\nwant %q", c.s, got, c.want)
			}
		})
	}
}

func TestChain(t *testing.T) {
	chain := []reading.Speaker{{Via: "the Norwegian embassy"}, {Name: "Ana Rojas", Office: "deputy minister", Country: "CHL", Venue: "a press briefing"}}
	want := "via the Norwegian embassy, quoting Ana Rojas, deputy minister, at a press briefing"
	if got := Names(some).Chain(chain); got != want {
		t.Errorf("Chain(%+v)\n got %q\nwant %q", chain, got, want)
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd", 111: "111th"} {
		if got := Ordinal(n); got != want {
			t.Errorf("Ordinal(%d) = %q, want %q", n, got, want)
		}
	}
}
