package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/gazetteer"
)

func (inv Invocation) exportCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "export [WHO [WHO]]",
		GroupID: groupShare,
		Short:   "Write the record for other programs",
		Long:    "Writes the engagements of the record to standard output, in the order of time.\n\n" + formatHelp() + "\n\n" + whoHelp,
		Example: `  chancery export --format jsonl > record.jsonl
  chancery export --format csv India > india.csv
  chancery export --format ics India Russia > india-russia.ics`,
		Args: between(0, 2, "WHO"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := choice("format", q.format, export.Names()...); err != nil {
				return err
			}
			as, err := export.ByName(q.format)
			if err != nil {
				return err
			}
			q.format = "jsonl" // run knows the formats of the other questions only
			return q.run(c.Context(), args, func(ctx context.Context) error { return inv.export(ctx, q, as) })
		},
	}
	q.flags(c, inv)
	c.Flags().Lookup("format").DefValue, q.format = "jsonl", "jsonl"
	c.Flags().Lookup("format").Usage = "how to write: " + strings.Join(export.Names(), ", ")
	return c
}

// formatHelp lists the formats, one a line.
func formatHelp() string {
	var b strings.Builder
	b.WriteString("Formats:")
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "\n  %-8s %s", f.Name, f.What)
	}
	return b.String()
}

func (inv Invocation) export(ctx context.Context, q *question, as export.Format) error {
	es, err := q.engagements(ctx)
	if err != nil {
		return err
	}
	names, err := gazetteer.Load()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(inv.Out)
	if err := as.Write(out, es, export.Options{Names: inv.names(), Points: export.GazetteerPoints(names)}); err != nil {
		return err
	}
	return out.Flush()
}
