package timex

// word is a run of letters, a run of digits or a punctuation mark of the
// sentence. Words are cut finer than tokens ("third-quarter" is three), so
// that the grammar does not depend on how tokens treat hyphens.
type word struct {
	start, end int32
	num        int32 // value of digits, at most 9 of them
	val        int16
	class      class
	id         wordID
	digits     uint8  // how many digits
	suffix     suffix // letters grown onto the digits
	mark       byte   // the punctuation mark; '-' for any dash, '\'' for any apostrophe, '"' for any quotation mark
	glued      bool   // no white space before it
	upper      bool   // begins with a capital letter
	opens      bool   // a name of several words may begin with it: a feast's or a timeless one
}

// suffix is what is grown onto digits: "1980s", "21st".
type suffix uint8

const (
	noSuffix suffix = iota
	suffixS
	suffixOrdinal
	suffixOther
)

// is says whether w is the punctuation mark c.
func (w *word) is(c byte) bool { return w.class == classPunct && w.mark == c }

// scan cuts text[from:to] into words behind dst and says whether any of them
// can be the heart of a time expression.
func scan(text string, from, to int32, dst []word) (words []word, trigger bool) {
	t := lexicon()
	glued := false
	for i := from; i < to; {
		c := text[i]
		kind := t.kinds[c]
		switch kind {
		case kindSpace:
			i++
			glued = false
			continue
		case kindLetter:
			w := word{start: i, glued: glued, upper: c < 'a' && c >= 'A' || c >= 0x80}
			h := uint32(hashStart)
			for i < to && t.kinds[text[i]] == kindLetter {
				h = (h ^ uint32(t.lower[text[i]])) * hashStep
				i++
			}
			w.end = i
			if e := t.find(h, text[w.start:w.end]); e != nil {
				w.class, w.id, w.val, w.opens = e.class, e.id, e.val, e.opens
				trigger = trigger || e.trigger
			}
			dst = append(dst, w)
		case kindDigit:
			w := t.digits(text, i, to)
			w.glued = glued
			i = w.end
			trigger = trigger || w.digits == 4 || w.suffix == suffixS || w.suffix == suffixOrdinal && w.num <= 31
			dst = append(dst, w)
		default:
			n, mark := punctuation(text, i, to)
			if mark == ' ' {
				i += n
				glued = false
				continue
			}
			if mark == 'a' { // a letter outside ASCII
				w := word{start: i, glued: glued, upper: true}
				for i < to && (t.kinds[text[i]] == kindLetter || text[i] >= 0x80 && isLetterAt(text, i, to)) {
					i++
				}
				w.end = i
				dst = append(dst, w)
				break
			}
			w := word{start: i, end: i + n, class: classPunct, mark: mark, glued: glued}
			trigger = trigger || (mark == ':' || mark == '.') && glued && i+1 < to && t.kinds[text[i+1]] == kindDigit && t.kinds[text[i-1]] == kindDigit
			dst = append(dst, w)
			i += n
		}
		glued = true
	}
	return dst, trigger
}

// digits reads a run of digits with the letters grown onto it.
func (t *lexiconTable) digits(text string, i, to int32) word {
	w := word{start: i, class: classNumber}
	for i < to && t.kinds[text[i]] == kindDigit {
		if w.digits < 9 {
			w.num = w.num*10 + int32(text[i]-'0')
		}
		if w.digits < 255 {
			w.digits++
		}
		i++
	}
	from := i
	for i < to && t.kinds[text[i]] == kindLetter {
		i++
	}
	switch s := text[from:i]; {
	case s == "":
	case s == "s":
		w.suffix = suffixS
	case foldEqual("st", s) || foldEqual("nd", s) || foldEqual("rd", s) || foldEqual("th", s):
		w.suffix = suffixOrdinal
	case foldEqual("am", s) || foldEqual("pm", s):
		i = from // "10am" is two words
	default:
		w.suffix = suffixOther
	}
	w.end = i
	return w
}

const (
	kindOther byte = iota
	kindSpace
	kindLetter
	kindDigit
)

// kindOf classes a byte.
func kindOf(c byte) byte {
	switch {
	case c == ' ' || c >= '\t' && c <= '\r':
		return kindSpace
	case c >= '0' && c <= '9':
		return kindDigit
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		return kindLetter
	}
	return kindOther
}

// punctuation reads the mark at i, folding dashes, apostrophes and quotation
// marks of Unicode to ASCII; ' ' stands for white space, 'a' for a letter.
func punctuation(text string, i, to int32) (length int32, mark byte) {
	c := text[i]
	if c == '`' {
		return 1, '"'
	}
	if c < 0x80 {
		return 1, c
	}
	if c == 0xC2 && i+1 < to && text[i+1] == 0xA0 { // no-break space
		return 2, ' '
	}
	if c == 0xE2 && i+2 < to && text[i+1] == 0x80 {
		switch d := text[i+2]; {
		case d >= 0x90 && d <= 0x95:
			return 3, '-'
		case d == 0x98 || d == 0x99:
			return 3, '\''
		case d >= 0x9A && d <= 0x9F:
			return 3, '"'
		case d <= 0x8B || d == 0xAF:
			return 3, ' '
		case d == 0xA6:
			return 3, '.'
		}
		return 3, '*'
	}
	return 1, 'a'
}

func isLetterAt(text string, i, to int32) bool {
	_, mark := punctuation(text, i, to)
	return mark == 'a'
}
