package main

import (
	"math/rand/v2"
	"testing"
)

func randomSlice(r *rand.Rand, n int) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = r.Float32() - 0.5
	}
	return s
}

// The products must be those of the definition, whatever the shape.
func TestGemm(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, d := range [][3]int{{1, 1, 1}, {6, 16, 8}, {7, 17, 300}, {100, 33, 5}, {13, 384, 128}} {
		m, n, k := d[0], d[1], d[2]
		a, b := randomSlice(r, m*k), randomSlice(r, k*n)
		for name, v := range map[string][2]view{
			"plain":        {rows(a, k), rows(b, n)},
			"a transposed": {transposed(a, m), rows(b, n)},
			"b transposed": {rows(a, k), transposed(b, k)},
		} {
			c := make([]float32, m*n)
			var p packed
			p.gemm(m, n, k, v[0], v[1], c, n)
			for i := range m {
				for j := range n {
					var want float64
					for x := range k {
						want += float64(v[0].data[i*v[0].row+x*v[0].col]) * float64(v[1].data[x*v[1].row+j*v[1].col])
					}
					if got := float64(c[i*n+j]); got-want > 1e-4 || want-got > 1e-4 {
						t.Fatalf("%s %v: c[%d,%d] = %v, want %v", name, d, i, j, got, want)
					}
				}
			}
		}
	}
}

// The kernels must agree to the last bit.
func TestKernels(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	a, b := randomSlice(r, 6*50), randomSlice(r, 16*50)
	c, d := make([]float32, 96), make([]float32, 96)
	kernel(50, a, b, c, 16)
	kernelPlain(50, a, b, d, 16)
	for i := range c {
		if c[i] != d[i] {
			t.Fatalf("element %d: vector kernel %v, plain %v", i, c[i], d[i])
		}
	}
}

func BenchmarkGemm(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	x, w := randomSlice(r, 600*160), randomSlice(r, 768*160)
	c := make([]float32, 600*768)
	var p packed
	b.SetBytes(600 * 768 * 160)
	for b.Loop() {
		p.gemm(600, 768, 160, rows(x, 160), transposed(w, 160), c, 768)
	}
}
