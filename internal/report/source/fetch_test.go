package source

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func server(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	answer := func(path, mediaType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			fmt.Fprint(w, body)
		})
	}
	answer("/page", "text/html; charset=utf-8", pageFile)
	answer("/feed", "application/rss+xml", rssFile)
	answer("/garbage", "application/rss+xml", "%%%")
	answer("/plain/a.txt", "text/plain; charset=utf-8", goodText)
	answer("/lines.jsonl", "application/octet-stream", goodLine)
	answer("/large", "text/plain", goodText+strings.Repeat("word ", 4000))
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page#top", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/broken", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "9000")
		fmt.Fprint(w, goodText)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestFetch(t *testing.T) {
	s := server(t)
	const met = `"The two met in Lima on Friday and spoke for two hours."`
	page := s.URL + "/page | 2024-11-16 | 127.0.0.1 | " + s.URL + "/page | Talks | " + met
	for _, c := range []struct{ name, path, want string }{
		{"page", "/page", page},
		{"behind a redirect", "/moved", page},
		{"feed", "/feed", `f | 2024-11-16 | W |  |  | "The two met."`},
		{"text", "/plain/a.txt", s.URL + `/plain/a.txt | 2024-11-16 |  | ` + s.URL + `/plain/a.txt |  | "The two met in Lima."`},
		{"lines of no telling media type", "/lines.jsonl", wantLine},
		{"garbage for a feed", "/garbage", "! " + s.URL + "/garbage: not an RSS or Atom feed; check the address"},
		{"not found", "/none", "! " + s.URL + "/none: the server answers 404 Not Found; check the address"},
		{"out of order", "/broken", "! " + s.URL + "/broken: the server answers 502 Bad Gateway; try again later"},
		{"cut short", "/short", "! " + s.URL + "/short: cannot be read: unexpected EOF"},
		{"over the limit", "/large", "! " + s.URL + "/large: the file is over 1 KB; split it into reports of less"},
		{"redirected for ever", "/loop", "! " + s.URL + "/loop: cannot be fetched; check the address and the network: more than five redirects"},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := write(t, t.TempDir(), "first.txt", goodText)
			reporttest.Want(t, Open(t.Context(), []string{s.URL + c.path, good}, Options{AllowPrivate: true, Limit: 1 << 10}), c.want, wantFirst)
		})
	}
}

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	s := server(t)
	for _, address := range []string{s.URL + "/page", strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page"} {
		for r, err := range Open(t.Context(), []string{address}, Options{}) {
			want := address + ": the address is on this machine or in a private network; save the page and give the file"
			if r != nil || err == nil || err.Error() != want || !errors.Is(err, report.ErrRefused) {
				t.Errorf("got %v, %v; want %q", r, err, want)
			}
		}
	}
}

func TestFetchHidesPasswords(t *testing.T) {
	s := server(t)
	address := strings.Replace(s.URL, "http://", "http://ann:secret@", 1) + "/none"
	for _, err := range Open(t.Context(), []string{address}, Options{AllowPrivate: true}) {
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("got %v; want a failure without the password", err)
		}
	}
}

func TestFetchGivesUp(t *testing.T) {
	done := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { <-done }))
	defer s.Close()
	defer close(done)
	client := NewClient(true)
	client.Timeout = 20 * time.Millisecond
	for r, err := range Open(t.Context(), []string{s.URL}, Options{Client: client}) {
		if r != nil || !errors.Is(err, report.ErrUnavailable) || !strings.Contains(err.Error(), s.URL+": no answer in time; try again later") {
			t.Errorf("got %v, %v; want a failure that says no answer in time", r, err)
		}
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:4700::1111": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"0.0.0.0": false, "100.64.0.1": false, "224.0.0.1": false, "255.255.255.255": false,
		"::1": false, "::": false, "fe80::1": false, "fd00::1": false, "::ffff:127.0.0.1": false, "64:ff9b::7f00:1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("public(%s) = %v; want %v", address, got, want)
		}
	}
}
