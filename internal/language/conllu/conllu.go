// Package conllu reads and writes CoNLL-U, the format of the Universal
// Dependencies treebanks.
//
// In: bytes. Out: sentences as the file has them, with surface tokens of
// several words kept. Empty nodes (8.1) and the columns DEPS and MISC, except
// SpaceAfter=No, are passed over.
package conllu

import (
	"github.com/chancery-project/chancery/internal/language"
)

// Word is a syntactic word: a line with a plain number.
type Word struct {
	Form, Lemma string
	UPOS        language.UPOS
	XPOS        language.XPOS
	Feats       language.Feats
	Head        int // 1 is the first word; 0 is the root
	Rel         language.Rel
	SpaceAfter  bool
}

// Span is a surface token of several words: a line such as "3-4".
type Span struct {
	First, Last int // of its words, from 1
	Form        string
	SpaceAfter  bool
}

// Sentence is a sentence of a treebank.
type Sentence struct {
	ID, Text       string
	NewDoc, NewPar bool
	Words          []Word
	Spans          []Span // in order
}
