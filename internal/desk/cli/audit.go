package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/outlook"
)

func (inv Invocation) auditCommand() *cobra.Command {
	q := &question{}
	var verdict string
	c := &cobra.Command{
		Use:     "audit [WHO [WHO]]",
		GroupID: groupRecord,
		Short:   "Check what reports claim against the record",
		Long: "Checks claims of rank, count, last time and rhythm (\"his first visit since 2022\", \"the\n" +
			"third meeting this year\", \"the 22nd summit\") and says of each whether the record supports\n" +
			"it, contradicts it, or does not hold enough to say, and which engagements decide.\n\n" + whoHelp,
		Example: "  chancery audit\n  chancery audit Japan --verdict contradicted",
		Args:    between(0, 2, "WHO"),
		RunE: func(c *cobra.Command, args []string) error {
			if verdict != "" {
				if err := choice("verdict", verdict, string(outlook.Supported), string(outlook.Contradicted), string(outlook.Unknown)); err != nil {
					return err
				}
			}
			return q.run(c.Context(), args, func(ctx context.Context) error { return inv.audit(ctx, q, outlook.Verdict(verdict)) })
		},
	}
	q.flags(c, inv)
	c.Flags().StringVar(&verdict, "verdict", "", "only claims with this `VERDICT`: supported, contradicted or unknown")
	return c
}

func (inv Invocation) audit(ctx context.Context, q *question, verdict outlook.Verdict) error {
	o, err := brief.Outlook(ctx, q.store, q.about, q.until)
	if err != nil {
		return err
	}
	judged, err := brief.Audit(ctx, q.store, o, q.about, q.asOf)
	if err != nil {
		return err
	}
	if verdict != "" {
		judged = brief.WithVerdict(judged, verdict)
	}
	if q.format == "jsonl" {
		return outlook.WriteAudit(inv.Out, judged)
	}
	page := listing.NewPage(inv.names(), inv.style())
	page.Title(q.about.Title("Everybody"), q.note())
	for _, j := range judged {
		page.Judgement(j)
	}
	if len(judged) == 0 {
		page.Para("No claims.")
	}
	return inv.print(page.String())
}
