package table

import (
	"bufio"
	"bytes"
	"errors"
)

// errTooLong stands for a row over the limit.
var errTooLong = errors.New("too long")

// budget gives no more than limit bytes to one row, so that a quotation mark
// that is never closed cannot fill the memory. It counts lines.
type budget struct {
	r     *bufio.Reader
	limit int
	left  int // bytes that the present row may still take
	lines int // line ends given out
	bytes int64
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLong
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	b.bytes += int64(n)
	b.lines += bytes.Count(p[:n], []byte{'\n'})
	return n, err
}
