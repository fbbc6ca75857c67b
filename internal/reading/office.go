package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// officeUse is an office as the text uses it.
type officeUse struct {
	title     string // as written: "Prime Minister"
	role      gazetteer.Role
	rank      int  // 1 head of state … 9 official; 0 not known
	leader    bool // "leader", "counterpart": whoever leads the state
	plural    bool
	spokesman bool
	former    bool
	elect     bool
	codes     []string          // states and organisations it belongs to
	usual     string            // the only state that has an office of the name, where the text gives none
	senses    []gazetteer.Sense // what the name of the office can mean
	from, to  int               // tokens, modifiers included
}

// officeAt reads the office at token i: its mention m, or a group noun such as
// "leaders" where m is nil.
func (p *page) officeAt(si, i int, m *mention) officeUse {
	s := &p.doc.Sentences[si]
	if m == nil {
		o := officeUse{leader: true, from: i, to: i + 1, title: p.text(si, i, i+1)}
		o.plural = strings.HasSuffix(o.title, "s") || strings.EqualFold(o.title, "men")
		o.codes = p.officeStates(si, i, i+1)
		return o
	}
	o := p.officeOf(si, int(m.from), int(m.to), m.senses)
	_ = s
	return o
}

// officeOf reads the office at tokens [from,to) with its states before and
// behind it.
func (p *page) officeOf(si, from, to int, senses []gazetteer.Sense) officeUse {
	o := officeUse{title: p.text(si, from, to), from: from, to: to}
	o.codes = p.officeStates(si, from, to)
	code := ""
	if len(o.codes) > 0 {
		code = o.codes[0]
	}
	ref := p.gaz.OfficeFor(senses, code)
	if ref < 0 {
		for _, s := range senses {
			if s.Kind == gazetteer.KindOffice {
				ref = s.Ref
				break
			}
		}
	}
	o.senses = senses
	if ref >= 0 {
		g := p.gaz.Office(ref)
		o.role, o.rank, o.plural = g.Role, g.Rank, g.Plural
		o.leader = g.Role == gazetteer.RoleLeader
		o.spokesman = g.Role == gazetteer.RoleSpokesman
		if len(o.codes) == 0 && len(g.Countries) == 1 {
			o.usual = g.Countries[0]
		}
		if len(o.codes) == 0 {
			o.codes = p.orgInTitle(o.title)
		}
		if len(o.codes) == 0 && o.rank <= 2 && p.ofCommonNoun(si, to) {
			o.role, o.rank = gazetteer.RoleOther, 6 // "president of the exporters' association"
		}
		if p.ofCompany(si, from, g) {
			o.role, o.rank, o.leader, o.codes, o.usual = gazetteer.RoleOther, officialRank, false, nil, ""
		}
	}
	for k := from - 1; k >= 0 && k >= from-4; k-- {
		if mt := p.matchEnding(si, k+1); mt != nil {
			if ref, ok := mt.Has(gazetteer.KindStanding); ok {
				switch gazetteer.Tense(ref) {
				case gazetteer.Former, gazetteer.Late:
					o.former = true
				case gazetteer.Elect:
					o.elect = true
				}
			}
		}
	}
	return o
}

// articled tells whether an article opens the noun phrase of an office: "the
// Saudi king".
func (p *page) articled(si, from int) bool {
	tokens := p.doc.Sentences[si].Tokens
	if mt := p.matchEnding(si, from); mt != nil && len(p.matchStates(mt, false)) > 0 {
		from = mt.From
	}
	if from == 0 {
		return false
	}
	switch p.doc.Word(&tokens[from-1]) {
	case "the", "The", "a", "an":
		return true
	}
	return false
}

func joins(w string) bool { return w == "and" || w == "," }

// officialRank is the lowest rank of an office.
const officialRank = 9

// ofCompany tells the officers of firms and federations by the name in front of
// the title: "CBT President Thomas Donovan", "Royal Bank of Canada Chairman".
func (p *page) ofCompany(si, from int, g *gazetteer.Office) bool {
	switch g.Role {
	case gazetteer.RoleHeadOfState, gazetteer.RoleVicePresident, gazetteer.RoleOther, "chairman", "business":
	default:
		return false
	}
	tokens := p.doc.Sentences[si].Tokens
	if from < 2 {
		return false
	}
	named := func(k int) bool {
		t := &tokens[k]
		return k >= 0 && t.Flags&language.FlagUpper != 0 && p.covering(si, k) == nil && !p.opens(si, k)
	}
	if named(from - 1) {
		return true
	}
	mt := p.matchEnding(si, from)
	return mt != nil && mt.From >= 2 && p.doc.Word(&tokens[mt.From-1]) == "of" && named(mt.From-2)
}

// opens tells whether a token opens a sentence, behind a quotation mark too.
func (p *page) opens(si, k int) bool {
	for k--; k >= 0; k-- {
		if t := &p.doc.Sentences[si].Tokens[k]; alphabetic(p.doc.Word(t)) {
			return false
		}
	}
	return true
}

// hasOffice tells whether a state has an office of the name; any state has one that
// is bound to none.
func (p *page) hasOffice(code string, senses []gazetteer.Sense) bool {
	bound := false
	for _, s := range senses {
		if s.Kind != gazetteer.KindOffice {
			continue
		}
		countries := p.gaz.Office(s.Ref).Countries
		if len(countries) == 0 || slices.Contains(countries, code) {
			return true
		}
		bound = true
	}
	return !bound
}

// orgInTitle finds the organisation that a title starts with: "World Bank
// President", "IMF managing director".
func (p *page) orgInTitle(title string) []string {
	words := strings.Fields(title)
	for n := min(len(words)-1, 4); n >= 1; n-- {
		if code, ok := p.gaz.Resolve(strings.Join(words[:n], " ")); ok && words[0] != strings.ToLower(words[0]) {
			if o, org := p.gaz.OrganisationByCode(code); org {
				return []string{actsFor(o)}
			}
		}
	}
	return nil
}

// ofCommonNoun tells whether "of" and a word in lower case follow an office.
func (p *page) ofCommonNoun(si, k int) bool {
	tokens := p.doc.Sentences[si].Tokens
	if k+1 >= len(tokens) || p.doc.Word(&tokens[k]) != "of" {
		return false
	}
	k++
	switch p.doc.Word(&tokens[k]) {
	case "the", "a", "an", "its", "his":
		k++
	}
	return k < len(tokens) && tokens[k].Flags&language.FlagUpper == 0 && p.matchStarting(si, k) == nil
}

// officeStates gives the states that stand before an office ("Russian
// President", "Poland's President", "EU foreign policy chief") or behind it
// ("president of Kazakhstan", "foreign ministers of Iran and Saudi Arabia").
func (p *page) officeStates(si, from, to int) []string {
	tokens := p.doc.Sentences[si].Tokens
	var codes []string
	k := from
	for steps := 0; k > 0 && steps < 6; steps++ {
		w := strings.ToLower(p.doc.Word(&tokens[k-1]))
		if isGenitive(w) {
			k--
			if mt := p.matchEnding(si, k); mt != nil {
				codes = p.matchStates(mt, true)
				for n := mt.From; n >= 3 && len(codes) > 0; { // "Armenia's and Azerbaijan's foreign ministers"
					if and := p.doc.Word(&tokens[n-1]); and != "and" && and != "," || !isGenitive(p.doc.Word(&tokens[n-2])) {
						break
					}
					other := p.matchEnding(si, n-2)
					if other == nil {
						break
					}
					for _, c := range p.matchStates(other, true) {
						codes = appendNew(codes, c)
					}
					n = other.From
				}
				return codes
			}
			break
		}
		mt := p.matchEnding(si, k)
		if mt != nil {
			if k == from && mt.From > 0 && mt.Senses[0].Kind == gazetteer.KindCountry && p.isEnvoy(si, to) && (isGenitive(p.doc.Word(&tokens[mt.From-1])) || p.endsState(si, mt.From)) { // "Trump's Syria envoy"
				k = mt.From
				continue
			}
			if before := p.matchEnding(si, mt.From); before != nil && mt.Senses[0].Kind == gazetteer.KindSeat && mt.To-mt.From == 1 && before.Senses[0].Kind == gazetteer.KindDemonym { // "the Uzbek Senate chairwoman"
				k = mt.From
				continue
			}
			if cs := p.matchStates(mt, false); len(cs) > 0 {
				if k < from && p.doc.Word(&tokens[k]) == "and" { // "X of Turkey and President Y"
					break
				}
				codes = cs
				for at := mt; at.From >= 2 && joins(p.doc.Word(&tokens[at.From-1])); { // "the Danish, Finnish and Irish prime ministers"
					end := at.From - 1
					if end >= 2 && p.doc.Word(&tokens[end-1]) == "," {
						end--
					}
					other := p.matchEnding(si, end)
					if other == nil || !hasKind(other.Senses, gazetteer.KindDemonym) || mt.Senses[0].Kind != gazetteer.KindDemonym {
						break
					}
					for _, c := range p.matchStates(other, false) {
						codes = appendNew(codes, c)
					}
					at = other
				}
				break
			}
			if _, ok := mt.Has(gazetteer.KindStanding); ok {
				k = mt.From
				continue
			}
			if ref, ok := mt.Has(gazetteer.KindOffice); ok { // "Russian president and prime minister"
				if p.gaz.Office(ref).Plural || k < len(tokens) && p.doc.Word(&tokens[k]) == "and" && p.articled(si, mt.From) { // "the ASEAN leaders and President X", "the Saudi king and President X"
					break
				}
				k = mt.From
				continue
			}
			if _, ok := mt.Has(gazetteer.KindHonorific); ok {
				k = mt.From
				continue
			}
			break
		}
		switch w {
		case "new", "visiting", "top", "senior", "powerful", "outgoing", "and", "-", "first", "female", "hardline", "conservative", "socialist", "communist", "right", "wing", "left", "long", "time", "embattled", "young", "veteran", "two", "three", "current", "then", "future", "present", "ailing":
			k--
			continue
		}
		break
	}
	if len(codes) > 0 || p.sentTo(si, to) {
		return codes
	}
	// behind: "of", "for", "to", "from"
	k = to
	if k < len(tokens) {
		switch strings.ToLower(p.doc.Word(&tokens[k])) {
		case "of", "for", "from", "to":
			k++
			for steps := 0; k < len(tokens) && steps < 24; steps++ {
				w := strings.ToLower(p.doc.Word(&tokens[k]))
				if !p.longState(si, k) && (w == "the" || w == "," || w == "and" || w == "both" || w == "republic" || w == "kingdom" || w == "'s" || w == "three" || w == "two" || w == "states" || w == "of" || w == "member" || w == "countries" || w == "nations" || w == "members" || cardinal(w) > 0) {
					if w == "," && k+1 < len(tokens) {
						if mt := p.matchStarting(si, k+1); mt == nil && !strings.EqualFold(p.doc.Word(&tokens[k+1]), "the") && !strings.EqualFold(p.doc.Word(&tokens[k+1]), "and") {
							break
						}
					}
					k++
					continue
				}
				mt := p.matchStarting(si, k)
				if mt == nil {
					break
				}
				cs := p.matchStates(mt, true)
				if len(cs) == 0 || mt.Senses[0].Kind == gazetteer.KindDemonym && len(codes) > 0 {
					break
				}
				// "president of Brazil, Argentina's minister": a possessive starts something else
				if mt.To < len(tokens) && p.doc.Word(&tokens[mt.To]) == "'s" && len(codes) > 0 {
					break
				}
				for _, c := range cs {
					codes = appendNew(codes, c)
				}
				k = mt.To
			}
		}
	}
	return codes
}

// sentTo tells whether the office that ends before token k is an envoy's, and what
// is told behind it is where he is sent: "special envoy for Syria".
func (p *page) sentTo(si, k int) bool {
	tokens := p.doc.Sentences[si].Tokens
	if k < 0 || k >= len(tokens) {
		return false
	}
	if w := p.doc.Word(&tokens[k]); w != "for" && w != "to" {
		return false
	}
	return p.isEnvoy(si, k)
}

// isEnvoy tells whether the office that ends before token k is that of somebody
// sent.
func (p *page) isEnvoy(si, k int) bool {
	mt := p.matchEnding(si, k)
	if mt == nil {
		return false
	}
	ref, ok := mt.Has(gazetteer.KindOffice)
	return ok && (p.gaz.Office(ref).Role == gazetteer.RoleEnvoy || p.gaz.Office(ref).Role == gazetteer.RoleAmbassador)
}

// longState tells whether the full name of a state starts at token k: "Republic
// of Cuba", whose first words alone say nothing.
func (p *page) longState(si, k int) bool {
	mt := p.matchStarting(si, k)
	return mt != nil && mt.To-mt.From > 1 && len(p.matchStates(mt, false)) > 0
}

// isGenitive names the endings of the possessive.
func isGenitive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// matchStates gives the states or organisations that a name stands for before
// an office; a capital only where place is true.
func (p *page) matchStates(mt *gazetteer.Match, place bool) []string {
	if mt.Compound {
		var out []string
		for _, s := range mt.Senses {
			if c := p.senseCode(s, place); c != "" {
				out = appendNew(out, c)
			}
		}
		return out
	}
	for _, s := range mt.Senses {
		if c := p.senseCode(s, place); c != "" {
			return []string{c}
		}
	}
	return nil
}

// senseCode gives the state or organisation behind one sense of a name.
func (p *page) senseCode(s gazetteer.Sense, place bool) string {
	switch s.Kind {
	case gazetteer.KindCountry:
		return p.gaz.CountryAt(p.gaz.Country(s.Ref).Code, p.ref)
	case gazetteer.KindDemonym:
		return p.gaz.CountryAt(p.gaz.Country(p.gaz.Demonym(s.Ref).Country).Code, p.ref)
	case gazetteer.KindOrganisation:
		return p.orgCode(s.Ref)
	case gazetteer.KindSeat:
		if seat := p.gaz.Seat(s.Ref); seat.Metonym() && seat.For != "" {
			return p.gaz.CountryAt(seat.For, p.ref)
		}
	case gazetteer.KindCity:
		if place {
			if c := p.gaz.City(s.Ref); c.Capital {
				return p.gaz.CityCountryAt(s.Ref, p.ref)
			}
		}
	}
	return ""
}

// orgCode gives the code by which an organisation is a party: a body of the EU
// or UN acts for it.
func (p *page) orgCode(ref int32) string { return actsFor(p.gaz.Organisation(ref)) }

// actsFor gives whom an organisation acts for.
func actsFor(o *gazetteer.Organisation) string {
	if o.Parent == "EU" {
		return "EU" // its councils and commission, and the Communities before it
	}
	if (o.Kind == gazetteer.Body || o.Kind == gazetteer.PoliticalParty) && o.Parent != "" {
		return o.Parent
	}
	return o.PartyCode()
}

// matchEnding gives the gazetteer's match that ends before token k, or nil.
func (p *page) matchEnding(si, k int) *gazetteer.Match {
	ms := p.sents[si].matches
	for i := range ms {
		if ms[i].To == k {
			return &ms[i]
		}
	}
	return nil
}

// matchStarting gives the match that starts at token k, or nil.
func (p *page) matchStarting(si, k int) *gazetteer.Match {
	ms := p.sents[si].matches
	for i := range ms {
		if ms[i].From == k {
			return &ms[i]
		}
	}
	return nil
}

// fits tells whether a person can be meant by an office.
func (p *page) fits(who *person, o officeUse) bool {
	if who.country != "" && !p.isOrg(who.country) && !p.hasOffice(who.country, o.senses) {
		return false
	}
	if o.title != "" && strings.EqualFold(who.office, o.title) {
		return true
	}
	if o.leader || o.role == "" {
		return who.role == "" || who.rank() >= 5
	}
	if who.role == o.role {
		return true
	}
	if who.role == "" {
		return false
	}
	switch o.role {
	case gazetteer.RoleHeadOfState, gazetteer.RoleHeadOfGovernment, gazetteer.RoleLeader, gazetteer.RolePartyLeader:
		return who.role == gazetteer.RoleLeader || o.role == gazetteer.RoleLeader && who.rank() >= 6
	case gazetteer.RoleMinister:
		return strings.HasSuffix(string(who.role), "minister")
	case gazetteer.RoleOfficial, gazetteer.RoleOther:
		return who.rank() <= 5
	}
	return false
}

// rankFor prefers, among people who fit an office, the one who fits it best.
func (p *page) rankFor(person int32, o officeUse) int {
	who := &p.people[person]
	n := 0
	if o.role != "" && who.role == o.role {
		n += 20
	}
	if o.leader && who.rank() >= 8 {
		n += 10
	}
	if who.former {
		n -= 15
	}
	return n
}

// holder gives the person of the report who holds an office in a state.
func (p *page) holder(o officeUse, code string) int32 {
	for i := range p.people {
		if p.people[i].country == code && o.role != "" && p.people[i].role == o.role && !p.people[i].former {
			return int32(i)
		}
	}
	return nobody
}
