package record

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
	return b, l.load(ctx, Stretch{key, from, to})
}

// load brings what stands in stretches into their buckets. It asks the shelf
// once for all.
func (l *Linker) load(ctx context.Context, stretches ...Stretch) error {
	for i := range stretches {
		s := &stretches[i]
		s.From, s.To = clamp(s.From-chunk), clamp(s.To+chunk)
		if b := l.buckets[s.Key]; b.loaded {
			s.From, s.To = min(s.From, b.from), max(s.To, b.to)
		}
	}
	found, err := l.shelf.Near(ctx, stretches...)
	if err != nil {
		return fmt.Errorf("neighbours under %s: %w", stretches[0].Key, err)
	}
	for _, s := range stretches {
		b := l.buckets[s.Key]
		b.from, b.to, b.loaded = s.From, s.To, true
	}
	return l.take(ctx, found)
}

// ahead loads what stands near the mentions that are to be asked, which is
// most of what linking looks at.
func (l *Linker) ahead(ctx context.Context) error {
	at := map[string]int{}
	var stretches []Stretch
	for _, n := range l.queue {
		for _, k := range n.face.keys {
			i, there := at[k]
			if !there {
				i, at[k] = len(stretches), len(stretches)
				stretches = append(stretches, Stretch{k, n.face.from, n.face.to})
			}
			s := &stretches[i]
			s.From, s.To = min(s.From, n.face.from), max(s.To, n.face.to)
		}
	}
	stretches = slices.DeleteFunc(stretches, func(s Stretch) bool {
		b := l.buckets[s.Key]
		return b.loaded && s.From >= b.from && s.To <= b.to
	})
	if len(stretches) == 0 {
		return nil
	}
	slices.SortFunc(stretches, func(a, b Stretch) int { return strings.Compare(a.Key, b.Key) })
	return l.load(ctx, stretches...)
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
