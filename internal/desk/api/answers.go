package api

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/store"
)

func judgements(js []outlook.Judgement) []as[Judgement] {
	return lines[Judgement](func(w io.Writer) error { return outlook.WriteAudit(w, js) })
}

// answers registers the questions that have one answer.
func (s *server) answers() {
	huma.Register(s.api, huma.Operation{
		OperationID: "brief", Method: "GET", Path: "/api/v1/brief", Tags: []string{"Answers"},
		Summary: "What one would want to know before a meeting", Description: "Like 'chancery brief': what comes next and what was last, whose turn it is, open invitations, conflicts, claims.",
	}, func(ctx context.Context, in *Asked) (*struct{ Body as[Brief] }, error) {
		a, err := s.asked(ctx, *in)
		if err != nil {
			return nil, err
		}
		if len(a.about) == 0 {
			return nil, invalid("query.who", nil, "say whom the brief is about: a country, an organisation or a person, or two of them")
		}
		b, err := s.brief(ctx, a)
		if err != nil {
			return nil, s.problem(ctx, err, "brief")
		}
		var out bytes.Buffer
		if err := b.WriteJSON(&out); err != nil {
			return nil, s.problem(ctx, err, "brief")
		}
		return &struct{ Body as[Brief] }{as[Brief]{out.Bytes()}}, nil
	})
	huma.Register(s.api, huma.Operation{
		OperationID: "outlook", Method: "GET", Path: "/api/v1/outlook", Tags: []string{"Answers"},
		Summary: "Whose turn it is, what is due, which invitations are open", Description: "Like 'chancery outlook': standing arrangements, then open invitations.",
	}, func(ctx context.Context, in *Asked) (*listOutput[as[expectation]], error) {
		a, err := s.asked(ctx, *in)
		if err != nil {
			return nil, err
		}
		turns, open, err := s.expected(ctx, a)
		if err != nil {
			return nil, s.problem(ctx, err, "outlook")
		}
		all := lines[expectation](func(w io.Writer) error { return outlook.WriteJSONL(w, turns, open, a.asOf) })
		return &listOutput[as[expectation]]{listOf[as[expectation]]{Items: list(all)}}, nil
	})
	huma.Register(s.api, huma.Operation{
		OperationID: "check", Method: "GET", Path: "/api/v1/check", Tags: []string{"Answers"},
		Summary: "Check a claim in free words", Description: "Like 'chancery check': reads the claims in a text as if a report of the day had made them, and judges each against the record.",
	}, func(ctx context.Context, in *struct {
		Claim string `query:"claim" required:"true" minLength:"1" maxLength:"2000" example:"Putin's first visit to India since 2021"`
		AsOf  string `query:"as_of" format:"date" doc:"Judge by what was known on this day."`
	}) (*listOutput[as[Judgement]], error) {
		asOf, until, err := s.moment(ctx, in.AsOf)
		if err != nil {
			return nil, err
		}
		var judged []outlook.Judgement
		err = s.Readers.Use(ctx, func(r *reading.Reader) (err error) {
			judged, err = brief.Check(ctx, s.Store, r, in.Claim, asOf, until)
			return err
		})
		if errors.Is(err, brief.ErrNoClaim) {
			return nil, invalid("query.claim", in.Claim, err.Error())
		}
		if err != nil {
			return nil, s.problem(ctx, err, "claim")
		}
		return &listOutput[as[Judgement]]{listOf[as[Judgement]]{Items: list(judgements(judged))}}, nil
	})
	huma.Register(s.api, huma.Operation{
		OperationID: "stats", Method: "GET", Path: "/api/v1/stats", Tags: []string{"Record"},
		Summary: "How much the record holds",
	}, func(ctx context.Context, _ *struct{}) (*struct{ Body stats }, error) {
		st, err := s.Store.Stats(ctx)
		if err != nil {
			return nil, s.problem(ctx, err, "record")
		}
		return &struct{ Body stats }{statsOf(st)}, nil
	})
}

// brief makes a brief, of the record as it is from what is drawn already.
func (s *server) brief(ctx context.Context, a asked) (*brief.Brief, error) {
	if a.until == 0 {
		return s.Drawer.Brief(ctx, a.about, true)
	}
	return brief.Make(ctx, s.Store, a.about, a.asOf, a.until)
}

// expected gives the turns and the open invitations of a question's parties.
func (s *server) expected(ctx context.Context, a asked) ([]outlook.Turn, []outlook.Open, error) {
	if a.until == 0 {
		c, err := s.Drawer.Draw(ctx)
		return brief.TurnsOf(c.Turns, a.about), brief.InvitationsOf(c.Open, a.about), err
	}
	o, err := brief.Outlook(ctx, s.Store, a.about, a.until)
	if err != nil {
		return nil, nil, err
	}
	turns, open := brief.TurnsOf(o.Turns(a.asOf), a.about), brief.InvitationsOf(o.OpenInvitations(a.asOf), a.about)
	return turns, open, o.Err()
}

// stats counts what the record holds.
type stats struct {
	Reports     int    `json:"reports"`
	Datasets    int    `json:"datasets" doc:"Of the reports, those coded by hand."`
	Engagements int    `json:"engagements"`
	Mentions    int    `json:"mentions" doc:"Engagements as single reports tell them."`
	Claims      int    `json:"claims"`
	Conflicts   int    `json:"conflicts" doc:"Engagements on which reports disagree."`
	Corrections int    `json:"corrections"`
	First       string `json:"first" doc:"Day of the first report; empty where there is none."`
	Last        string `json:"last" doc:"Day of the last report; empty where there is none."`
	Bytes       int64  `json:"bytes" doc:"Of text."`
}

func statsOf(st store.Stats) stats {
	out := stats{st.Reports, st.Datasets, st.Engagements, st.Mentions, st.Claims, st.Conflicts, st.Corrections, "", "", st.Bytes}
	if st.Reports > 0 {
		out.First, out.Last = st.First.String(), st.Last.String()
	}
	return out
}
