package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives s in lower case and without diacritics, so that "Łódź", "Lodz"
// and "LODZ" are the same: marks go, letters that only look decorated become
// plain (ł l, ø o, đ d, ı i, ß ss, æ ae, þ th), and curly apostrophes become
// straight. Letters of other scripts are only put into lower case.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if b := s[i]; b >= 0x80 || b >= 'A' && b <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < 0x80 {
			b.WriteByte(lowerByte(byte(r)))
			continue
		}
		foldRune(r, func(p rune) { b.WriteRune(p) })
	}
	return b.String()
}

// undecorated are the letters that Unicode does not decompose.
var undecorated = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h",
	'ŧ': "t", 'ŋ': "n", 'ĸ': "k", 'ə': "e", 'ɛ': "e", 'ɔ': "o", 'ƙ': "k", 'ɓ': "b", 'ɗ': "d",
	'’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", 'ʿ': "'", 'ʾ': "'", '´': "'", '‐': "-", '‑': "-", '–': "-",
}

// foldRune gives emit the plain letters of a rune above ASCII.
func foldRune(r rune, emit func(rune)) {
	if r == 'İ' {
		emit('i')
		return
	}
	r = unicode.ToLower(r)
	if p, ok := undecorated[r]; ok {
		for _, c := range p {
			emit(c)
		}
		return
	}
	if unicode.Is(unicode.Mn, r) {
		return
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFD.Properties(buf[:n]).Decomposition(); d != nil {
		for len(d) > 0 {
			c, size := utf8.DecodeRune(d)
			d = d[size:]
			if !unicode.Is(unicode.Mn, c) {
				emit(c)
			}
		}
		return
	}
	emit(r)
}

func lowerByte(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
