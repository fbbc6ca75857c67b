package record

import (
	"cmp"
	"container/heap"
	"context"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Placed is a mention with the founder of the group it is in.
type Placed struct {
	Mention
	Founder Ref
}

// Shelf gives a Linker the mentions that stand near one another in the
// record as it was.
type Shelf interface {
	// Near gives the mentions that stand in one of the stretches, in any order.
	Near(ctx context.Context, stretches ...Stretch) ([]Placed, error)
	// Group gives all mentions of a founder's group, in any order.
	Group(ctx context.Context, founder Ref) ([]Placed, error)
	// Find gives one mention, and false where the record has none.
	Find(ctx context.Context, r Ref) (Placed, bool, error)
	// Latest gives the publication date of the latest mention, or
	// edtf.MinDay where there is none.
	Latest(ctx context.Context) (edtf.Day, error)
}

// Stretch is where mentions stand near one another: those under a key whose
// reach overlaps From..To.
type Stretch struct {
	Key      string
	From, To edtf.Day
}

// Linker puts mentions into groups. A mention joins the group of mentions of
// earlier reports that it fits best, or founds one. Since every mention sees only earlier ones, the groups are
// a function of the set of mentions and of the ties laid by people. After a
// change only those mentions are asked again that stand near a changed group.
//
// A batch is Replace for each report, then Run, then Changes. Next makes it ready
// for another one.
type Linker struct {
	shelf   Shelf
	nodes   map[Ref]*node
	buckets map[string]*bucket
	ties    *Ties
	queue   queue
	changed map[Ref]bool // founders whose groups changed
	moved   map[Ref]bool // mentions that were put into a group
	added   map[Ref]bool
	removed map[Ref]bool
	decided Decisions
	began   map[Ref]Ref // founder of each loaded mention as the shelf gave it
	since   edtf.Day    // everything published since then is loaded
	dated   bool        // since is known
}

// node is a mention in the working set.
type node struct {
	Mention
	face    *face
	founder *node
	members []*node // of a founder: its group in order, itself first
	seen    *sight  // of a founder: the sight of all members; nil when stale
	part    *sight  // of a founder: the sight of its first upTo members, kept since mentions are asked in order; nil when stale
	upTo    int
	gone    bool
	queued  bool
}

// bucket holds the loaded nodes of one key in order, and the days for which
// all are loaded.
type bucket struct {
	nodes     []*node
	from, to  edtf.Day
	loaded    bool
	low       edtf.Day // first day that was asked for since Forget was called
	lowBefore edtf.Day // and between that and the time before
}

func newBucket() *bucket { return &bucket{low: edtf.MaxDay, lowBefore: edtf.MaxDay} }

// NewLinker makes a Linker over a shelf. ties may be nil.
func NewLinker(shelf Shelf, ties *Ties) *Linker {
	return &Linker{
		shelf: shelf, ties: ties,
		nodes: map[Ref]*node{}, buckets: map[string]*bucket{},
		changed: map[Ref]bool{}, moved: map[Ref]bool{}, added: map[Ref]bool{}, removed: map[Ref]bool{}, began: map[Ref]Ref{},
	}
}

// Replace puts the mentions of a report in the place of those that the shelf
// has of it: none for a new report, and none come for one that goes. It gives
// those that it kept because nothing that linking sees has changed.
func (l *Linker) Replace(ctx context.Context, old []Placed, now []Mention) (kept map[Ref]bool, err error) {
	kept = map[Ref]bool{}
	for _, o := range old {
		i := slices.IndexFunc(now, func(m Mention) bool { return m.Ref == o.Ref })
		if i >= 0 && o.Mention.unchanged(&now[i]) {
			kept[o.Ref] = true
			continue
		}
		if err := l.remove(ctx, o); err != nil {
			return nil, err
		}
	}
	for _, m := range now {
		if !kept[m.Ref] {
			l.added[m.Ref] = true
			delete(l.removed, m.Ref)
			l.queue.add(l.place(m))
		}
	}
	// The mentions of a report compete with one another, so all are asked.
	for _, o := range old {
		if !kept[o.Ref] {
			continue
		}
		if err := l.take(ctx, []Placed{o}); err != nil {
			return nil, err
		}
		l.queue.add(l.nodes[o.Ref])
	}
	return kept, nil
}

// remove takes a mention out of the record.
func (l *Linker) remove(ctx context.Context, p Placed) error {
	if err := l.take(ctx, []Placed{p}); err != nil {
		return err
	}
	n := l.nodes[p.Ref]
	old := n.founder
	touched := slices.Clone(old.members)
	l.leave(n)
	l.drop(n)
	l.removed[p.Ref] = true
	return l.touch(ctx, n, touched)
}

// Ask puts a mention on the shelf up for linking again, because ties on it
// changed, and counts its group among the changed.
func (l *Linker) Ask(ctx context.Context, p Placed) error {
	if err := l.take(ctx, []Placed{p}); err != nil {
		return err
	}
	if n := l.nodes[p.Ref]; n != nil {
		l.changed[n.founder.Ref] = true
		return l.push(ctx, n)
	}
	return nil
}

// Run links until nothing changes.
func (l *Linker) Run(ctx context.Context) error {
	if err := l.ahead(ctx); err != nil {
		return err
	}
	for l.queue.Len() > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := heap.Pop(&l.queue).(*node)
		n.queued = false
		if n.gone {
			continue
		}
		if err := l.link(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// Decisions counts what linking decided of the mentions that it asked; it may
// ask one several times.
type Decisions struct {
	Founded int // new ones that begin an engagement
	Joined  int // new ones that belong to one that is there
	Moved   int // known ones that belong to another now
	Stayed  int // known ones that do not
}

// Decisions says what Run decided so far.
func (l *Linker) Decisions() Decisions { return l.decided }

// link asks one mention which group it belongs to. A report tells each
// engagement once, so its mentions that meet under a key are asked together:
// the best fit of all goes first, ties by the order of mentions, then of
// founders.
func (l *Linker) link(ctx context.Context, n *node) error {
	to, err := l.forced(ctx, n)
	if err != nil {
		return err
	}
	if to == nil {
		if to, err = l.choose(ctx, n); err != nil {
			return err
		}
	}
	if n.founder == to && (to != n || len(n.members) > 0) {
		l.decided.Stayed++
		return nil
	}
	switch {
	case n.founder != nil:
		l.decided.Moved++
	case to == n:
		l.decided.Founded++
	default:
		l.decided.Joined++
	}
	touched := slices.Clone(to.members)
	fresh := n.founder == nil
	if !fresh {
		touched = append(touched, n.founder.members...)
		l.leave(n)
	}
	l.join(n, to)
	if fresh && to.repeats(n) {
		return nil
	}
	return l.touch(ctx, n, append(touched, n))
}

// repeats says whether the member before n says the very same on the same day:
// then nothing that others see of the group has changed.
func (g *node) repeats(n *node) bool {
	i := slices.Index(g.members, n)
	return i > 0 && g.members[i-1].face.same(n.face)
}

// choose gives the group that n fits best, or n itself.
func (l *Linker) choose(ctx context.Context, n *node) (*node, error) {
	var offers []offer
	together, err := l.siblings(ctx, n)
	if err != nil {
		return nil, err
	}
	for _, s := range together {
		groups, err := l.candidates(ctx, s)
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			if s == n && tells(g, n) {
				continue
			}
			if points := l.fit(s, g); points >= enough {
				offers = append(offers, offer{points, s, g})
			}
		}
	}
	return settle(offers, n), nil
}

// tells says whether an earlier mention of n's report is in g's group.
func tells(g, n *node) bool {
	i, _ := slices.BinarySearchFunc(g.members, n, byReport)
	return i < len(g.members) && g.members[i].Report == n.Report && order(&g.members[i].Mention, &n.Mention) < 0
}

// offer says how well a mention fits a group.
type offer struct {
	points  float64
	mention *node
	group   *node
}

// settle gives the group that a mention gets, or itself.
func settle(offers []offer, n *node) *node {
	slices.SortStableFunc(offers, func(a, b offer) int {
		return cmp.Or(cmp.Compare(b.points, a.points), order(&a.mention.Mention, &b.mention.Mention), order(&a.group.Mention, &b.group.Mention))
	})
	var placed, taken []*node
	for _, o := range offers {
		if slices.Contains(placed, o.mention) || slices.Contains(taken, o.group) {
			continue
		}
		if o.mention == n {
			return o.group
		}
		placed, taken = append(placed, o.mention), append(taken, o.group)
	}
	return n
}

// siblings gives n and the other mentions of its report that meet it under a
// key, in order.
func (l *Linker) siblings(ctx context.Context, n *node) ([]*node, error) {
	out := []*node{n}
	for _, k := range n.face.keys {
		b, err := l.bucket(ctx, k, n.face.from, n.face.to)
		if err != nil {
			return nil, err
		}
		i, _ := slices.BinarySearchFunc(b.nodes, n, byReport)
		for ; i < len(b.nodes) && b.nodes[i].Report == n.Report; i++ {
			if s := b.nodes[i]; s.face.to >= n.face.from && s.face.from <= n.face.to && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	slices.SortFunc(out, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
	return out, nil
}

// byReport orders nodes by publication date and report alone.
func byReport(a, b *node) int {
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Report, b.Report))
}

// candidates gives the founders of the groups that n may join, in order.
func (l *Linker) candidates(ctx context.Context, n *node) ([]*node, error) {
	var founders []*node
	for _, k := range n.face.keys {
		b, err := l.bucket(ctx, k, n.face.from, n.face.to)
		if err != nil {
			return nil, err
		}
		for _, p := range b.nodes {
			if byReport(p, n) >= 0 {
				break
			}
			if p.face.to >= n.face.from && p.face.from <= n.face.to && p.founder != nil && !slices.Contains(founders, p.founder) {
				founders = append(founders, p.founder)
			}
		}
	}
	slices.SortFunc(founders, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
	return founders, nil
}

// fit gives the affinity of n to the members of g's group that earlier reports
// tell of.
func (l *Linker) fit(n, g *node) float64 {
	before, seen := g.members, g.seen
	if i, _ := slices.BinarySearchFunc(before, n, byReport); i < len(before) {
		before, seen = before[:i], nil
	} else if seen == nil {
		seen = look(before)
		g.seen = seen
	}
	if len(before) == 0 || l.ties.parted(n, before) {
		return apart
	}
	if seen == nil {
		seen = g.first(len(before))
	}
	return affinity(n.face, n.Report, seen)
}

// first gives the sight of the first members of a founder's group.
func (g *node) first(members int) *sight {
	if g.part == nil || g.upTo > members {
		g.part, g.upTo = &sight{}, 0
	}
	for _, m := range g.members[g.upTo:members] {
		g.part.add(m.Report, m.face)
	}
	g.upTo = members
	return g.part
}

func look(members []*node) *sight {
	s := &sight{}
	for _, m := range members {
		s.add(m.Report, m.face)
	}
	return s
}

// touch puts up for linking every mention after n that a change of these
// groups' members can concern: the members themselves, and what meets them.
// It takes the members' reach under a key as one, so that it may ask a mention
// too many, which answers as before. Of the latest news nothing after it is on
// the shelf, and it asks for nothing.
func (l *Linker) touch(ctx context.Context, n *node, members []*node) error {
	type reach struct{ from, to edtf.Day }
	reaches := map[string]reach{}
	for _, m := range members {
		if m != n && !m.gone && m.founder != nil && order(&m.Mention, &n.Mention) > 0 {
			if err := l.push(ctx, m); err != nil {
				return err
			}
		}
		for _, k := range m.face.keys {
			r, ok := reaches[k]
			if !ok {
				r = reach{m.face.from, m.face.to}
			}
			reaches[k] = reach{min(r.from, m.face.from), max(r.to, m.face.to)}
		}
	}
	all, err := l.allSince(ctx, n.Published)
	if err != nil {
		return err
	}
	for k, r := range reaches {
		b := l.buckets[k]
		if !all {
			if b, err = l.bucket(ctx, k, r.from, r.to); err != nil {
				return err
			}
		}
		i, _ := slices.BinarySearchFunc(b.nodes, n, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
		for _, p := range slices.Clone(b.nodes[i:]) {
			if p != n && p.face.to >= r.from && p.face.from <= r.to {
				if err := l.push(ctx, p); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// join puts n into to's group.
func (l *Linker) join(n, to *node) {
	n.founder = to
	i, _ := slices.BinarySearchFunc(to.members, n, func(a, b *node) int { return order(&a.Mention, &b.Mention) })
	if i == len(to.members) && to.seen != nil {
		to.seen.add(n.Report, n.face)
	} else {
		to.seen = nil
	}
	if i < to.upTo {
		to.part = nil
	}
	to.members = slices.Insert(to.members, i, n)
	l.changed[to.Ref], l.moved[n.Ref] = true, true
}

// leave takes n out of its group. Where n founded it, the others stay with it
// until they are asked, which is before anything after them is.
func (l *Linker) leave(n *node) {
	g := n.founder
	if i := slices.Index(g.members, n); i >= 0 {
		g.members = slices.Delete(g.members, i, i+1)
		if i < g.upTo {
			g.part = nil
		}
	}
	g.seen = nil
	n.founder = nil
	l.changed[g.Ref] = true
}

// drop takes n out of the working set.
func (l *Linker) drop(n *node) {
	n.gone = true
	delete(l.nodes, n.Ref)
	for _, k := range n.face.keys {
		if b := l.buckets[k]; b != nil {
			if i := slices.Index(b.nodes, n); i >= 0 {
				b.nodes = slices.Delete(b.nodes, i, i+1)
			}
		}
	}
}

// push puts a mention up for linking, with those that are asked with it.
func (l *Linker) push(ctx context.Context, n *node) error {
	if n.queued {
		return nil // and so are they
	}
	together, err := l.siblings(ctx, n)
	if err != nil {
		return err
	}
	for _, s := range together {
		l.queue.add(s)
	}
	return nil
}

// queue is a heap of nodes in order.
type queue []*node

// add puts a node into the queue, unless it waits there already.
func (q *queue) add(n *node) {
	if !n.queued {
		n.queued = true
		heap.Push(q, n)
	}
}

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return order(&q[i].Mention, &q[j].Mention) < 0 }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(*node)) }
func (q *queue) Pop() any {
	n := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return n
}
