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
			b = newBucket()
			l.buckets[k] = b
		}
		i, _ := slices.BinarySearchFunc(b.nodes, n, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
		b.nodes = slices.Insert(b.nodes, i, n)
	}
	return n
}

// How many days beyond what is asked for a bucket loads, so that neighbours are
// mostly at hand: on either side at first, and of days still later when these are
// asked for, since a record mostly grows at its end.
const (
	chunk = 60
	later = 360
)

// bucket gives the nodes of a key, with all that reach into from..to loaded.
func (l *Linker) bucket(ctx context.Context, key string, from, to edtf.Day) (*bucket, error) {
	b := l.buckets[key]
	if b == nil {
		b = newBucket()
		l.buckets[key] = b
	}
	b.low = min(b.low, from)
	if b.loaded && from >= b.from && to <= b.to {
		return b, nil
	}
	return b, l.load(ctx, Stretch{key, from, to})
}

// load brings what stands in stretches into their buckets. It asks the shelf
// once for all, and on either side of what a bucket has only for the rest.
func (l *Linker) load(ctx context.Context, stretches ...Stretch) error {
	for i := range stretches {
		s, b := &stretches[i], l.buckets[stretches[i].Key]
		switch {
		case !b.loaded:
			s.From, s.To = clamp(s.From-chunk), clamp(s.To+chunk)
			b.from, b.to = s.From, s.To
		case s.From >= b.from:
			s.From, s.To = b.to+1, clamp(s.To+later)
			b.to = s.To
		case s.To <= b.to:
			s.From, s.To = clamp(s.From-chunk), b.from-1
			b.from = s.From
		default:
			s.From, s.To = clamp(s.From-chunk), clamp(s.To+later)
			b.from, b.to = s.From, s.To
		}
	}
	found, err := l.shelf.Near(ctx, stretches...)
	if err != nil {
		return fmt.Errorf("neighbours under %s: %w", stretches[0].Key, err)
	}
	for _, s := range stretches {
		l.buckets[s.Key].loaded = true
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
		b.low = min(b.low, s.From)
		return b.loaded && s.From >= b.from && s.To <= b.to
	})
	if len(stretches) == 0 {
		return nil
	}
	slices.SortFunc(stretches, func(a, b Stretch) int { return strings.Compare(a.Key, b.Key) })
	return l.load(ctx, stretches...)
}

// allSince says whether all that was published on a day or since is loaded.
func (l *Linker) allSince(ctx context.Context, day edtf.Day) (bool, error) {
	if !l.dated {
		latest, err := l.shelf.Latest(ctx)
		if err != nil {
			return false, fmt.Errorf("latest mention: %w", err)
		}
		l.since, l.dated = latest+1, true
	}
	return day >= l.since, nil
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
	for _, set := range []map[Ref]bool{l.moved, l.changed} {
		for r := range set {
			if n := l.nodes[r]; n != nil && n.founder != nil {
				nodes = append(nodes, n)
			}
		}
	}
	slices.SortFunc(nodes, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
	for _, n := range slices.Compact(nodes) {
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

// Next makes the linker ready for another batch, over a shelf that has what
// Changes said and nothing else that is new. What it loaded it keeps.
func (l *Linker) Next(ties *Ties) {
	for r := range l.moved {
		if n := l.nodes[r]; n != nil && n.founder != nil {
			l.began[r] = n.founder.Ref
		}
	}
	for r := range l.removed {
		delete(l.began, r)
	}
	for _, set := range []map[Ref]bool{l.changed, l.moved, l.added, l.removed} {
		clear(set)
	}
	l.ties, l.decided = ties, Decisions{}
}

// Size says how many mentions the linker has loaded.
func (l *Linker) Size() int { return len(l.nodes) }

// Knows says whether it has loaded one.
func (l *Linker) Knows(r Ref) bool { return l.known(r) }

// Forget lets go of what nobody has asked for since it was called the last time
// but one, and says which mentions have gone. It is for between two batches: what
// is asked for again is loaded again.
func (l *Linker) Forget() []Ref {
	for _, b := range l.buckets {
		if b.loaded {
			b.from = max(b.from, clamp(min(b.low, b.lowBefore)-chunk))
			b.loaded = b.from <= b.to
		}
		b.lowBefore, b.low = b.low, edtf.MaxDay
	}
	var out []Ref
	for _, n := range l.nodes {
		n.seen, n.part = nil, nil // half of what it holds
		if n.founder != n || slices.ContainsFunc(n.members, l.wanted) {
			continue
		}
		for _, m := range n.members {
			m.gone = true
			l.since = max(l.since, m.Published+1)
			out = append(out, m.Ref)
		}
	}
	for _, r := range out {
		delete(l.nodes, r)
		delete(l.began, r)
	}
	for k, b := range l.buckets {
		b.nodes = slices.DeleteFunc(b.nodes, func(n *node) bool { return n.gone })
		if len(b.nodes) == 0 && !b.loaded {
			delete(l.buckets, k)
		}
	}
	return out
}

// wanted says whether a mention belongs to what a bucket has loaded.
func (l *Linker) wanted(n *node) bool {
	return slices.ContainsFunc(n.face.keys, func(k string) bool {
		b := l.buckets[k]
		return b.loaded && n.face.to >= b.from && n.face.from <= b.to
	})
}
