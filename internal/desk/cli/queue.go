package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/post/queue"
)

// line is which queue a command is about.
type line struct {
	at        *place
	url       string
	env       string
	dir       string
	name      string
	redeliver time.Duration
}

// flags adds the flags that say which queue.
func (l *line) flags(c *cobra.Command, inv Invocation) {
	l.env = inv.Getenv("CHANCERY_NATS")
	c.Flags().StringVar(&l.url, "nats", "", "the queue: a NATS cluster at `URL` (default $CHANCERY_NATS, or a server in this process)")
	c.Flags().StringVar(&l.name, "nats-name", "chancery", "`NAME` of the queue in the cluster")
	c.Flags().StringVar(&l.dir, "queue-dir", "", "`FOLDER` of a queue without a cluster (default beside the record)")
}

// folder is where a queue without a cluster is kept.
func (l *line) folder() string {
	switch {
	case l.dir != "":
		return l.dir
	case l.at.postgres():
		return "chancery.queue"
	}
	return l.at.String() + ".queue"
}

func (l *line) options(log *slog.Logger) queue.Options {
	opt := queue.Options{URL: l.url, Name: l.name, Redeliver: l.redeliver, Log: func(event string, err error) {
		if err != nil {
			log.Warn(event, "error", err)
			return
		}
		log.Info(event)
	}}
	if opt.URL == "" && l.dir == "" {
		opt.URL = l.env
	}
	if opt.URL == "" {
		opt.Dir = l.folder()
	}
	return opt
}

// open opens the queue, and makes it where there is none.
func (l *line) open(ctx context.Context, log *slog.Logger) (*queue.Queue, error) {
	return queue.Open(ctx, l.options(log))
}

// existing opens a queue that is there already.
func (l *line) existing(ctx context.Context, log *slog.Logger) (*queue.Queue, error) {
	opt := l.options(log)
	if opt.URL == "" {
		if _, err := os.Stat(opt.Dir); err != nil {
			return nil, fmt.Errorf("there is no queue at %s; 'chancery add --queue INPUT...' makes one, --nats and --queue-dir name another", opt.Dir)
		}
	}
	return queue.Open(ctx, opt)
}

func (inv Invocation) queueCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "queue",
		GroupID: groupRead,
		Short:   "Look after the queue of reports",
		Long: `Says what waits in the queue and what failed, and sends back what failed. 'chancery add
--queue' and 'chancery watch --queue' put reports into the queue, 'chancery work' reads them.

Without --nats the queue is a folder beside the record. The first process that opens it runs
a server in it, and the others on this machine find it there.`,
		Example: `  chancery queue status
  chancery queue dead
  chancery queue replay a001
  chancery queue serve --listen 10.0.0.5:4222`,
		Args: unknownSubcommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(inv.queueStatus(), inv.queueDead(), inv.queueReplay(), inv.queueDrop(), inv.queueServe())
	return c
}

// unknownSubcommand refuses arguments of a command that only has subcommands.
func unknownSubcommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usagef("there is no command %q of %s", args[0], c.CommandPath())
}

// ofQueue makes a subcommand that opens a queue which is there.
func (inv Invocation) ofQueue(c *cobra.Command, do func(context.Context, *queue.Queue, []string) error) *cobra.Command {
	at := &place{}
	l := &line{at: at}
	c.RunE = func(c *cobra.Command, args []string) error {
		q, err := l.existing(c.Context(), inv.quiet())
		if err != nil {
			return err
		}
		defer q.Close()
		return do(c.Context(), q, args)
	}
	at.flags(c, inv)
	l.flags(c, inv)
	return c
}

// quiet is a log that tells of what is wrong only.
func (inv Invocation) quiet() *slog.Logger {
	return slog.New(slog.NewTextHandler(inv.Err, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

func (inv Invocation) queueStatus() *cobra.Command {
	format := "table"
	c := inv.ofQueue(&cobra.Command{
		Use:     "status",
		Short:   "Say how many reports wait",
		Example: "  chancery queue status --format jsonl",
		Args:    between(0, 0, ""),
	}, func(ctx context.Context, q *queue.Queue, _ []string) error {
		if err := choice("format", format, "table", "jsonl"); err != nil {
			return err
		}
		n, err := q.Count(ctx)
		if err != nil {
			return err
		}
		if format == "jsonl" {
			return json.NewEncoder(inv.Out).Encode(struct {
				Waiting int64 `json:"waiting"`
				InHand  int64 `json:"in_hand"`
				Dead    int64 `json:"dead"`
				Bytes   int64 `json:"bytes"`
			}{n.Waiting, n.InHand, n.Dead, n.Bytes})
		}
		_, err = fmt.Fprintf(inv.Out, "%s not done (%d in the hands of workers, %.1f MB); %d put aside\n",
			wording.Count(int(n.Waiting), "report"), n.InHand, float64(n.Bytes)/1e6, n.Dead)
		return err
	})
	c.Flags().StringVar(&format, "format", "table", "how to print: table or jsonl")
	return c
}

func (inv Invocation) queueDead() *cobra.Command {
	format := "table"
	c := inv.ofQueue(&cobra.Command{
		Use:     "dead",
		Short:   "List the reports that failed three times, and why",
		Example: "  chancery queue dead --format jsonl",
		Args:    between(0, 0, ""),
	}, func(ctx context.Context, q *queue.Queue, _ []string) error {
		if err := choice("format", format, "table", "jsonl"); err != nil {
			return err
		}
		letters, err := q.Dead(ctx)
		if err != nil {
			return err
		}
		if format == "jsonl" {
			out := json.NewEncoder(inv.Out)
			for _, l := range letters {
				err := out.Encode(struct {
					ID     string `json:"id"`
					Tries  int    `json:"tries"`
					Reason string `json:"reason"`
					Failed string `json:"failed"`
				}{l.ID, l.Tries, l.Reason, l.Failed.Format(time.RFC3339)})
				if err != nil {
					return err
				}
			}
			return nil
		}
		out := tabwriter.NewWriter(inv.Out, 0, 0, 2, ' ', 0)
		for _, l := range letters {
			fmt.Fprintf(out, "%s\t%s\t%s\n", terminal.Clean(l.ID), l.Failed.Format(time.RFC3339), terminal.Clean(l.Reason))
		}
		return out.Flush()
	})
	c.Flags().StringVar(&format, "format", "table", "how to print: table or jsonl")
	return c
}

// chosen gives the dead letters of some reports, or all.
func chosen(ctx context.Context, q *queue.Queue, ids []string, all bool) ([]queue.Letter, error) {
	if len(ids) == 0 && !all {
		return nil, usagef("name reports, or say --all")
	}
	letters, err := q.Dead(ctx)
	if err != nil || len(ids) == 0 {
		return letters, err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(letters, func(l queue.Letter) bool { return l.ID == id }) {
			return nil, fmt.Errorf("no report %s was put aside; 'chancery queue dead' lists those that were", id)
		}
	}
	return slices.DeleteFunc(letters, func(l queue.Letter) bool { return !slices.Contains(ids, l.ID) }), nil
}

func (inv Invocation) queueReplay() *cobra.Command {
	all := false
	c := inv.ofQueue(&cobra.Command{
		Use:     "replay [ID...]",
		Short:   "Send reports that failed back into the queue",
		Example: "  chancery queue replay a001 a002\n  chancery queue replay --all",
	}, func(ctx context.Context, q *queue.Queue, ids []string) error {
		letters, err := chosen(ctx, q, ids, all)
		if err != nil {
			return err
		}
		sent := 0
		for _, l := range letters {
			back, err := q.Replay(ctx, l)
			if err != nil {
				return err
			}
			if !back {
				fmt.Fprintf(inv.Err, "chancery: report %s: a newer version waits; the one that failed is dropped\n", terminal.Clean(l.ID))
				continue
			}
			sent++
		}
		_, err = fmt.Fprintf(inv.Out, "%s sent back\n", wording.Count(sent, "report"))
		return err
	})
	c.Flags().BoolVar(&all, "all", false, "all of them")
	return c
}

func (inv Invocation) queueDrop() *cobra.Command {
	all := false
	c := inv.ofQueue(&cobra.Command{
		Use:     "drop [ID...]",
		Short:   "Forget reports that failed",
		Example: "  chancery queue drop a001",
	}, func(ctx context.Context, q *queue.Queue, ids []string) error {
		letters, err := chosen(ctx, q, ids, all)
		if err != nil {
			return err
		}
		for _, l := range letters {
			if err := q.Drop(ctx, l); err != nil {
				return err
			}
		}
		_, err = fmt.Fprintf(inv.Out, "%s dropped\n", wording.Count(len(letters), "report"))
		return err
	})
	c.Flags().BoolVar(&all, "all", false, "all of them")
	return c
}

func (inv Invocation) queueServe() *cobra.Command {
	at := &place{}
	l := &line{at: at}
	listen := ""
	c := &cobra.Command{
		Use:   "serve",
		Short: "Run the queue by itself",
		Long: `Runs the server of the queue until it is interrupted, so that it stays while workers come
and go. While another process runs it, this one waits to take over. With --listen, other
machines reach it: --nats takes the address that it prints, which holds the password.`,
		Example: "  chancery queue serve\n  chancery queue serve --listen 10.0.0.5:4222",
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := interruptible(c.Context())
			defer stop()
			opt := queue.Options{Dir: l.folder(), Listen: listen, Log: l.options(inv.quiet()).Log, Up: func(address string) {
				fmt.Fprintf(inv.Err, "The queue is at %s (Ctrl-C ends it)\n", address)
			}}
			q, err := queue.Open(ctx, opt)
			if err != nil {
				return err
			}
			defer q.Close()
			if q.Running() == "" {
				fmt.Fprintln(inv.Err, "Another process runs the queue; waiting to take over (Ctrl-C ends it)")
			}
			<-ctx.Done()
			return nil
		},
	}
	at.flags(c, inv)
	c.Flags().StringVar(&l.dir, "queue-dir", "", "`FOLDER` of the queue (default beside the record)")
	c.Flags().StringVar(&listen, "listen", "", "`ADDRESS` and port to listen on (default a free port of this machine)")
	return c
}
