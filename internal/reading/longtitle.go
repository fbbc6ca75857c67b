package reading

import (
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// longTitle reads an office that names its institution before the name: "Chief
// of the General Staff of the Turkish Armed Forces General Metin Gürak",
// "Chairman of the Federation Council of Russia Valentina Matviyenko". The name
// stands at [core,to); to is 0 where there is none.
func (p *page) longTitle(si, i int, caps bool) (o officeUse, core, to int) {
	tokens := p.doc.Sentences[si].Tokens
	if caps || tokens[i].Flags&language.FlagUpper == 0 {
		return
	}
	office := p.matchStarting(si, i)
	if office == nil || !hasKind(office.Senses, gazetteer.KindOffice) || office.To >= len(tokens) {
		return
	}
	if end := p.abbreviated(si, office.To); end > 0 { // "Chief of Army Staff (COAS) General Asim Munir"
		if core, to = p.nameAt(si, end, caps); to > 0 {
			o = p.officeOf(si, office.From, office.To, office.Senses)
		}
		return o, core, to
	}
	list := false // "for Planning, Development and Special Initiatives"
	switch p.doc.Word(&tokens[office.To]) {
	case "of", "for", "at", "to":
	case ",", "and":
		list = office.To-office.From > 2
		if !list {
			return
		}
	default:
		return
	}
	last, and := false, false // the token before is the last word of an institution; one behind an "and"
find:
	for k := office.To + 1; k < len(tokens) && k < office.To+18; k++ {
		w := p.doc.Word(&tokens[k])
		if last && (!list || and) {
			if core, to = p.nameAt(si, k, caps); to > 0 {
				break
			}
		}
		and = and || w == "and"
		switch w {
		case ",":
			if !list {
				if last { // "the Secretary of the Russian Security Council, Sergei Shoigu,"
					if core, to = p.nameAt(si, k+1, caps); to > 0 && to < len(tokens) && p.doc.Word(&tokens[to]) == "," {
						break find
					}
				}
				return officeUse{}, 0, 0
			}
			last = false
			continue
		case "of", "the", "for", "and", "on", "&", "-", "'s", "’s", "'", "’":
			last = false
			continue
		}
		if tokens[k].Flags&language.FlagUpper == 0 {
			return officeUse{}, 0, 0
		}
		last = institution(w) || p.endsState(si, k+1)
	}
	if to == 0 {
		return
	}
	o = p.officeOf(si, office.From, office.To, office.Senses)
	if o.plural || o.spokesman {
		return officeUse{}, 0, 0
	}
	if len(o.codes) == 0 {
		o.codes = p.statesWithin(si, office.To, core)
	}
	return o, core, to
}

// abbreviated gives the token behind "(COAS)".
func (p *page) abbreviated(si, k int) int {
	tokens := p.doc.Sentences[si].Tokens
	if k+3 < len(tokens) && p.doc.Word(&tokens[k]) == "(" && tokens[k+1].Flags&language.FlagAllCaps != 0 && p.doc.Word(&tokens[k+2]) == ")" {
		return k + 3
	}
	return 0
}

// nameAt gives the name that stands at token k, behind honorifics ("General"),
// and closes a title.
func (p *page) nameAt(si, k int, caps bool) (core, to int) {
	for mt := p.matchStarting(si, k); mt != nil && hasKind(mt.Senses, gazetteer.KindHonorific); mt = p.matchStarting(si, k) {
		k = mt.To
	}
	if k >= len(p.doc.Sentences[si].Tokens) {
		return 0, 0
	}
	if from, end, _ := p.nameRun(si, k, caps); end > 0 && from == k && p.closesTitle(si, k, end) {
		return k, end
	}
	return 0, 0
}

// closesTitle tells whether a run of name words behind an institution is the
// whole name: two words, or one that no list knows, and no name goes on.
func (p *page) closesTitle(si, from, to int) bool {
	tokens := p.doc.Sentences[si].Tokens
	for k := from; k < to; k++ {
		if institution(p.doc.Word(&tokens[k])) {
			return false
		}
	}
	if to-from >= 2 && p.matchStarting(si, from) != nil && hasKind(p.matchStarting(si, from).Senses, gazetteer.KindPerson) {
		return true
	}
	if to < len(tokens) && tokens[to].Flags&language.FlagUpper != 0 {
		return false
	}
	if mt := p.covering(si, from); mt != nil && (hasKind(mt.Senses, gazetteer.KindOffice) || hasKind(mt.Senses, gazetteer.KindCountry)) {
		return false
	}
	return to-from >= 2 || p.covering(si, from) == nil && to-from == 1 && len(p.doc.Word(&tokens[from])) > 3
}

// endsState tells whether the name of a state or a people ends before token k:
// "of the Federation Council of Russia Valentina Matviyenko".
func (p *page) endsState(si, k int) bool {
	mt := p.matchEnding(si, k)
	return mt != nil && (mt.Senses[0].Kind == gazetteer.KindCountry || mt.Senses[0].Kind == gazetteer.KindOrganisation)
}

// statesWithin gives the state that the words of a title name.
func (p *page) statesWithin(si, from, to int) []string {
	for _, mt := range p.sents[si].matches {
		if k := mt.Senses[0].Kind; mt.From >= from && mt.To <= to && (k == gazetteer.KindCountry || k == gazetteer.KindDemonym) {
			if cs := p.matchStates(&mt, true); len(cs) > 0 {
				return cs[:1]
			}
		}
	}
	return nil
}

// bodyWithin gives whom an organisation or a parliament named in a title acts
// for: "Vice Chairman of the National People's Congress Standing Committee".
func (p *page) bodyWithin(si, from, to int) string {
	for _, mt := range p.sents[si].matches {
		if mt.From >= from && mt.To <= to {
			if cs := p.matchStates(&mt, true); len(cs) > 0 {
				return cs[0]
			}
		}
	}
	return ""
}

// institution names the words that end the names of institutions.
func institution(w string) bool {
	switch w {
	case "Conference", "Congress", "Committee", "Council", "Forces", "Staff", "Assembly", "Parliament", "Office", "Ministry", "Department", "Commission", "Bank", "Agency", "Senate",
		"Duma", "Khural", "Hural", "Majlis", "Kenesh", "Rada", "Knesset", "Bureau", "Organisation", "Organization", "Union", "Party", "Authority", "Army", "Navy", "Board", "Secretariat", "Affairs", "Administration",
		"House", "Court", "Cabinet", "Ministers", "Association", "Yuan", "Representatives", "Deputies", "Security", "Defence", "Defense", "Cooperation", "Trade", "Commerce", "Development", "Indo-Pacific", "Pacific", "Asia", "Africa", "Region", "Front", "Court's", "Presidency", "Initiatives", "Tourism":
		return true
	}
	return false
}
