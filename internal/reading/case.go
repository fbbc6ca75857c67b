package reading

import "strings"

// properCase writes a place in capitals as names are written: "NEW DELHI" as
// "New Delhi".
func properCase(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if i > 0 && (w == "de" || w == "of" || w == "al" || w == "es") {
			continue
		}
		r := []rune(w)
		r[0] = []rune(strings.ToUpper(string(r[0])))[0]
		for k := 1; k < len(r); k++ {
			if r[k-1] == '-' || r[k-1] == '\'' {
				r[k] = []rune(strings.ToUpper(string(r[k])))[0]
			}
		}
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}
