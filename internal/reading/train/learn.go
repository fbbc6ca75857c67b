package main

import (
	"fmt"
	"maps"
	"math"
	"os"
	"slices"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/reading/gate"
)

// learn fits a logistic regression with steps that shrink by weight (AdaGrad).
func learn(list []reading.Example, passes int, decay float64, seed uint64) (bias float32, weights []float32) {
	w, g := make([]float64, gate.Traits), make([]float64, gate.Traits)
	b, gb := 0.0, 0.0
	const rate = 0.1
	shrink := decay * float64(len(list))
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	for range passes {
		shuffle(order, &seed)
		for _, k := range order {
			x := &list[k]
			sum := b
			for _, t := range x.Traits {
				sum += w[t]
			}
			d := -1 / (1 + math.Exp(-sum))
			if x.Tells {
				d++
			}
			gb += d * d
			b += rate * d / math.Sqrt(gb+1)
			for _, t := range x.Traits {
				e := d - shrink*w[t]/float64(1+len(x.Traits))
				g[t] += e * e
				w[t] += rate * e / math.Sqrt(g[t]+1)
			}
		}
	}
	weights = make([]float32, len(w))
	for i, v := range w {
		weights[i] = float32(v)
	}
	return float32(b), weights
}

// shuffle mixes an order; the generator is SplitMix64.
func shuffle(order []int, state *uint64) {
	for i := len(order) - 1; i > 0; i-- {
		*state += 0x9e3779b97f4a7c15
		z := *state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		j := int((z ^ z>>31) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// threshold gives the sum that all telling sentences but a share reach. Before
// anything is read, one telling sentence of a report is enough.
func threshold(list []reading.Example, bias float32, weights []float32, lost float64) float32 {
	best := map[string]float32{}
	for i, x := range list {
		if !x.Tells {
			continue
		}
		sum := bias
		for _, t := range x.Traits {
			sum += weights[t]
		}
		k := x.Report
		if x.Step == gate.Rest {
			k = fmt.Sprint(i)
		}
		if v, ok := best[k]; !ok || sum > v {
			best[k] = sum
		}
	}
	sums := slices.Collect(maps.Values(best))
	if len(sums) == 0 {
		return 0
	}
	slices.Sort(sums)
	return sums[int(lost*float64(len(sums)))]
}

// report says what a gate lets through of the sentences that it has not seen.
func report(at gate.Step, d *dataset, g *gate.Gate) {
	for _, test := range []bool{false, true} {
		var telling, kept, words, passed int
		for _, x := range d.of(at, test) {
			pass := g.Passes(at, x.Traits)
			words += x.Words
			if pass {
				passed += x.Words
			}
			if x.Tells {
				telling++
				if pass {
					kept++
				}
			}
		}
		fmt.Fprintf(os.Stderr, "step %d, test %v: of %d telling sentences %d pass (%.2f %%); of %d words %d (%.1f %%)\n",
			at, test, telling, kept, 100*float64(kept)/float64(max(telling, 1)), words, passed, 100*float64(passed)/float64(max(words, 1)))
	}
}
