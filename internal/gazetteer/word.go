package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// A word is what a name is made of when names are compared: a token or, where
// a token has hyphens inside, one part of it. Case, diacritics, full stops and
// apostrophes do not count: "U.N.", "UN" and "un" hash alike, and so do
// "Sana'a" and "Sanaa". The shape says how it was spelled.
type word struct {
	hash  uint64 // FNV-1a of the folded letters and digits; 0 where nothing is left
	tok   int32  // the token that it comes from
	shape shape
}

// shape is a set of facts about the spelling of a word.
type shape uint8

const (
	capital  shape = 1 << iota // starts with a capital letter or a digit
	allCaps                    // has no lower-case letter
	joined                     // a hyphen stands before it, without white space
	first                      // starts its token
	last                       // ends its token
	possible                   // may be a possessive without its apostrophe: "Modis"
	inner                      // has a capital letter behind its first: "McCain", "LeT", "UN"
)

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// scan reads one word of s from i up to the next hyphen or the end. It gives
// its hash and shape (capital, allCaps) and where it stopped.
func scan(s string, i int) (hash uint64, sh shape, end int) {
	h := uint64(fnvOffset)
	sh = allCaps
	n := 0
	for ; i < len(s); i++ {
		b := s[i]
		switch {
		case b >= 'a' && b <= 'z':
			sh &^= allCaps
		case b >= 'A' && b <= 'Z':
			if n == 0 {
				sh |= capital
			} else {
				sh |= inner
			}
			b += 'a' - 'A'
		case b >= '0' && b <= '9':
			if n == 0 {
				sh |= capital
			}
		case b == '-':
			if n > 0 || i == 0 {
				return finish(h, n), sh, i
			}
			continue
		case b == '.' || b == '\'' || b == '`' || b == ',':
			continue
		case b >= 0x80:
			return scanWide(s, i, h, sh, n)
		}
		h = (h ^ uint64(b)) * fnvPrime
		n++
	}
	return finish(h, n), sh, i
}

// scanWide goes on where a word leaves ASCII.
func scanWide(s string, i int, h uint64, sh shape, n int) (uint64, shape, int) {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '-' || r == '‐' || r == '‑' || r == '–' {
			if n > 0 || i == 0 {
				return finish(h, n), sh, i
			}
			i += size
			continue
		}
		switch {
		case n == 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)):
			sh |= capital
		case unicode.IsUpper(r):
			sh |= inner
		case unicode.IsLower(r):
			sh &^= allCaps
		}
		add := func(p rune) {
			if p == '.' || p == '\'' || p == '`' || p == ',' {
				return
			}
			if p < 0x80 {
				h = (h ^ uint64(p)) * fnvPrime
			} else {
				var buf [utf8.UTFMax]byte
				for _, b := range buf[:utf8.EncodeRune(buf[:], p)] {
					h = (h ^ uint64(b)) * fnvPrime
				}
			}
			n++
		}
		if r < 0x80 {
			add(rune(lowerByte(byte(r))))
		} else {
			foldRune(r, add)
		}
		i += size
	}
	return finish(h, n), sh, i
}

func finish(h uint64, n int) uint64 {
	if n == 0 {
		return 0
	}
	return h
}

// isHyphen reports whether s is nothing but a hyphen or an en dash.
func isHyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" || s == "–" }

// appendWords appends the words of one token, or of a name without spaces.
func appendWords(dst []word, s string, tok int32, extra shape) []word {
	from := len(dst)
	for i := 0; i < len(s); {
		h, sh, end := scan(s, i)
		if end == i { // a hyphen
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if h != 0 {
			if len(dst) > from {
				sh |= joined
			}
			dst = append(dst, word{h, tok, sh})
		}
		i = end
	}
	if len(dst) == from {
		return append(dst, word{0, tok, first | last})
	}
	dst[from].shape |= first | extra
	dst[len(dst)-1].shape |= last
	return dst
}

// appendName appends the words of a name. A possessive ending is a word of its
// own, as it is a token of its own: "National People's Congress".
func appendName(dst []word, name string) []word {
	for i := 0; i < len(name); {
		if name[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < len(name) && name[j] != ' ' {
			j++
		}
		if k := j - len("'s"); k > i && name[k:j] == "'s" {
			dst = appendWords(dst, name[i:k], 0, 0)
			dst = appendWords(dst, name[k:j], 0, 0)
		} else {
			dst = appendWords(dst, name[i:j], 0, 0)
		}
		i = j
	}
	return dst
}
