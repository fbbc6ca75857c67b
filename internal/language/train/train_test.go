package main

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language/conllu"
	"github.com/chancery-project/chancery/internal/language/neural"
)

// bank is a treebank of our own, large enough to run.
const bank = `1	The	the	DET	DT	_	2	det	_	_
2	ministers	minister	NOUN	NNS	Number=Plur	3	nsubj	_	_
3	met	meet	VERB	VBD	Tense=Past	0	root	_	_
4	in	in	ADP	IN	_	5	case	_	_
5	Vienna	Vienna	PROPN	NNP	Number=Sing	3	obl	_	SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_

1	Alois	Alois	PROPN	NNP	Number=Sing	3	nsubj	_	_
2	Mock	Mock	PROPN	NNP	Number=Sing	1	flat	_	_
3	visited	visit	VERB	VBD	Tense=Past	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	ministers	minister	NOUN	NNS	Number=Plur	3	obj	_	_
6	of	of	ADP	IN	_	7	case	_	_
7	Hungary	Hungary	PROPN	NNP	Number=Sing	5	nmod	_	SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

`

func sample(t *testing.T) []*conllu.Sentence {
	t.Helper()
	s, err := conllu.ReadAll(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The slopes that the way back computes must be those of the loss.
func TestGradients(t *testing.T) {
	sentences := sample(t)
	lexicon, err := neural.ReadLexicon(neural.WriteLexicon(neural.LexiconEntries{Dim: 2, Scale: 0.1, Words: []string{"met", "vienna"}, Vectors: []int8{9, -5, 3, 7}}))
	if err != nil {
		t.Fatal(err)
	}
	tags := newTagset(sentences)
	words, count := frequentWords(sentences, 1)
	o := defaults
	o.count = count
	r := rand.New(rand.NewPCG(1, 1))
	n := newNet(r, neural.NewVocabulary(lexicon, words), neural.Size{Embed: 6, Hidden: 5, Arc: 4, Rel: 4, Tag: 4, Rels: len(relations()), Tags: len(tags.tags)})
	for i := range n.embed.w {
		n.embed.w[i] = r.Float32() - 0.5
	}
	w := newWorker(n, &o, 1)
	b := newBatch(examples(sentences, tags))
	loss := func() float64 {
		w.rand = rand.New(rand.NewPCG(5, 5)) // the same dropout each time
		n.pack()
		w.train(b)
		return w.loss
	}
	loss()
	grads := map[*param][]float32{}
	for _, p := range n.params() {
		grads[p] = append([]float32{}, w.grad(p)...)
	}
	for k, p := range n.params() {
		if p == n.tagHigh.b {
			continue // takes no part
		}
		for range 6 {
			i := r.IntN(len(p.w))
			const step = 4e-3
			old := p.w[i]
			p.w[i] = old + step
			up := loss()
			p.w[i] = old - step
			down := loss()
			p.w[i] = old
			got, want := float64(grads[p][i]), (up-down)/(2*step)
			if math.Abs(got-want) > 0.01+0.03*math.Abs(want) {
				t.Errorf("weights %d, number %d: slope %v, by differences %v", k, i, got, want)
			}
		}
	}
}

// Training twice gives the same model, and one that can be read.
func TestTrainingRepeats(t *testing.T) {
	dir := t.TempDir()
	lexicon := neural.WriteLexicon(neural.LexiconEntries{Dim: 2, Scale: 0.1, Words: []string{"met", "vienna"}, Vectors: []int8{9, -5, 3, 7}})
	bankFile := filepath.Join(dir, "bank.conllu")
	for name, data := range map[string][]byte{"lexicon.bin": lexicon, "bank.conllu": []byte(strings.Repeat(bank, 20))} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var models [2][]byte
	for i := range models {
		err := run([]string{"model", "-dir", dir, "-epochs", "2", "-hidden", "16", "-arc", "16", "-rel", "16", "-tag", "16", "-batch", "60", "-data", bankFile, "-dev", bankFile})
		if err != nil {
			t.Fatal(err)
		}
		if models[i], err = os.ReadFile(filepath.Join(dir, "english.bin")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("the same training gave two models")
	}
}

func TestAddTitle(t *testing.T) {
	sentences := sample(t)
	tags := newTagset(sentences)
	e := examples(sentences, tags)[1] // Alois Mock visited …
	if !fitsTitle(e, 0) || fitsTitle(e, 6) {
		t.Fatalf("fit for a title: Alois %v, Hungary %v", fitsTitle(e, 0), fitsTitle(e, 6))
	}
	title := []insertion{{form: "Prime", head: 1, rel: 11}, {form: "Minister", head: -1, rel: 12}}
	insert(e, 0, title, []int{0, 0})
	if got := strings.Join(e.forms[:5], " "); got != "Prime Minister Alois Mock visited" {
		t.Errorf("forms: %s", got)
	}
	want := []int{2, 3, 5, 3, 0, 7, 5, 9, 7, 5}
	for i, h := range want {
		if e.heads[i] != h {
			t.Errorf("heads %v, want %v", e.heads, want)
			break
		}
	}
}
