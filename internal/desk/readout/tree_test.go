package readout

import (
	"testing"

	"github.com/chancery-project/chancery/internal/language"
)

func TestTree(t *testing.T) {
	token := func(start, end int32, head int16, pos language.UPOS, rel language.Rel) language.Token {
		return language.Token{Start: start, End: end, Head: head, UPOS: pos, Rel: rel}
	}
	d := &language.Document{Text: "Boric visited\nold Oslo.", Sentences: []language.Sentence{{Start: 0, End: 23, Parsed: true, Tokens: []language.Token{
		token(0, 5, 1, language.PROPN, language.RelNsubj),
		token(6, 13, -1, language.VERB, language.RelRoot),
		token(14, 17, 3, language.ADJ, language.RelAmod),
		token(18, 22, 1, language.PROPN, language.RelObj),
		token(22, 23, 1, language.PUNCT, language.RelPunct),
	}}}}
	same(t, Tree(d), `# Boric visited old Oslo.
visited VERB root
├─ Boric PROPN nsubj
├─ Oslo PROPN obj
│  └─ old ADJ amod
└─ . PUNCT punct

`)
}
