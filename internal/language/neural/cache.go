package neural

// cache keeps what the first layer reads of words seen lately: the product of
// its input weights with the word, which depends on the spelling alone. It
// spares most words the work of a third of the first layer. What it gives is
// what would be computed.
type cache struct {
	width int
	keys  []cacheKey
	rows  []float32
}

const (
	cacheSize = 4096 // words; measured on news, 2048 miss a third more often
	splitSize = 512  // words, for a splitter, which reads little
	cacheWord = 23   // bytes of the longest word that is kept
)

// cacheKey is a word: its length, then its bytes. The empty key is free.
type cacheKey [cacheWord + 1]byte

func newCache(width, size int) *cache {
	return &cache{width: width, keys: make([]cacheKey, size), rows: make([]float32, size*width)}
}

// find gives the row of a word, or nil, and where it is or would be kept; at
// is -1 for words that are too long.
func (c *cache) find(word string) (row []float32, at int) {
	if len(word) > cacheWord {
		return nil, -1
	}
	var k cacheKey
	k[0] = byte(len(word))
	copy(k[1:], word)
	at = int(hash(word, 5) % uint64(len(c.keys)))
	if c.keys[at] != k {
		return nil, at
	}
	return c.row(at), at
}

func (c *cache) row(at int) []float32 { return c.rows[at*c.width : (at+1)*c.width] }

// keep stores the row of a word.
func (c *cache) keep(word string, at int, row []float32) {
	var k cacheKey
	k[0] = byte(len(word))
	copy(k[1:], word)
	c.keys[at] = k
	copy(c.row(at), row)
}
