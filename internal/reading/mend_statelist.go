package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// mendStateList joins the states of a list, with or without a day behind each,
// where the parser hangs the later ones on a day or on the noun above: "visit
// Brazil from Nov 4 to 6, Peru from Nov 10 and Egypt", "his visit to Iraq as
// well as Kuwait".
func mendStateList(doc *language.Document, s *language.Sentence, matches []gazetteer.Match) {
	for k := 1; k < len(matches); k++ {
		m := &matches[k]
		if m.Senses[0].Kind != gazetteer.KindCountry && m.Senses[0].Kind != gazetteer.KindCity {
			continue
		}
		i := nameHead(s, m)
		if i < 0 || s.Tokens[i].UPOS != language.PROPN || s.Tokens[i].Rel != language.RelConj && s.Tokens[i].Rel != language.RelAppos {
			continue
		}
		if h := int(s.Tokens[i].Head); h < 0 || h > i || s.Tokens[h].UPOS != language.NUM && s.Tokens[h].UPOS != language.NOUN {
			continue
		}
		before := &matches[k-1]
		if before.Senses[0].Kind != m.Senses[0].Kind || !listedAfter(doc, s, before.To, m.From) {
			continue
		}
		if first := nameHead(s, before); first >= 0 && first != int(s.Tokens[i].Head) && s.Tokens[first].UPOS == language.PROPN {
			s.Tokens[i].Head, s.Tokens[i].Rel = int16(first), language.RelConj
		}
	}
}

// mendListedOfficial joins an official at the end of a list of states to those
// whose states they are: "his counterparts from Britain, France and Germany and the
// EU's foreign policy chief, Kaja Kallas".
func mendListedOfficial(doc *language.Document, s *language.Sentence, matches []gazetteer.Match) {
	for k := range matches {
		m := &matches[k]
		switch m.Senses[0].Kind {
		case gazetteer.KindOffice, gazetteer.KindPerson, gazetteer.KindSurname:
		default:
			continue
		}
		i := nameHead(s, m)
		if i < 2 || s.Tokens[i].Rel != language.RelConj {
			continue
		}
		state := int(s.Tokens[i].Head)
		for state >= 0 && state < i && s.Tokens[state].Rel == language.RelConj && s.Tokens[state].UPOS == language.PROPN {
			state = int(s.Tokens[state].Head)
		}
		if state < 0 || state >= i || s.Tokens[state].UPOS != language.PROPN || s.Tokens[state].Rel != language.RelNmod || !ofState(matches, state) {
			continue
		}
		group := int(s.Tokens[state].Head)
		if lead := prepositionOf(doc, s, state); group < 0 || group > state || s.Tokens[group].XPOS != language.XPOSNNS || lead != "of" && lead != "from" {
			continue
		}
		if before := i - 2; doc.Word(&s.Tokens[i-1]) == "," && s.Tokens[before].UPOS == language.NOUN && int(s.Tokens[before].Head) == group && s.Tokens[before].Rel == language.RelConj {
			s.Tokens[i].Head, s.Tokens[i].Rel = int16(before), language.RelAppos
			continue
		}
		s.Tokens[i].Head = int16(group)
	}
}

// ofState tells whether a token is of the name of a state.
func ofState(matches []gazetteer.Match, i int) bool {
	for k := range matches {
		if m := &matches[k]; m.From <= i && i < m.To {
			return m.Senses[0].Kind == gazetteer.KindCountry
		}
	}
	return false
}

// nameHead gives the word of a name by which it hangs on the rest, or -1.
func nameHead(s *language.Sentence, m *gazetteer.Match) int {
	for i := m.From; i < m.To; i++ {
		if h := int(s.Tokens[i].Head); h < m.From || h >= m.To {
			return i
		}
	}
	return -1
}

// listedAfter tells whether only a date and what joins a list stand between two
// names.
func listedAfter(doc *language.Document, s *language.Sentence, from, to int) bool {
	if to-from < 1 || to-from > 12 {
		return false
	}
	joined := false
	for k := from; k < to; k++ {
		switch w := strings.ToLower(doc.Word(&s.Tokens[k])); w {
		case "and", "as", "well":
			joined = true
		case ",":
			joined = joined || k == to-1
		case "from", "to", "on", "until", "through", "between", "the", "-", "–", "then":
		default:
			if !monthName(w) && !daysName(w) && s.Tokens[k].UPOS != language.NUM && s.Tokens[k].Flags&language.FlagDigit == 0 {
				return false
			}
		}
	}
	return joined
}

// monthName names the months, in full or cut short.
func monthName(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}
