package reading

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// mendWhose makes the verb of a sentence of the one behind a clause with
// "whose", where the parser takes that of the clause: "X, whose visit was put
// off, spoke with Y".
func mendWhose(doc *language.Document, s *language.Sentence, v int) {
	verb := &s.Tokens[v]
	clause := int(verb.Head)
	if verb.XPOS != language.XPOSVBD && verb.XPOS != language.XPOSVBN || v < 4 || clause < 0 || clause >= v || doc.Word(&s.Tokens[v-1]) != "," || s.Tokens[clause].UPOS != language.VERB || childOf(s, v, language.RelNsubj, language.RelNsubjPass, language.RelCc, language.RelAux, language.RelAuxPass) {
		return
	}
	whose := -1
	for k := clause - 1; k > 1; k-- {
		if doc.Word(&s.Tokens[k]) == "whose" && doc.Word(&s.Tokens[k-1]) == "," {
			whose = k
			break
		}
	}
	if whose < 0 {
		return
	}
	owned := int(s.Tokens[whose].Head) // "visit"
	for k := range s.Tokens[:whose] {
		c := &s.Tokens[k]
		if int(c.Head) != clause || c.Rel != language.RelNsubj && c.Rel != language.RelNsubjPass {
			continue
		}
		over := &s.Tokens[clause]
		verb.Head, verb.Rel, verb.XPOS = over.Head, over.Rel, language.XPOSVBD
		if l := lexicon.Lemma(doc.Word(verb)); l != "" {
			verb.Lemma = l
		}
		c.Head, c.Rel = int16(v), language.RelNsubj
		over.Head, over.Rel = int16(k), language.RelAclRelcl
		if owned > whose && owned < clause && int(s.Tokens[owned].Head) == k {
			makeSubject(s, owned, clause)
		}
		for n := range s.Tokens {
			if b := &s.Tokens[n]; int(b.Head) == v && b.Rel == language.RelOblAgent {
				b.Rel = language.RelObl
			}
		}
		return
	}
}

// mendWhoseNoun makes a subject of the noun behind "whose" where the parser
// makes it a clause of its own beside its verb: "X, whose visit was put off".
func mendWhoseNoun(doc *language.Document, s *language.Sentence, noun int) {
	if noun == 0 || s.Tokens[noun].UPOS != language.NOUN || doc.Word(&s.Tokens[noun-1]) != "whose" {
		return
	}
	for k := noun + 1; k < len(s.Tokens); k++ {
		if c := &s.Tokens[k]; c.Head == s.Tokens[noun].Head && c.Rel == language.RelAclRelcl && c.UPOS == language.VERB {
			makeSubject(s, noun, k)
			return
		}
	}
}

func makeSubject(s *language.Sentence, noun, verb int) {
	s.Tokens[noun].Head, s.Tokens[noun].Rel = int16(verb), language.RelNsubj
	if childOf(s, verb, language.RelAuxPass) {
		s.Tokens[noun].Rel = language.RelNsubjPass
	}
}
