package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// accordNoun names papers that states sign.
func accordNoun(lemma string) bool {
	switch lemma {
	case "agreement", "accord", "treaty", "pact", "memorandum", "mou", "deal", "protocol", "declaration", "contract", "convention", "document", "charter", "statement", "plan", "programme", "program", "partnership", "roadmap", "arrangement", "letter", "note", "communique", "framework", "compact", "truce", "ceasefire", "memoranda", "paper", "concordat":
		return true
	}
	return false
}

// weakAccord names papers that are agreements only when signed.
func weakAccord(lemma string) bool {
	switch lemma {
	case "statement", "plan", "document", "letter", "note", "communique", "programme", "program", "paper", "roadmap", "framework", "partnership", "arrangement", "declaration", "deal":
		return true
	}
	return false
}

// fillAgreement fills a treaty, accord or memorandum that parties sign.
func (p *page) fillAgreement(e *event, args []argument) bool {
	e.kind = Agreement
	t := p.tree(e.sent)
	accord := -1
	for _, a := range args {
		switch e.trig.Role(a.slot).Role {
		case lexicon.Accord:
			p.coordinates(e.sent, a.tok, func(c int) {
				if accord < 0 && accordNoun(strings.ToLower(t.lemma(c))) {
					accord = c
				}
			})
		case lexicon.Signer:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleParty, e.sent)
			}
		}
	}
	if accord < 0 {
		return false
	}
	if weakAccord(t.lemma(accord)) && e.trig.Word != "sign" && e.trig.Word != "initial" && e.trig.Word != "ink" {
		if t.lemma(accord) != "deal" && t.lemma(accord) != "arrangement" {
			return false
		}
	}
	for _, a := range t.nounArguments(accord, nil) { // "a treaty between India and France", "an accord with Iran"
		if !a.own {
			continue
		}
		switch a.slot {
		case lexicon.Between, lexicon.With:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				e.add(w, RoleParty, e.sent)
			}
		case lexicon.Comp:
			for _, w := range p.actors(e.sent, a.tok, nil) {
				if !w.weak && w.person == nobody {
					e.add(w, RoleParty, e.sent)
				}
			}
		}
	}
	for _, a := range args {
		if a.slot == lexicon.In || a.slot == lexicon.At {
			if l, ok := p.placeAt(e.sent, a.tok); ok {
				e.setPlace(l)
			}
		}
	}
	e.name = p.accordName(e.sent, accord)
	if e.countries() < 2 {
		// parties of the meeting it was signed at
		if !p.partiesFromContext(e) {
			return false
		}
	}
	p.dateEvent(e)
	p.finish(e)
	return true
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
		if o.kind != Meeting && o.kind != Summit && o.kind != Visit || e.sent-o.sent > 3 || o.denied || o.status != Held && e.status == Held {
			continue
		}
		fits := o.countries() >= 2 || o.kind == Visit
		for _, q := range e.parties {
			fits = fits && (o.has(q.code) || o.place.country == q.code)
		}
		if !fits {
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
	return p.text(si, from, to+1)
}
