// Package worker takes reports from the queue, reads them and puts them into
// the record.
//
// In: a queue, a record, how many at once. Out: the record with the reports in
// it, and the queue without them: a report leaves it only when its reading is
// stored, so what a worker had when it ended comes again to another, which does
// no harm. What cannot be read, three times, is put aside with the reason. While
// the record does not answer, workers wait; where it is broken, they end and
// give back what they have.
package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/vitals"
	"github.com/chancery-project/chancery/internal/post/queue"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// tracer makes spans, which go nowhere unless vitals.Trace sends them.
func tracer() trace.Tracer {
	return otel.Tracer("github.com/chancery-project/chancery/internal/desk/worker")
}

// batch is how many reports a worker takes and commits at once.
const batch = 128

// Options say what to work on.
type Options struct {
	Queue      *queue.Queue
	Store      store.Store
	Workers    int
	UntilEmpty bool          // end when the queue is empty, also of what others have in hand
	Redeliver  time.Duration // as the queue was opened with
	Log        *slog.Logger
	Meter      *vitals.Meter
	NewWork    func() (intake.Work[store.Entry], error) // nil: that of intake
}

// Done says what workers did.
type Done struct {
	New, Changed, Same int // reports
	Dead               int // reports put aside
	Failed             int // tries that failed
}

// Run works until ctx ends, or the queue is empty. When ctx ends, workers store
// what they have read and give back the rest; that is no error.
func Run(ctx context.Context, opt Options) (Done, error) {
	if opt.Redeliver <= 0 {
		opt.Redeliver = 30 * time.Second
	}
	taker, err := opt.Queue.Taker(ctx)
	switch {
	case err != nil && ctx.Err() != nil: // interrupted while the queue did not answer
		return Done{}, nil
	case err != nil:
		return Done{}, err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	c := &crew{opt: opt, taker: taker, hands: newHands()}
	var working sync.WaitGroup
	for range max(1, opt.Workers) {
		working.Go(func() {
			if err := c.work(ctx); err != nil && ctx.Err() == nil {
				stop(err)
			}
		})
	}
	working.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return c.done, err
	}
	return c.done, nil
}

// crew is the workers of one process.
type crew struct {
	opt   Options
	hands *hands

	taking sync.Mutex // held by the worker that takes
	taker  *queue.Taker

	counting sync.Mutex
	done     Done
}

// work is one worker.
func (c *crew) work(ctx context.Context) error {
	work, err := c.newWork()
	if err != nil {
		return err
	}
	for ctx.Err() == nil {
		h, err := c.take(ctx)
		if err != nil {
			return err
		}
		if h == nil {
			empty, err := c.empty(ctx)
			if err != nil || empty {
				return err
			}
			continue
		}
		err = c.handle(ctx, work, h)
		c.hands.open(h)
		if err != nil {
			return err
		}
	}
	return nil
}

// newWork makes what reads for one worker, and measures it.
func (c *crew) newWork() (intake.Work[store.Entry], error) {
	if c.opt.NewWork != nil {
		return c.opt.NewWork()
	}
	if c.opt.Meter == nil {
		return intake.NewEntry()
	}
	watch := c.opt.Meter.Stopwatch()
	work, err := intake.NewWatchedEntry(watch.Turn)
	return func(r *report.Report) (store.Entry, error) {
		began := time.Now()
		defer func() { watch.Read(len(r.Text), time.Since(began)) }()
		return work(r)
	}, err
}

// take gives a worker its next reports, nil where none came for a while.
func (c *crew) take(ctx context.Context) (*hand, error) {
	c.taking.Lock()
	defer c.taking.Unlock()
	wait := 2 * time.Second
	if c.opt.UntilEmpty {
		wait = 100 * time.Millisecond
	}
	ds, err := c.taker.Take(ctx, batch, wait, func(err error) { c.failed(err, "no_report", true) })
	if err != nil || len(ds) == 0 {
		return nil, err
	}
	return c.hands.take(ds), nil
}

// empty says whether the work is done.
func (c *crew) empty(ctx context.Context) (bool, error) {
	if !c.opt.UntilEmpty || ctx.Err() != nil {
		return false, nil
	}
	n, err := c.opt.Queue.Count(ctx)
	return err == nil && n.Waiting == 0, err
}

// handle reads and stores what a worker has in hand: all at once, and one by
// one what may end the worker.
func (c *crew) handle(ctx context.Context, work intake.Work[store.Entry], h *hand) error {
	quiet := c.alive(h)
	defer quiet()
	var together []*queue.Delivery
	for _, d := range h.deliveries {
		if !d.Shy {
			together = append(together, d)
		}
	}
	if err := c.several(ctx, work, h, together); err != nil {
		return err
	}
	after := context.WithoutCancel(ctx)
	for _, d := range h.deliveries {
		switch {
		case !d.Shy:
		case ctx.Err() != nil:
			c.tell("giving a report back", d.Return())
		default:
			dead, err := c.opt.Queue.Suspect(after, d)
			if err != nil {
				return err
			}
			if dead {
				c.failed(fmt.Errorf("report %s: the worker that had it ended without a word, several times", d.Report.ID), "dead", true)
				continue
			}
			if err := c.several(ctx, work, h, []*queue.Delivery{d}); err != nil {
				return err
			}
		}
	}
	return nil
}

// several reads reports and stores them together.
func (c *crew) several(ctx context.Context, work intake.Work[store.Entry], h *hand, ds []*queue.Delivery) error {
	after := context.WithoutCancel(ctx) // what is read is stored, also when ctx has ended
	var entries []store.Entry
	var read []*queue.Delivery
	var spans []trace.Span
	defer func() {
		for _, s := range spans {
			s.End()
		}
	}()
	for _, d := range ds {
		if ctx.Err() != nil {
			c.tell("giving a report back", d.Return())
			continue
		}
		about, span := tracer().Start(d.Context(after), "work on a report", trace.WithSpanKind(trace.SpanKindConsumer), trace.WithAttributes(attribute.String("report", d.Report.ID)))
		spans = append(spans, span)
		_, reading := tracer().Start(about, "read")
		e, err := intake.Safely(work, d.Report)
		reading.End()
		if err != nil {
			span.SetStatus(codes.Error, err.Error())
			if err := c.fail(after, d, err, "read"); err != nil {
				return err
			}
			continue
		}
		entries, read = append(entries, e), append(read, d)
	}
	if len(entries) == 0 {
		return nil
	}
	if err := c.hands.turn(ctx, h); err != nil {
		return c.back(read)
	}
	added, err := c.traced(ctx, entries, spans)
	switch {
	case err == nil:
		c.count(added)
		return c.acknowledge(after, read)
	case ctx.Err() != nil && errors.Is(err, store.ErrAway):
		return c.back(read)
	case errors.Is(err, store.ErrBroken):
		return errors.Join(err, c.back(read))
	}
	for i, d := range read { // one of them is at fault
		added, err := c.add(ctx, entries[i:i+1])
		switch {
		case err == nil:
			c.count(added)
			err = c.acknowledge(after, read[i:i+1])
		case errors.Is(err, store.ErrAway), errors.Is(err, store.ErrBroken):
			return errors.Join(err, c.back(read[i:]))
		default:
			err = c.fail(after, d, fmt.Errorf("adding report %s: %w", d.Report.ID, err), "refused")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// The times for which a worker waits for a record that does not answer.
const (
	longestAdd  = 5 * time.Minute // for one batch
	longestWait = 5 * time.Second // between two tries
)

// add puts entries into the record. While that does not answer, it tries again,
// until ctx ends; a try that is under way then is finished.
func (c *crew) add(ctx context.Context, entries []store.Entry) (added store.Added, err error) {
	wait := 100 * time.Millisecond
	for {
		try, cancel := context.WithTimeout(context.WithoutCancel(ctx), longestAdd)
		began := time.Now()
		added, err = c.opt.Store.Add(try, entries)
		cancel()
		switch {
		case err == nil:
			c.opt.Meter.Stored(added, time.Since(began))
		case errors.Is(err, store.ErrAway):
			c.opt.Meter.Failed("away")
		case errors.Is(err, store.ErrBroken):
			c.opt.Meter.Failed("broken")
		}
		if err == nil || !errors.Is(err, store.ErrAway) {
			return added, err
		}
		c.opt.Log.Warn("the record does not answer; trying again", "reports", len(entries), "after", wait, "error", err)
		select {
		case <-ctx.Done():
			return added, err
		case <-time.After(wait):
		}
		wait = min(2*wait, longestWait)
	}
}

// traced adds entries, in a span that leads to those of the reports.
func (c *crew) traced(ctx context.Context, entries []store.Entry, of []trace.Span) (store.Added, error) {
	var links []trace.Link
	for _, s := range of {
		if s.SpanContext().IsSampled() {
			links = append(links, trace.Link{SpanContext: s.SpanContext()})
		}
	}
	ctx, span := tracer().Start(ctx, "store reports", trace.WithLinks(links...), trace.WithAttributes(attribute.Int("reports", len(entries))))
	defer span.End()
	added, err := c.add(ctx, entries)
	if err != nil {
		span.SetStatus(codes.Error, err.Error())
	}
	return added, err
}

// acknowledge takes stored reports out of the queue. What it cannot take out
// comes again, and changes nothing.
func (c *crew) acknowledge(ctx context.Context, ds []*queue.Delivery) error {
	for _, d := range ds {
		c.tell("acknowledging a report", d.Done(ctx))
	}
	return nil
}

// back gives reports back.
func (c *crew) back(ds []*queue.Delivery) error {
	for _, d := range ds {
		c.tell("giving a report back", d.Return())
	}
	return nil
}

// tell logs what does no harm: the report comes again.
func (c *crew) tell(what string, err error) {
	if err != nil {
		c.opt.Log.Debug(what, "error", err)
	}
}

// fail counts a failed try of a report.
func (c *crew) fail(ctx context.Context, d *queue.Delivery, reason error, cause string) error {
	dead, err := c.opt.Queue.Fail(ctx, d, reason)
	if err != nil {
		return err
	}
	c.failed(reason, cause, dead)
	return nil
}

func (c *crew) failed(reason error, cause string, dead bool) {
	c.opt.Meter.Failed(cause)
	c.counting.Lock()
	defer c.counting.Unlock()
	c.done.Failed++
	if dead {
		c.done.Dead++
		c.opt.Log.Error("a report is put aside", "error", reason)
		return
	}
	c.opt.Log.Warn("a report failed; it comes again", "error", reason)
}

func (c *crew) count(a store.Added) {
	c.counting.Lock()
	defer c.counting.Unlock()
	c.done.New += a.New
	c.done.Changed += a.Changed
	c.done.Same += a.Same
}

// alive tells the queue again and again that a worker is still at its reports,
// until quiet is called.
func (c *crew) alive(h *hand) (quiet func()) {
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(c.opt.Redeliver / 3)
		defer tick.Stop()
		for {
			select {
			case <-end:
				return
			case <-tick.C:
				for _, d := range h.deliveries {
					c.tell("keeping a report", d.Alive())
				}
			}
		}
	}()
	return func() { close(end); <-ended }
}
