package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/desk/search"
)

// found is the answer to a typed query.
type found struct {
	Engagements []as[Engagement] `json:"engagements" nullable:"false" doc:"In the order of time."`
	Reports     []listed         `json:"reports" nullable:"false" doc:"Whose text has the words, the newest first."`
	Facets      []facet          `json:"facets" nullable:"false" doc:"What the engagements are, counted; before limit."`
	More        bool             `json:"more" doc:"There are more; narrow the query."`
}

type facet struct {
	Name   string       `json:"name" doc:"The term of the query."`
	Values []facetValue `json:"values" nullable:"false"`
}

type facetValue struct {
	Value string `json:"value"`
	N     int    `json:"n"`
}

// search registers the search by a typed query.
func (s *server) search() {
	huma.Register(s.api, huma.Operation{
		OperationID: "search", Method: "GET", Path: "/api/v1/search", Tags: []string{"Answers"},
		Summary: "Search by a typed query", Description: "Like 'chancery search': words and terms such as host:IND status:planned since:2024.",
	}, func(ctx context.Context, in *struct {
		Query string `query:"query" required:"true" minLength:"1" maxLength:"500" example:"host:IND status:planned since:2024"`
		AsOf  string `query:"as_of" format:"date" doc:"As the reports published until this day tell it."`
		Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"At most so many of each."`
	}) (*struct{ Body found }, error) {
		q, err := search.Parse(in.Query)
		if err != nil {
			return nil, invalid("query.query", in.Query, err.Error())
		}
		_, until, err := s.moment(ctx, in.AsOf)
		if err != nil {
			return nil, err
		}
		f, err := q.Find(ctx, s.Register, until)
		if err != nil {
			return nil, s.problem(ctx, err, "engagement")
		}
		reports, err := q.Reports(ctx, s.Store, in.Limit)
		if err != nil {
			return nil, s.problem(ctx, err, "report")
		}
		out := found{
			Engagements: list(exported(f.Engagements[:min(len(f.Engagements), in.Limit)])), Reports: []listed{}, Facets: []facet{},
			More: f.More || len(f.Engagements) > in.Limit,
		}
		for _, r := range reports {
			if until == 0 || r.Published <= until {
				out.Reports = append(out.Reports, listedOf(r))
			}
		}
		for _, x := range f.Facets {
			y := facet{Name: x.Name}
			for _, v := range x.Values {
				y.Values = append(y.Values, facetValue{v.Value, v.N})
			}
			out.Facets = append(out.Facets, y)
		}
		return &struct{ Body found }{out}, nil
	})
}
