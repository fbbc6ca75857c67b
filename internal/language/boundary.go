package language

import "strings"

// ends reports whether a sentence ends after the chunk that ends at j, when
// the next chunk of the paragraph starts at next. The last token that is not
// a closing quotation mark or bracket decides:
//
//	! ?     end; after a closing mark, only if no word in lower case follows
//	...     end before a capital letter
//	.       end; not before a word in lower case, unless the word before the
//	        stop is in lower case too; not after the number of a list item
//	        that opens the sentence
//	U.S.    an abbreviation: see abbreviation.go for the three kinds
func (c *cutter) ends(j, next int) bool {
	if c.reference(next) || smiley(c.text[next:]) > 0 {
		return false // belongs to the sentence before it
	}
	k := len(c.tokens) - 1
	for k > c.first {
		if n := c.closes(k); n > 0 {
			k -= n
			continue
		}
		break
	}
	if k < c.first {
		return false
	}
	closed := k < len(c.tokens)-1
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
		if lower {
			return !closed && k > c.first && lowerAt(c.text, int(c.tokens[k-1].Start)) && c.tokens[k-1].End-c.tokens[k-1].Start > 2
		}
		return true
	case w[0] == '.' || w[len(w)-1] > 0x80: // an ellipsis
		return upper
	case w[len(w)-1] != '.': // ! and ?
		return !(lower && closed) && !dashAt(c.text, next)
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
	case stopOpen:
		return starters[word]
	}
	// Initials and acronyms. Some archives of wires capitalise whatever follows
	// "U.S.", so only words that hardly go on with a sentence count.
	return loneStarters[word] || word == "However" || word == "Meanwhile"
}

// closes gives the number of tokens up to k that belong to the sentence before
// them: a closing mark, a smiley, or the three of a reference, "[12]".
func (c *cutter) closes(k int) int {
	t := &c.tokens[k]
	w := c.text[t.Start:t.End]
	if w == "]" && k-2 >= c.first && c.text[c.tokens[k-2].Start:c.tokens[k-2].End] == "[" && c.tokens[k-1].Flags.Has(FlagDigit) {
		return 3
	}
	if smiley(w) == len(w) {
		return 1
	}
	if t.Flags&(FlagSpaceBefore|FlagClitic) != 0 {
		return 0
	}
	switch w {
	case `"`, "'", "''", "”", "’", "’’", ")", "]", "}", "»":
		return 1
	}
	return 0
}

// reference reports whether the next chunk is a reference such as "[12]".
func (c *cutter) reference(next int) bool {
	s := c.text
	if s[next] != '[' {
		return false
	}
	i := next + 1
	for i < len(s) && classes[s[i]] == digit {
		i++
	}
	return i > next+1 && i < len(s) && s[i] == ']'
}

// smiley gives the length of a smiley that is a chunk, or starts one before a
// mark, at the start of s; or 0.
func smiley(s string) int {
	if len(s) < 2 || s[0] != ':' && s[0] != ';' && s[0] != '=' {
		return 0
	}
	n := 1
	if s[1] == '-' {
		n++
	}
	if n == len(s) {
		return 0
	}
	switch s[n] {
	case ')', '(', 'D', 'P', 'p', '/', '|':
		for n++; n < len(s) && s[n] == s[n-1]; n++ {
		}
	default:
		return 0
	}
	if n < len(s) && (classes[s[n]] == letter || classes[s[n]] == digit || s[n] == '/') {
		return 0
	}
	return n
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

// runOn reports whether the chunk s[i:j] ends a sentence that has lost its
// stop, as headlines do when their line is joined to the next: a word that can
// end one, before a capitalised word that can only start one, before a small
// word ("meet in Vienna today They will").
func runOn(s string, i, j, next int) bool {
	if j-i == 2 && s[i+1] == 'M' && stamp(s[:i]) {
		return true
	}
	if next != j+1 || !upperAt(s, next) || j-i < 3 {
		return false
	}
	end, plain := chunkEnd(s, next)
	if !plain || end+1 >= len(s) || !lowerAt(s, end+1) || !loneStarters[s[next:end]] {
		return false
	}
	if !lowerAt(s, i) { // after a name or a number, only before a pronoun and the like
		switch s[next:end] {
		case "The", "But", "Who", "You":
			return false
		}
		return !starters[s[i:j]] && (upperAt(s, i) || classes[s[i]] == digit) && upright(s[j-1])
	}
	return !linkers[s[i:j]]
}

// loneStarters are words that, capitalised before a small word, start a
// sentence whatever stands before them.
var loneStarters = map[string]bool{
	"He": true, "She": true, "They": true, "We": true, "You": true, "If": true, "When": true, "While": true, "Although": true,
	"This": true, "These": true, "There": true, "What": true, "How": true, "Why": true, "Who": true, "His": true, "Their": true,
	"Our": true, "My": true, "Please": true, "It": true, "But": true, "The": true,
}

// linkers are small words that do not end a sentence, but stand before a
// capitalised title ("the film The Third Man", "called They").
var linkers = map[string]bool{
	"and": true, "the": true, "for": true, "with": true, "from": true, "that": true, "than": true, "but": true, "into": true, "over": true,
	"called": true, "entitled": true, "titled": true, "said": true, "says": true, "film": true, "book": true, "song": true, "novel": true,
	"newspaper": true, "magazine": true, "daily": true, "weekly": true, "paper": true, "series": true, "play": true, "article": true,
	"named": true, "dubbed": true, "about": true, "after": true, "before": true, "when": true, "where": true, "which": true, "while": true,
	"because": true, "are": true, "was": true, "were": true, "not": true, "has": true, "have": true, "had": true, "its": true, "his": true,
	"her": true, "their": true, "our": true, "all": true, "who": true, "read": true, "reads": true, "wrote": true, "asked": true, "ask": true,
	"told": true, "under": true, "via": true, "per": true, "like": true, "headlined": true, "near": true, "around": true, "between": true,
}

// stamp reports whether s ends with a date and a time in figures, as the
// heads of old mail do: "08/16/2000 12:05 " before "PM".
func stamp(s string) bool {
	const form = "0/00/0000 00:00 "
	if len(s) < len(form) {
		return false
	}
	s = s[len(s)-len(form):]
	for i := range len(form) {
		if form[i] == '0' && classes[s[i]] != digit || form[i] != '0' && s[i] != form[i] {
			return false
		}
	}
	return true
}
