package brief

import (
	"cmp"
	"slices"
	"strings"
)

// Contact is how many engagements two sides have with each other alone.
type Contact struct {
	A, B string // codes, in their order
	N    int
}

// Pairs gives the pairs with the most engagements between just the two, at
// most limit; those with the same number in the order of their codes.
func (ls Lines) Pairs(limit int) []Contact {
	n := map[[2]string]int{}
	for _, l := range ls {
		if c := l.Countries(); len(c) == 2 {
			n[[2]string{c[0], c[1]}]++
		}
	}
	out := make([]Contact, 0, len(n))
	for pair, n := range n {
		out = append(out, Contact{pair[0], pair[1], n})
	}
	slices.SortFunc(out, func(a, b Contact) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	return out[:min(len(out), limit)]
}
