package neural

// matrix is a linear map of 8-bit weights, laid out for the vector kernels:
// blocks of 32 rows; in a block, for each four inputs, the four weights of each
// row. Missing rows are zero.
type matrix struct {
	in, out     int
	quads       int       // inputs, by four
	blocks      int       // blocks of 32 rows
	w           []int8    // blocks × quads × 32 × 4
	scale, bias []float32 // by row, filled up to whole blocks
}

const (
	blockRows  = 32
	blockBytes = 4 * blockRows // of a block, for four inputs
)

// newMatrix lays a map out; in must be a multiple of four. The bias takes in
// that inputs come with middle added.
func newMatrix(in, out int, w []int8, scale, bias []float32, step float32) matrix {
	m := matrix{in: in, out: out, quads: in / 4, blocks: (out + blockRows - 1) / blockRows}
	m.w = make([]int8, m.blocks*m.quads*blockBytes)
	m.scale = make([]float32, m.blocks*blockRows)
	m.bias = make([]float32, m.blocks*blockRows)
	for row := range out {
		at := row / blockRows * m.quads * blockBytes
		sum := int32(0)
		for x := range in {
			v := w[row*in+x]
			m.w[at+x/4*blockBytes+row%blockRows*4+x%4] = v
			sum += int32(v)
		}
		m.scale[row] = float32(scale[row] * step)
		m.bias[row] = bias[row] - float32(float32(middle*sum)*m.scale[row])
	}
	return m
}

// foldMiddle moves the biases of recurrent maps, which stand only for middle,
// to the map of the input.
func (m *matrix) foldMiddle(recurrent *[2]matrix) {
	at := 0
	for _, r := range recurrent {
		for i := range r.out {
			m.bias[at+i] += r.bias[i]
		}
		at += r.out
	}
}

// width gives the length of an output: whole blocks.
func (m *matrix) width() int { return m.blocks * blockRows }

// atOnce is how many inputs a kernel takes at most.
const atOnce = 4

// mul gives the products with n inputs, which stand stride apart in a: sums of
// integers in acc, width apart.
func (m *matrix) mul(acc []int32, a []uint8, stride, n int) {
	width := m.width()
	i := 0
	for ; i+3 < n; i += 4 {
		mul4(acc[i*width:(i+4)*width], a[i*stride:(i+3)*stride+m.in], stride, m.w, m.quads, m.blocks)
	}
	if i+1 < n {
		mul2(acc[i*width:(i+2)*width], a[i*stride:(i+1)*stride+m.in], stride, m.w, m.quads, m.blocks)
		i += 2
	}
	if i < n {
		mul1(acc[i*width:(i+1)*width], a[i*stride:i*stride+m.in], m.w, m.quads, m.blocks)
	}
}

// apply gives scale·(m·a) + bias for n inputs, one behind the other in a. acc
// has room for atOnce of them.
func (m *matrix) apply(y []float32, acc []int32, a []uint8, n int) {
	width := m.width()
	for i := 0; i < n; i += atOnce {
		k := min(atOnce, n-i)
		m.mul(acc, a[i*m.in:], m.in, k)
		for j := range k {
			rescale(y[(i+j)*width:(i+j+1)*width], acc[j*width:(j+1)*width], m.scale, m.bias)
		}
	}
}
