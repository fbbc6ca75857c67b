package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

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
	return report(dev, lex, b, nil, lemmas)
}

// examples turns sentences into examples as they are.
func examples(sentences []*conllu.Sentence, tags *tagset) []*example {
	var all []*example
	for _, s := range sentences {
		e := &example{}
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
