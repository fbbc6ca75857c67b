package neural

import (
	"slices"
	"testing"
)

func toyLexicon(t *testing.T) *Lexicon {
	t.Helper()
	l, err := ReadLexicon(WriteLexicon(LexiconEntries{
		Dim: 2, Scale: 0.5, Words: []string{"rome", "romes", "vienna"}, Vectors: []int8{1, 2, 3, 4, -5, 6},
		Forms: []string{"Rome", "rome"}, Classes: []uint16{7, 9},
	}))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLexicon(t *testing.T) {
	v := NewVocabulary(toyLexicon(t), []string{"vienna"})
	w := v.Word("Vienna")
	if w.Vector < 0 || !slices.Equal(v.Lexicon.Vector(w.Vector), []int8{-5, 6}) {
		t.Errorf("vector of Vienna: number %d", w.Vector)
	}
	if w.Rows[0] != WordStart+1 {
		t.Errorf("row of Vienna: %d, want that of the first known word, %d", w.Rows[0], WordStart+1)
	}
	if w := v.Word("Oslo"); w.Vector != -1 || w.Rows[0] != WordStart {
		t.Errorf("Oslo: vector %d row %d, want unknown", w.Vector, w.Rows[0])
	}
	if a, b := v.Word("Rome").Rows[9], v.Word("rome").Rows[9]; a != classStart+7 || b != classStart+9 {
		t.Errorf("classes of Rome and rome: rows %d and %d", a, b)
	}
	if a, b := v.Word("don’t"), v.Word("don't"); a.Rows[:8] == nil || !slices.Equal(a.Rows[:9], b.Rows[:9]) {
		t.Errorf("curly and straight apostrophes differ: %v, %v", a, b)
	}
}

func TestReadLexiconRefusesJunk(t *testing.T) {
	good := WriteLexicon(LexiconEntries{Dim: 2, Words: []string{"a"}, Vectors: []int8{1, 2}, Forms: []string{"a"}, Classes: []uint16{1}})
	for n := range good {
		if _, err := ReadLexicon(good[:n]); err == nil {
			t.Errorf("the first %d of %d bytes give no error", n, len(good))
		}
	}
}

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, low, shape string }{
		{"Vienna", "vienna", "Xxx"}, {"NATO", "nato", "XX"}, {"U.S.", "u.s.", "X.X."}, {"1,234", "1,234", "d,dd"}, {"123456", "000000", "dd"},
		{"Élysée", "élysée", "Xxx"}, {"mid-May", "mid-may", "xx-Xxx"},
	} {
		low, shape := fold(tt.in, nil, nil)
		if string(low) != tt.low || string(shape) != tt.shape {
			t.Errorf("fold(%q) = %q, %q, want %q, %q", tt.in, low, shape, tt.low, tt.shape)
		}
	}
}

// A product small enough to do by hand: rows (1 2 3 0) and (0 -1 1 0), scales
// 1 and 2, input (1 1 2 0) in steps of 1/2.
func TestMatrix(t *testing.T) {
	m := newMatrix(4, 2, []int8{1, 2, 3, 0, 0, -1, 1, 0}, []float32{1, 2}, []float32{0.5, 0}, 0.5)
	y, acc := make([]float32, m.width()), make([]int32, m.width())
	m.apply(y, acc, []uint8{middle + 1, middle + 1, middle + 2, middle}, 1)
	if y[0] != 9*0.5+0.5 || y[1] != 1*0.5*2 {
		t.Errorf("got %v and %v, want 5 and 1", y[0], y[1])
	}
}

// A cell by hand: gates half open, input squashed from 1 to 3/4, output
// 0.5·0.625 of 63 steps.
func TestCell(t *testing.T) {
	h, c := make([]uint8, 1), []float32{0.5}
	cellPlain(h, c, make([]int32, 3), []float32{0, 1, 0}, make([]float32, 3))
	if c[0] != 0.5*0.5+0.5*0.75 || h[0] != middle+20 {
		t.Errorf("state %v output %d, want 0.625 and %d", c[0], h[0], middle+20)
	}
}
