package neural

// All 64-bit Arm processors have the vector instructions that mul1 uses. The
// other kernels are small beside it and run in Go.

func mul1(acc []int32, a []uint8, w []int8, quads, blocks int) {
	_, _, _ = acc[blocks*blockRows-1], a[4*quads-1], w[blocks*quads*blockBytes-1]
	mul1NEON(&acc[0], &a[0], &w[0], quads, blocks)
}

func mul2(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	n := blocks * blockRows
	mul1(acc[:n], a, w, quads, blocks)
	mul1(acc[n:2*n], a[stride:], w, quads, blocks)
}

func mul4(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	n := blocks * blockRows
	for i := range 4 {
		mul1(acc[i*n:(i+1)*n], a[i*stride:], w, quads, blocks)
	}
}

func rescale(y []float32, acc []int32, scale, bias []float32) { rescalePlain(y, acc, scale, bias) }

func cell(h []uint8, c []float32, acc []int32, in, scale []float32) { cellPlain(h, c, acc, in, scale) }

func squash8(out []uint8, y []float32) { squashPlain(out, y) }

func arc16(out []int16, y, bias []float32) { arcPlain(out, y, bias) }

func dots(out []int32, a, b []int16) { dotsPlain(out, a, b) }

//go:noescape
func mul1NEON(acc *int32, a *uint8, w *int8, quads, blocks int)
