package timex

import "github.com/chancery-project/chancery/internal/language"

// Document adds the expressions of all sentences of d to dst and settles
// those that lean on others: "the following day", "that year", a time of day
// without a day, the weekdays under a diary's heading, "the year-earlier
// quarter".
func Document(d *language.Document, ref Reference, dst []Expression) []Expression {
	from := len(dst)
	for i := range d.Sentences {
		dst = Find(d, &d.Sentences[i], i, ref, dst)
	}
	Settle(d, dst[from:], ref)
	return dst
}
