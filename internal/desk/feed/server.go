package feed

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/revision"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/store"
)

// Options are what the feeds stand on.
type Options struct {
	Store    store.Store
	Register *register.Register // of the record
	Names    wording.Names
	Log      *slog.Logger
	Hosts    guard.Hosts // for links
	Version  string
}

type server struct {
	Options
	points export.Points
}

// New makes the handler of everything under /calendar and /feed.
func New(o Options) (http.Handler, error) {
	names, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	s := &server{o, export.GazetteerPoints(names)}
	mux := http.NewServeMux()
	for _, prefix := range []string{"/calendar", "/feed"} {
		ending, write := ".ics", s.calendar
		if prefix == "/feed" {
			ending, write = ".atom", s.atom
		}
		mux.HandleFunc("GET "+prefix+ending, s.answer(prefix, ending, write))
		mux.HandleFunc("GET "+prefix+"/{who}", s.answer(prefix, ending, write))
		mux.HandleFunc("GET "+prefix+"/{who}/{with}", s.answer(prefix, ending, write))
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			guard.Problem(w, http.StatusMethodNotAllowed, "Calendars and feeds can only be read.")
			return
		}
		guard.Problem(w, http.StatusNotFound, notHere)
	})
	return guard.Fresh(guard.Keep(mux, o.Store), o.Store, o.Version), nil
}

const notHere = "There is no such calendar or feed. There are /calendar.ics, /calendar/WHO.ics and /calendar/WHO/WHO.ics, and the same with /feed and .atom."

// asked is which calendar or feed is asked for.
type asked struct {
	about who.Pair
	base  string // of all addresses
	self  string // address of this one
}

// page gives the address of the page about the same.
func (a asked) page() string {
	switch len(a.about) {
	case 0:
		return a.base + "/"
	case 1:
		return a.base + "/who/" + url.PathEscape(a.about[0].Path())
	}
	return a.base + "/pair/" + url.PathEscape(a.about[0].Path()) + "/" + url.PathEscape(a.about[1].Path())
}

// writer writes what is asked for, and gives its media type.
type writer func(ctx context.Context, out *bytes.Buffer, a asked) (media string, err error)

func (s *server) answer(prefix, ending string, write writer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var words []string
		for _, name := range []string{"who", "with"} {
			if v := r.PathValue(name); v != "" {
				words = append(words, v)
			}
		}
		if n := len(words); n > 0 {
			last, ok := strings.CutSuffix(words[n-1], ending)
			if !ok {
				guard.Problem(w, http.StatusNotFound, notHere)
				return
			}
			words[n-1] = last
		}
		about, err := who.Find(words)
		if err != nil {
			guard.Problem(w, http.StatusNotFound, "Chancery does not know whom you mean: "+err.Error()+".")
			return
		}
		base := s.Hosts.Base(r)
		a := asked{about, base, base + r.URL.EscapedPath()}
		var out bytes.Buffer
		media, err := write(r.Context(), &out, a)
		switch {
		case r.Context().Err() != nil:
			return
		case err != nil:
			s.Log.Error("feed", "path", r.URL.Path, "error", err)
			guard.Problem(w, http.StatusInternalServerError, "The record could not be asked. The log of the server says why.")
			return
		}
		w.Header().Set("Content-Type", media)
		_, _ = out.WriteTo(w) // the client has gone: nobody to tell
	}
}

func (s *server) calendar(ctx context.Context, out *bytes.Buffer, a asked) (string, error) {
	if err := s.follow(ctx); err != nil {
		return "", err
	}
	es, err := s.Register.Lean(ctx, s.Register.Of(a.about))
	if err != nil {
		return "", err
	}
	return "text/calendar; charset=utf-8", export.Calendar(out, register.Values(es), export.Options{Names: s.Names, Points: s.points, Base: a.base})
}

// follow brings the register to the record as it is.
func (s *server) follow(ctx context.Context) error {
	at, err := revision.Of(ctx, s.Store)
	if err != nil {
		return err
	}
	return s.Register.Follow(ctx, at.Number)
}
