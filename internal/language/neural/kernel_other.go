//go:build !amd64 && !arm64

package neural

func mul1(acc []int32, a []int16, w []int8, pairs, blocks int) { mul1Plain(acc, a, w, pairs, blocks) }

func mul2(acc []int32, a []int16, stride int, w []int8, pairs, blocks int) {
	mul2Plain(acc, a, stride, w, pairs, blocks)
}

func mul4(acc []int32, a []int16, stride int, w []int8, pairs, blocks int) {
	n := 2 * blocks * blockRows
	mul2Plain(acc[:n], a, stride, w, pairs, blocks)
	mul2Plain(acc[n:], a[2*stride:], stride, w, pairs, blocks)
}

func rescale(y []float32, acc []int32, scale, bias []float32) { rescalePlain(y, acc, scale, bias) }

func cell(h []int16, c []float32, acc []int32, in, scale []float32) { cellPlain(h, c, acc, in, scale) }

func squash16(out []int16, y []float32) { squashPlain(out, y) }

func dots(out []int32, a, b []int16) { dotsPlain(out, a, b) }

func arc16(out []int16, y, bias []float32) { arcPlain(out, y, bias) }
