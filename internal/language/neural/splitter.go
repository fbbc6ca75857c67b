package neural

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// SplitWeights is the network that tells where sentences begin, in floating
// point, as training leaves it. It reads a word as the parser's network does,
// with the parser's rows, and beside it the kind of the gap before the word.
// Two layers follow that read both ways; hidden units read both of them; their
// product with Out says whether a sentence begins with the word.
type SplitWeights struct {
	Hidden, Units, Gaps int
	Gap                 []float32 // by kind: what a gap adds to the gates of the first layer
	In                  [2]Linear
	Recurrent           [2][2]Linear
	High, Low, Out      Linear
}

// splitMagic opens the file.
const splitMagic = "CHSPL1\n"

var errSplitter = errors.New("not a splitter of this version, or cut short")

// Encode gives the bytes of a splitter file: the weights in 8 bits.
func (w *SplitWeights) Encode() []byte {
	b := []byte(splitMagic)
	for _, n := range []int{w.Hidden, w.Units, w.Gaps} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	b = appendFloats(b, w.Gap)
	for i := range w.In {
		b = appendMatrix(b, w.In[i])
		b = appendMatrix(b, w.Recurrent[i][0])
		b = appendMatrix(b, w.Recurrent[i][1])
	}
	for _, m := range []Linear{w.High, w.Low, w.Out} {
		b = appendMatrix(b, m)
	}
	return b
}

// Splitter is one or more networks of SplitWeights ready to run, whose answers
// are averaged. It is not changed by running and may be shared by goroutines.
type Splitter struct{ members []splitNet }

// splitNet is one network: a model with one tag, "a sentence begins", and
// nothing for trees.
type splitNet struct {
	m    *Model
	gaps [][]float32
}

// ReadSplitter reads what Encode gave, for each network after the other. The
// words are those of the parser's model, with which the splitter must have
// been trained.
func ReadSplitter(b []byte, base *Model) (*Splitter, error) {
	s := &Splitter{}
	r := reader{b: b}
	for len(s.members) == 0 || len(r.b) > 0 && !r.failed {
		n, ok := r.splitNet(base)
		if !ok {
			return nil, fmt.Errorf("read splitter: %w", errSplitter)
		}
		s.members = append(s.members, n)
	}
	return s, nil
}

func (r *reader) splitNet(base *Model) (s splitNet, ok bool) {
	if string(r.bytes(len(splitMagic))) != splitMagic {
		return s, false
	}
	hidden, units, gaps := int(r.u32()), int(r.u32()), int(r.u32())
	for _, n := range []int{hidden, units} {
		if n < 16 || n > 1<<12 || n%16 != 0 {
			return s, false
		}
	}
	if gaps < 1 || gaps > 64 {
		return s, false
	}
	m := &Model{
		Size:       Size{Embed: base.Size.Embed, Hidden: hidden, Tag: units, Tags: 1},
		Vocabulary: base.Vocabulary, embed: base.embed, embedScale: base.embedScale,
	}
	s.m = m
	for range gaps {
		s.gaps = append(s.gaps, r.floats(6*hidden))
	}
	in := base.in[0].in
	for i := range m.in {
		m.in[i] = r.matrix(in, 6*hidden, map[bool]float32{true: 1. / inputStep, false: 1. / cellStep}[i == 0])
		m.recurrent[i][0] = r.matrix(hidden, 3*hidden, 1./cellStep)
		m.recurrent[i][1] = r.matrix(hidden, 3*hidden, 1./cellStep)
		in = 2 * hidden
	}
	m.top, m.low = r.matrix(in, units, 1./cellStep), r.matrix(in, units, 1./cellStep)
	m.tagOut = r.matrix(units, 1, 1./cellStep)
	if r.failed {
		return s, false
	}
	for i := range m.in {
		m.in[i].foldMiddle(&m.recurrent[i])
	}
	return s, true
}

// SplitRunner runs a splitter over passages with buffers of its own; one per
// goroutine.
type SplitRunner struct {
	s    *Splitter
	runs []*Runner
	gaps []uint8
	sums []float32

	// Open says after Run, by word, how likely a sentence begins with it: the
	// logarithm of the odds.
	Open []float32
}

// NewSplitRunner makes a runner.
func NewSplitRunner(s *Splitter) *SplitRunner {
	r := &SplitRunner{s: s}
	for _, n := range s.members {
		r.runs = append(r.runs, newRunner(n.m, splitSize))
	}
	return r
}

// Begin starts a passage of n words; Word gives them.
func (r *SplitRunner) Begin(n int) {
	for _, run := range r.runs {
		run.Begin(n)
	}
	r.gaps, r.Open = grow(r.gaps, n), grow(r.Open, n)
}

// Word sets word i of the passage and the kind of the gap before it, which
// the first word has not. The form must stay until Run.
func (r *SplitRunner) Word(i int, form string, gap uint8) {
	for _, run := range r.runs {
		run.Word(i, form)
	}
	r.gaps[i] = gap
}

// Run computes Open.
func (r *SplitRunner) Run() {
	clear(r.Open)
	if len(r.Open) == 0 {
		return
	}
	share := 1 / float32(len(r.runs))
	for k, run := range r.runs {
		run.encode(func() { r.addGaps(run, &r.s.members[k]) })
		run.scoreTags()
		w := run.m.tagOut.width()
		for i := range r.Open {
			r.Open[i] += float32(run.y[i*w] * share)
		}
	}
}

// addGaps adds to what the first layer reads of each word the gap before it.
func (r *SplitRunner) addGaps(run *Runner, n *splitNet) {
	w := n.m.in[0].width()
	r.sums = grow(r.sums, len(run.rows)*w)
	for i := 1; i < len(run.rows); i++ {
		sum := r.sums[i*w : (i+1)*w]
		copy(sum, run.rows[i])
		for k, v := range n.gaps[r.gaps[i]] {
			sum[k] += v
		}
		run.rows[i] = sum
	}
}
