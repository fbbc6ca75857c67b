package gazetteer

import (
	"fmt"

	"github.com/chancery-project/chancery/internal/edtf"
)

// succession says that a country of today belonged to another state for a
// time: Ukraine to the Soviet Union until 1991-12-25.
type succession struct {
	state    string // code of the state it belonged to
	from, to edtf.Day
}

var formerColumns = []string{"code", "successor", "from", "to", "where"}

// former reads the successions. A row with places holds for these only: East
// Germany was a part of what Germany is today.
func (l *loader) former(file, text string) error {
	return readTable(file, text, formerColumns, func(c []string) error {
		if c[0] == "" || c[1] == "" {
			return fmt.Errorf("a succession needs the codes of both states")
		}
		from, to, err := bounds(c[2], c[3])
		if err != nil {
			return err
		}
		s := succession{c[0], from, to}
		if c[4] == "" {
			l.g.successions[c[1]] = append(l.g.successions[c[1]], s)
		} else {
			l.g.parts[c[0]] = s
		}
		return nil
	})
}

// CountryAt gives the state that the territory of a country belonged to on a
// day: SUN for RUS before 1991-12-26, CSK for CZE before 1993. Any other code,
// an organisation's for instance, comes back as it is. It goes by whole
// countries; see CityCountryAt for East Germany.
func (g *Gazetteer) CountryAt(code string, day edtf.Day) string {
	for _, s := range g.successions[code] {
		if s.from <= day && day <= s.to {
			return s.state
		}
	}
	return code
}

// CityCountryAt gives the code of the state that a city lay in on a day:
// Leipzig in DDR before 1990-10-03, Kyiv in SUN before 1991-12-26.
func (g *Gazetteer) CityCountryAt(ref int32, day edtf.Day) string {
	c := &g.cities[ref]
	if s, ok := g.parts[c.part]; ok && s.from <= day && day <= s.to {
		return s.state
	}
	return g.CountryAt(c.Country, day)
}

// successors are the former states with the country that news treats as the
// successor of each.
var successors = map[string]string{"SUN": "RUS", "DDR": "DEU", "YUG": "SRB", "CSK": "CZE", "YMD": "YEM", "ANT": "CUW"}

// SuccessorOf gives the country that news treats as the successor of a former
// state: RUS for SUN, DEU for DDR. Any other code comes back as it is.
func SuccessorOf(code string) string {
	if s := successors[code]; s != "" {
		return s
	}
	return code
}

// bounds parses the bounds of a row; an empty end is open.
func bounds(from, to string) (first, last edtf.Day, err error) {
	first, last = edtf.MinDay, edtf.MaxDay
	if from != "" {
		d, err := edtf.Parse(from)
		if err != nil {
			return 0, 0, err
		}
		first, _, _ = d.Bounds()
	}
	if to != "" {
		d, err := edtf.Parse(to)
		if err != nil {
			return 0, 0, err
		}
		_, last, _ = d.Bounds()
	}
	if first > last {
		return 0, 0, fmt.Errorf("it ends (%s) before it begins (%s)", to, from)
	}
	return first, last, nil
}
