package brief

import (
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
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
	for _, e := range PickDoubtful.of(all, asOf) {
		l := store.LineOf(&e)
		out = append(out, Waiting{Engagement: &e, Why: Doubts(&l, asOf)})
	}
	for j := range wrong(judged) {
		out = append(out, Waiting{Claim: j, Why: []string{"the record contradicts the claim: " + j.Reason}})
	}
	return out
}

// wrong gives the judgements that contradict, the latest first.
func wrong(judged []outlook.Judgement) func(func(*outlook.Judgement) bool) {
	return func(yield func(*outlook.Judgement) bool) {
		for i := range slices.Backward(judged) {
			if judged[i].Verdict == outlook.Contradicted && !yield(&judged[i]) {
				return
			}
		}
	}
}

// Doubts says why a person should look at an engagement.
func Doubts(l *store.Line, asOf edtf.Day) []string {
	var why []string
	for _, field := range l.Conflicts {
		why = append(why, "reports disagree on "+field)
	}
	if overdue(l, asOf) {
		why = append(why, "its time has passed and no report says what became of it")
	}
	if l.Confidence < Doubtful {
		why = append(why, "the reading is in doubt")
	}
	return why
}

// doubts gives how many reasons there are.
func doubts(l *store.Line, asOf edtf.Day) int {
	n := len(l.Conflicts)
	if overdue(l, asOf) {
		n++
	}
	if l.Confidence < Doubtful {
		n++
	}
	return n
}

// overdue says whether a plan's time has passed without a word.
func overdue(l *store.Line, asOf edtf.Day) bool {
	return l.Dated && l.Last < asOf && open(l) && l.Status != reading.Postponed && event(l)
}
