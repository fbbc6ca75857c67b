package page

import (
	"context"
	"fmt"
	"sync"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// kept is what was found out about one state of the record, so that it is found
// out once as long as nothing changes. Who asks meanwhile waits for it.
type kept[T any] struct {
	mu    sync.Mutex
	state state
	have  bool
	value T
}

// state is the record at one revision, asked as of a day.
type state struct {
	revision int64
	asOf     edtf.Day
}

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

// conclusions are what the outlook draws from the whole record.
type conclusions struct {
	turns  []outlook.Turn
	open   []outlook.Open
	judged []outlook.Judgement
}

func (s *Server) conclusions(ctx context.Context, v *view) (conclusions, error) {
	return s.drawn.get(v.state, func() (c conclusions, err error) {
		o, err := brief.Outlook(ctx, s.store, nil, 0)
		if err != nil {
			return c, err
		}
		if c.judged, err = brief.Audit(ctx, s.store, o, nil, v.asOf); err != nil {
			return c, err
		}
		c.turns, c.open = o.Turns(v.asOf), o.OpenInvitations(v.asOf)
		return c, nil
	})
}

// glimpse is what the first page shows of all engagements.
type glimpse struct {
	empty         bool
	ahead, passed []record.Engagement
	moreAhead     int
	changes       []brief.Change
	pairs         []brief.Contact
}

func (s *Server) glimpse(ctx context.Context, v *view) (glimpse, error) {
	return s.seen.get(v.state, func() (g glimpse, err error) {
		all, err := s.store.Engagements(ctx, store.Filter{})
		if err != nil {
			return g, err
		}
		ahead := brief.Ahead(all, v.asOf)
		g = glimpse{
			empty: len(all) == 0, ahead: first(ahead, aheadShown), passed: first(brief.Passed(all, v.asOf), listed),
			changes: brief.Changes(all, changesShown), pairs: brief.Pairs(all, pairsShown),
		}
		g.moreAhead = len(ahead) - len(g.ahead)
		return g, nil
	})
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
