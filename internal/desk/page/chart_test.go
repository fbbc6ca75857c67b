package page

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

func held(kind reading.Kind, when edtf.Date) record.Engagement {
	return record.Engagement{EID: "e-" + string(when), Kind: kind, Status: reading.Held, When: when}
}

func TestChart(t *testing.T) {
	planned := held(reading.Visit, "2024-07")
	planned.Status = reading.Planned
	es := []record.Engagement{held(reading.Visit, "2024-01-01"), planned, held(reading.Call, "2024-12-31"), held(reading.Visit, ""), held(reading.Arrangement, "P1Y")}
	c := newChart(es, func(e record.Engagement) string { return "h" })
	if len(c.Lanes) != 2 || c.Lanes[0].Kind != reading.Visit || c.Lanes[1].Kind != reading.Call {
		t.Fatalf("the lanes are %v", c.Lanes)
	}
	first, soft, last := c.Lanes[0].Marks[0], c.Lanes[0].Marks[1], c.Lanes[1].Marks[0]
	if first.W != dot || first.Class != "held" || first.X > chartLeft || last.X+last.W < chartWidth {
		t.Errorf("the first and the last day lie at %v and %v", first, last)
	}
	month := 31.0 / 366 * (chartWidth - chartLeft)
	if soft.Class != "planned vague" || soft.W < month-1 || soft.W > month+1 || soft.Title != "July 2024: h (planned)" {
		t.Errorf("the plan for a month is %+v, want a width of %.1f", soft, month)
	}
	if newChart(es[:1], func(record.Engagement) string { return "" }) != nil {
		t.Error("a chart of one engagement is drawn")
	}
}

// TestAChartLeavesOutWhatLiesFarBack: one engagement of 1941 does not press
// those of today into a corner, and is counted.
func TestAChartLeavesOutWhatLiesFarBack(t *testing.T) {
	es := []record.Engagement{held(reading.Meeting, "1941"), held(reading.Visit, "2021-05-01"), held(reading.Visit, "2022-05-01"), held(reading.Call, "2023-01-02"), held(reading.Call, "2024-01-02")}
	c := newChart(es, func(record.Engagement) string { return "" })
	if c.Earlier != 1 || c.Years[0].Text != "2021" || len(c.Lanes) != 2 {
		t.Errorf("%d left out, from %s, %d lanes", c.Earlier, c.Years[0].Text, len(c.Lanes))
	}
	if c := newChart(es[:3], func(record.Engagement) string { return "" }); c.Earlier != 0 || c.Years[0].Text != "1941" {
		t.Errorf("of three %d are left out, from %s", c.Earlier, c.Years[0].Text)
	}
}

func TestFrequencyHasNoGaps(t *testing.T) {
	es := []record.Engagement{held(reading.Visit, "2013"), held(reading.Visit, "2021-05-01"), held(reading.Call, "2023-01-02"), held(reading.Meeting, "2023-02"), held(reading.Award, "2024-01-01"), held(reading.Visit, "")}
	want := []yearCount{{2023, 0, 2, 100}, {2022, 0, 0, 0}, {2021, 0, 1, 50}, {2014, 2020, 0, 0}, {2013, 0, 1, 50}}
	var lines brief.Lines
	for i := range es {
		l := store.LineOf(&es[i])
		lines = append(lines, &l)
	}
	if d := cmp.Diff(want, frequency(lines)); d != "" {
		t.Error(d)
	}
}

func TestRoundsNameTheMissingNumbers(t *testing.T) {
	summit := func(number int, when edtf.Date) record.Engagement {
		e := held(reading.Summit, when)
		e.Number = number
		return e
	}
	var got []any
	for _, r := range rounds([]record.Engagement{summit(0, "2018"), summit(19, "2019"), summit(22, "2024-07-09")}) {
		if r.Missing != nil {
			got = append(got, r.Missing)
		} else {
			got = append(got, r.Number)
		}
	}
	if d := cmp.Diff([]any{0, 19, []int{20, 21}, 22}, got); d != "" {
		t.Error(d)
	}
}

func TestSearchMapAndCalendar(t *testing.T) {
	s := server(t, plan, visit)
	at := theVisit(t, s)
	for path, wants := range map[string][]string{
		"/search":                        {"What a search can hold", "visitor"},
		"/search?q=visitor%3ACHL+Oslo":   {"1 engagement", "Gabriel Boric (Chile) to Oslo, Norway", "/search?q=visitor%3ACHL&#43;Oslo&#43;kind%3Avisit"},
		"/search?q=colour%3Ared":         {"there is no term &#34;colour&#34;"},
		"/search?q=Monday":               {"Reports with these words", "/report/visit"},
		"/search?q=%3Cscript%3E&from=-1": {"0 engagements"},
		"/map":                           {"Chile to Norway: 1 visit", `class="land"`, "visitor%3ACHL"},
		"/map?from=1990&to=1991":         {"no visit that was held"},
		"/map?from=x&to=99999999999":     {"Who travels where"},
		"/pair/CHL/NOR":                  {"Search them"},
		at:                               {"Add to calendar"},
	} {
		body := get(t, s, path, http.StatusOK).Body.String()
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s does not show %q:\n%s", path, want, body)
			}
		}
	}
	if cal := get(t, s, at+"/calendar.ics", http.StatusOK); !strings.Contains(cal.Body.String(), "DTSTART;VALUE=DATE:20230605") || cal.Header().Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Errorf("the calendar is %s", cal.Body)
	}
	get(t, s, "/engagement/none/calendar.ics", http.StatusNotFound)
	get(t, s, "/series", http.StatusNotFound)
	get(t, s, "/series?of=CHL&of=NOR", http.StatusNotFound)
}
