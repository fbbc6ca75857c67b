package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// An accord that the report takes as made is an engagement of the past,
// whatever the clause says of it: "would abide by OPEC's October accord",
// "accused Ottawa of violating their lumber pact".

// standing tells whether the accord that e is read from is taken as made: its
// own time is past, or it is kept or broken.
func (p *page) standing(e *event) bool {
	t := p.tree(e.sent)
	if !e.definite && t.child(e.tok, language.RelNmodPoss) < 0 {
		return false
	}
	probe := *e
	probe.status, probe.says, probe.underway = Held, lexicon.SaysNothing, false
	if !p.hasOwnTime(&probe) && !p.keptOrBroken(t, e.tok) {
		return false
	}
	e.status, e.says, e.denied, e.underway = Held, lexicon.SaysNothing, false, false
	return true
}

// keptOrBroken tells whether a noun stands for what somebody holds to or not:
// "breached its accord", "the terms of their pact".
func (p *page) keptOrBroken(t *tree, i int) bool {
	h := t.head(i)
	if h >= 0 && t.caseOf(i) == "of" && (t.lemma(h) == "violation" || t.lemma(h) == "breach" || t.lemma(h) == "term") {
		return true
	}
	if h >= 0 && t.word(h) == "bound" && t.agent(i) { // "is bound by its treaty"
		return true
	}
	if h < 0 || !t.isVerb(h) || t.rel(i) != language.RelObj && t.rel(i) != language.RelObl && t.rel(i) != language.RelNsubjPass {
		return false
	}
	switch t.lemma(h) {
	case "violate", "breach", "break", "infringe", "flout", "honour", "honor", "observe", "respect", "abide", "comply", "adhere", "renege":
		return true
	}
	return false
}

// fileStanding files it, with no day but its own.
func (p *page) fileStanding(e *event, args []argument) bool {
	for _, a := range args {
		if a.slot == lexicon.Between {
			for _, w := range p.signers(e.sent, a.tok) {
				e.add(w, RoleParty, e.sent)
			}
		}
	}
	p.standingParties(e)
	e.earlier = true
	if !p.accordParties(e, e.tok) {
		return false
	}
	if p.hasOwnTime(e) {
		return p.fileAgreement(e, e.tok)
	}
	if p.isNamed(e.sent, e.tok) {
		e.name = p.accordName(e.sent, e.tok)
	}
	p.finish(e)
	return true
}

// standingParties takes in who made it besides those that accordParties knows:
// "the December accord by OPEC", "the Plaza pact of the Group of Five".
func (p *page) standingParties(e *event) {
	t := p.tree(e.sent)
	t.children(e.tok, func(c int) bool {
		if k := t.caseOf(c); t.rel(c) == language.RelNmod && (k == "by" || k == "of") {
			if m := p.mention(e.sent, c); m != nil && (m.kind == mState || m.kind == mOrg) {
				for _, w := range p.signers(e.sent, c) {
					e.add(w, RoleParty, e.sent)
				}
			}
		}
		return true
	})
}

// agreedBefore reads "The pact, agreed last December, calls on Canada": the
// parties are those of the paper told before.
func (p *page) agreedBefore(e *event) bool {
	t := p.tree(e.sent)
	accord := -1
	if h := t.head(e.tok); h >= 0 && h < e.tok && t.rel(e.tok) == language.RelAcl && accordNoun(strings.ToLower(t.lemma(h))) {
		accord = h
	} else if s := t.child(e.tok, language.RelNsubj, language.RelNsubjPass); s >= 0 && s == e.tok-2 && t.word(s+1) == "," && accordNoun(strings.ToLower(t.lemma(s))) {
		accord = s // read as the main verb
	} else if k := e.tok - 2; k >= 0 && t.word(k+1) == "," && accordNoun(strings.ToLower(t.lemma(k))) && t.tok(e.tok).XPOS != language.XPOSVB {
		accord = k
	}
	if accord < 0 || e.tok+1 < len(t.s.Tokens) && t.word(e.tok+1) == "by" || p.ofBusiness(e.sent, accord) || !p.timed(e) {
		return false
	}
	e.status = Held
	if !p.signersBefore(e, accord) && !p.signersBeside(e) {
		return false
	}
	return p.fileAgreement(e, accord)
}
