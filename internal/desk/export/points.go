package export

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/record"
)

// Point is where something is: degrees of WGS 84.
type Point struct {
	Lat, Lon float64
	Exact    bool // the engagement's own place; else the capital of its country
}

// Points finds where engagements are.
type Points func(e record.Engagement) (Point, bool)

// GazetteerPoints finds points in the gazetteer: of the place, in the
// engagement's country, or of the country's capital.
func GazetteerPoints(names *gazetteer.Gazetteer) Points {
	return func(e record.Engagement) (Point, bool) {
		if p, ok := find(names, e.Place, e.Country); ok {
			p.Exact = true
			return p, true
		}
		c, ok := names.CountryByCode(e.Country)
		if !ok || len(c.Capitals) == 0 {
			return Point{}, false
		}
		for spelling := range strings.SplitSeq(c.Capitals[0], "/") {
			if p, ok := find(names, spelling, e.Country); ok {
				return p, true
			}
		}
		return Point{}, false
	}
}

// find gives the point of a place in a country. "Kremlin, Moscow" is found by
// its last part where the whole has no entry.
func find(names *gazetteer.Gazetteer, place, country string) (Point, bool) {
	for place != "" {
		for _, p := range names.Places(place) {
			if (p.Country == country || country == "" || gazetteer.SuccessorOf(country) == p.Country) && (p.Lat != 0 || p.Lon != 0) {
				return Point{Lat: degrees(p.Lat), Lon: degrees(p.Lon)}, true
			}
		}
		_, place, _ = strings.Cut(place, ", ")
	}
	return Point{}, false
}

// degrees rounds to five digits, about a metre, so that a float32 prints as
// people wrote it.
func degrees(d float32) float64 {
	const digits = 1e5
	if d < 0 {
		return -degrees(-d)
	}
	return float64(int64(float64(d)*digits+0.5)) / digits
}
