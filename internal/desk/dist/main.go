// Command dist makes what goes with a release, for `make dist`:
//
//	dist man FOLDER          a man page of each command
//	dist sbom BINARY [NOTICE] the modules in a binary, as CycloneDX, to standard output
//
// It is no part of the program.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "dist: %v\n", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "man":
		return manual(args[1])
	case (len(args) == 2 || len(args) == 3) && args[0] == "sbom":
		notice := ""
		if len(args) == 3 {
			notice = args[2]
		}
		return materials(out, args[1], notice)
	}
	return errors.New("usage: dist man FOLDER | dist sbom BINARY [NOTICE]")
}
