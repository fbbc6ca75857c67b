package readout

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// Tree draws the dependency trees of a parsed document: the root of each
// sentence, and under each word the words that hang on it, in their order.
//
//	visited VERB root
//	├─ Boric PROPN nsubj
//	└─ Oslo PROPN obj
func Tree(d *language.Document) string {
	var b strings.Builder
	for i := range d.Sentences {
		s := &d.Sentences[i]
		fmt.Fprintf(&b, "# %s\n", strings.Join(strings.Fields(d.Text[s.Start:s.End]), " "))
		under := make([][]int, len(s.Tokens))
		for k, t := range s.Tokens {
			if t.Head >= 0 {
				under[t.Head] = append(under[t.Head], k)
			}
		}
		for k, t := range s.Tokens {
			if t.Head < 0 {
				branch(&b, d, s, under, k, "", "")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// branch draws a word and all under it; own stands before the word itself, rest
// before the lines under it.
func branch(b *strings.Builder, d *language.Document, s *language.Sentence, under [][]int, word int, own, rest string) {
	t := &s.Tokens[word]
	fmt.Fprintf(b, "%s%s %s %s\n", own, d.Word(t), t.UPOS, t.Rel)
	for i, k := range under[word] {
		if i == len(under[word])-1 {
			branch(b, d, s, under, k, rest+"└─ ", rest+"   ")
		} else {
			branch(b, d, s, under, k, rest+"├─ ", rest+"│  ")
		}
	}
}
