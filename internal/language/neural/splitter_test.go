package neural

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// toyModel is a parser's model of chance, small enough to be made here.
func toyModel(t *testing.T) (*Model, *Weights) {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 4))
	some := func(in, out int) Linear {
		l := Linear{In: in, Out: out, W: make([]float32, in*out), B: make([]float32, out)}
		for i := range l.W {
			l.W[i] = r.Float32() - 0.5
		}
		return l
	}
	w := &Weights{Size: Size{Embed: 2, Hidden: 16, Arc: 16, Rel: 16, Tag: 16, Rels: 1, Tags: 1}, Known: []string{"rome"}, RelNames: []string{"root"}, TagNames: []string{"X _ _"}}
	w.Embed = some(2*(WordStart+2), 1).W
	in := 4
	for i := range w.In {
		w.In[i] = some(in, 96)
		w.Recurrent[i] = [2]Linear{some(16, 48), some(16, 48)}
		in = 32
	}
	w.Top, w.Low, w.RelOut, w.TagOut = some(32, 80), some(32, 16), some(16, 1), some(16, 1)
	w.ArcRoot, w.ArcBias, w.RelRoot, w.RelFar = some(16, 1).W, some(16, 1).W, some(16, 1).W, some(16, Distances).W
	m, err := ReadModel(w.Encode(), toyLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	return m, w
}

// toySplitter says of every word the number bias, and adds what the gaps say.
func toySplitter(base *Weights, bias float32) *SplitWeights {
	w := &SplitWeights{Hidden: 16, Units: 16, Gaps: 2, Gap: make([]float32, 2*96), In: base.In, Recurrent: base.Recurrent}
	w.High = Linear{In: 32, Out: 16, W: make([]float32, 32*16)}
	w.Low = w.High
	w.Out = Linear{In: 16, Out: 1, W: make([]float32, 16), B: []float32{bias}}
	return w
}

func TestDecode(t *testing.T) {
	_, w := toyModel(t)
	b := w.Encode()
	back, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(back.Encode(), b) {
		t.Error("decoded and written again, the model has other bytes")
	}
	if _, err := Decode(b[:len(b)-1]); err == nil {
		t.Error("a file cut short gives no error")
	}
}

// The answers of the networks in a file are averaged; gaps count.
func TestSplitter(t *testing.T) {
	base, w := toyModel(t)
	one, two := toySplitter(w, 1), toySplitter(w, 3)
	open := func(file []byte) []float32 {
		t.Helper()
		s, err := ReadSplitter(file, base)
		if err != nil {
			t.Fatal(err)
		}
		r := NewSplitRunner(s)
		r.Begin(3)
		for i, form := range []string{"Rome", "romes", "Rome"} {
			r.Word(i, form, uint8(i%2))
		}
		r.Run()
		return append([]float32{}, r.Open...)
	}
	for i, v := range open(append(one.Encode(), two.Encode()...)) {
		if v < 1.99 || v > 2.01 {
			t.Errorf("word %d: %v, want 2, the mean of 1 and 3", i, v)
		}
	}
	for i := range one.Low.W {
		one.Low.W[i] = 0.5
	}
	for i := range one.Out.W {
		one.Out.W[i] = 1
	}
	before := open(one.Encode())
	for i := range one.Gap[96:] {
		one.Gap[96+i] = 2
	}
	if after := open(one.Encode()); after[1] == before[1] {
		t.Errorf("the second word has a gap of the second kind, which changes nothing: %v, %v", before, after)
	}
}

func TestReadSplitterRefusesJunk(t *testing.T) {
	base, w := toyModel(t)
	good := toySplitter(w, 1).Encode()
	for _, n := range []int{0, 1, len(splitMagic), len(splitMagic) + 12, len(good) / 2, len(good) - 1} {
		if _, err := ReadSplitter(good[:n], base); err == nil {
			t.Errorf("the first %d of %d bytes give no error", n, len(good))
		}
	}
	if _, err := ReadSplitter(append(good, 'x'), base); err == nil {
		t.Error("a byte too many gives no error")
	}
}
