package export

import (
	"encoding/json"
	"io"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

type featureCollection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *geometry  `json:"geometry"` // null where nothing is known: an unlocated feature
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

type properties struct {
	Kind      reading.Kind   `json:"kind"`
	Status    reading.Status `json:"status"`
	Headline  string         `json:"headline"`
	Countries []string       `json:"countries"`
	Country   string         `json:"country"`
	Place     string         `json:"place"`
	Located   string         `json:"located"` // "place", "capital" of the country, or ""
	When      edtf.Date      `json:"when"`
	FirstDay  string         `json:"first_day"`
	LastDay   string         `json:"last_day"`
	Event     string         `json:"event"`
	Reports   []string       `json:"reports"`
}

// GeoJSON writes a FeatureCollection (RFC 7946): a point for each engagement,
// at its place where the gazetteer knows it, else at the capital of its
// country, which the property "located" tells apart. What has neither has the
// geometry null.
func GeoJSON(w io.Writer, es []record.Engagement, o Options) error {
	all := featureCollection{Type: "FeatureCollection", Features: []feature{}}
	for _, e := range es {
		f := feature{Type: "Feature", ID: e.EID, Properties: properties{
			Kind: e.Kind, Status: e.Status, Headline: o.Names.Headline(wording.Of(e)), Countries: e.Countries(), Country: e.Country,
			Place: e.Place, When: e.When, Event: e.Event, Reports: e.Reports,
		}}
		f.Properties.FirstDay, f.Properties.LastDay = ends(e.When)
		if p, ok := o.Points(e); ok {
			f.Geometry = &geometry{"Point", [2]float64{p.Lon, p.Lat}}
			f.Properties.Located = "capital"
			if p.Exact {
				f.Properties.Located = "place"
			}
		}
		all.Features = append(all.Features, f)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(all)
}

// ends gives the first and the last day of a date as YYYY-MM-DD; empty where
// it has none or an end is open.
func ends(d edtf.Date) (first, last string) {
	a, b, ok := d.Bounds()
	if !ok || d.Open() {
		return "", ""
	}
	return a.String(), b.String()
}
