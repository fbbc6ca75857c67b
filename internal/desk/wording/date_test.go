package wording

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
)

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		name string
		date edtf.Date
		want string
	}{
		{"a day", "2024-07-08", "8 July 2024"},
		{"a month", "2024-07", "July 2024"},
		{"a year", "2025", "2025"},
		{"a decade", "198X", "the 1980s"},
		{"a season", "2025-21", "spring 2025"},
		{"a half year", "2025-40", "first half of 2025"},
		{"two days of a month", "2024-07-08/2024-07-09", "8–9 July 2024"},
		{"days of two months", "2024-06-30/2024-07-02", "30 June – 2 July 2024"},
		{"days of two years", "2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"},
		{"whole months", "2025-01/2025-04", "January–April 2025"},
		{"whole months of two years", "2024-12/2025-02", "December 2024 – February 2025"},
		{"whole years", "1980/1989", "1980–1989"},
		{"an open end", "1987-03-02/..", "from 2 March 1987 on"},
		{"an open start", "../1987-03-02", "until 2 March 1987"},
		{"open both ways", "../..", "at a time not known"},
		{"approximate", "2024-07~", "about July 2024"},
		{"uncertain", "2024?", "2024 (uncertain)"},
		{"a period of one", "P1Y", "every year"},
		{"a period of several", "P6M", "every 6 months"},
		{"a mixed period", "P1Y6M", "every P1Y6M"},
		{"nothing", "", "no date given"},
		{"not EDTF", "2024-13-45", "2024-13-45"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := When(c.date); got != c.want {
				t.Errorf("When(%q) = %q, want %q", c.date, got, c.want)
			}
		})
	}
}

func TestVague(t *testing.T) {
	for date, want := range map[edtf.Date]bool{
		"2024-07-08": false, "2024-07-08/2024-07-09": false, "2024-07-08?": true, "2024-07": true, "2025-21": true,
		"2025": true, "2025-01/2025-04": true, "1987-03-02/..": true, "": true,
	} {
		if got := Vague(date); got != want {
			t.Errorf("Vague(%q) = %t, want %t", date, got, want)
		}
	}
}
