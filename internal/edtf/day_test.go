package edtf

import (
	"strings"
	"testing"
	"time"
)

func TestParseDay(t *testing.T) {
	for _, c := range []struct{ in, err string }{
		{"2024-07-08", ""},
		{"2024-02-29", ""},
		{"0001-01-01", ""},
		{"9999-12-31", ""},
		{"2024-13-45", "there is no month 13"},
		{"2023-02-29", "2023-02 has no day 29"},
		{"2024-00-10", "there is no month 0"},
		{"0000-01-01", "year 0 is not between"},
		{"2024-7-8", "want YYYY-MM-DD"},
		{"2024/07/08", "want YYYY-MM-DD"},
		{"20x4-07-08", "want YYYY-MM-DD"},
		{"", "want YYYY-MM-DD"},
	} {
		day, err := ParseDay(c.in)
		switch {
		case c.err == "" && (err != nil || day.String() != c.in):
			t.Errorf("ParseDay(%q) = %v, %v", c.in, day, err)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err) || !strings.Contains(err.Error(), c.in)):
			t.Errorf("ParseDay(%q): error %v, want one that says %q", c.in, err, c.err)
		}
	}
}

// TestCalendar walks through every day there is and holds it against the
// standard library's calendar.
func TestCalendar(t *testing.T) {
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := MinDay; d <= MaxDay; d++ {
		y, m, day := d.Civil()
		wy, wm, wd := at.Date()
		if y != wy || m != int(wm) || day != wd || d.Weekday() != at.Weekday() {
			t.Fatalf("day %d is %d-%d-%d %v, want %d-%d-%d %v", d, y, m, day, d.Weekday(), wy, wm, wd, at.Weekday())
		}
		if back, err := NewDay(y, m, day); err != nil || back != d {
			t.Fatalf("NewDay(%d, %d, %d) = %d, %v; want %d", y, m, day, back, err, d)
		}
		iy, iw := d.ISOWeek()
		if wiy, wiw := at.ISOWeek(); iy != wiy || iw != wiw {
			t.Fatalf("%v is in week %d of %d, want %d of %d", d, iw, iy, wiw, wiy)
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-01-31", 13, "2025-02-28"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-05-15", -29, "2021-12-15"},
		{"9999-12-15", 1, "9999-12-31"},
		{"0001-01-15", -1, "0001-01-01"},
	} {
		if got := mustDay(t, c.in).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s plus %d months = %s, want %s", c.in, c.n, got, c.want)
		}
	}
}

func mustDay(t *testing.T, s string) Day {
	t.Helper()
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
