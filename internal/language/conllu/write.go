package conllu

import (
	"bufio"
	"fmt"
	"io"

	"github.com/chancery-project/chancery/internal/language"
)

// Write writes a document. Words that were split off stand in the range of
// the surface token that they came from. Sentences that are not parsed have
// "_" in the columns that the parser fills.
func Write(w io.Writer, d *language.Document) error {
	out := bufio.NewWriter(w)
	paragraph := int32(-1)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i == 0 {
			fmt.Fprintln(out, "# newdoc")
		}
		if s.Paragraph != paragraph {
			paragraph = s.Paragraph
			fmt.Fprintln(out, "# newpar")
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(d.Text[s.Start:s.End]))
		for k := range s.Tokens {
			writeToken(out, d, s, k)
		}
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

func writeToken(out *bufio.Writer, d *language.Document, s *language.Sentence, k int) {
	t := &s.Tokens[k]
	if last := lastOfSurface(s, k); last > k && !t.Flags.Has(language.FlagClitic) {
		fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", k+1, last+1, d.Text[t.Start:s.Tokens[last].End], misc(d, s, last))
	}
	space := "_"
	if !t.Flags.Has(language.FlagClitic) && lastOfSurface(s, k) == k {
		space = misc(d, s, k)
	}
	if !s.Parsed {
		fmt.Fprintf(out, "%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", k+1, d.Word(t), space)
		return
	}
	fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", k+1, d.Word(t), t.Lemma, t.UPOS, t.XPOS, t.Feats, t.Head+1, t.Rel, space)
}

// lastOfSurface gives the last word of the surface token that word k opens or
// is in.
func lastOfSurface(s *language.Sentence, k int) int {
	for k+1 < len(s.Tokens) && s.Tokens[k+1].Flags.Has(language.FlagClitic) {
		k++
	}
	return k
}

// misc gives the last column of word k: SpaceAfter=No where no space follows.
func misc(d *language.Document, s *language.Sentence, k int) string {
	end := int(s.Tokens[k].End)
	switch {
	case k+1 < len(s.Tokens) && int(s.Tokens[k+1].Start) == end,
		k+1 == len(s.Tokens) && end < len(d.Text) && d.Text[end] > ' ' && d.Text[end] < 0x80:
		return "SpaceAfter=No"
	}
	return "_"
}

// oneLine replaces line ends by spaces.
func oneLine(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] == '\n' || b[i] == '\r' || b[i] == '\t' {
			b[i] = ' '
		}
	}
	return string(b)
}
