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

// parted says whether people said of a member that n is not the same.
func (t *Ties) parted(n *node, members []*node) bool {
	ties := t.of(n.Ref)
	if len(ties) == 0 {
		return false
	}
	return slices.ContainsFunc(members, func(m *node) bool {
		same, ok := ties[m.Ref]
		return ok && !same
	})
}

// forced gives the group that people put n in by tying it to an earlier
// mention, or nil; of several the one with the earliest founder.
func (l *Linker) forced(ctx context.Context, n *node) (*node, error) {
	var to *node
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
		if m == nil || m.founder == nil || order(&m.Mention, &n.Mention) >= 0 {
			continue
		}
		if to == nil || order(&m.founder.Mention, &to.Mention) < 0 {
			to = m.founder
		}
	}
	return to, nil
}
