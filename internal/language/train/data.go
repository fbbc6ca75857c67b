package main

import (
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

// load reads treebank files, compressed or not, one after the other.
func load(paths []string) ([]*conllu.Sentence, error) {
	var all []*conllu.Sentence
	for _, p := range paths {
		s, err := loadFile(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		all = append(all, s...)
	}
	return all, nil
}

func loadFile(path string) ([]*conllu.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, err
		}
		r = z
	}
	return conllu.ReadAll(r)
}

// tag is what the tagger predicts at once.
type tag struct {
	upos  language.UPOS
	xpos  language.XPOS
	feats language.Feats
}

// tagset numbers the tags that training shows at least twice, the most
// frequent first. A rarer one is given the number of the most frequent tag
// with the same parts of speech, or the same universal one.
type tagset struct {
	tags   []tag
	number map[tag]int
}

func newTagset(sentences []*conllu.Sentence) *tagset {
	count := map[tag]int{}
	for _, s := range sentences {
		for i := range s.Words {
			count[tagOf(&s.Words[i])]++
		}
	}
	var tags []tag
	for t, n := range count {
		if n >= 2 && t.upos != language.NoUPOS {
			tags = append(tags, t)
		}
	}
	slices.SortFunc(tags, func(a, b tag) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.upos, b.upos), cmp.Compare(a.xpos, b.xpos), cmp.Compare(a.feats, b.feats))
	})
	t := &tagset{tags, map[tag]int{}}
	for i, x := range tags {
		t.number[x] = i
	}
	for x := range count {
		if _, ok := t.number[x]; ok {
			continue
		}
		near := slices.IndexFunc(tags, func(y tag) bool { return y.upos == x.upos && y.xpos == x.xpos })
		if near < 0 {
			near = slices.IndexFunc(tags, func(y tag) bool { return y.upos == x.upos })
		}
		t.number[x] = max(near, 0)
	}
	return t
}

func tagOf(w *conllu.Word) tag { return tag{w.UPOS, w.XPOS, w.Feats} }

// example is a sentence as training sees it.
type example struct {
	forms       []string
	upos        []language.UPOS
	tags, heads []int // heads: 0 is the root
	rels        []int
}

// frequentWords gives the lower-case words seen at least n times, sorted, and
// how often each is seen.
func frequentWords(sentences []*conllu.Sentence, n int) ([]string, map[string]int) {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if len(w.Form) <= 40 {
				count[strings.ToLower(strings.ReplaceAll(w.Form, "’", "'"))]++
			}
		}
	}
	var words []string
	for w, k := range count {
		if k >= n {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return words, count
}
