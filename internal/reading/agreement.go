package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// accordNoun names papers that states sign.
func accordNoun(lemma string) bool {
	switch lemma {
	case "agreement", "accord", "treaty", "pact", "memorandum", "mou", "deal", "protocol", "declaration", "contract", "convention", "document", "charter", "statement", "plan", "programme", "program", "partnership", "roadmap", "arrangement", "letter", "note", "communique", "framework", "compact", "truce", "ceasefire", "cease-fire", "memoranda", "paper", "concordat", "bargain", "instrument", "armistice", "entente":
		return true
	}
	return false
}

// ratified tells whether a paper is one of ratification, by whose exchange a
// treaty takes effect, or a letter of intent, which is signed like an accord.
func ratified(t *tree, i int) bool {
	found := false
	t.children(i, func(c int) bool {
		switch t.lemma(c) {
		case "ratification", "intent", "acceptance":
			found = true
		}
		return !found
	})
	return found
}

// weakAccord names papers that are agreements only when signed.
func weakAccord(lemma string) bool {
	switch lemma {
	case "statement", "plan", "document", "instrument", "letter", "note", "communique", "programme", "program", "paper", "roadmap", "framework", "partnership", "arrangement", "declaration", "deal":
		return true
	}
	return false
}

// amount names words that count papers: "a batch of accords".
func amount(lemma string) bool {
	switch lemma {
	case "batch", "series", "number", "variety", "package", "raft", "dozen", "set", "host", "range", "bundle", "slew", "pair", "score", "string", "text", "draft", "handful", "copy", "round":
		return true
	}
	return false
}

// fillAgreement fills a treaty, accord or memorandum that parties sign.
func (p *page) fillAgreement(e *event, args []argument) bool {
	e.kind = Agreement
	t := p.tree(e.sent)
	switch {
	case e.trig.Noun:
		return p.fillAccord(e, args)
	case e.trig.Word == "agree":
		return p.fillAgreed(e, args)
	}
	accord := -1
	for _, a := range args {
		if e.trig.Role(a.slot).Role == lexicon.Accord && accord < 0 {
			accord = p.accordAt(e.sent, a.tok)
		}
	}
	if accord < 0 && (t.rel(e.tok) == language.RelAcl || t.rel(e.tok) == language.RelAclRelcl) {
		h := t.head(e.tok)
		for n := 0; n < 2 && h >= 0 && !accordNoun(strings.ToLower(t.lemma(h))) && t.rel(h) == language.RelNmod; n++ {
			h = t.head(h) // "an accord on cooperation that they signed"
		}
		if h >= 0 && accordNoun(strings.ToLower(t.lemma(h))) { // "the accord that their countries signed"
			accord = h
		}
	}
	if k := e.tok - 2; accord < 0 && k >= 0 && t.tok(e.tok).XPOS == language.XPOSVBN && t.word(k+1) == "," && (t.upos(k) == language.NOUN || t.upos(k) == language.PROPN) && accordNoun(strings.ToLower(t.lemma(k))) {
		accord = k // "Under the pact, signed in Rome by the ministers,": hung on the main clause
		args = slices.DeleteFunc(args, func(a argument) bool {
			return a.slot == lexicon.Subj && t.rel(a.tok) != language.RelOblAgent && t.rel(a.tok) != language.RelObl
		})
	}
	if accord < 0 && !t.passive(e.tok) {
		if i := p.accordBehind(e.sent, e.tok); i >= 0 {
			accord = i
		}
	}
	if s := t.child(e.tok, language.RelNsubj); accord < 0 && s >= 0 && t.child(e.tok, language.RelAux, language.RelObj) < 0 && e.tok > 0 && t.word(e.tok-1) == "," {
		if accord = p.accordAt(e.sent, s); accord >= 0 { // "The accord, concluded last year, entered into force", read as its main verb
			args = slices.DeleteFunc(args, func(a argument) bool { return a.tok == s })
		}
	}
	if accord < 0 || p.weakFor(e, accord) || p.ofBusiness(e.sent, accord) {
		return false
	}
	named, refused := 0, false
	args = p.inPresence(e, p.moreSigners(e, args))
	for _, a := range args {
		if r := e.trig.Role(a.slot).Role; r == lexicon.Signer && a.tok != accord {
			as := p.signers(e.sent, a.tok)
			named += len(as)
			for _, w := range as {
				e.add(w, RoleParty, e.sent)
			}
			if len(as) == 0 && (a.slot != lexicon.Subj || !t.passive(e.tok)) && !isRelative(t.word(a.tok)) && !p.isGroup(e.sent, a.tok) {
				refused = true // a company, a bank, "creditors"
			}
		}
	}
	if named == 0 && (t.rel(e.tok) == language.RelAcl || t.rel(e.tok) == language.RelAclRelcl) && accord < e.tok {
		for k := accord + 1; k < e.tok; k++ { // "the truce that negotiators of the two countries signed"
			if as := p.signers(e.sent, k); len(as) > 0 && t.upos(k) != language.ADJ {
				refused = false
				for _, w := range as {
					e.add(w, RoleParty, e.sent)
				}
				break
			}
		}
	}
	if refused {
		return false
	}
	if named == 0 && len(e.parties) > 0 && !t.passive(e.tok) && e.tok < accord { // "reaching agreements with Chile and Venezuela": the other side is not told
		e.parties = e.parties[:0]
	}
	if !p.accordParties(e, accord) {
		return false
	}
	for _, a := range args {
		if a.slot == lexicon.In || a.slot == lexicon.At {
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				e.setPlace(l)
			}
		}
	}
	if e.trig.Word == "negotiate" || e.trig.Word == "draft" || finalises(e.trig.Word) && t.tok(e.tok).XPOS == language.XPOSVBG {
		if e.status == Held {
			e.status = Proposed
		}
		if !p.isNamed(e.sent, accord) {
			return false
		}
	}
	if e.status == Held && p.nearTo(e) {
		e.status = Proposed
	}
	if e.status == Proposed && !p.isNamed(e.sent, accord) { // "hopes that they would reach a deal"
		return false
	}
	return p.fileAgreement(e, accord)
}

// finalises names the verb for the last work on a paper, which is done once it
// is told in the past.
func finalises(word string) bool { return word == "finalise" || word == "finalize" }

// nearTo tells "are close to reaching a deal", "on the verge of signing".
func (p *page) nearTo(e *event) bool {
	t := p.tree(e.sent)
	for k := e.tok - 1; k >= 0 && e.tok-k < 4; k-- {
		switch t.lemma(k) {
		case "close", "near", "verge", "brink", "toward", "towards", "point":
			return true
		}
	}
	return false
}

// moreSigners adds subjects that the tree has hung elsewhere: a second subject
// beside "Prime Ministers", the subject of the main clause before "and signed",
// and whom a list behind "by" names.
func (p *page) moreSigners(e *event, args []argument) []argument {
	t := p.tree(e.sent)
	first := -1
	t.children(e.tok, func(c int) bool {
		if t.rel(c) == language.RelNsubj {
			if first >= 0 {
				args = append(args, argument{lexicon.Subj, c, true})
			}
			first = c
		}
		return true
	})
	if h := t.head(e.tok); first < 0 && t.rel(e.tok) == language.RelConj && t.tok(e.tok).XPOS == language.XPOSVBD && h >= 0 && t.tok(h).XPOS == language.XPOSVB {
		for at := t.head(h); at >= 0; at = t.head(at) {
			if s := t.child(at, language.RelNsubj); s >= 0 && t.tok(at).XPOS == language.XPOSVBD {
				keep := args[:0]
				for _, a := range args {
					if a.slot != lexicon.Subj {
						keep = append(keep, a)
					}
				}
				args = append(keep, argument{lexicon.Subj, s, true})
				break
			}
		}
	}
	if !t.passive(e.tok) {
		return args
	}
	behind := false
	for k := e.tok + 1; k < len(t.s.Tokens); k++ {
		if w := t.word(k); w == "by" && k-e.tok < 5 {
			behind = true
		} else if w == ";" || t.upos(k) == language.VERB {
			break
		}
		if m := p.mention(e.sent, k); behind && m != nil && m.kind == mPerson && int(m.from) == k && p.people[m.person].country != "" {
			args = append(args, argument{lexicon.Subj, k, true})
		}
	}
	return args
}

// isGroup tells whether a noun stands for officials without naming them.
func (p *page) isGroup(si, i int) bool {
	t := p.tree(si)
	if m := p.mention(si, i); m != nil && m.kind == mOffice {
		return true
	}
	return lexicon.Group(t.lemma(i)) != lexicon.NoGroup || t.upos(i) == language.PRON && t.word(i) != "it" && t.word(i) != "It" || t.lemma(i) == "both"
}

// isRelative names the pronouns that take up a noun told before.
func isRelative(word string) bool {
	switch word {
	case "that", "which", "who", "That", "Which", "it", "this", "It", "This":
		return true
	}
	return false
}

// signers gives the states and officials that a noun phrase stands for.
func (p *page) signers(si, i int) []actor {
	as := p.actors(si, i, nil)
	keep := as[:0]
	for _, a := range as {
		if a.code != "" || a.person != nobody {
			keep = append(keep, a)
		}
	}
	if t := p.tree(si); len(keep) == 0 {
		switch lemma := t.lemma(i); {
		case lexicon.Group(lemma) == lexicon.Officials: // "negotiators of the two countries"
			t.children(i, func(c int) bool {
				if t.rel(c) == language.RelNmod && t.caseOf(c) == "of" {
					keep = p.actors(si, c, keep)
				}
				return true
			})
		case lemma == "member": // "OPEC members"
			for _, c := range p.modifierStates(si, i) {
				keep = append(keep, actor{person: nobody, code: c, tok: i})
			}
		}
	}
	return keep
}

// accordAt gives the noun of an agreement in a phrase: itself, one coordinated
// with it, or what it counts; -1 if there is none.
func (p *page) accordAt(si, i int) int {
	t := p.tree(si)
	found := -1
	p.coordinates(si, i, func(c int) {
		if found < 0 && accordNoun(strings.ToLower(t.lemma(c))) {
			found = c
		}
	})
	if found < 0 && (amount(t.lemma(i)) || t.upos(i) == language.NUM) {
		t.children(i, func(c int) bool {
			if t.rel(c) == language.RelNmod && t.caseOf(c) == "of" && accordNoun(strings.ToLower(t.lemma(c))) {
				found = c
			}
			return found < 0
		})
	}
	return found
}

// accordBehind finds the object of a verb that the tree has hung elsewhere:
// the first noun of an agreement behind it before another clause begins.
func (p *page) accordBehind(si, v int) int {
	t := p.tree(si)
	for k := v + 1; k < len(t.s.Tokens) && k-v < 11; k++ {
		switch w := t.word(k); {
		case w == ";", w == "that", w == "which", w == "who", w == "but":
			return -1
		case t.upos(k) == language.VERB && t.tok(k).XPOS != language.XPOSVBN:
			return -1
		}
		if (t.upos(k) == language.NOUN || t.upos(k) == language.PROPN) && accordNoun(strings.ToLower(t.lemma(k))) && (k+1 >= len(t.s.Tokens) || t.upos(k+1) != language.NOUN) {
			return k
		}
	}
	return -1
}

// weakFor tells whether a paper is no agreement under the verb: a statement is
// one only if it is signed.
func (p *page) weakFor(e *event, accord int) bool {
	t := p.tree(e.sent)
	l := strings.ToLower(t.lemma(accord))
	if ratified(t, accord) {
		return false
	}
	switch e.trig.Word {
	case "exchange":
		if l == "note" { // "exchanged notes on a loan for the port"
			return !p.isNamed(e.sent, accord)
		}
		if l == "document" { // "twelve documents were exchanged"
			return t.child(accord, language.RelNummod) < 0
		}
	case "sign", "initial", "ink":
		return l == "note" || l == "letter" || l == "communique"
	case "seal", "conclude", "establish":
		if l == "partnership" && t.childLemma(accord, language.RelAmod, "strategic", "comprehensive") {
			return false
		}
	}
	return weakAccord(l) && l != "deal" && l != "arrangement"
}

// ofBusiness tells papers between firms, or between a state and its banks.
func (p *page) ofBusiness(si, accord int) bool {
	t := p.tree(si)
	from, to := max(accord-4, 0), min(accord+9, len(t.s.Tokens)-1)
	for k := accord; k > from; k-- {
		if t.upos(k) == language.VERB || t.word(k) == "," {
			from = k
		}
	}
	for k := from; k <= to; k++ {
		if k > accord && (t.word(k) == "," || t.word(k) == ";" || speech(t.lemma(k))) {
			break
		}
		switch strings.ToLower(t.word(k)) {
		case "merger", "concern", "acquisition", "purchase", "underwriting", "credit", "loan", "rescheduling", "creditor", "creditors", "bank", "banks", "lenders", "shareholder", "shareholders", "takeover", "licensing", "license", "employment", "definitive", "sale", "stock", "unions", "company", "companies", "subsidiary", "inc", "corp", "ltd", "plc", "co", "marketing", "joint-venture", "pay", "wage":
			return true
		case "labor", "labour":
			if k < accord {
				return true
			}
		}
	}
	return false
}

// isNamed tells whether a phrase says which accord it speaks of: "a free trade
// treaty", "an agreement on fisheries".
func (p *page) isNamed(si, accord int) bool {
	t := p.tree(si)
	found := false
	t.children(accord, func(c int) bool {
		switch t.rel(c) {
		case language.RelCompound:
			found = true
		case language.RelAmod:
			switch t.lemma(c) {
			case "new", "possible", "final", "good", "formal", "separate", "such", "several", "many", "other", "draft":
			default:
				found = found || p.mention(si, c) == nil
			}
		case language.RelNmod:
			k := t.caseOf(c)
			found = found || k == "on" || k == "of" || k == "for"
		case language.RelAcl:
			found = true
		}
		return !found
	})
	return found
}

// accordParties takes in the parties that stand with the noun, and those of
// the occasion where too few are named. It tells whether there are enough.
func (p *page) accordParties(e *event, accord int) bool {
	t := p.tree(e.sent)
	sides := len(e.parties)
	for _, a := range t.nounArguments(accord, nil) { // "a treaty between India and France", "an accord with Iran"
		if !a.own {
			continue
		}
		switch a.slot {
		case lexicon.Between, lexicon.With, lexicon.Among:
			as := p.signers(e.sent, a.tok)
			if len(as) == 0 {
				return false // "an agreement with its creditors"
			}
			for _, w := range as {
				e.add(w, RoleParty, e.sent)
			}
			if a.slot != lexicon.With {
				sides += len(as)
			}
		case lexicon.Comp, lexicon.Poss:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				if a.slot == lexicon.Poss {
					sides++
				}
				if !w.weak && (w.person == nobody || a.slot == lexicon.Poss) {
					e.add(w, RoleParty, e.sent)
				}
			}
		case lexicon.In, lexicon.At:
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				e.setPlace(l)
			}
		}
	}
	if e.countries() < 2 { // "the U.S.-Japan semiconductor pact"
		if codes := p.modifierStates(e.sent, accord); len(codes) == 2 && (e.countries() == 0 || slices.Contains(codes, e.parties[0].code)) {
			for _, c := range codes {
				e.add(actor{person: nobody, code: c, tok: accord}, RoleParty, e.sent)
			}
			sides += 2
		}
	}
	if e.countries() == 1 { // "signed an accord on visas for officials with the minister": hung on the matter
		for k := accord + 1; k < len(t.s.Tokens); k++ {
			if m := p.mention(e.sent, k); t.caseOf(k) != "with" || m == nil || m.kind != mPerson && m.kind != mOffice || t.head(k) == accord || t.head(k) == e.tok || !t.within(k, e.tok) {
				continue
			}
			for _, w := range p.signers(e.sent, k) {
				e.add(w, RoleParty, e.sent)
				sides++
			}
			break
		}
	}
	if e.countries() == 0 { // "a protocol amending the convention between Switzerland and Slovenia"
		for k := range t.s.Tokens {
			if t.caseOf(k) == "between" && t.rel(k) == language.RelNmod && t.head(k) != accord && (accordNoun(strings.ToLower(t.lemma(t.head(k)))) || t.head(t.head(k)) == accord && t.caseOf(t.head(k)) == "of") && t.within(k, accord) {
				for _, w := range p.signers(e.sent, k) {
					e.add(w, RoleParty, e.sent)
					sides++
				}
			}
		}
	}
	if e.countries() == 0 && accord+2 < len(t.s.Tokens) && t.word(accord+1) == "with" {
		if m := p.mention(e.sent, accord+2); m != nil && m.kind == mState {
			e.add(actor{person: nobody, code: m.code, tok: accord + 2}, RoleParty, e.sent)
		}
	}
	if e.countries() == 1 && sides == 0 && e.trig.Word == "sign" { // "Baerbock said a pact with Britain would be signed"
		if a, ok := p.mainSubject(e.sent); ok && a.code != "" && a.code != e.parties[0].code {
			e.add(a, RoleParty, e.sent)
			sides++
		}
	}
	p.ratifier(e, accord)
	if sides >= 1 && e.countries() >= 2 {
		return true
	}
	if x := t.tok(e.tok).XPOS; sides >= 1 && e.trig.Word != "sign" && e.countries() == 1 && p.isBody(e.parties[0].code) && (x == language.XPOSVBD || x == language.XPOSVBN || e.trig.Noun && p.hasOwnTime(e)) {
		return true // "OPEC's December agreement"
	}
	if len(e.parties) > 0 && e.countries() == 0 { // "signed the paper by which Saudi Arabia and Iran took each other back"
		t.children(accord, func(c int) bool {
			if t.rel(c) == language.RelAclRelcl || t.rel(c) == language.RelAcl {
				if s := t.child(c, language.RelNsubj); s >= 0 {
					for _, w := range p.signers(e.sent, s) {
						e.add(w, RoleParty, e.sent)
					}
				}
			}
			return true
		})
		if e.countries() >= 2 {
			return true
		}
	}
	if e.earlier {
		return false
	}
	if p.signersElsewhere(e, accord) {
		return true
	}
	switch e.trig.Word {
	case "sign", "initial", "ink", "exchange", "signing", "signature", "name":
	default: // "an agreement was reached" may be anybody's
		if e.status != Held || p.ofDebt(e.sent) {
			return false
		}
	}
	return p.partiesFromContext(e)
}

// ofDebt tells whether a sentence speaks of loans and debts.
func (p *page) ofDebt(si int) bool {
	t := p.tree(si)
	for i := range t.s.Tokens {
		switch t.lemma(i) {
		case "debt", "loan", "bank", "banker", "creditor", "repayment", "financing", "company":
			return true
		}
	}
	return false
}

// fileAgreement names, dates and files an agreement.
func (p *page) fileAgreement(e *event, accord int) bool {
	t := p.tree(e.sent)
	if p.isNamed(e.sent, accord) {
		e.name = p.accordName(e.sent, accord)
	}
	if e.definite = t.childLemma(accord, language.RelDet, "the", "this", "that", "these"); e.definite && e.status == Planned {
		if p.stillToSign(e) {
			return true
		}
	}
	told := e.status
	p.dateEvent(e)
	if first, _, ok := e.when.Bounds(); ok && told == Held && first > p.ref { // "signed a programme up to 2030"
		e.when, e.times, e.status = "", nil, told
	}
	p.finish(e)
	return true
}

// stillToSign reads "the document will be signed next week" of a treaty that
// the report has told as agreed.
func (p *page) stillToSign(e *event) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Agreement || e.sent-o.sent > 4 || !statesAgree(o, e) || o.status != Held || o.when != "" {
			continue
		}
		p.dateEvent(e)
		o.status, o.when, o.times, o.place = Planned, e.when, e.times, e.place
		for _, q := range e.parties {
			o.add(actor{person: q.person, code: q.code, office: q.office, tok: q.tok}, RoleParty, q.sent)
		}
		o.spans = append(o.spans, p.spanOf(e))
		return true
	}
	return false
}

func (p *page) coordinates(si, i int, f func(int)) {
	f(i)
	t := p.tree(si)
	t.children(i, func(c int) bool {
		if t.rel(c) == language.RelConj && !t.isVerb(c) {
			p.coordinates(si, c, f)
		}
		return true
	})
}

// partiesFromContext takes the parties from the engagement told last, if the
// parties that are known are among them.
func (p *page) partiesFromContext(e *event) bool {
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.kind != Meeting && o.kind != Summit && o.kind != Visit || e.sent-o.sent > 6 || o.denied || o.status != Held && e.status == Held {
			continue
		}
		fits := (o.countries() >= 2 || o.kind == Visit) && !p.bodyAtHost(o)
		for _, q := range e.parties {
			fits = fits && (q.code == "" || o.has(q.code) || o.place.country == q.code)
		}
		if !fits || e.sent-o.sent > 3 && len(e.parties) > 0 {
			continue
		}
		for _, q := range o.parties {
			e.add(actor{person: nobody, code: q.code}, RoleParty, q.sent)
		}
		if o.kind == Visit {
			e.add(actor{person: nobody, code: o.place.country}, RoleParty, o.sent)
		}
		e.setPlace(o.place)
		return e.countries() >= 2
	}
	return false
}

// accordName gives the phrase that names an accord, without its article.
func (p *page) accordName(si, i int) string {
	t := p.tree(si)
	from, to := i, i
	t.children(i, func(c int) bool {
		switch t.rel(c) {
		case language.RelCompound, language.RelAmod, language.RelNmodDesc, language.RelFlat:
			a, b := t.span(c)
			from, to = min(from, a), max(to, b)
		case language.RelNmod:
			if k := t.caseOf(c); k == "on" || k == "of" {
				_, b := t.span(c)
				if b-i < 9 {
					to = max(to, b)
				}
			}
		}
		return true
	})
	for k := i + 1; k < to; k++ { // "a memorandum on hydrogen in Riyadh": signed there
		if w := t.word(k); w == "in" || w == "at" {
			if _, ok := p.placeAt(si, to); ok {
				to = k - 1
			}
		}
	}
	return p.text(si, from, to+1)
}

// fillAccord reads an agreement told by its noun: "the signing of two
// treaties", "their signatures to a declaration", "closed the meeting with
// nineteen agreements", "a pact with Iran is being negotiated".
func (p *page) fillAccord(e *event, args []argument) bool {
	t := p.tree(e.sent)
	switch e.trig.Word {
	case "signing", "signature", "name", "exchange", "conclusion":
		return p.fillSigning(e, args)
	}
	h := t.head(e.tok)
	if h < 0 || weakAccord(t.lemma(e.tok)) && e.trig.Word != "partnership" && e.trig.Word != "deal" || p.ofBusiness(e.sent, e.tok) {
		return false
	}
	if e.trig.Word == "partnership" && !t.childLemma(e.tok, language.RelAmod, "strategic", "comprehensive") {
		return false
	}
	e.definite = t.childLemma(e.tok, language.RelDet, "the", "this", "that", "these")
	governor := t.lemma(h)
	rel := t.rel(e.tok)
	for n := 0; n < 2 && rel == language.RelConj && h >= 0; n++ {
		rel, h = t.rel(h), t.head(h)
	}
	if h < 0 {
		return false
	}
	if rel == language.RelNmod && amount(governor) {
		rel, h = t.rel(h), t.head(h)
		if h < 0 {
			return false
		}
	}
	governor = t.lemma(h)
	if !accordVerb(governor) && p.standing(e) {
		return p.fileStanding(e, args)
	}
	switch {
	case t.isVerb(h) && (rel == language.RelObj || rel == language.RelNsubjPass):
		switch governor {
		case "announce", "unveil", "hail", "produce", "yield", "secure", "approve", "adopt", "establish", "declare", "form", "launch", "proclaim":
			if e.definite || rel == language.RelObj && !p.subjectsFor(e, h) {
				return false
			}
			if st, neg, _ := p.tense(t, h); !neg && e.status == Planned && e.says == lexicon.SaysPlan { // "announced a deal": it is made
				e.status = st
			}
		case "seek", "consider", "propose", "offer", "prepare", "finalise", "finalize", "explore", "want", "pursue", "near":
			if !p.isNamed(e.sent, e.tok) || e.definite {
				return false
			}
			if e.status == Held {
				e.status = Proposed
			}
			p.subjectsFor(e, h)
		default:
			if accordVerb(governor) || !p.hasOwnTime(e) {
				return false
			}
		}
	case t.caseOf(e.tok) == "with" && (t.isVerb(h) && rel == language.RelObl || rel == language.RelNmod && t.head(h) >= 0 && t.isVerb(t.head(h)) && t.rel(h) == language.RelObj):
		if !t.isVerb(h) { // "concluded a visit to Kathmandu with a memorandum"
			h = t.head(h)
			governor = t.lemma(h)
		}
		switch governor {
		case "end", "close", "conclude", "finish", "crown", "cap", "wrap", "seal":
		default:
			return false
		}
		if st, neg, _ := p.tense(t, h); !neg {
			e.status = st
		}
		if !p.partiesFromContext(e) {
			return false
		}
		return p.fileAgreement(e, e.tok)
	default:
		// "the Paris accord that the five reached last month" is the verb's
		if !p.hasOwnTime(e) {
			return false
		}
	}
	for _, a := range args {
		if a.slot == lexicon.Between {
			for _, w := range p.signers(e.sent, a.tok) {
				e.add(w, RoleParty, e.sent)
			}
		}
	}
	if !p.accordParties(e, e.tok) {
		return false
	}
	return p.fileAgreement(e, e.tok)
}

// accordVerb names verbs that are read themselves, with the accord as their
// object.
func accordVerb(lemma string) bool {
	for _, tr := range lexicon.Verb(lemma) {
		if tr.Kind == "agreement" {
			return true
		}
	}
	return false
}

// hasOwnTime tells whether a past time stands with the noun itself: "the Paris
// agreement last month", "the treaty of 2001".
func (p *page) hasOwnTime(e *event) bool {
	t := p.tree(e.sent)
	for _, k := range p.sents[e.sent].times {
		x := &p.times[k]
		if x.Type == timex.Date && t.head(p.timeHead(t, x)) == e.tok {
			if _, last, ok := p.resolve(e, k).Bounds(); ok && last < p.ref && last > p.ref-800 {
				return true
			}
		}
	}
	return false
}

// subjectsFor adds the subjects of a verb as parties and tells whether they
// are two.
func (p *page) subjectsFor(e *event, v int) bool {
	t := p.tree(e.sent)
	if s, passive := t.subject(v); s >= 0 && !passive && !p.ofFirm(e.sent, s) {
		for _, w := range p.signers(e.sent, s) {
			e.add(w, RoleParty, e.sent)
		}
		t.children(v, func(c int) bool { // a second subject beside "Ports Minister"
			if t.rel(c) == language.RelNsubj && c != s && !p.ofFirm(e.sent, c) {
				for _, w := range p.signers(e.sent, c) {
					e.add(w, RoleParty, e.sent)
				}
			}
			return true
		})
	}
	return e.countries() >= 2
}

// ofFirm tells whether a noun phrase names a company.
func (p *page) ofFirm(si, i int) bool {
	t := p.tree(si)
	from, to := t.span(i)
	for k := from; k <= to; k++ {
		switch t.word(k) {
		case "Corp", "Co", "Inc", "Ltd", "PLC", "Plc", "AG", "SA", "Bank", "company", "firm", "Group":
			return true
		}
	}
	return false
}

// fillSigning reads "the signing of agreements", "put their signatures to".
func (p *page) fillSigning(e *event, args []argument) bool {
	t := p.tree(e.sent)
	accord := -1
	switch e.trig.Word {
	case "signing", "exchange", "conclusion":
		for _, a := range args {
			if a.own && a.slot == lexicon.Of && accord < 0 {
				accord = p.accordAt(e.sent, a.tok)
			}
		}
	default:
		h := t.head(e.tok)
		if h < 0 || !t.isVerb(h) || t.lemma(h) != "put" && t.lemma(h) != "set" && t.lemma(h) != "affix" && t.lemma(h) != "append" {
			return false
		}
		accord = p.accordBehind(e.sent, e.tok)
	}
	if accord < 0 {
		return false
	}
	p.addJoined(e, accord)
	joined := e.countries() > 1
	for _, a := range args {
		if a.slot == lexicon.Subj || a.slot == lexicon.By || a.slot == lexicon.Between {
			for _, w := range p.signers(e.sent, a.tok) {
				if !joined || e.has(w.code) { // who sees the paper of two others signed is no party
					e.add(w, RoleParty, e.sent)
				}
			}
		}
	}
	if h := t.head(e.tok); e.countries() < 2 && h >= 0 && t.isVerb(h) { // "presided over the signing"
		p.subjectsFor(e, h)
	}
	if !p.accordParties(e, accord) {
		return false
	}
	return p.fileAgreement(e, accord)
}

// addJoined adds the two states whose names make that of an accord: "the
// Armenia-Azerbaijan peace agreement".
func (p *page) addJoined(e *event, accord int) {
	t := p.tree(e.sent)
	for k := accord - 1; k > 1 && accord-k < 6; k-- {
		if !glue(t.word(k)) || t.word(k) == "'" || t.word(k) == "’" {
			continue
		}
		a, b := p.mention(e.sent, k-1), p.mention(e.sent, k+1)
		if a == nil || b == nil || a.kind != mState && a.kind != mPeople || b.kind != mState && b.kind != mPeople || a.code == b.code {
			continue
		}
		e.add(actor{person: nobody, code: a.code, tok: k - 1}, RoleParty, e.sent)
		e.add(actor{person: nobody, code: b.code, tok: k + 1}, RoleParty, e.sent)
		return
	}
}

// fillAgreed reads "agreed to restore relations", "agreed on a treaty", and
// what the members of an organisation agreed some time ago.
func (p *page) fillAgreed(e *event, args []argument) bool {
	t := p.tree(e.sent)
	status, _, _ := p.tense(t, e.tok)
	if e.denied || e.status == Proposed || status != Held {
		return false
	}
	e.status = Held
	under := -1
	if t.passive(e.tok) { // "the accords agreed by the Group of Five"
		if h := t.head(e.tok); h >= 0 && t.rel(e.tok) == language.RelAcl {
			under = p.accordAt(e.sent, h)
		}
		if under < 0 {
			return p.agreedBefore(e)
		}
	}
	subjects := 0
	for _, a := range args {
		if a.slot == lexicon.Subj || a.slot == lexicon.With {
			for _, w := range p.signers(e.sent, a.tok) {
				e.add(w, RoleParty, e.sent)
				subjects++
			}
		}
	}
	if subjects == 0 {
		return p.agreedBefore(e)
	}
	body := e.countries() == 1 && p.isBody(e.parties[0].code)
	if e.countries() < 2 && !body {
		return false
	}
	accord, ties := -1, false
	t.children(e.tok, func(c int) bool {
		switch t.rel(c) {
		case language.RelObl, language.RelObj:
			k := t.caseOf(c)
			if k == "under" && under < 0 { // "under the Paris accords, the five agreed to"
				under = p.accordAt(e.sent, c)
			}
			if (k == "on" || k == "to" || t.rel(c) == language.RelObj) && accord < 0 {
				if i := p.accordAt(e.sent, c); i >= 0 && !weakAccord(t.lemma(i)) {
					accord = i
				}
			}
		case language.RelXcomp, language.RelAdvcl, language.RelCcomp:
			switch t.lemma(c) {
			case "restore", "resume", "normalise", "normalize", "establish", "reestablish", "re-establish", "renew", "reopen", "upgrade":
				if o := t.child(c, language.RelObj); o >= 0 {
					switch t.lemma(o) {
					case "relation", "tie", "relationship", "embassy":
						ties = true
					}
				}
			}
		}
		return true
	})
	switch {
	case accord >= 0:
		if p.ofBusiness(e.sent, accord) {
			return false
		}
		return p.fileAgreement(e, accord)
	case ties:
	case under >= 0 && !p.ofBusiness(e.sent, under):
		return p.fileAgreement(e, under)
	case body || e.countries() >= 3:
		if !p.wellBefore(e) || !p.hasOwnTime(e) {
			return false
		}
	default:
		return false
	}
	p.dateEvent(e)
	p.finish(e)
	return true
}

// wellBefore tells whether the sentence dates the event well before the report.
func (p *page) wellBefore(e *event) bool {
	probe := *e
	p.dateEvent(&probe)
	own := false
	for _, k := range probe.times {
		own = own || p.times[k].Sentence == e.sent
	}
	_, last, ok := probe.when.Bounds()
	return ok && own && last < p.ref-14 && last > p.ref-800
}

// settleAgreements gives signed agreements the day and the place of the summit
// or meeting of the same parties, or of the story, where their own words give
// none.
func (p *page) settleAgreements(events []event) {
	for i := range events {
		e := &events[i]
		if e.kind != Agreement || e.status != Held {
			continue
		}
		own := false
		for _, k := range e.times {
			for _, at := range e.told {
				own = own || p.times[k].Sentence == at.sent
			}
		}
		for k := range events {
			o := &events[k]
			if o.kind != Meeting && o.kind != Summit && o.kind != Visit || o.status != Held || o.when == "" || e.when == "" || !overlap(o.when, e.when) {
				continue
			}
			if !statesAgree(o, e) && !(o.kind == Visit && e.has(o.place.country) && e.has(o.codeOf(RoleVisitor))) {
				continue
			}
			if !own && e.when.Days() > 1 && o.when.Days() == 1 && o.kind != Visit {
				e.when, e.times = o.when, o.times
			}
			if e.place.country == "" {
				e.setPlace(o.place)
			}
		}
		if e.place.country == "" && e.has(p.here.country) {
			if first, last, ok := e.when.Bounds(); ok && first >= p.ref-1 && last <= p.ref+1 {
				e.setPlace(p.here)
			}
		}
	}
}
