package register

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/store"
)

// picked is what a pick chooses from everything as of a day. It is kept up with
// the record, so that a change costs what it changes.
type picked struct {
	asOf  edtf.Day
	lines brief.Lines
}

func (p *picked) take(pick *brief.Pick, gone, fresh brief.Lines) {
	fits := func(lines brief.Lines) brief.Lines {
		var out brief.Lines
		for _, l := range lines {
			if pick.Fits(l, p.asOf) {
				out = append(out, l)
			}
		}
		return out
	}
	p.lines = merged(p.lines, fits(gone), fits(fresh), func(a, b *store.Line) int { return pick.Compare(a, b, p.asOf) })
}

// Picked gives what a pick chooses from everything as of a day. Where the day
// is of no matter to the pick, it is 0: for another day the lines are picked
// anew.
func (r *Register) Picked(pick *brief.Pick, asOf edtf.Day) brief.Lines {
	if lines, ok := r.pickedBefore(pick, asOf); ok {
		return lines
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	p := r.picks[pick]
	if p == nil || p.asOf != asOf { // nobody has picked them meanwhile
		p = &picked{asOf, pick.From(r.lists[""], asOf)}
		r.picks[pick] = p
	}
	return p.lines
}

// pickedBefore gives what was picked as of a day, if that is kept.
func (r *Register) pickedBefore(pick *brief.Pick, asOf edtf.Day) (brief.Lines, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if p := r.picks[pick]; p != nil && p.asOf == asOf {
		return p.lines, true
	}
	return nil, false
}

// Contact is how many engagements two sides have with each other alone.
type Contact struct {
	A, B string // codes, in their order
	N    int
}

// Contacts gives the pairs with the most engagements between just the two, at
// most limit; those with the same number in the order of their codes.
func (r *Register) Contacts(limit int) []Contact {
	r.mu.RLock()
	out := make([]Contact, 0, len(r.contacts))
	for pair, n := range r.contacts {
		out = append(out, Contact{pair[0], pair[1], n})
	}
	r.mu.RUnlock()
	slices.SortFunc(out, func(a, b Contact) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return out[:min(len(out), limit)]
}

// count counts an engagement among those of its pair, or takes it from them.
func (r *Register) count(l *store.Line, n int) {
	c := l.Countries()
	if len(c) != 2 {
		return
	}
	pair := [2]string{c[0], c[1]}
	if r.contacts[pair] += n; r.contacts[pair] == 0 {
		delete(r.contacts, pair)
	}
}

// merged gives a sorted list without what is gone and with what is fresh. The
// list itself stays as it is, since somebody may be reading it.
func merged(list, gone, fresh brief.Lines, compare func(a, b *store.Line) int) brief.Lines {
	if len(gone)+len(fresh) == 0 {
		return list
	}
	slices.SortFunc(gone, compare)
	slices.SortFunc(fresh, compare)
	out := make(brief.Lines, 0, len(list)+len(fresh))
	for len(gone)+len(fresh) > 0 {
		// What changed may stand at the same place as before: out first, then in.
		leaves := len(fresh) == 0 || len(gone) > 0 && compare(gone[0], fresh[0]) <= 0
		next := fresh
		if leaves {
			next = gone
		}
		n, _ := slices.BinarySearchFunc(list, next[0], compare)
		out, list = append(out, list[:n]...), list[n:]
		switch {
		case !leaves:
			out, fresh = append(out, fresh[0]), fresh[1:]
		default:
			if len(list) > 0 && list[0] == gone[0] {
				list = list[1:]
			}
			gone = gone[1:]
		}
	}
	return append(out, list...)
}
