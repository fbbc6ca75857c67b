package conllu

import "strings"

// Raw gives back the text that sentences of a treebank were cut from, and
// where in it each of them starts, in bytes. It is made as the CoNLL shared
// tasks made theirs (conllu_to_text.pl of Universal Dependencies): a blank
// line stands where a document or a paragraph begins, a space between
// sentences and words unless the treebank says that there is none. Copies of a
// treebank that have lost the comments on documents tell them by the ids of
// their sentences, as EWT and GUM do: "reviews-001325-0007" is the seventh of
// the document "reviews-001325".
func Raw(all []*Sentence) (text string, starts []int) {
	var b strings.Builder
	for i, s := range all {
		if i > 0 && s.Opens(all[i-1]) {
			b.WriteString("\n\n")
		}
		starts = append(starts, b.Len())
		span := 0
		for k := 0; k < len(s.Words); {
			form, space, next := s.Words[k].Form, s.Words[k].SpaceAfter, k+1
			if span < len(s.Spans) && s.Spans[span].First == k+1 {
				form, space, next = s.Spans[span].Form, s.Spans[span].SpaceAfter, s.Spans[span].Last
				span++
			}
			b.WriteString(form)
			if space {
				b.WriteByte(' ')
			}
			k = next
		}
	}
	return b.String(), starts
}

// Opens reports whether s begins a document or a paragraph after the sentence
// before it.
func (s *Sentence) Opens(before *Sentence) bool {
	return s.NewDoc || s.NewPar || document(s.ID) != document(before.ID)
}

// document gives the id of a sentence without its number, or nothing if it
// does not end with a hyphen and a number.
func document(id string) string {
	rest := strings.TrimRight(id, "0123456789")
	if rest == id || !strings.HasSuffix(rest, "-") {
		return ""
	}
	return rest
}
