package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/outlook"
)

func (inv Invocation) outlookCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "outlook [WHO [WHO]]",
		GroupID: groupRecord,
		Short:   "Say whose turn it is, what is due and which invitations are open",
		Long: "Lists the standing arrangements, those that reports state and those that only a pattern\n" +
			"shows, with the next host and what is due or overdue, and the invitations that no visit\n" +
			"has followed yet.\n\n" + whoHelp,
		Example: "  chancery outlook\n  chancery outlook India Russia --as-of 2024-12-02",
		Args:    between(0, 2, "WHO"),
		RunE: func(c *cobra.Command, args []string) error {
			return q.run(c.Context(), args, func(ctx context.Context) error { return inv.outlook(ctx, q) })
		},
	}
	q.flags(c, inv)
	return c
}

func (inv Invocation) outlook(ctx context.Context, q *question) error {
	o, err := brief.Outlook(ctx, q.store, q.about, q.until)
	if err != nil {
		return err
	}
	turns := brief.TurnsOf(o.Turns(q.asOf), q.about)
	open := brief.InvitationsOf(o.OpenInvitations(q.asOf), q.about)
	if err := o.Err(); err != nil {
		return err
	}
	if q.format == "jsonl" {
		return outlook.WriteJSONL(inv.Out, turns, open, q.asOf)
	}
	if open, err = brief.ProvenOpen(ctx, q.store, open, q.until); err != nil {
		return err
	}
	page := listing.NewPage(inv.names(), inv.style())
	page.Title(q.about.Title("Everybody"), q.note())
	brief.PrintOutlook(page, turns, open)
	return inv.print(page.String())
}
