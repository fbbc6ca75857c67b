package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// nameEscorts names those whom the report brings in apart from the journey or
// the talks: "Foreign Minister Kuranari will accompany Nakasone", "Funaro, who
// is accompanied by Gros,", "the Nigerian team, headed by Okongwu,".
func (p *page) nameEscorts(events []event) {
	if len(events) == 0 {
		return
	}
	for si := range p.sents {
		if !p.tellsEscort(si) {
			continue
		}
		t := p.tree(si)
		for i := range t.s.Tokens {
			if t.upos(i) != language.VERB {
				continue
			}
			switch t.lemma(i) {
			case "accompany":
				p.escorts(events, si, i)
			case "lead", "head":
				p.leadsTeam(events, si, i)
			}
		}
	}
}

// tellsEscort looks for the words before anything is parsed.
func (p *page) tellsEscort(si int) bool {
	tokens := p.doc.Sentences[si].Tokens
	for i := range tokens {
		switch p.doc.Word(&tokens[i]) {
		case "accompany", "accompanied", "accompanies", "accompanying":
			return true
		case "led", "headed":
			if i+1 < len(tokens) && p.doc.Word(&tokens[i+1]) == "by" {
				return true
			}
		}
	}
	return false
}

// escorts adds companions of the same state to the visit told nearest.
func (p *page) escorts(events []event, si, v int) {
	t := p.tree(si)
	if st, _, denied, _ := p.modality(si, v); denied || st == Cancelled || st == Postponed || st == Proposed {
		return
	}
	var chief, with []actor
	if by := t.agentOf(v); by >= 0 {
		if s, _ := t.subject(v); s >= 0 {
			chief, with = p.actors(si, s, nil), p.actors(si, by, nil)
		}
	} else if o := t.child(v, language.RelObj); o >= 0 {
		if s, passive := t.subject(v); s >= 0 && !passive {
			chief, with = p.actors(si, o, nil), p.actors(si, s, nil)
		}
	}
	if len(chief) == 0 || len(with) == 0 {
		return
	}
	var best *event
	for k := range events {
		e := &events[k]
		if e.kind == Visit && (e.status == Planned || e.status == Held && p.isNews(e)) && travels(e, chief) && (best == nil || abs(e.sent-si) < abs(best.sent-si)) {
			best = e
		}
	}
	if best == nil {
		return
	}
	for _, a := range with {
		if a.person != nobody && (a.code == chief[0].code || a.code == "") {
			a.code = chief[0].code
			best.add(a, RoleVisitor, si)
		}
	}
}

// leadsTeam names the unnamed side of talks or of a visit by who heads its
// team.
func (p *page) leadsTeam(events []event, si, v int) {
	t := p.tree(si)
	team, by := t.head(v), t.agentOf(v)
	if team < 0 || by < 0 || t.rel(v) != language.RelAcl && t.rel(v) != language.RelAclRelcl {
		return
	}
	switch strings.ToLower(t.lemma(team)) {
	case "team", "delegation", "mission", "side", "group":
	default:
		return
	}
	codes := p.modifierStates(si, team)
	if len(codes) != 1 {
		return
	}
	for k := range events {
		e := &events[k]
		if e.kind != Meeting && e.kind != Visit || abs(e.sent-si) > 6 || !p.isNews(e) {
			continue
		}
		for i := range e.parties {
			q := &e.parties[i]
			if q.code != codes[0] || q.role == RoleHost {
				continue
			}
			if q.person == nobody && q.office == "" {
				for _, a := range p.actors(si, by, nil) {
					if a.person != nobody && (a.code == codes[0] || a.code == "") {
						a.code = codes[0]
						e.add(a, q.role, si)
					}
				}
			}
			break
		}
	}
}
