package relational

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// The first byte of a packed text says how the rest is written.
const (
	plain  = 0
	zipped = 1 // Zstandard
)

// worth is the length in bytes from which packing a text pays.
const worth = 600

var packers = sync.OnceValues(func() (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
})

var unpackers = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30))
})

// pack writes bytes for the database.
func pack(b []byte) ([]byte, error) {
	if len(b) < worth {
		return append([]byte{plain}, b...), nil
	}
	enc, err := packers()
	if err != nil {
		return nil, err
	}
	return enc.EncodeAll(b, []byte{zipped}), nil
}

// unpack reads what pack wrote.
func unpack(b []byte) ([]byte, error) {
	if len(b) == 0 {
		return nil, fmt.Errorf("packed text is empty")
	}
	switch b[0] {
	case plain:
		return b[1:], nil
	case zipped:
		dec, err := unpackers()
		if err != nil {
			return nil, err
		}
		return dec.DecodeAll(b[1:], nil)
	}
	return nil, fmt.Errorf("packed text of an unknown form %d: made by a newer version", b[0])
}
