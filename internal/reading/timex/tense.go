package timex

import "github.com/chancery-project/chancery/internal/language"

// direction decides whether a weekday, month or day without its year lies in
// the past or is to come: by its own words, by the tense of the governing
// verb where the sentence is parsed, and else by the words around.
func (g *grammar) direction(d *draft, e *Expression, v *sentence) Direction {
	switch {
	case d.meaning.which == lastOne || d.meaning.which == pastOne || e.Relation == Since:
		return Past
	case d.meaning.which == nextOne || d.meaning.which == comingOne:
		return Future
	case d.fiscal || g.at(d.from-1).id == wordEnded && g.at(d.from-1).val == int16(Past):
		return Past
	case d.how == weekdayIn && g.at(d.next).is('\'') && g.at(d.next+1).id == wordS:
		return nearer
	case d.unit == Quarter || d.unit == Half:
		// "will report third-quarter results": the results are to come, not
		// the quarter
		switch dir := g.spoken(d, e, v); dir {
		case Past:
			return LikelyPast
		case Future:
			return LikelyFuture
		default:
			return dir
		}
	}
	return g.spoken(d, e, v)
}

// spoken gives the direction that verbs and adverbs around d give it.
func (g *grammar) spoken(d *draft, e *Expression, v *sentence) Direction {
	if v.s.Parsed {
		switch dir := v.governed(e, d.how == yearless); {
		case dir == Past && d.how == yearless && !g.before(d.from, g.clause(d.from), d.unit).past():
			return LikelyPast // a month is too easily hung on the wrong verb
		case dir != Unknown:
			return dir
		}
	}
	if t := g.tenseOf(d.next); t == pastVerb && d.how == weekdayIn {
		return LikelyPast // "the court Friday rejected"
	}
	if g.at(d.from-1).class == classArticle && d.how == yearless {
		return Unknown // "the December accord": no verb speaks for it
	}
	if a := g.at(d.from - 1); a.id == wordAs && g.at(d.from-3).id == wordAs {
		return LikelyFuture // "as early as Tuesday"
	}
	clause := g.clause(d.from)
	if dir := g.before(d.from, clause, d.unit); dir != Unknown {
		return dir
	}
	if dir := g.behind(d.next); dir != Unknown {
		return dir
	}
	if dir := g.before(clause, d.from-reach, d.unit); dir != Unknown {
		return dir
	}
	if e.Relation == Until || e.Relation == By {
		return LikelyFuture
	}
	if v.s.Parsed {
		return v.above(e)
	}
	return Unknown
}

// reach is how many words away a verb may stand that speaks for a date.
const reach = 14

// clause gives the first word of the clause that the word at from stands in.
func (g *grammar) clause(from int) int {
	for i := from - 1; i >= 0 && i >= from-reach; i-- {
		if w := g.at(i); w.is(';') || w.is('"') || w.is('(') || g.opensClause(i) {
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
				return LikelyFuture
			}
		case will:
			return Future
		case pastVerb:
			if g.willBe(i) {
				return Future // "will be held in May"
			}
			if g.bePresent(i-1) || g.bePresent(i-2) {
				return LikelyFuture // "is heard in May"
			}
			if g.spelling(i-1) == "have" && g.at(i-2).id == wordTo {
				return LikelyFuture // "was to have met"
			}
			if g.at(i-1).id == wordLast || g.at(i+1).id == wordLast {
				return Past // "last met in May", "was last here in May"
			}
			return LikelyPast
		case planning, present, modal:
			return LikelyFuture
		}
	}
	return Unknown
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
		case planning, modal, present:
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
	if w.class != noClass {
		return noTense
	}
	switch s {
	case "will", "ll", "shall":
		return will
	case "would", "could", "may", "might", "must", "should", "can":
		return modal
	case "planned", "scheduled", "due", "expected", "planning", "plans", "expects", "hopes", "intends", "wants", "slated",
		"payable", "effective", "deadline", "expire", "expires", "postponed", "invited", "until", "redeem", "proposed", "preparing", "prepares", "rescheduled", "likely", "discussion", "consideration", "preparation":
		return planning
	case "goes", "leaves", "flies", "follows", "starts", "begins", "opens", "travels", "arrives", "hosts", "meets", "visits", "receives", "stays",
		"returns", "ends", "takes", "heads", "lands", "continues", "resumes", "ending", "beginning", "starting", "gather", "gathers", "lasts", "runs", "comes", "departs", "joins", "addresses", "speaks", "sits", "falls", "decide", "decides", "convenes":
		return present
	case "was", "were", "had", "did", "said", "met", "held", "told", "made", "came", "went", "took", "gave", "began", "left", "flew",
		"saw", "rose", "fell", "been", "spoke", "sent", "won", "lost", "found", "put", "ran", "wrote", "sat", "spent", "paid", "bought", "sold",
		"became", "led", "kept", "broke", "brought", "drew", "got", "stood", "struck", "shot", "built", "felt", "grew", "heard", "knew", "read",
		"sought", "taken", "taught", "thought", "threw", "understood", "wore", "withdrew", "chose", "drove", "fought", "rode", "slept", "swept", "caught", "has", "have":
		return pastVerb
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
			"wanted", "ready", "likely", "supposed", "agreed", "agree", "invited", "invitation", "promise", "wish", "chance", "turn", "pledge", "trip", "asked", "going", "intends", "intended", "slated", "promised", "decided",
			"offered", "pledged", "prepared", "preparing", "about", "continue", "calls", "called", "deadline", "until", "want", "need", "needs", "has", "have":
			return true
		}
	}
	return false
}

// sentence answers what the tokens of a sentence say.
type sentence struct {
	doc *language.Document
	s   *language.Sentence
}

// tokens gives the first and last token that the bytes from start to end
// touch.
func (v *sentence) tokens(start, end int32) (first, last int) {
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

// governed gives the direction of the verb that e hangs on directly. Where e
// hangs on a noun ("the Jan. 14 deadline"), on a verb that tells of a decision
// ("declared a dividend, payable Dec. 7"), or behind "until" and "by", the
// tense says little of the date, and it gives Unknown or a likely direction.
// noYear says that e is a date without its year, and not a weekday.
func (v *sentence) governed(e *Expression, noYear bool) Direction {
	at := v.head(e)
	if at < 0 || !v.predicate(at) {
		return Unknown
	}
	dir, found := v.tense(at)
	switch {
	case !found && noYear && v.s.Tokens[at].XPOS == language.XPOSVB:
		return LikelyFuture // an infinitive: "subpoenaed to testify on Feb. 10"
	case !found:
		return Unknown
	case dir.past() && (e.Relation == Until || e.Relation == By):
		return Unknown
	case dir.past() && noYear && decides(v.s.Tokens[at].Lemma):
		return Unknown
	}
	return dir
}

// above gives the likely direction of the first verb over e, however far.
func (v *sentence) above(e *Expression) Direction {
	at := v.head(e)
	for steps := 0; steps < 6 && at >= 0; steps++ {
		if v.predicate(at) {
			switch dir, _ := v.tense(at); {
			case dir.past():
				return LikelyPast
			case dir.future():
				return LikelyFuture
			}
		}
		at = int(v.s.Tokens[at].Head)
	}
	return Unknown
}

// head gives the token that e hangs on, -1 for none.
func (v *sentence) head(e *Expression) int {
	at := e.First
	for steps := 0; at >= e.First && at <= e.Last && at < len(v.s.Tokens) && steps < len(v.s.Tokens); steps++ {
		at = int(v.s.Tokens[at].Head)
	}
	if at >= len(v.s.Tokens) {
		return -1
	}
	return at
}

// predicate says whether the token at at is a verb or a predicate with "be".
func (v *sentence) predicate(at int) bool {
	t := &v.s.Tokens[at]
	return t.UPOS == language.VERB || t.UPOS == language.AUX || v.copula(at)
}

// decides says whether a verb tells of a decision on what is to come.
func decides(lemma string) bool {
	switch lemma {
	case "decide", "agree", "announce", "declare", "authorize", "extend", "call", "ask", "order", "approve", "vow", "promise", "start", "give", "say", "report":
		return true
	}
	return false
}

// copula says whether the token at is a predicate with "be".
func (v *sentence) copula(at int) bool {
	for i := range v.s.Tokens {
		if t := &v.s.Tokens[i]; int(t.Head) == at && t.Rel == language.RelCop {
			return true
		}
	}
	return false
}

// tense reads the tense of the verb at at from its form and its auxiliaries;
// found is false where the verb above it has to say.
func (v *sentence) tense(at int) (dir Direction, found bool) {
	verb := &v.s.Tokens[at]
	past, marked := false, false
	for i := range v.s.Tokens {
		t := &v.s.Tokens[i]
		if int(t.Head) != at {
			continue
		}
		switch t.Rel {
		case language.RelAux, language.RelAuxPass, language.RelCop:
			switch t.Lemma {
			case "will", "shall":
				return Future, true
			case "would", "could", "may", "might", "must", "should", "can":
				return LikelyFuture, true
			}
			past = past || t.XPOS == language.XPOSVBD || t.Lemma == "have"
		case language.RelMark:
			marked = marked || t.XPOS == language.XPOSTO
		}
	}
	if plans(verb.Lemma) {
		return LikelyFuture, true
	}
	switch {
	case marked: // an infinitive: intention, or the tense of the verb above
		if h := int(verb.Head); h >= 0 && (plans(v.s.Tokens[h].Lemma) || v.s.Tokens[h].Lemma == "be" || v.s.Tokens[h].Lemma == "agree" || v.s.Tokens[h].Lemma == "decide") {
			return LikelyFuture, true
		}
		return Unknown, false
	case past || verb.XPOS == language.XPOSVBD:
		return Past, true
	case verb.XPOS == language.XPOSVBN:
		return LikelyPast, true
	case (verb.XPOS == language.XPOSVBZ || verb.XPOS == language.XPOSVBP) && verb.Lemma != "have":
		return LikelyFuture, true // "arrives on Monday"
	}
	return Unknown, false
}

// plans says whether a verb speaks of what is to come, whatever its tense.
func plans(lemma string) bool {
	switch lemma {
	case "plan", "schedule", "expect", "slate", "set", "intend", "hope", "postpone", "reschedule", "invite", "propose", "prepare", "want", "due":
		return true
	}
	return false
}
