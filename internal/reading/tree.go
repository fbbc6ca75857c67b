package reading

import "github.com/chancery-project/chancery/internal/language"

// tree answers questions about one parsed sentence. Children lists are built
// once per sentence, so that every walk is linear.
type tree struct {
	doc   *language.Document
	s     *language.Sentence
	first []int16 // first child of a token, -1 for none
	next  []int16 // next sibling
}

func (t *tree) build(doc *language.Document, s *language.Sentence) {
	t.doc, t.s = doc, s
	n := len(s.Tokens)
	t.first, t.next = resize(t.first, n), resize(t.next, n)
	for i := range n {
		t.first[i], t.next[i] = -1, -1
	}
	for i := n - 1; i >= 0; i-- { // backwards, so that siblings come in order
		if h := s.Tokens[i].Head; h >= 0 && int(h) < n && int(h) != i {
			t.next[i], t.first[h] = t.first[h], int16(i)
		}
	}
}

func resize(s []int16, n int) []int16 {
	if cap(s) < n {
		return make([]int16, n, n+n/2)
	}
	return s[:n]
}

func (t *tree) tok(i int) *language.Token { return &t.s.Tokens[i] }
func (t *tree) word(i int) string         { return t.doc.Word(&t.s.Tokens[i]) }
func (t *tree) lemma(i int) string        { return t.s.Tokens[i].Lemma }
func (t *tree) head(i int) int            { return int(t.s.Tokens[i].Head) }
func (t *tree) rel(i int) language.Rel    { return t.s.Tokens[i].Rel }
func (t *tree) upos(i int) language.UPOS  { return t.s.Tokens[i].UPOS }

// children calls f for each child of i, in order, until f returns false.
func (t *tree) children(i int, f func(c int) bool) {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if !f(int(c)) {
			return
		}
	}
}

// child gives the first child of i with one of the relations, or -1.
func (t *tree) child(i int, rels ...language.Rel) int {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		for _, r := range rels {
			if t.rel(int(c)) == r {
				return int(c)
			}
		}
	}
	return -1
}

// siblingAfter gives the next child of the same word behind i with the
// relation, or -1.
func (t *tree) siblingAfter(i int, rel language.Rel) int {
	for c := t.next[i]; c >= 0; c = t.next[c] {
		if t.rel(int(c)) == rel {
			return int(c)
		}
	}
	return -1
}

// childLemma tells whether i has a child with the relation and the lemma.
func (t *tree) childLemma(i int, rel language.Rel, lemmas ...string) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.rel(int(c)) == rel {
			for _, l := range lemmas {
				if t.lemma(int(c)) == l {
					return true
				}
			}
		}
	}
	return false
}

// caseOf gives the preposition of a noun ("in", "to"), or "".
func (t *tree) caseOf(i int) string {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.rel(int(c)) == language.RelCase {
			w := t.lemma(int(c))
			if w == "'s" || w == "'" || w == "’s" || w == "’" {
				continue
			}
			return w
		}
	}
	return ""
}

// span gives the first and the last token of the subtree of i.
func (t *tree) span(i int) (from, to int) { return t.spanWithin(i, len(t.s.Tokens)) }

// spanWithin goes no deeper than so many words, for a mended tree may go round
// in a circle.
func (t *tree) spanWithin(i, deep int) (from, to int) {
	from, to = i, i
	for c := t.first[i]; c >= 0 && deep > 0; c = t.next[c] {
		a, b := t.spanWithin(int(c), deep-1)
		from, to = min(from, a), max(to, b)
	}
	return from, to
}

// childCase tells whether i has a child that the preposition leads.
func (t *tree) childCase(i int, preposition string) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.caseOf(int(c)) == preposition {
			return true
		}
	}
	return false
}

// within tells whether a stands in the subtree of b.
func (t *tree) within(a, b int) bool {
	for n := 0; a >= 0 && n < len(t.s.Tokens); n++ {
		if a == b {
			return true
		}
		a = t.head(a)
	}
	return false
}

// agent tells whether a phrase says who does what is told in the passive.
func (t *tree) agent(i int) bool {
	return t.rel(i) == language.RelOblAgent || t.rel(i) == language.RelObl && t.caseOf(i) == "by"
}

// agentOf gives the noun behind the "by" of a participle, or -1.
func (t *tree) agentOf(v int) int {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if t.agent(int(c)) {
			return int(c)
		}
	}
	return -1
}

// isVerb tells verbs from the rest, participles used as verbs included.
func (t *tree) isVerb(i int) bool { return t.upos(i) == language.VERB || t.upos(i) == language.AUX }

// clause climbs from i to the verb or predicate that i depends on; i itself if
// it is one.
func (t *tree) clause(i int) int {
	for n := 0; i >= 0 && n < 40; n++ {
		switch t.rel(i) {
		case language.RelRoot, language.RelCcomp, language.RelXcomp, language.RelAdvcl, language.RelAcl, language.RelAclRelcl,
			language.RelParataxis, language.RelCsubj, language.RelAdvclRelcl:
			return i
		case language.RelConj:
			if t.isVerb(i) {
				return i
			}
		}
		h := t.head(i)
		if h < 0 {
			return i
		}
		i = h
	}
	return i
}
