package reading

import "github.com/chancery-project/chancery/internal/language"

// mendHeadless gives a sentence that opens with a name and an apposition its
// verb, where the parser takes the name for the head: "Wang Yi, Foreign
// Minister of China, and the Danish premier held talks", "Talks between the
// two, the first this year, took place".
func mendHeadless(doc *language.Document, s *language.Sentence) {
	r := -1
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head < 0 {
			r = i
			break
		} else if t.UPOS == language.VERB || t.UPOS == language.AUX {
			return
		}
	}
	if r < 0 || s.Tokens[r].UPOS != language.PROPN && s.Tokens[r].UPOS != language.NOUN || childOf(s, r, language.RelNsubj, language.RelNsubjPass, language.RelCop) {
		return
	}
	v, verbs := -1, 0
	for i := r + 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].UPOS == language.VERB {
			if v < 0 {
				v = i
			}
			verbs++
		}
	}
	if v < 0 || int(s.Tokens[v].Head) != r || !finite(s, v) && !(verbs == 1 && s.Tokens[v].XPOS == language.XPOSVBN && s.Tokens[r].UPOS == language.PROPN) { // "X, the minister, left for Rome"
		return
	}
	subject, passive := -1, false
	for k := r + 1; k < v; k++ {
		if c := &s.Tokens[k]; int(c.Head) == v && (c.Rel == language.RelNsubj || c.Rel == language.RelNsubjPass) {
			subject = k
		} else if int(c.Head) == v && c.Rel == language.RelAuxPass {
			passive = true
		}
	}
	switch s.Tokens[v].Rel {
	case language.RelAcl, language.RelParataxis:
		if subject >= 0 || !(childOf(s, r, language.RelConj) && childOf(s, v, language.RelObj)) && doc.Word(&s.Tokens[v-1]) != "," && s.Tokens[v-1].UPOS != language.AUX || v+1 < len(s.Tokens) && doc.Word(&s.Tokens[v+1]) == "," {
			return
		}
	case language.RelConj:
		if subject < 0 && !childOf(s, r, language.RelAppos, language.RelConj) {
			return
		}
	default:
		return
	}
	for k := range s.Tokens {
		c := &s.Tokens[k]
		switch {
		case k > v && int(c.Head) == r:
			c.Head = int16(v)
		case subject >= 0 && k < subject && int(c.Head) == v && c.Rel == language.RelCc:
			c.Head = int16(subject)
		}
	}
	if subject >= 0 {
		s.Tokens[subject].Head, s.Tokens[subject].Rel = int16(r), language.RelConj
	}
	s.Tokens[v].Head, s.Tokens[v].Rel = -1, language.RelRoot
	s.Tokens[r].Head, s.Tokens[r].Rel = int16(v), language.RelNsubj
	if passive {
		s.Tokens[r].Rel = language.RelNsubjPass
	}
}

// finite tells a verb that has a tense from a participle or an infinitive.
func finite(s *language.Sentence, v int) bool {
	switch s.Tokens[v].XPOS {
	case language.XPOSVBD, language.XPOSVBZ, language.XPOSVBP:
		return true
	}
	return childOf(s, v, language.RelAux, language.RelAuxPass)
}
