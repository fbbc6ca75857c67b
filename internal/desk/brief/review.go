package brief

import (
	"cmp"
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
	why := map[string][]string{}
	for _, e := range picked(all, func(ls Lines) Lines {
		var lines Lines
		for _, d := range ls.Doubtful(asOf) {
			lines = append(lines, d.Line)
			why[d.Line.EID] = d.Why
		}
		return lines
	}) {
		out = append(out, Waiting{Engagement: &e, Why: why[e.EID]})
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

// Doubt is an engagement that a person should look at, and why.
type Doubt struct {
	Line *store.Line
	Why  []string
}

// Doubtful gives the engagements that wait for a person, in the order of
// Review.
func (ls Lines) Doubtful(asOf edtf.Day) []Doubt {
	var out []Doubt
	for _, l := range ls {
		if l.Marked {
			continue
		}
		if why := doubts(l, asOf); len(why) > 0 {
			out = append(out, Doubt{l, why})
		}
	}
	slices.SortFunc(out, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(len(b.Why), len(a.Why)), cmp.Compare(b.Line.Reports, a.Line.Reports), cmp.Compare(a.Line.EID, b.Line.EID))
	})
	return out
}

// doubts says why a person should look at an engagement.
func doubts(l *store.Line, asOf edtf.Day) []string {
	var why []string
	for _, field := range l.Conflicts {
		why = append(why, "reports disagree on "+field)
	}
	if open(l) && l.Status != reading.Postponed && event(l) && l.Dated && passed(l, asOf) {
		why = append(why, "its time has passed and no report says what became of it")
	}
	if l.Confidence < Doubtful {
		why = append(why, "the reading is in doubt")
	}
	return why
}
