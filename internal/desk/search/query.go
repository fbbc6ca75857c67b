package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Query is what a person looks for. Its zero value lets everything through.
type Query struct {
	Text  string // the query as it was typed
	Words string // what is no term: words that names, places, events or texts must have
	Cards bool   // engagements are found as lists show them, see store.Filter

	filter     store.Filter
	from, to   edtf.Day // bounds of the time; MinDay and MaxDay where open
	roles      []roleTerm
	people     []string // besides the filter's
	countries  []string // where, codes; one of these
	places     []string // where, folded; all of these words
	outlets    []string // folded; one of these
	confidence float64
}

// roleTerm asks that somebody takes part in a role.
type roleTerm struct {
	role  reading.Role
	party who.Party
}

// Terms are what stands before a colon, with what it takes, for help.
var Terms = [][2]string{
	{"who", "a country, organisation or person that takes part; give it twice for a pair"},
	{"host, visitor, inviter, invitee, giver, recipient", "the same, in that role"},
	{"kind", "visit, meeting, call, summit, invitation, award, agreement or arrangement"},
	{"status", "proposed, planned, held, postponed or cancelled"},
	{"country, place", "where"},
	{"since, until, on", "a date such as 2024, 2024-07 or 2024-07-08"},
	{"outlet, report", "who published it, or the id of the report"},
	{"confidence", "at least this, from 0 to 1"},
	{"is", "conflict or rejected"},
}

// Kinds and Statuses are what these terms take.
var (
	Kinds    = []reading.Kind{reading.Visit, reading.Meeting, reading.Call, reading.Summit, reading.Invitation, reading.Award, reading.Agreement, reading.Arrangement}
	Statuses = []reading.Status{reading.Proposed, reading.Planned, reading.Held, reading.Postponed, reading.Cancelled}
)

var roles = []reading.Role{reading.RoleHost, reading.RoleVisitor, reading.RoleInviter, reading.RoleInvitee, reading.RoleGiver, reading.RoleRecipient}

// Parse reads a query: terms `key:value`, with quotation marks around a value
// of several words, and words. The error names the term and says what it takes.
func Parse(text string) (Query, error) {
	q := Query{Text: strings.TrimSpace(text), from: edtf.MinDay, to: edtf.MaxDay}
	var words []string
	for _, part := range split(q.Text) {
		key, value, isTerm := strings.Cut(part, ":")
		if !isTerm || key == "" || strings.ContainsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) }) {
			words = append(words, part)
			continue
		}
		if err := q.term(strings.ToLower(key), strings.Trim(value, `"`)); err != nil {
			return q, fmt.Errorf("%s: %w", part, err)
		}
	}
	q.Words = strings.Join(words, " ")
	q.filter.Text = q.Words
	return q, nil
}

// split cuts a query at blanks outside quotation marks.
func split(text string) []string {
	quoted := false
	return strings.FieldsFunc(text, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return !quoted && unicode.IsSpace(r)
	})
}

func (q *Query) term(key, value string) error {
	if value == "" {
		return fmt.Errorf("say what after the colon")
	}
	if role := reading.Role(key); slices.Contains(roles, role) {
		p, err := party(value)
		if err != nil {
			return err
		}
		q.roles = append(q.roles, roleTerm{role, p})
		return q.takesPart(p)
	}
	switch key {
	case "who", "with", "party", "person":
		p, err := party(value)
		if err != nil {
			return err
		}
		return q.takesPart(p)
	case "kind":
		return oneOf(&q.filter.Kinds, Kinds, reading.Kind(value))
	case "status":
		return oneOf(&q.filter.Statuses, Statuses, reading.Status(value))
	case "country":
		p, err := party(value)
		if err != nil || p.Code == "" {
			return fmt.Errorf("%q is no country that is known", value)
		}
		q.countries = append(q.countries, p.Code)
	case "place":
		q.places = append(q.places, record.Fold(value))
	case "since", "until", "on":
		return q.time(key, value)
	case "outlet":
		q.outlets = append(q.outlets, record.Fold(value))
	case "report":
		q.filter.Report = value
	case "confidence":
		x, err := strconv.ParseFloat(value, 64)
		if err != nil || x < 0 || x > 1 {
			return fmt.Errorf("give a number from 0 to 1")
		}
		q.confidence = x
	case "is":
		switch value {
		case "conflict":
			q.filter.Conflicted = true
		case "rejected":
			q.filter.Rejected = true
		default:
			return fmt.Errorf("give conflict or rejected")
		}
	default:
		return fmt.Errorf("there is no term %q; terms are %s", key, termNames())
	}
	return nil
}

func termNames() string {
	var out []string
	for _, t := range Terms {
		out = append(out, t[0])
	}
	return strings.Join(out, ", ")
}

func oneOf[T ~string](into *[]T, all []T, value T) error {
	if !slices.Contains(all, value) {
		return fmt.Errorf("give one of %v", all)
	}
	*into = append(*into, value)
	return nil
}

// takesPart narrows the filter to those with a party. A filter takes one
// person; others are looked for in what it gives.
func (q *Query) takesPart(p who.Party) error {
	switch {
	case p.Code != "":
		q.filter.Countries = append(q.filter.Countries, p.Code)
	case q.filter.Person == "":
		q.filter.Person = p.Person
	default:
		q.people = append(q.people, p.Person)
	}
	return nil
}

func party(value string) (who.Party, error) {
	found, err := who.Find([]string{value})
	if err != nil {
		return who.Party{}, err
	}
	return found[0], nil
}

// time narrows the time: since a day, until a day, or overlapping a date.
func (q *Query) time(key, value string) error {
	d, err := edtf.Parse(value)
	if err != nil {
		return fmt.Errorf("give a date such as 2024, 2024-07 or 2024-07-08")
	}
	first, last, ok := d.Bounds()
	if !ok {
		return fmt.Errorf("%q has no first and last day", value)
	}
	if key != "until" {
		q.from = max(q.from, first)
	}
	if key != "since" {
		q.to = min(q.to, last)
	}
	if q.from > q.to {
		return fmt.Errorf("nothing can lie between %s and %s", q.from, q.to)
	}
	q.filter.When = edtf.Interval(q.from, q.to)
	return nil
}
