package language

import "strings"

// A single newline may be a space or an end. Old wires and mail wrap their
// lines: there it is a space. Other texts put each paragraph, headline or
// list item on a line of its own: there it ends the paragraph. The lines tell
// which it is. Take the block of lines between two blank lines, and let width
// be the length of its longest line:
//
//	width > 120   nobody wraps so wide: every newline ends a paragraph
//	width < 50    no prose is so narrow: every newline ends one
//	otherwise     the text is wrapped, and a newline is a space if the first
//	              word of the next line would not have fitted on this one
//
// In all three, a newline before a bullet ends the paragraph, and one before
// a lower-case letter or after a comma is a space.
const (
	wrapWidest    = 120
	wrapNarrowest = 50
	wrapSlack     = 3 // columns that a wrapped line may fall short of the width
)

// block is a run of lines without a blank one.
type block struct {
	end   int // where it ends
	width int // of its longest line, in runes
}

// space passes over white space from i and closes the paragraph if it holds
// an end of one. It gives the start of the next chunk. At the start of the
// text, nothing is open yet.
func (c *cutter) space(i int, opening bool) int {
	s := c.text
	lineEnd, newlines := i, 0
	for i < len(s) {
		b := s[i]
		if b == ' ' {
			i++
			continue
		}
		cl, n := classAt(s, i)
		if cl != space {
			break
		}
		switch {
		case b == '\n':
			newlines++
		case b == '\r' && (i+1 == len(s) || s[i+1] != '\n'):
			newlines++
		case b == '\f' || n == 3 && (s[i:i+3] == "\u2028" || s[i:i+3] == "\u2029"):
			newlines += 2
		}
		i += n
	}
	if opening || newlines == 0 || i == len(s) {
		return i
	}
	if newlines > 1 || c.hardBreak(lineEnd, i) {
		c.endParagraph()
	}
	return i
}

// hardBreak reports whether the newline between the line that ends at end and
// the one that starts at next ends a paragraph.
func (c *cutter) hardBreak(end, next int) bool {
	s := c.text
	if bullet(s, next) {
		return true
	}
	if s[end-1] == ',' || lowerAt(s, next) {
		return false
	}
	if next > c.block.end {
		c.block = blockAround(s, end)
	}
	if w := c.block.width; w > wrapWidest || w < wrapNarrowest {
		return true
	}
	start := strings.LastIndexByte(s[:end], '\n') + 1
	word, _ := chunkEnd(s, next)
	return runes(s[start:end])+1+runes(s[next:word]) <= c.block.width-wrapSlack
}

// bullet reports whether a list item starts at s[i:].
func bullet(s string, i int) bool {
	for _, b := range [...]string{"* ", "- ", "• ", "– ", "— ", "· "} {
		if strings.HasPrefix(s[i:], b) {
			return true
		}
	}
	return false
}

// blockAround measures the block of lines that holds s[at].
func blockAround(s string, at int) block {
	var b block
	start := strings.LastIndexByte(s[:at], '\n') + 1
	// Lines before the current one are closed already; they can only be of the
	// same block if they were found soft, and then the block is known.
	for start < len(s) {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		line := strings.TrimRight(s[start:end], " \t\r")
		if line == "" {
			break
		}
		b.width = max(b.width, runes(line))
		b.end = end + 1
		start = end + 1
	}
	return b
}

// runes counts the runes of s; junk counts by the byte.
func runes(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
