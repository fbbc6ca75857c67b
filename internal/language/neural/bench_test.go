package neural

import "testing"

func BenchmarkMul(b *testing.B) {
	const pairs, blocks, n = 128, 24, 24
	w := make([]int8, blocks*pairs*64)
	a := make([]int16, n*2*pairs)
	acc := make([]int32, n*blocks*32)
	m := matrix{in: 2 * pairs, out: blocks * 32, pairs: pairs, blocks: blocks, w: w}
	b.SetBytes(int64(n * len(w)))
	for b.Loop() {
		m.mul(acc, a, 2*pairs, n)
	}
}

func BenchmarkRecurrent(b *testing.B) {
	const pairs, blocks = 64, 12
	w := make([]int8, blocks*pairs*64)
	a := make([]int16, 2*pairs)
	acc := make([]int32, blocks*32)
	m := matrix{in: 2 * pairs, out: blocks * 32, pairs: pairs, blocks: blocks, w: w}
	b.SetBytes(int64(len(w)))
	for b.Loop() {
		m.mul(acc, a, 2*pairs, 1)
	}
}
