package cli

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/vitals"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/desk/worker"
)

// working is what the work command is told.
type working struct {
	at      place
	line    line
	log     logging
	vitals  vital
	workers int
	empty   bool
}

func (inv Invocation) workCommand() *cobra.Command {
	w := &working{}
	w.line.at = &w.at
	c := &cobra.Command{
		Use:     "work",
		GroupID: groupRead,
		Short:   "Read reports from the queue into the record",
		Long: `Takes reports from the queue, reads them and adds what they say to the record, until it is
interrupted; then it stores what it has read and gives back the rest. A report leaves the
queue when its reading is stored, so nothing is lost when a worker is killed, and nothing
doubled when it comes again. A report that fails three times is put aside with the reason;
'chancery queue dead' lists those.

Any number of processes and machines may work on one queue and one record. While the record
does not answer, they wait.`,
		Example: `  chancery work
  chancery work --until-empty
  chancery work --metrics :9470 --log-format json
  chancery work --workers 8 --nats nats://queue.example.org:4222 --record postgres://db.example.org/record`,
		Args: between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error { return inv.work(c.Context(), w) },
	}
	w.at.flags(c, inv)
	w.line.flags(c, inv)
	w.log.flags(c)
	w.vitals.flags(c)
	c.Flags().IntVar(&w.workers, "workers", runtime.GOMAXPROCS(0), "how many reports are read at the same time")
	c.Flags().BoolVar(&w.empty, "until-empty", false, "end when the queue is empty")
	c.Flags().DurationVar(&w.line.redeliver, "redeliver", 30*time.Second, "how long a worker may give no sign of life before another gets its reports")
	return c
}

func (inv Invocation) work(ctx context.Context, w *working) error {
	if w.workers < 1 {
		return usagef("--workers %d: at least one is needed", w.workers)
	}
	if w.line.redeliver < 100*time.Millisecond {
		return usagef("--redeliver %s: at least 100ms", w.line.redeliver)
	}
	log, err := w.log.open(inv)
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends at once
	s, err := w.at.patient(ctx, log)
	switch {
	case ctx.Err() != nil: // interrupted before there was anything in hand
		if err == nil {
			s.Close()
		}
		return nil
	case err != nil:
		return err
	}
	defer s.Close()
	q, err := w.line.open(ctx, log)
	switch {
	case ctx.Err() != nil:
		if err == nil {
			q.Close()
		}
		return nil
	case err != nil:
		return err
	}
	defer q.Close()
	meter, end, err := w.vitals.open(ctx, inv, log, q, check(s), vitals.Check{Name: "queue", Ask: q.Answers})
	if err != nil {
		return err
	}
	defer end()
	done, err := worker.Run(ctx, worker.Options{
		Queue: q, Store: s, Workers: w.workers, UntilEmpty: w.empty, Redeliver: w.line.redeliver, Log: log, Meter: meter,
	})
	fmt.Fprintf(inv.Out, "%s: %d new, %d changed, %d in the record already; %d put aside\n",
		wording.Count(done.New+done.Changed+done.Same+done.Dead, "report"), done.New, done.Changed, done.Same, done.Dead)
	if err != nil {
		return err
	}
	if done.Dead > 0 {
		return errReported
	}
	return nil
}
