package main

import "math/rand/v2"

// dense is a linear map.
type dense struct {
	in, out int
	w, b    *param
}

func newDense(r *rand.Rand, in, out int) *dense {
	return &dense{in, out, newParam(r, out, in, glorot(in, out)), newParam(r, 1, out, 0)}
}

func (d *dense) params() []*param { return []*param{d.w, d.b} }

// forward gives x·wᵀ + b for n rows.
func (d *dense) forward(w *worker, n int, x, y []float32) {
	for i := 0; i < n; i++ {
		copy(y[i*d.out:(i+1)*d.out], d.b.w)
	}
	w.gemm(n, d.out, d.in, rows(x, d.in), transposed(d.w.w, d.in), y, d.out)
}

// backward takes the gradient dy, adds that of x to dx and those of the
// weights to the worker's.
func (d *dense) backward(w *worker, n int, x, dy, dx []float32) {
	w.gemm(d.out, d.in, n, transposed(dy, d.out), rows(x, d.in), w.grad(d.w), d.in)
	columnSums(w.grad(d.b), dy[:n*d.out])
	w.gemm(n, d.in, d.out, rows(dy, d.out), rows(d.w.w, d.in), dx, d.in)
}

// squashAll applies the activation.
func squashAll(y, x []float32) {
	for i, v := range x {
		y[i] = squash(v)
	}
}

// squashBack turns the gradient of the activation into that of its argument x.
func squashBack(d, x []float32) {
	for i, v := range x {
		d[i] = float32(d[i] * squashSlope(v))
	}
}
