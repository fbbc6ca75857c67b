package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/store/backup"
)

func (inv Invocation) migrateCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "migrate",
		GroupID: groupKeep,
		Short:   "Move the record to another database",
		Long: `Copies the record into another database and compares the two afterwards: export with all
evidence, claims, people, corrections, counts. The first record stays as it is. Nobody
should write to it meanwhile; where somebody did, that is said.`,
		Example: `  chancery migrate sqlite-to-postgres --to postgres://desk@db.example.org/record
  chancery migrate postgres-to-sqlite --record postgres://desk@db.example.org/record --to record.db`,
		Args: unknownSubcommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(
		inv.migration("sqlite-to-postgres", "Move a record from a file to PostgreSQL", "  chancery migrate sqlite-to-postgres --record embassy.db --to postgres://desk@db.example.org/record", false),
		inv.migration("postgres-to-sqlite", "Move a record from PostgreSQL to a file", "  chancery migrate postgres-to-sqlite --record postgres://desk@db.example.org/record --to record.db", true),
	)
	return c
}

// migration makes one direction; away says that it leads away from PostgreSQL.
func (inv Invocation) migration(use, short, example string, away bool) *cobra.Command {
	from, to, replace := &place{}, &place{}, false
	c := &cobra.Command{
		Use:     use,
		Short:   short,
		Example: example,
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			switch {
			case to.name == "":
				return usagef("--to is missing: where the record is to go")
			case from.postgres() != away, to.postgres() == away:
				return usagef("%s: --record is %s and --to is %s", use, from.shown(), to.shown())
			}
			return inv.migrate(c.Context(), from, to, replace)
		},
	}
	from.flags(c, inv)
	c.Flags().StringVar(&to.name, "to", "", "where the record goes: a postgres:// address or a `FILE`")
	c.Flags().BoolVar(&replace, "replace", false, "take out what is there")
	return c
}

func (inv Invocation) migrate(ctx context.Context, from, to *place, replace bool) error {
	s, stats, err := from.counted(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	into, err := to.open(ctx)
	if err != nil {
		return err
	}
	defer into.Close()
	progress := terminal.NewProgress(inv.Err, "moving", stats.Bytes)
	err = backup.Move(ctx, s, into, replace, progress.Done)
	progress.Clear()
	switch {
	case errors.Is(err, backup.ErrFull):
		return fmt.Errorf("%s: %w; --replace takes them out", to.shown(), err)
	case errors.Is(err, backup.ErrChanged):
		return fmt.Errorf("%w; %s holds what was there when it began: move it again with --replace", err, to.shown())
	case err != nil:
		return fmt.Errorf("moving the record to %s: %w", to.shown(), err)
	}
	_, err = fmt.Fprintf(inv.Out, "%s: %s; the export is the same\n", to.shown(), size(stats))
	return err
}
