package language

import "strings"

// ends reports whether a sentence ends after the chunk that ends at j, when
// the next chunk of the paragraph starts at next. The last token that is not
// a closing quotation mark or bracket decides:
//
//	! ?     end, unless the next word starts in lower case
//	...     end before a capital letter
//	.       end, unless the next word starts in lower case, or the full stop
//	        follows the number of a list item that opens the sentence
//	U.S.    an abbreviation: see abbreviation.go for the three kinds
func (c *cutter) ends(j, next int) bool {
	k := len(c.tokens) - 1
	for k > c.first && c.closes(k) {
		k--
	}
	w := c.text[c.tokens[k].Start:c.tokens[k].End]
	switch w[len(w)-1] {
	case '.', '!', '?':
	default:
		if !strings.HasSuffix(w, "…") {
			return false
		}
	}
	start := openers(c.text, next)
	upper, lower := upperAt(c.text, start), lowerAt(c.text, start)
	switch {
	case w == ".":
		if k == c.first+1 && listMark(c.text[c.tokens[c.first].Start:c.tokens[c.first].End]) {
			return false
		}
		return !lower && !dashAt(c.text, next)
	case w[0] == '.' || w[len(w)-1] > 0x80: // an ellipsis
		return upper
	case w[len(w)-1] != '.': // ! and ?
		return !lower && !dashAt(c.text, next)
	}
	return c.abbreviationEnds(w[:len(w)-1], start, upper, k == c.first)
}

// abbreviationEnds decides for a word that keeps its full stop.
func (c *cutter) abbreviationEnds(w string, next int, upper, opening bool) bool {
	if opening && len(w) <= 2 || !upper {
		return false
	}
	end, _ := chunkEnd(c.text, next)
	word := strings.TrimRight(c.text[next:end], ".,;:!?\"')")
	switch abbreviation(w) {
	case stopTitle:
		return false
	case stopNumber:
		return true // not a digit: that is not upper case
	}
	return starters[word]
}

// closes reports whether token k is a mark that belongs to the sentence
// before it.
func (c *cutter) closes(k int) bool {
	t := &c.tokens[k]
	if t.Flags&(FlagSpaceBefore|FlagClitic) != 0 {
		return false
	}
	switch c.text[t.Start:t.End] {
	case `"`, "'", "''", "”", "’", "’’", ")", "]", "}", "»":
		return true
	}
	return false
}

// openers passes over opening quotation marks and brackets.
func openers(s string, i int) int {
	for n := 0; n < 4 && i < len(s); n++ {
		switch {
		case s[i] == '"' || s[i] == '\'' || s[i] == '(' || s[i] == '[' || s[i] == '`':
			i++
		case strings.HasPrefix(s[i:], "“") || strings.HasPrefix(s[i:], "‘"):
			i += len("“")
		case strings.HasPrefix(s[i:], "«"):
			i += len("«")
		default:
			return i
		}
	}
	return i
}

// dashAt reports whether a dash stands at s[i:].
func dashAt(s string, i int) bool {
	return s[i] == '-' || strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—")
}

// listMark reports whether w numbers a list item: "1", "12", "b", "iv".
func listMark(w string) bool {
	if len(w) > 2 {
		return false
	}
	return classes[w[0]] == digit || len(w) == 1 && w[0] >= 'a' && w[0] <= 'z'
}

// splitFinalStop cuts the full stop off an abbreviation that ends a sentence,
// as the treebanks do ("at 5 p.m" "."), except off capital letters ("U.S.").
func (c *cutter) splitFinalStop() {
	t := &c.tokens[len(c.tokens)-1]
	w := c.text[t.Start:t.End]
	n := len(w) - 1
	if n < 2 || w[n] != '.' || !lowerAt(w, n-1) || len(c.tokens)-c.first < 2 {
		return
	}
	end := t.End
	t.End--
	t.Flags = t.Flags&(FlagSpaceBefore|FlagClitic) | Spelling(w[:n])
	c.tokens = append(c.tokens, Token{Start: end - 1, End: end, Head: -1})
}
