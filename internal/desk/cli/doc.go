// Package cli is the command line: one file for each subcommand, with its
// flags, its help and its examples.
//
// In: arguments, standard input, the environment. Out: results on standard
// output, everything else on standard error, and an exit status: 0 done; 1
// some inputs failed, each named on standard error, the rest done; 2 usage.
// It reads no text and links nothing itself.
//
// The rules of the terminal: colour and a progress line appear only on a
// terminal, and colour never when NO_COLOR is set; what is printed to a file
// or a pipe has neither.
package cli
