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

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
	"github.com/chancery-project/chancery/internal/language/neural"
)

// splitTrainer is the training of a splitter under way.
type splitTrainer struct {
	o       *options
	net     *splitNet
	rand    *rand.Rand
	opt     adam
	workers []*splitWorker
}

// trainSplitter learns where sentences begin and writes the model into the
// folder dir, which holds the lexicon and the model of the parser.
func trainSplitter(o options, dir string, data, dev []string) error {
	lex, err := os.ReadFile(filepath.Join(dir, "lexicon.bin"))
	if err != nil {
		return err
	}
	lexicon, err := neural.ReadLexicon(lex)
	if err != nil {
		return err
	}
	model, err := os.ReadFile(filepath.Join(dir, "english.bin"))
	if err != nil {
		return err
	}
	base, err := neural.Decode(model)
	if err != nil {
		return err
	}
	sentences, err := load(data)
	if err != nil {
		return err
	}
	_, o.count = frequentWords(sentences, 2)
	var devs [][]*passage
	for _, p := range dev {
		s, err := load([]string{p})
		if err != nil {
			return err
		}
		var all []*passage
		for _, doc := range documentsOf(s) {
			all = append(all, passageOf(doc, &language.Document{}))
		}
		devs = append(devs, all)
	}
	var file []byte
	for range o.members {
		t := newSplitTrainer(&o, neural.NewVocabulary(lexicon, base.Known), base)
		t.run(documentsOf(sentences), devs)
		file = append(file, t.net.weights().Encode()...)
		o.seed++
	}
	if err := os.WriteFile(filepath.Join(dir, o.out), file, 0o644); err != nil {
		return err
	}
	lemmas, err := os.ReadFile(filepath.Join(dir, "lemma.txt"))
	if err != nil {
		return err
	}
	return report(dev, lex, model, file, lemmas)
}

func newSplitTrainer(o *options, v *neural.Vocabulary, base *neural.Weights) *splitTrainer {
	r := rand.New(rand.NewPCG(o.seed, 2))
	t := &splitTrainer{o: o, rand: r, opt: adam{beta1: 0.9, beta2: 0.98}}
	t.net = newSplitNet(r, v, base, 64)
	for i := range o.workers {
		t.workers = append(t.workers, newSplitWorker(t.net, o, o.seed*100+uint64(i)))
	}
	return t
}

func (t *splitTrainer) run(docs [][]*conllu.Sentence, devs [][]*passage) {
	start := time.Now()
	words := 0
	for _, d := range docs {
		for _, s := range d {
			words += len(s.Words)
		}
	}
	steps := t.o.epochs * (words/t.o.batch + 1)
	t.net.pack()
	var doc language.Document
	for epoch := range t.o.epochs {
		all := windows(t.rand, docs, &doc)
		loss, seen := 0.0, 0
		for _, b := range t.batches(all) {
			t.opt.step++
			progress := float64(t.opt.step) / float64(steps)
			t.opt.rate = t.o.rate * min(1, float64(t.opt.step)/200) * max(0.02, 1-progress)
			loss += t.step(b)
			for _, p := range b {
				seen += len(p.forms)
			}
			if t.opt.step%averageEvery == 0 && epoch > 0 {
				for _, p := range t.net.params() {
					p.average(0.98)
				}
			}
		}
		fmt.Printf("epoch %d: loss %.4f, %.0f s", epoch+1, loss/float64(seen), time.Since(start).Seconds())
		t.swap()
		for _, d := range devs {
			fmt.Print("  ", t.workers[0].measure(d))
		}
		fmt.Println()
		if epoch < t.o.epochs-1 {
			t.swap()
		}
	}
}

func (t *splitTrainer) swap() {
	for _, p := range t.net.params() {
		if p.mean != nil {
			p.swap()
		}
	}
	t.net.pack()
}

func (t *splitTrainer) batches(all []*passage) [][]*passage {
	t.rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	const pool = 400
	var out [][]*passage
	for i := 0; i < len(all); i += pool {
		p := all[i:min(i+pool, len(all))]
		slices.SortStableFunc(p, func(a, b *passage) int { return len(a.forms) - len(b.forms) })
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

func (t *splitTrainer) step(b []*passage) float64 {
	var wg sync.WaitGroup
	used := make([]bool, len(t.workers))
	n := 0
	for i, w := range t.workers {
		var part []*passage
		for k := i; k < len(b); k += len(t.workers) {
			part = append(part, b[k])
			n += len(b[k].forms)
		}
		if used[i] = len(part) > 0; used[i] {
			wg.Go(func() { w.train(part) })
		}
	}
	wg.Wait()
	loss, norm := 0.0, 0.0
	params := t.net.params()
	for _, p := range params {
		sum := t.workers[0].grad(p)
		for i := 1; i < len(used); i++ {
			if used[i] {
				for k, v := range t.workers[i].grad(p) {
					sum[k] += v
				}
			}
		}
		for _, v := range sum {
			norm += float64(v) * float64(v)
		}
	}
	for i, w := range t.workers {
		if used[i] {
			loss += w.loss
		}
	}
	scale := 8 / float32(n) // most gaps are plain
	if norm = math.Sqrt(norm) * float64(scale); norm > 5 {
		scale *= float32(5 / norm)
	}
	for _, p := range params {
		t.opt.update(p, 0, t.workers[0].grad(p), scale)
	}
	t.net.pack()
	return loss
}

// measure gives the F1 score of sentences, in floating point, of the network
// and of the rules, for paragraphs of whole documents.
func (w *splitWorker) measure(all []*passage) string {
	var gold, right, rightRules, said, saidRules int
	for _, p := range all {
		b := w.forward([]*passage{p}, false)
		n, k := p.match(func(t int) bool { return w.y[b.row(0, t)] > 0 })
		right, said = right+n, said+k
		n, k = p.match(func(t int) bool { return p.gaps[t]&language.GapCut != 0 })
		rightRules, saidRules = rightRules+n, saidRules+k
		_, k = p.match(func(t int) bool { return p.open[t] })
		gold += k
	}
	return fmt.Sprintf("sentences %.2f (rules %.2f)", 200*float64(right)/float64(gold+said), 200*float64(rightRules)/float64(gold+saidRules))
}

// match counts the sentences that begin where open says, and those of them
// that are sentences of the treebank.
func (p *passage) match(open func(t int) bool) (right, said int) {
	goldAt, mineAt := 0, 0 // where the open sentences began
	for t := 1; t <= len(p.open); t++ {
		gold := t == len(p.open) || p.open[t]
		mine := t == len(p.open) || open(t)
		if gold && mine && goldAt == mineAt {
			right++
		}
		if gold {
			goldAt = t
		}
		if mine {
			mineAt = t
			said++
		}
	}
	return right, said
}
