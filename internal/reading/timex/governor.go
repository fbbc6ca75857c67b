package timex

import "github.com/chancery-project/chancery/internal/language"

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
	own := e.Relation != For && e.Relation != Until && e.Relation != By && e.Relation != Before
	dir, found := v.tense(at, own)
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
			switch dir, _ := v.tense(at, false); {
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
// found is false where the verb above it has to say. own says that the date
// is that of the verb's own deed and not one that it sets: "proposed on
// Saturday", not "proposed for Saturday".
func (v *sentence) tense(at int, own bool) (dir Direction, found bool) {
	verb := &v.s.Tokens[at]
	past, marked, could, negated, passive, had := false, false, false, false, false, false
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
			case "could":
				could = true
			case "would", "may", "might", "must", "should", "can":
				return LikelyFuture, true
			}
			past = past || t.XPOS == language.XPOSVBD || t.Lemma == "have"
			had = had || t.XPOS == language.XPOSVBD && t.Lemma == "have"
			passive = passive || t.Lemma == "be"
		case language.RelMark:
			marked = marked || t.XPOS == language.XPOSTO
		case language.RelAdvmod:
			negated = negated || t.Lemma == "not" || t.Lemma == "n't"
		}
	}
	switch {
	case could && negated: // "could not be reached on Tuesday"
		return LikelyPast, true
	case could:
		return LikelyFuture, true
	case plans(verb.Lemma) && had && passive:
		return nearer, true // "had been expected on Friday"
	case plans(verb.Lemma) && !passive && (past || verb.XPOS == language.XPOSVBD) && own && announcing(verb.Lemma):
		return Past, true // "proposed on Saturday that they meet"
	case plans(verb.Lemma):
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

// announcing names the verbs of planning that are themselves done on a day.
func announcing(lemma string) bool {
	switch lemma {
	case "propose", "postpone", "reschedule", "invite", "set":
		return true
	}
	return false
}
