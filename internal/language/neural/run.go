package neural

import "math"

// Runner runs a model over sentences with buffers of its own; one per
// goroutine. It reads several sentences at once, which is faster and gives the
// same. The results of a run stay until the next.
type Runner struct {
	m      *Model
	n      int   // words of all sentences
	starts []int // first word of each sentence, and n

	Tags  []int32 // by word, of all sentences
	Heads []int32 // by word: 0 is the root, 1 the first word of its sentence
	Rels  []int32 // by word

	cache    *cache[float32] // what the first layer makes of words
	inputs   *cache[uint8]   // what it reads of them
	rows     [][]float32     // what the layer under way reads, by word
	misses   []miss
	x        []uint8 // input of the misses
	acc      []int32
	step     []int32
	in       []float32
	h        [2][]uint8
	lanes    [lanes]lane
	c        []float32 // state of each lane
	last     []uint8   // output of each lane
	zero     []uint8   // nothing: middle
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
	return &Runner{m: m, zero: zero, c: make([]float32, lanes*m.Hidden), last: make([]uint8, lanes*m.Hidden), sum: make([]int32, m.Size.Embed),
		pre: make([]float32, max(m.Rel, m.Tag)), cache: newCache[float32](m.in[0].width(), words), inputs: newCache[uint8](m.in[0].in, inputSize*words), flat: make([]float32, m.Arc)}
}

// miss is a word that the cache does not hold.
type miss struct {
	form string
	word int // its place among the words
	at   int // its place in the cache, or -1
}

// Begin starts sentences of so many words each; Word gives them.
func (r *Runner) Begin(lengths ...int) {
	n := 0
	r.starts = r.starts[:0]
	for _, l := range lengths {
		r.starts = append(r.starts, n)
		n += l
	}
	r.starts = append(r.starts, n)
	r.n = n
	r.rows = grow(r.rows, n)
	r.misses = r.misses[:0]
	r.x = r.x[:0]
	r.Tags, r.Heads, r.Rels = grow(r.Tags, n), grow(r.Heads, n), grow(r.Rels, n)
}

// Word sets word i, counted through all sentences. The form must stay until
// Run.
func (r *Runner) Word(i int, form string) {
	row, at := r.cache.find(form)
	r.rows[i] = row
	if row != nil {
		return
	}
	r.misses = append(r.misses, miss{form, i, at})
	kept, place := r.inputs.find(form)
	if kept != nil {
		r.x = append(r.x, kept...)
		return
	}
	from := len(r.x)
	r.input(form)
	if place >= 0 {
		r.inputs.keep(form, place, r.x[from:])
	}
}

// input appends to x what the network reads of a word.
func (r *Runner) input(form string) {
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
	r.in = grow(r.in, max(k, n)*w)
	r.apply(in, r.in, r.x, k)
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
	r.apply(&m.in[1], r.in, r.h[0], n)
	for i := range n {
		r.rows[i] = r.in[i*w : (i+1)*w]
	}
	r.layer(1)
	w = m.top.width()
	r.top = grow(r.top, n*w)
	r.apply(&m.top, r.top, r.h[1], n)
	r.low = grow(r.low, n*m.low.width())
	r.apply(&m.low, r.low, r.h[0], n)
}

// lanes is how many sentences are read side by side: the weights are fetched
// once for all of them.
const lanes = atOnce

// lane is a sentence under way in one direction.
type lane struct{ word, step, left int }

// layer reads the rows both ways and leaves its outputs in h[depth]. As soon as
// a lane is through its sentence, it takes the next.
func (r *Runner) layer(depth int) {
	H := r.m.Hidden
	r.h[depth] = grow(r.h[depth], r.n*2*H)
	out := r.h[depth]
	for dir := range 2 {
		rec := &r.m.recurrent[depth][dir]
		w := rec.width()
		r.step = grow(r.step, lanes*w)
		next, n := 0, 0
		for n < lanes && r.enter(n, dir, &next) {
			n++
		}
		for n > 0 {
			if n == 3 {
				rec.mul(r.step, r.last, H, 4) // is faster than three
			} else {
				rec.mul(r.step, r.last, H, n)
			}
			for k := n - 1; k >= 0; k-- {
				l := &r.lanes[k]
				h := out[l.word*2*H+dir*H:][:H]
				cell(h, r.c[k*H:(k+1)*H], r.step[k*w:], r.rows[l.word][dir*3*H:(dir+1)*3*H], rec.scale)
				copy(r.last[k*H:], h)
				l.word += l.step
				l.left--
				if l.left == 0 && !r.enter(k, dir, &next) {
					n--
					r.move(n, k)
				}
			}
		}
	}
}

// enter lets lane k begin the next sentence that has words.
func (r *Runner) enter(k, dir int, next *int) bool {
	for ; *next < len(r.starts)-1; *next++ {
		from, to := r.starts[*next], r.starts[*next+1]
		if from == to {
			continue
		}
		r.lanes[k] = lane{from, 1, to - from}
		if dir == 1 {
			r.lanes[k] = lane{to - 1, -1, to - from}
		}
		*next++
		H := r.m.Hidden
		clear(r.c[k*H : (k+1)*H])
		copy(r.last[k*H:(k+1)*H], r.zero)
		return true
	}
	return false
}

// move puts one lane in the place of another.
func (r *Runner) move(from, to int) {
	H := r.m.Hidden
	r.lanes[to] = r.lanes[from]
	copy(r.c[to*H:(to+1)*H], r.c[from*H:(from+1)*H])
	copy(r.last[to*H:(to+1)*H], r.last[from*H:(from+1)*H])
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
	r.apply(out, r.y, r.hidden, r.n)
}

// apply gives in y the outputs of a map for n inputs.
func (r *Runner) apply(m *matrix, y []float32, x []uint8, n int) {
	r.acc = grow(r.acc, atOnce*m.width())
	m.apply(y, r.acc, x, n)
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
	for k, from := range r.starts[:len(r.starts)-1] {
		r.arcsOf(from, r.starts[k+1])
	}
}

// arcsOf finds the heads of the sentence of words [from,to).
func (r *Runner) arcsOf(from, to int) {
	m := r.m
	n, A, w := to-from, m.Arc, r.m.top.width()
	r.dep, r.head = grow(r.dep, n*A), grow(r.head, (n+1)*A)
	copy(r.head, m.arcRoot)
	for i := range n {
		y := r.top[(from+i)*w:]
		arc16(r.dep[i*A:(i+1)*A], y[:A], m.arcBias)
		arc16(r.head[(i+1)*A:(i+2)*A], y[A:2*A], r.flat)
	}
	r.scores = grow(r.scores, n*(n+1))
	for i := range n {
		dots(r.scores[i*(n+1):(i+1)*(n+1)], r.dep[i*A:(i+1)*A], r.head[:(n+1)*A])
	}
	r.tree.find(r.Heads[from:to], r.scores, n)
}

func (r *Runner) relations() {
	m := r.m
	R, w := m.Rel, r.m.top.width()
	r.hidden = grow(r.hidden, r.n*R)
	sentence := 0
	for i := range r.n {
		for r.starts[sentence+1] <= i {
			sentence++
		}
		first := r.starts[sentence]
		pre := r.pre[:R]
		h := int(r.Heads[i])
		from := m.relRoot
		if h > 0 {
			from = r.top[(first+h-1)*w+2*m.Arc+R:][:R]
		}
		far := m.relFar[Distance(i-first+1, h)*R:][:R]
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
