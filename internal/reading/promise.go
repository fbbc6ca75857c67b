package reading

import (
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading/gate"
)

// cast is what the names of a sentence promise, before anything is parsed.
type cast struct {
	official bool // somebody who can act for a state or organisation
	several  bool // two such names or more
	acting   bool // the same, or an organisation, seat of government or gathering
	place    bool
	parties  int // different states and organisations
}

// promising lists the candidates that are worth a parse in a report that may
// have nothing to do with diplomacy: an official stands near a trigger, and
// the report knows two parties. Where one of them tells of an engagement, all
// candidates are parsed.
func (p *page) promising(candidates []int) []int {
	p.strict = p.strict[:0]
	p.matchAll()
	var all codeSet
	if p.here.country != "" {
		all.add(p.here.country)
	}
	p.casts = p.casts[:0]
	for si := range p.sents[:len(p.doc.Sentences)] {
		p.casts = append(p.casts, p.castOf(si, &all))
	}
	p.parties = all.n
	if all.n < 2 {
		return p.strict
	}
	for _, si := range candidates {
		if p.promises(si) && p.worth(si, gate.First) {
			p.strict = append(p.strict, si)
		}
	}
	return p.strict
}

// promises tells whether an engagement between parties is likely told in a
// sentence, which in the opening needs no telling word.
func (p *page) promises(si int) bool {
	c, cue := &p.casts[si], p.cues[si]
	about := cue&cueAbout != 0
	before := si > 0 && p.casts[si-1].acting || si > 1 && p.casts[si-2].acting
	switch {
	case cue&cueStrong != 0 && (c.parties >= 2 || (c.acting || before) && (c.parties > 0 || about) || c.acting && before):
		return true
	case cue&cueFair != 0 && (c.parties >= 2 || c.acting && (c.parties > 0 || before && about) || c.place && before && about):
		return true
	case cue&cueDeal != 0 && cue&(cueStrong|cueFair) != 0 && c.acting && about: // "the two presidents signed agreements"
		return true
	case cue&cueDeal != 0 && cue&cueFair != 0 && si > 0 && p.casts[si-1].parties >= 2: // "The agreement, signed in May"
		return true
	case cue&cueDeal != 0 && cue&cueEveryday != 0 && si > 0 && p.cues[si-1]&cueDeal != 0 && p.casts[si-1].parties >= 2: // "The pact, agreed last year,"
		return true
	case cue&cueDeal != 0 && c.parties >= 1 && c.acting: // "the accord between the Group of Five and Canada"
		return true
	case cue&cueDeal != 0 && c.parties >= 2: // "accused Ottawa of violating their lumber pact"
		return true
	case cue&cueStrong != 0 && cue&cueMany != 0 && si <= p.lead()+1: // "nine African countries will meet here"
		return true
	case cue&cueTeam != 0 && cue&cueTrigger != 0 && c.official && c.parties >= 2: // "the speaker led a delegation to Tashkent"
		return true
	case cue&cueTeam != 0 && (cue&cueIn != 0 && c.parties >= 2 || cue&cueHere != 0 && c.parties > 0): // "an IMF team is due here"
		return true
	case cue&cueSitting != 0 && c.acting && si <= p.lead(): // "EC farm ministers decided"
		return true
	case cue&cueTheme != 0 && cue&cuePair != 0 && before: // "The two leaders discussed migration"
		return true
	case c.parties < 2:
		return false
	case cue&cueTurns != 0 && (c.acting || si <= p.lead()+1): // "Kenya and Ethiopia hold a joint commission every two years"
		return true
	case cue&cueDeal != 0 && cue&cueEveryday != 0:
		return c.acting || c.place
	case cue&cueBargain != 0 && cue&cueEveryday != 0 && c.place: // "Britain and India struck a trade deal"
		return true
	case cue&(cueEveryday|cueIn) != 0 && c.official && c.place || cue&cueEveryday != 0 && c.several:
		return true
	}
	return c.official && (c.place || c.several) && si <= p.lead()+1
}

// castOf looks at the names of a sentence and adds its parties to those of the
// report.
func (p *page) castOf(si int, all *codeSet) cast {
	var c cast
	var own codeSet
	officials := 0
	add := func(code string) {
		if code != "" {
			own.add(code)
			all.add(code)
		}
	}
	ms := p.sents[si].matches
	for k := range ms {
		c.official = false
		for n, s := range ms[k].Senses {
			switch s.Kind {
			case gazetteer.KindCountry:
				c.place = true
				add(p.gaz.Country(s.Ref).Code)
			case gazetteer.KindDemonym:
				add(p.gaz.Country(p.gaz.Demonym(s.Ref).Country).Code)
			case gazetteer.KindOrganisation:
				if code := p.orgCode(s.Ref); code != "" {
					c.acting = true
					add(code)
				}
			case gazetteer.KindSeat:
				c.acting, c.place = true, true
				add(p.gaz.Seat(s.Ref).Country)
			case gazetteer.KindGathering:
				c.acting = true
			case gazetteer.KindCity:
				if n == 0 {
					c.place = true
					add(p.gaz.City(s.Ref).Country)
				}
			case gazetteer.KindOffice:
				switch p.gaz.Office(s.Ref).Branch {
				case "business", "other", "central-bank", "judiciary":
				default:
					c.official = true
					if cs := p.gaz.Office(s.Ref).Countries; len(cs) == 1 { // "the Pope"
						add(cs[0])
					}
				}
			case gazetteer.KindPerson:
				c.official = true
				add(p.gaz.Person(s.Ref).Country)
			case gazetteer.KindSurname:
				if n == 0 {
					c.official = true
					for _, who := range p.gaz.Surname(s.Ref).People {
						add(p.gaz.Person(who).Country)
					}
				}
			}
		}
		if c.official {
			officials++
		}
	}
	c.official = officials > 0
	c.parties, c.several = own.n, officials >= 2
	c.acting = c.acting || c.official
	return c
}

// codeSet counts different codes, up to as many as matter here.
type codeSet struct {
	codes [4]string
	n     int
}

func (s *codeSet) add(code string) {
	for _, c := range s.codes[:s.n] {
		if c == code {
			return
		}
	}
	if s.n < len(s.codes) {
		s.codes[s.n] = code
		s.n++
	}
}
