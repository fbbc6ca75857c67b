package conllu

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
)

var update = flag.Bool("update", false, "rewrite testdata/news.conllu")

// The parse of news prose must be the same, to the byte, on every machine.
func TestNewsIsParsedAlikeEverywhere(t *testing.T) {
	text, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	a, err := language.New()
	if err != nil {
		t.Fatal(err)
	}
	d := a.Segment(string(text))
	for i := range d.Sentences {
		a.Parse(d, &d.Sentences[i])
	}
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/news.conllu"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("parse differs from %s (a new model needs -update); got\n%s", golden, b.Bytes())
	}
}
