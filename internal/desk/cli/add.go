package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/report/source"
)

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
	ctx, stop := interruptible(ctx)
	defer stop()
	in.progress = terminal.NewProgress(inv.Err, "adding", source.Size(names))
	in.journal = intake.NewJournal(s)
	a := adding{inv: inv, in: in, store: s}
	for result, err := range intake.Each(ctx, reports, in.workers, intake.NewEntry) {
		if ctx.Err() != nil {
			stop() // a second interrupt ends the program
			if err := a.settle(ctx); err != nil {
				return err
			}
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
	if err := a.finish(ctx); err != nil {
		return err
	}
	if err := in.journal.Done(ctx); err != nil {
		return err
	}
	in.progress.Clear()
	a.report("report")
	return in.status(inv)
}
