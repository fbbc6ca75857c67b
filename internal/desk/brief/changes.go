package brief

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/record"
)

// Change is a step in an engagement's life that a report brought.
type Change struct {
	Engagement record.Engagement
	Step       record.Step
	First      bool // the report told of it for the first time
}

// Changes gives what the latest reports changed, the latest first, then by id;
// at most limit.
func Changes(all []record.Engagement, limit int) []Change {
	var out []Change
	for _, e := range all {
		for i, s := range e.Steps {
			out = append(out, Change{e, s, i == 0})
		}
	}
	slices.SortFunc(out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(b.Step.Published, a.Step.Published), cmp.Compare(a.Engagement.EID, b.Engagement.EID), cmp.Compare(a.Step.Report, b.Step.Report))
	})
	return out[:min(len(out), limit)]
}
