package evaluate

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

// What the analyzer itself has written must score 100; each thing that is then
// changed must cost its own figure only.
func TestSentences(t *testing.T) {
	a, err := language.New()
	if err != nil {
		t.Fatal(err)
	}
	d := a.Segment("The ministers didn't meet in Vienna. They met in Rome.")
	for i := range d.Sentences {
		a.Parse(d, &d.Sentences[i])
	}
	var b bytes.Buffer
	if err := conllu.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	written := b.String()
	perfect := Result{UPOS: 100, XPOS: 100, Lemma: 100, UAS: 100, LAS: 100, UASWords: 100, LASWords: 100, Tokens: 100, Words: 100, Sentences: 100, NumWords: 13, NumSentences: 2}
	for _, tt := range []struct {
		name, old, new string
		change         func(*Result)
	}{
		{"perfect", "", "", func(*Result) {}},
		{"lemma", "minister\tNOUN", "ministre\tNOUN", func(r *Result) { r.Lemma = per(12, 13) }},
		{"tag", "ministers\tminister\tNOUN", "ministers\tminister\tPROPN", func(r *Result) { r.UPOS = per(12, 13) }},
		{"relation", "nsubj\t_\t_\n3-4", "obj\t_\t_\n3-4", func(r *Result) { r.LAS, r.LASWords = per(12, 13), per(10, 11) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := perfect
			tt.change(&want)
			gold := written
			if tt.old != "" {
				gold = strings.Replace(written, tt.old, tt.new, 1)
				if gold == written {
					t.Fatalf("%q is not in\n%s", tt.old, written)
				}
			}
			got, err := File(strings.NewReader(gold), a)
			if err != nil {
				t.Fatal(err)
			}
			if got != want {
				t.Errorf("gold\n%s\ngot  %+v\nwant %+v", gold, got, want)
			}
		})
	}
}

func TestF1(t *testing.T) {
	a := []span{{0, 3}, {3, 5}, {5, 9}}
	if got := f1(a, []span{{0, 3}, {3, 9}}); got != 40 {
		t.Errorf("one of three found by two: got %v, want 40", got)
	}
}
