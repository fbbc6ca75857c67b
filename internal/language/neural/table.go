package neural

// table finds the number of a word in a fixed list.
type table struct {
	text  string   // all words, end to end
	ends  []uint32 // where word i ends in text
	slots []int32  // number of a word + 1, by hash, with linear probing
	mask  uint64
}

// newTable builds a table over words given end to end.
func newTable(text string, ends []uint32) table {
	n := 16
	for n < 2*len(ends) {
		n *= 2
	}
	t := table{text, ends, make([]int32, n), uint64(n - 1)}
	start := uint32(0)
	for i, end := range ends {
		h := hash(text[start:end], 0) & t.mask
		for t.slots[h] != 0 {
			h = (h + 1) & t.mask
		}
		t.slots[h] = int32(i + 1)
		start = end
	}
	return t
}

// find gives the number of a word, or -1.
func (t *table) find(word []byte) int32 {
	if len(t.slots) == 0 {
		return -1
	}
	for h := hashBytes(word, 0) & t.mask; ; h = (h + 1) & t.mask {
		i := t.slots[h]
		if i == 0 {
			return -1
		}
		start := uint32(0)
		if i > 1 {
			start = t.ends[i-2]
		}
		if t.text[start:t.ends[i-1]] == string(word) {
			return i - 1
		}
	}
}

// hash mixes a seed and the bytes of s into 64 bits (FNV-1a, then the
// finaliser of MurmurHash3, for FNV alone is weak in its low bits).
func hash(s string, seed uint64) uint64 {
	h := 14695981039346656037 ^ seed*0x9E3779B97F4A7C15
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

func hashBytes(s []byte, seed uint64) uint64 {
	h := 14695981039346656037 ^ seed*0x9E3779B97F4A7C15
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
