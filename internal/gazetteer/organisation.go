package gazetteer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// OrganisationKind is what an organisation is.
type OrganisationKind string

// The kinds of organisations.
const (
	StatesOrganisation OrganisationKind = "organisation" // with members and a seat: UN, NATO, IMF
	StatesGroup        OrganisationKind = "group"        // states that meet: G7, BRICS, Quad
	Body               OrganisationKind = "body"         // part of its Parent: Security Council
	Movement           OrganisationKind = "movement"     // PLO, Hamas, Taliban
	PoliticalParty     OrganisationKind = "party"        // a political party of the country Parent
	RegionalGovernment OrganisationKind = "government"   // a regional or unrecognised government
	StateByName        OrganisationKind = "state"        // another name for the state Parent: Palestinian Authority
)

// Organisation is an organisation, a group of states or a movement.
type Organisation struct {
	Code          string // its usual short name: "UN", "European Commission"
	Name          string
	Also          []string
	Abbreviations []string
	Kind          OrganisationKind
	Parent        string   // code of the organisation or country it is a part of, or empty
	From, To      edtf.Day // when it existed
	Universal     bool     // practically every state is a member
	Members       []Membership
}

// Membership is the time in which a state belongs to an organisation.
type Membership struct {
	Code     string
	From, To edtf.Day
}

var organisationColumns = []string{"code", "name", "also", "abbreviations", "kind", "parent", "from", "to", "members"}

func (l *loader) organisations(file, text string) error {
	g := l.g
	return readTable(file, text, organisationColumns, func(c []string) error {
		if c[0] == "" || c[1] == "" {
			return fmt.Errorf("an organisation needs a code and a name")
		}
		if _, dup := g.organisationByCode[c[0]]; dup {
			return fmt.Errorf("the organisation %s stands twice", c[0])
		}
		from, to, err := bounds(c[6], c[7])
		if err != nil {
			return fmt.Errorf("the organisation %s: %w", c[0], err)
		}
		o := Organisation{Code: c[0], Name: c[1], Also: list(c[2]), Abbreviations: list(c[3]), Kind: OrganisationKind(c[4]), Parent: c[5], From: from, To: to}
		for _, m := range list(c[8]) {
			if m == "*" {
				o.Universal = true
				continue
			}
			member, err := membership(m, from, to)
			if err != nil {
				return fmt.Errorf("the organisation %s: %w", c[0], err)
			}
			o.Members = append(o.Members, member)
		}
		ref := int32(len(g.organisations))
		sense := Sense{KindOrganisation, ref}
		prior := uint16(priorOrg)
		if o.Kind == Body {
			prior--
		}
		l.b.add(strings.TrimPrefix(o.Name, "the "), sense, prior)
		for _, names := range [][]string{o.Also, o.Abbreviations} {
			for _, n := range names {
				l.b.add(n, sense, prior)
			}
		}
		g.organisations = append(g.organisations, o)
		g.organisationByCode[o.Code] = ref
		return nil
	})
}

// membership parses "HRV@2013" or "GBR@1993..2020".
func membership(s string, from, to edtf.Day) (Membership, error) {
	code, when, ok := strings.Cut(s, "@")
	if !ok {
		return Membership{code, from, to}, nil
	}
	joined, left, _ := strings.Cut(when, "..")
	f, t, err := bounds(joined, left)
	if err != nil {
		return Membership{}, fmt.Errorf("member %q: %w", s, err)
	}
	return Membership{code, f, min(t, to)}, nil
}

// MembersAt gives the codes of an organisation's members on a day, sorted; nil
// for a universal organisation and for one whose members are not listed.
func (o *Organisation) MembersAt(day edtf.Day) []string {
	var codes []string
	for _, m := range o.Members {
		if m.From <= day && day <= m.To {
			codes = append(codes, m.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

// HasMember reports whether a state belonged to the organisation on a day;
// for a universal organisation it always did.
func (o *Organisation) HasMember(code string, day edtf.Day) bool {
	if o.Universal {
		return true
	}
	for _, m := range o.Members {
		if m.Code == code && m.From <= day && day <= m.To {
			return true
		}
	}
	return false
}

// PartyCode gives the code by which the organisation is coded as a party: its
// own, or the state's where it is only another name of one ("Palestinian
// Authority": PSE).
func (o *Organisation) PartyCode() string {
	if o.Kind == StateByName {
		return o.Parent
	}
	return o.Code
}
