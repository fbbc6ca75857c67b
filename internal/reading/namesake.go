package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
)

// namesake tells whether the name of a state or a people at token i is the family
// name of somebody whom the report has named in full before: "Portuguese Prime
// Minister Luis Montenegro … Montenegro told reporters". What stands behind a
// preposition of place, or before a noun that it describes, is the state.
func (p *page) namesake(si, i int, who int32, mt *gazetteer.Match) bool {
	w := &p.people[who]
	if mt.From != i || mt.To != i+1 || len(w.words) < 2 || w.level == 0 || w.country == "" || w.key != gazetteer.Fold(p.doc.Word(&p.doc.Sentences[si].Tokens[i])) {
		return false
	}
	for _, s := range mt.Senses {
		switch s.Kind {
		case gazetteer.KindCountry:
			if p.gaz.Country(s.Ref).Code == w.country {
				return false
			}
		case gazetteer.KindDemonym:
			if p.gaz.Country(p.gaz.Demonym(s.Ref).Country).Code == w.country {
				return false
			}
		}
	}
	tokens := p.doc.Sentences[si].Tokens
	if i > 0 {
		switch strings.ToLower(p.doc.Word(&tokens[i-1])) {
		case "in", "to", "from", "of", "for", "at", "into", "the", "a", "an", "-":
			return false
		}
	}
	if i+1 >= len(tokens) {
		return false
	}
	switch next := strings.ToLower(p.doc.Word(&tokens[i+1])); next {
	case "'s", "’s", "said", "says", "told", "met", "is", "was", "will", "has", "had", "would", "also", "spoke", "arrived", "greeted", "welcomed", "received", "thanked", "called", "hosted", "invited", "travelled", "traveled", "flew", "added", "held", "who":
		return true
	case "and", ",":
		return i > 0 && mt.Senses[0].Kind == gazetteer.KindDemonym
	}
	return false
}
