package api

import (
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/chancery-project/chancery/internal/desk/conclude"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/store"
)

// Options are what the API stands on.
type Options struct {
	Store    store.Store
	Register *register.Register // of the record; nil for one of its own
	Drawer   *conclude.Drawer   // likewise
	Names    wording.Names
	Log      *slog.Logger
	Tokens   *guard.Tokens // nil: nobody may write
	Readers  *intake.Readers
	Hosts    guard.Hosts      // for links in exports
	Now      func() time.Time // the day on which a correction is signed
	Version  string
	Limits   Limits
}

// Limits are how much one request may bring.
type Limits struct {
	Report int64 // bytes of one report
	Bulk   int64 // bytes of reports added with one request
}

// DefaultLimits let the longest news reports pass, and a day of them at once.
var DefaultLimits = Limits{Report: 1 << 20, Bulk: 1 << 30}

type server struct {
	Options
	mux *http.ServeMux
	api huma.API
}

// New makes the handler of everything under /api/.
func New(o Options) (http.Handler, error) {
	if o.Register == nil {
		o.Register = register.New(o.Store)
	}
	if o.Drawer == nil {
		o.Drawer = conclude.New(o.Store, o.Register)
	}
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	if o.Readers == nil {
		o.Readers = intake.NewReaders(runtime.NumCPU())
	}
	s := &server{Options: o, mux: http.NewServeMux()}
	s.api = humago.New(s.mux, config(o.Version))
	s.reports()
	s.engagements()
	s.lists()
	s.answers()
	s.search()
	s.corrections()
	s.exports()
	if err := s.docs(); err != nil {
		return nil, err
	}
	s.mux.HandleFunc("/api/", s.nothing)
	return guard.Fresh(guard.Keep(withoutEmpty(s.mux), o.Store), o.Store, o.Version), nil
}

func config(version string) huma.Config {
	c := huma.DefaultConfig("Chancery", version)
	c.Info.Description = "The record of diplomacy: engagements with their evidence, what comes next, whose turn it is, which claims hold. " +
		"Dates are EDTF (ISO 8601-2), countries ISO 3166-1 alpha-3 codes or short names of organisations. Errors are problem documents (RFC 9457)."
	c.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	c.OpenAPIPath = "/api/openapi"
	c.DocsPath, c.SchemasPath = "", ""
	c.CreateHooks = nil // no $schema in answers: they are what the commands print
	c.RejectUnknownQueryParameters = true
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "A token of the server's --token-file, with the scope add or correct."},
	}
	return c
}

// nothing answers what has no operation: 405 where another method has one.
func (s *server) nothing(w http.ResponseWriter, r *http.Request) {
	var allowed []string
	for _, m := range []string{http.MethodGet, http.MethodHead, http.MethodPost} {
		other := r.Clone(r.Context())
		other.Method = m
		if _, pattern := s.mux.Handler(other); pattern != "/api/" {
			allowed = append(allowed, m)
		}
	}
	if len(allowed) > 0 {
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		guard.Problem(w, http.StatusMethodNotAllowed, "This address takes "+strings.Join(allowed, ", ")+" only.")
		return
	}
	guard.Problem(w, http.StatusNotFound, "There is no such address. "+docsPath+" lists all there are.")
}

// withoutEmpty takes empty parameters for none, as a form sends them.
func withoutEmpty(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "" {
			var some []string
			for p := range strings.SplitSeq(r.URL.RawQuery, "&") {
				if _, value, _ := strings.Cut(p, "="); value != "" {
					some = append(some, p)
				}
			}
			other := *r.URL
			other.RawQuery = strings.Join(some, "&")
			r = r.Clone(r.Context())
			r.URL = &other
		}
		next.ServeHTTP(w, r)
	})
}
