package edtf

import (
	"strings"
	"testing"
)

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		in          Date
		first, last string
		precision   Precision
	}{
		{"2024-07-08", "2024-07-08", "2024-07-08", PrecisionDay},
		{"2024-07", "2024-07-01", "2024-07-31", PrecisionMonth},
		{"2023-02~", "2023-02-01", "2023-02-28", PrecisionMonth},
		{"2024?", "2024-01-01", "2024-12-31", PrecisionYear},
		{"2024-07-08%", "2024-07-08", "2024-07-08", PrecisionDay},
		{"2024-07-XX", "2024-07-01", "2024-07-31", PrecisionMonth},
		{"2024-XX", "2024-01-01", "2024-12-31", PrecisionYear},
		{"198X", "1980-01-01", "1989-12-31", PrecisionDecade},
		{"19XX", "1900-01-01", "1999-12-31", PrecisionCentury},
		{"2025-21", "2025-03-01", "2025-05-28", PrecisionSeason},
		{"2025-22", "2025-06-01", "2025-08-28", PrecisionSeason},
		{"2025-23", "2025-09-01", "2025-11-28", PrecisionSeason},
		{"2025-24", "2025-12-01", "2026-02-28", PrecisionSeason},
		{"2025-34", "2025-04-01", "2025-06-30", PrecisionSeason},
		{"2025-38", "2025-05-01", "2025-08-31", PrecisionSeason},
		{"2025-41", "2025-07-01", "2025-12-31", PrecisionSeason},
		{"2024-07-08/2024-07-09", "2024-07-08", "2024-07-09", PrecisionInterval},
		{"2024-07-08/2024", "2024-07-08", "2024-12-31", PrecisionInterval},
		{"2025-01/2025-04", "2025-01-01", "2025-04-30", PrecisionInterval},
		{"1987-03-02/..", "1987-03-02", "9999-12-31", PrecisionInterval},
		{"1987-03-02/", "1987-03-02", "9999-12-31", PrecisionInterval},
		{"../1987", "0001-01-01", "1987-12-31", PrecisionInterval},
	} {
		first, last, ok := c.in.Bounds()
		if !ok || first.String() != c.first || last.String() != c.last || c.in.Precision() != c.precision {
			t.Errorf("%s: bounds %v %v %v, precision %v; want %s %s true, %v", c.in, first, last, ok, c.in.Precision(), c.first, c.last, c.precision)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ in, err string }{
		{"", "nothing there"},
		{"2024-13", "there is no month 13"},
		{"2024-13-45", "no month 13"},
		{"2024-02-30", "no day 30"},
		{"2024-27", "no month or season 27"},
		{"0000", "no year 0"},
		{"24", "want YYYY"},
		{"July 2024", "want YYYY"},
		{"20X4", "four digits"},
		{"XXXX-07", "four digits"},
		{"198X-07", "month of an unknown year"},
		{"2024-XX-05", "day of an unknown month"},
		{"2024-07-08/2024-07-01", "ends before it begins"},
		{"2024/2025/2026", "want YYYY"},
		{"P", "no length"},
		{"P1", "want a period"},
		{"P1M1Y", "in this order"},
		{"PT2H", "want a period"},
	} {
		d, err := Parse(c.in)
		if err == nil || !strings.Contains(err.Error(), c.err) {
			t.Errorf("Parse(%q) = %q, %v; want an error that says %q", c.in, d, err, c.err)
		}
		if Date(c.in).Valid() {
			t.Errorf("%q counts as valid", c.in)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []Date{Period(1, 'Y'), Period(6, 'M'), "P1Y6M", "P2W", "P10D"} {
		if _, _, ok := c.Bounds(); !c.Valid() || ok || c.Precision() != PrecisionPeriod {
			t.Errorf("%s: valid %v, has bounds %v, precision %v", c, c.Valid(), ok, c.Precision())
		}
	}
}

func TestMake(t *testing.T) {
	day := func(s string) Day { return mustDay(t, s) }
	for _, c := range []struct {
		name string
		got  Date
		want Date
	}{
		{"one day", Interval(day("2024-07-08"), day("2024-07-08")), "2024-07-08"},
		{"days", Interval(day("2024-07-08"), day("2024-07-09")), "2024-07-08/2024-07-09"},
		{"the wrong way round", Interval(day("2024-07-09"), day("2024-07-08")), "2024-07-08/2024-07-09"},
		{"a month", Interval(day("2024-10-01"), day("2024-10-31")), "2024-10"},
		{"a year", Interval(day("2024-01-01"), day("2024-12-31")), "2024"},
		{"years", Interval(day("1980-01-01"), day("1989-12-31")), "1980/1989"},
		{"months", Interval(day("2024-12-01"), day("2025-02-28")), "2024-12/2025-02"},
		{"a week", Week(day("2024-07-10")), "2024-07-08/2024-07-14"},
		{"from", OpenFrom(day("1987-03-02")), "1987-03-02/.."},
		{"until", OpenUntil(day("1987-03-02")), "../1987-03-02"},
		{"always", Interval(MinDay, MaxDay), "../.."},
		{"season", SeasonDate(2025, Summer), "2025-22"},
		{"quarter", Quarter(2025, 3), "2025-07/2025-09"},
		{"half", Half(2025, 1), "2025-01/2025-06"},
		{"decade", Decade(1987), "1980/1989"},
		{"first months", Months(2025, 1, 2025, 4), "2025-01/2025-04"},
		{"about", MonthDate(2024, 7).Approximate(), "2024-07~"},
		{"about, twice", MonthDate(2024, 7).Approximate().Approximate(), "2024-07~"},
		{"about an interval", Half(2025, 1).Approximate(), "2025-01/2025-06"},
	} {
		if c.got != c.want || !c.got.Valid() {
			t.Errorf("%s: got %s, want %s", c.name, c.got, c.want)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		a, b                               Date
		overlaps, contains, refines, equal bool
	}{
		{"2024-07", "2024-07-08", true, true, false, false},
		{"2024-07-08", "2024-07", true, false, true, false},
		{"2024-07", "2024-07-01/2024-07-31", true, true, false, true},
		{"2024-07", "2024-07-30/2024-08-02", true, false, false, false},
		{"2024-07", "2024-08", false, false, false, false},
		{"1987-03-02/..", "1987-03-05", true, true, false, false},
		{"1987-03-05", "1987-03-02/..", true, false, true, false},
		{"", "2024", false, false, false, false},
		{"P1Y", "P1Y", false, false, false, true},
	} {
		o, n, r, s := c.a.Overlaps(c.b), c.a.Contains(c.b), c.a.Refines(c.b), c.a.Same(c.b)
		if o != c.overlaps || n != c.contains || r != c.refines || s != c.equal {
			t.Errorf("%s, %s: overlaps %v contains %v refines %v same %v, want %v %v %v %v", c.a, c.b, o, n, r, s, c.overlaps, c.contains, c.refines, c.equal)
		}
	}
}

func TestDays(t *testing.T) {
	for d, want := range map[Date]int{"2024-07-08": 1, "2024": 366, "1987-03-02/..": 0, "P1Y": 0, "": 0} {
		if got := d.Days(); got != want {
			t.Errorf("%s: %d days, want %d", d, got, want)
		}
	}
}

// FuzzParse: what parses has bounds in order, and the interval made of its
// bounds has the same bounds and parses too.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024-07-08", "2024-07~", "198X", "2025-24", "2024-XX-XX", "2024-07-08/2024-08", "1987/..", "/", "P1Y6M", "2024-13-45", "9999-24", "0001", "00XX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			if d != "" || Date(s).Valid() {
				t.Fatalf("%q: %q with error %v", s, d, err)
			}
			return
		}
		first, last, ok := d.Bounds()
		if !ok {
			if d.Precision() != PrecisionPeriod {
				t.Fatalf("%q: precision %v without bounds", s, d.Precision())
			}
			return
		}
		if first < MinDay || last > MaxDay || last < first {
			t.Fatalf("%q: bounds %v %v", s, first, last)
		}
		again, err := Parse(string(Interval(first, last)))
		if err != nil || !again.Same(d) {
			t.Fatalf("%q: printed from its bounds %q, %v", s, again, err)
		}
	})
}
