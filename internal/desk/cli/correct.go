package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// signature is who corrects, why and when.
type signature struct{ by, reason, date string }

func (inv Invocation) correctCommand() *cobra.Command {
	at, sig := &place{}, &signature{}
	c := &cobra.Command{
		Use:     "correct",
		GroupID: groupRecord,
		Short:   "Confirm, mend, merge, split or reject what was read",
		Long: `Corrects the record. A correction is signed, dated and reasoned, and outranks what was
read; what was read stays visible beside it. Every correction can be undone.`,
		Example: `  chancery correct confirm v-CHL-NOR-202306-k3mq9xab --by "Ana Rojas"
  chancery correct set v-CHL-NOR-202306-k3mq9xab when 2023-06-05/2023-06-07 --by "Ana Rojas" --reason "embassy calendar"
  chancery correct merge v-CHL-NOR-202306-k3mq9xab v-CHL-NOR-2023-p8m2wq7d --by "Ana Rojas"
  chancery correct undo 3 --by "Ana Rojas"
  chancery correct log`,
		Args: between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return usagef("say what to do: confirm, reject, set, merge, split, undo or log")
		},
	}
	c.PersistentFlags().StringVar(&sig.by, "by", "", "`NAME` of the person who signs")
	c.PersistentFlags().StringVar(&sig.reason, "reason", "", "`WHY`")
	c.PersistentFlags().StringVar(&sig.date, "date", "", "`DATE` on which it is signed (YYYY-MM-DD; default today)")
	add := func(use, short string, low, high int, make func(args []string) (record.Correction, error)) {
		sub := &cobra.Command{Use: use, Short: short, Args: between(low, high, "an argument"), RunE: func(c *cobra.Command, args []string) error {
			correction, err := make(args)
			if err != nil {
				return err
			}
			return inv.correct(c.Context(), at, sig, correction)
		}}
		at.flags(sub, inv)
		c.AddCommand(sub)
	}
	add("confirm ID", "Say that an engagement is right as it stands", 1, 1, func(a []string) (record.Correction, error) {
		return record.Correction{Action: record.Confirm, EID: a[0]}, nil
	})
	add("reject ID", "Say that there is no such engagement", 1, 1, func(a []string) (record.Correction, error) {
		return record.Correction{Action: record.Reject, EID: a[0]}, nil
	})
	add("set ID FIELD VALUE", "Give a field its right value", 3, 3, func(a []string) (record.Correction, error) {
		return record.Correction{Action: record.Set, EID: a[0], Field: a[1], Value: a[2]}, nil
	})
	add("merge ID OTHER", "Say that two engagements are one", 2, 2, func(a []string) (record.Correction, error) {
		return record.Correction{Action: record.Merge, EID: a[0], Other: a[1]}, nil
	})
	add("split ID REPORT...", "Say that these reports tell of another engagement", 2, -1, func(a []string) (record.Correction, error) {
		return record.Correction{Action: record.Split, EID: a[0], Reports: a[1:]}, nil
	})
	add("undo NUMBER", "Take a correction back", 1, 1, func(a []string) (record.Correction, error) {
		n, err := strconv.Atoi(a[0])
		if err != nil || n < 1 {
			return record.Correction{}, usagef("%q is not the number of a correction; 'chancery correct log' lists them", a[0])
		}
		return record.Correction{Action: record.Undo, Undoes: n}, nil
	})
	c.AddCommand(inv.correctLogCommand())
	return c
}

func (inv Invocation) correct(ctx context.Context, at *place, sig *signature, c record.Correction) error {
	if strings.TrimSpace(sig.by) == "" {
		return usagef("a correction is signed: give --by NAME")
	}
	c.By, c.Reason = sig.by, sig.reason
	if c.Date = sig.date; c.Date == "" {
		c.Date = inv.day().String()
	}
	if err := c.Check(); err != nil {
		return usageError{err}
	}
	s, err := at.existing(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	saved, err := s.Correct(ctx, c)
	if err != nil {
		return fmt.Errorf("correcting the record: %w", err)
	}
	return inv.print(fmt.Sprintf("correction %d: %s\n", saved.ID, sentence(saved)))
}

// sentence says a correction.
func sentence(c record.Correction) string {
	switch c.Action {
	case record.Set:
		return fmt.Sprintf("%s of %s is %q", c.Field, c.EID, c.Value)
	case record.Merge:
		return c.EID + " and " + c.Other + " are one"
	case record.Split:
		return strings.Join(c.Reports, ", ") + " tell of another engagement than " + c.EID
	case record.Undo:
		return fmt.Sprintf("correction %d is undone", c.Undoes)
	}
	return string(c.Action) + " " + c.EID
}

func (inv Invocation) correctLogCommand() *cobra.Command {
	at := &place{}
	format := "table"
	c := &cobra.Command{
		Use: "log", Short: "List the corrections, oldest first", Args: between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := choice("format", format, "table", "jsonl"); err != nil {
				return err
			}
			s, err := at.existing(c.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			return inv.corrections(c.Context(), s, format)
		},
	}
	at.flags(c, inv)
	c.Flags().StringVar(&format, "format", "table", "how to print: table or jsonl")
	return c
}

func (inv Invocation) corrections(ctx context.Context, s store.Store, format string) error {
	log, err := s.Corrections(ctx)
	if err != nil {
		return fmt.Errorf("asking the record for its corrections: %w", err)
	}
	enc := json.NewEncoder(inv.Out)
	enc.SetEscapeHTML(false)
	for _, c := range log {
		if format == "jsonl" {
			err = enc.Encode(c)
		} else {
			reason := ""
			if c.Reason != "" {
				reason = " (" + c.Reason + ")"
			}
			err = inv.print(fmt.Sprintf("%3d  %s  %s: %s%s\n", c.ID, c.Date, c.By, sentence(c), reason))
		}
		if err != nil {
			return fmt.Errorf("writing the corrections: %w", err)
		}
	}
	return nil
}
