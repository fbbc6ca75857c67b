package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/vitals"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/post/queue"
	"github.com/chancery-project/chancery/internal/report/source"
)

// queued says whether reports go into a queue instead of the record.
type queued struct {
	line
	queue bool
}

func (l *queued) flags(c *cobra.Command, inv Invocation) {
	c.Flags().BoolVar(&l.queue, "queue", false, "put reports into the queue instead of reading them")
	l.line.flags(c, inv)
}

// asked says whether there is to be a queue: --nats and --queue-dir say so too.
func (l *queued) asked() bool { return l.queue || l.url != "" || l.dir != "" }

func (inv Invocation) addQueued(ctx context.Context, in *inputs, l *queued, names []string) error {
	ctx, stop := interruptible(ctx)
	defer stop()
	reports, err := in.open(ctx, inv, names)
	if err != nil {
		return err
	}
	untrace, err := vitals.Trace(ctx, inv.Getenv, inv.Version, inv.quiet())
	if err != nil {
		return err
	}
	defer untrace()
	q, err := l.open(ctx, inv.quiet())
	if err != nil {
		return err
	}
	defer q.Close()
	in.progress = terminal.NewProgress(inv.Err, "queueing", source.Size(names))
	p := q.Publisher()
	for r, err := range reports {
		if err == nil {
			err = p.Put(ctx, r)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			in.fail(inv, err)
			continue
		}
		in.progress.Done(len(r.Text))
	}
	if err := p.Flush(ctx); err != nil {
		return err
	}
	in.progress.Clear()
	inv.reportQueued(p.Done())
	return in.status(inv)
}

// reportQueued says what came of the reports put into a queue.
func (inv Invocation) reportQueued(p queue.Published) {
	fmt.Fprintf(inv.Out, "%s: %d queued, %d in the queue already\n", wording.Count(p.New+p.Same, "report"), p.New, p.Same)
}
