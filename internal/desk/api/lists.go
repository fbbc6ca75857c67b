package api

import (
	"context"
	"fmt"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/revision"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// lists registers the lists that are drawn from the record.
func (s *server) lists() {
	type input struct {
		Asked
		Paged
	}
	huma.Register(s.api, huma.Operation{
		OperationID: "timeline", Method: "GET", Path: "/api/v1/timeline", Tags: []string{"Answers"},
		Summary: "Engagements in the order of time", Description: "Like 'chancery timeline': everything, or what one or two parties take part in.",
	}, func(ctx context.Context, in *input) (*listOutput[as[Engagement]], error) {
		a, err := s.asked(ctx, in.Asked)
		if err != nil {
			return nil, err
		}
		return s.engagementPart(ctx, a.filter(), in.Paged, "timeline")
	})
	picked := func(name, summary, description string, filter func(edtf.Day) store.Filter, pick func([]record.Engagement, edtf.Day) []record.Engagement) {
		huma.Register(s.api, huma.Operation{
			OperationID: name, Method: "GET", Path: "/api/v1/" + name, Tags: []string{"Answers"}, Summary: summary, Description: description,
		}, func(ctx context.Context, in *input) (*listOutput[as[Engagement]], error) {
			a, err := s.asked(ctx, in.Asked)
			if err != nil {
				return nil, err
			}
			f := filter(a.asOf)
			f.AsOf = a.until
			all, err := a.about.Matching(ctx, s.Store, f)
			if err != nil {
				return nil, s.problem(ctx, err, "engagement")
			}
			l, err := part(pick(all, a.asOf), func(e record.Engagement) string { return e.EID }, in.Paged, a.name(name))
			if err != nil {
				return nil, err
			}
			return shown(l, exported), nil
		})
	}
	picked("upcoming", "What is proposed, planned or put off", "Like 'chancery upcoming': dated ones first, then plans without a date.", brief.FilterAhead, brief.Ahead)
	picked("conflicts", "Where reports disagree", "Like 'chancery conflicts': the engagements of which reports say values that exclude one another, the latest first.",
		func(edtf.Day) store.Filter { return store.Filter{Conflicted: true} },
		func(all []record.Engagement, _ edtf.Day) []record.Engagement { return brief.Disputed(all) })
	huma.Register(s.api, huma.Operation{
		OperationID: "audit", Method: "GET", Path: "/api/v1/audit", Tags: []string{"Answers"},
		Summary: "Claims of reports, checked", Description: "Like 'chancery audit': what reports claim of rank, count, last time and rhythm, and whether the record supports it.",
	}, func(ctx context.Context, in *struct {
		Asked
		Paged
		Verdict string `query:"verdict" enum:"supported,contradicted,unknown" doc:"Only claims with this verdict."`
	}) (*listOutput[as[Judgement]], error) {
		a, err := s.asked(ctx, in.Asked)
		if err != nil {
			return nil, err
		}
		judged, err := s.judged(ctx, a)
		if err != nil {
			return nil, err
		}
		if in.Verdict != "" {
			judged = brief.WithVerdict(judged, outlook.Verdict(in.Verdict))
		}
		key := func(j outlook.Judgement) string { return fmt.Sprintf("%s#%d", j.Claim.Report, j.Claim.Index) }
		l, err := part(judged, key, in.Paged, a.name("audit", in.Verdict))
		if err != nil {
			return nil, err
		}
		return shown(l, judgements), nil
	})
	huma.Register(s.api, huma.Operation{
		OperationID: "review", Method: "GET", Path: "/api/v1/review", Tags: []string{"Answers"},
		Summary: "What waits for a person", Description: "Like 'chancery review': engagements on which reports disagree, plans whose time has passed, readings in doubt, claims that the record contradicts.",
	}, func(ctx context.Context, in *input) (*listOutput[waiting], error) {
		a, err := s.asked(ctx, in.Asked)
		if err != nil {
			return nil, err
		}
		all, err := s.waiting(ctx, a)
		if err != nil {
			return nil, err
		}
		l, err := part(all, waitingKey, in.Paged, a.name("review"))
		if err != nil {
			return nil, err
		}
		return shown(l, waitingList), nil
	})
}

// judged gives the claims about a question's parties with their verdicts.
func (s *server) judged(ctx context.Context, a asked) ([]outlook.Judgement, error) {
	if a.until == 0 {
		c, err := s.Drawer.Draw(ctx)
		return brief.ClaimsOf(c.Judged, a.about), s.problem(ctx, err, "claim")
	}
	o, err := brief.Outlook(ctx, s.Store, a.about, a.until)
	if err != nil {
		return nil, s.problem(ctx, err, "claim")
	}
	judged, err := brief.Audit(ctx, s.Store, o, a.about, a.asOf)
	return judged, s.problem(ctx, err, "claim")
}

// waiting gives what waits for a person, engagements with no more than is said
// of them here.
func (s *server) waiting(ctx context.Context, a asked) ([]brief.Waiting, error) {
	judged, err := s.judged(ctx, a)
	if err != nil {
		return nil, err
	}
	if a.until != 0 {
		all, err := a.about.Engagements(ctx, s.Store, a.until)
		if err != nil {
			return nil, s.problem(ctx, err, "engagement")
		}
		return brief.Review(all, judged, a.asOf), nil
	}
	at, err := revision.Of(ctx, s.Store)
	if err == nil {
		err = s.Register.Follow(ctx, at.Number)
	}
	if err != nil {
		return nil, s.problem(ctx, err, "engagement")
	}
	var out []brief.Waiting
	for _, l := range s.doubtful(a) {
		out = append(out, brief.Waiting{Engagement: &record.Engagement{EID: l.EID, Confidence: l.Confidence}, Why: brief.Doubts(l, a.asOf)})
	}
	return append(out, brief.Review(nil, judged, a.asOf)...), nil
}

// doubtful gives the lines of the engagements that wait for a person.
func (s *server) doubtful(a asked) brief.Lines {
	if len(a.about) == 0 {
		return s.Register.Picked(brief.PickDoubtful, a.asOf)
	}
	return brief.PickDoubtful.From(s.Register.Of(a.about), a.asOf)
}

// waiting is something that a person should look at: an engagement by its eid,
// or a claim by its report and words.
type waiting struct {
	EID        string   `json:"eid,omitempty"`
	Report     string   `json:"report,omitempty"`
	Quote      string   `json:"quote,omitempty"`
	Why        []string `json:"why" nullable:"false"`
	Confidence float64  `json:"confidence,omitempty"`
}

func waitingList(list []brief.Waiting) []waiting {
	var out []waiting
	for _, w := range list {
		x := waiting{Why: w.Why}
		if w.Claim != nil {
			x.Report, x.Quote = w.Claim.Claim.Report, w.Claim.Claim.Quote
		} else {
			x.EID, x.Confidence = w.Engagement.EID, w.Engagement.Confidence
		}
		out = append(out, x)
	}
	return out
}

func waitingKey(w brief.Waiting) string {
	if w.Claim != nil {
		return fmt.Sprintf("%s#%d", w.Claim.Claim.Report, w.Claim.Claim.Index)
	}
	return w.Engagement.EID
}
