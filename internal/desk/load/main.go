// Command load asks the site at a steady rate and says how it kept up: mixed
// pages and API over a record of many made engagements, on loopback, for a
// bounded time.
//
//	go run ./internal/desk/load -engagements 100000 -rate 200 -for 1m
//
// The requests are the same at each run. They are sent when they are due,
// whether or not earlier ones are answered, so that a slow answer makes others
// wait as it would in life; a time is from when a request was due to the last
// byte of its answer.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync"
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
	flag.Parse()
	if err := run(context.Background(), *file, *engagements, *rate, *span); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file string, engagements, rate int, span time.Duration) error {
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
	if err := fill(ctx, s, engagements); err != nil {
		return err
	}
	base, stop, err := serve(ctx, s)
	if err != nil {
		return err
	}
	defer stop()
	paths, err := paths(ctx, s)
	if err != nil {
		return err
	}
	begin := time.Now()
	if _, err := ask(base + "/"); err != nil { // draws the conclusions
		return err
	}
	fmt.Printf("first page after a start: %s\n", time.Since(begin).Round(time.Millisecond))
	return measure(base, paths, rate, span)
}

// fill adds made reports until the record holds so many engagements.
func fill(ctx context.Context, s store.Store, engagements int) error {
	const batch = 500
	for n := 0; ; n += batch {
		stats, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		if stats.Engagements >= engagements {
			fmt.Printf("record: %d engagements from %d reports\n", stats.Engagements, stats.Reports)
			return nil
		}
		if _, err := s.Add(ctx, storetest.Made(n, n+batch)); err != nil {
			return err
		}
	}
}

// serve starts the site as `chancery serve` does, without a limit of the rate.
func serve(ctx context.Context, s store.Store) (base string, stop func(), err error) {
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
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := guard.Serve(ctx, listener, h, guard.DefaultTimes, log); err != nil && !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, "load: serving:", err)
		}
	}()
	return "http://" + listener.Addr().String(), func() { cancel(); <-done }, nil
}

// paths are what is asked, in turn: every kind of page and of question, of
// busy and of quiet states.
func paths(ctx context.Context, s store.Store) ([]string, error) {
	var out []string
	es, err := s.Engagements(ctx, store.Filter{Limit: 40, Offset: 1000})
	if err != nil {
		return nil, err
	}
	for i, e := range es {
		a, b := storetest.States[i%20], storetest.States[(7*i+3)%len(storetest.States)]
		if a == b {
			b = storetest.States[(7*i+4)%len(storetest.States)]
		}
		query := "/search?q=" + url.QueryEscape(fmt.Sprintf("visitor:%s since:%d until:%d kind:visit", a, 2004+i%8, 2005+i%8))
		out = append(out,
			"/", "/pair/"+a+"/"+b, "/who/"+b, "/engagement/"+url.PathEscape(e.EID), "/report/"+url.PathEscape(e.Reports[0]), query,
			"/timeline?from=0", "/outlook", "/claims?verdict=contradicted", "/conflicts", "/review", fmt.Sprintf("/map?from=%d&to=%d", 2001+i%10, 2001+i%10),
			"/api/v1/engagements?country="+a+"&limit=50", "/api/v1/engagements/"+url.PathEscape(e.EID), "/api/v1/stats", "/calendar/"+a+"/"+b+".ics",
		)
	}
	return out, nil
}

// taken is one answer.
type taken struct {
	path string
	time time.Duration
	err  error
}

func measure(base string, paths []string, rate int, span time.Duration) error {
	var mu sync.Mutex
	var all []taken
	var wg sync.WaitGroup
	begin := time.Now()
	total := int(span.Seconds() * float64(rate))
	for i := range total {
		due := begin.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		wg.Go(func() {
			path := paths[i%len(paths)]
			_, err := ask(base + path)
			t := taken{path, time.Since(due), err}
			mu.Lock()
			defer mu.Unlock()
			all = append(all, t)
		})
	}
	wg.Wait()
	return tell(all, rate)
}

// client keeps connections as browsers do.
var client = &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 256}}

func ask(address string) (int64, error) {
	resp, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	n, err := io.Copy(io.Discard, resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("status %d", resp.StatusCode)
	}
	return n, err
}

// tell prints how long the answers took, the slowest kinds of address first.
func tell(all []taken, rate int) error {
	failed := 0
	kinds := map[string][]time.Duration{}
	var times []time.Duration
	for _, t := range all {
		if t.err != nil {
			if failed++; failed <= 5 {
				fmt.Fprintf(os.Stderr, "load: %s: %v\n", t.path, t.err)
			}
			continue
		}
		u, err := url.Parse(t.path)
		if err != nil {
			return err
		}
		kind, _, _ := cut(u.Path)
		kinds[kind], times = append(kinds[kind], t.time), append(times, t.time)
	}
	fmt.Printf("%d requests at %d a second, %d failed\n", len(all), rate, failed)
	line := func(what string, t []time.Duration) {
		if len(t) == 0 {
			return
		}
		slices.Sort(t)
		at := func(share float64) time.Duration {
			return t[min(len(t)-1, int(share*float64(len(t))))].Round(100 * time.Microsecond)
		}
		fmt.Printf("%-16s %6d  p50 %8s  p95 %8s  p99 %8s  most %8s\n", what, len(t), at(0.5), at(0.95), at(0.99), at(1))
	}
	line("all", times)
	names := make([]string, 0, len(kinds))
	for k := range kinds {
		names = append(names, k)
	}
	slices.Sort(names)
	for _, k := range names {
		line(k, kinds[k])
	}
	if failed > 0 {
		return fmt.Errorf("%d requests failed", failed)
	}
	return nil
}

// cut gives the first part of a path, or two of the API's.
func cut(path string) (kind, rest string, found bool) {
	parts := 1
	if len(path) > 8 && path[:8] == "/api/v1/" {
		parts = 3
	}
	for i := 1; i < len(path); i++ {
		if path[i] == '/' {
			if parts--; parts == 0 {
				return path[:i], path[i+1:], true
			}
		}
	}
	return path, "", false
}
