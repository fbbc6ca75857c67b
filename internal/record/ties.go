package record

import (
	"context"
	"slices"
)

// Ties are what people said of mentions: these two are the same engagement,
// those two are not. They outrank affinity. The zero value and nil hold none.
type Ties struct {
	with map[Ref]map[Ref]bool // true: the same; false: not the same
}

// Join says that two mentions are of the same engagement.
func (t *Ties) Join(a, b Ref) { t.set(a, b, true) }

// Part says that two mentions are of different engagements.
func (t *Ties) Part(a, b Ref) { t.set(a, b, false) }

func (t *Ties) set(a, b Ref, same bool) {
	if a == b {
		return
	}
	if t.with == nil {
		t.with = map[Ref]map[Ref]bool{}
	}
	for _, p := range [][2]Ref{{a, b}, {b, a}} {
		if t.with[p[0]] == nil {
			t.with[p[0]] = map[Ref]bool{}
		}
		t.with[p[0]][p[1]] = same
	}
}

// of gives the ties on a mention.
func (t *Ties) of(r Ref) map[Ref]bool {
	if t == nil {
		return nil
	}
	return t.with[r]
}

// bend gives the affinity of n to a group as people want it.
func (t *Ties) bend(n *node, members []*node, points float64) float64 {
	ties := t.of(n.Ref)
	if len(ties) == 0 {
		return points
	}
	joined := false
	for _, m := range members {
		same, ok := ties[m.Ref]
		switch {
		case ok && same:
			joined = true
		case ok:
			points = apart
		}
	}
	if joined {
		return tied
	}
	return points
}

// tied is the affinity of a mention to a group that people put it in.
const tied = 1000

// tied adds to founders those of the groups that people tied n to.
func (l *Linker) tied(ctx context.Context, n *node, founders []*node) ([]*node, error) {
	for r, same := range l.ties.of(n.Ref) {
		if !same {
			continue
		}
		p, found, err := l.shelf.Find(ctx, r)
		if err != nil {
			return nil, err
		}
		if found {
			if err := l.take(ctx, []Placed{p}); err != nil {
				return nil, err
			}
		}
		m := l.nodes[r]
		if m != nil && m.founder != nil && byReport(m, n) < 0 && !slices.Contains(founders, m.founder) {
			founders = append(founders, m.founder)
		}
	}
	return founders, nil
}
