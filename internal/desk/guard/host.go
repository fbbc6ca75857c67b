package guard

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// Hosts says under which names the server may be asked. A page of another site
// whose name was bent to this machine (DNS rebinding) asks under that name.
type Hosts struct {
	any  bool
	base *url.URL // the address for others, or nil
}

// NewHosts takes the address that the server listens on, and the one under
// which others reach it, or "". A server that only this machine can reach
// answers to the names of this machine and to that one; another to any.
func NewHosts(listen net.Addr, base string) (Hosts, error) {
	h := Hosts{any: true}
	if a, err := netip.ParseAddrPort(listen.String()); err == nil && a.Addr().IsLoopback() {
		h.any = false
	}
	if base == "" {
		return h, nil
	}
	u, err := url.Parse(strings.TrimSuffix(base, "/"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || u.Path != "" {
		return h, fmt.Errorf("%q is no address such as https://desk.example.org", base)
	}
	h.base = u
	return h, nil
}

// Proxied says whether others reach the server under an address of its own.
func (h Hosts) Proxied() bool { return h.base != nil }

// Base gives the address of the server for links in what it answers to a
// request: that for others, or the one that was asked.
func (h Hosts) Base(r *http.Request) string {
	if h.base != nil {
		return h.base.String()
	}
	return "http://" + r.Host
}

func (h Hosts) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !h.knows(r.Host) {
			Problem(w, http.StatusMisdirectedRequest, "This server does not go by the name that you asked for. If a proxy passes requests on to it, name its address with --base.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (h Hosts) knows(host string) bool {
	if !plainHost(host) {
		return false
	}
	if h.any || h.base != nil && strings.EqualFold(host, h.base.Host) {
		return true
	}
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if a, err := netip.ParseAddr(name); err == nil {
		return a.IsLoopback()
	}
	return strings.EqualFold(name, "localhost")
}

// plainHost tells a name that may stand in an address that we write.
func plainHost(host string) bool {
	return host != "" && !strings.ContainsFunc(host, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-_:[]", r))
	})
}

// sameOrigin refuses requests that change something and that a page of another
// site made a browser send. Programs other than browsers pass.
func sameOrigin(next http.Handler, hosts Hosts) http.Handler {
	p := http.NewCrossOriginProtection()
	if hosts.base != nil {
		if err := p.AddTrustedOrigin(hosts.base.Scheme + "://" + hosts.base.Host); err != nil {
			panic(err) // NewHosts has checked it
		}
	}
	p.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		Problem(w, http.StatusForbidden, "A page of another site may not send this.")
	}))
	return p.Handler(next)
}
