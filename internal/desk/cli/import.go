package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/dataset"
)

func (inv Invocation) importCommand() *cobra.Command {
	at := &place{}
	var name string
	c := &cobra.Command{
		Use:     "import TABLE...",
		GroupID: groupRead,
		Short:   "Take in engagements that people coded by hand",
		Long: "Takes in tables of engagements coded by hand, so that claims can be checked against decades\n" +
			"of record: CSV as 'chancery export --format csv' writes it, or in the layout of the COLT\n" +
			"data on leaders' travel. Each row becomes a report of the kind \"dataset\". docs/import.md\n" +
			"describes both layouts. A TABLE is a file, or \"-\" for standard input.",
		Example: "  chancery import colt.csv --name COLT\n  chancery import visits-1990-2020.csv",
		Args:    between(1, -1, "TABLE"),
		RunE:    func(c *cobra.Command, args []string) error { return inv.importTables(c.Context(), at, name, args) },
	}
	at.flags(c, inv)
	c.Flags().StringVar(&name, "name", "", "`NAME` of the dataset, which stands as its source (default the name of the file)")
	return c
}

func (inv Invocation) importTables(ctx context.Context, at *place, name string, tables []string) error {
	s, err := at.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	a := adding{inv: inv, in: &inputs{}, store: s}
	for _, table := range tables {
		if err := a.table(ctx, table, name); err != nil {
			return err
		}
	}
	if err := a.finish(ctx); err != nil {
		return err
	}
	a.report("row")
	return a.in.status(inv)
}

// table adds the rows of one table.
func (a *adding) table(ctx context.Context, table, name string) error {
	body, shown := io.NopCloser(a.inv.In), "standard input"
	if table != "-" {
		f, err := os.Open(table)
		if err != nil {
			a.in.fail(a.inv, fmt.Errorf("opening the table: %w", err))
			return nil
		}
		body, shown = f, table
	}
	defer body.Close()
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(shown), filepath.Ext(shown))
	}
	for entry, err := range dataset.Read(shown, name, body) {
		if err != nil {
			a.in.fail(a.inv, err)
			continue
		}
		if err := a.put(ctx, entry); err != nil {
			return err
		}
	}
	return nil
}
