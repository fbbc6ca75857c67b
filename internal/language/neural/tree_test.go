package neural

import (
	"math/rand/v2"
	"testing"
)

// bestByTrying tries all heads.
func bestByTrying(scores []int32, n int) int64 {
	best := int64(-1) << 60
	heads := make([]int32, n)
	var try func(i int, sum int64)
	try = func(i int, sum int64) {
		if i < n {
			for h := range n + 1 {
				if h != i+1 {
					heads[i] = int32(h)
					try(i+1, sum+int64(scores[i*(n+1)+h]))
				}
			}
			return
		}
		if sum > best && isTree(heads) {
			best = sum
		}
	}
	try(0, 0)
	return best
}

func isTree(heads []int32) bool {
	roots := 0
	best := append([]int32{0}, heads...)
	for _, h := range heads {
		if h == 0 {
			roots++
		}
	}
	return roots == 1 && cycle(best, make([]int32, len(best))) == 0
}

func TestTreeIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var tr tree
	for range 500 {
		n := 1 + r.IntN(5)
		scores := make([]int32, n*(n+1))
		for i := range scores {
			scores[i] = r.Int32N(20) - 10
		}
		heads := make([]int32, n)
		tr.find(heads, scores, n)
		if !isTree(heads) {
			t.Fatalf("scores %v: heads %v are no tree", scores, heads)
		}
		sum := int64(0)
		for i, h := range heads {
			sum += int64(scores[i*(n+1)+int(h)])
		}
		if want := bestByTrying(scores, n); sum != want {
			t.Fatalf("scores %v: heads %v have %d, the best tree %d", scores, heads, sum, want)
		}
	}
}
