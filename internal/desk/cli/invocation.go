package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// Invocation is one run of the program: everything it takes from the outside.
type Invocation struct {
	Args    []string // without the program's name
	In      io.Reader
	Out     io.Writer
	Err     io.Writer
	Getenv  func(string) string
	Now     func() time.Time // asked only for the day on which somebody signs a correction
	Version string
}

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // some inputs failed, or the command could not be done
	exitUsage  = 2
)

// errReported says that what went wrong stands on standard error already.
var errReported = errors.New("some inputs failed")

// usageError is a mistake in how the program was called.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Run does what the arguments ask for and gives the exit status.
func (inv Invocation) Run(ctx context.Context) int {
	root := inv.root()
	command, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(inv.Err, "chancery: %v\nSee '%s --help'.\n", usage, command.CommandPath())
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(inv.Err, "chancery: "+strings.Replace(err.Error(), context.Canceled.Error(), "interrupted", 1))
		return exitFailed
	}
	fmt.Fprintf(inv.Err, "chancery: %v\n", err)
	return exitFailed
}

// interruptible gives a context that ends when somebody interrupts the program,
// and what lets the next interrupt end the program at once.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
}

// Commands gives the commands for what is made of them, such as man pages.
func (inv Invocation) Commands() *cobra.Command { return inv.root() }

// root puts the commands together.
func (inv Invocation) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "chancery",
		Short: "Read dated news reports and keep the record of diplomacy",
		Long: `Chancery reads dated news reports and keeps the record of diplomacy: which leaders
and officials visit, meet, call, invite and honour one another; when, where and at
whose invitation; who said so; what is planned next; whose turn it is to host; and
whether claims such as "his first visit since 2022" hold.`,
		Example: `  chancery read reports.jsonl
  chancery add examples/
  chancery brief India Russia
  chancery serve`,
		Args:              unknownCommand,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
	}
	root.SetArgs(inv.Args)
	root.SetIn(inv.In)
	root.SetOut(inv.Out)
	root.SetErr(inv.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	inv.addCommands(root)
	return root
}

// unknownCommand refuses arguments of the bare program, with the commands that
// are spelt alike.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return usagef("there is no command %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return usagef("there is no command %q", args[0])
}

// atLeast and between make cobra's argument checks errors of usage.
func between(low, high int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < low && low == 1:
			return usagef("%s is missing", what)
		case len(args) < low:
			return usagef("give %d of %s", low, what)
		case high >= 0 && len(args) > high && high == 0:
			return usagef("%q is one argument too many: this command takes none", args[0])
		case high >= 0 && len(args) > high:
			return usagef("%q is one argument too many", args[high])
		}
		return nil
	}
}

// choice checks the value of a flag that takes one of a few words.
func choice(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usagef("--%s %q is none of %s", flag, value, strings.Join(allowed, ", "))
}
