package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Office is what one report says of who holds which office.
type Office struct {
	Report    string
	Published edtf.Day
	reading.Tenure
}

// Tenure is an office that a person held, as far as reports say. What the
// gazetteer says is not in it.
type Tenure struct {
	Person      string // longest form
	Office      string // as most reports have it
	Country     string
	First, Last edtf.Day // publication dates of the first and last report that say so
	Reports     []string // ids, sorted
}

// Offices puts together what reports say of who held which office, sorted by
// country, person, first day and office. Where person is not empty, only
// people whose name it fits are given.
func Offices(said []Office, person string) []Tenure {
	want := parseName(person)
	type held struct {
		Tenure
		name   name
		office string
	}
	var all []*held
	byOffice := map[string][]*held{}
	slices.SortStableFunc(said, func(a, b Office) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), strings.Compare(a.Report, b.Report))
	})
	for _, o := range said {
		n, office := parseName(o.Person), clean(o.Office)
		if len(n) == 0 || office == "" || person != "" && !want.same(n) {
			continue
		}
		key := o.Country + "|" + office
		i := slices.IndexFunc(byOffice[key], func(h *held) bool { return h.name.same(n) })
		if i < 0 {
			h := &held{Tenure{Person: o.Person, Office: o.Office, Country: o.Country, First: o.Published}, n, office}
			all = append(all, h)
			byOffice[key] = append(byOffice[key], h)
			i = len(byOffice[key]) - 1
		}
		h := byOffice[key][i]
		if len(n) > len(h.name) {
			h.name, h.Person = n, o.Person
		}
		h.Last = o.Published
		if !slices.Contains(h.Reports, o.Report) {
			h.Reports = append(h.Reports, o.Report)
		}
	}
	out := make([]Tenure, len(all))
	for i, h := range all {
		slices.Sort(h.Reports)
		out[i] = h.Tenure
	}
	slices.SortFunc(out, func(a, b Tenure) int {
		return cmp.Or(strings.Compare(a.Country, b.Country), strings.Compare(a.Person, b.Person), cmp.Compare(a.First, b.First), strings.Compare(a.Office, b.Office))
	})
	return out
}
