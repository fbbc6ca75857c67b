package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/record"
)

func (inv Invocation) exportCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "export [WHO [WHO]]",
		GroupID: groupShare,
		Short:   "Write the record for other programs",
		Long:    "Writes the engagements of the record to standard output, in the order of time.\n\n" + whoHelp,
		Example: "  chancery export --format jsonl > record.jsonl\n  chancery export --format csv India > india.csv",
		Args:    between(0, 2, "WHO"),
		RunE: func(c *cobra.Command, args []string) error {
			format := q.format
			if err := choice("format", format, "jsonl", "csv"); err != nil {
				return err
			}
			q.format = "jsonl"
			return q.run(c.Context(), args, func(ctx context.Context) error {
				es, err := q.engagements(ctx)
				if err != nil {
					return err
				}
				if format == "csv" {
					return export.CSV(inv.Out, es)
				}
				return record.WriteJSONL(inv.Out, es)
			})
		},
	}
	q.flags(c, inv)
	c.Flags().Lookup("format").DefValue, q.format = "jsonl", "jsonl"
	c.Flags().Lookup("format").Usage = "how to write: jsonl or csv"
	return c
}
