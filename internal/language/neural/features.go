package neural

import (
	"unicode"
	"unicode/utf8"
)

// Rows of the table of learned features. Each word has one row of each kind;
// their sum, beside the word vector, is what the network reads.
const (
	affixRows   = 1 << 14 // hashed
	shapeRows   = 1 << 9  // hashed
	classRows   = 1 << 12
	class9Rows  = 1 << 9
	class6Rows  = 1 << 6
	affixStart  = 0
	shapeStart  = affixStart + affixRows
	classStart  = shapeStart + shapeRows
	class9Start = classStart + classRows
	class6Start = class9Start + class9Rows

	// WordStart is the row of unknown words; the known words follow it.
	WordStart = class6Start + class6Rows

	// Slots is the number of rows that a word has.
	Slots = 12
)

// Word is what the network reads of a word.
type Word struct {
	Rows   [Slots]int32 // rows of the table; the first is the word's own
	Vector int32        // number in the lexicon, or -1
}

// Vocabulary is the words that have learned rows of their own, with the
// lexicon.
type Vocabulary struct {
	Lexicon *Lexicon
	known   table
}

// NewVocabulary takes lower-case words, sorted.
func NewVocabulary(l *Lexicon, words []string) *Vocabulary {
	var text []byte
	ends := make([]uint32, len(words))
	for i, w := range words {
		text = append(text, w...)
		ends[i] = uint32(len(text))
	}
	return &Vocabulary{l, newTable(string(text), ends)}
}

// Rows gives the size of the table of learned features.
func (v *Vocabulary) Rows() int { return WordStart + 1 + len(v.known.ends) }

// maxWord is how many bytes of a word the features see.
const maxWord = 48

// Word gives the features of a word.
func (v *Vocabulary) Word(form string) (w Word) {
	if len(form) > maxWord {
		form = form[:maxWord]
	}
	var buf, sbuf [maxWord + 8]byte
	low, shape := fold(form, buf[:0], sbuf[:0])
	w.Vector = v.Lexicon.words.find(low)
	w.Rows[0] = WordStart
	if k := v.known.find(low); k >= 0 {
		w.Rows[0] = WordStart + 1 + k
	}
	for n := 1; n <= 4; n++ {
		w.Rows[n] = affixStart + int32(hashBytes(last(low, n), uint64(n))%affixRows)
	}
	for n := 1; n <= 3; n++ {
		w.Rows[4+n] = affixStart + int32(hashBytes(first(low, n), uint64(8+n))%affixRows)
	}
	w.Rows[8] = shapeStart + int32(hashBytes(shape, 16)%shapeRows)
	class := v.class(form, low)
	w.Rows[9] = classStart + int32(class)%classRows
	w.Rows[10] = class9Start + int32(class)%class9Rows
	w.Rows[11] = class6Start + int32(class)%class6Rows
	return w
}

// class gives the class of a form, or of its lower-case form, or 0.
func (v *Vocabulary) class(form string, low []byte) uint16 {
	l := v.Lexicon
	var buf [maxWord]byte
	if i := l.forms.find(append(buf[:0], form...)); i >= 0 {
		return l.classes[i]
	}
	if i := l.forms.find(low); i >= 0 {
		return l.classes[i]
	}
	return 0
}

// fold appends the lower-case form of a word, with figures as 0 when there are
// more than four and curly apostrophes as straight ones, and its shape: runs of
// capitals, small letters, figures and marks, as in "Xx-Xx" or "d,d".
func fold(form string, low, shape []byte) ([]byte, []byte) {
	figures := 0
	for i := 0; i < len(form); i++ {
		if form[i] >= '0' && form[i] <= '9' {
			figures++
		}
	}
	run := 0
	for i := 0; i < len(form); {
		r, n := rune(form[i]), 1
		if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(form[i:])
		}
		kind := byte('o')
		switch {
		case r >= '0' && r <= '9':
			kind = 'd'
			if figures > 4 {
				r = '0'
			}
		case r >= 'A' && r <= 'Z':
			kind = 'X'
			r += 'a' - 'A'
		case r >= 'a' && r <= 'z':
			kind = 'x'
		case r == '’' || r == '‘':
			kind, r = '\'', '\''
		case r < 0x80:
			kind = byte(r)
		case unicode.IsUpper(r):
			kind = 'X'
			r = unicode.ToLower(r)
		case unicode.IsLetter(r):
			kind = 'x'
		}
		if len(low) < maxWord {
			low = utf8.AppendRune(low, r)
		}
		if len(shape) > 0 && shape[len(shape)-1] == kind {
			run++
		} else {
			run = 1
		}
		if run <= 2 && len(shape) < 10 {
			shape = append(shape, kind)
		}
		i += n
	}
	return low, shape
}

// last gives the last n runes of w, first the first n.
func last(w []byte, n int) []byte {
	i := len(w)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && w[i]&0xC0 == 0x80 {
			i--
		}
	}
	return w[i:]
}

func first(w []byte, n int) []byte {
	i := 0
	for ; n > 0 && i < len(w); n-- {
		i++
		for i < len(w) && w[i]&0xC0 == 0x80 {
			i++
		}
	}
	return w[:i]
}
