package record

import (
	"context"
	"fmt"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
)

// place makes a node of a mention and puts it into its buckets.
func (l *Linker) place(m Mention) *node {
	n := &node{Mention: m}
	n.face = newFace(&n.Mention)
	n.Mention.face = n.face
	l.nodes[m.Ref] = n
	for _, k := range n.face.keys {
		b := l.buckets[k]
		if b == nil {
			b = &bucket{}
			l.buckets[k] = b
		}
		i, _ := slices.BinarySearchFunc(b.nodes, n, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
		b.nodes = slices.Insert(b.nodes, i, n)
	}
	return n
}

// chunk is how many days beyond what is asked for a bucket loads on either
// side, so that neighbours are mostly at hand.
const chunk = 60

// bucket gives the nodes of a key, with all that reach into from..to loaded.
func (l *Linker) bucket(ctx context.Context, key string, from, to edtf.Day) (*bucket, error) {
	b := l.buckets[key]
	if b == nil {
		b = &bucket{}
		l.buckets[key] = b
	}
	if b.loaded && from >= b.from && to <= b.to {
		return b, nil
	}
	from, to = clamp(from-chunk), clamp(to+chunk)
	if b.loaded {
		from, to = min(from, b.from), max(to, b.to)
	}
	found, err := l.shelf.Near(ctx, key, from, to)
	if err != nil {
		return nil, fmt.Errorf("neighbours under %s: %w", key, err)
	}
	b.from, b.to, b.loaded = from, to, true
	return b, l.take(ctx, found)
}

// take brings mentions from the shelf into the working set, each with the
// whole of its group.
func (l *Linker) take(ctx context.Context, found []Placed) error {
	for _, p := range found {
		if l.known(p.Ref) {
			continue
		}
		group, err := l.shelf.Group(ctx, p.Founder)
		if err != nil {
			return fmt.Errorf("group of %s: %w", p.Founder, err)
		}
		l.settle(p.Founder, group)
	}
	return nil
}

func (l *Linker) known(r Ref) bool {
	_, ok := l.began[r]
	return ok
}

// settle puts a group from the shelf into the working set.
func (l *Linker) settle(founder Ref, group []Placed) {
	var fresh []*node
	for _, p := range group {
		if l.known(p.Ref) {
			continue
		}
		l.began[p.Ref] = founder
		if l.nodes[p.Ref] != nil || l.removed[p.Ref] {
			continue // it is being added anew in this batch
		}
		fresh = append(fresh, l.place(p.Mention))
	}
	head := l.nodes[founder]
	if head == nil {
		return
	}
	for _, n := range fresh {
		n.founder = head
		head.members = append(head.members, n)
	}
	slices.SortFunc(head.members, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
	head.seen = nil
}

// Changes says what Run did.
type Changes struct {
	Placed  []Placed    // mentions that were added or changed their group, in order
	Removed []Ref       // mentions that were removed and not added again, sorted
	Gone    []Ref       // founders on the shelf whose groups are no more, sorted
	Heads   []Ref       // founders of the groups that are new or changed, in order
	Groups  [][]Mention // their mentions, in order
}

// Changes gives what differs from the shelf.
func (l *Linker) Changes() Changes {
	var c Changes
	var nodes []*node
	for _, n := range l.nodes {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
	for _, n := range nodes {
		if n.founder == nil {
			continue
		}
		if was, ok := l.began[n.Ref]; !ok || l.added[n.Ref] || was != n.founder.Ref {
			c.Placed = append(c.Placed, Placed{n.Mention, n.founder.Ref})
		}
		if n.founder == n && l.changed[n.Ref] {
			group := make([]Mention, len(n.members))
			for i, m := range n.members {
				group[i] = m.Mention
			}
			c.Groups = append(c.Groups, group)
			c.Heads = append(c.Heads, n.Ref)
		}
	}
	for r := range l.changed {
		if n := l.nodes[r]; (n == nil || n.founder != n) && l.began[r] == r {
			c.Gone = append(c.Gone, r)
		}
	}
	for r := range l.removed {
		c.Removed = append(c.Removed, r)
	}
	slices.Sort(c.Gone)
	slices.Sort(c.Removed)
	return c
}
