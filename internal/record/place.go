package record

import (
	"math"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
)

// excludes says whether two places of one country cannot be the same: they lie
// further apart than a city, or a region, is wide. A site that the gazetteer
// lacks may lie anywhere.
func excludes(country, a, b string) bool {
	x, y := foldPlace(a), foldPlace(b)
	if x == "" || y == "" || strings.Contains(x, y) || strings.Contains(y, x) {
		return false
	}
	g, err := gazetteer.Load()
	if err != nil {
		return false // the data are embedded: a broken build, which its own tests show
	}
	p, q := located(g, country, a), located(g, country, b)
	if p == nil || q == nil || p == q {
		return false
	}
	if p.Region != q.Region && max(p.Population, q.Population) < wellKnown && !p.Capital && !q.Capital {
		return false
	}
	wide := cityWidth
	if p.Region || q.Region {
		wide = regionWidth
	}
	return distance(p, q) > float64(wide)
}

// wellKnown is the number of people from which a city's name is taken for that
// city: of small towns there are many of one name, so that nobody knows in which
// region one lies.
const wellKnown = 200_000

// How many kilometres apart two names can be and mean one place: a capital and
// its suburbs, or a city and the region around it.
const (
	cityWidth   = 35
	regionWidth = 400
)

// located gives the first place of a country that goes by a name and whose
// coordinates are known, or nil.
func located(g *gazetteer.Gazetteer, country, name string) *gazetteer.Place {
	for _, p := range g.Places(strings.TrimSpace(name)) {
		if (country == "" || p.Country == country) && (p.Lat != 0 || p.Lon != 0) {
			return p
		}
	}
	return nil
}

// distance gives the kilometres between two places.
func distance(p, q *gazetteer.Place) float64 {
	const radius, degree = 6371, math.Pi / 180
	dlat, dlon := float64(q.Lat-p.Lat)*degree/2, float64(q.Lon-p.Lon)*degree/2
	h := math.Pow(math.Sin(dlat), 2) + math.Cos(float64(p.Lat)*degree)*math.Cos(float64(q.Lat)*degree)*math.Pow(math.Sin(dlon), 2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, h)))
}
