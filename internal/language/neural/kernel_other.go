//go:build !amd64 && !arm64

package neural

func mul1(acc []int32, a []uint8, w []int8, quads, blocks int) { mul1Plain(acc, a, w, quads, blocks) }

func mul2(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	n := blocks * blockRows
	mul1(acc[:n], a, w, quads, blocks)
	mul1(acc[n:2*n], a[stride:], w, quads, blocks)
}

func mul4(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	mul4Plain(acc, a, stride, w, quads, blocks)
}

func rescale(y []float32, acc []int32, scale, bias []float32) { rescalePlain(y, acc, scale, bias) }

func cell(h []uint8, c []float32, acc []int32, in, scale []float32) { cellPlain(h, c, acc, in, scale) }

func squash8(out []uint8, y []float32) { squashPlain(out, y) }

func arc16(out []int16, y, bias []float32) { arcPlain(out, y, bias) }

func dots(out []int32, a, b []int16) { dotsPlain(out, a, b) }
