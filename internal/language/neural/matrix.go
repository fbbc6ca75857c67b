package neural

// matrix is a linear map of 8-bit weights, laid out for the vector kernels:
// blocks of 32 rows; in a block, for each pair of inputs, the two weights of
// each row. Missing rows and inputs are zero.
type matrix struct {
	in, out     int
	pairs       int       // pairs of inputs
	blocks      int       // blocks of 32 rows
	w           []int8    // blocks × pairs × 32 × 2
	scale, bias []float32 // by row, filled up to whole blocks
}

const blockRows = 32

func newMatrix(in, out int, w []int8, scale, bias []float32, step float32) matrix {
	m := matrix{in: in, out: out, pairs: (in + 1) / 2, blocks: (out + blockRows - 1) / blockRows}
	m.w = make([]int8, m.blocks*m.pairs*2*blockRows)
	m.scale = make([]float32, m.blocks*blockRows)
	m.bias = make([]float32, m.blocks*blockRows)
	for row := range out {
		m.scale[row] = float32(scale[row] * step)
		m.bias[row] = bias[row]
		at := row / blockRows * m.pairs * 2 * blockRows
		for x := range in {
			m.w[at+x/2*2*blockRows+row%blockRows*2+x%2] = w[row*in+x]
		}
	}
	return m
}

// width gives the length of an output: whole blocks.
func (m *matrix) width() int { return m.blocks * blockRows }

// mul gives the products with n inputs, which stand stride apart in a: sums of
// integers in acc, width apart.
func (m *matrix) mul(acc []int32, a []int16, stride, n int) {
	width := m.width()
	i := 0
	for ; i+3 < n; i += 4 {
		mul4(acc[i*width:(i+4)*width], a[i*stride:(i+3)*stride+2*m.pairs], stride, m.w, m.pairs, m.blocks)
	}
	for ; i+1 < n; i += 2 {
		mul2(acc[i*width:(i+2)*width], a[i*stride:(i+1)*stride+2*m.pairs], stride, m.w, m.pairs, m.blocks)
	}
	if i < n {
		mul1(acc[i*width:(i+1)*width], a[i*stride:i*stride+2*m.pairs], m.w, m.pairs, m.blocks)
	}
}

// apply gives scale·(m·a) + bias for n inputs.
func (m *matrix) apply(y []float32, acc []int32, a []int16, stride, n int) {
	m.mul(acc, a, stride, n)
	width := m.width()
	for i := range n {
		rescale(y[i*width:(i+1)*width], acc[i*width:(i+1)*width], m.scale, m.bias)
	}
}
