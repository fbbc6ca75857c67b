package language

// A paragraph of edited news holds a few sentences, each with its stop: there
// the rules are right, and the network would cost more than it gives. So only
// paragraphs are cut again that show one of these signs of other text:
//
//	manySentences or more   the lines of the text were lost: web pages, mail,
//	                        lists and speeches run together
//	no stop                 a sentence beside others ends without one: a
//	                        heading, a signature, a verse
//	".." "!!" "?!"          nobody edited this
//	a title run on          "Great Barber The other reviewer is right."
//
// The first sign was chosen on the development parts of EWT and GUM, and all of
// them together so that they take in about one word of news in two hundred.
const (
	manySentences = 7
	titleReach    = 10 // words of the first sentence in which a title may end
)

// unsure reports whether the rules may have cut the paragraph of the sentences
// from..to wrongly.
func unsure(d *Document, from, to int) bool {
	if d.Sentences[from].Dateline {
		from++
	}
	if to-from >= manySentences {
		return true
	}
	for i := from; i < to; i++ {
		stop := d.stop(&d.Sentences[i])
		if stop == hastyStop || to-from > 1 && (stop == noStop || lowerAt(d.Text, int(d.Sentences[i].Start))) {
			return true
		}
	}
	return from < to && d.titled(&d.Sentences[from])
}

// How a sentence ends.
const (
	plainStop = iota
	noStop    // without a full stop, a question mark or an exclamation mark
	hastyStop // with two or more where one would do
)

// stop tells how a sentence ends, before closing marks.
func (d *Document) stop(s *Sentence) int {
	k := len(s.Tokens) - 1
	for k > 0 {
		switch d.Word(&s.Tokens[k]) {
		case `"`, "'", "''", "”", "’", ")", "]":
			k--
			continue
		}
		break
	}
	w := d.Word(&s.Tokens[k])
	switch w[len(w)-1] {
	case '.':
		if n := len(w); n > 3 && w[0] == '.' || w == ".." {
			return hastyStop
		}
		return plainStop
	case '!', '?':
		if len(w) > 1 {
			return hastyStop
		}
		return plainStop
	}
	return noStop
}

// titled reports whether a sentence seems to begin with a title that has lost
// its line: early in it, a capitalised word that starts sentences follows a
// word. Not in speech, where "I" stands after any word.
func (d *Document) titled(s *Sentence) bool {
	if openers(d.Text, int(s.Start)) > int(s.Start) {
		return false
	}
	for i := 1; i < min(len(s.Tokens), titleReach); i++ {
		t := &s.Tokens[i]
		if t.Flags&(FlagUpper|FlagSpaceBefore) != FlagUpper|FlagSpaceBefore || t.Flags.Has(FlagAllCaps) {
			continue
		}
		before := d.Word(&s.Tokens[i-1])
		if upright(before[len(before)-1]) && !linkers[before] && starters[d.Word(t)] && !counted[d.Word(t)] && i+1 < len(s.Tokens) && lowerAt(d.Text, int(s.Tokens[i+1].Start)) {
			return true
		}
	}
	return false
}

// counted are words of starters that stand after a name as often as before a
// sentence: "Class A shares", "payable May One".
var counted = map[string]bool{"A": true, "One": true, "Two": true, "Three": true, "Today": true}
