package language

import (
	"unicode"
)

// Spelling gives the flags that follow from the letters of a word alone.
func Spelling(w string) Flags {
	var f Flags
	letters, upper := 0, 0
	for i := 0; i < len(w); i++ {
		b := w[i]
		switch {
		case b >= 0x80:
			return spellingUnicode(w)
		case b >= 'a' && b <= 'z':
			letters++
		case b >= 'A' && b <= 'Z':
			letters++
			upper++
			if i == 0 {
				f |= FlagUpper
			}
		case b >= '0' && b <= '9':
			f |= FlagDigit
		}
	}
	return f.wordShape(w, letters, upper)
}

func spellingUnicode(w string) Flags {
	var f Flags
	letters, upper := 0, 0
	for i, r := range w {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			letters++
			upper++
			if i == 0 {
				f |= FlagUpper
			}
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			f |= FlagDigit
		}
	}
	return f.wordShape(w, letters, upper)
}

// wordShape adds what the letters of the whole word tell.
func (f Flags) wordShape(w string, letters, upper int) Flags {
	if letters > 1 && upper == letters {
		f |= FlagAllCaps
	}
	if f&FlagUpper != 0 && f&FlagAllCaps == 0 && possiblePossessive(w) {
		f |= FlagPossiblePossessive
	}
	return f
}

// possiblePossessive reports whether a capitalised word could be a possessive
// without its apostrophe, as "Modis" for "Modi's". It says what the spelling
// allows, not what is likely: "Paris" is one too.
func possiblePossessive(w string) bool {
	n := len(w)
	if n < 4 || w[n-1] != 's' || w[n-2] == 's' {
		return false
	}
	return !neverPossessive[w]
}

var neverPossessive = map[string]bool{
	"This": true, "Does": true, "Goes": true, "Yes": true, "Thus": true, "Always": true, "Besides": true, "Perhaps": true,
	"Sometimes": true, "Afterwards": true, "Towards": true, "Ours": true, "Yours": true, "Hers": true, "Theirs": true, "Whereas": true,
	"Various": true, "Previous": true, "Previously": true, "Says": true, "Others": true, "Across": true, "Nations": true, "States": true,
	"Emirates": true, "Netherlands": true, "Philippines": true, "News": true, "Affairs": true, "Forces": true, "Talks": true,
	"Days": true, "Weeks": true, "Months": true, "Years": true, "Officials": true, "Sources": true, "Members": true, "Ministers": true,
}
