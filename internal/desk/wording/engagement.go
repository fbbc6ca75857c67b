package wording

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Names gives the usual English name for a country's or organisation's code;
// it gives the code itself where it knows no name.
type Names func(code string) string

// Subject is what is needed to say an engagement: the same for one report's
// reading and for the record.
type Subject struct {
	Kind     reading.Kind
	Parties  []reading.Party
	Country  string // code
	Place    string
	When     edtf.Date
	Event    string
	Number   int
	Practice string
}

// Of gives what is needed to say an engagement of the record in words.
func Of(e record.Engagement) Subject {
	return Subject{
		Kind: e.Kind, Parties: e.Parties, Country: e.Country, Place: e.Place,
		When: e.When, Event: e.Event, Number: e.Number, Practice: e.Practice,
	}
}

// crowd is how many parties are named before the others are only counted.
const crowd = 5

// Headline says the engagement in one line, without its date and status:
// "Narendra Modi (India) to Moscow, Russia; host Vladimir Putin (Russia)".
func (n Names) Headline(s Subject) string {
	switch s.Kind {
	case reading.Visit:
		return n.visit(s)
	case reading.Invitation:
		return join(" ", n.parties(s, reading.RoleInviter, "someone"), "invites", n.parties(s, reading.RoleInvitee, "someone"), lead("to ", n.Place(s)))
	case reading.Award:
		return join(" ", n.parties(s, reading.RoleGiver, "someone"), "honours", n.parties(s, reading.RoleRecipient, "someone"), lead("with the ", s.Event))
	case reading.Arrangement:
		practice := s.Practice
		if practice == "" {
			practice = "arrangement"
		}
		text := n.all(s) + ": " + practice
		if s.When != "" {
			text += " " + When(s.When)
		}
		return text
	}
	return join(", ", n.all(s), event(s), lead("in ", n.Place(s)))
}

func (n Names) visit(s Subject) string {
	text := n.parties(s, reading.RoleVisitor, "a visitor") + " to " + n.Place(s)
	for _, p := range s.Parties {
		if p.Role == reading.RoleHost && p.Person != "" {
			return join(", ", text+"; host "+n.parties(s, reading.RoleHost, ""), event(s))
		}
	}
	return join(", ", text, lead("for the ", event(s)))
}

// event names the gathering, with its number where the name does not have it.
func event(s Subject) string {
	if s.Number > 0 && !numbered(s.Event, s.Number) {
		name := s.Event
		if name == "" {
			name = string(s.Kind)
		}
		return Ordinal(s.Number) + " " + name
	}
	return s.Event
}

var ranks = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")

// numbered tells whether an event's name has its number already, in figures or
// in words.
func numbered(event string, n int) bool {
	return strings.Contains(event, fmt.Sprint(n)) || n < len(ranks) && strings.Contains(strings.ToLower(event), ranks[n])
}

// Place says where: "Moscow, Russia", "Russia", or nothing.
func (n Names) Place(s Subject) string {
	country := ""
	if s.Country != "" {
		country = n(s.Country)
	}
	if s.Place == country {
		return country
	}
	return join(", ", s.Place, country)
}

// Party says one party: "Narendra Modi (India)", or "India" where the report
// names nobody.
func (n Names) Party(p reading.Party) string {
	switch {
	case p.Person == "" && p.Country == "":
		return "someone"
	case p.Person == "":
		return n(p.Country)
	case p.Country == "":
		return p.Person
	}
	return p.Person + " (" + n(p.Country) + ")"
}

func (n Names) all(s Subject) string {
	if len(s.Parties) == 0 {
		return "parties not named"
	}
	return n.list(s.Parties)
}

func (n Names) parties(s Subject, role reading.Role, none string) string {
	var with []reading.Party
	for _, p := range s.Parties {
		if p.Role == role {
			with = append(with, p)
		}
	}
	if len(with) == 0 {
		return none
	}
	return n.list(with)
}

func (n Names) list(parties []reading.Party) string {
	var names []string
	for i, p := range parties {
		if i == crowd && len(parties) > crowd+1 {
			names = append(names, fmt.Sprintf("%d others", len(parties)-crowd))
			break
		}
		names = append(names, n.Party(p))
	}
	return And(names)
}

// And puts a list into words: "a", "a and b", "a, b and c".
func And(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Told says how many reports tell of an engagement: "3 reports, 1 of them a
// copy". A copy of another report's text confirms nothing.
func Told(e record.Engagement) string {
	reports := Count(len(e.Reports), "report")
	switch n := len(e.Copies); n {
	case 0:
		return reports
	case 1:
		return reports + ", 1 of them a copy"
	default:
		return fmt.Sprintf("%s, %d of them copies", reports, n)
	}
}

// Count says how many: "1 report", "2 reports".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Ordinal says a rank: 22 is "22nd".
func Ordinal(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprint(n) + ending
}

// lead puts words before a text, unless there is none.
func lead(words, text string) string {
	if text == "" {
		return ""
	}
	return words + text
}

// join joins the texts that are not empty.
func join(between string, texts ...string) string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return strings.Join(some, between)
}
