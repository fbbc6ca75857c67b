package neural

// cache keeps a row of numbers for words seen lately. The Runner has two: the
// product of a word with the input weights of the first layer, which spares
// most words the work of a third of that layer; and, of more words, what the
// product is made of, which takes the table of features many steps through
// memory. Both depend on the spelling alone: what a cache gives is what would
// be computed.
//
// A word has two places. The one that was not asked for last is given up.
type cache[T uint8 | float32] struct {
	width int
	keys  []cacheKey
	rows  []T
	later []bool // by pair of places: the first was asked for last
}

const (
	cacheSize = 4096 // words; measured on news, 2048 miss half as often again
	splitSize = 512  // words, for a splitter, which reads little
	inputSize = 4    // times as many words are kept as the network reads them
	cacheWord = 23   // bytes of the longest word that is kept
)

// cacheKey is a word: its length, then its bytes. The empty key is free.
type cacheKey [cacheWord + 1]byte

func keyOf(word string) (k cacheKey) {
	k[0] = byte(len(word))
	copy(k[1:], word)
	return k
}

func newCache[T uint8 | float32](width, size int) *cache[T] {
	return &cache[T]{width: width, keys: make([]cacheKey, size), rows: make([]T, size*width), later: make([]bool, size/2)}
}

// find gives the row of a word, or nil, and where it is or would be kept; at
// is -1 for words that are too long.
func (c *cache[T]) find(word string) (row []T, at int) {
	if len(word) > cacheWord {
		return nil, -1
	}
	k := keyOf(word)
	pair := int(hash(word, 5) % uint64(len(c.later)))
	at = 2 * pair
	switch k {
	case c.keys[at]:
		c.later[pair] = true
	case c.keys[at+1]:
		c.later[pair] = false
		at++
	default:
		if c.later[pair] {
			at++
		}
		return nil, at
	}
	return c.row(at), at
}

func (c *cache[T]) row(at int) []T { return c.rows[at*c.width : (at+1)*c.width] }

// keep stores the row of a word.
func (c *cache[T]) keep(word string, at int, row []T) {
	c.keys[at] = keyOf(word)
	c.later[at/2] = at%2 == 0
	copy(c.row(at), row)
}
