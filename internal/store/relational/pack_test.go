package relational

import (
	"bytes"
	"strings"
	"testing"
)

func TestPack(t *testing.T) {
	for _, in := range []string{"", "short", strings.Repeat("a long text ", 500), "\x00\xff"} {
		p, err := pack([]byte(in))
		if err != nil {
			t.Fatal(err)
		}
		out, err := unpack(p)
		if err != nil || !bytes.Equal(out, []byte(in)) {
			t.Errorf("pack and unpack of %.20q: %.20q, %v", in, out, err)
		}
		if len(in) > worth && len(p) >= len(in) {
			t.Errorf("%d bytes were packed into %d", len(in), len(p))
		}
	}
	for _, bad := range [][]byte{nil, {9, 1, 2}, {zipped, 1, 2, 3}} {
		if out, err := unpack(bad); err == nil {
			t.Errorf("unpack(%v) = %q, want an error", bad, out)
		}
	}
}

func TestSnippet(t *testing.T) {
	text := strings.Repeat("Nothing of note. ", 30) + "The foreign ministers met in Oslo." + strings.Repeat(" Nothing more.", 30)
	for _, c := range []struct{ words, want string }{
		{"oslo", "met in Oslo."},
		{`"foreign ministers"`, "The foreign ministers"},
		{"", "Nothing of note."},
		{"absent", "Nothing of note."},
	} {
		if got := snippet(text, c.words); !strings.Contains(got, c.want) || len(got) > 2*snippetLength {
			t.Errorf("snippet for %q: %q, want it to have %q", c.words, got, c.want)
		}
	}
}

func TestTerms(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Modi Kazan", "modi|kazan"},
		{`"prime minister" Støre`, "prime minister|store"},
		{"a AND (b", "a|and|b"},
		{`"`, ""},
		{"G-20", "g|20"},
	} {
		if got := strings.Join(terms(c.in), "|"); got != c.want {
			t.Errorf("terms(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
