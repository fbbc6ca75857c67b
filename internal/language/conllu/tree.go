package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// WriteTree writes a parsed document for reading by eye: each sentence, then
// its words, each under its head, in the order of the text.
//
//	The ministers met in Vienna.
//	met  VBD root
//	├─ ministers  NNS nsubj
//	│  └─ The  DT det
//	└─ Vienna  NNP obl
//	   └─ in  IN case
func WriteTree(w io.Writer, d *language.Document) error {
	out := bufio.NewWriter(w)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, oneLine(d.Text[s.Start:s.End]))
		for k := range s.Tokens {
			if s.Tokens[k].Head < 0 {
				branch(out, d, s, k, "", "")
			}
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write trees: %w", err)
	}
	return nil
}

// branch writes word k after lead, and what hangs on it after indent.
func branch(out *bufio.Writer, d *language.Document, s *language.Sentence, k int, lead, indent string) {
	t := &s.Tokens[k]
	name := t.Rel.String()
	if !s.Parsed {
		name = ""
	}
	fmt.Fprintln(out, strings.TrimRight(fmt.Sprintf("%s%s  %s %s", lead, d.Word(t), t.XPOS, name), " _"))
	var below []int
	for i := range s.Tokens {
		if int(s.Tokens[i].Head) == k {
			below = append(below, i)
		}
	}
	for n, i := range below {
		if n == len(below)-1 {
			branch(out, d, s, i, indent+"└─ ", indent+"   ")
		} else {
			branch(out, d, s, i, indent+"├─ ", indent+"│  ")
		}
	}
}
