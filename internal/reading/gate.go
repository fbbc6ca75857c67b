package reading

import (
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading/gate"
)

// shortReport is up to how many sentences a report is read without asking the
// gate: there is little to spare.
const shortReport = 2

// worth tells whether a sentence is worth a parse at a step. The gate is asked
// in doubt only: not where an actor, two parties and a telling word stand
// together, nor of a trigger from which it did not learn.
func (p *page) worth(si int, at gate.Step) bool {
	c, cue := &p.casts[si], p.cues[si]
	switch {
	case p.open, len(p.doc.Sentences) <= shortReport:
		return true
	case cue&cueNew != 0, cue&cueSitting != 0 && c.acting && si <= p.lead(), cue&cueMany != 0 && cue&cueStrong != 0 && si <= p.lead()+1, cue&(cueStrong|cueFair) != 0 && c.parties >= 2 && c.acting:
		return true
	}
	p.traits = p.traitsOf(si, p.traits[:0])
	return p.gate.Passes(at, p.traits)
}

// traitsOf appends what the gate looks at in a sentence: its words, its
// triggers with what stands around them, its names, those of its neighbours,
// and where it stands.
func (p *page) traitsOf(si int, out []uint16) []uint16 {
	mix := func(kind, a, b uint64) {
		h := (kind*0x9e3779b97f4a7c15 ^ a) * 0xd6e8feb86659fd93
		h = (h ^ h>>32 ^ b) * 0xd6e8feb86659fd93
		out = append(out, uint16((h^h>>29)%gate.Traits))
	}
	own := p.castCode(si)
	cues := p.cueCode(si)
	mix(1, own, 0)
	mix(2, own, cues)
	mix(3, cues, 0)
	mix(4, p.castCode(si-1), p.castCode(si-2))
	mix(5, p.castCode(si+1), p.cueCode(si+1))
	mix(6, p.castCode(si-1), p.cueCode(si-1))
	mix(7, uint64(min(si, 12)), 0)
	mix(8, uint64(min(len(p.doc.Sentences), 40)/4), uint64(p.parties))
	if si <= p.lead()+1 {
		mix(9, own, cues)
	}
	tokens := p.doc.Sentences[si].Tokens
	mix(10, uint64(min(len(tokens), 60)/5), 0)
	words := cueWords()
	ms := p.sents[si].matches
	before := uint64(0)
	m := 0 // first match that ends behind the word
	for i := range tokens {
		for m < len(ms) && ms[m].To <= i {
			m++
		}
		w := p.doc.Word(&tokens[i])
		h := cueHash(w)
		mix(11, h, 0)
		if c := words.of(w); c&(cueTrigger|cueDeal) != 0 {
			left, right := uint64(0), uint64(0)
			if m > 0 {
				left = nearness(i-ms[m-1].To, &ms[m-1])
			}
			next := m
			if next < len(ms) && ms[next].From <= i {
				next++
			}
			if next < len(ms) {
				right = nearness(ms[next].From-i-1, &ms[next])
			}
			behind := uint64(0)
			if i+1 < len(tokens) {
				behind = cueHash(p.doc.Word(&tokens[i+1]))
			}
			mix(12, h, left)
			mix(13, h, right)
			mix(14, left, right)
			mix(15, h, before)
			mix(16, h, behind)
			mix(17, h, own)
		}
		before = h
	}
	return out
}

// nearness is the kind of a name and how far away it stands.
func nearness(far int, m *gazetteer.Match) uint64 {
	d := 3
	switch {
	case far == 0:
		d = 0
	case far <= 2:
		d = 1
	case far <= 6:
		d = 2
	}
	return 1 + uint64(m.Senses[0].Kind)*4 + uint64(d)
}

// castCode is the names of a sentence as one number; 0 outside of the report.
func (p *page) castCode(si int) uint64 {
	if si < 0 || si >= len(p.casts) {
		return 0
	}
	c := &p.casts[si]
	n := 1 + uint64(min(c.parties, 3))
	for k, b := range []bool{c.official, c.several, c.acting, c.place} {
		if b {
			n |= 8 << k
		}
	}
	return n
}

func (p *page) cueCode(si int) uint64 {
	if si < 0 || si >= len(p.cues) {
		return 0
	}
	return 1 + uint64(p.cues[si]&^(cueNew|cueMany|cueTeam|cueHere|cueTheme|cuePair|cueSitting|cueBeen|cueTurns))
}
