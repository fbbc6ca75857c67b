package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// argument is a noun that stands in a slot of a trigger.
type argument struct {
	slot lexicon.Slot
	tok  int
	own  bool // stands with the trigger itself, not with its light verb
}

// arguments collects what stands around a trigger, whichever way the sentence
// is built: active or passive, a verb of its own or a noun with a light verb
// ("held talks with"), a controlled infinitive ("agreed to visit"), a relative
// clause ("who visited"), a participle ("visiting").
func (t *tree) arguments(i int, dst []argument) []argument {
	if t.upos(i) == language.VERB || t.rel(i) == language.RelRoot && t.child(i, language.RelNsubj, language.RelNsubjPass) >= 0 && t.upos(i) == language.AUX {
		return t.verbArguments(i, true, dst)
	}
	return t.nounArguments(i, dst)
}

// verbArguments gives the arguments of a verb.
func (t *tree) verbArguments(v int, own bool, dst []argument) []argument {
	subj, passive := t.subject(v)
	if passive {
		if subj >= 0 {
			dst = append(dst, argument{lexicon.Obj, subj, own})
		}
	} else if subj >= 0 {
		dst = append(dst, argument{lexicon.Subj, subj, own})
	}
	t.children(v, func(c int) bool {
		switch t.rel(c) {
		case language.RelObj:
			dst = append(dst, argument{lexicon.Obj, t.relative(c, v), own})
		case language.RelIobj:
			dst = append(dst, argument{lexicon.IObj, c, own})
		case language.RelOblAgent:
			dst = append(dst, argument{lexicon.Subj, c, own})
		case language.RelObl, language.RelNmod:
			dst = t.oblique(c, passive, own, dst)
		case language.RelConj: // "went to Tokyo in May, and to Hiroshima in June"
			if !t.isVerb(c) && t.child(c, language.RelCase) >= 0 {
				dst = t.oblique(c, passive, own, dst)
			}
			if t.upos(c) == language.PROPN && t.child(c, language.RelCase) < 0 && t.child(v, language.RelObj) >= 0 && t.childLemma(c, language.RelAdvmod, "then") { // "will visit Oman on Monday, and then Qatar on Wednesday"
				dst = append(dst, argument{lexicon.Obj, c, own})
			}
		case language.RelOblUnmarked, language.RelAdvmod:
			if t.word(c) == "here" || t.word(c) == "there" {
				dst = append(dst, argument{lexicon.In, c, own})
			}
			if n := t.placeBeforeDay(c); t.word(c) == "where" && n >= 0 && (t.rel(v) == language.RelAcl || t.rel(v) == language.RelAdvcl) {
				dst = append(dst, argument{lexicon.In, n, own})
			}
			if t.word(c) == "where" && t.rel(v) == language.RelAclRelcl { // "Kazan, where they met"
				at := t.head(v)
				if k := c - 1; k > 0 && t.word(k) == "," && t.upos(k-1) == language.PROPN && !t.within(k-1, at) || t.rel(k-1) == language.RelObl { // "the train from Poland, where"
					at = k - 1
					for t.rel(at) == language.RelFlat || t.rel(at) == language.RelCompound {
						at = t.head(at)
					}
				}
				if n := t.placeBeforeDay(c); n >= 0 {
					at = n
				}
				dst = append(dst, argument{lexicon.In, at, own})
			}
		case language.RelXcomp:
			// "invited Mr. Zelensky" and "awarded him the Order" are sometimes read as predicates
			if t.upos(c) == language.PROPN || t.upos(c) == language.NOUN {
				if p := lexicon.SlotOf(t.caseOf(c)); p != lexicon.NoSlot {
					dst = append(dst, argument{p, c, own})
				} else if t.child(c, language.RelCase) < 0 && !passive {
					dst = append(dst, argument{lexicon.Obj, c, own})
				}
			}
		}
		return true
	})
	obj, iobj := -1, -1
	for k := range dst {
		switch dst[k].slot {
		case lexicon.Obj:
			obj = k
		case lexicon.IObj:
			iobj = k
		}
	}
	if obj < 0 && iobj >= 0 && !passive { // a lone indirect object is the object
		dst[iobj].slot = lexicon.Obj
	}
	return dst
}

// placeBeforeDay gives the name before the day that stands between it and a
// "where": "to Moscow on 28 December, where"; the last of a list, too: "Nairobi
// and Kampala, where". -1 if there is neither.
func (t *tree) placeBeforeDay(where int) int {
	k := where - 1
	if k < 1 || t.word(k) != "," {
		return -1
	}
	day := false
	for k--; k > 0; k-- {
		w := strings.ToLower(t.word(k))
		if !(monthName(w) || daysName(w) || t.upos(k) == language.NUM || day && (w == "on" || w == "in")) {
			break
		}
		day = true
	}
	if k < 0 || t.upos(k) != language.PROPN {
		return -1
	}
	for t.rel(k) == language.RelFlat && t.head(k) >= 0 {
		k = t.head(k)
	}
	if !day && t.rel(k) != language.RelConj {
		return -1
	}
	return k
}

func (t *tree) oblique(c int, passive, own bool, dst []argument) []argument {
	p := lexicon.SlotOf(t.caseOf(c))
	if p == lexicon.With && takingPart(t.lemma(c)) { // "a summit with the participation of the presidents of X and Y"
		if of := t.child(c, language.RelNmod); of >= 0 && t.caseOf(of) == "of" {
			return append(dst, argument{lexicon.With, of, own})
		}
	}
	if p == lexicon.By && passive {
		p = lexicon.Subj
	}
	if p != lexicon.NoSlot {
		dst = append(dst, argument{p, t.relative(c, t.head(c)), own}) // "with whom he had talked"
		if t.caseOf(c) == "by" {                                      // "talks overshadowed by the fighting between the two"
			return dst
		}
		t.children(c, func(n int) bool { // "to Moscow with Putin": the second phrase often hangs on the first
			if t.rel(n) == language.RelNmod && !t.otherOccasion(c) {
				if q := lexicon.SlotOf(t.caseOf(n)); q == lexicon.With || q == lexicon.To || q == lexicon.In || q == lexicon.Between {
					dst = append(dst, argument{q, n, false})
				}
			}
			return true
		})
	}
	return dst
}

// otherOccasion tells "spoke to X before his meeting with Y": who is named there
// takes part in the meeting alone.
func (t *tree) otherOccasion(c int) bool {
	switch t.caseOf(c) {
	case "before", "after", "ahead", "following", "until":
		return t.child(c, language.RelNmodPoss) >= 0
	case "of": // "ahead of his meeting with Y", hung on the word before
		return c > 1 && t.child(c, language.RelNmodPoss) >= 0 && t.childLemma(t.head(c), language.RelAdvmod, "ahead")
	}
	return false
}

// takingPart names nouns behind which those who take part are named.
func takingPart(lemma string) bool {
	switch lemma {
	case "participation", "involvement", "attendance", "presence":
		return true
	}
	return false
}

// nounArguments gives the arguments of an event noun: its own phrases, and
// those of the verb that it is the object or subject of.
func (t *tree) nounArguments(n int, dst []argument) []argument {
	between := false
	t.children(n, func(c int) bool {
		switch t.rel(c) {
		case language.RelNsubj:
			if t.child(n, language.RelCop) < 0 { // "Reagan today had talks": hung on the noun
				dst = append(dst, argument{lexicon.Subj, c, true})
			}
		case language.RelNmodPoss:
			dst = append(dst, argument{lexicon.Poss, c, true})
		case language.RelCompound, language.RelAmod, language.RelNmodDesc, language.RelNmodUnmarked:
			dst = append(dst, argument{lexicon.Comp, c, true})
		case language.RelNmod, language.RelObl:
			if h := t.head(n); t.caseOf(c) == "by" && t.rel(n) == language.RelObl && t.isVerb(h) && hosting(t.lemma(h)) && t.passive(h) { // "was hosted for a state visit by the king"
				return true
			}
			dst = t.oblique(c, false, true, dst)
			between = between || t.caseOf(c) == "between"
		case language.RelAdvmod: // "a brief visit here"
			if t.word(c) == "here" {
				dst = append(dst, argument{lexicon.In, c, true})
			}
		case language.RelConj: // the second of "between X and Y's Z", hung on the noun
			if between && t.upos(c) == language.PROPN && t.child(c, language.RelCase) < 0 {
				dst = append(dst, argument{lexicon.Between, c, true})
			}
		case language.RelAcl, language.RelAclRelcl: // "talks held in Geneva", "a visit that took him to Rome"
			if t.upos(c) == language.VERB {
				if x := t.child(c, language.RelXcomp); x >= 0 && t.rel(c) == language.RelAclRelcl { // "the visit that he planned to make to Hanoi"
					t.children(x, func(g int) bool {
						if t.caseOf(g) != "" {
							dst = t.oblique(g, false, false, dst)
						}
						return true
					})
				}
				t.children(c, func(g int) bool {
					switch t.rel(g) {
					case language.RelObl, language.RelOblAgent:
						dst = t.oblique(g, t.passive(c), false, dst)
					case language.RelNsubj: // "the visit that he made to Hanoi"
						if t.rel(c) == language.RelAclRelcl && t.relative(g, c) != n {
							dst = append(dst, argument{lexicon.Subj, g, true})
						}
					}
					return true
				})
			}
		}
		return true
	})
	return t.light(n, dst)
}

// light adds the arguments of the verb that carries an event noun.
func (t *tree) light(n int, dst []argument) []argument {
	h := t.head(n)
	if h < 0 { // "Modi is on a visit to Moscow", but not "It was his first visit"
		if s, _ := t.subject(n); s >= 0 && !(t.upos(s) == language.PRON && strings.EqualFold(t.word(s), "it") && t.caseOf(n) == "") {
			dst = append(dst, argument{lexicon.Subj, s, false})
		}
		return dst
	}
	if t.rel(n) == language.RelNmod && t.caseOf(n) == "of" && stageNoun(t.lemma(h)) { // "at the end of a visit"
		t.children(h, func(c int) bool { // "a series of calls with the presidents", hung on the series
			if w := t.caseOf(c); c > n && t.rel(c) == language.RelNmod && (w == "with" || w == "between") {
				dst = t.oblique(c, false, true, dst)
			}
			return true
		})
		return t.light(h, dst)
	}
	switch t.rel(n) {
	case language.RelConj: // "talks and a visit": share the verb
		if s := t.child(n, language.RelNsubj, language.RelNsubjPass); s >= 0 {
			return append(dst, argument{lexicon.Subj, s, false})
		}
		return t.light(h, dst)
	case language.RelObj, language.RelNsubjPass, language.RelNsubj:
		if !t.isVerb(h) { // "the last summit was in Vladivostok"
			if t.child(h, language.RelCop) >= 0 {
				if s := lexicon.SlotOf(t.caseOf(h)); s == lexicon.In || s == lexicon.At {
					dst = append(dst, argument{s, h, true})
				}
				if t.caseOf(h) == "under" { // "negotiations are under way between the two"
					dst = t.betweenAt(h, dst)
				}
			}
			return dst
		}
		for _, a := range t.verbArguments(h, false, nil) {
			if t.rel(n) == language.RelNsubj && a.tok > n && comesAfter(t, n, a.tok) { // "the visit will follow talks in May in Rome"
				continue
			}
			if a.tok != n && !(t.rel(n) != language.RelObj && a.slot == lexicon.Obj) {
				a.own = a.slot == lexicon.Between && t.head(a.tok) == h && t.rel(n) != language.RelObj // "talks continue between the two"
				dst = append(dst, a)
			}
		}
	case language.RelObl, language.RelNmod, language.RelXcomp: // "is on a visit to", "came for talks with", "on a trip to"
		switch t.caseOf(n) {
		case "on", "upon", "for", "during", "in", "at", "after", "to", "before", "ahead", "with", "from", "following", "over", "by":
			if w := t.caseOf(n); (w == "after" || w == "following" || w == "before") && journeyWord(t.lemma(n)) {
				if v := t.saidOf(h); v >= 0 && v < n { // "will be in Riyadh on Monday, his spokesman said, after stops in Cairo and Amman"
					if s, _ := t.subject(v); s >= 0 {
						return append(dst, argument{lexicon.Subj, s, false})
					}
				}
			}
			if t.isVerb(h) {
				for _, a := range t.verbArguments(h, false, nil) {
					if a.slot == lexicon.Obj && !t.passive(h) && (t.caseOf(n) == "for" && (hosting(t.lemma(h)) || t.lemma(h) == "join") || t.caseOf(n) == "in" && t.lemma(h) == "engage") { // "hosted him for a lunch", "engaged him in talks"
						a.slot = lexicon.With
					}
					if a.slot == lexicon.Obj && t.passive(h) { // "is expected on a visit"
						a.slot = lexicon.Subj
					}
					if a.slot == lexicon.Obj && addresses(t.lemma(h)) { // "told him in a phone call", "handed him a letter during talks"
						a.slot = lexicon.With
					}
					if a.slot == lexicon.IObj && addresses(t.lemma(h)) {
						a.slot = lexicon.With
					}
					if a.slot == lexicon.Obj && isTelephone(t.lemma(n)) && t.lemma(h) == "get" { // "got him on the phone"
						a.slot = lexicon.With
					}
					if a.slot == lexicon.To && t.caseOf(n) == "over" { // "put the case to him over dinner"
						a.slot = lexicon.With
					}
					if a.tok != n && a.slot != lexicon.Obj {
						dst = append(dst, a)
					}
				}
			} else if s := t.child(h, language.RelNsubj, language.RelNsubjPass); t.upos(h) == language.ADJ && s >= 0 && t.caseOf(n) == "for" { // "are set for talks"
				dst = append(dst, argument{lexicon.Subj, s, false})
			} else if t.upos(h) == language.PROPN || t.upos(h) == language.NOUN {
				if t.caseOf(n) == "on" || t.caseOf(n) == "for" { // "Modi, on a visit to Moscow,"
					if s := t.child(h, language.RelNsubj); s >= 0 && t.child(h, language.RelCop) >= 0 { // "a delegation is in Washington for talks"
						h = s
					}
					dst = append(dst, argument{lexicon.Subj, h, false})
				}
			}
		}
	case language.RelOblAgent: // "will speak with X, followed by talks with Y"
		if v := t.followed(n); v >= 0 {
			for _, a := range t.verbArguments(v, false, nil) {
				if a.slot == lexicon.Subj || a.slot == lexicon.Obj && t.passive(v) {
					a.slot = lexicon.Subj
					dst = append(dst, a)
				}
			}
		}
	case language.RelCcomp, language.RelAdvcl, language.RelAclRelcl, language.RelParataxis:
		// "said that Modi is on a visit to Moscow", "he will be in Rome for talks"
		if s, _ := t.subject(n); s >= 0 {
			dst = append(dst, argument{lexicon.Subj, s, false})
		}
	}
	return dst
}

// saidOf gives the head of what a spokesman is quoted as saying before his verb
// of saying; -1 where somebody else speaks.
func (t *tree) saidOf(say int) int {
	if !t.isVerb(say) || !speech(t.lemma(say)) {
		return -1
	}
	s, _ := t.subject(say)
	if s < 0 || !t.speaksForOthers(s) {
		return -1
	}
	if t.rel(say) == language.RelParataxis {
		return t.head(say)
	}
	if c := t.child(say, language.RelCcomp, language.RelParataxis); c >= 0 && c < say {
		return c
	}
	return -1
}

// journeyWord names what a journey is called.
func journeyWord(lemma string) bool {
	switch lemma {
	case "tour", "trip", "journey", "visit", "stop", "stopover", "stay", "leg":
		return true
	}
	return false
}

// speaksForOthers tells a spokesman from those who speak for themselves.
func (t *tree) speaksForOthers(s int) bool {
	is := func(k int) bool {
		l := t.lemma(k)
		return strings.HasPrefix(l, "spokes") || l == "official" || l == "source"
	}
	found := is(s)
	t.children(s, func(c int) bool {
		if r := t.rel(c); r == language.RelNmodDesc || r == language.RelAppos || r == language.RelCompound {
			found = found || is(c)
		}
		return !found
	})
	return found
}

// followed gives the verb of what an event noun comes after: "met X, followed by
// talks with Y"; -1 where the noun stands otherwise.
func (t *tree) followed(n int) int {
	f := t.head(n)
	if f < 0 || t.rel(n) != language.RelOblAgent || t.lemma(f) != "follow" || t.rel(f) != language.RelAdvcl && t.rel(f) != language.RelAcl {
		return -1
	}
	for v, k := t.head(f), 0; v >= 0 && k < 3; v, k = t.head(v), k+1 {
		if t.isVerb(v) {
			return v
		}
	}
	return -1
}

// betweenAt adds the sides of a "between" or "with" that hangs on a predicate.
func (t *tree) betweenAt(h int, dst []argument) []argument {
	t.children(h, func(c int) bool {
		if s := lexicon.SlotOf(t.caseOf(c)); s == lexicon.Between || s == lexicon.With {
			dst = append(dst, argument{s, c, true})
		}
		return true
	})
	return dst
}

// addresses names verbs by which one leader speaks to another.
func addresses(lemma string) bool {
	switch lemma {
	case "tell", "inform", "assure", "warn", "congratulate", "thank", "ask", "urge", "hand", "give", "promise", "press", "brief", "invite", "offer", "show", "remind":
		return true
	}
	return false
}

// stageNoun names the stages of an engagement: "the end of a visit".
func stageNoun(lemma string) bool {
	switch lemma {
	case "session", "hour", "minute", "week", "end", "start", "beginning", "conclusion", "close", "day", "leg", "stage", "part", "course", "eve", "outset", "occasion", "round", "series", "middle", "opening", "margin", "sideline", "result", "outcome", "wake", "aftermath":
		return true
	}
	return false
}

// passive tells whether a verb is passive.
func (t *tree) passive(v int) bool {
	if t.child(v, language.RelAuxPass, language.RelNsubjPass) >= 0 {
		return true
	}
	if t.childLemma(v, language.RelAux, "have") && t.childLemma(v, language.RelMark, "to") && !t.childLemma(v, language.RelAux, "be") { // "was to have visited"
		return false
	}
	if t.tok(v).XPOS == language.XPOSVBN && (t.childLemma(v, language.RelCop, "be") || t.childLemma(v, language.RelAux, "be")) {
		return true
	}
	return t.rel(v) == language.RelAcl && t.tok(v).XPOS == language.XPOSVBN
}

// subject finds who does what verb v says, climbing through control
// ("agreed to visit"), coordination, relative clauses and participles. The
// second result tells that v is passive, so that the subject is what it is
// done to.
func (t *tree) subject(v int) (int, bool) {
	passive := t.passive(v)
	for step, at := 0, v; step < 8; step++ {
		if s := t.child(at, language.RelNsubj, language.RelNsubjPass, language.RelNsubjOuter); s >= 0 {
			return t.relative(s, at), passive
		}
		for c := t.first[at]; c >= 0; c = t.next[c] { // "Modi was on Tuesday presented": hung on the auxiliary
			if t.rel(int(c)) == language.RelCop || t.rel(int(c)) == language.RelAux || t.rel(int(c)) == language.RelAuxPass {
				if s := t.child(int(c), language.RelNsubj, language.RelNsubjPass); s >= 0 {
					return s, passive
				}
			}
		}
		if at == v {
			if s := t.forWhom(v); s >= 0 {
				return s, passive
			}
		}
		h := t.head(at)
		if h < 0 {
			return -1, passive
		}
		switch t.rel(at) {
		case language.RelXcomp:
			if o := t.child(h, language.RelObj, language.RelIobj); o >= 0 && controlsObject(t.lemma(h)) {
				return o, passive
			}
			if t.passive(h) {
				if s, _ := t.subject(h); s >= 0 {
					return s, passive
				}
			}
		case language.RelConj:
			if !t.isVerb(h) && t.child(h, language.RelCop) < 0 {
				return -1, passive
			}
		case language.RelAdvcl, language.RelParataxis:
			if o := t.child(h, language.RelObj); o >= 0 && t.tok(at).XPOS == language.XPOSVB && controlsObject(t.lemma(h)) && !leads(t.lemma(h)) { // "instructed him to visit", hung as a purpose
				return o, passive
			}
			if t.child(at, language.RelMark) >= 0 && t.upos(at) == language.VERB && t.tok(at).XPOS != language.XPOSVBG && t.tok(at).XPOS != language.XPOSVB {
				return -1, passive
			}
		case language.RelAcl:
			if t.upos(h) == language.VERB {
				break
			}
			if (t.tok(at).XPOS == language.XPOSVB || t.tok(at).XPOS == language.XPOSVBG && chance(t.lemma(h)) && t.childLemma(at, language.RelMark, "of")) && t.upos(h) == language.NOUN { // "chose a time to go to Seoul"
				for g, k := t.head(h), 0; g >= 0 && k < 4; g, k = t.head(g), k+1 {
					if t.isVerb(g) {
						s, _ := t.subject(g)
						return s, passive
					}
				}
			}
			if t.upos(h) == language.ADJ && t.child(h, language.RelCop) >= 0 { // "Bush was the last to make the journey"
				if s := t.child(h, language.RelNsubj); s >= 0 {
					return s, passive
				}
			}
			if one := t.oneOf(h); one >= 0 {
				return one, passive
			}
			return h, passive
		case language.RelAclRelcl:
			return t.antecedent(h, at), passive
		case language.RelCcomp:
			return -1, passive
		case language.RelAux, language.RelCop:
		default:
			return -1, passive
		}
		at = h
	}
	return -1, passive
}

// forWhom gives the one who is to do what an infinitive says: "plans are under way
// for the foreign minister, Maxim Ryzhenkov, to visit". -1 if none stands so.
func (t *tree) forWhom(v int) int {
	to := t.child(v, language.RelMark)
	if to < 3 || to > v || t.word(to) != "to" || t.tok(v).XPOS != language.XPOSVB {
		return -1
	}
	k := to - 1
	if t.word(k) == "," {
		k--
	}
	for n := 0; k >= 0 && n < 8; n++ {
		if t.caseOf(k) == "for" {
			if t.upos(k) == language.PROPN || t.upos(k) == language.PRON || lexicon.Group(t.lemma(k)) != lexicon.NoGroup {
				return k
			}
			return -1
		}
		if h := t.head(k); h >= to || h < 0 || t.isVerb(k) {
			return -1
		} else {
			k = h
		}
	}
	return -1
}

// doesNext tells whether a noun behind "for" is the one who is to do what the
// infinitive behind it says.
func (t *tree) doesNext(i int) bool {
	if t.caseOf(i) != "for" {
		return false
	}
	for v := i + 2; v < len(t.s.Tokens) && v-i < 12; v++ {
		if t.tok(v).XPOS == language.XPOSVB {
			return t.forWhom(v) == i
		}
	}
	return false
}

// chance names what somebody has who does a thing: "had the honour of calling on".
func chance(lemma string) bool {
	switch lemma {
	case "honour", "honor", "privilege", "pleasure", "chance", "opportunity":
		return true
	}
	return false
}

// relative replaces a relative pronoun by the noun it stands for.
func (t *tree) relative(s, verb int) int {
	switch t.word(s) {
	case "who", "which", "that", "whom", "Who", "Which", "Whom":
	default:
		return s
	}
	for n, at := 0, verb; n < 6 && at >= 0; n++ {
		if t.rel(at) == language.RelAclRelcl {
			return t.antecedent(t.head(at), at)
		}
		if t.rel(at) != language.RelConj && t.rel(at) != language.RelXcomp && t.rel(at) != language.RelCcomp {
			break
		}
		at = t.head(at)
	}
	if strings.EqualFold(t.word(s), "whom") && t.lemma(verb) != "call" { // hung elsewhere than on the name: the one before its comma
		k := s - 1
		if k > 0 && (t.upos(k) == language.ADP || t.rel(k) == language.RelCase) {
			k--
		}
		if k > 0 && t.word(k) == "," {
			for k--; k > 0 && t.rel(k) == language.RelFlat && t.head(k) >= 0; {
				k = t.head(k)
			}
			if t.upos(k) == language.PROPN || t.upos(k) == language.NOUN {
				return k
			}
		}
	}
	return s
}

// antecedent gives what a relative clause speaks of: of two names joined by
// "and" both, if its verb is plural ("X and Y, who are in Rome,").
func (t *tree) antecedent(noun, v int) int {
	if t.rel(noun) != language.RelConj || t.head(noun) < 0 || t.upos(t.head(noun)) != language.PROPN {
		return noun
	}
	plural := t.tok(v).XPOS == language.XPOSVBP
	t.children(v, func(c int) bool {
		if r := t.rel(c); r == language.RelAux || r == language.RelAuxPass || r == language.RelCop {
			switch t.word(c) {
			case "are", "were", "have":
				plural = true
			}
		}
		return !plural
	})
	if plural {
		return t.head(noun)
	}
	return noun
}

// leads names those of them whose subject goes along.
func leads(lemma string) bool {
	return lemma == "lead" || lemma == "take" || lemma == "call" || lemma == "send"
}

// controlsObject names verbs whose object does what the infinitive says: "asked
// him to visit".
func controlsObject(lemma string) bool {
	switch lemma {
	case "ask", "invite", "urge", "want", "expect", "allow", "tell", "persuade", "press", "order", "send", "get", "request", "encourage", "call", "lead", "take", "enable", "force", "permit", "schedule", "authorise", "authorize", "instruct", "direct", "task":
		return true
	}
	return false
}
