package vitals

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/chancery-project/chancery/internal/desk/guard"
)

// Check says whether something that the program stands on answers.
type Check struct {
	Name string
	Ask  func(context.Context) error
}

// Health answers under /healthz that the program lives, and under /readyz
// whether everything that it stands on answers. What does not is named, without
// the reason, which may hold addresses: that is in the log.
func Health(log *slog.Logger, checks ...Check) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "alive") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		var silent []string
		for _, c := range checks {
			if err := c.Ask(ctx); err != nil {
				silent = append(silent, c.Name)
				log.Warn("not ready", "check", c.Name, "error", err)
			}
		}
		if len(silent) > 0 {
			say(w, http.StatusServiceUnavailable, "no answer from the "+strings.Join(silent, " and the "))
			return
		}
		say(w, http.StatusOK, "ready")
	})
	return mux
}

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	fmt.Fprintln(w, text)
}

// Serve answers /metrics, /healthz and /readyz on an address until ctx ends.
// Without a host, only this machine reaches it. It gives the address, and a
// function that waits for the end.
func Serve(ctx context.Context, address string, m *Meter, health http.Handler, log *slog.Logger) (string, func(), error) {
	if host, port, err := net.SplitHostPort(address); err == nil && host == "" {
		address = net.JoinHostPort("127.0.0.1", port)
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return "", nil, fmt.Errorf("listening on %s: %w; name another address with --metrics", address, err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", m.Metrics())
	mux.Handle("/", health)
	ended := make(chan struct{})
	times := guard.Times{Header: 5 * time.Second, Read: 10 * time.Second, Write: 30 * time.Second, Idle: time.Minute}
	go func() {
		defer close(ended)
		if err := guard.Serve(ctx, l, mux, times, log); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Error("metrics are not served any more", "error", err)
		}
	}()
	return l.Addr().String(), func() { <-ended }, nil
}
