// Command train makes the gate of the reading room.
//
//	go run ./internal/reading/train reports.jsonl more.jsonl.gz …
//
// It reads reports, JSON lines as `chancery read` takes them, once with the
// gate open, and learns from that which sentences tell of something. Nobody
// codes anything: after a change of the lexicon it is run again, or not, since
// sentences with new triggers pass. One report in five only sets the
// thresholds and measures what is lost. The same input, options and seed give
// the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run() error {
	out := flag.String("out", "internal/reading/gate/gate.bin", "file of the gate")
	seed := flag.Uint64("seed", 1, "seed of the order of examples")
	passes := flag.Int("passes", 6, "passes over the examples")
	decay := flag.Float64("decay", 3e-4, "how much weights shrink, the whole set counted")
	lost := flag.Float64("lost", 0.006, "share of telling reports that may be passed over")
	lostRest := flag.Float64("lost-rest", 0.01, "share of telling sentences that may be passed over in reports that tell of something")
	flag.Parse()
	data, err := load(flag.Args())
	if err != nil {
		return err
	}
	var bias [2]float32
	var weights [2][]float32
	for at := range weights {
		bias[at], weights[at] = learn(data.of(gate.Step(at), false), *passes, *decay, *seed)
		may := *lost
		if gate.Step(at) == gate.Rest {
			may = *lostRest
		}
		bias[at] -= threshold(data.of(gate.Step(at), true), bias[at], weights[at], may)
	}
	b := gate.Write(triggers(), bias, weights)
	g, err := gate.Read(b)
	if err != nil {
		return err
	}
	for at := range weights {
		report(gate.Step(at), data, g)
	}
	return os.WriteFile(*out, b, 0o644)
}

// triggers lists what the lexicon has now.
func triggers() []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range lexicon.Triggers() {
		if !seen[t.Word] {
			seen[t.Word] = true
			out = append(out, t.Word)
		}
	}
	return out
}
