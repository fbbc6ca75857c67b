package main

import "slices"

// batch lays sentences out step by step, the longest first: the words at
// position t of all sentences that have one stand together, from off[t].
type batch struct {
	examples []*example
	off      []int // by position; one more at the end
	n        int   // words in all
}

func newBatch(examples []*example) *batch {
	b := &batch{examples: slices.Clone(examples)}
	slices.SortStableFunc(b.examples, func(x, y *example) int { return len(y.forms) - len(x.forms) })
	for t := 0; ; t++ {
		b.off = append(b.off, b.n)
		k := 0
		for k < len(b.examples) && len(b.examples[k].forms) > t {
			k++
		}
		if k == 0 {
			return b
		}
		b.n += k
	}
}

// steps gives the number of positions.
func (b *batch) steps() int { return len(b.off) - 1 }

// active gives how many sentences have a word at position t.
func (b *batch) active(t int) int { return b.off[t+1] - b.off[t] }

// row gives the row of word t of sentence s.
func (b *batch) row(s, t int) int { return b.off[t] + s }
