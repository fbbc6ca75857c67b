package cli

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/vitals"
	"github.com/chancery-project/chancery/internal/post/queue"
	"github.com/chancery-project/chancery/internal/store"
)

// logging is how a command that runs for long tells what happens.
type logging struct{ format string }

func (l *logging) flags(c *cobra.Command) {
	c.Flags().StringVar(&l.format, "log-format", "text", "how events are written to standard error: text or json")
}

func (l *logging) open(inv Invocation) (*slog.Logger, error) {
	if err := choice("log-format", l.format, "text", "json"); err != nil {
		return nil, err
	}
	if l.format == "json" {
		return slog.New(slog.NewJSONHandler(inv.Err, nil)), nil
	}
	return slog.New(slog.NewTextHandler(inv.Err, nil)), nil
}

// vital is whether and where a command that runs for long says how it fares.
type vital struct{ address string }

func (v *vital) flags(c *cobra.Command) {
	c.Flags().StringVar(&v.address, "metrics", "", "`ADDRESS` and port for /metrics, /healthz and /readyz, such as :9470 (default none; without a host, this machine alone)")
}

// open begins to count and to trace. The Meter is nil where nobody asks for
// figures. q may be nil.
func (v *vital) open(ctx context.Context, inv Invocation, log *slog.Logger, q *queue.Queue, checks ...vitals.Check) (*vitals.Meter, func(), error) {
	untrace, err := vitals.Trace(ctx, inv.Getenv, inv.Version, log)
	if err != nil || v.address == "" {
		return nil, untrace, err
	}
	m := vitals.NewMeter(inv.Version)
	if q != nil {
		m.Queue(q)
	}
	ctx, stop := context.WithCancel(ctx)
	address, wait, err := vitals.Serve(ctx, v.address, m, vitals.Health(log, checks...), log)
	if err != nil {
		stop()
		untrace()
		return nil, nil, err
	}
	fmt.Fprintf(inv.Err, "Metrics are at http://%s/metrics\n", address)
	return m, func() { stop(); wait(); untrace() }, nil
}

// check asks whether the record answers.
func check(s store.Store) vitals.Check {
	return vitals.Check{Name: "record", Ask: func(ctx context.Context) error {
		_, err := s.Revision(ctx)
		return err
	}}
}
