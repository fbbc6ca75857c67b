package reading

import "testing"

// TestStopsOfOneStay reads the cities of one journey as one visit, and two
// journeys as two.
func TestStopsOfOneStay(t *testing.T) {
	for _, c := range []struct {
		day, text string
		want      []string
		visits    int
	}{
		{"2024-05-22", "WASHINGTON, May 22 - Kenyan President William Ruto arrived in Washington on Tuesday. The president flew in from Atlanta and will meet U.S. President Joe Biden at the White House on Thursday.",
			[]string{"visit KEN>USA held 2024-05-21/2024-05-23"}, 1},
		{"2025-03-31", "Chilean President Gabriel Boric will visit India from April 1 to 5. Besides New Delhi, Boric will travel to Agra, Mumbai and Bengaluru.",
			[]string{"visit CHL>IND planned 2025-04-01/2025-04-05"}, 1},
		{"2022-06-07", "Australian Prime Minister Anthony Albanese visited Jakarta on June 6. Albanese will visit Bali in November for the G20 summit.",
			[]string{"visit AUS>IDN held 2022-06-06", "visit AUS>IDN planned 2022-11"}, 2},
	} {
		got := readPlain(t, c.day, c.text)
		for _, w := range c.want {
			if !tells(got, w) {
				t.Errorf("%q\n  want %s\n  got\n%s", c.text, w, printReading(got))
			}
		}
		if n := countKind(got, Visit); n != c.visits {
			t.Errorf("%q\n  want %d visits, got\n%s", c.text, c.visits, printReading(got))
		}
	}
}
