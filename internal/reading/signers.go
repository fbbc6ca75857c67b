package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// signersElsewhere finds the parties of a paper that is said to be signed
// without them: those of the clause that it governs, or of the paper told
// before that it takes up. It tells whether there are enough.
func (p *page) signersElsewhere(e *event, accord int) bool {
	switch e.trig.Word {
	case "sign", "initial", "ink", "conclude", "reach", "clinch", "seal":
	default:
		return false
	}
	if !p.tree(e.sent).passive(e.tok) || !p.timed(e) {
		return false
	}
	keep := len(e.parties)
	if p.signersUnder(e, accord) || p.signersBefore(e, accord) || p.signersBeside(e) {
		return true
	}
	e.parties = e.parties[:keep]
	return false
}

// inPresence adds those before whom papers are signed: "were signed in the
// presence of the two presidents".
func (p *page) inPresence(e *event, args []argument) []argument {
	t := p.tree(e.sent)
	t.children(e.tok, func(c int) bool {
		if t.lemma(c) == "presence" {
			if n := t.child(c, language.RelNmod); n >= 0 && t.caseOf(n) == "of" {
				args = append(args, argument{lexicon.Subj, n, true})
			}
		}
		return true
	})
	return args
}

// ratifier adds who deals with "a deal signed with the United States": the
// subject of the verb that the paper is the object of.
func (p *page) ratifier(e *event, accord int) {
	t := p.tree(e.sent)
	v := t.head(accord)
	if e.countries() != 1 || v < 0 || !t.isVerb(v) || t.rel(accord) != language.RelObj || t.rel(e.tok) != language.RelAcl {
		return
	}
	if s, passive := t.subject(v); s >= 0 && !passive {
		if as := p.signers(e.sent, s); len(as) == 1 {
			e.add(as[0], RoleParty, e.sent)
		}
	}
}

// timed tells whether the words of an event give its time.
func (p *page) timed(e *event) bool {
	probe := *e
	p.dateEvent(&probe)
	for _, k := range probe.times {
		if p.times[k].Sentence == e.sent {
			return true
		}
	}
	return false
}

// signersUnder reads "under an agreement signed in Beijing on Monday, China
// will build two reactors in Pakistan": who does what the agreement says.
func (p *page) signersUnder(e *event, accord int) bool {
	t := p.tree(e.sent)
	v := t.head(accord)
	if v < 0 || !t.isVerb(v) || t.caseOf(accord) != "under" {
		return false
	}
	for _, a := range t.verbArguments(v, true, nil) {
		switch a.slot {
		case lexicon.Subj, lexicon.Obj, lexicon.IObj, lexicon.With, lexicon.To, lexicon.For, lexicon.From, lexicon.In:
			if a.tok != accord {
				p.addStates(e, a.tok)
			}
			t.children(a.tok, func(c int) bool { // "two reactors in Pakistan"
				if t.rel(c) == language.RelNmod || t.rel(c) == language.RelNmodPoss {
					p.addStates(e, c)
				}
				return true
			})
		}
	}
	return e.countries() == 2
}

// signersBeside takes the two parties that a sentence names of a paper signed
// well before: "will ask Washington to renegotiate a pact signed last year".
func (p *page) signersBeside(e *event) bool {
	if e.trig.Word == "reach" || p.ofDebt(e.sent) || !p.wellBefore(e) {
		return false
	}
	for k := range p.sents[e.sent].mentions {
		m := &p.sents[e.sent].mentions[k]
		switch m.kind {
		case mState, mPeople, mOrg, mSeat, mPerson:
			for _, w := range p.signers(e.sent, int(m.from)) {
				w.weak, w.person = false, nobody
				e.add(w, RoleParty, e.sent)
			}
		}
	}
	return e.countries() == 2
}

// addStates adds the states that a noun phrase names.
func (p *page) addStates(e *event, i int) {
	if m := p.mention(e.sent, i); m == nil || m.kind != mState && m.kind != mOrg && m.kind != mPerson {
		return
	}
	for _, w := range p.signers(e.sent, i) {
		w.weak = false
		e.add(w, RoleParty, e.sent)
	}
}

// paper is the noun of an accord whose parties are asked for.
var paper = &lexicon.Trigger{Word: "accord", Noun: true, Kind: "agreement"}

// signersBefore takes the parties of the paper told last for "the agreement,
// signed last September": "a U.S.-Japan pact", "the treaty with Iran".
func (p *page) signersBefore(e *event, accord int) bool {
	if t := p.tree(e.sent); len(e.parties) > 0 || !t.childLemma(accord, language.RelDet, "the", "this", "that") {
		return false
	}
	for si := e.sent; si >= 0 && e.sent-si < 6; si-- {
		t := p.tree(si)
		for i := len(t.s.Tokens) - 1; i >= 0; i-- {
			if si == e.sent && i >= accord || t.upos(i) != language.NOUN && t.upos(i) != language.PROPN || !accordNoun(strings.ToLower(t.lemma(i))) || p.ofBusiness(si, i) {
				continue
			}
			probe := *e
			probe.parties = nil
			for _, a := range p.repair(si, i, paper, t.nounArguments(i, nil)) {
				switch a.slot {
				case lexicon.Between, lexicon.Comp, lexicon.Poss, lexicon.With, lexicon.Among:
					if a.own {
						for _, w := range p.signers(si, a.tok) {
							w.tok, w.weak = accord, false
							probe.add(w, RoleParty, e.sent)
						}
					}
				}
			}
			if probe.countries() >= 2 {
				e.parties = probe.parties
				return true
			}
		}
	}
	return false
}
