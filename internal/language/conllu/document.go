package conllu

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// Document builds a document of one sentence with the words of s, so that
// Word gives exactly their forms. The words of one surface token stand without
// space between them. Tags, heads and lemmas stay empty.
func (s *Sentence) Document() *language.Document {
	var b strings.Builder
	tokens := make([]language.Token, len(s.Words))
	span, space := 0, true
	for i, w := range s.Words {
		t := &tokens[i]
		inside := false
		for span < len(s.Spans) && s.Spans[span].Last < i+1 {
			span++
		}
		after := w.SpaceAfter
		if span < len(s.Spans) && s.Spans[span].First <= i+1 {
			inside = i+1 > s.Spans[span].First
			after = i+1 == s.Spans[span].Last && s.Spans[span].SpaceAfter
		}
		if space && i > 0 {
			b.WriteByte(' ')
		}
		t.Start = int32(b.Len())
		b.WriteString(w.Form)
		t.End = int32(b.Len())
		t.Head = -1
		t.Flags = language.Spelling(w.Form)
		if space {
			t.Flags |= language.FlagSpaceBefore
		}
		if inside {
			t.Flags |= language.FlagClitic
		}
		space = after
	}
	return &language.Document{Text: b.String(), Sentences: []language.Sentence{{End: int32(b.Len()), Tokens: tokens}}}
}
