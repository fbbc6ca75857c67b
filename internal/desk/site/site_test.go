package site

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"go.uber.org/goleak"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/store"
)

// TestMain holds that no test leaves a goroutine behind.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const adder = "adder-token-of-24-letters"

// up serves a record on a free port, as 'chancery serve' does, and gives its
// address and what ends it.
func up(t *testing.T, s store.Store, rate float64, times guard.Times) (base string, end func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	hosts, err := guard.NewHosts(l.Addr(), "")
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := guard.ParseTokens(adder+" add", "test")
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	h, err := New(Options{Store: s, Names: who.Name, Log: log, Tokens: tokens, Hosts: hosts, Rate: rate, Now: time.Now, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- guard.Serve(ctx, l, h, times, log) }()
	done := false
	end = func() error {
		if done {
			return nil
		}
		done = true
		cancel()
		err := <-ended
		http.DefaultTransport.(*http.Transport).CloseIdleConnections()
		return err
	}
	t.Cleanup(func() {
		if err := end(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("the server ended with %v", err)
		}
	})
	return "http://" + l.Addr().String(), end
}

func get(t *testing.T, address string) (*http.Response, string) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

func TestOnePortHasAll(t *testing.T) {
	base, _ := up(t, desktest.Examples(t), 0, guard.DefaultTimes)
	for path, has := range map[string]string{
		"/":                             "<h1>",
		"/pair/FRA/DEU":                 "France and Germany",
		"/style.css":                    ":root",
		"/api/":                         "Chancery API",
		"/api/openapi.json":             `"openapi":"3.1.0"`,
		"/api/v1/stats":                 `"reports":6`,
		"/calendar.ics":                 "BEGIN:VCALENDAR",
		"/calendar/FRA.ics":             "URL:" + base + "/engagement/",
		"/calendar/FRA/DEU.ics":         "BEGIN:VEVENT",
		"/feed.atom":                    `href="` + base + `/feed.atom"`,
		"/feed/FRA.atom":                "<entry>",
		"/feed/FRA/DEU.atom":            "<entry>",
		"/api/v1/export/geojson":        `"FeatureCollection"`,
		"/api/v1/export/parquet":        "PAR1",
		"/api/v1/export/ics?kind=visit": "CATEGORIES:VISIT",
	} {
		resp, body := get(t, base+path)
		if resp.StatusCode != 200 || !strings.Contains(body, has) {
			t.Errorf("%s: status %d, want %q in %.300s", path, resp.StatusCode, has, body)
		}
		policy := resp.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || resp.Header.Get("X-Content-Type-Options") != "nosniff" || resp.Header.Get("X-Request-Id") == "" || resp.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", path, resp.Header)
		}
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &mcp.StreamableClientTransport{Endpoint: base + "/mcp", DisableStandaloneSSE: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	r, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: "brief", Arguments: map[string]any{"who": []string{"France"}}})
	if err != nil || r.IsError {
		t.Errorf("brief over /mcp: %+v, %v", r, err)
	}
	for _, path := range []string{"/..%2f..%2fetc%2fpasswd", "/api/../../etc/passwd", "/static/../site.go", "/report/..%2f..%2fetc%2fpasswd", "/feed/..%2f..%2fetc%2fpasswd.atom"} {
		if resp, body := get(t, base+path); resp.StatusCode != 404 || strings.Contains(body, "root:") {
			t.Errorf("%s: status %d", path, resp.StatusCode)
		}
	}
}

func TestAnAnswerIsNotSentTwice(t *testing.T) {
	s := desktest.Examples(t)
	base, _ := up(t, s, 0, guard.DefaultTimes)
	ask := func(path, tag string) *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), "GET", base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("If-None-Match", tag)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp
	}
	for _, path := range []string{"/api/v1/engagements", "/api/v1/brief?who=France", "/api/v1/export/csv", "/calendar.ics", "/feed.atom"} {
		first, _ := get(t, base+path)
		if again := ask(path, first.Header.Get("ETag")); again.StatusCode != 304 {
			t.Errorf("%s: status %d, tag %s", path, again.StatusCode, first.Header.Get("ETag"))
		}
		desktest.Add(t, s, "new"+first.Header.Get("ETag")[1:6]+path, "Courier", "2025-03-04", "", "Nothing.")
		if after := ask(path, first.Header.Get("ETag")); after.StatusCode != 200 {
			t.Errorf("%s after a change: status %d", path, after.StatusCode)
		}
	}
}

func TestTooManyRequests(t *testing.T) {
	base, _ := up(t, desktest.Empty(t), 1, guard.DefaultTimes)
	var codes []int
	for range 8 {
		resp, body := get(t, base+"/api/v1/stats")
		codes = append(codes, resp.StatusCode)
		if resp.StatusCode == 429 && (resp.Header.Get("Retry-After") == "" || resp.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(body, `"status":429`)) {
			t.Errorf("headers %v, %s", resp.Header, body)
		}
	}
	if fmt.Sprint(codes[:4]) != "[200 200 200 200]" || codes[7] != 429 {
		t.Errorf("statuses %v", codes)
	}
}

// TestManyReportsAreAnsweredWhileTheyCome sends a report, waits for what came
// of it, and only then sends the next.
func TestManyReportsAreAnsweredWhileTheyCome(t *testing.T) {
	base, _ := up(t, desktest.Empty(t), 0, guard.DefaultTimes)
	out, in := io.Pipe()
	r, err := http.NewRequestWithContext(t.Context(), "POST", base+"/api/v1/reports/bulk", out)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+adder)
	go fmt.Fprintln(in, `{"id":"a","published":"2025-03-04","text":"President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday."}`)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	next := func(want string) {
		t.Helper()
		if !lines.Scan() || !strings.Contains(lines.Text(), want) {
			t.Fatalf("got %q, want %q; %v", lines.Text(), want, lines.Err())
		}
	}
	next(`{"line":1,"id":"a","outcome":"new","engagements":["`)
	fmt.Fprintln(in, `broken`)
	next(`{"line":2,"outcome":"failed","error":"`)
	fmt.Fprintln(in, `{"id":"b","published":"2025-03-05","text":"Nothing."}`)
	next(`{"line":3,"id":"b","outcome":"new"}`)
	in.Close()
	next(`{"new":2,"changed":0,"same":0,"failed":1,"complete":true}`)
}

// TestSlowClientsAreCut holds that who sends a byte now and then does not hold
// a connection, and that others are served meanwhile.
func TestSlowClientsAreCut(t *testing.T) {
	times := guard.Times{Header: 200 * time.Millisecond, Read: 400 * time.Millisecond, Write: 400 * time.Millisecond, Idle: 200 * time.Millisecond}
	base, _ := up(t, desktest.Empty(t), 0, times)
	address := strings.TrimPrefix(base, "http://")
	for name, begin := range map[string]string{
		"header":  "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
		"body":    "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: 1000\r\n\r\n{",
		"silence": "",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if _, err := c.Write([]byte(begin)); err != nil {
				t.Fatal(err)
			}
			cut := make(chan struct{})
			go func() {
				defer close(cut)
				_, _ = io.Copy(io.Discard, c) // ends when the server lets go
			}()
			began := time.Now()
			for tick := time.NewTicker(50 * time.Millisecond); ; {
				select {
				case <-cut:
					tick.Stop()
					return
				case <-tick.C:
					if begin != "" {
						_, _ = c.Write([]byte("x")) // the server may have gone
					}
					if time.Since(began) > 5*time.Second {
						t.Fatal("still connected after five seconds")
					}
				}
			}
		})
	}
	if resp, _ := get(t, base+"/api/v1/stats"); resp.StatusCode != 200 {
		t.Errorf("others get status %d", resp.StatusCode)
	}
}

// TestLargeBodiesAreRefused sends more than each address takes.
func TestLargeBodiesAreRefused(t *testing.T) {
	base, _ := up(t, desktest.Empty(t), 0, guard.DefaultTimes)
	for path, size := range map[string]int64{"/mcp": body + 1, "/api/v1/read": 2 << 20, "/api/v1/reports": 2 << 20} {
		r, err := http.NewRequestWithContext(t.Context(), "POST", base+path, io.LimitReader(endless{}, size))
		if err != nil {
			t.Fatal(err)
		}
		r.ContentLength = size
		r.Header.Set("Authorization", "Bearer "+adder)
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			continue // cut while it sent
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: status %d", path, resp.StatusCode)
		}
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

// TestWhatIsUnderWayComesToItsEnd ends the server while reports come in.
func TestWhatIsUnderWayComesToItsEnd(t *testing.T) {
	base, end := up(t, desktest.Empty(t), 0, guard.DefaultTimes)
	out, in := io.Pipe()
	r, err := http.NewRequestWithContext(t.Context(), "POST", base+"/api/v1/reports/bulk", out)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+adder)
	go fmt.Fprintln(in, `{"id":"a","published":"2025-03-04","text":"Nothing."}`)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	lines.Scan()
	ended := make(chan error, 1)
	go func() { ended <- end() }()
	for { // until no new connection is taken
		c, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
		if err != nil {
			break
		}
		c.Close()
		time.Sleep(5 * time.Millisecond)
	}
	fmt.Fprintln(in, `{"id":"b","published":"2025-03-04","text":"Nothing."}`)
	in.Close()
	rest := ""
	for lines.Scan() {
		rest += lines.Text()
	}
	if !strings.Contains(rest, `"id":"b","outcome":"new"`) || !strings.Contains(rest, `"complete":true`) {
		t.Errorf("while the server ended: %s, %v", rest, lines.Err())
	}
	if err := <-ended; err != nil && !errors.Is(err, http.ErrServerClosed) {
		t.Errorf("the server ended with %v", err)
	}
}
