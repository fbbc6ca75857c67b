package brief

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
)

// Doubtful is the confidence below which a person should look.
const Doubtful = 0.5

// Waiting is something that a person should look at, and why: an engagement,
// or a claim.
type Waiting struct {
	Engagement *record.Engagement // nil for a claim
	Claim      *outlook.Judgement // nil for an engagement
	Why        []string
}

// Review gives what waits for a person: engagements on which reports disagree,
// plans whose time has passed without a word, and readings of low confidence,
// then the claims that the record contradicts, the latest first. What somebody
// corrected or confirmed is not among them. Engagements with the most reasons
// come first, then those with the most reports, then by id.
func Review(all []record.Engagement, judged []outlook.Judgement, asOf edtf.Day) []Waiting {
	var out []Waiting
	for i := range all {
		if why := doubts(&all[i], asOf); len(why) > 0 && len(all[i].Marks) == 0 {
			out = append(out, Waiting{Engagement: &all[i], Why: why})
		}
	}
	slices.SortFunc(out, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(len(b.Why), len(a.Why)),
			cmp.Compare(len(b.Engagement.Reports), len(a.Engagement.Reports)),
			cmp.Compare(a.Engagement.EID, b.Engagement.EID))
	})
	wrong := WithVerdict(judged, outlook.Contradicted)
	slices.Reverse(wrong)
	for i := range wrong {
		out = append(out, Waiting{Claim: &wrong[i], Why: []string{"the record contradicts the claim: " + wrong[i].Reason}})
	}
	return out
}

// doubts says why a person should look at an engagement.
func doubts(e *record.Engagement, asOf edtf.Day) []string {
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
	return why
}
