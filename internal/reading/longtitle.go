package reading

import (
	"slices"

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
	for k := office.To + 1; k < len(tokens) && k < office.To+18; k++ {
		w := p.doc.Word(&tokens[k])
		if last && (!list || and) {
			q := k
			for mt := p.matchStarting(si, q); mt != nil && hasKind(mt.Senses, gazetteer.KindHonorific); mt = p.matchStarting(si, q) {
				q = mt.To // "General"
			}
			if from, end, _ := p.nameRun(si, q, caps); end > 0 && from == q && p.closesTitle(si, q, end) {
				core, to = q, end
				break
			}
		}
		and = and || w == "and"
		switch w {
		case ",":
			if !list {
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

// closesTitle tells whether a run of name words behind an institution is the
// whole name: two words, or one that no list knows, and no name goes on.
func (p *page) closesTitle(si, from, to int) bool {
	tokens := p.doc.Sentences[si].Tokens
	for k := from; k < to; k++ {
		if institution(p.doc.Word(&tokens[k])) {
			return false
		}
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

// statesWithin gives the state that the words of a title name; an organisation
// or a parliament speaks only where they name none.
func (p *page) statesWithin(si, from, to int) []string {
	var body []string
	for _, mt := range p.sents[si].matches {
		if mt.From < from || mt.To > to {
			continue
		}
		cs := p.matchStates(&mt, true)
		if len(cs) == 0 {
			continue
		}
		if k := mt.Senses[0].Kind; k == gazetteer.KindCountry || k == gazetteer.KindDemonym {
			return cs[:1]
		}
		if body == nil {
			body = slices.Clone(cs[:1])
		}
	}
	return body
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
