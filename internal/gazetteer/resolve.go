package gazetteer

import "strings"

// Resolve gives the code of the country or organisation that a person means by
// a name, in any case: a code ("IND", "in" only as "IN"), a usual or former
// name, an abbreviation, a demonym, a capital or a seat of government.
func (g *Gazetteer) Resolve(name string) (code string, ok bool) {
	name = strings.TrimSpace(name)
	if c, ok := g.resolveCode(name); ok {
		return c, true
	}
	for _, n := range []string{name, strings.TrimPrefix(Fold(name), "the ")} {
		if code, ok := g.resolveName(n); ok {
			return code, true
		}
	}
	return "", false
}

func (g *Gazetteer) resolveCode(name string) (string, bool) {
	up := strings.ToUpper(name)
	if _, ok := g.countryByCode[up]; ok && len(up) == 3 {
		return up, true
	}
	if ref, ok := g.countryByAlpha2[name]; ok && len(name) == 2 {
		return g.countries[ref].Code, true
	}
	for _, n := range []string{name, up} {
		if ref, ok := g.organisationByCode[n]; ok {
			return g.organisations[ref].PartyCode(), true
		}
	}
	return "", false
}

func (g *Gazetteer) resolveName(name string) (string, bool) {
	for _, s := range g.trie.find(name) {
		switch s.Kind {
		case KindCountry:
			return g.countries[s.Ref].Code, true
		case KindDemonym:
			return g.countries[g.demonyms[s.Ref].Country].Code, true
		case KindOrganisation:
			return g.organisations[s.Ref].PartyCode(), true
		case KindSeat:
			if s := &g.seats[s.Ref]; s.For != "" && s.Metonym() {
				return s.For, true
			}
		case KindCity:
			if c := &g.cities[s.Ref]; c.Capital {
				return c.Country, true
			}
		}
	}
	return "", false
}
