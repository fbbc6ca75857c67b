package reading

import (
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// countSession gives the gathering that the report is about the length that is
// told apart from its day: "ended their summit on Friday", and later "the
// two-day meeting took in a new member", "at which leaders sat for two days".
func (p *page) countSession(events []event) {
	for i := range events {
		s := &events[i]
		if s.kind != Summit || s.status != Held || !p.isNews(s) {
			continue
		}
		first, last, ok := s.when.Bounds()
		if !ok || first != last || s.whole {
			return
		}
		edge := s.nth
		if s.says == lexicon.SaysEnd {
			edge = lastDay
		} else if s.says == lexicon.SaysBegin {
			edge = 1
		}
		if edge == 0 {
			return
		}
		if s.days < 2 {
			s.days = p.sessionLength(s)
		}
		if s.days > 1 {
			s.nth, s.starts = edge, edge == 1
			p.stretch(s)
		}
		return
	}
}

// sessionLength finds for how many days a gathering sits; 0 where that is not
// told.
func (p *page) sessionLength(s *event) int {
	for si := range p.sents {
		if !p.sents[si].built {
			continue
		}
		t := p.tree(si)
		for i := range t.s.Tokens {
			switch t.lemma(i) {
			case "summit", "meeting", "gathering", "conference", "session", "forum", "event":
				if n := p.lengthOf(si, i); n > 1 && n < 15 {
					return n
				}
			}
		}
	}
	t := p.tree(s.sent)
	for _, k := range p.sents[s.sent].times {
		x := &p.times[k]
		if up := t.head(p.timeHead(t, x)); up >= 0 && x.Type == timex.Duration && x.First > 0 && t.word(x.First-1) == "for" {
			switch t.lemma(up) {
			case "sit", "meet", "gather": // "at which leaders sat for two days"
				return wholeDays(x)
			}
		}
	}
	return 0
}
