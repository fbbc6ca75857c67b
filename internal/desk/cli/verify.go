package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/integrity"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
)

func (inv Invocation) verifyCommand() *cobra.Command {
	at := &place{}
	format := "table"
	c := &cobra.Command{
		Use:     "verify",
		GroupID: groupKeep,
		Short:   "Look whether the record is whole",
		Long: "Goes through the whole record and looks whether every field of every engagement rests on\n" +
			"words, whether these stand in the text of the report where they are said to, whether everything\n" +
			"that was read is in one engagement, and whether each engagement is found by its name, its reports\n" +
			"and what it is part of. It changes nothing. What is wrong is named, and the exit status is 1.",
		Example: "  chancery verify\n  chancery verify --record embassy.db --format jsonl",
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := choice("format", format, "table", "jsonl"); err != nil {
				return err
			}
			return inv.verify(c.Context(), at, format)
		},
	}
	at.flags(c, inv)
	c.Flags().StringVar(&format, "format", "table", "how to print: table or jsonl")
	return c
}

func (inv Invocation) verify(ctx context.Context, at *place, format string) error {
	s, stats, err := at.counted(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	progress := terminal.NewProgress(inv.Err, "verifying", stats.Bytes)
	defer progress.Clear()
	enc := json.NewEncoder(inv.Out)
	var failed error
	done, err := integrity.Check(ctx, s, func(p integrity.Problem) {
		progress.Clear()
		if format == "jsonl" {
			failed = enc.Encode(p)
		} else {
			_, failed = fmt.Fprintln(inv.Out, terminal.Clean(p.String()))
		}
	}, progress.Done)
	if err != nil {
		return err
	}
	if failed != nil {
		return fmt.Errorf("writing the answer: %w", failed)
	}
	progress.Clear()
	fmt.Fprintf(inv.Err, "%s, %s, %s: ", wording.Count(done.Reports, "report"), wording.Count(done.Engagements, "engagement"), wording.Count(done.Spans, "quotation"))
	if done.Problems > 0 {
		fmt.Fprintf(inv.Err, "%s\n", wording.Count(done.Problems, "problem"))
		return errReported
	}
	fmt.Fprintln(inv.Err, "the record is whole")
	return nil
}
