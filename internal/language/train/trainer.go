package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/chancery-project/chancery/internal/language/conllu"
)

// trainer is a training under way.
type trainer struct {
	o         *options
	net       *net
	rand      *rand.Rand
	opt       adam
	workers   []*worker
	embedGrad map[int32][]float32
	touched   []int32
	free      [][]float32
}

func (t *trainer) run(sentences []*conllu.Sentence, tags *tagset, devs [][]*example) {
	start := time.Now()
	words := 0
	for _, s := range sentences {
		words += len(s.Words)
	}
	steps := t.o.epochs * (words/t.o.batch + 1)
	t.net.pack()
	names := newNamePool(sentences)
	for epoch := range t.o.epochs {
		all := examples(sentences, tags)
		for _, e := range all {
			augment(t.rand, e, tags, names)
		}
		loss, seen := 0.0, 0
		for _, b := range t.batches(all) {
			t.opt.step++
			progress := float64(t.opt.step) / float64(steps)
			t.opt.rate = t.o.rate * min(1, float64(t.opt.step)/300) * max(0.02, 1-progress)
			loss += t.step(b)
			if t.opt.step%averageEvery == 0 && epoch > 0 {
				t.average()
			}
			for _, e := range b {
				seen += len(e.forms)
			}
		}
		fmt.Printf("epoch %d: loss %.4f, %.0f s", epoch+1, loss/float64(seen), time.Since(start).Seconds())
		t.swap()
		for _, d := range devs {
			fmt.Print("  ", t.workers[0].measure(d, tags))
		}
		fmt.Println()
		if epoch < t.o.epochs-1 {
			t.swap()
		}
	}
}

// averageEvery is after how many steps the running mean of the weights, which
// is what is measured and written (Polyak and Juditsky 1992), is brought
// forward.
const averageEvery = 10

func (t *trainer) average() {
	for _, p := range append(t.net.params(), t.net.embed) {
		p.average(0.98)
	}
}

// swap exchanges the weights and their means, once there are means.
func (t *trainer) swap() {
	for _, p := range append(t.net.params(), t.net.embed) {
		if p.mean != nil {
			p.swap()
		}
	}
	t.net.pack()
}

// batches shuffles the examples and puts such of like length together.
func (t *trainer) batches(all []*example) [][]*example {
	t.rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	const pool = 1500 // sentences that are sorted by length
	var out [][]*example
	for i := 0; i < len(all); i += pool {
		p := all[i:min(i+pool, len(all))]
		slices.SortStableFunc(p, func(a, b *example) int { return len(a.forms) - len(b.forms) })
		n, from := 0, 0
		for k, e := range p {
			n += len(e.forms)
			if n >= t.o.batch || k == len(p)-1 {
				out = append(out, p[from:k+1])
				n, from = 0, k+1
			}
		}
	}
	t.rand.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// step learns from one batch, which the workers share.
func (t *trainer) step(b []*example) float64 {
	var wg sync.WaitGroup
	batches := make([]*batch, len(t.workers))
	for i, w := range t.workers {
		var part []*example
		for k := i; k < len(b); k += len(t.workers) {
			part = append(part, b[k])
		}
		if len(part) == 0 {
			continue
		}
		batches[i] = newBatch(part)
		wg.Go(func() { w.train(batches[i]) })
	}
	wg.Wait()
	n, loss := 0, 0.0
	for i, x := range batches {
		if x != nil {
			n += x.n
			loss += t.workers[i].loss
		}
	}
	t.update(batches, 1/float32(n))
	return loss
}
