package neural

import "math"

// Runner runs a model over sentences with buffers of its own; one per
// goroutine. The results of a run stay until the next.
type Runner struct {
	m *Model
	n int

	Tags  []int32 // by word
	Heads []int32 // by word: 0 is the root, 1 the first word
	Rels  []int32 // by word

	cache    *cache
	rows     [][]float32 // what the layer under way reads, by word
	misses   []miss
	x        []uint8 // input of the misses
	acc      []int32
	step     []int32
	in       []float32
	h        [2][]uint8
	c        []float32
	zero     []uint8 // nothing: middle
	top, low []float32
	dep      []int16
	head     []int16
	scores   []int32
	hidden   []uint8
	y        []float32
	pre      []float32
	flat     []float32 // zeros
	sum      []int32
	tree     tree
}

// NewRunner makes a runner.
func NewRunner(m *Model) *Runner { return newRunner(m, cacheSize) }

func newRunner(m *Model, words int) *Runner {
	zero := make([]uint8, max(m.Hidden, m.in[0].in))
	for i := range zero {
		zero[i] = middle
	}
	return &Runner{m: m, zero: zero, c: make([]float32, m.Hidden), sum: make([]int32, m.Size.Embed),
		pre: make([]float32, max(m.Rel, m.Tag)), cache: newCache(m.in[0].width(), words), flat: make([]float32, m.Arc)}
}

// miss is a word of the sentence that the cache does not hold.
type miss struct {
	form string
	word int // its place in the sentence
	at   int // its place in the cache, or -1
}

// Begin starts a sentence of n words; Word gives them.
func (r *Runner) Begin(n int) {
	r.n = n
	r.rows = grow(r.rows, n)
	r.misses = r.misses[:0]
	r.x = r.x[:0]
	r.Tags, r.Heads, r.Rels = grow(r.Tags, n), grow(r.Heads, n), grow(r.Rels, n)
}

// Word sets word i of the sentence. The form must stay until Run.
func (r *Runner) Word(i int, form string) {
	row, at := r.cache.find(form)
	r.rows[i] = row
	if row != nil {
		return
	}
	r.misses = append(r.misses, miss{form, i, at})
	m := r.m
	w := m.Vocabulary.Word(form)
	E := m.Size.Embed
	sum := r.sum
	clear(sum)
	for _, row := range w.Rows {
		for k, v := range m.embed[int(row)*E : (int(row)+1)*E] {
			sum[k] += int32(v)
		}
	}
	scale := float32(m.embedScale * inputStep)
	for _, v := range sum {
		r.x = append(r.x, clip(roundEven(float32(float32(v)*scale))))
	}
	scale = float32(m.Vocabulary.Lexicon.Scale * inputStep)
	if w.Vector < 0 {
		r.x = append(r.x, r.zero[:m.in[0].in-E]...)
		return
	}
	for _, v := range m.Vocabulary.Lexicon.Vector(w.Vector) {
		r.x = append(r.x, clip(roundEven(float32(float32(v)*scale))))
	}
}

// clip gives an input as the weights want it.
func clip(v int32) uint8 { return uint8(max(-63, min(63, v)) + middle) }

// Run computes tags, heads and relations.
func (r *Runner) Run() {
	if r.n == 0 {
		return
	}
	r.encode(nil)
	r.tag()
	r.arcs()
	r.relations()
}

// encode runs the layers and what reads them, up to top and low. adjust, if
// not nil, may replace what the first layer reads.
func (r *Runner) encode(adjust func()) {
	m := r.m
	n := r.n
	in := &m.in[0]
	w := in.width()
	k := len(r.misses)
	r.acc = grow(r.acc, max(k, n)*w)
	r.in = grow(r.in, max(k, n)*w)
	in.apply(r.in, r.acc, r.x, in.in, k)
	for i, x := range r.misses {
		r.rows[x.word] = r.in[i*w : (i+1)*w]
	}
	if adjust != nil {
		adjust()
	}
	r.layer(0)
	for i, x := range r.misses {
		if x.at >= 0 {
			r.cache.keep(x.form, x.at, r.in[i*w:(i+1)*w])
		}
	}
	m.in[1].apply(r.in, r.acc, r.h[0], 2*m.Hidden, n)
	for i := range n {
		r.rows[i] = r.in[i*w : (i+1)*w]
	}
	r.layer(1)
	w = m.top.width()
	r.top = grow(r.top, n*w)
	r.acc = grow(r.acc, n*w)
	m.top.apply(r.top, r.acc, r.h[1], 2*m.Hidden, n)
	r.low = grow(r.low, n*m.low.width())
	m.low.apply(r.low, r.acc, r.h[0], 2*m.Hidden, n)
}

// layer reads the rows both ways and leaves its outputs in h[depth].
func (r *Runner) layer(depth int) {
	m := r.m
	n, H := r.n, m.Hidden
	r.h[depth] = grow(r.h[depth], n*2*H)
	out := r.h[depth]
	for dir := range 2 {
		rec := &m.recurrent[depth][dir]
		r.step = grow(r.step, rec.width())
		clear(r.c)
		last := r.zero[:H]
		for i := range n {
			t := i
			if dir == 1 {
				t = n - 1 - i
			}
			rec.mul(r.step, last, H, 1)
			h := out[t*2*H+dir*H : t*2*H+(dir+1)*H]
			cell(h, r.c, r.step, r.rows[t][dir*3*H:(dir+1)*3*H], rec.scale)
			last = h
		}
	}
}

func (r *Runner) tag() {
	r.scoreTags()
	m := r.m
	w := m.tagOut.width()
	for i := range r.Tags {
		r.Tags[i] = highest(r.y[i*w : i*w+m.Tags])
	}
}

// scoreTags leaves the scores of the tags in y.
func (r *Runner) scoreTags() {
	m := r.m
	T := m.Tag
	at := 2*m.Arc + 2*m.Rel
	r.hidden = grow(r.hidden, r.n*T)
	for i := range r.n {
		pre := r.pre[:T]
		low := r.low[i*m.low.width():]
		for k, v := range r.top[i*m.top.width()+at:][:T] {
			pre[k] = low[k] + v
		}
		squash8(r.hidden[i*T:(i+1)*T], pre)
	}
	r.output(&m.tagOut)
}

// output gives in y the outputs of out for the hidden units of each word.
func (r *Runner) output(out *matrix) {
	w := out.width()
	r.y = grow(r.y, r.n*w)
	r.acc = grow(r.acc, r.n*w)
	out.apply(r.y, r.acc, r.hidden, out.in, r.n)
}

// highest gives the index of the highest number, the first of equals.
func highest(y []float32) int32 {
	top, at := y[0], 0
	for k, v := range y {
		if v > top {
			top, at = v, k
		}
	}
	return int32(at)
}

func (r *Runner) arcs() {
	m := r.m
	n, A, w := r.n, m.Arc, r.m.top.width()
	r.dep, r.head = grow(r.dep, n*A), grow(r.head, (n+1)*A)
	copy(r.head, m.arcRoot)
	for i := range n {
		y := r.top[i*w:]
		arc16(r.dep[i*A:(i+1)*A], y[:A], m.arcBias)
		arc16(r.head[(i+1)*A:(i+2)*A], y[A:2*A], r.flat)
	}
	r.scores = grow(r.scores, n*(n+1))
	for i := range n {
		dots(r.scores[i*(n+1):(i+1)*(n+1)], r.dep[i*A:(i+1)*A], r.head[:(n+1)*A])
	}
	r.tree.find(r.Heads, r.scores, n)
}

func (r *Runner) relations() {
	m := r.m
	R, w := m.Rel, r.m.top.width()
	r.hidden = grow(r.hidden, r.n*R)
	for i := range r.n {
		pre := r.pre[:R]
		h := int(r.Heads[i])
		from := m.relRoot
		if h > 0 {
			from = r.top[(h-1)*w+2*m.Arc+R:][:R]
		}
		far := m.relFar[Distance(i+1, h)*R:][:R]
		for k, v := range r.top[i*w+2*m.Arc:][:R] {
			pre[k] = v + from[k] + far[k]
		}
		squash8(r.hidden[i*R:(i+1)*R], pre)
	}
	r.output(&m.relOut)
	w = m.relOut.width()
	for i := range r.Rels {
		y := r.y[i*w : i*w+m.Rels]
		y[m.rootRel] = -math.MaxFloat32
		r.Rels[i] = m.rootRel
		if r.Heads[i] > 0 {
			r.Rels[i] = highest(y)
		}
	}
}

// grow gives a slice of n elements, of any content, reusing s.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
