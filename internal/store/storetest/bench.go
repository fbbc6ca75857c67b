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
// day; one engagement in three is told twice, some of them with another day.
// Visits and meetings are the most, then calls, invitations, summits, and a few
// arrangements; one report in four makes a claim. The same i gives the same
// report.
func Made(i, j int) []store.Entry {
	text := strings.Repeat("The two sides spoke of trade, of borders and of the coming year. ", 30)
	var out []store.Entry
	for n := i; n < j; n++ {
		at := edtf.Day(n/10) + begin
		var said []reading.Engagement
		for k := range perReport {
			if k == 0 && n > 3 && n%3 == 0 {
				said = append(said, made(n-3, perReport-1, at))
				continue
			}
			said = append(said, made(n, k, at))
		}
		e := entry(fmt.Sprintf("made-%07d", n), at.String(), text, said...)
		if n%4 == 0 {
			e.Reading.Claims = []reading.Claim{claimed(n, &said[1])}
		}
		out = append(out, e)
	}
	return out
}

// begin is the day of the first made report.
const begin = edtf.Day(365 * 30)

// States are the codes of the made states, those most in the news first.
var States = strings.Fields(`USA CHN RUS IND GBR FRA DEU JPN TUR UKR SAU IRN ISR EGY BRA KOR ITA ESP POL MEX
	CAN AUS IDN PAK ZAF NGA KEN ETH ARE QAT VNM THA MYS PHL SGP KAZ UZB AZE ARM GEO
	GRC HUN CZE SVK ROU BGR SRB HRV SVN AUT CHE BEL NLD DNK NOR SWE FIN EST LVA LTU
	IRL PRT MAR DZA TUN LBY SDN SYR IRQ JOR LBN OMN KWT BHR NPL BGD LKA MMR ARG CHL`)

// made gives the k-th engagement of the n-th report.
func made(n, k int, at edtf.Day) reading.Engagement {
	r := &counter{uint64(n*perReport+k)*0xd6e8feb86659fd93 + 7}
	a, b := r.state(), r.state()
	for b == a {
		b = r.state()
	}
	from, to := States[a], States[b]
	when := edtf.Day(n/10) + begin + edtf.Day(r.below(9)) - 4
	if r.below(12) == 0 {
		when += edtf.Day(r.below(300)) // announced long before
	}
	status := reading.Held
	if when > at {
		status = reading.Planned
	}
	if at != edtf.Day(n/10)+begin && r.below(8) == 0 {
		when++ // told again, with another day
	}
	place := fmt.Sprintf("City %d", b)
	guest, host := fmt.Sprintf("Person%c %s", 'A'+r.below(3), from), fmt.Sprintf("Person%c %s", 'A'+r.below(3), to)
	switch kind := r.below(100); {
	case kind < 45:
		return visit(guest, from, "", to, place, when.String(), status)
	case kind < 82:
		return meeting(guest, from, host, to, place, when.String(), status)
	case kind < 90:
		e := meeting(guest, from, host, to, "", when.String(), status)
		e.Kind, e.Country = reading.Call, ""
		return e
	case kind < 95:
		e := visit(guest, from, host, to, "", min(when, at).String(), reading.Held)
		e.Kind, e.Parties[0].Role, e.Parties[1].Role = reading.Invitation, reading.RoleInvitee, reading.RoleInviter
		return e
	case kind < 99:
		e := meeting(guest, from, host, to, place, when.String(), status)
		e.Kind, e.Event, e.Number = reading.Summit, "annual summit", 1+(a+b)%9+n/3650
		return e
	}
	e := meeting("", from, "", to, "", "P1Y", reading.Held)
	e.Kind, e.Country, e.Practice = reading.Arrangement, "", "summit"
	return e
}

// claimed gives a claim of the n-th report on one of its engagements.
func claimed(n int, e *reading.Engagement) reading.Claim {
	c := reading.Claim{Kind: e.Kind, Parties: e.Parties, Country: e.Country, Quote: "as the report has it"}
	switch n / 4 % 4 {
	case 0:
		c.Type, c.Value = reading.FirstSince, string(edtf.DayDate(begin+edtf.Day(n/20)))
	case 1:
		c.Type, c.Value = reading.Nth, "3"
	case 2:
		c.Type = reading.FirstEver
	default:
		c.Type, c.Value = reading.SeriesNumber, fmt.Sprint(1+n%9)
	}
	return c
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
func (c *counter) state() int { return c.below(c.below(len(States)) + 1) }

// Bench measures adding one report to records of different sizes. The size is
// in engagements.
func Bench(b *testing.B, open func(testing.TB) store.Store, sizes ...int) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("engagements=%d", size), func(b *testing.B) {
			s := open(b)
			n := Fill(b, s, size)
			b.SetBytes(int64(len(Made(n, n+1)[0].Report.Text)))
			b.ReportAllocs()
			for b.Loop() { // fills once, however often it goes round
				if _, err := s.Add(b.Context(), Made(n, n+1)); err != nil {
					b.Fatal(err)
				}
				n++
			}
		})
	}
}

// Fill puts made reports into a record until it holds so many engagements, and
// gives the number of the next report.
func Fill(b testing.TB, s store.Store, engagements int) int {
	b.Helper()
	step := max(500, min(2000, engagements/10)) // large batches are faster
	for n := 0; ; n += step {
		stats, err := s.Stats(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if stats.Engagements >= engagements {
			return n
		}
		if _, err := s.Add(b.Context(), Made(n, n+step)); err != nil {
			b.Fatal(err)
		}
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
