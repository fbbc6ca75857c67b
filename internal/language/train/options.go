package main

import "strings"

// options is how a model is trained.
type options struct {
	epochs, hidden, arc, rel, tag, batch, workers, members int
	rate, dropIn, dropOut                                  float64
	seed                                                   uint64
	out                                                    string
	count                                                  map[string]int // of words in the training data
}

var defaults = options{epochs: 16, hidden: 128, arc: 128, rel: 128, tag: 128, batch: 800, workers: 2, rate: 3e-3, dropIn: 0.2, dropOut: 0.33, seed: 1, out: "english.bin"}

// splitterDefaults are those of the splitter; members is how many networks it
// has, of one seed each.
var splitterDefaults = options{epochs: 8, batch: 400, members: 2, workers: 2, rate: 2e-3, dropIn: 0.2, dropOut: 0.4, seed: 1, out: "splitter.bin"}

// wordDrop gives how often a word is taken for an unknown one, so that the
// network learns to do without it; rare words most (Kiperwasser and Goldberg
// 2016).
func (o *options) wordDrop(form string) float64 {
	return 0.5 / (0.5 + float64(o.count[strings.ToLower(form)]))
}
