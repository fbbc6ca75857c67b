package gazetteer

import "testing"

func TestPlaces(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, first string }{
		{"Helsinki", "FIN"},
		{"helsinki", "FIN"},
		{"New Delhi", "IND"},
		{"Sao Paulo", "BRA"},
		{"Nowhere at All", ""},
		{"", ""},
	} {
		got := ""
		if p := g.Places(c.name); len(p) > 0 {
			got = p[0].Country
		}
		if got != c.first {
			t.Errorf("Places(%q): first in %q, want %q", c.name, got, c.first)
		}
	}
}
