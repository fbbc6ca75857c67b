package language

import "github.com/chancery-project/chancery/internal/language/neural"

// splitter puts the trained network above the rules. It reads a paragraph of
// which the rules cannot be sure and cuts it again.
type splitter struct {
	run       *neural.SplitRunner
	tokens    []Token
	sentences []Sentence
	cuts      []int32
	gaps      []Gap // of the piece under way
}

// splitWindow is how many tokens the network reads at once. A longer paragraph
// is read in pieces, each of which begins with a sentence; what lies within
// splitTail tokens of the end of a piece is left to the next.
const (
	splitWindow = 512
	splitTail   = 128
)

// splitOdds is the least logarithm of the odds at which a sentence begins: even
// odds, which on EWT and GUM dev are as good as 0.2 on either side.
const splitOdds = 0

// split cuts the unsure paragraphs of d again.
func (s *splitter) split(m *neural.Splitter, d *Document) { s.again(m, d, unsure) }

func (s *splitter) again(m *neural.Splitter, d *Document, unsure func(d *Document, from, to int) bool) {
	first := 0
	for first < len(d.Sentences) && !unsure(d, first, paragraphEnd(d, first)) {
		first = paragraphEnd(d, first)
	}
	if first == len(d.Sentences) {
		return
	}
	if s.run == nil {
		s.run = neural.NewSplitRunner(m)
	}
	s.tokens, s.sentences, s.cuts = s.tokens[:0], s.sentences[:0], s.cuts[:0]
	s.keep(d, 0, first)
	for first < len(d.Sentences) {
		end := paragraphEnd(d, first)
		if unsure(d, first, end) {
			s.cut(d, first, end)
		} else {
			s.keep(d, first, end)
		}
		first = end
	}
	d.tokens, s.tokens = s.tokens, d.tokens
	d.Sentences, s.sentences = s.sentences, d.Sentences
	d.cuts, s.cuts = s.cuts, d.cuts
	d.share()
}

// paragraphEnd gives the end of the paragraph that starts with sentence i.
func paragraphEnd(d *Document, i int) int {
	p := d.Sentences[i].Paragraph
	for i < len(d.Sentences) && d.Sentences[i].Paragraph == p {
		i++
	}
	return i
}

// keep takes sentences over as they are.
func (s *splitter) keep(d *Document, from, to int) {
	for i := from; i < to; i++ {
		s.cuts = append(s.cuts, int32(len(s.tokens)))
		s.tokens = append(s.tokens, d.Sentences[i].Tokens...)
		s.sentences = append(s.sentences, d.Sentences[i])
	}
}

// cut asks the network about the sentences of a paragraph. A dateline stays.
func (s *splitter) cut(d *Document, from, to int) {
	if d.Sentences[from].Dateline {
		s.keep(d, from, from+1)
		from++
	}
	if from == to {
		return
	}
	start := d.cuts[from]
	end := int32(len(d.tokens))
	if to < len(d.cuts) {
		end = d.cuts[to]
	}
	tokens := d.tokens[start:end]
	c := cutter{text: d.Text, tokens: s.tokens, sentences: s.sentences, cuts: s.cuts, first: len(s.tokens), paragraph: d.Sentences[from].Paragraph}
	opens := true // the piece begins with a sentence
	for len(tokens) > 0 {
		n := min(splitWindow, len(tokens))
		s.read(d, tokens[:n], d.Sentences[from:to])
		known, next := n, true
		if n < len(tokens) {
			known, next = s.last(tokens, n-splitTail, splitWindow/4)
		}
		for i, t := range tokens[:known] {
			long := len(c.tokens)-c.first >= maxSentence && t.Flags.Has(FlagSpaceBefore)
			switch {
			case i == 0 && opens, i > 0 && s.opens(tokens, i), long:
				c.end(false)
			case s.gaps[i]&GapCut != 0:
				c.rejoin()
			}
			c.tokens = append(c.tokens, t)
		}
		tokens, opens = tokens[known:], next
	}
	c.end(false)
	s.tokens, s.sentences, s.cuts = c.tokens, c.sentences, c.cuts
}

// read lets the network read tokens, which are of the given sentences.
func (s *splitter) read(d *Document, tokens []Token, sentences []Sentence) {
	s.run.Begin(len(tokens))
	s.gaps = s.gaps[:0]
	k := 0
	for i := range tokens {
		t := &tokens[i]
		for k < len(sentences) && sentences[k].Start < t.Start {
			k++
		}
		g := gap(t.Flags.Has(FlagSpaceBefore), k < len(sentences) && sentences[k].Start == t.Start)
		s.gaps = append(s.gaps, g)
		s.run.Word(i, d.Word(t), uint8(g))
	}
	s.run.Run()
}

// opens reports whether the network says that a sentence begins with token i.
func (s *splitter) opens(tokens []Token, i int) bool {
	return s.run.Open[i] > splitOdds && !tokens[i].Flags.Has(FlagClitic)
}

// last gives the last token up to from, but not below least, that begins a
// sentence; or from, and that it does not.
func (s *splitter) last(tokens []Token, from, least int) (i int, opens bool) {
	for i := from; i > least; i-- {
		if s.opens(tokens, i) {
			return i, true
		}
	}
	return from, false
}

// rejoin undoes splitFinalStop: the rules saw the end of a sentence after the
// last token, and there is none.
func (c *cutter) rejoin() {
	k := len(c.tokens) - 2
	if k < c.first {
		return
	}
	t, stop := &c.tokens[k], c.tokens[k+1]
	if stop.Start != t.End || stop.End != stop.Start+1 || c.text[stop.Start] != '.' || !keepsStop(c.text[t.Start:t.End]) {
		return
	}
	t.End = stop.End
	t.Flags = t.Flags&(FlagSpaceBefore|FlagClitic) | Spelling(c.text[t.Start:t.End])
	c.tokens = c.tokens[:k+1]
}
