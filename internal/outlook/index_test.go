package outlook

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// TestIndexFindsWhatAScanFinds: whatever is wanted, the index gives what going
// through the whole record gives, in the same order, also when asked again.
func TestIndexFindsWhatAScanFinds(t *testing.T) {
	states := []string{"CHL", "NOR", "JPN", "KEN"}
	names := []string{"", "BRICS summit", "15th summit of BRICS", "annual meeting", "Arctic Council"}
	kinds := []reading.Kind{reading.Visit, reading.Meeting, reading.Summit}
	var es []record.Engagement
	for i := range 200 {
		e := record.Engagement{EID: fmt.Sprintf("e%03d", (i*37)%200), Kind: kinds[i%3], Country: states[(i/3)%4], Event: names[i%5]}
		for j := range 1 + i%3 {
			e.Parties = append(e.Parties, reading.Party{Country: states[(i+j*(1+i%2))%4]})
		}
		es = append(es, e)
	}
	o := New(es, nil)
	for range 2 {
		for _, sides := range [][]string{nil, {"CHL"}, {"CHL", "NOR"}, {"NOR", "CHL", "JPN"}, {"FRA"}} {
			for _, in := range []string{"", "JPN"} {
				for _, event := range append(names, "meeting of states") {
					for _, n := range []int{0, 2} {
						w := Want{Countries: sides, Country: in, Event: event, Sides: n, Kinds: kinds[:n]}
						var want []*record.Engagement
						for _, e := range o.index.all {
							if w.fits(e) {
								want = append(want, e)
							}
						}
						if got := o.find(w); !slices.Equal(got, want) {
							t.Fatalf("%+v: the index gives %d engagements, a scan %d", w, len(got), len(want))
						}
					}
				}
			}
		}
	}
}
