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
