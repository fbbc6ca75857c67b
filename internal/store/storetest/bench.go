package storetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/store"
)

// perReport is how many engagements a made report tells of.
const perReport = 4

// Made gives made reports from the i-th to the one before the j-th. There are
// 80 states, of which the first are in the news most, and about ten reports a
// day; one engagement in three is told twice. The same i gives the same report.
func Made(i, j int) []store.Entry {
	text := strings.Repeat("The two sides spoke of trade, of borders and of the coming year. ", 30)
	var out []store.Entry
	for n := i; n < j; n++ {
		at := edtf.Day(n / 10)
		var said []reading.Engagement
		for k := range perReport {
			if k == 0 && n > 3 && n%3 == 0 {
				said = append(said, made(n-3, perReport-1, at))
				continue
			}
			said = append(said, made(n, k, at))
		}
		out = append(out, entry(fmt.Sprintf("made-%07d", n), at.String(), text, said...))
	}
	return out
}

// made gives the k-th engagement of the n-th report.
func made(n, k int, at edtf.Day) reading.Engagement {
	r := &counter{uint64(n*perReport+k)*0xd6e8feb86659fd93 + 7}
	a, b := r.state(), r.state()
	for b == a {
		b = r.state()
	}
	from, to := fmt.Sprintf("S%02d", a), fmt.Sprintf("S%02d", b)
	when := edtf.Day(n/10) + edtf.Day(r.below(9)) - 4
	status := reading.Held
	if when > at {
		status = reading.Planned
	}
	place := fmt.Sprintf("City %d", b)
	if r.below(2) == 0 {
		return visit(fmt.Sprintf("Person%d A%d", r.below(3), a), from, "", to, place, when.String(), status)
	}
	return meeting(fmt.Sprintf("Person%d A%d", r.below(3), a), from, fmt.Sprintf("Person%d A%d", r.below(3), b), to, place, when.String(), status)
}

// counter makes numbers that look drawn at random, the same each time.
type counter struct{ at uint64 }

func (c *counter) below(n int) int {
	c.at += 0x9e3779b97f4a7c15
	z := c.at
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

// state draws a state, the first more often.
func (c *counter) state() int { return c.below(c.below(80) + 1) }

// Bench measures adding one report to records of different sizes. The size is
// in engagements.
func Bench(b *testing.B, open func(testing.TB) store.Store, sizes ...int) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("engagements=%d", size), func(b *testing.B) {
			s := open(b)
			n := 0
			for stats := (store.Stats{}); stats.Engagements < size; {
				if _, err := s.Add(b.Context(), Made(n, n+500)); err != nil {
					b.Fatal(err)
				}
				n += 500
				var err error
				if stats, err = s.Stats(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
			more := Made(n, n+b.N)
			var bytes int64
			for i := range more {
				bytes += int64(len(more[i].Report.Text))
			}
			b.SetBytes(bytes / int64(len(more)))
			b.ReportAllocs()
			b.ResetTimer()
			for i := range more {
				if _, err := s.Add(b.Context(), more[i:i+1]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchBatch measures adding reports in batches to an empty record.
func BenchBatch(b *testing.B, open func(testing.TB) store.Store) {
	s := open(b)
	all := Made(0, b.N)
	b.SetBytes(int64(len(all[0].Report.Text)))
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < len(all); i += 500 {
		if _, err := s.Add(b.Context(), all[i:min(i+500, len(all))]); err != nil {
			b.Fatal(err)
		}
	}
}
