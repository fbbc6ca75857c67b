package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readRoll finds gatherings told by the list of those who take part: "Leaders
// attending the summit in Baku included X and Y", "Among those at the funeral
// in Rome were X and Y", "Taking part in the talks are delegations from Russia
// and Iran".
func (p *page) readRoll(si int) {
	t := p.tree(si)
	for v := 3; v < len(t.s.Tokens) && v < 20; v++ {
		if l := t.lemma(v); l != "include" && l != "be" || t.upos(v) != language.VERB && t.upos(v) != language.AUX {
			continue
		}
		g := p.rollOf(si, v)
		if g < 0 {
			continue
		}
		e := event{sent: si, tok: g, kind: Summit, trig: attendance, conf: 0.6}
		at := v
		if h := t.head(v); t.upos(v) == language.AUX && h >= 0 {
			at = h
		}
		var denied bool
		if e.status, denied, _ = p.tense(t, at); denied || e.status == Cancelled {
			return
		}
		for _, a := range p.enrolled(si, v) {
			e.add(a, RoleParty, si)
		}
		if l, ok := p.placeWithin(si, g); ok {
			e.setPlace(l)
		}
		if e.countries() >= 2 {
			p.atGathering(&e, g)
		}
		return
	}
}

// attendance is the word for taking part that a list of those present stands for.
var attendance = &lexicon.Trigger{Word: "attend", Kind: "join"}

// rollOf gives the gathering whose list of those present begins behind the verb
// at token v; -1 where there is none.
func (p *page) rollOf(si, v int) int {
	t := p.tree(si)
	g := -1
	for k := v - 1; k >= 0 && v-k < 9 && g < 0; k-- {
		if t.upos(k) == language.VERB {
			break
		}
		if (t.upos(k) == language.NOUN || t.upos(k) == language.PROPN) && p.gatheringAt(si, k) != "" && (p.isGathering(si, k) || plainGathering(t, k) || gatheringNoun(t.lemma(k))) {
			g = k
		}
	}
	for k := 0; g >= 0 && k < g; k++ {
		switch strings.ToLower(t.word(k)) {
		case "attending", "present", "among", "participants", "participating", "attendees":
			return g
		case "taking":
			if t.word(k+1) == "part" {
				return g
			}
		}
	}
	return -1
}

// enrolled gives the people whom a list behind token v names, or the states whose
// leaders or delegations it names.
func (p *page) enrolled(si, v int) []actor {
	if as := p.namesBeside(si, v, true); len(as) > 0 {
		return as
	}
	t := p.tree(si)
	for k := v + 1; k < len(t.s.Tokens) && k-v < 5; k++ {
		m := p.mention(si, k)
		if m == nil && lexicon.Group(t.lemma(k)) != lexicon.Officials && lexicon.Group(t.lemma(k)) != lexicon.Leaders {
			continue
		}
		var out []actor
		for _, a := range p.actors(si, p.headAt(si, k), nil) {
			if a.code != "" && !a.group {
				out = append(out, a)
			}
		}
		if m == nil {
			for _, c := range p.modifierStates(si, k) {
				out = append(out, actor{person: nobody, code: c, office: t.lemma(k), tok: k})
			}
		}
		return out
	}
	return nil
}
