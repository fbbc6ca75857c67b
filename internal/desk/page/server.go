package page

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"hash/crc32"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"sync"

	"github.com/chancery-project/chancery/internal/desk/conclude"
	"github.com/chancery-project/chancery/internal/desk/recent"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/post/follow"
	"github.com/chancery-project/chancery/internal/store"
)

//go:embed template/*.html
var templates embed.FS

//go:embed static/*
var static embed.FS

// Server answers requests for pages.
type Server struct {
	store store.Store
	names wording.Names
	log   *slog.Logger
	pages map[string]*template.Template
	style string // version of the stylesheet, so that browsers fetch a new one
	mux   *http.ServeMux
	guard http.Handler // the mux behind the check of where forms come from

	register *register.Register
	drawer   *conclude.Drawer
	counted  kept[store.Stats]
	glimpsed kept[glimpse]
	sheets   *recent.Cache[*sheet]
	routed   *recent.Cache[*travels]
	drawn    kept[conclusions]
	parts    *recent.Cache[*conclusions] // those about somebody
	offices  *recent.Cache[offices]      // those of a country or organisation

	life    context.Context // of what is done behind the readers' backs
	end     context.CancelFunc
	working sync.WaitGroup

	write    bool
	private  bool
	promptly int // see promptly
	today    func() edtf.Day
	followed func() (*follow.State, error)
}

// Options say what the pages may do. The zero value only reads.
type Options struct {
	Write        bool            // forms may add reports and correct the record
	AllowPrivate bool            // an address that somebody names may lead to this machine or its network
	Today        func() edtf.Day // the day on which a correction is signed; needed with Write

	Followed func() (*follow.State, error) // how the sources that are followed answered; nil where none are

	Register *register.Register // of the record, shared with others; nil for one of its own
	Drawer   *conclude.Drawer   // likewise
}

// room is how many values of a kind are kept that were used lately: more than
// there are countries.
const room = 400

// New makes the pages of a record. It fails when a template is broken.
func New(s store.Store, names wording.Names, log *slog.Logger, opt Options) (*Server, error) {
	srv := &Server{
		store: s, names: names, log: log, pages: map[string]*template.Template{}, mux: http.NewServeMux(),
		sheets: recent.Count[*sheet](room), routed: recent.Count[*travels](room), parts: recent.Count[*conclusions](room), offices: recent.Count[offices](room),
		write: opt.Write, private: opt.AllowPrivate, promptly: promptly, today: opt.Today, followed: opt.Followed, register: opt.Register, drawer: opt.Drawer,
	}
	if srv.register == nil {
		srv.register = register.New(s)
	}
	if srv.drawer == nil {
		srv.drawer = conclude.New(s, srv.register)
	}
	srv.life, srv.end = context.WithCancel(context.Background())
	base, err := template.New("").Funcs(srv.words()).ParseFS(templates, "template/layout.html", "template/parts.html", "template/marks.html")
	if err != nil {
		return nil, fmt.Errorf("page templates: %w", err)
	}
	for _, name := range []string{"today", "brief", "timeline", "engagement", "report", "claims", "conflicts", "outlook", "review", "search", "add", "series", "map", "sources", "message"} {
		page, err := template.Must(base.Clone()).ParseFS(templates, "template/"+name+".html")
		if err != nil {
			return nil, fmt.Errorf("page template %s: %w", name, err)
		}
		srv.pages[name] = page
	}
	css, err := fs.ReadFile(static, "static/style.css")
	if err != nil {
		return nil, fmt.Errorf("stylesheet: %w", err)
	}
	srv.style = fmt.Sprintf("%08x", crc32.ChecksumIEEE(css))
	srv.routes()
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		srv.fail(w, r, http.StatusForbidden, "This form does not come from these pages.")
	}))
	srv.guard = origin.Handler(srv.mux)
	return srv, nil
}

// Begin reads the register and begins to draw conclusions, so that who comes
// first need not wait so long. It returns at once.
func (s *Server) Begin() {
	s.behind(func() {
		v, err := s.look(s.life)
		if err == nil {
			_, err = s.conclusions(s.life, v)
		}
		if err != nil && s.life.Err() == nil {
			s.log.Error("reading the record", "error", err)
		}
	})
}

// Close ends what is done behind the readers' backs, and waits for its end.
func (s *Server) Close() {
	s.end()
	s.working.Wait()
}

// behind runs something behind the readers' backs.
func (s *Server) behind(do func()) { s.working.Go(do) }

// routes is the list of all addresses.
func (s *Server) routes() {
	s.mux.HandleFunc("GET /{$}", s.page(s.front))
	s.mux.HandleFunc("GET /brief", s.find)
	s.mux.HandleFunc("GET /who/{who}", s.page(s.brief))
	s.mux.HandleFunc("GET /pair/{who}/{with}", s.page(s.brief))
	s.mux.HandleFunc("GET /search", s.filtered)
	s.mux.HandleFunc("GET /timeline", s.page(s.timeline))
	s.mux.HandleFunc("GET /map", s.page(s.worldMap))
	s.mux.HandleFunc("GET /series", s.page(s.series))
	s.mux.HandleFunc("GET /engagement/{eid}/calendar.ics", s.calendar)
	s.mux.HandleFunc("GET /engagement/{eid}", s.page(s.engagement))
	s.mux.HandleFunc("GET /report/{id...}", s.page(s.report))
	s.mux.HandleFunc("GET /claims", s.page(s.claims))
	s.mux.HandleFunc("GET /conflicts", s.page(s.conflicts))
	s.mux.HandleFunc("GET /outlook", s.page(s.outlook))
	s.mux.HandleFunc("GET /review", s.page(s.review))
	s.mux.HandleFunc("GET /sources", s.page(s.sources))
	s.mux.HandleFunc("POST /engagement/{eid}", s.form(s.correct))
	s.mux.HandleFunc("GET /add", s.page(s.addForm))
	s.mux.HandleFunc("POST /add", s.form(s.preview))
	s.mux.HandleFunc("GET /style.css", s.file("style.css", "text/css; charset=utf-8"))
	s.mux.HandleFunc("GET /icon.svg", s.file("icon.svg", "image/svg+xml"))
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			s.fail(w, r, http.StatusMethodNotAllowed, "This page can only be read.")
			return
		}
		s.fail(w, r, http.StatusNotFound, "There is no such page.")
	})
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	// Styles come from our own file; nothing else is loaded, nothing runs, no
	// other site may frame a page, and forms lead only here.
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	s.guard.ServeHTTP(w, r)
}

// view is what every page has.
type view struct {
	Title        string
	Nav          []link
	Who, With    string // what stands in the search fields
	AsOf         string
	HowMany      string // engagements in the record, in words
	FromReports  string // and from how many reports
	StyleVersion string
	Before       string // the day as of which conclusions are that a change made old, or empty
	Drawing      bool   // conclusions are wanted, and there are none yet
	passing      bool   // the page may be another soon though the record stays as it is
	asOf         edtf.Day
	engagements  int
	state        state
}

type link struct {
	Href, Text string
	Here       bool
}

// answer is a page: which template, its title, and what it shows, which has
// the view in it.
type answer struct {
	template string
	title    string
	shows    any
}

// notHere is asked for and not in the record.
type notHere struct{ what string }

func (e notHere) Error() string { return e.what }

// page makes a handler of what finds the answer.
func (s *Server) page(find func(context.Context, *view, *http.Request) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := s.view(r)
		var a answer
		if err == nil {
			a, err = find(r.Context(), v, r)
		}
		var missing notHere
		switch {
		case err == nil:
			v.Title = a.title
			if v.passing {
				w.Header().Set("Cache-Control", "no-store")
			}
			s.send(w, r, http.StatusOK, a.template, a.shows)
		case errors.As(err, &missing):
			s.fail(w, r, http.StatusNotFound, missing.what)
		case errors.Is(err, store.ErrNotFound):
			s.fail(w, r, http.StatusNotFound, "The record has nothing under this address.")
		case r.Context().Err() != nil:
		default:
			s.log.Error("page", "path", r.URL.Path, "error", err)
			s.fail(w, r, http.StatusInternalServerError, "The record could not be asked. The log of the server says why.")
		}
	}
}

func (s *Server) view(r *http.Request) (*view, error) {
	v, err := s.look(r.Context())
	if err != nil {
		return nil, err
	}
	for i := range v.Nav {
		v.Nav[i].Here = v.Nav[i].Href == r.URL.Path
	}
	return v, nil
}

// look takes a look at the record as it is.
func (s *Server) look(ctx context.Context) (*view, error) {
	stats, revision, err := s.size(ctx)
	if err != nil {
		return nil, fmt.Errorf("asking the record for its size: %w", err)
	}
	if err := s.register.Follow(ctx, revision); err != nil {
		return nil, err
	}
	v := &view{
		StyleVersion: s.style, asOf: stats.Last, engagements: stats.Engagements, state: state{revision, stats.Last}, AsOf: wording.Day(stats.Last),
		HowMany: wording.Count(stats.Engagements, "engagement"), FromReports: wording.Count(stats.Reports, "report"),
		Nav: []link{{Href: "/", Text: "Today"}, {Href: "/search", Text: "Search"}, {Href: "/timeline", Text: "Timeline"}, {Href: "/map", Text: "Map"}, {Href: "/outlook", Text: "Outlook"},
			{Href: "/claims", Text: "Claims"}, {Href: "/conflicts", Text: "Conflicts"}, {Href: "/review", Text: "Review"}, {Href: "/add", Text: "Add"}},
	}
	if stats.Reports == 0 {
		v.AsOf = "now: the record is empty"
	}
	return v, nil
}

// send sends a page, or an error page when the template fails: nothing is
// sent before the whole page is made.
func (s *Server) send(w http.ResponseWriter, r *http.Request, status int, name string, shows any) {
	var out bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&out, "layout", shows); err != nil {
		s.log.Error("template", "name", name, "path", r.URL.Path, "error", err)
		http.Error(w, "The page could not be made. The log of the server says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "no-cache")
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		if _, err := out.WriteTo(w); err != nil {
			s.log.Debug("sending", "path", r.URL.Path, "error", err)
		}
	}
}

// fail sends a page that says in plain words what is wrong.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, status int, message string) {
	v, err := s.view(r)
	if err != nil {
		s.log.Error("page", "path", r.URL.Path, "error", err)
		http.Error(w, message, status)
		return
	}
	v.Title = plainly(status)
	s.send(w, r, status, "message", struct {
		*view
		Message string
	}{v, message})
}

// plainly says in plain words what a status means.
func plainly(status int) string {
	switch status {
	case http.StatusNotFound:
		return "Nothing here"
	case http.StatusForbidden, http.StatusMethodNotAllowed:
		return "Not allowed"
	case http.StatusRequestEntityTooLarge:
		return "Too much at once"
	case http.StatusInternalServerError:
		return "Something broke"
	}
	return "That cannot be"
}

func (s *Server) file(name, mediaType string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := fs.ReadFile(static, "static/"+name)
		if err != nil {
			s.fail(w, r, http.StatusNotFound, "There is no such file.")
			return
		}
		w.Header().Set("Content-Type", mediaType)
		w.Header().Set("Cache-Control", "max-age=86400")
		if _, err := w.Write(body); err != nil {
			s.log.Debug("sending", "path", r.URL.Path, "error", err)
		}
	}
}
