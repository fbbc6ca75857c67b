package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/store"
)

// batch is how many reports go into the record at once: enough that linking
// and committing cost little each, few enough that a cut loses little.
const batch = 256

// adding is one run of a command that adds reports. One batch is written while
// the next is read.
type adding struct {
	inv         Invocation
	in          *inputs
	store       store.Store
	pending     []store.Entry
	writing     chan written   // gives what became of the batch under way; nil where there is none
	reached     intake.Reached // how far the files are taken in with it
	done        store.Added
	engagements map[string]bool
}

// written is what became of a batch.
type written struct {
	added   []store.Added
	refused []error // of single reports
	err     error   // the record takes nothing
}

// put adds an entry, when a batch is full.
func (a *adding) put(ctx context.Context, entry store.Entry) error {
	if a.pending = append(a.pending, entry); len(a.pending) < batch {
		return nil
	}
	return a.flush(ctx)
}

// finish adds what is left and waits until it is in the record.
func (a *adding) finish(ctx context.Context) error {
	if err := a.flush(ctx); err != nil {
		return err
	}
	return a.settle(ctx)
}

// flush begins to write what is pending, once the batch before is in the
// record. When ctx ends, a batch that is begun has time to be finished. Where
// flush fails, nothing is being written.
func (a *adding) flush(ctx context.Context) error {
	if err := a.settle(ctx); err != nil {
		return err
	}
	entries := a.pending
	a.pending = nil
	if len(entries) == 0 {
		return nil
	}
	if a.in.journal != nil {
		a.reached = a.in.journal.Reach()
	}
	a.writing = make(chan written, 1)
	go func(done chan<- written) {
		ctx, stop := grace(ctx, 30*time.Second)
		defer stop()
		done <- write(ctx, a.store, entries)
	}(a.writing)
	return nil
}

// settle waits for the batch under way, counts it, names what was refused and
// notes how far the files are taken in.
func (a *adding) settle(ctx context.Context) error {
	if a.writing == nil {
		return nil
	}
	w := <-a.writing
	a.writing = nil
	for _, added := range w.added {
		a.count(added)
	}
	for _, err := range w.refused {
		a.in.fail(a.inv, err)
	}
	if w.err != nil || a.in.journal == nil {
		return w.err
	}
	return a.in.journal.Commit(context.WithoutCancel(ctx), a.reached)
}

// write adds a batch to the record. When the record refuses it, its reports
// are added one by one.
func write(ctx context.Context, s store.Store, entries []store.Entry) (w written) {
	added, err := s.Add(ctx, entries)
	if err == nil {
		return written{added: []store.Added{added}}
	}
	for i := range entries {
		added, err = s.Add(ctx, entries[i:i+1])
		if ctx.Err() != nil {
			return written{err: ctx.Err()}
		}
		if err != nil {
			w.refused = append(w.refused, fmt.Errorf("adding report %s: %w", entries[i].Report.ID, err))
			continue
		}
		w.added = append(w.added, added)
	}
	if len(w.refused) == len(entries) {
		w.err = fmt.Errorf("the record takes no report: %w", err)
	}
	return w
}

func (a *adding) count(added store.Added) {
	a.done.New += added.New
	a.done.Changed += added.Changed
	a.done.Same += added.Same
	if a.engagements == nil {
		a.engagements = map[string]bool{}
	}
	for _, eid := range added.Engagements {
		a.engagements[eid] = true
	}
	for _, eid := range added.Gone {
		delete(a.engagements, eid)
	}
}

// report says what was done; what is the name of one input.
func (a *adding) report(what string) {
	fmt.Fprintf(a.inv.Out, "%s: %d new, %d changed, %d in the record already; %s new or changed\n",
		wording.Count(a.done.New+a.done.Changed+a.done.Same, what), a.done.New, a.done.Changed, a.done.Same, wording.Count(len(a.engagements), "engagement"))
}

// grace gives a context that ends a while after ctx.
func grace(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	longer, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		select {
		case <-longer.Done():
		case <-time.After(d):
			cancel()
		}
	})
	return longer, func() { stop(); cancel() }
}
