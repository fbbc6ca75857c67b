package language

import "strings"

// maxSentence is the number of tokens after which a sentence is cut at white
// space whatever it says: junk and endless lists must not grow without bound.
const maxSentence = 300

// maxChunk is the number of bytes after which a run without white space is cut
// wherever it stands, so that no sentence grows beyond maxSentence+maxChunk
// tokens. A word of letters only stays whole.
const maxChunk = 2000

// Segment cuts text into sentences and tokens by rules, without tags or heads;
// Analyzer.Segment also asks the trained network where the rules are unsure. It
// reuses the buffers of d, so what d held before is gone; it allocates only
// while these buffers grow. Every byte of the text that is not white space
// lies in exactly one token, and tokens come in the order of the text. Texts
// of 2 GiB or more are not supported.
//
// A blank line ends a paragraph and a sentence. What a single newline means
// is told in newline.go, what a full stop means in boundary.go.
func Segment(text string, d *Document) {
	d.Text = text
	c := cutter{text: text, tokens: d.tokens[:0], sentences: d.Sentences[:0], cuts: d.cuts[:0], dateline: -1}
	c.run()
	d.tokens, d.Sentences, d.cuts = c.tokens, c.sentences, c.cuts
	d.share()
}

// share gives each sentence its part of the tokens.
func (d *Document) share() {
	end := len(d.tokens)
	for i := len(d.Sentences) - 1; i >= 0; i-- {
		d.Sentences[i].Tokens = d.tokens[d.cuts[i]:end:end]
		end = int(d.cuts[i])
	}
}

// cutter is where a segmentation stands.
type cutter struct {
	text      string
	tokens    []Token
	sentences []Sentence
	cuts      []int32
	first     int   // index of the first token of the open sentence
	paragraph int32 // number of the open paragraph
	dateline  int   // where the dateline of the open paragraph ends, or -1
	quoted    bool  // a single quotation mark is open
	spaced    bool  // white space stands before the next token
	block     block // the lines around
}

// run walks over the chunks: runs of text without white space.
func (c *cutter) run() {
	s := c.text
	for i := c.space(0, true); i < len(s); {
		if c.first == len(c.tokens) && (len(c.cuts) == 0 || c.sentences[len(c.sentences)-1].Paragraph != c.paragraph) {
			c.dateline = datelineEnd(s, i, c.paragraph)
		}
		j, plain := chunkEnd(s, i)
		if c.dateline > i && j > c.dateline {
			j, plain = c.dateline, false
		}
		c.spaced = i == 0 || j == i || spaceBefore(s, i)
		if plain {
			c.emit(i, j, 0)
		} else {
			c.chunk(i, j)
		}
		next := c.space(j, false)
		switch {
		case c.first == len(c.tokens): // space has closed the sentence
		case j == c.dateline:
			c.end(true)
		case len(c.tokens)-c.first >= maxSentence || next < len(s) && (!plain && c.ends(j, next) || runOn(s, i, j, next)):
			c.end(false)
		}
		i = next
	}
	c.endParagraph()
}

// spaceBefore reports whether white space stands before s[i].
func spaceBefore(s string, i int) bool {
	b := s[i-1]
	if b < 0x80 {
		return classes[b] == space
	}
	for k := 2; k <= 3 && i-k >= 0; k++ {
		if cl, n := classAt(s, i-k); n == k {
			return cl == space
		}
	}
	return false
}

// chunkEnd finds the end of the chunk at s[i]; plain says that it is ASCII
// letters only, which most chunks are.
func chunkEnd(s string, i int) (end int, plain bool) {
	start := i
	for i < len(s) && classes[s[i]] == letter {
		i++
	}
	if i == len(s) || classes[s[i]] == space {
		return i, !irregular(s[start:i])
	}
	for i < len(s) {
		cl, n := classAt(s, i)
		if cl == space {
			break
		}
		if cl == dot && i-start >= 2 && glued(s, i) {
			return i + 1, false
		}
		i += n
		if i-start > maxChunk {
			break
		}
	}
	return i, false
}

// glued reports whether the full stop at s[i] ends a sentence although no
// white space follows it: "the talks.He then left".
func glued(s string, i int) bool {
	return lowerAt(s, i-1) && lowerAt(s, i-2) && upperAt(s, i+1) && lowerAt(s, i+2) && !strings.HasPrefix(s[i+1:], "Com")
}

// emit appends a token for text[i:j].
func (c *cutter) emit(i, j int, f Flags) {
	if i == j {
		return
	}
	if c.spaced {
		f |= FlagSpaceBefore
		c.spaced = false
	}
	c.tokens = append(c.tokens, Token{Start: int32(i), End: int32(j), Head: -1, Flags: f | Spelling(c.text[i:j])})
}

// end closes the open sentence after the last token.
func (c *cutter) end(dateline bool) {
	if c.first == len(c.tokens) {
		return
	}
	c.splitFinalStop()
	c.cuts = append(c.cuts, int32(c.first))
	c.sentences = append(c.sentences, Sentence{
		Start: c.tokens[c.first].Start, End: c.tokens[len(c.tokens)-1].End,
		Paragraph: c.paragraph, Dateline: dateline,
	})
	c.first = len(c.tokens)
}

// endParagraph closes the open sentence and the open paragraph.
func (c *cutter) endParagraph() {
	c.end(false)
	if len(c.sentences) > 0 && c.sentences[len(c.sentences)-1].Paragraph == c.paragraph {
		c.paragraph++
	}
	c.quoted = false
}
