package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// asked makes what is asked, in turn every kind of page and of question, of
// busy and of quiet states.
type asked struct {
	engagements []record.Engagement
	years       [2]int // first and last of the record
}

func newAsked(ctx context.Context, s store.Store) (*asked, error) {
	a := &asked{}
	stats, err := s.Stats(ctx)
	if err != nil {
		return nil, err
	}
	a.years = [2]int{stats.First.Year(), stats.Last.Year()}
	const some = 5
	for i := range some { // from all over the record
		es, err := s.Engagements(ctx, store.Filter{Limit: 200, Offset: i * stats.Engagements / some, Cards: true})
		if err != nil {
			return nil, err
		}
		a.engagements = append(a.engagements, es...)
	}
	return a, nil
}

// state draws a state, the first more often, as reports do.
func state(n int) string {
	at := n * 7919 % 6400
	return storetest.States[at/80*(at%80)/80]
}

func (a *asked) pair(n int) (string, string) {
	x, y := state(n), state(3*n+1)
	for i := 2; x == y; i++ {
		y = state(3*n + i)
	}
	return x, y
}

func (a *asked) engagement(n int) *record.Engagement {
	return &a.engagements[n*619%len(a.engagements)]
}
func (a *asked) year(n int) int { return a.years[0] + n%(a.years[1]-a.years[0]+1) }

// routes give the n-th address of each kind.
var routes = []struct {
	name string
	make func(a *asked, n int) string
}{
	{"/", func(*asked, int) string { return "/" }},
	{"/pair", func(a *asked, n int) string { x, y := a.pair(n); return "/pair/" + x + "/" + y }},
	{"/who", func(a *asked, n int) string { return "/who/" + state(n) }},
	{"/who, a person", func(a *asked, n int) string {
		return "/who/" + url.PathEscape(fmt.Sprintf("Person%c %s", 'A'+n%3, state(n)))
	}},
	{"/engagement", func(a *asked, n int) string { return "/engagement/" + url.PathEscape(a.engagement(n).EID) }},
	{"/report", func(a *asked, n int) string { return "/report/" + url.PathEscape(a.engagement(n).Reports[0]) }},
	{"/search", func(a *asked, n int) string {
		return "/search?q=" + url.QueryEscape(fmt.Sprintf("visitor:%s since:%d until:%d kind:visit", state(n), a.year(n), a.year(n)+1))
	}},
	{"/timeline", func(a *asked, n int) string { return fmt.Sprintf("/timeline?from=%d", n*9973%80_000) }},
	{"/outlook", func(a *asked, n int) string { return fmt.Sprintf("/outlook?from=%d", n%8*100) }},
	{"/claims", func(a *asked, n int) string { return "/claims?verdict=contradicted&who=" + state(n) }},
	{"/conflicts", func(a *asked, n int) string { return "/conflicts?who=" + state(n) }},
	{"/review", func(a *asked, n int) string { return fmt.Sprintf("/review?from=%d", n%50*100) }},
	{"/map", func(a *asked, n int) string { return fmt.Sprintf("/map?from=%d&to=%d", a.year(n), a.year(n)+n%3) }},
	{"/feed", func(a *asked, n int) string { x, y := a.pair(n); return "/feed/" + x + "/" + y + ".atom" }},
	{"/calendar", func(a *asked, n int) string { x, y := a.pair(n); return "/calendar/" + x + "/" + y + ".ics" }},
	{"/api/v1/engagements", func(a *asked, n int) string { return "/api/v1/engagements?limit=50&country=" + state(n) }},
	{"/api/v1/engagements/EID", func(a *asked, n int) string {
		return "/api/v1/engagements/" + url.PathEscape(a.engagement(n).EID)
	}},
	{"/api/v1/stats", func(*asked, int) string { return "/api/v1/stats" }},
}

func (a *asked) path(i int) string { return routes[i%len(routes)].make(a, i/len(routes)) }

// taken is one answer.
type taken struct {
	route int
	time  time.Duration
	err   error
}

// measure asks at a rate for a time and waits for all answers.
func measure(c *client, a *asked, rate int, span time.Duration) []taken {
	all := make([]taken, int(span.Seconds()*float64(rate)))
	var wg sync.WaitGroup
	begin := time.Now()
	for i := range all {
		due := begin.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		wg.Go(func() {
			err := c.ask(a.path(i))
			all[i] = taken{i % len(routes), time.Since(due), err}
		})
	}
	wg.Wait()
	return all
}

// client asks over connections that it keeps, as browsers do. It does no more
// than it must: it takes its time from the server that it measures.
type client struct {
	address string
	mu      sync.Mutex
	idle    []*conn
}

type conn struct {
	net.Conn
	in *bufio.Reader
}

func (c *client) connect() (*conn, error) {
	c.mu.Lock()
	if n := len(c.idle); n > 0 {
		l := c.idle[n-1]
		c.idle = c.idle[:n-1]
		c.mu.Unlock()
		return l, nil
	}
	c.mu.Unlock()
	made, err := net.Dial("tcp", c.address)
	if err != nil {
		return nil, err
	}
	return &conn{made, bufio.NewReaderSize(made, 16<<10)}, nil
}

// patience is how long an answer may take.
const patience = 30 * time.Second

// ask asks for an address and takes all of the answer, which must be 200.
func (c *client) ask(path string) error {
	_, err := c.take(path, io.Discard)
	return err
}

func (c *client) take(path string, into io.Writer) (int64, error) {
	l, err := c.connect()
	if err != nil {
		return 0, err
	}
	n, again, err := l.take(path, c.address, into)
	if !again {
		l.Close()
		return n, err
	}
	c.mu.Lock()
	c.idle = append(c.idle, l)
	c.mu.Unlock()
	return n, err
}

// take asks, and says whether the line can be used again.
func (l *conn) take(path, host string, into io.Writer) (n int64, again bool, err error) {
	if err := l.SetDeadline(time.Now().Add(patience)); err != nil {
		return 0, false, err
	}
	if _, err := io.WriteString(l, "GET "+path+" HTTP/1.1\r\nHost: "+host+"\r\n\r\n"); err != nil {
		return 0, false, err
	}
	resp, err := http.ReadResponse(l.in, nil)
	if err != nil {
		return 0, false, err
	}
	defer resp.Body.Close()
	n, err = io.Copy(into, resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		return n, !resp.Close, fmt.Errorf("status %d", resp.StatusCode)
	}
	return n, err == nil && !resp.Close, err
}

// untilDrawn waits until the server has drawn its conclusions.
func (c *client) untilDrawn() error {
	for range 600 {
		var b strings.Builder
		if _, err := c.take("/outlook", &b); err != nil {
			return err
		}
		if !strings.Contains(b.String(), "being drawn") {
			return nil
		}
		time.Sleep(200 * time.Millisecond)
	}
	return fmt.Errorf("no conclusions after two minutes")
}
