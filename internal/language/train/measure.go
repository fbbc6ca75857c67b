package main

import "fmt"

// measure gives the accuracy of the net in floating point, without the search
// for a tree: universal tags, heads, heads with relations.
func (w *worker) measure(all []*example, tags *tagset) string {
	var words, upos, heads, both int
	s := w.net.size
	for i := 0; i < len(all); i += 32 {
		b := newBatch(all[i:min(i+32, len(all))])
		w.forward(b, false)
		best := make([]int, b.n)
		for si := range b.examples {
			n := w.scoreArcs(b, si)
			for t := range n {
				best[b.row(si, t)] = top(w.sentScore[t*(n+1) : (t+1)*(n+1)])
			}
		}
		w.relation(b, func(si, t int) int { return best[b.row(si, t)] })
		for si, e := range b.examples {
			for t := range e.forms {
				row := b.row(si, t)
				words++
				if tags.tags[top(w.tagY[row*s.Tags:(row+1)*s.Tags])].upos == e.upos[t] {
					upos++
				}
				if best[row] == e.heads[t] {
					heads++
					if top(w.relY[row*s.Rels:(row+1)*s.Rels]) == e.rels[t] {
						both++
					}
				}
			}
		}
	}
	per := 100 / float64(words)
	return fmt.Sprintf("UPOS %.2f UAS %.2f LAS %.2f", float64(upos)*per, float64(heads)*per, float64(both)*per)
}

// top gives the index of the largest number, the first of equals.
func top(v []float32) int {
	best := 0
	for i, x := range v {
		if x > v[best] {
			best = i
		}
	}
	return best
}
