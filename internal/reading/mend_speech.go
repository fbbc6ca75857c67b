package reading

import "github.com/chancery-project/chancery/internal/language"

// mendSpeaker gives a verb of saying that closes a sentence its subject, where
// the parser has hung the speaker on the names before the comma: "will meet
// Premier Li Qiang, ministry spokesperson Mao Ning told a briefing".
func mendSpeaker(doc *language.Document, s *language.Sentence, v int) {
	t := &s.Tokens[v]
	if t.XPOS != language.XPOSVBD && t.XPOS != language.XPOSVBZ || !speech(t.Lemma) || childOf(s, v, language.RelNsubj, language.RelNsubjPass) {
		return
	}
	end := v
	if v > 1 && doc.Word(&s.Tokens[v-1]) == "," { // "the Kremlin spokesman, Dmitry Peskov, said"
		end--
	}
	comma := clauseComma(doc, s, end)
	if comma < 0 {
		return
	}
	subject := outermost(s, comma, end)
	if subject >= 0 && end < v {
		before := clauseComma(doc, s, comma)
		if before < 0 || s.Tokens[subject].Rel != language.RelAppos || int(s.Tokens[subject].Head) < before {
			return
		}
		subject = outermost(s, before, comma)
	}
	if subject < 0 || childOf(s, subject, language.RelCase) {
		return
	}
	s.Tokens[subject].Head, s.Tokens[subject].Rel = int16(v), language.RelNsubj
}

// outermost gives the one noun between two commas that hangs on a word outside
// them; -1 if there is none or more than one.
func outermost(s *language.Sentence, from, to int) int {
	noun := -1
	for k := from + 1; k < to; k++ {
		c := &s.Tokens[k]
		if h := int(c.Head); h > from && h < to || c.UPOS == language.ADV {
			continue
		}
		if noun >= 0 || c.UPOS != language.PROPN && c.UPOS != language.NOUN {
			return -1
		}
		noun = k
	}
	return noun
}

// clauseComma finds the comma or quotation mark that parts a short run of
// nouns before a verb from what stands in front of it; -1 if there is none.
func clauseComma(doc *language.Document, s *language.Sentence, v int) int {
	for k := v - 1; k > 0 && v-k <= 16; k-- {
		switch s.Tokens[k].UPOS {
		case language.VERB, language.AUX, language.PRON, language.SCONJ:
			return -1
		}
		if w := doc.Word(&s.Tokens[k]); w == "," || w == "\"" || w == "”" {
			return k
		}
	}
	return -1
}

// mendTwoSubjects gives the first of two subjects of a verb of saying to the
// clause that is said: "The premiers are due in Brussels, officials said".
func mendTwoSubjects(s *language.Sentence, v int) {
	if !speech(s.Tokens[v].Lemma) {
		return
	}
	first, second, clause := -1, -1, -1
	for k := range s.Tokens[:v] {
		c := &s.Tokens[k]
		if int(c.Head) != v {
			continue
		}
		switch c.Rel {
		case language.RelNsubj, language.RelNsubjPass:
			if first < 0 {
				first = k
			} else {
				second = k
			}
		case language.RelCcomp:
			if clause < 0 {
				clause = k
			} else if c.UPOS != language.VERB && childOf(s, k, language.RelCase) && second < 0 {
				c.Head, c.Rel = int16(clause), language.RelObl // "are both due in Brussels"
			}
		}
	}
	if first >= 0 && second > clause && clause > first && !childOf(s, clause, language.RelNsubj, language.RelNsubjPass) {
		s.Tokens[first].Head = int16(clause)
	}
}

// mendSaid gives a clause that is said its subject, where the parser has hung
// it on those who are told: "told reporters the king and the president would
// meet".
func mendSaid(s *language.Sentence, v int) {
	t := &s.Tokens[v]
	say := int(t.Head)
	if t.Rel != language.RelCcomp || say < 0 || say > v || !speech(s.Tokens[say].Lemma) || childOf(s, v, language.RelNsubj, language.RelNsubjPass) || !childOf(s, v, language.RelAux) && t.XPOS != language.XPOSVBD {
		return
	}
	for k := say + 1; k < v; k++ {
		c := &s.Tokens[k]
		if h := int(c.Head); c.Rel == language.RelAppos && h > say && int(s.Tokens[h].Head) == say && (s.Tokens[h].Rel == language.RelIobj || s.Tokens[h].Rel == language.RelObj) {
			c.Head, c.Rel = int16(v), language.RelNsubj
			return
		}
	}
}

// mendSaidBe does the same for what is said to be so: "said a meeting between
// X and Y was unlikely".
func mendSaidBe(s *language.Sentence, v int) {
	say := int(s.Tokens[v].Head)
	if say < 0 || say > v || !speech(s.Tokens[say].Lemma) || s.Tokens[say].Lemma == "tell" || !childOf(s, v, language.RelCop) || childOf(s, v, language.RelNsubj, language.RelNsubjPass) {
		return
	}
	for k := say + 1; k < v; k++ {
		if c := &s.Tokens[k]; int(c.Head) == say && c.UPOS == language.NOUN && (c.Rel == language.RelIobj || c.Rel == language.RelObj) {
			c.Head, c.Rel = int16(v), language.RelNsubj
			return
		}
	}
}
