// Package site puts together what one port answers: pages, API, calendars,
// feeds and the tools of assistants, behind one guard.
//
// In: a record, the names the server goes by, limits. Out: one handler. It
// knows which address belongs to whom, and nothing else.
package site

import (
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"github.com/chancery-project/chancery/internal/desk/api"
	"github.com/chancery-project/chancery/internal/desk/assistant"
	"github.com/chancery-project/chancery/internal/desk/conclude"
	"github.com/chancery-project/chancery/internal/desk/feed"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/desk/page"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/store"
)

// Options are what the site stands on.
type Options struct {
	Store   store.Store
	Names   wording.Names
	Log     *slog.Logger
	Tokens  *guard.Tokens // nil: nobody may write
	Hosts   guard.Hosts
	Rate    float64 // requests a second for each client; 0 for any number
	Now     func() time.Time
	Pages   page.Options
	Health  http.Handler // answers /healthz and /readyz; nil: nobody does
	Version string
}

// body is the most bytes of a request that has no limit of its own.
const body = 4 << 20

// Site is the handler of everything that one port answers.
type Site struct {
	http.Handler
	pages *page.Server
}

// Begin reads what pages need of the record and draws conclusions from it, so
// that who comes first need not wait so long. It returns at once.
func (s *Site) Begin() { s.pages.Begin() }

// Close ends what is done behind the readers' backs, and waits for its end.
func (s *Site) Close() { s.pages.Close() }

// New makes the site. Whoever asks it anything must close it in the end.
func New(o Options) (*Site, error) {
	readers := intake.NewReaders(runtime.NumCPU())
	if o.Pages.Register == nil {
		o.Pages.Register = register.New(o.Store)
	}
	if o.Pages.Drawer == nil {
		o.Pages.Drawer = conclude.New(o.Store, o.Pages.Register)
	}
	pages, err := page.New(o.Store, o.Names, o.Log, o.Pages)
	if err != nil {
		return nil, err
	}
	questions, err := api.New(api.Options{
		Store: o.Store, Register: o.Pages.Register, Drawer: o.Pages.Drawer, Names: o.Names, Log: o.Log, Tokens: o.Tokens, Readers: readers, Hosts: o.Hosts, Now: o.Now, Version: o.Version,
	})
	if err != nil {
		return nil, err
	}
	feeds, err := feed.New(feed.Options{Store: o.Store, Register: o.Pages.Register, Names: o.Names, Log: o.Log, Hosts: o.Hosts, Version: o.Version})
	if err != nil {
		return nil, err
	}
	tools := assistant.Handler(assistant.New(assistant.Options{Store: o.Store, Register: o.Pages.Register, Drawer: o.Pages.Drawer, Names: o.Names, Readers: readers, Log: o.Log, Version: o.Version}), o.Log)

	mux := http.NewServeMux()
	mux.Handle("/", guard.Limit(guard.Keep(pages, o.Store), 2*body)) // they say in their own words what is too large for a form
	if o.Health != nil {
		mux.Handle("/healthz", o.Health)
		mux.Handle("/readyz", o.Health)
	}
	mux.Handle("/api/", questions) // each operation has its own limit
	for _, pattern := range []string{"/calendar.ics", "/calendar/", "/feed.atom", "/feed/"} {
		mux.Handle(pattern, guard.Limit(feeds, body))
	}
	mux.Handle("/mcp", guard.Limit(tools, body))
	return &Site{guard.Wrap(mux, guard.Options{Log: o.Log, Hosts: o.Hosts, Rate: o.Rate, Burst: int(4 * o.Rate)}), pages}, nil
}
