package main

import (
	"math/rand/v2"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// The treebanks have few titles before names, and those mostly short; news of
// diplomacy is full of long ones. titles puts some before names that have
// none, in the way of the treebanks: the title hangs on the first name as
// nmod:desc, what stands before its last noun on that.

// titleForms are titles; a word is form/UPOS/XPOS:relation, the head of all but
// the last is the last.
var titleForms = []string{
	"Minister/PROPN/NNP", "President/PROPN/NNP", "Prime/ADJ/NNP:amod Minister/PROPN/NNP", "Prime/ADJ/NNP:amod Minister/PROPN/NNP",
	"Foreign/ADJ/NNP:amod Minister/PROPN/NNP", "Foreign/ADJ/NNP:amod Minister/PROPN/NNP", "Foreign/ADJ/NNP:amod Secretary/PROPN/NNP",
	"Defence/PROPN/NNP:compound Minister/PROPN/NNP", "Finance/PROPN/NNP:compound Minister/PROPN/NNP", "Trade/PROPN/NNP:compound Minister/PROPN/NNP",
	"Interior/PROPN/NNP:compound Minister/PROPN/NNP", "Deputy/PROPN/NNP:compound Prime/ADJ/NNP:amod Minister/PROPN/NNP",
	"Deputy/PROPN/NNP:compound Foreign/ADJ/NNP:amod Minister/PROPN/NNP", "Vice/PROPN/NNP:compound President/PROPN/NNP",
	"Chief/ADJ/NNP:amod Cabinet/PROPN/NNP:compound Secretary/PROPN/NNP", "Secretary/PROPN/NNP General/PROPN/NNP", "Chancellor/PROPN/NNP",
	"Premier/PROPN/NNP", "King/PROPN/NNP", "Crown/PROPN/NNP:compound Prince/PROPN/NNP", "Ambassador/PROPN/NNP", "Speaker/PROPN/NNP",
	"spokesman/NOUN/NN", "spokeswoman/NOUN/NN", "foreign/ADJ/JJ:amod ministry/NOUN/NN:compound spokesman/NOUN/NN", "foreign/ADJ/JJ:amod minister/NOUN/NN",
	"prime/ADJ/JJ:amod minister/NOUN/NN", "intelligence/NOUN/NN:compound chief/NOUN/NN", "envoy/NOUN/NN", "special/ADJ/JJ:amod envoy/NOUN/NN",
	"counterpart/NOUN/NN", "leader/NOUN/NN", "national/ADJ/JJ:amod security/NOUN/NN:compound adviser/NOUN/NN", "Defense/PROPN/NNP:compound Secretary/PROPN/NNP",
	"Treasury/PROPN/NNP:compound Secretary/PROPN/NNP", "General/PROPN/NNP:compound Secretary/PROPN/NNP", "army/NOUN/NN:compound chief/NOUN/NN",
}

// nations are adjectives for before a title; whose are owners of one.
var (
	nations = strings.Fields("Japanese French Russian Indian Chinese German British Turkish Iranian Iraqi Egyptian Saudi Israeli Palestinian " +
		"Polish Hungarian Italian Spanish Brazilian Mexican Canadian Australian Ukrainian Pakistani Afghan Syrian Greek Dutch Swedish Soviet " +
		"Czech Austrian Swiss Kenyan Nigerian Ethiopian Korean Vietnamese Thai Indonesian Malaysian Cuban Argentine American")
	whose = strings.Fields("Japan France Russia India China Germany Britain Turkey Iran Iraq Egypt Israel Poland Hungary Italy Spain Brazil " +
		"Mexico Canada Australia Ukraine Pakistan Syria Greece Sweden Austria Kenya Nigeria Ethiopia Vietnam Thailand Indonesia Cuba")
)

// titled are the relations of names that take a title.
var titled = map[language.Rel]bool{language.RelNsubj: true, language.RelNsubjPass: true, language.RelObj: true, language.RelObl: true,
	language.RelOblAgent: true, language.RelNmod: true, language.RelConj: true, language.RelIobj: true, language.RelAppos: true, language.RelRoot: true}

// insertion is a word to insert: a token with its head, which is another
// inserted word (by index) or, at -1, the name.
type insertion struct {
	form string
	tag  tag
	rel  language.Rel
	head int
}

// addTitle gives e a title before one of its names, if it has a fit one.
func addTitle(r *rand.Rand, e *example, tags *tagset) {
	var at []int
	for i := range e.forms {
		if fitsTitle(e, i) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return
	}
	i := at[r.IntN(len(at))]
	words := makeTitle(r)
	numbers := make([]int, len(words))
	for k, w := range words {
		n, ok := tags.number[w.tag]
		if !ok {
			return
		}
		numbers[k] = n
	}
	insert(e, i, words, numbers)
}

// fitsTitle reports whether word i is a name of two words or more with nothing
// before it but a preposition.
func fitsTitle(e *example, i int) bool {
	if e.upos[i] != language.PROPN || !titled[language.Rel(e.rels[i]+1)] || i+1 >= len(e.forms) {
		return false
	}
	if e.heads[i+1] != i+1 || language.Rel(e.rels[i+1]+1) != language.RelFlat || e.upos[i+1] != language.PROPN {
		return false
	}
	for k := 0; k < i; k++ {
		if e.heads[k] == i+1 && language.Rel(e.rels[k]+1) != language.RelCase && language.Rel(e.rels[k]+1) != language.RelCc && e.upos[k] != language.PUNCT {
			return false
		}
	}
	return true
}

// makeTitle makes a title at random.
func makeTitle(r *rand.Rand) []insertion {
	var out []insertion
	form := strings.Fields(titleForms[r.IntN(len(titleForms))])
	switch x := r.Float64(); {
	case x < 0.45:
		out = append(out, insertion{nations[r.IntN(len(nations))], tag{language.ADJ, language.XPOSJJ, language.DegreePos}, language.RelAmod, -2})
	case x < 0.55:
		out = append(out, insertion{whose[r.IntN(len(whose))], tag{language.PROPN, language.XPOSNNP, language.NumberSing}, language.RelNmodPoss, -2},
			insertion{"'s", tag{language.PART, language.XPOSPOS, 0}, language.RelCase, 0})
	}
	for _, f := range form {
		f, rel, _ := strings.Cut(f, ":")
		p := strings.Split(f, "/")
		w := insertion{form: p[0], head: -2, rel: language.RelFlat}
		w.tag.upos, _ = language.ParseUPOS(p[1])
		w.tag.xpos, _ = language.ParseXPOS(p[2])
		w.tag.feats = language.NumberSing
		if w.tag.upos == language.ADJ {
			w.tag.feats = language.DegreePos
		}
		if rel != "" {
			w.rel, _ = language.ParseRel(rel)
		}
		out = append(out, w)
	}
	last := len(out) - 1
	for k := range out {
		if out[k].head == -2 {
			out[k].head = last
		}
	}
	out[last].rel, out[last].head = language.RelNmodDesc, -1
	if p := form[0]; len(form) == 2 && !strings.Contains(p, ":") { // "Secretary General"
		out[last].rel, out[last].head = language.RelFlat, last-1
		out[last-1].rel, out[last-1].head = language.RelNmodDesc, -1
		for k := range last - 1 {
			if out[k].head == last {
				out[k].head = last - 1
			}
		}
	}
	return out
}

// insert puts words before word i of e and moves the heads.
func insert(e *example, i int, words []insertion, numbers []int) {
	n, m := len(e.forms), len(words)
	out := &example{}
	moved := func(h int) int {
		if h > i {
			return h + m
		}
		return h
	}
	for k := range n + m {
		switch {
		case k >= i && k < i+m:
			w := words[k-i]
			head := i + m + 1
			if w.head >= 0 {
				head = i + w.head + 1
			}
			out.add(w.form, w.tag.upos, numbers[k-i], head, int(w.rel)-1)
		default:
			o := k
			if k >= i {
				o -= m
			}
			out.add(e.forms[o], e.upos[o], e.tags[o], moved(e.heads[o]), e.rels[o])
		}
	}
	*e = *out
}

func (e *example) add(form string, u language.UPOS, tag, head, rel int) {
	e.forms = append(e.forms, form)
	e.upos = append(e.upos, u)
	e.tags = append(e.tags, tag)
	e.heads = append(e.heads, head)
	e.rels = append(e.rels, rel)
}
