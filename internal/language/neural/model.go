package neural

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Size is the shape of the network.
type Size struct {
	Embed  int // length of a learned row
	Hidden int // cells of one direction of a layer
	Arc    int // length of the vectors whose product scores an arc
	Rel    int // hidden units before the relations
	Tag    int // hidden units before the tags
	Rels   int // number of relations
	Tags   int // number of tags
}

// Linear is a linear map in floating point, row after row.
type Linear struct {
	In, Out int
	W, B    []float32 // B may be nil
}

// Weights is a network in floating point, as training leaves it.
//
// A word is read as the sum of its learned rows, beside its vector. Two layers
// follow, each reading both ways with the cells of cell.go. The outputs of the
// second, two for each word, go through Top, which gives one after the other
// the vectors for arcs (as dependent, as head), for relations (as dependent, as
// head) and for tags; the tags also read the first layer through Low.
type Weights struct {
	Size
	Known     []string // words with rows of their own, lower-case, sorted
	RelNames  []string
	TagNames  []string
	Embed     []float32
	In        [2]Linear    // by layer: both directions, one after the other, gates f, g, o
	Recurrent [2][2]Linear // by layer and direction
	Top, Low  Linear
	ArcRoot   []float32 // the root as a head
	ArcBias   []float32 // what makes a word a good head of any
	RelRoot   []float32
	RelFar    []float32 // by Distance
	RelOut    Linear
	TagOut    Linear
}

// modelMagic opens the file.
const modelMagic = "CHNET1\n"

var errModel = errors.New("not a model of this version, or cut short")

// Encode gives the bytes of a model file: the weights in 8 bits.
func (w *Weights) Encode() []byte {
	b := []byte(modelMagic)
	for _, n := range []int{w.Size.Embed, w.Hidden, w.Arc, w.Rel, w.Tag, w.Rels, w.Tags, w.In[0].In} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	b = appendWords(b, w.Known)
	b = appendWords(b, w.RelNames)
	b = appendWords(b, w.TagNames)
	b = appendMatrix(b, Linear{In: len(w.Embed), Out: 1, W: w.Embed})
	for i := range w.In {
		b = appendMatrix(b, w.In[i])
		b = appendMatrix(b, w.Recurrent[i][0])
		b = appendMatrix(b, w.Recurrent[i][1])
	}
	for _, m := range []Linear{w.Top, w.Low, w.RelOut, w.TagOut} {
		b = appendMatrix(b, m)
	}
	for _, v := range [][]float32{w.ArcRoot, w.ArcBias, w.RelRoot, w.RelFar} {
		b = appendFloats(b, v)
	}
	return b
}

func appendFloats(b []byte, v []float32) []byte {
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return b
}

// appendMatrix appends a map: a scale for each row, the biases, the weights.
func appendMatrix(b []byte, m Linear) []byte {
	scales := make([]float32, m.Out)
	for i := range scales {
		top := float32(0)
		for _, v := range m.W[i*m.In : (i+1)*m.In] {
			top = max(top, v, -v)
		}
		scales[i] = max(top, 1e-9) / 127
	}
	b = appendFloats(b, scales)
	bias := m.B
	if bias == nil {
		bias = make([]float32, m.Out)
	}
	b = appendFloats(b, bias)
	for i, s := range scales {
		for _, v := range m.W[i*m.In : (i+1)*m.In] {
			b = append(b, byte(int8(math.Round(float64(v/s)))))
		}
	}
	return b
}

// Model is a network ready to run. It is not changed by running and may be
// shared by goroutines.
type Model struct {
	Size
	RelNames, TagNames []string
	Vocabulary         *Vocabulary
	rootRel            int32
	embed              []int8
	embedScale         float32
	in                 [2]matrix
	recurrent          [2][2]matrix
	top, low           matrix
	arcRoot            []int16
	arcBias            []float32
	relRoot, relFar    []float32
	relOut, tagOut     matrix
}

// Steps in which activations are told: one is this many. What the weights
// multiply has seven bits, written with middle added, from 1 to 127: so few
// that the sums of the vector units cannot overflow. On the treebanks it costs
// 0.05 points of LAS against sixteen bits.
const (
	inputStep = 21      // what the first layer reads of a word, between -3 and 3
	cellStep  = 63      // outputs of cells and hidden units, which are between -1 and 1
	arcStep   = 1 << 11 // vectors of arcs, which are between -2 and 2
	middle    = 64
)

// ReadModel reads what Encode gave.
func ReadModel(b []byte, l *Lexicon) (*Model, error) {
	r := reader{b: b}
	if string(r.bytes(len(modelMagic))) != modelMagic {
		return nil, fmt.Errorf("read model: %w", errModel)
	}
	m := &Model{}
	in := 0
	for _, p := range []*int{&m.Size.Embed, &m.Hidden, &m.Arc, &m.Rel, &m.Tag, &m.Rels, &m.Tags, &in} {
		if *p = int(r.u32()); *p < 1 || *p > 1<<14 {
			return nil, fmt.Errorf("read model: %w", errModel)
		}
	}
	if m.Hidden%16 != 0 || m.Arc%16 != 0 || m.Rel%16 != 0 || m.Tag%16 != 0 || in != m.Size.Embed+l.Dim || in%4 != 0 {
		return nil, fmt.Errorf("read model: sizes %+v with vectors of %d: %w", m.Size, l.Dim, errModel)
	}
	known := r.words()
	m.Vocabulary = &Vocabulary{l, known}
	m.RelNames, m.TagNames = r.names(), r.names()
	rows := m.Vocabulary.Rows()
	m.embedScale = r.floats1()
	r.floats1()
	m.embed = r.int8s(rows * m.Size.Embed)
	for i := range m.in {
		m.in[i] = r.matrix(in, 6*m.Hidden, map[bool]float32{true: 1. / inputStep, false: 1. / cellStep}[i == 0])
		m.recurrent[i][0] = r.matrix(m.Hidden, 3*m.Hidden, 1./cellStep)
		m.recurrent[i][1] = r.matrix(m.Hidden, 3*m.Hidden, 1./cellStep)
		in = 2 * m.Hidden
	}
	m.top = r.matrix(in, 2*m.Arc+2*m.Rel+m.Tag, 1./cellStep)
	m.low = r.matrix(in, m.Tag, 1./cellStep)
	m.relOut = r.matrix(m.Rel, m.Rels, 1./cellStep)
	m.tagOut = r.matrix(m.Tag, m.Tags, 1./cellStep)
	if r.failed {
		return nil, fmt.Errorf("read model: %w", errModel)
	}
	for i := range m.in {
		m.in[i].foldMiddle(&m.recurrent[i])
	}
	root := r.floats(m.Arc)
	m.arcBias = r.floats(m.Arc)
	m.relRoot = r.floats(m.Rel)
	m.relFar = r.floats(m.Rel * Distances)
	if r.failed || len(m.RelNames) != m.Rels || len(m.TagNames) != m.Tags {
		return nil, fmt.Errorf("read model: %w", errModel)
	}
	m.rootRel = int32(slices.Index(m.RelNames, "root"))
	if m.rootRel < 0 {
		return nil, fmt.Errorf("read model: no relation named root: %w", errModel)
	}
	for i, v := range root {
		m.arcRoot = append(m.arcRoot, int16(roundEven(float32(max(-1.9, min(1.9, v))*arcStep))))
		m.arcBias[i] = max(-0.9, min(0.9, m.arcBias[i])) // no sum of products may overflow
	}
	return m, nil
}

// roundEven rounds to the nearest integer, halves to the even one, as vector
// units do.
func roundEven(v float32) int32 { return int32(math.RoundToEven(float64(v))) }

// Distances is the number of classes of Distance.
const Distances = 16

// Distance gives the class of the way from a word to its head, both counted
// from 1; head 0 is the root.
func Distance(word, head int) int {
	if head == 0 {
		return 0
	}
	d := word - head
	back := 0
	if d < 0 {
		d, back = -d, 7
	}
	switch {
	case d <= 4:
		return back + d
	case d <= 8:
		return back + 5
	case d <= 16:
		return back + 6
	}
	return back + 7
}
