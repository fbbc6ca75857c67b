package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// findDateline reads the place and the day in front of a wire report: "NEW
// DELHI, Dec 6 (Agency) -". The segmenter cuts a dateline off as a sentence of
// its own.
func (p *page) findDateline() {
	for si := 0; si < len(p.doc.Sentences) && si < 3; si++ {
		s := &p.doc.Sentences[si]
		if len(s.Tokens) == 0 || len(s.Tokens) > 24 || !endsDateline(p.doc, s) {
			continue
		}
		ms := p.gaz.Match(p.doc, s, nil)
		for _, m := range ms {
			place, ok := m.Has(gazetteer.KindCity)
			if !ok || m.From > 3 {
				continue
			}
			p.here = locus{place: properCase(p.text(si, m.From, m.To)), sent: si, tok: m.From}
			p.here.country = p.gaz.CityCountryAt(place, p.ref)
			for _, n := range ms { // "NAIROBI, Kenya"
				if code, ok := n.Has(gazetteer.KindCountry); ok && n.From >= m.To && n.From <= m.To+2 {
					p.here.country = p.gaz.CountryAt(p.gaz.Country(code).Code, p.ref)
				}
			}
			break
		}
		if p.here.country == "" {
			for _, m := range ms { // "BAHRAIN, March 2 -"
				if code, ok := m.Has(gazetteer.KindCountry); ok && m.From == 0 {
					p.here = locus{country: p.gaz.CountryAt(p.gaz.Country(code).Code, p.ref), sent: si}
					break
				}
			}
		}
		if d, ok := datelineDay(p.doc, s, p.rep.Published); ok {
			p.ref = d
		}
		p.dateline = si
		return
	}
}

func endsDateline(d *language.Document, s *language.Sentence) bool {
	switch d.Word(&s.Tokens[len(s.Tokens)-1]) {
	case "-", "--", "—", "–", ":", "_":
		return true
	}
	return false
}

// datelineDay reads "Feb 27", "March 2", "7 July" of a dateline, in the year
// that lies nearest to publication.
func datelineDay(d *language.Document, s *language.Sentence, published edtf.Day) (edtf.Day, bool) {
	for i := range s.Tokens {
		month := monthNumber(strings.TrimSuffix(strings.ToLower(d.Word(&s.Tokens[i])), "."))
		if month == 0 {
			continue
		}
		for _, k := range []int{i + 1, i - 1} {
			if k < 0 || k >= len(s.Tokens) {
				continue
			}
			n := cardinal(strings.TrimRight(d.Word(&s.Tokens[k]), ".,"))
			if n < 1 || n > 31 {
				continue
			}
			best, found := edtf.Day(0), false
			for y := published.Year() - 1; y <= published.Year()+1; y++ {
				if day, err := edtf.NewDay(y, month, n); err == nil && (!found || abs(int(day-published)) < abs(int(best-published))) {
					best, found = day, true
				}
			}
			if found && abs(int(best-published)) <= 45 {
				return best, true
			}
		}
	}
	return 0, false
}

func monthNumber(w string) int {
	if len(w) < 3 {
		return 0
	}
	switch w[:3] {
	case "jan":
		return 1
	case "feb":
		return 2
	case "mar":
		return 3
	case "apr":
		return 4
	case "may":
		return 5
	case "jun":
		return 6
	case "jul":
		return 7
	case "aug":
		return 8
	case "sep":
		return 9
	case "oct":
		return 10
	case "nov":
		return 11
	case "dec":
		return 12
	}
	return 0
}

// properCase writes a place in capitals as names are written: "NEW DELHI" as
// "New Delhi".
func properCase(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if i > 0 && (w == "de" || w == "of" || w == "al" || w == "es") {
			continue
		}
		r := []rune(w)
		r[0] = []rune(strings.ToUpper(string(r[0])))[0]
		for k := 1; k < len(r); k++ {
			if r[k-1] == '-' || r[k-1] == '\'' {
				r[k] = []rune(strings.ToUpper(string(r[k])))[0]
			}
		}
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}
