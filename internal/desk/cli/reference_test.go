package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
)

const reference = "../../../docs/commands.md"

// TestReferenceIsTheHelp holds docs/commands.md to what --help says.
// CHANCERY_UPDATE=1 writes it anew.
func TestReferenceIsTheHelp(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Commands\n\nWhat `chancery --help` says of each command. Made by `CHANCERY_UPDATE=1 go test ./internal/desk/cli`.\n\n" +
		"Exit status: 0 done; 1 some inputs failed, each named on standard error, the rest done; 2 usage.\n")
	root := Invocation{Getenv: func(string) string { return "" }}.root()
	root.InitDefaultHelpCmd()
	describe(&b, root, 2)
	if os.Getenv("CHANCERY_UPDATE") != "" {
		if err := os.WriteFile(reference, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(reference)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), b.String()); diff != "" {
		t.Errorf("docs/commands.md is not what the help says (-have +help); CHANCERY_UPDATE=1 mends it:\n%s", diff)
	}
}

func describe(b *strings.Builder, parent *cobra.Command, depth int) {
	for _, c := range parent.Commands() {
		if c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		long := c.Long
		if long == "" {
			long = c.Short + "."
		}
		fmt.Fprintf(b, "\n%s %s\n\n%s\n\n```\n%s\n```\n", strings.Repeat("#", depth), c.CommandPath(), long, strings.TrimRight(usage(c), "\n"))
		describe(b, c, depth+1)
	}
}

// usage is how a command is called, its examples and its flags. The number of
// workers depends on the machine and is left out.
func usage(c *cobra.Command) string {
	text := c.UseLine() + "\n"
	if c.Example != "" {
		text += "\n" + c.Example + "\n"
	}
	var flags strings.Builder
	for line := range strings.Lines(c.LocalFlags().FlagUsages()) {
		if i := strings.Index(line, " (default "); i >= 0 && strings.Contains(line, "--workers") {
			line = line[:i] + "\n"
		}
		if !strings.Contains(line, "--help") {
			flags.WriteString(line)
		}
	}
	if flags.Len() > 0 {
		text += "\n" + flags.String()
	}
	return text
}

// TestEveryCommandExplainsItself holds that each has a line, an example and a
// group, so that help shows it in its place.
func TestEveryCommandExplainsItself(t *testing.T) {
	root := Invocation{Getenv: func(string) string { return "" }}.root()
	for _, c := range root.Commands() {
		if c.Short == "" || c.Example == "" && c.Name() != "completion" {
			t.Errorf("%s: short %q, example %q; want both", c.Name(), c.Short, c.Example)
		}
	}
}
