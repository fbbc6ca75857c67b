package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/report/source"
	"github.com/chancery-project/chancery/internal/store"
)

// batch is how many reports go into the record at once: enough that linking
// and committing cost little each, few enough that a cut loses little.
const batch = 256

func (inv Invocation) addCommand() *cobra.Command {
	in, at := &inputs{}, &place{}
	l := &queued{line: line{at: at}}
	c := &cobra.Command{
		Use:     "add INPUT...",
		GroupID: groupRead,
		Short:   "Read reports into the record",
		Long: "Reads reports and adds what they say to the record. Adding the same report again changes\n" +
			"nothing; a report with the id of another one replaces it. The order does not matter.\n\n" +
			"JSON lines, tables and archives may be of any size. When it is interrupted, the same\n" +
			"command goes on where it stopped: the record knows how far it is.\n\n" +
			"With --queue, reports are only put into the queue, for 'chancery work' to read.\n\n" + inputHelp,
		Example: `  chancery add examples/
  chancery add --record embassy.db reports.jsonl https://example.org/feed.xml
  chancery add CC-NEWS-20240102-00042.warc.gz
  curl -s https://example.org/archive.jsonl | chancery add -
  chancery add --queue archive.jsonl.gz`,
		Args: between(1, -1, "INPUT"),
		RunE: func(c *cobra.Command, args []string) error {
			if l.asked() {
				return inv.addQueued(c.Context(), in, l, args)
			}
			return inv.add(c.Context(), in, at, args)
		},
	}
	in.flags(c)
	c.Flags().BoolVar(&in.restart, "restart", false, "begin at the beginning of files that were left in the middle")
	at.flags(c, inv)
	l.flags(c, inv)
	return c
}

func (inv Invocation) add(ctx context.Context, in *inputs, at *place, names []string) error {
	reports, err := in.open(ctx, inv, names)
	if err != nil {
		return err
	}
	s, err := at.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	in.progress = terminal.NewProgress(inv.Err, "adding", source.Size(names))
	in.journal = intake.NewJournal(s)
	a := adding{inv: inv, in: in, store: s}
	for result, err := range intake.Each(ctx, reports, in.workers, intake.NewEntry) {
		if ctx.Err() != nil {
			return fmt.Errorf("%w; the same command goes on where it stopped", ctx.Err())
		}
		in.saw(inv, intake.Behind(result.Report, err), err != nil)
		if err != nil {
			in.fail(inv, err)
			continue
		}
		if err := a.put(ctx, result.Value); err != nil {
			return err
		}
		in.progress.Done(len(result.Report.Text))
	}
	if err := a.flush(ctx); err != nil {
		return err
	}
	if err := in.journal.Done(ctx); err != nil {
		return err
	}
	in.progress.Clear()
	a.report("report")
	return in.status(inv)
}

// adding is one run of the command.
type adding struct {
	inv         Invocation
	in          *inputs
	store       store.Store
	pending     []store.Entry
	done        store.Added
	engagements map[string]bool
}

// put adds an entry, when a batch is full.
func (a *adding) put(ctx context.Context, entry store.Entry) error {
	if a.pending = append(a.pending, entry); len(a.pending) < batch {
		return nil
	}
	return a.flush(ctx)
}

// report says what was done; what is the name of one input.
func (a *adding) report(what string) {
	fmt.Fprintf(a.inv.Out, "%s: %d new, %d changed, %d in the record already; %s new or changed\n",
		wording.Count(a.done.New+a.done.Changed+a.done.Same, what), a.done.New, a.done.Changed, a.done.Same, wording.Count(len(a.engagements), "engagement"))
}

// flush adds what is pending. When the record refuses the batch, its reports
// are added one by one, and those that it refuses are named.
func (a *adding) flush(ctx context.Context) error {
	entries := a.pending
	a.pending = nil
	if len(entries) == 0 {
		return nil
	}
	if err := a.save(ctx, entries); err != nil {
		return err
	}
	if a.in.journal == nil {
		return nil
	}
	return a.in.journal.Commit(ctx)
}

func (a *adding) save(ctx context.Context, entries []store.Entry) error {
	added, err := a.store.Add(ctx, entries)
	if err == nil {
		a.count(added)
		return nil
	}
	refused := 0
	for i := range entries {
		added, err = a.store.Add(ctx, entries[i:i+1])
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			refused++
			a.in.fail(a.inv, fmt.Errorf("adding report %s: %w", entries[i].Report.ID, err))
			continue
		}
		a.count(added)
	}
	if refused == len(entries) {
		return fmt.Errorf("the record takes no report: %w", err)
	}
	return nil
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
