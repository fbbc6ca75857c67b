package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
)

// standsForGovernment tells whether a city or seat is used for the government
// that sits there: "Moscow said", "the Kremlin wants".
func (p *page) standsForGovernment(m *mention) bool {
	switch m.kind {
	case mCity:
		return p.gaz.City(m.ref).Capital
	case mSeat:
		return p.gaz.Seat(m.ref).Metonym()
	}
	return false
}

// isOrg tells whether a code stands for an organisation rather than a state.
func (p *page) isOrg(code string) bool {
	if code == "" {
		return false
	}
	_, ok := p.gaz.OrganisationByCode(code)
	return ok
}

// isBody tells whether an organisation acts as a party of its own, with a seat
// and a head: the UN, the EU, NATO; not a mere group such as the G7.
func (p *page) isBody(code string) bool {
	o, ok := p.gaz.OrganisationByCode(code)
	return ok && o.Kind == gazetteer.StatesOrganisation
}

// orgThen gives the organisation with a code as it was on the day of the report:
// the Communities before the Union.
func (p *page) orgThen(code string) (*gazetteer.Organisation, bool) {
	o, ok := p.gaz.OrganisationByCode(code)
	if code == "EU" && ok && p.ref < o.From {
		return p.gaz.OrganisationByCode("EC")
	}
	return o, ok
}

// membersOnly tells groups of states that are no party of their own.
func (p *page) membersOnly(code string) bool {
	o, ok := p.gaz.OrganisationByCode(code)
	return ok && o.Kind == gazetteer.StatesGroup
}

// homeOf gives the state in which a state's or an organisation's seat is.
func (p *page) homeOf(code string) string {
	switch code {
	case "EU", "NATO":
		return "BEL"
	case "UN", "IMF", "World Bank", "OAS":
		return "USA"
	case "AU", "OAU":
		return "ETH"
	case "OPEC", "IAEA", "OSCE":
		return "AUT"
	case "WTO", "GATT", "WHO":
		return "CHE"
	case "ASEAN":
		return "IDN"
	case "OECD", "IEA", "UNESCO":
		return "FRA"
	case "GCC", "OIC":
		return "SAU"
	case "Arab League":
		return "EGY"
	case "Commonwealth":
		return "GBR"
	}
	return code
}

// capitalOf gives the usual name of a state's capital on the report's day,
// empty if none is listed.
func (p *page) capitalOf(code string) string {
	c, ok := p.gaz.CountryByCode(code)
	if !ok {
		return ""
	}
	for _, f := range c.FormerCapitals {
		if f.From <= p.ref && p.ref <= f.To {
			return f.Names[0]
		}
	}
	if len(c.Capitals) > 0 {
		name, _, _ := strings.Cut(c.Capitals[0], "/")
		return name
	}
	return ""
}

// isSite tells a building or site from a city.
func (p *page) isSite(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if siteNoun(w) || w == "kremlin" || w == "hall" || w == "chequers" || w == "museum" || w == "hofburg" || w == "élysée" || w == "elysee" || w == "office" {
			return true
		}
	}
	return false
}
