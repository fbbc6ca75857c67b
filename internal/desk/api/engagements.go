package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// engagements registers what gives engagements as the record has them.
func (s *server) engagements() {
	huma.Register(s.api, huma.Operation{
		OperationID: "list-engagements", Method: "GET", Path: "/api/v1/engagements", Tags: []string{"Engagements"},
		Summary: "List engagements", Description: "The engagements that all filters let through, in the order of time; what has no date comes last.",
	}, func(ctx context.Context, in *struct {
		Filtered
		Paged
	}) (*listOutput[as[Engagement]], error) {
		f, err := s.filter(ctx, in.Filtered)
		if err != nil {
			return nil, err
		}
		return s.engagementPart(ctx, f, in.Paged, "engagements")
	})
	huma.Register(s.api, huma.Operation{
		OperationID: "get-engagement", Method: "GET", Path: "/api/v1/engagements/{eid}", Tags: []string{"Engagements"},
		Summary:     "Get one engagement",
		Description: "An engagement with its life (steps), every field with all its values and who says which, what people said of it (marks), and the words of every report (sources).",
		Errors:      []int{404, 422},
	}, func(ctx context.Context, in *struct {
		EID  string `path:"eid" maxLength:"200" example:"v-IND-RUS-202407-k3mq9xab"`
		AsOf string `query:"as_of" format:"date" doc:"As the reports published until this day tell it."`
	}) (*struct{ Body detail }, error) {
		e, err := s.Store.Engagement(ctx, in.EID)
		if err != nil {
			return nil, s.problem(ctx, err, "engagement. It may have got another name since: an earlier report of it has come in, or somebody merged it with another")
		}
		if in.AsOf != "" {
			d, err := day("query.as_of", in.AsOf, 0)
			if err != nil {
				return nil, err
			}
			then, ok := e.AsOf(d)
			if !ok {
				return nil, huma.Error404NotFound("No report had told of this engagement by " + in.AsOf + ".")
			}
			e = then
		}
		return &struct{ Body detail }{detailOf(e)}, nil
	})
}

// engagementPart gives a part of the engagements that a filter lets through.
// What the store does not look at is dropped here, so it is asked until there
// are enough.
func (s *server) engagementPart(ctx context.Context, f filter, p Paged, operation string) (*listOutput[as[Engagement]], error) {
	of := f.name(operation)
	c, err := parseCursor(p.Cursor, of)
	if err != nil {
		return nil, err
	}
	if c != nil {
		f.After = &store.Place{Dated: c.Dated, First: c.Day, Kind: reading.Kind(c.Kind), EID: c.ID}
	}
	f.Limit, f.Lean = p.Limit+1, true
	var found []record.Engagement
	for len(found) <= p.Limit {
		es, err := s.Register.Engagements(ctx, f.Filter)
		if err != nil {
			return nil, s.problem(ctx, err, "engagement")
		}
		for i := range es {
			if f.keeps(&es[i]) {
				found = append(found, es[i])
			}
		}
		if len(es) < f.Limit {
			break
		}
		last := store.PlaceOf(&es[len(es)-1])
		f.After = &last
	}
	l := listOf[record.Engagement]{Items: found[:min(len(found), p.Limit)]}
	if len(found) > p.Limit {
		at := store.PlaceOf(&found[p.Limit-1])
		l.Next = cursor{Of: of, Dated: at.Dated, Day: at.First, Kind: string(at.Kind), ID: at.EID}.String()
	}
	return shown(l, exported), nil
}

// detail is an engagement with the words it rests on.
type detail struct {
	record.Engagement
	Sources []source `json:"sources" nullable:"false" doc:"What each report says, in the order of publication."`
}

// source is what one report says of an engagement.
type source struct {
	Report      string            `json:"report"`
	Outlet      string            `json:"outlet"`
	Published   string            `json:"published" format:"date"`
	Status      reading.Status    `json:"status"`
	When        edtf.Date         `json:"when"`
	Evidence    []reading.Span    `json:"evidence" nullable:"false" doc:"Byte offsets into the report's text."`
	Attribution []reading.Speaker `json:"attribution" nullable:"false" doc:"Who says so, outermost first."`
}

func detailOf(e record.Engagement) detail {
	d := detail{Engagement: e}
	for _, m := range e.Mentions {
		d.Sources = append(d.Sources, source{
			Report: m.Report, Outlet: m.Outlet, Published: m.Published.String(), Status: m.Said.Status, When: m.Said.When,
			Evidence: list(m.Said.Evidence), Attribution: list(m.Said.Attribution),
		})
	}
	return d
}

// list gives an empty list for none.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
