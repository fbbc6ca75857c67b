package reading

import "strings"

// interviewed gives whom a report of questions and answers asks: the official
// named first, before the first question. He is "I" in the answers and "you" in
// the questions.
func (p *page) interviewed() (actor, bool) {
	cut := strings.Index(p.doc.Text, "\nQ: ")
	if cut < 0 || !strings.Contains(p.doc.Text[cut:], "\nA: ") {
		return actor{}, false
	}
	for _, s := range p.said {
		sent := &p.doc.Sentences[s.sent]
		if int(sent.Tokens[0].Start) > cut {
			break
		}
		if w := &p.people[s.person]; w.rank() >= 5 && w.country != "" && !w.spokesman {
			return p.personActor(s.person, s.tok), true
		}
	}
	return actor{}, false
}

// labelled gives the official whose name and a colon stand before the paragraph of
// a sentence: "Dr Winston Ruddock: I raised the matter with my Jamaican colleague".
func (p *page) labelled(si int) (actor, bool) {
	first := si
	for first > 0 && p.doc.Sentences[first-1].Paragraph == p.doc.Sentences[si].Paragraph {
		first--
	}
	tokens := p.doc.Sentences[first].Tokens
	for k := 0; k < len(tokens) && k < 6; k++ {
		m := p.mention(first, k)
		if m == nil || m.kind != mPerson {
			continue
		}
		if n := int(m.to); n < len(tokens) && p.doc.Word(&tokens[n]) == ":" && p.people[m.person].country != "" {
			return p.personActor(m.person, k), true
		}
		return actor{}, false
	}
	return actor{}, false
}
