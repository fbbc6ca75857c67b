package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/health"
	"github.com/chancery-project/chancery/internal/desk/terminal"
)

func (inv Invocation) doctorCommand() *cobra.Command {
	w, format := &watching{}, ""
	c := &cobra.Command{
		Use:     "doctor",
		GroupID: groupKeep,
		Short:   "Say what the program has, lacks and needs here",
		Long: "Looks at the program, its models, the record, its folder, the followed sources and the commands\n" +
			"that building and testing need, and says of each how it is and what would mend it. It changes\n" +
			"nothing. The exit status is 1 where something keeps the program from its work.",
		Example: "  chancery doctor\n  chancery doctor --record postgres://desk@db/record\n  chancery doctor --format jsonl",
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := choice("format", format, "table", "jsonl"); err != nil {
				return err
			}
			return inv.doctor(c.Context(), w, format)
		},
	}
	w.at.flags(c, inv)
	c.Flags().StringVar(&format, "format", "table", "how to print: table or jsonl")
	return c
}

func (inv Invocation) doctor(ctx context.Context, w *watching, format string) error {
	found := health.Look(ctx, health.Question{
		Version: inv.Version, Record: w.at.String(), Shown: w.at.shown(), Postgres: w.at.postgres(), Watch: w.statePath(), Now: inv.Now(), Open: w.at.open,
	})
	style, enc := inv.style(), json.NewEncoder(inv.Out)
	enc.SetEscapeHTML(false)
	bad := 0
	for _, f := range found {
		if f.State == health.Bad {
			bad++
		}
		if format == "jsonl" {
			if err := enc.Encode(f); err != nil {
				return fmt.Errorf("writing the answer: %w", err)
			}
			continue
		}
		paint := map[health.State]func(string) string{health.Good: style.Good, health.Missing: style.Dim, health.Doubt: style.Warn, health.Bad: style.Bad}[f.State]
		const indent = 20
		text := f.Detail
		if f.Do != "" {
			text += "\n" + f.Do
		}
		for i, line := range strings.Split(text, "\n") {
			head := strings.Repeat(" ", indent)
			if i == 0 {
				head = terminal.Pad(f.What, 11) + paint(terminal.Pad(string(f.State), 9))
			}
			if err := inv.print(head + terminal.Fold(terminal.Clean(line), strings.Repeat(" ", indent)) + "\n"); err != nil {
				return err
			}
		}
	}
	if bad > 0 {
		return errReported
	}
	return nil
}
