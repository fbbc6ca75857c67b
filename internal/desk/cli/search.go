package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/desk/search"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/record"
)

// reportsFound is how many reports a search names.
const reportsFound = 10

// snippetDepth is how far the words of a report stand in.
const snippetDepth = 4

func (inv Invocation) searchCommand() *cobra.Command {
	q := &question{}
	c := &cobra.Command{
		Use:     "search QUERY...",
		GroupID: groupRecord,
		Short:   "Find engagements and reports",
		Long:    "Finds engagements by words that names, places and events have, and by terms; and reports\nby their words.\n\n" + termHelp(),
		Example: `  chancery search host:IND visitor:RUS status:planned since:2024
  chancery search 'who:"New Zealand" kind:visit Geneva'
  chancery search is:conflict --format jsonl`,
		Args: between(1, -1, "QUERY"),
		RunE: func(c *cobra.Command, args []string) error {
			query, err := search.Parse(strings.Join(args, " "))
			if err != nil {
				return usageError{err}
			}
			return q.run(c.Context(), nil, func(ctx context.Context) error { return inv.search(ctx, q, query) })
		},
	}
	q.flags(c, inv)
	return c
}

// termHelp lists the terms of a query.
func termHelp() string {
	b := "Terms, as in host:IND; quotation marks hold words together:"
	for _, t := range search.Terms {
		b += "\n  " + t[0] + "\n      " + t[1]
	}
	return b
}

func (inv Invocation) search(ctx context.Context, q *question, query search.Query) error {
	found, err := query.Find(ctx, q.store, q.until)
	if err != nil {
		return err
	}
	if q.format == "jsonl" {
		return record.WriteJSONL(inv.Out, found.Engagements)
	}
	reports, err := query.Reports(ctx, q.store, reportsFound)
	if err != nil {
		return err
	}
	page := listing.NewPage(inv.names(), inv.style())
	page.Title(query.Text, q.note())
	page.Rows(found.Engagements, "No engagement has all of this.")
	if found.More {
		page.Para("The record has more: narrow the search.")
	}
	if len(reports) > 0 {
		page.Section("Reports")
		for _, r := range reports {
			page.Line("  " + wording.Day(r.Published) + "  " + terminal.Clean(r.ID+"  "+r.Title))
			page.Small(snippetDepth, r.Snippet)
		}
	}
	return inv.print(page.String())
}
