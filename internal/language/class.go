package language

import (
	"unicode"
	"unicode/utf8"
)

// class is what a byte, or the rune that starts at it, means to the segmenter.
type class uint8

const (
	other  class = iota // stands alone: brackets, signs, most symbols
	space               // white space
	letter              // letters, marks and joiners, in any script
	digit               // 0 to 9 and other decimal digits
	dot                 // .
	apo                 // ' and ’
	hyphen              // -
	high                // first byte of a longer rune: ask runeClass
)

var classes = func() (t [256]class) {
	for b := 0; b < 256; b++ {
		switch {
		case b >= 0x80:
			t[b] = high
		case b == ' ' || b >= '\t' && b <= '\r' || b == 0:
			t[b] = space
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_':
			t[b] = letter
		case b >= '0' && b <= '9':
			t[b] = digit
		}
	}
	t['.'], t['\''], t['-'] = dot, apo, hyphen
	return t
}()

// classAt gives the class and the length in bytes of the rune at s[i:].
// Invalid UTF-8 is a letter of one byte, so that it stays inside a word.
func classAt(s string, i int) (class, int) {
	if c := classes[s[i]]; c != high {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return runeClass(r), n
}

// runeClass gives the class of a rune above ASCII.
func runeClass(r rune) class {
	switch r {
	case '’', '‘', 'ʼ':
		return apo
	case '‐', '‑':
		return hyphen
	case '\u00ad', '\u200c', '\u200d', utf8.RuneError:
		return letter // soft hyphen, joiners and junk stay inside words
	case '\u200b', '\ufeff', '\u2060':
		return space // invisible
	}
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// upperAt reports whether an upper-case letter starts at s[i:].
func upperAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if b := s[i]; b < 0x80 {
		return b >= 'A' && b <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// lowerAt reports whether a lower-case letter starts at s[i:].
func lowerAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if b := s[i]; b < 0x80 {
		return b >= 'a' && b <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}
