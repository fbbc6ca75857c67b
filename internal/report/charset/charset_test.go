package charset

import (
	"io"
	"strings"
	"testing"
)

func TestReader(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Lima", "Lima"},
		{"UTF-8 mark", "\xef\xbb\xbfLima", "Lima"},
		{"UTF-16, little end first", "\xff\xfeL\x00\xe9\x00", "Lé"},
		{"UTF-16, big end first", "\xfe\xff\x00L\x00\xe9", "Lé"},
		{"a pair of surrogates", "\xff\xfe\x3d\xd8\x00\xde", "😀"},
		{"bytes that are no UTF-8 pass", "S\xe3o", "S\xe3o"},
		{"empty", "", ""},
		{"a mark alone", "\xef\xbb\xbf", ""},
		{"half a mark", "\xef\xbb", "\xef\xbb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := io.ReadAll(Reader(strings.NewReader(c.in)))
			if err != nil || string(got) != c.want {
				t.Errorf("Reader(%q) = %q, %v; want %q", c.in, got, err, c.want)
			}
		})
	}
}
