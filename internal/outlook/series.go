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
	for i := range o.all {
		e := &o.all[i]
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

// sameSeries says whether two gatherings are of one series: the same two or
// three parties and no other name, or many under one name.
func (o *Outlook) sameSeries(a, b *record.Engagement) bool {
	if face(a.Kind) != face(b.Kind) {
		return false
	}
	x, _ := record.EventWords(a.Event)
	y, _ := record.EventWords(b.Event)
	if slices.Equal(a.Countries(), b.Countries()) {
		return record.SameSeries(a.Event, b.Event)
	}
	return len(x) > 0 && slices.Equal(x, y)
}

func face(k reading.Kind) bool { return k == reading.Summit || k == reading.Meeting }
