package language

// UPOS is a universal part of speech.
type UPOS uint8

// The universal parts of speech. NoUPOS stands before tagging.
const (
	NoUPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
	uposCount
)

var uposNames = [uposCount]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String gives the tag as CoNLL-U writes it.
func (u UPOS) String() string { return uposNames[u] }

// ParseUPOS is the inverse of String.
func ParseUPOS(s string) (UPOS, bool) {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i), true
		}
	}
	return NoUPOS, false
}
