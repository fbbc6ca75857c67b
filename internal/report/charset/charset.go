// Package charset turns the bytes of text formats into UTF-8.
//
// In: bytes with or without a byte order mark. Out: UTF-8 without one. Without
// a mark the bytes pass as they are: whether they are UTF-8 is checked where
// the report is admitted, so that one bad line does not cost the rest.
package charset

import (
	"bufio"
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// Reader gives r without its byte order mark, in UTF-8 where the mark says
// UTF-16.
func Reader(r io.Reader) io.Reader {
	b, ok := r.(*bufio.Reader)
	if !ok {
		b = bufio.NewReaderSize(r, 64<<10)
	}
	head, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		b.Discard(3)
	case IsUTF16(head):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(b)
	}
	return b
}

// IsUTF16 says whether the bytes start with a byte order mark of UTF-16.
func IsUTF16(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff})
}
