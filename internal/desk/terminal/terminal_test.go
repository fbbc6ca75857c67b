package terminal

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	words := strings.Repeat("word ", 60)
	for line := range strings.SplitSeq(Fold(words, "    "), "\n") {
		if n := utf8.RuneCountInString(line); n > Width {
			t.Errorf("line of %d columns: %q", n, line)
		}
	}
	if got := strings.Join(strings.Fields(Fold(words, "    ")), " "); got != strings.TrimSpace(words) {
		t.Errorf("folding lost words: %q", got)
	}
	if got, want := Fold("a\n b", "  "), "a b"; got != want {
		t.Errorf("Fold = %q, want %q", got, want)
	}
	long := strings.Repeat("x", 200)
	if got, want := Fold("a "+long, "  "), "a\n  "+long; got != want {
		t.Errorf("a long word: Fold = %q, want %q", got, want)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain, é 漢":     "plain, é 漢",
		"a\x1b[31mb":     "a\ufffd[31mb",
		"a\tb\r\nc":      "a b  c",
		"a\u202eb\u2066": "a\ufffdb\ufffd",
		"a\u009bb\x00":   "a\ufffdb\ufffd",
		"a\u2028b":       "a b",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStyleIsPlainUnlessATerminalWantsIt(t *testing.T) {
	unset := func(string) string { return "" }
	if got := StyleFor(&bytes.Buffer{}, unset).Bold("x"); got != "x" {
		t.Errorf("a buffer gets %q", got)
	}
	file, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if got := StyleFor(file, unset).Good("x"); got != "x" {
		t.Errorf("a file gets %q", got)
	}
	if got := (Style{on: true}).Bold("x"); got != "\x1b[1mx\x1b[0m" {
		t.Errorf("a terminal gets %q", got)
	}
}

func TestProgressIsQuietAtFirst(t *testing.T) {
	var out bytes.Buffer
	p := NewProgress(&out, "reading", 100)
	p.Done(50)
	p.Clear()
	if out.Len() > 0 {
		t.Errorf("a progress line at once: %q", out.String())
	}
	drawn := &Progress{total: 200}
	if got, want := drawn.bar(50), "█████░░░░░░░░░░░░░░░"; got != want {
		t.Errorf("bar = %q, want %q", got, want)
	}
}
