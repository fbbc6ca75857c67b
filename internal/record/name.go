package record

import (
	"strings"
	"unicode"

	"github.com/chancery-project/chancery/internal/gazetteer"
)

// name is a person's name in words, folded, without titles.
type name []string

// titles are words before a name that are no part of it.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "dame": true, "lord": true, "lady": true,
	"president": true, "premier": true, "minister": true, "prime": true, "chancellor": true, "king": true, "queen": true,
	"prince": true, "princess": true, "crown": true, "sheikh": true, "shaikh": true, "emir": true, "sultan": true,
	"ayatollah": true, "general": true, "gen": true, "pope": true, "professor": true, "prof": true, "senator": true,
	"jr": true, "sr": true, "ii": true, "iii": true, "iv": true,
}

// particles are small words inside names that transliterations write in several
// ways.
var particles = map[string]string{"ben": "bin", "ibn": "bin", "el": "al", "ul": "al", "ad": "al", "as": "al", "ash": "al"}

// parseName folds a name: no marks, no case, no titles, no hyphens, "al-"
// written as a word of its own.
func parseName(s string) name {
	words := strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	out := make(name, 0, len(words))
	for _, w := range words {
		w = strings.Map(func(r rune) rune {
			if r == '\'' || r == '’' {
				return -1
			}
			return r
		}, w)
		if w == "" || titles[w] {
			continue
		}
		if p := particles[w]; p != "" && len(out) > 0 {
			w = p
		}
		out = append(out, w)
	}
	return out
}

// same says whether two names can be of one person: one has all the words of
// the other, or the last words agree, or, for names that begin with the family
// name, the first.
func (a name) same(b name) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if alike(a[len(a)-1], b[len(b)-1]) {
		return len(a) == 1 || len(b) == 1 || given(a[0], b[0]) || len(a) > 2 || len(b) > 2
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !b.has(w) {
			return false
		}
	}
	return true
}

func (a name) has(w string) bool {
	for _, x := range a {
		if alike(x, w) {
			return true
		}
	}
	return false
}

// given says whether two given names of people with the same family name can
// be of one person: "Sergei" and "Sergey", "S" and "Sergey", but not "George"
// and "Barbara".
func given(a, b string) bool {
	return a[0] == b[0] || alike(a, b) || len(a) <= 2 || len(b) <= 2
}

// alike says whether two folded words can be spellings of one: equal, or of
// one skeleton ("zelensky" and "zelenskiy", "mohammed" and "mohamed").
func alike(a, b string) bool {
	return a == b || len(a) > 3 && len(b) > 3 && skeleton(a) == skeleton(b)
}

// skeleton drops from a word what transliterations differ in: double letters,
// the vowels after the first letter, y and w, and c, k, q and g as k.
func skeleton(w string) string {
	var out []byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'h':
			if i > 0 {
				continue
			}
			if c == 'y' {
				c = 'i'
			}
		case 'c', 'q', 'g':
			c = 'k'
		case 'v':
			c = 'f'
		case 'z':
			c = 's'
		}
		if len(out) > 0 && out[len(out)-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// Fold lowers a text and takes the marks off its letters, as names are
// compared.
func Fold(s string) string { return gazetteer.Fold(s) }

// NameKeys gives keys of a person's name such that two names that can be of
// one person share one.
func NameKeys(person string) []string {
	n := parseName(person)
	out := make([]string, len(n))
	for i, w := range n {
		out[i] = w
		if len(w) > 3 {
			out[i] = "x" + skeleton(w)
		}
	}
	return out
}
