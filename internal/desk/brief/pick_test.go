package brief

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

func day(t *testing.T, text string) edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// some gives engagements of all sorts; each is known by its eid.
func some(t *testing.T) []record.Engagement {
	e := func(eid string, kind reading.Kind, status reading.Status, when edtf.Date, said string) record.Engagement {
		return record.Engagement{EID: eid, Kind: kind, Status: status, When: when, Confidence: 0.9,
			Mentions: []record.Mention{{Report: "r", Published: day(t, said)}}}
	}
	disputed := e("disputed", reading.Visit, reading.Held, "2024-02", "2024-03-01")
	disputed.Conflicts = []record.Conflict{{Field: "when"}}
	doubtful := e("doubtful", reading.Meeting, reading.Held, "2024-01-05", "2024-01-06")
	doubtful.Confidence = 0.3
	return []record.Engagement{
		e("next-year", reading.Visit, reading.Planned, "2025", "2024-05-01"),
		e("next-talks", reading.Meeting, reading.Planned, "2024-06-03", "2024-05-01"),
		e("next-trip", reading.Visit, reading.Planned, "2024-06-03", "2024-05-01"),
		e("put-off", reading.Visit, reading.Postponed, "", "2024-04-01"),
		e("forgotten", reading.Visit, reading.Planned, "", "2022-04-01"),
		e("overtaken", reading.Call, reading.Proposed, "2024-03", "2024-02-01"),
		e("off", reading.Visit, reading.Cancelled, "2024-07", "2024-05-01"),
		e("asked", reading.Invitation, reading.Planned, "", "2024-05-01"),
		e("standing", reading.Arrangement, reading.Held, "P1Y", "2024-05-01"),
		e("undated", reading.Call, reading.Held, "", "2024-05-01"),
		disputed, doubtful,
	}
}

func names(es []record.Engagement) string {
	var out []string
	for _, e := range es {
		out = append(out, e.EID)
	}
	return strings.Join(out, " ")
}

func TestPicks(t *testing.T) {
	asOf := day(t, "2024-05-20")
	all := some(t)
	for _, c := range []struct {
		name      string
		got, want string
	}{
		{"ahead: the trip before its talks, the undated last", names(Ahead(all, asOf)), "next-trip next-talks next-year put-off"},
		{"passed: last spoken of first", names(Passed(all, asOf)), "overtaken forgotten"},
		{"held: the latest first, the undated by its report", names(Held(all, asOf)), "undated disputed doubtful"},
		{"disputed", names(Disputed(all)), "disputed"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestReview(t *testing.T) {
	judged := []outlook.Judgement{{Verdict: outlook.Supported}, {Verdict: outlook.Contradicted, Reason: "there was one in March"}}
	all := some(t)
	all[len(all)-1].Marks = []record.Mark{{Action: record.Confirm}} // somebody has looked at the doubtful one
	var got []string
	for _, w := range Review(all, judged, day(t, "2024-05-20")) {
		what := "claim"
		if w.Engagement != nil {
			what = w.Engagement.EID
		}
		got = append(got, what+": "+strings.Join(w.Why, "; "))
	}
	want := "disputed: reports disagree on when\n" +
		"overtaken: its time has passed and no report says what became of it\n" +
		"claim: the record contradicts the claim: there was one in March"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

func TestLastMetPassesOverGatheringsOfMany(t *testing.T) {
	summit := record.Engagement{EID: "g20", Kind: reading.Summit, Status: reading.Held, When: "2024-05-01",
		Parties: []reading.Party{{Country: "IND"}, {Country: "RUS"}, {Country: "BRA"}}}
	meeting := record.Engagement{EID: "two", Kind: reading.Meeting, Status: reading.Held, When: "2024-04-01",
		Parties: []reading.Party{{Country: "IND"}, {Country: "RUS"}}}
	b := Brief{Held: []record.Engagement{summit, meeting}}
	if e, ok := b.LastMet(); !ok || e.EID != "two" {
		t.Errorf("last met: got %q, %v", e.EID, ok)
	}
}
