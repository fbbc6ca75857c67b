package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// question is what the commands that ask the record have in common: which
// record, as of when, about whom, and how to print the answer.
type question struct {
	at     place
	moment moment
	format string

	store store.Store
	about who.Pair
	asOf  edtf.Day // the day as of which it is asked
	until edtf.Day // reports count up to this day; 0 for all
}

const whoHelp = `WHO is a country or an organisation (any usual name or code: India, IND, "South Korea",
EU) or a person ("Narendra Modi", Modi). With two of them, only what both take part in.`

func (q *question) flags(c *cobra.Command, inv Invocation) {
	q.at.flags(c, inv)
	q.moment.flags(c)
	c.Flags().StringVar(&q.format, "format", "table", "how to print: table or jsonl")
}

// run opens the record, finds out who is meant and calls answer.
func (q *question) run(ctx context.Context, args []string, answer func(context.Context) error) error {
	if err := choice("format", q.format, "table", "jsonl"); err != nil {
		return err
	}
	about, err := who.Find(args)
	if err != nil {
		return usageError{err}
	}
	q.about = about
	if q.store, err = q.at.existing(ctx); err != nil {
		return err
	}
	defer q.store.Close()
	if q.asOf, q.until, err = q.moment.when(ctx, q.store); err != nil {
		return err
	}
	return answer(ctx)
}

// engagements gives what the record has about whom it was asked.
func (q *question) engagements(ctx context.Context) ([]record.Engagement, error) {
	return q.matching(ctx, store.Filter{})
}

// matching gives those of them that a filter lets through.
func (q *question) matching(ctx context.Context, f store.Filter) ([]record.Engagement, error) {
	f.AsOf = q.until
	es, err := q.about.Matching(ctx, q.store, f)
	if err != nil {
		return nil, fmt.Errorf("asking the record for engagements: %w", err)
	}
	return es, nil
}

// note says as of when an answer is.
func (q *question) note() string {
	if q.asOf == 0 {
		return "the record is empty"
	}
	return "as of " + q.asOf.String()
}

// listCommand makes a command that prints some engagements of the record: which
// ones the filter says as of a day, and pick of those that it lets through.
func (inv Invocation) listCommand(c *cobra.Command, filter func(edtf.Day) store.Filter, pick func([]record.Engagement, edtf.Day) []record.Engagement, print func(*listing.Page, []record.Engagement)) *cobra.Command {
	q := &question{}
	c.GroupID = groupRecord
	c.Args = between(0, 2, "WHO")
	c.RunE = func(c *cobra.Command, args []string) error {
		return q.run(c.Context(), args, func(ctx context.Context) error {
			all, err := q.matching(ctx, filter(q.asOf))
			if err != nil {
				return err
			}
			es := pick(all, q.asOf)
			if q.format == "jsonl" {
				return record.WriteJSONL(inv.Out, es)
			}
			page := listing.NewPage(inv.names(), inv.style())
			page.Title(q.about.Title("Everybody"), q.note())
			print(page, es)
			return inv.print(page.String())
		})
	}
	q.flags(c, inv)
	return c
}

// print writes an answer to standard output.
func (inv Invocation) print(text string) error {
	if _, err := fmt.Fprint(inv.Out, text); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	return nil
}
