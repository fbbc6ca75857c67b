package gazetteer

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// Match appends the names in a sentence to dst: leftmost first, the longest at
// each place, without overlaps; a name that an article opens gives way to a
// longer one behind the article. A name matches where its capitals do, or where
// the text is all capitals, as headlines of old wires are. Where dst has room
// and no token holds several names, it allocates nothing.
func (g *Gazetteer) Match(doc *language.Document, s *language.Sentence, dst []Match) []Match {
	scratch := g.scratch.Get().(*[]word)
	words := (*scratch)[:0]
	adjoins := false // the next word follows a hyphen without white space
	for i := range s.Tokens {
		t := &s.Tokens[i]
		text := doc.Text[t.Start:t.End]
		if isHyphen(text) {
			adjoins = i > 0 && s.Tokens[i-1].End == t.Start && i+1 < len(s.Tokens) && s.Tokens[i+1].Start == t.End
			if !adjoins {
				words = append(words, word{tok: int32(i), shape: first | last}) // a dash parts names
			}
			continue
		}
		var extra shape
		if adjoins {
			extra, adjoins = joined, false
		}
		if t.Flags&language.FlagPossiblePossessive != 0 {
			extra |= possible
		}
		if h, sh, end := scan(text, 0); end == len(text) {
			words = append(words, word{h, int32(i), sh | first | last | extra})
		} else {
			words = appendWords(words, text, int32(i), extra)
		}
	}
	shouting := headline(words)
	for i := 0; i < len(words); {
		i, dst = g.match(doc, s, words, i, shouting, dst)
	}
	*scratch = words
	g.scratch.Put(scratch)
	return dst
}

// headline reports whether the words are a line in capitals: at least three
// words and no lower-case letter. There "WHO" is rather the pronoun.
func headline(words []word) bool {
	n := 0
	for _, w := range words {
		if w.shape&allCaps == 0 {
			return false
		}
		if w.hash != 0 {
			n++
		}
	}
	return n >= 3
}

// match tries the names that start at words[i]. It gives the place to go on
// from.
func (g *Gazetteer) match(doc *language.Document, s *language.Sentence, words []word, i int, shouting bool, dst []Match) (int, []Match) {
	w := &words[i]
	if w.hash == 0 || w.shape&first == 0 {
		return i + 1, dst
	}
	senses, end := g.trie.longest(words, i)
	if senses != nil && i+1 < len(words) && words[i+1].hash != 0 && strings.EqualFold(doc.Word(&s.Tokens[w.tok]), "the") { // "the Gulf" in "the Gulf Cooperation Council"
		if _, longer := g.trie.longest(words, i+1); longer > end {
			return i + 1, dst
		}
	}
	if end <= i+1 && i+1 < len(words) && words[i+1].shape&joined != 0 && w.shape&(capital|last) == capital|last {
		if prefix, ok := g.prefixes[w.hash]; ok {
			senses, end = prefix, i+1
		}
	}
	if senses != nil && !(shouting && end == i+1 && pronouns[w.hash]) {
		return end, append(dst, Match{From: int(w.tok), To: int(words[end-1].tok) + 1, Senses: senses})
	}
	if w.shape&last == 0 {
		return g.matchWithin(words, i, dst)
	}
	if w.shape&capital == 0 {
		return i + 1, dst
	}
	if w.shape&possible != 0 {
		return g.matchPossessive(doc, s, words, i, dst)
	}
	return i + 1, dst
}

// longest gives the senses of the longest name that starts at words[i] and
// ends where a token ends, and the index behind its last word.
func (t *trie) longest(words []word, i int) (senses []Sense, end int) {
	if words[i].shape&capital != 0 {
		if !hasBit(t.roots, words[i].hash) {
			return nil, 0
		}
	} else if !hasBit(t.low, words[i].hash) {
		return nil, 0
	}
	var n uint32
	var upper, all uint16
	for j := i; j < len(words) && j-i < 16; j++ {
		w := &words[j]
		if w.hash == 0 {
			break
		}
		if n = t.child(n, w.hash); n == 0 {
			break
		}
		bit := uint16(1) << (j - i)
		if w.shape&capital != 0 {
			upper |= bit
		}
		if w.shape&(allCaps|inner) != 0 {
			all |= bit
		}
		if w.shape&last == 0 {
			continue
		}
		if s := t.at(n, upper, all); s != nil {
			senses, end = s, j+1
		}
	}
	return senses, end
}

// matchWithin looks at the parts of one token with hyphens that is no name as
// a whole: "India-Russia", "US-led", "pro-Russian".
func (g *Gazetteer) matchWithin(words []word, i int, dst []Match) (int, []Match) {
	end := i + 1
	for words[end-1].shape&last == 0 {
		end++
	}
	var found []Sense
	n := 0
	for j := i; j < end; j++ {
		var senses []Sense
		if words[j].hash != 0 && words[j].shape&capital != 0 {
			part := words[j]
			part.shape |= first | last
			one := [1]word{part}
			if j+1 < end {
				senses = g.prefixes[part.hash]
			}
			if senses == nil {
				senses, _ = g.trie.longest(one[:], 0)
			}
		}
		if len(senses) == 0 {
			continue
		}
		switch n++; n {
		case 1:
			found = senses
		case 2:
			found = []Sense{found[0], senses[0]}
		default:
			found = append(found, senses[0])
		}
	}
	if n == 0 {
		return end, dst
	}
	tok := int(words[i].tok)
	return end, append(dst, Match{From: tok, To: tok + 1, Senses: found, Compound: n > 1, Within: n < end-i})
}

// matchPossessive tries a word without its last s: "Modis" for "Modi's". Only
// states, organisations and people are taken: a city called Sale is no reason
// to see it in "Sales".
func (g *Gazetteer) matchPossessive(doc *language.Document, s *language.Sentence, words []word, i int, dst []Match) (int, []Match) {
	t := &s.Tokens[words[i].tok]
	text := doc.Text[t.Start:t.End]
	if len(text) < 4 || text[len(text)-1] != 's' && text[len(text)-1] != 'S' {
		return i + 1, dst
	}
	h, sh, end := scan(text[:len(text)-1], 0)
	if end != len(text)-1 {
		return i + 1, dst
	}
	one := [1]word{{h, words[i].tok, sh | first | last}}
	if senses, _ := g.trie.longest(one[:], 0); senses != nil {
		switch senses[0].Kind {
		case KindCountry, KindOrganisation, KindPerson, KindSurname:
			dst = append(dst, Match{From: int(words[i].tok), To: int(words[i].tok) + 1, Senses: senses})
		}
	}
	return i + 1, dst
}

// pronouns are abbreviations that in a line of capitals are rather a word.
var pronouns = func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, w := range []string{"who", "is", "as", "at", "it", "in", "am", "an", "al", "can", "eco", "med", "aid", "car", "basic", "quad", "isa", "ida", "nam", "arc", "no", "pa"} {
		m[hashOf(w)] = true
	}
	return m
}()
