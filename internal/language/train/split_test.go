package main

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/neural"
)

func TestPassage(t *testing.T) {
	p := passageOf(sample(t), &language.Document{})
	if got := strings.Join(p.forms, " "); got != "The ministers met in Vienna . Alois Mock visited the ministers of Hungary ." {
		t.Fatalf("words: %s", got)
	}
	for i, open := range p.open {
		if want := i == 0 || i == 6; open != want {
			t.Errorf("sentence begins with word %d, %s: %v", i, p.forms[i], open)
		}
	}
	if g := p.gaps[5]; g != 0 {
		t.Errorf("gap before the first stop: %d, want none", g)
	}
	if g := p.gaps[6]; g != language.GapSpace|language.GapCut {
		t.Errorf("gap before Alois: %d", g)
	}
	right, said := p.match(func(i int) bool { return i == 6 || i == 8 })
	if right != 1 || said != 3 {
		t.Errorf("with one cut too many, %d of %d sentences are right, want 1 of 3", right, said)
	}
}

// The slopes that the way back computes must be those of the loss.
func TestSplitGradients(t *testing.T) {
	sentences := sample(t)
	lexicon, err := neural.ReadLexicon(neural.WriteLexicon(neural.LexiconEntries{Dim: 2, Scale: 0.1, Words: []string{"met", "vienna"}, Vectors: []int8{9, -5, 3, 7}}))
	if err != nil {
		t.Fatal(err)
	}
	o := splitterDefaults
	_, o.count = frequentWords(sentences, 1)
	r := rand.New(rand.NewPCG(1, 1))
	v := neural.NewVocabulary(lexicon, []string{"met"})
	base := newNet(r, v, neural.Size{Embed: 6, Hidden: 5, Arc: 4, Rel: 4, Tag: 4, Rels: 2, Tags: 2})
	n := newSplitNet(r, v, base.weights([]string{"met"}, &tagset{}), 4)
	w := newSplitWorker(n, &o, 1)
	p := passageOf(sentences, &language.Document{})
	loss := func() float64 {
		w.rand = rand.New(rand.NewPCG(5, 5)) // the same dropout each time
		n.pack()
		w.train([]*passage{p})
		return w.loss
	}
	loss()
	var grads [][]float32
	for _, p := range n.params() {
		grads = append(grads, slices.Clone(w.grad(p)))
	}
	for k, p := range n.params() {
		if p == n.high.b {
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
			got, want := float64(grads[k][i]), (up-down)/(2*step)
			if math.Abs(got-want) > 0.01+0.03*math.Abs(want) {
				t.Errorf("weights %d, number %d: slope %v, by differences %v", k, i, got, want)
			}
		}
	}
}

// Training twice gives the same splitter, one network of it by one seed.
func TestSplitterTrainingRepeats(t *testing.T) {
	dir := t.TempDir()
	lexicon := neural.WriteLexicon(neural.LexiconEntries{Dim: 2, Scale: 0.1, Words: []string{"met", "vienna"}, Vectors: []int8{9, -5, 3, 7}})
	bankFile := filepath.Join(dir, "bank.conllu")
	for name, data := range map[string][]byte{"lexicon.bin": lexicon, "bank.conllu": []byte(strings.Repeat(bank, 20))} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := run([]string{"model", "-dir", dir, "-epochs", "1", "-hidden", "16", "-arc", "16", "-rel", "16", "-tag", "16", "-data", bankFile, "-dev", bankFile}); err != nil {
		t.Fatal(err)
	}
	split := func(more ...string) []byte {
		t.Helper()
		if err := run(append([]string{"splitter", "-dir", dir, "-epochs", "2", "-data", bankFile, "-dev", bankFile}, more...)); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(dir, "splitter.bin"))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	both := split()
	if !bytes.Equal(both, split()) {
		t.Error("the same training gave two splitters")
	}
	if apart := append(split("-members", "1"), split("-members", "1", "-seed", "2")...); !bytes.Equal(both, apart) {
		t.Error("networks trained apart are not those trained together")
	}
}
