package timex

import "github.com/chancery-project/chancery/internal/language"

// verbs answers what the tokens of a sentence say about tense.
type verbs struct {
	doc *language.Document
	s   *language.Sentence
}

// tokens gives the first and last token that the bytes from start to end
// touch.
func (v *verbs) tokens(start, end int32) (first, last int) {
	tokens := v.s.Tokens
	lo, hi := 0, len(tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; tokens[mid].End <= start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	first, last = lo, lo
	for last+1 < len(tokens) && tokens[last+1].Start < end {
		last++
	}
	return first, last
}

// direction decides whether a weekday, month or day without its year lies in
// the past or is to come.
func (g *grammar) direction(d *draft, e *Expression, v *verbs) Direction {
	switch {
	case d.meaning.which == lastOne || d.meaning.which == pastOne:
		return Past
	case d.meaning.which == nextOne || d.meaning.which == comingOne:
		return Future
	}
	return g.cues(d.from, d.next)
}

// cues looks at the words before, then behind, for what says past or future,
// up to the next clause; the nearest one counts.
func (g *grammar) cues(from, next int) Direction {
	for i := from - 1; i >= 0 && i >= from-14; i-- {
		w := g.at(i)
		if w.is(';') || w.is('"') || w.is('.') && !g.at(i+1).glued && g.at(i+1).upper && i < from-2 {
			break
		}
		if dir := g.cue(i); dir != Unknown {
			return dir
		}
	}
	for i := next; i < len(g.words) && i < next+14; i++ {
		if g.at(i).is(';') {
			break
		}
		if dir := g.cue(i); dir != Unknown {
			return dir
		}
	}
	return Unknown
}

// cue says what one word says of the tense.
func (g *grammar) cue(i int) Direction {
	w := g.at(i)
	if w.class == classPunct || w.class == classNumber {
		return Unknown
	}
	s := g.spelling(i)
	switch s {
	case "will", "ll", "shall", "planned", "scheduled", "due", "expected", "plans", "expects", "hopes", "hoped", "upcoming", "next", "until", "payable", "effective", "deadline", "expire", "expires", "ahead", "set", "tomorrow", "intends", "wants", "slated", "would", "goes", "leaves", "flies", "follows", "starts", "begins", "opens", "travels", "arrives", "hosts", "meets", "visits", "receives", "stays", "returns", "ending", "redeem":
		return Future
	case "was", "were", "had", "did", "said", "met", "held", "told", "made", "came", "went", "took", "gave", "began", "left", "flew", "saw", "rose", "fell", "since", "ago", "been", "last", "spoke", "sent", "won", "lost", "found", "put", "ran", "wrote", "sat", "spent", "paid", "bought", "sold", "became", "led", "kept", "broke", "brought", "drew", "got", "hit", "shut", "stood", "struck", "swore", "yesterday":
		return Past
	}
	if w.class == noClass && len(s) > 4 && s[len(s)-2:] == "ed" && !w.upper {
		return Past
	}
	return Unknown
}
