package page

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// officesInBrief is how many holders of offices a page shows at once.
const officesInBrief = 20

// tenures gives who held which office, as far as reports say: of a country or
// an organisation all, office by office, those of which most reports speak
// first; of a person those that he or she held for one of some, in the order of
// time.
func (s *Server) tenures(ctx context.Context, v *view, of who.Party, homes []string) ([]record.Tenure, error) {
	if of.Code != "" {
		return s.officesOf(ctx, v, of.Code)
	}
	var out []record.Tenure
	for _, code := range homes {
		all, err := s.officesOf(ctx, v, code)
		if err != nil {
			return nil, err
		}
		for _, t := range all {
			if record.SamePerson(t.Person, of.Person) {
				out = append(out, t)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b record.Tenure) int { return cmp.Compare(a.First, b.First) })
	return out, nil
}

// homes gives the countries and organisations for which a person appears.
func homes(lines brief.Lines, person string) []string {
	fits := map[string]bool{}
	var out []string
	for _, l := range lines {
		for _, p := range l.Parties {
			if p.Country == "" || p.Person == "" || slices.Contains(out, p.Country) {
				continue
			}
			same, known := fits[p.Person]
			if !known {
				same = record.SamePerson(p.Person, person)
				fits[p.Person] = same
			}
			if same {
				out = append(out, p.Country)
			}
		}
	}
	slices.Sort(out)
	return out
}

// offices are those of a country or an organisation with their holders, as a
// state of the record has them.
type offices struct {
	of      state
	tenures []record.Tenure
}

// officesOf gives the offices of a country or an organisation with their
// holders, found once for each state of the record.
func (s *Server) officesOf(ctx context.Context, v *view, code string) ([]record.Tenure, error) {
	found, err := s.offices.Find(code, func(o offices) bool { return !v.state.newer(o.of) }, func() (offices, error) {
		all, err := s.store.People(ctx, store.PersonFilter{Country: code})
		if err != nil {
			return offices{}, fmt.Errorf("asking the record who held office: %w", err)
		}
		told := map[string]int{}
		for _, t := range all {
			told[strings.ToLower(t.Office)] += len(t.Reports)
		}
		slices.SortStableFunc(all, func(a, b record.Tenure) int {
			x, y := strings.ToLower(a.Office), strings.ToLower(b.Office)
			return cmp.Or(cmp.Compare(told[y], told[x]), cmp.Compare(x, y), cmp.Compare(a.First, b.First))
		})
		return offices{v.state, all}, nil
	})
	return found.tenures, err
}
