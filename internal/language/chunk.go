package language

import "strings"

// chunk cuts text[i:j], a run without white space, into tokens: marks before
// the word, the word in its parts, marks after it.
func (c *cutter) chunk(i, j int) {
	s := c.text
	i = c.leading(i, j)
	if i < j && address(s[i:j]) {
		k := j
		for k > i && strings.IndexByte(".,;:!?)>]}\"'", s[k-1]) >= 0 {
			k--
		}
		c.emit(i, k, 0)
		i = k
	}
	k, possessive := c.wordEnd(i, j)
	if i < k {
		c.word(i, k)
	}
	if possessive {
		n := apoLen(s, k)
		c.emit(k, k+n, FlagClitic)
		k += n
	}
	c.marks(k, j)
}

// address reports whether a chunk is a web or mail address or a path, which
// stays whole.
func address(w string) bool {
	if strings.HasPrefix(w, "www.") || strings.Contains(w, "://") {
		return true
	}
	at := strings.IndexByte(w, '@')
	return at > 0 && at+1 < len(w) && upright(w[at+1]) && (upright(w[at-1]) || w[at-1] == '.')
}

// upright reports whether b is an ASCII letter or digit.
func upright(b byte) bool { return classes[b] == letter || classes[b] == digit }

// leading emits the marks before the word and gives where the word starts.
func (c *cutter) leading(i, j int) int {
	s := c.text
	for i < j {
		cl, n := classAt(s, i)
		switch cl {
		case letter, digit, space:
			return i
		case dot:
			if i+1 < j && classes[s[i+1]] == digit {
				return i // .5
			}
		case apo:
			if i+n < j {
				next, _ := classAt(s, i+n)
				if next == digit || next == letter && elided(s[i+n:j]) {
					return i
				}
				c.quoted = next == letter
			}
		case other:
			if (s[i] == '#' || s[i] == '@') && i+1 < j && classes[s[i+1]] == letter {
				return i
			}
		}
		i = c.mark(i, j)
	}
	return i
}

// elided reports whether a word is written with an apostrophe for its first
// letters.
func elided(w string) bool {
	switch strings.TrimRight(w, ".,;:!?\"'") {
	case "S", "Em", "Til", "Tis", "Twas", "TIL", "s", "em", "til", "cause", "n", "tis", "twas", "re", "ve", "ll", "d", "m", "t", "bout", "round":
		return true
	}
	return false
}

// wordEnd finds the end of the word in text[i:j], before its trailing marks,
// and whether an apostrophe after it is a possessive.
func (c *cutter) wordEnd(i, j int) (end int, possessive bool) {
	s := c.text
	k := j
	for k > i {
		n := lastRune(s[i:k])
		cl, _ := classAt(s, k-n)
		if cl == letter || cl == digit {
			break
		}
		if s[k-1] == '$' && k-1 > i && classes[s[k-2]] == letter {
			break // US$
		}
		k -= n
	}
	if k == j || k == i {
		return k, false
	}
	switch cl, n := classAt(s, k); {
	case cl == dot && (k+1 == j || s[k+1] != '.') && keepsStop(s[i:k]):
		return k + 1, false
	case cl == apo && (s[k-1] == 's' || s[k-1] == 'S' || s[k-1] == 'z' || s[k-1] == 'x') && !(c.quoted && k+n == j):
		// "leaders'": with an open single quotation mark, the mark closes it.
		next := other
		if k+n < j {
			next, _ = classAt(s, k+n)
		}
		return k, next != apo
	}
	return k, false
}

// lastRune gives the length of the last rune of s.
func lastRune(s string) int {
	n := 1
	for n < len(s) && n < 4 && s[len(s)-n]&0xC0 == 0x80 {
		n++
	}
	return n
}

// keepsStop reports whether a full stop after w belongs to it: known
// abbreviations, initials, and letters between full stops.
func keepsStop(w string) bool {
	if at := strings.LastIndexAny(w, "-/("); at >= 0 {
		w = w[at+1:]
	}
	if len(w) == 1 {
		if w[0] == 'c' || w[0] == 'v' || w[0] == 'p' {
			return true
		}
		return w[0] >= 'A' && w[0] <= 'Z' && w[0] != 'I'
	}
	if abbreviation(w) != 0 {
		return true
	}
	return acronym(w)
}

// acronym reports whether w is single letters between full stops: "U.S",
// "a.k.a", without the last stop.
func acronym(w string) bool {
	if len(w) < 3 || len(w)%2 == 0 {
		return false
	}
	for i := 0; i < len(w); i++ {
		if i%2 == 0 && classes[w[i]] != letter || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return true
}

// marks emits text[i:j], which holds no word, mark by mark.
func (c *cutter) marks(i, j int) {
	for i < j {
		i = c.mark(i, j)
	}
}

// mark emits one mark at text[i:] and gives its end. Runs of the same mark
// are one token ("...", "--", "!!!", "”"), except brackets and commas.
func (c *cutter) mark(i, j int) int {
	s := c.text
	if n := smiley(s[i:j]); n > 0 {
		c.emit(i, i+n, 0)
		return i + n
	}
	_, n := classAt(s, i)
	end := i + n
	switch s[i] {
	case '(', ')', '[', ']', '{', '}', ',', ';', '"', '%':
	case '!', '?':
		for end < j && (s[end] == '!' || s[end] == '?') {
			end++
		}
	default:
		for end+n <= j && s[end:end+n] == s[i:i+n] && n < 4 {
			end += n
		}
		if cl, _ := classAt(s, i); cl == apo && end-i > 2*n {
			end = i + 2*n
		}
	}
	if cl, _ := classAt(s, i); cl == apo && i > 0 && !c.spaced {
		c.quoted = false
	}
	c.emit(i, end, 0)
	return end
}
