package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/store"
)

func (inv Invocation) showCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "show ID...",
		GroupID: groupRecord,
		Short:   "Show everything that is known of an engagement",
		Long:    "Shows an engagement with its life, every field with all values and who says which, and the\nwords of every report. ID is what the other commands print at the end of an entry.",
		Example: "  chancery show v-IND-RUS-202407-k3mq9xab",
		Args:    between(1, -1, "ID"),
		RunE: func(c *cobra.Command, ids []string) error {
			return q.run(c.Context(), nil, func(ctx context.Context) error { return inv.show(ctx, q, ids) })
		},
	}
	q.flags(c, inv)
	return c
}

func (inv Invocation) show(ctx context.Context, q *question, ids []string) error {
	page := listing.NewPage(inv.names(), inv.style())
	missing := 0
	for i, id := range ids {
		e, err := q.store.Engagement(ctx, id)
		known := err == nil
		if known && q.until != 0 {
			e, known = e.AsOf(q.until)
		}
		switch {
		case err != nil && !errors.Is(err, store.ErrNotFound):
			return fmt.Errorf("asking the record for %s: %w", id, err)
		case !known:
			missing++
			fmt.Fprintf(inv.Err, "chancery: %s: the record has no such engagement; 'chancery timeline' lists them\n", id)
			continue
		}
		if q.format == "jsonl" {
			enc := json.NewEncoder(inv.Out)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(e); err != nil {
				return fmt.Errorf("writing engagement %s: %w", id, err)
			}
			continue
		}
		if i > missing {
			page.Line("")
		}
		page.Show(e)
	}
	if err := inv.print(page.String()); err != nil {
		return err
	}
	if missing > 0 {
		return errReported
	}
	return nil
}
