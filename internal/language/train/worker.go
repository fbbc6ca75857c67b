package main

import (
	"math"
	"math/rand/v2"

	"github.com/chancery-project/chancery/internal/language/neural"
)

// worker runs sentences through a net and gathers gradients. Each goroutine
// has its own.
type worker struct {
	packed
	net   *net
	opt   *options
	rand  *rand.Rand
	grads map[*param][]float32

	words []neural.Word // of the batch, by row
	x     []float32
	dx    []float32
	runs  [2][2]lstmRun
	h     [2][]float32 // outputs of the layers, both directions, after dropout
	dh    [2][]float32
	half  []float32
	mask  [3][]float32 // dropout, by sentence: of the input and the two outputs

	arcDep, arcHead, relDep, relHead, relPre, relZ, relY, tagPre, tagZ, tagY []float32
	dArcDep, dArcHead, dRelHead, dRel, dTag                                  []float32
	arcDepPre, arcHeadPre                                                    []float32
	sentDep, sentHead, sentScore, sentDDep, sentDHead                        []float32
	loss                                                                     float64
}

func newWorker(n *net, opt *options, seed uint64) *worker {
	w := &worker{net: n, opt: opt, rand: rand.New(rand.NewPCG(seed, 77)), grads: map[*param][]float32{}}
	for _, p := range n.params() {
		w.grads[p] = make([]float32, len(p.w))
	}
	return w
}

func (w *worker) grad(p *param) []float32 { return w.grads[p] }

// read fills the input of the batch. In training, words and their vectors are
// dropped at random.
func (w *worker) read(b *batch, train bool) {
	n := w.net
	E, D := n.size.Embed, n.vocabulary.Lexicon.Dim
	in := E + D
	w.x = grow(w.x, b.n*in)
	if cap(w.words) < b.n {
		w.words = make([]neural.Word, b.n*2)
	}
	w.words = w.words[:b.n]
	for s, e := range b.examples {
		for t, form := range e.forms {
			row := b.row(s, t)
			word := n.vocabulary.Word(form)
			if train {
				if w.rand.Float64() < w.opt.wordDrop(form) {
					word.Rows[0] = neural.WordStart
				}
				if w.rand.Float64() < 0.06 {
					word.Vector = -1
				}
			}
			w.words[row] = word
			x := w.x[row*in : (row+1)*in]
			clear(x)
			for _, r := range word.Rows {
				for k, v := range n.embed.w[int(r)*E : (int(r)+1)*E] {
					x[k] += v
				}
			}
			if word.Vector >= 0 {
				for k, v := range n.vocabulary.Lexicon.Vector(word.Vector) {
					x[E+k] = float32(float32(v) * n.vocabulary.Lexicon.Scale)
				}
			}
		}
	}
}

// drop multiplies each row of m by a mask that is the same for all words of a
// sentence (Gal and Ghahramani 2016).
func (w *worker) drop(b *batch, which int, m []float32, width int, rate float64) {
	mask := grow(w.mask[which], len(b.examples)*width)
	w.mask[which] = mask
	keep := float32(1 / (1 - rate))
	for i := range mask {
		mask[i] = 0
		if w.rand.Float64() >= rate {
			mask[i] = keep
		}
	}
	w.applyMask(b, which, m, width)
}

func (w *worker) applyMask(b *batch, which int, m []float32, width int) {
	mask := w.mask[which]
	for t := range b.steps() {
		for s := range b.active(t) {
			row := m[b.row(s, t)*width:][:width]
			for k, v := range mask[s*width : (s+1)*width] {
				row[k] = float32(row[k] * v)
			}
		}
	}
}

// forward computes everything up to the scores.
func (w *worker) forward(b *batch, train bool) {
	n := w.net
	w.read(b, train)
	in := n.size.Embed + n.vocabulary.Lexicon.Dim
	if train {
		w.drop(b, 0, w.x, in, w.opt.dropIn)
	}
	H := n.size.Hidden
	x := w.x
	for depth, l := range n.layers {
		w.h[depth] = grow(w.h[depth], b.n*2*H)
		for dir := range l {
			r := &w.runs[depth][dir]
			l[dir].forward(w, b, x, r)
			for i := range b.n {
				copy(w.h[depth][i*2*H+dir*H:][:H], r.h[i*H:(i+1)*H])
			}
		}
		if train {
			w.drop(b, 1+depth, w.h[depth], 2*H, w.opt.dropOut)
		}
		x = w.h[depth]
	}
	s := n.size
	w.arcDepPre, w.arcDep = grow(w.arcDepPre, b.n*s.Arc), grow(w.arcDep, b.n*s.Arc)
	w.arcHeadPre, w.arcHead = grow(w.arcHeadPre, b.n*s.Arc), grow(w.arcHead, b.n*s.Arc)
	n.arcDep.forward(w, b.n, x, w.arcDepPre)
	n.arcHead.forward(w, b.n, x, w.arcHeadPre)
	squashAll(w.arcDep, w.arcDepPre)
	squashAll(w.arcHead, w.arcHeadPre)
	w.relDep, w.relHead = grow(w.relDep, b.n*s.Rel), grow(w.relHead, b.n*s.Rel)
	n.relDep.forward(w, b.n, x, w.relDep)
	n.relHead.forward(w, b.n, x, w.relHead)
	w.tagPre, w.tagZ, w.tagY = grow(w.tagPre, b.n*s.Tag), grow(w.tagZ, b.n*s.Tag), grow(w.tagY, b.n*s.Tags)
	n.tagLow.forward(w, b.n, w.h[0], w.tagPre)
	w.gemm(b.n, s.Tag, 2*H, rows(x, 2*H), transposed(n.tagHigh.w.w, 2*H), w.tagPre, s.Tag)
	squashAll(w.tagZ, w.tagPre)
	n.tagOut.forward(w, b.n, w.tagZ, w.tagY)
}

// scoreArcs fills sentScore with the scores of all heads (columns, the root
// first) of all words (rows) of sentence s.
func (w *worker) scoreArcs(b *batch, s int) int {
	A := w.net.size.Arc
	n := len(b.examples[s].forms)
	w.sentDep, w.sentHead, w.sentScore = grow(w.sentDep, n*A), grow(w.sentHead, (n+1)*A), grow(w.sentScore, n*(n+1))
	copy(w.sentHead, w.net.arcRoot.w)
	for t := range n {
		row := b.row(s, t)
		copy(w.sentHead[(t+1)*A:(t+2)*A], w.arcHead[row*A:])
		for k := range A {
			w.sentDep[t*A+k] = w.arcDep[row*A+k] + w.net.arcBias.w[k]
		}
	}
	clear(w.sentScore)
	w.gemm(n, n+1, A, rows(w.sentDep, A), transposed(w.sentHead, A), w.sentScore, n+1)
	for t := range n {
		w.sentScore[t*(n+1)+t+1] = -1e9
	}
	return n
}

// relation fills relPre, relZ and relY for given heads.
func (w *worker) relation(b *batch, head func(s, t int) int) {
	s := w.net.size
	w.relPre, w.relZ, w.relY = grow(w.relPre, b.n*s.Rel), grow(w.relZ, b.n*s.Rel), grow(w.relY, b.n*s.Rels)
	for si, e := range b.examples {
		for t := range e.forms {
			row, h := b.row(si, t), head(si, t)
			from := w.net.relRoot.w
			if h > 0 {
				from = w.relHead[b.row(si, h-1)*s.Rel:]
			}
			far := w.net.relFar.w[neural.Distance(t+1, h)*s.Rel:]
			pre := w.relPre[row*s.Rel : (row+1)*s.Rel]
			for k := range pre {
				pre[k] = w.relDep[row*s.Rel+k] + from[k] + far[k]
			}
		}
	}
	squashAll(w.relZ, w.relPre)
	w.net.relOut.forward(w, b.n, w.relZ, w.relY)
}

// softmax turns scores into the gradient of the loss of the gold choice and
// adds the loss.
func (w *worker) softmax(y []float32, gold int) {
	top := y[0]
	for _, v := range y {
		top = max(top, v)
	}
	sum := 0.0
	for _, v := range y {
		sum += math.Exp(float64(v - top))
	}
	w.loss += math.Log(sum) - float64(y[gold]-top)
	for i, v := range y {
		y[i] = float32(math.Exp(float64(v-top)) / sum)
	}
	y[gold]--
}
