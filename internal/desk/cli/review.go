package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
)

func (inv Invocation) reviewCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "review [WHO [WHO]]",
		GroupID: groupRecord,
		Short:   "List what a person should look at",
		Long: "Lists engagements on which reports disagree, plans whose time has passed without a word,\n" +
			"and readings that are in doubt. What was corrected or confirmed is not listed again.\n\n" + whoHelp,
		Example: "  chancery review\n  chancery review Kenya",
		Args:    between(0, 2, "WHO"),
		RunE: func(c *cobra.Command, args []string) error {
			return q.run(c.Context(), args, func(ctx context.Context) error { return inv.review(ctx, q) })
		},
	}
	q.flags(c, inv)
	return c
}

func (inv Invocation) review(ctx context.Context, q *question) error {
	all, err := q.engagements(ctx)
	if err != nil {
		return err
	}
	waiting := brief.Review(all, q.asOf)
	if q.format == "jsonl" {
		enc := json.NewEncoder(inv.Out)
		enc.SetEscapeHTML(false)
		for _, w := range waiting {
			line := struct {
				EID        string   `json:"eid"`
				Why        []string `json:"why"`
				Confidence float64  `json:"confidence"`
			}{w.Engagement.EID, w.Why, w.Engagement.Confidence}
			if err := enc.Encode(line); err != nil {
				return fmt.Errorf("writing the answer: %w", err)
			}
		}
		return nil
	}
	page := listing.NewPage(inv.names(), inv.style())
	page.Title(q.about.Title("Everybody"), q.note())
	for _, w := range waiting {
		page.Row(w.Engagement)
		page.Para("Why: " + strings.Join(w.Why, "; ") + ".")
	}
	if len(waiting) == 0 {
		page.Para("Nothing waits for a person.")
	}
	return inv.print(page.String())
}
