package outlook

import (
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

func TestAChangeTouchesWhatItCanDecide(t *testing.T) {
	of := func(kind reading.Kind, number int, sides ...string) *record.Engagement {
		e := &record.Engagement{Kind: kind, Number: number}
		for _, s := range sides {
			e.Parties = append(e.Parties, reading.Party{Country: s})
		}
		return e
	}
	claim := func(kind reading.ClaimType, sides ...string) *record.Claim {
		c := &record.Claim{}
		c.Type = kind
		for _, s := range sides {
			c.Parties = append(c.Parties, reading.Party{Country: s})
		}
		return c
	}
	for _, c := range []struct {
		name   string
		change Change
		claim  *record.Claim
		want   bool
	}{
		{"the same sides", Change{Engagements: []*record.Engagement{of(reading.Visit, 0, "IND", "RUS")}}, claim(reading.FirstSince, "RUS", "IND"), true},
		{"with others", Change{Engagements: []*record.Engagement{of(reading.Summit, 0, "IND", "RUS", "CHN")}}, claim(reading.Nth, "RUS", "IND"), true},
		{"only one of the sides", Change{Engagements: []*record.Engagement{of(reading.Visit, 0, "IND", "CHN")}}, claim(reading.FirstSince, "RUS", "IND"), false},
		{"a summit, and a claim of one side", Change{Engagements: []*record.Engagement{of(reading.Summit, 0, "IND", "CHN")}}, claim(reading.Nth, "EU"), true},
		{"a visit, and a claim of one side", Change{Engagements: []*record.Engagement{of(reading.Visit, 0, "IND", "CHN")}}, claim(reading.Nth, "EU"), false},
		{"a number, and a claim of one", Change{Engagements: []*record.Engagement{of(reading.Summit, 9, "IND", "CHN")}}, claim(reading.SeriesNumber, "FRA", "DEU"), true},
		{"no number, and a claim of one", Change{Engagements: []*record.Engagement{of(reading.Meeting, 0, "IND", "CHN")}}, claim(reading.SeriesNumber, "FRA", "DEU"), false},
		{"other claims of numbers", Change{Series: true}, claim(reading.SeriesNumber, "FRA", "DEU"), true},
		{"another day, and a rhythm", Change{Day: true}, claim(reading.Frequency, "FRA", "DEU"), true},
		{"another day, and a rank", Change{Day: true}, claim(reading.Nth, "FRA", "DEU"), false},
		{"all", Change{All: true}, claim(reading.Nth, "FRA", "DEU"), true},
	} {
		if got := c.change.Touches(c.claim); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
