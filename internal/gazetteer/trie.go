package gazetteer

// The trie maps runs of words to senses. An edge is a slot of one open
// addressing table, keyed by a 64-bit mix of the node it leaves and the hash
// of its word; two edges with the same key would be one edge. With the 100,000
// edges or so that the data have, the odds of any such pair are 1 in 10^9.

type slot struct {
	key  uint64 // 0: free
	node uint32
}

// node is a place where names can end. What a name must be spelled like falls
// in three classes; each list holds also the senses of the laxer classes.
type node struct {
	any   span // names of lower-case words, such as offices: spelled in any way
	upper span // and names with capitals: the words of capMask start with one
	caps  span // and abbreviations: the words of capsMask are all capitals
	// Words of the name, first word in bit 0. Where names of one node differ
	// the mask holds what all of them ask for.
	upperMask, capsUpper, capsMask uint16
}

type span struct{ from, to uint32 }

func (s span) empty() bool { return s.from == s.to }

type trie struct {
	slots  []slot
	used   int
	nodes  []node
	senses []Sense
	roots  []uint64 // bit set of the hashes with which a name begins
	low    []uint64 // the same for names that begin with a lower-case word
}

const rootBits = 16 // size of roots in bits, as a power of two, is 19

func edgeKey(from uint32, hash uint64) uint64 {
	k := (hash ^ uint64(from)*0x9e3779b97f4a7c15) * 0xd6e8feb86659fd93
	k ^= k >> 32
	if k == 0 {
		k = 1
	}
	return k
}

// child gives the node behind the edge, or 0: no edge leads to the root.
func (t *trie) child(from uint32, hash uint64) uint32 {
	k := edgeKey(from, hash)
	mask := uint64(len(t.slots) - 1)
	for i := k & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.key == k {
			return s.node
		}
		if s.key == 0 {
			return 0
		}
	}
}

func hasBit(set []uint64, hash uint64) bool {
	i := hash >> (64 - rootBits - 3)
	return set[i>>6]&(1<<(i&63)) != 0
}

func setBit(set []uint64, hash uint64) {
	i := hash >> (64 - rootBits - 3)
	set[i>>6] |= 1 << (i & 63)
}

// at gives the senses of a node for a name spelled with the given masks of
// capital and all-capital words.
func (t *trie) at(n uint32, upper, all uint16) []Sense {
	d := &t.nodes[n]
	s := d.any
	if d.upper != d.any && upper&d.upperMask == d.upperMask {
		s = d.upper
	}
	if d.caps != d.upper && upper&d.capsUpper == d.capsUpper && all&d.capsMask == d.capsMask {
		s = d.caps
	}
	if s.empty() {
		return nil
	}
	return t.senses[s.from:s.to:s.to]
}

// find gives all senses of a name, whatever its case and diacritics, best prior
// first; nil where there are none.
func (t *trie) find(name string) []Sense {
	var n uint32
	for _, w := range appendName(nil, name) {
		if n = t.child(n, w.hash); n == 0 {
			return nil
		}
	}
	if n == 0 {
		return nil
	}
	return t.at(n, 0xffff, 0xffff)
}
