package relational_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
	"github.com/chancery-project/chancery/internal/store/sqlite"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// TestKept: what one batch keeps for the next, much or little of it, changes
// nothing, whoever else writes between them.
func TestKept(t *testing.T) {
	all := storetest.Made(0, 200)
	whole := open(t, t.TempDir())
	add(t, whole, all...)
	want := export(t, whole)
	for _, c := range []struct {
		most, more int
		inOrder    bool
	}{{1 << 30, 1 << 30, false}, {1 << 30, 100, true}, {300, 50, true}, {300, 50, false}, {0, 0, true}} {
		t.Run(fmt.Sprintf("%d and %d in order %v", c.most, c.more, c.inOrder), func(t *testing.T) {
			defer relational.Keep(c.most, c.more)()
			r := rand.New(rand.NewSource(5))
			place := t.TempDir()
			mine, other := open(t, place), open(t, place)
			rest := append([]store.Entry(nil), all...)
			if !c.inOrder {
				r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
			}
			for len(rest) > 0 {
				n := min(1+r.Intn(20), len(rest))
				s := mine
				switch r.Intn(8) {
				case 0:
					s = other
				case 1: // reports that say something else at first
					said := append([]store.Entry(nil), rest[:n]...)
					for i := range said {
						said[i].Reading.Engagements = said[i].Reading.Engagements[1:]
					}
					add(t, mine, said...)
				case 2: // a report that comes and goes
					add(t, mine, rest[n-1])
					if _, err := mine.Remove(t.Context(), []string{rest[n-1].Report.ID}); err != nil {
						t.Fatal(err)
					}
				}
				add(t, s, rest[:n]...)
				rest = rest[n:]
			}
			if d := cmp.Diff(want, export(t, mine)); d != "" {
				t.Errorf("another record (-in one go +in many):\n%s", d)
			}
		})
	}
}

func open(t *testing.T, folder string) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(folder, "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func add(t *testing.T, s store.Store, entries ...store.Entry) {
	t.Helper()
	if _, err := s.Add(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
}

// export gives the engagements of a record, and its lines.
func export(t *testing.T, s store.Store) string {
	t.Helper()
	es, err := s.Engagements(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := record.WriteJSONL(&out, es); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, e := range es {
		for _, c := range e.Countries() {
			if found[c] {
				continue
			}
			found[c] = true
			of, err := s.Engagements(t.Context(), store.Filter{Countries: []string{c}, Cards: true})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&out, c, len(of))
		}
	}
	return out.String()
}
