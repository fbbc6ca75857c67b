package main

import (
	"math/rand/v2"

	"github.com/chancery-project/chancery/internal/language/neural"
)

// net is the network in floating point, while it is trained. What it is made
// of is told in neural/model.go.
type net struct {
	vocabulary *neural.Vocabulary
	size       neural.Size
	embed      *param
	layers     [2][2]*lstm // by depth, then there and back
	arcDep     *dense
	arcHead    *dense
	arcRoot    *param // the root as a head
	arcBias    *param // what makes a word a good head whatever the dependent
	relDep     *dense
	relHead    *dense
	relRoot    *param
	relFar     *param // by distance
	relOut     *dense
	tagLow     *dense
	tagHigh    *dense
	tagOut     *dense
}

func newNet(r *rand.Rand, v *neural.Vocabulary, s neural.Size) *net {
	n := &net{vocabulary: v, size: s}
	n.embed = newParam(r, v.Rows(), s.Embed, 0.1)
	in := s.Embed + v.Lexicon.Dim
	for depth := range n.layers {
		for dir := range n.layers[depth] {
			n.layers[depth][dir] = newLSTM(r, in, s.Hidden, dir == 1)
		}
		in = 2 * s.Hidden
	}
	n.arcDep, n.arcHead = newDense(r, in, s.Arc), newDense(r, in, s.Arc)
	n.arcRoot, n.arcBias = newParam(r, 1, s.Arc, 0.1), newParam(r, 1, s.Arc, 0.1)
	n.relDep, n.relHead = newDense(r, in, s.Rel), newDense(r, in, s.Rel)
	n.relRoot, n.relFar = newParam(r, 1, s.Rel, 0.1), newParam(r, neural.Distances, s.Rel, 0.1)
	n.relOut = newDense(r, s.Rel, s.Rels)
	n.tagLow, n.tagHigh = newDense(r, in, s.Tag), newDense(r, in, s.Tag)
	n.tagOut = newDense(r, s.Tag, s.Tags)
	return n
}

// params gives all weights but the embeddings, in a fixed order.
func (n *net) params() []*param {
	var all []*param
	for _, l := range n.layers {
		all = append(all, l[0].params()...)
		all = append(all, l[1].params()...)
	}
	for _, d := range []*dense{n.arcDep, n.arcHead, n.relDep, n.relHead, n.relOut, n.tagLow, n.tagHigh, n.tagOut} {
		all = append(all, d.params()...)
	}
	return append(all, n.arcRoot, n.arcBias, n.relRoot, n.relFar)
}

func (n *net) pack() {
	for _, l := range n.layers {
		l[0].pack()
		l[1].pack()
	}
}
