package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
)

func (inv Invocation) checkCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "check CLAIM",
		GroupID: groupRecord,
		Short:   "Check a claim in your own words against the record",
		Long: "Reads a claim in free text as if a report of the day had made it, and says whether the\n" +
			"record supports it, contradicts it, or does not hold enough to say, and which\n" +
			"engagements decide. Claims are of rank, count, last time, rhythm and number in a series.",
		Example: `  chancery check "Putin's first visit to India since 2021"
  chancery check "Modi's second trip to Russia this year" --as-of 2024-12-02
  chancery check "the 22nd India-Russia summit" --format jsonl`,
		Args: between(1, -1, "CLAIM"),
		RunE: func(c *cobra.Command, args []string) error {
			return q.run(c.Context(), nil, func(ctx context.Context) error { return inv.check(ctx, q, strings.Join(args, " ")) })
		},
	}
	q.flags(c, inv)
	return c
}

func (inv Invocation) check(ctx context.Context, q *question, claim string) error {
	reader, err := reading.New()
	if err != nil {
		return fmt.Errorf("loading the reader: %w", err)
	}
	judged, err := brief.Check(ctx, q.store, reader, claim, q.asOf, q.until)
	if err != nil {
		return fmt.Errorf("checking %q: %w", claim, err)
	}
	if q.format == "jsonl" {
		return outlook.WriteAudit(inv.Out, judged)
	}
	page := listing.NewPage(inv.names(), inv.style())
	page.Title(claim, q.note())
	for _, j := range judged {
		page.Judgement(j)
	}
	return inv.print(page.String())
}
