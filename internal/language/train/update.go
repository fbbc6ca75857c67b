package main

import "math"

// update adds up the gradients in the order of the workers and moves the
// weights.
func (t *trainer) update(batches []*batch, scale float32) {
	E := t.net.size.Embed
	in := E + t.net.vocabulary.Lexicon.Dim
	for i, b := range batches {
		if b == nil {
			continue
		}
		w := t.workers[i]
		for row := range b.n {
			d := w.dx[row*in : row*in+E]
			for _, r := range w.words[row].Rows {
				g := t.embedGrad[r]
				if g == nil {
					if k := len(t.free); k > 0 {
						g, t.free = t.free[k-1], t.free[:k-1]
						clear(g)
					} else {
						g = make([]float32, E)
					}
					t.embedGrad[r] = g
					t.touched = append(t.touched, r)
				}
				for k, v := range d {
					g[k] += v
				}
			}
		}
	}
	params := t.net.params()
	norm := 0.0
	for _, p := range params {
		sum := t.workers[0].grad(p)
		for i := 1; i < len(batches); i++ {
			if batches[i] != nil {
				for k, v := range t.workers[i].grad(p) {
					sum[k] += v
				}
			}
		}
		for _, v := range sum {
			norm += float64(v) * float64(v)
		}
	}
	if norm = math.Sqrt(norm) * float64(scale); norm > 5 {
		scale *= float32(5 / norm)
	}
	for _, p := range params {
		t.opt.update(p, 0, t.workers[0].grad(p), scale)
	}
	for _, r := range t.touched {
		t.opt.update(t.net.embed, int(r)*E, t.embedGrad[r], scale)
		t.free = append(t.free, t.embedGrad[r])
		delete(t.embedGrad, r)
	}
	t.touched = t.touched[:0]
	t.net.pack()
}
