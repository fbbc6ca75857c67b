package gazetteer

import (
	"cmp"
	"slices"
)

// entry is a name on its way into the trie.
type entry struct {
	node       uint32
	sense      Sense
	prior      uint16 // higher is likelier
	upper, all uint16 // words that need a capital, and all capitals
}

// builder makes a trie.
type builder struct {
	trie
	entries []entry
	words   []word
}

func newBuilder(names int) *builder {
	size := 1024
	for size < names*2 {
		size *= 2
	}
	b := &builder{entries: make([]entry, 0, names)}
	b.slots = make([]slot, size)
	b.nodes = make([]node, 1, names)
	b.roots = make([]uint64, 1<<(rootBits+3-6))
	b.low = make([]uint64, 1<<(rootBits+3-6))
	return b
}

// grow doubles the table of edges.
func (b *builder) grow() {
	old := b.slots
	b.slots = make([]slot, 2*len(old))
	mask := uint64(len(b.slots) - 1)
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := s.key & mask
		for b.slots[i].key != 0 {
			i = (i + 1) & mask
		}
		b.slots[i] = s
	}
}

func (b *builder) edge(from uint32, hash uint64) uint32 {
	if b.used*3 > len(b.slots)*2 {
		b.grow()
	}
	k := edgeKey(from, hash)
	mask := uint64(len(b.slots) - 1)
	i := k & mask
	for b.slots[i].key != 0 {
		if b.slots[i].key == k {
			return b.slots[i].node
		}
		i = (i + 1) & mask
	}
	n := uint32(len(b.nodes))
	b.nodes = append(b.nodes, node{})
	b.slots[i] = slot{k, n}
	b.used++
	return n
}

// add puts a name into the trie. The spelling of the name says how text must
// be spelled to match: a word of two or more capitals asks for as much ("UN",
// "LeT", but not "Let"), a word with a capital in front for one, a lower-case
// word for nothing.
func (b *builder) add(name string, s Sense, prior uint16) {
	b.words = appendName(b.words[:0], name)
	if len(b.words) == 0 || len(b.words) > 16 {
		return
	}
	e := entry{sense: s, prior: prior}
	for i, w := range b.words {
		if w.hash == 0 {
			return
		}
		if w.shape&inner != 0 || w.shape&(allCaps|capital) == allCaps|capital {
			e.all |= 1 << i
		}
		if w.shape&capital != 0 {
			e.upper |= 1 << i
		}
		e.node = b.edge(e.node, w.hash)
	}
	h := b.words[0].hash
	setBit(b.roots, h)
	if e.upper&1 == 0 {
		setBit(b.low, h)
	}
	b.entries = append(b.entries, e)
}

// freeze lays the senses out, best prior first; ties by kind, then by ref.
func (b *builder) freeze() trie {
	at := make([]int32, len(b.nodes)+1) // counting sort by node
	for i := range b.entries {
		at[b.entries[i].node+1]++
	}
	for i := 1; i < len(at); i++ {
		at[i] += at[i-1]
	}
	sorted := make([]entry, len(b.entries))
	next := slices.Clone(at)
	for _, e := range b.entries {
		sorted[next[e.node]] = e
		next[e.node]++
	}
	b.senses = make([]Sense, 0, len(sorted)+len(sorted)/8)
	for n := range b.nodes {
		if es := sorted[at[n]:at[n+1]]; len(es) > 0 {
			slices.SortFunc(es, likelier)
			b.layOut(es)
		}
	}
	return b.trie
}

func likelier(x, y entry) int {
	return cmp.Or(cmp.Compare(y.prior, x.prior), cmp.Compare(x.sense.Kind, y.sense.Kind), cmp.Compare(x.sense.Ref, y.sense.Ref))
}

// layOut writes the three lists of one node.
func (b *builder) layOut(es []entry) {
	n := &b.nodes[es[0].node]
	n.upperMask, n.capsUpper, n.capsMask = 0xffff, 0xffff, 0xffff
	var lax, named, abbreviated int
	for _, e := range es {
		switch {
		case e.all != 0:
			abbreviated++
			n.capsUpper &= e.upper
			n.capsMask &= e.all
		case e.upper != 0:
			named++
			n.upperMask &= e.upper
		default:
			lax++
		}
	}
	if lax > 0 {
		n.any = b.list(es, func(e *entry) bool { return e.upper == 0 })
	}
	n.upper = n.any
	if named > 0 {
		n.upper = b.list(es, func(e *entry) bool { return e.all == 0 })
	}
	n.caps = n.upper
	if abbreviated > 0 {
		n.caps = b.list(es, func(*entry) bool { return true })
	}
}

func (b *builder) list(es []entry, keep func(*entry) bool) span {
	s := span{from: uint32(len(b.senses))}
	for i := range es {
		if keep(&es[i]) && !slices.Contains(b.senses[s.from:], es[i].sense) {
			b.senses = append(b.senses, es[i].sense)
		}
	}
	s.to = uint32(len(b.senses))
	return s
}
