package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// modality tells how far the engagement at token i has come, by the tense of
// its clause and by the words that govern it, from the inside out: own
// auxiliaries, light verb, then verbs of planning, proposing, cancelling. It
// also gives the strongest governing word, whether the engagement is denied,
// and whether it is told in the present.
func (p *page) modality(si, i int) (status Status, says lexicon.Says, denied, present bool) {
	t := p.tree(si)
	status = Held
	at := i
	if !t.isVerb(i) {
		status, says, denied, present = p.nounModality(si, i)
		if status == Held && p.lookedBack(si, i) {
			return Held, says, denied, false
		}
		if p.topic(t, i) {
			return Held, says, true, false
		}
		h := t.head(i)
		if v := t.followed(i); v >= 0 && status == Held {
			own, neg, _ := p.tense(t, v)
			st, sy, dn := p.climb(t, v, own, says)
			return st, sy, denied || dn || neg, false
		}
		if t.child(i, language.RelCop) >= 0 { // "this will be his first visit", "it was a meeting"
			own, neg, now := p.tense(t, i)
			if status == Held {
				status = own
			}
			present = now
			denied = denied || neg
			if h < 0 {
				return
			}
			st, sy, dn := p.climb(t, i, status, says)
			return st, sy, denied || dn, present
		}
		if h < 0 {
			return
		}
		// climb to the verb that carries the noun
		for n := 0; n < 6 && h >= 0 && !t.isVerb(h); n++ {
			if g := lexicon.Predicate(t.lemma(h)); t.lemma(h) == "invitation" && convened(t.lemma(i)) {
				status, says = Planned, lexicon.SaysPlan // it takes place whoever comes
			} else if g != lexicon.SaysNothing && t.upos(h) != language.PROPN {
				status, says = apply(status, says, g, status)
				denied = denied || g == lexicon.SaysDeny && strings.HasSuffix(t.lemma(h), "hood") || g == lexicon.SaysDeny && strings.HasSuffix(t.lemma(h), "ity") // "the improbability of a meeting"
			}
			if s := t.child(h, language.RelCop); s >= 0 { // "the meeting is possible"
				if subj := t.child(h, language.RelNsubj); subj >= 0 && t.rel(h) != language.RelNsubj && t.head(at) == h && at != subj && t.caseOf(at) == "for" {
					g := lexicon.Predicate(t.lemma(subj))
					if t.lemma(subj) == "work" {
						g = lexicon.SaysPlan
					}
					if g != lexicon.SaysNothing { // "preparations are under way for a visit"
						status, says = apply(status, says, g, status)
					}
				}
				break
			}
			at, h = h, t.head(h)
		}
		if h < 0 {
			return
		}
		if says == lexicon.SaysPostpone || says == lexicon.SaysCancel {
			return
		}
		planned := status == Planned && says == lexicon.SaysPlan
		own, neg, now := p.tense(t, h)
		if own == Held && !neg && status == Held && finished(t, i) {
			return Held, says, denied, false
		}
		g := p.governing(t, h)
		rel := t.rel(at)
		if rel == language.RelNsubj && t.isVerb(h) && !t.passive(h) && (g == lexicon.SaysPlan || g == lexicon.SaysPropose || g == lexicon.SaysDeny) && !waits(t.lemma(h)) {
			g = lexicon.SaysHeld // "the talks confirmed", "the summit agreed": what they did, not what was done to them
		}
		direct := rel == language.RelObj || rel == language.RelNsubjPass || rel == language.RelNsubj || rel == language.RelConj || rel == language.RelObl && g == lexicon.SaysCancel && t.caseOf(at) != "on" && t.caseOf(at) != "during"
		if direct && (g == lexicon.SaysPostpone || g == lexicon.SaysCancel) && own != Proposed {
			status, says = apply(own, says, g, own)
		} else if status == Held || status == Planned && own != Held {
			switch {
			case direct && g != lexicon.SaysNothing:
				status, says = apply(own, says, g, own)
				present = now
			case rel == language.RelObl && t.caseOf(at) == "for" && (g == lexicon.SaysPropose || g == lexicon.SaysPlan && t.child(h, language.RelObj, language.RelNsubjPass) >= 0): // "asked for a meeting", "set a date for the visit"
				status, says = apply(status, says, g, own)
				if neg {
					status, neg = Proposed, false // "no date was set"
				}
			case (rel == language.RelObl || rel == language.RelNmod) && strives(t.lemma(h), t.caseOf(at)):
				status, says = apply(status, says, lexicon.SaysPlan, own)
			case rel == language.RelObl && t.lemma(h) == "look" && t.childLemma(h, language.RelAdvmod, "forward"): // "looks forward to a meeting"
				status, says = apply(status, says, lexicon.SaysPlan, own)
			case direct || rel == language.RelObl || rel == language.RelNmod || rel == language.RelXcomp:
				if status == Held && !(own == Proposed && !direct) { // "could not last, he said at the summit"
					status = own
				}
				present = now
			}
		}
		if rel == language.RelNsubj && own == Held && status == Planned && t.tok(h).XPOS == language.XPOSVBD && occurs(t.lemma(h)) {
			status, says = Held, lexicon.SaysHeld // "the long-planned meeting took place"
		}
		if direct && own == Planned && status == Planned && wished(t.lemma(h)) && t.childLemma(h, language.RelAux, "would") {
			status, says = Proposed, lexicon.SaysPropose
		}
		if rel == language.RelNsubj && (p.imagined(t, i, h) || p.looksUnlikely(t, h)) {
			denied = true
		}
		if neg && direct {
			if says == lexicon.SaysCancel || g == lexicon.SaysDeny || g == lexicon.SaysCancel {
				status = Planned // "did not cancel"
			} else if planned && rel == language.RelNsubj && (own == Planned || occurs(t.lemma(h)) || comesOff(t, h)) {
				status, says = Cancelled, lexicon.SaysCancel // "the meeting planned for Friday will not take place"
			} else {
				denied = true
			}
		}
		if g == lexicon.SaysDeny && (direct || rel == language.RelObl && coldWater(t, h)) {
			denied = true
		}
		if rel == language.RelParataxis && status == Held && t.child(at, language.RelNsubj) < 0 && t.child(at, language.RelNmodPoss) >= 0 {
			status = own // "will see him on Friday, their third encounter"
		}
		if rel == language.RelObl && (status == Held && p.committed(t, t.caseOf(at), h) || (own != Held || t.tok(h).XPOS == language.XPOSVB) && calledBefore(t, at)) {
			return Held, says, denied, false
		}
		at = h
	} else {
		var neg bool
		status, neg, present = p.tense(t, i)
		denied = neg
		if status == Held && p.beforeLeaving(t, i) {
			status = Planned
		}
		if status == Held && t.forWhom(i) >= 0 {
			if status, says, denied = p.meantFor(t, i); status == Cancelled {
				return status, says, denied, false
			}
		}
		if contrary(t, i) || hangsOn(t, i, contrary) {
			return Held, says, true, false
		}
		if status == Planned && noLonger(t, i) { // "would no longer travel to"
			return Cancelled, lexicon.SaysCancel, false, false
		}
	}
	st, sy, dn := p.climb(t, at, status, says)
	if st == Planned && conditional(t, at) {
		st = Proposed
	}
	if st == Proposed && !dn && p.readyFor(si, i) {
		return Planned, lexicon.SaysPlan, denied, present
	}
	return st, sy, denied || dn, present
}

// readyFor tells "is ready to make the visit" of a visit to which somebody has
// just been invited.
func (p *page) readyFor(si, noun int) bool {
	t := p.tree(si)
	v := t.head(noun)
	if v < 0 || t.rel(noun) != language.RelObj || t.rel(v) != language.RelXcomp || !t.childLemma(noun, language.RelDet, "the", "this", "that") {
		return false
	}
	switch t.lemma(t.head(v)) {
	case "ready", "willing", "happy", "glad", "pleased", "prepared":
		return p.toldBefore(si, noun, 1, func(e *event) bool { return e.kind == Invitation && e.status == Held }) != nil
	}
	return false
}

// oneAmong gives the "one" of "one of the first premiers" for the premiers; else
// the noun itself.
func (t *tree) oneAmong(noun int) int {
	if h := t.head(noun); t.rel(noun) == language.RelNmod && t.caseOf(noun) == "of" && h >= 0 && t.lemma(h) == "one" {
		return h
	}
	return noun
}

// willBe tells a noun that somebody will be: "will be the first premier", "will
// be one of the first premiers".
func (t *tree) willBe(noun int) bool {
	noun = t.oneAmong(noun)
	return t.child(noun, language.RelCop) >= 0 && t.childLemma(noun, language.RelAux, "will")
}

// oneOf gives whom a sentence counts among those of a noun: "Modi was among the
// first leaders", "Modi will be one of the leaders", "Modi, one of the leaders";
// -1 where it does not.
func (t *tree) oneOf(noun int) int {
	at := t.oneAmong(noun)
	switch {
	case t.lemma(at) != "one" && t.caseOf(noun) != "among":
		return -1
	case t.rel(at) == language.RelAppos:
		return t.head(at)
	case t.child(at, language.RelCop) < 0:
		return -1
	}
	return t.child(at, language.RelNsubj)
}

// finished tells "announced the conclusion of the talks": who announces it does
// not announce the talks.
func finished(t *tree, noun int) bool {
	if h := t.head(noun); h >= 0 && t.rel(noun) == language.RelNmod && t.caseOf(noun) == "of" {
		noun = h
	}
	return t.lemma(noun) == "conclusion" || t.lemma(noun) == "completion"
}

// convened names gatherings that do not hang on who takes up an invitation.
func convened(lemma string) bool {
	switch lemma {
	case "summit", "conference", "forum", "congress", "assembly":
		return true
	}
	return false
}

// underWayTo names verbs that tell a start, not a stay, where they tell what is
// going on.
func underWayTo(lemma string) bool {
	switch lemma {
	case "go", "head", "fly", "depart":
		return true
	}
	return false
}

// opened tells talks that have begun.
func opened(t *tree, noun int) bool {
	h := t.head(noun)
	if t.rel(noun) != language.RelObj || h < 0 || t.tok(h).XPOS != language.XPOSVBD {
		return false
	}
	switch t.lemma(h) {
	case "open", "begin", "start", "hold", "resume", "continue", "have":
		return true
	}
	return false
}

// subjectMatter tells "talks expected to focus on arms": what they will be about.
func subjectMatter(t *tree, v int) bool {
	x := t.child(v, language.RelXcomp)
	if x < 0 {
		return false
	}
	switch t.lemma(x) {
	case "focus", "centre", "center", "cover", "include", "touch", "deal", "address", "dwell", "concentrate", "range":
		return true
	}
	return false
}

// strives names what is done for the sake of an engagement to come: "are working
// on an early visit", "is preparing for a string of visits".
func strives(lemma, preposition string) bool {
	switch lemma {
	case "work":
		return preposition == "on" || preposition == "toward" || preposition == "towards"
	case "prepare", "gear", "brace":
		return preposition == "for"
	}
	return false
}

// meantFor says how far a thing has come that somebody is to do: "plans are under
// way for X to visit", "has called for X to come". "It is time for X to come"
// says nothing of that.
func (p *page) meantFor(t *tree, v int) (Status, lexicon.Says, bool) {
	for n, h := 0, t.head(v); n < 3 && h >= 0; n, h = n+1, t.head(h) {
		words := []int{h, t.child(h, language.RelNsubj, language.RelNsubjPass), t.child(h, language.RelObj)}
		for _, w := range words {
			if w < 0 {
				continue
			}
			if l := t.lemma(w); l == "date" || l == "groundwork" || l == "schedule" {
				return Planned, lexicon.SaysPlan, t.childLemma(w, language.RelDet, "no")
			}
			g := lexicon.Predicate(t.lemma(w))
			if w == h {
				g = p.governing(t, h)
			}
			if over := t.head(w); g == lexicon.SaysPlan && over >= 0 && t.rel(w) == language.RelNsubj && p.governing(t, over) == lexicon.SaysCancel { // "a plan for X to come fell through"
				return Cancelled, lexicon.SaysCancel, false
			}
			if g == lexicon.SaysPlan || g == lexicon.SaysPropose {
				status, says := apply(Held, lexicon.SaysNothing, g, Held)
				return status, says, t.childLemma(w, language.RelDet, "no")
			}
		}
	}
	return Held, lexicon.SaysNothing, true
}

// beforeLeaving tells whether a verb says what somebody will do next, as the
// clause behind it has it: "before flying to London, where he is to meet X".
func (p *page) beforeLeaving(t *tree, v int) bool {
	if t.tok(v).XPOS != language.XPOSVBG || t.rel(v) != language.RelAdvcl || !t.childLemma(v, language.RelMark, "before", "ahead") {
		return false
	}
	for k := v + 1; k < len(t.s.Tokens) && k < v+14; k++ {
		if t.word(k) == "where" && t.within(k, v) {
			next := t.head(k)
			st, neg, _ := p.tense(t, next)
			return st == Planned && !neg
		}
	}
	return false
}

// contrary tells a condition that was not met: "if he had gone to Oslo, they
// might have signed", "had he come earlier, she would have received him".
func contrary(t *tree, v int) bool {
	if t.rel(v) != language.RelAdvcl || t.tok(v).XPOS != language.XPOSVBN {
		return false
	}
	had, subj := -1, t.child(v, language.RelNsubj, language.RelNsubjPass)
	t.children(v, func(c int) bool {
		if t.rel(c) == language.RelAux && strings.EqualFold(t.word(c), "had") {
			had = c
		}
		return had < 0
	})
	switch h := t.head(v); {
	case had < 0:
		return false
	case !t.childLemma(h, language.RelAux, "would", "could", "might", "should"):
		return false
	default:
		return had < subj || t.childLemma(v, language.RelMark, "if", "If", "unless")
	}
}

// conditional tells what depends on an "if": "if the truce holds, they will
// meet".
func conditional(t *tree, v int) bool {
	return hangsOn(t, v, func(t *tree, c int) bool {
		return t.rel(c) == language.RelAdvcl && t.childLemma(c, language.RelMark, "if", "If", "unless", "Unless", "provided")
	})
}

// hangsOn tells whether one of the words that hang on a word is of a kind.
func hangsOn(t *tree, v int, kind func(t *tree, c int) bool) (found bool) {
	t.children(v, func(c int) bool {
		found = kind(t, c)
		return !found
	})
	return found
}

// dueThere tells a place where somebody is due or expected.
func dueThere(t *tree, place int) bool {
	if h := t.head(place); h >= 0 && t.lemma(h) == "due" && t.rel(place) == language.RelObl {
		return true
	}
	return t.child(place, language.RelCop) >= 0 && hangsOn(t, place, func(t *tree, c int) bool {
		return c < place && (t.lemma(c) == "due" || t.lemma(c) == "expected" || t.lemma(c) == "expect")
	})
}

// turnsDown tells a verb whose object is an invitation or offer: "turned down an
// invitation to visit".
func turnsDown(t *tree, v int) bool {
	o := t.child(v, language.RelObj, language.RelNsubjPass)
	return o >= 0 && (t.lemma(o) == "invitation" || t.lemma(o) == "offer")
}

// comesOff tells "went ahead", "materialised".
func comesOff(t *tree, v int) bool {
	switch t.lemma(v) {
	case "go", "come":
		return v+1 < len(t.s.Tokens) && (t.word(v+1) == "ahead" || t.word(v+1) == "off" || t.word(v+1) == "forward")
	case "materialise", "materialize", "proceed":
		return true
	}
	return false
}

// occurs names verbs by which an engagement is said to have taken place.
func occurs(lemma string) bool {
	switch lemma {
	case "take", "happen", "occur", "begin", "open", "start", "end", "last", "conclude", "close":
		return true
	}
	return false
}

// committed tells "agreed to lower tariffs after a meeting", "failed to end the
// row at talks": what somebody has said to do there may lie ahead, or come to
// nothing; the occasion was.
func (p *page) committed(t *tree, preposition string, v int) bool {
	switch preposition {
	case "after", "following", "at", "in", "during", "over":
	default:
		return false
	}
	up := v
	for n := 0; n < 4 && (t.rel(up) == language.RelXcomp || t.rel(up) == language.RelAdvcl && t.tok(up).XPOS == language.XPOSVB); n++ {
		if up = t.head(up); up < 0 {
			return false
		}
	}
	switch t.lemma(up) {
	case "agree", "pledge", "vow", "decide", "promise", "refuse", "fail", "decline", "urge", "propose", "offer", "suggest", "demand", "undertake", "resolve", "manage", "struggle":
	default:
		return false
	}
	return up != v && !t.passive(up) && (t.tok(up).XPOS == language.XPOSVBD || t.childLemma(up, language.RelAux, "have"))
}

// calledBefore tells "announced that he would go to Oslo after a call with X": a
// call is seldom planned, and what follows it is.
func calledBefore(t *tree, noun int) bool {
	switch t.caseOf(noun) {
	case "after", "following", "follow":
	default:
		return false
	}
	switch t.lemma(noun) {
	case "call", "conversation", "phone", "telephone":
		return !t.childLemma(noun, language.RelDet, "any", "each", "every")
	}
	return false
}

// wished names verbs that tell a wish in the conditional: "would welcome a
// meeting".
func wished(lemma string) bool {
	switch lemma {
	case "welcome", "support", "back", "favour", "favor", "prefer", "appreciate", "love":
		return true
	}
	return false
}

// imagined tells "a meeting between the two would help": one of which nobody
// says that it is planned.
func (p *page) imagined(t *tree, i, v int) bool {
	if !t.childLemma(i, language.RelDet, "a", "an", "any", "such") || !t.childLemma(v, language.RelAux, "would", "could", "might") || t.passive(v) {
		return false
	}
	switch t.lemma(v) {
	case "take", "happen", "occur", "come", "follow", "last", "begin", "start", "focus", "cover", "address", "discuss", "mark", "bring", "include", "go":
		return false
	}
	return true
}

// topic tells talks between others that somebody talks about: "discussed the
// war, the negotiations between X and Y and trade".
func (p *page) topic(t *tree, i int) bool {
	switch t.lemma(i) {
	case "negotiation", "talk", "talks", "dialogue", "process":
	default:
		return false
	}
	if !t.childCase(i, "between") {
		return false
	}
	for n, at := 0, i; n < 5 && at >= 0; n++ {
		h := t.head(at)
		if h < 0 {
			return false
		}
		rel, c := t.rel(at), t.caseOf(at)
		switch {
		case t.isVerb(h):
			switch t.lemma(h) {
			case "discuss", "review", "raise", "address", "cover":
				return rel == language.RelObj && !t.passive(h)
			}
			return false
		case rel == language.RelConj, rel == language.RelNmod && (c == "including" || c == "include" || c == "like"):
		default:
			return false
		}
		at = h
	}
	return false
}

// looksUnlikely tells "talks between the two look remote".
func (p *page) looksUnlikely(t *tree, v int) bool {
	switch t.lemma(v) {
	case "look", "seem", "appear", "remain":
		x := t.child(v, language.RelXcomp)
		return x >= 0 && t.upos(x) == language.ADJ && lexicon.Predicate(t.lemma(x)) == lexicon.SaysDeny
	}
	return false
}

// waits names verbs by which an engagement is said to lie ahead.
func waits(lemma string) bool { return lemma == "wait" || lemma == "await" || lemma == "depend" }

// apply says what a governing word makes of a status.
func apply(status Status, says lexicon.Says, g lexicon.Says, tense Status) (Status, lexicon.Says) {
	switch g {
	case lexicon.SaysPlan:
		if status == Proposed {
			return Proposed, g
		}
		return Planned, g
	case lexicon.SaysPropose:
		return Proposed, g
	case lexicon.SaysPostpone:
		return Postponed, g
	case lexicon.SaysCancel:
		return Cancelled, g
	case lexicon.SaysHeld, lexicon.SaysBegin, lexicon.SaysEnd:
		return tense, g
	}
	return status, says
}

// governing looks a verb up with its particle: "call off".
func (p *page) governing(t *tree, v int) lexicon.Says {
	if c := t.child(v, language.RelCompoundPrt); c >= 0 {
		if g := lexicon.Governing(t.lemma(v) + "_" + t.lemma(c)); g != lexicon.SaysNothing {
			return g
		}
	} else if v+1 < len(t.s.Tokens) {
		if g := lexicon.Governing(t.lemma(v) + "_" + t.lemma(v+1)); g != lexicon.SaysNothing {
			return g
		}
	}
	if !t.isVerb(v) {
		return lexicon.Predicate(t.lemma(v))
	}
	if t.lemma(v) == "put" && putOff(t, v) {
		return lexicon.SaysPostpone
	}
	if p.movedTo(t, v) {
		return lexicon.SaysPostpone
	}
	if coldWater(t, v) {
		return lexicon.SaysDeny
	}
	return lexicon.Governing(t.lemma(v))
}

// coldWater tells "poured cold water on a meeting".
func coldWater(t *tree, v int) bool {
	o := t.child(v, language.RelObj)
	return (t.lemma(v) == "pour" || t.lemma(v) == "throw") && o >= 0 && t.lemma(o) == "water"
}

// putOff tells "put his trip on hold", "was put on ice".
func putOff(t *tree, v int) bool {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		switch t.lemma(int(c)) {
		case "hold", "ice", "burner":
			return t.rel(int(c)) == language.RelObl && t.caseOf(int(c)) == "on"
		}
	}
	return false
}

// movedTo tells "pushed his trip back to March 10", "the visit has been moved to
// Friday", "brought forward to May 4".
func (p *page) movedTo(t *tree, v int) bool {
	switch l := t.lemma(v); l {
	case "push", "put", "bring", "move", "shift":
		way := t.childLemma(v, language.RelAdvmod, "back", "forward") || t.childLemma(v, language.RelCompoundPrt, "back", "forward")
		if !way && l != "move" && l != "shift" {
			return false
		}
		for _, k := range p.sents[p.indexOf(t)].times {
			if x := &p.times[k]; x.First > v && t.word(x.First-1) == "to" && t.head(p.timeHead(t, x)) == v {
				return true
			}
		}
	}
	return false
}

// tense tells what the auxiliaries and the form of a verb say: held for the
// past and the present, planned for the future, proposed for may and might.
func (p *page) tense(t *tree, v int) (status Status, negated, present bool) {
	status = Held
	modal, be, been, have := "", false, false, false
	beInf, mark, gladly := false, false, false
	t.children(v, func(c int) bool {
		switch t.rel(c) {
		case language.RelAux, language.RelAuxPass, language.RelCop:
			w := strings.ToLower(t.word(c))
			switch t.lemma(c) {
			case "will", "shall", "'ll", "’ll":
				modal = "will"
			case "would":
				modal = "would"
			case "may", "might", "could", "can", "should", "must":
				if modal == "" {
					modal = "may"
				}
				if w == "should" || w == "must" {
					modal = "should"
				}
			case "be":
				be, been = true, w == "been"
				if w == "is" || w == "are" || w == "am" || w == "'s" || w == "’s" || w == "'re" || w == "’re" || w == "'m" {
					present = true
				}
			case "have":
				have = true
			}
			if w == "wo" || w == "ca" {
				modal = "will"
			}
		case language.RelAdvmod:
			switch t.lemma(c) {
			case "not", "never", "n't", "n’t", "neither", "nor":
				negated = true
			case "gladly", "happily", "readily":
				gladly = true
			}
		case language.RelMark, language.RelCc:
			mark = mark || t.lemma(c) == "to"
			negated = negated || t.lemma(c) == "to" && c > 1 && (t.word(c-1) == "yet" || t.word(c-1) == "still" && t.lemma(c-2) == "have") // "has yet to visit"
			negated = negated || strings.EqualFold(t.word(c), "neither")                                                                   // "Neither Xi nor Putin came"
		case language.RelNsubj, language.RelNsubjPass:
			if t.childLemma(c, language.RelCc, "neither", "nor") || t.childLemma(c, language.RelMark, "neither") || t.childLemma(c, language.RelDet, "no", "neither") || t.lemma(c) == "neither" || t.lemma(c) == "nobody" || t.lemma(c) == "none" {
				negated = true
			}
		case language.RelObj:
			if t.childLemma(c, language.RelDet, "no", "neither") || t.lemma(c) == "neither" || t.lemma(c) == "nobody" {
				negated = true
			}
		}
		return true
	})
	x := t.tok(v).XPOS
	switch {
	case modal == "will":
		status, present = Planned, false
	case modal == "would":
		status, present = Planned, false
		if have || gladly { // "would gladly go"
			status = Proposed
		}
	case modal == "should":
		status, present = Planned, false
	case modal == "may":
		status, present = Proposed, false
	case have && !(mark && be):
		status, present = Held, false
	case x == language.XPOSVBZ || x == language.XPOSVBP:
		present = true
		if onward(t.lemma(v)) { // "from there he goes on to Hanoi"
			status, present = Planned, false
		}
	case x == language.XPOSVBG && be:
		// "is visiting": under way, or planned where its time lies ahead
		if present && underWayTo(t.lemma(v)) { // "is going to Oslo"
			status, present = Planned, false
		}
	case mark:
		// an infinitive says nothing itself; "is to visit" is a plan
		if h := t.head(v); h >= 0 && t.rel(v) == language.RelXcomp && t.lemma(h) == "be" {
			beInf = true
		}
		if t.rel(v) == language.RelRoot || t.rel(v) == language.RelCcomp || t.rel(v) == language.RelAclRelcl || t.rel(v) == language.RelConj || t.rel(v) == language.RelParataxis || t.rel(v) == language.RelAdvcl && be {
			if be {
				beInf = true
			}
		}
		if h := t.head(v); x == language.XPOSVB && t.rel(v) == language.RelAcl && h >= 0 && t.head(h) < 0 && t.upos(h) == language.PROPN && !be && !have {
			status = Planned // a headline: "Meloni to visit Tunisia on Thursday"
		} else if x == language.XPOSVB && t.rel(v) == language.RelAdvcl && v < h && speech(t.lemma(h)) && t.word(h-1) != "," && !be && !have {
			status = Planned // "King Harald to visit Estonia, palace says"
		}
		if beInf && been && have { // "had been to see him" has seen him
			return Held, negated, false
		}
		if beInf {
			status, present = Planned, false
			if have { // "was to have met": it came to nothing
				status = Cancelled
				if p.hasWord(t, "postpone") || p.hasWord(t, "delay") || p.hasWord(t, "reschedule") || p.hasWord(t, "put") {
					status = Postponed
				}
			}
		}
	}
	if x == language.XPOSVBD || x == language.XPOSVBN && !present && modal == "" {
		present = false
	}
	return status, negated, present
}

// climb follows the governing words outwards from verb v.
func (p *page) climb(t *tree, v int, status Status, says lexicon.Says) (Status, lexicon.Says, bool) {
	denied := false
	for n, at := 0, v; n < 7; n++ {
		h := t.head(at)
		if h < 0 {
			break
		}
		rel := t.rel(at)
		if rel == language.RelAdvcl && t.lemma(h) == "due" && t.tok(at).XPOS == language.XPOSVB { // "was due to meet"
			rel = language.RelXcomp
		}
		switch rel {
		case language.RelXcomp, language.RelCsubj:
			g := p.governing(t, h)
			tense, neg, _ := p.tense(t, h)
			switch {
			case (says == lexicon.SaysPostpone || says == lexicon.SaysCancel) && g == lexicon.SaysPlan:
				g = lexicon.SaysNothing // "agreed to postpone"
			case (says == lexicon.SaysPostpone || says == lexicon.SaysCancel) && g == lexicon.SaysPropose:
				return Planned, lexicon.SaysPlan, denied // "wants to cancel"
			}
			switch g {
			case lexicon.SaysPlan, lexicon.SaysPropose, lexicon.SaysPostpone, lexicon.SaysCancel:
				status, says = apply(status, says, g, tense)
				if g == lexicon.SaysPlan && (p.wasToHave(t, v) || p.hasPastHave(t, h) && (p.hasWord(t, "but") || p.hasWord(t, "instead"))) {
					status = Cancelled // "had been due to meet, but"
					if p.saysDelay(t) {
						status = Postponed
					}
				}
			case lexicon.SaysDeny:
				denied = true
			default:
				if status == Held {
					status = tense
				}
			}
			if g == lexicon.SaysPlan && noLonger(t, h) {
				status = Cancelled // "no longer plan to meet"
			} else if neg {
				denied = true
			}
		case language.RelCcomp, language.RelParataxis:
			g := lexicon.Governing(t.lemma(h))
			switch {
			case status == Planned && t.childLemma(at, language.RelMark, "whether"): // "has yet to say whether he will come"
				return Proposed, lexicon.SaysPropose, denied
			case speech(t.lemma(h)):
				return status, says, denied
			case g == lexicon.SaysPropose && (status == Planned || status == Held && (t.tok(at).XPOS == language.XPOSVB || t.tok(at).XPOS == language.XPOSVBP)): // "suggested that they meet"
				status, says = Proposed, g
			case g == lexicon.SaysDeny:
				denied = true
			}
			if rel == language.RelParataxis {
				return status, says, denied
			}
		case language.RelAcl:
			if at == v && t.tok(at).XPOS == language.XPOSVBN && t.upos(h) != language.VERB && says == lexicon.SaysNothing { // "offered help under a treaty signed in May"
				return status, says, denied
			}
			if t.upos(h) != language.VERB {
				g := lexicon.Predicate(t.lemma(h))
				if t.tok(at).XPOS == language.XPOSVB {
					if status == Held && t.willBe(h) { // "will be the first premier to visit"
						status = Planned
					}
					if l := t.lemma(h); status == Held && (l == "letter" || l == "message" || l == "note" || l == "cable") { // "asked him in a letter to come"
						g = lexicon.SaysPropose
					}
					status, says = apply(status, says, g, status)
					if g == lexicon.SaysPlan && t.childLemma(h, language.RelDet, "no") { // "has no plans to meet"
						denied = true
					}
					if over := t.head(h); over >= 0 && t.isVerb(over) && t.lemma(h) == "invitation" && bringsInvitation(t, over) && !p.weighed(t) { // "has an invitation to visit": no more than that
						denied = true
					} else if over >= 0 && t.isVerb(over) && (t.rel(h) == language.RelObj || t.rel(h) == language.RelNsubjPass) {
						if o := p.governing(t, over); o == lexicon.SaysCancel || o == lexicon.SaysPostpone { // "scrapped plans to visit"
							status, says = apply(status, says, o, status)
						} else if tense, neg, _ := p.tense(t, over); t.lemma(over) == "accept" && tense == Held && !neg { // "accepted an offer to travel"
							status, says = Planned, lexicon.SaysPlan
						}
					}
				}
			}
		case language.RelAclRelcl: // "proposed in a letter that they meet"
			bare := t.tok(at).XPOS == language.XPOSVB || t.tok(at).XPOS == language.XPOSVBP
			if over := t.head(h); bare && over >= 0 && t.rel(h) == language.RelObl && status != Cancelled && t.childLemma(at, language.RelMark, "that") && lexicon.Governing(t.lemma(over)) == lexicon.SaysPropose {
				return Proposed, lexicon.SaysPropose, denied
			}
			return status, says, denied
		case language.RelAdvcl:
			if t.childLemma(at, language.RelMark, "if", "unless", "whether") {
				return Proposed, lexicon.SaysPropose, denied
			}
			if t.childLemma(at, language.RelMark, "before") && status == Held && t.tok(at).XPOS == language.XPOSVBG && t.tok(h).XPOS != language.XPOSVBD {
				status = Planned
			}
			if t.tok(at).XPOS == language.XPOSVB && bringsInvitation(t, h) { // "received an invitation to visit": no more than that
				denied = true
			}
			if g := p.governing(t, h); t.lemma(h) == "look" && t.tok(at).XPOS == language.XPOSVBG || t.tok(at).XPOS == language.XPOSVBG && g == lexicon.SaysPropose && t.upos(h) == language.ADJ || t.tok(at).XPOS == language.XPOSVB && (g == lexicon.SaysPropose || g == lexicon.SaysCancel && turnsDown(t, h) || g == lexicon.SaysPlan && t.child(at, language.RelMark) >= 0) {
				status, says = apply(status, says, g, status) // "invited him to pay a visit", hung as a purpose
			} else if t.tok(at).XPOS == language.XPOSVB || t.tok(at).XPOS == language.XPOSVBG {
				tense, neg, _ := p.tense(t, h)
				if tense == Held && !t.isVerb(h) && t.tok(at).XPOS == language.XPOSVB && dueThere(t, h) {
					tense = Planned // "is due in Moscow to see him"
				}
				if g := t.lemma(h); t.tok(at).XPOS == language.XPOSVB && (g == "accept" || g == "invite") { // "accepted an invitation to visit"
					status, says = apply(status, says, p.governing(t, h), tense)
				} else if status == Held && (!arrival(g) || p.followedBy(t, h, "on") && h+2 < len(t.s.Tokens) && t.head(h+2) == at) { // "went on to see"
					status = tense
				} else if status == Held && t.tok(at).XPOS == language.XPOSVB {
					status = Planned
				}
				denied = denied || neg
			} else {
				if status == Held && t.childLemma(at, language.RelAdvmod, "when") && (t.tok(at).XPOS != language.XPOSVBD || t.childLemma(h, language.RelAux, "would", "'d")) { // "would raise it when they met in May"
					status, _, _ = p.tense(t, h)
					if p.governing(t, h) == lexicon.SaysPlan { // "are set to meet when he comes"
						status = Planned
					}
				}
				return status, says, denied
			}
		case language.RelConj:
			if t.isVerb(h) && t.child(at, language.RelAux, language.RelNsubj) < 0 && t.tok(at).XPOS != language.XPOSVBD {
				tense, neg, _ := p.tense(t, h)
				if status == Held {
					status = tense
				}
				denied = denied || neg && t.tok(at).XPOS == language.XPOSVB
			} else if t.child(at, language.RelNsubj, language.RelNsubjPass) >= 0 {
				// a clause of its own; only what stands above the first one counts
			}
		default:
			if t.isVerb(at) {
				return status, says, denied
			}
		}
		at = h
	}
	return status, says, denied
}

// saysDelay tells a sentence in which something is put off, rather than dropped.
func (p *page) saysDelay(t *tree) bool {
	return p.hasWord(t, "postpone") || p.hasWord(t, "put") || p.hasWord(t, "delay")
}

// weighed tells a sentence that says what becomes of an invitation: "and Moscow
// looks on it with favour", "which he is considering".
func (p *page) weighed(t *tree) bool {
	for _, w := range []string{"favour", "favor", "favourably", "favorably", "positively", "consider", "weigh", "study", "examine", "accept"} {
		if p.hasWord(t, w) {
			return true
		}
	}
	return false
}

// bringsInvitation tells verbs by which an invitation is handed over, and
// nothing said of whether it is taken up.
func bringsInvitation(t *tree, v int) bool {
	if o := t.child(v, language.RelObj, language.RelNsubjPass); o < 0 || t.lemma(o) != "invitation" {
		return false
	}
	w := wholeLemma(t.lemma(v))
	return sendsInvitation(w) || w == "receive" || w == "get" || w == "have" || w == "hold"
}

// wasToHave tells "was to have visited", "had been due to visit".
func (p *page) wasToHave(t *tree, v int) bool {
	to := t.child(v, language.RelMark)
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if t.rel(int(c)) == language.RelAux && t.lemma(int(c)) == "have" && to >= 0 && int(c) > to {
			return t.lemma(to) == "to"
		}
	}
	return false
}

// plannedBefore tells a plan that is told as past: "had been due to meet", "had
// planned a visit".
func (p *page) plannedBefore(t *tree, i int) bool {
	for n, at := 0, i; n < 4 && at >= 0; n, at = n+1, t.head(at) {
		if p.hasPastHave(t, at) {
			return p.governing(t, at) == lexicon.SaysPlan
		}
		switch t.rel(at) {
		case language.RelXcomp, language.RelObj, language.RelCsubj:
		case language.RelAdvcl: // "due to meet"
			if t.lemma(t.head(at)) != "due" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

func speech(lemma string) bool {
	switch lemma {
	case "say", "tell", "report", "write", "add", "state", "note", "quote", "declare", "stress", "claim", "reveal", "disclose", "explain", "think", "believe", "know", "learn", "understand", "remark", "indicate", "hint", "recall", "announce", "confirm":
		return true
	}
	return false
}

// noLonger tells what has been given up: "no longer plans".
func noLonger(t *tree, v int) bool {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if c > 0 && t.lemma(int(c)) == "longer" && t.lemma(int(c)-1) == "no" || t.lemma(int(c)) == "long" && c > 0 && t.lemma(int(c)-1) == "no" {
			return true
		}
	}
	return false
}

// onward names verbs of travel that the news has in the present for what comes
// next.
func onward(lemma string) bool {
	switch lemma {
	case "go", "travel", "fly", "head", "leave", "depart", "continue", "proceed", "include", "emplane":
		return true
	}
	return false
}

func arrival(lemma string) bool {
	switch lemma {
	case "arrive", "land", "fly", "come", "travel", "leave", "go", "head", "depart", "embark":
		return true
	}
	return false
}

// nounModality reads what stands directly around an event noun: "a planned
// visit", "no meeting", "ahead of the talks", "an invitation to".
func (p *page) nounModality(si, i int) (status Status, says lexicon.Says, denied, present bool) {
	t := p.tree(si)
	status = Held
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelAmod, language.RelAcl, language.RelCompound:
			if t.rel(c) == language.RelAcl && opened(t, i) && subjectMatter(t, c) {
				return true
			}
			switch strings.ToLower(t.word(c)) {
			case "planned", "upcoming", "forthcoming", "scheduled", "impending", "coming", "future", "expected", "next", "imminent", "anticipated", "envisioned", "envisaged", "intended":
				status, says = Planned, lexicon.SaysPlan
			case "possible", "proposed", "potential", "prospective", "requested", "suggested", "likely", "eventual", "hoped-for", "mooted", "rumored", "rumoured", "contemplated", "hypothetical", "would-be":
				status, says = Proposed, lexicon.SaysPropose
			case "cancelled", "canceled", "scrapped", "abandoned", "aborted":
				status, says = Cancelled, lexicon.SaysCancel
			case "postponed", "delayed":
				status, says = Postponed, lexicon.SaysPostpone
			}
			if t.rel(c) == language.RelAcl { // "a visit planned for May", "talks held in"
				g := lexicon.Governing(t.lemma(c))
				if t.tok(c).XPOS == language.XPOSVBG { // "his tour, aiming to win support"
					g = lexicon.SaysNothing
				}
				if t.lemma(c) == "call" && !t.childCase(c, "for") { // "a session called over the row" has been convened
					g = lexicon.SaysNothing
				}
				if g == lexicon.SaysPlan || g == lexicon.SaysPropose || g == lexicon.SaysCancel || g == lexicon.SaysPostpone {
					status, says = apply(status, says, g, status)
				}
			}
		case language.RelDet:
			if t.lemma(c) == "no" || t.lemma(c) == "any" {
				denied = t.lemma(c) == "no"
			}
		case language.RelAclRelcl:
			tense, neg, _ := p.tense(t, c)
			g := p.governing(t, c)
			switch {
			case stayingAway(t.lemma(c)): // "the summit, which Putin is skipping", goes on without him
			case g == lexicon.SaysCancel || g == lexicon.SaysPostpone:
				if !neg && tense == Held {
					status, says = apply(status, says, g, tense)
				}
			case tense == Planned && status == Held:
				status = Planned
			}
		}
		return true
	})
	switch t.caseOf(i) {
	case "before", "ahead", "until", "till":
		if status == Held && !p.saysLongAgo(si, t.clause(i)) {
			status = Planned
		}
	case "of":
		if h := t.head(i); status == Held && h >= 0 && t.lemma(h) == "ahead" {
			status = Planned
		}
	case "for":
		if status == Held && prepared(t, t.head(i)) {
			status, says = Planned, lexicon.SaysPlan
		}
	}
	return
}

// saysLongAgo tells a clause that says a day some time before the report: what was to
// come then ("met on Oct. 30 before the summit") has come since.
func (p *page) saysLongAgo(si, clause int) bool {
	t := p.tree(si)
	return slices.ContainsFunc(p.sents[si].times, func(k int32) bool {
		x := &p.times[k]
		first, last, ok := x.EDTF.Bounds()
		return ok && last-first < 31 && last < p.ref-usualLead && x.Type == timex.Date && t.within(p.timeHead(t, x), clause)
	})
}

// usualLead is how many days before a gathering its participants meet beside it.
const usualLead = 14

// prepared tells "preparations are being made for talks", where the tree hangs
// the talks on the verb.
func prepared(t *tree, v int) bool {
	if v >= 0 && t.lemma(v) == "preparation" && t.caseOf(v) == "in" { // "in preparation for his visit"
		return true
	}
	if v < 0 || !t.isVerb(v) {
		return false
	}
	s := t.child(v, language.RelNsubjPass, language.RelNsubj)
	return s >= 0 && (t.lemma(s) == "preparation" || t.lemma(s) == "arrangement" || t.lemma(s) == "groundwork")
}
