package who

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/chancery-project/chancery/internal/gazetteer"
)

// Party is a country or organisation, or a person.
type Party struct {
	Code   string // of a country or organisation; empty for a person
	Person string // name as the user gave it; empty for a country
	Name   string // for people to read: "India", "Narendra Modi"
}

// Path is how the party stands in the address of a page: its code, or the
// person's name.
func (p Party) Path() string {
	if p.Code != "" {
		return p.Code
	}
	return p.Person
}

// Pair is whom a question is about: nobody in particular, one party, or two.
type Pair []Party

// Find gives whom the words mean, at most two. What is no country or
// organisation that the gazetteer knows is taken for a person's name, if it
// looks like one.
func Find(words []string) (Pair, error) {
	if len(words) == 0 {
		return nil, nil
	}
	names, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	var pair Pair
	for _, w := range words {
		w = strings.TrimSpace(w)
		if code, ok := names.Resolve(w); ok {
			pair = append(pair, Party{Code: code, Name: Name(code)})
			continue
		}
		if !isName(w) {
			return nil, fmt.Errorf("%q is neither a country nor an organisation nor a person's name", w)
		}
		pair = append(pair, Party{Person: w, Name: w})
	}
	if len(pair) == 2 && pair[0] == pair[1] {
		return nil, fmt.Errorf("%s and %s are the same", words[0], words[1])
	}
	return pair, nil
}

// Name gives the usual English name for a code, or the code itself.
func Name(code string) string {
	names, err := gazetteer.Load()
	if err != nil {
		return code
	}
	if c, ok := names.CountryByCode(code); ok {
		return c.Name
	}
	return code
}

// Title names the pair: "India and Russia"; nobody is said for no party.
func (p Pair) Title(nobody string) string {
	switch len(p) {
	case 0:
		return nobody
	case 1:
		return p[0].Name
	}
	return p[0].Name + " and " + p[1].Name
}

// isName tells whether a word can be a person's name: it has letters, and
// nothing but what stands in names.
func isName(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case !unicode.IsMark(r) && !strings.ContainsRune(" .,'’-·", r):
			return false
		}
	}
	return letters > 1
}
