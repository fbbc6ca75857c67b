package gate

import "testing"

func TestWriteAndRead(t *testing.T) {
	var weights [2][]float32
	for k := range weights {
		weights[k] = make([]float32, Traits)
		weights[k][7] = 2
		weights[k][9] = -1
	}
	g, err := Read(Write([]string{"visit", "meet"}, [2]float32{-0.5, 0.5}, weights))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		at     Step
		traits []uint16
		want   bool
	}{
		{First, nil, false}, {Rest, nil, true},
		{First, []uint16{7}, true}, {Rest, []uint16{9}, false}, {Rest, []uint16{7, 9, 9}, true},
	} {
		if got := g.Passes(c.at, c.traits); got != c.want {
			t.Errorf("step %d, traits %v: passes %v, want %v", c.at, c.traits, got, c.want)
		}
	}
	if !g.Knows("meet") || g.Knows("confer") {
		t.Error("the gate does not tell the triggers it learned from")
	}
	if _, err := Read([]byte("CHGATE1\nvisit\nshort")); err == nil {
		t.Error("a gate that is cut short is taken")
	}
}

func TestEmbeddedGate(t *testing.T) {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if !g.Knows("visit") {
		t.Error("the embedded gate has not learned from visits")
	}
}
