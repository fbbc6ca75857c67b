package cli

import (
	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/record"
)

func (inv Invocation) upcomingCommand() *cobra.Command {
	return inv.listCommand(&cobra.Command{
		Use:     "upcoming [WHO [WHO]]",
		Short:   "List what is proposed, planned or put off",
		Long:    "Lists the engagements still to come: dated ones first, then plans without a date. A plan\nwhose time has passed is not among them; `chancery review` lists those.\n\n" + whoHelp,
		Example: "  chancery upcoming\n  chancery upcoming Japan --as-of 2025-03-01",
	}, brief.FilterAhead, brief.Ahead,
		func(p *listing.Page, es []record.Engagement) {
			p.Rows(es, "Nothing is planned, as far as the record knows.")
		})
}
