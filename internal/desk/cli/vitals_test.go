package cli

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/proto"
)

// lines may be read while a command writes.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// find waits until something that fits was written, and gives its first group.
func (l *lines) find(t *testing.T, pattern string) string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		l.mu.Lock()
		text := l.b.String()
		l.mu.Unlock()
		if m := re.FindStringSubmatch(text); m != nil {
			return m[1]
		}
		if time.Now().After(end) {
			t.Fatalf("nothing fits %s in:\n%s", pattern, text)
		}
	}
}

func fetch(t *testing.T, address string) (int, string) {
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
	return resp.StatusCode, string(body)
}

// TestWorkersSayHowTheyFare runs workers on a queue with a report and asks for
// their figures, until they are interrupted.
func TestWorkersSayHowTheyFare(t *testing.T) {
	dir := t.TempDir()
	record := filepath.Join(dir, "record.db")
	runWith(t, disputed, "add", "--record", record, "--queue", "-")
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	var said lines
	ended := make(chan int, 1)
	go func() {
		inv := Invocation{Args: []string{"work", "--record", record, "--metrics", ":0", "--log-format", "json"}, Out: io.Discard, Err: &said, Getenv: func(string) string { return "" }, Version: "test"}
		ended <- inv.Run(ctx)
	}()
	address := said.find(t, `http://(127\.0\.0\.1:\d+)/metrics`)
	if code, body := fetch(t, "http://"+address+"/healthz"); code != http.StatusOK || body != "alive\n" {
		t.Errorf("/healthz: %d %q", code, body)
	}
	if code, body := fetch(t, "http://"+address+"/readyz"); code != http.StatusOK || body != "ready\n" {
		t.Errorf("/readyz: %d %q", code, body)
	}
	var body string
	for end := time.Now().Add(20 * time.Second); !strings.Contains(body, `chancery_reports_total{result="new"} 3`); time.Sleep(10 * time.Millisecond) {
		if _, body = fetch(t, "http://"+address+"/metrics"); time.Now().After(end) {
			t.Fatalf("three reports are not counted:\n%s", body)
		}
	}
	for _, want := range []string{
		`chancery_info{version="test"} 1`, `chancery_read_seconds_count 3`, `chancery_queue_reports{state="dead"} 0`, `chancery_queue_lag_seconds `,
		`chancery_room_seconds_total{room="language"} 0.`, `chancery_room_seconds_total{room="store"} 0.`,
		`chancery_failures_total{cause="read"} 0`, `chancery_link_decisions_total{decision="joined"} `, "go_goroutines ",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the figures lack %q:\n%s", want, body)
		}
	}
	interrupt()
	if code := <-ended; code != exitDone {
		t.Errorf("work exited with %d after an interrupt", code)
	}
	if !strings.Contains(said.b.String(), `"level":"INFO"`) {
		t.Errorf("the log is not JSON: %s", said.b.String())
	}
}

// TestServeSaysWhetherItIsReady asks the port of the pages and that of the
// figures.
func TestServeSaysWhetherItIsReady(t *testing.T) {
	record := filepath.Join(t.TempDir(), "record.db")
	runWith(t, disputed, "add", "--record", record, "-")
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	var said lines
	ended := make(chan int, 1)
	go func() {
		inv := Invocation{Args: []string{"serve", "--record", record, "--listen", "127.0.0.1:0", "--metrics", ":0"}, Out: io.Discard, Err: &said, Getenv: func(string) string { return "" }, Now: time.Now}
		ended <- inv.Run(ctx)
	}()
	pages, figures := said.find(t, `Chancery is at (http://\S+)`), said.find(t, `Metrics are at (http://\S+)/metrics`)
	for _, at := range []string{pages, figures} {
		if code, body := fetch(t, at+"/readyz"); code != http.StatusOK || body != "ready\n" {
			t.Errorf("%s/readyz: %d %q", at, code, body)
		}
	}
	if _, body := fetch(t, figures+"/metrics"); !strings.Contains(body, `chancery_http_requests_total{code="200",method="get"} 1`) {
		t.Errorf("the request is not counted:\n%s", body)
	}
	interrupt()
	if code := <-ended; code != exitDone {
		t.Errorf("serve exited with %d after an interrupt", code)
	}
}

// TestATraceGoesThroughTheQueue sends spans to a collector of its own: what is
// done to a report behind the queue belongs to the trace in which it came.
func TestATraceGoesThroughTheQueue(t *testing.T) {
	var mu sync.Mutex
	traces := map[string]map[string]bool{} // spans by trace
	at := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var got collector.ExportTraceServiceRequest
		if err := proto.Unmarshal(body, &got); err != nil {
			t.Error(err)
		}
		mu.Lock()
		defer mu.Unlock()
		for _, rs := range got.ResourceSpans {
			for _, ss := range rs.ScopeSpans {
				for _, s := range ss.Spans {
					id := string(s.TraceId)
					if traces[id] == nil {
						traces[id] = map[string]bool{}
					}
					traces[id][s.Name] = true
				}
			}
		}
	}))
	defer at.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", at.URL)
	record := filepath.Join(t.TempDir(), "record.db")
	for _, args := range [][]string{{"add", "--record", record, "--queue", "-"}, {"work", "--record", record, "--until-empty"}} {
		getenv := func(name string) string { return map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": at.URL}[name] }
		var errs bytes.Buffer
		inv := Invocation{Args: args, In: strings.NewReader(disputed), Out: io.Discard, Err: &errs, Getenv: getenv}
		if code := inv.Run(t.Context()); code != exitDone {
			t.Fatalf("%v exited with %d: %s", args, code, errs.String())
		}
	}
	mu.Lock()
	defer mu.Unlock()
	whole, stored := 0, false
	for _, spans := range traces {
		if spans["queue a report"] && spans["work on a report"] && spans["read"] {
			whole++
		}
		stored = stored || spans["store reports"]
	}
	if whole != 3 || !stored {
		t.Errorf("%d traces go from the queue to the reading, want 3; a span of the store: %v; all: %v", whole, stored, traces)
	}
}
