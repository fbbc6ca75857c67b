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
	comma := clauseComma(doc, s, v)
	if comma < 0 {
		return
	}
	subject := -1
	for k := comma + 1; k < v; k++ {
		c := &s.Tokens[k]
		if h := int(c.Head); h > comma && h < v || c.UPOS == language.ADV {
			continue
		}
		if subject >= 0 || c.UPOS != language.PROPN && c.UPOS != language.NOUN {
			return
		}
		subject = k
	}
	if subject < 0 || childOf(s, subject, language.RelCase) {
		return
	}
	s.Tokens[subject].Head, s.Tokens[subject].Rel = int16(v), language.RelNsubj
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
