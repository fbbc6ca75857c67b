package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
)

func (inv Invocation) briefCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "brief WHO [WHO]",
		GroupID: groupRecord,
		Short:   "Print what one would want to know before a meeting",
		Long: "Prints what comes next and what was last, whose turn it is to host, open invitations,\n" +
			"where reports disagree and which claims hold, with the words of the reports.\n\n" + whoHelp,
		Example: `  chancery brief India Russia
  chancery brief "Emmanuel Macron" --as-of 2024-06-30`,
		Args: between(1, 2, "WHO"),
		RunE: func(c *cobra.Command, args []string) error {
			return q.run(c.Context(), args, func(ctx context.Context) error { return inv.brief(ctx, q) })
		},
	}
	q.flags(c, inv)
	return c
}

func (inv Invocation) brief(ctx context.Context, q *question) error {
	b, err := brief.Make(ctx, q.store, q.about, q.asOf, q.until)
	if err != nil {
		return err
	}
	if q.format == "jsonl" {
		return b.WriteJSON(inv.Out)
	}
	page := listing.NewPage(inv.names(), inv.style())
	b.Print(page)
	return inv.print(page.String())
}
