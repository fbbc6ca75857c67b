package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/vitals"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/post/follow"
	"github.com/chancery-project/chancery/internal/post/queue"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// watching is what the watch command is told.
type watching struct {
	at      place
	queue   queued
	opml    string
	state   string
	once    bool
	status  bool
	list    bool
	every   time.Duration
	article bool
	private bool
}

func (inv Invocation) watchCommand() *cobra.Command {
	w := &watching{}
	w.queue.at = &w.at
	c := &cobra.Command{
		Use:     "watch SOURCE...",
		GroupID: groupRead,
		Short:   "Follow feeds, sitemaps and folders",
		Long: `Asks feeds, sitemaps and folders for news again and again, until it is interrupted, and adds
what is new to the record. A SOURCE is the address of an RSS, Atom or JSON feed or of a
sitemap, or a folder. It asks politely: only for what has changed, as robots.txt allows, with
a gap between two requests to a host, and more and more seldom where nobody answers. A dead
source is told of on standard error and costs the others nothing.
With --queue, what is new is put into the queue instead, for 'chancery work' to read.

What was seen is kept in a file beside the record, so that a restart goes on where it was.`,
		Example: `  chancery watch https://example.org/feed.xml inbox/
  chancery watch --opml feeds.opml --every 30m --articles
  chancery watch --once https://example.org/news-sitemap.xml
  chancery watch --status
  chancery watch --opml feeds.opml --export-opml > all.opml`,
		RunE: func(c *cobra.Command, args []string) error { return inv.watch(c.Context(), w, args) },
	}
	w.at.flags(c, inv)
	w.queue.flags(c, inv)
	c.Flags().StringVar(&w.opml, "opml", "", "also the feeds of an OPML `FILE`")
	c.Flags().StringVar(&w.state, "state", "", "`FILE` that keeps what was seen (default beside the record)")
	c.Flags().DurationVar(&w.every, "every", 15*time.Minute, "how often a source is asked")
	c.Flags().BoolVar(&w.article, "articles", false, "fetch the article behind an entry that has little text")
	c.Flags().BoolVar(&w.once, "once", false, "ask every source whose time has come, and end")
	c.Flags().BoolVar(&w.status, "status", false, "say how the sources answered last, and end")
	c.Flags().BoolVar(&w.list, "export-opml", false, "write the sources as OPML to standard output, and end")
	c.Flags().BoolVar(&w.private, "allow-private", false, "ask loopback, private and link-local addresses too")
	return c
}

func (inv Invocation) watch(ctx context.Context, w *watching, args []string) error {
	sources, err := w.sources(args)
	if err != nil {
		return err
	}
	if w.list {
		return follow.WriteOPML(inv.Out, sources)
	}
	state, err := follow.LoadState(w.statePath())
	if err != nil {
		return err
	}
	if w.status {
		return inv.watchStatus(state)
	}
	if len(sources) == 0 {
		return usagef("name a source: the address of a feed or sitemap, a folder, or --opml FILE")
	}
	if w.every < time.Second {
		return usagef("--every %s: at least a second", w.every)
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	untrace, err := vitals.Trace(ctx, inv.Getenv, inv.Version, inv.quiet())
	if err != nil {
		return err
	}
	defer untrace()
	begin, end, err := inv.destination(ctx, w)
	if err != nil {
		return err
	}
	defer end()
	f := follow.New(state, follow.Options{Every: w.every, Articles: w.article, AllowPrivate: w.private, Now: inv.Now})
	for {
		in := &inputs{progress: terminal.NewProgress(inv.Err, "watching", 0)}
		to := begin(in)
		for r, err := range f.Round(ctx, sources) {
			if ctx.Err() != nil {
				break
			}
			if err != nil {
				in.fail(inv, err)
				continue
			}
			if err := to.put(ctx, r); err != nil {
				return err
			}
		}
		// What was taken is safe before it is remembered as seen: after a
		// crash between the two it comes again, which changes nothing.
		finishing, done := grace(ctx, 30*time.Second)
		err := to.finish(finishing)
		done()
		if err != nil {
			return err
		}
		if err := state.Save(w.statePath()); err != nil {
			return err
		}
		to.report(w.once)
		if w.once {
			return in.status(inv)
		}
		if ctx.Err() != nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(max(time.Second, f.Next(sources).Sub(inv.Now()))):
		}
	}
}

// destination opens where reports go. begin starts a round, end closes.
func (inv Invocation) destination(ctx context.Context, w *watching) (begin func(*inputs) taking, end func() error, err error) {
	if w.queue.asked() {
		q, err := w.queue.open(ctx, inv.quiet())
		if err != nil {
			return nil, nil, err
		}
		return func(in *inputs) taking { return &intoQueue{inv: inv, in: in, p: q.Publisher()} }, q.Close, nil
	}
	s, err := w.at.open(ctx)
	if err != nil {
		return nil, nil, err
	}
	work, err := intake.NewEntry()
	if err != nil {
		s.Close()
		return nil, nil, err
	}
	return func(in *inputs) taking { return &intoRecord{adding{inv: inv, in: in, store: s}, work} }, s.Close, nil
}

// taking takes the reports of one round.
type taking interface {
	put(context.Context, *report.Report) error
	finish(context.Context) error
	report(always bool)
}

// intoRecord reads reports and adds them.
type intoRecord struct {
	adding
	work intake.Work[store.Entry]
}

func (a *intoRecord) put(ctx context.Context, r *report.Report) error {
	entry, err := intake.Safely(a.work, r)
	if err != nil {
		a.in.fail(a.inv, err)
		return nil
	}
	return a.adding.put(ctx, entry)
}

func (a *intoRecord) report(always bool) {
	if a.done.New+a.done.Changed+a.done.Same > 0 || always {
		a.adding.report("report")
	}
}

// intoQueue puts reports into a queue.
type intoQueue struct {
	inv Invocation
	in  *inputs
	p   *queue.Publisher
}

func (t *intoQueue) put(ctx context.Context, r *report.Report) error {
	err := t.p.Put(ctx, r)
	if err != nil && ctx.Err() == nil {
		t.in.fail(t.inv, err)
	}
	return ctx.Err()
}

func (t *intoQueue) finish(ctx context.Context) error { return t.p.Flush(ctx) }

func (t *intoQueue) report(always bool) {
	if done := t.p.Done(); done.New+done.Same > 0 || always {
		t.inv.reportQueued(done)
	}
}

// sources gives what is to be followed, in the order named, each once.
func (w *watching) sources(args []string) ([]follow.Listed, error) {
	var out []follow.Listed
	for _, a := range args {
		out = append(out, follow.Listed{Address: a})
	}
	if w.opml != "" {
		file, err := os.Open(w.opml)
		if err != nil {
			return nil, fmt.Errorf("opening the list of feeds: %w", err)
		}
		defer file.Close()
		list, err := follow.ReadOPML(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.opml, err)
		}
		out = append(out, list...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(l follow.Listed) bool {
		was := seen[l.Address]
		seen[l.Address] = true
		return was
	}), nil
}

// statePath is where the state is kept: beside the record, if that is a file.
func (w *watching) statePath() string {
	switch {
	case w.state != "":
		return w.state
	case w.at.postgres():
		return "chancery.watch.json"
	}
	return w.at.String() + ".watch.json"
}

func (inv Invocation) watchStatus(state *follow.State) error {
	if len(state.Sources) == 0 {
		return errors.New("no source has been asked yet")
	}
	out := tabwriter.NewWriter(inv.Out, 0, 0, 2, ' ', 0)
	for _, name := range slices.Sorted(maps.Keys(state.Sources)) {
		s := state.Sources[name]
		how := "answered " + s.Answered.UTC().Format(time.RFC3339)
		if s.Failures > 0 {
			how = fmt.Sprintf("failed %s: %s", wording.Count(s.Failures, "time"), terminal.Clean(s.Error))
		}
		fmt.Fprintf(out, "%s\t%s\t%s\tagain after %s\n", terminal.Clean(name), wording.Count(s.Reports, "report"), how, s.Next.UTC().Format(time.RFC3339))
	}
	return out.Flush()
}
