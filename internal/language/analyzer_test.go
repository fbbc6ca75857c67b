package language

import (
	"os"
	"strings"
	"testing"
)

func analyzer(t testing.TB) *Analyzer {
	t.Helper()
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// parsed prints word/lemma/tag:head-relation.
func parsed(d *Document, s *Sentence) string {
	var b strings.Builder
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head := "-"
		if t.Head >= 0 {
			head = d.Word(&s.Tokens[t.Head])
		}
		b.WriteString(d.Word(t) + "/" + t.Lemma + "/" + t.XPOS.String() + ":" + t.Rel.String() + "(" + head + ") ")
	}
	return strings.TrimSpace(b.String())
}

func TestParse(t *testing.T) {
	a := analyzer(t)
	for _, tt := range []struct{ text, want string }{
		{"The ministers met in Vienna.", "The/the/DT:det(ministers) ministers/minister/NNS:nsubj(met) met/meet/VBD:root(-) in/in/IN:case(Vienna) Vienna/Vienna/NNP:obl(met) ./././:punct(met)"},
	} {
		d := a.Segment(tt.text)
		a.Parse(d, &d.Sentences[0])
		got := parsed(d, &d.Sentences[0])
		if got != strings.ReplaceAll(tt.want, "./././:", "././.:") {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	text := newsProse
	if p := os.Getenv("CHANCERY_NEWS"); p != "" { // a large text file
		raw, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		text = string(raw)
	}
	a := analyzer(b)
	tokens := 0
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d := a.Segment(text)
		for i := range d.Sentences {
			a.Parse(d, &d.Sentences[i])
			tokens += len(d.Sentences[i].Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
