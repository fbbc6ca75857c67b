package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

func (inv Invocation) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program",
		Example: "  chancery version",
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(inv.Out, "chancery %s (%s, %s/%s)\n", inv.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
