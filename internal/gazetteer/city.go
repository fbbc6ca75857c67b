package gazetteer

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Place is a city, a site where leaders meet, or a region of a country.
type Place struct {
	Name       string  // usual English name
	Country    string  // code of the country of today; empty for seas and regions of several states
	Lat, Lon   float32 // degrees; both 0 where they are not known
	Population int32   // 0 where it is not known
	Capital    bool    // a capital or seat of government of today
	Region     bool    // a state, province, island or sea rather than a city or site
	former     bool    // was a capital once
	part       string  // former state that the place was a part of: DDR
}

// FormerCapital is a city that once was the capital.
type FormerCapital struct {
	Names    []string // spellings
	From, To edtf.Day
}

// formerCapitals parses "Lagos ..1991-12-12;Bonn 1949..1999".
func (l *loader) formerCapitals(ref int32, cell string) error {
	for _, s := range list(cell) {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !strings.Contains(s[i:], "..") {
			return fmt.Errorf("the former capital %q needs its years: %q", s, s+" ..1990")
		}
		from, to, _ := strings.Cut(s[i+1:], "..")
		first, last, err := bounds(from, to)
		if err != nil {
			return fmt.Errorf("the former capital %q: %w", s, err)
		}
		e := &l.g.countries[ref]
		e.FormerCapitals = append(e.FormerCapitals, FormerCapital{strings.Split(s[:i], "/"), first, last})
	}
	return nil
}

var cityColumns = []string{"geonames", "names", "country", "lat", "lon", "population", "flags"}

// cities reads the list that the generator makes: names with the usual one
// first, a code of two letters, and as flags C for a capital, F for a former
// capital, D for a city in the former East Germany, Y in South Yemen.
func (l *loader) cities(file, text string) error {
	g := l.g
	return readTable(file, text, cityColumns, func(c []string) error {
		country, ok := g.countryByAlpha2[c[2]]
		if !ok {
			return fmt.Errorf("the country %q of %s is unknown", c[2], c[1])
		}
		lat, err1 := strconv.ParseFloat(c[3], 32)
		lon, err2 := strconv.ParseFloat(c[4], 32)
		population, err3 := strconv.Atoi(c[5])
		if err1 != nil || err2 != nil || err3 != nil {
			return fmt.Errorf("the coordinates %s, %s or the population %s of %s are no numbers", c[3], c[4], c[5], c[1])
		}
		p := Place{Country: g.countries[country].Code, Lat: float32(lat), Lon: float32(lon), Population: int32(population)}
		for _, f := range c[6] {
			switch f {
			case 'C':
				p.Capital = true
			case 'F':
				p.former = true
			case 'D':
				p.part = "DDR"
			case 'Y':
				p.part = "YMD"
			}
		}
		l.place(p, c[1])
		return nil
	})
}

var placeColumns = []string{"names", "country", "kind", "lat", "lon"}

// places reads the sites, small towns and regions that the list of cities has
// not: kind is site, town, region, or a former state's code and a kind.
func (l *loader) places(file, text string) error {
	g := l.g
	return readTable(file, text, placeColumns, func(c []string) error {
		if _, ok := g.countryByCode[c[1]]; !ok && c[1] != "" {
			return fmt.Errorf("the country %q of %s is unknown", c[1], c[0])
		}
		p := Place{Country: c[1]}
		switch c[2] {
		case "town", "site":
		case "region":
			p.Region = true
		case "DDR":
			p.part = "DDR"
		default:
			return fmt.Errorf("the kind %q of %s must be town, site, region or DDR", c[2], c[0])
		}
		if c[3] != "" {
			lat, err1 := strconv.ParseFloat(c[3], 32)
			lon, err2 := strconv.ParseFloat(c[4], 32)
			if err1 != nil || err2 != nil {
				return fmt.Errorf("the coordinates %s, %s of %s are no numbers", c[3], c[4], c[0])
			}
			p.Lat, p.Lon = float32(lat), float32(lon)
		}
		l.place(p, c[0])
		return nil
	})
}

func (l *loader) place(p Place, names string) {
	ref := int32(len(l.g.cities))
	prior := uint16(priorSmallTown)
	switch {
	case p.Capital || p.Population > 1_000_000:
		prior = priorMetropole
	case p.Population > 300_000 || p.Population == 0: // listed by hand
		prior = priorBigCity
	case p.Population > 100_000:
		prior = priorTown
	}
	// Among cities of one name and class the larger goes first.
	prior += uint16(min(p.Population/200_000, 40))
	if p.Capital {
		prior += 41
	}
	for len(names) > 0 {
		n, rest, _ := strings.Cut(names, ";")
		if p.Name == "" {
			p.Name = n
		}
		l.b.add(n, Sense{KindCity, ref}, prior)
		names = rest
	}
	l.g.cities = append(l.g.cities, p)
}

// CapitalAt gives the code of the state whose capital a city was on a day:
// DEU for Bonn in 1987, SUN for Moscow. The city must have been the capital of
// a state of that day; it gives "" for Kyiv in 1987.
func (g *Gazetteer) CapitalAt(ref int32, day edtf.Day) string {
	c := &g.cities[ref]
	if !c.Capital && !c.former && c.part == "" {
		return ""
	}
	state := g.CityCountryAt(ref, day)
	e, ok := g.CountryByCode(state)
	if !ok {
		return ""
	}
	key := nameKey(c.Name)
	for _, f := range e.FormerCapitals {
		for _, n := range f.Names {
			if nameKey(n) == key && f.From <= day && day <= f.To {
				return state
			}
		}
	}
	for _, n := range e.Capitals {
		for n := range strings.SplitSeq(n, "/") {
			if nameKey(n) == key {
				return state
			}
		}
	}
	return ""
}

// nameKey makes names comparable as the trie compares them.
func nameKey(name string) uint64 {
	key := uint64(fnvOffset)
	for _, w := range appendName(nil, name) {
		key = edgeKey(uint32(key>>32)^uint32(key), w.hash)
	}
	return key
}
