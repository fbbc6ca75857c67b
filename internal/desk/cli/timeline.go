package cli

import (
	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

func (inv Invocation) timelineCommand() *cobra.Command {
	return inv.listCommand(&cobra.Command{
		Use:   "timeline [WHO [WHO]]",
		Short: "List engagements in the order of time",
		Long:  "Lists the engagements of the record in the order in which they happen; what has no date\ncomes last.\n\n" + whoHelp,
		Example: `  chancery timeline India Russia
  chancery timeline --format jsonl --as-of 2024-12-02 Modi`,
	}, func(edtf.Day) store.Filter { return store.Filter{} }, func(all []record.Engagement, _ edtf.Day) []record.Engagement { return all },
		func(p *listing.Page, es []record.Engagement) { p.ByYear(es, "The record has nothing.") })
}
