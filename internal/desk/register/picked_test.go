package register

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/store"
)

// picking wants that a register keeps up what it has picked: the same as picked
// anew from everything.
func picking(t *testing.T, r *Register, asOf edtf.Day, when string) {
	t.Helper()
	for name, pick := range map[string]*brief.Pick{
		"ahead": brief.PickAhead, "passed": brief.PickPassed, "held": brief.PickHeld, "disputed": brief.PickDisputed, "disputed lately": brief.PickDisputedLately,
		"doubtful": brief.PickDoubtful, "lately": brief.PickLately, "visits": brief.PickVisits,
	} {
		if want, got := pick.From(r.All(), asOf), r.Picked(pick, asOf); !slices.Equal(want, got) {
			t.Fatalf("%s, %s: %d lines are kept, %d picked anew, or in another order", when, name, len(got), len(want))
		}
	}
	n := map[[2]string]int{}
	for _, l := range r.All() {
		if c := l.Countries(); len(c) == 2 {
			n[[2]string{c[0], c[1]}]++
		}
	}
	var want []Contact
	for pair, n := range n {
		want = append(want, Contact{pair[0], pair[1], n})
	}
	slices.SortFunc(want, func(a, b Contact) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.A+a.B, b.A+b.B))
	})
	if d := gocmp.Diff(want[:min(9, len(want))], r.Contacts(9)); d != "" {
		t.Errorf("%s, contacts (-counted anew +kept):\n%s", when, d)
	}
}

// TestMerged takes lines out of sorted lists and puts others in, also at the
// same place.
func TestMerged(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 2))
	line := func() *store.Line {
		return &store.Line{EID: string(rune('a' + draw.IntN(26))), Dated: true, First: edtf.Day(draw.IntN(5))}
	}
	compare := (*store.Line).Compare
	for range 2000 {
		var list, gone, fresh, want brief.Lines
		has := map[string]bool{}
		for range draw.IntN(12) {
			if l := line(); !has[l.EID] {
				has[l.EID] = true
				list = append(list, l)
			}
		}
		for _, l := range list {
			switch draw.IntN(4) {
			case 0:
				gone = append(gone, l)
			case 1: // it changes, and may stay where it was
				other := *l
				other.First += edtf.Day(draw.IntN(2))
				gone, fresh = append(gone, l), append(fresh, &other)
			default:
				want = append(want, l)
			}
		}
		if l := line(); !has[l.EID] {
			fresh = append(fresh, l)
		}
		want = append(want, fresh...)
		slices.SortFunc(list, compare)
		slices.SortFunc(want, compare)
		before := slices.Clone(list)
		if got := merged(list, gone, fresh, compare); !slices.Equal(want, got) {
			t.Fatalf("got %v, want %v", got, want)
		}
		if !slices.Equal(before, list) {
			t.Fatal("the list itself has changed")
		}
	}
}
