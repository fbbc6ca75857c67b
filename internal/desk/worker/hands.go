package worker

import (
	"context"
	"sync"

	"github.com/chancery-project/chancery/internal/post/queue"
)

// hands knows what the workers of this process have in hand, so that two
// versions of a report are stored in the order in which they came.
type hands struct {
	mu    sync.Mutex
	holds map[string][]*hand // by report id, oldest first
}

// hand is what one worker took at once.
type hand struct {
	deliveries []*queue.Delivery
	before     []*hand // hands with older versions of its reports
	opened     chan struct{}
}

func newHands() *hands { return &hands{holds: map[string][]*hand{}} }

// take notes what a worker took. Takes must be noted in their order.
func (hs *hands) take(ds []*queue.Delivery) *hand {
	hs.mu.Lock()
	defer hs.mu.Unlock()
	h := &hand{deliveries: ds, opened: make(chan struct{})}
	for _, d := range ds {
		older := hs.holds[d.Report.ID]
		h.before = append(h.before, older...)
		hs.holds[d.Report.ID] = append(older, h)
	}
	return h
}

// turn waits until the hands with older versions are open.
func (hs *hands) turn(ctx context.Context, h *hand) error {
	for _, b := range h.before {
		if b == h {
			continue
		}
		select {
		case <-b.opened:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// open notes that a worker is done with what it took.
func (hs *hands) open(h *hand) {
	hs.mu.Lock()
	defer hs.mu.Unlock()
	close(h.opened)
	for _, d := range h.deliveries {
		var rest []*hand
		for _, o := range hs.holds[d.Report.ID] {
			if o != h {
				rest = append(rest, o)
			}
		}
		if len(rest) == 0 {
			delete(hs.holds, d.Report.ID)
		} else {
			hs.holds[d.Report.ID] = rest
		}
	}
}
