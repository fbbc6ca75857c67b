package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// participant is an actor with its part in an event.
type participant struct {
	person int32 // or nobody
	code   string
	office string
	role   Role
	sent   int
	tok    int
	weak   bool
}

// event is one mention of an engagement in the text. Several mentions make
// one Engagement; see merge.go.
type event struct {
	kind      Kind
	sent, tok int // the trigger
	trig      *lexicon.Trigger
	parties   []participant
	place     locus
	when      edtf.Date
	times     []int32 // the expressions that when rests on
	days      int     // length, where the text says "a three-day visit"
	stay      int     // length that says nothing of when: "talked for three days", "came on a ten-day tour"
	nth       int     // which of its days when is: 2 for the second, lastDay for the last; 0 where that is not said
	starts    bool    // when begins with its first day
	whole     bool    // when runs from a first to a last day; see hasEnds
	ofStory   bool    // an invitation told as part of the news, and so of its day
	status    Status
	says      lexicon.Says
	name      string // gathering, award or accord
	number    int
	ordinary  bool // an annual or regular gathering
	definite  bool // "the talks": told before
	denied    bool
	underway  bool   // present: it goes on as the report is written
	implied   bool   // follows from another event, not from words of its own
	presumed  bool   // when is the report's own day
	sideline  bool   // "on the sidelines of" the named gathering
	protocol  string // of a visit: "state", "official", "working", "private"
	lapsed    bool   // a plan told as past: "had been due to meet"
	tentative bool   // counts only if another engagement shows that they were together
	earlier   bool   // of long ago: what a claim counts from
	counted   bool   // when is counted from what is told with it: "two days after a trip to Kyiv"
	practice  string
	turn      string
	byTurns   bool // an arrangement: the sides take turns as host
	period    edtf.Date
	conf      float64
	spans     []Span
	venues    []locus // where it is told of several: "met in Belfast and in San Diego"
	met       []actor // of a meeting or call: those whom the subject met
	heard     bool    // of a meeting: somebody speaks to it
	alone     bool    // of a meeting or call: with one of several who were met one by one
	many      bool    // of a meeting: with one of so many that they were hardly guests of the first
	told      []place // the words that tell of it, its own first
}

// place is a token of the text.
type place struct{ sent, tok int }

// countries counts the states and organisations that take part.
func (e *event) countries() int {
	n := 0
	for i := range e.parties {
		if e.parties[i].code != "" && e.firstOf(e.parties[i].code) == i {
			n++
		}
	}
	return n
}

func (e *event) firstOf(code string) int {
	for i := range e.parties {
		if e.parties[i].code == code {
			return i
		}
	}
	return -1
}

func (e *event) has(code string) bool { return e.firstOf(code) >= 0 }

// codeOf gives the first state with the role.
func (e *event) codeOf(r Role) string {
	for _, q := range e.parties {
		if q.role == r && q.code != "" {
			return q.code
		}
	}
	return ""
}

// add takes an actor in, once. A named person replaces the unnamed entry of
// the same state and role.
func (e *event) add(a actor, r Role, sent int) {
	if a.code == "" && a.person == nobody {
		return
	}
	for i := range e.parties {
		q := &e.parties[i]
		if q.role != r && r != RoleParty {
			continue
		}
		if a.person != nobody && q.person == a.person {
			return
		}
		if q.code == a.code && a.code != "" {
			if a.person == nobody {
				return
			}
			if q.person == nobody {
				q.person, q.office, q.sent, q.tok, q.weak = a.person, a.office, sent, a.tok, a.weak
				return
			}
		}
	}
	e.parties = append(e.parties, participant{person: a.person, code: a.code, office: a.office, role: r, sent: sent, tok: a.tok, weak: a.weak})
}

// triggersAt gives the meanings that the token can have as a trigger.
func triggersAt(t *tree, i int) []*lexicon.Trigger {
	lemma := t.lemma(i)
	switch t.upos(i) {
	case language.VERB:
		if ts := lexicon.Verb(lemma); ts != nil {
			return ts
		}
		return lexicon.Verb(lexicon.Lemma(strings.ToLower(t.word(i))))
	case language.NOUN, language.PROPN:
		if ts := lexicon.Noun(strings.ToLower(lemma)); ts != nil {
			return ts
		}
	}
	return nil
}

// readSentence finds the events of one sentence.
func (p *page) readSentence(si int) {
	t := p.tree(si)
	if p.why != nil {
		p.why.sentence(p, si)
	}
	for i := range t.s.Tokens {
		if m := p.mention(si, i); m != nil && m.kind != mGathering && m.kind != mOffice {
			if m.kind != mOrg {
				continue
			}
		}
		for _, tr := range triggersAt(t, i) {
			if p.readTrigger(si, i, tr) {
				break
			}
		}
	}
	p.readPresence(si)
	p.readWaypoints(si)
	p.readListed(si)
	p.readAtSide(si)
	p.readFollower(si)
	p.readCompany(si)
	p.readGuestOf(si)
}

// readTrigger tries one meaning of a trigger and tells whether it fits.
func (p *page) readTrigger(si, i int, tr *lexicon.Trigger) bool {
	t := p.tree(si)
	if !p.formFits(t, i, tr) || p.comesAgain(si, i) || !tr.Noun && tr.Kind != "invitation" && counted(t, i) && p.listFrom(si, i) < 0 {
		return false
	}
	if tr.Word == "come" && i+1 < len(t.s.Tokens) && t.word(i+1) == "next" { // "Colombo and Male come next": they are gone to
		return false
	}
	e := event{sent: si, tok: i, trig: tr, conf: 0.8}
	args := t.arguments(i, nil)
	if obj := t.child(i, language.RelObj); tr.Object != "" && obj >= 0 { // "exchanged views with": hung on the object
		for _, a := range t.nounArguments(obj, nil) {
			if a.own {
				args = append(args, a)
			}
		}
	}
	for k := range args { // "went there": to it, but not "the first to go there"
		if tr.Noun || t.rel(i) == language.RelAcl {
			break
		}
		if w := t.word(args[k].tok); args[k].slot == lexicon.In && (w == "there" || w == "here") && tr.Role(lexicon.In).Role == lexicon.NoRole && tr.Role(lexicon.To).Role == lexicon.Dest && tr.Word != "move" { // who "moved in here" came to live
			args[k].slot = lexicon.To
		}
	}
	args = p.repair(si, i, tr, args)
	e.status, e.says, e.denied, e.underway = p.modality(si, i)
	if v := t.head(i); e.denied && tr.Noun && t.caseOf(i) == "during" && v >= 0 && t.head(v) >= 0 && bringsInvitation(t, t.head(v)) { // "repeated his invitation to visit during a call"
		e.status, e.says, e.denied = Held, lexicon.SaysNothing, false
	}
	if !tr.Noun && tr.Kind == "visit" && tr.Object == "" && lexicon.Governing(tr.Word) == lexicon.SaysPlan && e.status == Held { // "is expected in Delhi"
		e.status, e.says = Planned, lexicon.SaysPlan
	}
	e.lapsed = e.status == Planned && p.plannedBefore(t, i)
	if tr.Noun {
		e.definite = t.childLemma(i, language.RelDet, "the", "this", "that", "these", "those", "their", "its") || t.child(i, language.RelNmodPoss) >= 0
		if e.days = p.lengthOf(si, i); tourOfSeveral(t.lemma(i)) {
			e.days, e.stay = 0, e.days
		}
		p.stages(&e)
		if e.says == lexicon.SaysEnd && e.nth == 0 {
			e.nth = lastDay
		}
		e.protocol = protocolOf(t, i)
	} else if tr.Kind == "visit" || tr.Kind == "meeting" {
		p.stayOf(&e)
	}
	if tr.Noun && (tr.Kind == "summit" || tr.Kind == "meeting") {
		p.heldBeside(&e)
	}
	var ok bool
	switch tr.Kind {
	case "visit":
		ok = p.fillVisit(&e, args)
	case "host":
		ok = p.fillHost(&e, args)
	case "address":
		ok = p.fillAddress(&e, args)
	case "meeting":
		ok = p.fillMeeting(&e, args)
	case "discuss":
		ok = p.fillDiscuss(&e, args)
	case "call":
		ok = p.fillCall(&e, args)
	case "summit":
		ok = p.fillSummit(&e, args)
	case "join":
		ok = p.fillJoin(&e, args)
	case "invitation":
		ok = p.fillInvitation(&e, args)
	case "award":
		ok = p.fillAward(&e, args)
	case "agreement":
		ok = p.fillAgreement(&e, args)
	}
	if p.why != nil {
		p.why.trigger(p, &e, ok)
	}
	return ok
}

// protocolOf reads what kind of visit the report calls it.
func protocolOf(t *tree, i int) string {
	kind := ""
	t.children(i, func(c int) bool {
		if w := strings.ToLower(t.word(c)); protocolWord(w) && (kind == "" || w != "official") {
			kind = w
		}
		return true
	})
	return kind
}

func protocolWord(w string) bool {
	return w == "state" || w == "official" || w == "working" || w == "private"
}

// counted tells whether a verb is said to have happened several times: "met
// twice this year", "have spoken five times". That is a claim of count.
func counted(t *tree, i int) bool {
	found := false
	t.children(i, func(c int) bool {
		switch strings.ToLower(t.word(c)) {
		case "twice", "thrice", "often", "regularly", "frequently", "repeatedly":
			found = found || t.rel(c) == language.RelAdvmod
		case "times":
			found = found || t.child(c, language.RelNummod) >= 0 || t.childLemma(c, language.RelAmod, "several", "many", "numerous", "countless")
		}
		return true
	})
	return found
}

// comesAgain tells whether a trigger speaks of a practice: "meet once a year".
// That is an arrangement and no engagement of its own.
func (p *page) comesAgain(si, i int) bool {
	if byTurns(p.tree(si), i) {
		return true
	}
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.Type != timex.Set {
			continue
		}
		t := p.tree(si)
		h := t.head(p.timeHead(t, x))
		for n := 0; n < 3 && h >= 0; n++ {
			if h == i {
				return true
			}
			if t.isVerb(h) {
				break
			}
			h = t.head(h)
		}
		if h >= 0 && t.head(i) == h && (t.rel(i) == language.RelObj || t.rel(i) == language.RelNsubjPass || t.rel(i) == language.RelObl) {
			return true
		}
	}
	return false
}

// byTurns tells "host the summit by turns", "meet alternately in": a practice.
func byTurns(t *tree, i int) bool {
	v := i
	if !t.isVerb(v) {
		v = t.head(v)
	}
	if v < 0 || t.tok(v).XPOS != language.XPOSVBP && t.tok(v).XPOS != language.XPOSVBZ {
		return false
	}
	return hangsOn(t, v, func(t *tree, c int) bool {
		return t.lemma(c) == "alternately" || t.lemma(c) == "turn" && t.caseOf(c) == "by"
	})
}

// repair adds what the tree has hung elsewhere: the subject of a finite verb,
// the "by" of a passive, and the names in front of a noun.
func (p *page) repair(si, i int, tr *lexicon.Trigger, args []argument) []argument {
	t := p.tree(si)
	has := func(s lexicon.Slot) bool {
		for _, a := range args {
			if a.slot == s {
				return true
			}
		}
		return false
	}
	if !tr.Noun {
		if !has(lexicon.Subj) && !t.passive(i) && (t.tok(i).XPOS == language.XPOSVBD || t.tok(i).XPOS == language.XPOSVBZ) {
			for k := 0; k < i; k++ {
				if m := p.mention(si, k); m != nil && m.kind == mPerson {
					if !led(t.s, p.headAt(si, k)) {
						args = append(args, argument{lexicon.Subj, k, true})
					}
					break
				}
			}
		}
		if a := t.head(i); tr.Kind == "meeting" && t.rel(i) == language.RelAclRelcl && a > 1 && t.rel(a) == language.RelConj && t.head(a) < a && !has(lexicon.Obj) && !has(lexicon.With) {
			for k := a + 1; k < i; k++ { // "X and Y, who met on Monday"
				if t.word(k) == "," && strings.EqualFold(t.word(k+1), "who") {
					args = append(args, argument{lexicon.Subj, t.head(a), true})
				}
			}
		}
		passive := t.passive(i)
		if !passive && t.tok(i).XPOS == language.XPOSVBN && !has(lexicon.Subj) && !has(lexicon.Obj) && t.child(i, language.RelAux) < 0 {
			if who := p.splitPassive(si, i); who >= 0 { // "was on Tuesday presented with"
				args = append(args, argument{lexicon.Obj, who, true})
				passive = true
			}
		}
		if !has(lexicon.Subj) && passive {
			for k := i + 1; k+1 < len(t.s.Tokens) && k-i < 30; k++ {
				if t.upos(k) == language.VERB && k-i > 1 {
					break
				}
				if t.word(k) != "by" {
					continue
				}
				for n := k + 1; n < len(t.s.Tokens) && n-k < 5; n++ {
					if m := p.mention(si, n); m != nil && (m.kind == mPerson || m.kind == mState || m.kind == mOffice) {
						args = append(args, argument{lexicon.Subj, n, true})
						break
					}
				}
				break
			}
		}
		return args
	}
	if !has(lexicon.With) && tr.Role(lexicon.With).Role == lexicon.Party { // "a summit with X", hung elsewhere
		for k := i + 1; k+1 < len(t.s.Tokens) && k-i < 5; k++ {
			if t.upos(k) == language.VERB || t.word(k) == "," {
				break
			}
			if t.word(k) != "with" {
				continue
			}
			for n := k + 1; n < len(t.s.Tokens) && n-k < 4; n++ {
				if m := p.mention(si, n); m != nil && (m.kind == mPerson || m.kind == mState || m.kind == mOrg) {
					if o := p.mention(si, int(m.to)); o != nil && o.kind == mPerson { // "U.S. President Reagan"
						n = int(o.core)
					}
					args = append(args, argument{lexicon.With, p.headAt(si, n), true})
					break
				}
			}
			break
		}
	}
	keep := args[:0]
	for _, a := range args { // "an official visit": an adjective is a party only as a nationality
		if m := p.mention(si, a.tok); a.slot == lexicon.Comp && (t.upos(a.tok) == language.ADJ || strings.EqualFold(t.word(a.tok), "official")) && (m == nil || m.kind == mOffice) {
			continue
		}
		keep = append(keep, a)
	}
	args = keep
	// "the EU-China summit", "Reagan-Gorbachev talks"
	for k := i - 1; k >= 0 && i-k < 9; k-- {
		w := t.word(k)
		if m := p.mention(si, k); m != nil && (m.kind == mState || m.kind == mPeople || m.kind == mOrg || m.kind == mPerson) {
			seen := false
			for _, a := range args {
				seen = seen || p.mention(si, a.tok) == m
			}
			if !seen && k+1 < len(t.s.Tokens) && (glue(t.word(k+1)) || k+1 == i || t.upos(k+1) == language.ADJ || t.upos(k+1) == language.NOUN) {
				args = append(args, argument{lexicon.Comp, k, true})
			}
			continue
		}
		if glue(w) || t.upos(k) == language.ADJ || t.upos(k) == language.NUM || t.upos(k) == language.NOUN && (t.rel(k) == language.RelCompound || t.rel(k) == language.RelAmod) {
			continue
		}
		break
	}
	return args
}

// splitPassive finds whom a participle is said of where words stand between it
// and its "was"; -1 if there is no such auxiliary.
func (p *page) splitPassive(si, i int) int {
	t := p.tree(si)
	for k := i - 2; k >= 1 && i-k < 8; k-- {
		if t.upos(k) != language.AUX || t.lemma(k) != "be" {
			continue
		}
		for n := k - 1; n >= 0; n-- {
			if m := p.mention(si, n); m != nil && (m.kind == mPerson || m.kind == mOffice) {
				return n
			}
		}
		return -1
	}
	return -1
}

// formFits checks what the lexicon asks of the words around a trigger.
func (p *page) formFits(t *tree, i int, tr *lexicon.Trigger) bool {
	particle := ""
	if c := t.child(i, language.RelCompoundPrt); c >= 0 {
		particle = t.lemma(c)
	}
	if tr.Particle != "" && particle != tr.Particle && !p.followedBy(t, i, tr.Particle) && !(tr.Particle == "together" && t.childLemma(i, language.RelAdvmod, tr.Particle)) {
		return false
	}
	if tr.Object != "" && !t.childLemma(i, language.RelObj, tr.Objects...) || tr.Beside != "" && !standsBeside(t, i, tr) {
		return false
	}
	if tr.OfNoun != "" {
		ok := false
		t.children(i, func(c int) bool {
			ok = ok || t.rel(c) == language.RelNmod && t.lemma(c) == tr.OfNoun
			return true
		})
		if !ok {
			return false
		}
	}
	if tr.Glued != "" && !strings.HasSuffix(strings.ToLower(p.doc.Text[:t.tok(i).Start]), tr.Glued) {
		return false
	}
	if tr.Word == "way" && (i < 2 || (t.word(i-2) != "on" && t.word(i-2) != "en" || t.child(i, language.RelNmod) < 0) && !(t.lemma(i-2) == "make" && t.upos(i-1) == language.PRON)) {
		return false
	}
	if tr.Word == "round" && tr.Kind == "visit" && !p.roundOf(t, i) {
		return false
	}
	if tr.Word == "include" && !ofJourney(t, i) {
		return false
	}
	if tr.Complement == "travel" && !travelComplement(t, i) {
		return false
	}
	if tr.Word == "speak" && p.followedBy(t, i, "on") && i+2 < len(t.s.Tokens) && t.word(i+2) == "condition" {
		return false
	}
	if tr.Word == "call" && !tr.Noun && tr.Particle == "" && p.followedBy(t, i, "on") && !p.byPhone(t, i) { // "called upon Kenya to hold elections"
		return false
	}
	if tr.Phone && !p.byPhone(t, i) {
		return false
	}
	if (tr.Word == "stay" && tr.Particle == "" || tr.Word == "come") && p.followedBy(t, i, "away") || tr.Word == "spend" && tr.Kind == "visit" && t.child(i, language.RelObj) >= 0 && !spell(t, t.child(i, language.RelObj)) {
		return false
	}
	if !tr.Noun && otherwise(t, i) {
		return false
	}
	if !tr.Noun && tr.Kind == "visit" && goesHome(t, i) {
		return false
	}
	if !tr.Noun && tr.Particle == "" && particle != "" {
		switch particle {
		case "off", "out", "up", "over", "for", "away", "about":
			if tr.Kind != "visit" && !(particle == "up" && contactUp(tr.Word)) {
				return false
			}
		}
	}
	return true
}

// contactUp names the verbs to which "up" adds nothing: "met up with", "rang him
// up".
func contactUp(word string) bool {
	switch word {
	case "meet", "call", "ring", "phone":
		return true
	}
	return false
}

// standsBeside tells whether the words that a trigger asks for follow it in its
// clause: "kept him for more than two hours", "had him to dinner".
func standsBeside(t *tree, i int, tr *lexicon.Trigger) bool {
	for k := i + 1; k+1 < len(t.s.Tokens) && k-i < 16; k++ {
		if t.upos(k) == language.VERB || t.word(k) == ";" {
			return false
		}
		if tr.Beside == "*" && slices.Contains(tr.Besides, t.word(k)) { // "took him aside"
			return true
		}
		if t.word(k) != tr.Beside {
			continue
		}
		for n := k + 1; n < len(t.s.Tokens) && n-k < 7 && t.upos(n) != language.ADP && (n == k+1 || t.upos(n) != language.VERB); n++ {
			if slices.Contains(tr.Besides, t.lemma(n)) {
				return true
			}
		}
	}
	return false
}

// roundOf tells whether a round is one of places: "made the round of Amman and
// Riyadh", not "a round of talks in Rome".
func (p *page) roundOf(t *tree, i int) bool {
	found := false
	t.children(i, func(c int) bool {
		m := p.mention(p.indexOf(t), c)
		found = found || t.caseOf(c) == "of" && m != nil && (m.kind == mCity || m.kind == mState)
		return !found
	})
	return found
}

// ofJourney tells whether the subject of a verb is a journey: "a tour that also
// includes Israel".
func ofJourney(t *tree, v int) bool {
	s := t.child(v, language.RelNsubj)
	if s >= 0 && t.upos(s) == language.PRON && t.rel(v) == language.RelAclRelcl {
		s = t.head(v)
	}
	return journeyNoun(t, s)
}

// spell tells "spent two days" from "spent holidays", "spent billions".
func spell(t *tree, o int) bool {
	switch t.lemma(o) {
	case "day", "night", "week", "weekend", "hour", "time", "afternoon", "morning", "evening", "month", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "half", "much", "most":
		return true
	}
	return false
}

// travelComplement tells whether an infinitive of travel hangs on a verb, or a
// destination: "asked him to come", "asked him to Mexico".
func travelComplement(t *tree, i int) bool {
	found := false
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelXcomp, language.RelAdvcl, language.RelCcomp, language.RelAcl:
			switch t.lemma(c) {
			case "visit", "come", "travel", "attend", "pay", "join":
				found = true
			}
		case language.RelObj, language.RelIobj: // "asked the secretary to come": the infinitive hangs on the one asked
			t.children(c, func(g int) bool {
				if t.rel(g) == language.RelAcl && t.tok(g).XPOS == language.XPOSVB {
					switch t.lemma(g) {
					case "visit", "come", "travel", "attend", "pay", "join":
						found = true
					}
				}
				return !found
			})
		case language.RelObl, language.RelNmod:
			found = found || t.caseOf(c) == "to"
		}
		return !found
	})
	return found
}

func (p *page) followedBy(t *tree, i int, word string) bool {
	return i+1 < len(t.s.Tokens) && (t.word(i+1) == word || t.lemma(i+1) == word)
}

// byPhone tells whether words for telephone or video stand with a trigger.
func (p *page) byPhone(t *tree, i int) bool {
	found := false
	look := func(c int) bool {
		switch t.lemma(c) {
		case "telephone", "phone", "telephonic", "video", "videoconference", "teleconference", "link", "zoom", "virtual", "tele", "hotline", "online", "virtually", "remotely", "conference":
			if t.lemma(c) == "link" && !p.hasWord(t, "video") || t.lemma(c) == "conference" && !p.hasWord(t, "video") {
				return true
			}
			found = true
		}
		return !found
	}
	t.children(i, func(c int) bool {
		look(c)
		if !found && t.rel(c) != language.RelCcomp && t.rel(c) != language.RelConj && t.rel(c) != language.RelAdvcl && t.rel(c) != language.RelAclRelcl {
			t.children(c, look)
		}
		return !found
	})
	if h := t.head(i); !found && h >= 0 && !(t.rel(i) == language.RelConj && t.isVerb(i)) { // "spoke by telephone and will meet": each its own
		look(h)
		switch t.rel(i) {
		case language.RelObj, language.RelObl, language.RelXcomp, language.RelConj:
			t.children(h, func(c int) bool {
				if t.rel(c) == language.RelObl || t.rel(c) == language.RelAdvmod || t.rel(c) == language.RelOblUnmarked {
					look(c)
				}
				return !found
			})
		}
	}
	return found
}

func (p *page) hasWord(t *tree, lemma string) bool {
	for i := range t.s.Tokens {
		if t.lemma(i) == lemma {
			return true
		}
	}
	return false
}

// trigWord gives the word that tells of an event; empty where none does.
func (e *event) trigWord() string {
	if e.trig == nil {
		return ""
	}
	return e.trig.Word
}
