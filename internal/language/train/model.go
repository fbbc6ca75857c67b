package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/chancery-project/chancery/internal/language/conllu"
	"github.com/chancery-project/chancery/internal/language/neural"
)

// trainModel learns from the data, prints figures on the way and writes the
// model into the folder dir, which holds the lexicon.
func trainModel(o options, dir string, data, dev []string) error {
	lex, err := os.ReadFile(filepath.Join(dir, "lexicon.bin"))
	if err != nil {
		return fmt.Errorf("read lexicon: %w; make it first with: train lexicon", err)
	}
	lexicon, err := neural.ReadLexicon(lex)
	if err != nil {
		return err
	}
	sentences, err := load(data)
	if err != nil {
		return err
	}
	tags := newTagset(sentences)
	words, count := frequentWords(sentences, 2)
	o.count = count
	v := neural.NewVocabulary(lexicon, words)
	rels := relations()
	size := neural.Size{Embed: 110, Hidden: o.hidden, Arc: o.arc, Rel: o.rel, Tag: o.tag, Rels: len(rels), Tags: len(tags.tags)}
	r := rand.New(rand.NewPCG(o.seed, 1))
	n := newNet(r, v, size)
	fmt.Printf("%d sentences, %d words of their own, %d tags\n", len(sentences), len(words), len(tags.tags))

	t := &trainer{o: &o, net: n, rand: r, opt: adam{beta1: 0.9, beta2: 0.95}}
	for i := range o.workers {
		t.workers = append(t.workers, newWorker(n, &o, o.seed*100+uint64(i)))
	}
	t.embedGrad = map[int32][]float32{}
	var devs [][]*example
	for _, p := range dev {
		s, err := load([]string{p})
		if err != nil {
			return err
		}
		devs = append(devs, examples(s, tags))
	}
	t.run(sentences, tags, devs)
	b := n.weights(words, tags).Encode()
	if _, err := neural.ReadModel(b, lexicon); err != nil {
		return fmt.Errorf("check the new model: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, o.out), b, 0o644); err != nil {
		return err
	}
	lemmas := learnLemmas(sentences)
	if err := os.WriteFile(filepath.Join(dir, "lemma.txt"), lemmas, 0o644); err != nil {
		return err
	}
	return report(dev, lex, b, lemmas)
}

// examples turns sentences into examples as they are.
func examples(sentences []*conllu.Sentence, tags *tagset) []*example {
	var all []*example
	for _, s := range sentences {
		e := &example{news: 1}
		for i := range s.Words {
			w := &s.Words[i]
			e.forms = append(e.forms, w.Form)
			e.upos = append(e.upos, w.UPOS)
			number, ok := tags.number[tagOf(w)]
			if !ok {
				number = -1
			}
			e.tags = append(e.tags, number)
			e.heads = append(e.heads, w.Head)
			e.rels = append(e.rels, max(int(w.Rel)-1, 0))
		}
		all = append(all, e)
	}
	return all
}

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
	for epoch := range t.o.epochs {
		all := examples(sentences, tags)
		for _, e := range all {
			augment(t.rand, e)
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
