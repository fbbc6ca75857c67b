package guard

import (
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// most is how many clients are counted at once; beyond it, those that have
// been quiet are forgotten.
const most = 8192

// turnstile lets each client through so many times a second.
type turnstile struct {
	limit   rate.Limit
	burst   int
	proxied bool // requests from this machine come through a proxy that says for whom
	now     func() time.Time

	mu      sync.Mutex
	clients map[netip.Addr]*rate.Limiter
}

func newTurnstile(limit rate.Limit, burst int, proxied bool, now func() time.Time) *turnstile {
	return &turnstile{limit: limit, burst: max(1, burst), proxied: proxied, now: now, clients: map[netip.Addr]*rate.Limiter{}}
}

func (t *turnstile) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := t.wait(t.client(r)); wait > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int(wait/time.Second)+1))
			Problem(w, http.StatusTooManyRequests, "Too many requests from your address. Wait as long as Retry-After says, in seconds.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// wait gives how long a client must wait, 0 if it may pass.
func (t *turnstile) wait(client netip.Addr) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	l := t.clients[client]
	if l == nil {
		if len(t.clients) >= most {
			t.forget(now)
		}
		l = rate.NewLimiter(t.limit, t.burst)
		t.clients[client] = l
	}
	if l.AllowN(now, 1) {
		return 0
	}
	return time.Duration(float64(time.Second) / float64(t.limit))
}

// forget drops clients that have their full allowance again, and any one where
// there is none.
func (t *turnstile) forget(now time.Time) {
	before := len(t.clients)
	for c, l := range t.clients {
		if l.TokensAt(now) >= float64(t.burst) {
			delete(t.clients, c)
		}
	}
	if len(t.clients) == before {
		for c := range t.clients {
			delete(t.clients, c)
			return
		}
	}
}

// client gives the address that a request is counted under: a whole network of
// 64 bits for IPv6, since a client has all of it. A proxy on this machine says
// for whom it asks at the end of X-Forwarded-For.
func (t *turnstile) client(r *http.Request) netip.Addr {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	addr, _ := netip.ParseAddr(host)
	if t.proxied && addr.IsLoopback() {
		all := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		if a, err := netip.ParseAddr(strings.TrimSpace(all[len(all)-1])); err == nil {
			addr = a
		}
	}
	addr = addr.Unmap().WithZone("")
	if addr.Is6() {
		if p, err := addr.Prefix(64); err == nil {
			return p.Addr()
		}
	}
	return addr
}
