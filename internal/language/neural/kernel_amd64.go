package neural

import "golang.org/x/sys/cpu"

// Each kernel gives the same bits with all instruction sets.
var (
	hasAVX2 = cpu.X86.HasAVX2
	hasVNNI = cpu.X86.HasAVX2 && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI
)

func mul1(acc []int32, a []uint8, w []int8, quads, blocks int) {
	_, _, _ = acc[blocks*blockRows-1], a[4*quads-1], w[blocks*quads*blockBytes-1]
	switch {
	case hasVNNI && quads%2 == 0:
		mul1VNNI(&acc[0], &a[0], &w[0], quads, blocks)
	case hasAVX2:
		mul1AVX2(&acc[0], &a[0], &w[0], quads, blocks)
	default:
		mul1Plain(acc, a, w, quads, blocks)
	}
}

func mul2(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	n := blocks * blockRows
	_, _, _ = acc[2*n-1], a[stride+4*quads-1], w[n*quads*4-1]
	switch {
	case hasVNNI:
		mul2VNNI(&acc[0], &a[0], stride, &w[0], quads, blocks)
	case hasAVX2:
		mul2AVX2(&acc[0], &a[0], stride, &w[0], quads, blocks)
	default:
		mul1Plain(acc[:n], a, w, quads, blocks)
		mul1Plain(acc[n:2*n], a[stride:], w, quads, blocks)
	}
}

func mul4(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	n := blocks * blockRows
	_, _, _ = acc[4*n-1], a[3*stride+4*quads-1], w[n*quads*4-1]
	switch {
	case hasVNNI:
		mul4VNNI(&acc[0], &a[0], stride, &w[0], quads, blocks)
	case hasAVX2:
		mul2AVX2(&acc[0], &a[0], stride, &w[0], quads, blocks)
		mul2AVX2(&acc[2*n], &a[2*stride], stride, &w[0], quads, blocks)
	default:
		mul4Plain(acc, a, stride, w, quads, blocks)
	}
}

func rescale(y []float32, acc []int32, scale, bias []float32) {
	n := len(acc)
	if !hasAVX2 || n%8 != 0 || n == 0 {
		rescalePlain(y, acc, scale, bias)
		return
	}
	_, _, _ = y[n-1], scale[n-1], bias[n-1]
	rescaleAVX2(&y[0], &acc[0], &scale[0], &bias[0], n)
}

func cell(h []uint8, c []float32, acc []int32, in, scale []float32) {
	n := len(c)
	if !hasAVX2 || n%8 != 0 || n == 0 {
		cellPlain(h, c, acc, in, scale)
		return
	}
	_, _, _, _ = h[n-1], acc[3*n-1], in[3*n-1], scale[3*n-1]
	cellAVX2(&h[0], &c[0], &acc[0], &in[0], &scale[0], n)
}

func squash8(out []uint8, y []float32) {
	n := len(y)
	if !hasAVX2 || n%8 != 0 || n == 0 {
		squashPlain(out, y)
		return
	}
	_ = out[n-1]
	squashAVX2(&out[0], &y[0], n)
}

func arc16(out []int16, y, bias []float32) {
	n := len(y)
	if !hasAVX2 || n%8 != 0 || n == 0 {
		arcPlain(out, y, bias)
		return
	}
	_, _ = out[n-1], bias[n-1]
	arcAVX2(&out[0], &y[0], &bias[0], n)
}

func dots(out []int32, a, b []int16) {
	k, n := len(a), len(out)
	if !hasAVX2 || k%16 != 0 || k == 0 || n == 0 {
		dotsPlain(out, a, b)
		return
	}
	_ = b[k*n-1]
	dotsAVX2(&out[0], &a[0], &b[0], k, n)
}

//go:noescape
func mul1AVX2(acc *int32, a *uint8, w *int8, quads, blocks int)

//go:noescape
func mul2AVX2(acc *int32, a *uint8, stride int, w *int8, quads, blocks int)

//go:noescape
func mul1VNNI(acc *int32, a *uint8, w *int8, quads, blocks int)

//go:noescape
func mul2VNNI(acc *int32, a *uint8, stride int, w *int8, quads, blocks int)

//go:noescape
func mul4VNNI(acc *int32, a *uint8, stride int, w *int8, quads, blocks int)

//go:noescape
func rescaleAVX2(y *float32, acc *int32, scale, bias *float32, n int)

//go:noescape
func cellAVX2(h *uint8, c *float32, acc *int32, in, scale *float32, n int)

//go:noescape
func squashAVX2(out *uint8, y *float32, n int)

//go:noescape
func arcAVX2(out *int16, y, bias *float32, n int)

//go:noescape
func dotsAVX2(out *int32, a, b *int16, k, n int)
