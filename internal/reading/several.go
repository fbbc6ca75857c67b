package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// titleOfSeveral reads the office that several have of whom the first is named
// at token from, behind a comma or, with o, right behind the office: "the trade
// ministers of Japan and South Korea, Ken Saito and Ahn Duk-geun,", "their farm
// ministers, X and Y,". With it come the states of those named, one for each in
// their order, where the phrase has just as many.
func (p *page) titleOfSeveral(si, from int, o officeUse, caps bool) (officeUse, []string) {
	tokens := p.doc.Sentences[si].Tokens
	if o.title == "" {
		if from < 2 || p.doc.Word(&tokens[from-1]) != "," {
			return officeUse{}, nil
		}
		office := p.officeOfSeveral(si, from-1)
		if office == nil {
			return officeUse{}, nil
		}
		if o = p.officeOf(si, office.From, office.To, office.Senses); !o.plural || o.spokesman || o.rank > 7 {
			return officeUse{}, nil
		}
		if len(o.codes) == 1 && !p.isOrg(o.codes[0]) {
			return officeUse{}, nil
		}
	}
	var names [][2]int
	for k := from; k < len(tokens); {
		_, to, _ := p.nameRun(si, k, caps)
		if to == 0 {
			return officeUse{}, nil
		}
		names = append(names, [2]int{k, to})
		if to >= len(tokens) || p.doc.Word(&tokens[to]) != "and" && p.doc.Word(&tokens[to]) != "," {
			break
		}
		if k = to + 1; k < len(tokens) && p.doc.Word(&tokens[to]) == "," {
			if p.doc.Word(&tokens[k]) == "and" {
				k++
			} else if _, next, _ := p.nameRun(si, k, caps); next == 0 || len(names) > 1 {
				break
			}
		}
	}
	if len(o.codes) == 1 && len(names) == 2 { // "the presidents of the European Council and of the Commission"
		o.codes = append(o.codes, o.codes[0])
	}
	if len(names) < 2 || len(o.codes) > 0 && len(names) != len(o.codes) {
		return officeUse{}, nil
	}
	if end := names[len(names)-1][1]; o.to < from-1 && end < len(tokens) { // only what a comma closes, or the sentence
		switch p.doc.Word(&tokens[end]) {
		case ",", ".", ";", ")":
		default:
			return officeUse{}, nil
		}
	}
	states := p.stateEach(si, names, o.codes)
	o.codes = nil
	return o, states
}

// officeOfSeveral gives the office that ends before token k, with the states or
// "the two countries" behind it.
func (p *page) officeOfSeveral(si, k int) *gazetteer.Match {
	tokens := p.doc.Sentences[si].Tokens
	for k > 0 {
		mt := p.matchEnding(si, k)
		if mt != nil && hasKind(mt.Senses, gazetteer.KindOffice) {
			return mt
		}
		if mt != nil && len(p.matchStates(mt, true)) > 0 {
			k = mt.From
			continue
		}
		switch w := strings.ToLower(p.doc.Word(&tokens[k-1])); {
		case w == "of", w == "the", w == "and", w == ",", w == "both", cardinal(w) > 0:
		case lexicon.Group(strings.TrimSuffix(w, "s")) == lexicon.Sides, w == "countries":
		default:
			return nil
		}
		k--
	}
	return nil
}

// stateEach gives each of several named the state that is his: the listed one
// where it is among those told, else what is left of these, in order.
func (p *page) stateEach(si int, names [][2]int, codes []string) []string {
	if len(codes) == 0 {
		return nil
	}
	states := make([]string, len(names))
	left := slices.Clone(codes)
	for n, at := range names {
		words := p.words(si, at[0], at[1])
		var folded []string
		for _, w := range words {
			if f := gazetteer.Fold(w); f != "" && f != "-" {
				folded = append(folded, f)
			}
		}
		for _, c := range p.gaz.People(folded[len(folded)-1]) {
			if k := slices.Index(left, c.Country); k >= 0 && p.sameName(c, folded) {
				states[n], left = c.Country, slices.Delete(left, k, k+1)
				break
			}
		}
	}
	for n := range states {
		if states[n] == "" {
			states[n], left = left[0], left[1:]
		}
	}
	return states
}
