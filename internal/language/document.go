package language

// Token is one syntactic word of Universal Dependencies. "Modi's" is two
// tokens, "Modi" and "'s"; "don't" is "do" and "n't".
type Token struct {
	Start, End int32  // byte offsets into the text
	Head       int16  // index of the head within the sentence; -1 for the root; -1 before parsing
	Rel        Rel    // relation to the head
	UPOS       UPOS   // universal part of speech
	XPOS       XPOS   // Penn Treebank tag
	Feats      Feats  // the morphological features that reading asks for
	Flags      Flags  // what the spelling shows
	Lemma      string // dictionary form; empty before parsing
}

// Sentence is a run of tokens with its place in the text.
type Sentence struct {
	Start, End int32 // byte offsets into the text, without outer white space
	Paragraph  int32 // which paragraph of the text, from 0
	Tokens     []Token
	Parsed     bool // tags, lemmas and heads are set
	Dateline   bool // nothing but a dateline: "ROME, Feb 27 -"
}

// Document is a text with its sentences, in order. The sentences share one
// buffer of tokens, which the next Segment into the same Document reuses.
type Document struct {
	Text      string
	Sentences []Sentence

	tokens []Token
	cuts   []int32 // index of the first token of each sentence
}

// Word gives the spelling of a token.
func (d *Document) Word(t *Token) string { return d.Text[t.Start:t.End] }

// Flags is a set of things that the spelling of a token shows.
type Flags uint16

// What the spelling shows.
const (
	FlagUpper              Flags = 1 << iota // starts with a capital letter
	FlagAllCaps                              // has two letters or more, all capital
	FlagDigit                                // has a digit
	FlagSpaceBefore                          // white space stands before it, or it opens the text
	FlagPossiblePossessive                   // "Modis": may be "Modi's" without its apostrophe
	FlagClitic                               // split off the word before it: "'s", "n't", the "not" of "cannot"
)

// Has reports whether all of the flags in q are set.
func (f Flags) Has(q Flags) bool { return f&q == q }
