package neural

// What follows is the meaning of the vector kernels, in Go. The kernels give
// the same bits.

// mul1Plain multiplies the matrix w (see matrix) by one input.
func mul1Plain(acc []int32, a []uint8, w []int8, quads, blocks int) {
	clear(acc)
	for b := range blocks {
		sum := (*[blockRows]int32)(acc[b*blockRows:])
		for q := range quads {
			x, y, z, u := int32(a[4*q]), int32(a[4*q+1]), int32(a[4*q+2]), int32(a[4*q+3])
			row := (*[blockBytes]int8)(w[(b*quads+q)*blockBytes:])
			for i := range sum {
				sum[i] += int32(row[4*i])*x + int32(row[4*i+1])*y + int32(row[4*i+2])*z + int32(row[4*i+3])*u
			}
		}
	}
}

// mul4Plain multiplies by four inputs, stride apart.
func mul4Plain(acc []int32, a []uint8, stride int, w []int8, quads, blocks int) {
	n := blocks * blockRows
	for i := range 4 {
		mul1Plain(acc[i*n:(i+1)*n], a[i*stride:], w, quads, blocks)
	}
}

// rescalePlain gives y = acc·scale + bias.
func rescalePlain(y []float32, acc []int32, scale, bias []float32) {
	for i, v := range acc {
		y[i] = float32(float32(v)*scale[i]) + bias[i]
	}
}

// cellPlain runs the cells of one step. in is what the input contributes to
// the gates (bias included), acc what the last output does, before scaling by
// scale; c is the state, h takes the output.
//
//	f, o = gate(·), g = squash(·)
//	c = f·c + (1-f)·g,  h = o·c
func cellPlain(h []uint8, c []float32, acc []int32, in, scale []float32) {
	n := len(c)
	for i := range n {
		f := gate(in[i] + float32(float32(acc[i])*scale[i]))
		g := squash(in[n+i] + float32(float32(acc[n+i])*scale[n+i]))
		o := gate(in[2*n+i] + float32(float32(acc[2*n+i])*scale[2*n+i]))
		v := float32(f*c[i]) + float32((1-f)*g)
		c[i] = v
		h[i] = uint8(roundEven(float32(float32(o*v)*cellStep)) + middle)
	}
}

// squashPlain gives the activation of y in steps of 1/cellStep, plus middle.
func squashPlain(out []uint8, y []float32) {
	for i, v := range y {
		out[i] = uint8(roundEven(float32(squash(v)*cellStep)) + middle)
	}
}

// arcPlain gives the activation of y, plus bias, rounded to steps of 1/arcStep.
func arcPlain(out []int16, y, bias []float32) {
	for i, v := range y {
		out[i] = int16(roundEven(float32((squash(v) + bias[i]) * arcStep)))
	}
}

// dotsPlain gives the products of a with n vectors of its length, one after
// the other in b.
func dotsPlain(out []int32, a, b []int16) {
	for i := range out {
		var sum int32
		for k, v := range a {
			sum += int32(v) * int32(b[i*len(a)+k])
		}
		out[i] = sum
	}
}

// squash is the activation of the network: an arc of a parabola that meets ±1
// with slope 0 at ±2.
func squash(x float32) float32 {
	x = max(-2, min(2, x))
	abs := x
	if abs < 0 {
		abs = -abs
	}
	return float32(x * (1 - float32(abs*0.25)))
}

// gate is squash between 0 and 1.
func gate(x float32) float32 { return 0.5 + float32(0.5*squash(float32(x*0.5))) }
