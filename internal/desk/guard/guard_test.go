package guard

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/store"
)

func ok(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("fine")) }

func send(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func address(t *testing.T, text string) net.Addr {
	t.Helper()
	a, err := net.ResolveTCPAddr("tcp", text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		listen, base, host string
		knows              bool
	}{
		{"127.0.0.1:8470", "", "127.0.0.1:8470", true},
		{"127.0.0.1:8470", "", "localhost:8470", true},
		{"127.0.0.1:8470", "", "LocalHost", true},
		{"127.0.0.1:8470", "", "[::1]:8470", true},
		{"127.0.0.1:8470", "", "evil.example", false},
		{"127.0.0.1:8470", "", "localhost.evil.example:8470", false},
		{"127.0.0.1:8470", "", "192.0.2.7:8470", false},
		{"127.0.0.1:8470", "", "a\"><b", false},
		{"127.0.0.1:8470", "https://desk.example.org", "desk.example.org", true},
		{"127.0.0.1:8470", "https://desk.example.org", "other.example.org", false},
		{"0.0.0.0:8470", "", "desk.example.org", true},
		{"0.0.0.0:8470", "", "a b", false},
		{"0.0.0.0:8470", "", "", false},
	} {
		h, err := NewHosts(address(t, c.listen), c.base)
		if err != nil {
			t.Fatal(err)
		}
		if got := h.knows(c.host); got != c.knows {
			t.Errorf("listening on %s with base %q: knows %q: %v, want %v", c.listen, c.base, c.host, got, c.knows)
		}
	}
	for _, base := range []string{"desk.example.org", "ftp://a.example", "https://", "https://a.example/x", "https://u:p@a.example", "https://a.example?x", "://"} {
		if _, err := NewHosts(address(t, "127.0.0.1:1"), base); err == nil {
			t.Errorf("base %q is taken", base)
		}
	}
}

func TestOnlyPagesOfThisSiteWrite(t *testing.T) {
	hosts, err := NewHosts(address(t, "127.0.0.1:8470"), "https://desk.example.org")
	if err != nil {
		t.Fatal(err)
	}
	h := Wrap(http.HandlerFunc(ok), Options{Log: slog.New(slog.DiscardHandler), Hosts: hosts})
	for _, c := range []struct {
		method, origin, site string
		status               int
	}{
		{"POST", "", "", 200}, // no browser
		{"POST", "http://localhost:8470", "", 200},
		{"POST", "https://desk.example.org", "", 200},
		{"POST", "https://evil.example", "", 403},
		{"POST", "null", "", 403},
		{"POST", "", "cross-site", 403},
		{"POST", "", "same-site", 403},
		{"POST", "", "same-origin", 200},
		{"DELETE", "https://evil.example", "", 403},
		{"GET", "https://evil.example", "cross-site", 200},
	} {
		headers := []string{"Host", "localhost:8470"}
		if c.origin != "" {
			headers = append(headers, "Origin", c.origin)
		}
		if c.site != "" {
			headers = append(headers, "Sec-Fetch-Site", c.site)
		}
		w := send(h, c.method, "/", headers...)
		if w.Code != c.status {
			t.Errorf("%s from %q (%s): status %d, want %d", c.method, c.origin, c.site, w.Code, c.status)
		}
		if w.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s from %q may be read by other sites", c.method, c.origin)
		}
	}
	if w := send(h, "GET", "/", "Host", "evil.example"); w.Code != http.StatusMisdirectedRequest {
		t.Errorf("under another name: status %d", w.Code)
	}
}

func TestEveryAnswerIsNamedAndGuarded(t *testing.T) {
	hosts, _ := NewHosts(address(t, "0.0.0.0:80"), "")
	var log strings.Builder
	h := Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/panic" {
			panic("oh")
		}
		ok(w, r)
	}), Options{Log: slog.New(slog.NewTextHandler(&log, nil)), Hosts: hosts})
	for _, path := range []string{"/", "/panic"} {
		w := send(h, "GET", path)
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin"} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		if p := w.Header().Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || !strings.Contains(p, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", path, p)
		}
		if len(w.Header().Get("X-Request-Id")) < 20 {
			t.Errorf("%s: request id %q", path, w.Header().Get("X-Request-Id"))
		}
	}
	if w := send(h, "GET", "/panic", "X-Request-Id", "mine-7"); w.Code != 500 || w.Header().Get("X-Request-Id") != "mine-7" || !strings.Contains(log.String(), "id=mine-7") || strings.Contains(w.Body.String(), "oh") {
		t.Errorf("panic: status %d, id %q, %s, log %s", w.Code, w.Header().Get("X-Request-Id"), w.Body, log.String())
	}
	if w := send(h, "GET", "/", "X-Request-Id", "a b\nc"); strings.ContainsAny(w.Header().Get("X-Request-Id"), " \n") {
		t.Errorf("a bad id comes back: %q", w.Header().Get("X-Request-Id"))
	}
}

func TestTurnstile(t *testing.T) {
	now := time.Unix(0, 0)
	stile := newTurnstile(2, 3, false, func() time.Time { return now })
	h := stile.wrap(http.HandlerFunc(ok))
	from := func(addr string) int {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = addr
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code == http.StatusTooManyRequests && w.Header().Get("Retry-After") != "1" {
			t.Errorf("Retry-After is %q", w.Header().Get("Retry-After"))
		}
		return w.Code
	}
	for i, want := range []int{200, 200, 200, 429, 429} {
		if got := from("192.0.2.1:1000"); got != want {
			t.Errorf("request %d: status %d, want %d", i+1, got, want)
		}
	}
	if got := from("192.0.2.2:1000"); got != 200 {
		t.Errorf("another client: status %d", got)
	}
	now = now.Add(time.Second)
	for i, want := range []int{200, 200, 429} {
		if got := from("192.0.2.1:2000"); got != want {
			t.Errorf("a second later, request %d: status %d, want %d", i+1, got, want)
		}
	}
	for i, addr := range []string{"[2001:db8::1]:1", "[2001:db8::2]:1", "[2001:db8::3]:1"} {
		if got := from(addr); got != 200 {
			t.Errorf("IPv6 %d: status %d", i, got)
		}
	}
	if got := from("[2001:db8::4]:1"); got != 429 {
		t.Errorf("a fourth address of the same network: status %d", got)
	}
	now = now.Add(time.Hour)
	for i := range most + 10 {
		stile.wait(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}))
	}
	if n := len(stile.clients); n > most {
		t.Errorf("%d clients are remembered", n)
	}
}

func TestAProxySaysForWhomItAsks(t *testing.T) {
	r := httptest.NewRequest("GET", "/", nil)
	r.RemoteAddr = "127.0.0.1:1000"
	r.Header.Set("X-Forwarded-For", "198.51.100.9, 192.0.2.7")
	for proxied, want := range map[bool]string{true: "192.0.2.7", false: "127.0.0.1"} {
		if got := newTurnstile(1, 1, proxied, time.Now).client(r).String(); got != want {
			t.Errorf("proxied %v: client %s, want %s", proxied, got, want)
		}
	}
	r.RemoteAddr = "192.0.2.1:1000"
	if got := newTurnstile(1, 1, true, time.Now).client(r).String(); got != "192.0.2.1" {
		t.Errorf("from elsewhere: client %s", got)
	}
}

func TestTokenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tokens")
	write := func(text string, mode os.FileMode) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	write("# of the desk\n\nfirst-token-of-24-letters add\r\nsecond-token-of-25-letters add,correct\n", 0o600)
	tokens, warning, err := LoadTokens(path)
	if err != nil || warning != "" || len(tokens.all) != 2 || tokens.Check("Bearer second-token-of-25-letters", Correct) != nil {
		t.Errorf("%+v, warning %q, error %v", tokens, warning, err)
	}
	write("first-token-of-24-letters add\n", 0o644)
	if _, warning, _ := LoadTokens(path); !strings.Contains(warning, "chmod 600") {
		t.Errorf("a file that all can read: warning %q", warning)
	}
	if _, _, err := LoadTokens(path + "x"); err == nil {
		t.Error("a file that is not there has tokens")
	}
	for text, want := range map[string]string{
		"":                                       "no token",
		"short add":                              "shorter than 20",
		"first-token-of-24-letters":              "want a token and its scopes",
		"first-token-of-24-letters all":          `no scope "all"`,
		"first-token-of-24-letters add, correct": "want a token and its scopes",
	} {
		_, err := ParseTokens(text, "CHANCERY_TOKENS")
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "CHANCERY_TOKENS: ") || strings.Contains(err.Error(), "first-token") {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

type state store.Revision

func (s *state) Revision(context.Context) (store.Revision, error) { return store.Revision(*s), nil }

func TestFresh(t *testing.T) {
	asked := 0
	s := &state{Number: 7, Changed: time.Now().Add(-time.Hour)}
	h := Fresh(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		if r.URL.Path == "/none" {
			Problem(w, 404, "not here")
			return
		}
		ok(w, r)
	}), s, "1")
	first := send(h, "GET", "/a?x=1")
	tag, when := first.Header().Get("ETag"), first.Header().Get("Last-Modified")
	if first.Code != 200 || tag == "" || when != s.Changed.UTC().Format(http.TimeFormat) || first.Header().Get("Cache-Control") != "no-cache" {
		t.Fatalf("status %d, headers %v", first.Code, first.Header())
	}
	for _, c := range []struct {
		name, method, path string
		headers            []string
		status             int
		asks               bool
	}{
		{"the same", "GET", "/a?x=1", []string{"If-None-Match", tag}, 304, false},
		{"the same, head", "HEAD", "/a?x=1", []string{"If-None-Match", tag}, 304, false},
		{"one of several, weak", "GET", "/a?x=1", []string{"If-None-Match", `"x", W/` + tag}, 304, false},
		{"another tag wins over the date", "GET", "/a?x=1", []string{"If-None-Match", `"x"`, "If-Modified-Since", when}, 200, true},
		{"any", "GET", "/a?x=1", []string{"If-None-Match", "*"}, 200, true},
		{"the tag of another address", "GET", "/a?x=2", []string{"If-None-Match", tag}, 200, true},
		{"the tag for what is not there", "GET", "/none", []string{"If-None-Match", tag}, 404, true},
		{"not changed since", "GET", "/a?x=1", []string{"If-Modified-Since", when}, 304, true},
		{"changed since", "GET", "/a?x=1", []string{"If-Modified-Since", s.Changed.Add(-time.Minute).UTC().Format(http.TimeFormat)}, 200, true},
		{"not there since", "GET", "/none", []string{"If-Modified-Since", when}, 404, true},
		{"a post", "POST", "/a?x=1", []string{"If-None-Match", tag}, 200, true},
	} {
		before := asked
		w := send(h, c.method, c.path, c.headers...)
		if w.Code != c.status || (asked > before) != c.asks {
			t.Errorf("%s: status %d, want %d; asked %v, want %v", c.name, w.Code, c.status, asked > before, c.asks)
		}
		if w.Code == 304 && (w.Body.Len() > 0 || w.Header().Get("ETag") != tag) || w.Code != 200 && w.Code != 304 && w.Header().Get("ETag") != "" {
			t.Errorf("%s: body %q, headers %v", c.name, w.Body, w.Header())
		}
	}
	s.Number++
	if w := send(h, "GET", "/a?x=1", "If-None-Match", tag); w.Code != 200 || w.Header().Get("ETag") == tag {
		t.Errorf("after a change: status %d, tag %s", w.Code, w.Header().Get("ETag"))
	}
	s.Changed = time.Now()
	if w := send(h, "GET", "/a?x=1", "If-Modified-Since", s.Changed.Add(time.Minute).UTC().Format(http.TimeFormat)); w.Code != 200 || w.Header().Get("Last-Modified") != "" {
		t.Errorf("in the second of the change: status %d, Last-Modified %q", w.Code, w.Header().Get("Last-Modified"))
	}
}

func TestLimit(t *testing.T) {
	h := Limit(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.ReadAll(r.Body); err != nil {
			Problem(w, http.StatusRequestEntityTooLarge, err.Error())
		}
	}), 10)
	for body, want := range map[string]int{"0123456789": 200, "0123456789a": 413} {
		for _, known := range []bool{true, false} {
			r := httptest.NewRequest("POST", "/", strings.NewReader(body))
			if !known {
				r.ContentLength = -1
			}
			w := httptest.NewRecorder()
			if h.ServeHTTP(w, r); w.Code != want {
				t.Errorf("%d bytes, length known %v: status %d, want %d", len(body), known, w.Code, want)
			}
		}
	}
}

// TestKeep: what is asked again is not made again, unless the record has
// changed, somebody says who they are, or nobody shall keep it.
func TestKeep(t *testing.T) {
	made := 0
	s := &state{Number: 7}
	h := headers(Keep(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		made++
		w.Header().Set("Content-Security-Policy", "img-src 'self'")
		w.Header().Set("Content-Type", "text/x-answer")
		switch r.URL.Path {
		case "/passing":
			w.Header().Set("Cache-Control", "no-store")
		case "/cookie":
			w.Header().Set("Set-Cookie", "by=me")
		case "/none":
			w.WriteHeader(http.StatusNotFound)
		case "/large":
			_, _ = w.Write(make([]byte, keepMost))
		}
		_, _ = fmt.Fprintf(w, "%s at %d", r.URL, s.Number)
	}), s))
	for _, c := range []struct {
		name, method, path string
		headers            []string
		makes              bool
	}{
		{"the first", "GET", "/a", nil, true},
		{"the same", "GET", "/a", nil, false},
		{"of another form", "GET", "/a", []string{"Accept", "application/cbor"}, true},
		{"other values", "GET", "/a?x=1", nil, true},
		{"with a cookie", "GET", "/a", []string{"Cookie", "by=me"}, true},
		{"with a token", "GET", "/a", []string{"Authorization", "Bearer x"}, true},
		{"without the body", "HEAD", "/a", nil, true},
		{"a form", "POST", "/a", nil, true},
		{"passing", "GET", "/passing", nil, true},
		{"passing again", "GET", "/passing", nil, true},
		{"that sets a cookie", "GET", "/cookie", nil, true},
		{"that sets a cookie again", "GET", "/cookie", nil, true},
		{"not there", "GET", "/none", nil, true},
		{"not there again", "GET", "/none", nil, true},
		{"large", "GET", "/large", nil, true},
		{"large again", "GET", "/large", nil, true},
		{"the first again", "GET", "/a", nil, false},
	} {
		before := made
		w := send(h, c.method, c.path, c.headers...)
		if (made > before) != c.makes {
			t.Errorf("%s: made %v, want %v", c.name, made > before, c.makes)
		}
		if !strings.HasSuffix(w.Body.String(), c.path+" at 7") || w.Header().Get("Content-Type") != "text/x-answer" || w.Header().Get("Content-Security-Policy") != "img-src 'self'" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %q, headers %v", c.name, w.Body, w.Header())
		}
	}
	s.Number++
	if w := send(h, "GET", "/a"); w.Body.String() != "/a at 8" {
		t.Errorf("after a change: %q", w.Body)
	}
}
