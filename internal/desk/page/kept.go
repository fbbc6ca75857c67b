package page

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// kept is what was found out about one state of the record, so that it is found
// out once as long as nothing changes.
type kept[T any] struct {
	mu    sync.Mutex
	state state
	have  bool
	busy  bool // it is being found out behind the readers' backs
	value T
}

// state is the record at one revision, asked as of a day.
type state struct {
	revision int64
	asOf     edtf.Day
}

// get gives what is known of a state; who asks waits until it is found out.
func (k *kept[T]) get(now state, find func() (T, error)) (T, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.have && k.state == now {
		return k.value, nil
	}
	value, err := find()
	if err == nil {
		k.value, k.state, k.have = value, now, true
	}
	return value, err
}

// recent is what was found out about one state of the record, under the names
// by which it was asked for, as much as there is room for.
type recent[T any] struct {
	mu     sync.Mutex
	state  state
	values map[string]T
	older  map[string]T // as values was when it was full
}

// room is how many values recent keeps, and as many older ones: more than there
// are countries.
const room = 400

// get gives what is known under a name, or finds it out.
func (k *recent[T]) get(now state, name string, find func() (T, error)) (T, error) {
	k.mu.Lock()
	if k.values == nil || k.state != now {
		k.state, k.values, k.older = now, map[string]T{}, nil
	}
	value, ok := k.values[name]
	if !ok {
		if value, ok = k.older[name]; ok {
			k.keep(name, value)
		}
	}
	k.mu.Unlock()
	if ok {
		return value, nil
	}
	value, err := find()
	k.mu.Lock()
	defer k.mu.Unlock()
	if err == nil && k.state == now {
		k.keep(name, value)
	}
	return value, err
}

func (k *recent[T]) keep(name string, value T) {
	if len(k.values) >= room {
		k.older, k.values = k.values, make(map[string]T, room)
	}
	k.values[name] = value
}

// latest gives what is known of a state or, while that is found out behind
// the readers' backs, of a state before it; there is false where nothing is
// known yet. behind runs what finds it out.
func (k *kept[T]) latest(now state, behind func(func()), find func() (T, error), failed func(error)) (value T, there bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if (!k.have || k.state != now) && !k.busy {
		k.busy = true
		behind(func() {
			value, err := find()
			k.mu.Lock()
			defer k.mu.Unlock()
			k.busy = false
			if err != nil {
				failed(err)
				return
			}
			k.value, k.state, k.have = value, now, true
		})
	}
	return k.value, k.have
}

// promptly is how many engagements a record may hold for pages to wait for
// conclusions after each change: they take the blink of an eye.
const promptly = 3000

// conclusions are what the outlook draws from the whole record.
type conclusions struct {
	of     state
	turns  []outlook.Turn
	open   []outlook.Open
	judged []outlook.Judgement
	sides  [][]string // of each claim judged, its countries and organisations
}

// conclusions gives what is drawn from the record. Of a large record that has
// just changed these are the ones from before the change, of one that nobody
// has asked yet there are none, and the view says so.
func (s *Server) conclusions(ctx context.Context, v *view) (conclusions, error) {
	if v.engagements <= s.promptly {
		return s.drawn.get(v.state, func() (conclusions, error) { return s.draw(ctx) })
	}
	c, there := s.drawn.latest(v.state, s.behind, func() (conclusions, error) { return s.draw(s.life) }, func(err error) {
		if s.life.Err() == nil {
			s.log.Error("drawing conclusions", "error", err)
		}
	})
	v.passing = c.of != v.state
	switch {
	case !there:
		v.Drawing = true
	case c.of.revision < v.state.revision:
		v.Before = wording.Day(c.of.asOf)
	}
	return c, nil
}

// draw draws conclusions from the whole record.
func (s *Server) draw(ctx context.Context) (conclusions, error) {
	c, err := s.drawer.Draw(ctx)
	sides := make([][]string, len(c.Judged))
	for i := range c.Judged {
		sides[i] = codesOf(c.Judged[i].Claim.Parties)
	}
	return conclusions{state{c.Revision, c.AsOf}, c.Turns, c.Open, c.Judged, sides}, err
}

// glimpse is what the first page shows of all engagements.
type glimpse struct {
	empty         bool
	ahead, passed []record.Engagement
	disputed      []record.Engagement // those last told of
	moreAhead     int
	waiting       int // for review
	changes       []brief.Change
	pairs         []brief.Contact
}

// glimpse gives a glimpse of the record, taken once for each state of it.
func (s *Server) glimpse(ctx context.Context, v *view) (glimpse, error) {
	return s.glimpsed.get(v.state, func() (glimpse, error) {
		all := s.register.All()
		ahead := all.Ahead(v.asOf)
		g := glimpse{empty: len(all) == 0, moreAhead: max(0, len(ahead)-aheadShown), pairs: all.Pairs(pairsShown)}
		var err error
		if g.ahead, err = s.register.Show(ctx, first(ahead, aheadShown)); err != nil {
			return g, err
		}
		if g.passed, err = s.register.Show(ctx, first(all.Passed(v.asOf), listed)); err != nil {
			return g, err
		}
		disputed := all.Disputed()
		slices.SortStableFunc(disputed, func(a, b *store.Line) int { return cmp.Compare(b.Told, a.Told) })
		if g.disputed, err = s.register.Show(ctx, first(disputed, listed)); err != nil {
			return g, err
		}
		doubts, err := s.doubts(v)
		if err != nil {
			return g, err
		}
		g.waiting = len(doubts)
		g.changes, err = s.register.Changes(ctx, nil, changesShown)
		return g, err
	})
}

// doubts gives what waits for a person, found once for each state of the record.
func (s *Server) doubts(v *view) ([]brief.Doubt, error) {
	return s.doubted.get(v.state, func() ([]brief.Doubt, error) { return s.register.All().Doubtful(v.asOf), nil })
}

// size counts the record, once for each state of it.
func (s *Server) size(ctx context.Context) (store.Stats, int64, error) {
	revision, err := s.store.Revision(ctx)
	if err != nil {
		return store.Stats{}, 0, fmt.Errorf("asking the record for its revision: %w", err)
	}
	stats, err := s.counted.get(state{revision: revision.Number}, func() (store.Stats, error) { return s.store.Stats(ctx) })
	return stats, revision.Number, err
}
