package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// lastHost is what a sentence says of who was host to a practice the last time.
type lastHost struct {
	sent int
	code string
}

// readLastHost finds who was host to a practice the last time, told by nothing
// but the place: "this year's was in Vientiane", "Warsaw was host in July",
// "They were in Weimar in 2023 and in Paris in 2024".
func (p *page) readLastHost(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		switch strings.ToLower(t.word(i)) {
		case "was", "were", "met", "sat", "gathered", "convened":
			if i == 0 || i+1 >= len(t.s.Tokens) || !p.oneOfPractice(si, i-1) {
				continue
			}
			if l, ok := p.placeAt(si, i+1); ok && l.country != "" && strings.EqualFold(t.word(i-1), "it") { // "It was Riga this time"
				p.lastHosts = append(p.lastHosts, lastHost{si, l.country})
			}
			for k := i + 1; k+1 < len(t.s.Tokens) && t.word(k) != ";"; k++ {
				if w := t.word(k); w == "in" || w == "at" {
					if l, ok := p.placeAt(si, k+1); ok && l.country != "" {
						p.lastHosts = append(p.lastHosts, lastHost{si, l.country})
					}
				}
			}
		case "host", "hosts":
			if t.isVerb(i) || i == 0 || strings.EqualFold(t.word(i-1), "next") || i+1 < len(t.s.Tokens) && t.word(i+1) == "to" {
				continue
			}
			if t.childLemma(i, language.RelCop, "be") && p.wasPast(t, i) || p.childWord(t, i, "was", "were") {
				if s, _ := t.subject(i); s >= 0 {
					if code := p.hostCode(si, s); code != "" {
						p.lastHosts = append(p.lastHosts, lastHost{si, code})
					}
				}
			}
		}
	}
}

// oneOfPractice tells whether the words that end at a token stand for one of
// the gatherings of a practice: "this year's", "Tuesday's", "the last one",
// "they".
func (p *page) oneOfPractice(si, i int) bool {
	t := p.tree(si)
	switch w := strings.ToLower(t.word(i)); w {
	case "'s", "’s":
		return i > 0 && p.inTime(si, i-1)
	case "one", "meeting", "round", "session", "edition":
		return i > 0 && (t.lemma(i-1) == "last" || t.lemma(i-1) == "previous" || t.lemma(i-1) == "latest" || i > 1 && p.inTime(si, i-2))
	case "last", "previous", "latest":
		return i > 0 && strings.EqualFold(t.word(i-1), "the")
	case "they", "it":
		return p.practiceBefore(si) != nil
	}
	return false
}

// settleLast gives the turn of a practice kept by turns to the one side that
// has not been host lately, as the report says.
func (p *page) settleLast(a *event) {
	for _, h := range p.nextHosts {
		if a.turn == "" && a.sent-h.sent <= 3 && h.sent <= a.sent && (a.countries() > 1 && a.has(h.code) || p.hostedBy(a, h.code)) {
			a.turn = h.code
		}
	}
	if a.turn != "" || !a.byTurns {
		return
	}
	var waiting []string
	for _, q := range a.parties {
		waiting = appendNew(waiting, q.code)
	}
	if o, ok := p.gaz.OrganisationByCode(waiting[0]); ok && len(waiting) == 1 {
		waiting = waiting[:0]
		for _, m := range o.Members {
			if len(o.Members) <= 6 && o.HasMember(m.Code, p.ref) {
				waiting = append(waiting, m.Code)
			}
		}
	}
	for k := len(p.lastHosts) - 1; k >= 0 && len(waiting) > 1; k-- {
		if h := p.lastHosts[k]; max(h.sent, a.sent)-min(h.sent, a.sent) <= 6 {
			waiting = slices.DeleteFunc(waiting, func(code string) bool { return code == h.code })
		}
	}
	if len(waiting) == 1 {
		a.turn = waiting[0]
	}
}

// readBesidePractice reads the sentences behind a practice that tell of nothing
// else for whose turn it is: "China is next", "This year's was in Vientiane".
func (p *page) readBesidePractice(read []int) {
	for k := range p.events {
		a := &p.events[k]
		if a.kind != Arrangement || a.practice == "call" {
			continue
		}
		for si := max(0, a.sent-1); si <= a.sent+3 && si < len(p.doc.Sentences); si++ {
			if _, done := slices.BinarySearch(read, si); !done && p.turnNamed(si) {
				p.readTurns(si)
				p.readNextHost(si)
				p.readNextVenue(si)
				p.readLastHost(si)
			}
		}
	}
}

// turnNamed tells whether a sentence has a word for a turn and a party.
func (p *page) turnNamed(si int) bool {
	if len(p.sents[si].mentions) == 0 {
		return false
	}
	s := &p.doc.Sentences[si]
	for i := range s.Tokens {
		switch p.doc.Word(&s.Tokens[i]) {
		case "next", "Next", "turn", "host", "hosts", "hosted", "return", "venue", "was", "were", "chair", "presidency":
			return true
		}
	}
	return false
}
