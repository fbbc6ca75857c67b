package neural

import (
	"fmt"
	"testing"
)

func BenchmarkMul(b *testing.B) {
	const quads, blocks, n = 64, 24, 24
	w := make([]int8, blocks*quads*blockBytes)
	a := make([]uint8, n*4*quads)
	acc := make([]int32, n*blocks*32)
	m := matrix{in: 4 * quads, out: blocks * 32, quads: quads, blocks: blocks, w: w}
	b.SetBytes(int64(n * len(w)))
	for b.Loop() {
		m.mul(acc, a, 4*quads, n)
	}
}

func BenchmarkRecurrent(b *testing.B) {
	const quads, blocks = 32, 12
	w := make([]int8, blocks*quads*blockBytes)
	a := make([]uint8, 4*4*quads)
	acc := make([]int32, 4*blocks*32)
	m := matrix{in: 4 * quads, out: blocks * 32, quads: quads, blocks: blocks, w: w}
	for _, n := range []int{1, 2, 4} {
		b.Run(fmt.Sprintf("lanes=%d", n), func(b *testing.B) {
			b.SetBytes(int64(n * len(w)))
			for b.Loop() {
				m.mul(acc, a, 4*quads, n)
			}
		})
	}
}
