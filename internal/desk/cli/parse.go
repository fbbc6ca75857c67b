package cli

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/readout"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
	"github.com/chancery-project/chancery/internal/language/evaluate"
)

func (inv Invocation) parseCommand() *cobra.Command {
	var format, treebank string
	c := &cobra.Command{
		Use:     "parse FILE | parse --eval TREEBANK",
		GroupID: groupRead,
		Short:   "Show the sentences, words and dependency trees of a text",
		Long: "Cuts a plain text into sentences and words, tags and parses them, and prints the result.\n" +
			"With --eval, measures the parser on a treebank in CoNLL-U instead, which may be gzipped: tags,\n" +
			"lemmas and trees with the treebank's own words, and words and sentences from its raw text.",
		Example: `  chancery parse report.txt
  echo "Boric visited Oslo." | chancery parse --format tree -
  chancery parse --eval en_ewt-ud-dev.conllu
  chancery parse --eval gum-dev.conllu.gz`,
		Args: between(0, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := choice("format", format, "conllu", "tree"); err != nil {
				return err
			}
			switch {
			case treebank != "" && len(args) == 0:
				return inv.measure(treebank)
			case treebank == "" && len(args) == 1:
				return inv.parse(args[0], format)
			}
			return usagef("give a FILE, or --eval TREEBANK, and not both")
		},
	}
	c.Flags().StringVar(&format, "format", "conllu", "how to print: conllu or tree")
	c.Flags().StringVar(&treebank, "eval", "", "measure the parser on a `TREEBANK` in CoNLL-U")
	return c
}

// parse prints the trees of a text.
func (inv Invocation) parse(name, format string) error {
	in, err := inv.unzipped(name)
	if err != nil {
		return fmt.Errorf("opening the text: %w", err)
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	switch {
	case err != nil:
		return fmt.Errorf("reading %s: %w", name, err)
	case !utf8.Valid(text):
		return fmt.Errorf("%s is not valid UTF-8; convert it first", name)
	}
	analyzer, err := language.New()
	if err != nil {
		return err
	}
	d := analyzer.Segment(string(text))
	all := make([]*language.Sentence, len(d.Sentences))
	for i := range all {
		all[i] = &d.Sentences[i]
	}
	analyzer.Parse(d, all...)
	if format == "tree" {
		return inv.print(readout.Tree(d))
	}
	return conllu.Write(inv.Out, d)
}

// measure prints how well the parser does on a treebank.
func (inv Invocation) measure(treebank string) error {
	f, err := inv.unzipped(treebank)
	if err != nil {
		return fmt.Errorf("opening the treebank: %w", err)
	}
	defer f.Close()
	analyzer, err := language.New()
	if err != nil {
		return err
	}
	result, err := evaluate.File(f, analyzer)
	if err != nil {
		return fmt.Errorf("%s: %w", treebank, err)
	}
	return inv.print(result.String())
}

// unzipped opens a file, or standard input for "-", and takes gzip off if its
// first bytes say so.
func (inv Invocation) unzipped(name string) (io.ReadCloser, error) {
	file := io.NopCloser(inv.In)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		file = f
	}
	in := bufio.NewReader(file)
	if head, err := in.Peek(2); err != nil || head[0] != 0x1f || head[1] != 0x8b { // RFC 1952, 2.3.1
		return whole{in, file}, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return whole{z, file}, nil
}

// whole reads from one and closes the other, what lies below it.
type whole struct {
	io.Reader
	io.Closer
}
