package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

var coltColumns = []string{"TripYear", "LeaderFullName", "LeaderCountryOrIGO", "CountryVisited", "CityVisited", "TripStartDate", "TripEndDate", "EngagementID"}

// COLT writes visits that were held in the columns of the Country and
// Organizational Leader Travel data, one row for each named traveller. COLT
// codes leaders alone; whoever the reports name has a row here. A trip with a
// vague date has no start and end date; one of which not even the year is
// known has no row, since COLT cannot say it. CityVisited and EngagementID are
// columns of ours.
func COLT(w io.Writer, es []record.Engagement, o Options) error {
	out := csv.NewWriter(w)
	if err := out.Write(coltColumns); err != nil {
		return err
	}
	for _, e := range es {
		if e.Kind != reading.Visit || e.Status != reading.Held {
			continue
		}
		year, start, end := tripDates(e.When)
		if year == "" {
			continue
		}
		for _, p := range e.Parties {
			if p.Role != reading.RoleVisitor || p.Person == "" {
				continue
			}
			row := []string{year, p.Person, o.country(p.Country), o.country(e.Country), e.Place, start, end, e.EID}
			for i := range row {
				row[i] = harmless(row[i])
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (o Options) country(code string) string {
	if code == "" {
		return ""
	}
	return o.Names(code)
}

// tripDates gives the year of a trip, and its first and last day if they are
// known.
func tripDates(d edtf.Date) (year, start, end string) {
	first, last, ok := d.Bounds()
	switch {
	case !ok || first == edtf.MinDay:
		return "", "", ""
	case last == edtf.MaxDay:
		return strconv.Itoa(first.Year()), first.String(), ""
	case !wording.Vague(d):
		return strconv.Itoa(first.Year()), first.String(), last.String()
	case first.Year() == last.Year():
		return strconv.Itoa(first.Year()), "", ""
	}
	return "", "", ""
}
