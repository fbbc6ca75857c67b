package gate

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
)

// Traits is how many weights a step has; a trait is an index into them.
const Traits = 1 << 15

// Step is a place in the reading of a report where sentences are chosen.
type Step int

// The steps.
const (
	First Step = iota // nothing is read yet: sentences that show whether the report tells of anything
	Rest              // the report tells of something: what else may
	steps
)

// Gate judges sentences by their traits.
type Gate struct {
	triggers []string // those that it learned from, sorted
	bias     [steps]float32
	scale    [steps]float32
	weights  [steps][]int8
}

//go:embed gate.bin
var embedded []byte

// Load gives the embedded gate, which lets everything through where it is empty.
var Load = sync.OnceValues(func() (*Gate, error) { return Read(embedded) })

var errGate = errors.New("gate: not a gate of this version, or cut short")

const magic = "CHGATE1\n"

// Read reads what Write wrote.
func Read(b []byte) (*Gate, error) {
	if len(b) == 0 {
		return &Gate{}, nil
	}
	rest, ok := strings.CutPrefix(string(b), magic)
	names, rest, found := strings.Cut(rest, "\n")
	if !ok || !found || len(rest) != int(steps)*(8+Traits) {
		return nil, errGate
	}
	g := &Gate{triggers: strings.Fields(names)}
	for k := range g.weights {
		g.bias[k] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(rest[:4])))
		g.scale[k] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(rest[4:8])))
		g.weights[k] = make([]int8, Traits)
		for i := range g.weights[k] {
			g.weights[k][i] = int8(rest[8+i])
		}
		rest = rest[8+Traits:]
	}
	return g, nil
}

// Write gives the bytes of a gate file. A sentence passes a step where bias
// and the weights of its traits add up to 0 or more.
func Write(triggers []string, bias [2]float32, weights [2][]float32) []byte {
	triggers = slices.Clone(triggers)
	slices.Sort(triggers)
	b := []byte(magic + strings.Join(triggers, " ") + "\n")
	for k, list := range weights {
		top := float32(1e-6)
		for _, w := range list {
			top = max(top, w, -w)
		}
		scale := top / 127
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(bias[k]))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
		for _, w := range list {
			b = append(b, byte(int8(math.Round(float64(w/scale)))))
		}
	}
	return b
}

// Knows tells whether the gate learned from a trigger of the lexicon.
func (g *Gate) Knows(trigger string) bool {
	_, ok := slices.BinarySearch(g.triggers, trigger)
	return ok
}

// Passes tells whether a sentence with these traits is worth a parse.
func (g *Gate) Passes(at Step, traits []uint16) bool {
	return g.weights[at] == nil || g.Sum(at, traits) >= 0
}

// Sum gives what Passes compares with 0.
func (g *Gate) Sum(at Step, traits []uint16) float32 {
	sum := int32(0)
	for _, t := range traits {
		sum += int32(g.weights[at][t])
	}
	return g.bias[at] + float32(float32(sum)*g.scale[at])
}
