package neural

import "math"

// tree finds the best tree over arc scores: every word has one head, one word
// hangs on the root, and there are no cycles. Mostly the best head of each
// word gives a tree. If not, the algorithm of Chu and Liu and of Edmonds does,
// over scores from which each arc of the root is fined, so that the best tree
// takes only one.
type tree struct {
	mark, best []int32
	w          []int64
	nodes      pile[int32] // what maximum works in
	scores     pile[int64]
}

// rootFine is more than any two trees can differ by otherwise.
const rootFine = int64(1) << 42

// find sets heads from n×(n+1) scores, by word and head. Of equal scores the
// first head wins.
func (t *tree) find(heads, scores []int32, n int) {
	roots := 0
	for i := range n {
		row := scores[i*(n+1) : (i+1)*(n+1)]
		best, top := int32(0), int32(math.MinInt32)
		for h, s := range row {
			if s > top && h != i+1 {
				best, top = int32(h), s
			}
		}
		heads[i] = best
		if best == 0 {
			roots++
		}
	}
	N := n + 1
	t.best = grow(t.best, N)
	copy(t.best[1:], heads)
	t.mark = grow(t.mark, N)
	if roots == 1 && cycle(t.best, t.mark) == 0 {
		return
	}
	t.w = grow(t.w, N*N)
	clear(t.w[:N])
	for d := 1; d < N; d++ {
		for h := range N {
			t.w[d*N+h] = int64(scores[(d-1)*N+h])
		}
		t.w[d*N] -= rootFine
	}
	t.nodes.clear()
	t.scores.clear()
	copy(heads, t.maximum(t.w, N)[1:])
}

// cycle gives a node of the first cycle of best, or 0.
func cycle(best, mark []int32) int32 {
	clear(mark)
	for i := int32(1); i < int32(len(best)); i++ {
		k := i
		for k != 0 && mark[k] == 0 {
			mark[k] = i
			k = best[k]
		}
		if k != 0 && mark[k] == i {
			return k
		}
	}
	return 0
}

// maximum gives the heads of the best tree over N nodes, of which 0 is the
// root; w[d*N+h] scores the arc from h to d. While the best heads have a
// cycle, the cycle is made one node, the smaller problem solved, and the cycle
// opened where its new head enters it.
func (t *tree) maximum(w []int64, N int) []int32 {
	best := t.nodes.take(N)
	for d := 1; d < N; d++ {
		row := w[d*N : (d+1)*N]
		row[d] = math.MinInt64 // no word hangs on itself
		at, top := 0, row[0]
		for h, v := range row {
			if v > top {
				at, top = h, v
			}
		}
		best[d] = int32(at)
	}
	start := cycle(best, t.mark[:N])
	if start == 0 {
		return best
	}
	inside := t.nodes.take(N)
	sum, size := int64(0), 0
	for d := start; inside[d] == 0; d = best[d] {
		inside[d] = 1
		size++
		sum += w[int(d)*N+int(best[d])]
	}
	outside := t.nodes.take(N - size)[:0] // nodes of the smaller problem; the cycle is the last
	for i := range N {
		if inside[i] == 0 {
			outside = append(outside, int32(i))
		}
	}
	M := len(outside) + 1
	small := t.scores.take(M * M)
	enter, leave := t.nodes.take(M), t.nodes.take(M)
	for i, o := range outside {
		x := int(o)
		for j, y := range outside {
			small[i*M+j] = w[x*N+int(y)]
		}
		in, out := int64(math.MinInt64), int64(math.MinInt64)
		for k := 1; k < N; k++ {
			if inside[k] == 0 {
				continue
			}
			if v := w[k*N+x] - w[k*N+int(best[k])]; v > in {
				in, enter[i] = v, int32(k)
			}
			if v := w[x*N+k]; v > out {
				out, leave[i] = v, int32(k)
			}
		}
		small[(M-1)*M+i] = in + sum
		small[i*M+M-1] = out
	}
	for i, h := range t.maximum(small, M)[1:] {
		switch d := i + 1; {
		case d == M-1:
			best[enter[h]] = outside[h]
		case int(h) == M-1:
			best[outside[d]] = leave[d]
		default:
			best[outside[d]] = outside[h]
		}
	}
	return best
}

// pile hands out slices that live until clear.
type pile[T int32 | int64] struct{ all []T }

// take gives n zeros.
func (p *pile[T]) take(n int) []T {
	at := len(p.all)
	if cap(p.all)-at < n {
		p.all = make([]T, 0, 2*(at+n)) // what was handed out keeps the old memory
		at = 0
	}
	p.all = p.all[:at+n]
	s := p.all[at : at+n : at+n]
	clear(s)
	return s
}

func (p *pile[T]) clear() { p.all = p.all[:0] }
