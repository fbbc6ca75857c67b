package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// mendFaced makes an adjective of "face-to-face" before a noun, where the
// parser takes its last word for a verb and the noun for another: "their
// second face-to-face meeting this year"; and an adverb of it behind a verb.
func mendFaced(doc *language.Document, s *language.Sentence, i int) {
	mendFaceToFace(doc, s, i)
	if i < 4 || i+1 >= len(s.Tokens) || doc.Word(&s.Tokens[i-1]) != "-" || doc.Word(&s.Tokens[i-3]) != "-" || !strings.EqualFold(doc.Word(&s.Tokens[i-4]), doc.Word(&s.Tokens[i])) {
		return
	}
	v, n := &s.Tokens[i], &s.Tokens[i+1]
	noun := strings.ToLower(doc.Word(n))
	if what, _ := countedNoun(noun); what != countsContact && noun != "talks" || int(n.Head) != i {
		return
	}
	n.Head, n.Rel, n.UPOS, n.Lemma = v.Head, v.Rel, language.NOUN, noun
	if n.XPOS = language.XPOSNN; noun == "talks" {
		n.XPOS, n.Lemma = language.XPOSNNS, "talk"
	}
	for k := range s.Tokens {
		if c := &s.Tokens[k]; int(c.Head) == i && k != i+1 && (k < i-4 || k > i) {
			c.Head = int16(i + 1)
		}
	}
	for k := range s.Tokens[:i-4] { // "their second", hung on the first "face"
		if c := &s.Tokens[k]; int(c.Head) == i-4 {
			c.Head = int16(i + 1)
		}
	}
	v.Head, v.Rel, v.UPOS = int16(i+1), language.RelAmod, language.ADJ
}

// mendFaceToFace makes an adverb of "face to face" behind a verb, where the
// parser hangs on it with whom and where: "came face to face with her in Rome".
func mendFaceToFace(doc *language.Document, s *language.Sentence, i int) {
	if i+3 >= len(s.Tokens) || doc.Word(&s.Tokens[i+1]) != "face" {
		return
	}
	last := i + 2
	for last+1 < len(s.Tokens) && (doc.Word(&s.Tokens[last]) == "-" || doc.Word(&s.Tokens[last]) == "to") {
		last++
	}
	if last == i+2 || doc.Word(&s.Tokens[last]) != "face" || last+1 < len(s.Tokens) && s.Tokens[last+1].UPOS == language.NOUN {
		return
	}
	for k := range s.Tokens {
		c := &s.Tokens[k]
		switch h := int(c.Head); {
		case k > i && k <= last:
			if c.Head = int16(i); c.UPOS == language.NOUN {
				c.Rel, c.UPOS = language.RelAdvmod, language.ADV
			}
		case k > last && h > i && h <= last:
			if c.Head = int16(i); c.Rel == language.RelNmod {
				c.Rel = language.RelObl
			}
		}
	}
}
