package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/readout"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/store"
)

func (inv Invocation) rereadCommand() *cobra.Command {
	at, how, format := &place{}, intake.Rereading{}, ""
	c := &cobra.Command{
		Use:     "reread",
		GroupID: groupKeep,
		Short:   "Read the reports of the record anew",
		Long: "Reads those reports of the record anew that another version of the program has read, the\n" +
			"newest first, and says of each which engagements it lost and gained. Corrections stay. It may\n" +
			"run while the record is used, and be cut off: the same command goes on where it stopped.\n" +
			"'chancery serve --reread' does the same in the background.",
		Example: "  chancery reread --dry-run\n  chancery reread\n  chancery reread --all --format jsonl > changes.jsonl",
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := choice("format", format, "table", "jsonl"); err != nil {
				return err
			}
			if how.Workers < 1 {
				return usagef("--workers %d: at least one is needed", how.Workers)
			}
			return inv.reread(c.Context(), at, how, format)
		},
	}
	at.flags(c, inv)
	c.Flags().BoolVar(&how.All, "all", false, "read all reports, also those that this version has read")
	c.Flags().BoolVar(&how.Dry, "dry-run", false, "only say what would change")
	c.Flags().StringVar(&format, "format", "table", "how to print: table or jsonl")
	c.Flags().IntVar(&how.Workers, "workers", runtime.GOMAXPROCS(0), "how many reports are read at the same time")
	return c
}

// changed is a report that says something else than it did, as JSON has it.
type changed struct {
	Report    string               `json:"report"`
	Published string               `json:"published"`
	Lost      []reading.Engagement `json:"lost"`
	Gained    []reading.Engagement `json:"gained"`
}

func (inv Invocation) reread(ctx context.Context, at *place, how intake.Rereading, format string) error {
	s, err := at.existing(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	ctx, stop := interruptible(ctx)
	defer stop()
	stale, err := s.Stats(ctx)
	if err != nil {
		return fmt.Errorf("counting: %w", err)
	}
	in := &inputs{progress: terminal.NewProgress(inv.Err, "reading anew", 0)}
	if how.All {
		in.progress = terminal.NewProgress(inv.Err, "reading anew", stale.Bytes)
	}
	names, enc := inv.names(), json.NewEncoder(inv.Out)
	enc.SetEscapeHTML(false)
	reports, others, lost, gained := 0, 0, 0, 0
	for x, err := range how.Reread(ctx, s, intake.NewEntry) {
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("%w; the same command goes on where it stopped", ctx.Err())
		case err != nil:
			in.fail(inv, err)
			continue
		}
		reports++
		in.progress.Done(x.Bytes)
		if len(x.Lost)+len(x.Gained) == 0 {
			continue
		}
		others, lost, gained = others+1, lost+len(x.Lost), gained+len(x.Gained)
		in.progress.Clear()
		if format == "jsonl" {
			err = enc.Encode(changed{x.ID, x.Published.String(), some(x.Lost), some(x.Gained)})
		} else {
			err = inv.print(difference(names, x))
		}
		if err != nil {
			return fmt.Errorf("writing what changed: %w", err)
		}
	}
	in.progress.Clear()
	would := ""
	if how.Dry {
		would = "would be "
	}
	fmt.Fprintf(inv.Err, "%s %sread anew; %d of them changed: %s lost, %d gained\n", wording.Count(reports, "report"), would, others, wording.Count(lost, "engagement"), gained)
	return in.status(inv)
}

func some(es []reading.Engagement) []reading.Engagement {
	if es == nil {
		return []reading.Engagement{}
	}
	return es
}

// difference says in words what a report lost and gained.
func difference(names wording.Names, x intake.Reread) string {
	text := terminal.Clean(fmt.Sprintf("report %s, %s", x.ID, wording.Day(x.Published))) + "\n"
	for _, list := range []struct {
		sign string
		es   []reading.Engagement
	}{{"-", x.Lost}, {"+", x.Gained}} {
		for _, e := range list.es {
			line := fmt.Sprintf("%s, %s: %s", e.Kind, e.Status, names.Headline(readout.Subject(e)))
			if e.When != "" && e.Kind != reading.Arrangement {
				line += "; " + wording.When(e.When)
			}
			text += "  " + list.sign + " " + terminal.Fold(terminal.Clean(line), "    ") + "\n"
		}
	}
	return text
}

// rereadBehind reads reports of older versions anew beside something else, on
// one worker, until ctx ends.
func rereadBehind(ctx context.Context, s store.Store, log *slog.Logger) {
	reports, others := 0, 0
	for x, err := range (intake.Rereading{Workers: 1}).Reread(ctx, s, intake.NewEntry) {
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			log.Error("reading anew", "error", err)
			continue
		}
		reports++
		if len(x.Lost)+len(x.Gained) > 0 {
			others++
			log.Info("read anew", "report", x.ID, "lost", len(x.Lost), "gained", len(x.Gained))
		}
	}
	if reports > 0 {
		log.Info("reading anew is done", "reports", reports, "changed", others)
	}
}
