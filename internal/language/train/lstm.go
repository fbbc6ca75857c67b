package main

import "math/rand/v2"

// lstm is one direction of a layer: a long short-term memory whose input and
// forget gates are coupled (Greff et al. 2017), so that the cell stays between
// -1 and 1 and needs no squashing:
//
//	f = gate(F), g = squash(G), o = gate(O), of the input and the last output
//	c = f·c' + (1-f)·g
//	h = o·c
type lstm struct {
	in, h     int
	wx, wh, b *param // 3h×in, 3h×h, 1×3h, in the order f, g, o
	back      bool   // reads from the end of the sentence
	whT, whNN fixedB // wh, packed for the way there and back
}

func newLSTM(r *rand.Rand, in, h int, back bool) *lstm {
	l := &lstm{in: in, h: h, back: back, wx: newParam(r, 3*h, in, glorot(in, h)), wh: newParam(r, 3*h, h, glorot(h, h)), b: newParam(r, 1, 3*h, 0)}
	for i := range h {
		l.b.w[i] = 1
	}
	return l
}

func (l *lstm) params() []*param { return []*param{l.wx, l.wh, l.b} }

// pack prepares the recurrent weights after an update.
func (l *lstm) pack() {
	l.whT.set(transposed(l.wh.w, l.h), l.h, 3*l.h)
	l.whNN.set(rows(l.wh.w, l.h), 3*l.h, l.h)
}

// lstmRun is what a pass keeps for the way back.
type lstmRun struct {
	g, c, h, hp, dg, dc []float32
}

// order gives the positions in the order of reading, and for each the
// position read before it, or -1.
func (l *lstm) order(b *batch, i int) (t, prev int) {
	if l.back {
		t = b.steps() - 1 - i
		prev = t + 1
		if i == 0 {
			prev = -1
		}
		return t, prev
	}
	return i, i - 1
}

func (l *lstm) forward(w *worker, b *batch, x []float32, r *lstmRun) {
	H := l.h
	r.g = grow(r.g, b.n*3*H)
	r.c = grow(r.c, b.n*H)
	r.h = grow(r.h, b.n*H)
	for i := 0; i < b.n; i++ {
		copy(r.g[i*3*H:(i+1)*3*H], l.b.w)
	}
	w.gemm(b.n, 3*H, l.in, rows(x, l.in), transposed(l.wx.w, l.in), r.g, 3*H)
	for i := 0; i < b.steps(); i++ {
		t, prev := l.order(b, i)
		before := 0
		if prev >= 0 {
			before = min(b.active(prev), b.active(t))
			w.gemmFixed(before, rows(r.h[b.off[prev]*H:], H), &l.whT, r.g[b.off[t]*3*H:], 3*H)
		}
		for s := 0; s < b.active(t); s++ {
			row := b.row(s, t)
			g := r.g[row*3*H : (row+1)*3*H]
			c, h := r.c[row*H:(row+1)*H], r.h[row*H:(row+1)*H]
			var cp []float32
			if s < before {
				at := b.row(s, prev) * H
				cp = r.c[at : at+H]
			}
			for k := range H {
				f := gate(g[k])
				v := float32((1 - f) * squash(g[H+k]))
				if cp != nil {
					v += float32(f * cp[k])
				}
				c[k] = v
				h[k] = float32(gate(g[2*H+k]) * v)
			}
		}
	}
}

// backward takes the gradient dh of the output, which it overwrites, adds the
// gradient of the input to dx and those of the weights to the worker's.
func (l *lstm) backward(w *worker, b *batch, x, dh, dx []float32, r *lstmRun) {
	H := l.h
	r.dg = grow(r.dg, b.n*3*H)
	r.dc = grow(r.dc, b.n*H)
	r.hp = grow(r.hp, b.n*H)
	clear(r.dc)
	clear(r.hp)
	for i := b.steps() - 1; i >= 0; i-- {
		t, prev := l.order(b, i)
		before := 0
		if prev >= 0 {
			before = min(b.active(prev), b.active(t))
		}
		for s := 0; s < b.active(t); s++ {
			row := b.row(s, t)
			g, dg := r.g[row*3*H:(row+1)*3*H], r.dg[row*3*H:(row+1)*3*H]
			c, dhr, dcr := r.c[row*H:(row+1)*H], dh[row*H:(row+1)*H], r.dc[row*H:(row+1)*H]
			var cp, dcp []float32
			if s < before {
				at := b.row(s, prev) * H
				cp, dcp = r.c[at:at+H], r.dc[at:at+H]
				copy(r.hp[row*H:(row+1)*H], r.h[at:at+H])
			}
			for k := range H {
				f, o, v := gate(g[k]), gate(g[2*H+k]), squash(g[H+k])
				d := dcr[k] + float32(dhr[k]*o)
				dg[2*H+k] = float32(float32(dhr[k]*c[k]) * gateSlope(g[2*H+k]))
				dg[H+k] = float32(float32(d*(1-f)) * squashSlope(g[H+k]))
				df := -v
				if cp != nil {
					df += cp[k]
					dcp[k] += float32(d * f)
				}
				dg[k] = float32(float32(d*df) * gateSlope(g[k]))
			}
		}
		if before > 0 {
			w.gemmFixed(before, rows(r.dg[b.off[t]*3*H:], 3*H), &l.whNN, dh[b.off[prev]*H:], H)
		}
	}
	w.gemm(3*H, l.in, b.n, transposed(r.dg, 3*H), rows(x, l.in), w.grad(l.wx), l.in)
	w.gemm(3*H, H, b.n, transposed(r.dg, 3*H), rows(r.hp, H), w.grad(l.wh), H)
	columnSums(w.grad(l.b), r.dg)
	if dx != nil {
		w.gemm(b.n, l.in, 3*H, rows(r.dg, 3*H), rows(l.wx.w, l.in), dx, l.in)
	}
}

// grow gives a slice of n numbers, of any content, reusing s.
func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n+n/4)[:n]
	}
	return s[:n]
}

// columnSums adds the rows of m to sum.
func columnSums(sum, m []float32) {
	for i := 0; i < len(m); i += len(sum) {
		for k, v := range m[i : i+len(sum)] {
			sum[k] += v
		}
	}
}
