package follow

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// web is a host on loopback, with what it was asked.
type web struct {
	*httptest.Server
	pages map[string]func(http.ResponseWriter, *http.Request)
	asked []string
}

func newWeb(t *testing.T) *web {
	w := &web{pages: map[string]func(http.ResponseWriter, *http.Request){}}
	w.Server = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.asked = append(w.asked, r.URL.Path)
		if p := w.pages[r.URL.Path]; p != nil {
			p(rw, r)
			return
		}
		http.NotFound(rw, r)
	}))
	t.Cleanup(w.Close)
	return w
}

// has serves a text under a path, with an ETag.
func (w *web) has(path, text string) {
	tag := fmt.Sprintf(`"%x"`, len(text))
	w.pages[path] = func(rw http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == tag {
			rw.WriteHeader(http.StatusNotModified)
			return
		}
		rw.Header().Set("ETag", tag)
		fmt.Fprint(rw, text)
	}
}

// clock is a time that goes on only when somebody waits.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func (c *clock) wait(ctx context.Context, d time.Duration) error {
	c.at = c.at.Add(d)
	return ctx.Err()
}

// run is a follower on loopback at a time of our own.
func run(state *State) (*Follower, *clock) {
	c := &clock{time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC)}
	return New(state, Options{AllowPrivate: true, Now: c.now, Wait: c.wait, Articles: true}), c
}

// round gives the ids of the reports of one round, and the failures.
func round(t *testing.T, f *Follower, sources ...string) (ids, failures []string) {
	t.Helper()
	var list []Listed
	for _, s := range sources {
		list = append(list, Listed{Address: s})
	}
	for r, err := range f.Round(t.Context(), list) {
		if err != nil {
			failures = append(failures, err.Error())
		} else {
			ids = append(ids, r.ID)
		}
	}
	return ids, failures
}

func rss(ids ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>The Fjord Post</title>`)
	for _, id := range ids {
		fmt.Fprintf(&b, `<item><guid>%s</guid><title>%s</title><pubDate>Mon, 05 Jun 2023 10:00:00 GMT</pubDate><description>%s</description></item>`,
			id, id, strings.Repeat("Boric met Store in Oslo. ", 30))
	}
	b.WriteString(`</channel></rss>`)
	return b.String()
}

func TestAFeedIsAskedForWhatIsNew(t *testing.T) {
	w := newWeb(t)
	w.has("/feed", rss("a", "b"))
	state := &State{}
	f, c := run(state)
	at := w.URL + "/feed"
	if ids, failures := round(t, f, at); !slices.Equal(ids, []string{"a", "b"}) || failures != nil {
		t.Fatalf("the first round gives %v, %v", ids, failures)
	}
	asked := len(w.asked)
	if ids, _ := round(t, f, at); ids != nil || len(w.asked) != asked {
		t.Fatalf("asked again before its time: %v", w.asked[asked:])
	}
	c.at = c.at.Add(time.Hour)
	if ids, failures := round(t, f, at); ids != nil || failures != nil || len(w.asked) != asked+1 {
		t.Fatalf("an unchanged feed gives %v, %v", ids, failures)
	}
	w.has("/feed", rss("c", "a", "b"))
	c.at = c.at.Add(time.Hour)
	if ids, _ := round(t, f, at); !slices.Equal(ids, []string{"c"}) {
		t.Fatalf("a feed with one more entry gives %v", ids)
	}
	if s := state.Sources[at]; s.Reports != 3 || s.Failures != 0 {
		t.Errorf("the state is %+v", s)
	}

	// After a restart, nothing comes twice.
	path := filepath.Join(t.TempDir(), "state.json")
	if err := state.Save(path); err != nil {
		t.Fatal(err)
	}
	again, err := LoadState(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(state, again); d != "" {
		t.Error(d)
	}
	f, c = run(again)
	c.at = c.at.Add(48 * time.Hour)
	if ids, failures := round(t, f, at); ids != nil || failures != nil {
		t.Errorf("after a restart the feed gives %v, %v", ids, failures)
	}
}

func TestADeadSourceIsAskedMoreAndMoreSeldom(t *testing.T) {
	w := newWeb(t)
	w.has("/good", rss("a"))
	state := &State{}
	f, c := run(state)
	dead, good := w.URL+"/dead", w.URL+"/good"
	ids, failures := round(t, f, dead, good)
	if !slices.Equal(ids, []string{"a"}) || len(failures) != 1 || !strings.Contains(failures[0], "404 Not Found") || !strings.Contains(failures[0], "/dead") {
		t.Fatalf("a dead source gives %v, %v", ids, failures)
	}
	var pauses []time.Duration
	for range 10 {
		s := state.Sources[dead]
		pauses = append(pauses, s.Next.Sub(c.at))
		c.at = s.Next
		round(t, f, dead)
	}
	pauses[0] += time.Minute // the clock went on while the good source, on the same host, was asked
	if !slices.IsSortedFunc(pauses[:5], func(a, b time.Duration) int { return int(a - b) }) || pauses[0] < 30*time.Minute || pauses[9] < 24*time.Hour || pauses[9] > 30*time.Hour {
		t.Errorf("the pauses are %v", pauses)
	}
	w.has("/dead", rss("z"))
	c.at = state.Sources[dead].Next
	if ids, _ := round(t, f, dead); !slices.Equal(ids, []string{"z"}) || state.Sources[dead].Error != "" {
		t.Errorf("a source that lives again gives %v, %+v", ids, state.Sources[dead])
	}
}

func TestHostsAreLeftInPeace(t *testing.T) {
	w := newWeb(t)
	w.has("/robots.txt", "User-agent: chancery\nDisallow: /private\n")
	w.has("/private", rss("p"))
	w.pages["/busy"] = func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Retry-After", "7200")
		rw.WriteHeader(http.StatusTooManyRequests)
	}
	state := &State{}
	f, c := run(state)
	start := c.at
	ids, failures := round(t, f, w.URL+"/private", w.URL+"/busy")
	if ids != nil || len(failures) != 2 || !strings.Contains(failures[0], "robots.txt") || slices.Contains(w.asked, "/private") {
		t.Errorf("got %v, %v; asked %v", ids, failures, w.asked)
	}
	if left := state.Sources[w.URL+"/busy"].Next.Sub(c.at); left < 2*time.Hour {
		t.Errorf("a host that asks for two hours of peace gets %v", left)
	}
	if took := c.at.Sub(start); took < gap {
		t.Errorf("two requests to one host lie %v apart", took)
	}
}

func TestRobotsThatDoNotAnswerDeny(t *testing.T) {
	w := newWeb(t)
	w.has("/feed", rss("a"))
	w.pages["/robots.txt"] = func(rw http.ResponseWriter, _ *http.Request) { rw.WriteHeader(http.StatusBadGateway) }
	f, _ := run(&State{})
	if ids, failures := round(t, f, w.URL+"/feed"); ids != nil || len(failures) != 1 {
		t.Errorf("got %v, %v", ids, failures)
	}
}

// article is a page that the extraction finds an article in.
func article(title string) string {
	return `<html><head><title>` + title + `</title><meta property="article:published_time" content="2023-06-05T10:00:00Z"></head><body><article><h1>` + title + `</h1>` +
		strings.Repeat(`<p>The president of Chile, Gabriel Boric, met the Norwegian prime minister in Oslo on Monday, and the two spoke of lithium, salmon and the sea.</p>`, 8) + `</article></body></html>`
}

func TestSitemapsAndArticles(t *testing.T) {
	w := newWeb(t)
	w.has("/a", article("A"))
	w.has("/b", article("B"))
	w.has("/index.xml", `<sitemapindex><sitemap><loc>`+w.URL+`/map.xml</loc></sitemap></sitemapindex>`)
	w.has("/map.xml", `<urlset><url><loc>`+w.URL+`/a</loc><lastmod>2023-06-05</lastmod></url><url><loc>`+w.URL+`/gone</loc></url></urlset>`)
	f, c := run(&State{})
	ids, failures := round(t, f, w.URL+"/index.xml")
	if !slices.Equal(ids, []string{w.URL + "/a"}) || len(failures) != 1 || !strings.Contains(failures[0], "/gone: it answers 404") {
		t.Fatalf("got %v, %v", ids, failures)
	}
	w.has("/index.xml", `<sitemapindex><sitemap><loc>`+w.URL+`/map.xml</loc></sitemap> </sitemapindex>`)
	w.has("/map.xml", `<urlset><url><loc>`+w.URL+`/a</loc><lastmod>2023-06-05</lastmod></url><url><loc>`+w.URL+`/b</loc></url></urlset>`)
	c.at = c.at.Add(time.Hour)
	if ids, failures := round(t, f, w.URL+"/index.xml"); !slices.Equal(ids, []string{w.URL + "/b"}) || failures != nil {
		t.Fatalf("got %v, %v", ids, failures)
	}

	w.has("/short", `<rss version="2.0"><channel><title>T</title><item><guid>s</guid><link>`+w.URL+`/a</link><pubDate>Mon, 05 Jun 2023 10:00:00 GMT</pubDate><description>Short.</description></item></channel></rss>`)
	for r, err := range f.Round(t.Context(), []Listed{{Address: w.URL + "/short"}}) {
		if err != nil || !strings.Contains(r.Text, "lithium, salmon") || r.ID != "s" {
			t.Errorf("the article behind a short entry: %v, %v", r, err)
		}
	}
}

func TestFolders(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "date 2023-06-05\n\nBoric went to Oslo.\n")
	write("bad.txt", "no date\n")
	f, c := run(&State{})
	ids, failures := round(t, f, folder)
	if !slices.Equal(ids, []string{"a"}) || len(failures) != 1 {
		t.Fatalf("got %v, %v", ids, failures)
	}
	c.at = c.at.Add(time.Hour)
	if ids, failures := round(t, f, folder); ids != nil || failures != nil {
		t.Fatalf("the same folder gives %v, %v", ids, failures)
	}
	write("a.txt", "date 2023-06-05\n\nBoric went to Oslo and Bergen.\n")
	c.at = c.at.Add(time.Hour)
	if ids, _ := round(t, f, folder); !slices.Equal(ids, []string{"a"}) {
		t.Fatalf("a file that changed gives %v", ids)
	}
	c.at = c.at.Add(time.Hour)
	if _, failures := round(t, f, filepath.Join(folder, "none")); len(failures) != 1 || !strings.Contains(failures[0], "no such file") {
		t.Errorf("a folder that is not there gives %v", failures)
	}
}

func TestGarbageIsAFailureOfItsSource(t *testing.T) {
	w := newWeb(t)
	w.has("/junk", "\x00\x01\x02 not a feed")
	w.has("/map", "<urlset><url>")
	w.has("/empty", "")
	f, _ := run(&State{})
	if ids, failures := round(t, f, w.URL+"/junk", w.URL+"/map", w.URL+"/empty", "http://127.0.0.1:1/x"); ids != nil || len(failures) != 4 {
		t.Errorf("got %v and %d failures: %v", ids, len(failures), failures)
	}
	if _, err := LoadState("follow_test.go"); err == nil || !strings.Contains(err.Error(), "remove the file") {
		t.Errorf("a broken state: %v", err)
	}
}

func TestOPMLComesBack(t *testing.T) {
	list := []Listed{{"https://example.org/a?x=1&y=2", "A & B"}, {"https://example.org/b", ""}}
	var out bytes.Buffer
	if err := WriteOPML(&out, list); err != nil {
		t.Fatal(err)
	}
	got, err := ReadOPML(&out)
	if err != nil {
		t.Fatal(err)
	}
	list[1].Title = list[1].Address
	if d := cmp.Diff(list, got); d != "" {
		t.Error(d)
	}
	nested := `<opml version="2.0"><body><outline text="Nordic"><outline text="Post" xmlUrl=" https://x/1 "/><outline text="Twice" xmlUrl="https://x/1"/></outline></body></opml>`
	if got, err := ReadOPML(strings.NewReader(nested)); err != nil || len(got) != 1 || got[0] != (Listed{"https://x/1", "Post"}) {
		t.Errorf("got %v, %v", got, err)
	}
}

func FuzzReadOPML(f *testing.F) {
	f.Add(`<opml version="2.0"><body><outline text="a" xmlUrl="https://x/1"><outline text="b" xmlUrl="https://x/2"/></outline></body></opml>`)
	f.Add(`<opml><body>`)
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadOPML(strings.NewReader(text))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteOPML(&out, list); err != nil {
			t.Fatal(err)
		}
		again, err := ReadOPML(&out)
		if err != nil || len(again) != len(list) {
			t.Errorf("%d feeds come back as %d, %v", len(list), len(again), err)
		}
	})
}

func FuzzReadSitemap(f *testing.F) {
	f.Add([]byte(`<urlset><url><loc>https://x/1</loc><lastmod>2024-01-01</lastmod></url></urlset>`))
	f.Add([]byte(`<sitemapindex><sitemap><loc>a</loc></sitemap>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		pages, maps, err := readSitemap(body)
		for _, e := range slices.Concat(pages, maps) {
			if err != nil || e.Loc == "" || e.Loc != strings.TrimSpace(e.Loc) {
				t.Errorf("%q gives %q", body, e.Loc)
			}
		}
	})
}
