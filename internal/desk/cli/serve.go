package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/page"
	"github.com/chancery-project/chancery/internal/desk/site"
	"github.com/chancery-project/chancery/internal/desk/vitals"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/post/follow"
)

// serving is what the command is told.
type serving struct {
	log       logging
	vitals    vital
	at        place
	listen    string
	base      string
	tokenFile string
	rate      float64
	write     bool
	private   bool
	reread    bool
	state     string
}

func (inv Invocation) serveCommand() *cobra.Command {
	sv := &serving{}
	c := &cobra.Command{
		Use:     "serve",
		GroupID: groupShare,
		Short:   "Serve the record as pages, API, calendars and feeds",
		Long: "Serves the record until it is interrupted: web pages, the API under /api/, calendars at\n" +
			"/calendar.ics, feeds of changes at /feed.atom, and tools for assistants (MCP) under /mcp.\n" +
			"Only this machine can reach it unless --listen names another address; everybody who can\n" +
			"reach it can read it. With --write, people at this machine can add reports and correct the\n" +
			"record in the pages. Programs write through the API with a token: lines \"TOKEN SCOPE[,SCOPE]\"\n" +
			"with the scopes add and correct, in --token-file or in CHANCERY_TOKENS.",
		Example: "  chancery serve\n  chancery serve --write\n  chancery serve --listen 127.0.0.1:9000 --record embassy.db\n  chancery serve --token-file tokens.txt --base https://desk.example.org",
		Args:    between(0, 0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return inv.serve(c.Context(), sv) },
	}
	sv.at.flags(c, inv)
	sv.log.flags(c)
	sv.vitals.flags(c)
	c.Flags().StringVar(&sv.listen, "listen", "127.0.0.1:8470", "`ADDRESS` and port to listen on; port 0 takes a free one")
	c.Flags().BoolVar(&sv.write, "write", false, "let people at this machine add reports and correct the record in the pages")
	c.Flags().BoolVar(&sv.private, "allow-private", false, "fetch reports from loopback, private and link-local addresses too")
	c.Flags().BoolVar(&sv.reread, "reread", false, "read reports that an older version has read anew, in the background")
	c.Flags().StringVar(&sv.state, "state", "", "`FILE` in which 'chancery watch' keeps what was seen (default beside the record)")
	c.Flags().StringVar(&sv.base, "base", "", "`URL` under which a proxy passes requests on, such as https://desk.example.org")
	c.Flags().StringVar(&sv.tokenFile, "token-file", "", "`FILE` of the tokens that may write (default $CHANCERY_TOKENS, or nobody may)")
	c.Flags().Float64Var(&sv.rate, "rate", 50, "requests a second that each client may make; 0 for any number")
	return c
}

// day gives today where the program runs, the day on which somebody signs a
// correction.
func (inv Invocation) day() edtf.Day {
	y, m, d := inv.Now().Date()
	day, err := edtf.NewDay(y, int(m), d)
	if err != nil {
		panic(err) // a clock beyond the year 9999
	}
	return day
}

func (inv Invocation) serve(ctx context.Context, sv *serving) error {
	ctx, stop := interruptible(ctx)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends at once
	log, err := sv.log.open(inv)
	if err != nil {
		return err
	}
	tokens, err := inv.tokens(sv.tokenFile)
	if err != nil {
		return err
	}
	s, err := sv.at.existing(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", sv.listen)
	if err != nil {
		return fmt.Errorf("listening on %s: %w; name another address with --listen", sv.listen, err)
	}
	defer listener.Close()
	hosts, err := guard.NewHosts(listener.Addr(), sv.base)
	if err != nil {
		return usagef("--base: %w", err)
	}
	meter, end, err := sv.vitals.open(ctx, inv, log, nil, check(s))
	if err != nil {
		return err
	}
	defer end()
	h, err := site.New(site.Options{
		Store: s, Names: inv.names(), Log: log, Tokens: tokens, Hosts: hosts, Rate: sv.rate, Now: inv.Now, Version: inv.Version,
		Health: vitals.Health(log, check(s)),
		Pages: page.Options{Write: sv.write, AllowPrivate: sv.private, Today: inv.day, Followed: func() (*follow.State, error) {
			return follow.LoadState((&watching{at: sv.at, state: sv.state}).statePath())
		}},
	})
	if err != nil {
		return err
	}
	h.Handler = meter.Requests(h.Handler)
	h.Begin()
	defer h.Close()
	var behind sync.WaitGroup
	defer behind.Wait()
	if sv.reread {
		working, done := context.WithCancel(ctx)
		defer done()
		behind.Go(func() { rereadBehind(working, s, log) })
	}
	fmt.Fprintf(inv.Err, "Chancery is at http://%s (Ctrl-C ends it)\n", listener.Addr())
	if err := guard.Serve(ctx, listener, h, guard.DefaultTimes, log); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving the record: %w", err)
	}
	return nil
}

// tokens reads who may write; nil is nobody.
func (inv Invocation) tokens(file string) (*guard.Tokens, error) {
	if file != "" {
		t, warning, err := guard.LoadTokens(file)
		if warning != "" {
			fmt.Fprintf(inv.Err, "chancery: warning: %s\n", warning)
		}
		return t, err
	}
	if text := inv.Getenv("CHANCERY_TOKENS"); text != "" {
		return guard.ParseTokens(text, "CHANCERY_TOKENS")
	}
	return nil, nil
}
