package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/backup"
)

func (inv Invocation) backupCommand() *cobra.Command {
	at := &place{}
	c := &cobra.Command{
		Use:     "backup FILE",
		GroupID: groupKeep,
		Short:   "Copy the record to a file while others use it",
		Long: "Copies the record, as it stands at one moment, to a FILE that is not there yet, while others\n" +
			"go on reading and writing. Wherever the record is kept, the copy is a record in SQLite: every\n" +
			"command can open it with --record. What 'chancery watch' has seen and what waits in a queue are\n" +
			"no part of it.",
		Example: "  chancery backup record-2024-07-08.db\n  chancery backup --record postgres://desk@db/record record.db\n  chancery verify --record record-2024-07-08.db",
		Args:    between(1, 1, "FILE"),
		RunE:    func(c *cobra.Command, args []string) error { return inv.backup(c.Context(), at, args[0]) },
	}
	at.flags(c, inv)
	return c
}

func (inv Invocation) backup(ctx context.Context, at *place, file string) error {
	s, stats, err := at.counted(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	progress := terminal.NewProgress(inv.Err, "copying", stats.Bytes)
	err = backup.Write(ctx, s, file, progress.Done)
	progress.Clear()
	switch {
	case errors.Is(err, backup.ErrExists):
		return fmt.Errorf("%w; name another, or remove it", err)
	case err != nil:
		return fmt.Errorf("copying the record %s: %w", at.shown(), err)
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(inv.Out, "%s: %s, %.1f MB\n", file, size(stats), float64(info.Size())/1e6)
	return nil
}

func (inv Invocation) restoreCommand() *cobra.Command {
	at := &place{}
	replace := false
	c := &cobra.Command{
		Use:     "restore FILE",
		GroupID: groupKeep,
		Short:   "Bring a copy of the record back",
		Long: "Puts what a FILE of 'chancery backup' holds into the record, which may be kept anywhere. Where\n" +
			"the record holds reports it is left as it is, unless --replace is given: then it holds the copy\n" +
			"alone. Others may use the record meanwhile: they see the one or the other. A file that is cut\n" +
			"or damaged changes nothing.",
		Example: "  chancery restore record-2024-07-08.db --record fresh.db\n  chancery restore record.db --record postgres://desk@db/record --replace",
		Args:    between(1, 1, "FILE"),
		RunE:    func(c *cobra.Command, args []string) error { return inv.restore(c.Context(), at, args[0], replace) },
	}
	at.flags(c, inv)
	c.Flags().BoolVar(&replace, "replace", false, "take out what the record holds")
	return c
}

func (inv Invocation) restore(ctx context.Context, at *place, file string, replace bool) error {
	if _, err := os.Stat(file); err != nil {
		return fmt.Errorf("opening the copy: %w", err)
	}
	s, err := at.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	folder := ""
	if !at.postgres() {
		folder = filepath.Dir(at.String())
	}
	progress := terminal.NewProgress(inv.Err, "restoring", 0)
	err = backup.Restore(ctx, file, s, replace, folder, progress.Done)
	progress.Clear()
	switch {
	case errors.Is(err, backup.ErrFull):
		return fmt.Errorf("the record %s holds reports; name another with --record, or give --replace to take them out", at.shown())
	case errors.Is(err, backup.ErrDamaged):
		return fmt.Errorf("%w; the record is as it was", err)
	case err != nil:
		return fmt.Errorf("restoring the record %s: %w", at.shown(), err)
	}
	stats, err := s.Stats(ctx)
	if err != nil {
		return fmt.Errorf("counting: %w", err)
	}
	fmt.Fprintf(inv.Out, "%s: %s\n", at.shown(), size(stats))
	return nil
}

// size says how much a record holds.
func size(n store.Stats) string {
	return wording.Count(n.Reports, "report") + ", " + wording.Count(n.Engagements, "engagement")
}
