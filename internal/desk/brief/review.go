package brief

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

// Doubtful is the confidence below which a person should look.
const Doubtful = 0.5

// Waiting is an engagement that a person should look at, and why.
type Waiting struct {
	Engagement record.Engagement
	Why        []string
}

// Review gives what waits for a person: engagements on which reports disagree,
// plans whose time has passed without a word, and readings of low confidence.
// What somebody corrected or confirmed is not among them. Those with the most
// reasons come first, then those with the most reports, then by id.
func Review(all []record.Engagement, asOf edtf.Day) []Waiting {
	var out []Waiting
	for _, e := range all {
		if len(e.Marks) > 0 {
			continue
		}
		var why []string
		for _, c := range e.Conflicts {
			why = append(why, "reports disagree on "+c.Field)
		}
		if e.Unconfirmed(asOf) {
			why = append(why, "its time has passed and no report says what became of it")
		}
		if e.Confidence < Doubtful {
			why = append(why, "the reading is in doubt")
		}
		if len(why) > 0 {
			out = append(out, Waiting{e, why})
		}
	}
	slices.SortFunc(out, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(len(b.Why), len(a.Why)),
			cmp.Compare(len(b.Engagement.Reports), len(a.Engagement.Reports)),
			cmp.Compare(a.Engagement.EID, b.Engagement.EID))
	})
	return out
}
