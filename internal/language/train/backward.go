package main

import "github.com/chancery-project/chancery/internal/language/neural"

// train runs a batch there and back and leaves the summed gradients in the
// worker; those of the input are in dx.
func (w *worker) train(b *batch) {
	n := w.net
	s := n.size
	H := s.Hidden
	w.loss = 0
	for _, g := range w.grads {
		clear(g)
	}
	w.forward(b, true)
	w.dh[0], w.dh[1] = grow(w.dh[0], b.n*2*H), grow(w.dh[1], b.n*2*H)
	clear(w.dh[0])
	clear(w.dh[1])
	w.trainArcs(b)
	w.trainRelations(b)
	w.trainTags(b)

	w.applyMask(b, 2, w.dh[1], 2*H)
	w.layerBack(b, 1, w.h[0], w.dh[0])
	w.applyMask(b, 1, w.dh[0], 2*H)
	in := s.Embed + n.vocabulary.Lexicon.Dim
	w.dx = grow(w.dx, b.n*in)
	clear(w.dx)
	w.layerBack(b, 0, w.x, w.dx)
	w.applyMask(b, 0, w.dx, in)
}

func (w *worker) layerBack(b *batch, depth int, x, dx []float32) {
	H := w.net.size.Hidden
	for dir := range w.net.layers[depth] {
		w.half = grow(w.half, b.n*H)
		for i := range b.n {
			copy(w.half[i*H:(i+1)*H], w.dh[depth][i*2*H+dir*H:][:H])
		}
		w.net.layers[depth][dir].backward(w, b, x, w.half, dx, &w.runs[depth][dir])
	}
}

func (w *worker) trainArcs(b *batch) {
	n := w.net
	A := n.size.Arc
	w.dArcDep, w.dArcHead = grow(w.dArcDep, b.n*A), grow(w.dArcHead, b.n*A)
	bias, root := w.grad(n.arcBias), w.grad(n.arcRoot)
	for s, e := range b.examples {
		k := w.scoreArcs(b, s)
		for t := range k {
			w.softmax(w.sentScore[t*(k+1):(t+1)*(k+1)], e.heads[t])
		}
		w.sentDDep, w.sentDHead = grow(w.sentDDep, k*A), grow(w.sentDHead, (k+1)*A)
		clear(w.sentDDep)
		clear(w.sentDHead)
		w.gemm(k, A, k+1, rows(w.sentScore, k+1), rows(w.sentHead, A), w.sentDDep, A)
		w.gemm(k+1, A, k, transposed(w.sentScore, k+1), rows(w.sentDep, A), w.sentDHead, A)
		columnSums(bias, w.sentDDep)
		for i, v := range w.sentDHead[:A] {
			root[i] += v
		}
		for t := range k {
			row := b.row(s, t)
			copy(w.dArcDep[row*A:(row+1)*A], w.sentDDep[t*A:])
			copy(w.dArcHead[row*A:(row+1)*A], w.sentDHead[(t+1)*A:])
		}
	}
	squashBack(w.dArcDep, w.arcDepPre)
	squashBack(w.dArcHead, w.arcHeadPre)
	n.arcDep.backward(w, b.n, w.h[1], w.dArcDep, w.dh[1])
	n.arcHead.backward(w, b.n, w.h[1], w.dArcHead, w.dh[1])
}

func (w *worker) trainRelations(b *batch) {
	n := w.net
	s := n.size
	w.relation(b, func(si, t int) int { return b.examples[si].heads[t] })
	for si, e := range b.examples {
		for t := range e.forms {
			row := b.row(si, t)
			w.softmax(w.relY[row*s.Rels:(row+1)*s.Rels], e.rels[t])
		}
	}
	w.dRel = grow(w.dRel, b.n*s.Rel)
	clear(w.dRel)
	n.relOut.backward(w, b.n, w.relZ, w.relY, w.dRel)
	squashBack(w.dRel, w.relPre)
	w.dRelHead = grow(w.dRelHead, b.n*s.Rel)
	clear(w.dRelHead)
	root, far := w.grad(n.relRoot), w.grad(n.relFar)
	for si, e := range b.examples {
		for t := range e.forms {
			d := w.dRel[b.row(si, t)*s.Rel:][:s.Rel]
			to := root
			if h := e.heads[t]; h > 0 {
				to = w.dRelHead[b.row(si, h-1)*s.Rel:]
			}
			fd := far[neural.Distance(t+1, e.heads[t])*s.Rel:]
			for k, v := range d {
				to[k] += v
				fd[k] += v
			}
		}
	}
	n.relDep.backward(w, b.n, w.h[1], w.dRel, w.dh[1])
	n.relHead.backward(w, b.n, w.h[1], w.dRelHead, w.dh[1])
}

func (w *worker) trainTags(b *batch) {
	n := w.net
	s := n.size
	for si, e := range b.examples {
		for t := range e.forms {
			row := b.row(si, t)
			w.softmax(w.tagY[row*s.Tags:(row+1)*s.Tags], e.tags[t])
		}
	}
	w.dTag = grow(w.dTag, b.n*s.Tag)
	clear(w.dTag)
	n.tagOut.backward(w, b.n, w.tagZ, w.tagY, w.dTag)
	squashBack(w.dTag, w.tagPre)
	n.tagLow.backward(w, b.n, w.h[0], w.dTag, w.dh[0])
	n.tagHigh.backward(w, b.n, w.h[1], w.dTag, w.dh[1])
}
