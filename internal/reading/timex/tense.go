package timex

import "strings"

// reach is how many words away a verb may stand that speaks for a date.
const reach = 18

// near is how many words away a verb stands at most of which a month must be.
const near = 12

// clause gives the first word of the clause that the word at from stands in.
func (g *grammar) clause(from int) int {
	for i := from - 1; i >= 0 && i >= from-reach; i-- {
		if w := g.at(i); w.is(';') || w.is('"') || w.is('(') || g.opensClause(i) && i < from-1 { // "before Friday" opens none
			return i
		}
	}
	return max(from-reach, 0)
}

// before looks back from a date for the nearest verb, down to the word stop.
func (g *grammar) before(from, stop int, unit Unit) Direction {
	for i := from - 1; i >= 0 && i >= stop; i-- {
		w := g.at(i)
		if w.is(';') || w.is('"') || w.is('(') {
			break
		}
		if w.class == classPunct || w.class == classNumber {
			continue
		}
		switch t := g.tenseOf(i); t {
		case noTense:
		case infinitive:
			if g.planned(i) || unit >= Month || starts(g.spelling(i+1)) {
				return g.plannedAt(i)
			}
		case will:
			return Future
		case pastVerb:
			if g.willBe(i) {
				return Future // "will be held in May"
			}
			if g.spelling(i-1) == "be" && (g.unable(i-2) || g.unable(i-3)) {
				return LikelyPast
			}
			if g.bePresent(i-1) || g.bePresent(i-2) && adverbial(g.spelling(i-1)) {
				return LikelyFuture // "is heard in May"
			}
			if g.spelling(i-1) == "have" && g.at(i-2).id == wordTo {
				return nearer // "was to have met"
			}
			if g.at(i-1).id == wordLast || g.at(i+1).id == wordLast {
				return Past // "last met in May", "was last here in May"
			}
			return LikelyPast
		case planning:
			if announces(g.spelling(i)) && !g.setsDay(from) && !g.bePresent(i-1) && !g.willBe(i) {
				return LikelyPast // "proposed on Saturday that they meet"
			}
			return g.plannedAt(i)
		case modal:
			if g.unable(i) {
				return LikelyPast // "could not be reached on Tuesday"
			}
			return LikelyFuture
		case present:
			return LikelyFuture
		}
	}
	return Unknown
}

// unable says whether "could" at i tells of what did not happen.
func (g *grammar) unable(i int) bool {
	if g.spelling(i) != "could" {
		return false
	}
	switch g.spelling(i + 1) {
	case "not", "n't":
		return true
	}
	for k := i - 1; k >= 0 && k >= i-10; k-- {
		switch g.spelling(k) {
		case "neither", "Neither", "none", "None", "nobody", "Nobody":
			return true
		}
	}
	return false
}

// announces names the words of planning that are themselves done on a day, in
// the past tense: the day of "proposed on Saturday" is that of the proposal,
// that of "proposed for Saturday" is not.
func announces(s string) bool {
	switch s {
	case "proposed", "postponed", "invited", "rescheduled":
		return true
	}
	return false
}

// setsDay says whether the word before the date at from makes it the day that
// is planned: "for", "until", "to".
func (g *grammar) setsDay(from int) bool {
	w := g.at(from - 1)
	return w.class == classPreposition && (w.val == int16(For) || w.val == int16(Until) || w.val == int16(By) || w.val == int16(Before))
}

// adverbial names words that stand between "is" and a participle.
func adverbial(s string) bool {
	switch s {
	case "being", "to", "not", "also", "now", "still", "due", "then", "be":
		return true
	}
	return strings.HasSuffix(s, "ly")
}

// willBe says whether "will" governs the verb at i: "will be held", "will have
// met".
func (g *grammar) willBe(i int) bool {
	for k := i - 1; k >= i-4; k-- {
		switch g.spelling(k) {
		case "will", "ll", "shall":
			return true
		case "be", "have", "been", "also", "not", "then", "only", "probably":
		default:
			return false
		}
	}
	return false
}

// bePresent says whether the word at i is "is", "are" or "be".
func (g *grammar) bePresent(i int) bool {
	s := g.spelling(i)
	return s == "is" || s == "are" || s == "be"
}

// behind looks ahead from a date for a verb, when none stands before it.
func (g *grammar) behind(next int) Direction {
	for i := next; i < len(g.words) && i < next+reach; i++ {
		if w := g.at(i); w.is(';') || w.is('(') || w.is(')') || w.is('"') || w.is('\'') && g.isGlued(i+1, '\'') || g.opensClause(i) {
			break
		}
		switch g.tenseOf(i) {
		case will:
			return Future
		case pastVerb:
			return LikelyPast
		case planning:
			if announces(g.spelling(i)) && !g.bePresent(i-1) {
				return LikelyPast // "the board on Saturday postponed a decision"
			}
			return LikelyFuture
		case modal, present:
			return LikelyFuture
		}
	}
	return Unknown
}

// opensClause says whether the word at i begins a clause of its own tense.
func (g *grammar) opensClause(i int) bool {
	switch g.spelling(i) {
	case "that", "which", "who", "whom", "when", "where", "because", "although", "if", "but", "whose", "while", "after", "as", "before":
		return true
	}
	return false
}

// tense is what one word says of the time of its clause.
type tense uint8

const (
	noTense tense = iota
	will
	modal      // "could", "must"
	infinitive // the "to" before a verb
	planning   // "planned", "due", "scheduled": what follows is to come
	present    // a verb of movement or ceremony in the present: "flies"
	pastVerb
)

// tenseOf judges the word at i by its spelling.
func (g *grammar) tenseOf(i int) tense {
	w := g.at(i)
	if w.upper && i > 0 {
		return noTense
	}
	s := g.spelling(i)
	if w.id == wordTo && g.at(i+1).class == noClass && !g.at(i+1).upper && g.at(i+1).end > 0 && !noVerb(g.spelling(i+1)) {
		return infinitive
	}
	if s == "upcoming" {
		return planning
	}
	if w.class != noClass {
		return noTense
	}
	switch s {
	case "due":
		if b := g.at(i + 2); g.at(i+1).id == wordTo && (b.class == classArticle || b.class == classWhich || b.upper || noVerb(g.spelling(i+2))) {
			return noTense // "due to the weather"
		}
	case "agreed":
		return pastVerb
	}
	switch s {
	case "will", "ll", "shall":
		return will
	case "would", "could", "may", "might", "must", "should", "can":
		return modal
	case "planned", "scheduled", "due", "expected", "planning", "plans", "expects", "hopes", "intends", "wants", "slated",
		"payable", "effective", "deadline", "expire", "expires", "postponed", "invited", "until", "redeem", "proposed", "preparing", "prepares", "rescheduled", "likely", "forthcoming", "discussion", "consideration", "preparation":
		return planning
	case "goes", "leaves", "flies", "follows", "starts", "begins", "opens", "travels", "arrives", "hosts", "meets", "visits", "receives", "stays",
		"returns", "ends", "closes", "takes", "heads", "lands", "continues", "resumes", "ending", "beginning", "starting", "gather", "gathers", "lasts", "runs", "comes", "departs", "resume", "joins", "addresses", "speaks", "sits", "falls", "decide", "decides", "convenes":
		return present
	case "was", "were", "had", "did", "said", "met", "held", "told", "made", "came", "went", "took", "gave", "began", "left", "flew",
		"saw", "rose", "fell", "been", "spoke", "sent", "won", "lost", "found", "put", "ran", "wrote", "sat", "spent", "paid", "bought", "sold",
		"became", "led", "kept", "broke", "brought", "drew", "got", "stood", "struck", "shot", "built", "felt", "grew", "heard", "knew", "read",
		"sought", "taken", "taught", "thought", "threw", "understood", "wore", "withdrew", "chose", "drove", "fought", "rode", "slept", "swept", "caught", "has", "have":
		return pastVerb
	}
	if strings.HasSuffix(s, "ing") && len(s) > 5 && g.bePresent(i-1) {
		return present // "is visiting on Friday"
	}
	if s == "set" {
		if b := g.at(i + 1); b.id == wordTo || b.class == classPreposition && b.val == int16(For) || g.bePresent(i-1) {
			return planning
		}
		return pastVerb
	}
	if n := len(s); n > 4 && s[n-2:] == "ed" && s[n-3] != 'e' {
		return pastVerb
	}
	return noTense
}

// noVerb says whether a word behind "to" is no verb: "to the", "to his".
func noVerb(s string) bool {
	switch s {
	case "his", "her", "its", "their", "our", "my", "your", "him", "them", "us", "it", "me", "you", "which", "whom", "date", "all", "any", "death", "war", "peace", "power", "court", "trial", "prison", "office", "life", "light", "mind", "work", "school", "business", "market":
		return true
	}
	return false
}

// starts says whether a verb behind "to" tells when something is to begin or
// end: "an offer to expire Thursday".
func starts(s string) bool {
	switch s {
	case "begin", "start", "open", "end", "expire", "close", "resume", "take":
		return true
	}
	return false
}

// planned says whether the infinitive at i is one of intention: "is to
// visit", "agreed to meet", but not "met to discuss".
func (g *grammar) planned(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch g.spelling(k) {
		case "is", "are", "was", "were", "be", "due", "set", "scheduled", "expected", "planned", "planning", "plan", "plans", "hopes", "hoped", "hope", "wants",
			"wanted", "ready", "likely", "unlikely", "supposed", "agreed", "agree", "invited", "invitation", "promise", "wish", "chance", "turn", "pledge", "trip", "asked", "going", "intends", "intended", "slated", "promised", "decided",
			"offered", "pledged", "prepared", "preparing", "about", "continue", "calls", "called", "deadline", "until", "want", "need", "needs", "has", "have":
			return true
		}
	}
	return false
}
