package cli

import (
	"bufio"
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/readout"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/source"
)

func (inv Invocation) readCommand() *cobra.Command {
	in := &inputs{}
	var format string
	var explain bool
	c := &cobra.Command{
		Use:     "read INPUT...",
		GroupID: groupRead,
		Short:   "Say what reports tell, without a record",
		Long:    "Reads reports and prints what each says: engagements, claims, times, with the words they\nrest on. Nothing is kept.\n\n" + inputHelp,
		Example: `  chancery read report.txt
  chancery read --format jsonl reports.jsonl > readings.jsonl
  curl -s https://example.org/feed.xml | chancery read -
  chancery read --explain report.txt`,
		Args: between(1, -1, "INPUT"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := choice("format", format, "table", "jsonl", "brat"); err != nil {
				return err
			}
			write := map[string]readout.Format{
				"table": readout.Table(inv.names(), inv.style()), "jsonl": readout.JSONL, "brat": readout.Brat,
			}[format]
			return inv.read(c.Context(), in, args, write, explain)
		},
	}
	in.flags(c)
	c.Flags().StringVar(&format, "format", "table", "how to print: table, jsonl or brat")
	c.Flags().BoolVar(&explain, "explain", false, "print how each report was read: which rule, which words, what was beaten")
	return c
}

// read prints what the reports say, in the order of the inputs.
func (inv Invocation) read(ctx context.Context, in *inputs, names []string, write readout.Format, explain bool) error {
	reports, err := in.open(ctx, inv, names)
	if err != nil {
		return err
	}
	in.progress = terminal.NewProgress(inv.Err, "reading", source.Size(names))
	out := bufio.NewWriterSize(inv.Out, 1<<16)
	newWork := func() (intake.Work[[]byte], error) { return newReading(write, explain) }
	for result, err := range intake.Each(ctx, reports, in.workers, newWork) {
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			in.fail(inv, err)
			continue
		}
		if _, err := out.Write(result.Value); err != nil {
			return fmt.Errorf("writing the results: %w", err)
		}
		in.progress.Done(len(result.Report.Text))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the results: %w", err)
	}
	return in.status(inv)
}

// newReading gives a worker that reads a report and writes down what it says,
// or how it was read.
func newReading(write readout.Format, explain bool) (intake.Work[[]byte], error) {
	reader, err := reading.New()
	if err != nil {
		return nil, fmt.Errorf("loading the reader: %w", err)
	}
	return func(r *report.Report) ([]byte, error) {
		if explain {
			var how bytes.Buffer
			err := reader.Explain(r, &how)
			return how.Bytes(), err
		}
		says, err := reader.Read(r)
		if err != nil {
			return nil, fmt.Errorf("reading report %s: %w", r.ID, err)
		}
		return write(nil, r, says)
	}, nil
}
