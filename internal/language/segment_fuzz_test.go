package language

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzSegment(f *testing.F) {
	for _, s := range segmentSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSegments(t, text, Segment) })
}

// The same must hold when every paragraph is put before the network.
func FuzzSplit(f *testing.F) {
	for _, s := range append(segmentSeeds, rambling) {
		f.Add(s)
	}
	m, err := english()
	if err != nil {
		f.Fatal(err)
	}
	var s splitter
	f.Fuzz(func(t *testing.T, text string) {
		checkSegments(t, text, func(text string, d *Document) {
			Segment(text, d)
			s.again(m.split, d, func(*Document, int, int) bool { return true })
		})
	})
}

var segmentSeeds = []string{"", "Mr. Smith's visit - \"at last\" - ended.", "ROME, Feb 27 - The", "a\r\n\r\nb\u00a0c\u2028d", "'s n't 'tis ''", "\xff\xfe.", "($5.5bn)",
	"U.S.A. is. e.g. i.e.", "www.x.y/z?q=(1)...", "don’t—can’t…", "日本語。テスト", "::: --- ... !!!?", "1.2.3,4:5/6-7", newsProse}

// checkSegments checks what holds for all text: tokens and the gaps between
// them make up the text, in order; a gap is white space; sentences hold their
// tokens, do not overlap and are not too long; the same text gives the same
// document twice.
func checkSegments(t *testing.T, text string, segment func(string, *Document)) {
	var d Document
	segment(text, &d)
	at := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("%q: sentence %d [%d,%d) does not fit its %d tokens", text, i, s.Start, s.End, len(s.Tokens))
		}
		if i > 0 && s.Paragraph < d.Sentences[i-1].Paragraph {
			t.Fatalf("%q: sentence %d is of an earlier paragraph", text, i)
		}
		if len(s.Tokens) > maxSentence+maxChunk {
			t.Fatalf("%q: sentence %d has %d tokens", text, i, len(s.Tokens))
		}
		for k := range s.Tokens {
			tok := &s.Tokens[k]
			if int(tok.Start) < at || tok.End <= tok.Start || int(tok.End) > len(text) {
				t.Fatalf("%q: token %d of sentence %d is [%d,%d) after %d", text, k, i, tok.Start, tok.End, at)
			}
			if gap := text[at:tok.Start]; !blank(gap) {
				t.Fatalf("%q: %q is in no token", text, gap)
			}
			if utf8.ValidString(text) && !utf8.ValidString(d.Word(tok)) {
				t.Fatalf("%q: token %q cuts a character", text, d.Word(tok))
			}
			at = int(tok.End)
		}
	}
	if !blank(text[at:]) {
		t.Fatalf("%q: %q is in no token", text, text[at:])
	}
	first := shown(&d)
	segment(text, &d)
	if again := shown(&d); again != first {
		t.Fatalf("%q: first\n%s\nthen\n%s", text, first, again)
	}
}

// blank reports whether s is white space to the segmenter.
func blank(s string) bool {
	for i := 0; i < len(s); {
		cl, n := classAt(s, i)
		if cl != space {
			return false
		}
		i += n
	}
	return true
}

func TestSegmentAllocatesNothing(t *testing.T) {
	text := strings.Repeat(newsProse, 5)
	var d Document
	Segment(text, &d)
	if n := testing.AllocsPerRun(10, func() { Segment(text, &d) }); n > 0 {
		t.Errorf("%v allocations in a document that has held the text before, want none", n)
	}
}
