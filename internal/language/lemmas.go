package language

import "strings"

// lemmaKey is a word with what its lemma depends on.
type lemmaKey struct {
	word string
	tag  byte
}

// LemmaTag gives the number under which the lemma table knows a tag: that of
// the Penn tag, but names that are other parts of speech ("United" of United
// Nations) go by what they are.
func LemmaTag(u UPOS, x XPOS) byte {
	if x == XPOSNNP || x == XPOSNNPS {
		switch u {
		case VERB:
			return byte(xposCount)
		case ADJ:
			return byte(xposCount) + 1
		case PROPN:
		default:
			return byte(xposCount) + 2
		}
	}
	return byte(x)
}

// maxLemmas bounds the cache of lemmas.
const maxLemmas = 50000

// lemma gives the lemma of token i. It is a piece of the text, or kept in the
// analyzer, so that a text seen before costs no memory.
func (a *Analyzer) lemma(d *Document, tokens []Token, i int, base int16) string {
	t := &tokens[i]
	w := d.Word(t)
	if t.Flags.Has(FlagClitic) && t.XPOS == XPOSVBZ && perfect(tokens, t, base) {
		return "have" // "he's gone", not "he's here"
	}
	k := lemmaKey{w, LemmaTag(t.UPOS, t.XPOS)}
	if l, ok := a.lemmas[k]; ok {
		return l
	}
	if len(a.lemmas) >= maxLemmas {
		clear(a.lemmas)
	}
	k.word = strings.Clone(w)
	l := a.m.lemmas.Lemma(k.word, k.tag)
	a.lemmas[k] = l
	return l
}

// perfect reports whether t is an auxiliary of a participle that is not in the
// passive.
func perfect(tokens []Token, t *Token, base int16) bool {
	h := int(t.Head) - int(base)
	if t.UPOS != AUX || t.Rel != RelAux || h < 0 || h >= len(tokens) {
		return false
	}
	return tokens[h].XPOS == XPOSVBN
}
