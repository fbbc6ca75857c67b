package evaluate

import (
	"unicode"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

// span is a stretch of the text, counted in characters without white space.
type span struct{ start, end int }

// raw segments the raw text of the treebank and compares spans. A word of a
// surface token that cannot be told from its spelling counts with the span of
// the token.
func (r *Result) raw(all []*conllu.Sentence, a *language.Analyzer) {
	text, _ := conllu.Raw(all)
	var gold, words, sentences []span
	at := 0
	for _, s := range all {
		from := at
		for k := 0; k < len(s.Words); {
			form, last := s.Words[k].Form, k+1
			for _, m := range s.Spans {
				if m.First == k+1 {
					form, last = m.Form, m.Last
				}
			}
			end := at + marks(form)
			gold = append(gold, span{at, end})
			words = append(words, split(s.Words[k:last], at, end)...)
			at, k = end, last
		}
		sentences = append(sentences, span{from, at})
	}
	tokens, mine, sent := spans(a.Segment(text))
	r.Tokens, r.Words, r.Sentences = f1(gold, tokens), f1(words, mine), f1(sentences, sent)
}

// split gives the spans of the words of a surface token.
func split(words []conllu.Word, start, end int) []span {
	n := 0
	for _, w := range words {
		n += marks(w.Form)
	}
	var out []span
	for _, w := range words {
		if n != end-start {
			out = append(out, span{start, end})
			continue
		}
		k := marks(w.Form)
		out = append(out, span{start, start + k})
		start += k
	}
	return out
}

// marks counts the characters of s that are not white space.
func marks(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// spans gives the surface tokens, words and sentences of a document.
func spans(d *language.Document) (tokens, words, sentences []span) {
	at, pos := 0, 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		from := -1
		for k := range s.Tokens {
			t := &s.Tokens[k]
			at += marks(d.Text[pos:t.Start])
			end := at + marks(d.Word(t))
			words = append(words, span{at, end})
			if t.Flags.Has(language.FlagClitic) && len(tokens) > 0 {
				tokens[len(tokens)-1].end = end
			} else {
				tokens = append(tokens, span{at, end})
			}
			if from < 0 {
				from = at
			}
			at, pos = end, int(t.End)
		}
		sentences = append(sentences, span{from, at})
	}
	return tokens, words, sentences
}

// f1 gives the F1 score of two ordered lists of spans.
func f1(gold, got []span) float64 {
	seen := map[span]int{}
	for _, s := range gold {
		seen[s]++
	}
	right := 0
	for _, s := range got {
		if seen[s] > 0 {
			seen[s]--
			right++
		}
	}
	if len(gold)+len(got) == 0 {
		return 0
	}
	return 200 * float64(right) / float64(len(gold)+len(got))
}
