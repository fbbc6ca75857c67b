package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// drawn shows paragraphs as text: each marked run in brackets with the classes
// of its marks.
func drawn(paragraphs [][]Segment) string {
	var b strings.Builder
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteString(" | ")
		}
		for _, s := range p {
			if len(s.Marks) == 0 {
				b.WriteString(s.Text)
				continue
			}
			var classes []string
			for _, m := range s.Marks {
				classes = append(classes, m.Class)
			}
			b.WriteString("[" + strings.Join(classes, "+") + ":" + s.Text + "]")
		}
	}
	return b.String()
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		marks      []Mark
		want       string
	}{
		{"no marks", "one\n\ntwo", nil, "one | two"},
		{"several blank lines", "one\n\n\n\ntwo\n", nil, "one | two\n"},
		{"one mark", "she met him", []Mark{{4, 7, "meeting", "", ""}}, "she [meeting:met] him"},
		{"nested", "she met him", []Mark{{4, 7, "b", "", ""}, {0, 11, "a", "", ""}}, "[a:she ][a+b:met][a: him]"},
		{"overlapping", "abcdef", []Mark{{0, 4, "a", "", ""}, {2, 6, "b", "", ""}}, "[a:ab][a+b:cd][b:ef]"},
		{"over two paragraphs", "ab\n\ncd", []Mark{{1, 5, "a", "", ""}}, "a[a:b] | [a:c]d"},
		{"outside the text", "ab", []Mark{{-3, 1, "a", "", ""}, {1, 99, "b", "", ""}, {7, 9, "c", "", ""}}, "[a:a][b:b]"},
		{"within a character", "aéb", []Mark{{2, 2 + 1, "a", "", ""}}, "a[a:é]b"},
		{"empty text", "", []Mark{{0, 1, "a", "", ""}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := drawn(Paragraphs(c.text, c.marks)); got != c.want {
				t.Errorf("Paragraphs(%q, %v)\n got %s\nwant %s", c.text, c.marks, got, c.want)
			}
		})
	}
}

// TestParagraphsKeepTheText holds for any text and marks: the segments joined
// are the text without its blank lines, and no character is cut.
func TestParagraphsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ab é漢\n]{0,40}`).Draw(t, "text")
		marks := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Mark {
			return Mark{Start: rapid.IntRange(-5, 90).Draw(t, "start"), End: rapid.IntRange(-5, 90).Draw(t, "end"), Class: "m"}
		}), 0, 6).Draw(t, "marks")
		var got strings.Builder
		for _, p := range Paragraphs(text, marks) {
			for _, s := range p {
				if !utf8.ValidString(s.Text) {
					t.Fatalf("segment %q cuts a character", s.Text)
				}
				got.WriteString(s.Text)
			}
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
		if squeeze(got.String()) != squeeze(text) {
			t.Fatalf("text %q came out as %q", text, got.String())
		}
	})
}
