//go:build !race && linux

package torture

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/chancery-project/chancery/internal/desk/cli"
)

// The record of a soak neither grows nor shrinks: its reports are written over
// in turn, each time with another text.
const (
	soakReports = 400 // that are added
	soakItems   = 100 // of the feed
)

// TestSoak serves a record, follows a feed, adds, asks and corrects, all in one
// process, for 20 seconds, or for an hour in the long form, or for CHANCERY_SOAK.
// After the first part of the time memory must be flat within five in a
// hundred, and at the end no goroutine may be left.
func TestSoak(t *testing.T) {
	during := time.Duration(size(20, 3600)) * time.Second
	if s := os.Getenv("CHANCERY_SOAK"); s != "" {
		var err error
		if during, err = time.ParseDuration(s); err != nil {
			t.Fatal(err)
		}
	}
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	s := &soak{t: t, folder: t.TempDir(), lines: reports(4 * soakReports), client: &http.Client{Transport: &http.Transport{}}}
	defer s.client.CloseIdleConnections()
	s.record = filepath.Join(s.folder, "record.db")
	s.add(soakReports)

	ctx, stop := context.WithCancel(t.Context())      // of those who work
	serving, close := context.WithCancel(t.Context()) // of what they work with
	defer close()
	var services, work sync.WaitGroup
	feed := httptest.NewServer(http.HandlerFunc(s.feed))
	defer feed.Close()
	services.Go(func() { s.command(serving, "watch", "--every", "1s", "--allow-private", feed.URL+"/feed.xml") })
	address := make(chan string, 1)
	services.Go(func() { s.serve(serving, address) })
	base := <-address
	for _, job := range []struct {
		every time.Duration
		do    func()
	}{
		{300 * time.Millisecond, func() { s.add(20) }},
		{50 * time.Millisecond, func() { s.ask(base) }},
		{time.Second, func() { s.correct(base) }},
	} {
		work.Go(func() {
			for ctx.Err() == nil {
				s.pause.RLock()
				job.do()
				s.pause.RUnlock()
				select {
				case <-time.After(job.every):
				case <-ctx.Done():
				}
			}
		})
	}
	var samples []sample
	for begin, every := time.Now(), max(during/40, 500*time.Millisecond); time.Since(begin) < during; {
		time.Sleep(every)
		samples = append(samples, s.measure())
	}
	stop()
	work.Wait()
	close()
	services.Wait()
	t.Logf("%d additions, %d questions, %d corrections, %d requests for the feed", s.added, s.asked, s.corrected, s.fed)
	if s.added < 3 || s.asked < 20 || s.corrected < 2 || s.fed < 3 {
		t.Error("too little was done: it tests less than it should")
	}
	flat(t, samples)
}

// sample is what the process holds while nobody works.
type sample struct{ heap, resident, goroutines float64 }

// measure lets what goes on come to its end, and measures.
func (s *soak) measure() sample {
	s.pause.Lock()
	defer s.pause.Unlock()
	s.client.CloseIdleConnections()
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var pages, resident float64
	text, err := os.ReadFile("/proc/self/statm")
	if err == nil {
		_, err = fmt.Sscan(string(text), &pages, &resident)
	}
	if err != nil {
		s.t.Error(err)
	}
	return sample{float64(m.HeapAlloc) / 1e6, resident * float64(os.Getpagesize()) / 1e6, float64(runtime.NumGoroutine())}
}

// flat wants that the last third of the samples holds no more than the third
// before it, within five in a hundred; the first third is to warm up. In the
// short form a few megabytes more are allowed: the caches are not full yet.
func flat(t *testing.T, samples []sample) {
	t.Helper()
	third := len(samples) / 3
	if third < 3 {
		t.Fatalf("only %d samples", len(samples))
	}
	slack := 0.0
	if !long() {
		slack = 8
	}
	for _, of := range []struct {
		what  string
		value func(sample) float64
		slack float64
	}{
		{"MB of heap", func(s sample) float64 { return s.heap }, slack},
		{"MB resident", func(s sample) float64 { return s.resident }, slack},
		{"goroutines", func(s sample) float64 { return s.goroutines }, 4},
	} {
		middle := func(part []sample) float64 {
			var list []float64
			for _, s := range part {
				list = append(list, of.value(s))
			}
			slices.Sort(list)
			return list[len(list)/2]
		}
		before, after := middle(samples[third:2*third]), middle(samples[2*third:])
		t.Logf("%s: %.1f, then %.1f", of.what, before, after)
		if after > before*1.05+of.slack {
			t.Errorf("%.1f %s have become %.1f", before, of.what, after)
		}
	}
}

// soak is one run.
type soak struct {
	t                            *testing.T
	folder, record               string
	lines                        []string
	client                       *http.Client
	pause                        sync.RWMutex // held for writing while nobody may work
	added, asked, corrected, fed int
	next                         int // report to write
}

// command runs a command in this process. One that is told to end may fail.
func (s *soak) command(ctx context.Context, args ...string) string {
	var out, log bytes.Buffer
	code := s.invoke(ctx, &out, &log, args...)
	if code != 0 && ctx.Err() == nil {
		s.t.Errorf("%v ended with %d:\n%s", args, code, log.String())
	}
	return out.String()
}

func (s *soak) invoke(ctx context.Context, out, log io.Writer, args ...string) int {
	return cli.Invocation{
		Args: args, In: strings.NewReader(""), Out: out, Err: log, Now: time.Now, Version: "soak",
		Getenv: func(name string) string { return map[string]string{"CHANCERY_RECORD": s.record}[name] },
	}.Run(ctx)
}

// add adds n reports; each goes by the id of an earlier one and says something
// else.
func (s *soak) add(n int) {
	var text strings.Builder
	for range n {
		line := s.lines[s.next%len(s.lines)]
		text.WriteString(strings.Replace(line, fmt.Sprintf("made-%05d", s.next%len(s.lines)), fmt.Sprintf("soak-%05d", s.next%soakReports), 1))
		s.next++
	}
	file := filepath.Join(s.folder, "reports.jsonl")
	if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
		s.t.Error(err)
	}
	s.command(s.t.Context(), "add", "--workers", "1", file)
	s.added++
}

// feed answers with ten items of many, in turn.
func (s *soak) feed(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/feed.xml" {
		http.NotFound(w, r)
		return
	}
	s.fed++
	w.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprint(w, `<rss version="2.0"><channel><title>Soak</title>`)
	for i := range 10 {
		fmt.Fprintf(w, `<item><guid>item-%d</guid><pubDate>Mon, 05 Jun 2023 10:00:00 +0000</pubDate><description>Gabriel Boric of Chile visited Oslo on %d May 2023, the %d. bulletin said.</description></item>`,
			(10*s.fed+i)%soakItems, i+1, s.fed)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

// serve serves the record until ctx ends, and tells its address.
func (s *soak) serve(ctx context.Context, address chan<- string) {
	log := &lookout{found: address}
	if code := s.invoke(ctx, io.Discard, log, "serve", "--listen", "127.0.0.1:0", "--rate", "0"); code != 0 && ctx.Err() == nil {
		s.t.Errorf("serve ended with %d", code)
		close(address)
	}
}

// lookout waits for an address in what is written to it.
type lookout struct{ found chan<- string }

func (l *lookout) Write(p []byte) (int, error) {
	if m := regexp.MustCompile(`at (http://\S+)`).FindSubmatch(p); m != nil && l.found != nil {
		l.found <- string(m[1])
		l.found = nil
	}
	return len(p), nil
}

var soakPages = []string{"/", "/timeline", "/who/NOR", "/pair/FRA/DEU", "/search?q=Oslo", "/conflicts", "/claims", "/outlook", "/review", "/sources", "/map", "/api/v1/engagements", "/feed.atom", "/calendar.ics", "/report/soak-00007"}

// ask asks for the next of many pages.
func (s *soak) ask(base string) {
	path := soakPages[s.asked%len(soakPages)]
	s.asked++
	if _, code := s.get(base + path); code != http.StatusOK {
		s.t.Errorf("%s answers %d", path, code)
	}
}

func (s *soak) get(address string) (string, int) {
	resp, err := s.client.Get(address)
	if err != nil {
		s.t.Errorf("%s: %v", address, err)
		return "", 0
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Errorf("%s: %v", address, err)
	}
	return string(body), resp.StatusCode
}

var (
	engagementOf = regexp.MustCompile(`/engagement/([a-z]-[^"#/]+)"`)
	numberOf     = regexp.MustCompile(`"id":(\d+)`)
)

// correct corrects an engagement and takes that back.
func (s *soak) correct(base string) {
	body, _ := s.get(base + "/timeline")
	found := engagementOf.FindAllStringSubmatch(body, -1)
	if len(found) == 0 {
		return
	}
	eid := found[s.corrected%len(found)][1]
	var out, log bytes.Buffer
	if s.invoke(s.t.Context(), &out, &log, "correct", "set", eid, "place", "Tver", "--by", "A Soaker") != 0 {
		if !strings.Contains(log.String(), "not in the record") { // it has changed its name meanwhile
			s.t.Errorf("correct: %s", log.String())
		}
		return
	}
	all := numberOf.FindAllStringSubmatch(s.command(s.t.Context(), "correct", "log", "--format", "jsonl"), -1)
	if len(slices.Concat(all...)) == 0 {
		s.t.Error("the log of corrections is empty")
		return
	}
	s.command(s.t.Context(), "correct", "undo", all[len(all)-1][1], "--by", "A Soaker")
	s.corrected++
}
