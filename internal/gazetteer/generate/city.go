package main

import (
	"bytes"
	"cmp"
	"fmt"
	"log"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
)

// city is a row of the GeoNames list.
type city struct {
	id         int
	name       string
	alternate  []string
	lat, lon   string
	feature    string // PPLC capital, PPLA seat of a first-order division, PPLX a part of a city
	country    string // code of two letters
	region     string // first-order division
	population int
	capitals   []*capital
}

// parseCities reads the table of GeoNames: 19 columns, tabs between them.
func parseCities(text string) ([]*city, error) {
	var all []*city
	for n, row := range strings.Split(strings.TrimSpace(text), "\n") {
		c := strings.Split(strings.TrimSuffix(row, "\r"), "\t")
		if len(c) != 19 {
			return nil, fmt.Errorf("line %d of the list of cities has %d columns, not 19", n+1, len(c))
		}
		id, err1 := strconv.Atoi(c[0])
		population, err2 := strconv.Atoi(c[14])
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("line %d of the list of cities: the id %q or the population %q is no number", n+1, c[0], c[14])
		}
		all = append(all, &city{id: id, name: c[1], alternate: append([]string{c[2]}, strings.Split(c[3], ",")...),
			lat: c[4], lon: c[5], feature: c[7], country: c[8], region: c[10], population: population})
	}
	return all, nil
}

// minPopulation is how large a city must be to be kept, unless it is a capital
// or the seat of a first-order division, or city-names.txt lists it.
const minPopulation = 15_000

func reduce(cities []*city, capitals []*capital, stop map[string]bool, other map[string][]string) ([]byte, error) {
	// Large cities first, so that a capital's name finds the right one.
	slices.SortFunc(cities, func(a, b *city) int {
		return cmp.Or(cmp.Compare(b.population, a.population), cmp.Compare(a.id, b.id))
	})
	wanted := map[string]*capital{}
	for _, c := range capitals {
		for _, n := range c.names {
			wanted[c.country+key(n)] = c
		}
	}
	for _, pplc := range []bool{true, false} {
		for _, c := range cities {
			if pplc && c.feature != "PPLC" || c.feature == "PPLX" {
				continue
			}
			for _, n := range append([]string{c.name}, c.alternate...) {
				if w := wanted[c.country+key(n)]; w != nil && !w.found && (pplc || c.name == n || len(n) > 4) {
					w.found = true
					c.capitals = append(c.capitals, w)
				}
			}
		}
	}
	for _, w := range capitals {
		if !w.found {
			log.Printf("no city for the capital %s of %s", w.names[0], w.country)
		}
	}
	var out bytes.Buffer
	out.WriteString("geonames\tnames\tcountry\tlat\tlon\tpopulation\tflags\n")
	for _, c := range cities {
		listed := other[c.country+key(c.name)] != nil
		if !listed && c.capitals == nil && c.feature != "PPLC" && c.feature != "PPLA" && c.population < minPopulation || !listed && c.feature == "PPLX" && c.population < 100_000 {
			continue
		}
		names := names(c, stop, other)
		if len(names) == 0 {
			continue
		}
		fmt.Fprintf(&out, "%d\t%s\t%s\t%s\t%s\t%d\t%s\n", c.id, strings.Join(names, ";"), c.country, degrees(c.lat), degrees(c.lon), c.population, flags(c))
	}
	for _, k := range slices.Sorted(maps.Keys(other)) {
		log.Printf("no city for the other names of %s", k)
	}
	return out.Bytes(), nil
}

// names gives the names to match a city by, the usual one first.
func names(c *city, stop map[string]bool, other map[string][]string) []string {
	var kept []string
	seen := map[string]bool{}
	add := func(n string, sure bool) {
		k := key(n)
		if k == "" || seen[k] || !latin(n) || !sure && (stop[k] || len(k) < 4) || strings.Contains(n, ";") {
			return
		}
		seen[k] = true
		kept = append(kept, n)
	}
	for _, w := range c.capitals {
		for _, n := range w.names {
			if !w.former {
				add(n, true)
			}
		}
	}
	others := other[c.country+key(c.name)]
	delete(other, c.country+key(c.name)) // the largest city of that name has them
	if len(others) > 0 && others[0][0] == '=' {
		others[0] = others[0][1:]
	} else if len(others) > 0 {
		add(c.name, true)
	}
	for _, n := range others {
		add(n, true)
	}
	if !stop[key(c.name)] && len(key(c.name)) > 2 {
		add(c.name, true)
	}
	for _, w := range c.capitals {
		for _, n := range w.names {
			add(n, true)
		}
	}
	return kept
}

// key folds a name as the gazetteer compares names.
func key(n string) string {
	return strings.NewReplacer(".", "", "'", "", "`", "", "-", " ").Replace(gazetteer.Fold(n))
}

// latin reports whether a name is written in Latin letters.
func latin(n string) bool {
	for _, r := range key(n) {
		if (r < 'a' || r > 'z') && r != ' ' && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// degrees cuts coordinates to about a kilometre.
func degrees(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return "0"
	}
	return strconv.FormatFloat(f, 'f', 2, 64)
}

// flags says what the gazetteer must know of a city besides its size.
func flags(c *city) string {
	var f string
	for _, mark := range []bool{false, true} {
		if slices.ContainsFunc(c.capitals, func(w *capital) bool { return w.former == mark }) {
			f += map[bool]string{false: "C", true: "F"}[mark]
		}
	}
	switch {
	case c.country == "DE" && slices.Contains([]string{"11", "12", "13", "14", "15"}, c.region):
		f += "D"
	case c.country == "YE" && slices.Contains([]string{"02", "24", "18", "25", "03", "04", "05", "28", "26"}, c.region):
		f += "Y"
	}
	return f
}
