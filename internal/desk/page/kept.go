package page

import (
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

// latest gives what is known of a state or, while that is found out, of the
// state before it. Only who asks first of all waits.
func (k *kept[T]) latest(now state, find func() (T, error), failed func(error)) (T, error) {
	k.mu.Lock()
	if !k.have {
		k.mu.Unlock()
		return k.get(now, find)
	}
	defer k.mu.Unlock()
	if k.state != now && !k.busy {
		k.busy = true
		go func() {
			value, err := find()
			k.mu.Lock()
			defer k.mu.Unlock()
			k.busy = false
			if err != nil {
				failed(err)
				return
			}
			k.value, k.state = value, now
		}()
	}
	return k.value, nil
}

// promptly is how many engagements a record may hold for pages to wait for
// conclusions after each change: they take the blink of an eye.
const promptly = 3000

// conclusions are what the outlook draws from the whole record, and what else
// pages show of all engagements.
type conclusions struct {
	of       state
	turns    []outlook.Turn
	open     []outlook.Open
	judged   []outlook.Judgement
	waiting  []brief.Waiting // engagements
	disputed []record.Engagement
	glimpse
}

// conclusions gives what is drawn from the record. Of a large record that has
// just changed these are the ones from before the change, and the view says so.
func (s *Server) conclusions(ctx context.Context, v *view) (conclusions, error) {
	if v.engagements <= s.promptly {
		return s.drawn.get(v.state, func() (conclusions, error) { return s.draw(ctx, v.state) })
	}
	behind := context.WithoutCancel(ctx)
	c, err := s.drawn.latest(v.state, func() (conclusions, error) { return s.draw(behind, v.state) }, func(err error) {
		s.log.Error("drawing conclusions", "error", err)
	})
	if err == nil && c.of != v.state {
		v.Before = wording.Day(c.of.asOf)
	}
	return c, err
}

// draw draws conclusions from the whole record.
func (s *Server) draw(ctx context.Context, now state) (conclusions, error) {
	c := conclusions{of: now}
	o, err := brief.Outlook(ctx, s.store, nil, 0)
	if err != nil {
		return c, err
	}
	if c.judged, err = brief.Audit(ctx, s.store, o, nil, now.asOf); err != nil {
		return c, err
	}
	c.turns, c.open = o.Turns(now.asOf), o.OpenInvitations(now.asOf)
	all := o.Everything()
	for _, w := range brief.Review(all, nil, now.asOf) {
		e := light(*w.Engagement)
		c.waiting = append(c.waiting, brief.Waiting{Engagement: &e, Why: w.Why})
	}
	for _, e := range brief.Disputed(all) {
		c.disputed = append(c.disputed, light(e))
	}
	c.glimpse = glimpseOf(all, now.asOf)
	return c, nil
}

// light gives what lists show of an engagement: of its mentions the first.
func light(e record.Engagement) record.Engagement {
	e.Mentions, e.Fields, e.Steps = slices.Clone(first(e.Mentions, 1)), nil, nil
	return e
}

// glimpse is what the first page shows of all engagements.
type glimpse struct {
	empty         bool
	ahead, passed []record.Engagement
	moreAhead     int
	changes       []brief.Change
	pairs         []brief.Contact
}

func glimpseOf(all []record.Engagement, asOf edtf.Day) glimpse {
	ahead := brief.Ahead(all, asOf)
	g := glimpse{
		empty: len(all) == 0, ahead: slices.Clone(first(ahead, aheadShown)), passed: slices.Clone(first(brief.Passed(all, asOf), listed)),
		changes: slices.Clone(brief.Changes(all, changesShown)), pairs: brief.Pairs(all, pairsShown),
	}
	g.moreAhead = len(ahead) - len(g.ahead)
	return g
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
