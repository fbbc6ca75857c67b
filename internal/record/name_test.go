package record

import "testing"

func TestSamePerson(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Modi", "Narendra Modi", true},
		{"Mr. Modi", "Prime Minister Narendra Modi", true},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", true},
		{"Zelenskiy", "Zelensky", true},
		{"Recep Tayyip Erdoğan", "Tayyip Erdogan", true},
		{"Xi", "Xi Jinping", true},
		{"Lula", "Luiz Inácio Lula da Silva", true},
		{"Prince Faisal bin Farhan", "Faisal bin Farhan", true},
		{"S. Jaishankar", "Subrahmanyam Jaishankar", true},
		{"Jens Stoltenberg", "Stoltenberg", true},
		{"George Bush", "Barbara Bush", false},
		{"Xi Jinping", "Li Qiang", false},
		{"Sergei Lavrov", "Sergei Shoigu", false},
		{"", "Modi", false},
		{"", "", false},
		{"Minister", "Minister", false},
	} {
		if got := SamePerson(c.a, c.b); got != c.want {
			t.Errorf("SamePerson(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := SamePerson(c.b, c.a); got != c.want {
			t.Errorf("SamePerson(%q, %q) = %v, want %v", c.b, c.a, got, c.want)
		}
		if c.want && !shareKey(c.a, c.b) {
			t.Errorf("NameKeys of %q and %q share none: %q, %q", c.a, c.b, NameKeys(c.a), NameKeys(c.b))
		}
	}
}

func shareKey(a, b string) bool {
	for _, x := range NameKeys(a) {
		for _, y := range NameKeys(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}
