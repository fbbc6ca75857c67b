// Command load asks the site at a steady rate and says how it kept up: mixed
// pages and API over a record of many made engagements, on loopback, for a
// bounded time, with reports added meanwhile if that is wanted.
//
//	go run ./internal/desk/load -engagements 100000 -rate 200 -for 1m
//	go run ./internal/desk/load -record big.db -writes 30
//
// The requests are the same at each run, and hardly one is asked twice. They
// are sent when they are due, whether or not earlier ones are answered, so that
// a slow answer makes others wait as it would in life; a time is from when a
// request was due to the last byte of its answer. The processor time is that of
// the whole process, the asking included.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/pprof"
	"time"

	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/site"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/sqlite"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

func main() {
	engagements := flag.Int("engagements", 100_000, "size of the record")
	file := flag.String("record", "", "`FILE` of the record, filled if it is not there (default a new one, removed at the end)")
	rate := flag.Int("rate", 200, "requests a second")
	span := flag.Duration("for", time.Minute, "how long")
	writes := flag.Int("writes", 0, "reports added in each minute meanwhile")
	profile := flag.String("cpuprofile", "", "`FILE` to write a profile of the processor to")
	flag.Parse()
	if err := run(context.Background(), *file, *engagements, *rate, *span, *writes, *profile); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file string, engagements, rate int, span time.Duration, writes int, profile string) error {
	if file == "" {
		dir, err := os.MkdirTemp("", "load")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		file = filepath.Join(dir, "record.db")
	}
	s, err := sqlite.Open(ctx, file)
	if err != nil {
		return err
	}
	defer s.Close()
	next, err := fill(ctx, s, engagements)
	if err != nil {
		return err
	}
	asked, err := newAsked(ctx, s)
	if err != nil {
		return err
	}
	at, stop, err := serve(ctx, s)
	if err != nil {
		return err
	}
	defer stop()
	c := &client{address: at}
	begin := time.Now()
	if err := c.ask("/"); err != nil {
		return err
	}
	fmt.Printf("first page after a start: %s\n", time.Since(begin).Round(time.Millisecond))
	if err := c.untilDrawn(); err != nil {
		return err
	}
	fmt.Printf("conclusions drawn:        %s\n", time.Since(begin).Round(time.Millisecond))
	for i := range 2 * len(routes) { // opens connections and warms caches as any use does
		if err := c.ask(asked.path(i)); err != nil {
			return fmt.Errorf("%s: %w", asked.path(i), err)
		}
	}
	writing, done := context.WithCancel(ctx)
	defer done()
	if writes > 0 {
		go write(writing, s, next, time.Minute/time.Duration(writes))
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	before := spent()
	all := measure(c, asked, rate, span)
	used := spent() - before
	done()
	return tell(all, rate, span, used)
}

// fill adds made reports until the record holds so many engagements, and gives
// the number of the next one.
func fill(ctx context.Context, s store.Store, engagements int) (int, error) {
	const batch = 500
	for {
		stats, err := s.Stats(ctx)
		if err != nil {
			return 0, err
		}
		if stats.Engagements >= engagements {
			fmt.Printf("record: %d engagements from %d reports\n", stats.Engagements, stats.Reports)
			return stats.Reports, nil
		}
		if _, err := s.Add(ctx, storetest.Made(stats.Reports, stats.Reports+batch)); err != nil {
			return 0, err
		}
	}
}

// write adds made reports one by one until it is told to end.
func write(ctx context.Context, s store.Store, next int, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for ; ; next++ {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if _, err := s.Add(ctx, storetest.Made(next, next+1)); err != nil && ctx.Err() == nil {
			fmt.Fprintln(os.Stderr, "load: adding a report:", err)
		}
	}
}

// serve starts the site as `chancery serve` does, without a limit of the rate.
func serve(ctx context.Context, s store.Store) (address string, stop func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	hosts, err := guard.NewHosts(listener.Addr(), "")
	if err != nil {
		return "", nil, err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	h, err := site.New(site.Options{Store: s, Names: who.Name, Log: log, Hosts: hosts, Now: time.Now, Version: "load"})
	if err != nil {
		return "", nil, err
	}
	h.Begin()
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := guard.Serve(ctx, listener, h, guard.DefaultTimes, log); err != nil && !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, "load: serving:", err)
		}
	}()
	return listener.Addr().String(), func() { cancel(); <-done; h.Close() }, nil
}
