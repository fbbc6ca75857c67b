package neural

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Lexicon is what is known of words from large texts, before any treebank:
// word vectors by lower-case form, and classes of words by form. Training and
// running read the same one, so it is a file of its own.
type Lexicon struct {
	Dim     int     // length of a vector
	Scale   float32 // what one step of a component stands for
	vectors []int8  // one after the other
	words   table   // lower-case forms of the vectors
	forms   table   // forms that have a class
	classes []uint16
}

// lexiconMagic opens the file.
const lexiconMagic = "CHLEX1\n"

var errLexicon = errors.New("not a lexicon of this version, or cut short")

// LexiconEntries is what WriteLexicon takes.
type LexiconEntries struct {
	Dim     int
	Scale   float32
	Words   []string
	Vectors []int8
	Forms   []string
	Classes []uint16
}

// WriteLexicon gives the bytes of a lexicon file. Words and forms should be
// sorted: the file stores what each shares with the one before.
func WriteLexicon(e LexiconEntries) []byte {
	b := []byte(lexiconMagic)
	b = binary.LittleEndian.AppendUint32(b, uint32(e.Dim))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(e.Scale))
	b = appendWords(b, e.Words)
	b = appendWords(b, e.Forms)
	for _, c := range e.Classes {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	for _, v := range e.Vectors {
		b = append(b, byte(v))
	}
	return b
}

// ReadLexicon reads what WriteLexicon wrote.
func ReadLexicon(b []byte) (*Lexicon, error) {
	r := reader{b: b}
	if string(r.bytes(len(lexiconMagic))) != lexiconMagic {
		return nil, fmt.Errorf("read lexicon: %w", errLexicon)
	}
	l := &Lexicon{Dim: int(r.u32()), Scale: math.Float32frombits(r.u32())}
	l.words = r.words()
	l.forms = r.words()
	l.classes = make([]uint16, len(l.forms.ends))
	for i := range l.classes {
		l.classes[i] = binary.LittleEndian.Uint16(r.bytes(2))
	}
	l.vectors = r.int8s(len(l.words.ends) * l.Dim)
	if r.failed || l.Dim > 1024 {
		return nil, fmt.Errorf("read lexicon: %w", errLexicon)
	}
	return l, nil
}

// Vector gives the vector of a number that Word.Vector holds.
func (l *Lexicon) Vector(i int32) []int8 { return l.vectors[int(i)*l.Dim : (int(i)+1)*l.Dim] }

// appendWords appends a list of words: their number, then for each the length
// of what it shares with the one before, the length of the rest, the rest.
func appendWords(b []byte, words []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(words)))
	last := ""
	for _, w := range words {
		same := 0
		for same < len(w) && same < len(last) && w[same] == last[same] {
			same++
		}
		b = binary.AppendUvarint(b, uint64(same))
		b = binary.AppendUvarint(b, uint64(len(w)-same))
		b = append(b, w[same:]...)
		last = w
	}
	return b
}
