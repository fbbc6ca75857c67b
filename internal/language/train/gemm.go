package main

// Matrices are float32, row after row. gemm is the one product that training
// uses: c += op(a)·op(b), where op is a transposition or not, told by strides.
// It packs blocks of a and b and hands tiles of 6×16 to a kernel, which sums in
// the order of k with single multiplications and additions, so that the vector
// kernel and the plain one give the same bits.

const (
	tileM  = 6
	tileN  = 16
	blockK = 256
	blockM = 96
)

// packed holds the buffers of a gemm; one per goroutine.
type packed struct {
	a, b []float32
	tile [tileM * tileN]float32
}

// view is a matrix inside a slice: element (i, j) is at data[i*row+j*col].
type view struct {
	data     []float32
	row, col int
}

func rows(data []float32, width int) view       { return view{data, width, 1} }
func transposed(data []float32, width int) view { return view{data, 1, width} }

// gemm adds the m×k matrix a times the k×n matrix b to c, whose rows are ldc
// apart.
func (p *packed) gemm(m, n, k int, a, b view, c []float32, ldc int) {
	for k0 := 0; k0 < k; k0 += blockK {
		kb := min(blockK, k-k0)
		p.packB(b, k0, kb, n)
		for m0 := 0; m0 < m; m0 += blockM {
			mb := min(blockM, m-m0)
			p.packA(a, m0, mb, k0, kb)
			p.tiles(m0, mb, n, kb, p.b, c, ldc)
		}
	}
}

func (p *packed) tiles(m0, mb, n, kb int, b, c []float32, ldc int) {
	for i := 0; i < mb; i += tileM {
		ap := p.a[i*kb:]
		for j := 0; j < n; j += tileN {
			bp := b[j*kb:]
			if i+tileM <= mb && j+tileN <= n {
				kernel(kb, ap, bp, c[(m0+i)*ldc+j:], ldc)
				continue
			}
			clear(p.tile[:])
			kernel(kb, ap, bp, p.tile[:], tileN)
			for y := 0; y < min(tileM, mb-i); y++ {
				row := c[(m0+i+y)*ldc+j:]
				for x := 0; x < min(tileN, n-j); x++ {
					row[x] += p.tile[y*tileN+x]
				}
			}
		}
	}
}

// packA lays rows m0.. of a out in panels of six.
func (p *packed) packA(a view, m0, mb, k0, kb int) {
	need := (mb + tileM - 1) / tileM * tileM * kb
	if len(p.a) < need {
		p.a = make([]float32, need)
	}
	at := 0
	for i := 0; i < mb; i += tileM {
		for y := 0; y < tileM; y++ {
			if i+y >= mb {
				for x := 0; x < kb; x++ {
					p.a[at+x*tileM+y] = 0
				}
				continue
			}
			src := a.data[(m0+i+y)*a.row+k0*a.col:]
			for x := 0; x < kb; x++ {
				p.a[at+x*tileM+y] = src[x*a.col]
			}
		}
		at += tileM * kb
	}
}

// packB lays columns of b out in panels of sixteen.
func (p *packed) packB(b view, k0, kb, n int) {
	need := (n + tileN - 1) / tileN * tileN * kb
	if len(p.b) < need {
		p.b = make([]float32, need)
	}
	packBInto(p.b, b, k0, kb, n)
}

func packBInto(dst []float32, b view, k0, kb, n int) {
	at := 0
	for j := 0; j < n; j += tileN {
		w := min(tileN, n-j)
		for x := 0; x < kb; x++ {
			row := dst[at+x*tileN : at+x*tileN+tileN]
			src := b.data[(k0+x)*b.row+j*b.col:]
			if b.col == 1 {
				copy(row, src[:w])
			} else {
				for y := 0; y < w; y++ {
					row[y] = src[y*b.col]
				}
			}
			for y := w; y < tileN; y++ {
				row[y] = 0
			}
		}
		at += tileN * kb
	}
}

// fixedB is a second factor packed once for many products; k ≤ blockK.
type fixedB struct {
	k, n int
	b    []float32
}

func (f *fixedB) set(b view, k, n int) {
	f.k, f.n = k, n
	need := (n + tileN - 1) / tileN * tileN * k
	if len(f.b) < need {
		f.b = make([]float32, need)
	}
	packBInto(f.b, b, 0, k, n)
}

// gemmFixed adds the m×k matrix a times f to c.
func (p *packed) gemmFixed(m int, a view, f *fixedB, c []float32, ldc int) {
	for m0 := 0; m0 < m; m0 += blockM {
		mb := min(blockM, m-m0)
		p.packA(a, m0, mb, 0, f.k)
		p.tiles(m0, mb, f.n, f.k, f.b, c, ldc)
	}
}

// kernelPlain is the kernel in Go: c[6×16] += a·b.
func kernelPlain(k int, a, b, c []float32, ldc int) {
	var acc [tileM * tileN]float32
	for x := 0; x < k; x++ {
		ax := a[x*tileM : x*tileM+tileM]
		bx := b[x*tileN : x*tileN+tileN]
		for i, av := range ax {
			row := acc[i*tileN : i*tileN+tileN]
			for j, bv := range bx {
				row[j] += float32(av * bv)
			}
		}
	}
	for i := 0; i < tileM; i++ {
		for j := 0; j < tileN; j++ {
			c[i*ldc+j] += acc[i*tileN+j]
		}
	}
}
