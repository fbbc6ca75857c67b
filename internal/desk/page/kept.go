package page

import (
	"context"
	"sync"
	"time"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/revision"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// kept is what was found out about one state of the record, so that it is found
// out once as long as nothing changes. Who asks about a state before it is given
// the same: the register has gone on, too.
type kept[T any] struct {
	mu    sync.Mutex
	state state
	have  bool
	busy  bool          // it is being found out behind the readers' backs
	ended time.Time     // when that was done last
	took  time.Duration // and how long it took
	value T
}

// rest is how many times as long as it took to find something out behind the
// readers' backs must pass before it is found out again: a record that changes
// all the time leaves three quarters of a processor to its readers.
const rest = 3

// state is the record at one revision, asked as of a day.
type state struct {
	revision int64
	asOf     edtf.Day
}

// newer says whether a state is later than another.
func (s state) newer(than state) bool { return s.revision > than.revision }

// get gives what is known of a state or a later one; who asks waits until it is
// found out.
func (k *kept[T]) get(now state, find func() (T, error)) (T, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.have && !now.newer(k.state) {
		return k.value, nil
	}
	value, err := find()
	if err == nil {
		k.value, k.state, k.have = value, now, true
	}
	return value, err
}

// latest gives what is known of a state or, while that is found out behind
// the readers' backs, of a state before it; there is false where nothing is
// known yet. behind runs what finds it out.
func (k *kept[T]) latest(now state, behind func(func()), find func() (T, error), failed func(error)) (value T, there bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if (!k.have || now.newer(k.state)) && !k.busy && time.Since(k.ended) >= rest*k.took {
		k.busy = true
		behind(func() {
			begin := time.Now()
			value, err := find()
			k.mu.Lock()
			defer k.mu.Unlock()
			k.busy, k.ended, k.took = false, time.Now(), time.Since(begin)
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
	pairs         []register.Contact
}

// glimpse gives a glimpse of the record, taken once for each state of it.
func (s *Server) glimpse(ctx context.Context, v *view) (glimpse, error) {
	return s.glimpsed.get(v.state, func() (glimpse, error) {
		ahead := s.register.Picked(brief.PickAhead, v.asOf)
		g := glimpse{
			empty: len(s.register.All()) == 0, moreAhead: max(0, len(ahead)-aheadShown), pairs: s.register.Contacts(pairsShown),
			waiting: len(s.register.Picked(brief.PickDoubtful, v.asOf)),
		}
		var err error
		if g.ahead, err = s.register.Show(ctx, first(ahead, aheadShown)); err != nil {
			return g, err
		}
		if g.passed, err = s.register.Show(ctx, first(s.register.Picked(brief.PickPassed, v.asOf), listed)); err != nil {
			return g, err
		}
		if g.disputed, err = s.register.Show(ctx, first(s.register.Picked(brief.PickDisputedLately, 0), listed)); err != nil {
			return g, err
		}
		g.changes, err = s.register.Changes(ctx, nil, changesShown)
		return g, err
	})
}

// size counts the record, once for each state of it.
func (s *Server) size(ctx context.Context) (store.Stats, int64, error) {
	at, err := revision.Of(ctx, s.store)
	if err != nil {
		return store.Stats{}, 0, err
	}
	stats, err := s.counted.get(state{revision: at.Number}, func() (store.Stats, error) { return s.store.Stats(ctx) })
	return stats, at.Number, err
}
