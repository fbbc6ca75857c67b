package api

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

const docsPath = "/api/"

//go:embed template/docs.html static/docs.css
var files embed.FS

// operation is an operation as the page of the API shows it.
type operation struct {
	*huma.Operation
	Token bool // it needs one
	Try   bool // a form can ask it: it takes query parameters alone
	Body  []string
}

// docs makes the page that lists all operations, with a form to try those that
// only ask. It is made of the OpenAPI document, when the server starts.
func (s *server) docs() error {
	page, err := template.New("docs.html").Funcs(template.FuncMap{"kind": kindOf, "choices": choices, "example": example}).ParseFS(files, "template/docs.html")
	if err != nil {
		return fmt.Errorf("page of the API: %w", err)
	}
	var shows struct {
		Version string
		Tags    []string
		By      map[string][]operation
	}
	shows.Version, shows.By = s.Version, map[string][]operation{}
	for _, op := range s.operations() {
		tag := op.Tags[0]
		if shows.By[tag] == nil {
			shows.Tags = append(shows.Tags, tag)
		}
		o := operation{Operation: op, Token: len(op.Security) > 0, Try: op.Method == http.MethodGet && !strings.Contains(op.Path, "{")}
		if op.RequestBody != nil {
			for media := range op.RequestBody.Content {
				o.Body = append(o.Body, media)
			}
			slices.Sort(o.Body)
		}
		shows.By[tag] = append(shows.By[tag], o)
	}
	var out bytes.Buffer
	if err := page.Execute(&out, shows); err != nil {
		return fmt.Errorf("page of the API: %w", err)
	}
	style, err := files.ReadFile("static/docs.css")
	if err != nil {
		return fmt.Errorf("page of the API: %w", err)
	}
	s.mux.HandleFunc("GET /api/{$}", func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(out.Bytes()) // the client has gone: nobody to tell
	})
	s.mux.HandleFunc("GET /api/docs.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		_, _ = w.Write(style)
	})
	return nil
}

// operations gives all operations, by path and method.
func (s *server) operations() []*huma.Operation {
	var out []*huma.Operation
	for _, item := range s.api.OpenAPI().Paths {
		for _, op := range []*huma.Operation{item.Get, item.Post} {
			if op != nil {
				out = append(out, op)
			}
		}
	}
	slices.SortFunc(out, func(a, b *huma.Operation) int {
		return cmp.Or(cmp.Compare(a.Tags[0], b.Tags[0]), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method))
	})
	return out
}

func kindOf(p *huma.Param) string {
	switch {
	case p.Schema == nil:
		return ""
	case p.Schema.Type == "array":
		return "may be repeated"
	case p.Schema.Format == "date":
		return "YYYY-MM-DD"
	}
	return p.Schema.Type
}

// choices gives the values that a parameter can have, where they are few.
func choices(p *huma.Param) []any {
	s := p.Schema
	if s != nil && s.Type == "array" {
		s = s.Items
	}
	switch {
	case s == nil:
		return nil
	case s.Type == "boolean":
		return []any{true}
	}
	return s.Enum
}

func example(p *huma.Param) any {
	if p.Example != nil {
		return p.Example
	}
	if p.Schema != nil && len(p.Schema.Examples) > 0 {
		return p.Schema.Examples[0]
	}
	return ""
}
