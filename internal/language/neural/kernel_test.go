package neural

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The vector kernels must give the bits of the plain ones.
func TestKernels(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	int16s := func(n int) []int16 {
		v := make([]int16, n)
		for i := range v {
			v[i] = int16(r.IntN(65535) - 32767)
		}
		return v
	}
	floats := func(n int, scale float32) []float32 {
		v := make([]float32, n)
		for i := range v {
			v[i] = (r.Float32() - 0.5) * scale
		}
		return v
	}
	inputs := func(n int) []uint8 {
		v := make([]uint8, n)
		for i := range v {
			v[i] = uint8(1 + r.IntN(127))
		}
		return v
	}
	for _, size := range []struct{ quads, blocks, n int }{{1, 1, 8}, {5, 3, 16}, {64, 12, 128}} {
		w := make([]int8, size.blocks*size.quads*blockBytes)
		for i := range w {
			w[i] = int8(r.IntN(255) - 127)
		}
		n := size.blocks * 32
		w[0], w[1], w[2], w[3] = 127, 127, -127, -127 // the largest sums
		a := inputs(size.quads*4 + 30)
		a[0], a[1], a[2], a[3] = 127, 127, 127, 127
		got, want := make([]int32, 4*n), make([]int32, 4*n)
		mul1(got[:n], a, w, size.quads, size.blocks)
		mul1Plain(want[:n], a, w, size.quads, size.blocks)
		same(t, "mul1", got, want)
		mul2(got[:2*n], a, 10, w, size.quads, size.blocks)
		mul1Plain(want[n:2*n], a[10:], w, size.quads, size.blocks)
		same(t, "mul2", got[:2*n], want[:2*n])
		mul4(got, a, 10, w, size.quads, size.blocks)
		mul4Plain(want, a, 10, w, size.quads, size.blocks)
		same(t, "mul4", got, want)

		acc := make([]int32, 3*size.n)
		for i := range acc {
			acc[i] = r.Int32() - 1<<30
		}
		scale, bias := floats(3*size.n, 1e-8), floats(3*size.n, 8)
		y1, y2 := floats(3*size.n, 1), floats(3*size.n, 1)
		rescale(y1, acc, scale, bias)
		rescalePlain(y2, acc, scale, bias)
		same(t, "rescale", y1, y2)

		h1, h2 := inputs(3*size.n), inputs(3*size.n)
		squash8(h1, bias)
		squashPlain(h2, bias)
		same(t, "squash", h1, h2)

		a1, a2 := int16s(3*size.n), int16s(3*size.n)
		arc16(a1, scale, bias)
		arcPlain(a2, scale, bias)
		same(t, "arc", a1, a2)

		c1 := floats(size.n, 2)
		c2 := slices.Clone(c1)
		cell(h1[:size.n], c1, acc, bias, scale)
		cellPlain(h2[:size.n], c2, acc, bias, scale)
		same(t, "cell state", c1, c2)
		same(t, "cell output", h1[:size.n], h2[:size.n])

		b := int16s(48 * 7)
		d1, d2 := make([]int32, 7), make([]int32, 7)
		dots(d1, b[5:53], b)
		dotsPlain(d2, b[5:53], b)
		same(t, "dots", d1, d2)
	}
}

func same[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s: element %d of %d: vector kernel %v, plain %v", what, i, len(got), got[i], want[i])
			return
		}
	}
}
