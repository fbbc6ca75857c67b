package terminal

import (
	"strings"
	"unicode/utf8"
)

// Width is the number of columns that text is folded to. It is fixed, so that
// the same question prints the same bytes everywhere.
const Width = 88

// Fold breaks text into lines of at most Width columns at white space, each
// after the first starting with indent. A longer word stands on its own line.
func Fold(text, indent string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > Width-utf8.RuneCountInString(indent):
			b.WriteString("\n" + indent)
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// Pad fills text with blanks to n columns.
func Pad(text string, n int) string {
	return text + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(text)))
}

// Clean makes text from outside safe to print: control characters, which a
// terminal might obey, and marks that turn the direction of writing become the
// replacement character; tabs and line breaks become blanks.
func Clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r == '\u2028', r == '\u2029':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, text)
}
