package record

import (
	"strings"
	"testing"
)

func TestEventWords(t *testing.T) {
	for _, c := range []struct {
		in     string
		words  string
		number int
	}{
		{"", "", 0},
		{"annual summit", "", 0},
		{"22nd Russia-India summit", "india russia", 22},
		{"sixth summit of the European Union and the African Union", "african european union", 6},
		{"G-20", "g20", 0},
		{"Group of 20 summit", "g20", 0},
		{"Group of Seven", "g7", 0},
		{"G20 Leaders' Summit", "g20", 0},
		{"2+2 Ministerial Dialogue", "2plus2 dialogue", 0},
		{"two-plus-two dialogue", "2plus2 dialogue", 0},
		{"third round of the talks", "", 3},
		{"summit of 2024", "", 0},
		{"Order of St. Andrew the Apostle", "andrew apostle st", 0},
	} {
		words, number := EventWords(c.in)
		if got := strings.Join(words, " "); got != c.words || number != c.number {
			t.Errorf("EventWords(%q) = %q, %d; want %q, %d", c.in, got, number, c.words, c.number)
		}
	}
}
