package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/record"
)

var columns = []string{"eid", "kind", "status", "when", "first_day", "last_day", "country", "place", "event", "number",
	"countries", "persons", "roles", "practice", "next_host", "reports", "conflicts", "confidence"}

// CSV writes one engagement a row, after a row with the names of the columns.
// Lists are joined with "; ", the parties' countries, persons and roles in the
// same order. A value that begins like a formula gets an apostrophe in front.
func CSV(w io.Writer, es []record.Engagement) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	for _, e := range es {
		row := row(e)
		for i := range row {
			row[i] = harmless(row[i])
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("writing engagement %s as CSV: %w", e.EID, err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

func row(e record.Engagement) []string {
	var countries, persons, roles, conflicts []string
	for _, p := range e.Parties {
		countries, persons, roles = append(countries, p.Country), append(persons, p.Person), append(roles, string(p.Role))
	}
	for _, c := range e.Conflicts {
		values := sortedKeys(c.Values)
		conflicts = append(conflicts, c.Field+": "+strings.Join(values, " or "))
	}
	first, last := "", ""
	if a, b, ok := e.When.Bounds(); ok && !e.When.Open() {
		first, last = a.String(), b.String()
	}
	number := ""
	if e.Number > 0 {
		number = strconv.Itoa(e.Number)
	}
	list := func(s []string) string { return strings.Join(s, "; ") }
	return []string{e.EID, string(e.Kind), string(e.Status), string(e.When), first, last, e.Country, e.Place, e.Event, number,
		list(countries), list(persons), list(roles), e.Practice, e.NextHost, list(e.Reports), list(conflicts),
		strconv.FormatFloat(e.Confidence, 'f', 2, 64)}
}

// harmless marks as text what a spreadsheet would run: a value that begins
// with = + - @, a tab or a line break (OWASP, CSV injection).
func harmless(value string) string {
	if value != "" && strings.ContainsRune("=+-@\t\r\n", rune(value[0])) {
		return "'" + value
	}
	return value
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
