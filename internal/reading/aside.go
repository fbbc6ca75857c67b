package reading

import "github.com/chancery-project/chancery/internal/language"

// A short name in brackets behind the long one, "the Gulf Cooperation Council
// (GCC) states", and a first name in them, "Prime Minister (Brian) Mulroney",
// break for the parser the phrase that goes on behind them. So sentences are
// parsed without them. Where the phrase ends with the bracket, it stays: the
// parser knows it from its treebanks.

// aside is such a bracket while its sentence is parsed.
type aside struct {
	sentence *language.Sentence
	at       int16 // index of the opening bracket
	tokens   [asideLen]language.Token
}

const asideLen = 3 // bracket, name, bracket

// parse parses sentences.
func (p *page) parse(sentences ...*language.Sentence) {
	p.asides = p.asides[:0]
	for _, s := range sentences {
		p.asides = takeOut(p.doc, s, p.asides)
	}
	back := p.turnTo("language")
	p.an.Parse(p.doc, sentences...)
	back()
	for k := 0; k < len(p.asides); {
		n := k + 1
		for n < len(p.asides) && p.asides[n].sentence == p.asides[k].sentence {
			n++
		}
		putBack(p.doc, p.asides[k:n])
		k = n
	}
}

// takeOut takes the asides of a sentence out of its tokens and appends them to
// out.
func takeOut(doc *language.Document, s *language.Sentence, out []aside) []aside {
	if s.Parsed {
		return out
	}
	w := 0
	for i := 0; i < len(s.Tokens); i++ {
		if i > 0 && i+asideLen < len(s.Tokens) && doc.Word(&s.Tokens[i]) == "(" && doc.Word(&s.Tokens[i+2]) == ")" &&
			named(doc.Word(&s.Tokens[i+1])) && named(doc.Word(&s.Tokens[i-1])) && !endsPhrase(doc.Word(&s.Tokens[i+asideLen])) {
			out = append(out, aside{s, int16(i), [asideLen]language.Token(s.Tokens[i : i+asideLen])})
			i += asideLen - 1
			continue
		}
		s.Tokens[w] = s.Tokens[i]
		w++
	}
	s.Tokens = s.Tokens[:w]
	return out
}

// named tells a word of more than one letter that begins with a capital one.
func named(w string) bool { return len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' }

// endsPhrase tells words and marks that do not go on with the phrase before
// them.
func endsPhrase(w string) bool {
	switch w {
	case "in", "on", "at", "of", "to", "for", "by", "from", "with", "as", "over", "under", "after", "before", "during", "since", "until", "against", "about", "into",
		"and", "or", "but", "that", "which", "who", "whose", "where", "when", "while", "if", "because",
		"is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "not":
		return true
	}
	return w[0] < 'A'
}

// putBack puts the asides of one sentence, which is parsed by now, back into
// it: each hangs on the word before it.
func putBack(doc *language.Document, asides []aside) {
	s := asides[0].sentence
	kept := len(s.Tokens)
	s.Tokens = s.Tokens[:kept+asideLen*len(asides)]
	for k := len(asides) - 1; k >= 0; k-- {
		at := int(asides[k].at)
		from := at - asideLen*k // where the words behind it stand now
		copy(s.Tokens[at+asideLen:], s.Tokens[from:kept])
		copy(s.Tokens[at:], asides[k].tokens[:])
		kept = from
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		for k := range asides {
			if t.Head >= asides[k].at {
				t.Head += asideLen
			}
		}
	}
	for _, a := range asides {
		open, name, shut := &s.Tokens[a.at], &s.Tokens[a.at+1], &s.Tokens[a.at+2]
		*name = language.Token{Start: name.Start, End: name.End, Flags: name.Flags, Head: a.at - 1, Rel: language.RelAppos,
			UPOS: language.PROPN, XPOS: language.XPOSNNP, Lemma: doc.Word(name)}
		for _, b := range []*language.Token{open, shut} {
			b.Head, b.Rel, b.UPOS, b.Lemma = a.at+1, language.RelPunct, language.PUNCT, doc.Word(b)
		}
		open.XPOS, shut.XPOS = language.XPOSOpenBracket, language.XPOSCloseBracket
	}
}
