// Command chancery reads dated news reports and keeps the record of diplomacy.
// This file only wires: the commands are in internal/desk/cli.
package main

import (
	"context"
	"os"
	"time"

	"github.com/chancery-project/chancery/internal/desk/cli"
)

// version is set by the linker; see the Makefile.
var version = "unknown"

func main() {
	os.Exit(cli.Invocation{
		Args:    os.Args[1:],
		In:      os.Stdin,
		Out:     os.Stdout,
		Err:     os.Stderr,
		Getenv:  os.Getenv,
		Now:     time.Now,
		Version: version,
	}.Run(context.Background()))
}
