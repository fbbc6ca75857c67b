package cli

import (
	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

func (inv Invocation) conflictsCommand() *cobra.Command {
	return inv.listCommand(&cobra.Command{
		Use:     "conflicts [WHO [WHO]]",
		Short:   "List where reports disagree",
		Long:    "Lists the engagements of which reports say values that exclude one another, the latest\nfirst, with every value and the reports that say it. A plan that moved is no conflict.\n\n" + whoHelp,
		Example: "  chancery conflicts\n  chancery conflicts Brazil --format jsonl",
	}, func(edtf.Day) store.Filter { return store.Filter{Conflicted: true} }, func(all []record.Engagement, _ edtf.Day) []record.Engagement { return brief.Disputed(all) },
		func(p *listing.Page, es []record.Engagement) {
			for _, e := range es {
				p.Conflicts(e)
			}
			if len(es) == 0 {
				p.Para("No reports disagree.")
			}
		})
}
