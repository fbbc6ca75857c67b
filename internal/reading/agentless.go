package reading

import (
	"slices"

	"github.com/chancery-project/chancery/internal/language"
)

// ofWhomTold completes talks that a passive without an agent tells of one side,
// "talks were also held with X", "a meeting with Y is planned", by the one of whom
// the sentence before speaks.
func (p *page) ofWhomTold(e *event) {
	if e.kind != Meeting || e.trig == nil || !e.trig.Noun || e.countries() == 0 || e.denied {
		return
	}
	for _, q := range e.parties { // "discussions were held with X and Y": both are the others
		if !slices.ContainsFunc(e.met, func(a actor) bool { return a.code == q.code && a.person == q.person }) {
			return
		}
	}
	t := p.tree(e.sent)
	v := t.head(e.tok)
	if v < 0 || t.rel(e.tok) != language.RelNsubjPass || !t.passive(v) || t.child(v, language.RelOblAgent) >= 0 || t.rel(v) == language.RelAclRelcl {
		return
	}
	if !t.childCase(e.tok, "with") && !t.childCase(v, "with") {
		return
	}
	switch t.lemma(v) {
	case "hold", "plan", "schedule", "expect", "conduct", "arrange", "set", "envisage", "foresee", "organise", "organize":
	default:
		return
	}
	a, ok := p.spokenOf(e.sent)
	if !ok || e.has(a.code) {
		return
	}
	e.add(a, RoleParty, e.sent)
}

// spokenOf gives the person of whom the one or two sentences before tell: the
// subject of the main clause.
func (p *page) spokenOf(si int) (actor, bool) {
	for s := si - 1; s >= 0 && si-s <= 2; s-- {
		if p.sents[s].built {
			if a, ok := p.mainSubject(s); ok && a.code != "" {
				return a, true
			}
		}
	}
	return actor{}, false
}
