package wording

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

func TestClaim(t *testing.T) {
	sides := []reading.Party{{Country: "CHL"}, {Country: "NOR"}}
	for _, c := range []struct {
		claim reading.Claim
		want  string
	}{
		{reading.Claim{Type: reading.FirstSince, Kind: reading.Visit, Value: "2014-05"}, "first visit since May 2014"},
		{reading.Claim{Type: reading.FirstSince, Kind: reading.Visit}, "first visit since a day not named"},
		{reading.Claim{Type: reading.FirstEver}, "first contact ever"},
		{reading.Claim{Type: reading.Nth, Kind: reading.Meeting, Value: "3"}, "3rd meeting"},
		{reading.Claim{Type: reading.CountInPeriod, Value: "2 in 2024"}, "2 in 2024"},
		{reading.Claim{Type: reading.Frequency, Value: "P2M"}, "every 2 months"},
		{reading.Claim{Type: reading.Frequency}, "a rhythm"},
		{reading.Claim{Type: reading.Last, Kind: reading.Summit, Value: "2022"}, "last summit in 2022"},
		{reading.Claim{Type: reading.SeriesNumber, Value: "22"}, "22nd of the series"},
		{reading.Claim{Type: reading.SeriesNumber, Value: "22", Series: "Annual Summit"}, "Annual Summit, the 22nd"},
	} {
		c.claim.Parties = sides
		if got, want := Names(some).Claim(c.claim), "Chile and Norway: "+c.want; got != want {
			t.Errorf("Claim(%+v) = %q, want %q", c.claim, got, want)
		}
	}
}

func TestArrangement(t *testing.T) {
	turn := outlook.Turn{Parties: []reading.Party{{Country: "CHL"}, {Country: "NOR"}}, Practice: "annual summit", Period: "P1Y", Ground: outlook.Pattern}
	if got, want := Names(some).Arrangement(turn), "Chile and Norway: annual summit, every year (a pattern; no report states it)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHappens(t *testing.T) {
	day, err := edtf.ParseDay("2023-07-01")
	if err != nil {
		t.Fatal(err)
	}
	told := []record.Mention{{Published: day}}
	for want, e := range map[string]record.Engagement{
		"standing":       {Kind: reading.Arrangement, When: "P1Y", Status: reading.Held},
		"by 1 July 2023": {Kind: reading.Call, Status: reading.Held, Mentions: told},
		"no date given":  {Kind: reading.Call, Status: reading.Planned, Mentions: told},
		"June 2023":      {Kind: reading.Call, Status: reading.Held, When: "2023-06", Mentions: told},
	} {
		if got := Happens(e); got != want {
			t.Errorf("Happens(%+v) = %q, want %q", e, got, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for in, want := range map[string]string{
		"they\n met":          "“they met”",
		"“They met,” he said": "“They met,” he said”",
		"\"They met\"":        "“They met”",
	} {
		if got := Quoted(in); got != want {
			t.Errorf("Quoted(%q) = %q, want %q", in, got, want)
		}
	}
}
