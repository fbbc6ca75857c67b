package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
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
		if p.sessionEnds(s); s.whole {
			return
		}
		edge := s.nth
		if edge == 0 {
			edge = p.edgeOf(s)
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

// sessionEnds gives the gathering that the report is about the last day told in
// the sentence behind it: "opened on Tuesday. It ends on Thursday".
func (p *page) sessionEnds(s *event) {
	if s.sent+1 >= len(p.sents) || len(p.sents[s.sent+1].times) == 0 {
		return
	}
	si := s.sent + 1
	t := p.tree(si)
	first, _, _ := s.when.Bounds()
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		v := t.head(p.timeHead(t, x))
		if v < 0 || !t.isVerb(v) || x.Type == timex.Duration {
			continue
		}
		switch l := t.lemma(v); {
		case l == "end" || l == "close" || l == "conclude" || l == "finish":
		case (l == "last" || l == "run" || l == "continue" || l == "go") && x.Relation == timex.Until:
		default:
			continue
		}
		subj, _ := t.subject(v)
		if subj < 0 || t.word(subj) != "It" && !(gatheringNoun(t.lemma(subj)) && t.childLemma(subj, language.RelDet, "the", "this")) {
			continue
		}
		if _, last, ok := x.Resolve(first, timex.Future).Bounds(); ok && last > first && last-first < 15 {
			s.when, s.whole = edtf.Interval(first, last), true
			s.times = append(s.times, k)
			return
		}
	}
}

// edgeOf tells whether the mention of a gathering is of its first or its last
// day: "opened the summit", "the summit, which began on Tuesday", "the summit
// closed", "brought down the curtain on"; 0 where it says neither.
func (p *page) edgeOf(s *event) int {
	t := p.tree(s.sent)
	edge := func(v int) int {
		switch lexicon.Governing(t.lemma(v)) {
		case lexicon.SaysEnd:
			return lastDay
		case lexicon.SaysBegin:
			return 1
		}
		if t.lemma(v) == "curtain" || t.childLemma(v, language.RelObj, "curtain") {
			return lastDay
		}
		return 0
	}
	switch s.says {
	case lexicon.SaysEnd:
		return lastDay
	case lexicon.SaysBegin:
		return 1
	}
	for n, h := 0, t.head(s.tok); n < 3 && h >= 0; n, h = n+1, t.head(h) { // "the curtain on the Group of 20 summit"
		if k := edge(h); k != 0 {
			return k
		}
		if t.isVerb(h) {
			break
		}
	}
	found := 0
	t.children(s.tok, func(c int) bool {
		if t.rel(c) == language.RelAclRelcl {
			found = edge(c)
		}
		return found == 0
	})
	return found
}

// sessionLength finds for how many days a gathering sits; 0 where that is not
// told.
func (p *page) sessionLength(s *event) int {
	for si := range p.sents {
		if strings.Contains(p.doc.Text[p.doc.Sentences[si].Start:p.doc.Sentences[si].End], "both days") { // "were at the table on both days"
			return 2
		}
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
