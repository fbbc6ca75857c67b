package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// fillAward fills an honour given by one state to another's official.
func (p *page) fillAward(e *event, args []argument) bool {
	e.kind = Award
	t := p.tree(e.sent)
	honour := -1
	for _, a := range args {
		role := e.trig.Role(a.slot).Role
		if (role == lexicon.Recipient || role == lexicon.NoRole) && p.honourAt(e.sent, a.tok) {
			honour = a.tok
			continue
		}
		switch role {
		case lexicon.Giver:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleGiver, e.sent)
			}
		case lexicon.Recipient:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleRecipient, e.sent)
			}
		case lexicon.Honour:
			if p.honourAt(e.sent, a.tok) {
				honour = a.tok
			}
		}
	}
	if honour < 0 { // "was awarded Russia's highest honour": object or predicate of the passive
		t.children(e.tok, func(c int) bool {
			if honour < 0 && (t.rel(c) == language.RelObj || t.rel(c) == language.RelXcomp || t.rel(c) == language.RelObl) && p.honourAt(e.sent, c) {
				honour = c
			}
			return true
		})
	}
	if honour < 0 || e.codeOf(RoleRecipient) == "" {
		return false
	}
	e.name = p.honourName(e.sent, honour)
	if e.codeOf(RoleGiver) == "" {
		for _, c := range p.modifierStates(e.sent, honour) {
			e.add(actor{person: nobody, code: c, tok: honour}, RoleGiver, e.sent)
		}
	}
	if e.codeOf(RoleGiver) == "" { // the host of the visit told of
		for k := len(p.events) - 1; k >= 0; k-- {
			o := &p.events[k]
			if o.kind == Visit && o.codeOf(RoleVisitor) == e.codeOf(RoleRecipient) && o.place.country != "" {
				e.add(actor{person: nobody, code: o.place.country}, RoleGiver, e.sent)
				break
			}
		}
	}
	if e.codeOf(RoleGiver) == "" || e.codeOf(RoleGiver) == e.codeOf(RoleRecipient) {
		return false
	}
	e.place.country = ""
	p.dateEvent(e)
	p.finish(e)
	return true
}

// honourAt tells whether the noun stands for an order, medal or title.
func (p *page) honourAt(si, i int) bool {
	t := p.tree(si)
	switch strings.ToLower(t.lemma(i)) {
	case "order", "medal", "honour", "honor", "cross", "award", "decoration", "collar", "star", "legion", "doctorate", "grand", "medallion", "sash", "eagle", "prize", "ribbon", "knighthood":
		return true
	}
	found := false
	t.children(i, func(c int) bool {
		if t.rel(c) == language.RelNmod && t.tok(c).Flags&language.FlagUpper != 0 {
			switch strings.ToLower(t.word(c)) {
			case "honour", "honor", "order", "medal", "award", "prize", "cross":
				found = true
			}
		}
		if t.rel(c) == language.RelCompound || t.rel(c) == language.RelAppos || t.rel(c) == language.RelFlat || t.rel(c) == language.RelNmod && t.caseOf(c) == "of" {
			switch strings.ToLower(t.lemma(c)) {
			case "order", "medal", "cross", "honour", "honor", "decoration", "award":
				found = true
			}
		}
		return true
	})
	return found
}

// honourName gives the name of an honour: the capitalised part of its phrase,
// or the whole phrase where nothing is capitalised.
func (p *page) honourName(si, i int) string {
	t := p.tree(si)
	from, to := t.span(i)
	start := -1
	for k := from; k <= to; k++ {
		switch strings.ToLower(t.word(k)) {
		case "order", "medal", "grand", "cross", "collar", "star", "legion":
			if t.tok(k).Flags&language.FlagUpper != 0 && start < 0 {
				start = k
			}
		}
	}
	if start < 0 {
		return p.text(si, i, i+1)
	}
	end := start + 1
	for end <= to {
		w := t.word(end)
		if t.tok(end).Flags&language.FlagUpper != 0 || w == "of" || w == "the" || w == "and" || w == "-" || w == "." || w == "St" {
			end++
			continue
		}
		break
	}
	for end > start+1 && t.tok(end-1).Flags&language.FlagUpper == 0 {
		end--
	}
	return p.text(si, start, end)
}
