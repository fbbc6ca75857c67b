package gazetteer

import (
	"fmt"
	"strconv"
)

// Office is an office as news names it. One name can be several offices; each
// is a sense of its own, the one without Countries for everybody else.
type Office struct {
	Name      string // as listed: "foreign minister"
	Role      Role
	Rank      int      // 1 head of state, 2 of government, 3 their deputies and heirs, 4 foreign minister, 5 minister, 6 deputy minister, ambassador, 7 aide, 8 spokesman, 9 official
	Branch    string   // executive, monarchy, legislature, judiciary, military, diplomatic, organisation, party, church, central-bank, regional, business, other
	Heads     string   // state, government, both, organisation, or empty
	Portfolio string   // of a minister or ministry: "foreign", "trade and industry"
	Countries []string // codes of the countries or organisations where the name means this; nil for anywhere
	Of        string   // code of the country or organisation that the name itself holds: RUS for "Kremlin aide", UN for "UN chief"
	Plural    bool     // "foreign ministers"
	Tense     Tense    // Elect for "president-elect", Former for "ex-president"; else Current
}

// In reports whether the office is one of the given country or organisation.
func (o *Office) In(code string) bool {
	if len(o.Countries) == 0 {
		return true
	}
	for _, c := range o.Countries {
		if c == code {
			return true
		}
	}
	return false
}

// OfficeFor gives the office that a name means for a country or organisation:
// the sense that is bound to it, or else the one that holds anywhere. It gives
// -1 where the senses hold no such office.
func (g *Gazetteer) OfficeFor(senses []Sense, code string) int32 {
	general := int32(-1)
	for _, s := range senses {
		if s.Kind != KindOffice {
			continue
		}
		switch o := &g.offices[s.Ref]; {
		case len(o.Countries) == 0:
			if general < 0 {
				general = s.Ref
			}
		case o.In(code):
			return s.Ref
		}
	}
	return general
}

// nameOwners fills in Of: it looks for the name of a country, an organisation
// or a seat inside the name of each office.
func (g *Gazetteer) nameOwners() {
	var words []word
	for i := range g.offices {
		o := &g.offices[i]
		if o.Portfolio != "" || o.Role == RoleSecurityAdviser || o.Role == RoleAmbassador {
			// Every state has a Security Council; a UN ambassador is a state's.
			continue
		}
		words = appendName(words[:0], o.Name)
		for j := range words {
			words[j].shape |= first | last
		}
		for j := 0; j < len(words) && o.Of == ""; j++ {
			part := words
			if j == 0 {
				part = words[:len(words)-1] // not the office itself
			}
			if j == len(part) {
				break
			}
			if senses, _ := g.trie.longest(part, j); senses != nil {
				o.Of = g.owner(senses[0])
			}
		}
	}
}

// owner gives the code that a name in an office's name stands for, if any.
func (g *Gazetteer) owner(s Sense) string {
	switch s.Kind {
	case KindCountry:
		return g.countries[s.Ref].Code
	case KindDemonym:
		return g.countries[g.demonyms[s.Ref].Country].Code
	case KindOrganisation:
		return g.organisations[s.Ref].PartyCode()
	case KindSeat:
		return g.seats[s.Ref].For
	}
	return ""
}

var officeColumns = []string{"role", "rank", "branch", "heads", "names", "for", "plural"}

func (l *loader) offices(file, text string) error {
	return readTable(file, text, officeColumns, func(c []string) error {
		rank, err := strconv.Atoi(c[1])
		if err != nil || rank < 1 || rank > 9 {
			return fmt.Errorf("the rank %q of %s must be a number from 1 to 9", c[1], c[0])
		}
		o := Office{Role: Role(c[0]), Rank: rank, Branch: c[2], Heads: c[3], Countries: list(c[5])}
		for _, n := range list(c[4]) {
			o.Name = n
			l.office(o, n)
		}
		o.Plural = true
		for _, n := range list(c[6]) {
			o.Name = n
			l.office(o, n)
		}
		return nil
	})
}

// office takes in one office with its names. For high offices it adds "-elect",
// "-designate" and "ex-".
func (l *loader) office(o Office, names ...string) {
	ref := int32(len(l.g.offices))
	l.g.offices = append(l.g.offices, o)
	prior := uint16(priorOffice)
	if len(o.Countries) > 0 {
		prior-- // where the country is not known, the office that holds anywhere
	}
	for _, n := range names {
		l.b.add(n, Sense{KindOffice, ref}, prior)
	}
	if o.Rank > 5 || o.Plural || o.Tense != Current {
		return
	}
	o.Tense, o.Name = Elect, names[0]+"-elect"
	l.office(o, o.Name, names[0]+"-designate")
	o.Tense, o.Name = Former, "ex-"+names[0]
	l.office(o, o.Name)
}
