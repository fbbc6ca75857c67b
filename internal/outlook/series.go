package outlook

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Series is a numbered series of gatherings.
type Series struct {
	Parties []string
	Name    string         // of its last gathering
	Known   map[int]string // number to eid
	Missing []int          // numbers between the first and the last known that the record lacks
	Last    *record.Engagement
	Next    int // number of the one after the last that was held or is under way
}

// Series gives the numbered series as of a day: of the same parties, or of one
// name. They are sorted by parties and name.
func (o *Outlook) Series(asOf edtf.Day) []Series {
	var out []*Series
	for _, e := range o.find(Want{}) {
		if e.Number == 0 || e.Kind != reading.Summit && e.Kind != reading.Meeting || e.Status == reading.Cancelled {
			continue
		}
		j := slices.IndexFunc(out, func(s *Series) bool { return o.sameSeries(e, s.Last) })
		if j < 0 {
			out = append(out, &Series{Known: map[int]string{}})
			j = len(out) - 1
		}
		s := out[j]
		s.Known[e.Number] = e.EID
		s.Last = e
		if d, ok := day(e); e.Status == reading.Held && ok && d <= asOf {
			s.Next = max(s.Next, e.Number+1)
		}
	}
	var list []Series
	for _, s := range out {
		s.Parties, s.Name = s.Last.Countries(), s.Last.Event
		numbers := slices.Collect(keys(s.Known))
		slices.Sort(numbers)
		for n := numbers[0]; n <= numbers[len(numbers)-1] && len(numbers) > 1; n++ {
			if _, ok := s.Known[n]; !ok && len(s.Missing) < 20 {
				s.Missing = append(s.Missing, n)
			}
		}
		list = append(list, *s)
	}
	slices.SortStableFunc(list, func(a, b Series) int {
		if c := slices.Compare(a.Parties, b.Parties); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list
}

func keys(m map[int]string) func(func(int) bool) {
	return func(yield func(int) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// sameSeries says whether two gatherings are of one series: of the same sides
// under the same name, or of many under one name that tells something. The
// names of the sides themselves tell nothing, so that the "UK-Ireland summit"
// is the "annual summit" of these two.
func (o *Outlook) sameSeries(a, b *record.Engagement) bool {
	if !face(a.Kind) || !face(b.Kind) {
		return false
	}
	if slices.Equal(a.Countries(), b.Countries()) {
		x, y := o.words(a), o.words(b)
		return slices.Equal(x, y) && (len(x) > 0 || a.Kind == b.Kind)
	}
	x, _ := record.EventWords(a.Event)
	y, _ := record.EventWords(b.Event)
	if len(a.Countries()) == 2 && len(b.Countries()) == 2 && !o.ofOne(a, b) { // "2+2 dialogue" of other pairs
		return false
	}
	if len(x) > 0 && slices.Equal(x, y) {
		return true
	}
	// "summit of the European Union and the African Union", whoever else came
	named := o.namedSides(a)
	return len(named) >= 2 && slices.Equal(named, o.namedSides(b))
}

// ofOne says whether two gatherings are of the same organisation and nobody
// else by their names: "43rd ASEAN summit", whoever was host.
func (o *Outlook) ofOne(a, b *record.Engagement) bool {
	x, y := o.namedSides(a), o.namedSides(b)
	return len(x) == 1 && slices.Equal(x, y) && o.isOrganisation(x[0])
}

// namedSides gives the parties whose name is in a gathering's name, sorted.
func (o *Outlook) namedSides(e *record.Engagement) []string {
	words, _ := record.EventWords(e.Event)
	var out []string
	for _, c := range e.Countries() {
		if slices.ContainsFunc(o.names(c), func(n string) bool {
			own, _ := record.EventWords(n)
			return len(own) > 0 && holdsAll(words, own)
		}) {
			out = append(out, c)
		}
	}
	return out
}

// words gives the telling words of a gathering's name without the names of its
// parties.
func (o *Outlook) words(e *record.Engagement) []string {
	words, _ := record.EventWords(e.Event)
	if len(words) == 0 || o.g == nil {
		return words
	}
	own := map[string]bool{}
	for _, c := range e.Countries() {
		for _, n := range o.names(c) {
			for _, w := range strings.FieldsFunc(record.Fold(n), func(r rune) bool { return r == ' ' || r == '-' }) {
				own[w] = true
			}
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return own[w] })
}

func face(k reading.Kind) bool { return k == reading.Summit || k == reading.Meeting }
