package main

import (
	"math/rand/v2"
	"slices"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

// The names of the treebanks are mostly American, and each comes back often;
// those of the news are from everywhere and new each day. renaming swaps the
// names of people among the sentences, and makes up others from the halves of
// two, so that the network learns how names are built and not which there are.
type namePool struct {
	firsts, lasts []string
}

// newNamePool gathers the names of two words and more.
func newNamePool(sentences []*conllu.Sentence) *namePool {
	p := &namePool{}
	for _, s := range sentences {
		for i := range s.Words {
			w := &s.Words[i]
			if w.UPOS != language.PROPN || w.XPOS != language.XPOSNNP || !plainName(w.Form) {
				continue
			}
			if w.Rel == language.RelFlat {
				p.lasts = append(p.lasts, w.Form)
			} else if i+1 < len(s.Words) && s.Words[i+1].Rel == language.RelFlat && s.Words[i+1].Head == i+1 {
				p.firsts = append(p.firsts, w.Form)
			}
		}
	}
	for _, v := range []*[]string{&p.firsts, &p.lasts} { // each once, for variety
		slices.Sort(*v)
		*v = slices.Compact(*v)
	}
	return p
}

// plainName reports whether w is a capital and small ASCII letters.
func plainName(w string) bool {
	if len(w) < 2 || w[0] < 'A' || w[0] > 'Z' {
		return false
	}
	for i := 1; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// pick gives a name from the list, or one made up from two of it.
func pick(r *rand.Rand, from []string) string {
	a := from[r.IntN(len(from))]
	if r.Float64() < 0.5 {
		return a
	}
	b := from[r.IntN(len(from))]
	return a[:(len(a)+1)/2] + b[len(b)/2:]
}

// rename changes the names of people in e.
func (p *namePool) rename(r *rand.Rand, e *example) {
	if len(p.firsts) == 0 || len(p.lasts) == 0 {
		return
	}
	for i := range e.forms {
		if e.upos[i] != language.PROPN || !plainName(e.forms[i]) {
			continue
		}
		switch rel := language.Rel(e.rels[i] + 1); {
		case rel == language.RelFlat:
			e.forms[i] = pick(r, p.lasts)
		case i+1 < len(e.forms) && e.heads[i+1] == i+1 && language.Rel(e.rels[i+1]+1) == language.RelFlat:
			e.forms[i] = pick(r, p.firsts)
		case i > 0 && e.heads[i-1] == i+1 && language.Rel(e.rels[i-1]+1) == language.RelNmodDesc:
			e.forms[i] = pick(r, p.lasts)
		}
	}
}
