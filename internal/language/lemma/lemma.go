// Package lemma finds dictionary forms of tagged words.
//
// In: a word with its tag. Out: its lemma. Rules and exceptions are learned
// together: for each tag, the longest known ending of the word, or the whole
// word, tells what to cut off and what to add. It knows no context beyond the
// tag: "saw" as a past tense is always "see".
package lemma

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// script turns a word into its lemma.
type script struct {
	lower bool // make the word lower-case first
	cut   int  // bytes to cut off its end
	add   string
}

// apply gives the lemma; ok is false if the word is shorter than the cut.
func (s script) apply(word string) (lemma string, ok bool) {
	if s.lower {
		word = strings.ToLower(word)
	}
	if s.cut > len(word) || s.cut == len(word) && s.add == "" {
		return "", false
	}
	if s.cut == 0 && s.add == "" {
		return word, true
	}
	return word[:len(word)-s.cut] + s.add, true
}

// Table holds what was learned.
type Table struct {
	scripts []script
	rules   map[string]uint16 // script by key, see key
	longest int               // length of the longest ending, in bytes
}

// key is a tag, how the word is capitalised, and an ending; a whole word has
// its start marked by wholeMark.
func key(b []byte, tag byte, capitals byte, ending string) []byte {
	b = append(b, tag, capitals)
	return append(b, ending...)
}

const wholeMark = "^"

// maxWord is the length in bytes from which words are their own lemma.
const maxWord = 60

// Lemma gives the lemma of a word. It allocates only when the lemma is not
// the word itself.
func (t *Table) Lemma(word string, tag byte) string {
	if len(word) > maxWord {
		return word
	}
	word = straight(word)
	var buf [maxWord + 8]byte
	var low [maxWord + 8]byte
	c := capitals(word)
	b := low[:0]
	b = append(b, wholeMark...)
	b = appendLower(b, word)
	start := 0
	if n := len(b) - t.longest; n > 0 {
		start = n
		// The whole word may be longer than any ending.
		if r, ok := t.rules[string(appendKey(buf[:0], tag, c, b))]; ok {
			if l, ok := t.scripts[r].apply(word); ok {
				return l
			}
		}
	}
	for i := start; i <= len(b); i++ {
		r, ok := t.rules[string(appendKey(buf[:0], tag, c, b[i:]))]
		if !ok {
			continue
		}
		if l, ok := t.scripts[r].apply(word); ok {
			return l
		}
	}
	return word
}

// straight writes curly apostrophes straight, as lemmas have them.
func straight(word string) string {
	if strings.Contains(word, "’") {
		return strings.ReplaceAll(word, "’", "'")
	}
	return word
}

func appendKey(b []byte, tag, capitals byte, ending []byte) []byte {
	return append(append(b, tag, capitals), ending...)
}

// appendLower appends word in lower case.
func appendLower(b []byte, word string) []byte {
	for _, r := range word {
		if len(b) > maxWord {
			break
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// capitals tells small words (0) from capitalised ones (1) and such in
// capitals (2).
func capitals(word string) byte {
	upper, lower := 0, 0
	first := false
	for i, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case upper > 1 && lower == 0:
		return 2
	case first:
		return 1
	}
	return 0
}

var errTable = errors.New("not a lemma table of this version, or cut short")

// Read reads what Encode gave.
func Read(b []byte) (*Table, error) {
	lines := strings.Split(string(b), "\n")
	if len(lines) < 3 || lines[0] != magic {
		return nil, fmt.Errorf("read lemma table: %w", errTable)
	}
	t := &Table{rules: make(map[string]uint16, len(lines))}
	i := 1
	for ; i < len(lines) && lines[i] != ""; i++ {
		var s script
		var lower int
		if n, err := fmt.Sscanf(lines[i], "%d %d", &lower, &s.cut); n != 2 || err != nil || s.cut < 0 {
			return nil, fmt.Errorf("read lemma table: line %d: %w", i+1, errTable)
		}
		s.lower = lower == 1
		_, rest, _ := strings.Cut(lines[i], " ")
		_, s.add, _ = strings.Cut(rest, " ")
		t.scripts = append(t.scripts, s)
	}
	for i++; i < len(lines) && lines[i] != ""; i++ {
		k, number, ok := strings.Cut(lines[i], "\t")
		n := 0
		for _, d := range number {
			n = n*10 + int(d-'0')
		}
		if !ok || len(k) < 2 || n >= len(t.scripts) || n < 0 {
			return nil, fmt.Errorf("read lemma table: line %d: %w", i+1, errTable)
		}
		raw := string([]byte{k[0] - 'A', k[1] - '0'}) + k[2:]
		t.rules[raw] = uint16(n)
		if !strings.HasPrefix(k[2:], wholeMark) {
			t.longest = max(t.longest, len(k)-2)
		}
	}
	return t, nil
}

const magic = "CHLEM1"
