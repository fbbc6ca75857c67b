package published

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"ISO", "2024-12-02", "2024-12-02"},
		{"ISO with time", "2024-12-02T23:30:00Z", "2024-12-02"},
		{"the outlet's own day, whatever its zone", "2024-12-02T23:30:00-05:00", "2024-12-02"},
		{"ISO, space, time and zone", "2024-12-02 23:30:00-05:00", "2024-12-02"},
		{"compact", "20241202", "2024-12-02"},
		{"slashes, year first", "2024/12/2", "2024-12-02"},
		{"American, with stray space", " December 31, 2017 ", "2017-12-31"},
		{"short month", "Dec 31, 2017", "2017-12-31"},
		{"month with a dot", "Dec. 31, 2017", "2017-12-31"},
		{"British", "31 Dec 2017", "2017-12-31"},
		{"ordinal", "2nd December 2024", "2024-12-02"},
		{"ordinal after month", "December 3rd, 2024", "2024-12-03"},
		{"RFC 1123", "Mon, 02 Dec 2024 23:30:00 GMT", "2024-12-02"},
		{"RFC 822 with two-digit year", "Mon, 02 Dec 24 23:30 EST", "2024-12-02"},
		{"hyphens and two-digit year", "19-Feb-18", "2018-02-19"},
		{"two-digit year of the last century", "26-FEB-87", "1987-02-26"},
		{"slashes around a month's name", "02/Dec/2024", "2024-12-02"},
		{"month first by necessity", "12/31/2017", "2017-12-31"},
		{"day first by necessity", "31/12/2017", "2017-12-31"},
		{"both the same", "05/05/2017", "2017-05-05"},
		{"dots mean day first", "03.04.2024", "2024-04-03"},
		{"words around", "Published on Monday, 2 December 2024 at 6:31PM", "2024-12-02"},
		{"year first with month's name", "2024 December 2", "2024-12-02"},
		{"leap day", "29 February 2024", "2024-02-29"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.in)
			if err != nil || got.String() != c.want {
				t.Errorf("Parse(%q) = %v, %v; want %s", c.in, got, err, c.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"no such month", "2024-13-45", `date "2024-13-45": there is no month 13`},
		{"no such day", "February 30, 2024", `date "February 30, 2024": 2024-02 has no day 30`},
		{"no leap day", "2023-02-29", `date "2023-02-29": 2023-02 has no day 29`},
		{"two readings", "03/04/2024", `date "03/04/2024": could be 2024-03-04 or 2024-04-03; write YYYY-MM-DD`},
		{"month only", "2024-12", `date "2024-12": not understood; want YYYY-MM-DD`},
		{"no year", "Monday, 2 December", `date "Monday, 2 December" is not understood; want YYYY-MM-DD`},
		{"words", "yesterday", `date "yesterday" is not understood; want YYYY-MM-DD`},
		{"a sentence that holds a date", "He said on 2 December 2024 that no", `date "He said on 2 December 2024 that no" is not understood; want YYYY-MM-DD`},
		{"blank", "  ", `date is empty; want YYYY-MM-DD`},
		{"long", strings.Repeat("ab", 40), `date "` + strings.Repeat("ab", 30) + `…" is not understood; want YYYY-MM-DD`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.in)
			if err == nil {
				t.Fatalf("Parse(%q) = %v; want error %q", c.in, got, c.want)
			}
			if err.Error() != c.want {
				t.Errorf("Parse(%q):\n got %s\nwant %s", c.in, err, c.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"dateline", "LIMA, November 15, 2024", "2024-11-15"},
		{"label", "Published on 02 DEC 2024 6:31PM by PIB Delhi", "2024-12-02"},
		{"ISO", "as of 2024-11-15 nothing", "2024-11-15"},
		{"no year", "LIMA, November 15", ""},
		{"a sum of money is no year", "on November 15 1200 men", ""},
		{"slashes do not count", "on 11/15/2024", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			day, ok := Find(c.in)
			got := ""
			if ok {
				got = day.String()
			}
			if got != c.want {
				t.Errorf("Find(%q) = %q; want %q", c.in, got, c.want)
			}
		})
	}
}

func TestInAddress(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"folders", "https://example.org/world/2024/12/02/visit.html", "2024-12-02"},
		{"in the name", "https://example.org/visit-2024-12-02.html", "2024-12-02"},
		{"compact", "https://example.org/a/20241202/visit", "2024-12-02"},
		{"an article's number", "https://example.org/a/20249902/visit", ""},
		{"year and month only", "https://example.org/2024/12/visit", ""},
		{"too old for a page", "https://example.org/1944/06/06/landing", ""},
		{"within a longer number", "https://example.org/7720241202", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			day, ok := InAddress(c.in)
			got := ""
			if ok {
				got = day.String()
			}
			if got != c.want {
				t.Errorf("InAddress(%q) = %q; want %q", c.in, got, c.want)
			}
		})
	}
}

// FuzzParse holds that what is read prints as a day that reads as the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024-12-02", "December 31, 2017 ", "Mon, 02 Dec 2024 23:30:00 -0500", "03/04/2024", "2024-13-45", "19-Feb-18", "31.12.2017", "2nd of May 1999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		day, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(day.String())
		if err != nil || again != day {
			t.Errorf("Parse(%q) = %v, but Parse of that = %v, %v", s, day, again, err)
		}
	})
}
