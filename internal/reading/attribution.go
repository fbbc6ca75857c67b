package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// attribution gives the chain of who says what the event at token i tells,
// outermost speaker first: the person or office quoted, where he said it, and
// the channel it came through. Empty where the report says it in its own name.
func (p *page) attribution(si, i int) []Speaker {
	t := p.tree(si)
	var chain []Speaker
	for n, at := 0, i; n < 30 && at >= 0; n++ {
		h := t.head(at)
		if t.isVerb(at) && speech(t.lemma(at)) && at != i {
			if s, ok := p.speakerAt(si, at); ok {
				chain = append(chain, s)
			}
		}
		t.children(at, func(c int) bool {
			switch {
			case t.rel(c) == language.RelParataxis && t.isVerb(c) && speech(t.lemma(c)):
				if s, ok := p.speakerAt(si, c); ok && !t.within(i, c) {
					chain = append(chain, s)
				}
			case (t.rel(c) == language.RelObl || t.rel(c) == language.RelAdvcl || t.rel(c) == language.RelNmod || t.rel(c) == language.RelAcl) && p.accordingTo(t, c):
				chain = append(chain, p.sourceOf(si, c)...)
			}
			return true
		})
		at = h
	}
	if len(chain) == 0 && p.quoted(si) {
		if a, ok := p.speakerOf(si); ok {
			chain = append(chain, p.speaker(a))
		}
	}
	// outermost first: the chain was walked from the inside
	for a, b := 0, len(chain)-1; a < b; a, b = a+1, b-1 {
		chain[a], chain[b] = chain[b], chain[a]
	}
	return chain
}

// speakerAt reads the subject, the venue and the channel of a verb of saying.
func (p *page) speakerAt(si, v int) (Speaker, bool) {
	t := p.tree(si)
	subj, passive := t.subject(v)
	if passive {
		if a := t.child(v, language.RelOblAgent); a >= 0 {
			subj = a
		} else if t.lemma(v) != "quote" {
			subj = -1
		}
	}
	if subj < 0 {
		return Speaker{}, false
	}
	s := p.speakerNoun(si, subj)
	t.children(v, func(c int) bool {
		if t.rel(c) == language.RelObl || t.rel(c) == language.RelObj || t.rel(c) == language.RelIobj {
			switch lemma := t.lemma(c); lemma {
			case "briefing", "conference", "interview", "statement", "speech", "address", "communique", "readout", "telegram", "post", "message", "letter", "article":
				s.Venue = p.nounPhrase(si, c)
			case "reporter", "journalist", "newsman", "correspondent":
				if s.Venue == "" {
					s.Venue = "remarks to " + t.word(c)
				}
			case "twitter", "x", "facebook", "telegram_", "media", "television", "radio", "tv":
				s.Via = p.nounPhrase(si, c)
			}
			if m := p.mention(si, c); m == nil && (t.word(c) == "X" || t.word(c) == "Twitter" || t.word(c) == "Telegram" || t.word(c) == "Facebook") {
				s.Via = t.word(c)
			}
		}
		return true
	})
	return s, s.Name != "" || s.Office != "" || s.Country != "" || s.Via != ""
}

// speakerNoun describes the noun that speaks: a person, an office, or a
// channel such as an agency or an embassy.
func (p *page) speakerNoun(si, i int) Speaker {
	t := p.tree(si)
	if as := p.single(si, i, nil); len(as) == 1 {
		return p.speaker(as[0])
	}
	var s Speaker
	phrase := p.nounPhrase(si, i)
	for _, c := range p.modifierStates(si, i) {
		s.Country = c
		break
	}
	switch t.lemma(i) {
	case "agency", "newspaper", "embassy", "ministry", "television", "radio", "media", "daily", "paper", "channel", "broadcaster", "tass", "reuters", "xinhua", "afp":
		s.Via = phrase
	default:
		s.Office = phrase
	}
	return s
}

func (p *page) speaker(a actor) Speaker {
	var s Speaker
	s.Country, s.Office = a.code, a.office
	if a.person != nobody {
		w := &p.people[a.person]
		s.Name, s.Office, s.Country = w.name, w.office, w.country
	}
	return s
}

// nounPhrase gives the words of a noun with its modifiers, without article.
func (p *page) nounPhrase(si, i int) string {
	t := p.tree(si)
	from, to := i, i
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelCompound, language.RelAmod, language.RelNmodDesc, language.RelFlat, language.RelNmodPoss:
			a, b := t.span(c)
			from, to = min(from, a), max(to, b)
		case language.RelNmod:
			if _, b := t.span(c); b-i < 6 && (t.caseOf(c) == "in" || t.caseOf(c) == "of") {
				to = max(to, b)
			}
		}
		return true
	})
	return p.text(si, from, to+1)
}

// accordingTo tells "according to", "reported by", "quoted by", "citing".
func (p *page) accordingTo(t *tree, c int) bool {
	switch t.lemma(c) {
	case "accord", "cite", "quote", "report":
		return t.rel(c) == language.RelAdvcl || t.rel(c) == language.RelAcl
	}
	return t.caseOf(c) == "accord" || t.caseOf(c) == "according"
}

// sourceOf reads whom "according to" names.
func (p *page) sourceOf(si, c int) []Speaker {
	t := p.tree(si)
	noun := c
	if t.isVerb(c) {
		noun = -1
		t.children(c, func(g int) bool {
			if noun < 0 && (t.rel(g) == language.RelObl || t.rel(g) == language.RelOblAgent || t.rel(g) == language.RelObj) {
				noun = g
			}
			return true
		})
	}
	if noun < 0 {
		return nil
	}
	s := p.speakerNoun(si, noun)
	t.children(noun, func(g int) bool {
		switch t.lemma(g) {
		case "briefing", "conference", "interview", "statement":
			s.Venue = p.nounPhrase(si, g)
		}
		return true
	})
	if t.isVerb(c) && t.lemma(c) == "report" && s.Via == "" && s.Name == "" {
		s.Via, s.Office = s.Office, ""
	}
	return []Speaker{s}
}

// quoted tells whether a sentence stands wholly within quotation marks.
func (p *page) quoted(si int) bool {
	return si < len(p.quote) && p.quote[si]
}

// findQuotes marks the sentences that stand within quotation marks, also where
// a quotation runs over several sentences.
func (p *page) findQuotes() {
	p.quote = p.quote[:0]
	open := false
	paragraph := int32(-1)
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		if s.Paragraph != paragraph {
			open = false
			paragraph = s.Paragraph
		}
		text := p.doc.Text[s.Start:s.End]
		starts := strings.HasPrefix(text, "\"") || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "``") || strings.HasPrefix(text, "‘")
		p.quote = append(p.quote, open || starts)
		n := strings.Count(text, "\"")
		if n%2 == 1 {
			open = !open
		}
		if strings.Count(text, "“") > strings.Count(text, "”") {
			open = true
		} else if strings.Count(text, "”") > strings.Count(text, "“") {
			open = false
		}
	}
}

// speakerOf finds who speaks in a sentence: the subject of a verb of saying in
// it, or else in the sentences next to it in the paragraph, or the speaker of
// the paragraph before.
func (p *page) speakerOf(si int) (actor, bool) {
	for d := 0; d <= 3; d++ {
		for _, k := range []int{si + d, si - d} {
			if k < 0 || k >= len(p.sents) || d == 0 && k != si {
				continue
			}
			if a, ok := p.saidBy(k); ok {
				return a, true
			}
		}
	}
	return actor{}, false
}

func (p *page) saidBy(k int) (actor, bool) {
	if p.inSaidBy {
		return actor{}, false
	}
	p.inSaidBy = true
	defer func() { p.inSaidBy = false }()
	t := p.tree(k)
	for v := range t.s.Tokens {
		if t.upos(v) != language.VERB || !speech(t.lemma(v)) && t.lemma(v) != "note" {
			continue
		}
		subj, passive := t.subject(v)
		if subj < 0 || passive {
			continue
		}
		if as := p.single(k, subj, nil); len(as) == 1 && as[0].code != "" {
			return as[0], true
		}
		if lexicon.Group(t.lemma(subj)) == lexicon.Officials || t.lemma(subj) == "diplomat" {
			for i := len(p.said) - 1; i >= 0; i-- {
				if s := p.said[i]; s.sent <= k {
					return p.personActor(s.person, subj), true
				}
			}
		}
	}
	return actor{}, false
}
