package gazetteer

import (
	"slices"
	"strings"
)

// Family is a family name, or a one-word short form such as "Lula", and who
// bears it.
type Family struct {
	Name   string
	People []int32 // refs of people, in the order of the lists
}

// commonNames reads the family names that by themselves are mostly something
// else: "May", "Power".
func (l *loader) commonNames(file, text string) error {
	return readTable(file, text, []string{"names"}, func(c []string) error {
		for _, n := range list(c[0]) {
			l.notSurnames[Fold(n)] = true
		}
		return nil
	})
}

// withUmlauts adds the spellings in which an umlaut is written out: "Schroeder"
// for "Schröder".
func withUmlauts(names []string) []string {
	for _, n := range names {
		if isASCII(n) {
			continue
		}
		if w := writeOut.Replace(n); w != n {
			names = append(names, w)
		}
	}
	return names
}

var writeOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "å", "aa", "Å", "Aa")

// familyNames gives the family names that a person goes by: the last word with
// the particles before it, and without them after "al-" and the like. A one-word alias that is
// a word of the name ("Xi", "Lula") is the family name in place of the last word.
func familyNames(p *Person) []string {
	words := strings.Fields(p.Name)
	for len(words) > 1 && ordinal(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return nil
	}
	for _, a := range p.Aliases {
		if slices.Contains(words, a) {
			return nil
		}
	}
	last := words[len(words)-1]
	i := len(words) - 1
	for i > 1 && particles[strings.ToLower(words[i-1])] {
		i--
	}
	full := strings.Join(words[i:], " ")
	if full == last {
		if rest, ok := strings.CutPrefix(last, "al-"); ok && len(rest) > 3 {
			return []string{last, rest}
		}
		if rest, ok := strings.CutPrefix(last, "Al-"); ok && len(rest) > 3 {
			return []string{last, rest}
		}
		return []string{last}
	}
	switch strings.ToLower(words[i]) {
	case "bin", "ben", "ibn", "bint", "abu", "abd", "abdul", "u":
		return []string{full}
	}
	return []string{full, last}
}

var particles = map[string]bool{
	"von": true, "van": true, "der": true, "den": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "di": true, "del": true, "la": true,
	"le": true, "du": true, "al": true, "el": true, "bin": true, "ben": true, "ibn": true, "abu": true, "abd": true, "abdul": true, "ter": true, "ten": true, "zu": true,
	"mac": true, "san": true, "st.": true, "ould": true, "af": true, "dalla": true, "della": true,
}

// ordinal reports whether a word is the number or rank behind a name: "II", "Jr.".
func ordinal(w string) bool {
	switch w {
	case "Jr", "Jr.", "Sr", "Sr.":
		return true
	}
	return strings.Trim(w, "IVX") == ""
}
