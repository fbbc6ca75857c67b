package reading

import (
	"fmt"
	"strings"
	"testing"
)

// TestLengthTypeNumber: how long an engagement lasts, which sort of visit it is
// and which of a series, so that reports that say otherwise can be shown.
func TestLengthTypeNumber(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Prime Minister Micheál Martin came to Liverpool last week and stayed for three days.", "visit P3D"},
		{"Chinese President Xi Jinping held talks with Vladimir Putin in the Kremlin on Tuesday, part of a three-day state visit.", "visit P3D state"},
		{"Hakan Fidan and Antony Blinken co-chaired the seventh meeting of the Turkey-US Strategic Mechanism in Washington on Friday.", "meeting 7"},
		{"When the prime ministers of Britain and Ireland met in Liverpool last week, the second of the annual summits that they promised each other, it rained.", "summit 2"},
		{"Antony Blinken spent three days in Israel last week and met Benjamin Netanyahu in Jerusalem on Tuesday.", "visit P3D"},
		{"German Chancellor Olaf Scholz spent two days in Ankara last week.", "visit P2D"},
		{"President Emmanuel Macron arrived in Rabat on Monday for a three-day state visit.", "visit P3D state"},
		{"Indian Prime Minister Narendra Modi will travel to Paris on Tuesday on an official visit lasting three days.", "visit P3D official"},
		{"Kenyan President William Ruto began a working visit to Berlin on Monday.", "visit working"},
		{"Indonesian President Prabowo Subianto and Australian Prime Minister Anthony Albanese held the third of their annual summits in Jakarta on Friday.", "summit 3"},
		{"The leaders of India and Australia held their summit, the second, in Rio de Janeiro on Tuesday.", "summit 2"},
		{"The summit of Chile and Argentina, the fifth in the series, opened in Mendoza on Friday.", "summit 5"},
		{"The leaders of India and Australia held their summit, the first since 2019, in Rio de Janeiro on Tuesday.", ""},
	} {
		var got []string
		for _, e := range readText(t, r, "2025-03-10", c.text).Engagements {
			said := string(e.Kind)
			if e.Duration != "" {
				said += " " + e.Duration
			}
			if e.Type != "" {
				said += " " + e.Type
			}
			if e.Number > 0 {
				said += fmt.Sprintf(" %d", e.Number)
			}
			if strings.Contains(said, " ") {
				got = append(got, said)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\ngives %q, want %q", c.text, got, c.want)
		}
	}
}
