package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// param is a matrix of weights with what Adam keeps of it.
type param struct {
	w, m, v    []float32
	mean       []float32 // running mean of w, see average
	rows, cols int
}

func newParam(r *rand.Rand, rows, cols int, scale float64) *param {
	n := rows * cols
	p := &param{w: make([]float32, n), m: make([]float32, n), v: make([]float32, n), rows: rows, cols: cols}
	for i := range p.w {
		p.w[i] = float32((2*r.Float64() - 1) * scale)
	}
	return p
}

// glorot gives the scale of uniform weights that keeps the variance.
func glorot(in, out int) float64 { return math.Sqrt(6 / float64(in+out)) }

// adam is the state of the optimiser (Kingma and Ba 2015).
type adam struct {
	rate, beta1, beta2 float64
	step               int
}

// update moves w[i:j] against the gradient g, times scale.
func (a *adam) update(p *param, i int, g []float32, scale float32) {
	c1 := 1 - math.Pow(a.beta1, float64(a.step))
	c2 := 1 - math.Pow(a.beta2, float64(a.step))
	rate := float32(a.rate * math.Sqrt(c2) / c1)
	b1, b2 := float32(a.beta1), float32(a.beta2)
	w, m, v := p.w[i:i+len(g)], p.m[i:i+len(g)], p.v[i:i+len(g)]
	for k, x := range g {
		x = float32(x * scale)
		m[k] = float32(b1*m[k]) + float32((1-b1)*x)
		v[k] = float32(b2*v[k]) + float32(float32((1-b2)*x)*x)
		w[k] -= float32(float32(rate*m[k]) / (float32(math.Sqrt(float64(v[k]))) + 1e-6))
	}
}

// average moves the running mean of p towards its weights by 1-decay.
func (p *param) average(decay float32) {
	if p.mean == nil {
		p.mean = slices.Clone(p.w)
		return
	}
	for i, v := range p.w {
		p.mean[i] += float32((1 - decay) * (v - p.mean[i]))
	}
}

// swap exchanges the weights and their mean.
func (p *param) swap() { p.w, p.mean = p.mean, p.w }
