package guard

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// goodbye is how long requests under way may take when the server ends.
const goodbye = 5 * time.Second

// Times are how long a client may take.
type Times struct{ Header, Read, Write, Idle time.Duration }

// DefaultTimes are enough for a slow line and too short to hold the server up.
var DefaultTimes = Times{Header: 5 * time.Second, Read: 15 * time.Second, Write: 60 * time.Second, Idle: 2 * time.Minute}

// Serve answers on a listener until ctx ends, then lets what is under way come
// to its end.
func Serve(ctx context.Context, l net.Listener, h http.Handler, t Times, log *slog.Logger) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: t.Header,
		ReadTimeout:       t.Read,
		WriteTimeout:      t.Write,
		IdleTimeout:       t.Idle,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), goodbye)
	defer cancel()
	err := server.Shutdown(end)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close() // somebody does not let go
	}
	<-done
	return err
}
