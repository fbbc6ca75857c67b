package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
)

// Role is what an office is, across states: "foreign-minister" is the same
// role in India, where news says "External Affairs Minister", and in the
// United States, where it says "Secretary of State".
type Role string

// The roles that the lists of people use. Offices have more: see offices.tsv
// and portfolios.tsv.
const (
	RoleHeadOfState         Role = "head-of-state"
	RoleHeadOfGovernment    Role = "head-of-government"
	RoleForeignMinister     Role = "foreign-minister"
	RoleDefenceMinister     Role = "defence-minister"
	RoleFinanceMinister     Role = "finance-minister"
	RoleVicePresident       Role = "vice-president"
	RoleDeputyHead          Role = "deputy-head"
	RoleMonarchHeir         Role = "monarch-heir"
	RoleSecurityAdviser     Role = "security-adviser"
	RolePartyLeader         Role = "party-leader"
	RoleSpeaker             Role = "speaker"
	RoleSecretaryGeneral    Role = "secretary-general"
	RoleCommissionPresident Role = "commission-president"
	RoleCouncilPresident    Role = "council-president"
	RoleHighRepresentative  Role = "high-representative"
	RoleCentralBank         Role = "central-bank"
	RoleEnvoy               Role = "envoy"
	RoleSpokesman           Role = "spokesman"
	RoleMinister            Role = "minister"
	RoleAide                Role = "aide"
	RoleLeader              Role = "leader" // "the Russian leader": whoever leads the state
	RoleAmbassador          Role = "ambassador"
	RoleOfficial            Role = "official"
	RoleOther               Role = "other"
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

// Leads reports whether the office heads a state or a government.
func (o *Office) Leads() bool {
	return o.Heads == "state" || o.Heads == "government" || o.Heads == "both"
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

var (
	officeColumns    = []string{"role", "rank", "branch", "heads", "names", "for", "plural"}
	portfolioColumns = []string{"role", "deputy", "names"}
)

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

// office takes in one office with its names, and drops names that are taken
// by an office of the same countries.
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
}

// portfolios makes the offices and ministries of each portfolio: "trade
// minister", "minister of trade", "vice trade minister", "trade ministry
// spokesman", "Ministry of Trade".
func (l *loader) portfolios(file, text string) error {
	return readTable(file, text, portfolioColumns, func(c []string) error {
		role, deputy := Role(c[0]), Role(c[1])
		if role == "" || deputy == "" {
			return fmt.Errorf("a portfolio needs the roles of the minister and of the deputy")
		}
		ministry := Seat{Use: Use("ministry:" + string(role))}
		for _, p := range list(c[2]) {
			of := strings.HasPrefix(p, "the ")
			one := Office{Role: role, Rank: 5, Branch: "executive", Portfolio: strings.TrimPrefix(p, "the ")}
			if role == RoleForeignMinister {
				one.Rank = 4
			}
			l.pattern(one, p, of, ministerNames, ministersNames)
			one.Role, one.Rank = deputy, 6
			l.pattern(one, p, of, deputyNames, deputiesNames)
			one.Role, one.Rank = RoleSpokesman, 8
			l.pattern(one, p, of, spokesmanNames, spokesmenNames)
			one.Role, one.Rank = RoleOfficial, 9
			l.pattern(one, p, of, officialNames, officialsNames)
			for _, n := range ministryNames {
				if !of || strings.Contains(n, "of #") {
					ministry.Also = append(ministry.Also, strings.Replace(n, "#", p, 1))
				}
			}
		}
		ministry.Name = ministry.Also[0]
		l.seat(ministry)
		return nil
	})
}

func (l *loader) pattern(o Office, portfolio string, of bool, one, several []string) {
	for _, names := range [][]string{one, several} {
		o.Name = strings.Replace(names[0], "#", o.Portfolio, 1)
		l.names = l.names[:0]
		for _, n := range names {
			if !of || !strings.HasSuffix(n, "minister") && strings.HasSuffix(n, "#") {
				l.names = append(l.names, strings.Replace(n, "#", portfolio, 1))
			}
		}
		l.office(o, l.names...)
		o.Plural = true
	}
}

// How the names of offices are made; # stands for the portfolio.
var (
	ministerNames = []string{"# minister", "minister of #", "minister for #", "minister in charge of #", "minister responsible for #",
		"secretary of state for #", "federal # minister", "federal minister of #", "federal minister for #", "union # minister", "union minister for #", "union minister of #", "state councillor for #"}
	ministersNames = []string{"# ministers", "ministers of #", "ministers for #"}
	deputyNames    = []string{"deputy # minister", "vice # minister", "# vice minister", "deputy minister of #", "deputy minister for #",
		"vice minister of #", "vice minister for #", "first deputy # minister", "first deputy minister of #", "first vice # minister", "first vice minister of #", "assistant # minister",
		"assistant minister of #", "assistant minister for #", "junior # minister", "junior minister for #", "minister of state for #",
		"state minister for #", "state minister of #", "# state minister", "# state secretary", "state secretary for #", "state secretary of #", "executive vice # minister",
		"parliamentary vice # minister", "senior vice # minister", "# undersecretary", "undersecretary for #", "under secretary for #",
		"undersecretary of state for #", "under secretary of state for #", "assistant secretary for #", "assistant secretary of state for #",
		"assistant secretary of #", "deputy secretary of #", "vice-# minister", "deputy # secretary", "assistant # secretary", "minister delegate for #", "minister of state in the ministry of #"}
	deputiesNames  = []string{"deputy # ministers", "vice # ministers", "# vice ministers", "deputy ministers of #", "vice ministers of #", "junior # ministers", "assistant # ministers"}
	spokesmanNames = []string{"# ministry spokesman", "# ministry spokeswoman", "# ministry spokesperson", "# ministry's spokesman",
		"# ministry's spokesperson", "# ministry chief spokesman", "ministry of # spokesman", "ministry of # spokesperson", "ministry of # spokeswoman", "# minister's spokesman"}
	spokesmenNames = []string{"# ministry spokesmen", "# ministry spokespersons"}
	officialNames  = []string{"# ministry official", "# ministry source", "senior # ministry official", "ministry of # official", "# ministry director general"}
	officialsNames = []string{"# ministry officials", "# ministry sources", "senior # ministry officials", "ministry of # officials"}
	ministryNames  = []string{"# ministry", "ministry of #", "ministry for #", "# ministries", "ministries of #"}
)
