package neural

// All 64-bit Arm processors have the vector instructions that mul1 uses. The
// other kernels are small beside it and run in Go.

func mul1(acc []int32, a []int16, w []int8, pairs, blocks int) {
	_, _, _ = acc[blocks*blockRows-1], a[2*pairs-1], w[blocks*pairs*2*blockRows-1]
	mul1NEON(&acc[0], &a[0], &w[0], pairs, blocks)
}

func mul2(acc []int32, a []int16, stride int, w []int8, pairs, blocks int) {
	n := blocks * blockRows
	mul1(acc[:n], a, w, pairs, blocks)
	mul1(acc[n:], a[stride:], w, pairs, blocks)
}

func mul4(acc []int32, a []int16, stride int, w []int8, pairs, blocks int) {
	n := 2 * blocks * blockRows
	mul2(acc[:n], a, stride, w, pairs, blocks)
	mul2(acc[n:], a[2*stride:], stride, w, pairs, blocks)
}

func rescale(y []float32, acc []int32, scale, bias []float32) { rescalePlain(y, acc, scale, bias) }

func cell(h []int16, c []float32, acc []int32, in, scale []float32) { cellPlain(h, c, acc, in, scale) }

func squash16(out []int16, y []float32) { squashPlain(out, y) }

func arc16(out []int16, y, bias []float32) { arcPlain(out, y, bias) }

func dots(out []int32, a, b []int16) { dotsPlain(out, a, b) }

//go:noescape
func mul1NEON(acc *int32, a *int16, w *int8, pairs, blocks int)
