// Package evaluate measures an analyzer against a treebank, as the CoNLL
// shared tasks on Universal Dependencies did.
//
// In: CoNLL-U and an analyzer. Out: figures in per cent. Tags, lemmas and heads
// are measured with the sentences and words of the treebank given; tokens,
// words and sentences from the raw text.
package evaluate

import (
	"fmt"
	"io"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

// Result holds the figures, in per cent. UAS and LAS count all words,
// punctuation included, and compare relations with their subtypes.
type Result struct {
	UPOS, XPOS, Lemma, UAS, LAS float64
	UASWords, LASWords          float64 // punctuation left out, of gold and parse alike
	Tokens, Words, Sentences    float64 // F1 from raw text
	NumWords, NumSentences      int
}

// String gives one figure a line.
func (r Result) String() string {
	return fmt.Sprintf("UPOS %.2f\nXPOS %.2f\nlemma %.2f\nUAS %.2f\nLAS %.2f\nUAS-nopunct %.2f\nLAS-nopunct %.2f\ntokens %.2f\nwords %.2f\nsentences %.2f\n",
		r.UPOS, r.XPOS, r.Lemma, r.UAS, r.LAS, r.UASWords, r.LASWords, r.Tokens, r.Words, r.Sentences)
}

// File measures a on the treebank in r.
func File(r io.Reader, a *language.Analyzer) (Result, error) {
	all, err := conllu.ReadAll(r)
	if err != nil {
		return Result{}, err
	}
	return Sentences(all, a), nil
}

// Sentences measures a on sentences of a treebank.
func Sentences(all []*conllu.Sentence, a *language.Analyzer) Result {
	var res Result
	var n, plain, upos, xpos, lemma, uas, las, uasPlain, lasPlain int
	for _, s := range all {
		d := s.Document()
		a.Parse(d, &d.Sentences[0])
		for i := range s.Words {
			g, t := &s.Words[i], &d.Sentences[0].Tokens[i]
			n++
			upos += one(g.UPOS == t.UPOS)
			xpos += one(g.XPOS == t.XPOS)
			lemma += one(g.Lemma == t.Lemma)
			head := g.Head == int(t.Head)+1
			uas += one(head)
			las += one(head && g.Rel == t.Rel)
			if g.UPOS != language.PUNCT {
				plain++
				uasPlain += one(head)
				lasPlain += one(head && g.Rel == t.Rel)
			}
		}
	}
	res.UPOS, res.XPOS, res.Lemma = per(upos, n), per(xpos, n), per(lemma, n)
	res.UAS, res.LAS = per(uas, n), per(las, n)
	res.UASWords, res.LASWords = per(uasPlain, plain), per(lasPlain, plain)
	res.NumWords, res.NumSentences = n, len(all)
	res.raw(all, a)
	return res
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func per(k, n int) float64 {
	if n == 0 {
		return 0
	}
	return 100 * float64(k) / float64(n)
}
