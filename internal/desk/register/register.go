package register

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Register follows a record. It may be asked by several goroutines. The lines
// that it gives, and what the engagements hold, are shared: nobody may change
// them.
type Register struct {
	store store.Store

	mu       sync.RWMutex
	read     bool
	revision int64
	byKey    map[int64]*store.Line
	byEID    map[string]*store.Line
	lists    map[string]brief.Lines             // see listsOf
	names    map[string][]string                // every name there ever was, by its keys
	known    map[string]bool                    // those names
	lean     map[*store.Line]*record.Engagement // those that were asked for, see Lean
	picks    map[*brief.Pick]*picked
	contacts map[[2]string]int // engagements between just two
}

// New makes a register of a record. It reads nothing until it is asked.
func New(s store.Store) *Register {
	return &Register{
		store: s, byKey: map[int64]*store.Line{}, byEID: map[string]*store.Line{}, lists: map[string]brief.Lines{}, names: map[string][]string{}, known: map[string]bool{},
		lean: map[*store.Line]*record.Engagement{}, picks: map[*brief.Pick]*picked{}, contacts: map[[2]string]int{},
	}
}

// Follow brings the register to a revision of the record, if it is behind.
func (r *Register) Follow(ctx context.Context, revision int64) error {
	r.mu.RLock()
	there := r.read && r.revision >= revision
	r.mu.RUnlock()
	if there {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.read && r.revision >= revision {
		return nil
	}
	news, err := r.store.Lines(ctx, r.revision)
	if err != nil {
		return fmt.Errorf("asking the record for what changed: %w", err)
	}
	r.take(news)
	r.read, r.revision = true, news.Revision
	return nil
}

// take puts what changed into the lists, each list once.
func (r *Register) take(news store.Lines) {
	type change struct{ gone, fresh brief.Lines }
	changes := map[string]*change{}
	of := func(list string) *change {
		c := changes[list]
		if c == nil {
			c = &change{}
			changes[list] = c
		}
		return c
	}
	drop := func(key int64) {
		old := r.byKey[key]
		if old == nil {
			return
		}
		for _, list := range listsOf(old) {
			c := of(list)
			c.gone = append(c.gone, old)
		}
		r.count(old, -1)
		delete(r.byKey, key)
		delete(r.lean, old)
		if r.byEID[old.EID] == old {
			delete(r.byEID, old.EID)
		}
	}
	for _, key := range news.Gone {
		drop(key)
	}
	for i := range news.Lines {
		l := &news.Lines[i]
		drop(l.Key)
		if l.Rejected {
			continue
		}
		r.byKey[l.Key], r.byEID[l.EID] = l, l
		r.remember(l)
		r.count(l, 1)
		for _, list := range listsOf(l) {
			c := of(list)
			c.fresh = append(c.fresh, l)
		}
	}
	for list, c := range changes {
		if now := merged(r.lists[list], c.gone, c.fresh, (*store.Line).Compare); len(now) > 0 {
			r.lists[list] = now
		} else {
			delete(r.lists, list)
		}
	}
	if c := changes[""]; c != nil {
		for pick, p := range r.picks {
			p.take(pick, c.gone, c.fresh)
		}
	}
}

// remember notes the names of a line's people.
func (r *Register) remember(l *store.Line) {
	for _, p := range l.Parties {
		if p.Person == "" || r.known[p.Person] {
			continue
		}
		r.known[p.Person] = true
		for _, key := range record.NameKeys(p.Person) {
			r.names[key] = append(r.names[key], p.Person)
		}
	}
}

// listsOf names the lists that a line stands in: that of everything, those of
// its countries and organisations, and those of its people's names.
func listsOf(l *store.Line) []string {
	out := []string{""}
	for _, c := range l.Countries() {
		out = append(out, "code "+c)
	}
	for _, p := range l.Parties {
		if p.Person != "" {
			out = append(out, "name "+p.Person)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// All gives the lines of everything.
func (r *Register) All() brief.Lines { return r.list("") }

func (r *Register) list(name string) brief.Lines {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.lists[name]
}

// Of gives the lines of what all of a pair take part in; of nobody those of
// everything.
func (r *Register) Of(about who.Pair) brief.Lines {
	if len(about) == 0 {
		return r.All()
	}
	lists := make([]brief.Lines, len(about))
	parts := make([]func(*reading.Party) bool, len(about))
	least := 0
	for i, p := range about {
		if p.Code != "" {
			lists[i] = r.list("code " + p.Code)
			parts[i] = func(x *reading.Party) bool { return x.Country == p.Code }
		} else {
			names := r.namesOf(p.Person)
			lists[i] = r.named(names)
			parts[i] = func(x *reading.Party) bool { return x.Person != "" && slices.Contains(names, x.Person) }
		}
		if len(lists[i]) < len(lists[least]) {
			least = i
		}
	}
	if len(about) == 1 {
		return lists[0]
	}
	var out brief.Lines
	for _, l := range lists[least] {
		if partaken(l, parts) {
			out = append(out, l)
		}
	}
	return out
}

// partaken says whether each of some has a part in a line.
func partaken(l *store.Line, parts []func(*reading.Party) bool) bool {
	for _, is := range parts {
		found := false
		for i := range l.Parties {
			found = found || is(&l.Parties[i])
		}
		if !found {
			return false
		}
	}
	return true
}

// namesOf gives the names in the record that fit a person's.
func (r *Register) namesOf(person string) []string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var fit []string
	for _, key := range record.NameKeys(person) {
		for _, name := range r.names[key] {
			if !slices.Contains(fit, name) && record.SamePerson(name, person) {
				fit = append(fit, name)
			}
		}
	}
	return fit
}

// named gives the lines of those that have one of some names.
func (r *Register) named(names []string) brief.Lines {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if len(names) == 1 {
		return r.lists["name "+names[0]]
	}
	var out brief.Lines
	for _, name := range names {
		out = append(out, r.lists["name "+name]...)
	}
	slices.SortFunc(out, (*store.Line).Compare)
	return slices.Compact(out)
}

// Line gives the line of an engagement by its eid, or nil.
func (r *Register) Line(eid string) *store.Line {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.byEID[eid]
}

// At gives the lines of everything, and the revision of the record that they
// are of.
func (r *Register) At() (brief.Lines, int64) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.lists[""], r.revision
}

// Lean gives the engagements of lines without evidence, see store.Filter, and
// without what they are part of. They stand at the places of their lines; what
// has changed since the lines were read may be nil. They are kept for as long
// as their lines are: whoever asks for those of all lines, as conclude does,
// has them in memory for everybody.
func (r *Register) Lean(ctx context.Context, lines brief.Lines) ([]*record.Engagement, error) {
	out := make([]*record.Engagement, len(lines))
	missing := r.kept(lines, out)
	if len(missing) == 0 {
		return out, nil
	}
	found, err := r.load(ctx, missing, store.Filter{Lean: true})
	if err != nil {
		return nil, err
	}
	byEID := make(map[string]*record.Engagement, len(found))
	for i := range found {
		found[i].PartOf = nil // may change while its line does not
		byEID[found[i].EID] = &found[i]
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, l := range lines {
		if out[i] != nil {
			continue
		}
		if out[i] = byEID[l.EID]; out[i] != nil && r.byKey[l.Key] == l {
			r.lean[l] = out[i]
		}
	}
	return out, nil
}

// kept puts the engagements that are kept at the places of their lines, and
// gives the lines of the others.
func (r *Register) kept(lines brief.Lines, out []*record.Engagement) brief.Lines {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var missing brief.Lines
	for i, l := range lines {
		if out[i] = r.lean[l]; out[i] == nil {
			missing = append(missing, l)
		}
	}
	return missing
}

// Show gives the engagements of lines, in their order, with at least what lists
// show of them, see store.Filter. What has changed since the lines were read
// may be missing.
func (r *Register) Show(ctx context.Context, lines brief.Lines) ([]record.Engagement, error) {
	es := make([]*record.Engagement, len(lines))
	if missing := r.kept(lines, es); len(missing) > 0 {
		found, err := r.load(ctx, missing, store.Filter{Cards: true})
		if err != nil {
			return nil, err
		}
		byEID := make(map[string]*record.Engagement, len(found))
		for i := range found {
			byEID[found[i].EID] = &found[i]
		}
		for i, l := range lines {
			if es[i] == nil {
				es[i] = byEID[l.EID]
			}
		}
	}
	return Values(es), nil
}

// Values gives what pointers point at, those that point at nothing aside.
func Values(es []*record.Engagement) []record.Engagement {
	out := make([]record.Engagement, 0, len(es))
	for _, e := range es {
		if e != nil {
			out = append(out, *e)
		}
	}
	return out
}

// Whole gives the engagements of lines, in their order, with all there is of
// them. What has changed since the lines were read may be missing.
func (r *Register) Whole(ctx context.Context, lines brief.Lines) ([]record.Engagement, error) {
	return r.load(ctx, lines, store.Filter{})
}

// load asks the record for the engagements of lines, in their order, as a filter
// wants them.
func (r *Register) load(ctx context.Context, lines brief.Lines, f store.Filter) ([]record.Engagement, error) {
	at := make(map[string]int, len(lines))
	for i, l := range lines {
		at[l.EID] = i
	}
	out := make([]record.Engagement, len(lines))
	take := func(part brief.Lines) error {
		f.Keys = make([]int64, len(part))
		for i, l := range part {
			f.Keys[i] = l.Key
		}
		es, err := r.store.Engagements(ctx, f)
		if err != nil {
			return fmt.Errorf("asking the record for engagements: %w", err)
		}
		for i := range es {
			if place, ok := at[es[i].EID]; ok {
				out[place] = es[i]
			}
		}
		return nil
	}
	parts := slices.Collect(slices.Chunk(lines, store.MaxKeys))
	if len(lines) > store.MaxKeys && 2*len(lines) > len(r.All()) {
		parts = []brief.Lines{nil} // all there are: that is faster
	}
	for _, part := range parts {
		if err := take(part); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(out, func(e record.Engagement) bool { return e.EID == "" }), nil
}
