package record

import (
	"context"
	"fmt"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Book is a record in memory: the Shelf of a Linker and what it made of it.
// It serves where no database is wanted; a store does the same on disk.
type Book struct {
	log      []Correction
	mentions map[Ref]Placed
	keys     map[string][]Ref
	groups   map[Ref][]Ref
	linker   *Linker // of the last batch; nil where something else changed since
}

// NewBook makes an empty record.
func NewBook() *Book {
	return &Book{mentions: map[Ref]Placed{}, keys: map[string][]Ref{}, groups: map[Ref][]Ref{}}
}

// Near implements Shelf.
func (b *Book) Near(_ context.Context, stretches ...Stretch) ([]Placed, error) {
	var out []Placed
	for _, s := range stretches {
		for _, r := range b.keys[s.Key] {
			p := b.mentions[r]
			if f := newFace(&p.Mention); f.to >= s.From && f.from <= s.To {
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// Group implements Shelf.
func (b *Book) Group(_ context.Context, founder Ref) ([]Placed, error) {
	var out []Placed
	for _, r := range b.groups[founder] {
		out = append(out, b.mentions[r])
	}
	return out, nil
}

// Find implements Shelf.
func (b *Book) Find(_ context.Context, r Ref) (Placed, bool, error) {
	p, ok := b.mentions[r]
	return p, ok, nil
}

// Latest implements Shelf.
func (b *Book) Latest(context.Context) (edtf.Day, error) {
	latest := edtf.MinDay
	for _, p := range b.mentions {
		latest = max(latest, p.Published)
	}
	return latest, nil
}

// Add puts mentions into the record. A report that is there already is
// replaced: all its mentions must come together.
func (b *Book) Add(mentions ...Mention) error {
	ctx := context.Background()
	l := b.linker
	if l == nil {
		l = NewLinker(b, TiesOf(Active(b.log)))
	}
	b.linker = nil
	now := map[string][]Mention{}
	for _, m := range mentions {
		now[m.Report] = append(now[m.Report], m)
	}
	old := map[string][]Placed{}
	for _, p := range b.all() {
		if now[p.Report] != nil {
			old[p.Report] = append(old[p.Report], p)
		}
	}
	for report, ms := range now {
		if _, err := l.Replace(ctx, old[report], ms); err != nil {
			return err
		}
	}
	if err := l.Run(ctx); err != nil {
		return err
	}
	b.take(l)
	l.Next(TiesOf(Active(b.log)))
	l.Forget() // as a store does now and then
	b.linker = l
	return nil
}

// take writes down what a linker made.
func (b *Book) take(l *Linker) {
	c := l.Changes()
	for _, r := range c.Removed {
		p := b.mentions[r]
		for _, k := range Keys(p.Mention) {
			b.keys[k] = slices.DeleteFunc(b.keys[k], func(x Ref) bool { return x == r })
		}
		delete(b.mentions, r)
	}
	for _, p := range c.Placed {
		for _, k := range Keys(b.mentions[p.Ref].Mention) {
			b.keys[k] = slices.DeleteFunc(b.keys[k], func(x Ref) bool { return x == p.Ref })
		}
		for _, k := range Keys(p.Mention) {
			if !slices.Contains(b.keys[k], p.Ref) {
				b.keys[k] = append(b.keys[k], p.Ref)
			}
		}
		b.mentions[p.Ref] = p
	}
	for _, r := range c.Gone {
		delete(b.groups, r)
	}
	for i, g := range c.Groups {
		refs := make([]Ref, len(g))
		for j, m := range g {
			refs[j] = m.Ref
		}
		b.groups[c.Heads[i]] = refs
	}
}

func (b *Book) all() []Placed {
	var out []Placed
	for _, p := range b.mentions {
		out = append(out, p)
	}
	slices.SortFunc(out, func(x, y Placed) int { return order(&x.Mention, &y.Mention) })
	return out
}

// Engagements gives the whole record without what people rejected, sorted as
// Sort does.
func (b *Book) Engagements() []Engagement {
	var out []Engagement
	active := Active(b.log)
	for _, refs := range b.groups {
		group := make([]Mention, len(refs))
		for i, r := range refs {
			group[i] = b.mentions[r].Mention
		}
		if e := Assemble(group, active); !e.Rejected {
			out = append(out, e)
		}
	}
	Sort(out)
	Relate(out)
	return out
}

// Correct checks a correction, binds it to the mentions of the engagements it
// names, writes it into the log and links anew what it concerns.
func (b *Book) Correct(c Correction) error {
	if err := c.Check(); err != nil {
		return err
	}
	c.ID = len(b.log) + 1
	refs := func(eid string) []Ref {
		for head, refs := range b.groups {
			if m := b.mentions[head].Mention; EID(m) == eid {
				return refs
			}
		}
		return nil
	}
	if c.Action == Undo {
		if c.Undoes > len(b.log) {
			return fmt.Errorf("%w: no correction %d in the log", ErrCorrection, c.Undoes)
		}
	} else if err := c.Bind(refs(c.EID), refs(c.Other)); err != nil {
		return err
	}
	concerned := Concerns(b.log, c)
	b.log, b.linker = append(b.log, c), nil
	ctx := context.Background()
	l := NewLinker(b, TiesOf(Active(b.log)))
	for _, r := range append(slices.Clone(concerned.Refs), concerned.Rest...) {
		if p, ok := b.mentions[r]; ok {
			if err := l.Ask(ctx, p); err != nil {
				return err
			}
		}
	}
	if err := l.Run(ctx); err != nil {
		return err
	}
	b.take(l)
	return nil
}
