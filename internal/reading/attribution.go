package reading

import (
	"cmp"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// attribution gives the chain of who says what the event at token i tells,
// outermost speaker first: the person or office quoted, where he said it, and
// the channel it came through. Empty where the report says it in its own name.
func (p *page) attribution(si, i int) []Speaker {
	links := p.links(si, i)
	if len(links) == 0 && (p.quoted(si) || p.speaksOfItself(si)) {
		if _, k, v, ok := p.saidNear(si); ok {
			links = p.saidLinks(k, v)
		}
	}
	return foldChannels(links)
}

// links collects from the inside out who says what token i tells: the verbs
// of saying above it and beside it, and the sources named.
func (p *page) links(si, i int) []Speaker {
	t := p.tree(si)
	var chain []Speaker
	used := map[int]bool{}
	take := func(v int) {
		if used[v] {
			return
		}
		used[v] = true
		if s, ok := p.speakerAt(si, v); ok {
			chain = append(chain, s...)
		}
	}
	for n, at := 0, i; n < 30 && at >= 0; n++ {
		if t.isVerb(at) && speech(t.lemma(at)) && at != i {
			take(at)
		}
		t.children(at, func(c int) bool {
			switch {
			case t.rel(c) == language.RelParataxis && t.isVerb(c) && speech(t.lemma(c)) && !t.within(i, c):
				take(c)
			case (t.rel(c) == language.RelObl || t.rel(c) == language.RelAdvcl || t.rel(c) == language.RelNmod || t.rel(c) == language.RelAcl) && p.accordingTo(t, c) && !used[c]:
				used[c] = true
				chain = append(chain, p.sourceOf(si, c)...)
			}
			return true
		})
		at = t.head(at)
	}
	for v := i + 1; v < len(t.s.Tokens); v++ { // ", the embassy reported" hung elsewhere
		if t.upos(v) == language.VERB && speech(t.lemma(v)) && !used[v] && !t.within(i, v) && p.closes(t, v) {
			take(v)
		}
	}
	p.completeLast(si, chain)
	return chain
}

// closes tells whether a verb of saying ends a sentence after a comma, with
// its subject in front: ", Xinhua reported on Tuesday."
func (p *page) closes(t *tree, v int) bool {
	subj := t.child(v, language.RelNsubj)
	if subj < 0 || subj > v {
		return false
	}
	from, _ := t.span(subj)
	return from > 0 && (t.word(from-1) == "," || t.word(from-1) == "\"" || t.word(from-1) == "”")
}

// completeLast adds the place and the channel of saying that the sentence
// names beside the speaker: "during a press briefing", "reported by the
// embassy", "writing on X".
func (p *page) completeLast(si int, chain []Speaker) {
	if len(chain) == 0 {
		return
	}
	s := &chain[0]
	t := p.tree(si)
	for k := 1; k < len(t.s.Tokens); k++ {
		w := strings.TrimSuffix(t.word(k), ".") // "said on X." can come as one word
		switch prev := strings.ToLower(t.word(k - 1)); {
		case prev == "on" && network(w):
			if s.Via == "" {
				s.Via = w
			}
		case venueNoun(t.lemma(k)) && (s.Venue == "" || strings.HasPrefix(s.Venue, "remarks to")):
			switch t.caseOf(k) {
			case "at", "during", "in", "to":
				if h := t.head(k); h >= 0 && (t.isVerb(h) && speech(t.lemma(h)) || !t.isVerb(h) && !p.told(si, h) || t.rel(h) == language.RelRoot) {
					s.Venue = p.nounPhrase(si, k)
				}
			}
		case prev == "by" && k > 1 && (t.lemma(k-2) == "report" || t.lemma(k-2) == "carry" || t.lemma(k-2) == "quote" || t.lemma(k-2) == "cite" || t.lemma(k-2) == "publish"):
			noun := k
			for t.rel(noun) == language.RelDet || t.rel(noun) == language.RelAmod || t.rel(noun) == language.RelCompound {
				if h := t.head(noun); h > noun {
					noun = h
				} else {
					break
				}
			}
			if phrase := p.nounPhrase(si, noun); s.Via == "" && channel(phrase) {
				s.Via = phrase
			}
		}
	}
}

// told tells whether a token is the word of an engagement.
func (p *page) told(si, i int) bool { return p.eventAt(si, i) != nil }

// foldChannels joins channels to the speakers whose words they carry, turns
// the chain so that the outermost stands first, and drops links that name
// nobody.
func foldChannels(links []Speaker) []Speaker {
	var chain []Speaker
	for _, s := range links {
		if s == (Speaker{}) || s.Venue != "" && s == (Speaker{Venue: s.Venue}) {
			continue
		}
		if n := len(chain); n > 0 {
			last := &chain[n-1]
			if carries(s) && last.Via == "" && !carries(*last) { // "Mao Ning said, Xinhua reported"
				last.Via = cmp.Or(s.Via, s.Office)
				continue
			}
			if carries(*last) && (s.Via == "" || s.Via == last.Via) && !carries(s) { // "citing diplomatic sources, Kyodo reported"
				s.Via = cmp.Or(last.Via, last.Office)
				chain[n-1] = s
				continue
			}
			if s.Name != "" && s.Name == last.Name || s == *last || carries(s) && last.Via != "" && last.Via == cmp.Or(s.Via, s.Office) {
				continue
			}
		}
		chain = append(chain, s)
	}
	for a, b := 0, len(chain)-1; a < b; a, b = a+1, b-1 {
		chain[a], chain[b] = chain[b], chain[a]
	}
	return chain
}

// carries tells whether a link is a channel, or an embassy that passes on what
// somebody else said.
func carries(s Speaker) bool {
	return s.Name == "" && s.Office == "" && s.Country == "" && s.Via != "" || s.Name == "" && mission(s.Office)
}

// mission tells an embassy or consulate from other offices.
func mission(phrase string) bool {
	low := strings.ToLower(phrase)
	return strings.Contains(low, "embassy") || strings.Contains(low, "consulate")
}

// speakerAt reads the speaker, the venue and the channel of a verb of saying,
// from the inside out.
func (p *page) speakerAt(si, v int) ([]Speaker, bool) {
	t := p.tree(si)
	subj, passive := t.subject(v)
	agent := t.child(v, language.RelOblAgent)
	if agent < 0 && passive {
		t.children(v, func(c int) bool {
			if t.rel(c) == language.RelObl && t.caseOf(c) == "by" && agent < 0 {
				agent = c
			}
			return true
		})
	}
	quotes := t.lemma(v) == "quote" || t.lemma(v) == "cite"
	via := ""
	switch {
	case passive && quotes: // "Peskov was quoted by TASS as saying"
		if agent >= 0 {
			via = p.nounPhrase(si, agent)
		}
	case passive:
		subj = agent
	case quotes: // "TASS quoted Ushakov as saying"
		if o := t.child(v, language.RelObj); o >= 0 && subj >= 0 {
			via, subj = p.nounPhrase(si, subj), o
		}
	}
	if subj < 0 {
		return nil, false
	}
	s := p.speakerNoun(si, subj)
	if via != "" && s.Via == "" {
		s.Via = via
	}
	t.children(v, func(c int) bool {
		switch t.rel(c) {
		case language.RelObl, language.RelObj, language.RelIobj, language.RelNmod:
			lemma := t.lemma(c)
			switch {
			case network(t.word(c)):
				s.Via = t.word(c)
			case venueNoun(lemma):
				s.Venue = p.nounPhrase(si, c)
			case lemma == "reporter" || lemma == "journalist" || lemma == "newsman" || lemma == "correspondent":
				if s.Venue == "" {
					s.Venue = "remarks to " + t.word(c)
				}
			case c != subj && s.Via == "" && (t.lemma(v) == "tell" || t.caseOf(c) == "on") && channel(p.nounPhrase(si, c)):
				s.Via = p.nounPhrase(si, c)
			}
		}
		return true
	})
	return []Speaker{s}, s.Name != "" || s.Office != "" || s.Country != "" || s.Via != ""
}

// venueNoun names where things are said.
func venueNoun(lemma string) bool {
	switch lemma {
	case "briefing", "conference", "interview", "statement", "speech", "address", "communique", "readout", "message", "letter", "article", "presser", "post":
		return true
	}
	return false
}

// network names the networks on which governments write.
func network(word string) bool {
	switch word {
	case "X", "Twitter", "Telegram", "Facebook", "Weibo", "WeChat", "Instagram", "YouTube", "Truth":
		return true
	}
	return false
}

// channel tells whether a phrase names an agency, a paper, a broadcaster or a
// mission through which words reach the page.
func channel(phrase string) bool {
	for _, w := range strings.Fields(strings.ToLower(phrase)) {
		switch w {
		case "agency", "newspaper", "embassy", "television", "tv", "radio", "media", "daily", "paper", "channel", "broadcaster", "news", "network", "weekly", "magazine", "website", "press", "times", "post", "journal", "telegraph", "gazette", "herald", "consulate", "mission",
			"tass", "reuters", "xinhua", "afp", "ap", "kyodo", "yonhap", "anadolu", "interfax", "ria", "dpa", "ansa", "efe", "pti", "ani", "irna", "isna", "kcna", "bernama", "antara", "ukrinform", "tanjug", "belta", "agerpres", "bloomberg", "bbc", "cnn", "nhk", "aljazeera", "jazeera", "spiegel", "monde", "figaro", "guardian", "zeitung", "asharq", "axios", "politico", "nikkei", "sputnik", "wam", "spa", "upi":
			return true
		}
	}
	return false
}

// speakerNoun describes the noun that speaks: a person, an office, or a
// channel such as an agency or an embassy.
func (p *page) speakerNoun(si, i int) Speaker {
	t := p.tree(si)
	phrase := p.nounPhrase(si, i)
	m := p.mention(si, i)
	if (m == nil || m.kind != mPerson && m.kind != mOffice) && channel(phrase) {
		if mission(phrase) {
			s := Speaker{Office: phrase}
			for _, c := range p.modifierStates(si, i) {
				s.Country = c
				break
			}
			return s
		}
		return Speaker{Via: phrase}
	}
	if as := p.single(si, i, nil); len(as) == 1 {
		s := p.speaker(as[0])
		if s.Name == "" && s.Office == "" && (m == nil || m.kind == mSeat) {
			s.Office = phrase
		}
		return s
	}
	if t.upos(i) == language.PRON || t.upos(i) == language.DET {
		return Speaker{}
	}
	s := Speaker{Office: phrase}
	for _, c := range p.modifierStates(si, i) {
		s.Country = c
		break
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
			switch rel := t.rel(g); {
			case venueNoun(t.lemma(g)): // "during a briefing, reported by the embassy"
			case rel == language.RelOblAgent:
				noun = g
			case noun < 0 && (rel == language.RelObl || rel == language.RelObj):
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
	if t.isVerb(c) && t.lemma(c) == "report" && s.Via == "" && s.Name == "" && !mission(s.Office) {
		s.Via, s.Office, s.Country = s.Office, "", ""
	}
	return []Speaker{s}
}

// quoted tells whether a sentence stands wholly within quotation marks.
func (p *page) quoted(si int) bool {
	return si < len(p.quote) && p.quote[si]
}

// speaksOfItself tells whether a sentence says "we" or "I": its words are
// somebody's, quotation marks or not.
func (p *page) speaksOfItself(si int) bool {
	t := p.tree(si)
	for i := range t.s.Tokens {
		switch t.word(i) {
		case "We", "we", "I", "our", "Our", "us":
			return t.upos(i) == language.PRON
		}
	}
	return false
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
	if a, ok := p.interviewed(); ok {
		return a, true
	}
	if a, ok := p.labelled(si); ok {
		return a, true
	}
	a, _, _, ok := p.saidNear(si)
	return a, ok
}

// saidNear finds the speaker of a sentence and the sentence and the verb by
// which its words are given to him.
func (p *page) saidNear(si int) (who actor, sent, verb int, ok bool) {
	for d := 0; d <= 3; d++ {
		for _, k := range []int{si + d, si - d} {
			if k < 0 || k >= len(p.sents) {
				continue
			}
			if a, v, ok := p.saidBy(k); ok {
				return a, k, v, true
			}
		}
	}
	return actor{}, 0, 0, false
}

// saidLinks gives the links of a verb of saying, a spokesman without a name
// included.
func (p *page) saidLinks(k, v int) []Speaker {
	s, ok := p.speakerAt(k, v)
	if !ok || s[0].Name == "" && s[0].Country == "" {
		if a, _, ok := p.saidBy(k); ok {
			s = []Speaker{p.speaker(a)}
		}
	}
	p.completeLast(k, s)
	return s
}

// saidBy gives who says what a sentence tells, and the verb of saying.
func (p *page) saidBy(k int) (actor, int, bool) {
	if p.inSaidBy {
		return actor{}, -1, false
	}
	p.inSaidBy = true
	defer func() { p.inSaidBy = false }()
	t := p.tree(k)
	for v := range t.s.Tokens {
		if t.upos(v) != language.VERB || !speech(t.lemma(v)) && t.lemma(v) != "note" {
			continue
		}
		subj, passive := t.subject(v)
		if subj < 0 || passive && t.lemma(v) != "quote" {
			continue
		}
		if as := p.single(k, subj, nil); len(as) == 1 && as[0].code != "" {
			return as[0], v, true
		}
		if lexicon.Group(t.lemma(subj)) == lexicon.Officials || t.lemma(subj) == "diplomat" {
			for i := len(p.said) - 1; i >= 0; i-- {
				if s := p.said[i]; s.sent <= k {
					return p.personActor(s.person, subj), v, true
				}
			}
		}
	}
	return actor{}, -1, false
}
