package neural

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// reader takes a file apart. After a failure it gives zeros and remembers.
type reader struct {
	b      []byte
	failed bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.failed = true
		r.b = nil
		return make([]byte, min(max(n, 0), 8))
	}
	out := r.b[:n:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) u32() uint32 { return binary.LittleEndian.Uint32(r.bytes(4)) }

func (r *reader) uvarint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > math.MaxInt32 {
		r.failed = true
		r.b = nil
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// int8s gives n bytes as signed numbers, without a copy.
func (r *reader) int8s(n int) []int8 {
	b := r.bytes(n)
	if r.failed || n == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), n)
}

func (r *reader) floats(n int) []float32 {
	b := r.bytes(4 * n)
	if r.failed {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

// words reads what appendWords wrote.
func (r *reader) words() table {
	n := r.uvarint()
	if n > len(r.b) {
		r.failed = true
		return table{}
	}
	ends := make([]uint32, n)
	text := make([]byte, 0, 8*n)
	last := 0 // where the last word starts
	for i := range ends {
		same, rest := r.uvarint(), r.uvarint()
		start := len(text)
		if r.failed || same > start-last {
			r.failed = true
			return table{}
		}
		text = append(text, text[last:last+same]...)
		text = append(text, r.bytes(rest)...)
		last = start
		ends[i] = uint32(len(text))
	}
	return newTable(string(text), ends)
}

// floats1 reads one number.
func (r *reader) floats1() float32 { return math.Float32frombits(r.u32()) }

// names reads a list of words as strings.
func (r *reader) names() []string {
	t := r.words()
	out := make([]string, len(t.ends))
	start := uint32(0)
	for i, end := range t.ends {
		out[i] = t.text[start:end]
		start = end
	}
	return out
}

// matrix reads a linear map, whose input comes in steps of the given size.
func (r *reader) matrix(in, out int, step float32) matrix {
	scales, bias, w := r.floats(out), r.floats(out), r.int8s(in*out)
	if r.failed {
		return matrix{}
	}
	return newMatrix(in, out, w, scales, bias, step)
}
