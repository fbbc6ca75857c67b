package main

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

// passage is a run of text of one paragraph as the splitter sees it: the words
// that the rules cut, what stands before each of them, and where sentences
// begin.
type passage struct {
	example
	gaps []language.Gap
	open []bool
}

// documentsOf puts together the sentences of each document.
func documentsOf(all []*conllu.Sentence) [][]*conllu.Sentence {
	var docs [][]*conllu.Sentence
	for i, s := range all {
		if i == 0 || s.Opens(all[i-1]) {
			docs = append(docs, nil)
		}
		docs[len(docs)-1] = append(docs[len(docs)-1], s)
	}
	return docs
}

// passageOf cuts the raw text of sentences of one paragraph.
func passageOf(sentences []*conllu.Sentence, d *language.Document) *passage {
	plain := make([]*conllu.Sentence, len(sentences))
	for i, s := range sentences {
		c := *s
		c.NewDoc, c.NewPar, c.ID = false, false, ""
		plain[i] = &c
	}
	text, starts := conllu.Raw(plain)
	language.Segment(text, d)
	p := &passage{}
	next := 0
	for i := range d.Sentences {
		for k := range d.Sentences[i].Tokens {
			t := &d.Sentences[i].Tokens[k]
			for next < len(starts) && starts[next] < int(t.Start) {
				next++
			}
			p.forms = append(p.forms, d.Word(t))
			p.gaps = append(p.gaps, language.GapBefore(d, i, k))
			p.open = append(p.open, next < len(starts) && starts[next] == int(t.Start))
		}
	}
	return p
}

// windows cuts documents into passages for one pass of training: some
// sentences each, short paragraphs and long ones, the last of them often cut
// short. Some documents run on into another.
func windows(r *rand.Rand, docs [][]*conllu.Sentence, d *language.Document) []*passage {
	var all []*passage
	order := r.Perm(len(docs))
	for at := 0; at < len(order); at++ {
		doc := docs[order[at]]
		for at+1 < len(order) && r.Float64() < 0.3 {
			at++
			doc = append(slices.Clip(doc), docs[order[at]]...)
		}
		for i := 0; i < len(doc); {
			want := 10 + r.IntN(140) // words
			if r.Float64() < 0.2 {
				want = 1 + r.IntN(40)
			}
			j, n := i, 0
			for j < len(doc) && n < want {
				n += len(doc[j].Words)
				j++
			}
			some := make([]*conllu.Sentence, 0, j-i)
			for _, s := range doc[i:j] {
				some = append(some, roughen(r, s))
			}
			p := passageOf(some, d)
			if k := len(p.forms); k > want && r.Float64() < 0.5 {
				p.forms, p.gaps, p.open = p.forms[:want], p.gaps[:want], p.open[:want]
			}
			if len(p.forms) > 0 {
				all = append(all, p)
			}
			i = j
		}
	}
	return all
}

// roughen takes the final stop or the capital letter from some sentences, as
// hasty writers do.
func roughen(r *rand.Rand, s *conllu.Sentence) *conllu.Sentence {
	x := r.Float64()
	n := len(s.Words)
	if x > 0.08 || n < 4 {
		return s
	}
	c := *s
	c.Words = append([]conllu.Word{}, s.Words...)
	switch {
	case x < 0.04:
		if w := c.Words[n-1].Form; w == "." && (len(c.Spans) == 0 || c.Spans[len(c.Spans)-1].Last < n) {
			c.Words = c.Words[:n-1]
			c.Words[n-2].SpaceAfter = true
		}
	case x < 0.06:
		if len(c.Spans) == 0 || c.Spans[0].First > 1 {
			c.Words[0].Form = strings.ToLower(c.Words[0].Form)
		}
	default:
		for i := range c.Words {
			c.Words[i].Form = strings.ToLower(c.Words[i].Form)
		}
		c.Spans = append([]conllu.Span{}, s.Spans...)
		for i := range c.Spans {
			c.Spans[i].Form = strings.ToLower(c.Spans[i].Form)
		}
	}
	return &c
}
