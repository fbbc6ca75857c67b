package api

import (
	"bufio"
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/record"
)

// exports registers the record as files for other programs.
func (s *server) exports() {
	op := huma.Operation{
		OperationID: "export", Method: "GET", Path: "/api/v1/export/{format}", Tags: []string{"Record"},
		Summary: "Export engagements", Description: "Like 'chancery export': all engagements that the filters let through, in the order of time. docs/exports.md describes the formats.",
		Errors: []int{404, 422},
	}
	ok := &huma.Response{Description: "The engagements in the format.", Content: map[string]*huma.MediaType{}}
	for _, f := range export.Formats {
		ok.Content[f.Media] = &huma.MediaType{}
	}
	op.Responses = map[string]*huma.Response{"200": ok}
	huma.Register(s.api, op, func(ctx context.Context, in *struct {
		Format string `path:"format" doc:"jsonl, csv, parquet, ics, geojson, colt, plover or prov." example:"csv"`
		Filtered
	}) (*huma.StreamResponse, error) {
		format, err := export.ByName(in.Format)
		if err != nil {
			return nil, huma.Error404NotFound(err.Error())
		}
		f, err := s.filter(ctx, in.Filtered)
		if err != nil {
			return nil, err
		}
		all, err := s.Store.Engagements(ctx, f.Filter)
		if err != nil {
			return nil, s.problem(ctx, err, "engagement")
		}
		var es []record.Engagement
		for i := range all {
			if f.keeps(&all[i]) {
				es = append(es, all[i])
			}
		}
		names, err := gazetteer.Load()
		if err != nil {
			return nil, s.problem(ctx, err, "gazetteer")
		}
		return &huma.StreamResponse{Body: func(ctx huma.Context) {
			r, w := humago.Unwrap(ctx)
			w.Header().Set("Content-Type", format.Media)
			w.Header().Set("Content-Disposition", `attachment; filename="chancery.`+ending(format.Name)+`"`)
			w.WriteHeader(http.StatusOK)
			_, answer := guard.Stream(w, r)
			out := bufio.NewWriterSize(answer, 64<<10)
			err := format.Write(out, es, export.Options{Names: s.Names, Points: export.GazetteerPoints(names), Base: s.Hosts.Base(r)})
			if err == nil {
				err = out.Flush()
			}
			if err != nil {
				s.Log.Warn("export cut", "format", format.Name, "error", err)
				panic(http.ErrAbortHandler) // the client must not take a part for the whole
			}
		}}, nil
	})
}

// ending gives how a file of a format's name ends.
func ending(format string) string {
	switch format {
	case "colt":
		return "colt.csv"
	case "plover":
		return "plover.jsonl"
	case "prov":
		return "prov.jsonld"
	}
	return format
}
