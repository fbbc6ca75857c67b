package main

import (
	"math"
	"math/rand/v2"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/neural"
)

// splitNet is the network that tells where sentences begin, while it is
// trained. It reads words as the finished model of the parser does; its layers
// start from the parser's.
//
//	word as the parser reads it (fixed), gap before it
//	2 layers read both ways, which start as the parser's
//	hidden units from both layers, then one number: a sentence begins here
type splitNet struct {
	base       *neural.Weights
	vocabulary *neural.Vocabulary
	layers     [2][2]*lstm
	low, high  *dense
	out        *dense
}

func newSplitNet(r *rand.Rand, v *neural.Vocabulary, base *neural.Weights, hidden int) *splitNet {
	n := &splitNet{base: base, vocabulary: v}
	word := base.In[0].In
	in := word + int(language.Gaps)
	H := base.Hidden
	for depth := range n.layers {
		for dir := range 2 {
			l := newLSTM(r, in, H, dir == 1)
			from := in
			if depth == 0 {
				from = word
			}
			for row := range 3 * H {
				copy(l.wx.w[row*in:], base.In[depth].W[(dir*3*H+row)*from:][:from])
			}
			copy(l.wh.w, base.Recurrent[depth][dir].W)
			copy(l.b.w, base.In[depth].B[dir*3*H:][:3*H])
			n.layers[depth][dir] = l
		}
		in = 2 * H
	}
	n.low, n.high = newDense(r, in, hidden), newDense(r, in, hidden)
	n.out = newDense(r, hidden, 1)
	return n
}

func (n *splitNet) params() []*param {
	var all []*param
	for _, l := range n.layers {
		all = append(all, l[0].params()...)
		all = append(all, l[1].params()...)
	}
	for _, d := range []*dense{n.low, n.high, n.out} {
		all = append(all, d.params()...)
	}
	return all
}

func (n *splitNet) pack() {
	for _, l := range n.layers {
		l[0].pack()
		l[1].pack()
	}
}

// splitWorker runs passages through a splitNet.
type splitWorker struct {
	worker
	net           *splitNet
	pre, z, y, dz []float32
	passages      []*passage // of the batch, as its examples
}

func newSplitWorker(n *splitNet, o *options, seed uint64) *splitWorker {
	w := &splitWorker{net: n}
	w.opt, w.rand, w.grads = o, rand.New(rand.NewPCG(seed, 78)), map[*param][]float32{}
	for _, p := range n.params() {
		w.grads[p] = make([]float32, len(p.w))
	}
	return w
}

// input fills x with what the network reads.
func (w *splitWorker) input(b *batch, train bool) {
	n := w.net
	E, D := n.base.Size.Embed, n.vocabulary.Lexicon.Dim
	in := n.layers[0][0].in
	w.x = grow(w.x, b.n*in)
	for s, p := range w.passages {
		for t, form := range p.forms {
			word := n.vocabulary.Word(form)
			if train {
				if w.rand.Float64() < w.opt.wordDrop(form) {
					word.Rows[0] = neural.WordStart
				}
				if w.rand.Float64() < 0.06 {
					word.Vector = -1
				}
			}
			x := w.x[b.row(s, t)*in:][:in]
			clear(x)
			for _, r := range word.Rows {
				for k, v := range n.base.Embed[int(r)*E : (int(r)+1)*E] {
					x[k] += v
				}
			}
			if word.Vector >= 0 {
				for k, v := range n.vocabulary.Lexicon.Vector(word.Vector) {
					x[E+k] = float32(float32(v) * n.vocabulary.Lexicon.Scale)
				}
			}
			if train {
				keep := float32(1 / (1 - w.opt.dropIn))
				for k := range x[:E+D] {
					if w.rand.Float64() < w.opt.dropIn {
						x[k] = 0
					} else {
						x[k] *= keep
					}
				}
			}
			if t > 0 {
				x[E+D+int(p.gaps[t])] = 1
			}
		}
	}
}

func (w *splitWorker) forward(passages []*passage, train bool) *batch {
	examples := make([]*example, len(passages))
	of := map[*example]*passage{}
	for i, p := range passages {
		examples[i] = &p.example
		of[&p.example] = p
	}
	b := newBatch(examples)
	w.passages = w.passages[:0]
	for _, e := range b.examples {
		w.passages = append(w.passages, of[e])
	}
	w.input(b, train)
	n := w.net
	H := n.base.Hidden
	x := w.x
	for depth, l := range n.layers {
		w.h[depth] = grow(w.h[depth], b.n*2*H)
		for dir := range l {
			r := &w.runs[depth][dir]
			l[dir].forward(&w.worker, b, x, r)
			for i := range b.n {
				copy(w.h[depth][i*2*H+dir*H:][:H], r.h[i*H:(i+1)*H])
			}
		}
		if train {
			w.drop(b, 1+depth, w.h[depth], 2*H, w.opt.dropOut)
		}
		x = w.h[depth]
	}
	T := n.low.out
	w.pre, w.z, w.y = grow(w.pre, b.n*T), grow(w.z, b.n*T), grow(w.y, b.n)
	n.low.forward(&w.worker, b.n, w.h[0], w.pre)
	w.gemm(b.n, T, 2*H, rows(x, 2*H), transposed(n.high.w.w, 2*H), w.pre, T)
	squashAll(w.z, w.pre)
	n.out.forward(&w.worker, b.n, w.z, w.y)
	return b
}

// train leaves the summed gradients of the passages in the worker.
func (w *splitWorker) train(passages []*passage) {
	w.loss = 0
	for _, g := range w.grads {
		clear(g)
	}
	b := w.forward(passages, true)
	n := w.net
	H := n.base.Hidden
	for s, p := range w.passages {
		for t, open := range p.open {
			y := &w.y[b.row(s, t)]
			if t == 0 {
				*y = 0
				continue
			}
			v := 1 / (1 + math.Exp(-float64(*y)))
			if open {
				w.loss -= math.Log(v + 1e-9)
				*y = float32(v - 1)
			} else {
				w.loss -= math.Log(1 - v + 1e-9)
				*y = float32(v)
			}
		}
	}
	w.dh[0], w.dh[1] = grow(w.dh[0], b.n*2*H), grow(w.dh[1], b.n*2*H)
	clear(w.dh[0])
	clear(w.dh[1])
	w.dz = grow(w.dz, b.n*n.low.out)
	clear(w.dz)
	n.out.backward(&w.worker, b.n, w.z, w.y, w.dz)
	squashBack(w.dz, w.pre)
	n.low.backward(&w.worker, b.n, w.h[0], w.dz, w.dh[0])
	n.high.backward(&w.worker, b.n, w.h[1], w.dz, w.dh[1])
	w.applyMask(b, 2, w.dh[1], 2*H)
	w.back(b, 1, w.h[0], w.dh[0])
	w.applyMask(b, 1, w.dh[0], 2*H)
	w.back(b, 0, w.x, nil)
}

func (w *splitWorker) back(b *batch, depth int, x, dx []float32) {
	H := w.net.base.Hidden
	for dir, l := range w.net.layers[depth] {
		w.half = grow(w.half, b.n*H)
		for i := range b.n {
			copy(w.half[i*H:(i+1)*H], w.dh[depth][i*2*H+dir*H:][:H])
		}
		l.backward(&w.worker, b, x, w.half, dx, &w.runs[depth][dir])
	}
}

// weights gathers the net for writing.
func (n *splitNet) weights() *neural.SplitWeights {
	H, word := n.base.Hidden, n.base.In[0].In
	w := &neural.SplitWeights{Hidden: H, Units: n.low.out, Gaps: int(language.Gaps)}
	for depth, l := range n.layers {
		in := l[0].in
		if depth == 0 {
			in = word
		}
		w.In[depth] = neural.Linear{In: in, Out: 6 * H}
		for dir := range l {
			for row := range 3 * H {
				w.In[depth].W = append(w.In[depth].W, l[dir].wx.w[row*l[dir].in:][:in]...)
			}
			w.In[depth].B = append(w.In[depth].B, l[dir].b.w...)
			w.Recurrent[depth][dir] = neural.Linear{In: H, Out: 3 * H, W: l[dir].wh.w}
		}
	}
	for g := range w.Gaps {
		for _, l := range n.layers[0] {
			for row := range 3 * H {
				w.Gap = append(w.Gap, l.wx.w[row*l.in+word+g])
			}
		}
	}
	w.High = neural.Linear{In: n.high.in, Out: n.high.out, W: n.high.w.w} // its bias is in Low
	w.Low, w.Out = stack(n.low), stack(n.out)
	return w
}
