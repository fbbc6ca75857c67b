package outlook

import (
	"regexp"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// ofOffice finds claims about whoever holds an office, not about the person:
// "the first visit by a Dutch prime minister", "the first Dutch prime minister
// to visit".
var ofOffice = regexp.MustCompile(`(?i)\bno\b.{0,30}?\b(?:president|premier|prime minister|chancellor|king|monarch|pope|head of (?:state|government)|leader|secretary of state|(?:foreign|defen[cs]e|finance) minister)\b|\bfirst\b.{0,60}?\b(?:(?:by|of|for|from) an?\b.{0,30}\b(?:president|premier|prime minister|chancellor|king|monarch|pope|head of (?:state|government)|leader|secretary of state|foreign minister)\b|(?:president|premier|prime minister|chancellor|monarch|head of (?:state|government)|leader|secretary of state|foreign minister) (?:to|in|since|ever)\b|between (?:the )?(?:presidents|leaders|premiers|prime ministers|chancellors|heads of (?:state|government)|foreign ministers)\b)`)

// predecessor says whether a person held on a day the office that the person
// of the claim holds, by the gazetteer, and the claim is about the office.
func (q *question) predecessor(p reading.Party, person string, on edtf.Day) bool {
	if q.o.g == nil || !ofOffice.MatchString(q.claim.Quote) {
		return false
	}
	for _, role := range q.o.roles(p.Country, p.Person, q.claim.Published) {
		for _, r := range q.o.roles(p.Country, person, on) {
			if r == role {
				return true
			}
		}
	}
	return false
}

// roles gives the offices that a person of a country held on a day.
func (o *Outlook) roles(country, person string, on edtf.Day) []gazetteer.Role {
	var out []gazetteer.Role
	for _, x := range o.g.People(family(person)) {
		if x.Country != country || !record.SamePerson(x.Name, person) {
			continue
		}
		for _, t := range x.Tenures {
			if t.From <= on && on <= t.To {
				out = append(out, t.Role)
			}
		}
	}
	return out
}
