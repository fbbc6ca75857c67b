package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/page"
	"github.com/chancery-project/chancery/internal/edtf"
)

func (inv Invocation) serveCommand() *cobra.Command {
	at := &place{}
	var listen string
	var write, private bool
	c := &cobra.Command{
		Use:     "serve",
		GroupID: groupShare,
		Short:   "Serve the record as pages",
		Long: "Serves the record as web pages until it is interrupted. Only this machine can reach them\n" +
			"unless --listen names another address; there is no login. With --write, people at this\n" +
			"machine can add reports and correct the record in the pages.",
		Example: "  chancery serve\n  chancery serve --write\n  chancery serve --listen 127.0.0.1:9000 --record embassy.db",
		Args:    between(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return inv.serve(c.Context(), at, listen, page.Options{Write: write, AllowPrivate: private, Today: inv.day})
		},
	}
	at.flags(c, inv)
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8470", "`ADDRESS` and port to listen on; port 0 takes a free one")
	c.Flags().BoolVar(&write, "write", false, "let people at this machine add reports and correct the record")
	c.Flags().BoolVar(&private, "allow-private", false, "fetch reports from loopback, private and link-local addresses too")
	return c
}

// day gives today, the day on which somebody signs a correction.
func (inv Invocation) day() edtf.Day {
	return edtf.Day(inv.Now().Unix() / int64(24*time.Hour/time.Second))
}

func (inv Invocation) serve(ctx context.Context, at *place, listen string, opt page.Options) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := at.existing(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	log := slog.New(slog.NewTextHandler(inv.Err, nil))
	pages, err := page.New(s, inv.names(), log, opt)
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", listen)
	if err != nil {
		return fmt.Errorf("listening on %s: %w; name another address with --listen", listen, err)
	}
	server := &http.Server{
		Handler:           pages,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	fmt.Fprintf(inv.Err, "Chancery is at http://%s (Ctrl-C ends it)\n", listener.Addr())
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		err = server.Shutdown(end)
	}
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving the pages: %w", err)
	}
	return nil
}
