package dataset

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/reading"
)

// coder makes an engagement of a row.
type coder func(*row) (reading.Engagement, error)

// layout tells the layout of a table by its header and gives the columns by
// the names that the coder uses.
func layout(header []string) (coder, []string, error) {
	columns := make([]string, len(header))
	has := map[string]bool{}
	for i, h := range header {
		columns[i] = column(h)
		has[columns[i]] = true
	}
	switch {
	case has["leadercountryorigo"] && has["countryvisited"]:
		return colt, columns, nil
	case has["kind"] && has["countries"] && has["when"]:
		return own, columns, nil
	}
	return nil, nil, errors.New("the header is of no layout that is known: give kind, when, countries (see docs/import.md), or COLT's LeaderCountryOrIGO and CountryVisited")
}

// column folds the name of a column: "Trip Start Date" is "tripstartdate".
func column(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '.' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(name)))
}

// own reads the layout of the CSV export.
func own(r *row) (reading.Engagement, error) {
	e := reading.Engagement{
		Kind: reading.Kind(r.get("kind", "kind")), Status: reading.Status(r.get("status", "status")),
		When: edtf.Date(r.get("when", "when")), Place: r.get("place", "place"), Event: r.get("event", "event"),
		Practice: r.get("practice", ""), NextHost: r.get("next_host", ""),
	}
	if e.Status == "" {
		e.Status = reading.Held
	}
	if roles[e.Kind] == nil {
		return e, fmt.Errorf("column kind: %q is no kind of engagement", e.Kind)
	}
	if !statuses[e.Status] {
		return e, fmt.Errorf("column status: %q is no status", e.Status)
	}
	if e.When != "" && !e.When.Valid() {
		return e, fmt.Errorf("column when: %q is no EDTF date", e.When)
	}
	var err error
	if c := r.get("country", "country"); c != "" {
		if e.Country, err = code("country", c); err != nil {
			return e, err
		}
	}
	if n := r.get("number", ""); n != "" {
		if e.Number, err = strconv.Atoi(n); err != nil {
			return e, fmt.Errorf("column number: %q is no number", n)
		}
	}
	e.Parties, err = parties(e.Kind, r.get("countries", "parties"), r.get("persons", "parties"), r.get("roles", ""))
	return e, err
}

// roles has the roles of each kind, in the order in which the parties of a row
// take them where the row names none.
var roles = map[reading.Kind][]reading.Role{
	reading.Visit: {reading.RoleVisitor, reading.RoleHost}, reading.Invitation: {reading.RoleInviter, reading.RoleInvitee},
	reading.Award: {reading.RoleGiver, reading.RoleRecipient}, reading.Meeting: {reading.RoleParty}, reading.Call: {reading.RoleParty},
	reading.Summit: {reading.RoleParty}, reading.Agreement: {reading.RoleParty}, reading.Arrangement: {reading.RoleParty},
}

var statuses = map[reading.Status]bool{reading.Proposed: true, reading.Planned: true, reading.Held: true, reading.Postponed: true, reading.Cancelled: true}

// parties puts together the lists of a row, which stand in the same order.
func parties(kind reading.Kind, countries, persons, named string) ([]reading.Party, error) {
	who, as := strings.Split(persons, ";"), strings.Split(named, ";")
	var out []reading.Party
	for i, c := range strings.Split(countries, ";") {
		party := reading.Party{Role: roles[kind][min(i, len(roles[kind])-1)]}
		var err error
		if party.Country, err = code("countries", c); err != nil {
			return nil, err
		}
		if i < len(who) {
			party.Person = strings.TrimSpace(who[i])
		}
		if i < len(as) && strings.TrimSpace(as[i]) != "" {
			party.Role = reading.Role(strings.TrimSpace(as[i]))
		}
		out = append(out, party)
	}
	return out, nil
}

// code resolves the name or code of a country or organisation.
func code(column, name string) (string, error) {
	names, err := gazetteer.Load()
	if err != nil {
		return "", err
	}
	if c, ok := names.Resolve(name); ok {
		return c, nil
	}
	return "", fmt.Errorf("column %s: %q is no country or organisation that is known", column, strings.TrimSpace(name))
}

// colt reads a row of the COLT data: one leader's trip to one country.
func colt(r *row) (reading.Engagement, error) {
	e := reading.Engagement{Kind: reading.Visit, Status: reading.Held, Place: r.get("cityvisited", "place")}
	from, err := code("LeaderCountryOrIGO", r.get("leadercountryorigo", "parties"))
	if err != nil {
		return e, err
	}
	if e.Country, err = code("CountryVisited", r.get("countryvisited", "country")); err != nil {
		return e, err
	}
	e.Parties = []reading.Party{
		{Country: from, Person: r.get("leaderfullname", "parties"), Role: reading.RoleVisitor},
		{Country: e.Country, Role: reading.RoleHost},
	}
	e.When, err = trip(r)
	return e, err
}

// trip gives the time of a COLT row: from its start to its end date, or its
// year where it has neither.
func trip(r *row) (edtf.Date, error) {
	var days []edtf.Day
	for _, column := range []string{"tripstartdate", "startdate", "tripenddate", "enddate"} {
		if text := r.get(column, "when"); text != "" {
			day, err := day(text)
			if err != nil {
				return "", fmt.Errorf("column %s: %w", column, err)
			}
			days = append(days, day)
		}
	}
	switch len(days) {
	case 0:
		year := edtf.Date(r.get("tripyear", "when"))
		if year.Precision() != edtf.PrecisionYear {
			return "", fmt.Errorf("column TripYear: %q is no year, and there is no start or end date", year)
		}
		return year, nil
	case 1:
		return edtf.DayDate(days[0]), nil
	}
	return edtf.Interval(days[0], days[len(days)-1]), nil
}

// day reads the forms of dates that spreadsheets write: 2019-09-04, 9/4/2019
// (the month first, as the data's authors do), 4 September 2019.
func day(text string) (edtf.Day, error) {
	for _, form := range []string{"2006-01-02", "1/2/2006", "2 January 2006", "January 2, 2006", "2-Jan-2006", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(form, text); err == nil {
			return edtf.NewDay(t.Year(), int(t.Month()), t.Day())
		}
	}
	return 0, fmt.Errorf("%q is no date such as 2019-09-04 or 9/4/2019", text)
}
