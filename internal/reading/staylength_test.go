package reading

import "testing"

// A sentence of its own may say how long a visit is; one about another country
// or somebody else says nothing of it.
func TestLengthsAlone(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, duration string }{
		{"Emmanuel Macron met King Mohammed VI in Rabat on Monday. The French president brought nine ministers and stayed for three days.", "P3D"},
		{"King Mohammed VI received Emmanuel Macron in Rabat on Monday. Macron will remain in the country for three days.", "P3D"},
		{"Macron arrived in Rabat on Monday. The state visit lasts three days.", "P3D"},
		{"Emmanuel Macron stayed three days in Morocco.", "P3D"},
		{"Macron arrived in Rabat on Monday. His foreign minister stayed in Tunis for three days.", ""},
		{"Macron arrived in Rabat on Monday. Olaf Scholz had remained there for three days.", ""},
	} {
		got := "no visit"
		for _, e := range readText(t, r, "2024-10-31", c.text).Engagements {
			if e.Kind == Visit && e.Country == "MAR" {
				got = e.Duration
				break
			}
		}
		if got != c.duration {
			t.Errorf("%q: %q, want %q", c.text, got, c.duration)
		}
	}
}
