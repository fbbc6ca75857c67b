package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/store"
)

func (inv Invocation) reviewCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "review [WHO [WHO]]",
		GroupID: groupRecord,
		Short:   "List what a person should look at",
		Long: "Lists engagements on which reports disagree, plans whose time has passed without a word,\n" +
			"readings that are in doubt, and claims that the record contradicts. What was corrected or confirmed is not listed again.\n\n" + whoHelp,
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
	all, err := q.matching(ctx, store.Filter{Lean: true})
	if err != nil {
		return err
	}
	o, err := brief.Outlook(ctx, q.store, q.about, q.until)
	if err != nil {
		return err
	}
	judged, err := brief.Audit(ctx, q.store, o, q.about, q.asOf)
	if err != nil {
		return err
	}
	waiting := brief.Review(all, judged, q.asOf)
	if q.format == "jsonl" {
		return writeWaiting(inv.Out, waiting)
	}
	page := listing.NewPage(inv.names(), inv.style())
	page.Title(q.about.Title("Everybody"), q.note())
	for _, w := range waiting {
		if w.Claim != nil {
			page.Judgement(*w.Claim)
			continue
		}
		page.Row(*w.Engagement)
		page.Para("Why: " + strings.Join(w.Why, "; ") + ".")
	}
	if len(waiting) == 0 {
		page.Para("Nothing waits for a person.")
	}
	return inv.print(page.String())
}

// waitingLine is one thing that waits, as JSON: an engagement by its eid, or a
// claim by its report and words.
type waitingLine struct {
	EID        string   `json:"eid,omitempty"`
	Report     string   `json:"report,omitempty"`
	Quote      string   `json:"quote,omitempty"`
	Why        []string `json:"why"`
	Confidence float64  `json:"confidence,omitempty"`
}

func writeWaiting(w io.Writer, waiting []brief.Waiting) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, x := range waiting {
		line := waitingLine{Why: x.Why}
		if x.Claim != nil {
			line.Report, line.Quote = x.Claim.Claim.Report, x.Claim.Claim.Quote
		} else {
			line.EID, line.Confidence = x.Engagement.EID, x.Engagement.Confidence
		}
		if err := enc.Encode(line); err != nil {
			return fmt.Errorf("writing the answer: %w", err)
		}
	}
	return nil
}
