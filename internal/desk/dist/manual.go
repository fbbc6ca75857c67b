package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/chancery-project/chancery/internal/desk/cli"
)

// commands gives the commands of the program, none of them run.
func commands() *cobra.Command {
	return cli.Invocation{Getenv: func(string) string { return "" }}.Commands()
}

// manual writes a man page of each command into a folder. They carry the day
// of SOURCE_DATE_EPOCH, so that the same source gives the same pages.
func manual(folder string) error {
	if os.Getenv("SOURCE_DATE_EPOCH") == "" {
		os.Setenv("SOURCE_DATE_EPOCH", "0")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root := commands()
	root.DisableAutoGenTag = true
	if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "Chancery", Manual: "Chancery"}, folder); err != nil {
		return fmt.Errorf("man pages: %w", err)
	}
	return nil
}
