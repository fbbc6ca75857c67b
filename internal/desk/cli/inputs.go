package cli

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/source"
)

// inputs are what `read` and `add` take: names of inputs, and how to read them.
type inputs struct {
	published string
	workers   int
	failed    int
	skipped   []string // files in folders that hold no reports
	progress  *terminal.Progress
	journal   *intake.Journal // keeps how far files are taken in; nil: nobody does
	restart   bool
}

const inputHelp = `An INPUT is a file, a folder (with all it holds), "-" for standard input, or an http or
https address. Plain text (with a first line "date YYYY-MM-DD"), JSON lines, CSV with a
header, HTML pages, RSS and Atom feeds and WARC archives are told by their content. A
report without a date is refused unless --published gives one.`

func (in *inputs) flags(c *cobra.Command) {
	c.Flags().StringVar(&in.published, "published", "", "publication `DATE` (YYYY-MM-DD) of reports that have none")
	c.Flags().IntVar(&in.workers, "workers", runtime.GOMAXPROCS(0), "how many reports are read at the same time")
}

// open checks the flags and gives the reports of all inputs.
func (in *inputs) open(ctx context.Context, inv Invocation, names []string) (iter.Seq2[*report.Report, error], error) {
	opt := source.Options{Stdin: inv.In, Skipped: func(path, _ string) { in.skipped = append(in.skipped, path) }}
	opt.Count = func(bytes int) { in.progress.Read(bytes) }
	opt.From = func(path string) report.Place {
		if in.journal == nil {
			return report.Place{}
		}
		return in.journal.From(ctx, path, in.restart)
	}
	if in.published != "" {
		day, err := edtf.ParseDay(in.published)
		if err != nil {
			return nil, usagef("--published %q: %w", in.published, err)
		}
		opt.Published = &day
	}
	if in.workers < 1 {
		return nil, usagef("--workers %d: at least one is needed", in.workers)
	}
	return source.Open(ctx, names, opt), nil
}

// fail names what could not be read on standard error.
func (in *inputs) fail(inv Invocation, err error) {
	in.failed++
	in.progress.Clear()
	fmt.Fprintf(inv.Err, "chancery: %v\n", err)
}

// saw notes in the journal how far the inputs are read, and tells when one is
// gone on with.
func (in *inputs) saw(inv Invocation, at report.Place, failed bool) {
	from, first := in.journal.Saw(at, failed)
	if !first || from.Entry == 0 {
		return
	}
	in.progress.Clear()
	bad := ""
	if from.Failed > 0 {
		bad = fmt.Sprintf(", of which %d could not be read", from.Failed)
	}
	fmt.Fprintf(inv.Err, "chancery: %s: going on behind its first %d entries%s, where it was left\n", at.Input, from.Entry, bad)
}

// status is the end of a loop over inputs: it says what folders held beside
// reports, and gives errReported when an input failed.
func (in *inputs) status(inv Invocation) error {
	in.progress.Clear()
	if n := len(in.skipped); n > 0 {
		fmt.Fprintf(inv.Err, "chancery: passed over %s without reports: %s\n", wording.Count(n, "file"), strings.Join(in.skipped[:min(n, 8)], ", "))
	}
	if in.failed > 0 {
		return errReported
	}
	return nil
}
