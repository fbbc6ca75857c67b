package outlook

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

func on(t *testing.T, s string) edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// said makes an engagement from a line: "visit held 2023-05-02 EGY/Cairo
// JOR:Abdullah EGY:Sisi | name of the event".
func said(line string) reading.Engagement {
	line, event, _ := strings.Cut(line, " | ")
	w := strings.Fields(line)
	text := func(s string) string { return strings.ReplaceAll(strings.TrimPrefix(s, "-"), "_", " ") }
	e := reading.Engagement{Kind: reading.Kind(w[0]), Status: reading.Status(w[1]), When: edtf.Date(text(w[2])), Event: event, Confidence: 0.8}
	country, place, _ := strings.Cut(w[3], "/")
	e.Country, e.Place = text(country), text(place)
	for i, p := range w[4:] {
		code, person, _ := strings.Cut(p, ":")
		role := reading.RoleParty
		switch {
		case e.Kind == reading.Visit && i == 0:
			role = reading.RoleVisitor
		case e.Kind == reading.Visit:
			role = reading.RoleHost
		case e.Kind == reading.Invitation && i == 0:
			role = reading.RoleInviter
		case e.Kind == reading.Invitation:
			role = reading.RoleInvitee
		}
		e.Parties = append(e.Parties, reading.Party{Country: code, Person: text(person), Role: role})
	}
	return e
}

// story is reports by id and date, each with lines of what it says.
type story []struct {
	id, date string
	says     []string
	change   func(*reading.Engagement) // of the last line, or nil
}

func (s story) outlook(t *testing.T) *Outlook {
	t.Helper()
	b := record.NewBook()
	for _, r := range s {
		x := reading.Reading{ID: r.id, Published: r.date}
		for i, line := range r.says {
			e := said(line)
			if i == len(r.says)-1 && r.change != nil {
				r.change(&e)
			}
			x.Engagements = append(x.Engagements, e)
		}
		ms, err := record.Mentions(x, record.RankOther)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(ms...); err != nil {
			t.Fatal(err)
		}
	}
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(b.Engagements(), g)
}

var iberia = story{
	{"p1", "2021-10-29", []string{"summit held 2021-10-28 ESP/Trujillo ESP:Pedro_Sanchez PRT:Antonio_Costa | 32nd Iberian summit"}, nil},
	{"p2", "2022-11-05", []string{"summit held 2022-11-04 PRT/Viana_do_Castelo ESP:Sanchez PRT:Costa | 33rd Iberian summit", "arrangement held P1Y -/- ESP: PRT: | Iberian summit"}, nil},
	{"p3", "2023-03-16", []string{"summit held 2023-03-15 ESP/Lanzarote ESP:Sanchez PRT:Costa | 34th Iberian summit"}, nil},
}

func TestTurns(t *testing.T) {
	for _, c := range []struct {
		name  string
		story story
		asOf  string
		want  string
	}{
		{"in turn, due a year after the last", iberia, "2023-06-01", "ESP+PRT Iberian summit P1Y words next PRT due 2024 overdue false"},
		{"overdue", iberia, "2025-02-01", "ESP+PRT Iberian summit P1Y words next PRT due 2024 overdue true"},
		{"the next one is planned", append(iberia[:3:3], story{
			{"p4", "2024-06-01", []string{"summit planned 2024-10 PRT/Faro ESP:Sanchez PRT:Montenegro | 35th Iberian summit"}, nil},
		}...), "2024-07-01", "ESP+PRT Iberian summit P1Y words next PRT due 2024-10 overdue false"},
		{"only a pattern", story{
			{"q1", "2020-05-02", []string{"summit held 2020-05-01 URY/Montevideo URY: PRY:"}, nil},
			{"q2", "2021-05-11", []string{"summit held 2021-05-10 PRY/Asuncion URY: PRY:"}, nil},
			{"q3", "2022-04-21", []string{"summit held 2022-04-20 URY/Montevideo URY: PRY:"}, nil},
		}, "2022-12-01", "PRY+URY summit P1Y pattern next PRY due 2023 overdue false"},
		{"too few for a pattern", story{
			{"q1", "2020-05-02", []string{"summit held 2020-05-01 URY/Montevideo URY: PRY:"}, nil},
			{"q2", "2021-05-11", []string{"summit held 2021-05-10 PRY/Asuncion URY: PRY:"}, nil},
		}, "2022-12-01", ""},
		{"said, and nothing held since", story{
			{"s1", "2022-01-10", []string{"arrangement held P1Y -/- NOR: SWE:"}, func(e *reading.Engagement) { e.NextHost = "SWE" }},
		}, "2022-06-01", "NOR+SWE meet P1Y words next SWE due  overdue false"},
		{"said, and the turn has passed on", story{
			{"s1", "2022-01-10", []string{"arrangement held P1Y -/- NOR: SWE:"}, func(e *reading.Engagement) { e.NextHost = "SWE" }},
			{"s2", "2022-09-10", []string{"summit held 2022-09-09 SWE/Stockholm NOR: SWE:"}, nil},
		}, "2022-10-01", "NOR+SWE meet P1Y words next NOR due 2023 overdue false"},
		{"said at an occasion of theirs", story{
			{"s1", "2022-01-10", []string{"arrangement held P1Y -/- NOR: SWE:"}, nil},
			{"s2", "2022-09-10", []string{"summit held 2022-09-09 NOR/Oslo NOR: SWE:"}, func(e *reading.Engagement) { e.NextHost = "SWE" }},
		}, "2022-10-01", "NOR+SWE meet P1Y words next SWE due 2023 overdue false"},
		{"the host country beside its union", story{
			{"s1", "2022-02-20", []string{"arrangement held P3Y -/- EU: AU:", "summit held 2022-02-18 BEL/Brussels EU: AU:"}, nil},
			{"s2", "2025-11-25", []string{"summit held 2025-11-24 AGO/Luanda EU: AU: AGO:"}, nil},
		}, "2025-12-01", "AU+EU meet P3Y words next EU due 2028 overdue false"},
		{"said, and the turn is over, though nobody told of it", story{
			{"s1", "2022-01-10", []string{"arrangement held P1Y -/- NOR: SWE:"}, func(e *reading.Engagement) { e.NextHost = "SWE" }},
			{"s2", "2024-09-10", []string{"summit held 2024-09-09 NOR/Oslo NOR: SWE:"}, nil},
		}, "2024-10-01", "NOR+SWE meet P1Y words next SWE due 2025 overdue false"},
		{"said, held by its host and by another since", story{
			{"s1", "2022-01-10", []string{"arrangement held P1Y -/- NOR: SWE:"}, func(e *reading.Engagement) { e.NextHost = "SWE" }},
			{"s2", "2022-09-10", []string{"summit held 2022-09-09 SWE/Stockholm NOR: SWE:"}, nil},
			{"s3", "2023-09-10", []string{"summit held 2023-09-09 NOR/Oslo NOR: SWE:"}, nil},
		}, "2023-10-01", "NOR+SWE meet P1Y words next SWE due 2024 overdue false"},
		{"an organisation's chair said long ago", story{
			{"s1", "2022-01-10", []string{"arrangement held P1Y -/- NATO:"}, func(e *reading.Engagement) { e.NextHost = "SWE" }},
			{"s2", "2024-09-10", []string{"summit held 2024-09-09 NOR/Oslo NATO: | NATO summit"}, nil},
		}, "2024-10-01", "NATO meet P1Y words next  due 2025 overdue false"},
		{"always one host: no turn", story{
			{"t1", "2022-01-10", []string{"arrangement held P1Y -/- NOR: SWE:", "summit held 2022-01-09 SWE/Malmo NOR: SWE:"}, nil},
			{"t2", "2023-01-10", []string{"summit held 2023-01-09 SWE/Malmo NOR: SWE:"}, nil},
		}, "2023-02-01", "NOR+SWE meet P1Y words next  due 2024 overdue false"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, x := range c.story.outlook(t).Turns(on(t, c.asOf)) {
				got = append(got, fmt.Sprintf("%s %s %s %s next %s due %s overdue %v", strings.Join(codes(x.Parties), "+"), x.Practice, x.Period, x.Ground, x.NextHost, x.Due, x.Overdue))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("turns as of %s:\n got %s\nwant %s", c.asOf, s, c.want)
			}
		})
	}
}

func TestOpenInvitations(t *testing.T) {
	asked := story{{"i1", "2022-03-02", []string{"invitation held 2022-03-01 GHA/Accra GHA:Nana_Akufo-Addo DEU:Olaf_Scholz"}, nil}}
	with := func(id, date, line string) story {
		return append(asked[:1:1], story{{id, date, []string{line}, nil}}...)
	}
	for _, c := range []struct {
		name  string
		story story
		want  string
	}{
		{"no reply", asked, "GHA for  306 days, no reply known"},
		{"accepted", with("v", "2022-05-01", "visit planned 2023-10 GHA/Accra DEU:Olaf_Scholz GHA:"), "GHA for 2023-10 306 days, accepted"},
		{"under consideration", with("v", "2022-05-01", "visit proposed - GHA/Accra DEU:Olaf_Scholz GHA:"), "GHA for  306 days, under consideration"},
		{"followed", with("v", "2022-10-30", "visit held 2022-10-29 GHA/Accra DEU:Scholz GHA:"), ""},
		{"somebody else came", with("v", "2022-10-30", "visit held 2022-10-29 GHA/Accra DEU:Annalena_Baerbock GHA:"), "GHA for  306 days, no reply known"},
		{"was there before", with("v", "2022-02-10", "visit held 2022-02-09 GHA/Accra DEU:Scholz GHA:"), "GHA for  306 days, no reply known"},
		{"declined", with("v", "2022-06-01", "visit cancelled - GHA/Accra DEU:Olaf_Scholz GHA:"), ""},
		{"taken back", with("i2", "2022-06-01", "invitation cancelled - GHA/Accra GHA:Akufo-Addo DEU:Olaf_Scholz"), ""},
		{"its time has passed", with("v", "2022-05-01", "visit planned 2022-09 GHA/Accra DEU:Olaf_Scholz GHA:"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, x := range c.story.outlook(t).OpenInvitations(on(t, "2023-01-01")) {
				got = append(got, fmt.Sprintf("%s for %s %d days, %s", x.Invitation.Country, x.For, x.Days, x.Note))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("open invitations: got %q, want %q", s, c.want)
			}
		})
	}
}

func TestAudit(t *testing.T) {
	history := story{
		{"h1", "2019-05-04", []string{"visit held 2019-05-02/2019-05-03 CYP/Nicosia MLT:Joseph_Muscat CYP:"}, nil},
		{"h2", "2021-02-11", []string{"visit held 2021-02-10 CYP/Nicosia MLT:Robert_Abela CYP:", "meeting held 2021-02-10 CYP/Nicosia MLT:Robert_Abela CYP:Nicos_Anastasiades"}, nil},
		{"h3", "2021-09-18", []string{"meeting held 2021-09-17 GRC/Athens MLT:Abela CYP:Anastasiades"}, nil},
		{"h4", "2022-06-02", []string{"summit held 2022-06-01 CYP/Nicosia MLT: CYP: | 4th Malta-Cyprus summit"}, nil},
		{"h5", "2023-06-02", []string{"summit held 2023-06-01 MLT/Valletta MLT: CYP: | 5th Malta-Cyprus summit", "visit held 2023-06-01 CYP/Limassol MLT:Robert_Abela CYP:"}, nil},
		{"h6", "2024-06-02", []string{"summit cancelled 2024-06 CYP/- MLT: CYP: | Malta-Cyprus summit"}, nil},
	}
	visitor := []reading.Party{{Country: "MLT", Person: "Robert Abela", Role: reading.RoleVisitor}, {Country: "CYP", Role: reading.RoleHost}}
	both := []reading.Party{{Country: "MLT", Person: "Robert Abela", Role: reading.RoleParty}, {Country: "CYP", Person: "Nicos Anastasiades", Role: reading.RoleParty}}
	states := []reading.Party{{Country: "MLT", Role: reading.RoleParty}, {Country: "CYP", Role: reading.RoleParty}}
	o := history.outlook(t)
	for _, c := range []struct {
		name   string
		report string
		claim  reading.Claim
		want   Verdict
		then   Verdict
		says   string
	}{
		{"first since, the earlier one is there", "h5", reading.Claim{Type: reading.FirstSince, Kind: reading.Visit, Parties: visitor, Value: "2021-02"}, Supported, Supported, "none in between"},
		{"first since, one in between", "h5", reading.Claim{Type: reading.FirstSince, Kind: reading.Visit, Parties: visitor, Value: "2020"}, Contradicted, Contradicted, "one in between"},
		{"first since, beyond the record", "h2", reading.Claim{Type: reading.FirstSince, Kind: reading.Visit, Parties: visitor, Value: "2014"}, Unknown, Unknown, "so a claim back to 2014-01-01 is unknown"},
		{"first since, the record covers it", "h2", reading.Claim{Type: reading.FirstSince, Kind: reading.Visit, Parties: visitor, Value: "2020-01"}, Supported, Supported, "covers"},
		{"first ever, an earlier one", "h5", reading.Claim{Type: reading.FirstEver, Kind: reading.Visit, Parties: visitor, Value: "1"}, Contradicted, Contradicted, "before it"},
		{"first ever, none known", "h2", reading.Claim{Type: reading.FirstEver, Kind: reading.Visit, Parties: visitor, Value: "1"}, Unknown, Unknown, "reaches back only"},
		{"last met in a place, and elsewhere since", "h6", reading.Claim{Type: reading.Last, Kind: reading.Meeting, Parties: both, Value: "2021-02", Country: "CYP"}, Contradicted, Contradicted, "after that"},
		{"met so often by then", "h2", reading.Claim{Type: reading.CountInPeriod, Kind: reading.Meeting, Parties: both, Value: "1 in 2021"}, Supported, Supported, "exactly 1"},
		{"second meeting", "h3", reading.Claim{Type: reading.Nth, Kind: reading.Meeting, Parties: both, Value: "2"}, Supported, Supported, "exactly 2"},
		{"third meeting, two known", "h3", reading.Claim{Type: reading.Nth, Kind: reading.Meeting, Parties: both, Value: "3"}, Unknown, Unknown, "2 of 3"},
		{"first meeting of two", "h3", reading.Claim{Type: reading.Nth, Kind: reading.Meeting, Parties: both, Value: "1"}, Contradicted, Contradicted, "more than 1"},
		{"met twice that year", "h3", reading.Claim{Type: reading.CountInPeriod, Kind: reading.Meeting, Parties: both, Value: "2 in 2021"}, Supported, Supported, "exactly 2"},
		{"met once that year", "h3", reading.Claim{Type: reading.CountInPeriod, Kind: reading.Meeting, Parties: both, Value: "1 in 2021"}, Contradicted, Contradicted, "more than 1"},
		{"last met", "h3", reading.Claim{Type: reading.Last, Kind: reading.Meeting, Parties: both, Value: "2021-02"}, Supported, Supported, "none after it"},
		{"last was in 2019", "h5", reading.Claim{Type: reading.Last, Kind: reading.Visit, Parties: visitor, Value: "2019"}, Contradicted, Contradicted, "after that"},
		{"last, not in the record", "h3", reading.Claim{Type: reading.Last, Kind: reading.Meeting, Parties: both, Value: "2021-07"}, Unknown, Unknown, "lacks"},
		{"the fifth, as the fourth agrees", "h5", reading.Claim{Type: reading.SeriesNumber, Kind: reading.Summit, Parties: states, Value: "5"}, Supported, Supported, "agree"},
		{"the fourth, borne out later", "h4", reading.Claim{Type: reading.SeriesNumber, Kind: reading.Summit, Parties: states, Value: "4"}, Supported, Unknown, "agree"},
		{"every year, but one was called off", "h5", reading.Claim{Type: reading.Frequency, Kind: reading.Summit, Parties: states, Value: "P1Y"}, Contradicted, Supported, "called off"},
		{"no such type", "h5", reading.Claim{Type: "best-ever", Parties: states}, Unknown, Unknown, "no way to check"},
	} {
		t.Run(c.name, func(t *testing.T) {
			claim := record.Claim{Report: c.report, Claim: c.claim}
			for _, r := range history {
				if r.id == c.report {
					claim.Published = on(t, r.date)
				}
			}
			got := o.Audit([]record.Claim{claim}, on(t, "2024-12-31"))[0]
			if got.Verdict != c.want || got.AsReported != c.then || !strings.Contains(got.Reason, c.says) {
				t.Errorf("%s %s in %s: %s (as reported %s) because %v: %q; want %s (%s), %q", c.claim.Type, c.claim.Value, c.report, got.Verdict, got.AsReported, got.Because, got.Reason, c.want, c.then, c.says)
			}
		})
	}
}

func TestContacts(t *testing.T) {
	s := story{
		{"c1", "2023-01-11", []string{"visit held 2023-01-10 PER/Lima BOL:Luis_Arce PER:", "meeting held 2023-01-10 PER/Lima BOL:Luis_Arce PER:Dina_Boluarte"}, nil},
		{"c2", "2023-03-02", []string{"call held 2023-03-01 -/- BOL:Luis_Arce PER:Dina_Boluarte"}, nil},
		{"c3", "2023-05-01", []string{"call held 2023-04-30 -/- BOL:Luis_Arce PER:Dina_Boluarte", "meeting planned 2023-08 PER/Cusco BOL:Luis_Arce PER:Dina_Boluarte"}, nil},
	}
	c := s.outlook(t).Contacts("PER", "BOL", on(t, "2023-05-10"))
	if c.Gap != 10 || c.Usual != 55 || c.Counts[reading.Call] != 2 || c.Counts[reading.Visit] != 1 || c.Last.Kind != reading.Call {
		t.Errorf("contacts of Peru and Bolivia: gap %d usual %d counts %v last %+v; want gap 10, usual 55, two calls, one visit, last a call", c.Gap, c.Usual, c.Counts, c.Last)
	}
	if c := s.outlook(t).Contacts("PER", "CHL", on(t, "2023-05-10")); c.Last != nil || c.Since != 0 {
		t.Errorf("contacts of Peru and Chile: %+v, want none", c)
	}
}

func TestSeries(t *testing.T) {
	s := append(iberia[:3:3], story{{"p9", "2025-03-01", []string{"summit held 2025-02-27 PRT/Porto ESP: PRT: | 36th Iberian summit"}, nil}}...)
	got := s.outlook(t).Series(on(t, "2025-06-01"))
	if len(got) != 1 || got[0].Next != 37 || fmt.Sprint(got[0].Missing) != "[35]" || len(got[0].Known) != 4 {
		t.Errorf("series: %+v, want one with four known, 35 missing, 37 next", got)
	}
}
